package raster

import (
	"encoding/binary"
	"image"
)

// mask is coverage, w × h bytes, with its upper left corner at x, y from a
// glyph's origin. A small mask also lists what it covers, row by row: half of a
// glyph's box is empty, and looking for the other half costs more than painting
// it.
type mask struct {
	x, y, w, h int
	cover      []uint8
	spots      []spot
	starts     []int32 // of each row in spots, and the end
}

// spot is a covered pixel of a row.
type spot struct{ x, cover uint8 }

// list makes the list of what a mask covers.
func (m *mask) list() {
	if m.w > 256 {
		return
	}
	count := 0
	for _, v := range m.cover {
		if v != 0 {
			count++
		}
	}
	m.spots, m.starts = make([]spot, 0, count), make([]int32, 1, m.h+1)
	for y := range m.h {
		for x, v := range m.cover[y*m.w : (y+1)*m.w] {
			if v != 0 {
				m.spots = append(m.spots, spot{uint8(x), v})
			}
		}
		m.starts = append(m.starts, int32(len(m.spots)))
	}
}

// bytes is about what a mask takes.
func (m *mask) bytes() int { return 160 + len(m.cover) + 2*len(m.spots) + 4*len(m.starts) }

// stamp lays the ink on the pixels that m covers, its origin at x, y. Most of
// them lie on a plain ground, for which the results are at hand.
func (p *Painter) stamp(m *mask, x, y int, k *ink) {
	r := image.Rect(x+m.x, y+m.y, x+m.x+m.w, y+m.y+m.h)
	in := r.Intersect(p.clip)
	if in.Empty() {
		return
	}
	t := p.tints.of(k, binary.LittleEndian.Uint32(p.row(in.Min.Y, in.Min.X, in.Max.X)))
	if in == r && m.starts != nil {
		p.stampSpots(m, r, k, t)
		return
	}
	for y := in.Min.Y; y < in.Max.Y; y++ {
		pix := p.row(y, in.Min.X, in.Max.X)
		line := m.cover[(y-r.Min.Y)*m.w : (y-r.Min.Y+1)*m.w]
		for i, v := range line[in.Min.X-r.Min.X : in.Max.X-r.Min.X] {
			if v != 0 {
				t.over(pix[4*i:4*i+4:4*i+4], v, k)
			}
		}
	}
}

// stampSpots lays the ink on a mask that lies wholly inside the clip.
func (p *Painter) stampSpots(m *mask, r image.Rectangle, k *ink, t *tint) {
	i := p.dst.PixOffset(r.Min.X, r.Min.Y)
	for y := range m.h {
		pix := p.dst.Pix[i : i+4*m.w]
		for _, s := range m.spots[m.starts[y]:m.starts[y+1]] {
			q := pix[4*int(s.x):][:4:4]
			if out := t.out[s.cover]; out != 0 && binary.LittleEndian.Uint32(q) == t.ground {
				binary.LittleEndian.PutUint32(q, out)
			} else {
				t.over(q, s.cover, k)
			}
		}
		i += p.dst.Stride
	}
}

// tint is what an ink makes of one ground, by coverage, as far as it is known:
// 0 is not.
type tint struct {
	ink    ink
	ground uint32
	out    [256]uint32
}

func (t *tint) over(q []uint8, cover uint8, k *ink) {
	plain := binary.LittleEndian.Uint32(q) == t.ground
	k.over(q, uint32(cover))
	if plain {
		t.out[cover] = binary.LittleEndian.Uint32(q)
	}
}

// tints are the tints used lately.
type tints [64]tint

func (all *tints) of(k *ink, ground uint32) *tint {
	h := uint32(k.even) ^ uint32(k.odd)*3 ^ k.alpha*5 ^ ground*7
	t := &all[h*0x9E3779B1>>26]
	if t.ink != *k || t.ground != ground {
		t.ink, t.ground, t.out = *k, ground, [256]uint32{}
	}
	return t
}
