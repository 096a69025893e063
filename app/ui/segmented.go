package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Segmented chooses one of a few: the switch between screens. Left and right
// move it while it is focused.
type Segmented struct {
	widget.BaseWidget
	OnChanged func(index int)

	labels   []string
	selected int
	hovered  int
	focused  bool
}

// NewSegmented makes a switch; the first is chosen, without calling onChanged.
func NewSegmented(labels []string, onChanged func(int)) *Segmented {
	s := &Segmented{labels: labels, hovered: -1, OnChanged: onChanged}
	s.ExtendBaseWidget(s)
	return s
}

// Selected is the index of what is chosen.
func (s *Segmented) Selected() int { return s.selected }

// SetSelected shows another choice without calling OnChanged.
func (s *Segmented) SetSelected(i int) {
	s.selected = i
	s.Refresh()
}

func (s *Segmented) choose(i int) {
	if i < 0 || i >= len(s.labels) || i == s.selected {
		return
	}
	s.SetSelected(i)
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

const segmentPad, segmentHeight = 12, 30

func (s *Segmented) width(i int) float32 {
	return measure(s.labels[i], Style{}) + 2*segmentPad
}

func (s *Segmented) at(x float32) int {
	for i := range s.labels {
		if x -= s.width(i); x < 0 {
			return i
		}
	}
	return -1
}

// Tapped chooses what is under the pointer.
func (s *Segmented) Tapped(e *fyne.PointEvent) { s.choose(s.at(e.Position.X)) }

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (s *Segmented) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved marks the segment under the pointer.
func (s *Segmented) MouseMoved(e *desktop.MouseEvent) {
	if i := s.at(e.Position.X); i != s.hovered {
		s.hovered = i
		s.Refresh()
	}
}

// MouseOut marks none.
func (s *Segmented) MouseOut() { s.hovered = -1; s.Refresh() }

// Cursor is a hand.
func (s *Segmented) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained draws the ring.
func (s *Segmented) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost takes the ring away.
func (s *Segmented) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune goes to the window.
func (s *Segmented) TypedRune(r rune) { PassRune(s, r) }

// TypedKey moves the choice.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.choose(s.selected - 1)
	case fyne.KeyRight:
		s.choose(s.selected + 1)
	default:
		PassKey(s, e)
	}
}

// CreateRenderer draws it.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentedRenderer{s: s, frame: canvas.NewRectangle(color.Transparent)}
	for _, l := range s.labels {
		r.fills = append(r.fills, canvas.NewRectangle(color.Transparent))
		r.lines = append(r.lines, canvas.NewRectangle(color.Transparent))
		r.texts = append(r.texts, canvas.NewText(l, color.Black))
	}
	r.Refresh()
	return r
}

type segmentedRenderer struct {
	s            *Segmented
	frame        *canvas.Rectangle
	fills, lines []*canvas.Rectangle
	texts        []*canvas.Text
}

func (r *segmentedRenderer) MinSize() fyne.Size {
	w := float32(0)
	for i := range r.s.labels {
		w += r.s.width(i)
	}
	return fyne.NewSize(w, segmentHeight)
}

func (r *segmentedRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	x := float32(0)
	for i, t := range r.texts {
		w := r.s.width(i)
		r.fills[i].Move(fyne.NewPos(x, 0))
		r.fills[i].Resize(fyne.NewSize(w, size.Height))
		r.lines[i].Move(fyne.NewPos(x, 1))
		r.lines[i].Resize(fyne.NewSize(1, size.Height-2))
		m := t.MinSize()
		t.Move(fyne.NewPos(x+(w-m.Width)/2, (size.Height-m.Height)/2))
		t.Resize(m)
		x += w
	}
}

func (r *segmentedRenderer) Refresh() {
	paint(r.frame, "button", ColorControl, 1, 5)
	if r.s.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = Color(ColorAccent), 2
	}
	last := len(r.texts) - 1
	for i, t := range r.texts {
		style, fill := Style{}, color.Color(color.Transparent)
		switch i {
		case r.s.selected:
			style.Color, fill = ColorOnPrimary, Color(ColorPrimary)
		case r.s.hovered:
			fill = Color("hover")
		}
		t.Color, t.TextSize = style.color(), style.size()
		f := r.fills[i]
		f.FillColor = fill
		f.TopLeftCornerRadius, f.BottomLeftCornerRadius = corner(i == 0), corner(i == 0)
		f.TopRightCornerRadius, f.BottomRightCornerRadius = corner(i == last), corner(i == last)
		r.lines[i].FillColor = Color(ColorControl)
		if i == 0 {
			r.lines[i].FillColor = color.Transparent
		}
		f.Refresh()
		t.Refresh()
		r.lines[i].Refresh()
	}
	r.frame.Refresh()
	r.Layout(r.s.Size())
}

func corner(round bool) float32 {
	if round {
		return 5
	}
	return 0.01 // 0 stands for the common radius
}

func (r *segmentedRenderer) Objects() []fyne.CanvasObject {
	o := []fyne.CanvasObject{r.frame}
	for i := range r.texts {
		o = append(o, r.lines[i], r.fills[i], r.texts[i])
	}
	return o
}

func (r *segmentedRenderer) Destroy() {}
