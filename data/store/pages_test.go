package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// pagesOf makes a case of many pages and returns its bytes and page size.
func pagesOf(t *testing.T) ([]byte, int) {
	t.Helper()
	s := create(t)
	ch := lakeCase()
	for i := range 400 {
		ch.Put = append(ch.Put, &data.Actor{ID: data.ID(fmt.Sprintf("x%03d", i)), Name: "Actor with a long enough name", Kind: data.Person})
	}
	must(t, s.Apply(ch))
	must(t, s.Apply(data.Change{Label: "Free some pages", Put: []data.Record{&data.Actor{ID: "y", Name: "Y", Kind: data.Person}}}))
	size := s.db.Info().PageSize
	must(t, s.Close())
	b, err := os.ReadFile(s.Path())
	must(t, err)
	return b, size
}

// What bbolt would trust and should not: each fault of a page is found before
// bbolt reads it, quickly, also where pages lead in a circle.
func TestPagesThatLie(t *testing.T) {
	good, size := pagesOf(t)
	find := func(b []byte, flag uint16) []byte {
		for at := 2 * size; at < len(b); at += size {
			if p := b[at:]; native.Uint16(p[8:]) == flag && native.Uint16(p[10:]) > 1 && reachable(t, b, uint64(at/size)) {
				return p
			}
		}
		t.Fatalf("the case has no page with the flag %d", flag)
		return nil
	}
	for name, spoil := range map[string]func(b []byte){
		"a branch that leads to itself": func(b []byte) { p := find(b, branchPage); native.PutUint64(p[pageHeader+8:], native.Uint64(p)) },
		"a branch that leads outside":   func(b []byte) { p := find(b, branchPage); native.PutUint64(p[pageHeader+8:], 1<<40) },
		"two ways to one page": func(b []byte) {
			p := find(b, branchPage)
			native.PutUint64(p[pageHeader+8:], native.Uint64(p[pageHeader+pageElement+8:]))
		},
		"more entries than room":   func(b []byte) { native.PutUint16(find(b, leafPage)[10:], 65000) },
		"another number":           func(b []byte) { p := find(b, leafPage); native.PutUint64(p, native.Uint64(p)+1) },
		"no known sort":            func(b []byte) { native.PutUint16(find(b, leafPage)[8:], 0x40) },
		"overflow beyond the end":  func(b []byte) { native.PutUint32(find(b, leafPage)[12:], 1<<30) },
		"a key outside its page":   func(b []byte) { native.PutUint32(find(b, leafPage)[pageHeader+4:], 1<<30) },
		"a key without length":     func(b []byte) { native.PutUint32(find(b, leafPage)[pageHeader+8:], 0) },
		"a value outside its page": func(b []byte) { native.PutUint32(find(b, leafPage)[pageHeader+12:], 1<<30) },
		"a used page called free": func(b []byte) {
			p := find(b, freelistPage)
			native.PutUint64(p[pageHeader:], native.Uint64(find(b, leafPage)))
		},
		"a free page twice":         func(b []byte) { p := find(b, freelistPage); copy(p[pageHeader:], p[pageHeader+8:pageHeader+16]) },
		"a free page outside":       func(b []byte) { native.PutUint64(find(b, freelistPage)[pageHeader:], 1<<50) },
		"more free pages than room": func(b []byte) { native.PutUint16(find(b, freelistPage)[10:], 60000) },
	} {
		t.Run(name, func(t *testing.T) {
			b := append([]byte(nil), good...)
			spoil(b)
			path := filepath.Join(t.TempDir(), "lie.demarche")
			must(t, os.WriteFile(path, b, 0o600))
			start := time.Now()
			_, err := Open(path, Options{})
			if !errors.Is(err, ErrDamaged) {
				t.Errorf("opened: %v", err)
			}
			if _, err := Check(path); !errors.Is(err, ErrDamaged) {
				t.Errorf("checked: %v", err)
			}
			if d := time.Since(start); d > 30*time.Second {
				t.Errorf("it took %v", d)
			}
		})
	}
}

// reachable reports whether the newest state of the file uses a page.
func reachable(t *testing.T, b []byte, id uint64) bool {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pages.demarche")
	must(t, os.WriteFile(path, b, 0o600))
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	m, err := newestMeta(f)
	must(t, err)
	w := &pageWalk{f: newBlocks(f), size: m.pageSize, pages: m.pages, seen: make([]uint64, m.pages/64+1)}
	must(t, w.bucket(m.root, 0))
	return m.freelist == id || w.seen[id/64]&(1<<(id%64)) != 0
}

// The walk accepts whatever bbolt writes: large values, many pages, nested and
// empty buckets, deleted keys.
func TestPagesOfAnyFileOfBolt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "any.db")
	db, err := bolt.Open(path, 0o600, &bolt.Options{NoSync: true})
	must(t, err)
	for round := range 12 {
		must(t, db.Update(func(tx *bolt.Tx) error {
			b, err := tx.CreateBucketIfNotExists([]byte(fmt.Sprint("bucket", round%5)))
			if err != nil {
				return err
			}
			in, err := b.CreateBucketIfNotExists([]byte("inside"))
			if err != nil {
				return err
			}
			for i := range 300 {
				key := fmt.Appendf(nil, "%x", i*7919%1009*(round+1))
				if err := in.Put(key, make([]byte, i*round*13%20000)); err != nil {
					return err
				}
				if i%3 == 0 {
					if err := in.Delete(fmt.Appendf(nil, "%x", i)); err != nil {
						return err
					}
				}
			}
			if round == 7 {
				return tx.DeleteBucket([]byte("bucket1"))
			}
			return nil
		}))
		must(t, checkPages(path))
	}
	must(t, db.Close())
	must(t, checkPages(path))
}
