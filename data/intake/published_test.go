package intake

import (
	"testing"

	"demarche/data"
)

// Two positions of one actor in one sentence are two, also where only one of
// them was reviewed; and a name that the case has learnt meanwhile is no other.
func TestPair(t *testing.T) {
	position := func(id data.ID, actor string, stance data.Stance, proposal string) *data.Suggestion {
		return &data.Suggestion{ID: id, Actors: []data.ProposedActor{{Key: "a", Name: actor}},
			Position: &data.Position{Actor: "a", Stance: stance, Proposal: proposal, Passages: []data.Passage{{Start: 10, End: 50}}}}
	}
	reject := position("1", "Norland", data.Rejects, "ceding the port")
	offer := position("2", "Norland", data.Supports, "sharing the port")
	more := position("3", "Norland", data.Supports, "opening the road")
	before := []*data.Suggestion{reject, offer, more}
	now := []*data.Suggestion{
		position("4", "Kingdom of Norland", data.Supports, "opening the road"),
		position("5", "Norland", data.Supports, "sharing the port"),
		position("6", "Kingdom of Norland", data.Rejects, "ceding the port"),
		position("7", "Norland", data.Demands, "a fee"),
	}
	want := []*data.Suggestion{more, offer, reject, nil}
	pairs := pair(before, now)
	for i, s := range now {
		if pairs[s] != want[i] {
			t.Errorf("%s is paired with %+v", s.ID, pairs[s])
		}
	}
}
