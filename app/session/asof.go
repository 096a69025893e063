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
func LastKnown(c *data.Case, now time.Time) int64 {
	today := Today(c, now)
	last := edtf.Past
	note := func(d edtf.Date) {
		if d.IsZero() || !d.Start.Known() {
			return
		}
		// A whole month or year that the source only names counts from its start.
		t := d.Earliest()
		if end := d.Latest(); d.Interval && end != edtf.Future && end-t <= 31*day {
			t = end - 1
		}
		if t <= today+day-1 && t > last {
			last = t
		}
	}
	for _, e := range c.Events.All() {
		note(e.Date)
	}
	for _, p := range c.Positions.All() {
		note(p.From)
		if t := p.Begins(); t <= today && t > last {
			last = t
		}
	}
	if last == edtf.Past {
		return today
	}
	return edtf.OfInstant(last).Earliest()
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
