package timeline

import (
	"testing"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/made"
)

// What is left by a filter is drawn as it is among the others: from and until
// the same instants, in the same span.
func TestFilterDrawsAsBefore(t *testing.T) {
	for name, c := range map[string]*data.Case{
		"harbour": harbour(),
		"made":    made.Case(made.Options{Items: 600, Actors: 12, Issues: 6, Seed: 3}),
		"no source has a date": (&data.Case{}).With(data.Change{Put: []data.Record{
			&data.Actor{ID: "a", Name: "A", Kind: data.State},
			&data.Event{ID: "e", Title: "Talks", Type: data.Consult, Status: data.Happened, Date: edtf.OfDay(2025, 5, 1)},
			&data.Event{ID: "f", Title: "Plan", Type: data.Consult, Status: data.Planned, Date: edtf.OfDay(2027, 5, 1)},
			&data.Position{ID: "p", Actor: "a", Stance: data.Demands, Proposal: "x", From: edtf.OfDay(2025, 3, 1)},
			&data.Position{ID: "q", Actor: "a", Stance: data.Rejects, Proposal: "y", Until: edtf.OfDay(2025, 2, 1)},
		}}),
	} {
		whole := NewPlot(c, PlotOptions{})
		part := NewPlot(c, PlotOptions{Filter: Filter{Stances: Set[data.Stance]{data.Demands: true}, NoEvents: true},
			Window: whole.DefaultWindow(), Cover: whole.DefaultWindow(), Today: LastReport(c)})
		if part.Len() == 0 || part.Len() == whole.Len() {
			t.Fatalf("%s: %d of %d items are left", name, part.Len(), whole.Len())
		}
		for i := range part.Len() {
			ref := part.Row(i).Ref
			a, _ := whole.Where(ref)
			b, _ := part.Where(ref)
			if a.To != b.To || a.Mid != b.Mid && a.From == b.From {
				t.Errorf("%s: %v is drawn to %v, and among the others to %v", name, ref, edtf.OfInstant(b.To), edtf.OfInstant(a.To))
			}
		}
		if all := whole.DefaultWindow(); part.FitWindow().From > all.From || part.FitWindow().To < all.To {
			t.Errorf("%s: the span is %v, less than %v", name, part.FitWindow(), all)
		}
	}
}
