package timeline

import (
	"strings"
	"testing"

	"demarche/data"
	"demarche/timeline/scene"
)

// TestLabelBeforeFade widens a window on a bar that is still held: where its
// label runs into the end that fades, it is cut and does not turn dark on dark.
func TestLabelBeforeFade(t *testing.T) {
	for _, relation := range []data.Relation{"", data.Media} {
		labelBeforeFade(t, relation)
	}
}

func labelBeforeFade(t *testing.T, relation data.Relation) {
	long := position("p1", "free passage of all grain ships and no fees", "2024-03-04", "", "a1", "i2", data.Demands)
	long.Attribution.Relation = relation
	p := NewPlot(harbour().With(data.Change{Put: []data.Record{long}}), PlotOptions{Today: long.Begins() + 120*86400})
	cut, whole := false, false
	for w := float32(360); w < 1400; w += 4 {
		var s scene.Scene
		p.Draw(&s, View{Window: p.FitWindow(), W: w, H: 900})
		var bar *scene.Item
		for i := range s.Items {
			switch it := &s.Items[i]; {
			case it.Op == scene.OpRect && it.FadeOut > 0:
				bar = it
			case it.Op == scene.OpText && bar != nil && strings.HasPrefix(it.Text, "free") && it.X0 > bar.X0:
				if it.Fill != p.theme.OnBar && bar.X1-bar.FadeOut-it.X0 > 200 {
					t.Fatalf("at %v pixels %q turns dark, of which %v pixels fit", w, it.Text, bar.X1-bar.FadeOut-it.X0)
				}
				reach := min(it.X0+p.opt.Measure(it.Font, it.Text), it.X1)
				if room := bar.X1 - bar.FadeOut; relation != "" && reach > room+8 && room-bar.X0 > 300 {
					t.Fatalf("at %v pixels %q runs %v pixels into hatching", w, it.Text, reach-room)
				}
				short := it.X1 > 0 && it.X1 < bar.X1-bar.FadeOut/2
				cut, whole = cut || short && it.Fill == p.theme.OnBar, whole || !short
			}
		}
	}
	if !cut || !whole {
		t.Errorf("the label was cut: %v, whole: %v", cut, whole)
	}
}
