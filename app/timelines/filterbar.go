package timelines

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/app/words"
)

// filterBar says what the filter does and how much it hides. It is seen only
// while there is a filter.
type filterBar struct {
	s     *Screen
	chips []*ui.Chip
	holds *fyne.Container
	found *ui.Text
	find  *fyne.Container
	count *ui.Text
	root  *fyne.Container
}

func newFilterBar(s *Screen) *filterBar {
	b := &filterBar{s: s, holds: container.New(&chipLayout{}), found: ui.NewText("", ui.Note), count: ui.NewText("", ui.Note)}
	back := ui.NewSign("‹", "Previous match", func() { s.match(-1) })
	on := ui.NewSign("›", "Next match", func() { s.match(1) })
	b.find = ui.Row(0, -1, back, b.found, on)
	row := ui.Row(8, 0, b.holds, b.find, b.count, ui.Sized(36, 0, ui.NewLink("Clear", s.clearFilter)))
	bar := ui.Pad(4, 10, 4, 10, row)
	b.root = container.NewBorder(nil, ui.HLine(), nil, nil, bar)
	b.root.Hide()
	return b
}

// refresh shows the filter as it is.
func (b *filterBar) refresh() {
	f := b.s.ses.Filter.Get()
	if on := !f.IsZero(); on != b.root.Visible() {
		b.root.Hidden = !on
		b.s.center.root.Refresh() // the picture takes or gives the room
	}
	if f.IsZero() {
		return
	}
	b.chips = b.chips[:0]
	b.holds.Objects = nil
	for _, c := range chipsOf(b.s.ses.Case(), f, &b.s.side.actors, &b.s.side.issues) {
		chip := ui.NewChip(c.label, func() { b.s.ses.Filter.Set(c.rest) })
		b.chips = append(b.chips, chip)
		b.holds.Add(chip)
	}
	b.holds.Add(ui.NewSign("…", "More of the filter", b.s.askFilter)) // stands for those without room
	b.tell()
	if f.Text != "" {
		b.find.Show()
	} else {
		b.find.Hide()
	}
	b.count.Set("Looking…")
	if b.s.chart.Settled() {
		b.count.Set(b.s.says())
	}
	b.root.Refresh()
}

// tell says which match is selected.
func (b *filterBar) tell() {
	if found := b.s.found(); found != b.found.String() {
		b.found.Set(found)
		b.find.Refresh()
		b.root.Refresh()
	}
}

// says is how many items are out of sight: "12 of 48 hidden by the filter".
func (s *Screen) says() string {
	c := s.ses.Case()
	return words.OutOf(s.filtered(), c.Events.Len()+c.Positions.Len()) + " hidden by the filter"
}

func (s *Screen) clearFilter() { s.ses.Filter.Set(session.Filter{}) }

// chipLayout lays chips in a row; its last object stands for those that have no
// room, and is hidden where all have.
type chipLayout struct{}

const chipGap = 6

func (*chipLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(40, 0)
	for _, x := range o {
		s.Height = max(s.Height, x.MinSize().Height)
	}
	return s
}

func (*chipLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) == 0 {
		return
	}
	last := o[len(o)-1]
	all := float32(0)
	for _, x := range o[:len(o)-1] {
		all += x.MinSize().Width + chipGap
	}
	room := size.Width
	if all > room {
		room -= last.MinSize().Width + chipGap
	}
	at, full := float32(0), false
	for _, x := range o[:len(o)-1] {
		m := x.MinSize()
		full = full || at+m.Width > room
		if full {
			x.Hide()
			continue
		}
		x.Show()
		x.Resize(m)
		x.Move(fyne.NewPos(at, (size.Height-m.Height)/2))
		at += m.Width + chipGap
	}
	if !full {
		last.Hide()
		return
	}
	m := last.MinSize()
	last.Show()
	last.Resize(m)
	last.Move(fyne.NewPos(at, (size.Height-m.Height)/2))
}
