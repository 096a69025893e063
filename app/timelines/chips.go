package timelines

import (
	"fmt"
	"slices"
	"strings"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// chip is one thing that the filter does, and the filter without it.
type chip struct {
	label string
	rest  session.Filter
}

// chipsOf is what a filter does, in the order of the sidebar.
func chipsOf(c *data.Case, f session.Filter, actors, issues *tree) []chip {
	var out []chip
	add := func(label string, clear func(*session.Filter)) {
		if label != "" {
			rest := f
			clear(&rest)
			out = append(out, chip{label, rest})
		}
	}
	if text := strings.TrimSpace(f.Text); text != "" {
		add("“"+cut(text)+"”", func(f *session.Filter) { f.Text = "" })
	}
	add(actors.says(f.Actors, "actor"), func(f *session.Filter) { f.Actors = nil })
	add(issues.says(f.Issues, "issue"), func(f *session.Filter) { f.Issues = nil })
	if len(f.Stances) > 0 {
		add(says(f.Stances, stancesOf(c), "stance", ui.StanceWord), func(f *session.Filter) { f.Stances = nil })
	}
	if len(f.Types) > 0 {
		add(says(f.Types, typesOf(c), "type", words.EventType), func(f *session.Filter) { f.Types = nil })
	}
	if len(f.Documents) > 0 {
		docs := documentTree(c)
		add(docs.says(f.Documents, "document"), func(f *session.Filter) { f.Documents = nil })
	}
	add(dated(f), func(f *session.Filter) { f.From, f.Until = session.Filter{}.From, session.Filter{}.Until })
	switch f.Only {
	case data.KindEvent:
		add("Only events", func(f *session.Filter) { f.Only = "" })
	case data.KindPosition:
		add("Only positions", func(f *session.Filter) { f.Only = "" })
	}
	if f.Disputed {
		add("Only disputed", func(f *session.Filter) { f.Disputed = false })
	}
	if f.New {
		add("Only unreviewed", func(f *session.Filter) { f.New = false })
	}
	return out
}

func dated(f session.Filter) string {
	switch {
	case f.From.IsZero() && f.Until.IsZero():
		return ""
	case f.Until.IsZero():
		return "From " + words.Date(f.From)
	case f.From.IsZero():
		return "Until " + words.Date(f.Until)
	case f.From == f.Until:
		return words.Capital(words.Date(f.From))
	}
	return words.Capital(words.Date(f.From)) + " to " + words.Date(f.Until)
}

// few is how many names a chip says.
const few = 2

// says is what hiding some of all means: "Only Ukraine", "Without Russia". What
// is said is the shorter of the two.
func (t *tree) says(hidden map[data.ID]bool, noun string) string {
	names := map[data.ID]string{}
	var gone []string
	for _, n := range t.nodes {
		names[n.id] = n.name
		if hidden[n.id] {
			gone = append(gone, n.name)
		}
	}
	var left []string
	for _, id := range t.left(hidden) {
		left = append(left, names[id])
	}
	if len(gone) == 0 && hidden[""] {
		return "Without what names no " + noun
	}
	return shorter(left, gone, "", noun)
}

// left is the topmost ones of which nothing is hidden, and what else is shown.
func (t *tree) left(hidden map[data.ID]bool) []data.ID {
	var walk func(id data.ID, depth int) (left []data.ID, whole bool)
	walk = func(id data.ID, depth int) (left []data.ID, whole bool) {
		if hidden[id] && id != "" {
			return nil, false
		}
		whole = true
		for _, k := range t.kids[id] {
			if depth > deepest {
				break
			}
			below, all := walk(k, depth+1)
			left, whole = append(left, below...), whole && all
		}
		switch {
		case id == "":
			return left, whole
		case whole:
			return []data.ID{id}, true
		}
		return append([]data.ID{id}, left...), false
	}
	left, _ := walk("", 0)
	return left
}

// stancesOf is the stances that the case has, typesOf its types of events: a chip
// does not name what is not there.
func stancesOf(c *data.Case) []data.Stance {
	has := map[data.Stance]bool{}
	for _, p := range c.Positions.All() {
		has[p.Stance] = true
	}
	return slices.DeleteFunc(data.Stances(), func(s data.Stance) bool { return !has[s] })
}

func typesOf(c *data.Case) []data.EventType {
	has := map[data.EventType]bool{}
	for _, e := range c.Events.All() {
		has[e.Type] = true
	}
	return slices.DeleteFunc(data.EventTypes(), func(t data.EventType) bool { return !has[t] })
}

// says is the same for words without a tree.
func says[K ~string](hidden map[K]bool, all []K, noun string, name func(K) string) string {
	var left, gone []string
	for _, k := range all {
		if hidden[k] {
			gone = append(gone, name(k))
		} else {
			left = append(left, name(k))
		}
	}
	return shorter(left, gone, noun+" ", noun)
}

func shorter(left, gone []string, before, noun string) string {
	switch {
	case len(gone) == 0:
		return ""
	case len(left) > 0 && len(left) <= few && len(left) <= len(gone):
		return "Only " + before + listed(left)
	case len(gone) <= few:
		return "Without " + before + listed(gone)
	}
	return fmt.Sprintf("Without %d %ss", len(gone), noun)
}

func listed(names []string) string {
	short := make([]string, len(names))
	for i, n := range names {
		short[i] = cut(n)
	}
	return strings.Join(short, ", ")
}

// cut shortens what stands on a chip.
func cut(s string) string { return cutTo(s, 26) }

func cutTo(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return s
}

// documentTree lists the documents, which do not lie under each other.
func documentTree(c *data.Case) tree {
	t := tree{kids: map[data.ID][]data.ID{}}
	for _, d := range c.Documents.All() {
		t.nodes = append(t.nodes, node{id: d.ID, name: d.Title})
		t.kids[""] = append(t.kids[""], d.ID)
	}
	return t
}
