package plot

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
)

const hoverPause = 250 * time.Millisecond

// MouseIn and MouseMoved mark what lies under the pointer.
func (f *field) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseMoved marks what lies under the pointer and tells of it after a while.
func (f *field) MouseMoved(e *desktop.MouseEvent) {
	c := f.c
	if c.plot == nil || f.pressed() {
		return
	}
	h := c.hit(e.Position)
	f.cursor = c.cursorFor(h, e.Position)
	v := c.view
	v.Hover = h.Ref
	c.look(v)
	if same(h, f.hover) {
		return
	}
	f.hover = h
	c.card.hide()
	if h.Kind == timeline.HitItem || h.Kind == timeline.HitFold || h.Kind == timeline.HitAsOf {
		c.card.wait(h, e.Position)
	}
}

// MouseOut marks nothing.
func (f *field) MouseOut() {
	f.hover, f.cursor = timeline.Hit{}, desktop.DefaultCursor
	f.c.card.hide()
	v := f.c.view
	v.Hover = data.Ref{}
	f.c.look(v)
}

func same(a, b timeline.Hit) bool {
	return a.Kind == b.Kind && a.Ref == b.Ref && len(a.Refs) == len(b.Refs) && (len(a.Refs) == 0 || a.Refs[0] == b.Refs[0])
}

// Cursor says what the pointer would do.
func (f *field) Cursor() desktop.Cursor { return f.cursor }

func (c *Chart) cursorFor(h timeline.Hit, at fyne.Position) desktop.Cursor {
	switch {
	case c.onAsOf(h, at), h.Edge != timeline.NoEdge, h.Kind == timeline.HitItem && c.takeDate(h, c.ses.Selected.Get()) != nil:
		return desktop.HResizeCursor
	case h.Kind == timeline.HitItem || h.Kind == timeline.HitFold || h.Kind == timeline.HitToggle || h.Kind == timeline.HitLane:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// hoverCard tells of what lies under the pointer.
type hoverCard struct {
	c    *Chart
	root *fyne.Container
	stop func()
}

const cardWidth = 300

func newHoverCard(c *Chart) *hoverCard {
	h := &hoverCard{c: c, root: container.NewStack()}
	h.root.Hide()
	return h
}

func (h *hoverCard) object() fyne.CanvasObject { return h.root }

// wait shows the card for a hit when the pointer has stayed there for a while.
func (h *hoverCard) wait(hit timeline.Hit, at fyne.Position) {
	h.stop = h.c.o.After(hoverPause, func() {
		if same(hit, h.c.field.hover) && !h.c.field.pressed() {
			h.show(hit, at)
		}
	})
}

func (h *hoverCard) hide() {
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
	if h.root.Visible() {
		h.root.Hide()
	}
}

func (h *hoverCard) show(hit timeline.Hit, at fyne.Position) {
	lines := h.c.tell(hit)
	if len(lines) == 0 {
		return
	}
	col := ui.Column(3)
	for _, l := range lines {
		col.Add(l)
	}
	body := ui.Pad(9, 12, 10, 12, col)
	body.Resize(fyne.NewSize(cardWidth, 0))
	size := fyne.NewSize(cardWidth, body.MinSize().Height)
	h.root.Objects = []fyne.CanvasObject{ui.NewBox(ui.ColorCard, ui.ColorControl, 7), body}
	h.root.Resize(size)
	h.root.Move(h.place(hit, at, size))
	h.root.Show()
	h.root.Refresh()
	h.c.field.raster.Refresh() // Fyne knows no window yet for what was never shown
}

// place is below the mark, or above it where there is no room, inside the field.
func (h *hoverCard) place(hit timeline.Hit, at fyne.Position, size fyne.Size) fyne.Position {
	v := h.c.view
	y := hit.Y1 + 8
	if hit.Kind == timeline.HitAsOf {
		y = timeline.AxisHeight + 4
	}
	if y+size.Height > v.H-4 {
		y = hit.Y0 - size.Height - 8
	}
	x := min(max(at.X+10, 4), v.W-size.Width-6)
	return fyne.NewPos(x, min(max(y, 4), max(v.H-size.Height-4, 4)))
}

// tell is the lines of the card for a hit.
func (c *Chart) tell(hit timeline.Hit) []fyne.CanvasObject {
	switch hit.Kind {
	case timeline.HitItem:
		return c.tellItem(hit.Ref)
	case timeline.HitFold:
		return c.tellFold(hit.Refs)
	case timeline.HitAsOf:
		return []fyne.CanvasObject{
			ui.NewWrapped("As of "+longDate(dayOf(c.view.AsOf)), ui.Strong),
			ui.NewWrapped("What came later is drawn pale. Drag it, or step through the changes with , and . keys.", ui.Note),
		}
	}
	return nil
}

func (c *Chart) tellItem(ref data.Ref) []fyne.CanvasObject {
	t, ok := Describe(c.ses.Case(), c.ses.Index(), ref, c.view.AsOf)
	if !ok {
		return nil
	}
	title := fyne.CanvasObject(ui.NewWrapped(t.Title, ui.Strong))
	if t.Stance != "" {
		title = ui.TopRow(8, 0, ui.NewWrapped(t.Title, ui.Strong), ui.NewStance(t.Stance))
	}
	out := []fyne.CanvasObject{title}
	if t.Text != "" {
		out = append(out, ui.NewWrapped(t.Text, ui.Plain))
	}
	for _, l := range t.Facts {
		out = append(out, ui.NewWrapped(l, ui.Note))
	}
	return out
}

// foldedMost is how many items of a fold the card names.
const foldedMost = 6

func (c *Chart) tellFold(refs []data.Ref) []fyne.CanvasObject {
	out := []fyne.CanvasObject{ui.NewWrapped(counted(len(refs), "item", "items")+", too close to tell apart", ui.Strong)}
	for i, ref := range refs {
		if i == foldedMost {
			out = append(out, ui.NewWrapped("and "+counted(len(refs)-i, "more", "more")+". Click to tell them apart.", ui.Note))
			break
		}
		out = append(out, ui.NewCut(c.line(ref), ui.Small))
	}
	return out
}
