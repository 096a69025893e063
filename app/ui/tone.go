package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"demarche/data"
	"demarche/timeline"
)

// Tone is a pair of colours, a tint and a text on it, and a full colour for
// bars and dots. Pills, cells and passages use tones.
type Tone uint8

// Tones.
const (
	Neutral Tone = iota
	Info         // events
	Good         // supports
	Caution      // conditional
	Asks         // demands
	Bad          // rejects
)

// ToneOf is the tone of a stance.
func ToneOf(s data.Stance) Tone {
	switch s {
	case data.Supports:
		return Good
	case data.Conditional:
		return Caution
	case data.Demands:
		return Asks
	case data.Rejects:
		return Bad
	}
	return Neutral
}

// StanceWord is how the interface names a stance on a pill.
func StanceWord(s data.Stance) string { return timeline.StanceWord(s) }

type toneColors struct{ tint, text, full color.NRGBA }

var lightTones = [...]toneColors{
	Neutral: {rgb(0xeef1f6), rgb(0x66708a), rgb(0x8a93a8)},
	Info:    {rgb(0xdfe9f7), rgb(0x1f4e8c), rgb(0x3b78c3)},
	Good:    ofStance(timeline.Light(), data.Supports),
	Caution: ofStance(timeline.Light(), data.Conditional),
	Asks:    ofStance(timeline.Light(), data.Demands),
	Bad:     ofStance(timeline.Light(), data.Rejects),
}

var darkTones = [...]toneColors{
	Neutral: {rgb(0x2a3240), rgb(0x9aa5b9), rgb(0x7d879b)},
	Info:    {rgb(0x1f3350), rgb(0x9cc2f5), rgb(0x5b95e0)},
	Good:    ofStance(timeline.Dark(), data.Supports),
	Caution: ofStance(timeline.Dark(), data.Conditional),
	Asks:    ofStance(timeline.Dark(), data.Demands),
	Bad:     ofStance(timeline.Dark(), data.Rejects),
}

// ofStance is the colours that pictures give a stance.
func ofStance(t *timeline.Theme, s data.Stance) toneColors {
	return toneColors{t.Tint(s), t.OnTint(s), t.Stance(s)}
}

func (t Tone) colors() toneColors {
	if IsDark() {
		return darkTones[t]
	}
	return lightTones[t]
}

// Tint is the pale colour behind a text.
func (t Tone) Tint() color.Color { return t.colors().tint }

// Text is the colour of a text on the tint.
func (t Tone) Text() color.Color { return t.colors().text }

// Full is the strong colour of bars and dots.
func (t Tone) Full() color.Color { return t.colors().full }

// IsDark reports whether the theme in force is a dark one.
func IsDark() bool {
	s := fyne.CurrentApp().Settings()
	if t, ok := s.Theme().(*Theme); ok {
		return t.IsDark(s.ThemeVariant())
	}
	return s.ThemeVariant() == theme.VariantDark
}
