package timeline

import (
	"fmt"
	"strconv"
	"strings"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/sheet"
)

// texts fills in the title and the subtitle where none is given: "Berlin talks:
// events and positions as reported, September to December 2025. As of 15
// December 2025, Europe/Kyiv."
func (f *figure) texts() {
	name := "Untitled case"
	zone := ""
	if f.c.Info != nil {
		name, zone = f.c.Info.Title, f.c.Info.TimeZone
	}
	titled := f.Title != ""
	if !titled {
		f.Title = name
	}
	if f.Subtitle != "" {
		return
	}
	what := f.what() + " as reported, " + f.period()
	if titled {
		f.Subtitle = name + ": " + what + "."
	} else {
		f.Subtitle = sheet.Capital(what) + "."
	}
	if f.ShowAsOf {
		f.Subtitle += " As of " + f.Names.LongDay(f.AsOf)
		if zone != "" {
			f.Subtitle += ", " + zone
		}
		f.Subtitle += "."
	}
}

func (f *figure) what() string {
	events, positions := f.counts()
	switch {
	case positions == 0:
		return "events"
	case events == 0:
		return "positions"
	}
	return "events and positions"
}

// counts are the events and the positions that the figure shows.
func (f *figure) counts() (events, positions int) {
	for it := range f.plot.all() {
		if it.bar() {
			positions++
		} else {
			events++
		}
	}
	return events, positions
}

// period is the time from the first to the last thing shown, in months, or in
// days or years where that says more.
func (f *figure) period() string {
	from, to := edtf.Future, edtf.Past
	for it := range f.plot.all() {
		if !it.is(openStart) {
			from, to = min(from, it.start), max(to, it.start)
		}
		if !it.is(openEnd) {
			to = max(to, it.end-1)
		}
	}
	if bounded := f.From != 0 || f.To != 0; bounded && f.From != edtf.Past {
		from = f.From
	}
	if bounded := f.From != 0 || f.To != 0; bounded && f.To != edtf.Future {
		to = f.To - 1
	}
	if f.ShowAsOf && to < f.AsOf {
		to = f.AsOf
	}
	if from > to {
		return "without dates"
	}
	y0, m0, d0 := civil(from)
	y1, m1, d1 := civil(to)
	n := f.Names
	switch {
	case y0 != y1 && (y1-y0 > 4 || y0 <= 0):
		return n.Year(y0) + " to " + n.Year(y1)
	case y0 != y1:
		return n.Month[m0-1] + " " + n.Year(y0) + " to " + n.Month[m1-1] + " " + n.Year(y1)
	case m0 != m1:
		return n.Month[m0-1] + " to " + n.Month[m1-1] + " " + n.Year(y1)
	case d0 != d1:
		return strconv.Itoa(d0) + " to " + n.LongDay(to)
	}
	return n.LongDay(to)
}

func civil(t int64) (y, m, d int) {
	p := edtf.OfInstant(t).Start
	return int(p.Year), int(p.Month), int(p.Day)
}

// description tells a picture to those who do not see it: its lanes, and what
// is in each.
func (f *figure) description() string {
	events, positions := f.counts()
	var b strings.Builder
	fmt.Fprintf(&b, "%s A timeline with %s and %s.", f.Subtitle, sheet.Count(events, "event", "events"), sheet.Count(positions, "position", "positions"))
	for i := range f.plot.lanes {
		l := &f.plot.lanes[i]
		if l.Items > 0 && b.Len() < 2000 {
			fmt.Fprintf(&b, " %s: %d.", strings.TrimRight(l.Title, "."), l.Items)
		}
	}
	return b.String()
}

// countLine is what stands at the foot: what is shown, and what is not.
func (f *figure) countLine() string {
	events, positions := f.counts()
	open := 0
	for _, s := range f.c.Suggestions.All() {
		if s.State == data.Open {
			open++
		}
	}
	line := sheet.Count(events, "event", "events") + ", " + sheet.Count(positions, "position", "positions")
	if !f.NoSources {
		line += ", " + sheet.Count(f.sources.Len(), "document", "documents") + ", " + sheet.Count(f.sources.Origins(), "independent origin", "independent origins")
	}
	line += "; " + sheet.Count(open, "unreviewed suggestion", "unreviewed suggestions")
	if n := len(f.plot.Undated()); n > 0 {
		line += "; " + strconv.Itoa(n) + " without a date not shown"
	}
	if n := f.plot.HiddenCount(); n > 0 {
		line += "; " + strconv.Itoa(n) + " left out by the filter"
	}
	return line + "."
}
