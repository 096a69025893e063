package extract

import "strings"

// The marks before a stance in moves.tsv: when a line counts, and who holds it.
const (
	onlyNegated = "not:"    // only where the verb is negated, as it stands
	onlyToCome  = "won't:"  // only where what is to come is refused: "will not attend"
	toCome      = "will:"   // only where it is to come: "will attend"
	ofSpeaker   = "said:"   // of a thing: whoever says so holds it
	ofTable     = "tabled:" // the same, of what is offered or demanded
)

// counts reports whether a line of the lexicon counts for the group k, by the
// mark before its stance.
func (r *reading) counts(m *move, k int) bool {
	stance, of := strings.CutPrefix(m.stance, ofSpeaker)
	if tabled, onTable := strings.CutPrefix(m.stance, ofTable); onTable {
		if stance, of = tabled, true; !r.onTable(r.wholeSubject(&r.groups[k])) {
			return false
		}
	}
	if _, spoken := r.speakerOf(r.groups[k].head); of && !spoken {
		return false
	}
	switch {
	case strings.HasPrefix(stance, onlyNegated):
		return r.negated(k) && !r.lightAct(k)
	case strings.HasPrefix(stance, toCome):
		g := &r.groups[k]
		return (g.modal == "will" || g.modal == "would" && r.voiceAt[g.head] >= 0) && !g.neg && !g.passive && !g.relative
	case strings.HasPrefix(stance, onlyToCome):
		g := &r.groups[k]
		switch g.modal {
		case "will", "would", "can", "could":
			return r.negated(k)
		}
		return g.modal == "" && g.form == finite && g.present && !g.progressive && r.negated(k)
	}
	return true
}

// negated reports whether a group is negated, by itself or by what it hangs on:
// "did not want to leave", "refused to leave".
func (r *reading) negated(k int) bool {
	g := &r.groups[k]
	neg := g.neg
	for p := g.parent; g.form == infinitive && p >= 0; p = r.groups[p].parent {
		h := &r.groups[p]
		neg = neg != (h.neg || h.lemma == "refuse" || h.lemma == "fail" || h.lemma == "decline")
		if h.form != infinitive {
			break
		}
	}
	return neg
}

// otherClause reports whether a verb of another clause stands among the tokens
// [first, last): "told the envoy he was ready to" tells nobody to.
func (r *reading) otherClause(first, last int) bool {
	for i := first; i < last; i++ {
		switch r.tags[i] {
		case tagBe, tagModal, tagHave:
			return true
		}
	}
	return false
}

// hasMark reports whether a stance of the lexicon counts only under a mark.
func hasMark(stance string) bool { return strings.Contains(stance, ":") }

// saidOf turns a position of a subject into one of whoever speaks of it: "such
// an exchange is out of the question".
func (r *reading) saidOf(st *statement, g *verbGroup, stance string) {
	st.stance, st.rule = stance, "judgement"
	st.objFirst, st.objLast = min(g.clauseStart, g.first), g.end
}

// lightAct reports whether what hangs on a group is no act of its own: "did not
// want to do this".
func (r *reading) lightAct(k int) bool {
	if k+1 >= r.bySent[r.groups[k].sentence][1] {
		return false
	}
	h := &r.groups[k+1]
	return h.form == infinitive && h.parent == k && r.lex.words["light-acts"].has(h.lemma)
}
