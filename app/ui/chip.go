package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Chip is something that is in force and goes away when it is pressed.
type Chip struct {
	Pressable
	text  *Text
	cross *Text
	row   *fyne.Container
}

// NewChip makes a chip; screen readers say that pressing removes it.
func NewChip(label string, onRemove func()) *Chip {
	c := &Chip{text: NewText(label, Style{Size: 12}), cross: NewText("×", Style{Size: 13, Color: ColorMuted})}
	c.OnTap, c.Label = onRemove, label+", remove"
	c.row = Row(5, -1, c.text, c.cross)
	c.Init(c)
	return c
}

// String is what it says.
func (c *Chip) String() string { return c.text.String() }

// TypedKey also answers to the keys that delete.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace {
		c.press()
		return
	}
	c.Pressable.TypedKey(e)
}

// CreateRenderer draws it.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	return newFrame(c.row, padLayout{1, 8, 1, 10}, func(back *canvas.Rectangle) {
		paint(back, ColorSelected, "", 0, 11)
		if c.hovered {
			back.FillColor = over(back.FillColor, Color("hover"))
		}
		if c.focused {
			back.StrokeColor, back.StrokeWidth = Color(ColorAccent), 1.5
		}
	})
}
