package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// The journal is a tree: every change names the one that stood before it.
// Undoing goes to the parent; a change made after an undo starts a new branch,
// and what was undone stays in the history for good.

// entryHead is what the journal says of a change; its records before and after
// lie in the images under the same number.
type entryHead struct {
	entryLabel
	Refs []data.Ref `json:"refs"`
}

// entryLabel is the head without the records, of which there may be very many.
type entryLabel struct {
	Parent uint64    `json:"parent"` // 0: the first
	Time   time.Time `json:"time"`
	Label  string    `json:"label"`
}

// journalState is where the case stands in its journal. It is immutable.
type journalState struct {
	cursor    uint64   // the newest change that stands; 0: none
	tip       uint64   // the last change that can be redone to
	redo      []uint64 // from the tip down to the change after the cursor
	undoLabel string
	redoLabel string
}

// Entry is one change in the history of a case.
type Entry struct {
	Number uint64
	Time   time.Time
	Label  string
	Refs   []data.Ref
	Undone bool // it does not stand now
}

func loadJournal(tx *bolt.Tx) (*journalState, error) {
	meta := tx.Bucket(metaBucket)
	cursor, err1 := readNumber(meta.Get(cursorKey))
	tip, err2 := readNumber(meta.Get(tipKey))
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	j := &journalState{cursor: cursor, tip: tip}
	for n := tip; n != cursor; {
		head, err := readLabel(tx, n)
		if err != nil {
			return nil, err
		}
		j.redo = append(j.redo, n)
		j.redoLabel = head.Label
		n = head.Parent
	}
	if cursor != 0 {
		head, err := readLabel(tx, cursor)
		if err != nil {
			return nil, err
		}
		j.undoLabel = head.Label
	}
	return j, nil
}

func readNumber(b []byte) (uint64, error) {
	switch len(b) {
	case 0:
		return 0, nil
	case 8:
		return binary.BigEndian.Uint64(b), nil
	}
	return 0, errors.New("its place in the history cannot be read")
}

// readHead reads an entry of the journal. An entry comes after its parent, so
// that walking up always ends.
func readHead(tx *bolt.Tx, n uint64) (head entryHead, err error) {
	if err = readJournal(tx, n, &head); err == nil && head.Parent >= n {
		err = errOrder(n)
	}
	return head, err
}

func readLabel(tx *bolt.Tx, n uint64) (head entryLabel, err error) {
	if err = readJournal(tx, n, &head); err == nil && head.Parent >= n {
		err = errOrder(n)
	}
	return head, err
}

func errOrder(n uint64) error { return fmt.Errorf("change %d in the history follows a later one", n) }

func readJournal(tx *bolt.Tx, n uint64, into any) error {
	value := tx.Bucket(journalBucket).Get(numberKey(n))
	if value == nil {
		return fmt.Errorf("change %d is missing in the history", n)
	}
	if err := json.Unmarshal(value, into); err != nil {
		return fmt.Errorf("change %d in the history cannot be read: %w", n, err)
	}
	return nil
}

// record writes a new entry after the cursor and returns the state that follows.
func (j *journalState) record(tx *bolt.Tx, head entryHead, moves []move) (*journalState, error) {
	head.Parent, head.Refs = j.cursor, refsOf(moves)
	b := tx.Bucket(journalBucket)
	n, err := b.NextSequence()
	if err != nil {
		return nil, err
	}
	value, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	images, err := pack(encodeImages(moves))
	if err != nil {
		return nil, err
	}
	if err := errors.Join(b.Put(numberKey(n), value), tx.Bucket(imagesBucket).Put(numberKey(n), images)); err != nil {
		return nil, err
	}
	next := &journalState{cursor: n, tip: n, undoLabel: head.Label}
	return next, next.save(tx)
}

func (j *journalState) save(tx *bolt.Tx) error {
	meta := tx.Bucket(metaBucket)
	return errors.Join(meta.Put(cursorKey, numberKey(j.cursor)), meta.Put(tipKey, numberKey(j.tip)))
}

// Undo takes the newest change back and returns its label. It returns
// ErrNothing when no change stands.
func (s *Store) Undo() (label string, err error) {
	return s.travel(func(tx *bolt.Tx, j *journalState) ([]move, *journalState, string, error) {
		if j.cursor == 0 {
			return nil, nil, "", ErrNothing
		}
		moves, head, err := readEntry(tx, j.cursor)
		if err != nil {
			return nil, nil, "", err
		}
		for i := range moves {
			moves[i] = moves[i].back()
		}
		next := &journalState{cursor: head.Parent, tip: j.tip, redoLabel: head.Label}
		next.redo = append(append(next.redo, j.redo...), j.cursor)
		if next.cursor != 0 {
			up, err := readLabel(tx, next.cursor)
			if err != nil {
				return nil, nil, "", damaged(err)
			}
			next.undoLabel = up.Label
		}
		return moves, next, head.Label, nil
	})
}

// Redo makes the change again that was undone last and returns its label. It
// returns ErrNothing when there is none.
func (s *Store) Redo() (label string, err error) {
	return s.travel(func(tx *bolt.Tx, j *journalState) ([]move, *journalState, string, error) {
		if len(j.redo) == 0 {
			return nil, nil, "", ErrNothing
		}
		last := len(j.redo) - 1
		moves, head, err := readEntry(tx, j.redo[last])
		if err != nil {
			return nil, nil, "", err
		}
		next := &journalState{cursor: j.redo[last], tip: j.tip, redo: j.redo[:last:last], undoLabel: head.Label}
		if last > 0 {
			down, err := readLabel(tx, j.redo[last-1])
			if err != nil {
				return nil, nil, "", damaged(err)
			}
			next.redoLabel = down.Label
		}
		return moves, next, head.Label, nil
	})
}

type step func(tx *bolt.Tx, j *journalState) (moves []move, next *journalState, label string, err error)

// travel moves the case along its journal.
func (s *Store) travel(f step) (string, error) {
	touched, label, err := s.travelLocked(f)
	if err == nil {
		s.notify(touched)
	}
	return label, err
}

func (s *Store) travelLocked(f step) (touched []data.Ref, label string, err error) {
	s.write.Lock()
	defer s.write.Unlock()
	var moves []move
	var state *journalState
	err = s.update(func(tx *bolt.Tx) error {
		if moves, state, label, err = f(tx, s.journal.Load()); err != nil {
			return err
		}
		for _, m := range moves {
			if !bytes.Equal(tx.Bucket([]byte(m.ref.Kind)).Get([]byte(m.ref.ID)), m.from) {
				return fmt.Errorf("%w: the %s %s is not as its history says", ErrDamaged, m.ref.Kind, m.ref.ID)
			}
		}
		if err := writeMoves(tx, moves); err != nil {
			return err
		}
		return state.save(tx)
	})
	if err != nil {
		return nil, "", err
	}
	s.snapshot.Store(s.Case().With(changeOf(moves)))
	s.journal.Store(state)
	return refsOf(moves), label, nil
}

// UndoLabel is what Undo would take back; empty when there is nothing.
func (s *Store) UndoLabel() string { return s.journal.Load().undoLabel }

// RedoLabel is what Redo would make again; empty when there is nothing.
func (s *Store) RedoLabel() string { return s.journal.Load().redoLabel }

// History lists the newest changes first, at most limit of them, with those
// that were undone.
func (s *Store) History(limit int) (entries []Entry, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		stands, err := readNumber(tx.Bucket(metaBucket).Get(cursorKey))
		if err != nil {
			return damaged(err)
		}
		c := tx.Bucket(journalBucket).Cursor()
		for k, _ := c.Last(); k != nil && len(entries) < limit; k, _ = c.Prev() {
			n, err := readNumber(k)
			if err != nil {
				return damaged(err)
			}
			head, err := readHead(tx, n)
			if err != nil {
				return damaged(err)
			}
			entries = append(entries, Entry{n, head.Time, head.Label, head.Refs, n != stands})
			if n == stands {
				stands = head.Parent
			}
		}
		return nil
	})
	return entries, err
}

func damaged(err error) error { return fmt.Errorf("%w: %w", ErrDamaged, err) }
