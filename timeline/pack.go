package timeline

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// row is marks side by side, sorted by start.
type row struct {
	y     float32 // of its middle, below the top of the lane
	dense bool    // marks may meet, and count as points
	marks []mark
}

// mark is an item in a row with the time that it takes there.
type mark struct {
	start, end int64
	item       int32
	left       bool // its label stands at the left of it
}

// Heights in pixels, and how many rows of a kind a lane may have before the
// rest shares the dense row.
const (
	barHeight  = 22
	barPitch   = 32
	eventPitch = 28
	lanePad    = 11
	sectionGap = 4 // between bars and events
	linePitch  = 17
	minLane    = 42
	maxBarRows = 32
	maxRows    = 12
	packWidth  = 700 // pixels that the default window is taken to have
)

func (p *Plot) newLane(n *node, title string, depth int, parent bool) lane {
	l := lane{own: n.own, Lane: Lane{
		Key: n.key, Title: title, Ref: n.ref, Depth: depth, Parent: parent,
		Folded: n.below, Items: len(n.own),
	}}
	was := p.reuse[n.key]
	if was != nil && was.Title == title && was.Depth == depth {
		l.lines = was.lines
	} else {
		l.lines = p.wrap(title, p.opt.Header-laneIndent(depth)-laneLeft-14)
	}
	if was != nil && same(was.own, n.own) {
		l.rows, l.packed = was.rows, true
	}
	return l
}

// Where lane names stand.
const (
	laneLeft = 12
	foldRoom = 14
)

func laneIndent(depth int) float32 { return float32(min(depth, 4)) * foldRoom }

// same reports whether both are one list, not only equal.
func same(a, b []int32) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// pack puts the items of lanes into rows, on all processors, and sets the places
// of lanes.
func (p *Plot) pack() {
	inParallel(len(p.lanes), func(i int) {
		if l := &p.lanes[i]; !l.packed {
			l.rows = p.packLane(l.own)
			p.stack(l.rows)
		}
	})
	y := float32(0)
	for i := range p.lanes {
		l := &p.lanes[i]
		l.Y, l.H = y, 28
		if n := len(l.rows); n > 0 {
			last := &l.rows[n-1]
			l.H = max(last.y+p.pitch(last)/2+lanePad, minLane)
		}
		y += l.H
	}
	p.height = y
}

// stack sets the heights of the rows of a lane.
func (p *Plot) stack(rows []row) {
	at, bars := float32(lanePad), false
	for k := range rows {
		r := &rows[k]
		pitch := p.pitch(r)
		if pitch == barPitch {
			bars = true
		} else if bars {
			at, bars = at+sectionGap, false
		}
		r.y = at + pitch/2
		at += pitch
	}
}

func (p *Plot) pitch(r *row) float32 {
	if !r.dense && p.at(r.marks[0].item).bar() {
		return barPitch
	}
	return eventPitch
}

// inParallel calls f for 0 to n-1 on all processors.
func inParallel(n int, f func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers < 2 {
		for i := range n {
			f(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wait.Wait()
}

// packLane puts the items of a lane, which are in time order, into rows: bars
// first, then events, then what found no room.
func (p *Plot) packLane(items []int32) []row {
	spp := float64(p.window.Span()) / float64(p.opt.Width)
	bars, events := packer{p: p, spp: spp, most: maxBarRows}, packer{p: p, spp: spp, most: maxRows}
	dense := row{dense: true}
	for _, i := range items {
		it := p.at(i)
		var ok bool
		if it.bar() {
			ok = bars.place(i, p.barRoom(it, spp))
		} else {
			ok = events.place(i, p.eventRoom(it, spp))
		}
		if !ok {
			at := it.densePlace()
			dense.marks = append(dense.marks, mark{at, at, i, false})
		}
	}
	rows := append(bars.rows, events.rows...)
	if len(dense.marks) > 0 {
		sortMarks(dense.marks)
		rows = append(rows, dense)
	}
	return rows
}

// densePlace is where an item stands in a dense row.
func (it *item) densePlace() int64 {
	if !it.bar() && !it.is(interval) {
		return it.mid
	}
	return it.start
}

// room is the time that an item takes in its row: of the mark itself, and of
// the mark with its label and a gap.
type room struct {
	mark
	from, to int64
}

type packer struct {
	p    *Plot
	spp  float64
	most int
	rows []row
	free []int64 // from when on a row is free
	last []int32 // the last item of a row
}

// place puts an item into the first row with room, a bar rather into one whose
// last bar is of the same actor; ok is false where none has.
func (k *packer) place(i int32, r room) (ok bool) {
	r.item = i
	it, best := k.p.at(i), -1
	for n, free := range k.free {
		if free > r.from || k.rows[n].marks[len(k.rows[n].marks)-1].end > r.start {
			continue
		}
		if best < 0 {
			best = n
		}
		if !it.bar() {
			break
		} else if last := k.p.at(k.last[n]); last.color == it.color && last.name == it.name {
			best = n
			break
		}
	}
	if best < 0 {
		if len(k.rows) == k.most {
			return false
		}
		best = len(k.rows)
		k.rows, k.free, k.last = append(k.rows, row{}), append(k.free, math.MinInt64), append(k.last, i)
	}
	k.rows[best].marks = append(k.rows[best].marks, r.mark)
	k.free[best], k.last[best] = r.to, i
	return true
}

func (p *Plot) eventRoom(it *item, spp float64) room {
	px := func(v float64) int64 { return int64(v * spp) }
	m := mark{start: it.mid, end: it.mid}
	if it.is(interval) || it.is(vague) {
		m.start, m.end = it.start, it.end
	}
	w := float64(it.labelW()) + labelPad
	r := room{from: m.start - px(markHalf), to: m.end + px(markHalf)}
	body := it.mid
	if it.is(interval) {
		body = m.end
	}
	m.left = body+px(markHalf+w) > p.window.To && m.end > p.window.From+p.window.Span()/2
	if m.left {
		body := it.mid
		if it.is(interval) {
			body = m.start
		}
		r.from = min(r.from, body-px(markHalf+w))
	} else {
		r.to = max(r.to, body+px(markHalf+w))
	}
	r.to += px(gapPad)
	r.mark = m
	return r
}

func (p *Plot) barRoom(it *item, spp float64) room {
	px := func(v float64) int64 { return int64(v * spp) }
	m := mark{start: it.start, end: max(it.end, it.start+1)}
	r := room{from: m.start, to: m.end + px(2)}
	w := float64(it.labelW())
	text := m.start // where a label inside starts
	if it.is(openStart) {
		text = it.sureFrom
	}
	visible := min(m.end, p.window.To) - max(text, p.window.From)
	if visible < px(w+2*barPad+glyphW) {
		m.left = m.start-px(w+labelPad) > p.window.From || m.end+px(w+labelPad) > p.window.To
		if m.left {
			r.from -= px(w + labelPad + gapPad)
		} else {
			r.to += px(w + labelPad + gapPad)
		}
	}
	r.mark = m
	return r
}

// wrap breaks a title into at most two lines of that width; the painter cuts
// what is still too wide.
func (p *Plot) wrap(title string, width float32) [2]string {
	if p.opt.Measure(fontLane, title) <= width {
		return [2]string{title}
	}
	best := 0
	for i, r := range title {
		if r == ' ' && (best == 0 || p.opt.Measure(fontLane, title[:i]) <= width) {
			best = i
		}
	}
	if best == 0 {
		return [2]string{title}
	}
	return [2]string{title[:best], title[best+1:]}
}
