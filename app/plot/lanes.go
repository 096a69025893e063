package plot

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
)

// chosenLane is the lane that the lane commands are about.
type chosenLane struct {
	key string
	ok  bool // one was chosen, by its name or by a key
}

// lane is the number of the lane that commands are about: the one chosen, else
// that of what is selected; -1 where there is none.
func (c *Chart) lane() int {
	if c.plot == nil {
		return -1
	}
	if c.chosen.ok {
		return c.plot.LaneOf(c.chosen.key)
	}
	ref := c.ses.Selected.Get()
	if at, ok := c.plot.Where(ref); ok {
		return at.Lane
	}
	if ref.Kind == data.KindIssue || ref.Kind == data.KindActor || ref.Kind == data.KindDocument {
		return c.plot.LaneOf(string(ref.ID))
	}
	return -1
}

func (c *Chart) hasLane() bool { return c.lane() >= 0 }

// choose makes a lane the one that commands are about, and brings it into view.
func (c *Chart) choose(lane int) {
	c.chosen = chosenLane{c.plot.Lanes()[lane].Key, true}
	c.look(c.withLane(c.view, lane))
	c.repaint()
	c.o.Desk.Refresh()
}

// withLane is the view scrolled so that a lane's name and top rows show.
func (c *Chart) withLane(v timeline.View, lane int) timeline.View {
	l := c.plot.Lanes()[lane]
	room := v.H - timeline.AxisHeight
	switch {
	case l.Y < v.ScrollY:
		v.ScrollY = l.Y
	case l.Y+min(l.H, room) > v.ScrollY+room:
		v.ScrollY = l.Y + min(l.H, room) - room
	}
	v.ScrollY = c.plot.ClampScroll(v, v.ScrollY)
	return v
}

// StepLane chooses the next lane (by 1), or the one before it (-1).
func (c *Chart) StepLane(by int) {
	if c.plot == nil || len(c.plot.Lanes()) == 0 {
		return
	}
	at := c.lane() + by
	if c.lane() < 0 {
		at = 0
	}
	c.choose(min(max(at, 0), len(c.plot.Lanes())-1))
}

// MoveLane moves the lane by one among its neighbours, down (1) or up (-1).
func (c *Chart) MoveLane(by int) {
	lane := c.lane()
	if lane < 0 {
		return
	}
	if order, ok := c.plot.Stepped(lane, by); ok {
		c.reorder(lane, order)
	}
}

// reorder arranges the lanes anew and keeps the one that was moved in view.
func (c *Chart) reorder(lane int, order []string) {
	c.chosen = chosenLane{c.plot.Lanes()[lane].Key, true}
	c.build.follow = true
	l := c.ses.Lanes()
	l.Order = order
	c.ses.SetLanes(l)
}

// toggle folds or unfolds the sub-lanes of a lane.
func (c *Chart) toggle(lane int) {
	if l := c.plot.Lanes()[lane]; l.Parent {
		c.ses.SetLanes(c.ses.Lanes().WithFolded(!l.Folded, l.Key))
	}
}

// foldAll folds or unfolds every lane that has sub-lanes.
func (c *Chart) foldAll(fold bool) {
	l := c.ses.Lanes()
	if !fold {
		l.Folded = nil
		c.ses.SetLanes(l)
		return
	}
	for _, x := range c.plot.Lanes() {
		if x.Parent && x.Depth == 0 {
			l = l.WithFolded(true, x.Key)
		}
	}
	c.ses.SetLanes(l)
}

// hideLane takes a lane out of the picture, with what lies under it.
func (c *Chart) hideLane(lane int) {
	key := c.plot.Lanes()[lane].Key
	c.chosen = chosenLane{}
	c.ses.SetLanes(c.ses.Lanes().WithHidden(true, key))
}

func (c *Chart) showLane(key string) { c.ses.SetLanes(c.ses.Lanes().WithHidden(false, key)) }

// ShowLanes brings all hidden lanes back.
func (c *Chart) ShowLanes() {
	l := c.ses.Lanes()
	l.Hidden = nil
	c.ses.SetLanes(l)
}

// onLane does something with the lane that commands are about.
func (c *Chart) onLane(do func(lane int)) func() {
	return func() {
		if lane := c.lane(); lane >= 0 {
			do(lane)
		}
	}
}

func (c *Chart) laneMenu(lane int) []*fyne.MenuItem {
	l := c.plot.Lanes()[lane]
	var items []*fyne.MenuItem
	add := func(label string, do func()) *fyne.MenuItem {
		it := fyne.NewMenuItem(label, do)
		items = append(items, it)
		return it
	}
	if l.Ref != (data.Ref{}) {
		add("Open", func() { c.ses.Selected.Set(l.Ref) })
		add("Edit…", func() { c.o.Desk.Edit(l.Ref) })
		items = append(items, fyne.NewMenuItemSeparator())
	}
	if l.Parent {
		label := "Fold"
		if l.Folded {
			label = "Unfold"
		}
		add(label, func() { c.toggle(lane) })
	}
	for _, way := range []struct {
		label string
		by    int
	}{{"Move up", -1}, {"Move down", 1}} {
		order, ok := c.plot.Stepped(lane, way.by)
		add(way.label, func() { c.reorder(lane, order) }).Disabled = !ok
	}
	add("Hide this lane", func() { c.hideLane(lane) })
	if len(c.plot.HiddenLanes()) > 0 {
		add("Show all lanes", c.ShowLanes)
	}
	return items
}

// laneNote says below the lanes that some are hidden, and lists them.
type laneNote struct {
	c    *Chart
	link *ui.Link
}

func newLaneNote(c *Chart) *laneNote {
	n := &laneNote{c: c}
	n.link = ui.NewLink("", n.list)
	n.link.Hide()
	return n
}

func (n *laneNote) refresh() {
	hidden := n.c.plot.HiddenLanes()
	if len(hidden) == 0 {
		n.link.Hide()
		return
	}
	n.link.SetText(counted(len(hidden), "lane", "lanes") + " hidden…")
	n.link.Show()
}

// list offers the hidden lanes together and one by one.
func (n *laneNote) list() {
	items := []*fyne.MenuItem{fyne.NewMenuItem("Show all lanes", n.c.ShowLanes), fyne.NewMenuItemSeparator()}
	for _, l := range n.c.plot.HiddenLanes() {
		items = append(items, fyne.NewMenuItem("Show “"+cut(l.Title, 50)+"”", func() { n.c.showLane(l.Key) }))
	}
	if n.c.o.Window == nil {
		return
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), n.c.o.Window.Canvas())
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(n.link)
	menu.ShowAtPosition(at.SubtractXY(0, menu.MinSize().Height))
}
