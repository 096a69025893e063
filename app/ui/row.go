package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Item is a row of a sidebar: a tick or a dot, a label, and a count at the right.
type Item struct {
	Pressable
	mark     fyne.CanvasObject
	text     *Text
	note     *Text
	selected bool
	dimmed   bool
	row      *fyne.Container
}

// ItemOptions say what a row shows.
type ItemOptions struct {
	Label  string
	Note   string // at the right: "9", "6 left", "✓"
	Dot    color.Color
	Square bool              // a square instead of a dot: a stance
	Mark   fyne.CanvasObject // instead of the dot: a Tick
	Indent int
	Trail  fyne.CanvasObject // after the note, such as an eye
}

const itemIndent = 15

// NewItem makes a row.
func NewItem(o ItemOptions, onTap func()) *Item {
	i := &Item{text: NewCut(o.Label, Plain), note: NewText(o.Note, Style{Size: 12, Color: ColorFaint}), mark: o.Mark}
	i.OnTap, i.Label = onTap, o.Label
	if i.mark == nil && o.Dot != nil {
		i.mark = newDot(o.Dot, o.Square)
	}
	objects, grow := []fyne.CanvasObject{i.text, i.note}, 0
	if i.mark != nil {
		objects, grow = append([]fyne.CanvasObject{i.mark}, objects...), 1
	}
	if o.Trail != nil {
		objects = append(objects, o.Trail)
	}
	i.row = Row(7, grow, objects...)
	if o.Indent > 0 {
		i.row = Pad(0, 0, 0, itemIndent*float32(o.Indent), i.row)
	}
	i.Init(i)
	return i
}

// SetSelected marks the row as the chosen one.
func (i *Item) SetSelected(on bool) {
	if i.selected != on {
		i.selected = on
		i.Refresh()
	}
}

// SetDimmed greys the row out, as something that is hidden.
func (i *Item) SetDimmed(on bool) {
	if i.dimmed != on {
		i.dimmed = on
		i.Refresh()
	}
}

// CreateRenderer draws it.
func (i *Item) CreateRenderer() fyne.WidgetRenderer {
	return newFrame(i.row, padLayout{3.5, 6, 3.5, 6}, i.look)
}

func (i *Item) look(back *canvas.Rectangle) {
	paint(back, "", "", 0, 4)
	style := Style{}
	switch {
	case i.selected:
		back.FillColor = Color(ColorSelected)
		style = Style{Bold: true, Color: ColorAccent}
	case i.hovered:
		back.FillColor = Color("hover")
	}
	if i.dimmed {
		style.Color = ColorFaint
	}
	if i.focused {
		back.StrokeColor, back.StrokeWidth = Color(ColorAccent), 1.5
	}
	i.text.SetSpans(Span{i.Label, style})
}

func newDot(c color.Color, square bool) fyne.CanvasObject {
	r := canvas.NewRectangle(c)
	r.CornerRadius = 5
	if square {
		r.CornerRadius = 2
	}
	return container.New(sizedLayout{10, 10}, r)
}

// Section is a small heading in capitals.
func Section(title string) fyne.CanvasObject {
	return NewText(upper(title), Style{Size: 11, Bold: true, Color: ColorHeading})
}
