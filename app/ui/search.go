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
	OnLeave  func() // Escape in the empty entry, or Enter

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
	s.Entry.OnSubmitted = func(string) { s.fire(); s.leave() }
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
	if e.Name != fyne.KeyEscape {
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
