package extract

import (
	"slices"
	"strings"
)

// statement is a position or an event on its way: what a rule found, before
// merging and scoring.
type statement struct {
	first, last int // tokens of the passage
	sentence    int
	actors      []int // indexes; of a position the holder alone
	behalf      int   // whom the holder speaks for by this text, -1
	stance      string
	event       string
	status      string
	objFirst    int // tokens of the proposal
	objLast     int
	issue       string
	title       string
	condition   string
	redLine     bool
	voice       int // index of voices, -1
	date        int // index of dates, -1
	verb        int // token of the word that tells
	base        int // likelihood by the lexicon, 0 to 100
	rule        string
	group       int // -1 for a noun
	noun        string
	signs       []sign
	also        []statement
	confidence  float64
}

// findPositions finds who stands where.
func (r *reading) findPositions() []statement {
	var out []statement
	for s := range r.sentences {
		mine := len(out)
		for k := r.bySent[s][0]; k < r.bySent[s][1]; k++ {
			out = append(out, r.positionsOf(k)...)
		}
		out = append(out, r.nounPositions(s, out[mine:])...)
	}
	return out
}

// positionsOf are the positions that the verb group k tells.
func (r *reading) positionsOf(k int) []statement {
	g := &r.groups[k]
	if g.lemma == "" || r.isContent(k) {
		return nil
	}
	modal := r.modalPositions(k)
	if g.obliges() {
		return modal
	}
	m, _, about := r.movesOf(k)
	if m == nil || g.form == infinitive && (g.forSubject || m.position < 70 && !r.willed(k)) || r.nounTells(about.first, g) {
		return modal
	}
	out := r.movePositions(k, m, about)
	if len(out) == 0 || len(modal) > 0 && !strings.HasPrefix(m.stance, "not:") && !(g.neg && m.stance == "rejects") && modal[0].base > out[0].base && modal[0].actors[0] == out[0].actors[0] {
		return modal
	}
	return out
}

// nounTells reports whether a verb like "reiterate" has an object that is a
// position by itself ("their opposition to") or a mere feeling ("its concern").
func (r *reading) nounTells(i int, g *verbGroup) bool {
	if !lightVerbs.has(g.lemma) {
		return false
	}
	for j := i; j < g.end && j < i+5; j++ {
		if r.lex.words["feelings"].has(r.bare[j]) {
			return true
		}
		if n := r.nounAt(j); n != nil && n.stance != "" && n.links.has(r.tokens[min(j+1, len(r.tokens)-1)].lower) {
			return true
		}
		if r.tags[j] == tagPrep || r.tags[j] == tagSub || r.tags[j] == tagPunct {
			return false
		}
	}
	return false
}

// obliges reports whether the group says what must or should be done.
func (g *verbGroup) obliges() bool {
	return g.modal == "must" || g.modal == "should" || g.modal == "ought" || g.modal == "have to"
}

// willed reports whether an infinitive says what its subject does or decided,
// and is no mere purpose: "decided to back", "continues to support".
func (r *reading) willed(k int) bool {
	g := &r.groups[k]
	if g.parent < 0 {
		return false
	}
	h := &r.groups[g.parent]
	return r.lex.words["transparent"].has(h.lemma) && g.first-h.head <= 4 && r.tag(g.first-1) != tagNoun
}

// isContent reports whether the group is an infinitive or gerund that is what
// another move is about: "agreed to release", "refused to accept".
func (r *reading) isContent(k int) bool {
	g := &r.groups[k]
	if g.form != infinitive && g.form != participle || g.parent < 0 {
		return false
	}
	h := &r.groups[g.parent]
	if g.form == participle && (r.tokens[max(g.first-1, 0)].lower == "," || r.tag(g.first-1) == tagPunct || r.is(g.first-1, "while", "by", "and", "then", "first", "before")) {
		return r.isContent(g.parent)
	}
	if h.lemma == "" {
		return false
	}
	if m, _, _ := r.movesOf(g.parent); m != nil && m.position >= 30 {
		return true
	}
	if g.form == infinitive && !r.lex.words["transparent"].has(h.lemma) {
		// "in an effort to pressure", "a plan to": told by the noun or not at all
		return r.isContent(g.parent)
	}
	return r.isContent(g.parent)
}

// movePositions makes the positions of a group that a line of the lexicon fits.
func (r *reading) movePositions(k int, m *move, about complement) []statement {
	g := &r.groups[k]
	holder := g.subject
	adjective := g.passive && len(m.pattern) > 0 && m.pattern[0].words.has(r.tokens[g.head].lower)
	if g.passive && !adjective {
		holder = g.agent
	}
	base := statement{sentence: g.sentence, behalf: -1, stance: m.stance, objFirst: about.first, objLast: g.end,
		voice: r.voiceAt[g.head], date: -1, verb: g.head, base: m.position, group: k, rule: "verb"}
	if g.passive && !adjective && g.subject.first >= 0 {
		base.objFirst, base.objLast = g.subject.first, g.subject.last
	}
	if about.bare {
		base.base -= 15
	}
	base.first, base.last = r.passageOf(k)
	if r.claims(k, about) || !r.turn(&base, k, m) {
		return nil
	}
	return r.forHolders(base, holder, k)
}

// claims reports whether a verb of insisting only says that something is so:
// "insisted that both had agreed" demands nothing.
func (r *reading) claims(k int, about complement) bool {
	g := &r.groups[k]
	if about.kind != "that" || g.lemma != "insist" && g.lemma != "maintain" && g.lemma != "reiterate" && g.lemma != "affirm" && g.lemma != "reaffirm" {
		return false
	}
	for n := k + 1; n < r.bySent[g.sentence][1]; n++ {
		if h := &r.groups[n]; h.form == finite && !h.relative {
			return h.modal == "" && !h.neg && h.lemma != "be" && (h.past || h.perfect || h.present && r.verbAt(h.head).forms&thirdForm != 0)
		}
	}
	return false
}

// forHolders makes one position for each actor that holds it. Persons of one
// side in one breath are one holder.
func (r *reading) forHolders(base statement, holder nounPhrase, k int) []statement {
	actors := r.actorsOf(holder, base.voice)
	var out []statement
	for _, a := range actors {
		if slices.ContainsFunc(out, func(o statement) bool {
			return r.side(o.actors[0]) == r.side(a) && (o.actors[0] == a || r.actors[a].of >= 0)
		}) {
			continue
		}
		st := base
		st.actors = []int{a}
		out = append(out, st)
		if len(out) == 5 {
			break
		}
	}
	return out
}

// actorsOf are the actors whose mentions head a noun phrase; "we" and "I" are
// the speaker.
func (r *reading) actorsOf(np nounPhrase, voice int) []int {
	var out []int
	add := func(m int) {
		if m < 0 {
			return
		}
		for _, a := range append([]int{r.mentions[m].actor}, r.mentions[m].more...) {
			if a >= 0 && !r.actors[a].media && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	if r.lex.words["self-pronouns"].has(np.pronoun) {
		if voice >= 0 {
			add(r.voices[voice].mention)
		}
		return out
	}
	for _, m := range np.mentions {
		add(m)
	}
	return out
}

// side is the party at the end of the chain of those that an actor speaks for.
func (r *reading) side(a int) int {
	for n := 0; n < 6 && r.actors[a].of >= 0 && r.actors[a].of != a; n++ {
		a = r.actors[a].of
	}
	return a
}

// passageOf is the clause that tells the group k, with its subject.
func (r *reading) passageOf(k int) (first, last int) {
	g := &r.groups[k]
	first, last = min(g.clauseStart, g.first), g.end
	if g.subject.first >= 0 && g.subject.first < first && g.form == reduced {
		first = g.subject.first
	}
	if g.form == participle || g.form == infinitive {
		first = g.first
	}
	return r.trim(first, last)
}

// trim takes marks off the ends of a passage, but leaves quotation marks that
// have their pair in it.
func (r *reading) trim(first, last int) (int, int) {
	for first < last && (r.tags[first] == tagPunct && !isQuoteMark(r.tokens[first].text) && r.tokens[first].text != "(" && r.tokens[first].text != "$" || r.tags[first] == tagConj) {
		first++
	}
	for last > first && r.tags[last-1] == tagPunct && !isQuoteMark(r.tokens[last-1].text) && r.tokens[last-1].text != ")" && r.tokens[last-1].text != "%" {
		last--
	}
	return first, last
}

// turn works negation, modality and conditions into the stance of a position.
// It is false where nothing is left of it.
func (r *reading) turn(st *statement, k int, m *move) bool {
	g := &r.groups[k]
	neg := g.neg
	for p := g.parent; g.form == infinitive && p >= 0; p = r.groups[p].parent {
		h := &r.groups[p]
		neg = neg != (h.neg || h.lemma == "refuse" || h.lemma == "fail" || h.lemma == "decline")
		st.sign(h.modal == "could" || h.modal == "might" || h.modal == "may", signMaybe)
		if h.form != infinitive {
			break
		}
	}
	if only, ok := strings.CutPrefix(st.stance, "not:"); ok {
		if !neg {
			return false
		}
		st.stance, neg = only, false
	}
	if neg {
		switch st.stance {
		case "supports":
			if g.perfect && g.modal == "" {
				st.stance = "unclear"
			} else {
				st.stance = "rejects"
			}
		case "rejects":
			switch { // what one will not block one lets pass
			case g.modal == "will" || g.modal == "would" || g.past && !g.perfect && m.position >= 60:
				st.stance = "supports"
				st.base -= 15
			case m.position >= 80:
				st.stance = "unclear"
				st.sign(true, signDouble)
			default:
				return false
			}
		case "demands", "unclear", "conditional":
			return false
		}
	}
	if r.hypotheticalClause(k) {
		return false
	}
	st.sign(g.modal == "could" || g.modal == "might" || g.modal == "may", signMaybe)
	st.sign(g.modal == "would" && !r.lex.words["self-pronouns"].has(g.subject.pronoun) && st.voice < 0, signMaybe)
	st.sign(g.past || g.perfect || g.present && st.voice >= 0, signTold)
	r.condition(st, k)
	return true
}

// hypotheticalClause reports whether the group stands behind an if or whether,
// or in a question.
func (r *reading) hypotheticalClause(k int) bool {
	g := &r.groups[k]
	switch g.connector {
	case "if", "whether", "unless", "lest", "how", "why", "what", "when", "until", "till", "where":
		return g.form == finite && !g.relative
	}
	s := r.sentences[g.sentence]
	return s.last > s.first && r.endsWith(s, "?")
}

func (r *reading) endsWith(s sentence, mark string) bool {
	for i := s.last - 1; i >= s.first && i >= s.last-3; i-- {
		if r.tokens[i].text == mark {
			return true
		}
	}
	return false
}

// conditions that turn an offer into a conditional one, longest first.
var conditions = [][]string{
	{"only", "if"}, {"only", "when"}, {"only", "after"}, {"only", "once"}, {"provided"}, {"providing"}, {"unless"}, {"as", "long", "as"}, {"so", "long", "as"},
	{"on", "condition"}, {"on", "the", "condition"}, {"in", "exchange"}, {"in", "return"}, {"until"}, {"if"}, {"in", "case"}, {"conditional", "on"}, {"contingent", "on"},
	{"subject", "to"}, {"in", "principle"}, {"not", "before"}, {"or", "face"}, {"or", "else"}, {"but", "only"},
}

// condition finds what a position is tied to and turns the stance by it.
func (r *reading) condition(st *statement, k int) {
	g := &r.groups[k]
	s := &r.sentences[g.sentence]
	from, to := g.head+1, max(g.end, st.last)
	if r.leadingIf(g, s) >= 0 {
		from = r.leadingIf(g, s)
	}
	for i := from; i < to; i++ {
		for _, c := range conditions {
			if !r.follows(i, c) || i == g.head {
				continue
			}
			if c[0] == "until" && r.date[min(i+1, len(r.date)-1)] >= 0 || c[0] == "if" && (r.is(i-1, "even", "as", "see", "ask", "know") || i > g.head && r.in(i-1, "say")) {
				continue
			}
			if c[0] == "provided" && (r.tag(i-1) == tagBe || r.tag(i-1) == tagHave || r.tag(i+1) == tagPrep) {
				continue
			}
			if (c[0] == "unless" || c[0] == "until") && st.stance == "rejects" || st.stance == "supports" {
				st.stance = "conditional"
			} else if st.stance != "conditional" && st.stance != "unclear" {
				continue
			}
			st.condition = clip(r.words(i, min(to, i+24)))
			st.sign(true, signCondition)
			return
		}
	}
}

// leadingIf is the token of an "if" or "unless" clause before the main clause, -1.
func (r *reading) leadingIf(g *verbGroup, s *sentence) int {
	for i := min(g.clauseStart, g.first) - 1; i >= s.first; i-- {
		if r.tokens[i].lower == "if" || r.tokens[i].lower == "unless" {
			if r.is(i-1, "even", "as") || r.commaBetween(s.first, i-1) && r.is(i-1, "see", "asked") {
				return -1
			}
			return i
		}
		if r.tokens[i].lower == ";" || r.tokens[i].lower == "that" && r.tags[i] == tagSub && i < g.clauseStart-1 {
			return -1
		}
	}
	return -1
}

func (r *reading) follows(i int, words []string) bool {
	if i+len(words) > len(r.tokens) {
		return false
	}
	for n, w := range words {
		if r.tokens[i+n].lower != w {
			return false
		}
	}
	return true
}

// redLines are words by which a position is called not negotiable.
var redLines = [][]string{{"non-negotiable"}, {"nonnegotiable"}, {"not", "negotiable"}, {"red", "line"}, {"red", "lines"}, {"never"}, {"under", "no", "circumstances"},
	{"not", "up", "for", "negotiation"}, {"no", "compromise"}, {"off", "the", "table"}, {"not", "subject", "to", "negotiation"}, {"absolutely", "not"}, {"categorically"}}

// firmIn reports whether the tokens call something a red line.
func (r *reading) firmIn(first, last int) bool {
	for i := first; i < last; i++ {
		for _, w := range redLines {
			if i+len(w) <= last && r.follows(i, w) {
				return true
			}
		}
	}
	return false
}

// clip shortens a text for a figure, at a word.
func clip(s string) string {
	const most = 110
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < 40 {
		cut = most
		for cut > 0 && s[cut]&0xC0 == 0x80 {
			cut--
		}
	}
	return strings.TrimRight(s[:cut], " ,;:—–-") + "…"
}
