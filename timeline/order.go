package timeline

import (
	"cmp"
	"slices"

	"demarche/data"
	"demarche/data/edtf"
)

// Place is where an item lies.
type Place struct {
	Lane          int // of Lanes
	Event         bool
	Y, H          float32 // of its row, below the axis before scrolling
	From, To, Mid int64   // what is drawn of it; Mid is where an event's mark stands
}

// place is a row of a lane.
type place struct{ lane, row int32 }

// Where is the first place of the item from the top; ok is false where the plot
// does not show it.
func (p *Plot) Where(ref data.Ref) (at Place, ok bool) {
	i, ok := p.find(ref)
	if !ok {
		return Place{}, false
	}
	where, ok := p.place(i)
	if !ok {
		return Place{}, false
	}
	it, l := p.at(i), &p.lanes[where.lane]
	h := float32(eventPitch)
	return Place{
		Lane: int(where.lane), Event: !it.bar(), H: h,
		Y: l.Y + l.rows[where.row].y - h/2, From: it.start, To: it.end, Mid: it.mid,
	}, true
}

// places lists where an item lies, from the top.
func (p *Plot) places(i int32) []place {
	var out []place
	p.keysOf(p.at(i), func(key string) {
		n, known := p.laneOf[key]
		if !known {
			n, known = p.laneOf[""]
		}
		if !known || slices.ContainsFunc(out, func(at place) bool { return at.lane == n }) {
			return
		}
		if row, found := p.rowOf(&p.lanes[n], i); found {
			out = append(out, place{n, row})
		}
	})
	slices.SortFunc(out, func(a, b place) int { return cmp.Compare(a.lane, b.lane) })
	return out
}

// place is the first of the places of an item.
func (p *Plot) place(i int32) (at place, ok bool) {
	all := p.places(i)
	if len(all) == 0 {
		return place{}, false
	}
	return all[0], true
}

// rowOf is the row of a lane in which an item lies.
func (p *Plot) rowOf(l *lane, i int32) (n int32, ok bool) {
	it := p.at(i)
	start := it.start
	if !it.bar() && !it.is(interval|vague) {
		start = it.mid
	}
	for n := range l.rows {
		r := &l.rows[n]
		from := start
		if r.dense {
			from = it.densePlace()
		}
		for k := firstFrom(r.marks, 0, from); k < len(r.marks) && r.marks[k].start == from; k++ {
			if r.marks[k].item == i {
				return int32(n), true
			}
		}
	}
	return 0, false
}

// Row is an item as a line of a table.
type Row struct {
	Ref   data.Ref
	Date  edtf.Date // of an event, or from when a position holds
	Until edtf.Date // of a position
	Name  string    // in bold: the actor of a position, or its issue where lanes are actors
	Text  string    // the title or proposal
	Known int64     // when it was published; its start where no source says
}

// Row is the item with the number i, 0 to Len()-1, in time order.
func (p *Plot) Row(i int) Row {
	it := p.at(p.order[i])
	r := Row{Ref: it.ref, Name: it.name, Known: it.known}
	if it.bar() {
		r.Date, r.Until, r.Text = it.position.From, it.position.Until, it.position.Proposal
	} else {
		r.Date, r.Text = it.event.Date, it.event.Title
	}
	return r
}

// Find is the number of the item; ok is false where the plot does not show it.
func (p *Plot) Find(ref data.Ref) (i int, ok bool) {
	n, ok := p.find(ref)
	if !ok {
		return 0, false
	}
	return p.rank(n), true
}

// Next is the item after ref in time order; those without a date come last. From
// an item that the plot does not show it is the first one; after the last one it
// is the last one.
func (p *Plot) Next(ref data.Ref) data.Ref { return p.step(ref, 1) }

// Prev is the item before ref in time order; before the first it is the first.
func (p *Plot) Prev(ref data.Ref) data.Ref { return p.step(ref, -1) }

func (p *Plot) step(ref data.Ref, by int) data.Ref {
	n := len(p.order) + len(p.undated)
	if n == 0 {
		return data.Ref{}
	}
	if i := p.Number(ref); i >= 0 {
		return p.RefAt(min(max(i+by, 0), n-1))
	}
	return p.RefAt(0)
}

// Number counts an item from 0 in time order, with those without a date at the
// end; -1 where the filter hides it.
func (p *Plot) Number(ref data.Ref) int {
	if i, ok := p.Find(ref); ok {
		return i
	}
	if i := slices.Index(p.undated, ref); i >= 0 {
		return len(p.order) + i
	}
	return -1
}

// RefAt is the item of that number.
func (p *Plot) RefAt(i int) data.Ref {
	if i < len(p.order) {
		return p.at(p.order[i]).ref
	}
	return p.undated[i-len(p.order)]
}

// link is a curve to draw from an item to another.
type link struct {
	to   int32
	kind data.LinkKind
}

// links lists the links between an item and others that are shown, from both
// ends.
func (p *Plot) links(i int32) []link {
	it := p.at(i)
	var out []link
	add := func(ref data.Ref, kind data.LinkKind) {
		if to, ok := p.find(ref); ok {
			out = append(out, link{to, kind})
		}
	}
	for _, l := range it.links() {
		add(l.To, l.Kind)
	}
	from := func(ref data.Ref, links []data.Link) {
		for _, l := range links {
			if l.To == it.ref {
				add(ref, l.Kind)
			}
		}
	}
	for _, e := range p.opt.Index.Events(it.ref) {
		from(e.Ref(), e.Links)
	}
	for _, s := range p.opt.Index.Positions(it.ref) {
		from(s.Ref(), s.Links)
	}
	return out
}

func (it *item) links() []data.Link {
	if it.bar() {
		return it.position.Links
	}
	return it.event.Links
}

// sortMarks sorts marks by their start; those that start together stay in order.
func sortMarks(all []mark) {
	type entry struct {
		at int64
		n  int32
	}
	order := make([]entry, len(all))
	sorted := true
	for n, m := range all {
		order[n] = entry{m.start, int32(n)}
		sorted = sorted && (n == 0 || m.start >= all[n-1].start)
	}
	if sorted {
		return
	}
	slices.SortFunc(order, func(a, b entry) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.n, b.n)) })
	was := slices.Clone(all)
	for n, e := range order {
		all[n] = was[e.n]
	}
}

// Refs lists the items in time order, then those without a date that the filter
// lets through. It is the caller's.
func (p *Plot) Refs() []data.Ref {
	out := make([]data.Ref, len(p.order), len(p.order)+len(p.undated))
	for n, i := range p.order {
		out[n] = p.at(i).ref
	}
	return append(out, p.undated...)
}
