package extract

import "strings"

// turn works negation, modality and conditions into the stance of a position.
// It is false where nothing is left of it.
func (r *reading) turn(st *statement, k int, m *move) bool {
	g := &r.groups[k]
	neg := r.negated(k)
	for p := g.parent; g.form == infinitive && p >= 0; p = r.groups[p].parent {
		h := &r.groups[p]
		st.sign(h.modal == "could" || h.modal == "might" || h.modal == "may", signMaybe)
		if h.form != infinitive {
			break
		}
	}
	for _, mark := range []string{onlyNegated, onlyToCome, toCome} {
		if only, ok := strings.CutPrefix(st.stance, mark); ok {
			st.stance, neg = only, false
		}
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
		case "demands":
			if !r.triedInVain(k) {
				return false
			}
		case "unclear", "conditional":
			return false
		}
	}
	if r.hypotheticalClause(k) {
		return false
	}
	st.sign(g.modal == "could" || g.modal == "might" || g.modal == "may", signMaybe)
	st.sign(g.modal == "would" && !r.lex.words["would-wish"].has(g.lemma) && !r.lex.words["self-pronouns"].has(g.subject.pronoun) && st.voice < 0, signMaybe)
	st.sign(g.past || g.perfect || g.present && st.voice >= 0, signTold)
	r.condition(st, k)
	return true
}

// triedInVain reports whether an infinitive is what somebody failed to do: who
// failed to persuade wanted it all the same.
func (r *reading) triedInVain(k int) bool {
	g := &r.groups[k]
	return g.form == infinitive && !g.neg && g.parent >= 0 && r.groups[g.parent].lemma == "fail" && !r.groups[g.parent].neg
}

// hypotheticalClause reports whether the group stands behind an if or whether,
// or in a question.
func (r *reading) hypotheticalClause(k int) bool {
	g := &r.groups[k]
	if i := g.clauseStart - 2; g.connector == "that" && r.is(i, "provided", "providing", "condition") {
		return true // "provided that both sides agree"
	}
	if r.cleft(k) {
		return false
	}
	switch g.connector {
	case "if", "whether", "unless", "lest", "how", "why", "what", "when", "until", "till", "where":
		return g.form == finite && !g.relative
	case "before", "once":
		return g.form == finite && !g.relative && g.modal != ""
	}
	for p, n := g.parent, 0; p >= 0 && n < 3 && g.form == finite; p, n = r.groups[p].parent, n+1 { // "if they come back and say they want"
		h := &r.groups[p]
		if (h.connector == "if" || h.connector == "whether" || h.connector == "unless") && !r.commaBetween(h.head, g.first) && !r.thenBetween(h.head, g.first) {
			return true
		}
	}
	s := r.sentences[g.sentence]
	return s.last > s.first && r.endsWith(s, "?")
}

// cleft reports whether a clause with "what" names what somebody wants, and the
// rest of its sentence says it: “What we propose is a ceasefire”.
func (r *reading) cleft(k int) bool {
	g := &r.groups[k]
	i := g.clauseStart - 1
	if g.modal != "" && !r.lex.words["would-wish"].has(g.lemma) {
		return false
	}
	if g.form != finite || !r.is(i, "what", "all") || k+1 >= r.bySent[g.sentence][1] {
		return false
	}
	n := &r.groups[k+1]
	return n.lemma == "be" && n.first == g.head+1 || n.lemma == "be" && n.first == g.head+2 && r.tags[g.head+1] == tagPrep
}

// thenBetween reports whether "then" begins the main clause behind a condition.
func (r *reading) thenBetween(i, last int) bool {
	for ; i < last; i++ {
		if r.is(i, "then") {
			return true
		}
	}
	return false
}

func (r *reading) endsWith(s sentence, mark string) bool {
	for i := s.last - 1; i >= s.first && i >= s.last-3; i-- {
		if r.tokens[i].text == mark {
			return true
		}
	}
	return false
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
		for _, c := range r.lex.runs["conditions"] {
			if !r.follows(i, c) || i == g.head {
				continue
			}
			if c[0] == "until" && r.date[min(i+1, len(r.date)-1)] >= 0 || c[0] == "if" && (r.is(i-1, "even", "as", "see", "ask", "know") || i > g.head && r.in(i-1, "say")) {
				continue
			}
			if c[0] == "provided" && (r.tag(i-1) == tagBe || r.tag(i-1) == tagHave || r.tag(i+1) == tagPrep) {
				continue
			}
			if c[0] == "without" && (st.stance != "rejects" || !g.neg) {
				continue
			}
			if (c[0] == "unless" || c[0] == "as" || c[0] == "so" || c[0] == "until" || c[0] == "without" || c[0] == "if" && g.modal != "") && st.stance == "rejects" || st.stance == "supports" {
				st.stance = "conditional"
			} else if st.stance != "conditional" && st.stance != "unclear" {
				continue
			}
			if st.condition = clip(r.words(i, min(to, i+24))); c[0] == "in" && c[1] == "principle" {
				st.condition = ""
			}
			st.sign(true, signCondition)
			if i > st.objFirst+1 && i < st.objLast { // what is offered is not what for
				st.objLast = i
			}
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
