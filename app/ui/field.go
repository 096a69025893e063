package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Field is an entry of one line in a Dialog: Escape and Enter go to the dialog.
type Field struct{ widget.Entry }

// NewField makes a field.
func NewField(text string) *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	f.SetText(text)
	return f
}

// TypedKey passes on what the dialog answers to.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		PassKey(f, e)
	default:
		f.Entry.TypedKey(e)
	}
}

// TypedShortcut knows both keys for doing again.
func (f *Field) TypedShortcut(s fyne.Shortcut) { f.Entry.TypedShortcut(redoKey(s)) }

// FocusGained marks all, since what stands in a dialog is a proposal.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// redoKey turns Ctrl+Shift+Z, which Fyne's entries do not know, into redo.
func redoKey(s fyne.Shortcut) fyne.Shortcut {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.KeyName == fyne.KeyZ &&
		c.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift {
		return &fyne.ShortcutRedo{}
	}
	return s
}

// Choice is a list that drops down in a Dialog: Escape and Enter go to the
// dialog, Space opens it, the arrows move it.
type Choice struct{ widget.Select }

// NewChoice makes a list with nothing chosen.
func NewChoice(options []string, onChanged func(string)) *Choice {
	c := &Choice{}
	c.Options, c.OnChanged = options, onChanged
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey passes on what the dialog answers to.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		PassKey(c, e)
	default:
		c.Select.TypedKey(e)
	}
}
