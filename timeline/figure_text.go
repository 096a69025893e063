package timeline

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
)

func (f *figure) text(s *scene.Scene, x, y float32, font scene.Font, c color.NRGBA, text string) {
	s.Add(scene.Item{Op: scene.OpText, X0: x, Y0: y, Fill: c, Font: font, Text: text})
}

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
		f.Subtitle = upperFirst(what) + "."
	}
	if f.ShowAsOf {
		f.Subtitle += " As of " + longDay(f.AsOf, f.Names)
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
	for i := range f.plot.items {
		if f.plot.items[i].bar() {
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
	for i := range f.plot.items {
		it := &f.plot.items[i]
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
		return yearName(y0, n) + " to " + yearName(y1, n)
	case y0 != y1:
		return n.Month[m0-1] + " " + yearName(y0, n) + " to " + n.Month[m1-1] + " " + yearName(y1, n)
	case m0 != m1:
		return n.Month[m0-1] + " to " + n.Month[m1-1] + " " + yearName(y1, n)
	case d0 != d1:
		return strconv.Itoa(d0) + " to " + longDay(to, n)
	}
	return longDay(to, n)
}

func civil(t int64) (y, m, d int) {
	p := edtf.OfInstant(t).Start
	return int(p.Year), int(p.Month), int(p.Day)
}

func longDay(t int64, n *scale.Names) string {
	y, m, d := civil(t)
	return strconv.Itoa(d) + " " + n.Month[m-1] + " " + yearName(y, n)
}

func yearName(y int, n *scale.Names) string {
	if y <= 0 {
		return strconv.Itoa(1-y) + n.Before
	}
	return strconv.Itoa(y)
}

// description tells a picture to those who do not see it: its lanes, and what
// is in each.
func (f *figure) description() string {
	events, positions := f.counts()
	var b strings.Builder
	fmt.Fprintf(&b, "%s A timeline with %s and %s.", f.Subtitle, countOf(events, "event", "events"), countOf(positions, "position", "positions"))
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
	line := countOf(events, "event", "events") + ", " + countOf(positions, "position", "positions")
	if !f.NoSources {
		line += ", " + countOf(len(f.sources.list), "document", "documents") + ", " + countOf(f.sources.origins(), "independent origin", "independent origins")
	}
	line += "; " + countOf(open, "unreviewed suggestion", "unreviewed suggestions")
	if n := len(f.plot.Undated()); n > 0 {
		line += "; " + strconv.Itoa(n) + " without a date not shown"
	}
	if n := f.plot.HiddenCount(); n > 0 {
		line += "; " + strconv.Itoa(n) + " left out by the filter"
	}
	return line + "."
}

func (f *figure) imprint() string {
	var parts []string
	for _, s := range []string{f.Program, f.FileName} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if !f.Printed.IsZero() {
		parts = append(parts, "printed "+shortDay(f.Printed, f.Names))
	}
	return strings.Join(parts, " · ")
}

func shortDay(t time.Time, n *scale.Names) string {
	return fmt.Sprintf("%d %s %d", t.Day(), n.MonthShort[t.Month()-1], t.Year())
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func upperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// wrap breaks a text into lines of at most width pixels, at spaces, and within a
// word only where that alone is too long. Of more than most lines the last ends
// with "…".
func wrap(measure scene.Measure, font scene.Font, text string, width float32, most int) []string {
	var lines []string
	line := ""
	words := strings.Fields(text)
	for len(words) > 0 {
		word, next := words[0], words[0]
		if line != "" {
			next = line + " " + word
		}
		if measure(font, next) <= width {
			line, words = next, words[1:]
			continue
		}
		if line == "" {
			head := fitting(measure, font, word, width)
			line, words[0] = head, word[len(head):]
		}
		lines, line = append(lines, line), ""
		if len(lines) == most {
			lines[most-1] = fitting(measure, font, lines[most-1], width-measure(font, "…")) + "…"
			return lines
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fitting is the longest start of a word that fits, at least one letter.
func fitting(measure scene.Measure, font scene.Font, word string, width float32) string {
	end := len(word)
	for i := range word {
		if i > 0 && measure(font, word[:i]) > width {
			break
		}
		end = i
	}
	if measure(font, word) <= width {
		return word
	}
	if end == 0 {
		for i := range word {
			if i > 0 {
				return word[:i]
			}
		}
		return word
	}
	return word[:end]
}
