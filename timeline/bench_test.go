package timeline

import (
	"fmt"
	"testing"

	"demarche/data"
	"demarche/timeline/made"
	"demarche/timeline/scene"
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
