package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"demarche/data"
)

// A change to a case whose file was removed would be lost at the end without a
// word. It is refused, and a copy still saves the case.
func TestRemovedWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not remove an open file")
	}
	dir := t.TempDir()
	s, err := Create(filepath.Join(dir, "a.demarche"), Options{Title: "A"})
	must(t, err)
	defer s.Close()
	must(t, os.Remove(s.Path()))
	info := *s.Case().Info
	info.Title = "B"
	if err := s.Apply(data.Change{Label: "Rename", Put: []data.Record{&info}}); !errors.Is(err, ErrGone) {
		t.Errorf("a change to a removed file: %v", err)
	}
	if s.Case().Info.Title != "A" {
		t.Error("the refused change is in the case")
	}
	saved := filepath.Join(dir, "saved.demarche")
	must(t, s.SaveCopy(saved))
	if r, err := Check(saved); err != nil || !r.Sound() {
		t.Errorf("the copy: %v, %v", r.Faults, err)
	}
}
