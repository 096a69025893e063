package timeline

import (
	"image/color"
	"slices"

	"demarche/data"
	"demarche/timeline/scene"
)

// legendEntry explains one thing that a picture shows.
type legendEntry struct {
	text   string
	width  float32 // of the sign
	draw   func(s *scene.Scene, x, y float32)
	parted bool // a rule stands before it
}

const (
	legendPitch = 24
	legendGap   = 22 // between entries
	signGap     = 8  // between a sign and its text
)

var fontLegend = scene.Font{Size: 13}

// legend explains what the plot draws, and nothing else.
func (p *Plot) legend(v View) []legendEntry {
	seen := p.seen(v)
	var out []legendEntry
	for _, s := range data.Stances() {
		if seen.stances[s] {
			out = append(out, legendEntry{text: StanceName(s), width: 22, draw: p.stanceSign(s)})
		}
	}
	first := len(out)
	add := func(shown bool, text string, width float32, draw func(s *scene.Scene, x, y float32)) {
		if shown {
			out = append(out, legendEntry{text: text, width: width, draw: draw, parted: len(out) == first && first > 0})
		}
	}
	line, t := p.theme.Muted, p.theme
	add(seen.event, "event", 13, markSign(scene.Diamond, t.Background, line, 0))
	add(seen.stretch, "event that lasted", 22, boxSign(scene.Item{Radius: 3.5, Fill: line}))
	add(seen.planned, "planned", 13, markSign(scene.Diamond, t.Background, line, 2.5))
	add(seen.hypothetical, "hypothetical", 13, markSign(scene.Circle, t.Background, line, 0))
	add(seen.denied, "denied", 13, deniedSign(t.Background, line))
	add(p.folds(v), "several, too close to tell apart", 22, p.foldSign())
	add(seen.redLine, "red line", 11, markSign(scene.Diamond, t.Text, color.NRGBA{}, 0))
	add(seen.fading, "fading: still held, or date uncertain", 24, boxSign(scene.Item{Fill: line, FadeOut: 18}))
	add(seen.hatched, "told by others", 22, boxSign(scene.Item{Fill: line, Hatch: true}))
	add(seen.disputed, "disputed", 22, boxSign(scene.Item{Fill: fade(line, 0.14), Stroke: line, Width: 1.5}))
	add(seen.dimmed, "after the as-of date", 22, boxSign(scene.Item{Fill: fade(line, dimmed)}))
	return out
}

// seen is what a plot shows that needs a word.
type seen struct {
	stances                                       map[data.Stance]bool
	event, stretch, planned, hypothetical, denied bool
	redLine, fading, hatched, disputed, dimmed    bool
	actors                                        []data.ID // whose colours show, in order of time
}

func (p *Plot) seen(v View) seen {
	out := seen{stances: map[data.Stance]bool{}}
	known := map[data.ID]bool{}
	parent := Parents(p.c)
	for i := range p.items {
		it := &p.items[i]
		if it.start >= v.Window.To || it.end < v.Window.From {
			continue
		}
		out.item(it)
		at := it.start
		if v.ByKnown {
			at = it.known
		}
		out.dimmed = out.dimmed || v.ShowAsOf && at > v.AsOf
		if who := root(whose(it), parent); who != "" && !known[who] {
			known[who] = true
			out.actors = append(out.actors, who)
		}
	}
	return out
}

// whose is the actor in whose colour an item is drawn, "" for none.
func whose(it *item) data.ID {
	switch {
	case it.bar():
		return it.position.Holder()
	case len(it.event.Actors) > 0:
		return it.event.Actors[0]
	}
	return ""
}

func (s *seen) item(it *item) {
	s.disputed = s.disputed || it.is(disputed)
	s.fading = s.fading || it.is(openStart|openEnd|softStart|softEnd|vague)
	if it.bar() {
		s.stances[it.position.Stance] = true
		s.redLine = s.redLine || it.is(redLine)
		s.hatched = s.hatched || it.is(byOthers)
		return
	}
	s.hatched = s.hatched || it.is(byOthers) && it.is(interval)
	switch status := it.event.Status; {
	case status == data.Planned:
		s.planned = true
	case status == data.Hypothetical:
		s.hypothetical = true
	case status == data.Denied:
		s.denied = true
	case it.is(interval):
		s.stretch = true
	default:
		s.event = true
	}
}

// folds reports whether the picture has marks that stand for several items.
func (p *Plot) folds(v View) bool {
	var s scene.Scene
	p.Draw(&s, v)
	return slices.ContainsFunc(s.Items, func(it scene.Item) bool { return it.Op == scene.OpText && it.Font == fontCount })
}

func (p *Plot) foldSign() func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		s.Add(scene.Item{Op: scene.OpRect, X0: x, X1: x + 22, Y0: y - 8, Y1: y + 8, Radius: 8, Fill: p.theme.Overview, Stroke: p.theme.Density, Width: 1.5})
		s.Add(scene.Item{Op: scene.OpText, X0: x + 11, Y0: y + 3.6, Anchor: scene.Middle, Fill: p.theme.Text, Font: fontCount, Text: "7"})
	}
}

// stanceSign is a bar of the stance with its glyph.
func (p *Plot) stanceSign(stance data.Stance) func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		on := p.theme.OnStance(stance)
		s.Add(scene.Item{Op: scene.OpRect, X0: x, X1: x + 22, Y0: y - 7, Y1: y + 7, Radius: 3, Fill: p.theme.Stance(stance)})
		s.Add(scene.Item{Op: scene.OpMark, Shape: StanceGlyph(stance), X0: x + 11, Y0: y, Size: 8, Fill: on, Stroke: on, Width: 1.5})
	}
}

func markSign(shape scene.Shape, fill, stroke color.NRGBA, dash float32) func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		size := float32(11)
		if stroke.A == 0 {
			size = 10
		}
		s.Add(scene.Item{Op: scene.OpMark, Shape: shape, X0: x + 6, Y0: y, Size: size, Fill: fill, Stroke: stroke, Width: 1.6, Dash: dash})
	}
}

func deniedSign(fill, stroke color.NRGBA) func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		s.Add(scene.Item{Op: scene.OpMark, X0: x + 6, Y0: y, Size: 12, Fill: fill, Stroke: stroke, Width: 1.6})
		s.Add(scene.Item{Op: scene.OpMark, Shape: scene.Cross, X0: x + 6, Y0: y, Size: 7, Stroke: stroke, Width: 1.4})
	}
}

func boxSign(it scene.Item) func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		it.Op, it.X0, it.X1, it.Y0, it.Y1 = scene.OpRect, x, x+22, y-6, y+6
		s.Add(it)
	}
}

// actorLegend explains the edges of bars and the outlines of events: the actors
// whose colours show, at most twelve of them by name.
func (p *Plot) actorLegend(v View) []legendEntry {
	var out []legendEntry
	all := p.seen(v).actors
	colors := ActorColors(p.c, p.theme)
	for i, id := range all {
		a, ok := p.c.Actors.Get(id)
		if !ok {
			continue
		}
		if len(out) == 12 {
			out = append(out, legendEntry{text: "and " + countOf(len(all)-i, "other", "others")})
			break
		}
		c := colors[id]
		out = append(out, legendEntry{text: a.Name, width: 18, draw: func(s *scene.Scene, x, y float32) {
			s.Add(scene.Item{Op: scene.OpRect, X0: x, X1: x + 4, Y0: y - 7, Y1: y + 7, Fill: c})
			s.Add(scene.Item{Op: scene.OpMark, X0: x + 13, Y0: y, Size: 10, Fill: p.theme.Background, Stroke: c, Width: 1.6})
		}})
	}
	return out
}

// drawLegend sets entries in lines from x to until, the first centred on y, and
// gives where the next line would stand. With s nil it only measures.
func (p *Plot) drawLegend(s *scene.Scene, entries []legendEntry, x0, until, y float32) float32 {
	x := x0
	for _, e := range entries {
		w := e.width + signGap + p.opt.Measure(fontLegend, e.text)
		if e.draw == nil {
			w -= e.width + signGap
		}
		parted := e.parted && x > x0 && x+legendGap+w <= until
		if x > x0 && x+w > until || x > x0 && e.parted && !parted {
			x, y = x0, y+legendPitch
		}
		if parted {
			if s != nil {
				s.Add(scene.Item{Op: scene.OpRect, X0: x - 1, X1: x, Y0: y - 8, Y1: y + 8, Fill: p.theme.Rule})
			}
			x += legendGap
		}
		if s != nil {
			p.drawEntry(s, e, x, until, y)
		}
		x += w + legendGap
	}
	if len(entries) > 0 {
		y += legendPitch
	}
	return y
}

func (p *Plot) drawEntry(s *scene.Scene, e legendEntry, x, until, y float32) {
	if e.draw != nil {
		e.draw(s, x, y)
		x += e.width + signGap
	}
	s.Add(scene.Item{Op: scene.OpText, X0: x, X1: until, Y0: y + 4.6, Fill: p.theme.Text, Font: fontLegend, Text: e.text})
}
