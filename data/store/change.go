package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// move is one record on its way from one state to another. Absent bytes stand
// for no record. The trash holds at most one removed record of each name.
type move struct {
	ref                data.Ref
	from, to           []byte
	fromRec, toRec     data.Record
	trashFrom, trashTo []byte
}

// back is the move that undoes m.
func (m move) back() move {
	return move{m.ref, m.to, m.from, m.toRec, m.fromRec, m.trashTo, m.trashFrom}
}

// Apply makes a change: all of it or, on an error, nothing. It checks every
// record by itself, its references, and its passages against the text of their
// documents. Putting a record as it stands does nothing. The error is a
// *RecordError or a *ReferredError where a record is at fault.
func (s *Store) Apply(ch data.Change) error {
	touched, err := s.apply(ch)
	if err == nil && len(touched) > 0 {
		s.notify(touched)
	}
	return err
}

func (s *Store) apply(ch data.Change) ([]data.Ref, error) {
	s.write.Lock()
	defer s.write.Unlock()
	now := s.now()
	moves, err := s.plan(ch, now)
	if err != nil {
		return nil, s.explain(err)
	}
	if len(moves) == 0 {
		return nil, nil
	}
	next := s.Case().With(changeOf(moves))
	label := ch.Label
	if strings.TrimSpace(label) == "" {
		label = "Change"
	}
	var state *journalState
	err = s.update(func(tx *bolt.Tx) error {
		if err := s.putContents(tx, moves, ch.Contents); err != nil {
			return err
		}
		if err := s.verify(tx, next, moves); err != nil {
			return err
		}
		if err := writeMoves(tx, moves); err != nil {
			return err
		}
		state, err = s.journal.Load().record(tx, entryHead{entryLabel: entryLabel{Time: now, Label: label}}, moves)
		return err
	})
	if err != nil {
		return nil, err
	}
	s.snapshot.Store(next)
	s.journal.Store(state)
	return refsOf(moves), nil
}

// plan is the moves that make a change, sorted by record; what stays as it is
// makes none.
func (s *Store) plan(ch data.Change, now time.Time) ([]move, error) {
	moves := make([]move, 0, len(ch.Put)+len(ch.Remove))
	for _, r := range ch.Put {
		m, err := putMove(r)
		if err != nil {
			return nil, &RecordError{r.Ref(), data.NameOf(r), err}
		}
		moves = append(moves, m)
	}
	for _, ref := range ch.Remove {
		if ref.Kind == data.KindInfo {
			return nil, &RecordError{ref, "", errors.New("the description of the case stays")}
		}
		moves = append(moves, move{ref: ref})
	}
	slices.SortFunc(moves, func(a, b move) int { return compareRefs(a.ref, b.ref) })
	for i := 1; i < len(moves); i++ {
		if moves[i].ref == moves[i-1].ref {
			return nil, &RecordError{moves[i].ref, "", errors.New("the change names it twice")}
		}
	}
	err := s.view(func(tx *bolt.Tx) error { return fillMoves(tx, s.Case(), moves, now) })
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(moves, func(m move) bool { return bytes.Equal(m.from, m.to) && bytes.Equal(m.trashFrom, m.trashTo) }), nil
}

// putMove encodes r and reads it back: the snapshot holds what the file holds,
// and not what the caller may still change.
func putMove(r data.Record) (move, error) {
	if err := r.Validate(); err != nil {
		return move{}, err
	}
	to, err := encodeRecord(r)
	if err != nil {
		return move{}, err
	}
	back, err := decodeRecord(r.Ref(), to)
	return move{ref: r.Ref(), to: to, toRec: back}, err
}

// fillMoves adds to each move what the file holds now.
func fillMoves(tx *bolt.Tx, c *data.Case, moves []move, now time.Time) error {
	trash := tx.Bucket(trashBucket)
	for i := range moves {
		m := &moves[i]
		m.from = bytes.Clone(tx.Bucket([]byte(m.ref.Kind)).Get([]byte(m.ref.ID)))
		m.trashFrom = bytes.Clone(trash.Get([]byte(refKey(m.ref))))
		if m.from != nil {
			var ok bool
			if m.fromRec, ok = c.Record(m.ref); !ok {
				return fmt.Errorf("%w: %s %s is in the file but not in the case", ErrDamaged, m.ref.Kind, m.ref.ID)
			}
		}
		if m.to != nil {
			continue
		}
		if m.from == nil {
			return &RecordError{m.ref, "", errors.New("it is not in the case")}
		}
		var err error
		if m.trashTo, err = json.Marshal(trashed{now, m.from}); err != nil {
			return err
		}
	}
	return nil
}

func changeOf(moves []move) data.Change {
	var ch data.Change
	for _, m := range moves {
		if m.toRec != nil {
			ch.Put = append(ch.Put, m.toRec)
		} else {
			ch.Remove = append(ch.Remove, m.ref)
		}
	}
	return ch
}

func refsOf(moves []move) []data.Ref {
	refs := make([]data.Ref, len(moves))
	for i, m := range moves {
		refs[i] = m.ref
	}
	return refs
}

func compareRefs(a, b data.Ref) int {
	if c := strings.Compare(string(a.Kind), string(b.Kind)); c != 0 {
		return c
	}
	return strings.Compare(string(a.ID), string(b.ID))
}

// writeMoves writes records, trash and indexes. Moves are sorted, and so are
// the keys of each index before they are written: bbolt keeps the pages that a
// transaction touches as sorted lists, where adding in order costs least.
func writeMoves(tx *bolt.Tx, moves []move) error {
	trash := tx.Bucket(trashBucket)
	var drop, add []indexKey
	for _, m := range moves {
		if err := putOrDelete(tx.Bucket([]byte(m.ref.Kind)), string(m.ref.ID), m.to); err != nil {
			return err
		}
		if !bytes.Equal(m.trashFrom, m.trashTo) {
			if err := putOrDelete(trash, refKey(m.ref), m.trashTo); err != nil {
				return err
			}
		}
		before, after := indexKeys(m.fromRec), indexKeys(m.toRec)
		drop = appendMissing(drop, before, after)
		add = appendMissing(add, after, before)
	}
	slices.SortFunc(drop, compareKeys)
	slices.SortFunc(add, compareKeys)
	for _, k := range drop {
		if err := tx.Bucket([]byte(k.bucket)).Delete([]byte(k.key)); err != nil {
			return err
		}
	}
	for _, k := range add {
		if err := tx.Bucket([]byte(k.bucket)).Put([]byte(k.key), []byte{}); err != nil {
			return err
		}
	}
	return nil
}

// appendMissing adds to list the keys that are not among others, which is sorted.
func appendMissing(list, keys, others []indexKey) []indexKey {
	for _, k := range keys {
		if _, found := slices.BinarySearchFunc(others, k, compareKeys); !found {
			list = append(list, k)
		}
	}
	return list
}

func putOrDelete(b *bolt.Bucket, key string, value []byte) error {
	if value == nil {
		return b.Delete([]byte(key))
	}
	return b.Put([]byte(key), value)
}
