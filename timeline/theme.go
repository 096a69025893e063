package timeline

import (
	"image/color"

	"demarche/data"
	"demarche/timeline/scene"
)

// Theme is every colour of a picture. The stances differ in hue, in lightness
// and in their glyph, so that they can be told apart by colour-blind eyes and
// in grey print.
type Theme struct {
	Dark bool

	Background, Lane, Header color.NRGBA // of the picture, of lanes, of their headers and the axis
	Rule, Grid, MinorGrid    color.NRGBA // between lanes; at labelled and at minor ticks
	Text, Muted, Subtle      color.NRGBA // titles and labels; second lines; notes
	Primary, OnPrimary       color.NRGBA // the as-of line and its pill; text on it
	Selection, Hover         color.NRGBA // outline of the selected item; wash under the cursor
	Overview, Density, Brush color.NRGBA // ground, bars and window of the overview
	OnBar                    color.NRGBA // labels on bars whose colour is dark
	OnLightBar               color.NRGBA // labels on bars whose colour is light

	stances [len(stanceOrder)]color.NRGBA
	tints   [len(stanceOrder)]tint
	actors  []color.NRGBA
}

// tint is a pale ground and the colour of a word on it.
type tint struct{ ground, ink color.NRGBA }

// stanceOrder fixes the index of a stance in tables.
var stanceOrder = [...]data.Stance{data.Supports, data.Conditional, data.Demands, data.Rejects, data.Unclear}

func stanceIndex(s data.Stance) int {
	for i, o := range stanceOrder {
		if s == o {
			return i
		}
	}
	return len(stanceOrder) - 1
}

// Stance is the colour of positions of the stance.
func (t *Theme) Stance(s data.Stance) color.NRGBA { return t.stances[stanceIndex(s)] }

// Tint is the pale ground of a cell with a position of the stance.
func (t *Theme) Tint(s data.Stance) color.NRGBA { return t.tints[stanceIndex(s)].ground }

// OnTint is the colour of the stance's name on its tint, and on the background.
func (t *Theme) OnTint(s data.Stance) color.NRGBA { return t.tints[stanceIndex(s)].ink }

// OnStance is the colour of a label on a bar of the stance.
func (t *Theme) OnStance(s data.Stance) color.NRGBA {
	if Contrast(t.OnBar, t.Stance(s)) >= 3 { // WCAG 2.2's bound for marks and large text
		return t.OnBar
	}
	return t.OnLightBar
}

// ActorColor is the colour of the actor with the number i in its case: ten that
// colour-blind eyes can tell apart, then the same again, lighter and darker.
func (t *Theme) ActorColor(i int) color.NRGBA {
	if i < 0 {
		i = -i
	}
	return t.actors[i%len(t.actors)]
}

// ActorColors is the number of different colours that ActorColor gives.
func (t *Theme) ActorColors() int { return len(t.actors) }

// Light is the theme of the bright window, and of figures by default.
func Light() *Theme {
	t := &Theme{
		Background: rgb(0xFFFFFF), Lane: rgb(0xFBFCFD), Header: rgb(0xFFFFFF),
		Rule: rgb(0xDFE3EA), Grid: rgb(0xE6EAF0), MinorGrid: rgb(0xF1F4F8),
		Text: rgb(0x1A2130), Muted: rgb(0x525D77), Subtle: rgb(0x646E87),
		Primary: rgb(0x1F4E8C), OnPrimary: rgb(0xFFFFFF),
		Selection: rgb(0x1F4E8C), Hover: rgba(0x1F4E8C, 0x18),
		Overview: rgb(0xF6F8FB), Density: rgb(0xB6C3DB), Brush: rgba(0x1F4E8C, 0x1C),
		OnBar: rgb(0xFFFFFF), OnLightBar: rgb(0x1A2130),
		stances: [...]color.NRGBA{rgb(0x00916E), rgb(0xE0A100), rgb(0x5144BA), rgb(0xBE3D27), rgb(0x8D96A8)},
		tints: [...]tint{
			{rgb(0xD5F0E7), rgb(0x00664D)}, {rgb(0xFBEEC6), rgb(0x7D5A00)}, {rgb(0xE5E1FA), rgb(0x4F3FC0)},
			{rgb(0xFAE0DA), rgb(0xB0331C)}, {rgb(0xEEF1F6), rgb(0x525D77)},
		},
	}
	t.actors = shades(baseActors, 0, 0.38, -0.30)
	return t
}

// Dark is the theme of the dark window.
func Dark() *Theme {
	t := &Theme{
		Dark:       true,
		Background: rgb(0x12161E), Lane: rgb(0x171C26), Header: rgb(0x12161E),
		Rule: rgb(0x2C3443), Grid: rgb(0x242B38), MinorGrid: rgb(0x1C222D),
		Text: rgb(0xE8ECF3), Muted: rgb(0xAEB7C8), Subtle: rgb(0x8D97AB),
		Primary: rgb(0x6EA4EA), OnPrimary: rgb(0x0E131B),
		Selection: rgb(0x8FBBF5), Hover: rgba(0x8FBBF5, 0x22),
		Overview: rgb(0x161B24), Density: rgb(0x44536E), Brush: rgba(0x8FBBF5, 0x26),
		OnBar: rgb(0xFFFFFF), OnLightBar: rgb(0x11151D),
		stances: [...]color.NRGBA{rgb(0x00A87F), rgb(0xEEB931), rgb(0x6555CF), rgb(0xD35840), rgb(0xA2ABBB)},
		tints: [...]tint{
			{rgb(0x123D32), rgb(0x7FDCBF)}, {rgb(0x43360F), rgb(0xF0CC6B)}, {rgb(0x2F2A57), rgb(0xBDB3FF)},
			{rgb(0x4A221A), rgb(0xFFAB98)}, {rgb(0x2A3240), rgb(0xAEB7C8)},
		},
	}
	t.actors = shades(baseActors, 0.22, 0.5, -0.05)
	return t
}

// baseActors follow Okabe and Ito, "Color Universal Design" (2008), darkened
// where they were too pale for a thin edge on white, and moved in lightness until
// no two look alike to colour-blind eyes.
var baseActors = [...]uint32{
	0x00649D, 0x9976B8, 0xC23B22, 0xB98A00, 0x009E73,
	0xC2538B, 0x3DA2D9, 0x613F1E, 0x849057, 0x4B5563,
}

// shades repeats the base colours, each time mixed with white (above 0) or
// black (below).
func shades(base [10]uint32, mixes ...float64) []color.NRGBA {
	var out []color.NRGBA
	for _, m := range mixes {
		for _, b := range base {
			out = append(out, mix(rgb(b), m))
		}
	}
	return out
}

func mix(c color.NRGBA, m float64) color.NRGBA {
	to := 255.0
	if m < 0 {
		to, m = 0, -m
	}
	f := func(v uint8) uint8 { return uint8(float64(v)*(1-m) + to*m + 0.5) }
	return color.NRGBA{f(c.R), f(c.G), f(c.B), c.A}
}

func rgb(v uint32) color.NRGBA { return rgba(v, 0xFF) }

func rgba(v uint32, a uint8) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), a}
}

// ParseColor reads #rrggbb; ok is false for anything else.
func ParseColor(s string) (c color.NRGBA, ok bool) {
	if len(s) != 7 || s[0] != '#' {
		return c, false
	}
	var v uint32
	for _, d := range []byte(s[1:]) {
		switch {
		case d >= '0' && d <= '9':
			v = v<<4 | uint32(d-'0')
		case d|0x20 >= 'a' && d|0x20 <= 'f':
			v = v<<4 | uint32(d|0x20-'a'+10)
		default:
			return c, false
		}
	}
	return rgb(v), true
}

// StanceGlyph is the mark that says a stance without colour.
func StanceGlyph(s data.Stance) scene.Shape {
	return [...]scene.Shape{scene.Circle, scene.Equal, scene.Triangle, scene.Cross, scene.Bar}[stanceIndex(s)]
}

// StanceName is what the legend calls a stance.
func StanceName(s data.Stance) string {
	return [...]string{"Offers, supports", "Conditional", "Demands", "Rejects", "Unclear"}[stanceIndex(s)]
}

// StanceWord is what a cell or a pill calls a stance.
func StanceWord(s data.Stance) string {
	return [...]string{"Offers", "Conditional", "Demands", "Rejects", "Unclear"}[stanceIndex(s)]
}
