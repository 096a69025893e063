package raster

import (
	"image"
	"math"

	"demarche/timeline/scene"
)

// edges are a box in pixels, with parts of pixels at its edges.
type edges struct{ x0, y0, x1, y1 float32 }

func (e edges) grown(by float32) edges { return edges{e.x0 - by, e.y0 - by, e.x1 + by, e.y1 + by} }

// bounds are the pixels that the box touches.
func (e edges) bounds() image.Rectangle {
	return image.Rect(floor(e.x0), floor(e.y0), ceil(e.x1), ceil(e.y1))
}

func floor(v float32) int { return int(math.Floor(float64(v))) }
func ceil(v float32) int  { return int(math.Ceil(float64(v))) }

// overlap is how much of the pixel i lies between a and b.
func overlap(i int, a, b float32) float32 {
	return max(0, min(b, float32(i+1))-max(a, float32(i)))
}

func to255(v float32) uint32 { return uint32(v*255 + 0.5) }

func (p *Painter) box(it *scene.Item) {
	e := edges{p.at(it.X0), p.at(it.Y0), p.at(it.X1), p.at(it.Y1)}
	width := float32(0)
	if it.Stroke.A > 0 {
		width = p.strokeWidth(it)
	}
	if e.x0 > e.x1 || e.y0 > e.y1 || e.grown(width/2).bounds().Intersect(p.clip).Empty() {
		return
	}
	radius := min(p.length(it.Radius), (e.x1-e.x0)/2, (e.y1-e.y0)/2)
	if it.Fill.A > 0 {
		k := inkOf(it.Fill)
		if it.FadeIn > 0 || it.FadeOut > 0 || it.Hatch {
			p.shadedBox(e, radius, k, it)
		} else {
			p.plainBox(e, radius, k)
		}
	}
	if width > 0 {
		if it.Dash > 0 {
			p.dashedBox(e, radius, width, it)
		} else {
			p.outline(e, radius, width, inkOf(it.Stroke))
		}
	}
}

// plainBox fills a box of one colour.
func (p *Painter) plainBox(e edges, radius float32, k ink) {
	if radius < 0.25 {
		p.squareBox(e, k)
		return
	}
	b := e.bounds()
	n := ceil(radius) + 1
	middle := image.Rect(min(b.Min.X+n, b.Max.X), b.Min.Y, max(b.Max.X-n, b.Min.X), b.Max.Y)
	if middle.Min.X < middle.Max.X {
		p.squareBox(edges{float32(middle.Min.X), e.y0, float32(middle.Max.X), e.y1}, k)
	} else {
		middle.Min.X, middle.Max.X = b.Max.X, b.Max.X
	}
	p.sides(e, radius, k, b.Min.X, middle.Min.X, n)
	p.sides(e, radius, k, middle.Max.X, b.Max.X, n)
}

// sides fills the columns x0 to x1 of a box with round corners: the corners by
// the distance from their curve, what is between them as a box.
func (p *Painter) sides(e edges, radius float32, k ink, x0, x1, n int) {
	b := e.bounds()
	top, bottom := min(b.Min.Y+n, b.Max.Y), max(b.Max.Y-n, b.Min.Y)
	if top >= bottom {
		top, bottom = b.Max.Y, b.Max.Y
	} else {
		p.squareBox(edges{max(e.x0, float32(x0)), float32(top), min(e.x1, float32(x1)), float32(bottom)}, k)
	}
	p.corner(image.Rect(x0, b.Min.Y, x1, top), e, radius, k)
	p.corner(image.Rect(x0, bottom, x1, b.Max.Y), e, radius, k)
}

func (p *Painter) corner(r image.Rectangle, e edges, radius float32, k ink) {
	r = r.Intersect(p.clip)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p.dot(x, y, &k, to255(roundCover(x, y, e, radius)))
		}
	}
}

// roundCover is how much of a pixel lies in a box with round corners, from the
// signed distance of its centre (Quilez, "2D distance functions").
func roundCover(x, y int, e edges, radius float32) float32 {
	flat := overlap(x, e.x0, e.x1) * overlap(y, e.y0, e.y1)
	if radius <= 0 || flat == 0 {
		return flat
	}
	cx, cy := float32(x)+0.5, float32(y)+0.5
	dx := max(e.x0+radius-cx, cx-(e.x1-radius), 0)
	dy := max(e.y0+radius-cy, cy-(e.y1-radius), 0)
	if dx == 0 || dy == 0 {
		return flat
	}
	d := float32(math.Sqrt(float64(dx*dx+dy*dy))) - radius
	return min(flat, max(0, min(1, 0.5-d)))
}

// squareBox fills a box with sharp corners.
func (p *Painter) squareBox(e edges, k ink) {
	inner := image.Rectangle{Min: image.Pt(ceil(e.x0), ceil(e.y0)), Max: image.Pt(floor(e.x1), floor(e.y1))}
	b := e.bounds()
	if inner.Min.X > inner.Max.X { // inside one column of pixels
		inner.Min.X, inner.Max.X = b.Max.X, b.Max.X
	}
	if inner.Min.Y > inner.Max.Y {
		inner.Min.Y, inner.Max.Y = b.Max.Y, b.Max.Y
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		part := k
		next := y + 1
		if y >= inner.Min.Y && y < inner.Max.Y {
			next = inner.Max.Y
		} else {
			part = k.covering(to255(overlap(y, e.y0, e.y1)))
		}
		p.fill(image.Rect(inner.Min.X, y, inner.Max.X, next), part)
		for x := b.Min.X; x < inner.Min.X; x++ {
			p.fill(image.Rect(x, y, x+1, next), part.covering(to255(overlap(x, e.x0, e.x1))))
		}
		for x := inner.Max.X; x < b.Max.X; x++ {
			p.fill(image.Rect(x, y, x+1, next), part.covering(to255(overlap(x, e.x0, e.x1))))
		}
		y = next - 1
	}
}

// outline strokes a box, the stroke's middle on the edge.
func (p *Painter) outline(e edges, radius, width float32, k ink) {
	out, in := e.grown(width/2), e.grown(-width/2)
	if in.x0 >= in.x1 || in.y0 >= in.y1 {
		p.plainBox(out, radius, k)
		return
	}
	if radius <= 0 {
		p.squareBox(edges{out.x0, out.y0, out.x1, in.y0}, k)
		p.squareBox(edges{out.x0, in.y1, out.x1, out.y1}, k)
		p.squareBox(edges{out.x0, in.y0, in.x0, in.y1}, k)
		p.squareBox(edges{in.x1, in.y0, out.x1, in.y1}, k)
		return
	}
	n := ceil(radius+width) + 1
	b := out.bounds()
	left, right := min(b.Min.X+n, b.Max.X), max(b.Max.X-n, b.Min.X)
	top, bottom := min(b.Min.Y+n, b.Max.Y), max(b.Max.Y-n, b.Min.Y)
	if left >= right {
		left, right = b.Max.X, b.Max.X
	}
	if top >= bottom {
		top, bottom = b.Max.Y, b.Max.Y
	}
	ring := func(x0, y0, x1, y1 int) { p.ring(image.Rect(x0, y0, x1, y1), out, in, radius, width, k) }
	ring(b.Min.X, b.Min.Y, left, top)
	ring(right, b.Min.Y, b.Max.X, top)
	ring(b.Min.X, bottom, left, b.Max.Y)
	ring(right, bottom, b.Max.X, b.Max.Y)
	p.squareBox(edges{float32(left), out.y0, float32(right), in.y0}, k)
	p.squareBox(edges{float32(left), in.y1, float32(right), out.y1}, k)
	p.squareBox(edges{out.x0, float32(top), in.x0, float32(bottom)}, k)
	p.squareBox(edges{in.x1, float32(top), out.x1, float32(bottom)}, k)
}

// ring strokes the part r of a box with round corners.
func (p *Painter) ring(r image.Rectangle, out, in edges, radius, width float32, k ink) {
	r = r.Intersect(p.clip)
	inner := max(0, radius-width/2)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			m := roundCover(x, y, out, radius+width/2) - roundCover(x, y, in, inner)
			p.dot(x, y, &k, to255(max(0, m)))
		}
	}
}
