// Package board compares who stands where on a date: a table of issues and
// actors, with the gap on each issue, the instants at which something changes,
// and the table as a figure for a report. The window and the export command share
// it.
package board

import (
	"cmp"
	"slices"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
)

// Board is the table of a case: the actors and issues that positions are held by
// and on, and when something changes. It may be read by one goroutine at a time.
type Board struct {
	Actors []*data.Actor // columns, who holds most first
	Issues []*data.Issue // rows; the last may be NoIssue
	Points []int64       // instants at which a position begins or ends, in order; of Shown

	ix    *data.Index
	sieve *timeline.Sieve // nil: everything is shown
	gaps  map[moment]measured
}

// NoIssue stands in Board.Issues for what positions without an issue are about;
// it has no ID.
func NoIssue() *data.Issue { return &data.Issue{Name: "No issue"} }

type moment struct {
	issue data.ID
	at    int64
}

type measured struct {
	value   float64
	holders int
	known   bool
}

// New gathers all actors and issues on which something is held at some time,
// also what a filter will hide, so that it can be listed.
func New(ix *data.Index) *Board {
	b := &Board{ix: ix, gaps: map[moment]measured{}}
	c := ix.Case()
	held, on := map[data.ID]int{}, map[data.ID]int{}
	for _, p := range c.Positions.All() {
		held[speaksFor(c, p.Holder())]++
		on[p.Issue]++
	}
	for _, a := range c.Actors.All() {
		if held[a.ID] > 0 {
			b.Actors = append(b.Actors, a)
		}
	}
	slices.SortStableFunc(b.Actors, func(x, y *data.Actor) int { return cmp.Compare(held[y.ID], held[x.ID]) })
	for _, i := range c.Issues.All() {
		if on[i.ID] > 0 {
			b.Issues = append(b.Issues, i)
		}
	}
	slices.SortStableFunc(b.Issues, func(x, y *data.Issue) int { return cmp.Compare(on[y.ID], on[x.ID]) })
	if on[""] > 0 {
		b.Issues = append(b.Issues, NoIssue())
	}
	return b
}

// speaksFor is in whose column the positions of an actor stand: a person's or a
// body's in that of the first that it belongs to.
func speaksFor(c *data.Case, id data.ID) data.ID {
	for range 8 {
		a, ok := c.Actors.Get(id)
		if !ok || a.Kind != data.Person && a.Kind != data.Body || len(a.Memberships) == 0 {
			break
		}
		up := a.Memberships[0].Of
		if _, ok := c.Actors.Get(up); !ok {
			break
		}
		id = up
	}
	return id
}

// Shown is the board without what the filter hides, with its change points. That
// a filter shows events only does not matter here.
func (b *Board) Shown(f timeline.Filter) *Board {
	f.NoStands = false
	s := &Board{ix: b.ix, gaps: map[moment]measured{}, sieve: f.Sieve(b.ix.Case())}
	for _, a := range b.Actors {
		if s.sieve.Actor(a.ID) {
			s.Actors = append(s.Actors, a)
		}
	}
	for _, i := range b.Issues {
		if s.sieve.Issue(i.ID) {
			s.Issues = append(s.Issues, i)
		}
	}
	s.Points = s.changes()
	return s
}

func (b *Board) shows(p *data.Position) bool { return b.sieve == nil || b.sieve.Position(p) }

// Case is what the board is of.
func (b *Board) Case() *data.Case { return b.ix.Case() }

// Index finds things in it.
func (b *Board) Index() *data.Index { return b.ix }

// IssueName is what a row is called: the issue with those above it.
func (b *Board) IssueName(i *data.Issue) string {
	if path := data.IssuePath(b.Case(), i.ID); path != "" {
		return path
	}
	return i.Name
}

// Hidden is how many of the case's positions the filter leaves out.
func (b *Board) Hidden() (n int) {
	for _, p := range b.Case().Positions.All() {
		if !b.shows(p) {
			n++
		}
	}
	return n
}

// changes is when a position of the board begins or ends, each day once.
func (b *Board) changes() []int64 {
	c := b.Case()
	columns, rows := map[data.ID]bool{}, map[data.ID]bool{}
	for _, a := range b.Actors {
		columns[a.ID] = true
	}
	for _, i := range b.Issues {
		rows[i.ID] = true
	}
	var points []int64
	note := func(t int64) {
		if t != edtf.Past && t != edtf.Future {
			points = append(points, edtf.OfInstant(t).Earliest())
		}
	}
	for _, p := range c.Positions.All() {
		if p.From.IsZero() || !rows[p.Issue] || !columns[speaksFor(c, p.Holder())] || !b.shows(p) {
			continue
		}
		note(p.Begins())
		if end, _ := b.ix.End(p); end > p.Begins() {
			note(end)
		}
	}
	slices.Sort(points)
	return slices.Compact(points)
}

// Cell is what an actor holds on an issue at an instant, the weightiest first:
// red lines, its own word, what others report.
func (b *Board) Cell(actor, issue data.ID, at int64) []*data.Position {
	held := b.standing(actor, issue, at)
	slices.SortStableFunc(held, func(x, y *data.Position) int { return cmp.Compare(weight(x), weight(y)) })
	return held
}

// standing is the same, the newest first.
func (b *Board) standing(actor, issue data.ID, at int64) []*data.Position {
	return slices.DeleteFunc(slices.Clone(b.ix.StandingOn(actor, issue, at)), func(p *data.Position) bool { return !b.shows(p) })
}

func weight(p *data.Position) int {
	w := 2
	switch {
	case p.Reported():
		w = 4
	case p.Firmness == data.RedLine:
		w = 0
	}
	if p.Stance == data.Unclear {
		w++
	}
	return w
}

// Statements are all that an actor ever held on an issue, oldest first.
func (b *Board) Statements(actor, issue data.ID) []*data.Position {
	c := b.Case()
	all := c.Positions.All()
	if issue != "" {
		all = b.ix.Positions(data.Ref{Kind: data.KindIssue, ID: issue})
	}
	var list []*data.Position
	for _, p := range all {
		if p.Issue == issue && speaksFor(c, p.Holder()) == actor {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(x, y *data.Position) int {
		return cmp.Compare(x.Begins(), y.Begins())
	})
	return list
}

// Step is the change point after (1) or before (-1) an instant; ok is false
// where there is none.
func (b *Board) Step(at int64, by int) (t int64, ok bool) {
	day := edtf.OfInstant(at).Earliest()
	i, found := slices.BinarySearch(b.Points, day)
	if by < 0 {
		i--
	} else if found {
		i++
	}
	if i < 0 || i >= len(b.Points) {
		return at, false
	}
	return b.Points[i], true
}
