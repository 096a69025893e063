package rows

import (
	"cmp"
	"slices"

	"demarche/data"
	"demarche/data/edtf"
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
	} else {
		byDate(c, refs[:p.Len()], down) // what has no date stays at the end
	}
	o := &order{c: c, refs: refs, at: make(map[data.Ref]int32, len(refs))}
	for i, ref := range refs {
		o.at[ref] = int32(i)
	}
	return o
}

// byDate sorts by the date that the table says, where a picture has to begin a
// bar earlier for a position that was held by a day.
func byDate(c *data.Case, refs []data.Ref, down bool) {
	type entry struct {
		at int64
		i  int32
	}
	all, old := make([]entry, len(refs)), slices.Clone(refs)
	for i, ref := range refs {
		all[i] = entry{dayOf(c, ref), int32(i)}
	}
	slices.SortFunc(all, func(a, b entry) int {
		d := cmp.Compare(a.at, b.at)
		if down {
			d = -d
		}
		return cmp.Or(d, cmp.Compare(a.i, b.i))
	})
	for i, e := range all {
		refs[i] = old[e.i]
	}
}

// dayOf is the instant that a row stands at.
func dayOf(c *data.Case, ref data.Ref) int64 {
	if ref.Kind == data.KindEvent {
		e, _ := c.Events.Get(ref.ID)
		if at := e.Date.Earliest(); at != edtf.Past {
			return at
		}
		return e.Date.Latest() - 86400 // the last day that it may be
	}
	p, _ := c.Positions.Get(ref.ID)
	if at := p.Begins(); at != edtf.Future {
		return at
	}
	return p.Until.Earliest()
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
