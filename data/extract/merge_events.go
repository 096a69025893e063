package extract

import (
	"slices"

	"demarche/data/edtf"
)

// sameEvent reports whether two events are one told twice.
func (r *reading) sameEvent(a, b *statement) bool {
	if overlapping(a, b) && a.sentence == b.sentence {
		return (a.group < 0) != (b.group < 0) && (a.event == b.event || a.status == b.status && !r.ownDay(a, b)) || a.group >= 0 && b.group >= 0 && r.within(a, b)
	}
	if a.event != b.event || a.status != b.status && !r.foretells(a, b) {
		return false
	}
	if a.date >= 0 && b.date >= 0 && !r.sameTime(a.date, b.date) {
		return false
	}
	if r.goesOn(a, b) || r.recalls(a, b) {
		return true
	}
	if r.longApart(a, b) {
		return false
	}
	if r.titled(a, b) {
		return true
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
	shared := r.sharedSides(a.actors, b.actors)
	if shared == 0 && len(a.actors)+len(b.actors) > 0 && len(a.actors)*len(b.actors) > 0 {
		return false
	}
	if a.status != b.status && shared > 0 && stem(r.wordOf(a)) == stem(r.wordOf(b)) {
		return true // as the title foretells
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
	return a.date >= 0 && r.dates[a.date].last <= a.last && (r.doneIn(a.verb+1, r.dates[a.date].first) || r.apartFrom(a))
}

// apartFrom reports whether an event told by a noun stands as the occasion or the
// subject matter of another: "protested over the killing of a fisherman on 3 May".
// Talks are on the day of what comes after them.
func (r *reading) apartFrom(e *statement) bool {
	return r.in(e.first-1, "matters") || e.event != "CONSULT" && r.is(e.first-1, "after", "following")
}

// leaveDates takes from the verbs of a sentence the dates that belong to the
// nouns behind them.
func (r *reading) leaveDates(verbs, nouns []statement) {
	for i := range nouns {
		n := &nouns[i]
		if n.date < 0 || r.dates[n.date].first < n.verb || !r.apartFrom(n) {
			continue
		}
		for j := range verbs {
			if verbs[j].date == n.date && verbs[j].verb < n.first {
				verbs[j].date = -1
				verbs[j].signs = slices.DeleteFunc(verbs[j].signs, func(s sign) bool { return s == signDated })
			}
		}
	}
}

// sharedSides counts the actors of b whose side is among those of a.
func (r *reading) sharedSides(a, b []int) int {
	shared := 0
	for _, x := range b {
		if slices.ContainsFunc(a, func(y int) bool { return x == y || r.side(x) == r.side(y) }) {
			shared++
		}
	}
	return shared
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
		if g.form == reduced && r.lex.words["appointing"].has(g.lemma) {
			continue
		}
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

// foretells reports whether a is a title that tells in the present what b says is
// to come: "Minister flies to Oslo", "will fly to Oslo on Friday".
func (r *reading) foretells(a, b *statement) bool {
	return r.sentences[a.sentence].heading && a.date < 0 && a.status == "happened" && b.status == "planned" && a.group >= 0 && r.groups[a.group].present
}

// titled reports whether a is the title and b the same news in the lead.
func (r *reading) titled(a, b *statement) bool {
	if !r.sentences[a.sentence].heading || b.sentence != r.leadAt || a.group < 0 || b.group < 0 || !r.groups[a.group].present {
		return false
	}
	for _, x := range a.actors {
		for _, y := range b.actors {
			if x == y || r.side(x) == r.side(y) {
				return true
			}
		}
	}
	return stem(r.wordOf(a)) == stem(r.wordOf(b))
}

// What is of today and what is of another year are two events, even where only
// one of them has a date.
const (
	oldNews  = 60 // days before publication
	sameNews = 4  // days between two tellings of what has no date of its own
)

// longApart reports whether of two events the one without a date is the news of
// the day, and the other long past.
func (r *reading) longApart(a, b *statement) bool {
	if (a.date < 0) == (b.date < 0) {
		return false
	}
	open, dated := a, b
	if a.date >= 0 {
		open, dated = b, a
	}
	v := r.dates[dated.date].value
	if v.IsZero() || r.published.IsZero() || open.status != "happened" {
		return false
	}
	if !open.about.IsZero() && v.Precision() == edtf.Day {
		days := (open.about.Earliest() - v.Earliest()) / daySeconds
		return days > sameNews || days < -sameNews
	}
	old := (r.published.Earliest()-v.Latest())/daySeconds > oldNews
	return old && (!open.about.IsZero() || b.sentence != a.sentence)
}

// sameTime reports whether two dates are of one time: the same, or one of them a
// finer telling of the other ("last December", "on Dec. 1").
func (r *reading) sameTime(i, j int) bool {
	if r.dateKey(i) == r.dateKey(j) {
		return true
	}
	x, y := r.dates[i].value, r.dates[j].value
	if x.IsZero() || y.IsZero() || x.Interval || y.Interval || x.Start.Precision == y.Start.Precision {
		return false
	}
	if x.Start.Precision > y.Start.Precision {
		x, y = y, x
	}
	return x.Start.Precision == edtf.Month && x.Earliest() <= y.Earliest() && y.Latest() <= x.Latest()
}

// finer reports whether one date tells a time more exactly than another.
func (r *reading) finer(i, j int) bool {
	x, y := r.dates[i].value, r.dates[j].value
	return !x.IsZero() && (y.IsZero() || !x.Interval && !y.Interval && x.Start.Precision > y.Start.Precision)
}

// goesOn reports whether b is the second verb of one act: "ambushed a patrol and
// killed two soldiers", "will resume the talks and discuss".
func (r *reading) goesOn(a, b *statement) bool {
	if a.sentence != b.sentence || a.group < 0 || b.group < 0 || a.date >= 0 && b.date >= 0 && a.date != b.date {
		return false
	}
	g, h := &r.groups[a.group], &r.groups[b.group]
	return g.subject.first >= 0 && g.subject.first == h.subject.first && g.head < h.first && h.clauseStart == h.first && r.is(r.wordBefore(h.first, g.head), "and", ",")
}

// recallReach is how many sentences back "the attack" finds the attack that it
// comes back to.
const recallReach = 2

// recalls reports whether b comes back to a by a noun with an article: "A bomb
// killed … . The blast …", "held a meeting on Thursday. The talks were held at …".
func (r *reading) recalls(a, b *statement) bool {
	if b.date >= 0 && (a.date < 0 || b.date != a.date && r.dateKey(a.date) != r.dateKey(b.date)) || b.sentence-a.sentence > recallReach || a.sentence == b.sentence && a.group >= 0 && b.group >= 0 {
		return false
	}
	if r.sentences[a.sentence].heading || a.event == "CONSULT" && r.meetingKind(a) != r.meetingKind(b) {
		return false
	}
	first, last := b.first, b.verb
	if b.group >= 0 {
		first, last = r.groups[b.group].subject.first, r.groups[b.group].subject.last-1
	}
	if first < 0 || last < first || !r.is(first, "the", "this", "that", "their", "talks", "discussions", "negotiations") || b.group < 0 && r.vagueNoun(first, last) {
		return false
	}
	for i := first; i <= last; i++ {
		if r.in(i, "other-than") {
			return false
		}
	}
	for i := first; i <= last; i++ {
		if n := r.nounAt(i); n != nil && n.event == a.event && r.tag(i+1) != tagNoun {
			return true
		}
	}
	return false
}
