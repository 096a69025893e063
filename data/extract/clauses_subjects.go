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
	if r.relativeAt(p, st) {
		r.bindRelative(k, first, p, st)
		return
	}
	z := r.regionStart(k, first, p, st)
	g.connector = z.connector
	if z.bounded >= 0 {
		g.parent = r.alongside(z, first)
	}
	if z.start > p {
		r.goOn(g, z.bounded)
		return
	}
	g.subject, g.clauseStart = r.subjectIn(z.start, z.end+1, z.bounded >= 0 && z.connector == "")
	if r.bindGap(k, &z, st) {
		return
	}
	if prev < first {
		r.antecedent(g, st)
	}
	if len(g.subject.mentions) == 0 && g.subject.head < 0 && g.subject.pronoun == "" && z.bounded >= 0 {
		switch z.connector {
		case "and", "but", "or", ",":
			g.subject = r.groups[z.bounded].subject
		}
	}
}

// bindRow lets a clause begin where the row of its subject does: "A, along with B
// and C, has".
func (r *reading) bindRow(g *verbGroup) {
	for _, m := range g.subject.mentions {
		if row := &r.mentions[m]; len(row.along) > 0 && row.alongFrom < g.clauseStart {
			g.clauseStart = row.alongFrom
		}
	}
}

// relativeAt reports whether the token at p opens a relative clause whose subject
// it is.
func (r *reading) relativeAt(p int, st *sentence) bool {
	if p < st.first || r.is(p, "who", "which") {
		return p >= st.first
	}
	if !r.is(p, "that") || p == st.first {
		return false
	}
	switch r.tags[p-1] {
	case tagNoun, tagName, tagDate:
		return true
	case tagPunct:
		return p-1 > st.first
	}
	return false
}

// bindRelative gives a relative clause the noun before it as its subject.
func (r *reading) bindRelative(k, first, p int, st *sentence) {
	g := &r.groups[k]
	g.relative, g.connector = true, r.tokens[p].lower
	g.subject = r.phraseEndingAt(p, st.first)
	if b := g.subject.first - 1; !r.is(p, "who") && b > st.first && r.is(b, "on", "against", "in", "at", "over", "with", "to") && r.tokens[p-1].lower != "," {
		g.subject.mentions = nil // "an attack on Israel that killed": not Israel
	}
	g.clauseStart = p
	if g.subject.first >= 0 && g.subject.first < g.subject.last {
		g.clauseStart = g.subject.first
	}
	if k > first {
		g.parent = k - 1
	}
}

// goOn lets a verb without a subject of its own go on with that of the verb
// before: "met and agreed", "must stop and return", "to stop and opt for".
func (r *reading) goOn(g *verbGroup, before int) {
	if before < 0 {
		return
	}
	g.clauseStart = g.first
	if r.sayingGap(before, g) {
		return
	}
	if g.past && g.first == g.head || g.perfect || g.past && g.modal == "" {
		before = r.lastFinite(before, g)
	}
	h := &r.groups[before]
	g.subject = h.subject
	bare := r.verbAt(g.head).forms&baseForm != 0
	switch {
	case !g.present:
	case h.form == infinitive && g.first == g.head && bare:
		g.form, g.parent, g.present, g.second = infinitive, h.parent, false, true
	case g.modal == "" && h.modal != "" && (bare || r.is(g.first, "be")):
		g.modal, g.neg, g.present, g.second = h.modal, g.neg || h.neg, false, true
	}
}

// sayingGap reports whether a verb directly behind a verb of saying lacks its
// subject, which stands before: "talks which he said failed".
func (r *reading) sayingGap(before int, g *verbGroup) bool {
	h := &r.groups[before]
	return h.form == finite && h.head+1 == g.first && r.lex.words["say"].has(h.lemma)
}

// lastFinite is the verb that a past tense behind "and" goes on with: not an
// infinitive or participle that hangs on it ("urged them to stop and left").
func (r *reading) lastFinite(before int, g *verbGroup) int {
	if !r.is(r.wordBefore(g.first, r.sentences[g.sentence].first), "and", "but", "or", ",") {
		return before
	}
	for p := before; p >= 0 && r.groups[p].sentence == g.sentence; p-- {
		if h := &r.groups[p]; h.form == finite && !h.relative && h.connector != "if" && h.connector != "because" {
			if up := h.parent; h.connector == "that" && up >= 0 && r.resumesSaying(up, p, g) {
				return up
			}
			return p
		}
	}
	return before
}

// resumesSaying reports whether a verb behind "and" or "but" goes on with the
// verb of saying at up, not with the clause p that it brings: "stressed that
// Oslo is committed but insisted that".
func (r *reading) resumesSaying(up, p int, g *verbGroup) bool {
	h, inner := &r.groups[up], &r.groups[p]
	if h.form != finite || !r.lex.words["say"].has(h.lemma) || h.past != g.past || g.perfect || r.groups[p].sentence != h.sentence {
		return false
	}
	return r.lex.words["going-on"].has(g.lemma) || g.past && (inner.present || inner.modal != "") && !inner.past
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
	if n >= st.last || r.tags[n] != tagName && r.tags[n] != tagDet && r.tags[n] != tagPron && !(closing && r.tags[n] == tagNoun) {
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
	switch {
	case g.form == reduced:
		g.clauseStart = g.first
		if g.subject = r.phraseEndingAt(g.first, st.first); r.is(g.first-1, "as") {
			g.subject = nounPhrase{first: -1, head: -1}
		}
		if g.subject.first >= 0 && g.subject.first < g.first {
			g.clauseStart = g.subject.first
		}
	case g.form == participle && g.parent >= 0:
		r.bindParticiple(k, first, st)
	case g.parent < 0:
		g.subject = nounPhrase{first: -1, head: -1}
		if np, ok := r.absoluteSubject(k, first, st); ok && g.form == participle {
			g.subject, g.absolute, g.clauseStart = np, true, np.first
		}
	default:
		r.bindInfinitive(k)
	}
}

// bindParticiple finds whose act a participle is: of the governor's subject, or
// of whom the governor blames.
func (r *reading) bindParticiple(k, first int, st *sentence) {
	g := &r.groups[k]
	if as := r.wordBefore(g.first, st.first); r.is(as, "as") { // "dismissed the plan as setting"
		g.subject = nounPhrase{first: -1, head: -1}
		if h := &r.groups[g.parent]; r.lex.words["quoting"].has(h.lemma) && r.lex.words["say"].has(g.lemma) {
			if g.subject = h.subject; !h.passive { // "quoted the envoy as saying"
				g.subject = r.phraseAt(h.head+1, as)
			}
		}
		return
	}
	if np, ok := r.absoluteSubject(k, first, st); ok {
		g.subject, g.parent, g.absolute, g.clauseStart = np, -1, true, np.first
		return
	}
	if np, ok := r.explains(g, st); ok {
		g.subject = np
		return
	}
	if h := &r.groups[g.parent]; r.is(g.first-1, "of", "for", "from") && r.lex.words["blaming"].has(h.lemma) && g.first-1 > h.head+1 {
		if np := r.phraseAt(h.head+1, g.first-1); len(np.mentions) > 0 || np.head >= 0 { // "accused the rebels of refusing"
			g.subject = np
			return
		}
	}
	if r.lex.words["say"].has(g.lemma) && r.is(g.first-1, ",") {
		if main := r.speaking(k, first); main >= 0 {
			g.parent = main
		}
	}
	g.subject = r.groups[g.parent].subject
}

// speaking is the verb that ", warning that" goes on with: the last of saying,
// else the last that is finite; -1 for none.
func (r *reading) speaking(k, first int) int {
	main := -1
	for h := k - 1; h >= first; h-- {
		if r.groups[h].form != finite || r.groups[h].relative {
			continue
		}
		if r.lex.words["say"].has(r.groups[h].lemma) {
			return h
		}
		if main < 0 {
			main = h
		}
	}
	return main
}

// bindInfinitive finds who does what an infinitive says: the governor's subject,
// or its object behind verbs like "urge".
func (r *reading) bindInfinitive(k int) {
	g := &r.groups[k]
	h := &r.groups[g.parent]
	if i := r.forSubject(g.first, h); i >= 0 {
		g.subject = r.phraseAt(i+1, g.first)
		g.forSubject = true
		return
	}
	g.subject = h.subject
	if h.form == infinitive && r.is(g.first-1, "and", "or", "but") { // hangs on the governor of the first
		g.parent = h.parent
		return
	}
	if !r.lex.words["object-control"].has(h.lemma) || h.passive {
		return
	}
	start := h.head + 1
	np := r.phraseAt(start, g.first)
	if len(np.mentions) == 0 && np.head < 0 && r.tag(start) == tagPrep { // "called on Oslo to"
		np = r.phraseAt(start+1, g.first)
	}
	if len(np.mentions) > 0 || np.head >= 0 {
		g.subject = np
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
