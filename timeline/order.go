package timeline

import (
	"cmp"
	"slices"
	"sort"

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
	i, ok := p.index()[ref]
	if !ok {
		return Place{}, false
	}
	all := p.places()[i]
	if len(all) == 0 {
		return Place{}, false
	}
	it, l := &p.items[i], &p.lanes[all[0].lane]
	h := float32(eventPitch)
	return Place{
		Lane: int(all[0].lane), Event: !it.bar(), H: h,
		Y: l.Y + l.rows[all[0].row].y - h/2, From: it.start, To: it.end, Mid: it.mid,
	}, true
}

func (p *Plot) makeIndex() map[data.Ref]int32 {
	index := make(map[data.Ref]int32, len(p.items))
	for i := range p.items {
		index[p.items[i].ref] = int32(i)
	}
	return index
}

func (p *Plot) makePlaces() map[int32][]place {
	places := make(map[int32][]place, len(p.items))
	for l := range p.lanes {
		for r := range p.lanes[l].rows {
			for _, m := range p.lanes[l].rows[r].marks {
				places[m.item] = append(places[m.item], place{int32(l), int32(r)})
			}
		}
	}
	return places
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
	it := &p.items[i]
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
	n, ok := p.index()[ref]
	return int(n), ok
}

// Next is the item after ref in time order; those without a date come last. From
// an item that the plot does not show it is the first one; after the last one it
// is the last one.
func (p *Plot) Next(ref data.Ref) data.Ref { return p.step(ref, 1) }

// Prev is the item before ref in time order; before the first it is the first.
func (p *Plot) Prev(ref data.Ref) data.Ref { return p.step(ref, -1) }

func (p *Plot) step(ref data.Ref, by int) data.Ref {
	n := len(p.items) + len(p.undated)
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
	if i, ok := p.index()[ref]; ok {
		return int(i)
	}
	if i := slices.Index(p.undated, ref); i >= 0 {
		return len(p.items) + i
	}
	return -1
}

// RefAt is the item of that number.
func (p *Plot) RefAt(i int) data.Ref {
	if i < len(p.items) {
		return p.items[i].ref
	}
	return p.undated[i-len(p.items)]
}

// NextChange is the first instant after t at which an event happens or a
// position starts; ok is false where none does.
func (p *Plot) NextChange(t int64) (at int64, ok bool) {
	i := sort.Search(len(p.items), func(i int) bool { return p.items[i].start > t })
	if i == len(p.items) {
		return 0, false
	}
	return p.items[i].start, true
}

// PrevChange is the last instant before t at which an event happens or a
// position starts; ok is false where none does.
func (p *Plot) PrevChange(t int64) (at int64, ok bool) {
	i := sort.Search(len(p.items), func(i int) bool { return p.items[i].start >= t })
	if i == 0 {
		return 0, false
	}
	return p.items[i-1].start, true
}

// link is a curve to draw from an item to another.
type link struct {
	to   int32
	kind data.LinkKind
}

// links collects the links between items shown, each at both ends.
func (b *builder) links() map[int32][]link {
	out := make(map[int32][]link)
	for i := range b.p.items {
		it := &b.p.items[i]
		all := []data.Link(nil)
		if it.bar() {
			all = it.position.Links
		} else {
			all = it.event.Links
		}
		for _, l := range all {
			if to, ok := b.p.index()[l.To]; ok {
				out[int32(i)] = append(out[int32(i)], link{to, l.Kind})
				out[to] = append(out[to], link{int32(i), l.Kind})
			}
		}
	}
	return out
}

func sortMarks(all []mark) {
	slices.SortFunc(all, func(a, b mark) int {
		if c := cmp.Compare(a.start, b.start); c != 0 {
			return c
		}
		return cmp.Compare(a.item, b.item)
	})
}

// Refs lists the items in time order, then those without a date that the filter
// lets through. It is the caller's.
func (p *Plot) Refs() []data.Ref {
	out := make([]data.Ref, len(p.items), len(p.items)+len(p.undated))
	for i := range p.items {
		out[i] = p.items[i].ref
	}
	return append(out, p.undated...)
}
