package data

import (
	"errors"
	"fmt"
	"slices"
)

// MergeActors is the change that makes one actor of two: what refers to from
// refers to into, which takes over its names, memberships and note. from goes to
// the trash. A position stated for the one by the other becomes its own.
func MergeActors(c *Case, into, from ID) (Change, error) {
	a, ok1 := c.Actors.Get(into)
	b, ok2 := c.Actors.Get(from)
	if !ok1 || !ok2 || into == from {
		return Change{}, errors.New("merging needs two different actors of the case")
	}
	merged := *a
	merged.Aliases = mergeNames(a.Name, a.Aliases, b.Name, b.Aliases)
	merged.Memberships = nil
	for _, m := range append(slices.Clone(a.Memberships), b.Memberships...) {
		if m.Of != into && m.Of != from && !slices.Contains(merged.Memberships, m) {
			merged.Memberships = append(merged.Memberships, m)
		}
	}
	merged.Note = joinNotes(a.Note, b.Note)
	ch := Change{Label: fmt.Sprintf("Merge %s into %s", shortName(b.Name), shortName(a.Name)), Put: []Record{&merged}, Remove: []Ref{b.Ref()}}
	rename := func(id ID) ID {
		if id == from {
			return into
		}
		return id
	}
	for _, kind := range []Kind{KindActor, KindEvent, KindPosition} {
		for _, r := range recordsOf(c, kind) {
			if r.Ref() != a.Ref() && r.Ref() != b.Ref() && slices.Contains(References(r), b.Ref()) {
				ch.Put = append(ch.Put, renameActor(r, rename))
			}
		}
	}
	return ch, nil
}

func renameActor(r Record, rename func(ID) ID) Record {
	switch r := r.(type) {
	case *Actor:
		a := *r
		a.Memberships = nil
		for _, m := range r.Memberships {
			m.Of = rename(m.Of)
			if !slices.Contains(a.Memberships, m) {
				a.Memberships = append(a.Memberships, m)
			}
		}
		return &a
	case *Event:
		e := *r
		e.Actors = renameAll(e.Actors, rename)
		return &e
	case *Position:
		p := *r
		p.Actor, p.For = rename(p.Actor), rename(p.For)
		if p.For == p.Actor {
			p.For = ""
		}
		return &p
	}
	return r
}

// MergeIssues is the change that makes one issue of two: what refers to from
// refers to into, which takes over its names, note, and scale if it has none.
// from goes to the trash.
func MergeIssues(c *Case, into, from ID) (Change, error) {
	a, ok1 := c.Issues.Get(into)
	b, ok2 := c.Issues.Get(from)
	if !ok1 || !ok2 || into == from {
		return Change{}, errors.New("merging needs two different issues of the case")
	}
	merged := *a
	merged.Aliases = mergeNames(a.Name, a.Aliases, b.Name, b.Aliases)
	merged.Note = joinNotes(a.Note, b.Note)
	if merged.Scale == nil {
		merged.Scale = b.Scale
	}
	lifted := liesUnder(c, into, from)
	if lifted {
		merged.Parent = b.Parent
	}
	ch := Change{Label: fmt.Sprintf("Merge %s into %s", shortName(b.Name), shortName(a.Name)), Put: []Record{&merged}, Remove: []Ref{b.Ref()}}
	rename := func(id ID) ID {
		if id == from {
			return into
		}
		return id
	}
	for _, kind := range []Kind{KindIssue, KindEvent, KindPosition} {
		for _, r := range recordsOf(c, kind) {
			if r.Ref() != a.Ref() && r.Ref() != b.Ref() && slices.Contains(References(r), b.Ref()) {
				ch.Put = append(ch.Put, renameIssue(r, rename))
			}
		}
	}
	return ch, nil
}

// liesUnder reports whether an issue is somewhere below another.
func liesUnder(c *Case, id, above ID) bool {
	for range c.Issues.Len() {
		i, ok := c.Issues.Get(id)
		if !ok || i.Parent == "" {
			return false
		}
		if i.Parent == above {
			return true
		}
		id = i.Parent
	}
	return false
}

func renameIssue(r Record, rename func(ID) ID) Record {
	switch r := r.(type) {
	case *Issue:
		i := *r
		i.Parent = rename(i.Parent)
		return &i
	case *Event:
		e := *r
		e.Issues = renameAll(e.Issues, rename)
		return &e
	case *Position:
		p := *r
		p.Issue = rename(p.Issue)
		return &p
	}
	return r
}

func renameAll(ids []ID, rename func(ID) ID) []ID {
	var out []ID
	for _, id := range ids {
		if id = rename(id); !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// mergeNames is the aliases of what keeps the name own.
func mergeNames(own string, aliases []string, other string, otherAliases []string) []string {
	out := slices.Clone(aliases)
	for _, name := range append([]string{other}, otherAliases...) {
		if name != own && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func joinNotes(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return a + "\n\n" + b
}
