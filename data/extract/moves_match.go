package extract

import "strings"

// complement is what follows the words of a move: what it is about.
type complement struct {
	kind  string // to, that, ing, np, none, quote or a preposition
	first int    // token
	bare  bool   // names nothing that is known to be negotiable
}

// copular are the verbs that "be" stands for in the patterns.
var copular = newWordSet([]string{"be", "appear", "remain", "seem", "stay", "become"})

// movesOf are the lines of the move lexicon that fit the group k: the first that
// gives a position and the first that gives an event, with what they are about.
func (r *reading) movesOf(k int) (position, event *move, about complement) {
	g := &r.groups[k]
	lists := [][]*move{r.lex.moves[g.lemma]}
	if g.lemma != "be" && copular.has(g.lemma) {
		lists = append(lists, r.lex.moves["be"])
	}
	about = r.complementAt(g.head+1, g)
	if g.passive && g.form == finite { // "is opposed to", "was prepared to"
		lists = append([][]*move{r.lex.moves["be"]}, lists...)
	}
	for n, list := range lists {
		for _, m := range list {
			if position != nil && event != nil {
				return
			}
			start := g.head + 1
			if g.passive && n == 0 && len(lists) > 1 {
				if start--; len(m.pattern) == 0 {
					continue
				}
			}
			c, ok := r.fitsMove(m, g, start)
			if !ok || !r.counts(m, k) {
				continue
			}
			if position == nil && m.stance != "" {
				position = m
				about = c
				if start == g.head { // "was prepared to": no act
					return position, nil, about
				}
			}
			if event == nil && m.event != "" && m.happening > 0 {
				event = m
				if position == nil {
					about = c
				}
			}
			if m.stance == "" && m.event == "" { // a line that says: nothing here
				return
			}
		}
	}
	return
}

// fitsMove reports whether a move fits a group, its pattern beginning at token i,
// and its complement.
func (r *reading) fitsMove(m *move, g *verbGroup, i int) (complement, bool) {
	if c, ok := r.fitsPassive(m, g, i); ok {
		return c, true
	}
	gap, gapped, object := false, false, i
	for _, w := range m.pattern {
		if w.gap {
			gap, gapped = true, true
			continue
		}
		found := -1
		for j := i; j < g.end && j <= i+7; j++ {
			if w.words.has(r.tokens[j].lower) || w.words.has(r.bare[j]) {
				found = j
				break
			}
			if !gap && r.tags[j] != tagAdv && r.tags[j] != tagDate && r.tags[j] != tagNeg && r.tags[j] != tagDet {
				break
			}
			if gap && (r.tokens[j].lower == ";" || r.tags[j] == tagSub) {
				break
			}
		}
		if found < 0 || gap && !r.is(i-1, "that") && r.otherClause(i, found) || gap && (r.is(found-1, "without", "no") || r.is(found-2, "without", "no")) {
			return complement{}, false
		}
		i = found + 1
		gap = false
	}
	c := r.complementAt(i, g)
	if g.passive && len(m.pattern) == 0 { // the object is the subject
		if m.complements != nil && !m.complements.has("np") && !m.complements.has(c.kind) {
			return c, false
		}
		return c, m.object == "" || r.holdsPhrase(m.object, g.subject) || r.holds(m.object, c.first, g.end)
	}
	if (g.objectGap || r.pointsBack(g)) && c.kind != "to" && c.kind != "that" {
		return c, m.complements == nil || m.complements.has("np")
	}
	if m.complements != nil && !m.complements.has(c.kind) && !(c.kind == "quote" && (m.complements.has("np") || m.complements.has("that") || m.complements.has("to"))) {
		return c, false
	}
	first := c.first
	if c.kind == "to" { // "continue to recognise": not the verb itself
		first++
	}
	if gapped { // "asked Oslo to", "turned the request down"
		first = object
	}
	if m.object != "" && !r.holds(m.object, first, r.objectEnd(c, g)) {
		// a verb that is hardly used of anything else does without the word
		c.bare = true
		return c, m.object == "topic" && m.position >= 70 && len(m.pattern) == 0 && !r.holds("actor", first, min(first+4, g.end))
	}
	return c, true
}

// fitsPassive reports whether the noun that a move must have as its object is the
// subject of a passive: "a deal was reached".
func (r *reading) fitsPassive(m *move, g *verbGroup, i int) (complement, bool) {
	if !g.passive || g.form != finite || len(m.pattern) != 2 || !m.pattern[0].gap || m.pattern[1].gap || m.complements != nil || i != g.head+1 || g.subject.first < 0 {
		return complement{}, false
	}
	for j := g.subject.first; j < g.first; j++ {
		if w := m.pattern[1].words; (w.has(r.tokens[j].lower) || w.has(r.bare[j])) && r.tags[j] != tagVerb && r.tag(j+1) != tagNoun && !r.is(j-1, "of", "in", "for", "on", "under", "no") {
			return r.complementAt(i, g), true
		}
	}
	return complement{}, false
}

// pointsBack reports whether a clause with "as" lacks its object, which the
// clause before it told: "cede the land, as Oslo demands".
func (r *reading) pointsBack(g *verbGroup) bool {
	return g.form == finite && g.connector == "as" && !g.passive && g.parent >= 0 && g.end <= g.head+1
}

// objectEnd is where the object of a verb ends when something must be in it: a
// noun phrase with what hangs on it.
func (r *reading) objectEnd(c complement, g *verbGroup) int {
	end := min(g.end, c.first+16)
	for i := c.first; i < end; i++ {
		if r.tokens[i].lower == "," && i > c.first+1 || r.tokens[i].lower == ";" {
			return i
		}
	}
	return end
}

// holds reports whether the tokens hold what a move must be about.
func (r *reading) holds(object string, first, last int) bool {
	topic := object == "topic" || object == "act"
	party := object == "actor" || object == "act"
	for i := first; i < last; i++ {
		if topic && (r.topical[i] || r.is(i, "it", "this", "them", "these", "that") && r.tags[i] != tagSub && i < first+2) {
			return true
		}
		if party {
			if m := r.mention[i]; m >= 0 && r.mentions[m].actor >= 0 && i < first+7 {
				return true
			}
			if r.agentive(i) && r.tags[i] == tagNoun && i < first+5 {
				return true
			}
		}
	}
	return false
}

func (r *reading) holdsPhrase(object string, np nounPhrase) bool {
	if np.first < 0 {
		return false
	}
	return r.holds(object, np.first, np.last)
}

// complementAt says what begins at token i, behind adverbs and dates.
func (r *reading) complementAt(i int, g *verbGroup) complement {
	end := g.end
	if end <= i {
		if i+2 < len(r.tags) && r.tags[i] == tagConj && r.tags[i+1] == tagVerb && r.tokens[i].sentence == r.tokens[i+2].sentence { // "killed and wounded ten"
			switch r.tags[i+2] {
			case tagDet, tagNum, tagName, tagNoun:
				return complement{kind: "np", first: i + 2}
			}
		}
		return complement{kind: "none", first: min(i, end)}
	}
	i = r.pastAsides(i, end)
	if i >= end {
		return complement{kind: "none", first: end}
	}
	w := r.tokens[i].lower
	switch r.tags[i] {
	case tagTo:
		return complement{kind: "to", first: i + 1}
	case tagPrep:
		return complement{kind: w, first: i + 1}
	case tagSub:
		return complement{kind: "that", first: i + 1}
	case tagVerb:
		if r.lex.verbs[w].forms&ingForm != 0 {
			return complement{kind: "ing", first: i}
		}
		return complement{kind: "np", first: i}
	case tagPunct:
		if isQuoteMark(r.tokens[i].text) {
			return r.quotedComplement(i, g)
		}
		return complement{kind: "none", first: i}
	case tagConj:
		return complement{kind: "none", first: i}
	}
	// "said Russia must": a clause without "that"
	for n := range r.groups[r.bySent[g.sentence][0]:r.bySent[g.sentence][1]] {
		h := &r.groups[r.bySent[g.sentence][0]+n]
		if h.form == finite && !h.relative && h.clauseStart == i && h.first > g.head && h.connector == "" {
			return complement{kind: "that", first: i}
		}
	}
	return complement{kind: "np", first: i}
}

// pastAsides is the first token at or behind i that is no adverb, date or span
// of time.
func (r *reading) pastAsides(i, end int) int {
	for i < end {
		switch {
		case r.tags[i] == tagAdv || r.tags[i] == tagDate || r.tags[i] == tagNeg:
			i++
			continue
		case r.tags[i] == tagPrep && i+1 < end && r.tags[i+1] == tagDate && !r.is(i, "off", "out", "up", "down", "over"):
			i += 2
			continue
		case r.tags[i] == tagNum && i+1 < end && r.tags[i+1] == tagDate:
			i++
			continue
		case r.tokens[i].lower == "for" && i+1 < end && (r.is(i+1, "years", "months", "weeks", "days", "decades", "now") || i+2 < end && r.is(i+2, "years", "months", "weeks", "days", "decades")):
			i += 2
			if i < end && r.is(i, "years", "months", "weeks", "days", "decades") {
				i++
			}
			continue
		}
		break
	}
	return i
}

// quotedComplement looks into a quotation: “to engage in”, “an end to”.
func (r *reading) quotedComplement(i int, g *verbGroup) complement {
	if i+1 >= g.end {
		return complement{kind: "none", first: i}
	}
	switch r.tags[i+1] {
	case tagTo:
		return complement{kind: "to", first: i + 2}
	case tagPrep:
		return complement{kind: r.tokens[i+1].lower, first: i + 2}
	case tagVerb:
		if r.lex.verbs[r.tokens[i+1].lower].forms&ingForm != 0 {
			return complement{kind: "ing", first: i + 1}
		}
	}
	return complement{kind: "quote", first: i + 1}
}

// words is the text of the tokens [first, last), without marks at its ends.
func (r *reading) words(first, last int) string {
	for first < last && (r.tags[first] == tagPunct || r.tags[first] == tagConj) {
		first++
	}
	for last > first && (r.tags[last-1] == tagPunct && r.tokens[last-1].text != "%" || r.tags[last-1] == tagConj) {
		last--
	}
	if first >= last {
		return ""
	}
	return strings.Join(strings.Fields(r.text[r.tokens[first].start:r.tokens[last-1].end]), " ")
}
