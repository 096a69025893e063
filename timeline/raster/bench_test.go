package raster

import (
	"fmt"
	"image/color"
	"math/rand/v2"
	"testing"

	"demarche/timeline/scene"
)

// crowd is a made scene of bars, marks and labels as a timeline has them: bars
// do not overlap there, so a thousand of them are as large as the screen at most.
func crowd(w, h float32, boxes, texts int) *scene.Scene {
	r := rand.New(rand.NewPCG(1, 2))
	s := &scene.Scene{W: w, H: h, Background: color.NRGBA{255, 255, 255, 255}}
	for i := range boxes {
		x, y := r.Float32()*w, float32(int(r.Float32()*h))
		it := scene.Item{Op: scene.OpRect, X0: x, Y0: y, X1: x + 10 + r.Float32()*r.Float32()*w/8, Y1: y + 18}
		it.Fill = [...]color.NRGBA{{0, 145, 110, 255}, {224, 161, 0, 255}, {107, 91, 210, 215}, {200, 68, 44, 255}, {138, 147, 165, 215}}[r.IntN(5)]
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
			Op: scene.OpText, X0: x, Y0: y, Text: fmt.Sprintf("Berlin, %d Dec", i%40),
			Fill: color.NRGBA{20, 30, 40, 255}, Font: scene.Font{Size: 12 + float32(i%2), Weight: scene.Weight(i % 3)},
		})
	}
	return s
}

// lanes is a made scene in the order in which a timeline draws: row by row,
// bars and marks one beside the other, labels on plain ground.
func lanes(w, h float32, boxes, texts int) *scene.Scene {
	made, s := crowd(w, h, boxes, texts), &scene.Scene{W: w, H: h, Background: color.NRGBA{255, 255, 255, 255}}
	const rowHeight = 28
	rows := int(h / rowHeight)
	bars, labels := made.Items[:boxes], made.Items[boxes:]
	for row := range rows {
		y, x := float32(row*rowHeight)+5, float32(3.3)
		for i := row; i < boxes; i += rows {
			it, wide := bars[i], bars[i].X1-bars[i].X0
			room := w * float32(rows) / float32(boxes)
			it.X0, it.Y0 = x, y
			if it.Op == scene.OpRect {
				it.X1, it.Y1 = x+min(wide, room-2), y+18
			} else {
				it.Y0 += 9
			}
			s.Add(it)
			x += room
		}
		for i := row; i < texts; i += rows {
			it := labels[i]
			it.X0, it.Y0 = w*float32(i/rows)*float32(rows)/float32(texts), y+14
			s.Add(it)
		}
	}
	return s
}

func BenchmarkPaint(b *testing.B) {
	for name, made := range map[string]func(w, h float32, boxes, texts int) *scene.Scene{"in rows": lanes, "at random": crowd} {
		for _, scale := range []float32{1, 2} {
			b.Run(fmt.Sprintf("%s at %gx", name, scale), func(b *testing.B) {
				s, p := made(1280, 800, 1000, 400), painter(b)
				img := blank(s, scale)
				p.Paint(img, s, scale)
				b.ReportAllocs()
				for b.Loop() {
					p.Paint(img, s, scale)
				}
			})
		}
	}
}
