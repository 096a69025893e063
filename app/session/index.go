package session

import (
	"sync"
	"sync/atomic"

	"demarche/data"
)

// index is the index of a snapshot, made when it is first asked for, on whatever
// goroutine: from the one of an earlier snapshot where there is one.
type index struct {
	c     *data.Case
	base  atomic.Pointer[index] // of an earlier snapshot; nil: none, or no longer needed
	once  sync.Once
	ready atomic.Bool
	x     *data.Index
}

func newIndex(c *data.Case) *index { return &index{c: c} }

// of is the index of a later snapshot.
func (i *index) of(c *data.Case) *index {
	next := newIndex(c)
	base := i
	if earlier := i.base.Load(); earlier != nil && !i.ready.Load() {
		base = earlier // nobody asked for i, and nobody needs to
	}
	next.base.Store(base)
	return next
}

func (i *index) get() *data.Index {
	i.once.Do(func() {
		if base := i.base.Load(); base != nil {
			i.x = base.get().With(i.c)
		} else {
			i.x = data.NewIndex(i.c)
		}
		i.ready.Store(true)
		i.base.Store(nil)
	})
	return i.x
}

// Index finds things in the current snapshot. It is made when first asked for
// after a change.
func (s *Session) Index() *data.Index { return s.index.get() }

// IndexLater gives the index of the current snapshot to another goroutine: the
// first one of a large case takes a while to make.
func (s *Session) IndexLater() func() *data.Index { return s.index.get }
