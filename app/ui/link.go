package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Link is a text that does something.
type Link struct {
	Pressable
	text *Text
}

// NewLink makes a link in the small size.
func NewLink(label string, onTap func()) *Link {
	l := &Link{text: NewCut(label, Style{Size: 12, Color: ColorAccent})}
	l.OnTap, l.Label = onTap, label
	l.Init(l)
	return l
}

// AccessibilityRole is a link's.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// SetText changes the label.
func (l *Link) SetText(label string) {
	l.Label = label
	l.text.Set(label)
}

// CreateRenderer draws it with a line under it while the pointer is on it.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{l: l, line: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type linkRenderer struct {
	l    *Link
	line *canvas.Rectangle
}

func (r *linkRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.l.text.MinSize().Height) }

func (r *linkRenderer) Layout(size fyne.Size) {
	r.l.text.Resize(size)
	r.line.Move(fyne.NewPos(0, size.Height-2))
	r.line.Resize(fyne.NewSize(min(size.Width, measure(r.l.Label, Style{Size: 12})), 1))
}

func (r *linkRenderer) Refresh() {
	r.line.FillColor = color.Transparent
	if r.l.hovered || r.l.focused {
		r.line.FillColor = Color(ColorAccent)
	}
	r.line.Refresh()
	r.l.text.Refresh()
	r.Layout(r.l.Size())
}

func (r *linkRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.l.text, r.line} }
func (r *linkRenderer) Destroy()                     {}
