package extract

// bindSubject finds the subject of the group k, its connector and governor.
// first is the first group of the sentence.
func (r *reading) bindSubject(k, first int) {
	g := &r.groups[k]
	st := &r.sentences[g.sentence]
	g.clauseStart = g.first
	prev := k - 1
	switch g.form {
	case infinitive, participle, reduced:
		r.bindNonFinite(k, first, st)
		return
	}
	if r.bindInverted(k, st) {
		return
	}
	p := g.first - 1
	for p >= st.first && (r.tags[p] == tagAdv || r.tags[p] == tagNeg) {
		p--
	}
	if p >= st.first && (r.is(p, "who", "which") || r.is(p, "that") && p > st.first && (r.tags[p-1] == tagNoun || r.tags[p-1] == tagName || r.tags[p-1] == tagDate || r.tags[p-1] == tagPunct && p-1 > st.first)) {
		g.relative, g.connector = true, r.tokens[p].lower
		g.subject = r.phraseEndingAt(p, st.first)
		if b := g.subject.first - 1; !r.is(p, "who") && b > st.first && r.is(b, "on", "against", "in", "at", "over", "with", "to") && r.tokens[p-1].lower != "," {
			g.subject.mentions = nil // "an attack on Israel that killed": not Israel
		}
		g.clauseStart = p
		if g.subject.first >= 0 && g.subject.first < g.subject.last {
			g.clauseStart = g.subject.first
		}
		if prev >= first {
			g.parent = prev
		}
		return
	}
	start, connector, bounded := r.regionStart(k, first, p, st)
	g.connector = connector
	if bounded >= 0 {
		g.parent = bounded
	}
	if start > p { // nothing between: "… and rejected", "said that would"
		if bounded >= 0 {
			h := &r.groups[bounded]
			g.subject = h.subject
			g.clauseStart = g.first
			if h.form == infinitive && g.present && g.first == g.head && r.verbAt(g.head).forms&baseForm != 0 { // "to stop and opt for"
				g.form, g.parent, g.present, g.second = infinitive, h.parent, false, true
				return
			}
			if g.modal == "" && h.modal != "" && g.present && (r.verbAt(g.head).forms&baseForm != 0 || r.is(g.first, "be")) { // "must stop and return"
				g.modal, g.neg, g.present, g.second = h.modal, g.neg || h.neg, false, true
			}
		}
		return
	}
	if g.subjectEnd > 0 {
		p = min(p, g.subjectEnd-1)
	}
	g.subject, g.clauseStart = r.subjectIn(start, p+1, bounded >= 0 && connector == "")
	if prev < first {
		r.antecedent(g, st)
	}
	if len(g.subject.mentions) == 0 && g.subject.head < 0 && g.subject.pronoun == "" && bounded >= 0 && (connector == "and" || connector == "but" || connector == "or" || connector == ",") {
		g.subject = r.groups[bounded].subject
	}
}

// antecedent lets an "it" that begins a sentence stand for the subject of the
// sentence before, where that is no person: the subject is what a text is about.
func (r *reading) antecedent(g *verbGroup, st *sentence) {
	if g.subject.pronoun != "it" || g.subject.first != st.first || g.sentence == 0 {
		return
	}
	before := g.sentence - 1
	if r.sentences[before].heading || st.paragraph-r.sentences[before].paragraph > 1 {
		return
	}
	for k := r.bySent[before][0]; k < r.bySent[before][1]; k++ {
		h := &r.groups[k]
		if h.form != finite || h.relative {
			continue
		}
		if len(h.subject.mentions) == 1 && h.subject.pronoun == "" {
			if a := r.mentions[h.subject.mentions[0]].actor; a >= 0 && r.actors[a].kind != "person" {
				g.subject.mentions = h.subject.mentions
			}
		}
		return
	}
}

// bindInverted handles “…,” said Trump.
func (r *reading) bindInverted(k int, st *sentence) bool {
	g := &r.groups[k]
	if !r.lex.words["say"].has(g.lemma) || g.first != g.head || !g.past && !g.present {
		return false
	}
	p := g.first - 1
	for p >= st.first && (r.tokens[p].lower == "," || r.tags[p] == tagAdv) {
		p--
	}
	closing := p >= st.first && (r.tokens[p].text == "”" || r.tokens[p].text == "\"" || r.tokens[p].text == "»" || r.tokens[p].quoted && !r.tokens[g.first].quoted)
	if p >= st.first && !closing && r.tokens[g.first-1].lower != "," {
		return false
	}
	n := g.head + 1
	if n >= st.last || r.tags[n] != tagName && r.tags[n] != tagDet && r.tags[n] != tagPron {
		return false
	}
	end := n
	for end < st.last && r.tags[end] != tagVerb && r.tags[end] != tagBe && r.tags[end] != tagModal && r.tags[end] != tagHave && r.tokens[end].lower != "," && r.tokens[end].lower != "." && r.tags[end] != tagSub && end-n < 14 {
		end++
	}
	if !closing && r.tags[n] == tagDet || end < st.last && (r.tags[end] == tagVerb || r.tags[end] == tagBe || r.tags[end] == tagModal || r.tags[end] == tagHave) {
		return false // "…, the spokesman, said Oslo was ready"
	}
	g.subject, _ = r.subjectIn(n, end, false)
	g.clauseStart = g.first
	return len(g.subject.mentions) > 0 || g.subject.head >= 0
}

// bindNonFinite gives infinitives and participles the subject of their governor.
func (r *reading) bindNonFinite(k, first int, st *sentence) {
	g := &r.groups[k]
	for h := k - 1; h >= first; h-- {
		if r.groups[h].form == reduced && g.form != infinitive {
			continue
		}
		g.parent = h
		break
	}
	if g.form == reduced {
		g.subject = r.phraseEndingAt(g.first, st.first)
		if r.is(g.first-1, "as") {
			g.subject = nounPhrase{first: -1, head: -1}
		}
		g.clauseStart = g.first
		if g.subject.first >= 0 && g.subject.first < g.first {
			g.clauseStart = g.subject.first
		}
		return
	}
	if g.parent < 0 {
		g.subject = nounPhrase{first: -1, head: -1}
		return
	}
	if g.form == participle && r.is(r.wordBefore(g.first, st.first), "as") { // "dismissed the plan as setting"
		g.subject = nounPhrase{first: -1, head: -1}
		return
	}
	if i := r.forSubject(g.first, &r.groups[g.parent]); g.form == infinitive && i >= 0 {
		g.subject = r.phraseAt(i+1, g.first)
		g.forSubject = true
		return
	}
	// A coordinated infinitive hangs on the governor of the first.
	if h := &r.groups[g.parent]; g.form == infinitive && h.form == infinitive && r.is(g.first-1, "and", "or", "but") {
		g.parent = h.parent
		g.subject = h.subject
		return
	}
	if h := &r.groups[g.parent]; g.form == participle && r.is(g.first-1, "of", "for", "from") && r.lex.words["blaming"].has(h.lemma) && g.first-1 > h.head+1 {
		if np := r.phraseAt(h.head+1, g.first-1); len(np.mentions) > 0 || np.head >= 0 { // "accused the rebels of refusing"
			g.subject = np
			return
		}
	}
	if g.form == participle && r.lex.words["say"].has(g.lemma) && r.is(g.first-1, ",") { // ", warning that": goes on with who spoke
		main := -1
		for h := k - 1; h >= first; h-- {
			if r.groups[h].form != finite || r.groups[h].relative {
				continue
			}
			if r.lex.words["say"].has(r.groups[h].lemma) {
				main = h
				break
			}
			if main < 0 {
				main = h
			}
		}
		if main >= 0 {
			g.parent = main
		}
	}
	h := &r.groups[g.parent]
	g.subject = h.subject
	if g.form == infinitive && r.lex.words["object-control"].has(h.lemma) && !h.passive {
		if np := r.phraseAt(h.head+1, g.first); len(np.mentions) > 0 || np.head >= 0 {
			g.subject = np
		} else if r.tag(h.head+1) == tagPrep {
			if np = r.phraseAt(h.head+2, g.first); len(np.mentions) > 0 || np.head >= 0 {
				g.subject = np
			}
		}
	}
}

// bindFronted gives a participle before its clause the subject behind it:
// "Rejecting the offer, the union said".
func (r *reading) bindFronted(first, last int) {
	for k := first; k < last; k++ {
		g := &r.groups[k]
		if g.form != participle || g.parent >= 0 || g.first > r.sentences[g.sentence].first+1 {
			continue
		}
		for n := k + 1; n < last; n++ {
			if h := &r.groups[n]; h.form == finite && !h.relative && h.subject.first > g.head {
				g.subject = h.subject
				break
			}
		}
	}
}

// wordBefore is the last word before i that is no adverb.
func (r *reading) wordBefore(i, floor int) int {
	for i--; i > floor && (r.tags[i] == tagAdv || isQuoteMark(r.tokens[i].text)); i-- {
	}
	return i
}

// forSubject is the "for" of "for Russia to accept", -1 for none.
func (r *reading) forSubject(to int, h *verbGroup) int {
	for i := to - 1; i > h.head && i > to-8; i-- {
		if r.tokens[i].lower == "for" {
			return i
		}
		if r.tags[i] == tagPrep || r.tags[i] == tagPunct || r.tags[i] == tagConj {
			return -1
		}
	}
	return -1
}

// agentOf is the phrase behind "by" in the clause of a passive.
func (r *reading) agentOf(k int) nounPhrase {
	g := &r.groups[k]
	for i := g.head + 1; i < g.end && i < g.head+14; i++ {
		if r.tokens[i].lower == "by" && r.date[min(i+1, len(r.date)-1)] < 0 {
			end := i + 1
			for end < g.end && r.tags[end] != tagVerb && r.tags[end] != tagSub && r.tokens[end].lower != "," && r.tags[end] != tagPrep {
				end++
			}
			return r.phraseAt(i+1, max(end, i+1))
		}
	}
	return nounPhrase{first: -1, head: -1}
}
