package timeline

import "demarche/data"

// HitKind is what lies under the cursor.
type HitKind uint8

// What a point of the picture may be.
const (
	HitEmpty  HitKind = iota // of a lane, or below all lanes
	HitItem                  // an event or a position, its mark or its label
	HitFold                  // several that fold into one mark
	HitLane                  // the name of a lane
	HitToggle                // the triangle that folds and unfolds sub-lanes
	HitAxis
	HitAsOf // the pill of the as-of date on the axis, or its line there
)

// Edge is an end of a bar or box that can be taken hold of.
type Edge uint8

// Edges.
const (
	NoEdge Edge = iota
	StartEdge
	EndEdge
)

// Hit is what lies at a point of the picture.
type Hit struct {
	Kind           HitKind
	Ref            data.Ref   // of HitItem
	Refs           []data.Ref // of HitFold, in time order
	Lane           int        // of Lanes; -1: none
	At             int64      // the instant under the point
	Edge           Edge       // of HitItem: an end whose date is known lies here
	From, To       int64      // of HitItem and HitFold: the time that they cover
	X0, Y0, X1, Y1 float32    // of the mark in the picture
}

// Hit is what lies at x, y of the picture of the view.
func (p *Plot) Hit(v View, x, y float32) Hit {
	f := p.frame(v)
	h := Hit{Lane: -1, At: p.T(v, x)}
	if y < AxisHeight {
		h.Kind = HitAxis
		if ax := f.x(v.AsOf); v.ShowAsOf && x > ax-asOfGrip && x < ax+asOfGrip {
			h.Kind = HitAsOf
		}
		return h
	}
	top := y - AxisHeight + v.ScrollY
	h.Lane = p.LaneAt(top)
	if h.Lane < 0 {
		return h
	}
	l := &p.lanes[h.Lane]
	h.Y0, h.Y1 = l.Y-v.ScrollY+AxisHeight, l.Y+l.H-v.ScrollY+AxisHeight
	if x < f.left {
		h.Kind, h.X1 = HitLane, f.left
		if l.Parent && x < laneLeft+laneIndent(l.Depth)+foldRoom && y < p.laneTitleY(&f, l)+linePitch {
			h.Kind = HitToggle
		}
		return h
	}
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	for i := range l.rows {
		r := &l.rows[i]
		if d := top - l.Y - r.y; d < -eventPitch/2 || d > eventPitch/2 {
			continue
		}
		s.row = p.glyphs(s.row[:0], &f, r)
		p.placeLabels(s.row, &f, r)
		if g := nearest(s.row, x); g != nil {
			p.describe(&h, g, r)
			h.Edge = p.edge(g, r, x)
			h.Y0, h.Y1 = l.Y+r.y-barHeight/2-v.ScrollY+AxisHeight, l.Y+r.y+barHeight/2-v.ScrollY+AxisHeight
			return h
		}
	}
	return h
}

// LaneAt is the number of the lane at y pixels below the axis, scrolling
// counted; -1 where there is none.
func (p *Plot) LaneAt(y float32) int {
	for i := range p.lanes {
		if l := &p.lanes[i]; y >= l.Y && y < l.Y+l.H {
			return i
		}
	}
	return -1
}

// nearest is the glyph at x: the mark nearest to it, else a label.
func nearest(gs []glyph, x float32) *glyph {
	var best *glyph
	far := float32(1 << 20)
	for i := range gs {
		g := &gs[i]
		b0, b1 := g.b0-3, g.b1+3
		if x >= b0 && x <= b1 {
			if d := abs(x - (b0+b1)/2); d < far {
				best, far = g, d
			}
		}
	}
	if best != nil {
		return best
	}
	for i := range gs {
		g := &gs[i]
		if (g.label == atLeft || g.label == atRight) && x >= g.l0 && x <= g.l1 || x >= g.x0 && x <= g.x1 {
			return g
		}
	}
	return nil
}

func (p *Plot) describe(h *Hit, g *glyph, r *row) {
	h.X0, h.X1 = g.b0, g.b1
	marks := r.marks[g.first : g.first+g.n]
	h.From, h.To = p.at(marks[0].item).start, p.at(marks[0].item).end
	if g.n == 1 {
		h.Kind, h.Ref = HitItem, p.at(marks[0].item).ref
		return
	}
	h.Kind = HitFold
	h.Refs = make([]data.Ref, len(marks))
	for i, m := range marks {
		it := p.at(m.item)
		h.Refs[i] = it.ref
		h.From, h.To = min(h.From, it.start), max(h.To, it.end)
	}
}

// edge is the end of a wide enough bar or box at x; open ends have none.
func (p *Plot) edge(g *glyph, r *row, x float32) Edge {
	it := p.at(r.marks[g.first].item)
	if g.n > 1 || !boxed(it, r) || g.x1-g.x0 < 4*edgeGrip {
		return NoEdge
	}
	switch {
	case abs(x-g.x0) <= edgeGrip && !it.is(openStart):
		return StartEdge
	case abs(x-g.x1) <= edgeGrip && !it.is(openEnd):
		return EndEdge
	}
	return NoEdge
}

// edgeGrip is how near, in pixels, the cursor catches an edge.
const edgeGrip = 5

func abs(v float32) float32 { return max(v, -v) }
