package sheet

import (
	"image/color"

	"demarche/timeline/scene"
)

// Entry explains one thing that a picture shows.
type Entry struct {
	Text   string
	Width  float32 // of the sign
	Draw   func(s *scene.Scene, x, y float32)
	Parted bool // a rule stands before it
}

const (
	legendPitch = 24
	legendGap   = 22 // between entries
	signGap     = 8  // between a sign and its text
)

var fontLegend = scene.Font{Size: 13}

// Legend sets entries in lines, the first centred on y, and gives where the next
// line would stand.
func (s *Sheet) Legend(sc *scene.Scene, entries []Entry, y float32) float32 {
	x0, until := s.Margin, s.W-s.Margin
	x := x0
	for _, e := range entries {
		w := e.Width + signGap + s.Measure(fontLegend, e.Text)
		if e.Draw == nil {
			w -= e.Width + signGap
		}
		parted := e.Parted && x > x0 && x+legendGap+w <= until
		if x > x0 && x+w > until || x > x0 && e.Parted && !parted {
			x, y = x0, y+legendPitch
		}
		if parted {
			if sc != nil {
				sc.Add(scene.Item{Op: scene.OpRect, X0: x - 1, X1: x, Y0: y - 8, Y1: y + 8, Fill: s.Ink.Rule})
			}
			x += legendGap
		}
		if sc != nil {
			s.entry(sc, e, x, until, y)
		}
		x += w + legendGap
	}
	if len(entries) > 0 {
		y += legendPitch
	}
	return y
}

func (s *Sheet) entry(sc *scene.Scene, e Entry, x, until, y float32) {
	if e.Draw != nil {
		e.Draw(sc, x, y)
		x += e.Width + signGap
	}
	sc.Add(scene.Item{Op: scene.OpText, X0: x, X1: until, Y0: y + 4.6, Fill: s.Ink.Text, Font: fontLegend, Text: e.Text})
}

// MarkSign is a mark as the sign of an entry, about 12 pixels wide.
func MarkSign(shape scene.Shape, fill, stroke color.NRGBA, dash float32) func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		size := float32(11)
		if stroke.A == 0 {
			size = 10
		}
		s.Add(scene.Item{Op: scene.OpMark, Shape: shape, X0: x + 6, Y0: y, Size: size, Fill: fill, Stroke: stroke, Width: 1.6, Dash: dash})
	}
}

// BoxSign is a box as the sign of an entry, 22 pixels wide.
func BoxSign(it scene.Item) func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		it.Op, it.X0, it.X1, it.Y0, it.Y1 = scene.OpRect, x, x+22, y-6, y+6
		s.Add(it)
	}
}
