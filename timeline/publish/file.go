package publish

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ToFile writes a file whole or not at all: it has another name until it is
// finished, then it takes the place of what stands there. It follows a link, and
// it never replaces a case, be it the open one or another, since that would end
// the analyst's work without a trace; nor what is no file.
func ToFile(path string, write func(io.Writer) error) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // replace what the link points to, not the link
	}
	if err := replaceable(path); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".demarche-export-*")
	if err != nil {
		return plainCause(err)
	}
	defer func() {
		if err != nil {
			_ = temp.Close()
			_ = os.Remove(temp.Name())
		}
	}()
	b := bufio.NewWriterSize(temp, 1<<16)
	if err = write(b); err != nil {
		return plainCause(err)
	}
	if err = errors.Join(b.Flush(), temp.Chmod(0o644), temp.Close()); err != nil {
		return plainCause(err)
	}
	return plainCause(os.Rename(temp.Name(), path))
}

// replaceable says what may not be written over.
func replaceable(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return plainCause(err)
	case info.IsDir():
		return errors.New("it is a folder; name a file in it")
	case !info.Mode().IsRegular():
		return errors.New("it is not a file; choose another name")
	case holdsCase(path):
		return errors.New("it is a Demarche case, which an export would destroy; choose another name")
	}
	return nil
}

// bboltMagic marks the first page of a case file, after the page's header of 16
// bytes, in the byte order of the machine that wrote it.
const bboltMagic = 0xED0CDAED

func holdsCase(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [20]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		return false
	}
	return binary.LittleEndian.Uint32(head[16:]) == bboltMagic || binary.BigEndian.Uint32(head[16:]) == bboltMagic
}

// plainCause is what the system says, without the name of the temporary file.
func plainCause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("its folder does not exist: %w", fs.ErrNotExist)
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
