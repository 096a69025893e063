package timeline

import (
	"fmt"
	"slices"
	"testing"

	"demarche/data"
	"demarche/timeline/made"
	"demarche/timeline/scale"
)

// crowd is a case with events on the days given, all in one lane.
func crowdOn(days ...int) *data.Case {
	var all []*data.Event
	for i, d := range days {
		all = append(all, event(fmt.Sprintf("e%02d", i), "Meeting", fmt.Sprintf("2024-03-%02d", d), "", ""))
	}
	return &data.Case{Info: &data.Info{ID: data.InfoID, Title: "Crowd"}, Events: data.NewTable(all)}
}

func TestApart(t *testing.T) {
	far := scale.Window{From: date("1990").Earliest(), To: date("2060").Earliest()}
	for _, c := range []struct {
		name string
		days []int
		ok   bool
	}{
		{"two days", []int{4, 5}, true},
		{"a day with one before", []int{3, 4, 4, 4}, true},
		{"many days", []int{1, 2, 3, 5, 8, 8, 8, 13, 21}, true},
	} {
		p := NewPlot(crowdOn(c.days...), PlotOptions{})
		v := View{W: 900, H: 400, Window: far}
		h, ok := p.FoldOf(v, eventRef("e00"))
		if !ok {
			t.Errorf("%s: nothing folds", c.name)
			continue
		}
		next, ok := p.Apart(v, h)
		if ok != c.ok {
			t.Errorf("%s: can be told apart: %v", c.name, ok)
		}
		if h, still := p.FoldOf(next, eventRef("e00")); ok && still && len(h.Refs) == len(c.days) {
			t.Errorf("%s: zoomed in, one mark still stands for %d", c.name, len(h.Refs))
		}
	}
}

func TestWhatHappensAtOneTimeStaysFolded(t *testing.T) {
	days := make([]int, 40) // more than a lane has rows
	for i := range days {
		days[i] = 4
	}
	p := NewPlot(crowdOn(days...), PlotOptions{})
	v := View{W: 900, H: 800, Window: p.FitWindow()}
	folded := 0
	for i := range days {
		h, ok := p.FoldOf(v, eventRef(data.ID(fmt.Sprintf("e%02d", i))))
		if !ok {
			continue
		}
		folded++
		if _, ok := p.Apart(v, h); ok {
			t.Fatal("zooming would tell apart what happens on one day")
		}
	}
	if folded < 20 {
		t.Errorf("only %d of %d share a mark", folded, len(days))
	}
}

// Every fold that a click finds is the one that its items are in.
func TestFoldOfIsWhatAClickFinds(t *testing.T) {
	p := NewPlot(made.Case(made.Options{Items: 2000, Seed: 9}), PlotOptions{})
	v := View{W: 1200, H: 700, Window: p.FitWindow()}
	found := 0
	for x := p.HeaderWidth() + 5; x < v.W; x += 23 {
		for y := float32(AxisHeight + 3); y < v.H; y += 14 {
			h := p.Hit(v, x, y)
			if h.Kind != HitFold {
				continue
			}
			found++
			for _, ref := range []data.Ref{h.Refs[0], h.Refs[len(h.Refs)-1]} {
				if got, ok := p.FoldOf(v, ref); !ok || got.Lane == h.Lane && !slices.Equal(got.Refs, h.Refs) {
					t.Fatalf("a click finds %v, its item %v lies in %v", h.Refs, ref, got.Refs)
				}
			}
			if next, ok := p.Apart(v, h); ok {
				if got, still := p.FoldOf(next, h.Refs[0]); still && got.Lane == h.Lane && slices.Equal(got.Refs, h.Refs) {
					t.Fatalf("zoomed in, %d items are still one mark", len(h.Refs))
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d clicks found a fold", found)
	}
}
