package timeline

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"demarche/data"
	"demarche/data/edtf"
)

// items holds the items of a plot under numbers that they keep when the case
// changes: a plot of a later state shares the pages in which nothing changed.
type items struct {
	pages []*page
	n     int32 // numbers given so far; not all are in use
}

const pageItems = 256

type page struct {
	item [pageItems]item
	sum  summary
}

// summary is what a page, or all of them, say of time.
type summary struct {
	from, to int64 // of everything drawn
	known    int64 // the last publication
	happened int64 // the last end, or start, of what happened
}

var noTime = summary{edtf.Future, edtf.Past, edtf.Past, edtf.Past}

func (s summary) and(o summary) summary {
	return summary{min(s.from, o.from), max(s.to, o.to), max(s.known, o.known), max(s.happened, o.happened)}
}

// at is the item with the number i.
func (t *items) at(i int32) *item { return &t.pages[i/pageItems].item[i%pageItems] }

// grow makes room for numbers below n.
func (t *items) grow(n int) {
	t.n = int32(n)
	for len(t.pages)*pageItems < n {
		t.pages = append(t.pages, new(page))
	}
}

// summarize notes on a page what its items say of time.
func (g *page) summarize() {
	g.sum = noTime
	for i := range g.item {
		it := &g.item[i]
		if !it.used() {
			continue
		}
		s := summary{it.start, it.end, edtf.Past, edtf.Past}
		if !it.is(unpublished) {
			s.known = it.known
		}
		if it.event == nil || it.event.Status == data.Happened {
			if s.happened = it.end; it.is(openEnd) {
				s.happened = it.start
			}
		}
		g.sum = g.sum.and(s)
	}
}

func (t *items) summary() summary {
	s := noTime
	for _, g := range t.pages {
		s = s.and(g.sum)
	}
	return s
}

// at is the item with the number i.
func (p *Plot) at(i int32) *item { return p.items.at(i) }

// all goes through what is shown in time order.
func (p *Plot) all() iter.Seq[*item] {
	return func(yield func(*item) bool) {
		for _, i := range p.order {
			if !yield(p.at(i)) {
				return
			}
		}
	}
}

func compareRefs(a, b data.Ref) int {
	return cmp.Or(strings.Compare(string(a.Kind), string(b.Kind)), strings.Compare(string(a.ID), string(b.ID)))
}

// compareItems is time order, and that of names where the time is the same.
func compareItems(a, b *item) int {
	return cmp.Or(cmp.Compare(a.start, b.start), compareRefs(a.ref, b.ref))
}

// placed is the number of the item, also where only hidden lanes have it.
func (p *Plot) placed(ref data.Ref) (i int32, ok bool) {
	n, ok := slices.BinarySearchFunc(p.byRef, ref, func(i int32, ref data.Ref) int { return compareRefs(p.at(i).ref, ref) })
	if !ok {
		return 0, false
	}
	return p.byRef[n], true
}

// find is the number of an item that is shown.
func (p *Plot) find(ref data.Ref) (i int32, ok bool) {
	i, ok = p.placed(ref)
	return i, ok && !p.at(i).is(unseen)
}

// rank is where an item stands in time order.
func (p *Plot) rank(i int32) int {
	n, _ := p.search(p.order, p.at(i))
	return n
}

// search finds an item in a list in time order.
func (p *Plot) search(list []int32, it *item) (n int, found bool) {
	return slices.BinarySearchFunc(list, it, func(i int32, it *item) int { return compareItems(p.at(i), it) })
}

// inTimeOrder sorts numbers; they are in order of names before.
func (p *Plot) inTimeOrder(list []int32) []int32 {
	type entry struct {
		at int64
		i  int32
	}
	order := make([]entry, len(list))
	for n, i := range list {
		order[n] = entry{p.at(i).start, i}
	}
	slices.SortFunc(order, func(a, b entry) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.i, b.i)) })
	out := make([]int32, len(list))
	for n, e := range order {
		out[n] = e.i
	}
	return out
}

// spliced is a list without some of its elements and with others, each put
// where find says; the list itself stays as it is.
func spliced(list, gone, added []int32, find func(list []int32, i int32) (int, bool), place func(list []int32, i int32) (int, bool)) []int32 {
	out := make([]int32, 0, len(list)+len(added))
	var cuts []int
	for _, i := range gone {
		if n, ok := find(list, i); ok {
			cuts = append(cuts, n)
		}
	}
	slices.Sort(cuts)
	from := 0
	for _, n := range cuts {
		out, from = append(out, list[from:n]...), n+1
	}
	out = append(out, list[from:]...)
	for _, i := range added {
		n, _ := place(out, i)
		out = slices.Insert(out, n, i)
	}
	return out
}
