package extract

import "slices"

// mood is how a clause is meant by the one that governs it.
type mood uint8

const (
	told   mood = iota // as it stands
	denied             // "denied that", "it is not true that"
	wished             // hoped, expected or believed of another
	proven             // "must show that": what somebody presses another for
)

// moodOf is the mood of the group k by what governs it, however far above.
func (r *reading) moodOf(k int) mood {
	for p, n := r.groups[k].parent, 0; p >= 0 && n < 4 && r.contains(p, k); p, n = r.groups[p].parent, n+1 {
		h := &r.groups[p]
		switch {
		case r.lex.words["denying"].has(h.lemma) && !h.neg, r.untrue(h):
			return denied
		case r.lex.words["wishing"].has(h.lemma) && !r.sameSubject(h, &r.groups[k]), r.foreseen(h), r.exhorts(h):
			return wished
		case h.obliges() && r.lex.words["showing"].has(h.lemma):
			return proven
		}
		k = p
	}
	return told
}

// contains reports whether the clause of group k is what group p is about.
func (r *reading) contains(p, k int) bool {
	h, g := &r.groups[p], &r.groups[k]
	if g.relative || h.sentence != g.sentence || h.head >= g.head {
		return false
	}
	if g.form == finite {
		return h.head < g.clauseStart && (g.connector == "that" || g.connector == "" || g.connector == "whether" || g.connector == "“")
	}
	return g.form == infinitive || g.form == participle && !r.is(g.first-1, ",", "by", "while", "after", "before")
}

// sameSubject reports whether two groups have one actor as their subject; who
// hopes to sign wants to.
func (r *reading) sameSubject(h, g *verbGroup) bool {
	if r.lex.words["self-pronouns"].has(g.subject.pronoun) {
		return true
	}
	own := r.actorsOf(h.subject, r.voiceAt[h.head])
	return slices.ContainsFunc(r.actorsOf(g.subject, r.voiceAt[g.head]), func(a int) bool {
		return slices.ContainsFunc(own, func(b int) bool { return r.side(a) == r.side(b) })
	})
}

// untrue reports whether a group says that what follows is not so: "it is not
// true that", "it is a lie that".
func (r *reading) untrue(h *verbGroup) bool {
	if h.lemma != "be" {
		return false
	}
	for i := h.head + 1; i < min(h.head+4, len(r.tokens)); i++ {
		if r.in(i, "true") {
			return h.neg || r.tag(i-1) == tagNeg || r.tag(h.head+1) == tagNeg
		}
		if r.in(i, "false") {
			return !h.neg
		}
	}
	return false
}

// foreseen reports whether a group says how likely what follows is: "is unlikely
// to", "it is unclear whether".
func (r *reading) foreseen(h *verbGroup) bool {
	if h.lemma != "be" && h.lemma != "seem" && h.lemma != "appear" && h.lemma != "look" && h.lemma != "remain" {
		return false
	}
	for i := h.head + 1; i < min(h.head+5, len(r.tokens)) && r.tags[i] != tagTo && r.tags[i] != tagSub; i++ {
		if r.in(i, "likelihoods") {
			return true
		}
	}
	return false
}

// countSubject turns a clause round whose subject says that there is none: "neither
// side accepted", "nobody in the junta wants".
func (r *reading) countSubject(k int) {
	g := &r.groups[k]
	if g.form != finite || g.relative || g.subject.first < 0 {
		return
	}
	first := min(g.clauseStart, g.subject.first)
	if first > 0 && r.tags[first-1] == tagConj {
		first--
	}
	for i := first; i <= g.subject.first; i++ {
		if r.in(i, "none-subjects") {
			g.neg = !g.neg
			return
		}
	}
}

// shortOf reports whether a participle tells what somebody nearly did: "stopped
// short of accepting", "far from agreeing", "has no intention of signing".
func (r *reading) shortOf(g *verbGroup) bool {
	return g.form == participle && r.is(g.first-1, "of", "from") && (r.in(g.first-2, "nearly") || r.is(g.first-3, "no"))
}

// unfulfilled reports whether the group tells what did not come to pass: "would
// have accepted".
func (g *verbGroup) unfulfilled() bool {
	return g.perfect && (g.modal == "would" || g.modal == "could" || g.modal == "might" || g.modal == "should" && !g.neg)
}

// revoked reports whether the noun at i is what its owner takes back: "dropped its
// demand", "withdrew their support".
func (r *reading) revoked(i int) bool { return r.objectOf(i, "revoking") }

// calledOff reports whether the event of the noun at i does not take place by the
// verb whose object it is: "cancelled a meeting", "boycotted the talks".
func (r *reading) calledOff(i int) bool { return r.objectOf(i, "undoing") }

// objectOf reports whether the noun at i is the object of a verb of the list, or of
// one with "off" or "back" behind it.
func (r *reading) objectOf(i int, list string) bool {
	for j := i - 1; j > i-7 && j >= r.sentences[r.tokens[i].sentence].first && r.tags[j] != tagPunct && r.tags[j] != tagSub; j-- {
		if r.tags[j] != tagVerb {
			continue
		}
		if r.lex.words[list].has(r.verbAt(j).lemma) || r.in(j+1, "undone") {
			return true
		}
		if k := r.groupOf(j); k < 0 || r.groups[k].form == finite { // "denied holding", "failed to sign"
			return false
		}
	}
	return false
}

// noneOf reports whether "no" stands before the noun that ends at token i.
func (r *reading) noneOf(i, words int) bool {
	i -= words
	for n := 0; n < 2 && (r.tag(i) == tagNoun || r.tag(i) == tagAdv); n++ {
		i--
	}
	return r.in(i, "none-subjects")
}

// gives reports whether a clause gives the reason for another: "since it would
// break the constitution".
func (r *reading) gives(g *verbGroup) bool {
	return g.form == finite && g.parent >= 0 && r.lex.words["reasons"].has(g.connector)
}
