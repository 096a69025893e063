package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Card is a framed block. It can be chosen, and pressed where OnTap is set.
type Card struct {
	Pressable
	content  fyne.CanvasObject
	selected bool
	tone     Tone
	tinted   bool
}

// NewCard frames a content; onTap may be nil.
func NewCard(content fyne.CanvasObject, onTap func()) *Card {
	c := &Card{content: content}
	c.OnTap = onTap
	c.Init(c)
	return c
}

// NewCell makes a card filled with a tint and without a frame, as in the table
// of positions.
func NewCell(content fyne.CanvasObject, tone Tone, onTap func()) *Card {
	c := NewCard(content, onTap)
	c.tone, c.tinted = tone, true
	return c
}

// SetSelected marks it as the chosen one.
func (c *Card) SetSelected(on bool) {
	if c.selected != on {
		c.selected = on
		c.Refresh()
	}
}

// SetContent replaces what is inside.
func (c *Card) SetContent(o fyne.CanvasObject) {
	c.content = o
	c.Refresh()
}

// CreateRenderer draws it.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	return &cardRenderer{frame: newFrame(c.content, padLayout{9, 12, 9, 12}, c.look), card: c}
}

type cardRenderer struct {
	*frame
	card *Card
}

func (r *cardRenderer) Refresh() {
	if r.content != r.card.content {
		r.content = r.card.content
		r.Layout(r.card.Size())
	}
	r.frame.Refresh()
}

func (c *Card) look(back *canvas.Rectangle) {
	paint(back, ColorCard, ColorBorder, 1, 7)
	if c.tinted {
		back.FillColor, back.StrokeWidth = c.tone.Tint(), 0
	}
	if c.hovered && c.OnTap != nil {
		back.FillColor = over(back.FillColor, Color("hover"))
	}
	if c.selected || c.focused {
		back.StrokeColor, back.StrokeWidth = Color(ColorAccent), 2
	}
}
