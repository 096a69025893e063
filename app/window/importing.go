package window

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data"
	"demarche/data/read"
)

// Importer reads a source and looks for statements in it.
type Importer interface {
	Prepare(ctx context.Context, c *data.Case, src read.Source) (Draft, error)
}

// Draft is a document that is ready to enter the case.
type Draft struct {
	Change      data.Change
	Document    data.ID
	Title       string
	Suggestions int
	Duplicate   data.ID // the document of the case that has the same bytes; then it must not be added
}

// Import asks for a file to import.
func (w *Window) Import() {
	if w.open == nil || w.o.Importer == nil {
		return
	}
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if r == nil {
			w.Fail(err)
			return
		}
		path := r.URI().Path()
		r.Close()
		w.set.SetFolder("import", filepath.Dir(path))
		w.ImportFiles(path)
	}, w.win)
	showFileDialog(d, "Import a document", w.set.Folder("import"), read.Extensions())
}

// dropped imports the files that were dropped on the window, or opens a case.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() != "file" {
			continue
		}
		if strings.EqualFold(filepath.Ext(u.Path()), Extension) {
			w.Open(u.Path())
			return
		}
		paths = append(paths, u.Path())
	}
	if w.open == nil {
		w.Tell("Open a case first, then drop documents on it")
		return
	}
	w.ImportFiles(paths...)
}

// askPaste imports the text on the clipboard, which can be looked at first.
func (w *Window) askPaste() {
	title, text := widget.NewEntry(), widget.NewMultiLineEntry()
	title.SetPlaceHolder("Name of the source")
	text.Wrapping = fyne.TextWrapWord
	text.SetPlaceHolder("Paste the text here")
	text.SetText(w.o.App.Clipboard().Content())
	content := ui.Column(8, title, ui.Sized(560, 320, text))
	d := dialog.NewCustomConfirm("Import pasted text", "Import", "Cancel", content, func(ok bool) {
		if !ok || strings.TrimSpace(text.Text) == "" {
			return
		}
		name := strings.TrimSpace(title.Text)
		if name == "" {
			name = "Pasted text"
		}
		w.importAll([]source{{name, func() ([]byte, error) { return []byte(text.Text), nil }, read.Pasted}})
	}, w.win)
	d.Show()
}

// source is something to import that is read when its turn comes.
type source struct {
	name   string
	open   func() ([]byte, error)
	format string
}

// ImportFiles imports files, one after the other.
func (w *Window) ImportFiles(paths ...string) {
	var all []source
	for _, p := range paths {
		all = append(all, source{filepath.Base(p), func() ([]byte, error) { return readBounded(p) }, ""})
	}
	w.importAll(all)
}

// maxFile bounds what is read into memory, in bytes; the reader has a bound of
// its own that says so in its own words.
const maxFile = 256 << 20

func readBounded(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", filepath.Base(path), err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file; choose the files in it", filepath.Base(path))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", filepath.Base(path), err)
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile))
}

// importAll reads sources on a worker, with progress and a way to stop.
func (w *Window) importAll(all []source) {
	if len(all) == 0 || w.open == nil || w.o.Importer == nil {
		return
	}
	target := w.open
	show := newProgress(w.win, "Importing", len(all))
	show.onCancel = w.jobs.start(func(ctx context.Context) {
		var done importResult
		for i, src := range all {
			fyne.Do(func() { show.step(i, src.name) })
			if done.add(ctx, w, target, src); ctx.Err() != nil {
				break
			}
		}
		stopped := ctx.Err() != nil
		fyne.Do(func() {
			show.close()
			w.imported(target, done, stopped)
		})
	})
}

// importResult is what came of an import.
type importResult struct {
	drafts   []Draft
	doubles  []Draft
	failures []string
}

func (r *importResult) add(ctx context.Context, w *Window, target *openCase, src source) {
	bytes, err := src.open()
	var d Draft
	if err == nil {
		d, err = w.o.Importer.Prepare(ctx, target.file.Case(), read.Source{Name: src.name, Data: bytes, Format: src.format})
	}
	if ctx.Err() != nil {
		return
	}
	if err == nil && d.Duplicate == "" {
		err = target.file.Apply(d.Change)
	}
	switch {
	case err != nil:
		r.failures = append(r.failures, sentence(err))
	case d.Duplicate != "":
		r.doubles = append(r.doubles, d)
	default:
		r.drafts = append(r.drafts, d)
	}
}

// imported says what came of it and goes to the review.
func (w *Window) imported(target *openCase, r importResult, stopped bool) {
	if w.open != target {
		return
	}
	if n := len(r.drafts); n > 0 {
		w.OpenDocument(r.drafts[0].Document)
		w.TellUndo(fmt.Sprintf("Imported %s", counted(n, "document")))
	} else if len(r.doubles) > 0 && len(r.failures) == 0 {
		w.OpenDocument(r.doubles[0].Duplicate)
		w.Tell(fmt.Sprintf("“%s” is in the case already", r.doubles[0].Title))
	} else if stopped {
		w.Tell("Import stopped")
	}
	lines := r.failures
	for _, d := range r.doubles {
		if len(r.drafts)+len(r.failures) > 0 {
			lines = append(lines, fmt.Sprintf("“%s” is in the case already.", d.Title))
		}
	}
	if len(lines) > 0 {
		col := ui.Column(6)
		for _, l := range lines {
			col.Add(ui.NewWrapped(l, ui.Plain))
		}
		dialog.ShowCustom("Not imported", "Close", scrolled(480, 240, col), w.win)
	}
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
