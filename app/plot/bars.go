package plot

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data/edtf"
	"demarche/timeline/scale"
)

// dateBar is the as-of date with a step back and a step on, at the top left.
type dateBar struct {
	c    *Chart
	text *ui.Text
	root fyne.CanvasObject
}

func newDateBar(c *Chart) *dateBar {
	b := &dateBar{c: c, text: ui.NewCut("", ui.Style{Size: 12}).Aligned(fyne.TextAlignCenter)}
	back := ui.NewFlat("‹", func() { c.StepAsOf(-1) })
	on := ui.NewFlat("›", func() { c.StepAsOf(1) })
	back.Label, on.Label = "‹", "›"
	row := ui.Row(0, 1, back, b.text, on)
	head := ui.NewText("AS OF", ui.Style{Size: 10, Bold: true, Color: ui.ColorHeading}).Aligned(fyne.TextAlignCenter)
	b.root = ui.Pad(4, 4, 0, 4, ui.Column(-3, head, row))
	b.refresh()
	return b
}

func (b *dateBar) object() fyne.CanvasObject { return b.root }

func (b *dateBar) refresh() {
	text := edtf.Format(dayOf(b.c.ses.AsOf.Get()), edtf.Medium, edtf.English())
	if text != b.text.String() {
		b.text.Set(text)
	}
}

// zoomBar zooms for those who have no wheel, at the left of the strip.
type zoomBar struct {
	c      *Chart
	slider *widget.Slider
	root   fyne.CanvasObject
	silent bool // the slider follows the view
}

func newZoomBar(c *Chart) *zoomBar {
	b := &zoomBar{c: c, slider: widget.NewSlider(0, 1)}
	b.slider.Step = 0.001
	b.slider.OnChanged = b.slid
	out := ui.NewFlat("−", func() { c.ZoomBy(1 / buttonZoom) })
	in := ui.NewFlat("+", func() { c.ZoomBy(buttonZoom) })
	fit := ui.NewFlat("Fit", c.Fit)
	b.root = container.New(zoomLayout{}, out, b.slider, in, fit)
	return b
}

// buttonZoom is by how much a press zooms.
const buttonZoom = 1.5

func (b *zoomBar) object() fyne.CanvasObject { return b.root }

// slid zooms to where the slider stands: 0 is the whole case, 1 an hour.
func (b *zoomBar) slid(v float64) {
	c := b.c
	if b.silent || c.plot == nil || c.plot.Len() == 0 {
		return
	}
	all := float64(c.plot.FitWindow().Span())
	span := all * math.Pow(float64(scale.MinSpan)/all, v)
	c.ZoomBy(float64(c.view.Window.Span()) / span)
}

func (b *zoomBar) refresh() {
	c := b.c
	if c.plot == nil || c.plot.Len() == 0 {
		return
	}
	all, span := float64(c.plot.FitWindow().Span()), float64(c.view.Window.Span())
	v := 0.0
	if all > float64(scale.MinSpan) {
		v = min(max(math.Log(span/all)/math.Log(float64(scale.MinSpan)/all), 0), 1)
	}
	if math.Abs(v-b.slider.Value) > 0.002 {
		b.silent = true
		b.slider.SetValue(v)
		b.silent = false
	}
}

// zoomLayout puts the controls beside each other; the slider takes what is left.
type zoomLayout struct{}

const zoomHeight = 24

func (zoomLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, zoomHeight) }

func (zoomLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	room := size.Width
	for i, x := range o {
		if i != 1 {
			room -= x.MinSize().Width
		}
	}
	at := float32(0)
	for i, x := range o {
		w := x.MinSize().Width
		if i == 1 {
			w = room
		}
		x.Move(fyne.NewPos(at, 0))
		x.Resize(fyne.NewSize(w, size.Height))
		at += w
	}
}

func pow(base float64, by float32) float64 { return math.Pow(base, float64(by)) }

func bound(v, most float32) float32 { return min(max(v, -most), most) }

func abs(v float32) float32 { return max(v, -v) }
