package timeline_test

import (
	"fmt"
	"image"
	"testing"

	"demarche/timeline"
	"demarche/timeline/made"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
)

// BenchmarkPaintFrame is the cost of the pixels of a frame of a large case,
// without that of laying it out.
func BenchmarkPaintFrame(b *testing.B) {
	f := faces(b)
	p := timeline.NewPlot(made.Case(made.Options{Items: 20_000, Seed: 1}), timeline.PlotOptions{Measure: f.Measure})
	for _, size := range []image.Point{{X: 1280, Y: 800}, {X: 2560, Y: 1600}} {
		b.Run(fmt.Sprintf("%dx%d", size.X, size.Y), func(b *testing.B) {
			var s scene.Scene
			p.Draw(&s, timeline.View{Window: p.DefaultWindow(), W: float32(size.X), H: float32(size.Y)})
			img := image.NewRGBA(image.Rectangle{Max: size})
			painter := raster.New(f)
			painter.Paint(img, &s, 1)
			b.ReportAllocs()
			for b.Loop() {
				painter.Paint(img, &s, 1)
			}
		})
	}
}
