package timeline

import (
	"image/color"

	"demarche/data"
	"demarche/timeline/scene"
	"demarche/timeline/sheet"
)

// The signs of uncertainty, drawn in the picture and in its legend alike:
//
//	sharp edge      known to the day
//	fading edge     the date is coarse or doubtful
//	‹ and fading    nobody says since when
//	› and fading    nothing says that it ended
//	notch and paler the last that was heard of it
//	hatched         told by others
//	hollow          disputed
//	caps            a red line

// chevron points out of a bar or box at x, to the left or to the right.
func chevron(s *scene.Scene, of int32, x, y float32, right bool, c color.NRGBA) {
	tip := x + 4
	if !right {
		tip = x - 4
	}
	for _, dy := range [...]float32{-4, 4} {
		s.Add(scene.Item{Op: scene.OpLine, Of: of, X0: x, X1: tip, Y0: y + dy, Y1: y, Stroke: c, Width: 1.5})
	}
}

// redCap is a bracket over the end of a bar at x: this far and no further.
func redCap(s *scene.Scene, of int32, x, y, half float32, right bool, c color.NRGBA) {
	x0, x1 := x-2, x+5
	if right {
		x0, x1 = x-5, x+2
	}
	stem := x0
	if right {
		stem = x1 - 2.5
	}
	s.Add(scene.Item{Op: scene.OpRect, Of: of, X0: stem, X1: stem + 2.5, Y0: y - half, Y1: y + half, Fill: c})
	for _, at := range [...]float32{y - half, y + half - 2} {
		s.Add(scene.Item{Op: scene.OpRect, Of: of, X0: x0, X1: x1, Y0: at, Y1: at + 2, Fill: c})
	}
}

// heardNotch parts what was heard of a bar from what is presumed, without
// touching its label.
func heardNotch(s *scene.Scene, of int32, x, y, half float32, ground color.NRGBA) {
	for _, at := range [...]float32{y - half, y + half - 4} {
		s.Add(scene.Item{Op: scene.OpRect, Of: of, X0: x - 1.25, X1: x + 1.25, Y0: at, Y1: at + 4, Fill: ground})
	}
}

// hatchMark draws the hatch of a small mark, as wide as its diamond.
func hatchMark(s *scene.Scene, of int32, x, y float32, c color.NRGBA) {
	for _, u := range [...]float32{-2, 2} {
		s.Add(scene.Item{Op: scene.OpLine, Of: of, X0: x + (u-5)/2, X1: x + (u+5)/2, Y0: y + (u+5)/2, Y1: y + (u-5)/2, Stroke: c, Width: 1.1})
	}
}

// vagueBand is the time in which an event may lie.
func vagueBand(s *scene.Scene, of int32, x0, x1, y float32, c color.NRGBA) {
	s.Add(scene.Item{
		Op: scene.OpRect, Of: of, X0: x0, X1: x1, Y0: y - 4, Y1: y + 4, Radius: 4,
		Fill: fade(c, 0.22), FadeIn: (x1 - x0) / 3, FadeOut: (x1 - x0) / 3,
	})
}

// signs are the entries of a legend for what is seen.
func (p *Plot) signs(seen *seen, folds bool) []sheet.Entry {
	var out []sheet.Entry
	t, line := p.theme, p.theme.Muted
	add := func(shown bool, text string, width float32, draw func(s *scene.Scene, x, y float32)) {
		if shown {
			out = append(out, sheet.Entry{Text: text, Width: width, Draw: draw})
		}
	}
	bar := func(it scene.Item, more func(s *scene.Scene, x, y float32)) func(s *scene.Scene, x, y float32) {
		box := sheet.BoxSign(it)
		return func(s *scene.Scene, x, y float32) {
			box(s, x, y)
			if more != nil {
				more(s, x, y)
			}
		}
	}
	diamond := sheet.MarkSign(scene.Diamond, t.Background, line, 0)
	add(seen.event, "event", 13, diamond)
	add(seen.about, "event, day not certain", 24, func(s *scene.Scene, x, y float32) {
		vagueBand(s, 0, x, x+24, y, line)
		diamond(s, x+6, y)
	})
	add(seen.stretch, "event that lasted", 22, sheet.BoxSign(scene.Item{Radius: 3.5, Fill: line}))
	add(seen.planned, "planned", 13, sheet.MarkSign(scene.Diamond, t.Background, line, 2.5))
	add(seen.hypothetical, "hypothetical", 13, sheet.MarkSign(scene.Circle, t.Background, line, 0))
	add(seen.denied, "denied", 13, deniedSign(t.Background, line))
	add(folds, "several, too close to tell apart", 22, p.foldSign())
	add(seen.redLine, "red line", 22, bar(scene.Item{Fill: fade(line, 0.5)}, func(s *scene.Scene, x, y float32) {
		redCap(s, 0, x+1, y, 8, false, t.Text)
		s.Add(scene.Item{Op: scene.OpMark, Shape: scene.Diamond, X0: x + 13, Y0: y, Size: 9, Fill: t.Text})
	}))
	add(seen.soft, "start or end not certain", 22, bar(scene.Item{Fill: line, FadeIn: 14}, nil))
	add(seen.since, "nobody says since when", 26, bar(scene.Item{Fill: line, FadeIn: 14}, func(s *scene.Scene, x, y float32) {
		chevron(s, 0, x+4, y, false, line)
	}))
	add(seen.held, "nobody says until when", 26, bar(scene.Item{Fill: line, FadeOut: 14}, func(s *scene.Scene, x, y float32) {
		chevron(s, 0, x+18, y, true, line)
	}))
	add(seen.heard, "last heard of", 22, bar(scene.Item{Fill: line}, func(s *scene.Scene, x, y float32) {
		s.Add(scene.Item{Op: scene.OpRect, X0: x + 11, X1: x + 22, Y0: y - 6, Y1: y + 6, Fill: fade(t.Background, 0.4)})
		heardNotch(s, 0, x+11, y, 6, t.Background)
	}))
	add(seen.hatched, "told by others", 22, bar(scene.Item{Fill: line, Hatch: true}, nil))
	add(seen.disputed, "disputed", 22, bar(scene.Item{Fill: fade(line, 0.14), Stroke: line, Width: 1.5}, nil))
	add(seen.dimmed, "after the as-of date", 22, bar(scene.Item{Fill: fade(line, dimmed)}, nil))
	return out
}

// Key explains every sign that a timeline can show, for those who ask.
func (p *Plot) Key() []sheet.Entry {
	all := seen{
		event: true, about: true, stretch: true, planned: true, hypothetical: true, denied: true, redLine: true,
		soft: true, since: true, held: true, heard: true, hatched: true, disputed: true, dimmed: true,
	}
	var out []sheet.Entry
	for _, s := range data.Stances() {
		out = append(out, sheet.Entry{Text: StanceName(s), Width: 22, Draw: StanceSign(p.theme, s)})
	}
	return append(out, p.signs(&all, true)...)
}
