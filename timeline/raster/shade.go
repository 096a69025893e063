package raster

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"

	"demarche/timeline/scene"
)

// shadedBox fills a box that fades at its ends or is hatched.
func (p *Painter) shadedBox(e edges, radius float32, k ink, it *scene.Item) {
	b := e.bounds()
	in := b.Intersect(p.clip)
	if in.Empty() {
		return
	}
	cover := p.fadeRow(e, in.Min.X, in.Max.X, p.length(it.FadeIn), p.length(it.FadeOut))
	p.under, p.shade = slices.Grow(p.under[:0], 4*in.Dx())[:4*in.Dx()], slices.Grow(p.shade[:0], 4*in.Dx())[:4*in.Dx()]
	n, known := ceil(radius)+1, false
	same := 0 // rows painted on the ground in p.under
	for y := in.Min.Y; y < in.Max.Y; y++ {
		pix := p.row(y, in.Min.X, in.Max.X)
		part := overlap(y, e.y0, e.y1)
		round := radius > 0.25 && (y < b.Min.Y+n || y >= b.Max.Y-n)
		switch {
		case it.Hatch && part == 1 && !round:
			if same == 0 || !bytes.Equal(pix, p.under) {
				copy(p.under, pix)
				same = 0
			}
			if same++; same > len(p.hatch) { // as a period above, on the same ground
				copy(pix, p.row(y-len(p.hatch), in.Min.X, in.Max.X))
			} else {
				p.hatchRow(pix, cover, mod(in.Min.X-b.Min.X+y-b.Min.Y, len(p.hatch)), &k)
			}
		case part < 1 || round || it.Hatch:
			p.shadeRow(pix, cover, y, in.Min.X, part, e, radius, &k, it.Hatch)
		case known && bytes.Equal(pix, p.under): // like the row above
			copy(pix, p.shade)
		default:
			copy(p.under, pix)
			for i, v := range cover {
				k.over(pix[4*i:4*i+4:4*i+4], uint32(v))
			}
			copy(p.shade, pix)
			known = true
		}
	}
}

// hatchRow hatches a row of whole pixels, the first of them at a phase of the
// hatch. Between its fading ends it takes stretches of one ground colour, lays
// one period of the hatch on each and repeats that.
func (p *Painter) hatchRow(pix, cover []uint8, phase int, k *ink) {
	from, to := 0, len(cover)
	for from < to && cover[from] != 255 {
		from++
	}
	for to > from && cover[to-1] != 255 {
		to--
	}
	p.hatchPart(pix, cover, 0, from, phase, k)
	for i := from; i < to; {
		ground := binary.LittleEndian.Uint32(pix[4*i:])
		j := i + 1
		for j < to && binary.LittleEndian.Uint32(pix[4*j:]) == ground {
			j++
		}
		n := min(i+len(p.hatch), j)
		p.hatchPart(pix, cover, i, n, phase, k)
		for done := n - i; i+done < j; done *= 2 {
			copy(pix[4*(i+done):4*j], pix[4*i:4*(i+done)])
		}
		i = j
	}
	p.hatchPart(pix, cover, to, len(cover), phase, k)
}

// hatchPart hatches the pixels i to j of a row.
func (p *Painter) hatchPart(pix, cover []uint8, i, j, phase int, k *ink) {
	for phase = (phase + i) % len(p.hatch); i < j; i++ {
		k.over(pix[4*i:4*i+4:4*i+4], div255(uint32(p.hatch[phase])*uint32(cover[i])))
		if phase++; phase == len(p.hatch) {
			phase = 0
		}
	}
}

// shadeRow shades a row in which parts of pixels, corners or a hatch count.
func (p *Painter) shadeRow(pix, cover []uint8, y, x0 int, part float32, e edges, radius float32, k *ink, hatch bool) {
	b := e.bounds()
	phase := mod(x0-b.Min.X+y-b.Min.Y, len(p.hatch))
	n := ceil(radius) + 1
	corners := radius > 0.25 && (y < b.Min.Y+n || y >= b.Max.Y-n)
	for i, v := range cover {
		m := float32(v)
		if x := x0 + i; corners && (x < b.Min.X+n || x >= b.Max.X-n) {
			m *= roundCover(x, y, e, radius)
		} else {
			m *= part
		}
		whole := uint32(m + 0.5)
		if hatch {
			whole = div255(whole * uint32(p.hatch[phase]))
			if phase++; phase == len(p.hatch) {
				phase = 0
			}
		}
		if whole > 0 {
			k.over(pix[4*i:4*i+4:4*i+4], whole)
		}
	}
}

// fadeRow is the coverage of the pixels x0 to x1 of a box that comes up over
// fadeIn pixels and goes over fadeOut.
func (p *Painter) fadeRow(e edges, x0, x1 int, fadeIn, fadeOut float32) []uint8 {
	p.cover = slices.Grow(p.cover[:0], x1-x0)[:x1-x0]
	for i := range p.cover {
		m := overlap(x0+i, e.x0, e.x1)
		middle := float32(x0+i) + 0.5
		if d := middle - e.x0; d < fadeIn {
			m *= max(0, d/fadeIn)
		}
		if d := e.x1 - middle; d < fadeOut {
			m *= max(0, d/fadeOut)
		}
		p.cover[i] = uint8(to255(m))
	}
	return p.cover
}

// hatchPattern is the share of the fill along one period of a hatch, by x + y of
// a pixel. A pixel spans two units of it, most of it in the middle.
func hatchPattern(pattern []uint8, scale float32) []uint8 {
	period := max(3, int(math.Round(float64(scene.HatchPeriod*scale))))
	width := scene.HatchWidth * float64(period) / scene.HatchPeriod
	pattern = slices.Grow(pattern[:0], period)[:period]
	const samples = 32
	for i := range pattern {
		on, all := 0.0, 0.0
		for k := range samples {
			u := 2 * (float64(k) + 0.5) / samples
			weight := 1 - math.Abs(u-1)
			all += weight
			if math.Mod(float64(i)+u, float64(period)) < width {
				on += weight
			}
		}
		pattern[i] = uint8(to255(float32(1 - on/all*(1-scene.HatchAlpha))))
	}
	return pattern
}

func mod(a, n int) int {
	if a %= n; a < 0 {
		a += n
	}
	return a
}
