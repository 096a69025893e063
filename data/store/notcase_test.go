package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Files of any size that are no case are called so, in one sentence that
// starts with their name.
func TestNoCaseOfAnySize(t *testing.T) {
	dir := t.TempDir()
	for _, size := range []int{1, 100, 4096, 6460, 8191, 8192, 9000, 70_000} {
		path := filepath.Join(dir, "some.demarche")
		if err := os.WriteFile(path, []byte(strings.Repeat("{", size)), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path, Options{}); !errors.Is(err, ErrNotCase) {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	_, err := Open(filepath.Join(dir, "none.demarche"), Options{})
	if !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "none.demarche does not exist") {
		t.Error(err)
	}
}
