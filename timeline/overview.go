package timeline

import (
	"slices"
	"sync"
	"sync/atomic"

	"demarche/data/edtf"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
)

// OverviewPart is what lies under the cursor in the overview.
type OverviewPart uint8

// Parts of the overview.
const (
	OverviewGround OverviewPart = iota // a click there moves the window to it
	OverviewBody                       // of the window: drags it
	OverviewFrom                       // its left edge: drags its start
	OverviewTo                         // its right edge
)

// Measures of the overview in pixels.
const (
	binPitch  = 20
	binGap    = 5
	yearsLine = 16 // at the bottom, for the years
	brushEdge = 5  // the width that catches an edge
	brushMin  = 8
)

// OverviewScale is the time scale of an overview of width w; pixels count from
// the right edge of the lane names, as in a View.
func (p *Plot) OverviewScale(w float32) scale.Scale {
	return scale.New(p.FitWindow(), float64(w-p.opt.Header-binGap))
}

// DrawOverview sets s to the overview, w × h pixels: how many items start when,
// over the whole case, and the window of v as a brush.
func (p *Plot) DrawOverview(s *scene.Scene, v View, w, h float32) {
	sc := p.scratch.Get().(*scratch)
	defer p.scratch.Put(sc)
	v.W = w
	d := pen{Plot: p, scratch: sc, frame: frame{View: v, scale: p.OverviewScale(w), left: p.opt.Header}, s: s}
	d.style = scale.Style{Names: p.opt.Names, Inner: p.small, Outer: p.outer, Spacing: 150}
	s.Reset(w, h, p.theme.Overview)
	d.rect(0, 0, w, 1, p.theme.Rule)
	if len(p.order) == 0 {
		return
	}
	b0, b1 := p.brush(v, w)
	s.Add(scene.Item{Op: scene.OpRect, X0: b0, X1: b1, Y0: 5, Y1: h - yearsLine - 2, Radius: 4, Fill: p.theme.Brush})
	d.bins(h)
	for _, x := range [...]float32{b0, b1} {
		s.Add(scene.Item{Op: scene.OpRect, X0: x - 1.5, X1: x + 1.5, Y0: h/2 - 14, Y1: h/2 + 4, Radius: 1.5, Fill: p.theme.Primary})
	}
	sc.over.Layout(d.scale, d.style)
	for _, l := range sc.over.Inner {
		d.text(d.left+float32(l.X)-labelLead, h-4, 0, fontSmall, p.theme.Subtle, l.Text)
	}
	d.text(laneLeft, 22, d.left-4, fontSmall, p.theme.Subtle, sc.yearsOf(p))
}

// yearsOf says from which year to which the overview counts.
func (sc *scratch) yearsOf(p *Plot) string {
	first, last := edtf.Future, edtf.Past
	for _, list := range p.starts() {
		if len(list) > 0 {
			first, last = min(first, list[0]), max(last, list[len(list)-1])
		}
	}
	years := [2]int{int(edtf.OfInstant(first).Start.Year), int(edtf.OfInstant(last).Start.Year)}
	if years != sc.yearsAt || sc.years == "" {
		sc.yearsAt, sc.years = years, p.opt.Names.Year(years[0])
		if years[1] != years[0] {
			sc.years += " – " + p.opt.Names.Year(years[1])
		}
	}
	return sc.years
}

// labelLead brings the label of a year under its bar.
const labelLead = 4

func (p *Plot) small(s string) float64 { return float64(p.opt.Measure(fontSmall, s)) }

// counted is where the overview counts an item: at its start or, of a bar of
// which nobody says since when, at the day by which it was held, because what is
// drawn before that day is no report.
func (it *item) counted() int64 {
	if it.bar() && it.is(openStart) && !it.position.From.IsZero() {
		return it.sureFrom
	}
	return it.start
}

// kindStarts is the starts of the items of each kind in time order: of events,
// then of positions by stance.
type kindStarts [1 + len(stanceOrder)][]int64

func (it *item) startsKind() int {
	if it.bar() {
		return 1 + stanceIndex(it.position.Stance)
	}
	return 0
}

// lazyStarts are made when the overview is first drawn.
type lazyStarts struct {
	once sync.Once
	made atomic.Bool
	kind kindStarts
}

func (l *lazyStarts) set(k kindStarts) {
	l.once.Do(func() {
		l.kind = k
		l.made.Store(true)
	})
}

func (p *Plot) starts() *kindStarts {
	if !p.overview.made.Load() {
		var k kindStarts
		for it := range p.all() {
			k[it.startsKind()] = append(k[it.startsKind()], it.counted())
		}
		for i := range k {
			slices.Sort(k[i]) // nearly sorted already
		}
		p.overview.set(k)
	}
	return &p.overview.kind
}

// startsAfter takes the starts over from the plot before, without those of some
// items and with those of others.
func (p *Plot) startsAfter(before *Plot, gone, added []int32) {
	if !before.overview.made.Load() {
		return
	}
	k := before.overview.kind
	var own [len(k)]bool
	change := func(it *item, f func(list []int64, n int) []int64) {
		kind := it.startsKind()
		if !own[kind] {
			own[kind], k[kind] = true, append(make([]int64, 0, len(k[kind])+len(added)), k[kind]...)
		}
		n, _ := slices.BinarySearch(k[kind], it.counted())
		k[kind] = f(k[kind], n)
	}
	for _, i := range gone {
		change(before.at(i), func(list []int64, n int) []int64 { return slices.Delete(list, n, n+1) })
	}
	for _, i := range added {
		it := p.at(i)
		change(it, func(list []int64, n int) []int64 { return slices.Insert(list, n, it.counted()) })
	}
	p.overview.set(k)
}

// bins draws the histogram: events at the bottom, positions above them in the
// colours of their stances. Its bins are fixed to the case, not to the window.
func (d *pen) bins(h float32) {
	starts := d.starts()
	n := max(int((d.W-d.left-binGap)/binPitch), 1)
	most := 1
	for i := range n {
		sum := 0
		for k := range starts {
			sum += d.starting(starts[k], i)
		}
		most = max(most, sum)
	}
	room := h - yearsLine - 12
	for i := range n {
		x := d.left + float32(i)*binPitch
		y := h - yearsLine - 3
		for k := range starts {
			count := d.starting(starts[k], i)
			if count == 0 {
				continue
			}
			fill := d.theme.Density
			if k > 0 {
				fill = over(d.theme.Stance(stanceOrder[k-1]), d.theme.Overview, 0.75)
			}
			tall := max(room*float32(count)/float32(most), 1.5)
			d.rect(x, y-tall, x+binPitch-binGap, y, fill)
			y -= tall
		}
	}
}

// starting is how many of the starts lie in a bin.
func (d *pen) starting(starts []int64, bin int) int {
	from, _ := slices.BinarySearch(starts, d.scale.T(float64(bin)*binPitch))
	to, _ := slices.BinarySearch(starts, d.scale.T(float64(bin+1)*binPitch))
	return to - from
}

// brush is where the window lies in the overview.
func (p *Plot) brush(v View, w float32) (x0, x1 float32) {
	s := p.OverviewScale(w)
	x := func(t int64) float32 { return p.opt.Header + float32(min(max(s.X(t), 0), s.Width)) }
	x0, x1 = x(v.Window.From), x(v.Window.To)
	if short := brushMin - (x1 - x0); short > 0 {
		x0, x1 = x0-short/2, x1+short/2
	}
	return x0, x1
}

// HitOverview is what lies at x in an overview of width w.
func (p *Plot) HitOverview(v View, w, x float32) OverviewPart {
	x0, x1 := p.brush(v, w)
	edge := min(brushEdge, (x1-x0)/3)
	switch {
	case abs(x-x0) <= edge:
		return OverviewFrom
	case abs(x-x1) <= edge:
		return OverviewTo
	case x > x0 && x < x1:
		return OverviewBody
	}
	return OverviewGround
}

// DragOverview is the view after dragging a part of the overview of width w
// from x0 to x1. Dragging the ground brings the window's centre to x1.
func (p *Plot) DragOverview(v View, part OverviewPart, w, x0, x1 float32) View {
	s := p.OverviewScale(w)
	d := int64(float64(x1-x0) * s.SecondsPerPixel())
	win := v.Window
	switch part {
	case OverviewFrom:
		win.From = min(win.From+d, win.To-scale.MinSpan)
	case OverviewTo:
		win.To = max(win.To+d, win.From+scale.MinSpan)
	case OverviewBody:
		win.From, win.To = win.From+d, win.To+d
	case OverviewGround:
		from := s.T(float64(x1-p.opt.Header)) - win.Span()/2
		win = scale.Window{From: from, To: from + win.Span()}
	}
	v.Window = win.Valid().Within(p.FitWindow())
	return v
}
