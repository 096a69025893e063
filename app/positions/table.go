package positions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/ui"
	"demarche/data"
)

const (
	headWidth = 126 // of the names of issues
	gapWidth  = 118
	leastCol  = 128
	mostCol   = 210
	headRow   = 44
	leastRow  = 92
	between   = 6
)

// table lays out cells under heads that stay while one scrolls. Only the cells
// that can be seen are on the canvas.
type table struct {
	columns []fyne.CanvasObject   // heads; the last is that of the tails
	rows    []fyne.CanvasObject   // heads
	tails   []fyne.CanvasObject   // at the end of each row: gaps
	cells   [][]fyne.CanvasObject // by row, then column
	col     float32
	heights []float32

	root               *fyne.Container
	top, side, end     *fyne.Container
	body, corner       *fyne.Container
	scroll             *container.Scroll
	topClip, clip, fin *container.Clip
	size               fyne.Size
}

func newTable() *table {
	t := &table{top: container.NewWithoutLayout(), side: container.NewWithoutLayout(), end: container.NewWithoutLayout(),
		body: container.New(bodyLayout{}, ui.Gap(1, 1)), corner: container.NewWithoutLayout()}
	t.scroll = container.NewScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.show() }
	t.topClip, t.clip, t.fin = container.NewClip(t.top), container.NewClip(t.side), container.NewClip(t.end)
	t.root = container.New(tableLayout{t}, t.topClip, t.clip, t.scroll, t.fin, t.corner)
	return t
}

// set replaces what the table shows. The last of the columns' heads is that of the
// tails, which stay at the right.
func (t *table) set(columns, rows, tails []fyne.CanvasObject, cells [][]fyne.CanvasObject) {
	last := len(columns) - 1
	t.columns, t.rows, t.tails, t.cells = columns[:last], rows, tails, cells
	t.top.Objects, t.side.Objects, t.end.Objects = t.columns, rows, tails
	t.corner.Objects = columns[last:]
	t.measure()
	t.root.Refresh()
}

// columnWidth shares out the room between as many whole columns as fit, so that
// none is cut where the scrolling begins.
func columnWidth(room float32, columns int) float32 {
	fit := min(max(1, columns), max(1, int(room/(leastCol+between))))
	return min(mostCol, max(leastCol, room/float32(fit)-between))
}

// measure finds the width of the columns and the height of every row.
func (t *table) measure() {
	t.col = columnWidth(t.size.Width-headWidth-gapWidth, len(t.columns))
	t.heights = t.heights[:0]
	for i, row := range t.cells {
		h := max(float32(leastRow), heightAt(t.rows[i], headWidth-16)+16)
		for _, cell := range row {
			h = max(h, heightAt(cell, t.col))
		}
		t.heights = append(t.heights, h)
	}
}

func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
}

// total is the size of all cells together.
func (t *table) total() fyne.Size {
	var s fyne.Size
	s.Width = (t.col + between) * float32(len(t.columns))
	for _, h := range t.heights {
		s.Height += h + between
	}
	return s
}

// show puts the cells that can be seen on the canvas, and moves the heads along.
func (t *table) show() {
	offset, view := t.scroll.Offset, t.scroll.Size()
	t.top.Move(fyne.NewPos(-offset.X, 0))
	t.side.Move(fyne.NewPos(0, -offset.Y))
	t.end.Move(fyne.NewPos(0, -offset.Y))
	visible := []fyne.CanvasObject{t.body.Objects[0]}
	y := float32(0)
	for i, row := range t.cells {
		h := t.heights[i]
		if y+h >= offset.Y && y <= offset.Y+view.Height {
			x := float32(0)
			for _, cell := range row {
				if x+t.col >= offset.X && x <= offset.X+view.Width {
					cell.Move(fyne.NewPos(x, y))
					cell.Resize(fyne.NewSize(t.col, h))
					visible = append(visible, cell)
				}
				x += t.col + between
			}
		}
		y += h + between
	}
	t.body.Objects = visible
	t.body.Refresh()
}

// lay places the heads and the scrolled part in a size.
func (t *table) lay(size fyne.Size) {
	if size.Width != t.size.Width {
		t.size = size
		t.measure()
	}
	t.size = size
	x := float32(0)
	for _, o := range t.columns {
		h := heightAt(o, t.col)
		o.Resize(fyne.NewSize(t.col, h))
		o.Move(fyne.NewPos(x, max(0, headRow-h-2)))
		x += t.col + between
	}
	y := float32(0)
	for i, o := range t.rows {
		o.Resize(fyne.NewSize(headWidth-16, o.MinSize().Height))
		o.Move(fyne.NewPos(8, y+(t.heights[i]-o.MinSize().Height)/2))
		t.tails[i].Move(fyne.NewPos(0, y))
		t.tails[i].Resize(fyne.NewSize(gapWidth, t.heights[i]))
		y += t.heights[i] + between
	}
	total := t.total()
	wide := max(0, min(size.Width-headWidth-gapWidth, total.Width+4))
	for _, o := range t.corner.Objects {
		o.Resize(fyne.NewSize(gapWidth, o.MinSize().Height))
		o.Move(fyne.NewPos(headWidth+wide, headRow-o.MinSize().Height-2))
	}
	t.end.Resize(fyne.NewSize(gapWidth, total.Height))
	t.fin.Move(fyne.NewPos(headWidth+wide, headRow))
	t.fin.Resize(fyne.NewSize(gapWidth, max(0, size.Height-headRow)))
	t.top.Resize(fyne.NewSize(total.Width, headRow))
	t.side.Resize(fyne.NewSize(headWidth, total.Height))
	t.body.Objects[0].(interface{ SetMinSize(fyne.Size) }).SetMinSize(total)
	t.topClip.Move(fyne.NewPos(headWidth, 0))
	t.topClip.Resize(fyne.NewSize(wide, headRow))
	t.clip.Move(fyne.NewPos(0, headRow))
	t.clip.Resize(fyne.NewSize(headWidth, max(0, size.Height-headRow)))
	t.scroll.Move(fyne.NewPos(headWidth, headRow))
	t.scroll.Resize(fyne.NewSize(wide, max(0, size.Height-headRow)))
	t.show()
}

type tableLayout struct{ t *table }

func (l tableLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

func (l tableLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.t.lay(size) }

// bodyLayout leaves the cells where the table puts them; the first object is as
// large as all of them.
type bodyLayout struct{}

func (bodyLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
func (bodyLayout) Layout([]fyne.CanvasObject, fyne.Size)   {}

// place is a cell of the table.
type place struct{ actor, issue data.ID }
