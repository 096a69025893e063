package plot

import (
	"math"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
)

// Seconds of calendar units; months and years on average.
const (
	day   = 24 * 60 * 60
	month = year / 12
	year  = 31_556_952
)

// shift moves a point of time by about so many seconds: a time of day by minutes,
// a day by whole days, a month by whole months. Its precision and its doubt stay.
// ok is false for what is coarser than a year.
func shift(p edtf.Point, by int64) (_ edtf.Point, ok bool) {
	units := func(unit int64) int { return int(math.Round(float64(by) / float64(unit))) }
	switch p.Precision {
	case edtf.Minute:
		t := edtf.DaysFromCivil(int(p.Year), int(p.Month), int(p.Day))*1440 + int64(p.Hour)*60 + int64(p.Min) + int64(units(60))
		days := t / 1440
		if t < days*1440 {
			days--
		}
		y, m, d := edtf.CivilFromDays(days)
		p.Year, p.Month, p.Day = int32(y), uint8(m), uint8(d)
		p.Hour, p.Min = uint8((t-days*1440)/60), uint8((t-days*1440)%60)
	case edtf.Day:
		y, m, d := edtf.CivilFromDays(edtf.DaysFromCivil(int(p.Year), int(p.Month), int(p.Day)) + int64(units(day)))
		p.Year, p.Month, p.Day = int32(y), uint8(m), uint8(d)
	case edtf.Month:
		n := int(p.Year)*12 + int(p.Month) - 1 + units(month)
		y := floorDiv(n, 12)
		p.Year, p.Month = int32(y), uint8(n-12*y+1)
	case edtf.Year:
		p.Year += int32(units(year))
	default:
		return p, false
	}
	return p, true
}

func floorDiv(a, b int) int {
	q := a / b
	if a < q*b {
		q--
	}
	return q
}

// Move is the date moved by about so many seconds, or only one end of it; ok is
// false where that cannot be, such as beyond the other end.
func Move(d edtf.Date, edge timeline.Edge, by int64) (_ edtf.Date, ok bool) {
	move := func(p *edtf.Point) bool {
		if !p.Known() {
			return true
		}
		var ok bool
		*p, ok = shift(*p, by)
		return ok
	}
	was := d
	switch {
	case edge != timeline.EndEdge && !move(&d.Start):
		return was, false
	case edge != timeline.StartEdge && d.Interval && !move(&d.End):
		return was, false
	}
	return d, !d.Interval || d.Earliest() < d.Latest()
}

// moved is the record with its date moved, and what the date is then; ok is false
// where there is no date to move.
func moved(c *data.Case, ref data.Ref, edge timeline.Edge, by int64) (r data.Record, d edtf.Date, ok bool) {
	switch ref.Kind {
	case data.KindEvent:
		old, found := c.Events.Get(ref.ID)
		if !found || old.Date.IsZero() {
			return nil, d, false
		}
		e := *old
		e.Date, ok = Move(e.Date, edge, by)
		return &e, e.Date, ok
	case data.KindPosition:
		old, found := c.Positions.Get(ref.ID)
		if !found {
			return nil, d, false
		}
		p := *old
		if edge == timeline.EndEdge && !p.Until.IsZero() {
			p.Until, ok = Move(p.Until, timeline.NoEdge, by)
			return &p, p.Until, ok && p.Validate() == nil
		}
		if edge != timeline.StartEdge || p.From.IsZero() {
			return nil, d, false
		}
		p.From, ok = Move(p.From, timeline.StartEdge, by)
		return &p, p.From, ok && p.Validate() == nil
	}
	return nil, d, false
}

// dateDrag is an item whose date is being changed by dragging.
type dateDrag struct {
	ref  data.Ref
	edge timeline.Edge
	from int64 // the instant where it was taken hold of
	at   int64 // and where it is now
	step int64 // it moves by multiples of so many seconds
}

// by is how far it was dragged.
func (d *dateDrag) by() int64 {
	return int64(math.Round(float64(d.at-d.from)/float64(d.step))) * d.step
}

// dragStep is by what a drag moves at the zoom of now: whole days, so that times
// of day stay, or quarters of an hour where these can be seen.
func (c *Chart) dragStep() int64 {
	const quarter, seen = 15 * 60, 3
	if c.plot.Scale(c.view).SecondsPerPixel()*seen <= quarter {
		return quarter
	}
	return day
}

// takeDate takes hold of the date of what was hit: the end of a bar or box, or an
// event that was selected before, so that nobody moves one while panning.
func (c *Chart) takeDate(h timeline.Hit, before data.Ref) *dateDrag {
	if h.Kind != timeline.HitItem || h.Edge == timeline.NoEdge && (h.Ref != before || h.Ref.Kind != data.KindEvent) {
		return nil
	}
	if _, _, ok := moved(c.ses.Case(), h.Ref, h.Edge, 0); !ok {
		return nil
	}
	return &dateDrag{ref: h.Ref, edge: h.Edge, from: h.At, at: h.At, step: c.dragStep()}
}

// dropDate makes the change that a drag asks for.
func (c *Chart) dropDate(d *dateDrag) {
	c.repaint()
	now := c.ses.Case()
	was, _ := now.Record(d.ref)
	r, date, ok := moved(now, d.ref, d.edge, d.by())
	if !ok || sameDates(was, r) {
		return
	}
	if err := c.ses.Do(data.Change{Label: "Change date", Put: []data.Record{r}}); err != nil {
		c.o.Desk.Fail(err)
		return
	}
	c.o.Desk.TellUndo("Dated " + longDate(date))
}

func sameDates(a, b data.Record) bool {
	switch a := a.(type) {
	case *data.Event:
		b, ok := b.(*data.Event)
		return ok && a.Date == b.Date
	case *data.Position:
		b, ok := b.(*data.Position)
		return ok && a.From == b.From && a.Until == b.Until
	}
	return true
}
