package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// aged gives a closed case another schema version.
func aged(t *testing.T, version string) string {
	t.Helper()
	s := create(t)
	must(t, s.Apply(lakeCase()))
	must(t, s.db.Update(func(tx *bolt.Tx) error { return tx.Bucket(metaBucket).Put(schemaKey, []byte(version)) }))
	must(t, s.Close())
	return s.Path()
}

func TestNewerVersionIsRefused(t *testing.T) {
	path := aged(t, "7")
	before, err := os.ReadFile(path)
	must(t, err)
	_, err = Open(path, Options{})
	if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "newer version of Demarche") {
		t.Errorf("opened: %v", err)
	}
	if _, err := Check(path); !errors.Is(err, ErrNewer) {
		t.Errorf("checked: %v", err)
	}
	after, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Error("the file was written to")
	}
}

// A case of an older version is changed only after a copy of it was written and
// read back; a migration that fails leaves it as it was.
func TestMigration(t *testing.T) {
	marker := []byte("migrated")
	steps := map[int]migration{
		1: func(tx *bolt.Tx) error { return tx.Bucket(metaBucket).Put(marker, []byte("1")) },
		2: func(tx *bolt.Tx) error {
			return tx.Bucket(metaBucket).Put(marker, append(tx.Bucket(metaBucket).Get(marker), '2'))
		},
	}
	path := aged(t, "1")
	s, err := open(path, Options{Now: clock()}, 3, steps)
	must(t, err)
	must(t, s.view(func(tx *bolt.Tx) error {
		if m := tx.Bucket(metaBucket); string(m.Get(marker)) != "12" || string(m.Get(schemaKey)) != "3" {
			t.Errorf("after migration: %q, version %s", m.Get(marker), m.Get(schemaKey))
		}
		return nil
	}))
	must(t, s.Close())
	backup, err := Check(strings.TrimSuffix(path, ".demarche") + " (version 1).demarche")
	must(t, err)
	if !backup.Sound() || backup.Counts[data.KindActor] != 3 {
		t.Errorf("backup %+v", backup)
	}

	path = aged(t, "1")
	steps[2] = func(*bolt.Tx) error { return errors.New("out of luck") }
	_, err = open(path, Options{Now: clock()}, 3, steps)
	if err == nil || !strings.Contains(err.Error(), "out of luck") || !strings.Contains(err.Error(), "left as it is") {
		t.Errorf("failed migration: %v", err)
	}
	report, err := Check(path)
	must(t, err)
	if !report.Sound() {
		t.Errorf("a failed migration left %v", report.Faults)
	}

	if _, err := open(aged(t, "0"), Options{}, 1, nil); !errors.Is(err, ErrNotCase) {
		t.Errorf("a version that was never in use: %v", err)
	}
}

func TestMissingPartIsNamed(t *testing.T) {
	s := create(t)
	must(t, s.db.Update(func(tx *bolt.Tx) error { return tx.DeleteBucket(trashBucket) }))
	must(t, s.Close())
	if _, err := Open(s.Path(), Options{}); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "trash") {
		t.Errorf("opened: %v", err)
	}
}

// A bbolt file of another program is no case, and stays as it is.
func TestOtherBoltFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := bolt.Open(path, 0o600, nil)
	must(t, err)
	must(t, db.Close())
	if _, err := Open(path, Options{}); !errors.Is(err, ErrNotCase) {
		t.Errorf("opened: %v", err)
	}
}

func TestReadOnlyFileAndFolder(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("the system lets this user write anywhere")
	}
	s := create(t)
	must(t, s.Close())
	must(t, os.Chmod(s.Path(), 0o400))
	if _, err := Open(s.Path(), Options{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("opened a read-only file: %v", err)
	}
	if report, err := Check(s.Path()); err != nil || !report.Sound() {
		t.Errorf("checked a read-only file: %v, %v", err, report.Faults)
	}
	dir := filepath.Dir(s.Path())
	must(t, os.Chmod(dir, 0o500))
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	if _, err := Create(filepath.Join(dir, "new.demarche"), Options{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("created in a read-only folder: %v", err)
	}
}

func TestCreateLeavesNothingBehind(t *testing.T) {
	s := create(t)
	if err := s.SaveCopy(filepath.Join(filepath.Dir(s.Path()), "copy.demarche")); err != nil {
		t.Fatal(err)
	}
	must(t, s.Close())
	entries, err := os.ReadDir(filepath.Dir(s.Path()))
	must(t, err)
	if len(entries) != 2 {
		t.Errorf("the folder holds %v", entries)
	}
	if _, err := Create(filepath.Join(t.TempDir(), "no", "folder.demarche"), Options{}); err == nil {
		t.Error("created in a folder that is not there")
	}
}

// A copy does not replace a case that somebody has open: their changes would be lost.
func TestCopyOverAnOpenCase(t *testing.T) {
	s, other := create(t), create(t)
	if err := s.SaveCopy(other.Path()); !errors.Is(err, ErrInUse) {
		t.Errorf("copied over an open case: %v", err)
	}
	link := filepath.Join(t.TempDir(), "link.demarche")
	if os.Symlink(s.Path(), link) == nil {
		if err := s.SaveCopy(link); err == nil {
			t.Error("copied over itself through a link")
		}
	}
	sound(t, s)
	sound(t, other)
}

func TestContentsNeverChange(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	doc := *s.Case().Documents.All()[0]
	other := doc
	other.ID = "d2"
	for name, ch := range map[string]data.Change{
		"another text":    {Put: []data.Record{&doc}, Contents: map[data.ID]data.Content{"d1": {Text: "Other words."}}},
		"wrong checksum":  {Put: []data.Record{&other}, Contents: map[data.ID]data.Content{"d2": {Text: "x", Original: []byte("x")}}},
		"not UTF-8":       {Put: []data.Record{&other}, Contents: map[data.ID]data.Content{"d2": {Text: "\xff"}}},
		"of no document":  {Put: []data.Record{&doc}, Contents: map[data.ID]data.Content{"d3": {Text: "x"}}},
		"text too long":   {Put: []data.Record{&other}, Contents: map[data.ID]data.Content{"d2": {Text: strings.Repeat("x", MaxTextBytes+1)}}},
		"issue in a loop": {Put: []data.Record{&data.Issue{ID: "i1", Name: "Water", Parent: "i2"}}},
		"twice the same":  {Put: []data.Record{&doc, &doc}},
		"the case itself": {Remove: []data.Ref{{Kind: data.KindInfo, ID: data.InfoID}}},
		"not there":       {Remove: []data.Ref{{Kind: data.KindActor, ID: "zz"}}},
	} {
		doc.Note = name // so that the record is not as it stands
		err := s.Apply(ch)
		var record *RecordError
		if !errors.As(err, &record) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if text, err := s.Text("d1"); err != nil || text != lakeText {
		t.Errorf("text %q, %v", text, err)
	}
	must(t, s.Apply(data.Change{Label: "Add", Put: []data.Record{&other}, Contents: map[data.ID]data.Content{"d2": {Text: "Without a file."}}}))
	if original, err := s.Original("d2"); err != nil || original != nil {
		t.Errorf("original %q, %v", original, err)
	}
	if _, err := s.Text("zz"); err == nil {
		t.Error("a document that is not there has a text")
	}
	sound(t, s)
}

func TestReferredErrorCounts(t *testing.T) {
	s := create(t)
	defer s.Close()
	must(t, s.Apply(lakeCase()))
	for id, want := range map[data.Ref]string{
		{Kind: data.KindActor, ID: "a1"}:    `"Norland" cannot be removed: 1 actor, 1 event and 1 position refer to it.`,
		{Kind: data.KindActor, ID: "a2"}:    `"Sudmark" cannot be removed: 1 event refers to it.`,
		{Kind: data.KindDocument, ID: "d1"}: `"Lake news" cannot be removed: 1 event, 1 position and 1 suggestion refer to it.`,
		{Kind: data.KindEvent, ID: "e1"}:    `"Talks at the lake" cannot be removed: 1 position refers to it.`,
	} {
		err := s.Apply(data.Change{Label: "Remove", Remove: []data.Ref{id}})
		var referred *ReferredError
		if !errors.As(err, &referred) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v: %v", id, err)
		}
	}
	must(t, s.Apply(data.Removal(s.Case(), data.Ref{Kind: data.KindActor, ID: "a1"})))
	sound(t, s)
}
