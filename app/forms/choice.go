package forms

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
)

// choice is a field that is one of a few words.
type choice[T ~string] struct {
	widget.Select
	sheet  *sheet
	values []T
}

// choiceLine is a line with one choice.
type choiceLine[T ~string] struct {
	*line
	choice *choice[T]
}

// choose makes a line that chooses one of the values, each called by its word.
func choose[T ~string](s *sheet, label, field string, values []T, word func(T) string, now T) choiceLine[T] {
	c := &choice[T]{sheet: s, values: values}
	for _, v := range values {
		c.Options = append(c.Options, word(v))
	}
	c.ExtendBaseWidget(c)
	c.SetSelectedIndex(max(0, slices.Index(values, now)))
	framed := container.NewStack(c, ui.NewBox("", "inputBorder", 5))
	return choiceLine[T]{s.newLine(label, field, framed, c, func() string { return c.Selected }), c}
}

func (c choiceLine[T]) value() T {
	i := c.choice.SelectedIndex()
	if i < 0 {
		return ""
	}
	return c.choice.values[i]
}

// TypedKey hands Escape to the form.
func (c *choice[T]) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		c.sheet.cancel()
		return
	}
	c.Select.TypedKey(k)
}

// FocusGained scrolls the field into view.
func (c *choice[T]) FocusGained() {
	c.Select.FocusGained()
	c.sheet.reveal(c)
}

// tickLine is a line with a box to tick.
type tickLine struct {
	*line
	tick *ui.Tick
}

func (s *sheet) tick(label, field, text string, on bool) tickLine {
	t := ui.NewTick(text, on, func(bool) {})
	word := ui.NewWrapped(text, ui.Plain)
	row := ui.Pad(7, 0, 4, 1, ui.TopRow(8, 1, ui.Pad(2, 0, 0, 0, t), word))
	return tickLine{s.newLine(label, field, row, t, func() string {
		if t.On {
			return "1"
		}
		return "0"
	}), t}
}
