package extract

import (
	"slices"
	"sort"
)

// merge folds statements that tell the same into one with several passages. The
// likeliest telling leads; the order is that of the text.
func (r *reading) merge(all []statement, same func(a, b *statement) bool) []statement {
	sort.SliceStable(all, func(i, j int) bool { return all[i].first < all[j].first })
	var out []statement
	for i := range all {
		if r.halted() {
			break
		}
		s := &all[i]
		found := -1
		for k := len(out) - 1; k >= 0 && k > len(out)-60; k-- {
			if same(&out[k], s) {
				found = k
				break
			}
		}
		if found < 0 {
			out = append(out, *s)
			continue
		}
		out[found] = r.join(out[found], *s)
	}
	return out
}

// join makes one statement of two tellings of the same.
func (r *reading) join(a, b statement) statement {
	better := b.confidence > a.confidence+0.05 || r.sentences[a.sentence].heading && !r.sentences[b.sentence].heading
	if better {
		a, b = b, a
	}
	// Both are given up for what is made of them, so a's list may grow in place:
	// a copy for each telling would cost the square of their number.
	also := append(a.also, b.also...)
	b.also = nil
	if b.first >= a.last || a.first >= b.last {
		also = append(also, b)
		if b.confidence >= 0.4 {
			a.confidence = min(0.97, a.confidence+0.04)
		}
	}
	a.also = also
	for _, x := range b.actors {
		if a.event != "" && !slices.Contains(a.actors, x) {
			a.actors = append(a.actors, x)
		}
	}
	if a.date < 0 || a.event != "" && b.date >= 0 && r.finer(b.date, a.date) {
		a.date = b.date
	}
	if a.about.IsZero() {
		a.about = b.about
	}
	a.redLine = a.redLine || b.redLine
	if a.condition == "" && a.stance == b.stance {
		a.condition = b.condition
	}
	return a
}

// samePosition reports whether two positions are one told twice: the same holder
// and stance on the same, in the same sentence or in the same words.
func (r *reading) samePosition(a, b *statement) bool {
	if a.stance != b.stance || r.side(a.actors[0]) != r.side(b.actors[0]) {
		return false
	}
	if overlapping(a, b) && a.sentence == b.sentence && (a.group < 0 || b.group < 0 || a.group == b.group || r.governs(a.group, b.group) || r.governs(b.group, a.group)) {
		return true
	}
	near := b.sentence-a.sentence <= 1
	if near && a.actors[0] == b.actors[0] && r.tokens[a.verb].quoted && r.tokens[b.verb].quoted && a.rule != "verb" && b.rule != "verb" && a.group >= 0 && b.group >= 0 {
		return true // one breath of one quotation
	}
	if a.issue != b.issue || a.actors[0] != b.actors[0] {
		return false
	}
	if a.rule == "noun" && b.rule == "noun" {
		return true
	}
	shared, least := r.sharedWords(a, b)
	switch {
	case near && shared*2 >= least:
		return true
	case r.sentences[a.sentence].heading || r.sentences[b.sentence].heading:
		return shared*2 >= least && shared > 0
	}
	return shared*3 >= least*2 && shared >= 2
}

func overlapping(a, b *statement) bool { return a.first < b.last && b.first < a.last }

func (r *reading) dateKey(d int) string { return r.dates[d].value.String() }

// sharedWords counts the content words that two statements share, and the
// content words of the shorter.
func (r *reading) sharedWords(a, b *statement) (shared, least int) {
	x, y := r.contentWords(a), r.contentWords(b)
	for w := range x {
		if y.has(w) {
			shared++
		}
	}
	return shared, min(len(x), len(y))
}

func (r *reading) contentWords(s *statement) wordSet {
	first, last := s.objFirst, s.objLast
	if s.event != "" {
		first, last = s.first, s.last
	}
	out := wordSet{}
	for i := first; i < last; i++ {
		if t := r.tags[i]; t == tagNoun || t == tagName && r.mention[i] < 0 || t == tagNum || t == tagVerb && s.event == "" {
			out[r.bare[i]] = struct{}{}
		}
	}
	return out
}
