package timeline

import (
	"math"
	"sort"

	"demarche/timeline/scale"
)

// frame is a view made ready for drawing and for finding what was drawn.
type frame struct {
	View
	scale scale.Scale
	spp   float64 // seconds a pixel
	cell  int64   // seconds of the cells that fold
	left  float32 // where the lanes start
}

// Folding.
const (
	cellPixels = 32 // a cell is at least this wide, and less than twice
	foldPixels = 3  // where marks are nearer than this, those of their cell fold
	fullCell   = 8  // a cell with more marks than this folds as a whole
	farPixels  = 30000
)

func (p *Plot) frame(v View) frame {
	v.ScrollY = float32(math.Round(float64(v.ScrollY)))
	f := frame{View: v, scale: p.Scale(v), left: p.opt.Header}
	f.spp = f.scale.SecondsPerPixel()
	for f.cell = 1; float64(f.cell) < cellPixels*f.spp; f.cell *= 2 {
	}
	return f
}

// x is where t lies in the picture, kept within what a painter can count.
func (f *frame) x(t int64) float32 {
	return f.left + float32(min(max(f.scale.X(t), -farPixels), farPixels))
}

// glyph is what is drawn for a mark, or for several that fold into one.
type glyph struct {
	first, n int32   // marks of the row
	x0, x1   float32 // what it takes in the row, without its label
	b0, b1   float32 // the body that the label stands beside
	t0       float32 // where a label inside may start
	label    labelSide
	l0, l1   float32 // what the label takes
}

type labelSide uint8

const (
	noLabel labelSide = iota
	atRight
	atLeft
	inside
)

// glyphs appends the glyphs of a row that the window may show to dst.
func (p *Plot) glyphs(dst []glyph, f *frame, r *row) []glyph {
	margin := int64((float64(p.labelLimit()) + 60) * f.spp)
	lo, hi := f.scale.From-margin, f.scale.To+margin
	i := sort.Search(len(r.marks), func(i int) bool { return r.marks[i].end >= lo })
	if i < len(r.marks) {
		i = firstFrom(r.marks, 0, cellStart(r.marks[i].start, f.cell))
	}
	for i < len(r.marks) && r.marks[i].start < hi {
		c := cellStart(r.marks[i].start, f.cell)
		j := firstFrom(r.marks, i, c+f.cell)
		dst = p.cell(dst, f, r, i, j, c)
		i = j
	}
	return dst
}

// cell appends the glyphs of the marks i to j, which are all that start in the
// cell at c. Only the last of many is looked at: marks do not overlap, so the
// others are shorter than the cell.
func (p *Plot) cell(dst []glyph, f *frame, r *row, i, j int, c int64) []glyph {
	if j-i > fullCell {
		k := j
		if p.wide(f, r.marks[j-1]) {
			k--
		}
		dst = appendAfter(dst, p.fold(f, r, i, k, c))
		i = k
	}
	for i < j {
		k := i + 1
		if p.wide(f, r.marks[i]) {
			dst = append(dst, p.single(f, r, i))
			i = k
			continue
		}
		near := false
		for ; k < j && !p.wide(f, r.marks[k]); k++ {
			near = near || r.marks[k].start-r.marks[k-1].start < f.cell*foldPixels/cellPixels
		}
		if near {
			dst = appendAfter(dst, p.fold(f, r, i, k, c))
		} else {
			for ; i < k; i++ {
				dst = append(dst, p.single(f, r, i))
			}
		}
		i = k
	}
	return dst
}

// appendAfter appends a fold, moved behind the box before it if need be.
func appendAfter(dst []glyph, g glyph) []glyph {
	if n := len(dst); n > 0 && g.n > 1 && dst[n-1].n == 1 && g.x0 < dst[n-1].x1 {
		g.center(dst[n-1].x1 + (g.x1-g.x0)/2)
	}
	return append(dst, g)
}

// wide reports whether a mark covers too much time to fold.
func (p *Plot) wide(f *frame, m mark) bool {
	return m.end-m.start >= f.cell*foldPixels/cellPixels
}

func (p *Plot) single(f *frame, r *row, i int) glyph {
	m := r.marks[i]
	it := p.at(m.item)
	g := glyph{first: int32(i), n: 1, x0: f.x(m.start), x1: f.x(m.end)}
	switch {
	case it.bar() && !r.dense:
		g.x1 = max(g.x1, g.x0+5)
		g.b0, g.b1, g.t0 = g.x0, g.x1, g.x0
		if it.is(openStart) { // behind the edge that says by when it was held
			g.t0 = min(max(f.x(it.sureFrom), g.x0), g.x1-4)
		}
	case it.is(interval) && !r.dense:
		if g.x1 < g.x0+2*markHalf-2 {
			g.center((g.x0 + g.x1) / 2)
			g.x0, g.x1 = g.x0+1, g.x1-1
		}
		g.b0, g.b1, g.t0 = g.x0, g.x1, g.x0
	case it.is(vague) && !r.dense:
		mid := f.x(it.mid)
		g.b0, g.b1 = mid-markHalf, mid+markHalf
		g.x0, g.x1 = min(g.x0, g.b0), max(g.x1, g.b1)
	default:
		g.center(g.x0)
	}
	return g
}

func (g *glyph) center(x float32) {
	half := float32(markHalf)
	switch {
	case g.n >= 1000:
		half = 16
	case g.n >= 100:
		half = 13
	case g.n > 1:
		half = 10
	}
	g.x0, g.x1 = x-half, x+half
	g.b0, g.b1 = g.x0, g.x1
}

// fold is one glyph for the marks i to j of the cell at c. It stays inside the
// cell, so that folds do not meet.
func (p *Plot) fold(f *frame, r *row, i, j int, c int64) glyph {
	if j-i == 1 {
		return p.single(f, r, i)
	}
	g := glyph{first: int32(i), n: int32(j - i)}
	g.center(0)
	half := g.b1
	x := (f.x(r.marks[i].start) + f.x(r.marks[j-1].end)) / 2
	g.center(max(min(x, f.x(c+f.cell)-half), f.x(c)+half))
	return g
}

func cellStart(t, cell int64) int64 {
	m := t % cell
	if m < 0 {
		m += cell
	}
	return t - m
}

// firstFrom is the index of the first mark from i on that starts at t or later.
// It looks ever further ahead before it halves, since cells mostly hold few.
func firstFrom(marks []mark, i int, t int64) int {
	step := 1
	for i+step < len(marks) && marks[i+step].start < t {
		i += step
		step *= 2
	}
	end := min(i+step+1, len(marks))
	return i + sort.Search(end-i, func(k int) bool { return marks[i+k].start >= t })
}
