package timeline

import (
	"maps"
	"reflect"
	"slices"

	"demarche/data"
)

// fewChanged is how many records may differ for Update to be worth it.
const fewChanged = 200

// maxUnused is how many numbers of items that are gone a plot may carry along.
const maxUnused = 1 << 14

// Update is the plot of a later state of the same case, with the options that p
// was made with but another Index: what the change does not touch is taken over,
// so that one record's change costs milliseconds. Rows stay packed for the
// window of p, and what is open ends where it did, so that nothing jumps;
// Drifted says whether a new plot would end it elsewhere. ok is false where only
// NewPlot will do: for other options, a change of many records, or of the name,
// colour or place of an actor or an issue.
func (p *Plot) Update(c *data.Case, o PlotOptions) (next *Plot, ok bool) {
	o = o.withDefaults()
	if !p.opt.alike(&o) || o.Window.Span() > 0 && o.Window != p.window {
		return nil, false
	}
	if o.Index == nil {
		o.Index = p.opt.Index.With(c)
	}
	diff := data.Diff(p.c, c)
	if unused := int(p.items.n) - c.Events.Len() - c.Positions.Len(); len(p.byRef) == 0 || len(diff) > fewChanged || unused > maxUnused {
		return nil, false
	}
	q := &Plot{
		c: c, opt: o, theme: p.theme, widths: p.widths, window: p.window, ends: p.ends,
		items: items{slices.Clone(p.items.pages), p.items.n}, undated: slices.Clone(p.undated),
	}
	q.scratch.New = p.scratch.New
	if q.known, ok = p.knowAfter(q, diff); !ok {
		return nil, false
	}
	u := update{builder: builder{p: q, knowledge: q.known}, before: p, own: make([]bool, len(q.items.pages))}
	for _, ref := range p.affected(q, diff) {
		u.replace(ref)
	}
	q.sum = q.items.summary()
	if !u.regroup() {
		return nil, false
	}
	q.pack()
	return q, true
}

// Drifted reports whether what is open, or the time that the case spans, would
// be drawn to other ends in a new plot.
func (p *Plot) Drifted(before *Plot) bool {
	a, b := p.sum, before.sum
	return p.opt.Today == 0 && (a.known != b.known || a.happened != b.happened) || a.from != b.from
}

// alike reports whether two options lay a case out in the same way. The measure
// of texts is taken to be the same, and of the names of months one is looked at.
func (o *PlotOptions) alike(other *PlotOptions) bool {
	return o.Grouping == other.Grouping && o.Today == other.Today && o.Cover == other.Cover &&
		o.Width == other.Width && o.Header == other.Header && reflect.DeepEqual(o.Filter, other.Filter) &&
		maps.Equal(o.Folded, other.Folded) && maps.Equal(o.Hidden, other.Hidden) && slices.Equal(o.Order, other.Order) &&
		(o.Theme == other.Theme || reflect.DeepEqual(o.Theme, other.Theme)) && o.Names.MonthShort == other.Names.MonthShort
}

// knowAfter is what the items of q are made with; ok is false where those that
// did not change would be made otherwise than in p.
func (p *Plot) knowAfter(q *Plot, diff []data.Ref) (k *knowledge, ok bool) {
	touched := false
	for _, ref := range diff {
		switch ref.Kind {
		case data.KindActor:
			a, was := p.c.Actors.Get(ref.ID)
			b, is := q.c.Actors.Get(ref.ID)
			if was && is && (a.Name != b.Name || a.Kind != b.Kind || a.Color != b.Color || !slices.Equal(a.Memberships, b.Memberships)) {
				return nil, false
			}
			touched = true
		case data.KindIssue:
			a, was := p.c.Issues.Get(ref.ID)
			b, is := q.c.Issues.Get(ref.ID)
			if was && is && (a.Name != b.Name || a.Parent != b.Parent) {
				return nil, false
			}
			touched = true
		case data.KindDocument:
			touched = true
		}
	}
	if !touched {
		return p.known, true
	}
	k = know(q)
	for id, color := range k.colors { // the palette goes by the order of actors
		if was, ok := p.known.colors[id]; ok && was != color {
			return nil, false
		}
	}
	return k, true
}

// affected lists the events and positions of which something may be drawn
// otherwise: those that differ, what positions that differ end or ended, and
// what documents with another date tell.
func (p *Plot) affected(q *Plot, diff []data.Ref) []data.Ref {
	a := affected{p: p, q: q, seen: make(map[data.Ref]bool)}
	for _, ref := range diff {
		if ref.Kind == data.KindEvent || ref.Kind == data.KindPosition {
			a.add(ref)
		}
	}
	for _, ref := range diff {
		switch ref.Kind {
		case data.KindPosition:
			if s, ok := p.c.Positions.Get(ref.ID); ok {
				a.ended(p.opt.Index, s)
			}
			if s, ok := q.c.Positions.Get(ref.ID); ok {
				a.ended(q.opt.Index, s)
			}
		case data.KindDocument:
			for _, e := range q.opt.Index.Events(ref) {
				a.add(e.Ref())
			}
			for _, s := range q.opt.Index.Positions(ref) {
				a.add(s.Ref())
			}
		}
	}
	return a.refs
}

type affected struct {
	p, q *Plot
	refs []data.Ref
	seen map[data.Ref]bool
}

func (a *affected) add(ref data.Ref) {
	if !a.seen[ref] {
		a.seen[ref] = true
		a.refs = append(a.refs, ref)
	}
}

// ended adds the positions that s might end and that have another end than before.
func (a *affected) ended(x *data.Index, s *data.Position) {
	look := func(id data.ID) {
		was, ok1 := a.p.c.Positions.Get(id)
		is, ok2 := a.q.c.Positions.Get(id)
		if !ok1 || !ok2 {
			return
		}
		end1, by1 := a.p.opt.Index.End(was)
		end2, by2 := a.q.opt.Index.End(is)
		if end1 != end2 || (by1 == nil) != (by2 == nil) {
			a.add(is.Ref())
		}
	}
	for _, other := range x.Matter(s) {
		look(other.ID)
	}
	for _, l := range s.Links {
		if l.To.Kind == data.KindPosition {
			look(l.To.ID)
		}
	}
}

// update makes a plot from the one before.
type update struct {
	builder
	before *Plot
	own    []bool  // pages that are not shared with the plot before
	gone   []int32 // items of the plot before that are no longer as they were
	made   []int32 // items that took their place, or are new
}

// replace makes the item of a record anew.
func (u *update) replace(ref data.Ref) {
	q := u.p
	it, f := item{}, filtered
	switch ref.Kind {
	case data.KindEvent:
		if e, ok := q.c.Events.Get(ref.ID); ok {
			it, f = u.event(e)
		}
	case data.KindPosition:
		if s, ok := q.c.Positions.Get(ref.ID); ok {
			it, f = u.position(s)
		}
	}
	n, found := slices.BinarySearchFunc(q.undated, ref, compareRefs)
	switch {
	case found && f != waits:
		q.undated = slices.Delete(q.undated, n, n+1)
	case !found && f == waits:
		q.undated = slices.Insert(q.undated, n, ref)
	}
	i, had := u.before.placed(ref)
	if had {
		u.gone = append(u.gone, i)
	} else if f == dated {
		i = q.items.n
		q.items.grow(int(i) + 1)
	}
	if had || f == dated {
		if it.used() {
			q.ends.close(&it)
			u.made = append(u.made, i)
		}
		page := u.page(i)
		page.item[i%pageItems] = it
		page.summarize()
	}
}

// page is the page of an item, to be written to.
func (u *update) page(i int32) *page {
	g := int(i) / pageItems
	for len(u.own) < len(u.p.items.pages) {
		u.own = append(u.own, true) // grown just now
	}
	if !u.own[g] {
		copied := *u.p.items.pages[g]
		u.p.items.pages[g], u.own[g] = &copied, true
	}
	return u.p.items.pages[g]
}

// regroup puts the items into lanes; ok is false where lanes fold otherwise.
func (u *update) regroup() (ok bool) {
	p, q := u.before, u.p
	t := u.shape()
	for key, into := range p.into {
		if _, known := t.byKey[key]; !known {
			continue
		}
		if to, _ := t.node(key); t.nodes[to].key != into {
			return false
		}
	}
	gone, made := make(map[string][]int32), make(map[string][]int32)
	for _, i := range u.gone {
		p.keysOf(p.at(i), func(key string) {
			into, known := p.into[key]
			if !known {
				into = p.into[""]
			}
			gone[into] = addOnce(gone[into], i)
		})
	}
	for _, i := range u.made {
		it := q.at(i)
		it.flags |= unseen
		q.keysOf(it, func(key string) {
			to, _ := t.node(key)
			if n := &t.nodes[to]; !n.hidden {
				it.flags &^= unseen
			}
			made[t.nodes[to].key] = addOnce(made[t.nodes[to].key], i)
		})
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		n.own = p.lists[n.key]
		if cut, add := gone[n.key], made[n.key]; len(cut)+len(add) > 0 {
			n.own = u.splice(n.own, cut, add)
		}
		n.below = u.below(t, n, p)
	}
	u.list()
	q.reuse = make(map[string]*lane, len(p.lanes))
	for i := range p.lanes {
		q.reuse[p.lanes[i].Key] = &p.lanes[i]
	}
	u.arrange(t)
	return true
}

func addOnce(list []int32, i int32) []int32 {
	if slices.Contains(list, i) {
		return list
	}
	return append(list, i)
}

// splice is a list in time order without items of before and with those made.
func (u *update) splice(list, gone, made []int32) []int32 {
	return spliced(list, gone, made, u.before.inTime, u.p.inTime)
}

func (p *Plot) inTime(list []int32, i int32) (int, bool) { return p.search(list, p.at(i)) }

// below reports whether items of a lane are folded into a node.
func (u *update) below(t *tree, n *node, p *Plot) bool {
	if len(n.kids) == 0 || !u.p.opt.Folded[n.key] || n.hidden {
		return false
	}
	if l, ok := p.laneOf[n.key]; ok && same(p.lanes[l].own, n.own) {
		return p.lanes[l].Folded
	}
	for _, i := range n.own {
		below := false
		u.p.keysOf(u.p.at(i), func(key string) {
			to, folded := t.node(key)
			below = below || folded && &t.nodes[to] == n
		})
		if below {
			return true
		}
	}
	return false
}

// list makes the lists of all items and those of what is shown.
func (u *update) list() {
	p, q := u.before, u.p
	shown := func(of *Plot, list []int32) (out []int32) {
		for _, i := range list {
			if !of.at(i).is(unseen) {
				out = append(out, i)
			}
		}
		return out
	}
	goneShown, madeShown := shown(p, u.gone), shown(q, u.made)
	q.order = u.splice(p.order, goneShown, madeShown)
	byName := func(of *Plot) func(list []int32, i int32) (int, bool) {
		return func(list []int32, i int32) (int, bool) {
			return slices.BinarySearchFunc(list, of.at(i).ref, func(k int32, ref data.Ref) int { return compareRefs(of.at(k).ref, ref) })
		}
	}
	q.byRef = spliced(p.byRef, u.gone, u.made, byName(p), byName(q))
	q.startsAfter(p, goneShown, madeShown)
}
