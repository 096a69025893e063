package timeline

import (
	"image/color"
	"slices"

	"demarche/data"
	"demarche/timeline/scene"
	"demarche/timeline/sheet"
)

// legend explains what the plot draws, and nothing else.
func (p *Plot) legend(v View) []sheet.Entry {
	seen := p.seen(v)
	var out []sheet.Entry
	for _, s := range data.Stances() {
		if seen.stances[s] {
			out = append(out, sheet.Entry{Text: StanceName(s), Width: 22, Draw: StanceSign(p.theme, s)})
		}
	}
	signs := p.signs(&seen, p.folds(v))
	if len(out) > 0 && len(signs) > 0 {
		signs[0].Parted = true
	}
	return append(out, signs...)
}

// seen is what a plot shows that needs a word.
type seen struct {
	stances map[data.Stance]bool
	actors  []data.ID // whose colours show, in order of time

	event, about, stretch, planned, hypothetical, denied bool
	redLine, hatched, disputed, dimmed                   bool

	soft, since, held, heard bool // of starts and ends
}

func (p *Plot) seen(v View) seen {
	out := seen{stances: map[data.Stance]bool{}}
	known := map[data.ID]bool{}
	parent := Parents(p.c)
	for it := range p.all() {
		if it.start >= v.Window.To || it.end < v.Window.From {
			continue
		}
		out.item(it)
		out.dimmed = out.dimmed || v.later(v.told(it))
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
	s.since = s.since || it.is(openStart)
	s.held = s.held || it.is(openEnd)
	s.soft = s.soft || it.is(softStart|softEnd) || it.is(interval) && it.is(vague)
	if it.bar() {
		s.heard = s.heard || it.heardShows()
		s.stances[it.position.Stance] = true
		s.redLine = s.redLine || it.is(redLine)
		s.hatched = s.hatched || it.is(byOthers)
		return
	}
	s.hatched = s.hatched || it.is(byOthers)
	switch status := it.event.Status; {
	case status == data.Planned:
		s.planned = true
	case status == data.Hypothetical:
		s.hypothetical = true
	case status == data.Denied:
		s.denied = true
	case it.is(interval):
		s.stretch = true
	case it.is(vague):
		s.about = true
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

// StanceSign is a bar of the stance with its glyph, 22 pixels wide.
func StanceSign(t *Theme, stance data.Stance) func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		on := t.OnStance(stance)
		s.Add(scene.Item{Op: scene.OpRect, X0: x, X1: x + 22, Y0: y - 7, Y1: y + 7, Radius: 3, Fill: t.Stance(stance)})
		s.Add(scene.Item{Op: scene.OpMark, Shape: StanceGlyph(stance), X0: x + 11, Y0: y, Size: 8, Fill: on, Stroke: on, Width: 1.5})
	}
}

func deniedSign(fill, stroke color.NRGBA) func(s *scene.Scene, x, y float32) {
	return func(s *scene.Scene, x, y float32) {
		s.Add(scene.Item{Op: scene.OpMark, X0: x + 7, Y0: y, Size: 11, Fill: fill, Stroke: stroke, Width: 1.6})
		s.Add(scene.Item{Op: scene.OpLine, X0: x, X1: x + 14, Y0: y + 7, Y1: y - 7, Stroke: stroke, Width: 1.5})
	}
}

// actorLegend explains the edges of bars and the outlines of events: the actors
// whose colours show, at most twelve of them by name.
func (p *Plot) actorLegend(v View) []sheet.Entry {
	var out []sheet.Entry
	all := p.seen(v).actors
	colors := ActorColors(p.c, p.theme)
	for i, id := range all {
		a, ok := p.c.Actors.Get(id)
		if !ok {
			continue
		}
		if len(out) == 12 {
			out = append(out, sheet.Entry{Text: "and " + sheet.Count(len(all)-i, "other", "others")})
			break
		}
		c := colors[id]
		out = append(out, sheet.Entry{Text: a.Name, Width: 18, Draw: func(s *scene.Scene, x, y float32) {
			s.Add(scene.Item{Op: scene.OpRect, X0: x, X1: x + 4, Y0: y - 7, Y1: y + 7, Fill: c})
			s.Add(scene.Item{Op: scene.OpMark, X0: x + 13, Y0: y, Size: 10, Fill: p.theme.Background, Stroke: c, Width: 1.6})
		}})
	}
	return out
}
