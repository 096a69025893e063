package raster

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"demarche/timeline/scene"
)

// crowd is a made scene of bars, marks and labels as a timeline has them.
func crowd(w, h float32, boxes, texts int) *scene.Scene {
	r := rand.New(rand.NewPCG(1, 2))
	s := &scene.Scene{W: w, H: h, Background: color.NRGBA{255, 255, 255, 255}}
	for i := range boxes {
		x, y := r.Float32()*w, float32(int(r.Float32()*h))
		it := scene.Item{Op: scene.OpRect, X0: x, Y0: y, X1: x + 10 + r.Float32()*r.Float32()*w/4, Y1: y + 18}
		it.Fill = color.NRGBA{uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32()), 215}
		switch i % 6 {
		case 0:
			it.FadeOut = (it.X1 - it.X0) / 2
		case 1:
			it.Radius = 4
		case 2:
			it.Op, it.X1, it.Y1, it.Size, it.Stroke, it.Width = scene.OpMark, 0, 0, 13, it.Fill, 2
		case 3:
			it.Hatch = i%4 == 0
		}
		s.Add(it)
	}
	for i := range texts {
		x, y := r.Float32()*w, float32(int(r.Float32()*h))
		s.Add(scene.Item{
			Op: scene.OpText, X0: x, Y0: y, Text: fmt.Sprintf("Talks in Berlin, %d Dec", i%40),
			Fill: color.NRGBA{20, 30, 40, 255}, Font: scene.Font{Size: 12 + float32(i%2), Weight: scene.Weight(i % 3)},
		})
	}
	return s
}

func BenchmarkPaint(b *testing.B) {
	for _, c := range []struct {
		w, h  int
		scale float32
	}{{1280, 800, 1}, {1280, 800, 2}} {
		b.Run(fmt.Sprintf("1000 boxes 400 texts %dx%d at %gx", c.w, c.h, c.scale), func(b *testing.B) {
			s := crowd(float32(c.w), float32(c.h), 1000, 400)
			p := painter(b)
			size := Size(s, c.scale)
			img := image.NewRGBA(image.Rectangle{Max: size})
			p.Paint(img, s, c.scale)
			b.ReportAllocs()
			for b.Loop() {
				p.Paint(img, s, c.scale)
			}
		})
	}
}

func BenchmarkScroll(b *testing.B) {
	s := crowd(1280, 800, 1000, 400)
	p := painter(b)
	img := image.NewRGBA(image.Rect(0, 0, 1280, 800))
	p.Paint(img, s, 1)
	b.ReportAllocs()
	for b.Loop() {
		p.Scroll(img, s, 1, img.Rect, -8, 0)
	}
}
