package data

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// chains holds the chain of every matter in which one position follows another;
// links between positions come on top. See "How long a position holds".
type chains map[matter]chain

// chain says of each position what follows it and what it follows.
type chain struct {
	next, previous map[ID]*Position
}

// matter is what the positions of a chain are about.
type matter struct{ holder, issue ID }

func (p *Position) matter() matter { return matter{p.Holder(), p.Issue} }

// newChains is for positions in order of time.
func newChains(dated []*Position) chains {
	byMatter := map[matter][]*Position{}
	for _, p := range dated {
		if !p.From.IsZero() {
			byMatter[p.matter()] = append(byMatter[p.matter()], p)
		}
	}
	ch, subjects := chains{}, subjectMemo{}
	for m, list := range byMatter {
		ch.make(m, list, subjects)
	}
	return ch
}

// make links the dated positions of one matter, which come in order of time.
func (ch chains) make(m matter, list []*Position, subjects subjectMemo) {
	delete(ch, m)
	if len(list) < 2 {
		return
	}
	bySubject := map[string][]*Position{}
	for _, p := range list {
		if s := subjects.of(p.Proposal); s != "" {
			bySubject[s] = append(bySubject[s], p)
		}
	}
	c := chain{map[ID]*Position{}, map[ID]*Position{}}
	for _, same := range bySubject {
		c.follow(same)
	}
	if len(c.next)+len(c.previous) > 0 {
		ch[m] = c
	}
}

// follow links positions of one subject, which come in order of time.
func (c chain) follow(list []*Position) {
	var open []*Position // what nothing has ended yet
	var last *Position
	for _, p := range list {
		if last != nil && later(last, p) {
			c.previous[p.ID] = last
		}
		if !p.Disputed {
			open = slices.DeleteFunc(open, func(o *Position) bool {
				ends := later(o, p) && (o.Reported() || !p.Reported())
				if ends {
					c.next[o.ID] = p
				}
				return ends
			})
			last = p
		}
		open = append(open, p)
	}
}

func later(a, b *Position) bool { return a.Begins() < b.Begins() }

// lazyChains are chains that are made when they are first asked for.
type lazyChains struct {
	once sync.Once
	made atomic.Bool
	ch   chains
}

func (x *Index) allChains() chains {
	x.chains.once.Do(func() {
		x.chains.ch = newChains(inTime(x.c.Positions.All(), (*Position).held))
		x.chains.made.Store(true)
	})
	return x.chains.ch
}

// chainsAfter takes over the chains of the index before, and makes those of the
// matters anew that the positions which changed are or were about.
func (x *Index) chainsAfter(before *Index, changed map[matter]bool) {
	if !before.chains.made.Load() {
		return
	}
	ch, subjects := maps.Clone(before.chains.ch), subjectMemo{}
	for m := range changed {
		ch.make(m, x.about(m), subjects)
	}
	x.chains.once.Do(func() {
		x.chains.ch = ch
		x.chains.made.Store(true)
	})
}

// about lists the dated positions of a matter in order of time.
func (x *Index) about(m matter) []*Position {
	var list []*Position
	for _, p := range x.positions[Ref{KindActor, m.holder}] {
		if p.matter() == m && !p.From.IsZero() {
			list = append(list, p)
		}
	}
	return list
}

// Matter lists the dated positions of the same holder on the same issue, in
// order of time: those that p may end, and that may end p.
func (x *Index) Matter(p *Position) []*Position { return x.about(p.matter()) }

// Next is the position that ended p; nil where none did. Of a position of the
// same subject and those that name p as superseded, it is the first.
func (x *Index) Next(p *Position) *Position {
	next := x.allChains()[p.matter()].next[p.ID]
	if p.From.IsZero() {
		return next
	}
	for _, by := range x.positions[p.Ref()] {
		if !by.From.IsZero() && (next == nil || later(by, next)) && slices.Contains(by.Links, Link{Supersedes, p.Ref()}) {
			next = by
		}
	}
	return next
}

// Previous is the position that p follows: that it supersedes, or the last one
// before it of the same holder on the same issue and subject; nil for a first.
func (x *Index) Previous(p *Position) *Position {
	if !p.From.IsZero() {
		for _, l := range slices.Backward(p.Links) {
			if old, ok := x.c.Positions.Get(l.To.ID); ok && l.Kind == Supersedes && l.To.Kind == KindPosition && !old.From.IsZero() {
				return old
			}
		}
	}
	return x.allChains()[p.matter()].previous[p.ID]
}
