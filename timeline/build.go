package timeline

import (
	"cmp"
	"image/color"
	"slices"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scale"
)

// maxDepth bounds the walk up a tree whose records might point in a circle.
const maxDepth = 16

// builder holds what is needed while a plot is made.
type builder struct {
	p         *Plot
	sieve     sieve
	colors    map[data.ID]color.NRGBA
	published map[data.ID]int64 // the first second of the day
	index     *data.Index
	today     int64
}

func newBuilder(p *Plot) *builder {
	c := p.c
	b := &builder{p: p, published: make(map[data.ID]int64, c.Documents.Len())}
	for _, d := range c.Documents.All() {
		if !d.Published.IsZero() {
			b.published[d.ID] = d.Published.Earliest()
		}
	}
	b.sieve = newSieve(c, p.opt.Filter)
	b.colors = ActorColors(c, p.theme)
	b.index = p.opt.Index
	if b.index == nil {
		b.index = data.NewIndex(c)
	}
	return b
}

// collect makes the items that the filter passes, in time order.
func (b *builder) collect() {
	p := b.p
	items := make([]item, 0, p.c.Events.Len()+p.c.Positions.Len())
	for _, e := range p.c.Events.All() {
		switch {
		case !b.sieve.event(e):
			p.hidden++
		case e.Date.Earliest() == edtf.Past && e.Date.Latest() == edtf.Future:
			p.undated = append(p.undated, e.Ref())
		default:
			items = append(items, b.newEvent(e))
		}
	}
	for _, s := range p.c.Positions.All() {
		switch {
		case !b.sieve.position(s):
			p.hidden++
		case s.Begins() == edtf.Future && s.Until.Latest() == edtf.Future:
			p.undated = append(p.undated, s.Ref())
		default:
			items = append(items, b.newPosition(s))
		}
	}
	p.items = inOrder(items, func(it *item) int64 { return it.start })
	b.today = p.opt.Today
	if b.today == 0 {
		b.today = latestKnown(p.items)
	}
}

// inOrder sorts items by a key; it moves each item once, since they are large.
func inOrder(items []item, key func(*item) int64) []item {
	type entry struct {
		at int64
		i  int32
	}
	order := make([]entry, len(items))
	for i := range items {
		order[i] = entry{key(&items[i]), int32(i)}
	}
	slices.SortFunc(order, func(a, b entry) int {
		if c := cmp.Compare(a.at, b.at); c != 0 {
			return c
		}
		return cmp.Compare(a.i, b.i)
	})
	out := make([]item, len(items))
	for i, o := range order {
		out[i] = items[o.i]
	}
	return out
}

// latestKnown is the last instant that the sources of the items report: that of
// publication, or of what happened where no source has a date.
func latestKnown(items []item) int64 {
	last, happened := edtf.Past, edtf.Past
	for i := range items {
		it := &items[i]
		if it.known != edtf.Future {
			last = max(last, it.known)
		}
		if it.event == nil || it.event.Status == data.Happened {
			if it.end != edtf.Future {
				happened = max(happened, it.end)
			} else if it.start != edtf.Past {
				happened = max(happened, it.start)
			}
		}
	}
	if last != edtf.Past {
		return last + 86400
	}
	return happened
}

// Shares of the default window's span.
const (
	fitMargin  = 0.05 // beyond the first and the last item
	openMargin = 0.06 // that bars still held run on beyond today
	openFade   = 0.15 // over which a bar still held fades at most
)

// closeOpenEnds gives what has no start or no end the ends of the picture, and
// fixes the span. A bar still held runs on a little beyond today, so that one
// known today can be seen at all. From its last known date on it is paler, and
// at its end it fades: at most over a fifth of it.
func (b *builder) closeOpenEnds() {
	p := b.p
	p.from, p.to = edtf.Future, edtf.Past
	for i := range p.items {
		it := &p.items[i]
		if it.start != edtf.Past {
			p.from = min(p.from, it.start)
		}
		if it.end != edtf.Future {
			p.to = max(p.to, it.end)
		} else if it.start != edtf.Past {
			p.to = max(p.to, it.start)
		}
		if it.start == edtf.Past && it.end != edtf.Future {
			p.from = min(p.from, it.end)
		}
	}
	if len(p.items) == 0 {
		p.from, p.to = 0, 0
		return
	}
	margin := int64(float64(p.window.Span()) * openMargin)
	held := max(b.today, p.from) + margin
	for i := range p.items {
		b.closeOpenEnd(&p.items[i], margin, held)
		p.from, p.to = min(p.from, p.items[i].start), max(p.to, p.items[i].end)
	}
	p.items = inOrder(p.items, func(it *item) int64 { return it.start })
}

func (b *builder) closeOpenEnd(it *item, margin, held int64) {
	switch {
	case it.start == edtf.Past:
		it.start = min(b.p.from, it.end) - margin
		it.sureFrom = it.end
	case it.is(openStart):
		it.start -= margin
	}
	if it.is(openEnd) {
		it.end = max(held, it.start+margin)
		it.heard = min(max(it.heard, it.start), it.end)
		it.fadeFrom = it.end - min((it.end-it.start)/5, max(it.end-it.heard, margin/2), int64(float64(margin)*openFade/openMargin))
	}
	it.mid = it.start + (it.end-it.start)/2
	if it.known == edtf.Future {
		it.known = it.start
	}
}

// densest is the window to open on. It is measured by the starts of items, so
// that a bar held for years counts once.
func (p *Plot) densest() scale.Window {
	starts := make([]int64, 0, len(p.items))
	last := edtf.Past
	for i := range p.items {
		it := &p.items[i]
		if it.start != edtf.Past {
			starts = append(starts, it.start)
		}
		if it.end != edtf.Future {
			last = max(last, it.end)
		}
	}
	if len(starts) == 0 {
		return scale.Window{From: last - 30*86400, To: last + 30*86400}.Valid()
	}
	w := scale.Window{From: starts[0], To: max(starts[len(starts)-1]+86400, last)}
	for range 60 {
		n := count(starts, w)
		half := densestOf(starts, w, w.Span()/2)
		if n <= crowd || half.Span() < leastOpen || n <= manyItems && count(starts, half)*5 < n*2 {
			break
		}
		w = half
	}
	i, _ := slices.BinarySearch(starts, w.From)
	in := starts[i : i+count(starts, w)]
	first, end := withoutEarly(in), in[len(in)-1]
	first = min(first, end-monthOpen) // days on end, not hours
	if end-first > (end-in[0])/4 {
		first = in[0]
	}
	w = scale.Window{From: first, To: max(end+86400, min(w.To, last))}
	return w.Grow(fitMargin * 2).Valid()
}

// withoutEarly is the first of the starts, or a later one where leaving out less
// than a third of them makes the stretch four times shorter: a position held
// for years before the talks is not to squeeze them.
func withoutEarly(starts []int64) int64 {
	last, first := starts[len(starts)-1], starts[0]
	for i := 1; i*3 < len(starts); i++ {
		if (last - starts[i]) < (last-first)/4 {
			first = starts[i]
		}
	}
	return first
}

// With more than crowd items the timeline opens on a stretch where they are
// dense, and that holds no more than manyItems unless it is very short.
const (
	crowd     = 50
	manyItems = 300
	leastOpen = 14 * 86400
	monthOpen = 30 * 86400
)

func count(starts []int64, w scale.Window) int {
	i, _ := slices.BinarySearch(starts, w.From)
	j, _ := slices.BinarySearch(starts, w.To)
	return j - i
}

// densestOf is the stretch of that span within w in which most items start; of
// equals the latest.
func densestOf(starts []int64, w scale.Window, span int64) scale.Window {
	i, _ := slices.BinarySearch(starts, w.From)
	end, _ := slices.BinarySearch(starts, w.To)
	best, most := scale.Window{From: w.From, To: w.From + span}, 0
	for j := i; i < end; i++ {
		for j < end && starts[j] < starts[i]+span {
			j++
		}
		if j-i >= most {
			best, most = scale.Window{From: starts[i], To: starts[i] + span}, j-i
		}
	}
	return best
}
