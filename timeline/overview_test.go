package timeline

import (
	"slices"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scene"
)

// TestOverviewCountsReports says that a position of which nobody says since when
// counts at the day by which it was held, not where its bar begins to fade in.
func TestOverviewCountsReports(t *testing.T) {
	ids := data.NewIDs(time.Now)
	date := func(s string) edtf.Date {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	who, about := &data.Actor{ID: ids.Next(), Name: "Mera", Kind: data.State}, &data.Issue{ID: ids.Next(), Name: "Water"}
	open := &data.Position{ID: ids.Next(), Actor: who.ID, Issue: about.ID, Stance: data.Demands, Proposal: "a weir", From: date("../2025-12-16")}
	early := &data.Position{ID: ids.Next(), Actor: who.ID, Issue: about.ID, Stance: data.Demands, Proposal: "a lock", From: date("2023-12-14")}
	c := new(data.Case).With(data.Change{Put: []data.Record{who, about, open, early}})
	p := NewPlot(c, PlotOptions{})
	var all []int64
	for _, list := range p.starts() {
		all = append(all, list...)
	}
	slices.Sort(all)
	if want := []int64{early.From.Earliest(), open.Begins()}; !slices.Equal(all, want) {
		t.Errorf("the overview counts at %v, want %v", all, want)
	}
	var s scene.Scene
	p.DrawOverview(&s, View{Window: p.DefaultWindow(), W: 1000, H: 500}, 1000, 86)
	var texts []string
	for _, it := range s.Items {
		if it.Op == scene.OpText {
			texts = append(texts, it.Text)
		}
	}
	if !slices.Contains(texts, "2023 – 2025") {
		t.Errorf("the overview says %q", texts)
	}
}
