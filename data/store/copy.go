package store

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// SaveCopy writes the case as it stands to another file, whole or not at all.
// It replaces a file of that name, but never the open case itself, nor a case
// that another window has open.
func (s *Store) SaveCopy(path string) error {
	path = filepath.Clean(path)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // replace what the link points to, not the link
	}
	if there, err := os.Stat(path); err == nil {
		own, err := os.Stat(s.path)
		if err == nil && os.SameFile(there, own) {
			return &FileError{path, errors.New("is the open case itself; choose another name for the copy"), ""}
		}
		if !there.Mode().IsRegular() {
			return &FileError{path, errors.New("is not a file; choose another name for the copy"), ""}
		}
		db, err := openBolt(path, true)
		if errors.Is(err, ErrInUse) {
			return err
		}
		if err == nil {
			db.Close()
		}
	}
	return s.writeCopy(path)
}

func (s *Store) writeCopy(path string) error {
	temp, err := tempBeside(path)
	if err != nil {
		return systemFault(path, err)
	}
	defer os.Remove(temp)
	if err := s.copyTo(temp); err != nil {
		return systemFault(path, err)
	}
	if err := os.Rename(temp, path); err != nil {
		return systemFault(path, err)
	}
	return syncFolder(path)
}

func (s *Store) copyTo(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	err = s.view(func(tx *bolt.Tx) error {
		_, err := tx.WriteTo(f)
		return err
	})
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
