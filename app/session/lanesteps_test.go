package session

import (
	"testing"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
)

func TestLanesGoBackStepByStep(t *testing.T) {
	s, deliver := open(t, noon)
	if s.UndoLanes(); s.LanesUndo() || s.LanesRedo() {
		t.Fatal("there is a step before the first")
	}
	moved, hidden := data.Lanes{Order: []string{"b", "a"}}, data.Lanes{Order: []string{"b", "a"}, Hidden: []string{"a"}}
	s.SetLanes(moved)
	s.SetLanes(moved) // nothing new
	s.Grouping.Set(string(timeline.ByIssue))
	s.SetLanes(data.Lanes{Folded: []string{"land"}})
	s.Grouping.Set("actor")
	s.SetLanes(hidden)
	s.UndoLanes()
	if !s.Lanes().Equal(moved) {
		t.Errorf("one step back the lanes are %v", s.Lanes())
	}
	s.UndoLanes() // goes to where it was done, so that it is seen
	if s.By() != timeline.ByIssue || !s.Lanes().IsZero() {
		t.Errorf("two steps back they are %v by %s", s.Lanes(), s.By())
	}
	s.UndoLanes()
	if s.By() != timeline.ByActor || !s.Lanes().IsZero() || s.LanesUndo() {
		t.Errorf("three steps back they are %v by %s", s.Lanes(), s.By())
	}
	for s.LanesRedo() {
		s.RedoLanes()
	}
	if !s.Lanes().Equal(hidden) {
		t.Errorf("made again they are %v", s.Lanes())
	}
	put(t, s, event("e1", edtf.OfDay(2025, 12, 15)))
	deliver()
	if s.LanesUndo() || s.LanesRedo() || !s.Lanes().Equal(hidden) {
		t.Error("after a change of the case, undo would take back the lanes")
	}
	s.SetLanes(moved)
	if s.OpenLanes(data.Lanes{}); s.LanesUndo() {
		t.Error("a saved view can be undone by half")
	}
}
