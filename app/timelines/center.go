package timelines

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/rows"
	"demarche/app/screen"
	"demarche/app/words"
	"demarche/data"
)

// center is the middle of the screen: what the filter does, and below it the
// picture, the table or both.
type center struct {
	s     *Screen
	shape data.Shape
	table *rows.Table
	body  *fyne.Container
	split *container.Split // made when first needed
	root  *fyne.Container
}

// pictureShare is how much of the height the picture has where both are shown.
const pictureShare = 0.6

func newCenter(s *Screen) *center {
	c := &center{s: s, shape: data.Picture}
	c.table = rows.New(rows.Options{
		Select: func(ref data.Ref) { s.ses.Selected.Set(ref) },
		Edit:   func(ref data.Ref) { s.host.Desk.Edit(ref) },
		Menu:   c.menu,
	})
	c.table.OnSorted = func() { s.host.Desk.Refresh() }
	c.body = container.NewStack(s.chart.Object())
	c.root = container.NewBorder(s.bar.root, nil, nil, nil, c.body)
	s.ses.Selected.Listen(func(ref data.Ref) { c.table.Select(ref) })
	return c
}

// hasTable reports whether the table is seen.
func (c *center) hasTable() bool { return c.shape != data.Picture }

// show shows the picture, the table or both.
func (c *center) show(shape data.Shape) {
	if shape == "" {
		shape = data.Picture
	}
	if shape == c.shape {
		return
	}
	c.shape = shape
	c.refresh()
	switch shape {
	case data.TableShape:
		c.body.Objects = []fyne.CanvasObject{c.table.Object()}
	case data.BothShapes:
		if c.split == nil {
			c.split = container.NewVSplit(c.s.chart.Object(), c.table.Object())
			c.split.Offset = pictureShare
		}
		c.body.Objects = []fyne.CanvasObject{c.split}
	default:
		c.body.Objects = []fyne.CanvasObject{c.s.chart.Object()}
	}
	c.body.Refresh()
	if shape == data.TableShape {
		c.table.Focus()
	}
	c.s.host.Desk.Refresh()
}

// next shows the next of the shapes.
func (c *center) next() {
	switch c.shape {
	case data.Picture:
		c.show(data.BothShapes)
	case data.BothShapes:
		c.show(data.TableShape)
	default:
		c.show(data.Picture)
	}
}

// refresh lists what the picture shows, where the table is seen.
func (c *center) refresh() {
	if c.hasTable() {
		c.table.Show(c.s.chart.Plot())
	}
}

// copy puts the chosen rows on the clipboard.
func (c *center) copy() {
	c.table.Copy(func(text string, n int) {
		fyne.CurrentApp().Clipboard().SetContent(text)
		c.s.host.Desk.Tell(words.Count(n, "row") + " copied. Paste them into a spreadsheet or a text.")
	})
}

// menu offers what can be done with a row.
func (c *center) menu(ref data.Ref, at fyne.Position) {
	r, ok := c.s.ses.Case().Record(ref)
	if !ok || c.s.host.Window == nil {
		return
	}
	desk, passages := c.s.host.Desk, data.PassagesOf(r)
	source := fyne.NewMenuItem("Show source", func() { desk.OpenPassage(passages[0]) })
	source.Disabled = len(passages) == 0
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Edit…", func() { desk.Edit(ref) }),
		source,
		fyne.NewMenuItem("Show in the picture", func() { c.inPicture(ref) }),
		fyne.NewMenuItem("Copy", c.copy),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Move to the trash", func() { desk.Remove(ref) }),
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c.s.host.Window.Canvas(), at)
}

// inPicture shows an item in the picture as well.
func (c *center) inPicture(ref data.Ref) {
	if c.shape == data.TableShape {
		c.show(data.BothShapes)
	}
	c.s.ses.Selected.Set(data.Ref{})
	c.s.ses.Selected.Set(ref)
}

func shapeName(shape data.Shape) string {
	switch shape {
	case data.TableShape:
		return "Table"
	case data.BothShapes:
		return "Picture and table"
	}
	return "Picture"
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
)

// commands are those of the shapes and of the table.
func (c *center) commands() []screen.Command {
	const shapes, order = "Picture or table", "Sort the table by"
	var all []screen.Command
	for i, shape := range data.Shapes() {
		all = append(all, screen.Command{Menu: screen.ViewMenu, Under: shapes, Label: shapeName(shape), Break: i == 0,
			Do: func() { c.show(shape) }, Checked: func() bool { return c.shape == shape }})
	}
	all = append(all, screen.Command{Menu: screen.ViewMenu, Under: shapes, Label: "Picture, table or both in turn", Break: true,
		Key: fyne.KeyT, Modifier: ctrl | shift, Do: c.next})
	for _, col := range rows.Columns() {
		all = append(all, screen.Command{Menu: screen.ViewMenu, Under: order, Label: col.String(), Enabled: c.hasTable,
			Do: func() { c.table.SortBy(col) }, Checked: func() bool { by, _ := c.table.SortedBy(); return by == col }})
	}
	return append(all,
		screen.Command{Menu: screen.GoMenu, Label: "Go into the table", Key: fyne.KeyG, Do: c.table.Focus, Enabled: c.hasTable},
		screen.Command{Menu: screen.EditMenu, Label: "Copy rows", Key: fyne.KeyC, Modifier: ctrl, Do: c.copy,
			Enabled: func() bool { return c.hasTable() && c.table.Len() > 0 }, Break: true})
}
