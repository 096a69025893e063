package extract

// longestDate is the number of words that an expression may have.
const longestDate = 14

// longestOpener is the length of the longest word that a pattern begins with.
const longestOpener = 14

// dateCapture is a word that stood for a class of a pattern.
type dateCapture struct {
	class dateClass
	value int
	word  int
}

// dateMatch is an expression as a pattern reads it, words [first, last).
type dateMatch struct {
	kind        string
	named       int
	first, last int
	captures    []dateCapture
	until       *dateMatch // the other end of a range
}

// value is the nth value that was captured for a class.
func (m *dateMatch) value(class dateClass, nth int) (int, bool) {
	for _, c := range m.captures {
		if c.class == class {
			if nth == 0 {
				return c.value, true
			}
			nth--
		}
	}
	return 0, false
}

// has reports whether a word stood for the class.
func (m *dateMatch) has(class dateClass) bool {
	_, found := m.value(class, 0)
	return found
}

// get is the first value of a class, 0 for none.
func (m *dateMatch) get(class dateClass) int {
	v, _ := m.value(class, 0)
	return v
}

// dateMatcher finds expressions of time among words.
type dateMatcher struct {
	words []dateWord
	lex   *dateLexicon
	a     *article
	trail [longestDate]dateCapture
}

// all finds the expressions of the text in their order, the longest at each place.
func (m *dateMatcher) all() []dateMatch {
	var out []dateMatch
	for i := 0; i < len(m.words) && !(i%256 == 0 && m.a.halted()); {
		found, ok := m.at(i)
		if !ok {
			i++
			continue
		}
		out = append(out, found)
		i = found.last
	}
	return out
}

// at is the longest acceptable expression that begins with word i.
func (m *dateMatcher) at(i int) (dateMatch, bool) {
	var best dateMatch
	try := func(start dateStart) {
		for _, p := range m.lex.patterns[start] {
			m.match(p, i, 0, i, 0, &best)
		}
	}
	w := m.words[i]
	for _, s := range w.senses {
		try(dateStart{class: s.class})
	}
	if len(w.text) <= longestOpener {
		try(dateStart{word: w.text})
	}
	return best, best.last > 0
}

// match follows a pattern from element e and word at, and keeps in best what is
// longer than before and accepted.
func (m *dateMatcher) match(p *datePattern, first, e, at, captured int, best *dateMatch) {
	if e == len(p.elems) {
		if at <= best.last || at == first {
			return
		}
		found := dateMatch{kind: p.kind, named: p.named, first: first, last: at, captures: m.trail[:captured]}
		if m.accept(&found) {
			found.captures = append([]dateCapture(nil), found.captures...)
			*best = found
		}
		return
	}
	elem := p.elems[e]
	if at < len(m.words) && at-first < longestDate && (at == first || m.words[at].token == m.words[at-1].token || m.together(at)) {
		for _, alt := range elem.alts {
			if alt.class == noClass {
				if m.words[at].text == alt.word {
					m.match(p, first, e+1, at+1, captured, best)
				}
				continue
			}
			for _, s := range m.words[at].senses {
				if s.class == alt.class && m.allowed(at, s) {
					m.trail[captured] = dateCapture{s.class, s.value, at}
					m.match(p, first, e+1, at+1, captured+1, best)
				}
			}
		}
	}
	if elem.optional {
		m.match(p, first, e+1, at, captured, best)
	}
}

// together reports whether word at and the one before it are of one sentence.
func (m *dateMatcher) together(at int) bool {
	return m.a.tokens[m.words[at].token].sentence == m.a.tokens[m.words[at-1].token].sentence
}

// allowed reports whether a word may be read in a sense: months and weekdays
// have a capital.
func (m *dateMatcher) allowed(at int, s sense) bool {
	if s.class == m.lex.month || s.class == m.lex.weekday {
		return m.words[at].capital
	}
	return true
}

// text is the text of word i in lower case, "" outside the words.
func (m *dateMatcher) text(i int) string {
	if i < 0 || i >= len(m.words) {
		return ""
	}
	return m.words[i].text
}

// isA reports whether word i has a sense of the class.
func (m *dateMatcher) isA(i int, class dateClass) bool {
	if i < 0 || i >= len(m.words) {
		return false
	}
	for _, s := range m.words[i].senses {
		if s.class == class {
			return true
		}
	}
	return false
}

// in reports whether word i is in a plain list of the lexicon.
func (m *dateMatcher) in(i int, list string) bool {
	return i >= 0 && i < len(m.words) && m.lex.sets[list].has(m.words[i].text)
}

// sameSentence reports whether words i and j are of one sentence.
func (m *dateMatcher) sameSentence(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(m.words) && j < len(m.words) &&
		m.a.tokens[m.words[i].token].sentence == m.a.tokens[m.words[j].token].sentence
}

// sentenceOf is the sentence of word i.
func (m *dateMatcher) sentenceOf(i int) int { return m.a.tokens[m.words[i].token].sentence }
