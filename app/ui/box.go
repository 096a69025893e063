package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Box is a rectangle in the colours of the theme.
type Box struct {
	widget.BaseWidget
	Fill, Stroke fyne.ThemeColorName // empty: none
	Width        float32             // of the stroke; 0: 1
	Radius       float32
	FillColor    color.Color // instead of Fill
}

// NewBox makes a box.
func NewBox(fill, stroke fyne.ThemeColorName, radius float32) *Box {
	b := &Box{Fill: fill, Stroke: stroke, Radius: radius}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws one rectangle.
func (b *Box) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{b, canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type boxRenderer struct {
	b *Box
	r *canvas.Rectangle
}

func (r *boxRenderer) Refresh() {
	paint(r.r, r.b.Fill, r.b.Stroke, r.b.Width, r.b.Radius)
	if r.b.FillColor != nil {
		r.r.FillColor = r.b.FillColor
	}
	r.r.Refresh()
}

func paint(r *canvas.Rectangle, fill, stroke fyne.ThemeColorName, width, radius float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, color.Transparent, 0
	if fill != "" {
		r.FillColor = Color(fill)
	}
	if stroke != "" {
		r.StrokeColor, r.StrokeWidth = Color(stroke), max(1, width)
	}
	r.CornerRadius = radius
}

func (r *boxRenderer) Layout(size fyne.Size)        { r.r.Resize(size) }
func (r *boxRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *boxRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.r} }
func (r *boxRenderer) Destroy()                     {}

// HLine is a hairline across.
func HLine() fyne.CanvasObject { return Sized(0, 1, NewBox(ColorBorder, "", 0)) }
