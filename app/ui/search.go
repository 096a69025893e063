package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Search is an entry that tells what is typed once the typing pauses. Escape
// empties it.
type Search struct {
	widget.Entry
	OnSearch func(text string)
	OnLeave  func()               // Escape in the empty entry, or Enter where OnNext does nothing
	OnNext   func(back bool) bool // Enter, and back with Shift; nil: it leaves

	delay   time.Duration
	pending *time.Timer
	last    string
}

// NewSearch makes an entry that waits for delay after the last key; 0: not at all.
func NewSearch(hint string, delay time.Duration, onSearch func(string)) *Search {
	s := &Search{OnSearch: onSearch, delay: delay}
	s.ExtendBaseWidget(s)
	s.SetPlaceHolder(hint)
	s.Entry.OnChanged = s.typed
	s.Entry.OnSubmitted = func(string) { s.submit() }
	return s
}

func (s *Search) typed(string) {
	if s.pending != nil {
		s.pending.Stop()
	}
	if s.delay == 0 {
		s.fire()
		return
	}
	s.pending = time.AfterFunc(s.delay, func() { fyne.Do(s.fire) })
}

func (s *Search) fire() {
	if s.Text != s.last {
		s.last = s.Text
		s.OnSearch(s.Text)
	}
}

func (s *Search) submit() {
	s.fire()
	if s.OnNext == nil || !s.OnNext(Modifiers()&fyne.KeyModifierShift != 0) {
		s.leave()
	}
}

// Put shows a text that was set elsewhere, without a word to OnSearch.
func (s *Search) Put(text string) {
	if text == s.last {
		return
	}
	s.last = text
	s.SetText(text)
	if s.pending != nil {
		s.pending.Stop()
	}
}

// Clear empties the entry without a word to OnSearch.
func (s *Search) Clear() {
	s.last = ""
	s.SetText("")
	if s.pending != nil {
		s.pending.Stop()
	}
}

func (s *Search) leave() {
	if s.OnLeave != nil {
		s.OnLeave()
	}
}

// TypedKey empties the entry on Escape.
func (s *Search) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
	case fyne.KeyF3:
		PassKey(s, e)
		return
	default:
		s.Entry.TypedKey(e)
		return
	}
	if s.Text == "" {
		s.leave()
		return
	}
	s.SetText("")
	s.fire()
}

// TypedShortcut knows both keys for doing again.
func (s *Search) TypedShortcut(k fyne.Shortcut) { s.Entry.TypedShortcut(redoKey(k)) }
