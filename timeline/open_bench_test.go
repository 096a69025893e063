package timeline_test

import (
	"flag"
	"fmt"
	"image"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/store"
	"demarche/timeline"
	"demarche/timeline/made"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
)

var caseFile = flag.String("case", "", "a case file for BenchmarkOpen instead of one that is made first")

// BenchmarkOpen is the way from a case file to its first picture: reading it,
// the index, the layout, and the frame.
func BenchmarkOpen(b *testing.B) {
	f := faces(b)
	for _, n := range []int{10_000, 100_000} {
		if testing.Short() && n > 10_000 {
			break
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := *caseFile
			if path == "" {
				path = filepath.Join(b.TempDir(), "made.demarche")
				if err := made.File(path, made.Options{Items: n, Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
			var read, index, layout, frame time.Duration
			painter, img := raster.New(f), image.NewRGBA(image.Rect(0, 0, 1280, 800))
			var s scene.Scene
			var st *store.Store
			var x *data.Index
			var p *timeline.Plot
			for b.Loop() {
				start := time.Now()
				lap := func(d *time.Duration) { now := time.Now(); *d += now.Sub(start); start = now }
				var err error
				if st, err = store.Open(path, store.Options{}); err != nil {
					b.Fatal(err)
				}
				lap(&read)
				x = data.NewIndex(st.Case())
				lap(&index)
				p = timeline.NewPlot(st.Case(), timeline.PlotOptions{Measure: f.Measure, Index: x, Width: 1144})
				lap(&layout)
				p.Draw(&s, timeline.View{Window: p.DefaultWindow(), W: 1280, H: 800})
				painter.Paint(img, &s, 1)
				lap(&frame)
				st.Close()
			}
			ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(b.N) }
			b.ReportMetric(ms(read), "read-ms")
			b.ReportMetric(ms(index), "index-ms")
			b.ReportMetric(ms(layout), "layout-ms")
			b.ReportMetric(ms(frame), "frame-ms")
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "heap-MB")
			runtime.KeepAlive(st)
			runtime.KeepAlive(x)
			runtime.KeepAlive(p)
		})
	}
}
