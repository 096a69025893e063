package extract

// firmIn reports whether the tokens call something a red line.
func (r *reading) firmIn(first, last int) bool { return r.phraseIn(first, last, "red-lines") >= 0 }

// phraseIn is the first token of [first, last) where a phrase of a list of
// words.txt begins, -1 for none.
func (r *reading) phraseIn(first, last int, list string) int {
	for i := first; i < last; i++ {
		for _, w := range r.lex.runs[list] {
			if i+len(w) <= last && r.follows(i, w) {
				return i
			}
		}
	}
	return -1
}

// markRedLines marks positions that are called a red line outside their own
// passage: in the rest of the sentence ("a point that he calls a red line") or in
// the next one ("That is a red line for Oslo").
func (r *reading) markRedLines(all []statement) {
	for s := range r.sentences {
		st := &r.sentences[s]
		at := r.phraseIn(st.first, st.last, "called-red")
		if at < 0 || r.is(at-1, "no", "any", "without") || st.heading || r.endsWith(*st, "?") {
			continue
		}
		var same, before *statement
		for n := range all {
			o := &all[n]
			switch {
			case o.stance != "demands" && o.stance != "rejects" && o.stance != "conditional":
			case o.sentence == s && (same == nil || o.first <= at):
				same = o
			case o.sentence == s-1 && !r.sentences[s-1].heading:
				before = o
			}
		}
		switch {
		case same != nil:
			same.redLine = same.redLine || r.looksBack(max(same.last, st.first), at) || r.looksBack(same.verb, min(at, same.last))
		case before != nil && r.looksBack(st.first, at):
			before.redLine = true
		}
	}
}

// looksBack reports whether tokens before a word like "red line" speak of what
// was said before: "This is a red line", "a point that she calls non-negotiable".
func (r *reading) looksBack(first, at int) bool {
	for i := first; i < at; i++ {
		if r.in(i, "pointers") || r.is(i, "both", "which") {
			return true
		}
	}
	return false
}
