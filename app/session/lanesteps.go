package session

import (
	"demarche/data"
	"demarche/timeline"
)

// LanesLabel is what undo and redo call a change of the lanes.
const LanesLabel = "Arrange lanes"

// laneSteps are the changes of the lanes since the last change of the case. The
// journal of the case does not hold them, because they are no news about it; but
// who has just moved a lane and presses Ctrl+Z means the lane.
type laneSteps struct{ back, forth []laneStep }

type laneStep struct {
	by    timeline.Grouping
	lanes data.Lanes
}

const maxLaneSteps = 200

func (s *Session) laneStep() laneStep { return laneStep{s.By(), s.Lanes()} }

// SetLanes arranges the lanes of the present grouping, which UndoLanes takes back.
func (s *Session) SetLanes(l data.Lanes) {
	if s.Lanes().Equal(l) {
		return
	}
	s.steps.forth = nil
	if s.steps.back = append(s.steps.back, s.laneStep()); len(s.steps.back) > maxLaneSteps {
		s.steps.back = s.steps.back[1:]
	}
	s.layLanes(laneStep{s.By(), l})
}

// OpenLanes arranges the lanes of the present grouping as a saved view has them:
// what was arranged before is no step to go back to.
func (s *Session) OpenLanes(l data.Lanes) {
	s.steps = laneSteps{}
	s.layLanes(laneStep{s.By(), l})
}

func (s *Session) layLanes(to laneStep) {
	s.Grouping.Set(string(to.by))
	s.Arrangement.Set(s.Arrangement.Get().With(to.by, to.lanes))
}

// LanesUndo reports whether the last that was done is a change of the lanes, and
// LanesRedo whether the last that was undone is one.
func (s *Session) LanesUndo() bool { return len(s.steps.back) > 0 }

// LanesRedo is told of with LanesUndo.
func (s *Session) LanesRedo() bool { return len(s.steps.forth) > 0 }

// UndoLanes takes the last change of the lanes back, and RedoLanes makes it again.
func (s *Session) UndoLanes() { s.stepLanes(&s.steps.back, &s.steps.forth) }

// RedoLanes is told of with UndoLanes.
func (s *Session) RedoLanes() { s.stepLanes(&s.steps.forth, &s.steps.back) }

func (s *Session) stepLanes(from, to *[]laneStep) {
	n := len(*from) - 1
	if n < 0 {
		return
	}
	step := (*from)[n]
	*from = (*from)[:n]
	*to = append(*to, laneStep{step.by, s.Arrangement.Get()[step.by]})
	s.layLanes(step)
}
