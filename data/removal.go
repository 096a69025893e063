package data

import (
	"fmt"
	"slices"
)

// Removal is the change that removes records and leaves nothing that refers to
// them:
//
//   - a document takes its suggestions with it; events and positions stay and
//     lose the passages from it, since they are the analyst's work by now;
//   - an actor is taken from the participants of events and from memberships;
//     positions that it states go with it, and positions stated for it stay
//     with the one who states them;
//   - an issue is taken from events and positions, and the issues under it move
//     up to the one above it;
//   - an event or a position is taken from links, and the suggestions that it was
//     made from wait for review again.
//
// What is removed goes to the trash. References to what the case does not have
// are passed over.
func Removal(c *Case, refs ...Ref) Change {
	r := &removal{c: c, gone: map[Ref]bool{}}
	for _, ref := range refs {
		if rec, ok := c.Record(ref); ok && ref.Kind != KindInfo {
			r.gone[ref] = true
			r.label = fmt.Sprintf("Remove %s “%s”", ref.Kind, shortName(NameOf(rec)))
		}
	}
	if len(r.gone) > 1 {
		r.label = fmt.Sprintf("Remove %d records", len(r.gone))
	}
	r.spread()
	return r.change()
}

func shortName(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}

type removal struct {
	c     *Case
	gone  map[Ref]bool
	label string
}

// spread adds what cannot be without what is removed.
func (r *removal) spread() {
	for _, s := range r.c.Suggestions.All() {
		if r.gone[Ref{KindDocument, s.Document}] {
			r.gone[s.Ref()] = true
		}
	}
	for _, p := range r.c.Positions.All() {
		if r.gone[Ref{KindActor, p.Actor}] {
			r.gone[p.Ref()] = true
		}
	}
}

func (r *removal) change() Change {
	ch := Change{Label: r.label}
	for _, kind := range Kinds() {
		for _, rec := range recordsOf(r.c, kind) {
			if r.gone[rec.Ref()] {
				ch.Remove = append(ch.Remove, rec.Ref())
			} else if r.touches(rec) {
				ch.Put = append(ch.Put, r.cleaned(rec))
			}
		}
	}
	return ch
}

func (r *removal) touches(rec Record) bool {
	return slices.ContainsFunc(References(rec), func(to Ref) bool { return r.gone[to] })
}

// cleaned is a copy of the record without what is gone.
func (r *removal) cleaned(rec Record) Record {
	switch rec := rec.(type) {
	case *Actor:
		a := *rec
		a.Memberships = slices.DeleteFunc(slices.Clone(a.Memberships), func(m Membership) bool { return r.gone[Ref{KindActor, m.Of}] })
		return &a
	case *Issue:
		i := *rec
		i.Parent = r.above(i.Parent)
		return &i
	case *Event:
		e := *rec
		e.Actors = r.without(KindActor, e.Actors)
		e.Issues = r.without(KindIssue, e.Issues)
		e.Passages = r.passages(e.Passages)
		e.Links = r.links(e.Links)
		return &e
	case *Position:
		p := *rec
		if r.gone[Ref{KindActor, p.For}] {
			p.For = ""
		}
		if r.gone[Ref{KindIssue, p.Issue}] {
			p.Issue = ""
		}
		p.Passages = r.passages(p.Passages)
		p.Links = r.links(p.Links)
		return &p
	case *Suggestion:
		return r.cleanedSuggestion(rec)
	}
	return rec
}

func (r *removal) cleanedSuggestion(s *Suggestion) Record {
	now := *s
	if r.gone[s.ResultRef()] {
		now.State, now.Result, now.Merged = Open, "", false
	}
	if s.Event != nil {
		e := *s.Event
		e.Passages = r.passages(e.Passages)
		now.Event = &e
	}
	if s.Position != nil {
		p := *s.Position
		p.Passages = r.passages(p.Passages)
		now.Position = &p
	}
	return &now
}

// above is the first issue from id upwards that stays.
func (r *removal) above(id ID) ID {
	for range r.c.Issues.Len() {
		i, ok := r.c.Issues.Get(id)
		if !ok || !r.gone[i.Ref()] {
			break
		}
		id = i.Parent
	}
	return id
}

func (r *removal) without(kind Kind, ids []ID) []ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id ID) bool { return r.gone[Ref{kind, id}] })
}

func (r *removal) passages(all []Passage) []Passage {
	return slices.DeleteFunc(slices.Clone(all), func(p Passage) bool { return r.gone[Ref{KindDocument, p.Document}] })
}

func (r *removal) links(all []Link) []Link {
	return slices.DeleteFunc(slices.Clone(all), func(l Link) bool { return r.gone[l.To] })
}

// recordsOf lists the records of a kind.
func recordsOf(c *Case, kind Kind) []Record {
	switch kind {
	case KindInfo:
		if c.Info == nil {
			return nil
		}
		return []Record{c.Info}
	case KindDocument:
		return records(c.Documents)
	case KindActor:
		return records(c.Actors)
	case KindIssue:
		return records(c.Issues)
	case KindEvent:
		return records(c.Events)
	case KindPosition:
		return records(c.Positions)
	case KindSuggestion:
		return records(c.Suggestions)
	case KindView:
		return records(c.Views)
	}
	return nil
}

func records[R Record](t Table[R]) []Record {
	all := make([]Record, t.Len())
	for i, r := range t.All() {
		all[i] = r
	}
	return all
}
