package rows

import (
	"cmp"
	"slices"

	"demarche/data"
	"demarche/timeline"
)

// order is the rows as they stand in the table. It never changes.
type order struct {
	c    *data.Case
	refs []data.Ref
	at   map[data.Ref]int32
}

// arrange puts what a plot shows in order: by time, what has no date last, or by
// the texts of a column and by time where they are the same. It may take a
// second for a hundred thousand rows.
func arrange(p *timeline.Plot, by Column, down bool) *order {
	c, refs := p.Case(), p.Refs()
	if by != Date {
		refs = byText(c, refs, by, down)
	} else if down {
		slices.Reverse(refs[:p.Len()]) // what has no date stays at the end
	}
	o := &order{c: c, refs: refs, at: make(map[data.Ref]int32, len(refs))}
	for i, ref := range refs {
		o.at[ref] = int32(i)
	}
	return o
}

// byText sorts by the texts of a column; empty ones come last either way.
func byText(c *data.Case, refs []data.Ref, by Column, down bool) []data.Ref {
	type entry struct {
		key string
		i   int32
	}
	folded := make(map[string]string)
	all := make([]entry, len(refs))
	for i, ref := range refs {
		cells, _ := Row(c, ref)
		key, ok := folded[cells[by]]
		if !ok {
			key = data.FoldName(cells[by])
			folded[cells[by]] = key
		}
		all[i] = entry{key, int32(i)}
	}
	slices.SortFunc(all, func(a, b entry) int {
		if (a.key == "") != (b.key == "") {
			return cmp.Compare(len(b.key), len(a.key))
		}
		d := cmp.Compare(a.key, b.key)
		if down {
			d = -d
		}
		return cmp.Or(d, cmp.Compare(a.i, b.i))
	})
	out := make([]data.Ref, len(refs))
	for i, e := range all {
		out[i] = refs[e.i]
	}
	return out
}

// find is the row of a record, or -1.
func (o *order) find(ref data.Ref) int {
	if i, ok := o.at[ref]; ok {
		return int(i)
	}
	return -1
}
