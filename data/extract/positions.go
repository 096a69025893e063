package extract

import (
	"slices"
	"strings"

	"demarche/data/edtf"
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
	issueKnown  bool
	condition   string
	refers      string // what a proposal that only points stands for
	redLine     bool
	voice       int       // index of voices, -1
	date        int       // index of dates, -1
	about       edtf.Date // the day of the report, of an event without a date of its own
	verb        int       // token of the word that tells
	base        int       // likelihood by the lexicon, 0 to 100
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
		if r.halted() {
			break
		}
		mine := len(out)
		for k := r.bySent[s][0]; k < r.bySent[s][1]; k++ {
			out = append(out, r.positionsOf(k)...)
		}
		out = append(out, r.nounPositions(s, out[mine:])...)
		out = append(out[:mine], r.withContent(out[mine:])...)
	}
	return out
}

// withContent leaves out what only points at a proposal ("the plan floated by
// the president") where the same sentence tells what its owner wants.
func (r *reading) withContent(all []statement) []statement {
	var out []statement
	for i, s := range all {
		if s.rule == "modal" && slices.ContainsFunc(all, func(o statement) bool {
			return o.rule == "verb" && o.group != s.group && r.groups[s.group].parent == o.group &&
				(o.stance == "demands" && o.actors[0] == s.actors[0] || o.stance == "rejects")
		}) {
			continue // "insisted that the troops must leave" is one demand, "does not agree that they must" none
		}
		if s.group >= 0 && r.groups[s.group].form == reduced && !r.namesIssue(s.objFirst, s.objLast) &&
			slices.ContainsFunc(all, func(o statement) bool { return o.actors[0] == s.actors[0] && o.verb != s.verb && o.base >= 50 }) {
			continue
		}
		out = append(out, all[i])
	}
	return out
}

func (r *reading) namesIssue(first, last int) bool {
	for i := first; i < last && i < len(r.issueOf); i++ {
		if r.issueOf[i] >= 0 {
			return true
		}
	}
	return false
}

// positionsOf are the positions that the verb group k tells.
func (r *reading) positionsOf(k int) []statement {
	g := &r.groups[k]
	if g.lemma == "" || r.isContent(k) || r.charged(g) || g.form == participle && r.is(g.first-1, "including", "about", "like", "against", "from", "with", "before", "without", "despite", "on") || r.blamed(g) {
		return nil
	}
	if g.form == participle && r.is(g.first-1, "after") && !r.refusing(k) {
		return nil
	}
	mood := r.moodOf(k)
	if mood == denied || r.shortOf(g) || g.unfulfilled() || g.form == infinitive && r.is(g.first-1, "whether", "how", "when", "if") || r.is(g.first-1, "neither", "nor") {
		return nil
	}
	modal := r.modalPositions(k)
	if g.obliges() || g.lemma == "need" && g.modal == "" && r.tag(g.head+1) == tagTo {
		return modal
	}
	if mood != told { // "hopes that they will agree": not what they want
		return slices.DeleteFunc(modal, func(p statement) bool { return p.rule != "judgement" })
	}
	m, _, about := r.movesOf(k)
	if m == nil || g.form == infinitive && (g.forSubject || m.position < 70 && !r.willed(k) || r.ofThing(k)) || r.nounTells(about.first, g) {
		return modal
	}
	if hasMark(m.stance) && len(modal) > 0 && modal[0].stance == "conditional" {
		return modal
	}
	out := r.movePositions(k, m, about)
	if len(out) == 0 || len(modal) > 0 && !hasMark(m.stance) && !(g.neg && m.stance == "rejects") && modal[0].base > out[0].base && modal[0].actors[0] == out[0].actors[0] {
		return modal
	}
	return out
}

// ofThing reports whether an infinitive hangs on a noun that says nothing of who
// does it: "the willingness of the other side to accept". An effort is somebody's.
func (r *reading) ofThing(k int) bool {
	g := &r.groups[k]
	if t := r.tag(g.first - 1); t != tagNoun && t != tagName || r.in(g.first-1, "efforts") {
		return false
	}
	return g.parent < 0 || !r.lex.words["object-control"].has(r.groups[g.parent].lemma)
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
		if n := r.nounAt(j); n != nil && n.stance != "" && (n.position >= 65 || n.links.has(r.tokens[min(j+1, len(r.tokens)-1)].lower)) {
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

// obligedIn reports whether a verb of the sentence says what must be.
func (r *reading) obligedIn(s int) bool {
	for k := r.bySent[s][0]; k < r.bySent[s][1]; k++ {
		if r.groups[k].obliges() {
			return true
		}
	}
	return false
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
	if g.form == finite && g.parent >= 0 && !g.relative && (g.modal == "" || g.modal == "will" && g.connector == "that") && !g.past && (g.connector == "that" || g.connector == "") {
		h := &r.groups[g.parent] // "demanded that Oslo agree", "wants guarantees Oslo agrees"
		if h.head < g.clauseStart && h.lemma != "insist" && h.lemma != "maintain" {
			m, _, _ := r.movesOf(g.parent)
			return m != nil && (m.stance == "demands" || m.stance == "supports" && r.lex.words["proposing"].has(h.lemma)) && m.position >= 50
		}
		return false
	}
	if g.form != infinitive && g.form != participle || g.parent < 0 {
		return false
	}
	h := &r.groups[g.parent]
	if g.form == participle && (r.tokens[max(g.first-1, 0)].lower == "," || r.tag(g.first-1) == tagPunct || r.is(g.first-1, "while", "by", "and", "then", "first", "before", "after")) {
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
	if g.form == reduced && m.happening >= 30 {
		return nil // "restrictions imposed by the coalition": an act in passing
	}
	if r.allied(g) || g.form == reduced && r.obligedIn(g.sentence) {
		return nil // "guarantees approved by the assembly must …": not approved yet
	}
	holder := r.author(g.subject)
	adjective := g.passive && len(m.pattern) > 0 && m.pattern[0].words.has(r.tokens[g.head].lower)
	if g.passive && !adjective {
		holder = g.agent
	}
	base := statement{sentence: g.sentence, behalf: -1, stance: m.stance, objFirst: about.first, objLast: g.end,
		voice: r.voiceAt[g.head], date: -1, verb: g.head, base: m.position, group: k, rule: "verb"}
	if g.passive && !adjective && g.subject.first >= 0 {
		base.objFirst, base.objLast = g.subject.first, g.subject.last
	}
	if g.objectGap && g.antecedent.first >= 0 {
		base.objFirst, base.objLast = g.antecedent.first, g.antecedent.last
	}
	if k0 := r.asTold(k); k0 >= 0 { // "to cede the land, as demanded by the president"
		h := &r.groups[k0]
		base.objFirst = h.first
		if h.subject.first >= 0 && h.subject.first < h.first {
			base.objFirst = h.subject.first
		}
		if base.objLast = g.first - 1; g.form == finite {
			base.objLast = g.clauseStart - 1
		}
	}
	if r.cleft(k) {
		base.objFirst, base.objLast = r.groups[k+1].head+1, r.groups[k+1].end
	} else if about.bare {
		base.base -= 15
	}
	if r.proposes(k, about) {
		base.base += 18
	}
	if m.stance == "rejects" && about.kind == "to" && r.refusesRefusal(k) {
		base.stance = "unclear"
		base.base -= 25
	}
	if m.stance == "supports" && about.kind == "to" && r.refusal(k) {
		base.stance = "rejects"
		base.base += 12
	}
	if of, ok := strings.CutPrefix(strings.Replace(m.stance, ofTable, ofSpeaker, 1), ofSpeaker); ok {
		r.saidOf(&base, g, of)
		holder = nounPhrase{first: -1, head: -1, mentions: r.voices[base.voice].mentions}
	}
	holder = r.messenger(k, holder, base.voice)
	base.first, base.last = r.passageOf(k)
	if base.objFirst < base.first && r.asTold(k) >= 0 {
		base.first = base.objFirst
	}
	if r.claims(k, about) || !r.turn(&base, k, m) {
		return nil
	}
	return r.forHolders(base, holder, k)
}

// refusesRefusal reports whether what is refused is itself a refusal: "refused to
// rule out".
func (r *reading) refusesRefusal(k int) bool {
	if k+1 >= r.bySent[r.groups[k].sentence][1] || r.groups[k+1].form != infinitive || r.groups[k+1].parent != k {
		return false
	}
	m, _, _ := r.movesOf(k + 1)
	return m != nil && (m.stance == "rejects" && m.position >= 75 || m.stance == onlyNegated+"unclear")
}

// asTold is the group that "as demanded by" points back to, -1 where the group k
// is nothing of the kind.
func (r *reading) asTold(k int) int {
	g := &r.groups[k]
	if !r.pointsBack(g) && (g.form != reduced || !r.is(g.first-1, "as")) {
		return -1
	}
	for h := k - 1; h >= r.bySent[g.sentence][0]; h-- {
		if !r.groups[h].relative && r.groups[h].form != reduced && r.groups[h].form != participle {
			return h
		}
	}
	return -1
}

// forHolders makes one position for each actor that holds it. Persons of one
// side in one breath are one holder.
func (r *reading) forHolders(base statement, holder nounPhrase, k int) []statement {
	actors := r.actorsOf(holder, base.voice)
	var out []statement
	for _, a := range actors {
		if r.accused(k, a, base.voice) {
			continue
		}
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
		for _, a := range r.mentions[m].actors() {
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
	if np.pronoun == "they" && r.jointSpeakers(voice) {
		for _, m := range r.voices[voice].mentions {
			add(m)
		}
		return out
	}
	for _, m := range np.mentions {
		add(m)
	}
	if len(out) == 0 && voice >= 0 && np.first >= 0 && np.head >= 0 && r.in(np.head, "own-side") && r.possessivePronoun(np.first) {
		add(r.voices[voice].mention) // "said his country will not sign"
	}
	if len(out) == 0 && voice >= 0 && np.first >= 0 && r.is(np.first, "our", "my") && (np.head >= 0 && r.agentive(np.head) || np.head < 0 && np.last > np.first && r.agentive(np.last-1)) {
		add(r.voices[voice].mention) // "our members cannot accept"
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
	if r.cleft(k) {
		first--
	}
	if (g.form == participle || g.form == infinitive) && !g.absolute {
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
	for last > first && r.tags[last-1] == tagPunct && !isQuoteMark(r.tokens[last-1].text) && r.tokens[last-1].text != ")" && r.tokens[last-1].text != "%" || last > first && r.tags[last-1] == tagConj {
		last--
	}
	return first, last
}
