package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Tick is a small box that is on or off.
type Tick struct {
	Pressable
	On bool
}

// NewTick makes a box; onChanged gets the new state.
func NewTick(label string, on bool, onChanged func(bool)) *Tick {
	t := &Tick{On: on}
	t.Label = label
	t.OnTap = func() {
		t.On = !t.On
		t.Refresh()
		onChanged(t.On)
	}
	t.Init(t)
	return t
}

// Set shows a state without calling onChanged.
func (t *Tick) Set(on bool) {
	if t.On != on {
		t.On = on
		t.Refresh()
	}
}

// CreateRenderer draws it.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{t: t, box: canvas.NewRectangle(color.Transparent), a: canvas.NewLine(color.Transparent), b: canvas.NewLine(color.Transparent)}
	r.Refresh()
	return r
}

type tickRenderer struct {
	t    *Tick
	box  *canvas.Rectangle
	a, b *canvas.Line
}

const tickSize = 13

func (r *tickRenderer) MinSize() fyne.Size { return fyne.NewSize(tickSize, tickSize) }

func (r *tickRenderer) Layout(size fyne.Size) {
	x, y := (size.Width-tickSize)/2, (size.Height-tickSize)/2
	r.box.Move(fyne.NewPos(x, y))
	r.box.Resize(fyne.NewSize(tickSize, tickSize))
	r.a.Position1, r.a.Position2 = fyne.NewPos(x+3, y+6.7), fyne.NewPos(x+5.6, y+9.4)
	r.b.Position1, r.b.Position2 = fyne.NewPos(x+5.4, y+9.4), fyne.NewPos(x+10.2, y+3.9)
}

func (r *tickRenderer) Refresh() {
	paint(r.box, ColorCard, ColorFaint, 1, 3)
	stroke := color.Color(color.Transparent)
	if r.t.On {
		paint(r.box, ColorPrimary, ColorPrimary, 1, 3)
		stroke = Color(ColorOnPrimary)
	}
	if r.t.focused {
		r.box.StrokeColor, r.box.StrokeWidth = Color(ColorAccent), 2
	}
	for _, l := range []*canvas.Line{r.a, r.b} {
		l.StrokeColor, l.StrokeWidth = stroke, 1.6
		l.Refresh()
	}
	r.box.Refresh()
}

func (r *tickRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.a, r.b} }
func (r *tickRenderer) Destroy()                     {}
