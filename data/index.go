package data

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"demarche/data/edtf"
)

// Index is what follows from a snapshot of a case, made once so that panes and
// pictures need not search. It is immutable and safe from any goroutine. Lists
// that it returns are not to be changed; those of dated records are in order of
// time.
type Index struct {
	c          *Case
	events     map[Ref][]*Event    // by actor, issue, document
	positions  map[Ref][]*Position // by actor (who says it and for whom), issue, document
	suggested  map[ID][]*Suggestion
	members    map[ID][]*Actor
	undated    []Ref
	superseded func() chains
	subjects   sync.Map // of proposals that were compared, by proposal
}

// NewIndex makes the index of a case.
func NewIndex(c *Case) *Index {
	x := &Index{
		c: c, events: map[Ref][]*Event{}, positions: map[Ref][]*Position{},
		suggested: map[ID][]*Suggestion{}, members: map[ID][]*Actor{},
	}
	for _, e := range inTime(c.Events.All(), func(e *Event) edtf.Date { return e.Date }) {
		for _, to := range References(e) {
			x.events[to] = append(x.events[to], e)
		}
		if e.Date.IsZero() {
			x.undated = append(x.undated, e.Ref())
		}
	}
	positions := inTime(c.Positions.All(), (*Position).held)
	for _, p := range positions {
		for _, to := range References(p) {
			x.positions[to] = append(x.positions[to], p)
		}
		if p.From.IsZero() {
			x.undated = append(x.undated, p.Ref())
		}
	}
	for _, s := range c.Suggestions.All() {
		x.suggested[s.Document] = append(x.suggested[s.Document], s)
	}
	for _, a := range c.Actors.All() {
		for _, m := range a.Memberships {
			if list := x.members[m.Of]; len(list) == 0 || list[len(list)-1] != a {
				x.members[m.Of] = append(list, a)
			}
		}
	}
	for _, list := range x.suggested {
		slices.SortStableFunc(list, func(a, b *Suggestion) int { return cmp.Compare(firstStart(a), firstStart(b)) })
	}
	x.superseded = sync.OnceValue(func() chains { return newChains(c, positions) })
	return x
}

// inTime is the records by date, undated ones last, and by ID where dates are
// the same.
func inTime[R Record](all []R, date func(R) edtf.Date) []R {
	type dated struct {
		from, until int64
		record      int
	}
	keys := make([]dated, len(all))
	for i, r := range all {
		d := date(r)
		keys[i] = dated{d.Earliest(), d.Latest(), i}
		if d.IsZero() {
			keys[i].from = edtf.Future
		}
	}
	slices.SortFunc(keys, func(a, b dated) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.until, b.until), cmp.Compare(a.record, b.record))
	})
	sorted := make([]R, len(all))
	for i, k := range keys {
		sorted[i] = all[k.record]
	}
	return sorted
}

func firstStart(s *Suggestion) int {
	if p := suggestedPassages(s); len(p) > 0 {
		return p[0].Start
	}
	return 0
}

// Case is the case that the index is of.
func (x *Index) Case() *Case { return x.c }

// Events lists the events that an actor takes part in, that belong to an issue
// or that a document tells of.
func (x *Index) Events(of Ref) []*Event { return x.events[of] }

// Positions lists the positions that an actor states or that are stated for it,
// on an issue, or told by a document.
func (x *Index) Positions(of Ref) []*Position { return x.positions[of] }

// Suggestions lists the suggestions from a document in the order of its text.
func (x *Index) Suggestions(doc ID) []*Suggestion { return x.suggested[doc] }

// Members lists the actors that belong to an actor.
func (x *Index) Members(actor ID) []*Actor { return x.members[actor] }

// People lists the persons that belong to an actor or to one of its bodies, by name.
func (x *Index) People(actor ID) []*Actor {
	var people []*Actor
	seen := map[ID]bool{actor: true}
	for queue := []ID{actor}; len(queue) > 0; queue = queue[1:] {
		for _, m := range x.members[queue[0]] {
			if seen[m.ID] {
				continue
			}
			seen[m.ID] = true
			switch m.Kind {
			case Person:
				people = append(people, m)
			case Body:
				queue = append(queue, m.ID)
			}
		}
	}
	slices.SortFunc(people, func(a, b *Actor) int { return strings.Compare(a.Name, b.Name) })
	return people
}

// Documents lists the documents that an actor, an issue, an event or a position
// rests on, newest publication first.
func (x *Index) Documents(of Ref) []*Document {
	seen := map[ID]bool{}
	var docs []*Document
	add := func(passages []Passage) {
		for _, p := range passages {
			if d, ok := x.c.Documents.Get(p.Document); ok && !seen[d.ID] {
				seen[d.ID] = true
				docs = append(docs, d)
			}
		}
	}
	if r, ok := x.c.Record(of); ok {
		add(PassagesOf(r))
	}
	for _, e := range x.events[of] {
		add(e.Passages)
	}
	for _, p := range x.positions[of] {
		add(p.Passages)
	}
	slices.SortStableFunc(docs, func(a, b *Document) int {
		if az, bz := a.Published.IsZero(), b.Published.IsZero(); az || bz {
			return boolToInt(az) - boolToInt(bz)
		}
		return edtf.Compare(b.Published, a.Published)
	})
	return docs
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Undated lists the events and positions that wait for a date.
func (x *Index) Undated() []Ref { return x.undated }

// KnownOn is the date from which the passages could be known: the earliest
// publication date of their documents. It is zero where none has a date.
func KnownOn(c *Case, passages []Passage) edtf.Date {
	var known edtf.Date
	for _, p := range passages {
		d, ok := c.Documents.Get(p.Document)
		if ok && !d.Published.IsZero() && (known.IsZero() || edtf.Compare(d.Published, known) < 0) {
			known = d.Published
		}
	}
	return known
}
