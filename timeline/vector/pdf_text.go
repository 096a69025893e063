package vector

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

func (p *pdf) text(it *scene.Item) {
	if it.Fill.A == 0 || it.Font.Size <= 0 {
		return
	}
	text := p.faces.FitString(it.Font, it.Text, it.FitWidth())
	run := p.faces.Shape(it.Font.Weight, text)
	if strings.TrimSpace(text) == "" {
		return
	}
	x := it.X0 - run.Advance*it.Font.Size*[...]float32{scene.Start: 0, scene.Middle: 0.5, scene.End: 1}[min(it.Anchor, scene.End)]
	p.fillColor(it.Fill)
	if !run.Simple || !basic(text) {
		p.shapes(run, x, it)
		return
	}
	text = printable(text)
	p.SetFont(family(it.Font.Weight), "", float64(it.Font.Size)*p.k)
	p.SetTextColor(int(it.Fill.R), int(it.Fill.G), int(it.Fill.B))
	// Kerning is spread evenly, so that a text is as wide as it was measured.
	spare := float64(run.Advance*it.Font.Size)*p.k - p.GetStringWidth(text)
	p.RawWriteStr(fmt.Sprintf("%.4f Tc\n", spare/float64(max(1, utf8.RuneCountInString(text)))))
	p.Text(p.at(x), p.at(it.Y0), text)
	p.RawWriteStr("0 Tc\n")
}

// basic reports whether the PDF writer can set the text: it knows the first
// plane of Unicode only.
func basic(text string) bool {
	for _, r := range text {
		if r > 0xFFFF || r == utf8.RuneError {
			return false
		}
	}
	return true
}

func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r >= 0x7F && r < 0xA0 {
			return ' '
		}
		return r
	}, text)
}

// shapes fills the outlines of a run's glyphs.
func (p *pdf) shapes(run *typeface.Run, x float32, it *scene.Item) {
	any := false
	for _, g := range run.Glyphs {
		p.segments = p.faces.Outline(g.Font, g.ID, p.segments[:0])
		place := func(q scene.Point) (float64, float64) {
			return p.at(x + (g.X+q.X)*it.Font.Size), p.at(it.Y0 + (g.Y+q.Y)*it.Font.Size)
		}
		var last scene.Point
		for i, s := range p.segments {
			if s.Verb == typeface.Move && i > 0 {
				p.ClosePath()
			}
			p.segment(s, last, place)
			last = s.P[pointsOf[s.Verb]-1]
		}
		if len(p.segments) > 0 {
			p.ClosePath()
			any = true
		}
	}
	if any {
		p.DrawPath("F")
	}
}

func (p *pdf) segment(s typeface.Segment, last scene.Point, place func(scene.Point) (float64, float64)) {
	x0, y0 := place(s.P[0])
	switch s.Verb {
	case typeface.Move:
		p.MoveTo(x0, y0)
	case typeface.Line:
		p.LineTo(x0, y0)
	case typeface.Quad: // raised to a cubic
		third := func(a, b scene.Point) scene.Point {
			return scene.Point{X: a.X + (b.X-a.X)*2/3, Y: a.Y + (b.Y-a.Y)*2/3}
		}
		ax, ay := place(third(last, s.P[0]))
		bx, by := place(third(s.P[1], s.P[0]))
		x, y := place(s.P[1])
		p.CurveBezierCubicTo(ax, ay, bx, by, x, y)
	case typeface.Cubic:
		x1, y1 := place(s.P[1])
		x2, y2 := place(s.P[2])
		p.CurveBezierCubicTo(x0, y0, x1, y1, x2, y2)
	}
}
