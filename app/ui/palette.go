package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours beside Fyne's own.
const (
	ColorText         = theme.ColorNameForeground
	ColorMuted        = fyne.ThemeColorName("demarche-muted")  // secondary text
	ColorFaint        = fyne.ThemeColorName("demarche-faint")  // counts, placeholders
	ColorHeading      = fyne.ThemeColorName("demarche-head")   // section headings in capitals
	ColorPage         = fyne.ThemeColorName("demarche-page")   // of the middle; what is around has the background, which costs no layer of pixels
	ColorCard         = fyne.ThemeColorName("demarche-card")   // cards and fields
	ColorBorder       = fyne.ThemeColorName("demarche-border") // hairlines
	ColorControl      = fyne.ThemeColorName("demarche-control")
	ColorSelected     = fyne.ThemeColorName("demarche-selected")
	ColorAccent       = fyne.ThemeColorName("demarche-accent") // primary as a text colour
	ColorQuote        = fyne.ThemeColorName("demarche-quote")
	ColorTrack        = fyne.ThemeColorName("demarche-track")
	ColorBanner       = fyne.ThemeColorName("demarche-banner")
	ColorBannerBorder = fyne.ThemeColorName("demarche-banner-border")
	ColorOnPrimary    = theme.ColorNameForegroundOnPrimary
	ColorPrimary      = theme.ColorNamePrimary
)

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func alpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}

// The palettes are immutable tables.
var lightPalette = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0xfbfcfd),
	theme.ColorNameForeground:          rgb(0x1d2433),
	theme.ColorNamePrimary:             rgb(0x1f4e8c),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameButton:              rgb(0xffffff),
	theme.ColorNameDisabledButton:      rgb(0xf3f5f9),
	theme.ColorNameDisabled:            rgb(0xa5adbd),
	theme.ColorNamePlaceHolder:         rgb(0x8a93a8),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0xd5dae3),
	theme.ColorNameHover:               alpha(rgb(0x1f4e8c), 0x12),
	theme.ColorNamePressed:             alpha(rgb(0x1f4e8c), 0x26),
	theme.ColorNameFocus:               alpha(rgb(0x1f4e8c), 0x40),
	theme.ColorNameSelection:           alpha(rgb(0x3b78c3), 0x48),
	theme.ColorNameSeparator:           rgb(0xe3e6ec),
	theme.ColorNameShadow:              alpha(rgb(0x1d2433), 0x30),
	theme.ColorNameHyperlink:           rgb(0x1f4e8c),
	theme.ColorNameMenuBackground:      rgb(0xffffff),
	theme.ColorNameOverlayBackground:   rgb(0xffffff),
	theme.ColorNameHeaderBackground:    rgb(0xf6f8fb),
	theme.ColorNameScrollBar:           alpha(rgb(0x1d2433), 0x55),
	theme.ColorNameSuccess:             rgb(0x00916e),
	theme.ColorNameWarning:             rgb(0xb07d00),
	theme.ColorNameError:               rgb(0xb0331c),
	ColorMuted:                         rgb(0x66708a),
	ColorFaint:                         rgb(0x858ea3),
	ColorHeading:                       rgb(0x6b7489),
	ColorPage:                          rgb(0xffffff),
	ColorCard:                          rgb(0xffffff),
	ColorBorder:                        rgb(0xe3e6ec),
	ColorControl:                       rgb(0xd5dae3),
	ColorSelected:                      rgb(0xe8effa),
	ColorAccent:                        rgb(0x1f4e8c),
	ColorQuote:                         rgb(0xc8d3e6),
	ColorTrack:                         rgb(0xeef1f6),
	ColorBanner:                        rgb(0xfff7e0),
	ColorBannerBorder:                  rgb(0xeed68f),
}

var darkPalette = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0x191f29),
	theme.ColorNameForeground:          rgb(0xe6eaf2),
	theme.ColorNamePrimary:             rgb(0x3f78c4),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameButton:              rgb(0x222936),
	theme.ColorNameDisabledButton:      rgb(0x1c222d),
	theme.ColorNameDisabled:            rgb(0x5c6679),
	theme.ColorNamePlaceHolder:         rgb(0x7d879b),
	theme.ColorNameInputBackground:     rgb(0x1b212c),
	theme.ColorNameInputBorder:         rgb(0x394253),
	theme.ColorNameHover:               alpha(rgb(0x8fb8f0), 0x18),
	theme.ColorNamePressed:             alpha(rgb(0x8fb8f0), 0x30),
	theme.ColorNameFocus:               alpha(rgb(0x8fb8f0), 0x58),
	theme.ColorNameSelection:           alpha(rgb(0x5b95e0), 0x58),
	theme.ColorNameSeparator:           rgb(0x2a3240),
	theme.ColorNameShadow:              alpha(rgb(0x000000), 0x80),
	theme.ColorNameHyperlink:           rgb(0x8fb8f0),
	theme.ColorNameMenuBackground:      rgb(0x222936),
	theme.ColorNameOverlayBackground:   rgb(0x1b212c),
	theme.ColorNameHeaderBackground:    rgb(0x1b212c),
	theme.ColorNameScrollBar:           alpha(rgb(0xe6eaf2), 0x55),
	theme.ColorNameSuccess:             rgb(0x2fb58f),
	theme.ColorNameWarning:             rgb(0xe0ad3a),
	theme.ColorNameError:               rgb(0xf08a75),
	ColorMuted:                         rgb(0x9aa5b9),
	ColorFaint:                         rgb(0x7d879b),
	ColorHeading:                       rgb(0x8d98ad),
	ColorPage:                          rgb(0x151a23),
	ColorCard:                          rgb(0x1e2530),
	ColorBorder:                        rgb(0x2a3240),
	ColorControl:                       rgb(0x394253),
	ColorSelected:                      rgb(0x24354f),
	ColorAccent:                        rgb(0x8fb8f0),
	ColorQuote:                         rgb(0x3d4a60),
	ColorTrack:                         rgb(0x2a3240),
	ColorBanner:                        rgb(0x3a3118),
	ColorBannerBorder:                  rgb(0x6b5a22),
}
