package timelines

import (
	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/words"
	"demarche/data"
)

// at is the number of the selected item among those shown, in time order with
// those without a date at the end; -1 where it is not among them.
func (s *Screen) at() int {
	p, ref := s.chart.Plot(), s.ses.Selected.Get()
	if i, ok := p.Find(ref); ok {
		return i
	}
	for i, r := range p.Undated() {
		if r == ref {
			return p.Len() + i
		}
	}
	return -1
}

// found says which match is selected: "3 of 17".
func (s *Screen) found() string {
	if s.fault != nil || s.chart.Plot() == nil {
		return ""
	}
	n := s.matches()
	switch i := s.at(); {
	case n == 0:
		return "No match"
	case i >= 0:
		return words.OutOf(i+1, n)
	}
	if n == 1 {
		return "1 match"
	}
	return words.Count(n, "matche")
}

func (s *Screen) matches() int {
	p := s.chart.Plot()
	return p.Len() + len(p.Undated())
}

// match selects the next match of the filter (by 1), or the one before it (-1),
// and starts again at the other end. While the matches are still looked for it
// waits for them.
func (s *Screen) match(by int) {
	if s.fault != nil {
		return
	}
	if !s.chart.Settled() {
		s.awaited = by
		return
	}
	n := s.matches()
	if n == 0 {
		return
	}
	at := s.at() + by
	switch {
	case at == -2 || at == -1 && by < 0: // none was selected, or the first one
		at = n - 1
	case at >= n:
		at = 0
	}
	s.ses.Selected.Set(s.ref(at))
	s.bar.refresh()
}

func (s *Screen) ref(at int) data.Ref {
	p := s.chart.Plot()
	if at < p.Len() {
		return p.Row(at).Ref
	}
	return p.Undated()[at-p.Len()]
}

// NextMatch goes to the next or, back, to the previous match of what is searched
// for. It reports whether there is something to go through.
func (s *Screen) NextMatch(back bool) bool {
	if s.ses.Filter.Get().Text == "" {
		return false
	}
	by := 1
	if back {
		by = -1
	}
	s.match(by)
	return true
}

// findCommands are those of the filter and its matches.
func (s *Screen) findCommands() []screen.Command {
	searching := func() bool { return s.ses.Filter.Get().Text != "" }
	return []screen.Command{
		{Menu: screen.EditMenu, Label: "Find next", Key: fyne.KeyF3, Do: func() { s.match(1) }, Enabled: searching, Break: true},
		{Menu: screen.EditMenu, Label: "Find previous", Key: fyne.KeyF3, Modifier: shift, Do: func() { s.match(-1) }, Enabled: searching},
		{Menu: screen.EditMenu, Label: "Filter…", Key: fyne.KeyF, Modifier: ctrl | shift, Do: s.askFilter},
		{Menu: screen.EditMenu, Label: "Clear the filter", Do: s.clearFilter, Enabled: func() bool { return !s.ses.Filter.Get().IsZero() }},
	}
}
