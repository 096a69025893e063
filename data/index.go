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
	c         *Case
	events    map[Ref][]*Event    // by actor, issue, document, and what they are linked to
	positions map[Ref][]*Position // by actor (who says it and for whom), issue, document, and what they are linked to
	suggested map[ID][]*Suggestion
	members   map[ID][]*Actor
	undated   []Ref
	chains    lazyChains
	subjects  sync.Map // of proposals that were compared, by proposal
}

// NewIndex makes the index of a case.
func NewIndex(c *Case) *Index {
	x := &Index{c: c, members: membersOf(c)}
	var undated []Ref
	var wait sync.WaitGroup
	wait.Go(func() {
		x.positions = byReference(inTime(c.Positions.All(), (*Position).held))
		x.suggested = bySource(c.Suggestions.All())
		for _, p := range c.Positions.All() {
			if p.From.IsZero() {
				undated = append(undated, p.Ref())
			}
		}
	})
	x.events = byReference(inTime(c.Events.All(), (*Event).when))
	for _, e := range c.Events.All() {
		if e.Date.IsZero() {
			x.undated = append(x.undated, e.Ref())
		}
	}
	wait.Wait()
	x.undated = append(x.undated, undated...)
	return x
}

// byReference lists records by what they refer to.
func byReference[R Record](all []R) map[Ref][]R {
	out := map[Ref][]R{}
	var to refList
	for _, r := range all {
		to = appendReferences(to[:0], r)
		for _, ref := range to {
			out[ref] = append(out[ref], r)
		}
	}
	return out
}

func bySource(all []*Suggestion) map[ID][]*Suggestion {
	out := map[ID][]*Suggestion{}
	for _, s := range all {
		out[s.Document] = append(out[s.Document], s)
	}
	for _, list := range out {
		slices.SortFunc(list, compareSuggestions)
	}
	return out
}

// compareSuggestions is the order of a document's text.
func compareSuggestions(a, b *Suggestion) int {
	return cmp.Or(cmp.Compare(firstStart(a), firstStart(b)), cmp.Compare(a.ID, b.ID))
}

func membersOf(c *Case) map[ID][]*Actor {
	out := map[ID][]*Actor{}
	for _, a := range c.Actors.All() {
		for _, m := range a.Memberships {
			if list := out[m.Of]; len(list) == 0 || list[len(list)-1] != a {
				out[m.Of] = append(list, a)
			}
		}
	}
	return out
}

// moment is where a record stands in time, undated ones last.
type moment struct{ from, until int64 }

func momentOf(d edtf.Date) moment {
	if d.IsZero() {
		return moment{edtf.Future, edtf.Future}
	}
	return moment{d.Earliest(), d.Latest()}
}

func (m moment) compare(n moment) int {
	return cmp.Or(cmp.Compare(m.from, n.from), cmp.Compare(m.until, n.until))
}

func (e *Event) when() edtf.Date { return e.Date }

// inTime is the records, which come by ID, by date, undated ones last, and by ID
// where dates are the same.
func inTime[R Record](all []R, date func(R) edtf.Date) []R {
	type dated struct {
		moment
		record int
	}
	keys := make([]dated, len(all))
	for i, r := range all {
		keys[i] = dated{momentOf(date(r)), i}
	}
	slices.SortFunc(keys, func(a, b dated) int {
		return cmp.Or(a.compare(b.moment), cmp.Compare(a.record, b.record))
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
