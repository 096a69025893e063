package data

import "demarche/data/edtf"

// TimesOfDay is the events and positions of a case whose dates change turns into
// others. What change leaves alone is left out.
func TimesOfDay(c *Case, change func(edtf.Date) (_ edtf.Date, changed bool)) (put []Record) {
	for _, e := range c.Events.All() {
		if d, ok := change(e.Date); ok {
			next := *e
			next.Date = d
			put = append(put, &next)
		}
	}
	for _, p := range c.Positions.All() {
		from, a := change(p.From)
		until, b := change(p.Until)
		if a || b {
			next := *p
			next.From, next.Until = from, endAfter(from, until)
			put = append(put, &next)
		}
	}
	return put
}

// endAfter is until, or where that lies wholly before from, the start of from.
func endAfter(from, until edtf.Date) edtf.Date {
	if from.IsZero() || until.IsZero() || until.Latest() >= from.Earliest() {
		return until
	}
	end := until.Start
	if until.Interval {
		end = until.End
	}
	return edtf.Date{Start: end.NotBefore(from.Start)}
}
