package raster

import (
	"encoding/binary"
	"image"
)

// even and odd bytes of a pixel are worked on two at a time.
const evenBytes = 0x00FF00FF

// times is c·m/255, rounded, for each byte.
func (c rgba) times(m uint32) rgba {
	even := (uint32(c)&evenBytes)*m + 0x00800080
	odd := (uint32(c)>>8&evenBytes)*m + 0x00800080
	even = (even + even>>8&evenBytes) >> 8 & evenBytes
	odd = (odd + odd>>8&evenBytes) & ^uint32(evenBytes)
	return rgba(even | odd)
}

// over lays c on the pixel at pix, after Porter and Duff, "Compositing Digital
// Images" (1984).
func over(pix []uint8, c rgba) {
	d := rgba(binary.LittleEndian.Uint32(pix))
	binary.LittleEndian.PutUint32(pix, uint32(c+d.times(255-uint32(c>>24))))
}

// row is the pixels x0 to x1 of line y.
func (p *Painter) row(y, x0, x1 int) []uint8 {
	i := p.dst.PixOffset(x0, y)
	return p.dst.Pix[i : i+4*(x1-x0) : i+4*(x1-x0)]
}

// fill lays c on whole pixels.
func (p *Painter) fill(r image.Rectangle, c rgba) {
	r = r.Intersect(p.clip)
	if r.Empty() || c>>24 == 0 {
		return
	}
	if c>>24 != 255 {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for pix := p.row(y, r.Min.X, r.Max.X); len(pix) >= 4; pix = pix[4:] {
				over(pix, c)
			}
		}
		return
	}
	first := p.row(r.Min.Y, r.Min.X, r.Max.X)
	binary.LittleEndian.PutUint32(first, uint32(c))
	for n := 4; n < len(first); n *= 2 {
		copy(first[n:], first[:n])
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(p.row(y, r.Min.X, r.Max.X), first)
	}
}

// dot lays c on one pixel inside the clip, covered by m of 255.
func (p *Painter) dot(x, y int, c rgba, m uint32) {
	if m == 0 || x < p.clip.Min.X || x >= p.clip.Max.X || y < p.clip.Min.Y || y >= p.clip.Max.Y {
		return
	}
	over(p.dst.Pix[p.dst.PixOffset(x, y):], c.times(m))
}

// mask is coverage, w × h bytes, with its upper left corner at x, y from a
// glyph's origin.
type mask struct {
	x, y, w, h int
	cover      []uint8
}

// stamp lays c on the pixels that m covers, its origin at x, y.
func (p *Painter) stamp(m *mask, x, y int, c rgba) {
	x, y = x+m.x, y+m.y
	x0, x1 := max(x, p.clip.Min.X), min(x+m.w, p.clip.Max.X)
	y0, y1 := max(y, p.clip.Min.Y), min(y+m.h, p.clip.Max.Y)
	if x0 >= x1 {
		return
	}
	for ; y0 < y1; y0++ {
		pix := p.row(y0, x0, x1)
		cover := m.cover[(y0-y)*m.w+x0-x : (y0-y)*m.w+x1-x]
		for i, v := range cover {
			if v != 0 {
				over(pix[4*i:4*i+4:4*i+4], c.times(uint32(v)))
			}
		}
	}
}
