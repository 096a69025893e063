package data

import (
	"cmp"
	"errors"
	"slices"

	"demarche/data/edtf"
)

// Decline is the change that sets a suggestion aside.
func Decline(s *Suggestion) (Change, error) {
	if s.State == Accepted {
		return Change{}, ErrReviewed
	}
	done := *s
	done.State = Rejected
	return Change{Label: "Reject suggestion", Put: []Record{&done}}, nil
}

// Reopen is the change that puts a suggestion back to where it waits for a
// decision. What accepting it made is taken back: the event or position goes to
// the trash, or, where it rests on other passages too or was there before, loses
// those of this suggestion only. What accepting learnt about actors stays.
func Reopen(c *Case, s *Suggestion) (Change, error) {
	ch := Change{Label: "Reopen suggestion"}
	open := *s
	open.State, open.Result, open.Merged = Open, "", false
	result, ok := c.Record(s.ResultRef())
	if s.State != Accepted || !ok {
		ch.Put = []Record{&open}
		return ch, nil
	}
	rest := withoutPassages(PassagesOf(result), suggestedPassages(s))
	if len(rest) == 0 && !s.Merged {
		removal := Removal(c, result.Ref())
		ch.Put, ch.Remove = removal.Put, removal.Remove
		ch.Put = slices.DeleteFunc(ch.Put, func(r Record) bool { return r.Ref() == s.Ref() })
	} else {
		ch.Put = append(ch.Put, withPassages(result, rest))
		if heir := mergedInto(c, s); heir != nil && !s.Merged {
			owner := *heir
			owner.Merged = false
			ch.Put = append(ch.Put, &owner)
		}
	}
	ch.Put = append(ch.Put, &open)
	return ch, nil
}

// mergedInto is a suggestion that was accepted into what s made, nil where there
// is none. It keeps the record alive when s is reopened, and takes it along when
// it is reopened itself.
func mergedInto(c *Case, s *Suggestion) *Suggestion {
	for _, other := range c.Suggestions.All() {
		if other.ID != s.ID && other.State == Accepted && other.ResultRef() == s.ResultRef() {
			return other
		}
	}
	return nil
}

func withoutPassages(all, gone []Passage) []Passage {
	return slices.DeleteFunc(slices.Clone(all), func(p Passage) bool { return slices.Contains(gone, p) })
}

// withPassages is a copy of an event or a position that rests on other passages.
func withPassages(r Record, passages []Passage) Record {
	switch r := r.(type) {
	case *Event:
		e := *r
		e.Passages = passages
		return &e
	case *Position:
		p := *r
		p.Passages = passages
		return &p
	}
	return r
}

// SameEvents lists the events of the case that a suggested event may be, most
// likely first: of the same type, at an overlapping date, sharing two actors,
// and told by another document only.
func SameEvents(c *Case, s *Suggestion) []ID {
	if s.Event == nil || s.Event.Date.IsZero() {
		return nil
	}
	actors := knownActors(c, s)
	type candidate struct {
		id     ID
		shared int
	}
	var found []candidate
	for _, e := range c.Events.All() {
		if e.Type != s.Event.Type || !overlap(e.Date, s.Event.Date) || tells(e.Passages, s.Document) {
			continue
		}
		shared := 0
		for _, id := range e.Actors {
			if slices.Contains(actors, id) {
				shared++
			}
		}
		if shared >= 2 {
			found = append(found, candidate{e.ID, shared})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.shared, a.shared) })
	ids := make([]ID, len(found))
	for i, f := range found {
		ids[i] = f.id
	}
	return ids
}

// knownActors is the suggestion's participants that the case has already.
func knownActors(c *Case, s *Suggestion) []ID {
	names := actorNames(c)
	var keys []ID
	if s.Event != nil {
		keys = s.Event.Actors
	}
	var ids []ID
	for _, key := range keys {
		id := key
		if i := slices.IndexFunc(s.Actors, func(p ProposedActor) bool { return p.Key == key }); i >= 0 {
			var ok bool
			if id, ok = findProposed(names, c.Actors.Get, s.Actors[i]); !ok {
				continue
			}
		}
		if _, ok := c.Actors.Get(id); ok && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func overlap(a, b edtf.Date) bool {
	return !a.IsZero() && !b.IsZero() && a.Earliest() < b.Latest() && b.Earliest() < a.Latest()
}

func tells(passages []Passage, doc ID) bool {
	return slices.ContainsFunc(passages, func(p Passage) bool { return p.Document == doc })
}

// AcceptInto is the change that accepts a suggestion as another report of an
// event or a position that the case has: its passages are added there, and the
// actors of the case that it names become participants.
func AcceptInto(c *Case, s *Suggestion, id ID) (Change, error) {
	if s.State == Accepted {
		return Change{}, ErrReviewed
	}
	done := *s
	done.State, done.Result, done.Merged = Accepted, id, true
	into, ok := c.Record(done.ResultRef())
	if !ok {
		return Change{}, errors.New("what the suggestion is to be merged into is not in the case")
	}
	passages := slices.Clone(PassagesOf(into))
	for _, p := range suggestedPassages(s) {
		if !slices.Contains(passages, p) {
			passages = append(passages, p)
		}
	}
	merged := withPassages(into, passages)
	if e, ok := merged.(*Event); ok {
		e.Actors = slices.Clone(e.Actors)
		for _, actor := range knownActors(c, s) {
			if !slices.Contains(e.Actors, actor) {
				e.Actors = append(e.Actors, actor)
			}
		}
	}
	return Change{Label: "Accept suggestion into an event", Put: []Record{merged, &done}}, nil
}
