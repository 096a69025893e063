// Package ui is the kit of the window: its theme, and the small widgets that
// every screen is made of. The widgets take the place of stock ones where those
// are too large for dense text or cannot be reached in the way the design asks.
//
// Sizes are in Fyne's device-independent pixels. Text is 13 pixels high unless a
// Style says otherwise.
package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"demarche/assets"
)

// Scheme is light, dark, or what the system prefers.
type Scheme string

// Schemes, as settings store them.
const (
	System Scheme = "system"
	Light  Scheme = "light"
	Dark   Scheme = "dark"
)

// Fonts are the faces of the interface; a nil one is Fyne's own.
type Fonts struct{ Regular, Bold, Italic, BoldItalic fyne.Resource }

// Theme is the look of the window.
type Theme struct {
	Scheme Scheme
	Fonts  Fonts
}

// NewTheme is the theme with the fonts that figures use, so that the window and
// what it exports look alike.
func NewTheme(s Scheme) *Theme {
	return &Theme{Scheme: s, Fonts: Fonts{
		Regular: fyne.NewStaticResource("Inter-Regular.ttf", assets.InterRegular()),
		Bold:    fyne.NewStaticResource("Inter-SemiBold.ttf", assets.InterSemiBold()),
	}}
}

var _ fyne.Theme = (*Theme)(nil)

// Color is the colour of a name of Fyne's or of this package.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	v = t.variant(v)
	palette := lightPalette
	if v == theme.VariantDark {
		palette = darkPalette
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, v)
}

// IsDark reports whether the theme is dark where the system prefers v.
func (t *Theme) IsDark(v fyne.ThemeVariant) bool { return t.variant(v) == theme.VariantDark }

func (t *Theme) variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Scheme {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return v
}

// Font is the face for a style.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	if s.Monospace || s.Symbol {
		return theme.DefaultTheme().Font(s)
	}
	face := t.Fonts.Regular
	switch {
	case s.Bold && s.Italic:
		face = t.Fonts.BoldItalic
	case s.Bold:
		face = t.Fonts.Bold
	case s.Italic:
		face = t.Fonts.Italic
	}
	if face == nil {
		return theme.DefaultTheme().Font(s)
	}
	return face
}

// Icon is Fyne's own.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size is Fyne's, made denser.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 13
	case theme.SizeNameCaptionText:
		return 11.5
	case theme.SizeNameHeadingText:
		return 20
	case theme.SizeNameSubHeadingText:
		return 16
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 5
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameInlineIcon:
		return 17
	}
	return theme.DefaultTheme().Size(name)
}

// Color is the colour of a name in the theme that is in force.
func Color(name fyne.ThemeColorName) color.Color { return theme.Color(name) }
