package session

import (
	"maps"

	"demarche/data"
	"demarche/timeline"
)

// Arrangement says for each grouping of the timeline how its lanes are arranged.
// It is not changed in place.
type Arrangement map[timeline.Grouping]data.Lanes

// Equal reports whether both arrange lanes in the same way.
func (a Arrangement) Equal(b Arrangement) bool { return maps.EqualFunc(a, b, data.Lanes.Equal) }

// With is the arrangement with that of one grouping set.
func (a Arrangement) With(by timeline.Grouping, l data.Lanes) Arrangement {
	next := maps.Clone(a)
	if next == nil {
		next = make(Arrangement)
	}
	if next[by] = l; l.IsZero() {
		delete(next, by)
	}
	return next
}

// By is what the lanes of the timeline stand for now.
func (s *Session) By() timeline.Grouping {
	if g := timeline.Grouping(s.Grouping.Get()); g != "" {
		return g
	}
	return timeline.ByIssue
}

// Lanes is how the lanes of the present grouping are arranged.
func (s *Session) Lanes() data.Lanes { return s.Arrangement.Get()[s.By()] }

// Axis is what the axis of the timeline shows on request, and how what was not
// yet known is told.
type Axis struct {
	Weeks    bool // the numbers of weeks, after ISO 8601
	Quarters bool // quarters as Q1 to Q4
	Known    bool // dim by the day of publication instead of the day on which it happened
}
