// Package store keeps a case in one file. Every change is one bbolt transaction
// that writes the changed records, the indexes and a journal entry with the
// records before and after; readers work on an immutable snapshot in memory.
package store

import (
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// Options of Create and Open.
type Options struct {
	Now   func() time.Time // the clock of the journal; nil: time.Now
	Title string           // of the case, for Create; empty: "Untitled case"
}

// lockTimeout is how long another process may hold the file before Open gives up.
const lockTimeout = 700 * time.Millisecond

// Store is an open case file. Its methods may be called from any goroutine.
type Store struct {
	path string
	now  func() time.Time

	snapshot atomic.Pointer[data.Case]
	journal  atomic.Pointer[journalState]

	write sync.Mutex // one change at a time
	db    *bolt.DB

	texts textCache

	tell        sync.Mutex // guards the subscribers
	subscribers map[int]func([]data.Ref)
	nextSub     int
}

// Path is the file that the case is kept in.
func (s *Store) Path() string { return s.path }

// Case is the case as it stands, never changed afterwards.
func (s *Store) Case() *data.Case { return s.snapshot.Load() }

// Close gives the file free for others. Closing twice is no error.
func (s *Store) Close() error {
	s.write.Lock()
	defer s.write.Unlock()
	return s.explain(guarded(s.db.Close))
}

// Subscribe calls f after every change with the records that it touched, from
// the goroutine that made the change and after Case has the change in it. Calls
// for changes from different goroutines may come in any order.
func (s *Store) Subscribe(f func(touched []data.Ref)) (cancel func()) {
	s.tell.Lock()
	defer s.tell.Unlock()
	if s.subscribers == nil {
		s.subscribers = map[int]func([]data.Ref){}
	}
	id := s.nextSub
	s.nextSub++
	s.subscribers[id] = f
	return func() {
		s.tell.Lock()
		defer s.tell.Unlock()
		delete(s.subscribers, id)
	}
}

func (s *Store) notify(touched []data.Ref) {
	s.tell.Lock()
	calls := make([]func([]data.Ref), 0, len(s.subscribers))
	for id := range s.nextSub {
		if f, ok := s.subscribers[id]; ok {
			calls = append(calls, f)
		}
	}
	s.tell.Unlock()
	for _, f := range calls {
		f(touched)
	}
}
