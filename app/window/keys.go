package window

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"demarche/app/screen"
)

// bindKeys sends the keys that no widget used to the commands.
func (w *Window) bindKeys() {
	c := w.win.Canvas()
	c.SetOnTypedRune(w.typedRune)
	c.SetOnTypedKey(w.typedKey)
	// The menu shows one key for Redo; people try both.
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		w.again)
}

func (w *Window) again(fyne.Shortcut) {
	if !w.dialogOpen() {
		w.redo()
	}
}

// typedRune runs a command whose key is a letter or sign by itself; a capital
// stands for Shift.
func (w *Window) typedRune(r rune) {
	if w.dialogOpen() {
		return
	}
	shift := unicode.IsUpper(r)
	name := strings.ToUpper(string(r))
	for _, c := range w.menu.all {
		if !shift && slices.Contains(c.Also, fyne.KeyName(name)) {
			w.run(c)
			return
		}
		if string(c.Key) != name || c.Modifier&^fyne.KeyModifierShift != 0 {
			continue
		}
		if !unicode.IsLetter(r) || shift == (c.Modifier == fyne.KeyModifierShift) {
			w.run(c)
			return
		}
	}
}

// typedKey runs a command whose key has a name: an arrow, Escape, Delete.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	if w.dialogOpen() {
		if e.Name == fyne.KeyEscape { // Fyne's own dialogs do not know the key
			all := w.win.Canvas().Overlays()
			all.Remove(all.Top()) // hiding it would leave it there, unseen
		}
		return
	}
	if len([]rune(string(e.Name))) == 1 {
		return // letters and signs come as runes
	}
	mod := w.modifiers() & fyne.KeyModifierShift
	for _, c := range w.menu.all {
		if c.Key == e.Name && c.Modifier == mod || mod == 0 && slices.Contains(c.Also, e.Name) {
			w.run(c)
			return
		}
	}
}

// textField is a widget in which a person types.
type textField interface {
	fyne.Shortcutable
	SelectedText() string
}

// run does a command from a menu or a key. Menu keys reach the window before a
// text field that has the keyboard, even where the command is greyed out or a
// dialog lies over the window; so all of that is settled here.
func (w *Window) run(c screen.Command) {
	if field, ok := w.win.Canvas().Focused().(textField); ok && c.Modifier != 0 && w.byKey() {
		if s, ok := shortcut(c).(fyne.KeyboardShortcut); ok && ofText(s) {
			field.TypedShortcut(s)
			return
		}
	}
	if w.dialogOpen() || !enabled(c) || c.Do == nil {
		return
	}
	c.Do()
}

// modifiers are the keys held down now, of which Fyne's events say nothing.
func (w *Window) modifiers() fyne.KeyModifier {
	if d, ok := w.o.App.Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// byKey reports whether a menu's command was asked for by its key and not by a
// click: Fyne calls the same function for both.
func (w *Window) byKey() bool {
	_, tells := w.o.App.Driver().(desktop.Driver)
	return !tells || w.modifiers() != 0
}

// ofText reports whether text fields know the shortcut themselves.
func ofText(s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *fyne.ShortcutPaste, *fyne.ShortcutCopy,
		*fyne.ShortcutCut, *fyne.ShortcutSelectAll:
		return true
	}
	return false
}
