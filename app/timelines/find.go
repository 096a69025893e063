package timelines

import (
	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/words"
)

// found says which match is selected: "3 of 17".
func (s *Screen) found() string {
	if s.fault != nil || !s.chart.Settled() {
		return ""
	}
	n := s.matches()
	switch i := s.chart.Plot().Number(s.ses.Selected.Get()); {
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
	p := s.chart.Plot()
	at := p.Number(s.ses.Selected.Get()) + by
	switch {
	case at == -2 || at == -1 && by < 0: // none was selected, or the first one
		at = n - 1
	case at >= n:
		at = 0
	}
	s.ses.Selected.Set(p.RefAt(at))
	s.bar.refresh()
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
