package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Panes lays out a left, a middle and a right part; the sides keep their width
// in pixels while the window changes, and are resized by dragging their edges.
type Panes struct {
	widget.BaseWidget
	OnResized func(left, right float32) // after a drag

	left, middle, right fyne.CanvasObject // left and right may be nil
	leftW, rightW       float32
}

// NewPanes makes an empty layout with the widths of the sides.
func NewPanes(left, right float32) *Panes {
	p := &Panes{leftW: left, rightW: right}
	p.ExtendBaseWidget(p)
	return p
}

// Set replaces the parts.
func (p *Panes) Set(left, middle, right fyne.CanvasObject) {
	p.left, p.middle, p.right = left, middle, right
	p.Refresh()
}

// SetWidths changes the widths of the sides.
func (p *Panes) SetWidths(left, right float32) {
	p.leftW, p.rightW = left, right
	p.Refresh()
}

// Widths are the widths of the sides.
func (p *Panes) Widths() (left, right float32) { return p.leftW, p.rightW }

const minSide, minMiddle = 140, 260

// CreateRenderer lays the parts out.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer {
	r := &panesRenderer{p: p}
	r.edges[0] = newEdge(p, func(dx float32) { p.leftW = max(minSide, p.leftW+dx) })
	r.edges[1] = newEdge(p, func(dx float32) { p.rightW = max(minSide, p.rightW-dx) })
	return r
}

type panesRenderer struct {
	p     *Panes
	edges [2]*edge
}

func (r *panesRenderer) MinSize() fyne.Size { return fyne.NewSize(minSide, 120) }

func (r *panesRenderer) Layout(size fyne.Size) {
	p := r.p
	left, right := float32(0), float32(0)
	if p.right != nil {
		right = max(minSide, min(p.rightW, size.Width-minMiddle))
	}
	if p.left != nil {
		left = max(minSide, min(p.leftW, size.Width-right-minMiddle))
	}
	put := func(o fyne.CanvasObject, x, w float32) {
		if o != nil {
			o.Move(fyne.NewPos(x, 0))
			o.Resize(fyne.NewSize(max(0, w), size.Height))
		}
	}
	put(p.left, 0, left-1)
	put(p.middle, left, size.Width-left-right)
	put(p.right, size.Width-right+1, right-1)
	put(r.edges[0], left-edgeGrip/2-1, edgeGrip)
	put(r.edges[1], size.Width-right-edgeGrip/2, edgeGrip)
}

func (r *panesRenderer) Refresh() {
	r.Layout(r.p.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.p)
}

func (r *panesRenderer) Objects() []fyne.CanvasObject {
	var o []fyne.CanvasObject
	p := r.p
	if p.middle != nil {
		o = append(o, p.middle)
	}
	if p.left != nil {
		o = append(o, p.left, r.edges[0])
	}
	if p.right != nil {
		o = append(o, p.right, r.edges[1])
	}
	return o
}

func (r *panesRenderer) Destroy() {}

// edge is the line between two parts, with a grip wider than it looks.
type edge struct {
	widget.BaseWidget
	p     *Panes
	drag  func(dx float32)
	hover bool
}

const edgeGrip = 7

func newEdge(p *Panes, drag func(float32)) *edge {
	e := &edge{p: p, drag: drag}
	e.ExtendBaseWidget(e)
	return e
}

func (e *edge) Cursor() desktop.Cursor         { return desktop.HResizeCursor }
func (e *edge) MouseIn(*desktop.MouseEvent)    { e.hover = true; e.Refresh() }
func (e *edge) MouseMoved(*desktop.MouseEvent) {}
func (e *edge) MouseOut()                      { e.hover = false; e.Refresh() }

func (e *edge) Dragged(d *fyne.DragEvent) {
	e.drag(d.Dragged.DX)
	e.p.Refresh()
}

func (e *edge) DragEnd() {
	if e.p.OnResized != nil {
		e.p.OnResized(e.p.leftW, e.p.rightW)
	}
}

func (e *edge) CreateRenderer() fyne.WidgetRenderer {
	r := &edgeRenderer{e: e, line: canvas.NewRectangle(Color(ColorBorder))}
	return r
}

type edgeRenderer struct {
	e    *edge
	line *canvas.Rectangle
}

func (r *edgeRenderer) MinSize() fyne.Size { return fyne.NewSize(edgeGrip, 0) }

func (r *edgeRenderer) Layout(size fyne.Size) {
	w := float32(1)
	if r.e.hover {
		w = 3
	}
	r.line.Move(fyne.NewPos((size.Width-w)/2, 0))
	r.line.Resize(fyne.NewSize(w, size.Height))
}

func (r *edgeRenderer) Refresh() {
	r.line.FillColor = Color(ColorBorder)
	if r.e.hover {
		r.line.FillColor = Color(ColorQuote)
	}
	r.Layout(r.e.Size())
	r.line.Refresh()
}

func (r *edgeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *edgeRenderer) Destroy()                     {}
