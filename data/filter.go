package data

import (
	"maps"

	"demarche/data/edtf"
)

// Filter says which events and positions are looked at. What is new to a case is
// shown, so it names what is hidden and not what is shown; the empty ID stands
// for what names no actor, no issue, no document. A filter is not changed in
// place: the methods return new ones.
type Filter struct {
	Text      string             `json:"text,omitempty"`             // every word of it occurs
	Actors    map[ID]bool        `json:"hidden_actors,omitempty"`    // with who belongs to them
	Issues    map[ID]bool        `json:"hidden_issues,omitempty"`    // with what lies under them
	Documents map[ID]bool        `json:"hidden_documents,omitempty"` // what no other document tells
	Stances   map[Stance]bool    `json:"hidden_stances,omitempty"`   // of positions
	Types     map[EventType]bool `json:"hidden_types,omitempty"`     // of events
	Only      Kind               `json:"only,omitempty"`             // KindEvent or KindPosition; empty: both
	From      edtf.Date          `json:"from"`                       // zero: from the start
	Until     edtf.Date          `json:"until"`                      // with the whole of it; zero: to the end
	Disputed  bool               `json:"disputed,omitempty"`         // only what sources contradict each other on
	New       bool               `json:"unreviewed,omitempty"`       // only what no analyst has judged: see Unreviewed
}

// IsZero reports whether nothing is hidden.
func (f Filter) IsZero() bool { return f.Equal(Filter{}) }

// Equal reports whether both hide the same.
func (f Filter) Equal(g Filter) bool {
	return f.Text == g.Text && maps.Equal(f.Actors, g.Actors) && maps.Equal(f.Issues, g.Issues) &&
		maps.Equal(f.Documents, g.Documents) && maps.Equal(f.Stances, g.Stances) && maps.Equal(f.Types, g.Types) &&
		f.Only == g.Only && f.From == g.From && f.Until == g.Until && f.Disputed == g.Disputed && f.New == g.New
}

// WithText looks for a text.
func (f Filter) WithText(text string) Filter {
	f.Text = text
	return f
}

// WithActors hides or shows actors.
func (f Filter) WithActors(hide bool, ids ...ID) Filter {
	f.Actors = without(f.Actors, hide, ids)
	return f
}

// WithIssues hides or shows issues.
func (f Filter) WithIssues(hide bool, ids ...ID) Filter {
	f.Issues = without(f.Issues, hide, ids)
	return f
}

// WithDocuments hides or shows what documents tell.
func (f Filter) WithDocuments(hide bool, ids ...ID) Filter {
	f.Documents = without(f.Documents, hide, ids)
	return f
}

// WithStance hides or shows a stance.
func (f Filter) WithStance(s Stance, hide bool) Filter {
	f.Stances = without(f.Stances, hide, []Stance{s})
	return f
}

// WithTypes hides or shows types of events.
func (f Filter) WithTypes(hide bool, types ...EventType) Filter {
	f.Types = without(f.Types, hide, types)
	return f
}

// without is a copy of the hidden ones with the keys added or taken out.
func without[K comparable](m map[K]bool, hide bool, keys []K) map[K]bool {
	next := make(map[K]bool, len(m)+len(keys))
	maps.Copy(next, m)
	for _, k := range keys {
		if hide {
			next[k] = true
		} else {
			delete(next, k)
		}
	}
	return next
}

// Window is the time that the dates of the filter leave, as instants of package
// edtf; all is true where they leave everything.
func (f Filter) Window() (from, until int64, all bool) {
	from, until = edtf.Past, edtf.Future
	if !f.From.IsZero() {
		from = f.From.Earliest()
	}
	if !f.Until.IsZero() {
		until = f.Until.Latest()
	}
	return from, until, f.From.IsZero() && f.Until.IsZero()
}

// Validate returns the first fault of the filter by itself.
func (f Filter) Validate() error {
	if f.Only != "" && f.Only != KindEvent && f.Only != KindPosition {
		return fault("only", "%q is neither events nor positions", f.Only)
	}
	if from, until, _ := f.Window(); until <= from {
		return fault("until", "the dates end before they start")
	}
	return text("text", f.Text)
}

// Unreviewed reports whether no analyst has judged an event or a position: it
// has no Admiralty grade and, for a position, no score and no movement either.
func Unreviewed(r Record) bool {
	graded := func(a Attribution) bool { return a.Source != "" || a.Credible != "" }
	switch r := r.(type) {
	case *Event:
		return !graded(r.Attribution)
	case *Position:
		return !graded(r.Attribution) && r.Score == nil && r.Movement == ""
	}
	return false
}
