package raster

import (
	"math"

	"demarche/timeline/scene"
)

// markKey names a mask: lengths in quarters of a pixel, the place within one too.
type markKey struct {
	shape             scene.Shape
	stroke            bool
	size, width, dash uint16
	placeX, placeY    uint8
}

// mark draws a glyph by its masks.
func (p *Painter) mark(it *scene.Item) {
	size := p.length(it.Size)
	x, y := quarters(p.at(it.X0)), quarters(p.at(it.Y0))
	reach := int(size) + 4
	if size <= 0 || x>>2+reach < p.clip.Min.X || x>>2-reach > p.clip.Max.X || y>>2+reach < p.clip.Min.Y || y>>2-reach > p.clip.Max.Y {
		return
	}
	key := markKey{shape: it.Shape, size: quantity(size), placeX: uint8(x & 3), placeY: uint8(y & 3)}
	if it.Fill.A > 0 {
		fill := inkOf(it.Fill)
		p.stamp(p.markMask(key), x>>2, y>>2, &fill)
	}
	if it.Stroke.A > 0 {
		key.stroke, key.width, key.dash = true, quantity(p.strokeWidth(it)), quantity(p.length(it.Dash))
		line := inkOf(it.Stroke)
		p.stamp(p.markMask(key), x>>2, y>>2, &line)
	}
}

func quarters(v float32) int { return int(math.Floor(float64(v)*4 + 0.5)) }

// quantity is a length in quarters of a pixel, at most 2,000 pixels.
func quantity(v float32) uint16 { return uint16(min(8000, v*4+0.5)) }

func (p *Painter) markMask(k markKey) *mask {
	if m, ok := p.marks.Get(k); ok {
		return m
	}
	size, width, dash := float32(k.size)/4, float32(k.width)/4, float32(k.dash)/4
	dx, dy := float32(k.placeX)/4, float32(k.placeY)/4
	half := ceil(size/2+1.5*width) + 2
	m := &mask{x: -half, y: -half, w: 2 * half, h: 2 * half}
	p.startMask(m)
	t := tracer{p, float32(half) + dx, float32(half) + dy, farAway}
	all := k.shape.Contours()
	draw := func(contour []scene.Point) {
		switch {
		case !k.stroke:
			t.contour(contour)
		case dash > 0 && all != nil:
			t.dashes(contour, true, width, scene.SideDashes(contour, dash))
		default:
			t.stroke(contour, true, width, dash)
		}
	}
	if all == nil {
		r := size / 2
		p.path = roundPath(p.path[:0], edges{-r, -r, r, r}, r)
		draw(p.path)
	}
	for _, contour := range all {
		p.path = p.path[:0]
		for _, q := range contour {
			p.path = append(p.path, scene.Point{X: q.X * size, Y: q.Y * size})
		}
		draw(p.path)
	}
	p.finishMask(m)
	p.marks.Put(k, m, m.bytes())
	return m
}
