package raster

import (
	"image"

	"demarche/timeline/scene"
)

// Scroll paints a scene of which all in area stands dx and dy pixels of dst
// further right and down than in the scene painted before: it moves what is
// there and paints only what the move uncovered. The caller repaints what does
// not move with the rest, such as headers, with PaintArea.
func (p *Painter) Scroll(dst *image.RGBA, s *scene.Scene, scale float32, area image.Rectangle, dx, dy int) {
	area = area.Intersect(dst.Rect)
	if abs(dx) >= area.Dx() || abs(dy) >= area.Dy() {
		p.PaintArea(dst, s, scale, area)
		return
	}
	move(dst, area, dx, dy)
	across, down := area, area
	if dx > 0 {
		across.Max.X = area.Min.X + dx
	} else {
		across.Min.X = area.Max.X + dx
	}
	if dy > 0 {
		down.Max.Y = area.Min.Y + dy
	} else {
		down.Min.Y = area.Max.Y + dy
	}
	p.PaintArea(dst, s, scale, across)
	p.PaintArea(dst, s, scale, down)
}

// move copies the pixels of area by dx and dy within it.
func move(dst *image.RGBA, area image.Rectangle, dx, dy int) {
	to := area.Intersect(area.Add(image.Pt(dx, dy)))
	n := 4 * to.Dx()
	line := func(y int) {
		i, j := dst.PixOffset(to.Min.X, y), dst.PixOffset(to.Min.X-dx, y-dy)
		copy(dst.Pix[i:i+n], dst.Pix[j:j+n])
	}
	if dy > 0 { // from below, so that no line is read after it was written
		for y := to.Max.Y - 1; y >= to.Min.Y; y-- {
			line(y)
		}
		return
	}
	for y := to.Min.Y; y < to.Max.Y; y++ {
		line(y)
	}
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}
