package positions

import (
	"cmp"
	"slices"
	"strings"

	"demarche/app/session"
	"demarche/data"
	"demarche/data/edtf"
)

// board is what the screen shows of a case: the actors and issues that positions
// are held by and on, and when something changes.
type board struct {
	ix     *data.Index
	actors []*data.Actor // columns
	issues []*data.Issue // rows; nil stands for positions without an issue
	points []int64       // instants at which a position begins or ends, in order
	filter session.Filter
	gaps   map[moment]measured // found before
}

type moment struct {
	issue data.ID
	at    int64
}

type measured struct {
	value   float64
	holders int
	known   bool
}

// newBoard gathers all actors and issues; hidden ones are left out later, so that
// the sidebar can list them.
func newBoard(ix *data.Index) *board {
	b := &board{ix: ix}
	c := ix.Case()
	held := map[data.ID]int{}
	on := map[data.ID]int{}
	for _, p := range c.Positions.All() {
		held[speaksFor(c, p.Holder())]++
		on[p.Issue]++
	}
	for _, a := range c.Actors.All() {
		if held[a.ID] > 0 {
			b.actors = append(b.actors, a)
		}
	}
	slices.SortStableFunc(b.actors, func(x, y *data.Actor) int { return cmp.Compare(held[y.ID], held[x.ID]) })
	for _, i := range c.Issues.All() {
		if on[i.ID] > 0 {
			b.issues = append(b.issues, i)
		}
	}
	slices.SortStableFunc(b.issues, func(x, y *data.Issue) int { return cmp.Compare(on[y.ID], on[x.ID]) })
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

// shown is the board without what the filter hides, with its change points.
func (b *board) shown(f session.Filter) *board {
	s := &board{ix: b.ix, filter: f, gaps: map[moment]measured{}}
	for _, a := range b.actors {
		if !f.Actors[a.ID] {
			s.actors = append(s.actors, a)
		}
	}
	for _, i := range b.issues {
		if !f.Issues[i.ID] {
			s.issues = append(s.issues, i)
		}
	}
	s.points = s.changes()
	return s
}

// changes is when a position of the board begins or ends, each day once.
func (b *board) changes() []int64 {
	c := b.ix.Case()
	columns, rows := map[data.ID]bool{}, map[data.ID]bool{}
	for _, a := range b.actors {
		columns[a.ID] = true
	}
	for _, i := range b.issues {
		rows[i.ID] = true
	}
	var points []int64
	note := func(t int64) {
		if t != edtf.Past && t != edtf.Future {
			points = append(points, edtf.OfInstant(t).Earliest())
		}
	}
	for _, p := range c.Positions.All() {
		if p.From.IsZero() || !rows[p.Issue] || !columns[speaksFor(c, p.Holder())] {
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

// cell is what an actor holds on an issue, the weightiest first: red lines, its
// own word, what others report.
func (b *board) cell(actor, issue data.ID, at int64) []*data.Position {
	held := slices.DeleteFunc(slices.Clone(b.ix.StandingOn(actor, issue, at)), b.hides)
	slices.SortStableFunc(held, func(x, y *data.Position) int { return cmp.Compare(weight(x), weight(y)) })
	return held
}

// hides reports whether the filter leaves out a position.
func (b *board) hides(p *data.Position) bool {
	if b.filter.Stances[p.Stance] {
		return true
	}
	text := data.FoldName(b.filter.Text)
	if text == "" {
		return false
	}
	c := b.ix.Case()
	words := data.FoldName(p.Proposal + " " + p.Condition + " " + p.Note + " " + data.IssuePath(c, p.Issue))
	for _, id := range []data.ID{p.Actor, p.For} {
		if a, ok := c.Actors.Get(id); ok {
			words += " " + data.FoldName(a.Name)
		}
	}
	return !strings.Contains(words, text)
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

// gap is how far apart the actors of the board stand on an issue.
//
// Gap at an instant is the mean of the distances (data.Index.DistanceOn) over all
// pairs of its actors that both hold something on the issue then. Its trend
// compares it with the last different gap before. What changes by less than a
// twentieth counts as the same.
type gap struct {
	holders int
	known   bool
	value   float64
	trend   trend
	line    []float64 // the gap at the change points until now, for the small chart
}

type trend uint8

const (
	oneSide trend = iota // fewer than two hold something
	noMeasure
	stuck
	narrowing
	widening
	agreed
)

const sameGap, smallGap = 0.05, 0.1

// gapAt is the gap at an instant, which is kept: one goes back and forth.
func (b *board) gapAt(issue data.ID, at int64) (value float64, holders int, known bool) {
	key := moment{issue, at}
	m, ok := b.gaps[key]
	if !ok {
		m.value, m.holders, m.known = b.measure(issue, at)
		b.gaps[key] = m
	}
	return m.value, m.holders, m.known
}

func (b *board) measure(issue data.ID, at int64) (value float64, holders int, known bool) {
	var who []data.ID
	for _, a := range b.actors {
		if len(b.ix.StandingOn(a.ID, issue, at)) > 0 {
			who = append(who, a.ID)
		}
	}
	pairs := 0
	for i, x := range who {
		for _, y := range who[i+1:] {
			if v, ok := b.ix.DistanceOn(x, y, issue, at); ok {
				value += v
				pairs++
			}
		}
	}
	if pairs == 0 {
		return 0, len(who), false
	}
	return value / float64(pairs), len(who), true
}

// gapOn is the gap with its trend, from at most the last points.
func (b *board) gapOn(issue data.ID, at int64) gap {
	const most = 12
	var g gap
	g.value, g.holders, g.known = b.gapAt(issue, at)
	var until []int64
	for _, t := range b.points {
		if t < at {
			until = append(until, t)
		}
	}
	for _, t := range until[max(0, len(until)-most):] {
		if v, _, ok := b.gapAt(issue, t); ok {
			g.line = append(g.line, v)
		}
	}
	if g.known {
		g.line = append(g.line, g.value)
	}
	g.trend = g.judge()
	return g
}

func (g gap) judge() trend {
	switch {
	case g.holders < 2:
		return oneSide
	case !g.known:
		return noMeasure
	}
	for i := len(g.line) - 2; i >= 0; i-- {
		switch d := g.value - g.line[i]; {
		case d < -sameGap:
			return narrowing
		case d > sameGap:
			return widening
		}
	}
	if g.value < smallGap {
		return agreed
	}
	return stuck
}

// step is the change point after (1) or before (-1) an instant; ok is false
// where there is none.
func (b *board) step(at int64, by int) (t int64, ok bool) {
	day := edtf.OfInstant(at).Earliest()
	i, found := slices.BinarySearch(b.points, day)
	if by < 0 {
		i--
	} else if found {
		i++
	}
	if i < 0 || i >= len(b.points) {
		return at, false
	}
	return b.points[i], true
}
