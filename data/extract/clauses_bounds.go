package extract

// stretch is where the subject of a verb group can stand.
type stretch struct {
	start, end int    // tokens [start, end]
	connector  string // the word that opens the clause
	bounded    int    // the group before it, -1 for none
	skipped    int    // the pronoun of a relative clause inside, -1
}

// regionStart finds the stretch before the group k, which ends at token p.
func (r *reading) regionStart(k, first, p int, st *sentence) stretch {
	z := r.groupBefore(k, first, p, st)
	if r.opened(&z, k, first, st) || z.bounded < 0 {
		return z
	}
	h := &r.groups[z.bounded]
	if r.lex.words["say"].has(h.lemma) && (h.form == finite || h.form == participle && r.saysOn(z.bounded, p)) && z.start <= z.end && (!r.commaBetween(z.start, z.end) || h.lemma == "say" && r.phraseBegins(z.start)) {
		z.start = r.afterHearer(z.start, z.end, h)
		return z
	}
	if r.lex.words["say"].has(r.groups[k].lemma) { // "…, the source said"
		for i := z.end - 1; i > z.start; i-- {
			if r.tokens[i].lower == "," && !r.adverbial(i+1, z.end+1) {
				z.start, z.connector = i+1, ","
				return z
			}
		}
	}
	for i := z.end; i >= z.start; i-- {
		if r.tokens[i].lower == "and" && !r.bothOf(i, &z, k) {
			z.start, z.connector = i+1, "and"
			return z
		}
	}
	for i := z.start; i < z.end; i++ {
		if r.tokens[i].lower == "," {
			z.start, z.connector = i+1, ","
			return z
		}
	}
	return z
}

// groupBefore is the stretch from the group that stands before k in its clause:
// relative clauses and participles between a subject and its verb are stepped over.
func (r *reading) groupBefore(k, first, p int, st *sentence) stretch {
	z := stretch{start: st.first, end: p, bounded: -1, skipped: -1}
	h := k - 1
	for h >= first && (r.groups[h].form == reduced || r.groups[h].form == participle && r.separated(h, p) && !r.saysOn(h, p)) {
		h--
	}
	for h >= first && r.groups[h].relative && r.separated(h, p) {
		for i := r.groups[h].first; i > st.first && z.skipped < 0; i-- {
			if r.tags[i] == tagSub && r.in(i, "relatives") || r.is(i, "that") {
				z.skipped = i
			}
		}
		h--
	}
	for h >= first && r.groups[h].form != finite && r.groups[h].head < p && !r.saysOn(h, p) && !r.boundaryBetween(r.groups[h].head+1, z.end) {
		z.end = r.groups[h].first - 1 // "an attempt to bring the leaders together failed"
		if r.groups[h].form == participle && r.tag(z.end) == tagPrep && !r.in(z.end, "loose-subordinators") && !r.is(z.end, "by", "without") {
			z.end-- // "talks on forming a government failed"
		}
		h--
	}
	if h >= first {
		z.start, z.bounded = r.groups[h].head+1, h
	}
	return z
}

// opened looks for the word or mark that opens the clause of the group k, from
// its subject backwards, and moves the start of the stretch behind it.
func (r *reading) opened(z *stretch, k, first int, st *sentence) bool {
	g := &r.groups[k]
	open := func(start int, by string) bool {
		z.start, z.connector = start, by
		return true
	}
	for i := z.end; i >= z.start; i-- {
		w := r.tokens[i].lower
		switch {
		case i == z.skipped:
		case r.is(i, "which", "whom") && r.tags[i] == tagSub && i < z.end: // "the pact which they left"
			g.relative, g.objectGap = true, true
			g.antecedent = r.phraseEndingAt(i, st.first)
			return open(i+1, w)
		case r.tags[i] == tagSub && r.is(i, "whose") && i < z.end:
			g.relative = true
			return open(i+1, w)
		case r.tags[i] == tagSub && !r.is(i, "who", "which", "whose"):
			return open(i+1, w)
		case r.is(i, "as") && r.in(i+1, "damning") && r.tag(i+2) == tagConj: // "denounced it as unfair and said"
		case r.in(i, "loose-subordinators") && r.tags[i] == tagPrep && (!r.commaBetween(i, z.end) && r.clauseLike(i, z.end) || z.bounded >= 0 && i < z.end && (r.mention[i+1] >= 0 || r.tags[i+1] == tagDet && i+1 < z.end && r.mention[i+2] >= 0) && w != "as"):
			return open(i+1, w)
		case w == ";" || w == ":" || w == "—" || w == "–" && r.tags[i] == tagPunct:
			if pair := r.dashPair(i, z.start); pair >= 0 && w != ";" && w != ":" {
				i = pair
				continue
			}
			return open(i+1, w)
		case isQuoteMark(r.tokens[i].text) && i == z.end && r.opensPredicate(i, z):
			z.end--
		case isQuoteMark(r.tokens[i].text) && r.shortQuote(i, z.start) >= 0:
			i = r.shortQuote(i, z.start)
		case isQuoteMark(r.tokens[i].text):
			if i+1 <= z.end || z.bounded >= 0 {
				return open(r.afterQuote(i+1, z.end, g), "“")
			}
		case z.bounded >= 0 && r.tags[i] == tagConj && (w == "but" || r.tokens[max(i-1, 0)].lower == ","):
			return open(i+1, w)
		}
	}
	return false
}

// opensPredicate reports whether the quotation that begins at token i leaves the
// subject before it: "alleging that Oslo “is deceiving the public”".
func (r *reading) opensPredicate(i int, z *stretch) bool {
	if i+1 >= len(r.tokens) || !r.tokens[i+1].quoted || i-1 < z.start {
		return false
	}
	switch r.tags[i-1] {
	case tagNoun, tagName, tagPron:
		return z.bounded < 0 || r.groups[z.bounded].head < i-1 && !(r.lex.words["say"].has(r.groups[z.bounded].lemma) && !r.is(r.groups[z.bounded].head+1, "that") && !r.predicateQuoted(i, z))
	}
	return false
}

// predicateQuoted reports whether only the verb of what is said stands in the
// quotation that begins at token i, its subject before it: said a truce “would fail”.
func (r *reading) predicateQuoted(i int, z *stretch) bool {
	h := &r.groups[z.bounded]
	if h.lemma == "tell" || r.tags[h.head+1] != tagDet && !(r.mention[h.head+1] >= 0 && r.mentions[r.mention[h.head+1]].last == i) {
		return false
	}
	t := r.tags[i+1]
	return (t == tagModal || t == tagBe || t == tagHave) && h.form == finite && h.clauseStart < h.first && r.hearerOnly(h.head+1, i)
}

// saysOn reports whether a participle of saying brings what stands before p:
// "rejects this, saying most were unhurt".
func (r *reading) saysOn(h, p int) bool {
	g := &r.groups[h]
	return r.lex.words["going-on"].has(g.lemma) && (r.tag(g.first-1) == tagPunct || g.absolute || r.is(g.first-1, "as") && len(g.subject.mentions) > 0) && g.head < p && !r.commaBetween(g.head, p)
}

// shortQuote is the mark that opens the quotation that token i closes, where
// only a noun phrase stands between: “any lasting settlement” needs talks. -1 for none.
func (r *reading) shortQuote(i, floor int) int {
	for j := i - 1; j >= floor && j > i-8; j-- {
		switch {
		case isQuoteMark(r.tokens[j].text):
			if j < i-1 && r.tokens[j+1].quoted && (j == floor || !r.lex.words["say"].has(r.lex.lemmaOf(r.tokens[j-1].lower)) && r.tokens[j-1].text != ",") {
				return j
			}
			return -1
		case r.tags[j] == tagVerb || r.tags[j] == tagBe || r.tags[j] == tagModal || r.tags[j] == tagHave || r.tags[j] == tagPunct:
			return -1
		}
	}
	return -1
}

// alongside is the governor of a clause: the verb before it, or for a second
// "and that" the verb that brought the first "that".
func (r *reading) alongside(z stretch, first int) int {
	if i := z.start - 2; z.connector == "that" && i > 0 && r.is(i, "and", "but", "or") {
		for h := z.bounded; h >= first; h-- {
			if g := &r.groups[h]; g.connector == "that" && g.form == finite && !g.relative && g.parent >= 0 {
				return g.parent
			}
		}
	}
	return z.bounded
}

// phraseBegins reports whether a noun phrase can begin at token i.
func (r *reading) phraseBegins(i int) bool {
	return r.tags[i] == tagDet || r.tags[i] == tagNoun || r.tags[i] == tagPron
}

// afterHearer steps over who is told: "told the agency Russia would".
func (r *reading) afterHearer(start, end int, h *verbGroup) int {
	if !r.lex.words["telling"].has(h.lemma) {
		return start
	}
	if end > start && r.tags[end] == tagPron && r.in(end, "subject-pronouns") && r.hearerOnly(start, end) {
		return end // "told the Norwegians they were ready"
	}
	if second := r.secondName(start, end); second >= 0 {
		return second
	}
	if h.lemma != "tell" {
		return start
	}
	if m := r.mention[start]; m >= 0 && r.mentions[m].last <= end {
		return r.mentions[m].last
	}
	if r.tags[start] == tagName || r.tags[start] == tagNoun {
		return min(start+1, end)
	}
	return start
}

// hearerOnly reports whether the tokens are one noun phrase: who is told.
func (r *reading) hearerOnly(first, last int) bool {
	for i := first; i < last; i++ {
		switch r.tags[i] {
		case tagName, tagNoun, tagDet, tagNum, tagPoss, tagAdv, tagDate:
		case tagPrep:
			if !r.is(i, "of", "in", "on", "from", "at") {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// secondName is where a second phrase begins directly behind the name of who is
// told: "told the Norwegians | the group would", "told the envoys | Oslo had".
func (r *reading) secondName(start, end int) int {
	named := false
	for i := start; i <= end; i++ {
		m := r.mention[i]
		if m >= 0 && r.mentions[m].first == i && named && r.tag(i-1) != tagDet && r.tag(i-1) != tagPrep && r.tag(i-1) != tagConj && r.mentions[m].kind != byAdjective {
			if prev := r.mention[i-1]; prev < 0 || r.mentions[prev].kind != byAdjective {
				return i
			}
		}
		if r.tags[i] == tagDet && named && i < end && r.tag(i-1) != tagPrep && r.tag(i-1) != tagConj {
			return i
		}
		if r.tags[i] == tagPunct || r.tags[i] == tagPoss || r.tags[i] == tagPrep {
			return -1
		}
		named = named || m >= 0 && r.mentions[m].kind != byAdjective || r.tags[i] == tagNoun
	}
	return -1
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
		if h.absolute && h.clauseStart > g.head+1 && g.form == participle { // "with A agreeing and B refusing"
			end := h.clauseStart
			for end > g.head+1 && (r.tags[end-1] == tagPunct || r.tags[end-1] == tagConj) {
				end--
			}
			return end
		}
		if h.form != finite || h.relative || h.second {
			continue
		}
		sibling := h.connector == "that" && h.parent == g.parent && g.connector == "that" && r.is(h.clauseStart-2, "and", "but", "or")
		switch h.connector {
		case "that", "if", "unless", "until", "till", "whether", "as long as", "what", "how", "why", "where", "when", "who", "lest":
			if !sibling {
				continue
			}
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
		if h.clauseStart <= g.head || h.connector == "as" && r.is(h.clauseStart-2, "long") {
			continue
		}
		end := h.clauseStart
		for end > g.head+1 && (r.tags[end-1] == tagPunct || r.tags[end-1] == tagConj || r.is(end-1, "then", "instead", "meanwhile", "however", "as", "after", "before", "since", "while", "because", "although", "though", "whereas", "that")) {
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
