package raster

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"

	"demarche/timeline/scene"
)

// shadedBox fills a box that fades at its ends or is hatched. Its rows are
// alike, or are alike again after a period of the hatch, so most of them are
// copied.
func (p *Painter) shadedBox(e edges, radius float32, k ink, it *scene.Item) {
	b := e.bounds()
	in := b.Intersect(p.clip)
	if in.Empty() {
		return
	}
	cover := p.fadeRow(e, in.Min.X, in.Max.X, p.length(it.FadeIn), p.length(it.FadeOut))
	period := 1
	if it.Hatch {
		period = len(p.hatch)
	}
	n := 4 * in.Dx()
	p.under, p.shade = slices.Grow(p.under[:0], n*period)[:n*period], slices.Grow(p.shade[:0], n*period)[:n*period]
	corners, known := ceil(radius)+1, 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		pix := p.row(y, in.Min.X, in.Max.X)
		part := overlap(y, e.y0, e.y1)
		round := radius > 0.25 && (y < b.Min.Y+corners || y >= b.Max.Y-corners)
		phase := in.Min.X - b.Min.X + y - b.Min.Y
		if part < 1 || round {
			p.edgeRow(pix, p.hatchRow(cover, phase, it.Hatch), y, in.Min.X, part, e, radius, &k)
			continue
		}
		slot := n * (known % period)
		under, shade := p.under[slot:slot+n], p.shade[slot:slot+n]
		if known >= period && bytes.Equal(pix, under) {
			copy(pix, shade)
		} else {
			copy(under, pix)
			p.shadeRow(pix, p.hatchRow(cover, phase, it.Hatch), &k)
			copy(shade, pix)
		}
		known++
	}
}

// hatchRow is the coverage of a row, with the lines of the hatch in it where the
// box has one.
func (p *Painter) hatchRow(cover []uint8, phase int, hatched bool) []uint8 {
	if !hatched {
		return cover
	}
	phase = mod(phase, len(p.hatch))
	p.lined = slices.Grow(p.lined[:0], len(cover))[:len(cover)]
	for i, v := range cover {
		p.lined[i] = uint8(div255(uint32(v) * uint32(p.hatch[phase])))
		if phase++; phase == len(p.hatch) {
			phase = 0
		}
	}
	return p.lined
}

// shadeRow lays the ink on a row by its coverage.
func (p *Painter) shadeRow(pix, cover []uint8, k *ink) {
	t := p.tints.of(k, binary.LittleEndian.Uint32(pix))
	for i, v := range cover {
		q := pix[4*i : 4*i+4 : 4*i+4]
		if out := t.out[v]; out != 0 && binary.LittleEndian.Uint32(q) == t.ground {
			binary.LittleEndian.PutUint32(q, out)
		} else {
			t.over(q, v, k)
		}
	}
}

// edgeRow lays the ink on a row that the box covers in part, or in which its
// round corners lie.
func (p *Painter) edgeRow(pix, cover []uint8, y, x0 int, part float32, e edges, radius float32, k *ink) {
	b := e.bounds()
	n := ceil(radius) + 1
	corners := radius > 0.25 && (y < b.Min.Y+n || y >= b.Max.Y-n)
	for i, v := range cover {
		m := float32(v)
		if x := x0 + i; corners && (x < b.Min.X+n || x >= b.Max.X-n) {
			m *= roundCover(x, y, e, radius)
		} else {
			m *= part
		}
		k.over(pix[4*i:4*i+4:4*i+4], uint32(m+0.5))
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
