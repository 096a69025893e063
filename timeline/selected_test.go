package timeline

import (
	"strings"
	"testing"

	"demarche/data"
	"demarche/timeline/scene"
	"pgregory.net/rapid"
)

// TestSelectedHasItsLabel holds that what is selected and in sight is named at
// every zoom, and that its label lies on no other.
func TestSelectedHasItsLabel(t *testing.T) {
	all := plots()
	rapid.Check(t, func(t *rapid.T) {
		p := all[rapid.IntRange(0, len(all)-1).Draw(t, "plot")]
		v := zoomed(t, p)
		v.Selected = p.Row(rapid.IntRange(0, p.Len()-1).Draw(t, "item")).Ref
		v, ok := p.Reveal(v, v.Selected)
		if !ok {
			return
		}
		at, _ := p.Where(v.Selected)
		x := p.X(v, at.Mid)
		row := p.Row(must(p.Find(v.Selected)))
		if !at.Event || row.Date.Interval { // where there are many, it is drawn as a mark at its start
			x = p.X(v, at.From)
		}
		if x < p.HeaderWidth() || x > v.W {
			return
		}
		if h, ok := p.FoldOf(v, v.Selected); ok && (h.X1 < p.HeaderWidth() || h.X0 > v.W) {
			return
		}
		var s scene.Scene
		p.Draw(&s, v)
		named := false
		for _, it := range s.Items {
			if it.Op == scene.OpText && it.X0 < v.W-12 && it.X0 >= p.HeaderWidth() && it.Y0 > AxisHeight &&
				(strings.HasPrefix(strings.TrimPrefix(it.Text, "against "), row.Text) || it.Text == row.Name && row.Name != "") {
				named = true
			}
		}
		if !named {
			t.Fatalf("%v, selected at %v in %v, has no label", v.Selected, x, v.Window)
		}
	})
}

func must(i int, ok bool) int {
	if !ok {
		panic("not shown")
	}
	return i
}

// TestLongestHeldIsNamedFirst zooms out until two neighbours want the same gap
// for their labels.
func TestLongestHeldIsNamedFirst(t *testing.T) {
	for _, c := range []struct {
		first, second string
		named         int
	}{{"2024-03-01/2024-03-02", "2024-03-26/2024-03-30", 1}, {"2024-03-01/2024-03-06", "2024-03-29/2024-03-30", 0}} {
		p := NewPlot(&data.Case{Info: &data.Info{ID: data.InfoID, Title: "Two"}, Events: data.NewTable([]*data.Event{
			event("e1", "Talks", c.first, "", ""), event("e2", "Round", c.second, "", ""),
		})}, PlotOptions{})
		if n := len(p.lanes[0].rows); n != 1 {
			t.Fatalf("they lie in %d rows", n)
		}
		seen := false
		for zoom := 1.0; zoom < 12; zoom *= 1.02 {
			v := View{Window: p.DefaultWindow().Grow((zoom - 1) / 2), W: 836, H: 300}
			f := p.frame(v)
			r := &p.lanes[0].rows[0]
			gs := p.glyphs(nil, &f, r)
			p.placeLabels(gs, &f, r)
			if len(gs) != 2 || gs[0].b1 > gs[1].b0-130 {
				break
			}
			if between := (gs[0].label == atRight) != (gs[1].label == atLeft); !between {
				continue
			}
			seen = true
			if named := gs[c.named].label; named != atRight && named != atLeft || c.named == 0 && named != atRight || c.named == 1 && named != atLeft {
				t.Fatalf("at zoom %.2f the gap does not go to the one of %v: %+v", zoom, []string{c.first, c.second}[c.named], gs)
			}
		}
		if !seen {
			t.Error("the two never wanted the same gap")
		}
	}
}
