package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Tabs are words with a line under the chosen one, and what it shows below.
type Tabs struct {
	OnChanged func(index int)

	heads    []*tab
	contents []fyne.CanvasObject
	body     *fyne.Container
	root     *fyne.Container
	selected int
}

// TabItem is one tab.
type TabItem struct {
	Label   string // "Events 9"
	Content fyne.CanvasObject
}

// NewTabs makes tabs; the first is shown.
func NewTabs(items ...TabItem) *Tabs {
	t := &Tabs{body: container.NewStack()}
	heads := make([]fyne.CanvasObject, len(items))
	for i, it := range items {
		h := &tab{text: NewText(it.Label, Muted)}
		h.Label, h.OnTap = it.Label, func() { t.Select(i) }
		h.Init(h)
		t.heads, t.contents = append(t.heads, h), append(t.contents, it.Content)
		heads[i] = h
	}
	t.root = Column(10, Column(0, Row(16, -1, heads...), HLine()), t.body)
	t.Select(0)
	return t
}

// Object is what to lay out.
func (t *Tabs) Object() fyne.CanvasObject { return t.root }

// Select shows a tab.
func (t *Tabs) Select(i int) {
	if i < 0 || i >= len(t.heads) {
		return
	}
	t.selected = i
	for j, h := range t.heads {
		h.on = i == j
		h.Refresh()
	}
	t.body.Objects = []fyne.CanvasObject{t.contents[i]}
	t.body.Refresh()
	t.root.Refresh()
	if t.OnChanged != nil {
		t.OnChanged(i)
	}
}

type tab struct {
	Pressable
	text *Text
	on   bool
}

func (t *tab) CreateRenderer() fyne.WidgetRenderer {
	r := &tabRenderer{t: t, line: canvas.NewRectangle(color.Transparent)}
	r.frame = newFrame(t.text, padLayout{4, 0, 7, 0}, r.look)
	return r
}

type tabRenderer struct {
	*frame
	t    *tab
	line *canvas.Rectangle
}

func (r *tabRenderer) look(back *canvas.Rectangle) {
	paint(back, "", "", 0, 3)
	style := Muted
	r.line.FillColor = color.Transparent
	if r.t.on {
		style = Style{Bold: true, Color: ColorAccent}
		r.line.FillColor = Color(ColorAccent)
	}
	if r.t.hovered {
		style.Color = ColorAccent
	}
	if r.t.focused {
		back.StrokeColor, back.StrokeWidth = Color(ColorAccent), 1.5
	}
	r.line.Refresh()
	r.t.text.SetSpans(Span{r.t.Label, style})
}

func (r *tabRenderer) Layout(size fyne.Size) {
	r.frame.Layout(size)
	r.line.Move(fyne.NewPos(0, size.Height-2))
	r.line.Resize(fyne.NewSize(size.Width, 2))
}

func (r *tabRenderer) Objects() []fyne.CanvasObject {
	return append(r.frame.Objects(), r.line)
}
