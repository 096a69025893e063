package raster

import (
	"encoding/binary"
	"image"
	"image/color"
)

// ink is a colour to lay on pixels: its even and odd bytes apart, twice, so
// that they are worked on two pixels at a time, and its opacity, 0 to 255.
type ink struct {
	even, odd uint64
	alpha     uint32
}

const (
	evenBytes = 0x00FF00FF_00FF00FF // of two pixels
	halves    = 0x00800080_00800080 // what makes a division round
)

func inkOf(c color.NRGBA) ink {
	pixel := uint64(c.R) | uint64(c.G)<<8 | uint64(c.B)<<16 | 255<<24
	pixel |= pixel << 32
	return ink{pixel & evenBytes, pixel >> 8 & evenBytes, uint32(c.A)}
}

// covering is the ink where it covers only m of 255 of a pixel.
func (k ink) covering(m uint32) ink {
	k.alpha = div255(k.alpha * m)
	return k
}

func div255(v uint32) uint32 { return (v + 128 + (v+128)>>8) >> 8 }

// pair is two pixels that lie under the ink (Porter and Duff, "Compositing
// Digital Images", 1984: over).
func (k *ink) pair(d uint64) uint64 {
	m, rest := uint64(k.alpha), uint64(255-k.alpha)
	even := k.even*m + (d&evenBytes)*rest + halves
	odd := k.odd*m + (d>>8&evenBytes)*rest + halves
	return (even+even>>8&evenBytes)>>8&evenBytes | (odd+odd>>8&evenBytes)&^evenBytes
}

// over lays the ink on one pixel, m of 255 of it.
func (k *ink) over(pix []uint8, m uint32) {
	m = div255(m * k.alpha)
	rest := 255 - m
	d := binary.LittleEndian.Uint32(pix)
	const evens, half = uint32(evenBytes & 0xFFFFFFFF), uint32(halves & 0xFFFFFFFF)
	even := uint32(k.even)*m + (d&evens)*rest + half
	odd := uint32(k.odd)*m + (d>>8&evens)*rest + half
	binary.LittleEndian.PutUint32(pix, (even+even>>8&evens)>>8&evens|(odd+odd>>8&evens)&^evens)
}

// row is the pixels x0 to x1 of line y.
func (p *Painter) row(y, x0, x1 int) []uint8 {
	i := p.dst.PixOffset(x0, y)
	return p.dst.Pix[i : i+4*(x1-x0) : i+4*(x1-x0)]
}

// fill lays the ink on whole pixels.
func (p *Painter) fill(r image.Rectangle, k ink) {
	r = r.Intersect(p.clip)
	if r.Empty() || k.alpha == 0 {
		return
	}
	if r.Dx() == 1 {
		p.column(r, &k)
		return
	}
	if k.alpha != 255 {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			k.wash(p.row(y, r.Min.X, r.Max.X))
		}
		return
	}
	first := p.row(r.Min.Y, r.Min.X, r.Max.X)
	binary.LittleEndian.PutUint32(first, uint32(k.even|k.odd<<8))
	for n := 4; n < len(first); n *= 2 {
		copy(first[n:], first[:n])
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(p.row(y, r.Min.X, r.Max.X), first)
	}
}

// column lays the ink on a column of pixels.
func (p *Painter) column(r image.Rectangle, k *ink) {
	i := p.dst.PixOffset(r.Min.X, r.Min.Y)
	last := uint64(0)
	out := k.pair(last)
	for range r.Dy() {
		q := p.dst.Pix[i : i+4 : i+4]
		if d := uint64(binary.LittleEndian.Uint32(q)); d != last {
			last, out = d, k.pair(d)
		}
		binary.LittleEndian.PutUint32(q, uint32(out))
		i += p.dst.Stride
	}
}

// wash lays the ink on a row of pixels. Neighbours are mostly alike, so what
// came out last serves again.
func (k *ink) wash(pix []uint8) {
	last := uint64(0)
	out := k.pair(last)
	for len(pix) >= 8 {
		if d := binary.LittleEndian.Uint64(pix); d != last {
			last, out = d, k.pair(d)
		}
		binary.LittleEndian.PutUint64(pix, out)
		pix = pix[8:]
	}
	if len(pix) >= 4 {
		k.over(pix, 255)
	}
}

// dot lays the ink on one pixel inside the clip, covered by m of 255.
func (p *Painter) dot(x, y int, k *ink, m uint32) {
	if m == 0 || x < p.clip.Min.X || x >= p.clip.Max.X || y < p.clip.Min.Y || y >= p.clip.Max.Y {
		return
	}
	k.over(p.dst.Pix[p.dst.PixOffset(x, y):], m)
}
