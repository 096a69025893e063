package vector

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"codeberg.org/go-pdf/fpdf"

	"demarche/timeline/scene"
)

func (p *pdf) box(it *scene.Item) {
	if it.X1 <= it.X0 || it.Y1 <= it.Y0 {
		return
	}
	if it.Fill.A > 0 {
		switch {
		case it.Hatch:
			p.hatched(it)
		case it.FadeIn > 0 || it.FadeOut > 0:
			p.rounded(it, func() { p.faded(it, func(alpha float64) float64 { return alpha }) })
		default:
			p.fillColor(it.Fill)
			p.outline(it, "F")
		}
	}
	if p.pen(it) {
		p.outline(it, "D")
	}
}

func (p *pdf) outline(it *scene.Item, style string) {
	w, h := it.X1-it.X0, it.Y1-it.Y0
	if r := min(it.Radius, w/2, h/2); r > 0 {
		p.RoundedRect(p.at(it.X0), p.at(it.Y0), p.at(w), p.at(h), p.at(r), "1234", style)
		return
	}
	p.Rect(p.at(it.X0), p.at(it.Y0), p.at(w), p.at(h), style)
}

// rounded draws inside the round corners of a box.
func (p *pdf) rounded(it *scene.Item, draw func()) {
	w, h := it.X1-it.X0, it.Y1-it.Y0
	r := min(it.Radius, w/2, h/2)
	if r > 0 {
		p.ClipRoundedRect(p.at(it.X0), p.at(it.Y0), p.at(w), p.at(h), p.at(r), false)
		defer p.ClipEnd()
	}
	draw()
}

// hatched draws a box with lines: a pale box, and over it the rest of the fill
// between the lines.
func (p *pdf) hatched(it *scene.Item) {
	p.rounded(it, func() {
		p.faded(it, func(alpha float64) float64 { return alpha * scene.HatchAlpha })
		p.ClipRect(p.at(it.X0), p.at(it.Y0), p.at(it.X1-it.X0), p.at(it.Y1-it.Y0), false)
		p.ClipPolygon(p.between(it), false)
		p.faded(it, func(alpha float64) float64 {
			if alpha >= 1 {
				return 1
			}
			return 1 - (1-alpha)/(1-alpha*scene.HatchAlpha)
		})
		p.ClipEnd()
		p.ClipEnd()
	})
}

// maxStripes bounds the lines of one box.
const maxStripes = 5000

// between is the space between the lines of a hatch as one polygon, its parts
// joined along the box's upper edge.
func (p *pdf) between(it *scene.Item) []fpdf.PointType {
	var out []fpdf.PointType
	h := it.Y1 - it.Y0
	add := func(x, y float32) { out = append(out, fpdf.PointType{X: p.at(x), Y: p.at(y)}) }
	for n := range maxStripes {
		from := it.X0 + float32(n)*scene.HatchPeriod + scene.HatchWidth
		to := it.X0 + float32(n+1)*scene.HatchPeriod
		if from-h > it.X1 {
			break
		}
		add(from, it.Y0)
		add(to, it.Y0)
		add(to-h, it.Y1)
		add(from-h, it.Y1)
		add(from, it.Y0)
	}
	return out
}

// faded fills a box as it fades, with what change makes of each opacity. A fade
// is a picture one pixel high and stretched: the library has no gradients of
// opacity, and boxes side by side would show seams.
func (p *pdf) faded(it *scene.Item, change func(alpha float64) float64) {
	w := it.X1 - it.X0
	x, y, width, height := p.at(it.X0), p.at(it.Y0), p.at(w), p.at(it.Y1-it.Y0)
	if it.FadeIn <= 0 && it.FadeOut <= 0 {
		p.fillColor(it.Fill)
		p.SetAlpha(change(float64(it.Fill.A)/255), "Normal")
		p.Rect(x, y, width, height, "F")
		return
	}
	key := fmt.Sprint(it.Fill, it.FadeIn, it.FadeOut, w, change(0.5))
	name, known := p.fades[key]
	options := fpdf.ImageOptions{ImageType: "png"}
	if !known {
		name = fmt.Sprint("fade", len(p.fades))
		p.fades[key] = name
		p.RegisterImageOptionsReader(name, options, p.strip(it, change))
	}
	p.SetAlpha(1, "Normal")
	p.ImageOptions(name, x, y, width, height, false, options, 0, "")
}

// strip is the picture of a fade. No two are of one width: the library sorts
// pictures by it, and the file is to be the same each time.
func (p *pdf) strip(it *scene.Item, change func(alpha float64) float64) *bytes.Buffer {
	w := it.X1 - it.X0
	wide := int(min(4096, max(16, 2*w)))
	for p.widths[wide] {
		wide++
	}
	p.widths[wide] = true
	strip := image.NewNRGBA(image.Rect(0, 0, wide, 1))
	columns := float32(strip.Rect.Dx())
	for i := range strip.Rect.Dx() {
		at := (float32(i) + 0.5) / columns
		c := it.Fill
		c.A = uint8(255*change(float64(ramp(at, it.FadeIn/w)*ramp(1-at, it.FadeOut/w))*float64(c.A)/255) + 0.5)
		strip.SetNRGBA(i, 0, c)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, strip); err != nil {
		p.SetError(fmt.Errorf("drawing a fade: %w", err))
	}
	return &file
}
