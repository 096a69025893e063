package timeline

import (
	"image/color"
	"slices"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scale"
)

// maxDepth bounds the walk up a tree whose records might point in a circle.
const maxDepth = 16

// builder makes the items of a plot.
type builder struct {
	p *Plot
	*knowledge
	today int64
}

// knowledge is what items are made with.
type knowledge struct {
	sieve     sieve
	colors    map[data.ID]color.NRGBA
	published map[data.ID]int64 // the first second of the day
}

func know(p *Plot) *knowledge {
	c := p.c
	b := &knowledge{published: make(map[data.ID]int64, c.Documents.Len())}
	for _, d := range c.Documents.All() {
		if !d.Published.IsZero() {
			b.published[d.ID] = d.Published.Earliest()
		}
	}
	b.sieve = newSieve(c, p.opt.Filter)
	b.colors = ActorColors(c, p.theme)
	return b
}

// fate is what becomes of an event or a position.
type fate uint8

const (
	filtered fate = iota
	waits         // for a date
	dated
)

func (b *builder) event(e *data.Event) (it item, f fate) {
	switch {
	case !b.sieve.event(e):
		return item{}, filtered
	case e.Date.Earliest() == edtf.Past && e.Date.Latest() == edtf.Future:
		return item{}, waits
	}
	return b.newEvent(e), dated
}

func (b *builder) position(s *data.Position) (it item, f fate) {
	switch {
	case !b.sieve.position(s):
		return item{}, filtered
	case s.Begins() == edtf.Future && s.Until.Latest() == edtf.Future:
		return item{}, waits
	}
	return b.newPosition(s), dated
}

// collect makes the items that the filter passes, page by page on all
// processors: events in order of their IDs, then positions.
func (b *builder) collect() {
	p := b.p
	events, positions := p.c.Events.All(), p.c.Positions.All()
	n := len(events) + len(positions)
	p.items.grow(n)
	fates := make([]fate, n)
	inParallel(len(p.items.pages), func(g int) {
		for i := g * pageItems; i < min((g+1)*pageItems, n); i++ {
			it := p.at(int32(i))
			if i < len(events) {
				*it, fates[i] = b.event(events[i])
			} else {
				*it, fates[i] = b.position(positions[i-len(events)])
			}
		}
	})
	p.byRef = make([]int32, 0, n)
	for i, f := range fates {
		switch {
		case f == dated:
			p.byRef = append(p.byRef, int32(i))
		case f == waits && i < len(events):
			p.undated = append(p.undated, events[i].Ref())
		case f == waits:
			p.undated = append(p.undated, positions[i-len(events)].Ref())
		}
	}
	p.order = p.inTimeOrder(p.byRef)
	b.today = p.opt.Today
	if b.today == 0 {
		b.today = b.latestKnown()
	}
}

// latestKnown is the last instant that the sources of the items report: that of
// publication, or of what happened where no source has a date.
func (b *builder) latestKnown() int64 {
	last, happened := edtf.Past, edtf.Past
	for it := range b.p.all() {
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

// ends is what takes the place of a start or an end that is not known.
type ends struct {
	first  int64 // the first instant of the case that is known
	held   int64 // up to here bars are drawn that are still held
	margin int64
}

// closeOpenEnds gives what has no start or no end the ends of the picture, and
// fixes the span. A bar still held runs on a little beyond today, so that one
// known today can be seen at all. From its last known date on it is paler, and
// at its end it fades: at most over a fifth of it.
func (b *builder) closeOpenEnds(as *ends) {
	p := b.p
	if p.ends = b.endsOf(); as != nil {
		p.ends = *as
	}
	inParallel(len(p.items.pages), func(g int) {
		page := p.items.pages[g]
		for i := range page.item {
			if it := &page.item[i]; it.used() {
				p.ends.close(it)
			}
		}
		page.summarize()
	})
	p.order = p.inTimeOrder(p.byRef)
	p.sum = p.items.summary()
}

func (b *builder) endsOf() ends {
	from := edtf.Future
	for it := range b.p.all() {
		if it.start != edtf.Past {
			from = min(from, it.start)
		} else if it.end != edtf.Future {
			from = min(from, it.end)
		}
	}
	margin := int64(float64(b.p.window.Span()) * openMargin)
	return ends{from, max(b.today, from) + margin, margin}
}

func (e ends) close(it *item) {
	switch {
	case it.start == edtf.Past:
		it.start = min(e.first, it.end) - e.margin
		it.sureFrom = it.end
	case it.is(openStart):
		it.start -= e.margin
	}
	if it.is(openEnd) {
		it.end = max(e.held, it.start+e.margin)
		it.heard = min(max(it.heard, it.start), it.end)
		it.fadeFrom = it.end - min((it.end-it.start)/5, max(it.end-it.heard, e.margin/2), int64(float64(e.margin)*openFade/openMargin))
	}
	it.mid = it.start + (it.end-it.start)/2
	if it.known == edtf.Future {
		it.known = it.start
		it.flags |= unpublished
	}
}

// densest is the window to open on. It is measured by the starts of items, so
// that a bar held for years counts once.
func (p *Plot) densest() scale.Window {
	starts := make([]int64, 0, len(p.order))
	last := edtf.Past
	for it := range p.all() {
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
