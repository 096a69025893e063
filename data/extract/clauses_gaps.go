package extract

// bindGap finds relative clauses whose verb lacks its object, because the noun
// before them is it: "a truce that Oslo rejected", "an idea the army dismissed".
// z is the stretch before the verb. It is false where the clause is none.
func (r *reading) bindGap(k int, z *stretch, st *sentence) bool {
	g := &r.groups[k]
	if g.objectGap || g.passive || !r.lex.words["takes-object"].has(g.lemma) || !r.lacksObject(g, st) || z.start > z.end {
		return false
	}
	i := z.start - 1 // of "that"
	if z.connector == "that" && i > st.first && r.is(i, "that") && r.tags[i-1] == tagNoun && !r.reportNoun(i-1) {
		g.relative, g.objectGap = true, true
		g.antecedent = r.phraseEndingAt(i, st.first)
		return true
	}
	at := r.secondPhrase(z)
	if at < 0 {
		return false
	}
	g.relative, g.objectGap = true, true
	g.antecedent = r.phraseAt(z.start, at)
	g.antecedent.first, g.antecedent.last = z.start, at
	g.subject, g.clauseStart = r.phraseAt(at, z.end+1), z.start
	return true
}

// reportNoun reports whether a clause behind the noun says what it holds: "the
// news that Oslo rejected": nothing is missing there.
func (r *reading) reportNoun(i int) bool {
	n := r.nounAt(i)
	return r.lex.words["charges"].has(r.bare[i]) || n != nil && n.links.has("that")
}

// lacksObject reports whether nothing behind a verb can be its object.
func (r *reading) lacksObject(g *verbGroup, st *sentence) bool {
	i := g.head + 1
	for i < st.last && (r.tags[i] == tagAdv || r.tags[i] == tagDate) {
		i++
	}
	return i >= st.last || r.tags[i] == tagPunct && !isQuoteMark(r.tokens[i].text) || r.tags[i] == tagConj ||
		r.tags[i] == tagPrep && i+1 < st.last && (r.tags[i+1] == tagDate || r.is(i, "as", "after", "because", "in"))
}

// secondPhrase is where a second noun phrase begins directly behind a first one
// in a stretch: "a suggestion | the delegation"; -1 for none.
func (r *reading) secondPhrase(z *stretch) int {
	if r.tags[z.start] != tagDet || r.mention[z.start] >= 0 && r.mentions[r.mention[z.start]].first == z.start {
		return -1
	}
	for i := z.start + 2; i <= z.end; i++ {
		if r.is(i, "both", "all") && r.tags[i-1] == tagNoun && i < z.end {
			return i
		}
		if r.tags[i-1] != tagNoun || r.mention[i-1] >= 0 {
			continue
		}
		if r.tags[i] == tagDet && !r.in(i, "adverbs") {
			return i
		}
		if m := r.mention[i]; m >= 0 && r.mentions[m].first == i && r.mentions[m].kind != byAdjective && r.mentions[m].actor >= 0 {
			return i
		}
		if r.tags[i] == tagPrep || r.tags[i] == tagConj {
			return -1
		}
	}
	return -1
}

// explains is whose noun a participle explains that stands behind a dash or comma:
// "Oslo's position — demanding a withdrawal". It is false where no such noun is.
func (r *reading) explains(g *verbGroup, st *sentence) (nounPhrase, bool) {
	i := g.first - 1
	if i-2 < st.first || r.tags[i] != tagPunct || isQuoteMark(r.tokens[i].text) || r.tags[i-1] != tagNoun || !r.lex.words["stances"].has(r.bare[i-1]) {
		return nounPhrase{}, false
	}
	for j := i - 2; j >= st.first && j > i-6; j-- {
		if m := r.mention[j]; m >= 0 && r.mentions[m].actor >= 0 && (r.tag(r.mentions[m].last) == tagPoss || r.tags[j] == tagDet || r.mentions[m].kind == byAdjective) {
			return nounPhrase{first: r.mentions[m].first, last: r.mentions[m].last, mentions: []int{m}, head: -1, via: true}, true
		}
	}
	return nounPhrase{}, false
}

// bothOf reports whether the "and" at token i joins two names that the verb of the
// group k has for its subject: "both Oslo and Lima have", not "and Lima has".
func (r *reading) bothOf(i int, z *stretch, k int) bool {
	m := r.mention[min(i+1, z.end)]
	if i <= z.start || i >= z.end || m < 0 || r.mention[i-1] < 0 || r.mentions[m].last != z.end+1 {
		return false
	}
	for j := i - 1; j >= z.start && j > i-6; j-- {
		if r.is(j, "both") {
			return true
		}
	}
	return r.is(r.groups[k].first, "have", "are", "were", "do") && !r.mentions[m].plural && r.mentions[m].kind == byName
}
