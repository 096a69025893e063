package forms

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
)

// drop is the list below a field in which a person types. It lies in the form and
// takes no focus, so typing goes on while it is open.
type drop struct {
	sheet   *sheet
	rows    []*dropRow
	at      int
	pressed bool
	pick    func(i int)
}

const dropRowHeight = 26

// show opens the list below a field; the first row is chosen.
func (d *drop) show(field fyne.CanvasObject, items []item, pick func(i int)) {
	d.hide()
	if len(items) == 0 {
		return
	}
	d.pick, d.at = pick, 0
	col := ui.Column(0)
	for i, it := range items {
		row := newDropRow(d, i, it)
		d.rows = append(d.rows, row)
		col.Add(row)
	}
	box := ui.NewBox("menuBackground", ui.ColorControl, 5)
	list := container.NewStack(box, ui.Pad(3, 3, 3, 3, col))
	driver := fyne.CurrentApp().Driver()
	layer := d.sheet.layer
	pos := driver.AbsolutePositionForObject(field).Subtract(driver.AbsolutePositionForObject(layer))
	size := fyne.NewSize(max(300, field.Size().Width), float32(len(items))*dropRowHeight+6)
	pos.X = min(pos.X, layer.Size().Width-size.Width-14)
	y := pos.Y + field.Size().Height + 1
	if y+size.Height > layer.Size().Height && pos.Y-size.Height > 0 {
		y = pos.Y - size.Height - 1
	}
	list.Move(fyne.NewPos(pos.X, y))
	list.Resize(size)
	layer.Objects = []fyne.CanvasObject{list}
	d.mark()
	layer.Refresh()
}

func (d *drop) open() bool { return len(d.rows) > 0 }

func (d *drop) hide() {
	if !d.open() {
		return
	}
	d.rows, d.pressed = nil, false
	d.sheet.layer.Objects = nil
	d.sheet.layer.Refresh()
}

func (d *drop) move(step int) {
	d.at = (d.at + step + len(d.rows)) % len(d.rows)
	d.mark()
}

func (d *drop) mark() {
	for i, r := range d.rows {
		r.chosen = i == d.at
		r.Refresh()
	}
}

func (d *drop) take(i int) {
	pick := d.pick
	d.hide()
	pick(i)
}

// key handles the keys of the list and reports whether it did.
func (d *drop) key(k *fyne.KeyEvent) bool {
	if !d.open() {
		return false
	}
	switch k.Name {
	case fyne.KeyDown:
		d.move(1)
	case fyne.KeyUp:
		d.move(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.take(d.at)
	case fyne.KeyEscape:
		d.hide()
	default:
		return false
	}
	return true
}

// dropRow is one row of the list.
type dropRow struct {
	widget.BaseWidget
	d      *drop
	i      int
	label  string
	body   fyne.CanvasObject
	chosen bool
}

func newDropRow(d *drop, i int, it item) *dropRow {
	spans := []ui.Span{{Text: it.label, Style: ui.Plain}}
	if it.note != "" {
		spans = append(spans, ui.Span{Text: "   " + it.note, Style: ui.Note})
	}
	objects, grow := []fyne.CanvasObject{ui.NewSpans(ui.Ellipsis, spans...)}, 0
	if it.dot != nil {
		disc := canvas.NewCircle(it.dot)
		objects, grow = append([]fyne.CanvasObject{ui.Sized(9, 9, disc)}, objects...), 1
	}
	r := &dropRow{d: d, i: i, label: it.label, body: ui.Pad(3, 8, 3, 8, ui.Row(8, grow, objects...))}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws it.
func (r *dropRow) CreateRenderer() fyne.WidgetRenderer {
	back := ui.NewBox("", "", 4)
	return &dropRowRenderer{WidgetRenderer: widget.NewSimpleRenderer(container.NewStack(back, r.body)), r: r, back: back}
}

type dropRowRenderer struct {
	fyne.WidgetRenderer
	r    *dropRow
	back *ui.Box
}

func (r *dropRowRenderer) MinSize() fyne.Size { return fyne.NewSize(60, dropRowHeight) }

func (r *dropRowRenderer) Refresh() {
	r.back.Fill = ""
	if r.r.chosen {
		r.back.Fill = ui.ColorSelected
	}
	r.back.Refresh()
	r.WidgetRenderer.Refresh()
}

// MouseIn and MouseMoved choose the row under the pointer.
func (r *dropRow) MouseIn(*desktop.MouseEvent) {
	r.d.at = r.i
	r.d.mark()
}

func (r *dropRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut changes nothing.
func (r *dropRow) MouseOut() {}

// MouseDown keeps the list open: pressing takes the focus from the field.
func (r *dropRow) MouseDown(*desktop.MouseEvent) { r.d.pressed = true }

// MouseUp ends that.
func (r *dropRow) MouseUp(*desktop.MouseEvent) {}

// Tapped takes the row.
func (r *dropRow) Tapped(*fyne.PointEvent) { r.d.take(r.i) }

// Cursor is a hand.
func (r *dropRow) Cursor() desktop.Cursor { return desktop.PointerCursor }
