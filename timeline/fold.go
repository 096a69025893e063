package timeline

import (
	"demarche/data"
	"demarche/timeline/scale"
)

// Margins beside what is zoomed in to, shares of its span: a few items are shown
// with more of what lies around them.
const apartFew, apartMany = 1.0, 0.15

// Apart is the view zoomed in to what a fold holds; ok is false where that would
// still be one mark, since it happens at one time.
func (p *Plot) Apart(v View, h Hit) (_ View, ok bool) {
	if h.Kind != HitFold || h.Lane < 0 || len(h.Refs) == 0 {
		return v, false
	}
	i, ok := p.find(h.Refs[0])
	if !ok {
		return v, false
	}
	for _, at := range p.places(i) {
		if int(at.lane) != h.Lane {
			continue
		}
		r := &p.lanes[at.lane].rows[at.row]
		first, last, n := len(r.marks), 0, 0
		for k, m := range r.marks { // those of the fold stand side by side
			if m.item == i {
				first, last = k, min(k+len(h.Refs), len(r.marks))-1
				n++
			}
		}
		if n == 0 {
			continue
		}
		grow := apartFew
		if len(h.Refs) > 3 {
			grow = apartMany
		}
		v.Window = scale.Window{From: r.marks[first].start, To: max(r.marks[last].end, r.marks[first].start+1)}.Grow(grow).Valid()
		f := p.frame(v)
		s := p.scratch.Get().(*scratch)
		defer p.scratch.Put(s)
		s.row = p.glyphs(s.row[:0], &f, r)
		for _, g := range s.row {
			if int(g.first) <= first && first < int(g.first+g.n) {
				return v, int(g.first+g.n) <= last
			}
		}
	}
	return v, false
}

// FoldOf is the mark that stands for an item and others; ok is false where the
// item has a mark of its own or none.
func (p *Plot) FoldOf(v View, ref data.Ref) (h Hit, ok bool) {
	i, ok := p.find(ref)
	if !ok {
		return h, false
	}
	f := p.frame(v)
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	for _, at := range p.places(i) {
		l := &p.lanes[at.lane]
		r := &l.rows[at.row]
		s.row = p.glyphs(s.row[:0], &f, r)
		for k := range s.row {
			if g := &s.row[k]; g.n > 1 && holds(r.marks[g.first:g.first+g.n], i) {
				h = Hit{Lane: int(at.lane)}
				p.describe(&h, g, r)
				y := f.laneY(l) + r.y
				h.Y0, h.Y1 = y-barHeight/2, y+barHeight/2
				return h, true
			}
		}
	}
	return h, false
}

func holds(marks []mark, item int32) bool {
	for _, m := range marks {
		if m.item == item {
			return true
		}
	}
	return false
}
