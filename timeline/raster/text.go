package raster

import (
	"math"

	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

// atlas keeps the masks of glyphs by font and size.
type atlas struct {
	sizes map[sizeKey]*glyphs
	last  *glyphs // of key lastKey: neighbours share it
	key   sizeKey
	bytes int
}

type sizeKey struct {
	font uint16
	size uint32 // in 64ths of a pixel
}

// glyphs are the masks of one font and size, each at four places within a pixel.
type glyphs struct {
	low  []*mask // by glyph and place, for the first glyphs of a font
	high map[uint32]*mask
}

const (
	places       = 4 // a glyph starts at a quarter of a pixel
	lowGlyphs    = 4096
	maxAtlas     = 32 << 20 // bytes
	maxKeptGlyph = 64 << 10 // bytes
	maxTextSize  = 4096     // pixels
)

func (a *atlas) init() { *a = atlas{sizes: map[sizeKey]*glyphs{}} }

func (a *atlas) of(k sizeKey) *glyphs {
	if a.last != nil && a.key == k {
		return a.last
	}
	g := a.sizes[k]
	if g == nil {
		g = &glyphs{high: map[uint32]*mask{}}
		a.sizes[k] = g
	}
	a.last, a.key = g, k
	return g
}

func (g *glyphs) get(slot uint32) *mask {
	if slot < uint32(len(g.low)) {
		return g.low[slot]
	}
	return g.high[slot]
}

func (a *atlas) put(k sizeKey, slot uint32, m *mask) {
	cost := m.bytes()
	if cost > maxKeptGlyph {
		return
	}
	if a.bytes += cost; a.bytes > maxAtlas {
		a.init()
		a.bytes = cost
	}
	g := a.of(k)
	if slot >= lowGlyphs*places {
		g.high[slot] = m
		return
	}
	for slot >= uint32(len(g.low)) {
		g.low = append(g.low, make([]*mask, max(256, len(g.low)))...)
	}
	g.low[slot] = m
}

func (p *Painter) text(it *scene.Item) {
	size := min(p.length(it.Font.Size), maxTextSize)
	x, y := p.at(it.X0), int(math.Round(float64(p.at(it.Y0))))
	if size < 0.5 || it.Fill.A == 0 || it.Text == "" || y+int(size) < p.clip.Min.Y || y-int(1.5*size) > p.clip.Max.Y {
		return
	}
	if it.Anchor == scene.Start && x > float32(p.clip.Max.X) {
		return
	}
	line := p.faces.Fit(it.Font.Weight, it.Text, p.at(it.FitWidth())/size)
	switch it.Anchor {
	case scene.Middle:
		x -= line.Width * size / 2
	case scene.End:
		x -= line.Width * size
	}
	k := inkOf(it.Fill)
	p.glyphs(line.Run.Glyphs[:line.N], x, y, size, k)
	if line.Tail != nil {
		p.glyphs(line.Tail.Glyphs, x+line.TailX*size, y, size, k)
	}
}

func (p *Painter) glyphs(all []typeface.Glyph, x float32, y int, size float32, k ink) {
	key := sizeKey{size: uint32(size*64 + 0.5)}
	for i := range all {
		g := &all[i]
		gx := x + g.X*size
		if gx > float32(p.clip.Max.X)+size || gx < float32(p.clip.Min.X)-4*size {
			continue
		}
		quarter := int(math.Floor(float64(gx)*places + 0.5))
		whole := quarter >> 2
		key.font = g.Font
		m := p.glyph(key, g.ID, uint32(quarter-whole<<2))
		if len(m.cover) > 0 {
			p.stamp(m, whole, y+int(math.Round(float64(g.Y*size))), &k)
		}
	}
}

// glyph is the mask of a glyph that starts place quarters into a pixel.
func (p *Painter) glyph(k sizeKey, id, place uint32) *mask {
	slot := id*places + place
	if m := p.atlas.of(k).get(slot); m != nil {
		return m
	}
	size, shift := float32(k.size)/64, float32(place)/places
	p.lines = p.faces.Outline(k.font, id, p.lines[:0])
	box := edges{math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32}
	for i := range p.lines {
		s := &p.lines[i]
		for j := range s.P[:points[s.Verb]] {
			s.P[j].X, s.P[j].Y = clampTo(s.P[j].X*size+shift, 4*size), clampTo(s.P[j].Y*size, 4*size)
			box.add(s.P[j])
		}
	}
	m := &mask{}
	if len(p.lines) > 0 {
		b := box.bounds()
		m.x, m.y, m.w, m.h = b.Min.X, b.Min.Y, b.Dx(), b.Dy()
		p.startMask(m)
		for _, s := range p.lines {
			p.segment(s, float32(-m.x), float32(-m.y))
		}
		p.paths.ClosePath()
		p.finishMask(m)
	}
	p.atlas.put(k, slot, m)
	return m
}

// points is how many points a verb has.
var points = [...]int{typeface.Move: 1, typeface.Line: 1, typeface.Quad: 2, typeface.Cubic: 3}

func (p *Painter) segment(s typeface.Segment, dx, dy float32) {
	a, b, c := s.P[0], s.P[1], s.P[2]
	switch s.Verb {
	case typeface.Move:
		p.paths.ClosePath()
		p.paths.MoveTo(a.X+dx, a.Y+dy)
	case typeface.Line:
		p.paths.LineTo(a.X+dx, a.Y+dy)
	case typeface.Quad:
		p.paths.QuadTo(a.X+dx, a.Y+dy, b.X+dx, b.Y+dy)
	case typeface.Cubic:
		p.paths.CubeTo(a.X+dx, a.Y+dy, b.X+dx, b.Y+dy, c.X+dx, c.Y+dy)
	}
}

func (e *edges) add(q scene.Point) {
	e.x0, e.y0 = min(e.x0, q.X), min(e.y0, q.Y)
	e.x1, e.y1 = max(e.x1, q.X), max(e.y1, q.Y)
}

func clampTo(v, bound float32) float32 {
	if v >= -bound && v <= bound {
		return v
	}
	if v > bound {
		return bound
	}
	return -bound
}
