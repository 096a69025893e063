package raster

import (
	"image"
	"image/draw"
	"math"
	"slices"

	"demarche/timeline/scene"
)

// startMask prepares the path filler for a mask of m's size.
func (p *Painter) startMask(m *mask) {
	p.paths.Reset(m.w, m.h)
	p.paths.DrawOp = draw.Src
}

// finishMask fills the paths into m.
func (p *Painter) finishMask(m *mask) {
	m.cover = make([]uint8, m.w*m.h)
	p.fillInto(m.cover, m.w, m.h)
	m.list()
}

func (p *Painter) fillInto(cover []uint8, w, h int) {
	p.alpha = image.Alpha{Pix: cover, Stride: w, Rect: image.Rect(0, 0, w, h)}
	p.paths.Draw(&p.alpha, p.alpha.Rect, image.Opaque, image.Point{})
}

// farAway bounds the points of a path around the part that is painted: the
// filler counts in fixed point.
const farAway = 8192

// fillPath fills what trace draws, as far as it lies in bounds and in the clip.
func (p *Painter) fillPath(bounds edges, k ink, trace func(at tracer)) {
	r := bounds.bounds().Intersect(p.clip)
	if r.Empty() || k.alpha == 0 {
		return
	}
	p.paths.Reset(r.Dx(), r.Dy())
	p.paths.DrawOp = draw.Src
	trace(tracer{p, float32(-r.Min.X), float32(-r.Min.Y), float32(max(r.Dx(), r.Dy()) + farAway)})
	p.cover = slices.Grow(p.cover[:0], r.Dx()*r.Dy())[:r.Dx()*r.Dy()]
	p.fillInto(p.cover, r.Dx(), r.Dy())
	whole := mask{w: r.Dx(), h: r.Dy(), cover: p.cover}
	p.stamp(&whole, r.Min.X, r.Min.Y, &k)
}

// tracer draws closed contours, moved by dx and dy.
type tracer struct {
	p             *Painter
	dx, dy, bound float32
}

func (t tracer) contour(points []scene.Point) {
	for i, q := range points {
		x, y := clampTo(q.X+t.dx, t.bound), clampTo(q.Y+t.dy, t.bound)
		if i == 0 {
			t.p.paths.MoveTo(x, y)
		} else {
			t.p.paths.LineTo(x, y)
		}
	}
	t.p.paths.ClosePath()
}

// stroke draws a line along points, closed or with square ends cut at the last
// point, in dashes where dash is above 0.
func (t tracer) stroke(points []scene.Point, closed bool, width, dash float32) {
	if dash > 0 {
		t.p.pattern = append(t.p.pattern[:0], dash)
		t.dashes(points, closed, width, t.p.pattern)
		return
	}
	if closed {
		t.side(points, true, width/2, false)
		t.p.paths.ClosePath()
		t.side(points, true, -width/2, true)
		t.p.paths.ClosePath()
		return
	}
	t.side(points, false, width/2, false)
	t.continueSide(points, -width/2)
	t.p.paths.ClosePath()
}

// side traces the line beside points, away to the right of their direction.
func (t tracer) side(points []scene.Point, closed bool, away float32, backwards bool) {
	for i := range points {
		j := i
		if backwards {
			j = len(points) - 1 - i
		}
		q := beside(points, j, closed, away)
		x, y := clampTo(q.X+t.dx, t.bound), clampTo(q.Y+t.dy, t.bound)
		if i == 0 {
			t.p.paths.MoveTo(x, y)
		} else {
			t.p.paths.LineTo(x, y)
		}
	}
}

func (t tracer) continueSide(points []scene.Point, away float32) {
	for j := len(points) - 1; j >= 0; j-- {
		q := beside(points, j, false, away)
		t.p.paths.LineTo(clampTo(q.X+t.dx, t.bound), clampTo(q.Y+t.dy, t.bound))
	}
}

// beside is point i of a line moved to the right by away, its corner mitred up
// to a limit of 3.
func beside(points []scene.Point, i int, closed bool, away float32) scene.Point {
	n := len(points)
	before, after := i-1, i+1
	if closed {
		before, after = (i+n-1)%n, (i+1)%n
	}
	var a, b scene.Point
	switch {
	case before < 0 && after >= n:
		return points[i]
	case before < 0:
		b = normal(points[i], points[after])
		a = b
	case after >= n:
		a = normal(points[before], points[i])
		b = a
	default:
		a, b = normal(points[before], points[i]), normal(points[i], points[after])
		if (a == scene.Point{}) { // two points in one place
			a = b
		} else if (b == scene.Point{}) {
			b = a
		}
	}
	sum := scene.Point{X: a.X + b.X, Y: a.Y + b.Y}
	length2 := sum.X*sum.X + sum.Y*sum.Y
	k := away
	if length2 > 0.22 { // |sum|² = 4·cos² of half the turn; the mitre is 2/|sum|
		k = away * 2 / length2
	}
	return scene.Point{X: points[i].X + k*sum.X, Y: points[i].Y + k*sum.Y}
}

func normal(a, b scene.Point) scene.Point {
	dx, dy := b.X-a.X, b.Y-a.Y
	l := float32(math.Hypot(float64(dx), float64(dy)))
	if l == 0 {
		return scene.Point{}
	}
	return scene.Point{X: dy / l, Y: -dx / l}
}

// maxDashes bounds the pieces of one line.
const maxDashes = 4096

// dashes strokes every other piece; their lengths are those of the pattern in
// turn.
func (t tracer) dashes(points []scene.Point, closed bool, width float32, pattern []float32) {
	n := len(points)
	if !closed {
		n--
	}
	on, left, count := true, pattern[0], 0
	piece := t.p.dash[:0]
	for i := range n {
		a, b := points[i], points[(i+1)%len(points)]
		length := float32(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
		piece = append(piece, a)
		for done := float32(0); length-done > left && count < maxDashes; {
			done += left
			count++
			q := scene.Point{X: a.X + (b.X-a.X)*done/length, Y: a.Y + (b.Y-a.Y)*done/length}
			if on {
				t.stroke(append(piece, q), false, width, 0)
			}
			piece, on, left = append(piece[:0], q), !on, pattern[count%len(pattern)]
		}
		last := piece[len(piece)-1]
		left -= float32(math.Hypot(float64(b.X-last.X), float64(b.Y-last.Y)))
		left = max(left, 1e-3)
		if i == n-1 && on {
			t.stroke(append(piece, b), false, width, 0)
		}
	}
	t.p.dash = piece[:0]
}

// polygon fills and strokes a closed path.
func (p *Painter) polygon(it *scene.Item) {
	box := p.scaled(it)
	if len(p.path) < 3 {
		return
	}
	p.fillPath(box, inkOf(it.Fill), func(t tracer) { t.contour(p.path) })
	if it.Stroke.A > 0 {
		w := p.strokeWidth(it)
		p.fillPath(box.grown(2*w), inkOf(it.Stroke), func(t tracer) { t.stroke(p.path, true, w, p.length(it.Dash)) })
	}
}

// scaled puts the points of an item into p.path, in pixels.
func (p *Painter) scaled(it *scene.Item) edges {
	box := edges{math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32}
	p.path = p.path[:0]
	for _, q := range p.scene.Points[it.First:it.Last] {
		p.path = append(p.path, scene.Point{X: p.at(q.X), Y: p.at(q.Y)})
		box.add(p.path[len(p.path)-1])
	}
	return box
}

// curve strokes a cubic Bézier.
func (p *Painter) curve(it *scene.Item) {
	box := p.scaled(it)
	if len(p.path) != 4 || it.Stroke.A == 0 {
		return
	}
	w := p.strokeWidth(it)
	if box.grown(w).bounds().Intersect(p.clip).Empty() {
		return
	}
	a, b, c, d := p.path[0], p.path[1], p.path[2], p.path[3]
	steps := min(96, 8+int((box.x1-box.x0+box.y1-box.y0)/12))
	for i := 1; i <= steps; i++ {
		p.path = append(p.path, bezier(a, b, c, d, float32(i)/float32(steps)))
	}
	line := p.path[3:]
	line[0] = a
	p.fillPath(box.grown(w), inkOf(it.Stroke), func(t tracer) { t.stroke(line, false, w, p.length(it.Dash)) })
}

func bezier(a, b, c, d scene.Point, t float32) scene.Point {
	u := 1 - t
	ka, kb, kc, kd := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return scene.Point{X: ka*a.X + kb*b.X + kc*c.X + kd*d.X, Y: ka*a.Y + kb*b.Y + kc*c.Y + kd*d.Y}
}
