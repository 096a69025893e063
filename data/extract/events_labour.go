package extract

// industrial reports whether the article is of a dispute over work: then a strike
// is no blow, and who walks out leaves work and not the table.
func (r *reading) industrial() bool {
	labour, force := 0, 0
	for i := range r.tokens {
		switch {
		case r.lex.words["labour"].has(r.bare[i]):
			labour++
		case r.lex.words["force"].has(r.bare[i]):
			force++
		}
	}
	return labour >= 3 && labour > force
}

// asLabour gives strikes and walkouts of a dispute over work their type.
func (r *reading) asLabour(events []statement) {
	if !r.industrial() {
		return
	}
	for i := range events {
		e := &events[i]
		word := r.wordOf(e)
		if r.lex.words["strikes"].has(word) || r.lex.words["strikes"].has(singular(e.noun)) || e.event == "REJECT" && word == "walk" {
			e.event = "PROTEST"
		}
	}
}
