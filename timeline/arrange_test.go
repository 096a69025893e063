package timeline

import (
	"slices"
	"testing"

	"demarche/timeline/made"
	"pgregory.net/rapid"
)

func lanesOf(p *Plot, at []int) []string {
	var out []string
	for _, i := range at {
		out = append(out, p.Lanes()[i].Key)
	}
	return out
}

func TestReorderedMovesOneAmongItsNeighbours(t *testing.T) {
	c := made.Case(made.Options{Items: 400, Actors: 24, Issues: 20, Seed: 5})
	groupings := Groupings()
	rapid.Check(t, func(t *rapid.T) {
		o := PlotOptions{Grouping: rapid.SampledFrom(groupings).Draw(t, "grouping")}
		for range rapid.IntRange(1, 4).Draw(t, "moves") {
			p := NewPlot(c, o)
			lane := rapid.IntRange(0, len(p.Lanes())-1).Draw(t, "lane")
			near := p.Neighbours(lane)
			before := rapid.SampledFrom(append([]int{-1}, near...)).Draw(t, "before")
			key := p.Lanes()[lane].Key
			want := slices.DeleteFunc(lanesOf(p, near), func(k string) bool { return k == key })
			at := len(want)
			if before == lane {
				at = slices.Index(near, lane)
			} else if before >= 0 {
				at = slices.Index(want, p.Lanes()[before].Key)
			}
			if before == lane {
				continue
			}
			want = slices.Insert(want, at, key)
			o.Order = p.Reordered(lane, before)
			next := NewPlot(c, o)
			if got := lanesOf(next, next.Neighbours(next.LaneOf(key))); !slices.Equal(got, want) {
				t.Fatalf("lanes are %q, want %q", got, want)
			}
			if len(next.Lanes()) != len(p.Lanes()) || next.Len() != p.Len() {
				t.Fatalf("%d lanes with %d items became %d with %d", len(p.Lanes()), p.Len(), len(next.Lanes()), next.Len())
			}
		}
	})
}

func TestStepped(t *testing.T) {
	o := PlotOptions{} // Harbour with Fees and Pilots, Fishing: Quotas, No issue
	step := func(key string, by int, want ...string) {
		t.Helper()
		p := NewPlot(harbour(), o)
		order, ok := p.Stepped(p.LaneOf(key), by)
		if ok != (len(want) > 0) {
			t.Fatalf("%q by %d: moved %v", key, by, ok)
		}
		if !ok {
			return
		}
		o.Order = order
		if got := titles(NewPlot(harbour(), o)); !slices.Equal(got, want) {
			t.Fatalf("%q by %d: %q, want %q", key, by, got, want)
		}
	}
	step("i1", -1)
	step("i3", 1)
	step("i3", -1, "Harbour", "Pilots", "Fees", "Fishing: Quotas", "No issue")
	step("i5", -1, "Fishing: Quotas", "Harbour", "Pilots", "Fees", "No issue")
	step("i5", 9, "Harbour", "Pilots", "Fees", "No issue", "Fishing: Quotas")
	step("", -1, "No issue", "Harbour", "Pilots", "Fees", "Fishing: Quotas")
	step("", 2, "Harbour", "Pilots", "Fees", "Fishing: Quotas", "No issue")
}

func TestOrderKeepsThePlaceOfWhatIsNotShown(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{Hidden: map[string]bool{"i4": true}})
	o := PlotOptions{Order: p.Reordered(p.LaneOf(""), p.LaneOf("i1"))}
	if got, want := titles(NewPlot(harbour(), o)), []string{"No issue", "Harbour", "Fees", "Pilots", "Fishing: Quotas"}; !slices.Equal(got, want) {
		t.Errorf("lanes are %q, want %q", got, want)
	}
}

func TestHiddenLanes(t *testing.T) {
	for _, c := range []struct {
		name   string
		opt    PlotOptions
		lanes  []string
		hidden []string
		items  int // that only hidden lanes have
	}{
		{"none", PlotOptions{}, []string{"Harbour", "Fees", "Pilots", "Fishing: Quotas", "No issue"}, nil, 0},
		{"one below another", PlotOptions{Hidden: map[string]bool{"i2": true}}, []string{"Harbour: Pilots", "Fishing: Quotas", "No issue"}, []string{"Harbour: Fees"}, 4},
		{"one with those below", PlotOptions{Hidden: map[string]bool{"i1": true}}, []string{"Fishing: Quotas", "No issue"}, []string{"Harbour"}, 5},
		{"below a folded one", PlotOptions{Hidden: map[string]bool{"i2": true}, Folded: map[string]bool{"i1": true}}, []string{"Harbour", "Fishing: Quotas", "No issue"}, []string{"Harbour: Fees"}, 4},
		{"a state with its people", PlotOptions{Grouping: ByActor, Hidden: map[string]bool{"a1": true}}, []string{"Southland", "No actor"}, []string{"Northland"}, 3},
		{"what is not there", PlotOptions{Hidden: map[string]bool{"gone": true}}, []string{"Harbour", "Fees", "Pilots", "Fishing: Quotas", "No issue"}, nil, 0},
	} {
		p := NewPlot(harbour(), c.opt)
		var hidden []string
		for _, l := range p.HiddenLanes() {
			hidden = append(hidden, l.Title)
		}
		if got := titles(p); !slices.Equal(got, c.lanes) || !slices.Equal(hidden, c.hidden) || p.InHiddenLanes() != c.items {
			t.Errorf("%s: shows %q, hides %q with %d items", c.name, got, hidden, p.InHiddenLanes())
		}
		if p.HiddenCount() != p.InHiddenLanes() {
			t.Errorf("%s: without a filter %d are hidden, %d of them by lanes", c.name, p.HiddenCount(), p.InHiddenLanes())
		}
	}
}
