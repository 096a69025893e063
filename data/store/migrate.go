package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// migration takes a file from one schema version to the next, records and
// journal images alike.
type migration func(tx *bolt.Tx) error

// migrations by the version that they start from. Version 1 is the first that
// was ever written.
func migrations() map[int]migration { return map[int]migration{1: addViews} }

// addViews makes room for saved views.
func addViews(tx *bolt.Tx) error {
	_, err := tx.CreateBucketIfNotExists([]byte(data.KindView))
	return err
}

// migrate makes a backup beside the case, reads the backup back, and only then
// changes the case, in one transaction.
func (s *Store) migrate(have, want int, steps map[int]migration) error {
	for v := have; v < want; v++ {
		if steps[v] == nil {
			return s.fault(ErrNotCase, fmt.Sprintf("its version %d was never in use", v))
		}
	}
	backup, err := s.backup(have)
	if err != nil {
		return fmt.Errorf("%s is of an older version and was left as it is, since a backup failed: %w", s.path, err)
	}
	err = s.update(func(tx *bolt.Tx) error {
		for v := have; v < want; v++ {
			if err := steps[v](tx); err != nil {
				return fmt.Errorf("version %d to %d: %w", v, v+1, err)
			}
		}
		return tx.Bucket(metaBucket).Put(schemaKey, []byte(strconv.Itoa(want)))
	})
	if err != nil {
		return fmt.Errorf("%s could not be brought up to date and was left as it is (there is a copy in %s): %w", s.path, backup, err)
	}
	return nil
}

// backup writes a copy with the version in its name and compares it with the
// case, key by key.
func (s *Store) backup(version int) (string, error) {
	ext := filepath.Ext(s.path)
	base := strings.TrimSuffix(s.path, ext)
	path := fmt.Sprintf("%s (version %d)%s", base, version, ext)
	for n := 2; exists(path); n++ {
		path = fmt.Sprintf("%s (version %d, %d)%s", base, version, n, ext)
	}
	if err := s.writeCopy(path); err != nil {
		return "", err
	}
	if err := inspect(path, nil); err != nil {
		return "", err
	}
	copied, err := openBolt(path, true)
	if err != nil {
		return "", err
	}
	err = guarded(func() error {
		return s.db.View(func(a *bolt.Tx) error {
			return copied.View(func(b *bolt.Tx) error { return sameContent(a, b) })
		})
	})
	return path, errors.Join(err, copied.Close())
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func sameContent(a, b *bolt.Tx) error {
	return a.ForEach(func(name []byte, ba *bolt.Bucket) error {
		bb := b.Bucket(name)
		if bb == nil {
			return fmt.Errorf("the backup lacks %q", name)
		}
		ca, cb := ba.Cursor(), bb.Cursor()
		ka, va := ca.First()
		kb, vb := cb.First()
		for ka != nil || kb != nil {
			if string(ka) != string(kb) || string(va) != string(vb) {
				return fmt.Errorf("the backup differs in %q", name)
			}
			ka, va = ca.Next()
			kb, vb = cb.Next()
		}
		return nil
	})
}
