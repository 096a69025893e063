package session

import (
	"maps"

	"demarche/data"
)

// Filter says what is hidden. What is new to a case is shown, so it names what
// is hidden and not what is shown. A filter is not changed in place: the methods
// return new ones.
type Filter struct {
	Text    string
	Actors  map[data.ID]bool // hidden
	Issues  map[data.ID]bool // hidden
	Stances map[data.Stance]bool
}

// IsZero reports whether nothing is hidden.
func (f Filter) IsZero() bool {
	return f.Text == "" && len(f.Actors) == 0 && len(f.Issues) == 0 && len(f.Stances) == 0
}

// Equal reports whether both hide the same.
func (f Filter) Equal(g Filter) bool {
	return f.Text == g.Text && maps.Equal(f.Actors, g.Actors) &&
		maps.Equal(f.Issues, g.Issues) && maps.Equal(f.Stances, g.Stances)
}

// WithText looks for a text.
func (f Filter) WithText(text string) Filter {
	f.Text = text
	return f
}

// WithActors hides or shows actors.
func (f Filter) WithActors(hide bool, ids ...data.ID) Filter {
	f.Actors = with(f.Actors, hide, ids)
	return f
}

// WithIssues hides or shows issues.
func (f Filter) WithIssues(hide bool, ids ...data.ID) Filter {
	f.Issues = with(f.Issues, hide, ids)
	return f
}

// WithStance hides or shows a stance.
func (f Filter) WithStance(s data.Stance, hide bool) Filter {
	f.Stances = with(f.Stances, hide, []data.Stance{s})
	return f
}

func with[K comparable](m map[K]bool, hide bool, keys []K) map[K]bool {
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
