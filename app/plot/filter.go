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
	out := timeline.Filter{
		Text:      f.Text,
		Actors:    shown(f.Actors, ids(c.Actors.All()), timeline.Parents(c)),
		Issues:    shown(f.Issues, ids(c.Issues.All()), issueParents(c)),
		Documents: shown(f.Documents, ids(c.Documents.All()), nil),
		Stances:   chosen(f.Stances, data.Stances()),
		Types:     chosen(f.Types, data.EventTypes()),
		Disputed:  f.Disputed,
		New:       f.New,
		NoEvents:  f.Only == data.KindPosition,
		NoStands:  f.Only == data.KindEvent,
	}
	if from, until, all := f.Window(); !all {
		out.From, out.To = from, until
	}
	return out
}

// shown is every ID with whether it is to be seen; nil where nothing is hidden.
// Each gets an entry of its own, so that a circle of parents hides nothing. The
// empty ID stands for what names none.
func shown(hidden map[data.ID]bool, all []data.ID, parent map[data.ID]data.ID) timeline.Set[data.ID] {
	if len(hidden) == 0 {
		return nil
	}
	out := make(timeline.Set[data.ID], len(all))
	for _, id := range all {
		out[id] = !Hides(hidden, id, parent)
	}
	if hidden[""] {
		out[""] = false
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

// chosen is every word with whether it is to be seen; nil where nothing is hidden.
func chosen[K ~string](hidden map[K]bool, all []K) timeline.Set[K] {
	if len(hidden) == 0 {
		return nil
	}
	out := make(timeline.Set[K], len(all))
	for _, k := range all {
		out[k] = !hidden[k]
	}
	return out
}
