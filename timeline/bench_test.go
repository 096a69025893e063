package timeline

import (
	"fmt"
	"image"
	"slices"
	"testing"
	"time"

	"demarche/data"
	"demarche/timeline/made"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

// sizes of the benchmarks; a million takes half a minute to make.
func sizes(b *testing.B) []int {
	if testing.Short() {
		return []int{1000, 10_000}
	}
	return []int{1000, 10_000, 100_000, 1_000_000}
}

func BenchmarkNewPlot(b *testing.B) {
	for _, n := range sizes(b) {
		if n > 100_000 {
			continue
		}
		c := made.Case(made.Options{Items: n})
		x := data.NewIndex(c)
		for _, g := range []Grouping{ByIssue, ByActor} {
			b.Run(fmt.Sprintf("%s/%d", g, n), func(b *testing.B) {
				for b.Loop() {
					NewPlot(c, PlotOptions{Grouping: g, Index: x})
				}
			})
		}
	}
}

// BenchmarkPan draws a window that moves on by three pixels a frame, at the
// zoom of the default window and zoomed out to the whole case.
func BenchmarkPan(b *testing.B) {
	for _, n := range sizes(b) {
		p := NewPlot(made.Case(made.Options{Items: n}), PlotOptions{Grouping: ByIssue})
		for name, w := range map[string]View{"open": {Window: p.DefaultWindow()}, "all": {Window: p.FitWindow()}} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				v := w
				v.W, v.H = 1280, 800
				var s scene.Scene
				p.Draw(&s, v)
				b.ReportAllocs()
				step := v.Window.Span() * 3 / 1280
				for i := 0; b.Loop(); i++ {
					if i%200 == 0 {
						step = -step
					}
					v.Window.From += step
					v.Window.To += step
					p.Draw(&s, v)
				}
				b.ReportMetric(float64(len(s.Items)), "primitives")
			})
		}
	}
}

// BenchmarkFrame draws and paints a window that moves on by three pixels a
// frame, as the screen does, on one core. Its medians and percentiles are of
// processor time.
func BenchmarkFrame(b *testing.B) {
	faces, err := typeface.New(typeface.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range sizes(b) {
		p := NewPlot(made.Case(made.Options{Items: n}), PlotOptions{Measure: faces.Measure})
		for _, size := range []image.Point{{1280, 800}, {2560, 1600}} {
			b.Run(fmt.Sprintf("%dx%d/%d", size.X, size.Y, n), func(b *testing.B) {
				painter, img := raster.New(faces), image.NewRGBA(image.Rectangle{Max: size})
				v := View{Window: p.DefaultWindow(), W: float32(size.X), H: float32(size.Y)}
				var s scene.Scene
				p.Draw(&s, v)
				painter.Paint(img, &s, 1)
				b.ReportAllocs()
				step := v.Window.Span() * 3 / int64(size.X)
				clock, done := cpuClock()
				defer done()
				times := make([]time.Duration, 0, 1<<12)
				for i := 0; b.Loop(); i++ {
					if i%200 == 0 {
						step = -step
					}
					start := clock()
					v.Window.From += step
					v.Window.To += step
					p.Draw(&s, v)
					painter.Paint(img, &s, 1)
					times = append(times, clock()-start)
				}
				slices.Sort(times)
				b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
				b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
			})
		}
	}
}
