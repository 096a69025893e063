package timeline

import (
	"image/color"

	"demarche/data"
	"demarche/timeline/scene"
)

// bar draws a position: the actor's colour as its left edge, the stance's as
// its fill, with the stance's glyph; hatched where others tell it, hollow where
// it is disputed, fading where its start or end is not certain.
func (d *pen) bar(it *item, g *glyph, y float32) {
	stance := it.position.Stance
	fill := d.theme.Stance(stance)
	of := d.now
	x0, x1 := g.x0, g.x1
	box := scene.Item{
		Op: scene.OpRect, Of: of, X0: x0, X1: x1, Y0: y - barHeight/2, Y1: y + barHeight/2,
		Fill: d.shade(it, fill), Hatch: it.is(byOthers), FadeIn: d.fadeIn(it, x0, x1), FadeOut: d.fadeOut(it, x0, x1),
	}
	switch {
	case it.is(disputed):
		box.Fill, box.Stroke, box.Width = d.shade(it, fade(fill, 0.14)), d.shade(it, fill), 1.5
	case it.is(openEnd):
		box.Fill = d.shade(it, over(fill, d.theme.Lane, presumed))
	}
	d.s.Add(box)
	if heard := d.x(it.heard); it.heardShows() && heard > x0+8 {
		solid := box
		solid.X1, solid.Fill, solid.FadeOut = min(heard, x1-box.FadeOut), d.shade(it, fill), 0
		d.s.Add(solid)
	}
	d.ends(it, x0, x1, y)
	if edge := max(g.t0, d.left); !it.is(openStart) || edge > x0 {
		edge = min(edge, x1-4)
		d.s.Add(scene.Item{
			Op: scene.OpRect, Of: of, X0: edge, X1: edge + 4, Y0: box.Y0, Y1: box.Y1, Fill: d.shade(it, it.color),
		})
	}
	if it.is(redLine) && x1-x0 > 14 {
		ink := d.shade(it, d.theme.Text)
		if edge := max(g.t0, x0); edge > d.left-8 {
			redCap(d.s, of, edge, y, barHeight/2+3, false, ink)
		}
		if !it.is(openEnd) {
			redCap(d.s, of, x1, y, barHeight/2+3, true, ink)
		}
	}
	d.barLabel(it, g, y, &box)
	if heard := d.x(it.heard); it.heardShows() && heard > x0+glyphRoom && heard < x1-10 { // not through the glyph
		heardNotch(d.s, of, heard, y, barHeight/2, d.theme.Lane)
	}
}

// glyphRoom is what the edge and the glyph at the start of a bar take, in pixels.
const glyphRoom = 22

// heardShows reports whether a bar shows until when it was heard of.
func (it *item) heardShows() bool {
	return it.is(openEnd) && !it.is(disputed|softStart|openStart)
}

// ends draws a chevron at an end of a bar or box that no source tells.
func (d *pen) ends(it *item, x0, x1, y float32) {
	if x1-x0 < 24 {
		return
	}
	c := d.shade(it, d.theme.Muted)
	if it.is(openStart) && x0 > d.left-8 {
		chevron(d.s, d.now, x0+5, y, false, c)
	}
	if it.is(openEnd) && x1 < d.W+8 {
		chevron(d.s, d.now, x1-5, y, true, c)
	}
}

// presumed is how much of its colour a bar keeps after the last that was heard
// of it. The colour stays opaque, which is faster to paint.
const presumed = 0.86

// over is the color c laid over the ground with an opacity of k.
func over(c, ground color.NRGBA, k float32) color.NRGBA {
	f := func(a, b uint8) uint8 { return uint8(float32(a)*k + float32(b)*(1-k) + 0.5) }
	return color.NRGBA{f(c.R, ground.R), f(c.G, ground.G), f(c.B, ground.B), c.A}
}

func (d *pen) barLabel(it *item, g *glyph, y float32, box *scene.Item) {
	stance := it.position.Stance
	x := max(g.t0, d.left) + 4
	on := d.theme.OnStance(stance)
	end := x + glyphW
	if g.label == inside {
		end += it.fullW()
	}
	until := min(g.x1, d.W) - 6
	if at := d.cutAt(it, x, min(end, d.W), box, on); g.label == inside && at > 0 {
		until, end = min(until, at), at
	}
	if it.is(disputed) || opacity(box, x+8) < 0.6 || opacity(box, min(end, d.W)) < 0.5 {
		on = d.theme.Text
	} else if it.is(byOthers) {
		d.backing(box, x, end)
	}
	on = d.shade(it, on)
	if min(g.x1, d.W)-x >= 14 {
		d.s.Add(scene.Item{
			Op: scene.OpMark, Of: d.now, Shape: StanceGlyph(stance), X0: x + 8, Y0: y, Size: 8,
			Fill: on, Stroke: on, Width: 1.5,
		})
	}
	switch g.label {
	case inside:
		d.label(it, x+glyphW, y, until, on)
	case atLeft, atRight:
		d.label(it, g.l0, y, min(g.l1+2, d.W-4), d.shade(it, d.theme.Text))
	}
}

// cutAt is where a label that would be lost in the end that fades is cut, so that
// it need not become a dark one on a dark bar for a word more; 0 where it need
// not be cut, or where less than half of it would be left.
func (d *pen) cutAt(it *item, x, end float32, box *scene.Item, on color.NRGBA) float32 {
	at, fits := box.X1-box.FadeOut*0.55, opacity(box, end) >= 0.5
	if it.is(byOthers) { // what is hatched reads only where it is filled behind the label
		at = box.X1 - box.FadeOut
		fits = end <= at+4
	}
	lost := Contrast(on, d.theme.Background) < 4.5 || it.is(byOthers)
	if fits || !lost || it.is(disputed) || opacity(box, x+8) < 0.6 || (at-x)*2 < end-x || at-x < glyphW+minBarText {
		return 0
	}
	return at
}

// backing fills a hatched bar behind its glyph and label, so that they read.
func (d *pen) backing(box *scene.Item, x, until float32) {
	b := *box
	b.X0, b.X1 = x, min(until+4, box.X1-box.FadeOut)
	b.FadeIn, b.FadeOut, b.Hatch = 0, 0, false
	if b.X1 > b.X0 {
		d.s.Add(b)
	}
}

// opacity is how much of a box's fill shows at x, 0 to 1.
func opacity(box *scene.Item, x float32) float32 {
	k := float32(box.Fill.A) / 255
	if in := x - box.X0; in < box.FadeIn {
		k *= max(in, 0) / box.FadeIn
	}
	if out := box.X1 - x; out < box.FadeOut {
		k *= max(out, 0) / box.FadeOut
	}
	return k
}

// label draws the bold name and the text of an item between x and until, and
// the sign of a red line after a position's.
func (d *pen) label(it *item, x, y, until float32, c color.NRGBA) {
	font, base := fontBar, y+4.2
	if !it.bar() {
		font, base = fontLabel, y+4.4
	}
	red := it.bar() && it.is(redLine)
	end := until - it.noteW
	if red {
		end -= redLineW
	}
	if it.nameW > 0 {
		d.text(x, base, end, fontName, c, it.name)
		x += it.nameW + nameGap
	}
	if it.textW > 0 && end-x > 12 {
		d.text(x, base, end, font, c, it.text)
		x = min(x+it.textW, end)
	}
	if it.noteW > 0 && x+it.noteW <= until+1 {
		d.text(x, base, 0, font, c, it.note)
		x += it.noteW
	}
	if red && until-x >= redLineW-8 {
		d.s.Add(scene.Item{Op: scene.OpMark, Of: d.now, Shape: scene.Diamond, X0: x + 10, Y0: y, Size: 9, Fill: c})
		d.text(x+20, base, 0, font, c, "red line")
	}
}

func (d *pen) fadeIn(it *item, x0, x1 float32) float32 {
	if !it.is(softStart | openStart) {
		return 0
	}
	return min(max(d.x(it.sureFrom)-x0, 10), x1-x0)
}

func (d *pen) fadeOut(it *item, x0, x1 float32) float32 {
	if !it.is(softEnd | openEnd) {
		return 0
	}
	return min(max(x1-d.x(it.fadeFrom), 10), x1-x0)
}

// event draws a mark: a diamond for a day, a box for a stretch, with a pale band
// over the time in which a vague date may lie.
func (d *pen) event(it *item, g *glyph, y float32, dense bool) {
	if it.bar() { // a position in the dense row
		d.mark(it, scene.Square, (g.b0+g.b1)/2, y, 10, d.theme.Stance(it.position.Stance))
	} else {
		c := d.shade(it, it.color)
		if it.is(vague) && !dense && g.x1-g.x0 > 2*markHalf {
			vagueBand(d.s, d.now, g.x0, g.x1, y, c)
		}
		if it.is(interval) && !dense {
			d.box(it, g, y)
		} else {
			d.mark(it, shapeOf(it.event.Status), (g.b0+g.b1)/2, y, 12, d.theme.Background)
		}
	}
	switch g.label {
	case atLeft, atRight:
		d.label(it, g.l0, y, min(g.l1+2, d.W-4), d.shade(it, d.theme.Text))
	case inside:
		c := d.shade(it, d.theme.OnPrimary)
		if it.is(disputed|vague|openStart|openEnd) || it.event.Status != data.Happened {
			c = d.shade(it, d.theme.Text)
		}
		d.label(it, max(g.x0, d.left)+barPad, y, min(g.x1, d.W)-6, c)
	}
}

// box draws an event that lasted: filled where it happened, in outline where it
// is planned, hypothetical, denied or disputed.
func (d *pen) box(it *item, g *glyph, y float32) {
	c := d.shade(it, it.color)
	box := scene.Item{
		Op: scene.OpRect, Of: d.now, X0: g.b0, X1: g.b1, Y0: y - 7.5, Y1: y + 7.5, Radius: 3.5,
		Fill: c, Hatch: it.is(byOthers),
	}
	if it.is(disputed) || it.event.Status != data.Happened {
		box.Fill, box.Stroke, box.Width = fade(c, 0.14), c, 1.5
		if it.event.Status != data.Happened {
			box.Dash = 3
		}
	}
	third := (g.b1 - g.b0) / 3
	if it.is(openStart) || it.is(vague) {
		box.FadeIn = third
	}
	if it.is(openEnd) || it.is(vague) {
		box.FadeOut = third
	}
	d.s.Add(box)
	d.ends(it, g.b0, g.b1, y)
	if it.event.Status == data.Denied {
		d.s.Add(scene.Item{Op: scene.OpMark, Of: d.now, Shape: scene.Cross, X0: (g.b0 + g.b1) / 2, Y0: y, Size: 9, Stroke: c, Width: 2})
	}
}

func (d *pen) mark(it *item, shape scene.Shape, x, y, size float32, fill color.NRGBA) {
	c := d.shade(it, it.color)
	m := scene.Item{Op: scene.OpMark, Of: d.now, Shape: shape, X0: x, Y0: y, Size: size, Fill: fill, Stroke: c, Width: 2}
	if it.event != nil {
		switch {
		case it.is(disputed):
			d.s.Add(scene.Item{Op: scene.OpMark, Of: d.now, Shape: shape, X0: x, Y0: y, Size: size + 6, Stroke: c, Width: 1})
		case it.event.Status == data.Planned:
			m.Dash = 3.4
		}
	}
	d.s.Add(m)
	if it.event != nil && it.is(byOthers) {
		hatchMark(d.s, d.now, x, y, c)
	}
	if it.event != nil && it.event.Status == data.Denied {
		d.s.Add(scene.Item{Op: scene.OpLine, Of: d.now, X0: x - 8, X1: x + 8, Y0: y + 8, Y1: y - 8, Stroke: c, Width: 1.5})
	}
}

func shapeOf(s data.EventStatus) scene.Shape {
	if s == data.Hypothetical {
		return scene.Circle
	}
	return scene.Diamond
}
