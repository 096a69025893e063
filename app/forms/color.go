package forms

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/data/edtf"
	"demarche/timeline"
)

// colorLine chooses a colour from the palette of figures, or any as #rrggbb.
type colorLine struct {
	*line
	entry    *entry
	swatches []*swatch
}

const swatches = 10

func (s *sheet) colorLine(hex string) *colorLine {
	l := &colorLine{entry: s.newEntry(hex, "by itself", 1)}
	theme := timeline.Light()
	row := []fyne.CanvasObject{ui.Sized(92, 0, l.entry)}
	for i := range swatches {
		c := theme.ActorColor(i)
		sw := newSwatch(c, func() { l.entry.SetText(hexOf(c)) })
		l.swatches = append(l.swatches, sw)
		row = append(row, sw)
	}
	l.line = s.newLine("Colour", "color", ui.Row(6, -1, row...), l.entry, func() string { return l.entry.Text })
	l.entry.OnChanged = func(string) { l.mark() }
	l.mark()
	return l
}

func (l *colorLine) value() string { return strings.ToLower(strings.TrimSpace(l.entry.Text)) }

func (l *colorLine) mark() {
	for _, s := range l.swatches {
		s.chosen = hexOf(s.color) == l.value()
		s.Refresh()
	}
	switch _, ok := timeline.ParseColor(l.value()); {
	case l.value() == "":
		l.setHint("Left empty, it gets one of its own, or a shade of whom it belongs to.")
	case !ok:
		l.setHint("Write a colour as #1f4e8c, or choose one.")
	default:
		l.setHint("")
	}
}

func hexOf(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// swatch is a colour to choose.
type swatch struct {
	ui.Pressable
	color  color.NRGBA
	chosen bool
	box    *ui.Box
}

func newSwatch(c color.NRGBA, onTap func()) *swatch {
	s := &swatch{color: c, box: ui.NewBox("", "", 5)}
	s.box.FillColor = c
	s.OnTap, s.Label = onTap, "Colour "+hexOf(c)
	s.Init(s)
	return s
}

// CreateRenderer draws it.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer { return &swatchRenderer{s} }

type swatchRenderer struct{ s *swatch }

func (r *swatchRenderer) MinSize() fyne.Size           { return fyne.NewSize(24, 24) }
func (r *swatchRenderer) Layout(size fyne.Size)        { r.s.box.Resize(size) }
func (r *swatchRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.box} }
func (r *swatchRenderer) Destroy()                     {}
func (r *swatchRenderer) Refresh() {
	r.s.box.Stroke, r.s.box.Width = "", 0
	if r.s.chosen {
		r.s.box.Stroke, r.s.box.Width = ui.ColorText, 2.5
	}
	r.s.box.Refresh()
}

// ends are the two dates of a time: "2019 to 2024", "since 2019", "until 2024".
// A single date is taken for the time from which it holds.
func ends(d edtf.Date) (from, until edtf.Date) {
	if !d.Interval {
		return d, edtf.Date{}
	}
	if d.Start.Known() {
		from = edtf.Date{Start: d.Start}
	}
	if d.End.Known() {
		until = edtf.Date{Start: d.End}
	}
	return from, until
}
