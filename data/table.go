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
func (t Table[R]) With(r R) Table[R] { return t.Change([]R{r}, nil) }

// Without is the table without the record of that ID.
func (t Table[R]) Without(id ID) Table[R] { return t.Change(nil, []ID{id}) }

// Change is the table with every record of put in it and without those of gone.
// It takes one pass over the table, however many records change; where put
// names an ID twice, the last one stays.
func (t Table[R]) Change(put []R, gone []ID) Table[R] {
	if len(put)+len(gone) == 0 {
		return t
	}
	put = slices.Clone(put)
	slices.SortStableFunc(put, func(a, b R) int { return strings.Compare(string(a.Ref().ID), string(b.Ref().ID)) })
	gone = slices.Clone(gone)
	slices.Sort(gone)
	rows := make([]R, 0, len(t.rows)+len(put))
	rest := t.rows
	for i, r := range put {
		id := r.Ref().ID
		if i+1 < len(put) && put[i+1].Ref().ID == id {
			continue
		}
		n, found := Table[R]{rest}.find(id)
		rows = append(append(rows, rest[:n]...), r)
		if found {
			n++
		}
		rest = rest[n:]
	}
	rows = append(rows, rest...)
	if len(gone) > 0 {
		rows = slices.DeleteFunc(rows, func(r R) bool {
			_, found := slices.BinarySearch(gone, r.Ref().ID)
			return found
		})
	}
	return Table[R]{rows}
}
