package raster

import (
	"math"

	"demarche/timeline/scene"
)

// line draws a straight line. Level and upright ones snap to whole pixels
// across, so that a grid is crisp at every scale.
func (p *Painter) line(it *scene.Item) {
	if it.Stroke.A == 0 {
		return
	}
	x0, y0, x1, y1 := p.at(it.X0), p.at(it.Y0), p.at(it.X1), p.at(it.Y1)
	w, dash, k := p.strokeWidth(it), p.length(it.Dash), inkOf(it.Stroke)
	switch {
	case x0 == x1:
		a, b := snap(x0, w)
		p.upright(a, min(y0, y1), b, max(y0, y1), dash, k)
	case y0 == y1:
		a, b := snap(y0, w)
		p.level(min(x0, x1), a, max(x0, x1), b, dash, k)
	default:
		p.slanted(scene.Point{X: x0, Y: y0}, scene.Point{X: x1, Y: y1}, w, dash, k)
	}
}

// snap is the span of whole pixels of a line of width w about the middle.
func snap(middle, w float32) (from, to float32) {
	w = max(1, float32(math.Round(float64(w))))
	from = float32(math.Floor(float64(middle-w/2) + 0.5))
	return from, from + w
}

func (p *Painter) upright(x0, y0, x1, y1, dash float32, k ink) {
	if x1 < float32(p.clip.Min.X) || x0 > float32(p.clip.Max.X) {
		return
	}
	if dash < 0.5 {
		p.squareBox(edges{x0, y0, x1, y1}, k)
		return
	}
	for y := firstDash(y0, float32(p.clip.Min.Y), dash); y < min(y1, float32(p.clip.Max.Y)); y += 2 * dash {
		p.squareBox(edges{x0, y, x1, min(y+dash, y1)}, k)
	}
}

func (p *Painter) level(x0, y0, x1, y1, dash float32, k ink) {
	if y1 < float32(p.clip.Min.Y) || y0 > float32(p.clip.Max.Y) {
		return
	}
	if dash < 0.5 {
		p.squareBox(edges{x0, y0, x1, y1}, k)
		return
	}
	for x := firstDash(x0, float32(p.clip.Min.X), dash); x < min(x1, float32(p.clip.Max.X)); x += 2 * dash {
		p.squareBox(edges{x, y0, min(x+dash, x1), y1}, k)
	}
}

// firstDash is where the last dash before the clip starts.
func firstDash(from, clip, dash float32) float32 {
	if from >= clip {
		return from
	}
	return from + 2*dash*float32(math.Floor(float64((clip-from)/(2*dash))))
}

func (p *Painter) slanted(a, b scene.Point, w, dash float32, k ink) {
	box := edges{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X), max(a.Y, b.Y)}.grown(w)
	p.path = append(p.path[:0], a, b)
	p.fillPath(box, k, func(t tracer) { t.stroke(p.path, false, w, dash) })
}

// dashedBox strokes the edge of a box in dashes.
func (p *Painter) dashedBox(e edges, radius, w float32, it *scene.Item) {
	p.path = roundPath(p.path[:0], e, radius)
	p.fillPath(e.grown(2*w), inkOf(it.Stroke), func(t tracer) { t.stroke(p.path, true, w, p.length(it.Dash)) })
}

// roundPath is the outline of a box with round corners, from the upper left on.
func roundPath(path []scene.Point, e edges, r float32) []scene.Point {
	corners := [...]struct{ x, y, from float32 }{
		{e.x0 + r, e.y0 + r, 2}, {e.x1 - r, e.y0 + r, 3}, {e.x1 - r, e.y1 - r, 0}, {e.x0 + r, e.y1 - r, 1},
	}
	steps := 0
	if r > 0.5 {
		steps = min(16, 3+int(r))
	}
	for _, c := range corners {
		for i := 0; i <= steps; i++ {
			turn := float64(c.from) + 0.5
			if steps > 0 {
				turn = float64(c.from) + float64(i)/float64(steps)
			}
			sin, cos := math.Sincos(turn * math.Pi / 2)
			path = append(path, scene.Point{X: c.x + r*float32(cos), Y: c.y + r*float32(sin)})
		}
	}
	return path
}
