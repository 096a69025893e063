package store

import (
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// sound fails the test where the file of a closed or open store is not.
func sound(t testing.TB, s *Store) Report {
	t.Helper()
	must(t, s.Close())
	r, err := Check(s.Path())
	must(t, err)
	if !r.Sound() {
		t.Fatalf("faults:\n%s", strings.Join(r.Faults, "\n"))
	}
	return r
}

func TestCheckCounts(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	must(t, s.Apply(data.Change{Label: "Remove", Remove: []data.Ref{{Kind: data.KindSuggestion, ID: "s1"}}}))
	r := sound(t, s)
	if r.Counts[data.KindActor] != 3 || r.Counts[data.KindSuggestion] != 0 || r.Trash != 1 || r.Changes != 2 || r.Title != "Lake talks" {
		t.Errorf("report %+v", r)
	}
}

// Each way to spoil a case must be found, with a fault that says so.
func TestCheckFindsFaults(t *testing.T) {
	put := func(bucket, key, value string) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucket)).Put([]byte(key), []byte(value)) }
	}
	del := func(bucket, key string) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucket)).Delete([]byte(key)) }
	}
	for _, c := range []struct {
		name  string
		spoil func(*bolt.Tx) error
		want  string
	}{
		{"garbage for a record", put("actor", "a1", "{"), "cannot be read"},
		{"record of another ID", put("actor", "a1", `{"id":"a9","name":"X","kind":"state"}`), "calls itself a9"},
		{"record that does not validate", put("actor", "a1", `{"id":"a1","name":"","kind":"state"}`), "name is missing"},
		{"record without history", put("actor", "zz", `{"id":"zz","name":"X","kind":"state"}`), "has no history"},
		{"record that differs from its history", put("actor", "a1", `{"id":"a1","name":"Other","kind":"state"}`), "not as its history says"},
		{"record that is gone", del("issue", "i1"), "not in the case"},
		{"index entry that is gone", del("by_actor", "a1\x00event/e1"), "lacks the event e1"},
		{"index entry too many", put("by_issue", "i1\x00event/e9", ""), "is not so"},
		{"text that is gone", del("contents", "d1/text"), "cannot be read"},
		{"text that changed", func(tx *bolt.Tx) error {
			p, err := pack([]byte(strings.Replace(lakeText, "offered", "refused", 1)))
			if err != nil {
				return err
			}
			return tx.Bucket(contentsBucket).Put(textKey("d1"), p)
		}, "quotes"},
		{"file that changed", func(tx *bolt.Tx) error {
			p, err := pack([]byte("other"))
			if err != nil {
				return err
			}
			return tx.Bucket(contentsBucket).Put(originalKey("d1"), p)
		}, "checksum"},
		{"contents of nobody", put("contents", "d7/text", "\x00\x00"), "belong to no document"},
		{"history that is gone", func(tx *bolt.Tx) error { return tx.Bucket(journalBucket).Delete(numberKey(1)) }, "missing in the history"},
		{"images that are gone", func(tx *bolt.Tx) error { return tx.Bucket(imagesBucket).Delete(numberKey(1)) }, "before and after"},
		{"images that are broken", func(tx *bolt.Tx) error { return tx.Bucket(imagesBucket).Put(numberKey(1), []byte("\x01\x10abc")) }, "before and after"},
		{"trash that is in the case too", put("trash", "actor/a1", `{"removed":"2026-01-01T00:00:00Z","record":{"id":"a1","name":"X","kind":"state"}}`), "in the case and in the trash"},
		{"trash that is broken", put("trash", "actor/a8", `{}`), "in the trash"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := create(t)
			must(t, s.Apply(lakeCase()))
			must(t, s.db.Update(c.spoil))
			must(t, s.Close())
			r, err := Check(s.Path())
			must(t, err)
			if !strings.Contains(strings.Join(r.Faults, "\n"), c.want) {
				t.Errorf("no fault says %q: %q", c.want, r.Faults)
			}
		})
	}
}
