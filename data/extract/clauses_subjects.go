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
		if b := g.subject.first - 1; !r.is(p, "who") && b > st.first && r.tags[b] == tagPrep {
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

// regionStart is the token where the stretch that can hold the subject of the
// group k begins, the word that opens it, and the finite group before it or -1.
func (r *reading) regionStart(k, first, p int, st *sentence) (start int, connector string, bounded int) {
	g := &r.groups[k]
	h := k - 1
	for h >= first && (r.groups[h].form == reduced || r.groups[h].form == participle && r.separated(h, p)) {
		h--
	}
	skipped := -1 // the pronoun of a relative clause between subject and verb
	for h >= first && r.groups[h].relative && r.separated(h, p) {
		for i := r.groups[h].first; i > st.first && skipped < 0; i-- {
			if r.tags[i] == tagSub && r.in(i, "relatives") || r.is(i, "that") {
				skipped = i
			}
		}
		h--
	}
	for h >= first && r.groups[h].form != finite && !r.boundaryBetween(r.groups[h].head+1, p) {
		p = r.groups[h].first - 1 // "an attempt to bring the leaders together failed"
		h--
	}
	g.subjectEnd = p + 1
	start = st.first
	bounded = -1
	if h >= first {
		start, bounded = r.groups[h].head+1, h
	}
	for i := p; i >= start; i-- {
		w := r.tokens[i].lower
		switch {
		case i == skipped:
		case r.is(i, "which", "whom") && r.tags[i] == tagSub && i < p: // "the pact which they left"
			g.relative, g.objectGap = true, true
			return i + 1, w, r.governing(bounded, first)
		case r.tags[i] == tagSub && !r.in(i, "relatives"), r.in(i, "relatives") && r.tags[i] == tagSub && !r.is(i, "who", "which", "whose"):
			return i + 1, w, r.governing(bounded, first)
		case r.in(i, "loose-subordinators") && r.tags[i] == tagPrep && !r.commaBetween(i, p) && r.clauseLike(i, p):
			return i + 1, w, r.governing(bounded, first)
		case w == ";" || w == ":" || w == "—" || w == "–" && r.tags[i] == tagPunct:
			if w == "—" && r.dashPair(i, start) >= 0 {
				i = r.dashPair(i, start)
				continue
			}
			return i + 1, w, bounded
		case isQuoteMark(r.tokens[i].text):
			if i+1 <= p || bounded >= 0 {
				return i + 1, "“", bounded
			}
		case bounded >= 0 && r.tags[i] == tagConj && (w == "but" || r.tokens[max(i-1, 0)].lower == ","):
			return i + 1, w, bounded
		}
	}
	if bounded < 0 {
		return start, "", -1
	}
	if g = &r.groups[bounded]; r.lex.words["say"].has(g.lemma) && g.form == finite && !r.commaBetween(start, p) && start <= p {
		if g.lemma == "tell" { // "told the agency Russia would"
			if m := r.mention[start]; m >= 0 && r.mentions[m].last <= p {
				return r.mentions[m].last, "", bounded
			}
			if r.tags[start] == tagName || r.tags[start] == tagNoun {
				return min(start+1, p), "", bounded
			}
		}
		return start, "", bounded
	}
	if r.lex.words["say"].has(g.lemma) { // "…, the source said"
		for i := p; i > start; i-- {
			if r.tokens[i].lower == "," && i < p && !r.adverbial(i+1, p+1) {
				return i + 1, ",", bounded
			}
		}
	}
	for i := p; i >= start; i-- {
		if r.tokens[i].lower == "and" {
			return i + 1, "and", bounded
		}
	}
	for i := start; i <= p; i++ {
		if r.tokens[i].lower == "," && i < p {
			return i + 1, ",", bounded
		}
	}
	return start, "", bounded
}

// governing is the finite group that a subordinate clause hangs on.
func (r *reading) governing(bounded, first int) int {
	if bounded < first {
		return -1
	}
	return bounded
}

func isQuoteMark(s string) bool {
	switch s {
	case "“", "”", "\"", "«", "»", "„":
		return true
	}
	return false
}

// dashPair is the dash that opens the insertion which the dash at i closes, -1
// for none.
func (r *reading) dashPair(i, start int) int {
	for k := i - 1; k >= start; k-- {
		if r.tokens[k].text == "—" {
			return k
		}
	}
	return -1
}

func (r *reading) separated(h, p int) bool { return r.commaBetween(r.groups[h].head, p+1) }

func (r *reading) commaBetween(i, p int) bool {
	for k := i; k <= p; k++ {
		if r.tokens[k].lower == "," {
			return true
		}
	}
	return false
}

func (r *reading) boundaryBetween(i, p int) bool {
	for k := i; k <= p; k++ {
		if r.tags[k] == tagSub || r.tags[k] == tagConj || r.tokens[k].lower == "," {
			return true
		}
	}
	return false
}

// clauseLike reports whether a noun phrase directly follows the loose
// subordinator at i, as in "after Russia attacked".
func (r *reading) clauseLike(i, p int) bool {
	if i >= p {
		return false
	}
	for k := i + 1; k <= p; k++ {
		if r.tags[k] == tagPrep && !r.is(k, "of", "from", "for") {
			return false
		}
	}
	return true
}

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
		if r.tags[a] == tagPrep && a+1 < s.last && r.tags[a+1] == tagDate { // "on Saturday his forces"
			for a++; a < s.last && r.tags[a] == tagDate; a++ {
			}
		}
		for a < s.last && (r.tags[a] == tagConj || r.tags[a] == tagAdv || isQuoteMark(r.tokens[a].text)) {
			a++
		}
		if a >= s.last || r.adverbial(a, s.last) {
			continue
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
				np.mentions, np.via = []int{m}, false
				return np, np.first
			}
		}
		// "A, B and C": the rest of a list
		if !late && len(np.mentions) > 0 {
			for m := n + 1; m < len(segments) && r.listGoesOn(segments[m].first, segments[m].last, len(segments)-1-m); m++ {
				more := r.phraseAt(segments[m].first, segments[m].last)
				np.mentions = append(np.mentions, more.mentions...)
				np.last = more.last
			}
		}
		return np, np.first
	}
	return nounPhrase{first: -1, head: -1}, start
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
			end := min(r.mentions[m].last, last)
			if r.tags[i] == tagDet { // "its forces", "their offer"
				if head := r.headAfter(end, last); head >= 0 {
					if r.agentive(head) && len(np.mentions) == 0 {
						np.mentions = append(np.mentions, m)
						np.via = true
					} else if np.head < 0 {
						np.head = head
					}
					i = head + 1
					continue
				}
				i = end
				continue
			}
			if r.mentions[m].kind == byPronoun || r.tags[i] == tagPron {
				if np.head < 0 && len(np.mentions) == 0 {
					np.mentions = append(np.mentions, m)
					np.pronoun = r.tokens[i].lower
				}
				i = end
				continue
			}
			head := r.headAfter(end, last)
			switch {
			case r.tag(end) == tagPoss || head >= 0 && r.actsFor(m, end, head):
				if head >= 0 && r.agentive(head) {
					np.mentions = append(np.mentions, m)
					np.via, viaEnd = true, head+1
				} else if np.head < 0 {
					np.head = head
				}
				i = max(end, head+1)
			case r.mentions[m].kind == byAdjective && head < 0:
				i = end
			case r.mentions[m].kind == byAdjective:
				if r.agentive(head) {
					np.mentions = append(np.mentions, m)
					np.via = true
				} else if np.head < 0 {
					np.head = head
				}
				i = head + 1
			default:
				if np.via && i == viaEnd && len(np.mentions) > 0 { // "Council members Greece and Panama"
					np.mentions = np.mentions[:len(np.mentions)-1]
					np.via = false
				}
				np.mentions = append(np.mentions, m)
				i = end
			}
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
			if h := r.headAfter(i, last); h >= 0 && np.head < 0 && len(np.mentions) == 0 {
				if m := r.mention[h]; m < 0 {
					np.head = h
					i = h
				}
			}
		case tagSub, tagVerb:
			return np
		}
		i++
	}
	return np
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

// clauseEnd is the token after the clause of group k: where the next clause with
// a subject of its own begins that is no part of it, or an insertion of who says so.
func (r *reading) clauseEnd(k, last int, st *sentence) int {
	g := &r.groups[k]
	if g.relative {
		for i := g.head + 1; i < st.last; i++ {
			if r.tokens[i].lower == "," || r.tokens[i].lower == ";" || r.tokens[i].text == "—" {
				return i
			}
		}
	}
	for n := k + 1; n < last; n++ {
		h := &r.groups[n]
		if h.form != finite || h.relative || h.second {
			continue
		}
		switch h.connector {
		case "that", "if", "unless", "until", "till", "whether", "as long as", "what", "how", "why", "where", "when", "who", "lest":
			continue
		case "", "“":
			if h.parent >= 0 && r.tag(h.clauseStart-1) != tagPunct {
				continue
			}
			if r.tokens[h.head].quoted == r.tokens[g.head].quoted && h.connector == "" && h.clauseStart > g.head && r.tokens[h.clauseStart-1].lower != "," && !isQuoteMark(r.tokens[h.clauseStart-1].text) {
				continue
			}
			if q := max(h.clauseStart-1, 0); isQuoteMark(r.tokens[q].text) && !g.quoted && h.quoted && !r.is(q-1, "because", "as", "while", "since", "although", "after") {
				continue // the quotation is what the verb is about
			}
		}
		if h.clauseStart <= g.head {
			continue
		}
		end := h.clauseStart
		for end > g.head+1 && (r.tags[end-1] == tagPunct || r.tags[end-1] == tagConj || r.tags[end-1] == tagAdv || r.is(end-1, "as", "after", "before", "since", "while", "because", "although", "though", "whereas", "that")) {
			end--
		}
		return end
	}
	end := st.last
	for end > g.head+1 && r.tags[end-1] == tagPunct {
		end--
	}
	return end
}
