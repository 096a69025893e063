package timeline

import (
	"fmt"
	"slices"
	"testing"

	"demarche/data"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
)

func TestEverySignIsItsOwn(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{})
	drawn, texts := map[string]string{}, map[string]bool{}
	for _, e := range p.Key() {
		var s scene.Scene
		e.Draw(&s, 0, 0)
		sign := fmt.Sprint(s.Items)
		if other, ok := drawn[sign]; ok || len(s.Items) == 0 || texts[e.Text] {
			t.Errorf("%q is drawn as %q", e.Text, other)
		}
		drawn[sign], texts[e.Text] = e.Text, true
	}
}

// TestLegendExplainsWhatIsDrawn draws one item at a time and asks for the signs
// that its picture needs.
func TestLegendExplainsWhatIsDrawn(t *testing.T) {
	hold := func(from, until string, change func(*data.Position)) data.Record {
		p := position("p1", "no fees", from, until, "a1", "i2", data.Demands)
		if change != nil {
			change(p)
		}
		return p
	}
	happen := func(when string, change func(*data.Event)) data.Record {
		e := event("e1", "Talks", when, "a1", "i2")
		if change != nil {
			change(e)
		}
		return e
	}
	pictures := map[string]string{}
	for _, c := range []struct {
		name  string
		item  data.Record
		signs []string
	}{
		{"exact", hold("2024-03-04", "2024-04-01", nil), []string{"Demands"}},
		{"approximate start", hold("2024-03~", "2024-04-01", nil), []string{"Demands", "start or end not certain"}},
		{"approximate end", hold("2024-03-04", "2024-04~", nil), []string{"Demands", "start or end not certain"}},
		{"open start", hold("../2024-03-04", "2024-04-01", nil), []string{"Demands", "nobody says since when"}},
		{"open end", hold("2024-03-04", "", nil), []string{"Demands", "nobody says until when", "last heard of"}},
		{"red line", hold("2024-03-04", "2024-04-01", func(p *data.Position) { p.Firmness = data.RedLine }), []string{"Demands", "red line"}},
		{"by others", hold("2024-03-04", "2024-04-01", func(p *data.Position) { p.Attribution.Relation = data.Media }), []string{"Demands", "told by others"}},
		{"disputed", hold("2024-03-04", "2024-04-01", func(p *data.Position) { p.Disputed = true }), []string{"Demands", "disputed"}},
		{"event", happen("2024-03-04", nil), []string{"event"}},
		{"event about a month", happen("2024-03~", nil), []string{"event, day not certain"}},
		{"event that lasted", happen("2024-03-04/2024-03-20", nil), []string{"event that lasted"}},
		{"event without end", happen("2024-03-04/..", nil), []string{"event that lasted", "nobody says until when"}},
		{"event without start", happen("../2024-03-04", nil), []string{"event that lasted", "nobody says since when"}},
		{"event by others", happen("2024-03-04", func(e *data.Event) { e.Attribution.Relation = data.Media }), []string{"event", "told by others"}},
		{"event disputed", happen("2024-03-04", func(e *data.Event) { e.Disputed = true }), []string{"event", "disputed"}},
		{"event planned", happen("2024-03-04", func(e *data.Event) { e.Status = data.Planned }), []string{"planned"}},
		{"event denied", happen("2024-03-04", func(e *data.Event) { e.Status = data.Denied }), []string{"denied"}},
	} {
		base := harbour()
		base.Events, base.Positions = data.Table[*data.Event]{}, data.Table[*data.Position]{}
		p := NewPlot(base.With(data.Change{Put: []data.Record{c.item}}), PlotOptions{Today: date("2024-05-01").Earliest()})
		v := View{W: 900, H: 300, Window: scale.Window{From: date("2024-01-01").Earliest(), To: date("2024-07-01").Earliest()}}
		var got []string
		for _, e := range p.legend(v) {
			got = append(got, e.Text)
		}
		if !slices.Equal(got, c.signs) {
			t.Errorf("%s: the legend explains %q, not %q", c.name, got, c.signs)
		}
		var s scene.Scene
		p.Draw(&s, v)
		marks := ""
		for _, it := range s.Items {
			if it.Of != 0 {
				it.X0, it.X1, it.Y0, it.Y1, it.First, it.Last = 0, 0, 0, 0, 0, 0
				marks += fmt.Sprint(it)
			}
		}
		if other, ok := pictures[marks]; ok {
			t.Errorf("%s is drawn as %s", c.name, other)
		}
		pictures[marks] = c.name
	}
}
