package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/dustin/go-humanize"
)

// Limits bound what reading one file may cost.
type Limits struct {
	FileBytes int64         // of the file
	TextBytes int64         // of the text that comes out of it
	Time      time.Duration // of one Read
	Pages     int           // of a PDF
	Entries   int           // of a zip archive
	Inflated  int64         // bytes that one part of a zip archive may unpack to
	Depth     int           // of nested elements or message parts
	Nodes     int           // elements and texts of an HTML page that is read as a tree
	Memory    int64         // bytes of the PDF engine's own memory
}

// DefaultLimits are far above what articles, treaties and reports need.
func DefaultLimits() Limits {
	return Limits{
		FileBytes: 64 << 20,
		TextBytes: 8 << 20,
		Time:      60 * time.Second,
		Pages:     5000,
		Entries:   20000,
		Inflated:  64 << 20,
		Depth:     256,
		Nodes:     150_000,
		Memory:    768 << 20,
	}
}

// Error says that a file cannot be read. Its text is one sentence for a person.
type Error struct {
	Name  string // the file's name, without its folder
	Fault string // what is wrong and the way out: "has no text; …"
	Err   error  // the cause, where there is one
}

func (e *Error) Error() string { return e.Name + " " + e.Fault }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

func fault(name, format string, args ...any) error {
	return &Error{Name: name, Fault: fmt.Sprintf(format, args...)}
}

// readError turns whatever a reader returned into an *Error that names the file.
func readError(caller context.Context, name string, l Limits, err error) error {
	var known *Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, errTooLong):
		return tooLong(name, l)
	case caller.Err() != nil:
		return &Error{name, "was not read: the import was cancelled", caller.Err()}
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{name, fmt.Sprintf("took longer than %.0f s to read; split it, or copy its text and paste it", l.Time.Seconds()), err}
	}
	return &Error{name, "cannot be read, it seems to be damaged; open it in another program and save it anew", err}
}

func tooBig(name string, l Limits) error {
	return fault(name, "is larger than %s; split it and import the parts", size(l.FileBytes))
}

func size(n int64) string {
	return humanize.IBytes(uint64(max(n, 0)))
}

// ReadFile reads the file at path for Read. It refuses what is no regular file
// (a folder, a pipe, a device) and what is larger than the limit.
func ReadFile(path string, l Limits) (Source, error) {
	name := displayName(path)
	info, err := os.Stat(path)
	if err != nil {
		return Source{}, openError(name, err)
	}
	switch {
	case info.IsDir():
		return Source{}, fault(name, "is a folder; choose a file in it")
	case !info.Mode().IsRegular():
		return Source{}, fault(name, "is no regular file; copy it to a file and import that")
	case info.Size() > l.FileBytes:
		return Source{}, tooBig(name, l)
	}
	f, err := os.Open(path)
	if err != nil {
		return Source{}, openError(name, err)
	}
	defer f.Close()
	// The file may grow between the two calls, or be of a file system that
	// tells no size, so the limit holds here too.
	data, err := io.ReadAll(io.LimitReader(f, l.FileBytes+1))
	if err != nil {
		return Source{}, openError(name, err)
	}
	if int64(len(data)) > l.FileBytes {
		return Source{}, tooBig(name, l)
	}
	return Source{Name: filepath.Base(path), Data: data}, nil
}

func openError(name string, err error) error {
	e := &Error{name, "cannot be opened; check that the disk is there and try again", err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Fault = "does not exist; check the name"
	case errors.Is(err, fs.ErrPermission):
		e.Fault = "may not be read; ask for the permission, or copy it to a folder of yours"
	}
	return e
}

// displayName is the name without its folder, fit to stand in a sentence.
func displayName(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 && i+1 < len(name) {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, "\uFFFD"))
	if name == "" {
		return "The text"
	}
	return name
}

var errTooLong = errors.New("the text is too long")

// tooLong says that more text came out than the limits let in.
func tooLong(name string, l Limits) error {
	return &Error{name, fmt.Sprintf("holds more than %s of text; split it and import the parts", size(l.TextBytes)), errTooLong}
}
