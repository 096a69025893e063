package timeline

import (
	"demarche/data"
	"demarche/data/edtf"
)

// LastReport is the instant up to which a plot of the whole case draws positions
// that are still held: the end of the last day on which a source of what is dated
// was published or, where no source has a date, the last that happened. A plot of
// a part of the case takes it as Today, so that bars end where they did.
func LastReport(c *data.Case) int64 {
	published := make(map[data.ID]int64, c.Documents.Len())
	for _, d := range c.Documents.All() {
		if !d.Published.IsZero() {
			published[d.ID] = d.Published.Earliest()
		}
	}
	last, happened := edtf.Past, edtf.Past
	note := func(passages []data.Passage, from, until int64, real bool) {
		if known := firstOf(published, passages); known != edtf.Future {
			last = max(last, known)
		}
		switch {
		case !real:
		case until != edtf.Future:
			happened = max(happened, until)
		case from != edtf.Past:
			happened = max(happened, from)
		}
	}
	for _, e := range c.Events.All() {
		if from, until := e.Date.Earliest(), e.Date.Latest(); from != edtf.Past || until != edtf.Future {
			note(e.Passages, from, until, e.Status == data.Happened)
		}
	}
	for _, p := range c.Positions.All() {
		from, until := p.Begins(), p.Until.Latest()
		if from == edtf.Future && until == edtf.Future {
			continue
		}
		if from == edtf.Future {
			from = edtf.Past
		}
		note(p.Passages, from, until, true)
	}
	if last != edtf.Past {
		return last + 86400
	}
	return happened
}

// firstOf is the first publication of the documents of passages; edtf.Future
// where none has a date.
func firstOf(published map[data.ID]int64, all []data.Passage) int64 {
	first := edtf.Future
	for i := range all {
		if i > 0 && all[i].Document == all[i-1].Document {
			continue
		}
		if at, ok := published[all[i].Document]; ok {
			first = min(first, at)
		}
	}
	return first
}
