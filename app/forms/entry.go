package forms

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data/edtf"
)

// entry is a text field of a form: Escape and Ctrl+Enter go to the form, Tab
// to the next field, Enter too where there is one line.
type entry struct {
	widget.Entry
	sheet   *sheet
	onKey   func(*fyne.KeyEvent) bool // reports whether the key is done with
	onFocus func(on bool)
}

func (s *sheet) newEntry(text, placeholder string, rows int) *entry {
	e := &entry{sheet: s}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	if rows > 1 {
		e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
		e.SetMinRowsVisible(rows)
	}
	e.SetText(text)
	return e
}

// TypedKey handles what leaves the field.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(k) {
		return
	}
	switch {
	case k.Name == fyne.KeyEscape:
		e.sheet.cancel()
	case !e.MultiLine && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		e.sheet.host.Window.Canvas().FocusNext()
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut saves on Ctrl+Enter.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault &&
		(c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		e.sheet.submit()
		return
	}
	e.Entry.TypedShortcut(s)
}

// AcceptsTab lets Tab go to the next field, also from a text of many lines.
func (e *entry) AcceptsTab() bool { return false }

// FocusGained scrolls the field into view.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.sheet.reveal(e)
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost closes what the field has open.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// textLine is a line with one text field.
type textLine struct {
	*line
	entry *entry
}

func (s *sheet) text(label, field, text, placeholder string, rows int) textLine {
	e := s.newEntry(text, placeholder, rows)
	l := s.newLine(label, field, e, e, func() string { return e.Text })
	e.OnChanged = func(string) { l.setFault("") } // a fault is of what stood there before
	return textLine{l, e}
}

func (t textLine) value() string { return strings.TrimSpace(t.entry.Text) }

// dateLine is a field for a date as people write it, shown back as understood.
type dateLine struct {
	textLine
	today edtf.Date
	empty string // what it means to leave it empty
	was   edtf.Date
	first string
}

func (s *sheet) date(label, field string, d edtf.Date, empty string) *dateLine {
	now := s.host.Session.Now()
	text := ""
	if !d.IsZero() {
		text = words.LongDate(d)
	}
	l := &dateLine{textLine: s.text(label, field, text, "14–15 Dec 2025, about Nov 2025, since 2022", 1),
		today: edtf.OfDay(now.Year(), int(now.Month()), now.Day()), empty: empty, was: d, first: text}
	l.entry.OnChanged = func(string) { l.show() }
	l.entry.onFocus = func(on bool) {
		if _, err := l.value(); err != nil && !on {
			l.setFault(sentence(err.Error()))
		}
	}
	l.show()
	return l
}

// value is the date that the field says; an empty field is no date.
func (l *dateLine) value() (edtf.Date, error) {
	text := strings.TrimSpace(l.entry.Text)
	switch text {
	case "":
		return edtf.Date{}, nil
	case l.first: // what was not touched stays as exact as it was
		return l.was, nil
	}
	return edtf.ParseHuman(text, l.today, edtf.English())
}

// show says how the date is understood so far.
func (l *dateLine) show() {
	d, err := l.value()
	switch {
	case err != nil:
		l.setHint(sentence(err.Error()))
	case d.IsZero():
		l.setHint(l.empty)
	default:
		l.hint = "Understood: " + words.Understood(d)
		l.put(l.hint, ui.Style{Size: 12, Tone: ui.Good})
	}
}

// read is the date, or a fault of its field.
func (l *dateLine) read(f *faults) edtf.Date {
	d, err := l.value()
	if err != nil {
		f.add(l.field, err.Error())
	}
	return d
}
