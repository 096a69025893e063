package timeline

import (
	"fmt"
	"testing"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/made"
)

// BenchmarkChange is what one record's change costs up to the next picture:
// the snapshot, its index, the plot. What writes the file comes on top.
func BenchmarkChange(b *testing.B) {
	for _, n := range sizes(b) {
		c := made.Case(made.Options{Items: n})
		x := data.NewIndex(c)
		for _, g := range []Grouping{ByIssue, ByActor, Ungrouped} {
			b.Run(fmt.Sprintf("%s/%d", g, n), func(b *testing.B) {
				o := PlotOptions{Grouping: g, Index: x}
				p, before := NewPlot(c, o), c
				p.starts()
				b.ReportAllocs()
				start, changes := allCPU(), 0
				for i := 0; b.Loop(); i++ {
					e := *before.Events.All()[i*7919%before.Events.Len()]
					e.Date = edtf.OfDay(2024, 1+i%12, 1+i%28)
					after := before.With(data.Change{Put: []data.Record{&e}})
					next := o
					next.Index = p.opt.Index.With(after)
					q, ok := p.Update(after, next)
					if !ok {
						b.Fatal("the plot was not updated")
					}
					p, before, changes = q, after, i+1
				}
				b.ReportMetric(float64((allCPU()-start).Microseconds())/1000/float64(changes), "cpu-ms")
			})
		}
	}
}
