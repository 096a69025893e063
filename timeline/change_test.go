package timeline

import (
	"slices"
	"testing"

	"demarche/data/edtf"
	"demarche/timeline/made"
)

// days steps through all changes of a plot, and back again.
func days(t *testing.T, p *Plot, byKnown bool) []string {
	t.Helper()
	var on, back []string
	for at, ok := p.NextChange(edtf.Past, byKnown); ok; at, ok = p.NextChange(at, byKnown) {
		on = append(on, edtf.OfInstant(at).String())
	}
	for at, ok := p.PrevChange(edtf.Future, byKnown); ok; at, ok = p.PrevChange(at, byKnown) {
		back = append(back, edtf.OfInstant(at).String())
	}
	slices.Reverse(back)
	if !slices.Equal(on, back) {
		t.Errorf("forwards they are %v, backwards %v", on, back)
	}
	return on
}

func TestChanges(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{})
	want := []string{"2024-02-10", "2024-02-20", "2024-03-04", "2024-03-18", "2024-04-01", "2024-04-02", "2024-04-20"}
	if got := days(t, p, false); !slices.Equal(got, want) {
		t.Errorf("changes are on %v, not %v", got, want)
	}
	if got := days(t, p, true); !slices.Contains(got, "2024-05-02") {
		t.Errorf("by publication they are on %v", got)
	}
}

func BenchmarkStepAt100k(b *testing.B) {
	p := NewPlot(made.Case(made.Options{Items: 100_000, Seed: 1}), PlotOptions{})
	for b.Loop() {
		p.NextChange(edtf.OfDay(2024, 1, 1).Earliest(), false)
	}
}

func TestTheAsOfDayCountsAsAWhole(t *testing.T) {
	v := View{ShowAsOf: true, AsOf: date("2024-03-04").Earliest()}
	for s, later := range map[string]bool{"2024-03-04T14:30": false, "2024-03-04T23:59": false, "2024-03-05": true, "2024-03-03": false} {
		if got := v.later(date(s).Earliest()); got != later {
			t.Errorf("%s is dimmed: %v", s, got)
		}
	}
	v.AsOf = date("-0430-06-05").Earliest()
	if v.later(date("-0430-06-05T12:00").Earliest()) || !v.later(date("-0430-06-06").Earliest()) {
		t.Error("before our era the day ends elsewhere")
	}
}
