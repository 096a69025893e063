package extract

// findDates finds every expression of the article that denotes a calendar time
// and resolves it against the day of publication and the dates named before.
// Where the day of publication is unknown, what counts from it has no value.
func findDates(a *article) {
	lex := englishDates()
	m := &dateMatcher{words: dateWords(a.tokens, lex), lex: lex, a: a}
	r := newDateResolver(m, a.published, nil)
	r.matches = r.keep(m.all())
	r.values = nil
	r.joinRanges()
	a.dates = make([]temporal, 0, len(r.matches))
	for i := range r.matches {
		if a.halted() {
			return
		}
		r.values[i] = r.resolve(i)
		a.dates = append(a.dates, r.temporal(i))
	}
}

// keep leaves out what denotes a time only in company: "in two weeks" where the
// clause is not of things to come, "eve of" where no date follows.
func (r *dateResolver) keep(found []dateMatch) []dateMatch {
	out := found[:0]
	for i, d := range found {
		switch d.kind {
		case "in":
			if r.m.tenseAt(d.first, d.last) != tenseFuture || d.get(r.m.lex.unit) >= unitYear {
				continue
			}
		case "eve":
			if i+1 == len(found) || found[i+1].first > d.last+reach || !r.m.sameSentence(d.first, found[i+1].first) {
				continue
			}
		}
		out = append(out, d)
	}
	return out
}

// temporal is match i as the later stages see it.
func (r *dateResolver) temporal(i int) temporal {
	m, d := r.m, &r.matches[i]
	first := d.first
	if (d.kind == "in" || d.kind == "bare-season" || d.kind == "nth" || d.kind == "hence") && m.in(first, "preposition") {
		first++
	}
	t := temporal{
		start: m.words[first].start,
		end:   m.words[d.last-1].end,
		first: m.words[first].token,
		last:  m.words[d.last-1].token + 1,
		value: r.values[i],
		rel:   r.relation(first),
	}
	t.sentence = m.a.tokens[t.first].sentence
	t.behind = d.kind == "apart" && m.isA(d.last-1, m.lex.beforeAfter) && m.clauseFollows(d)
	t.names = d.kind == "calendar" && !d.has(classDay) && isLowerWord(m.text(d.last)) && m.sameSentence(first, d.last) &&
		!m.in(d.last, "preposition") && !m.in(d.last, "clause") && !m.in(d.first-1, "preposition")
	return t
}

// relation is how the text relates what it tells to the date at word i.
func (r *dateResolver) relation(i int) dateRelation {
	if !r.m.sameSentence(i-1, i) {
		return relAt
	}
	switch r.m.text(i - 1) {
	case "since", "from":
		return relSince
	case "until", "till", "through":
		return relUntil
	case "before":
		return relBefore
	case "after", "following":
		return relAfter
	case "by":
		return relBy
	}
	return relAt
}
