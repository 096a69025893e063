// Package settings keeps what the window remembers from one start to the next,
// in the preferences of the user's account. Everything read from there is
// checked: a file that somebody edited cannot make the window unusable.
package settings

import (
	"encoding/json"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
)

// Settings reads and writes preferences.
type Settings struct{ p fyne.Preferences }

// New keeps settings in p.
func New(p fyne.Preferences) *Settings { return &Settings{p} }

// Names of preferences.
const (
	keyWindow   = "window.size"
	keyLast     = "case.last"
	keyRecent   = "case.recent"
	keyGrouping = "timeline.grouping"
	keyScheme   = "theme"
	keyScreen   = "screen"
	keyPanes    = "panes."
	keyFolder   = "folder."
)

// MaxRecent is how many cases are remembered.
const MaxRecent = 8

// Sizes of the window, in device-independent pixels.
const (
	defaultWidth, defaultHeight = 1440, 900
	leastWidth, leastHeight     = 720, 480
	mostSide                    = 10000
)

// WindowSize is the size that the window had, or the first one.
func (s *Settings) WindowSize() fyne.Size {
	v := s.p.FloatList(keyWindow)
	if len(v) != 2 || !between(v[0], leastWidth, mostSide) || !between(v[1], leastHeight, mostSide) {
		return fyne.NewSize(defaultWidth, defaultHeight)
	}
	return fyne.NewSize(float32(v[0]), float32(v[1]))
}

// SetWindowSize remembers the size of the window.
func (s *Settings) SetWindowSize(size fyne.Size) {
	s.p.SetFloatList(keyWindow, []float64{float64(size.Width), float64(size.Height)})
}

// LastCase is the case that was open last, "" for none.
func (s *Settings) LastCase() string { return s.p.String(keyLast) }

// SetLastCase remembers which case is open; "" for none.
func (s *Settings) SetLastCase(path string) { s.p.SetString(keyLast, path) }

// Recent lists the cases that were open, newest first.
func (s *Settings) Recent() []string {
	var out []string
	if json.Unmarshal([]byte(s.p.String(keyRecent)), &out) != nil {
		return nil
	}
	out = slices.DeleteFunc(out, func(p string) bool { return !filepath.IsAbs(p) })
	return out[:min(len(out), MaxRecent)]
}

// AddRecent puts a case at the head of the recent ones.
func (s *Settings) AddRecent(path string) {
	s.setRecent(append([]string{path}, without(s.Recent(), path)...))
}

// DropRecent forgets a case, such as one whose file is gone.
func (s *Settings) DropRecent(path string) { s.setRecent(without(s.Recent(), path)) }

func (s *Settings) setRecent(paths []string) {
	b, _ := json.Marshal(paths[:min(len(paths), MaxRecent)]) // strings always marshal
	s.p.SetString(keyRecent, string(b))
}

func without(paths []string, path string) []string {
	return slices.DeleteFunc(paths, func(p string) bool { return p == path })
}

// Grouping is how the timeline was grouped, "" for the first one.
func (s *Settings) Grouping() string { return s.p.String(keyGrouping) }

// SetGrouping remembers it.
func (s *Settings) SetGrouping(g string) { s.p.SetString(keyGrouping, g) }

// Scheme is light, dark, or as the system.
func (s *Settings) Scheme() ui.Scheme {
	switch v := ui.Scheme(s.p.String(keyScheme)); v {
	case ui.Light, ui.Dark:
		return v
	}
	return ui.System
}

// SetScheme remembers it.
func (s *Settings) SetScheme(v ui.Scheme) { s.p.SetString(keyScheme, string(v)) }

// Screen is the screen that was in front, "" for the first one.
func (s *Settings) Screen() string { return s.p.String(keyScreen) }

// SetScreen remembers it.
func (s *Settings) SetScreen(id string) { s.p.SetString(keyScreen, id) }

// Widths of the panes at the sides, in device-independent pixels.
const (
	DefaultLeft  = 231
	DefaultRight = 345
)

// Panes are the widths of a screen's left and right panes.
func (s *Settings) Panes(screen string, right float32) (l, r float32) {
	v := s.p.FloatList(keyPanes + screen)
	if len(v) != 2 || !between(v[0], 80, mostSide) || !between(v[1], 80, mostSide) {
		return DefaultLeft, right
	}
	return float32(v[0]), float32(v[1])
}

// SetPanes remembers them.
func (s *Settings) SetPanes(screen string, left, right float32) {
	s.p.SetFloatList(keyPanes+screen, []float64{float64(left), float64(right)})
}

// Folder is where a file dialog of a purpose ("case", "import", "export") was
// last; "" for nowhere yet.
func (s *Settings) Folder(purpose string) string { return s.p.String(keyFolder + purpose) }

// SetFolder remembers it.
func (s *Settings) SetFolder(purpose, path string) { s.p.SetString(keyFolder+purpose, path) }

func between(v, lo, hi float64) bool { return v >= lo && v <= hi } // false for NaN
