package window

import (
	"os"
	"path/filepath"
)

// SaveFile asks where to save a file and writes it.
func (w *Window) SaveFile(title, name string, bytes []byte) {
	ext := filepath.Ext(name)
	folder := w.set.Folder("export")
	if folder == "" {
		folder = w.o.Folder
	}
	askPath(w.win, pathQuestion{
		title: title, confirm: "Save", label: "Name", name: name[:len(name)-len(ext)],
		extension: ext, folder: folder, replace: true,
	}, func(path, _ string) error {
		if err := os.WriteFile(path, bytes, 0o644); err != nil {
			return err
		}
		w.set.SetFolder("export", filepath.Dir(path))
		w.Tell("Saved as " + filepath.Base(path))
		return nil
	})
}
