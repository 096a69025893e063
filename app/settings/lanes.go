package settings

import (
	"encoding/json"
	"slices"

	"demarche/app/session"
)

const (
	keyLanes = "timeline.lanes"
	keyAxis  = "timeline.axis"
)

// maxArranged is of how many cases the lanes are remembered, maxKeys how many
// lanes of each.
const maxArranged, maxKeys = 24, 4000

// arranged is how the lanes of a case are arranged.
type arranged struct {
	Path  string              `json:"path"`
	Lanes session.Arrangement `json:"lanes"`
}

func (s *Settings) arrangements() []arranged {
	var out []arranged
	if json.Unmarshal([]byte(s.p.String(keyLanes)), &out) != nil {
		return nil
	}
	return out
}

// Arrangement is how the lanes of the case at path were arranged.
func (s *Settings) Arrangement(path string) session.Arrangement {
	for _, a := range s.arrangements() {
		if a.Path == path {
			return a.Lanes
		}
	}
	return nil
}

// SetArrangement remembers it, for the cases that were arranged last.
func (s *Settings) SetArrangement(path string, lanes session.Arrangement) {
	all := slices.DeleteFunc(s.arrangements(), func(a arranged) bool { return a.Path == path })
	n := 0
	for _, l := range lanes {
		n += len(l.Order) + len(l.Hidden) + len(l.Folded)
	}
	if n > 0 && n <= maxKeys {
		all = append([]arranged{{path, lanes}}, all...)
	}
	b, _ := json.Marshal(all[:min(len(all), maxArranged)]) // strings always marshal
	s.p.SetString(keyLanes, string(b))
}

// Axis is what the timeline's axis shows on request.
func (s *Settings) Axis() (a session.Axis) {
	if json.Unmarshal([]byte(s.p.String(keyAxis)), &a) != nil {
		return session.Axis{}
	}
	return a
}

// SetAxis remembers it.
func (s *Settings) SetAxis(a session.Axis) {
	b, _ := json.Marshal(a) // booleans always marshal
	s.p.SetString(keyAxis, string(b))
}
