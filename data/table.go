package data

import (
	"slices"
	"strings"
)

// Table is the records of one kind, sorted by ID. A table never changes: With
// makes a new one and shares what stayed.
type Table[R Record] struct{ rows []R }

// NewTable makes a table of rows, which it takes over and sorts.
func NewTable[R Record](rows []R) Table[R] {
	slices.SortFunc(rows, func(a, b R) int { return strings.Compare(string(a.Ref().ID), string(b.Ref().ID)) })
	return Table[R]{rows}
}

// All is every record in order of ID, not to be changed.
func (t Table[R]) All() []R { return t.rows }

// Len is the number of records.
func (t Table[R]) Len() int { return len(t.rows) }

// Get is the record with the ID; ok is false where there is none.
func (t Table[R]) Get(id ID) (r R, ok bool) {
	i, found := t.find(id)
	if !found {
		return r, false
	}
	return t.rows[i], true
}

func (t Table[R]) find(id ID) (int, bool) {
	return slices.BinarySearchFunc(t.rows, id, func(r R, id ID) int {
		return strings.Compare(string(r.Ref().ID), string(id))
	})
}

// With is the table with r in it, in the place of the record of the same ID.
func (t Table[R]) With(r R) Table[R] {
	i, found := t.find(r.Ref().ID)
	rows := make([]R, 0, len(t.rows)+1)
	rows = append(append(rows, t.rows[:i]...), r)
	if found {
		i++
	}
	return Table[R]{append(rows, t.rows[i:]...)}
}

// Without is the table without the record of that ID.
func (t Table[R]) Without(id ID) Table[R] {
	i, found := t.find(id)
	if !found {
		return t
	}
	rows := make([]R, 0, len(t.rows)-1)
	return Table[R]{append(append(rows, t.rows[:i]...), t.rows[i+1:]...)}
}
