package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Line is a row of a list, of any content, that can be pressed.
type Line struct {
	Pressable
	body     fyne.CanvasObject
	back     *Box
	selected bool
}

// NewLine makes a row; label is what a screen reader says.
func NewLine(label string, body fyne.CanvasObject, onTap func()) *Line {
	l := &Line{body: body, back: NewBox("", "", 4)}
	l.OnTap, l.Label = onTap, label
	l.Init(l)
	return l
}

// SetSelected marks it as the chosen one.
func (l *Line) SetSelected(on bool) {
	if l.selected != on {
		l.selected = on
		l.Refresh()
	}
}

// CreateRenderer draws it.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{WidgetRenderer: widget.NewSimpleRenderer(container.NewStack(l.back, Pad(3, 5, 3, 5, l.body))), l: l}
	r.look()
	return r
}

type lineRenderer struct {
	fyne.WidgetRenderer
	l *Line
}

func (r *lineRenderer) look() {
	r.l.back.Fill, r.l.back.Stroke = "", ""
	switch {
	case r.l.selected:
		r.l.back.Fill = ColorSelected
	case r.l.hovered:
		r.l.back.Fill = "hover"
	}
	if r.l.focused {
		r.l.back.Stroke = ColorAccent
	}
}

func (r *lineRenderer) Refresh() {
	r.look()
	r.WidgetRenderer.Refresh()
}
