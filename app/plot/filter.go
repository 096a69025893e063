package plot

import (
	"demarche/app/session"
	"demarche/data"
	"demarche/timeline"
)

// Filter says to the timeline what a session hides. A session names what is
// hidden, the timeline what is shown; who belongs to a hidden actor, and what
// lies under a hidden issue, is hidden with it.
func Filter(c *data.Case, f session.Filter) timeline.Filter {
	return timeline.Filter{
		Text:    f.Text,
		Actors:  shown(f.Actors, ids(c.Actors.All()), timeline.Parents(c)),
		Issues:  shown(f.Issues, ids(c.Issues.All()), issueParents(c)),
		Stances: stances(f.Stances),
	}
}

// shown is every ID with whether it is to be seen; nil where nothing is hidden.
// Each gets an entry of its own, so that a circle of parents hides nothing.
func shown(hidden map[data.ID]bool, all []data.ID, parent map[data.ID]data.ID) timeline.Set[data.ID] {
	if len(hidden) == 0 {
		return nil
	}
	out := make(timeline.Set[data.ID], len(all))
	for _, id := range all {
		out[id] = !Hides(hidden, id, parent)
	}
	return out
}

// Hides reports whether id, or what it lies under, is hidden.
func Hides(hidden map[data.ID]bool, id data.ID, parent map[data.ID]data.ID) bool {
	for range deepest {
		if hidden[id] {
			return true
		}
		up, ok := parent[id]
		if !ok {
			return false
		}
		id = up
	}
	return false
}

// deepest bounds the way up a tree in which a circle may be.
const deepest = 64

func issueParents(c *data.Case) map[data.ID]data.ID {
	out := make(map[data.ID]data.ID)
	for _, s := range c.Issues.All() {
		if s.Parent != "" {
			out[s.ID] = s.Parent
		}
	}
	return out
}

func ids[R data.Record](all []R) []data.ID {
	out := make([]data.ID, len(all))
	for i, r := range all {
		out[i] = r.Ref().ID
	}
	return out
}

func stances(hidden map[data.Stance]bool) timeline.Set[data.Stance] {
	if len(hidden) == 0 {
		return nil
	}
	out := make(timeline.Set[data.Stance])
	for _, s := range data.Stances() {
		out[s] = !hidden[s]
	}
	return out
}
