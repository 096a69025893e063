package extract

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
			g.antecedent = r.phraseEndingAt(i, st.first)
			return i + 1, w, r.governing(bounded, first)
		case r.tags[i] == tagSub && !r.in(i, "relatives"), r.in(i, "relatives") && r.tags[i] == tagSub && !r.is(i, "who", "which", "whose"):
			return i + 1, w, r.governing(bounded, first)
		case r.in(i, "loose-subordinators") && r.tags[i] == tagPrep && (!r.commaBetween(i, p) && r.clauseLike(i, p) || bounded >= 0 && i < p && r.mention[i+1] >= 0 && !r.is(i, "as")):
			return i + 1, w, r.governing(bounded, first)
		case w == ";" || w == ":" || w == "—" || w == "–" && r.tags[i] == tagPunct:
			if (w == "—" || w == "–") && r.dashPair(i, start) >= 0 {
				i = r.dashPair(i, start)
				continue
			}
			return i + 1, w, bounded
		case isQuoteMark(r.tokens[i].text):
			if i+1 <= p || bounded >= 0 {
				return r.afterQuote(i+1, p, g), "“", bounded
			}
		case bounded >= 0 && r.tags[i] == tagConj && (w == "but" || r.tokens[max(i-1, 0)].lower == ","):
			return i + 1, w, bounded
		}
	}
	if bounded < 0 {
		return start, "", -1
	}
	if g = &r.groups[bounded]; r.lex.words["say"].has(g.lemma) && g.form == finite && start <= p && (!r.commaBetween(start, p) || g.lemma == "say" && (r.tags[start] == tagDet || r.tags[start] == tagNoun || r.tags[start] == tagPron)) {
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

// afterQuote is where the subject of a verb of saying begins behind a quotation
// that the sentence goes on from: “…” that would end the war, the source said.
func (r *reading) afterQuote(start, p int, g *verbGroup) int {
	if !r.lex.words["say"].has(g.lemma) {
		return start
	}
	verb := false
	for i := start; i < p; i++ {
		verb = verb || r.tags[i] == tagVerb || r.tags[i] == tagModal || r.tags[i] == tagBe
		if verb && r.tokens[i].lower == "," && !r.adverbial(i+1, p+1) {
			return i + 1
		}
	}
	return start
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
		if r.tokens[k].text == r.tokens[i].text {
			return k
		}
	}
	return -1
}

func (r *reading) separated(h, p int) bool { return r.commaBetween(r.groups[h].head, p+1) }

func (r *reading) commaBetween(i, p int) bool {
	for k := i; k <= p; k++ {
		if r.tokens[k].lower == "," || r.tokens[k].text == "—" {
			return true
		}
	}
	return false
}

func (r *reading) boundaryBetween(i, p int) bool {
	for k := i; k <= p; k++ {
		if r.tags[k] == tagSub || r.tags[k] == tagConj || r.tokens[k].lower == "," || r.tags[k] == tagPrep && r.in(k, "loose-subordinators") {
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
		for end > g.head+1 && (r.tags[end-1] == tagPunct || r.tags[end-1] == tagConj || r.is(end-1, "instead", "meanwhile", "however", "as", "after", "before", "since", "while", "because", "although", "though", "whereas", "that")) {
			end--
		}
		return end
	}
	end := st.last
	for i := g.head + 1; i+1 < st.last; i++ {
		if r.tokens[i].lower == "according" && r.tokens[i+1].lower == "to" && r.tokens[i-1].lower == "," {
			end = i
			break
		}
	}
	for end > g.head+1 && r.tags[end-1] == tagPunct {
		end--
	}
	return end
}
