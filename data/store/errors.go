package store

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"demarche/data"
)

// What can be wrong with a case file as a whole; match with errors.Is.
var (
	ErrInUse    = errors.New("is open in another window; close it there first")
	ErrNewer    = errors.New("was written by a newer version of Demarche; update Demarche to open it")
	ErrNotCase  = errors.New("is not a Demarche case")
	ErrDamaged  = errors.New("is damaged; open a copy of it instead")
	ErrExists   = errors.New("exists already; choose another name")
	ErrReadOnly = errors.New("cannot be written; copy it to a folder of your own and open the copy")
	ErrGone     = errors.New("was moved or removed while it is open; save a copy to keep what is in it")
	ErrClosed   = errors.New("is closed")
)

// errNotThere is fs.ErrNotExist in words that go on from the file's name.
var errNotThere error = notThere{}

type notThere struct{}

func (notThere) Error() string { return "does not exist; check its name and folder" }
func (notThere) Unwrap() error { return fs.ErrNotExist }

// ErrNothing is returned by Undo and Redo when there is nothing to do.
var ErrNothing = errors.New("there is nothing to undo or redo")

// FileError is a fault of a case file. Err is one of the errors above, or what
// the system says.
type FileError struct {
	Path   string
	Err    error
	Detail string // what exactly is wrong; may be empty
}

func (e *FileError) Error() string {
	s := fmt.Sprintf("%s %v", e.Path, e.Err)
	if e.Detail != "" {
		s += " (" + e.Detail + ")"
	}
	return s
}

func (e *FileError) Unwrap() error { return e.Err }

// RecordError is a change that was refused because of one record.
type RecordError struct {
	Ref  data.Ref
	Name string // what the record is called; may be empty
	Err  error  // a *data.FieldError where one field is at fault
}

func (e *RecordError) Error() string {
	name := string(e.Ref.ID)
	if e.Name != "" {
		name = fmt.Sprintf("%q", shorten(e.Name))
	}
	return fmt.Sprintf("the %s %s cannot be saved: %v", e.Ref.Kind, name, e.Err)
}

func (e *RecordError) Unwrap() error { return e.Err }

// ReferredError is a removal that was refused because others refer to the record.
type ReferredError struct {
	Ref  data.Ref
	Name string
	By   []data.Ref
}

func (e *ReferredError) Error() string {
	return fmt.Sprintf("%q cannot be removed: %s. Remove or change them first, or remove it together with what refers to it.",
		shorten(e.Name), countReferrers(e.By))
}

func countReferrers(by []data.Ref) string {
	n := map[data.Kind]int{}
	for _, ref := range by {
		n[ref.Kind]++
	}
	var parts []string
	for _, k := range data.Kinds() {
		switch {
		case n[k] == 1:
			parts = append(parts, "1 "+string(k))
		case n[k] > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", n[k], k))
		}
	}
	verb := " refer to it"
	if len(by) == 1 {
		verb = " refers to it"
	}
	if len(parts) < 2 {
		return strings.Join(parts, "") + verb
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " and " + parts[last] + verb
}

func shorten(s string) string {
	r := []rune(s)
	if len(r) <= 60 {
		return s
	}
	return string(r[:59]) + "…"
}
