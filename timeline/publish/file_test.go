package publish_test

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/timeline/publish"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func TestToFile(t *testing.T) {
	dir := t.TempDir()
	folder, target, link := filepath.Join(dir, "folder.png"), filepath.Join(dir, "target.png"), filepath.Join(dir, "link.png")
	theCase := filepath.Join(dir, "case.png")
	head := make([]byte, 4096)
	binary.NativeEndian.PutUint32(head[16:], 0xED0CDAED)
	err := errors.Join(os.Mkdir(folder, 0o755), os.WriteFile(target, []byte("old"), 0o644), os.WriteFile(theCase, head, 0o644))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("target.png", link); err != nil {
		t.Skip("this system makes no links: ", err)
	}
	for _, c := range []struct{ path, want string }{
		{filepath.Join(dir, "new.png"), ""},
		{target, ""},
		{folder, "folder"},
		{theCase, "is a Demarche case"},
		{filepath.Join(dir, "none", "x.png"), "folder does not exist"},
	} {
		err := publish.ToFile(c.path, text("new"))
		if c.want == "" {
			if got, _ := os.ReadFile(c.path); err != nil || string(got) != "new" {
				t.Errorf("%s: %v, %q", c.path, err, got)
			}
		} else if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.path, err, c.want)
		}
	}
	if got, _ := os.ReadFile(theCase); string(got) != string(head) {
		t.Error("the case was written over")
	}
	if err := publish.ToFile(link, text("through")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(target); string(got) != "through" {
		t.Errorf("the link's file holds %q", got)
	}
	if err := publish.ToFile(target, func(w io.Writer) error { return errors.Join(text("half")(w), errors.New("broken off")) }); err == nil {
		t.Error("no error of a broken write")
	}
	if got, _ := os.ReadFile(target); string(got) != "through" {
		t.Errorf("after a broken write the file holds %q", got)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 5 {
		t.Errorf("what lies in the folder: %v, %v", left, err)
	}
}
