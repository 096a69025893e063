package extract

// subjectIn finds the subject in the tokens [start, end) before a verb. late
// says that the stretch begins with what belongs to an earlier verb, so that the
// last phrase is taken, not the first.
func (r *reading) subjectIn(start, end int, late bool) (nounPhrase, int) {
	type segment struct{ first, last int }
	var segments []segment
	from := start
	for i := start; i <= end; i++ {
		if i == end || r.tokens[i].lower == "," || r.tags[i] == tagPunct && (r.tokens[i].text == "—" || r.tokens[i].text == "(" || r.tokens[i].text == ")") {
			if i > from {
				segments = append(segments, segment{from, i})
			}
			from = i + 1
		}
	}
	for n, s := range segments {
		a := s.first
		for a < s.last && r.tags[a] == tagAdv { // "however on Saturday"
			a++
		}
		if a < s.last && r.tags[a] == tagPrep && a+1 < s.last && r.tags[a+1] == tagDate { // "on Saturday his forces"
			for a++; a < s.last && r.tags[a] == tagDate; a++ {
			}
		}
		for a < s.last && (r.tags[a] == tagConj || r.tags[a] == tagAdv || isQuoteMark(r.tokens[a].text)) {
			a++
		}
		if a >= s.last || r.adverbial(a, s.last) {
			continue
		}
		if n == 1 && n+1 < len(segments) && r.introduces(segments[0].first) && r.tags[a] == tagDet {
			continue // "according to Mora, the foreign minister, Oslo agreed"
		}
		var np nounPhrase
		if late {
			np = r.phraseEndingAt(s.last, a)
		} else {
			np = r.phraseAt(a, s.last)
		}
		if np.first < 0 {
			continue
		}
		if !late && np.via && n+1 < len(segments) { // "Norway's foreign minister, Ingrid Solheim,"
			next := segments[n+1]
			if m := r.mention[next.first]; m >= 0 && r.mentions[m].last == next.last && r.mentions[m].kind == byName && r.mentions[m].actor >= 0 && r.actors[r.mentions[m].actor].kind == "person" {
				np.mentions, np.via, np.last = []int{m}, false, next.last
				return np, np.first
			}
		}
		// "A, B and C": the rest of a list
		if !late && len(np.mentions) > 0 {
			for m := n + 1; m < len(segments) && (r.listGoesOn(segments[m].first, segments[m].last, len(segments)-1-m) || r.bareList(segments[n].first, segments[m].first, segments[m].last, end)); m++ {
				more := r.phraseAt(segments[m].first, segments[m].last)
				np.mentions = append(np.mentions, more.mentions...)
				np.last = more.last
			}
		}
		return np, np.first
	}
	return nounPhrase{first: -1, head: -1}, start
}

// introduces reports whether a segment names who tells what follows.
func (r *reading) introduces(first int) bool {
	return r.is(first, "according") && r.is(first+1, "to")
}

// listGoesOn reports whether a segment continues a list of names rather than
// describing the name before it.
func (r *reading) listGoesOn(first, last, left int) bool {
	if r.is(first, "and") {
		return true
	}
	m := r.mention[first]
	if m < 0 && r.is(first, "the") && first+1 < last {
		m = r.mention[first+1]
	}
	if m < 0 || r.mentions[m].last < last && !r.is(r.mentions[m].last, "and") {
		return false
	}
	return left > 0 || r.mentions[m].last < last
}

// bareList reports whether a name behind a comma is one more subject, because the
// verb at end is in the plural: "Oslo, Lima agree to a truce".
func (r *reading) bareList(start, first, last, end int) bool {
	a, b := r.mention[start], r.mention[first]
	if a < 0 || b < 0 || end >= len(r.tokens) || r.tags[end] != tagVerb || r.mentions[a].plural || r.mentions[b].last != last || r.mentions[b].kind != byName || r.mentions[a].kind != byName {
		return false
	}
	x, y := r.mentions[a].actor, r.mentions[b].actor
	v := r.verbAt(end)
	return x >= 0 && y >= 0 && x != y && r.actors[x].kind == r.actors[y].kind && v.forms&baseForm != 0 && v.forms&(pastForm|thirdForm) == 0
}

// adverbial reports whether a segment before a verb is no noun phrase.
func (r *reading) adverbial(first, last int) bool {
	if last-first == 1 && r.is(first, "there", "here") && r.is(last, ",") {
		return true
	}
	switch r.tags[first] {
	case tagPrep:
		return !r.is(first, "both", "around", "about", "over")
	case tagSub, tagTo, tagAdv:
		return true
	case tagNoun:
		if r.is(first, "effective", "starting", "beginning") && !r.is(first+1, "of") {
			return true
		}
	case tagVerb:
		return true
	case tagDate:
		return r.date[first] >= 0 && r.dates[r.date[first]].last >= last
	}
	dated := false
	for i := first; i < last; i++ { // "earlier on Monday", "effective Monday"
		dated = dated || r.tags[i] == tagDate
		if r.tags[i] != tagDate && r.tags[i] != tagAdv && r.tags[i] != tagPrep && r.tags[i] != tagDet && !(r.tags[i] == tagNoun && last-first <= 3) {
			return false
		}
	}
	return dated
}

// phraseAt reads the noun phrase that begins in [first, last): its heads are the
// names that stand free, or that a noun for people follows.
func (r *reading) phraseAt(first, last int) nounPhrase {
	np := nounPhrase{first: first, last: last, head: -1}
	viaEnd := -1
	for i := first; i < last; {
		if m := r.mention[i]; m >= 0 && r.mentions[m].first == i {
			i = r.takeMention(&np, m, i, last, &viaEnd)
			continue
		}
		switch r.tags[i] {
		case tagPrep:
			if len(np.mentions) > 0 || np.head >= 0 || np.pronoun != "" {
				return r.throughOf(np, i, last)
			}
		case tagPron:
			if np.head < 0 && len(np.mentions) == 0 {
				np.pronoun = r.tokens[i].lower
			}
		case tagNoun, tagName:
			if h := r.headAfter(i, last); h >= 0 && np.head < 0 && len(np.mentions) == 0 && r.mention[h] < 0 {
				np.head = h
				i = h
			}
		case tagSub, tagVerb:
			return np
		}
		i++
	}
	return np
}

// takeMention adds the mention that begins at token i to a noun phrase, or the
// noun that it only describes, and returns the token behind. viaEnd is where a
// party that a noun stood for ended.
func (r *reading) takeMention(np *nounPhrase, m, i, last int, viaEnd *int) int {
	end := min(r.mentions[m].last, last)
	kind := r.mentions[m].kind
	if r.tags[i] != tagDet && (kind == byPronoun || r.tags[i] == tagPron) {
		if np.head < 0 && len(np.mentions) == 0 {
			np.mentions = append(np.mentions, m)
			np.pronoun = r.tokens[i].lower
		}
		return end
	}
	head := r.headAfter(end, last)
	own := r.tags[i] == tagDet || r.tag(end) == tagPoss // "its forces", "Oslo's envoy"
	switch {
	case (own || kind == byAdjective) && head < 0:
		return end
	case own || kind == byAdjective || head >= 0 && r.actsFor(m, end, head):
		if r.agentive(head) && (r.tags[i] != tagDet || len(np.mentions) == 0) {
			np.mentions = append(np.mentions, m)
			np.via, *viaEnd = true, head+1
		} else if np.head < 0 {
			np.head = head
		}
		return max(end, head+1)
	}
	if np.via && i == *viaEnd && len(np.mentions) > 0 { // "Council members Greece and Panama"
		np.mentions = np.mentions[:len(np.mentions)-1]
		np.via = false
	}
	np.mentions = append(np.mentions, m)
	return end
}

// throughOf lets a noun for people stand for the party behind its "of" or
// "for": "a spokesman for the president", "leaders of the group".
func (r *reading) throughOf(np nounPhrase, i, last int) nounPhrase {
	if len(np.mentions) > 0 || np.head < 0 || !r.agentive(np.head) || !r.is(i, "of", "for", "from", "in", "with") {
		return np
	}
	rest := r.phraseAt(i+1, last)
	if len(rest.mentions) > 0 && rest.pronoun == "" {
		np.mentions = rest.mentions
		np.via = true
	}
	return np
}

// headAfter is the last noun of the run of nouns that begins at i, -1 for none.
func (r *reading) headAfter(i, last int) int {
	if r.tag(i) == tagPoss {
		i++
	}
	head := -1
	for ; i < last; i++ {
		switch {
		case head >= 0 && r.in(i, "postnominal"): // "an official familiar with"
			return head
		case r.tags[i] == tagNoun, r.tags[i] == tagName && r.mention[i] < 0:
			head = i
		case r.tags[i] == tagDet || r.tags[i] == tagNum || r.tags[i] == tagAdv:
		case r.mention[i] >= 0 && r.mentions[r.mention[i]].kind == byAdjective:
		default:
			return head
		}
	}
	return head
}

// actsFor reports whether the noun at head belongs to the mention before it.
func (r *reading) actsFor(m, end, head int) bool {
	for i := end; i < head; i++ {
		if r.tags[i] == tagDet {
			return false
		}
	}
	return true
}

// agentive reports whether the noun names people or bodies that act.
func (r *reading) agentive(i int) bool {
	return r.lex.words["agents"].has(r.bare[i]) || r.lex.words["agents"].has(r.tokens[i].lower)
}

// phraseEndingAt reads the noun phrase whose last word stands before end.
func (r *reading) phraseEndingAt(end, floor int) nounPhrase {
	e := end
	for e > floor && (r.tags[e-1] == tagPunct || r.tags[e-1] == tagAdv || r.tags[e-1] == tagDate || r.tags[e-1] == tagPrep && r.tag(e) == tagDate) {
		e--
	}
	b := e
	for b > floor {
		t := r.tags[b-1]
		if t == tagNoun || t == tagName || t == tagDet || t == tagNum || t == tagPoss || t == tagConj && r.tag(b) != tagPunct && r.tag(b-2) == tagName || r.tags[b-1] == tagPron && b == e {
			b--
			continue
		}
		break
	}
	if b == e {
		return nounPhrase{first: -1, head: -1}
	}
	np := r.phraseAt(b, e)
	if len(np.mentions) == 0 && b > floor && r.tags[b-1] == tagPrep && r.is(b-1, "of", "for", "from", "in") && b-1 > floor {
		if outer := r.phraseEndingAt(b-1, floor); len(outer.mentions) > 0 {
			return outer
		}
	}
	return np
}
