// Package raster paints a scene into pixels: boxes directly, marks from cached
// masks, text from a glyph atlas. It allocates nothing from frame to frame.
package raster

import (
	"image"
	"math"

	"golang.org/x/image/vector"

	"demarche/timeline/internal/recent"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

// Painter paints scenes. It keeps masks of glyphs and marks, so one painter
// should serve many frames; it is for one goroutine at a time.
type Painter struct {
	faces   *typeface.Faces
	atlas   atlas
	marks   recent.Cache[markKey, *mask]
	paths   vector.Rasterizer
	tints   tints
	under   []uint8 // a row before and after shading
	shade   []uint8
	lined   []uint8            // coverage of a row of a hatch
	cover   []uint8            // coverage of a row or of a path
	alpha   image.Alpha        // p.cover as a picture
	path    []scene.Point      // scratch of flattened paths
	dash    []scene.Point      // scratch of one dash
	pattern []float32          // scratch of dashes of one length
	lines   []typeface.Segment // scratch of glyph outlines
	hatch   []uint8            // share of the fill by pixels along a hatch's period
	clips   []image.Rectangle

	top, bottom float32 // of the band that is painted, in pixels of the scene

	dst   *image.RGBA
	clip  image.Rectangle // in pixels of dst
	scale float32
	scene *scene.Scene
}

// New makes a painter that sets its text with faces.
func New(faces *typeface.Faces) *Painter {
	p := &Painter{faces: faces}
	p.atlas.init()
	p.marks.Bound = 4 << 20 // bytes of masks
	return p
}

// Forget drops every mask, for when the faces found better glyphs.
func (p *Painter) Forget() {
	p.atlas.init()
	p.marks.Clear()
}

// Paint fills dst with the scene, scale pixels to each pixel of the scene.
func (p *Painter) Paint(dst *image.RGBA, s *scene.Scene, scale float32) {
	p.PaintArea(dst, s, scale, dst.Rect)
}

// PaintArea paints only what lies in area, which is in pixels of dst.
func (p *Painter) PaintArea(dst *image.RGBA, s *scene.Scene, scale float32, area image.Rectangle) {
	area = area.Intersect(dst.Rect)
	if area.Empty() || scale <= 0 {
		return
	}
	p.dst, p.scene = dst, s
	if scale != p.scale {
		p.scale = scale
		p.hatch = hatchPattern(p.hatch, scale)
	}
	rows := max(minBand, bandBytes/(4*area.Dx()))
	for y := area.Min.Y; y < area.Max.Y; y += rows {
		p.band(image.Rect(area.Min.X, y, area.Max.X, min(y+rows, area.Max.Y)))
	}
	p.dst, p.scene = nil, nil
}

// A picture is painted in bands that stay in a processor's cache: going through
// the scene again costs less than going through the memory again.
const (
	bandBytes = 768 << 10
	minBand   = 64 // rows
)

func (p *Painter) band(area image.Rectangle) {
	p.clip, p.clips = area, p.clips[:0]
	p.top, p.bottom = float32(area.Min.Y)/p.scale-1, float32(area.Max.Y)/p.scale+1
	p.fill(area, inkOf(p.scene.Background))
	for i := range p.scene.Items {
		if it := &p.scene.Items[i]; !p.misses(it) {
			p.item(it)
		}
	}
}

// misses reports whether an item surely lies above or below the band.
func (p *Painter) misses(it *scene.Item) bool {
	switch it.Op {
	case scene.OpRect, scene.OpLine:
		return min(it.Y0, it.Y1)-it.Width > p.bottom || max(it.Y0, it.Y1)+it.Width < p.top
	case scene.OpMark:
		reach := it.Size + 2*it.Width
		return it.Y0-reach > p.bottom || it.Y0+reach < p.top
	case scene.OpText:
		return it.Y0-2*it.Font.Size > p.bottom || it.Y0+it.Font.Size < p.top
	}
	return false
}

func (p *Painter) item(it *scene.Item) {
	switch it.Op {
	case scene.OpRect:
		p.box(it)
	case scene.OpLine:
		p.line(it)
	case scene.OpMark:
		p.mark(it)
	case scene.OpPolygon:
		p.polygon(it)
	case scene.OpCurve:
		p.curve(it)
	case scene.OpText:
		p.text(it)
	case scene.OpClip:
		p.clips = append(p.clips, p.clip)
		p.clip = p.clip.Intersect(image.Rect(p.round(it.X0), p.round(it.Y0), p.round(it.X1), p.round(it.Y1)))
	case scene.OpUnclip:
		if n := len(p.clips); n > 0 {
			p.clip, p.clips = p.clips[n-1], p.clips[:n-1]
		}
	}
}

// maxCoordinate bounds coordinates in pixels, so that what comes from a far
// zoom, infinite or not a number neither overflows nor loops.
const maxCoordinate = 1 << 24

// at is a coordinate of the scene in pixels.
func (p *Painter) at(v float32) float32 {
	v *= p.scale
	switch {
	case v > maxCoordinate:
		return maxCoordinate
	case v >= -maxCoordinate:
		return v
	}
	return -maxCoordinate // also what is not a number
}

func (p *Painter) round(v float32) int { return int(math.Floor(float64(p.at(v)) + 0.5)) }

// length is a length of the scene in pixels, never below 0.
func (p *Painter) length(v float32) float32 { return max(0, p.at(v)) }

func (p *Painter) strokeWidth(it *scene.Item) float32 {
	if it.Width <= 0 {
		return p.scale * scene.DefaultWidth
	}
	return p.length(it.Width)
}
