// Package session is one open case as the screens see it: the snapshot of its
// records, what is selected, the as-of date, the filter and the grouping. It
// knows no widget. Everything in it is used from the user interface's goroutine
// only; news from the store is carried there.
package session

import (
	"slices"
	"sync"
	"time"

	"demarche/data"
)

// Store is what a session needs of an open case file; *store.Store is one.
type Store interface {
	Path() string
	Case() *data.Case
	Apply(data.Change) error
	Undo() (label string, err error)
	Redo() (label string, err error)
	UndoLabel() string // "" where there is nothing to undo
	RedoLabel() string
	Subscribe(func(touched []data.Ref)) (cancel func())
	Text(doc data.ID) (string, error)
	Original(doc data.ID) ([]byte, error)
}

// Session is one open case.
type Session struct {
	Selected *Value[data.Ref] // the record that the detail pane shows; zero: none
	AsOf     *Value[int64]    // an instant as in package edtf
	Filter   *Value[Filter]
	Grouping *Value[string] // a timeline.Grouping

	Arrangement *Value[Arrangement] // of lanes, for every grouping
	Axis        *Value[Axis]

	store    Store
	steps    laneSteps
	now      func() time.Time
	ids      *data.IDs
	onUI     func(func())
	current  *data.Case
	known    known  // up to when current is known
	index    *index // of current
	watchers []*watcher
	cancel   func()
	closed   bool

	mu   sync.Mutex
	news [][]data.Ref // what changes touched that the session has not taken in yet
}

type watcher struct {
	f       func(*data.Case, []data.Ref)
	stopped bool
}

// Options are what a session takes from outside.
type Options struct {
	Now      func() time.Time
	OnUI     func(func()) // runs f on the user interface's goroutine: fyne.Do
	Grouping string

	Arrangement Arrangement
	Axis        Axis
}

// New opens a session on a store, which stays the caller's to close.
func New(s Store, o Options) *Session {
	ses := &Session{store: s, now: o.Now, ids: data.NewIDs(o.Now), onUI: o.OnUI, current: s.Case()}
	ses.Selected = NewValue(data.Ref{}, func(a, b data.Ref) bool { return a == b })
	ses.index = newIndex(ses.current)
	ses.known = knownOf(ses.current, o.Now())
	ses.AsOf = NewValue(ses.known.day(), func(a, b int64) bool { return a == b })
	ses.Filter = NewValue(Filter{}, Filter.Equal)
	ses.Grouping = NewValue(o.Grouping, func(a, b string) bool { return a == b })
	ses.Arrangement = NewValue(o.Arrangement, Arrangement.Equal)
	ses.Axis = NewValue(o.Axis, func(a, b Axis) bool { return a == b })
	ses.cancel = s.Subscribe(func(touched []data.Ref) {
		ses.mu.Lock()
		ses.news = append(ses.news, slices.Clone(touched))
		ses.mu.Unlock()
		ses.onUI(ses.catchUp)
	})
	return ses
}

// Case is the current snapshot.
func (s *Session) Case() *data.Case { return s.current }

// End is the day that the case is known up to, on which the as-of date stands
// until it is moved.
func (s *Session) End() int64 { return s.known.day() }

// Store is the case file, for texts and for the history.
func (s *Session) Store() Store { return s.store }

// Now is the clock.
func (s *Session) Now() time.Time { return s.now() }

// Do makes a change. When Do returns without an error it is written, Case is the
// snapshot with it, and watchers have been told: the next key of a fast typist
// must not be answered from the snapshot before, or a suggestion just accepted
// is rejected as well and what it made stays.
func (s *Session) Do(ch data.Change) error {
	if err := s.store.Apply(ch); err != nil {
		return err
	}
	s.catchUp()
	return nil
}

// catchUp takes in what the store has told of.
func (s *Session) catchUp() {
	s.mu.Lock()
	news := s.news
	s.news = nil
	s.mu.Unlock()
	if len(news) > 0 {
		s.steps = laneSteps{}
	}
	for _, touched := range news {
		s.changed(touched)
	}
}

// NewID makes an ID for a record of this case.
func (s *Session) NewID() data.ID { return s.ids.Next() }

// Watch calls f after every change with the new snapshot and what was touched
// (nil: anything), until stop is called or the session is closed.
func (s *Session) Watch(f func(c *data.Case, touched []data.Ref)) (stop func()) {
	w := &watcher{f: f}
	s.watchers = append(s.watchers, w)
	return func() {
		w.stopped = true
		s.watchers = slices.DeleteFunc(slices.Clone(s.watchers), func(x *watcher) bool { return x == w })
	}
}

func (s *Session) changed(touched []data.Ref) {
	if s.closed {
		return
	}
	before, old := s.known.day(), s.current
	s.current = s.store.Case()
	s.index = s.index.of(s.current)
	s.known = s.known.after(old, s.current, s.now())
	if _, ok := s.current.Record(s.Selected.Get()); !ok {
		s.Selected.Set(data.Ref{})
	}
	if s.AsOf.Get() == before { // it stood at the end and stays there
		s.AsOf.Set(s.known.day())
	}
	for _, w := range s.watchers {
		if !w.stopped && !s.closed {
			w.f(s.current, touched)
		}
	}
}

// Close ends the session: nobody is told anything any more.
func (s *Session) Close() {
	s.closed = true
	s.cancel()
	s.watchers = nil
}
