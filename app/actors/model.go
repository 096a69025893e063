package actors

import (
	"cmp"
	"slices"
	"strings"

	"demarche/app/words"
	"demarche/data"
)

// row is one line of the list: a heading, or an actor or issue with what is known
// of it.
type row struct {
	heading string
	ref     data.Ref
	name    string
	note    string // aliases, or role
	kind    string
	depth   int

	positions, events, documents int
}

// order is by which column the list is sorted.
type order uint8

const (
	byKind order = iota // actors by kind, issues as a tree
	byName
	byPositions
	byEvents
	byDocuments
)

// actorRows lists the actors that hold all words of the filter, by kind with their
// members under them, or in another order without the tree.
func actorRows(ix *data.Index, o order, filter string) []row {
	c := ix.Case()
	words := strings.Fields(data.FoldName(filter))
	if o != byKind || len(words) > 0 {
		var rows []row
		for _, a := range c.Actors.All() {
			if matches(words, a.Name, strings.Join(a.Aliases, " "), a.Note, above(c, a)) {
				rows = append(rows, actorRow(ix, a, 0))
			}
		}
		sortRows(rows, o)
		return rows
	}
	t := tree{ix: ix, seen: map[data.ID]bool{}}
	for _, kind := range data.ActorKinds() {
		t.kind(kind)
	}
	t.circles()
	return t.rows
}

type tree struct {
	ix   *data.Index
	rows []row
	seen map[data.ID]bool
}

// kind adds the actors of a kind that belong to nobody.
func (t *tree) kind(kind data.ActorKind) {
	var tops []*data.Actor
	for _, a := range t.ix.Case().Actors.All() {
		if a.Kind == kind && !t.seen[a.ID] && !t.nested(a) {
			tops = append(tops, a)
		}
	}
	if len(tops) == 0 {
		return
	}
	slices.SortFunc(tops, func(a, b *data.Actor) int { return cmp.Compare(data.FoldName(a.Name), data.FoldName(b.Name)) })
	t.rows = append(t.rows, row{heading: headingOf(kind)})
	for _, a := range tops {
		t.add(a, 0)
	}
}

// nested reports whether an actor stands under another: a person or a body that
// belongs to one. What belongs to a coalition stands by itself.
func (t *tree) nested(a *data.Actor) bool {
	if a.Kind != data.Person && a.Kind != data.Body {
		return false
	}
	for _, m := range a.Memberships {
		if _, ok := t.ix.Case().Actors.Get(m.Of); ok {
			return true
		}
	}
	return false
}

// circles adds who belongs to one another in a circle or too deep, so that nobody
// is left out.
func (t *tree) circles() {
	first := true
	for _, a := range t.ix.Case().Actors.All() {
		if t.seen[a.ID] {
			continue
		}
		if first {
			t.rows = append(t.rows, row{heading: "Others"})
			first = false
		}
		t.add(a, 0)
	}
}

const deepest = 6

func (t *tree) add(a *data.Actor, depth int) {
	if t.seen[a.ID] {
		return
	}
	t.seen[a.ID] = true
	t.rows = append(t.rows, actorRow(t.ix, a, depth))
	if depth == deepest {
		return
	}
	members := slices.Clone(t.ix.Members(a.ID))
	slices.SortFunc(members, func(a, b *data.Actor) int { return cmp.Compare(data.FoldName(a.Name), data.FoldName(b.Name)) })
	for _, m := range members {
		if m.Kind == data.Person || m.Kind == data.Body {
			t.add(m, depth+1)
		}
	}
}

func headingOf(kind data.ActorKind) string {
	switch kind {
	case data.Person:
		return "Persons who belong to nobody"
	case data.Body:
		return "Bodies"
	case data.Coalition:
		return "Coalitions"
	case data.ArmedGroup:
		return "Armed groups"
	case data.IGO:
		return "Intergovernmental organisations"
	case data.Organisation:
		return "Organisations"
	}
	return "States"
}

func above(c *data.Case, a *data.Actor) string {
	var parts []string
	for _, m := range a.Memberships {
		if of, ok := c.Actors.Get(m.Of); ok {
			parts = append(parts, strings.TrimPrefix(m.Role+", "+of.Name, ", "))
		}
	}
	return strings.Join(parts, "; ")
}

func actorRow(ix *data.Index, a *data.Actor, depth int) row {
	r := row{ref: a.Ref(), name: a.Name, kind: words.ActorKind(a.Kind), depth: depth, note: above(ix.Case(), a)}
	if depth > 0 && len(a.Memberships) > 0 {
		r.note = a.Memberships[0].Role
	}
	if len(a.Aliases) > 0 {
		r.note = strings.TrimPrefix(r.note+" · also "+strings.Join(a.Aliases, ", "), " · ")
	}
	r.count(ix)
	return r
}

func (r *row) count(ix *data.Index) {
	r.positions, r.events, r.documents = len(ix.Positions(r.ref)), len(ix.Events(r.ref)), len(ix.Documents(r.ref))
}

// issueRows lists issues as a tree, or in another order without it.
func issueRows(ix *data.Index, o order, filter string) []row {
	c := ix.Case()
	words := strings.Fields(data.FoldName(filter))
	var rows []row
	if o != byKind || len(words) > 0 {
		for _, i := range c.Issues.All() {
			path := data.IssuePath(c, i.ID)
			if matches(words, path, strings.Join(i.Aliases, " "), i.Note) {
				r := issueRow(ix, i, 0)
				r.name = path
				rows = append(rows, r)
			}
		}
		sortRows(rows, o)
		return rows
	}
	children := map[data.ID][]*data.Issue{}
	for _, i := range c.Issues.All() {
		parent := i.Parent
		if _, ok := c.Issues.Get(parent); !ok {
			parent = ""
		}
		children[parent] = append(children[parent], i)
	}
	seen := map[data.ID]bool{}
	var add func(i *data.Issue, depth int)
	add = func(i *data.Issue, depth int) {
		if seen[i.ID] {
			return
		}
		seen[i.ID] = true
		rows = append(rows, issueRow(ix, i, depth))
		list := children[i.ID]
		slices.SortFunc(list, func(a, b *data.Issue) int { return cmp.Compare(data.FoldName(a.Name), data.FoldName(b.Name)) })
		for _, child := range list {
			add(child, depth+1)
		}
	}
	tops := children[""]
	slices.SortFunc(tops, func(a, b *data.Issue) int { return cmp.Compare(data.FoldName(a.Name), data.FoldName(b.Name)) })
	for _, i := range append(tops, c.Issues.All()...) { // those in a circle come last
		add(i, 0)
	}
	return rows
}

func issueRow(ix *data.Index, i *data.Issue, depth int) row {
	r := row{ref: i.Ref(), name: i.Name, depth: depth, kind: "Issue"}
	if i.Scale != nil {
		r.note = i.Scale.Low + " – " + i.Scale.High
	}
	if len(i.Aliases) > 0 {
		r.note = strings.TrimPrefix(r.note+" · also "+strings.Join(i.Aliases, ", "), " · ")
	}
	r.count(ix)
	return r
}

func matches(words []string, texts ...string) bool {
	all := data.FoldName(strings.Join(texts, " "))
	for _, w := range words {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

// sortRows puts rows in order, the largest counts first, by name where they are
// the same.
func sortRows(rows []row, o order) {
	slices.SortStableFunc(rows, func(a, b row) int {
		name := cmp.Compare(data.FoldName(a.name), data.FoldName(b.name))
		switch o {
		case byPositions:
			return cmp.Or(cmp.Compare(b.positions, a.positions), name)
		case byEvents:
			return cmp.Or(cmp.Compare(b.events, a.events), name)
		case byDocuments:
			return cmp.Or(cmp.Compare(b.documents, a.documents), name)
		}
		return name
	})
}
