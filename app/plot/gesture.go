package plot

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"demarche/data"
	"demarche/timeline"
)

// press is a mouse button held down on the field.
type press struct {
	hit     timeline.Hit
	dragged bool
	asOf    bool // it holds the line of the as-of date
	bar     bool // it holds the scroll bar
	date    *dateDrag
	lane    *laneDrag
}

func (f *field) pressed() bool { return f.press != nil }

// MouseDown selects, so that nothing waits for a second click.
func (f *field) MouseDown(e *desktop.MouseEvent) {
	c := f.c
	if c.o.Window != nil {
		c.o.Window.Canvas().Unfocus()
	}
	c.card.hide()
	if c.plot == nil {
		return
	}
	h := c.hit(e.Position)
	f.press = &press{hit: h, asOf: c.onAsOf(h, e.Position), bar: c.onScrollBar(e.Position)}
	if e.Button == desktop.MouseButtonPrimary {
		f.press.date = c.takeDate(h, c.ses.Selected.Get())
		f.press.lane = c.takeLane(h, e.Position)
	}
	switch {
	case f.press.bar:
		c.scrollTo(e.Position.Y)
	case h.Kind == timeline.HitItem:
		c.ses.Selected.Set(h.Ref)
	}
}

// MouseUp does what a click on anything but an item does; a drag ended before.
func (f *field) MouseUp(e *desktop.MouseEvent) {
	p := f.press
	c := f.c
	if p != nil && p.dragged {
		return // DragEnd follows
	}
	f.press = nil
	if p == nil || p.bar || e.Button != desktop.MouseButtonPrimary || c.plot == nil {
		return
	}
	switch p.hit.Kind {
	case timeline.HitEmpty:
		c.ses.Selected.Set(data.Ref{})
	case timeline.HitToggle:
		c.toggle(p.hit.Lane)
	case timeline.HitLane:
		c.choose(p.hit.Lane)
		if ref := c.plot.Lanes()[p.hit.Lane].Ref; ref != (data.Ref{}) {
			c.ses.Selected.Set(ref)
		}
	case timeline.HitFold:
		c.openFold(p.hit, e.AbsolutePosition)
	case timeline.HitAxis:
		c.setAsOf(p.hit.At)
	}
}

// Dragged moves what was taken hold of: the as-of date, the scroll bar, a date, a
// lane, or the whole picture.
func (f *field) Dragged(e *fyne.DragEvent) {
	c := f.c
	if f.press == nil || c.plot == nil {
		return
	}
	f.press.dragged = true
	switch {
	case f.press.asOf:
		c.setAsOf(c.plot.T(c.view, e.Position.X))
	case f.press.bar:
		c.scrollTo(e.Position.Y)
	case f.press.date != nil:
		f.press.date.at = c.plot.T(c.view, e.Position.X)
		f.repaint()
	case f.press.lane != nil:
		c.dragLane(f.press.lane, e.Position.Y)
	default:
		c.look(c.plot.Pan(c.view, e.Dragged.DX, e.Dragged.DY))
	}
}

// DragEnd lets go.
func (f *field) DragEnd() {
	p := f.press
	f.press = nil
	switch {
	case p == nil || !p.dragged:
	case p.date != nil:
		f.c.dropDate(p.date)
	case p.lane != nil:
		f.c.dropLane(p.lane)
	}
}

// DoubleTapped opens an item, adds an event in an empty place, folds a lane.
func (f *field) DoubleTapped(e *fyne.PointEvent) {
	c := f.c
	if c.plot == nil {
		return
	}
	switch h := c.hit(e.Position); h.Kind {
	case timeline.HitItem:
		c.o.Desk.Edit(h.Ref)
	case timeline.HitEmpty:
		c.o.Desk.NewEvent(c.seed(h))
	case timeline.HitLane:
		c.toggle(h.Lane)
	}
}

// TappedSecondary opens the menu of what lies under the pointer.
func (f *field) TappedSecondary(e *fyne.PointEvent) {
	c := f.c
	if c.plot == nil {
		return
	}
	h := c.hit(e.Position)
	if h.Kind == timeline.HitItem {
		c.ses.Selected.Set(h.Ref)
	}
	c.openMenu(h, e.AbsolutePosition)
}

// Steps of the wheel.
const (
	wheelStep = 25   // what Fyne calls a notch
	wheelMost = 100  // a notch, or what a touchpad sends at once, counts at most this
	wheelZoom = 1.35 // a notch zooms by this
)

// Scrolled zooms about the pointer. Shift, or a wheel that goes sideways, pans;
// Ctrl, or the pointer on the names of lanes, scrolls the lanes.
func (f *field) Scrolled(e *fyne.ScrollEvent) {
	c := f.c
	if c.plot == nil {
		return
	}
	dx, dy := bound(e.Scrolled.DX, wheelMost), bound(e.Scrolled.DY, wheelMost)
	mod := modifiers()
	switch {
	case mod&fyne.KeyModifierShift != 0:
		c.look(c.plot.Pan(c.view, 4*(dx+dy), 0))
	case abs(dx) > abs(dy):
		c.look(c.plot.Pan(c.view, 4*dx, 0))
	case mod&fyne.KeyModifierControl != 0 || e.Position.X < c.plot.HeaderWidth():
		c.look(c.plot.Pan(c.view, 0, 4*dy))
	default:
		c.zoomAt(e.Position.X, pow(wheelZoom, dy/wheelStep))
	}
}

func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// hit is what lies at a place of the field.
func (c *Chart) hit(at fyne.Position) timeline.Hit { return c.plot.Hit(c.view, at.X, at.Y) }

// onAsOf reports whether a place is on the as-of date's pill, or on its line
// where nothing else is.
func (c *Chart) onAsOf(h timeline.Hit, at fyne.Position) bool {
	const grip = 4
	switch h.Kind {
	case timeline.HitAsOf:
		return true
	case timeline.HitEmpty, timeline.HitAxis:
		return at.X > c.plot.HeaderWidth() && abs(at.X-c.plot.X(c.view, c.view.AsOf)) <= grip
	}
	return false
}

// seed is what a new event at a place of the picture starts with.
func (c *Chart) seed(h timeline.Hit) data.Event {
	e := data.Event{Date: dayOf(h.At)}
	if h.Lane < 0 {
		return e
	}
	l := c.plot.Lanes()[h.Lane]
	switch l.Ref.Kind {
	case data.KindIssue:
		e.Issues = []data.ID{l.Ref.ID}
	case data.KindActor:
		e.Actors = []data.ID{l.Ref.ID}
	}
	if t, ok := l.TypeOf(); ok && c.ses.By() == timeline.ByType {
		e.Type = t
	}
	return e
}
