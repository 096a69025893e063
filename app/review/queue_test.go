package review

import (
	"testing"

	"demarche/data"
)

func suggestion(id data.ID, start int, state data.SuggestionState, sure float64) *data.Suggestion {
	return &data.Suggestion{ID: id, Document: "d", State: state, Confidence: sure,
		Event: &data.Event{Title: string(id), Passages: []data.Passage{{Document: "d", Start: start, End: start + 5}}}}
}

func with(all []*data.Suggestion, id data.ID, state data.SuggestionState) []*data.Suggestion {
	out := make([]*data.Suggestion, len(all))
	for i, s := range all {
		c := *s
		if c.ID == id {
			c.State = state
		}
		out[i] = &c
	}
	return out
}

func TestQueueGoesOn(t *testing.T) {
	all := []*data.Suggestion{suggestion("a", 0, data.Open, 0.9), suggestion("b", 10, data.Accepted, 0.9), suggestion("c", 20, data.Open, 0.4)}
	var q queue
	q.set(all)
	if q.selected != "a" || q.reviewed() != 1 || len(q.sure()) != 1 {
		t.Fatalf("at %q, %d reviewed, %d sure", q.selected, q.reviewed(), len(q.sure()))
	}
	all = with(all, "a", data.Accepted)
	q.set(all)
	if q.selected != "c" {
		t.Fatalf("after a decision at %q, want c", q.selected)
	}
	q.set(with(all, "c", data.Rejected))
	if q.selected != "c" {
		t.Fatalf("with none left at %q", q.selected)
	}
	q.set(with(with(all, "c", data.Rejected), "a", data.Open)) // undone
	if q.selected != "a" {
		t.Fatalf("after undo at %q, want a", q.selected)
	}
	q.setView(viewRejected)
	if len(q.shown) != 1 || q.selected != "c" {
		t.Fatalf("the rejected: %d, at %q", len(q.shown), q.selected)
	}
	q.setView(viewAll)
	q.step(-5)
	if q.selected != "a" {
		t.Fatalf("first is %q", q.selected)
	}
	q.step(1 << 30)
	if q.selected != "c" || q.firstIn(11, 12) != 1 {
		t.Fatalf("last is %q, in view %d", q.selected, q.firstIn(11, 12))
	}
}
