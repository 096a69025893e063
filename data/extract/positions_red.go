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
			same.redLine = true
		case before != nil && r.looksBack(st, at):
			before.redLine = true
		}
	}
}

// looksBack reports whether a sentence speaks of the one before it: "This is a
// red line", "She called it non-negotiable".
func (r *reading) looksBack(st *sentence, at int) bool {
	for i := st.first; i < at; i++ {
		if r.is(i, "it", "this", "that", "these", "those", "both", "which") {
			return true
		}
	}
	return false
}
