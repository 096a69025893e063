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
	if a.date < 0 {
		a.date = b.date
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

// sameEvent reports whether two events are one told twice.
func (r *reading) sameEvent(a, b *statement) bool {
	if overlapping(a, b) && a.sentence == b.sentence {
		return (a.group < 0) != (b.group < 0) && (a.event == b.event || a.status == b.status && !r.ownDay(a, b)) || a.group >= 0 && b.group >= 0 && r.within(a, b)
	}
	if a.event != b.event || a.status != b.status {
		return false
	}
	if a.date >= 0 && b.date >= 0 && r.dateKey(a.date) != r.dateKey(b.date) {
		return false
	}
	if a.rule == "noun" && b.rule == "noun" && a.noun == b.noun && a.date >= 0 && b.date >= 0 {
		return true
	}
	if a.date >= 0 && b.date >= 0 && (a.rule == "noun" || b.rule == "noun") && r.sharedNoun(a, b) {
		return true
	}
	dated := a.date >= 0 && b.date >= 0
	if a.event != "CONSULT" && a.event != "AGREE" && a.group >= 0 && b.group >= 0 && len(a.actors) > 0 && len(b.actors) > 0 &&
		!r.groups[a.group].passive && !r.groups[b.group].passive && r.side(a.actors[0]) != r.side(b.actors[0]) {
		return false // who acts differs
	}
	shared := 0
	for _, x := range b.actors {
		for _, y := range a.actors {
			if x == y || r.side(x) == r.side(y) {
				shared++
				break
			}
		}
	}
	if shared == 0 && len(a.actors)+len(b.actors) > 0 && len(a.actors)*len(b.actors) > 0 {
		return false
	}
	words, least := r.sharedWords(a, b)
	heading := r.sentences[a.sentence].heading || r.sentences[b.sentence].heading
	if dated && stem(r.wordOf(a)) == stem(r.wordOf(b)) {
		return true // "is due to expire", "the expiration"
	}
	if !dated && !r.shareBody(a.actors, b.actors) && !r.subset(a.actors, b.actors) && !r.subset(b.actors, a.actors) {
		return false
	}
	if a.event == "CONSULT" && r.meetingKind(a) == r.meetingKind(b) && shared >= 1 && (shared >= 2 || words >= 1 || !dated && a.status == "happened" && r.meetingKind(a) == "talks") {
		return true
	}
	if shared >= 1 && words >= 1 && a.group >= 0 && b.group >= 0 && r.groups[a.group].lemma == r.groups[b.group].lemma && !dated {
		return true
	}
	if dated && (shared >= 1 || words >= 2) && words*3 >= least {
		return true
	}
	return words*2 >= least && words >= 2 || heading && words*2 >= least && words >= 1
}

// ownDay reports whether of two statements the one told by a noun has a day that
// stands with the noun: "formalise the truce reached on 3 May".
func (r *reading) ownDay(a, b *statement) bool {
	if a.group >= 0 {
		a, b = b, a
	}
	return a.date >= 0 && r.dates[a.date].last <= a.last && r.doneIn(a.verb+1, r.dates[a.date].first)
}

// subset reports whether every side of the actors a is among those of b.
func (r *reading) subset(a, b []int) bool {
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y int) bool { return x == y || r.side(x) == r.side(y) }) {
			return false
		}
	}
	return true
}

// sharedNoun reports whether both name the event by the same noun of events.
func (r *reading) sharedNoun(a, b *statement) bool {
	y := r.contentWords(b)
	for i := a.first; i < a.last; i++ {
		if y.has(r.bare[i]) {
			if n := r.nounAt(i); n != nil && n.event == a.event {
				return true
			}
			if r.lex.moves[r.lex.lemmaOf(r.tokens[i].lower)] != nil && r.tags[i] == tagVerb {
				return true
			}
		}
	}
	return false
}

// shareBody reports whether the same coalition or organisation is in both: its
// members come under different names.
func (r *reading) shareBody(a, b []int) bool {
	for _, x := range a {
		if k := r.actors[x].kind; (k == "coalition" || k == "igo") && slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// wordOf is the word by which a statement tells its event.
func (r *reading) wordOf(s *statement) string {
	if s.group >= 0 {
		return r.groups[s.group].lemma
	}
	return s.noun
}

// stem is what a verb and its noun have in common: "expire", "expiration".
func stem(w string) string { return w[:min(5, len(w))] }

// meetingKind tells calls and journeys from other meetings: a call to a leader is
// not the talks that it is about.
func (r *reading) meetingKind(s *statement) string {
	word := r.wordOf(s)
	switch {
	case r.lex.words["calls"].has(word):
		return "call"
	case r.lex.words["journeys"].has(word):
		return "journey"
	}
	return "talks"
}

// within reports whether one statement's verb hangs on the other's by a
// participle: "increased pressure by testing a missile".
func (r *reading) within(a, b *statement) bool {
	for _, k := range [][2]int{{a.group, b.group}, {b.group, a.group}} {
		g, h := &r.groups[k[0]], &r.groups[k[1]]
		if g.parent == k[1] && g.form != finite || g.form == reduced && h.subject.first >= 0 && h.subject.first <= g.first && g.head < h.first && a.event == b.event {
			return true
		}
	}
	return false
}

// governs reports whether the verb group h stands above k.
func (r *reading) governs(h, k int) bool {
	for n := 0; k >= 0 && n < 8; n++ {
		if k == h {
			return true
		}
		k = r.groups[k].parent
	}
	return false
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
