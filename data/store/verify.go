package store

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// verify holds the moves against the case that they lead to. Moves that put are
// checked for what they refer to; moves that remove, for what refers to them.
func (s *Store) verify(tx *bolt.Tx, next *data.Case, moves []move) error {
	changed := make(map[data.Ref]bool, len(moves))
	for _, m := range moves {
		changed[m.ref] = true
	}
	quotes := newQuoteCheck()
	for _, m := range moves {
		if m.toRec == nil {
			if by := referrers(tx, m.ref, changed); len(by) > 0 {
				return &ReferredError{m.ref, data.NameOf(m.fromRec), by}
			}
			continue
		}
		if err := checkReferences(next, m.toRec); err != nil {
			return &RecordError{m.ref, data.NameOf(m.toRec), err}
		}
		quotes.add(m.toRec, m.fromRec)
	}
	return quotes.run(func(doc data.ID) (string, error) { return s.textIn(tx, doc) })
}

// referrers lists what refers to a record, except what the change writes
// itself: that is checked from its own side.
func referrers(tx *bolt.Tx, to data.Ref, changed map[data.Ref]bool) (by []data.Ref) {
	bucket, prefix := referrerPrefix(to)
	c := tx.Bucket(bucket).Cursor()
	for k, _ := c.Seek([]byte(prefix)); bytes.HasPrefix(k, []byte(prefix)); k, _ = c.Next() {
		ref, ok := parseRefKey(strings.TrimPrefix(string(k), prefix))
		if ok && !changed[ref] {
			by = append(by, ref)
		}
	}
	return by
}

func checkReferences(c *data.Case, r data.Record) error {
	for _, to := range data.References(r) {
		if _, ok := c.Record(to); !ok {
			return fmt.Errorf("it refers to the %s %q, which is not in the case", to.Kind, to.ID)
		}
	}
	if issue, ok := r.(*data.Issue); ok {
		return checkTree(c, issue)
	}
	return nil
}

var errLoop = errors.New("an issue cannot lie under one of its own sub-issues")

func checkTree(c *data.Case, issue *data.Issue) error {
	for n, up := 0, issue; up.Parent != ""; n++ {
		if up.Parent == issue.ID || n > c.Issues.Len() {
			return errLoop
		}
		var ok bool
		if up, ok = c.Issues.Get(up.Parent); !ok {
			return nil // the issue above is checked by itself
		}
	}
	return nil
}
