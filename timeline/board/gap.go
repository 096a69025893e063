package board

import "demarche/data"

// Gap is how far apart the actors of a board stand on an issue: the mean of the
// distances (data.Index.DistanceHeld) over all pairs of them that both hold
// something on it, without what the filter hides. Its trend compares it with the last different gap before. What
// changes by less than a twentieth counts as the same.
type Gap struct {
	Holders int
	Known   bool
	Value   float64 // 0 the same, 1 opposed
	Trend   Trend
	Line    []float64 // the gap at the change points until now, for the small chart
}

// Trend is where a gap leads.
type Trend uint8

// Trends.
const (
	OneSide   Trend = iota // fewer than two hold something
	NoMeasure              // what they hold cannot be compared
	Stuck
	Narrowing
	Widening
	Agreed
)

const sameGap, smallGap = 0.05, 0.1

// Word is what stands in the table for a gap; it is empty where nobody holds
// anything.
func (g Gap) Word() string {
	switch {
	case g.Trend == OneSide && g.Holders == 0:
		return ""
	case g.Trend == OneSide:
		return "one side only"
	case g.Trend == NoMeasure:
		return "not comparable"
	case g.Trend == Narrowing:
		return "narrowing"
	case g.Trend == Widening:
		return "widening"
	case g.Trend == Agreed:
		return "agreed"
	}
	return "stuck"
}

// gapAt is the gap at an instant, which is kept: one goes back and forth.
func (b *Board) gapAt(issue data.ID, at int64) (value float64, holders int, known bool) {
	key := moment{issue, at}
	m, ok := b.gaps[key]
	if !ok {
		m.value, m.holders, m.known = b.measure(issue, at)
		b.gaps[key] = m
	}
	return m.value, m.holders, m.known
}

func (b *Board) measure(issue data.ID, at int64) (value float64, holders int, known bool) {
	var held [][]*data.Position
	for _, a := range b.Actors {
		if list := b.standing(a.ID, issue, at); len(list) > 0 {
			held = append(held, list)
		}
	}
	pairs := 0
	for i, x := range held {
		for _, y := range held[i+1:] {
			if v, ok := b.ix.DistanceHeld(issue, x, y); ok {
				value += v
				pairs++
			}
		}
	}
	if pairs == 0 {
		return 0, len(held), false
	}
	return value / float64(pairs), len(held), true
}

// Gap is the gap on an issue at an instant with its trend, from at most the last
// twelve changes before.
func (b *Board) Gap(issue data.ID, at int64) Gap {
	const most = 12
	var g Gap
	g.Value, g.Holders, g.Known = b.gapAt(issue, at)
	var until []int64
	for _, t := range b.Points {
		if t < at {
			until = append(until, t)
		}
	}
	for _, t := range until[max(0, len(until)-most):] {
		if v, _, ok := b.gapAt(issue, t); ok {
			g.Line = append(g.Line, v)
		}
	}
	if g.Known {
		g.Line = append(g.Line, g.Value)
	}
	g.Trend = g.judge()
	return g
}

func (g Gap) judge() Trend {
	switch {
	case g.Holders < 2:
		return OneSide
	case !g.Known:
		return NoMeasure
	}
	for i := len(g.Line) - 2; i >= 0; i-- {
		switch d := g.Value - g.Line[i]; {
		case d < -sameGap:
			return Narrowing
		case d > sameGap:
			return Widening
		}
	}
	if g.Value < smallGap {
		return Agreed
	}
	return Stuck
}
