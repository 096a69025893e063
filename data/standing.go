package data

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/data/edtf"
)

// How long a position holds
//
// A position holds from the first instant that its From may mean, and where its
// From tells only by when it was held ("../2025-12-16"), from then on. It ends
//
//   - where its Until ends,
//   - where a later position with a link "supersedes" to it begins, or
//   - where a later position of the same holder on the same issue with the same
//     subject begins, whatever its stance. The subject is the words of the
//     proposal without small words, endings and order. So "rejects ceding Donbas"
//     and "offers to freeze the lines" hold side by side, and "accepts ceding
//     Donbas" ends the first of them.
//
// What others report about an actor never ends what it says itself, and what is
// marked disputed ends nothing; an explicit link does. Positions of the same
// date do not end one another. A withdrawn position ends what it follows and
// does not hold itself. Undated positions neither hold nor end anything.

// Holder is whose position it is: on whose behalf it is stated, or who states it.
func (p *Position) Holder() ID {
	if p.For != "" {
		return p.For
	}
	return p.Actor
}

// held is the date from which a position is known to be held.
func (p *Position) held() edtf.Date {
	if p.From.Interval && !p.From.Start.Known() {
		return edtf.Date{Start: p.From.End}
	}
	return p.From
}

// Begins is the first instant at which a position is known to be held: the
// earliest of its From or, where nobody says since when, of the day by which it
// was. It is edtf.Future for an undated position.
func (p *Position) Begins() int64 {
	if p.From.IsZero() {
		return edtf.Future
	}
	return p.held().Earliest()
}

// Reported reports whether someone else tells of the position.
func (p *Position) Reported() bool {
	return p.Attribution.Relation != "" && p.Attribution.Relation != Self
}

// Proviso is what a position hangs on, as it stands behind its proposal; empty
// where there is no condition or the proposal says it already.
func (p *Position) Proviso() string {
	if p.Condition == "" || strings.Contains(strings.ToLower(p.Proposal), strings.ToLower(p.Condition)) {
		return ""
	}
	first, size := utf8.DecodeRuneInString(p.Condition)
	if next, _ := utf8.DecodeRuneInString(p.Condition[size:]); unicode.IsUpper(next) {
		return p.Condition // an abbreviation such as "UN"
	}
	return string(unicode.ToLower(first)) + p.Condition[size:]
}

// End is the instant at which a position stops holding, edtf.Future while it is
// still held, and what ended it: nil where it simply ran out.
func (x *Index) End(p *Position) (at int64, by *Position) {
	at = edtf.Future
	if !p.Until.IsZero() {
		at = p.Until.Latest()
	}
	if next := x.Next(p); next != nil && next.Begins() <= at {
		return next.Begins(), next
	}
	return at, nil
}

// Holds reports whether a position is held at an instant.
func (x *Index) Holds(p *Position, at int64) bool {
	if p.From.IsZero() || p.Movement == Withdrawn || p.Begins() > at {
		return false
	}
	end, _ := x.End(p)
	return at < end
}

// Standing lists the positions that an actor holds at an instant, newest first:
// its own, those stated for it, and those of its people and bodies. The members
// of a coalition or an organisation that are actors of their own speak for
// themselves.
func (x *Index) Standing(actor ID, at int64) []*Position {
	return x.standing(actor, at, func(*Position) bool { return true })
}

// StandingOn is Standing on one issue, without those under it.
func (x *Index) StandingOn(actor, issue ID, at int64) []*Position {
	return x.standing(actor, at, func(p *Position) bool { return p.Issue == issue })
}

func (x *Index) standing(actor ID, at int64, want func(*Position) bool) []*Position {
	var held []*Position
	seen := map[ID]bool{}
	for _, who := range x.voices(actor, at) {
		for _, p := range x.positions[Ref{KindActor, who}] {
			counts := who == actor || p.Holder() == who
			if counts && !seen[p.ID] && want(p) && x.Holds(p, at) {
				seen[p.ID] = true
				held = append(held, p)
			}
		}
	}
	slices.SortFunc(held, func(a, b *Position) int {
		return cmp.Or(cmp.Compare(b.Begins(), a.Begins()), cmp.Compare(a.ID, b.ID))
	})
	return held
}

// voices is an actor with its people and bodies at an instant, and theirs.
func (x *Index) voices(actor ID, at int64) []ID {
	all := []ID{actor}
	for i := 0; i < len(all); i++ {
		for _, m := range x.members[all[i]] {
			speaks := m.Kind == Person || m.Kind == Body
			if speaks && !slices.Contains(all, m.ID) && belongs(m, all[i], at) {
				all = append(all, m.ID)
			}
		}
	}
	return all
}

func belongs(a *Actor, to ID, at int64) bool {
	for _, m := range a.Memberships {
		from, until := m.From.Earliest(), m.Until.Latest()
		if m.Of == to && from <= at && at < until {
			return true
		}
	}
	return false
}

// Since is when the holder took the stance that p states: the date of the
// earliest position in the unbroken row of reaffirmations that leads to p.
func (x *Index) Since(p *Position) edtf.Date {
	since := p
	for n := 0; n < x.c.Positions.Len(); n++ {
		before := x.Previous(since)
		if before == nil || before.Stance != p.Stance || before.From.IsZero() {
			break
		}
		since = before
	}
	return since.From
}

// LastKnown is the last instant at which the sources vouch for p: the end of its
// date, or, for a date that is open ("since March"), of the publication date
// of what tells of it. ok is false where neither is known.
func (x *Index) LastKnown(p *Position) (at int64, ok bool) {
	if at = p.From.Latest(); !p.From.IsZero() && at != edtf.Future {
		return at, true
	}
	for _, g := range p.Passages {
		if d, found := x.c.Documents.Get(g.Document); found && !d.Published.IsZero() {
			if t := d.Published.Latest(); !ok || t > at {
				at, ok = t, true
			}
		}
	}
	return at, ok
}

// SilentDays is for how many whole days before the instant at nothing was heard
// of a position; ok is false where that is not known.
func (x *Index) SilentDays(p *Position, at int64) (days int, ok bool) {
	last, ok := x.LastKnown(p)
	const day = 24 * 60 * 60
	return int(max(0, at-last) / day), ok
}
