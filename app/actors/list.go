package actors

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
)

// The columns at the right, each with its width; the name takes what is left.
const (
	kindWidth  = 190
	countWidth = 82
	indent     = 20
)

// columns lays out a row or the head of the list: name, kind and three counts.
type columns struct{}

func (columns) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, one := range o {
		h = max(h, one.MinSize().Height)
	}
	return fyne.NewSize(360, h)
}

func (columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	kind := float32(kindWidth)
	if size.Width < 700 {
		kind = 110
	}
	name := size.Width - kind - 3*countWidth
	x := float32(0)
	for i, w := range []float32{name, kind, countWidth, countWidth, countWidth} {
		if i == len(o) {
			return // the heads come with the first refresh
		}
		h := o[i].MinSize().Height
		o[i].Resize(fyne.NewSize(w-10, h))
		o[i].Move(fyne.NewPos(x, (size.Height-o[i].MinSize().Height)/2))
		x += w
	}
}

// listRow is a row of the list; the list shows another record in it as it scrolls.
type listRow struct {
	widget.BaseWidget
	back                               *ui.Box
	dot                                *canvas.Circle
	name, note, kind                   *ui.Text
	positions, events, documents, head *ui.Text
	cells                              *fyne.Container
	depth                              int
	onTap                              func()
	hovered                            bool
	selected                           bool
}

const rowHeight = 44

func newListRow() *listRow {
	r := &listRow{back: ui.NewBox("", "", 5), dot: canvas.NewCircle(color.Transparent), name: ui.NewCut("", ui.Plain), note: ui.NewCut("", ui.Note),
		kind: ui.NewCut("", ui.Note), positions: number(), events: number(), documents: number(),
		head: ui.NewText("", ui.Style{Size: 11, Bold: true, Color: ui.ColorHeading})}
	names := container.New(nameLayout{r}, r.dot, r.name, r.note)
	r.cells = container.New(columns{}, names, r.kind, r.positions, r.events, r.documents)
	r.ExtendBaseWidget(r)
	return r
}

func number() *ui.Text { return ui.NewCut("", ui.Plain).Aligned(fyne.TextAlignTrailing) }

// nameLayout sets the name in by its depth, with the note under it.
type nameLayout struct{ r *listRow }

func (l nameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, rowHeight-6) }

func (l nameLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(l.r.depth) * indent
	h := o[1].MinSize().Height
	top := (size.Height - h) / 2
	if l.r.note.String() != "" {
		top = (size.Height - h - o[2].MinSize().Height) / 2
	}
	o[0].Move(fyne.NewPos(x, top+(h-10)/2))
	o[0].Resize(fyne.NewSize(10, 10))
	o[1].Move(fyne.NewPos(x+19, top))
	o[1].Resize(fyne.NewSize(size.Width-x-19, h))
	o[2].Move(fyne.NewPos(x+19, top+h))
	o[2].Resize(fyne.NewSize(size.Width-x-19, o[2].MinSize().Height))
}

// set shows a row of the list.
func (r *listRow) set(w row, dot color.Color, selected bool, onTap func()) {
	r.onTap, r.selected, r.depth = onTap, selected, w.depth
	if w.heading != "" {
		r.head.Set(w.heading)
		r.head.Show()
		r.cells.Hide()
		r.Refresh()
		return
	}
	r.head.Hide()
	r.cells.Show()
	r.dot.FillColor = dot
	style := ui.Plain
	if selected {
		style = ui.Style{Bold: true, Color: ui.ColorAccent}
	} else if w.depth == 0 {
		style = ui.Strong
	}
	r.name.SetSpans(ui.Span{Text: w.name, Style: style})
	r.note.Set(w.note)
	r.kind.Set(w.kind)
	for t, n := range map[*ui.Text]int{r.positions: w.positions, r.events: w.events, r.documents: w.documents} {
		style := ui.Plain
		if n == 0 {
			style = ui.Style{Color: ui.ColorFaint}
		}
		t.SetSpans(ui.Span{Text: strconv.Itoa(n), Style: style})
	}
	r.Refresh()
}

// Tapped chooses the row.
func (r *listRow) Tapped(*fyne.PointEvent) {
	if r.onTap != nil {
		r.onTap()
	}
}

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved does nothing.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hover.
func (r *listRow) MouseOut() { r.hovered = false; r.Refresh() }

// CreateRenderer draws it.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer { return &listRowRenderer{r} }

type listRowRenderer struct{ r *listRow }

func (l *listRowRenderer) MinSize() fyne.Size { return fyne.NewSize(360, rowHeight) }
func (l *listRowRenderer) Destroy()           {}

func (l *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.r.back, l.r.cells, l.r.head}
}

func (l *listRowRenderer) Layout(size fyne.Size) {
	l.r.back.Resize(size)
	l.r.cells.Move(fyne.NewPos(8, 3))
	l.r.cells.Resize(fyne.NewSize(size.Width-16, size.Height-6))
	l.r.head.Move(fyne.NewPos(8, size.Height-22))
	l.r.head.Resize(fyne.NewSize(size.Width-16, 16))
}

func (l *listRowRenderer) Refresh() {
	l.r.back.Fill = ""
	switch {
	case l.r.head.Visible():
	case l.r.selected:
		l.r.back.Fill = ui.ColorSelected
	case l.r.hovered:
		l.r.back.Fill = "hover"
	}
	l.r.back.Refresh()
	l.r.dot.Refresh()
	l.r.cells.Refresh()
	l.r.head.Refresh()
}
