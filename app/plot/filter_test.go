package plot

import (
	"testing"

	"demarche/app/session"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
)

// small is a case with a state, its envoy, another state, and two issues of
// which one lies under the other.
func small() *data.Case {
	return (&data.Case{Info: &data.Info{ID: data.InfoID, Title: "Small"}}).With(data.Change{Put: smallRecords()})
}

func smallRecords() []data.Record {
	return []data.Record{
		&data.Actor{ID: "us", Name: "United States", Kind: data.State},
		&data.Actor{ID: "envoy", Name: "Envoy", Kind: data.Person, Memberships: []data.Membership{{Of: "us"}}},
		&data.Actor{ID: "ua", Name: "Ukraine", Kind: data.State},
		&data.Issue{ID: "land", Name: "Territory"},
		&data.Issue{ID: "donbas", Name: "Donbas", Parent: "land"},
		&data.Event{ID: "e1", Title: "Envoy arrives", Type: data.Consult, Status: data.Happened, Date: edtf.OfDay(2025, 12, 14), Actors: []data.ID{"envoy"}},
		&data.Event{ID: "e2", Title: "Both meet", Type: data.Consult, Status: data.Happened, Date: edtf.OfDay(2025, 12, 15), Actors: []data.ID{"us", "ua"}, Disputed: true},
		&data.Event{ID: "e3", Title: "Nobody named", Type: data.Agree, Status: data.Happened, Date: edtf.OfDay(2025, 12, 16)},
		&data.Event{ID: "e4", Title: "No date", Type: data.Consult, Status: data.Happened},
		&data.Position{ID: "p1", Actor: "ua", Issue: "donbas", Stance: data.Rejects, Proposal: "Ceding Donbas", From: edtf.OfDay(2025, 11, 20),
			Attribution: data.Attribution{Source: "B", Credible: "2"}},
		&data.Position{ID: "p2", Actor: "us", Issue: "land", Stance: data.Demands, Proposal: "Withdraw", From: edtf.OfDay(2025, 11, 25)},
	}
}

func TestFilter(t *testing.T) {
	var f session.Filter
	for _, tt := range []struct {
		name  string
		f     session.Filter
		shown []data.ID
	}{
		{"all", f, []data.ID{"p1", "p2", "e1", "e2", "e3"}},
		{"a state hides its people", f.WithActors(true, "us"), []data.ID{"p1", "e2", "e3"}},
		{"a person alone", f.WithActors(true, "envoy"), []data.ID{"p1", "p2", "e2", "e3"}},
		{"everybody but what names nobody", f.WithActors(true, "us", "ua"), []data.ID{"e3"}},
		{"an issue hides those under it", f.WithIssues(true, "land"), []data.ID{"e1", "e2", "e3"}},
		{"the issue under it", f.WithIssues(true, "donbas"), []data.ID{"p2", "e1", "e2", "e3"}},
		{"a stance", f.WithStance(data.Rejects, true), []data.ID{"p2", "e1", "e2", "e3"}},
		{"shown again", f.WithStance(data.Rejects, true).WithStance(data.Rejects, false), []data.ID{"p1", "p2", "e1", "e2", "e3"}},
		{"a text", f.WithText("donbas"), []data.ID{"p1"}},
		{"what names nobody", f.WithActors(true, ""), []data.ID{"p1", "p2", "e1", "e2"}},
		{"a type", f.WithTypes(true, data.Consult), []data.ID{"p1", "p2", "e3"}},
		{"events only", session.Filter{Only: data.KindEvent}, []data.ID{"e1", "e2", "e3"}},
		{"positions only", session.Filter{Only: data.KindPosition}, []data.ID{"p1", "p2"}},
		{"a document", f.WithDocuments(true, "doc"), []data.ID{"p1", "p2", "e2", "e3"}},
		{"what no document tells", f.WithDocuments(true, ""), []data.ID{"e1"}},
		{"from a date on, with what is still held", session.Filter{From: edtf.OfDay(2025, 12, 15)}, []data.ID{"p1", "p2", "e2", "e3"}},
		{"to the end of a month", session.Filter{Until: edtf.OfMonth(2025, 11)}, []data.ID{"p1", "p2"}},
		{"a day", session.Filter{From: edtf.OfDay(2025, 12, 14), Until: edtf.OfDay(2025, 12, 14), Only: data.KindEvent}, []data.ID{"e1"}},
		{"disputed", session.Filter{Disputed: true}, []data.ID{"e2"}},
		{"unreviewed", session.Filter{New: true}, []data.ID{"p2", "e1", "e2", "e3"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := small()
			told, _ := c.Events.Get("e1")
			e1 := *told
			e1.Passages = []data.Passage{{Document: "doc", End: 1, Quote: "E"}}
			c = c.With(data.Change{Put: []data.Record{&e1, &data.Document{ID: "doc", Title: "Report"}}})
			p := timeline.NewPlot(c, timeline.PlotOptions{Filter: Filter(c, tt.f)})
			var got []data.ID
			for i := range p.Len() {
				got = append(got, p.Row(i).Ref.ID)
			}
			if len(got) != len(tt.shown) {
				t.Fatalf("shows %v, want %v", got, tt.shown)
			}
			for i := range got {
				if got[i] != tt.shown[i] {
					t.Fatalf("shows %v, want %v", got, tt.shown)
				}
			}
		})
	}
}

func TestFilterCircle(t *testing.T) {
	c := small().With(data.Change{Put: []data.Record{
		&data.Actor{ID: "us", Name: "United States", Kind: data.State, Memberships: []data.Membership{{Of: "envoy"}}},
	}})
	f := Filter(c, session.Filter{}.WithActors(true, "ua"))
	if !f.Actors["us"] || !f.Actors["envoy"] || f.Actors["ua"] {
		t.Errorf("two that belong to each other: %v", f.Actors)
	}
}
