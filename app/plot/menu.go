package plot

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
)

// zoomTo shows a stretch of time with a margin.
func (c *Chart) zoomTo(from, to int64) {
	v := c.view
	v.Window.From, v.Window.To = from, max(to, from+1)
	v.Window = v.Window.Grow(0.2).Valid()
	c.look(v)
}

// openMenu offers what can be done with what was hit.
func (c *Chart) openMenu(h timeline.Hit, at fyne.Position) {
	var items []*fyne.MenuItem
	add := func(label string, do func()) { items = append(items, fyne.NewMenuItem(label, do)) }
	switch h.Kind {
	case timeline.HitItem:
		items = c.itemMenu(h)
	case timeline.HitFold:
		c.listFold(h, at)
		return
	case timeline.HitLane, timeline.HitToggle:
		items = c.laneMenu(h.Lane)
	default:
		add("Add event on "+longDate(dayOf(h.At))+"…", func() { c.o.Desk.NewEvent(c.seed(h)) })
		add("Add position from "+longDate(dayOf(h.At))+"…", func() { c.o.Desk.NewPosition(c.seedPosition(h)) })
		items = append(items, fyne.NewMenuItemSeparator())
		add("As of here", func() { c.setAsOf(h.At) })
		add("Fit all", c.Fit)
	}
	c.popUp(items, at)
}

func (c *Chart) itemMenu(h timeline.Hit) []*fyne.MenuItem {
	ref := h.Ref
	r, ok := c.ses.Case().Record(ref)
	if !ok {
		return nil
	}
	passages := data.PassagesOf(r)
	source := fyne.NewMenuItem("Show source", func() { c.o.Desk.OpenPassage(passages[0]) })
	source.Disabled = len(passages) == 0
	return []*fyne.MenuItem{
		fyne.NewMenuItem("Open", func() { c.ses.Selected.Set(ref) }),
		fyne.NewMenuItem("Edit…", func() { c.o.Desk.Edit(ref) }),
		source,
		fyne.NewMenuItem("As of here", func() { c.setAsOf(h.From) }),
		fyne.NewMenuItem("Zoom in to it", func() { c.zoomTo(h.From, h.To) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Move to the trash", func() { c.o.Desk.Remove(ref) }),
	}
}

func (c *Chart) seedPosition(h timeline.Hit) data.Position {
	e := c.seed(h)
	p := data.Position{From: edtf.OfInstant(h.At)}
	if len(e.Issues) > 0 {
		p.Issue = e.Issues[0]
	}
	if len(e.Actors) > 0 {
		p.Actor = e.Actors[0]
	}
	if h.Lane >= 0 && c.ses.By() == timeline.ByType {
		p.Stance, _ = c.plot.Lanes()[h.Lane].StanceOf()
	}
	return p
}

func (c *Chart) popUp(items []*fyne.MenuItem, at fyne.Position) {
	if len(items) > 0 && c.o.Window != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c.o.Window.Canvas(), at)
	}
}

// cut shortens a text to n letters.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
