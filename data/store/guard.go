package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// bbolt panics on pages that make no sense, and reading a mapped file that has
// become shorter faults. Both become errors here, so that a damaged file never
// ends the program.
func guarded(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	return f()
}

func (s *Store) view(f func(tx *bolt.Tx) error) error {
	return s.explain(guarded(func() error { return s.db.View(f) }))
}

// update changes the file. It refuses where the file is gone from its place: the
// system would take the change into a file that nobody finds again.
func (s *Store) update(f func(tx *bolt.Tx) error) error {
	if _, err := os.Stat(s.path); errors.Is(err, fs.ErrNotExist) {
		return s.fault(ErrGone, "")
	}
	return s.explain(guarded(func() error { return s.db.Update(f) }))
}

// explain names the file in errors of bbolt and of the system.
func (s *Store) explain(err error) error {
	var file *FileError
	var record *RecordError
	var referred *ReferredError
	switch {
	case err == nil, errors.As(err, &file), errors.As(err, &record), errors.As(err, &referred), errors.Is(err, ErrNothing):
		return err
	case errors.Is(err, ErrDamaged):
		return s.fault(ErrDamaged, err.Error())
	case errors.Is(err, berrors.ErrDatabaseNotOpen):
		return s.fault(ErrClosed, "")
	}
	return fmt.Errorf("%s: %w", s.path, err)
}

func (s *Store) fault(err error, detail string) error { return &FileError{s.path, err, detail} }
