// Package plot is the timeline as a widget: a picture that the timeline packages
// draw, with the gestures, keys and menus to move about in it.
//
// A Chart holds what is looked at; its parts draw it and turn gestures into
// calls on it: the field with the lanes, the strip with the whole case below.
// The picture is one raster for each, painted when Fyne asks for it, so that
// many events between two frames cost one painting.
package plot

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/screen"
	"demarche/app/session"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
	"demarche/timeline/typeface"
)

// Options are what a chart is made from.
type Options struct {
	Session *session.Session
	Desk    screen.Desk
	Window  fyne.Window
	Faces   *typeface.Faces // nil: made with the system's fonts
	Empty   func() fyne.CanvasObject
	// After runs f on the user interface's goroutine when a time has passed, until
	// stop is called; nil: a timer.
	After func(d time.Duration, f func()) (stop func())
	Do    func(f func()) // runs f on that goroutine; nil: fyne.Do
}

// Chart is the timeline of a session.
type Chart struct {
	OnChanged func() // what the status bar says of it changed

	o     Options
	ses   *session.Session
	faces *typeface.Faces
	plot  *timeline.Plot // of the case as it was last laid out; nil before
	view  timeline.View
	build builder

	field *field
	strip *strip
	date  *dateBar
	zoom  *zoomBar
	card  *hoverCard
	note  *laneNote
	empty *fyne.Container

	chosen chosenLane
	root   fyne.CanvasObject
}

// New makes a chart.
func New(o Options) (*Chart, error) {
	if o.After == nil {
		o.After = after
	}
	if o.Do == nil {
		o.Do = fyne.Do
	}
	c := &Chart{o: o, ses: o.Session, faces: o.Faces}
	if c.faces == nil {
		faces, err := typeface.New(typeface.Options{System: true, Ready: func() { o.Do(c.newGlyphs) }})
		if err != nil {
			return nil, err
		}
		c.faces = faces
	}
	c.view = withAxis(timeline.View{ShowAsOf: true, AsOf: c.ses.AsOf.Get(), Selected: c.ses.Selected.Get()}, c.ses.Axis.Get())
	c.build.init(c)
	c.field, c.strip = newField(c), newStrip(c)
	c.date, c.zoom, c.card = newDateBar(c), newZoomBar(c), newHoverCard(c)
	c.empty, c.note = container.NewStack(), newLaneNote(c)
	lanes := container.New(&laneLayout{c}, c.field, c.date.object(), c.empty, c.card.object())
	below := container.New(&stripLayout{c}, c.strip, c.zoom.object(), c.note.link)
	c.root = container.NewBorder(nil, below, nil, nil, lanes)
	c.listen()
	return c, nil
}

func after(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}

func (c *Chart) listen() {
	c.ses.Watch(func(*data.Case, []data.Ref) { c.Rebuild() })
	c.ses.Filter.Listen(func(session.Filter) { c.Rebuild() })
	c.ses.Grouping.Listen(func(string) { c.view.ScrollY, c.chosen = 0, chosenLane{}; c.Rebuild() })
	c.ses.Arrangement.Listen(func(session.Arrangement) { c.Rebuild() })
	c.ses.Axis.Listen(func(a session.Axis) { c.look(withAxis(c.view, a)) })
	c.ses.AsOf.Listen(func(t int64) {
		v := c.view
		v.AsOf = t
		c.look(v)
		c.date.refresh()
	})
	c.ses.Selected.Listen(c.selected)
}

// Object is what to put on the screen.
func (c *Chart) Object() fyne.CanvasObject { return c.root }

// Plot is what is shown; nil before the first layout.
func (c *Chart) Plot() *timeline.Plot { return c.plot }

// View is what is looked at.
func (c *Chart) View() timeline.View { return c.view }

// look shows another view.
func (c *Chart) look(v timeline.View) {
	if v == c.view {
		return
	}
	moved := v.Window != c.view.Window || v.ScrollY != c.view.ScrollY
	c.view = v
	if moved {
		c.card.hide()
		c.zoom.refresh()
	}
	c.repaint()
}

func (c *Chart) repaint() {
	c.field.repaint()
	c.strip.repaint()
}

// newGlyphs paints again once the system's fonts are known.
func (c *Chart) newGlyphs() {
	c.field.painter.Forget()
	c.strip.painter.Forget()
	c.Rebuild()
}

// withAxis is the view with what is asked for on the axis.
func withAxis(v timeline.View, a session.Axis) timeline.View {
	v.Weeks, v.Quarters, v.ByKnown = a.Weeks, a.Quarters, a.Known
	return v
}

// drop lets go of a date or a lane that is being dragged and leaves it as it was.
func (c *Chart) drop() bool {
	p := c.field.press
	if p == nil || p.date == nil && (p.lane == nil || !p.dragged) {
		return false
	}
	p.date, p.lane = nil, nil
	c.repaint()
	return true
}

// selected shows what the session selects, and moves there where it is out of
// sight.
func (c *Chart) selected(ref data.Ref) {
	if i := c.lane(); i >= 0 && c.chosen.ok && c.plot.Lanes()[i].Ref != ref {
		c.chosen = chosenLane{} // it is what is selected that counts now
		c.repaint()
	}
	v := c.view
	v.Selected = ref
	if c.plot != nil && !c.field.pressed() {
		v, _ = c.plot.Reveal(v, ref)
	}
	c.look(v)
}

// Shown lays the case out again where it or the theme changed while another
// screen was in front.
func (c *Chart) Shown() {
	c.build.shown = true
	c.build.resume()
}

// Hidden keeps the chart from laying out what nobody sees.
func (c *Chart) Hidden() {
	c.build.shown = false
	c.card.hide()
}

// Fit shows the whole case.
func (c *Chart) Fit() {
	if c.plot != nil {
		v := c.view
		v.Window = c.plot.FitWindow()
		c.look(v)
	}
}

// ZoomBy divides the time shown by factor, about the middle.
func (c *Chart) ZoomBy(factor float64) {
	if c.plot != nil {
		left := c.plot.HeaderWidth()
		c.zoomAt(left+(c.view.W-left)/2, factor)
	}
}

// furthest is how many times the whole case may fit into the picture.
const furthest = 6

// zoomAt divides the time shown by factor and keeps the instant at x.
func (c *Chart) zoomAt(x float32, factor float64) {
	if out := float64(furthest*c.plot.FitWindow().Span()) / float64(c.view.Window.Span()); factor < 1 {
		factor = max(factor, min(1, 1/out))
	}
	c.look(c.plot.Zoom(c.view, x, factor))
}

// PanBy moves the picture by shares of its width and height.
func (c *Chart) PanBy(across, down float32) {
	if c.plot != nil {
		c.look(c.plot.Pan(c.view, across*(c.view.W-c.plot.HeaderWidth()), down*(c.view.H-timeline.AxisHeight)))
	}
}

// ToStart moves to the first thing of the case, ToEnd to the last.
func (c *Chart) ToStart() {
	if c.plot != nil {
		from, _ := c.plot.Span()
		c.lookFrom(from - c.view.Window.Span()/20)
	}
}

// ToEnd moves to the last thing of the case.
func (c *Chart) ToEnd() {
	if c.plot != nil {
		_, to := c.plot.Span()
		c.lookFrom(to - c.view.Window.Span()*19/20)
	}
}

func (c *Chart) lookFrom(t int64) {
	v := c.view
	span := v.Window.Span()
	v.Window.From, v.Window.To = t, t+span
	v.Window = v.Window.Within(c.plot.FitWindow())
	c.look(v)
}

// Step selects the next item in time order (by 1), or the one before it (-1).
func (c *Chart) Step(by int) {
	if c.plot == nil || c.plot.Len()+len(c.plot.Undated()) == 0 {
		return
	}
	at := c.ses.Selected.Get()
	if by > 0 {
		at = c.plot.Next(at)
	} else {
		at = c.plot.Prev(at)
	}
	c.ses.Selected.Set(at)
}

// StepAsOf moves the as-of date to the next day on which something happens or a
// position starts or ends (by 1), or to the one before (-1).
func (c *Chart) StepAsOf(by int) {
	if c.plot == nil {
		return
	}
	day := edtf.OfInstant(c.ses.AsOf.Get())
	at, ok := c.plot.NextChange(day.Latest()-1, c.view.ByKnown)
	if by < 0 {
		at, ok = c.plot.PrevChange(day.Earliest(), c.view.ByKnown)
	}
	if !ok {
		return
	}
	c.setAsOf(at)
	if v := c.view; !v.Window.Holds(v.AsOf) {
		c.lookFrom(v.AsOf - v.Window.Span()/2)
	}
}

// setAsOf makes the day in which t lies the as-of date.
func (c *Chart) setAsOf(t int64) { c.ses.AsOf.Set(edtf.OfInstant(t).Earliest()) }

// laneLayout lays out the field, the date at its top left, what stands in an
// empty one, and the hover card, which has a place of its own.
type laneLayout struct{ c *Chart }

func (l *laneLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 120) }

func (l *laneLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[1].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(headerWidth, timeline.AxisHeight))
	o[2].Resize(size)
}

// stripLayout lays out the strip, and at its left end the zoom controls with what
// is said of hidden lanes above them.
type stripLayout struct{ c *Chart }

const stripHeight = 84

func (l *stripLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, stripHeight) }

func (l *stripLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	h := o[1].MinSize().Height
	o[1].Move(fyne.NewPos(6, size.Height-h-6))
	o[1].Resize(fyne.NewSize(headerWidth-12, h))
	o[2].Move(fyne.NewPos(12, size.Height-h-6-o[2].MinSize().Height-3))
	o[2].Resize(fyne.NewSize(headerWidth-16, o[2].MinSize().Height))
}
