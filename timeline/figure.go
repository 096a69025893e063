package timeline

import (
	"errors"
	"fmt"
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
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

// PrintSize is the width of a figure's scene for a width on paper, and the scale
// at which it has dpi pixels to the inch: 12 pixels print as 7.2 points.
func PrintSize(cm, dpi float64) (width, scale float32) {
	const points = 0.6 // a pixel of the scene on paper
	width = float32(max(cm/2.54*72/points, NarrowestFigure))
	return width, float32(cm/2.54*dpi) / width
}

// figure is a figure in the making: its parts and where they stand.
type figure struct {
	FigureOptions
	c       *data.Case
	plot    *Plot
	theme   *Theme
	view    View
	sources *sources
	margin  float32
	h       float32

	title, subtitle []string // in lines
	legendY, plotY  float32
	footH           float32
	notes           []note
	columns         int
}

func newFigure(c *data.Case, o FigureOptions) *figure {
	f := &figure{FigureOptions: o, c: c, margin: min(max(o.W*0.0325, 18), 52)}
	content := o.W - 2*f.margin
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
	f.sources = &sources{}
	if !o.NoSources {
		f.sources = sourcesOf(first)
		po.Note = f.sources.note
	}
	f.plot = NewPlot(c, po)
	f.theme, f.Names, f.Measure = f.plot.theme, f.plot.opt.Names, f.plot.opt.Measure
	f.view = View{Print: true, Window: po.Window, W: content, H: AxisHeight + f.plot.Height(), ShowAsOf: o.ShowAsOf, AsOf: o.AsOf}
	if o.From == 0 && o.To == 0 {
		f.view.Window = f.plot.FitWindow()
	}
	return f
}

// Fonts and distances of the frame, in pixels.
var (
	fontTitle    = scene.Font{Size: 26, Weight: scene.Bold}
	fontSubtitle = scene.Font{Size: 15}
	fontNote     = scene.Font{Size: 12.5}
	fontFoot     = scene.Font{Size: 12}
)

const (
	titlePitch    = 32
	subtitlePitch = 20
	notePitch     = 19
	footPitch     = 17
	columnGap     = 40
	noteColumn    = 420 // a column of notes is no narrower where there are two
)

// arrange fixes where everything stands and gives the height that takes.
func (f *figure) arrange() float32 {
	content := f.W - 2*f.margin
	f.texts()
	f.title = wrap(f.Measure, fontTitle, f.Title, content, 3)
	f.subtitle = wrap(f.Measure, fontSubtitle, f.Subtitle, content, 4)
	y := f.margin - 6 + titlePitch*float32(len(f.title)) + subtitlePitch*float32(len(f.subtitle))
	f.legendY = y + 24
	y = f.legends(nil)
	f.plotY = y + 4
	f.columns = 1
	if content >= 2*noteColumn+columnGap {
		f.columns = 2
	}
	f.notes = f.footnotes((content - columnGap*float32(f.columns-1)) / float32(f.columns))
	f.footH = f.foot(nil, 0)
	return f.plotY + f.view.H + 28 + f.footH + f.margin*0.6
}

func (f *figure) legends(s *scene.Scene) float32 {
	y := f.plot.drawLegend(s, f.plot.legend(f.view), f.margin, f.W-f.margin, f.legendY)
	return f.plot.drawLegend(s, f.plot.actorLegend(f.view), f.margin, f.W-f.margin, y)
}

func (f *figure) draw() *scene.Scene {
	s := &scene.Scene{}
	s.Reset(f.W, f.h, f.theme.Background)
	s.Title, s.Description = f.Title, f.description()
	y := f.margin - 6
	for _, line := range f.title {
		f.text(s, f.margin, y+24, fontTitle, f.theme.Text, line)
		y += titlePitch
	}
	for _, line := range f.subtitle {
		f.text(s, f.margin, y+15, fontSubtitle, f.theme.Muted, line)
		y += subtitlePitch
	}
	f.legends(s)
	var plot scene.Scene
	f.plot.Draw(&plot, f.view)
	s.Place(&plot, f.margin, f.plotY)
	f.foot(s, f.h-f.margin*0.6-f.footH)
	return s
}
