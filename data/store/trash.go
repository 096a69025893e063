package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// trashed is what the trash keeps of a removed record.
type trashed struct {
	Removed time.Time       `json:"removed"`
	Record  json.RawMessage `json:"record"`
}

// TrashItem is a removed record.
type TrashItem struct {
	Record  data.Record
	Removed time.Time
}

// Trash lists what was removed from the case, newest first.
func (s *Store) Trash() (items []TrashItem, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return tx.Bucket(trashBucket).ForEach(func(k, v []byte) error {
			item, err := readTrash(k, v)
			items = append(items, item)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(items, func(a, b TrashItem) int { return b.Removed.Compare(a.Removed) })
	return items, nil
}

func readTrash(k, v []byte) (TrashItem, error) {
	ref, ok := parseRefKey(string(k))
	if !ok {
		return TrashItem{}, damaged(fmt.Errorf("the trash holds %q, which names no record", k))
	}
	var t trashed
	if err := json.Unmarshal(v, &t); err != nil {
		return TrashItem{}, damaged(fmt.Errorf("%s in the trash cannot be read: %w", k, err))
	}
	r, err := decodeRecord(ref, t.Record)
	if err != nil {
		return TrashItem{}, damaged(fmt.Errorf("in the trash, %w", err))
	}
	return TrashItem{r, t.Removed}, nil
}

// Restore puts records from the trash back as they were, as one change that can
// be undone. It fails where one of them refers to what is no longer there.
func (s *Store) Restore(refs ...data.Ref) error {
	ch := data.Change{Label: "Restore from the trash"}
	err := s.view(func(tx *bolt.Tx) error {
		for _, ref := range refs {
			value := tx.Bucket(trashBucket).Get([]byte(refKey(ref)))
			if value == nil {
				return &RecordError{ref, "", errors.New("it is not in the trash")}
			}
			item, err := readTrash([]byte(refKey(ref)), value)
			if err != nil {
				return err
			}
			ch.Put = append(ch.Put, item.Record)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.Apply(ch)
}
