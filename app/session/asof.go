package session

import (
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/zone"
)

const day = 24 * 60 * 60

// LastKnown is the day that a case is first looked at from: the last day on
// which something in it starts, but not after today; today where nothing has a
// date. It is the instant at which that day starts.
func LastKnown(c *data.Case, now time.Time) int64 { return knownOf(c, now).day() }

// known is up to when a case is known.
type known struct {
	today int64 // the instant at which it starts
	last  int64 // the last start, up to the end of today; edtf.Past: none
}

func knownOf(c *data.Case, now time.Time) known {
	k := known{today: Today(c, now), last: edtf.Past}
	for _, e := range c.Events.All() {
		k.last = max(k.last, k.event(e))
	}
	for _, p := range c.Positions.All() {
		k.last = max(k.last, k.position(p))
	}
	return k
}

// after is up to when a later snapshot is known. It looks at what differs only,
// unless the last thing of all changed.
func (k known) after(before, now *data.Case, clock time.Time) known {
	next := known{Today(now, clock), k.last}
	if next.today != k.today {
		return knownOf(now, clock)
	}
	for _, ref := range data.Diff(before, now) {
		if k.last != edtf.Past && k.start(before, ref) == k.last {
			return knownOf(now, clock)
		}
		next.last = max(next.last, k.start(now, ref))
	}
	return next
}

func (k known) start(c *data.Case, ref data.Ref) int64 {
	r, _ := c.Record(ref)
	switch r := r.(type) {
	case *data.Event:
		return k.event(r)
	case *data.Position:
		return k.position(r)
	}
	return edtf.Past
}

// day is the instant at which the day of the last start begins.
func (k known) day() int64 {
	if k.last == edtf.Past {
		return k.today
	}
	return edtf.OfInstant(k.last).Earliest()
}

func (k known) event(e *data.Event) int64 { return k.date(e.Date) }

func (k known) position(p *data.Position) int64 {
	t := k.date(p.From)
	if begins := p.Begins(); begins <= k.today {
		t = max(t, begins)
	}
	return t
}

// date is when a date starts; a whole month or year that the source only names
// counts from its start.
func (k known) date(d edtf.Date) int64 {
	if d.IsZero() || !d.Start.Known() {
		return edtf.Past
	}
	t := d.Earliest()
	if end := d.Latest(); d.Interval && end != edtf.Future && end-t <= 31*day {
		t = end - 1
	}
	if t > k.today+day-1 {
		return edtf.Past
	}
	return t
}

// Today is the instant at which the day starts that it is now where the case
// plays, or where the reader is if the case has no time zone.
func Today(c *data.Case, now time.Time) int64 {
	if c.Info != nil {
		if l, err := zone.Load(c.Info.TimeZone); err == nil {
			now = now.In(l)
		}
	}
	t := zone.Civil(now.Location(), now)
	return t - t%day
}
