package plot

import (
	"slices"
	"strings"
	"testing"

	"demarche/data"
	"demarche/data/edtf"
)

func TestDescribe(t *testing.T) {
	day := edtf.OfDay(2025, 12, 16).Earliest()
	for _, tt := range []struct {
		name  string
		r     data.Record
		title string
		says  []string
	}{
		{"event", &data.Event{ID: "x", Title: "Talks", Status: data.Happened, Place: "Berlin", Actors: []data.ID{"us", "ua"},
			Date: edtf.Between(edtf.OfDay(2025, 12, 14), edtf.OfDay(2025, 12, 15))},
			"Talks", []string{"14–15 December 2025 · Berlin", "United States, Ukraine", "Entered by hand, without a source."}},
		{"planned, about a month", &data.Event{ID: "x", Title: "Talks", Status: data.Planned, Date: edtf.OfMonth(2025, 11).With(edtf.Approximate)},
			"Talks", []string{"about November 2025", "Dashed: planned, not reported as done.", "Its date is not exact."}},
		{"position still held", &data.Position{ID: "x", Actor: "ua", Issue: "donbas", Stance: data.Rejects, Proposal: "Ceding Donbas",
			Firmness: data.RedLine, From: edtf.OfDay(2025, 12, 1)},
			"Ukraine on Territory: Donbas", []string{"From 1 December 2025, still held.", "◆ Red line.",
				"Fading: last heard of 14 days before the as-of date; nothing says that it ended."}},
		{"position held by a day", &data.Position{ID: "x", Actor: "ua", Stance: data.Demands, Proposal: "Guarantees", Disputed: true,
			From: edtf.Until(edtf.OfDay(2025, 9, 5)), Attribution: data.Attribution{Speaker: "two officials", Relation: data.Media},
			Passages: []data.Passage{{Document: "d1"}, {Document: "d1", Start: 4}}},
			"Ukraine", []string{"Held by 5 September 2025, still held.", "Hatched: told by others, not its holder's own word.",
				"Said by two officials.", "Hollow: sources contradict each other.", "2 passages in 1 source."}},
		{"position that ended", &data.Position{ID: "x", Actor: "ua", Stance: data.Demands, Proposal: "Guarantees",
			From: edtf.OfDay(2025, 9, 5), Until: edtf.OfDay(2025, 10, 1)},
			"Ukraine", []string{"From 5 September 2025 until 1 October 2025."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := small().With(data.Change{Put: []data.Record{tt.r}})
			got, ok := Describe(c, data.NewIndex(c), tt.r.Ref(), day)
			if !ok || got.Title != tt.title {
				t.Errorf("title %q, want %q", got.Title, tt.title)
			}
			for _, s := range tt.says {
				if !slices.Contains(got.Facts, s) {
					t.Errorf("it does not say %q but\n%s", s, strings.Join(got.Facts, "\n"))
				}
			}
		})
	}
	if _, ok := Describe(small(), data.NewIndex(small()), data.Ref{Kind: data.KindEvent, ID: "gone"}, day); ok {
		t.Error("it describes what is not there")
	}
}
