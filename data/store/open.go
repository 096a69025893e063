package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"demarche/data"
)

// Create makes a new case file and opens it. It refuses a path where something
// exists; until the file is whole it has another name, so a crash leaves no
// half a case.
func Create(path string, o Options) (*Store, error) {
	path = filepath.Clean(path)
	if _, err := os.Lstat(path); err == nil {
		return nil, &FileError{path, ErrExists, ""}
	}
	temp, err := tempBeside(path)
	if err != nil {
		return nil, systemFault(path, err)
	}
	defer os.Remove(temp)
	if err := writeEmpty(temp, o); err != nil {
		return nil, systemFault(path, err)
	}
	if err := publishNew(temp, path); err != nil {
		return nil, systemFault(path, err)
	}
	return Open(path, o)
}

// tempBeside is the path of a new empty file in the same folder as path.
func tempBeside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.part")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

func writeEmpty(path string, o Options) error {
	db, err := bolt.Open(path, 0o600, boltOptions(nil))
	if err != nil {
		return err
	}
	info := &data.Info{ID: data.InfoID, Title: o.Title, Created: o.clock()()}
	if info.Title == "" {
		info.Title = "Untitled case"
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range allBuckets() {
			if _, err := tx.CreateBucket(name); err != nil {
				return err
			}
		}
		if err := info.Validate(); err != nil {
			return err
		}
		value, err := encodeRecord(info)
		if err != nil {
			return err
		}
		meta := tx.Bucket(metaBucket)
		return errors.Join(
			tx.Bucket([]byte(data.KindInfo)).Put([]byte(info.ID), value),
			meta.Put(appKey, []byte(appMark)),
			meta.Put(schemaKey, []byte(strconv.Itoa(schema))),
		)
	})
	return errors.Join(err, db.Close())
}

// publishNew gives a finished file its name, never over another file.
func publishNew(temp, path string) error {
	if err := os.Link(temp, path); err == nil {
		return syncFolder(path)
	} else if errors.Is(err, fs.ErrExist) {
		return err
	}
	// Some file systems have no links; there a rename has to do.
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return syncFolder(path)
}

// Open opens a case file, migrating one of an older version after it has made a
// backup beside it. The file stays locked until Close.
func Open(path string, o Options) (*Store, error) {
	return open(filepath.Clean(path), o, schema, migrations())
}

func open(path string, o Options, want int, steps map[int]migration) (*Store, error) {
	var early *state
	err := inspect(path, func(db *bolt.DB) { early = lookInto(path, db) })
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, now: o.clock()}
	if s.db, err = openBolt(path, false); err != nil {
		return nil, err
	}
	if err := s.start(want, steps, early); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Store) start(want int, steps map[int]migration, early *state) error {
	have, err := s.schema()
	switch {
	case err != nil:
		return err
	case have > want:
		return s.fault(ErrNewer, fmt.Sprintf("its version is %d, this Demarche knows %d", have, want))
	case have < want:
		if err := s.migrate(have, want, steps); err != nil {
			return err
		}
	}
	return s.view(func(tx *bolt.Tx) error {
		if early == nil || early.change != tx.ID() {
			var err error
			if early, err = readState(tx); err != nil {
				return s.fault(ErrDamaged, err.Error())
			}
		}
		s.snapshot.Store(early.c)
		s.journal.Store(early.journal)
		return nil
	})
}

// state is what a file holds after a change of it.
type state struct {
	change  int // number of the transaction
	c       *data.Case
	journal *journalState
}

func readState(tx *bolt.Tx) (*state, error) {
	c, err := loadCase(tx)
	if err != nil {
		return nil, err
	}
	j, err := loadJournal(tx)
	if err != nil {
		return nil, err
	}
	return &state{tx.ID(), c, j}, nil
}

// schema is the file's version; it also makes sure that the file is a case.
func (s *Store) schema() (version int, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if meta == nil || string(meta.Get(appKey)) != appMark {
			return s.fault(ErrNotCase, "")
		}
		if version, err = strconv.Atoi(string(meta.Get(schemaKey))); err != nil || version < 0 {
			return s.fault(ErrDamaged, "its version cannot be read")
		}
		if version == 0 || version > schema {
			return nil
		}
		for _, name := range bucketsOf(version) {
			if tx.Bucket(name) == nil {
				return s.fault(ErrDamaged, fmt.Sprintf("the part %q is missing", name))
			}
		}
		return nil
	})
	return version, err
}

// inspect looks at the file without trusting it: that it is a regular file, a
// bbolt file, not in use, and that its pages hang together; look, if any, may then
// read it.
func inspect(path string, look func(db *bolt.DB)) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return systemFault(path, err)
	case !info.Mode().IsRegular():
		return &FileError{path, ErrNotCase, "it is not a file"}
	case info.Size() == 0:
		return &FileError{path, ErrNotCase, "it is empty"}
	}
	db, err := openBolt(path, true)
	if err != nil {
		return err
	}
	if err = checkPages(path); err == nil && look != nil {
		look(db)
	}
	if closeErr := guarded(db.Close); err == nil && closeErr != nil {
		err = systemFault(path, closeErr)
	}
	return err
}

// lookInto reads a case of the present version; nil where something is wrong with
// it, of which opening it will tell. What bbolt maps of the file for that goes when
// db is closed, and does not stay in memory as long as the case is open.
func lookInto(path string, db *bolt.DB) (early *state) {
	s := &Store{path: path, db: db}
	if version, err := s.schema(); err != nil || version != schema {
		return nil
	}
	err := s.view(func(tx *bolt.Tx) (err error) {
		early, err = readState(tx)
		return err
	})
	if err != nil {
		return nil
	}
	return early
}

// openBolt opens the file with the lock of a reader or of the one writer.
func openBolt(path string, readOnly bool) (*bolt.DB, error) {
	var db *bolt.DB
	var file *os.File
	o := boltOptions(&file)
	o.ReadOnly = readOnly
	err := guarded(func() (err error) {
		db, err = bolt.Open(path, 0o600, o)
		return err
	})
	switch {
	case err == nil:
		return db, nil
	case errors.Is(err, ErrDamaged):
		file.Close() // bbolt panicked and left it locked
		return nil, &FileError{path, ErrDamaged, err.Error()}
	case errors.Is(err, berrors.ErrTimeout):
		return nil, &FileError{path, ErrInUse, ""}
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch):
		return nil, &FileError{path, ErrNotCase, ""}
	case errors.Is(err, berrors.ErrChecksum):
		return nil, &FileError{path, ErrDamaged, "both of its first pages are broken"}
	}
	if info, statErr := os.Stat(path); statErr == nil && info.Size() < 2*int64(os.Getpagesize()) {
		return nil, &FileError{path, ErrNotCase, "it is too small to be one"}
	}
	return nil, systemFault(path, err)
}

func boltOptions(opened **os.File) *bolt.Options {
	return &bolt.Options{
		Timeout:      lockTimeout,
		FreelistType: bolt.FreelistMapType, // stays fast in a large case with a long history
		NoStatistics: true,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(name, flag, mode)
			if opened != nil {
				*opened = f
			}
			return f, err
		},
	}
}

// systemFault puts what the system says about a file into one sentence.
func systemFault(path string, err error) error {
	var file *FileError
	switch {
	case errors.As(err, &file):
		return err
	case errors.Is(err, fs.ErrExist):
		return &FileError{path, ErrExists, ""}
	case errors.Is(err, fs.ErrPermission), isReadOnlySystem(err):
		return &FileError{path, ErrReadOnly, plainCause(err)}
	case errors.Is(err, fs.ErrNotExist):
		return &FileError{path, errNotThere, ""}
	}
	return fmt.Errorf("%s: %w", path, err)
}

func plainCause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

func (o Options) clock() func() time.Time {
	if o.Now != nil {
		return o.Now
	}
	return time.Now
}
