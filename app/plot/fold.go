package plot

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
)

// listedMost is how many items a menu lists; more are listed in a dialog.
const listedMost = 16

// openFold zooms in to what a fold holds where that can be told apart, else it
// lists them.
func (c *Chart) openFold(h timeline.Hit, at fyne.Position) {
	if v, ok := c.plot.Apart(c.view, h); ok {
		c.look(v)
		return
	}
	c.listFold(h, at)
}

// listFold offers the items of a fold to choose from.
func (c *Chart) listFold(h timeline.Hit, at fyne.Position) {
	if len(h.Refs) > listedMost {
		c.listMany(h.Refs)
		return
	}
	var items []*fyne.MenuItem
	for _, ref := range h.Refs {
		items = append(items, fyne.NewMenuItem(cut(c.line(ref), 70), func() { c.ses.Selected.Set(ref) }))
	}
	if v, ok := c.plot.Apart(c.view, h); ok {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Zoom in to them", func() { c.look(v) }))
	}
	c.popUp(items, at)
}

// listMany lists more items than a menu has room for.
func (c *Chart) listMany(refs []data.Ref) {
	if c.o.Window == nil {
		return
	}
	var d *ui.Dialog
	list := widget.NewList(func() int { return len(refs) },
		func() fyne.CanvasObject { return ui.NewCut("", ui.Plain) },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*ui.Text).Set(c.line(refs[i])) })
	list.OnSelected = func(i widget.ListItemID) {
		d.Close()
		c.ses.Selected.Set(refs[i])
	}
	const width, height = 560, 360
	d = ui.ShowDialog(c.o.Window, ui.DialogOptions{
		Title: counted(len(refs), "item", "items") + " at one time", Width: width, Content: ui.Sized(width, height, list), First: list,
	})
}

// TellApart opens the mark that stands for what is selected and for others.
func (c *Chart) TellApart() {
	if c.plot == nil {
		return
	}
	h, ok := c.plot.FoldOf(c.view, c.ses.Selected.Get())
	if !ok {
		c.o.Desk.Tell("What is selected has a mark of its own. Go to a mark with a number first: N and P go from item to item.")
		return
	}
	at := fyne.NewPos(h.X1, h.Y1)
	if c.o.Window != nil {
		at = at.Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(c.field))
	}
	c.openFold(h, at)
}
