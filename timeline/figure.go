package timeline

import (
	"errors"
	"fmt"
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
	"demarche/timeline/sheet"
)

// FigureOptions say what a figure shows and how.
type FigureOptions struct {
	Grouping  Grouping
	Filter    Filter
	From, To  int64 // the time shown, which is all where both are 0; edtf.Past and edtf.Future: open
	ShowAsOf  bool
	AsOf      int64
	Folded    map[string]bool // keys of lanes, as in PlotOptions
	Hidden    map[string]bool
	Order     []string
	W, H      float32 // in pixels of the scene; W 0: 1,600; H 0: as high as needed
	Title     string  // empty: the case's
	Subtitle  string  // empty: what is shown, when, as of when
	Theme     *Theme  // nil: Light
	Measure   scene.Measure
	Names     *scale.Names // nil: English
	Program   string       // at the foot: "Demarche 1.0"
	FileName  string       // and the name of the case file
	Printed   time.Time    // and when it was made; zero: left out
	NoSources bool         // leave the numbers and the list of sources out
}

// NarrowestFigure is the least width of a figure in pixels.
const NarrowestFigure = 480

// ErrNothingToDraw says that a figure would be empty.
var ErrNothingToDraw = errors.New("there is nothing to draw: no event or position with a date is left; accept suggestions, add dates, or widen the filter and the time shown")

// Figure is a case as a picture for a report: title, legend, all lanes at full
// height, numbered sources and counts. What it leaves out, it says. Errors:
// ErrNothingToDraw, and sizes that are too small for what is to be shown.
func Figure(c *data.Case, o FigureOptions) (*scene.Scene, error) {
	if o.W == 0 {
		o.W = 1600
	}
	if !(o.W >= NarrowestFigure && o.W <= 1e5) {
		return nil, fmt.Errorf("a figure cannot be %.0f pixels wide; give %d or more", o.W, NarrowestFigure)
	}
	if o.To < o.From {
		return nil, errors.New("the figure would end before it starts; turn its first and last date round")
	}
	f := newFigure(c, o)
	if f.plot.Len() == 0 {
		return nil, ErrNothingToDraw
	}
	needed := f.arrange()
	if o.H == 0 {
		f.h = needed
	} else if f.h = o.H; !(o.H >= needed && o.H <= 1e6) {
		return nil, fmt.Errorf("the figure needs %.0f pixels of height, not %.0f: leave the height out, or fold lanes or narrow the filter so that it fits", needed, o.H)
	}
	return f.draw(), nil
}

// printPoints is a pixel of a figure's scene on paper, in points.
const printPoints = 0.6

// PrintSize is the width of a figure's scene for a width on paper, and the scale
// at which it has dpi pixels to the inch: 12 pixels print as 7.2 points.
func PrintSize(cm, dpi float64) (width, scale float32) {
	width = float32(max(cm/2.54*72/printPoints, NarrowestFigure))
	return width, float32(cm/2.54*dpi) / width
}

// PrintWidth is the width on paper, in centimetres, of a scene as wide.
func PrintWidth(width float32) float64 { return float64(width) * printPoints / 72 * 2.54 }

// figure is a figure in the making: its parts and where they stand.
type figure struct {
	FigureOptions
	c       *data.Case
	plot    *Plot
	theme   *Theme
	view    View
	sources *sheet.Sources
	sheet   *sheet.Sheet
	h       float32
	legendY float32
	plotY   float32
}

func newFigure(c *data.Case, o FigureOptions) *figure {
	f := &figure{FigureOptions: o, c: c, sheet: sheet.New(o.W, sheet.Ink{}, nil)}
	content := f.sheet.Content()
	po := PlotOptions{
		Grouping: o.Grouping, Filter: o.Filter, Folded: o.Folded, Hidden: o.Hidden, Order: o.Order,
		Theme: o.Theme, Measure: o.Measure, Names: o.Names, Header: min(max(content*0.125, 104), 190),
	}
	if o.From != 0 || o.To != 0 {
		po.Filter.From, po.Filter.To = o.From, o.To
	}
	if o.ShowAsOf {
		po.Today = o.AsOf
	}
	first := NewPlot(c, po)
	po.Width = content - po.Header
	po.Window = first.FitWindow()
	if o.From != 0 || o.To != 0 {
		if o.From != edtf.Past {
			po.Window.From = o.From
		}
		if o.To != edtf.Future {
			po.Window.To = o.To
		}
		po.Window = po.Window.Valid()
	}
	f.sources = sheet.NewSources()
	if !o.NoSources {
		for it := range first.all() {
			passages, told := []data.Passage(nil), data.Attribution{}
			if p := it.position; p != nil {
				passages, told = p.Passages, p.Attribution
			} else if e := it.event; e != nil {
				passages, told = e.Passages, e.Attribution
			}
			f.sources.Add(c, it.ref, passages, told)
		}
		po.Note = f.sources.Note
	}
	f.plot = NewPlot(c, po)
	f.theme, f.Names, f.Measure = f.plot.theme, f.plot.opt.Names, f.plot.opt.Measure
	f.sheet.Ink, f.sheet.Measure = f.theme.Ink(), f.Measure
	f.view = View{Print: true, Window: po.Window, W: content, H: AxisHeight + f.plot.Height(), ShowAsOf: o.ShowAsOf, AsOf: o.AsOf}
	if o.From == 0 && o.To == 0 {
		f.view.Window = f.plot.FitWindow()
	}
	return f
}

// Ink is the theme's colours for what stands round a picture.
func (t *Theme) Ink() sheet.Ink {
	return sheet.Ink{Text: t.Text, Muted: t.Muted, Subtle: t.Subtle, Rule: t.Rule}
}

// arrange fixes where everything stands and gives the height that takes.
func (f *figure) arrange() float32 {
	f.texts()
	f.sheet.Title, f.sheet.Subtitle = f.Title, f.Subtitle
	f.sheet.Notes = f.notes()
	f.sheet.Counts = f.countLine()
	f.sheet.Imprint = sheet.Imprint(f.Program, f.FileName, f.Printed, f.Names)
	f.legendY = f.sheet.Head(nil)
	f.plotY = f.legends(nil) + 4
	return f.plotY + f.view.H + f.sheet.Below()
}

// notes are the sources and what has to be said of how the picture is drawn.
func (f *figure) notes() []sheet.Note {
	var say []string
	if f.plot.seen(f.view).hatched {
		say = append(say, "Statements by a party about itself are solid; reports by others are hatched.")
	}
	return f.sources.Notes(f.Names, say...)
}

func (f *figure) legends(s *scene.Scene) float32 {
	y := f.sheet.Legend(s, f.plot.legend(f.view), f.legendY)
	return f.sheet.Legend(s, f.plot.actorLegend(f.view), y)
}

func (f *figure) draw() *scene.Scene {
	s := &scene.Scene{}
	s.Reset(f.W, f.h, f.theme.Background)
	s.Title, s.Description = f.Title, f.description()
	f.sheet.Head(s)
	f.legends(s)
	var plot scene.Scene
	f.plot.Draw(&plot, f.view)
	s.Place(&plot, f.sheet.Margin, f.plotY)
	f.sheet.Foot(s)
	return s
}
