// Package specimen is a sheet with every primitive of a scene in its variants,
// for the tests of the painters.
package specimen

import (
	"image/color"

	"demarche/timeline/scene"
)

// Hostile are labels that a document may bring.
func Hostile() []string {
	return []string{
		`<script>alert("x")</script>`, `"quotes" & 'more' ]]>`, "tab\tnew\nline\x00\x07\x1b[31m", "שלום 12 עולם", "مرحبا بالعالم",
		"e\u0301 naïve", "👩‍🚀 🇺🇦", "\u202eevil\u202c", "\xff\xfe broken", "a\uffffb", "한국어 中文",
	}
}

// Sheet is the specimen, 640 × 480, bright or dark.
func Sheet(dark bool) *scene.Scene {
	ground, text := rgb(0xFFFFFF), rgb(0x1A2130)
	if dark {
		ground, text = rgb(0x12161E), rgb(0xE8ECF3)
	}
	s := &scene.Scene{W: 640, H: 480, Background: ground}
	boxes(s)
	marks(s, text)
	lines(s, text)
	texts(s, text)
	clipped(s, text)
	return s
}

func boxes(s *scene.Scene) {
	for i, fill := range []uint32{0x00916E, 0xE0A100, 0x6B5BD2, 0xC8442C, 0x8A93A5} {
		y := float32(12 + 28*i)
		bar := scene.Item{Op: scene.OpRect, X0: 10.3, Y0: y, X1: 200.6, Y1: y + 20, Fill: rgb(fill)}
		switch i {
		case 1:
			bar.FadeOut = 90
		case 2:
			bar.FadeIn, bar.FadeOut = 60, 100
		case 3:
			bar.Hatch = true
		case 4:
			bar.Hatch, bar.FadeOut = true, 120
		}
		s.Add(bar)
		round := scene.Item{Op: scene.OpRect, X0: 220, Y0: y, X1: 300, Y1: y + 20, Radius: float32(2 * (i + 1)), Fill: rgb(fill)}
		round.Fill.A = uint8(255 - 40*i)
		s.Add(round)
		hollow := scene.Item{Op: scene.OpRect, X0: 320, Y0: y, X1: 400, Y1: y + 20, Stroke: rgb(fill), Width: 1 + float32(i)/2}
		if i > 1 {
			hollow.Radius = float32(2 * i)
		}
		if i > 2 {
			hollow.Dash = 4
		}
		s.Add(hollow)
	}
}

func marks(s *scene.Scene, text color.NRGBA) {
	for shape := scene.Diamond; shape <= scene.Equal; shape++ {
		x := float32(20 + 26*int(shape))
		s.Add(scene.Item{Op: scene.OpMark, Shape: shape, X0: x, Y0: 170, Size: 14, Fill: rgb(0x0072B2)})
		s.Add(scene.Item{Op: scene.OpMark, Shape: shape, X0: x + .4, Y0: 196.3, Size: 14, Stroke: rgb(0x7B4EA3), Width: 2})
		s.Add(scene.Item{Op: scene.OpMark, Shape: shape, X0: x, Y0: 222, Size: 16, Fill: rgb(0xE0A100), Stroke: text, Width: 1, Dash: 3})
	}
}

func lines(s *scene.Scene, text color.NRGBA) {
	for i := range 4 {
		x := float32(430 + 20*i)
		s.Add(scene.Item{Op: scene.OpLine, X0: x, Y0: 10, X1: x, Y1: 150, Stroke: text, Width: float32(i), Dash: float32(i % 2 * 4)})
		s.Add(scene.Item{Op: scene.OpLine, X0: 530, Y0: float32(10 + 30*i), X1: 630, Y1: float32(10 + 14*i*i), Stroke: rgb(0xC8442C), Width: 1.5, Dash: float32(i / 2 * 6)})
	}
	s.AddPath(scene.Item{Op: scene.OpPolygon, Fill: rgb(0x009E73), Stroke: text, Width: 2},
		scene.Point{X: 300, Y: 160}, scene.Point{X: 360, Y: 180}, scene.Point{X: 340, Y: 230}, scene.Point{X: 310, Y: 200})
	s.AddPath(scene.Item{Op: scene.OpCurve, Stroke: rgb(0x1F4E8C), Width: 1.5},
		scene.Point{X: 380, Y: 220}, scene.Point{X: 420, Y: 140}, scene.Point{X: 500, Y: 260}, scene.Point{X: 620, Y: 170})
	s.AddPath(scene.Item{Op: scene.OpCurve, Stroke: rgb(0x1F4E8C), Width: 2, Dash: 5},
		scene.Point{X: 380, Y: 235}, scene.Point{X: 420, Y: 155}, scene.Point{X: 500, Y: 275}, scene.Point{X: 620, Y: 185})
}

func texts(s *scene.Scene, text color.NRGBA) {
	label := func(x, y, size float32, w scene.Weight, a scene.Anchor, t string) *scene.Item {
		s.Add(scene.Item{Op: scene.OpText, X0: x, Y0: y, Text: t, Anchor: a, Fill: text, Font: scene.Font{Size: size, Weight: w}})
		return &s.Items[len(s.Items)-1]
	}
	label(10, 262, 20, scene.Bold, scene.Start, "Security guarantees move closer")
	label(10, 282, 12, scene.Regular, scene.Start, "Agreement claimed on 90 per cent of the issues; AVATAR, To.")
	label(10, 302, 12, scene.Semibold, scene.Start, "Переговоры в Берлине, Διαπραγματεύσεις")
	label(630, 262, 12, scene.Regular, scene.End, "ends here")
	label(500, 282, 12, scene.Regular, scene.Middle, "about the middle")
	label(400, 302, 12, scene.Bold, scene.Start, "this label is cut off").X1 = 470
	for i, t := range Hostile() {
		label(float32(10+210*(i%3)), float32(330+22*(i/3)), 13, scene.Regular, scene.Start, t).X1 = float32(200 + 210*(i%3))
	}
}

func clipped(s *scene.Scene, text color.NRGBA) {
	s.Add(scene.Item{Op: scene.OpClip, X0: 20, Y0: 420, X1: 400, Y1: 470})
	s.Add(scene.Item{Op: scene.OpRect, X0: -50, Y0: 400, X1: 500, Y1: 440, Fill: color.NRGBA{0x1F, 0x4E, 0x8C, 0x60}})
	s.Add(scene.Item{Op: scene.OpClip, X0: 100, Y0: 430, X1: 700, Y1: 600})
	s.Add(scene.Item{Op: scene.OpRect, X0: 0, Y0: 0, X1: 640, Y1: 480, Fill: color.NRGBA{0xE0, 0xA1, 0, 0x80}})
	s.Add(scene.Item{Op: scene.OpUnclip})
	s.Add(scene.Item{Op: scene.OpText, X0: 380, Y0: 460, Text: "cut by the clip", Fill: text, Font: scene.Font{Size: 16}})
	s.Add(scene.Item{Op: scene.OpUnclip})
}

func rgb(v uint32) color.NRGBA { return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255} }
