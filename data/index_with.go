package data

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// fewRecords is how many records may differ for With to be faster than a new
// index.
const fewRecords = 500

// With is the index of another state of the same case. Where few records differ
// it takes over what stayed, so that it costs a millisecond and not the tenths
// of a second of a new one.
func (x *Index) With(c *Case) *Index {
	diff := Diff(x.c, c)
	if len(diff) == 0 && c == x.c {
		return x
	}
	if len(diff) > fewRecords {
		return NewIndex(c)
	}
	next := &Index{
		c: c, events: maps.Clone(x.events), positions: maps.Clone(x.positions),
		suggested: x.suggested, members: x.members, undated: slices.Clone(x.undated),
	}
	events := lister[*Event]{next.events, map[Ref]bool{}, compareEvents}
	positions := lister[*Position]{next.positions, map[Ref]bool{}, comparePositions}
	matters := map[matter]bool{}
	for _, ref := range diff {
		switch ref.Kind {
		case KindEvent:
			before, was := x.c.Events.Get(ref.ID)
			after, is := c.Events.Get(ref.ID)
			events.replace(before, was, after, is)
			next.wait(ref, is && after.Date.IsZero())
		case KindPosition:
			before, was := x.c.Positions.Get(ref.ID)
			after, is := c.Positions.Get(ref.ID)
			positions.replace(before, was, after, is)
			next.wait(ref, is && after.From.IsZero())
			if was {
				matters[before.matter()] = true
			}
			if is {
				matters[after.matter()] = true
			}
		}
	}
	if slices.ContainsFunc(diff, func(r Ref) bool { return r.Kind == KindActor }) {
		next.members = membersOf(c)
	}
	next.suggest(x, diff)
	next.chainsAfter(x, matters)
	return next
}

// wait puts what has no date into the list of such, and takes out what has one.
func (x *Index) wait(ref Ref, undated bool) {
	i, found := slices.BinarySearchFunc(x.undated, ref, compareRefs)
	switch {
	case found && !undated:
		x.undated = slices.Delete(x.undated, i, i+1)
	case !found && undated:
		x.undated = slices.Insert(x.undated, i, ref)
	}
}

// compareRefs is the order of lists of both: events first, then by ID.
func compareRefs(a, b Ref) int {
	return cmp.Or(strings.Compare(string(a.Kind), string(b.Kind)), strings.Compare(string(a.ID), string(b.ID)))
}

func (x *Index) suggest(before *Index, diff []Ref) {
	docs := map[ID]bool{}
	for _, ref := range diff {
		if ref.Kind != KindSuggestion {
			continue
		}
		for _, c := range []*Case{before.c, x.c} {
			if s, ok := c.Suggestions.Get(ref.ID); ok {
				docs[s.Document] = true
			}
		}
	}
	if len(docs) == 0 {
		return
	}
	x.suggested = maps.Clone(before.suggested)
	for doc := range docs {
		list := slices.DeleteFunc(slices.Clone(before.suggested[doc]), func(s *Suggestion) bool {
			now, ok := x.c.Suggestions.Get(s.ID)
			return !ok || now != s
		})
		for _, ref := range diff {
			if s, ok := x.c.Suggestions.Get(ref.ID); ok && ref.Kind == KindSuggestion && s.Document == doc {
				list = append(list, s)
			}
		}
		slices.SortFunc(list, compareSuggestions)
		x.suggested[doc] = list
		if len(list) == 0 {
			delete(x.suggested, doc)
		}
	}
}

func compareEvents(a, b *Event) int {
	return cmp.Or(momentOf(a.Date).compare(momentOf(b.Date)), cmp.Compare(a.ID, b.ID))
}

func comparePositions(a, b *Position) int {
	return cmp.Or(momentOf(a.held()).compare(momentOf(b.held())), cmp.Compare(a.ID, b.ID))
}

// lister changes lists by reference; a list of the index before is copied first.
type lister[R Record] struct {
	lists   map[Ref][]R
	own     map[Ref]bool
	compare func(a, b R) int
}

func (l *lister[R]) replace(before R, was bool, after R, is bool) {
	if was {
		for _, to := range References(before) {
			list := l.of(to)
			if i, found := slices.BinarySearchFunc(list, before, l.compare); found {
				l.lists[to] = slices.Delete(list, i, i+1)
			}
			if len(l.lists[to]) == 0 {
				delete(l.lists, to)
			}
		}
	}
	if is {
		for _, to := range References(after) {
			list := l.of(to)
			i, _ := slices.BinarySearchFunc(list, after, l.compare)
			l.lists[to] = slices.Insert(list, i, after)
		}
	}
}

func (l *lister[R]) of(to Ref) []R {
	if !l.own[to] {
		l.own[to] = true
		list := l.lists[to]
		l.lists[to] = append(make([]R, 0, len(list)+1), list...)
	}
	return l.lists[to]
}
