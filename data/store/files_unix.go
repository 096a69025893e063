//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// syncFolder makes a new name in the folder of path survive a power cut.
func syncFolder(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}

func isReadOnlySystem(err error) bool { return errors.Is(err, syscall.EROFS) }
