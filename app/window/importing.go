package window

import (
	"context"
	"demarche/app/words"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

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
	if w.dialogOpen() {
		return
	}
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

// askPaste imports the text on the clipboard after it was looked at and named.
func (w *Window) askPaste() {
	text := strings.TrimSpace(w.o.App.Clipboard().Content())
	if text == "" {
		ui.ShowMessage(w.win, "Import pasted text", "There is no text on the clipboard. Copy the text of the source first.")
		return
	}
	first, _, _ := strings.Cut(text, "\n")
	name := ui.NewField(shortened(strings.TrimSpace(first), 100))
	look := ui.Column(4, ui.NewText(counted(len(strings.Fields(text)), "word"), ui.Note),
		ui.NewCard(scrolled(190, ui.NewWrapped(shortened(text, 1500), ui.Small)), nil))
	var d *ui.Dialog
	do := func() {
		title := strings.TrimSpace(name.Text)
		if title == "" {
			d.Fault("Give the source a name first.")
			return
		}
		d.Close()
		w.importAll([]source{{title, func() ([]byte, error) { return []byte(text), nil }, read.Pasted}})
	}
	d = ui.ShowDialog(w.win, ui.DialogOptions{Title: "Import pasted text", Width: 560,
		Content: ui.Column(10, ui.Fact("Name", name), look), Confirm: "Import", OnConfirm: do, First: name})
}

func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most])) + "…"
	}
	return s
}

// ImportFolder asks for a folder whose documents are imported.
func (w *Window) ImportFolder() {
	if w.open == nil || w.o.Importer == nil {
		return
	}
	d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if u == nil {
			w.Fail(err)
			return
		}
		w.set.SetFolder("import", u.Path())
		w.ImportFiles(u.Path())
	}, w.win)
	showFileDialog(d, "Import the documents of a folder", w.set.Folder("import"), nil)
}

// expand puts the documents that lie in a folder in its place; the folders in it
// are left alone.
func expand(paths []string) (files, failures []string) {
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || !info.IsDir() {
			files = append(files, p)
			continue
		}
		inside, err := os.ReadDir(p)
		if err != nil {
			failures = append(failures, words.Sentence(fmt.Errorf("%s cannot be read: %w", filepath.Base(p), cause(err))))
			continue
		}
		n := len(files)
		for _, f := range inside {
			if f.Type().IsRegular() && slices.Contains(read.Extensions(), strings.ToLower(filepath.Ext(f.Name()))) {
				files = append(files, filepath.Join(p, f.Name()))
			}
		}
		if len(files) == n {
			failures = append(failures, fmt.Sprintf("There is no document in %s.", filepath.Base(p)))
		}
	}
	return files, failures
}

// source is something to import that is read when its turn comes.
type source struct {
	name   string
	open   func() ([]byte, error)
	format string
}

// ImportFiles imports files, and those in folders, one after the other.
func (w *Window) ImportFiles(paths ...string) {
	var all []source
	paths, failures := expand(paths)
	if len(paths) == 0 {
		w.notImported(failures)
		return
	}
	for _, p := range paths {
		all = append(all, source{filepath.Base(p), func() ([]byte, error) { return readBounded(p) }, ""})
	}
	w.importAll(all, failures...)
}

// maxFile bounds what is read into memory, in bytes; the reader has a bound of
// its own that says so in its own words.
const maxFile = 256 << 20

func readBounded(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", filepath.Base(path), cause(err))
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file; choose the files in it", filepath.Base(path))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", filepath.Base(path), cause(err))
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile))
}

// importAll reads sources on a worker, with progress and a way to stop.
func (w *Window) importAll(all []source, failures ...string) {
	if len(all) == 0 || w.open == nil || w.o.Importer == nil {
		return
	}
	target := w.open
	show := newProgress(w.win, "Importing", len(all))
	show.onCancel = w.jobs.start(func(ctx context.Context) {
		done := importResult{failures: failures}
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
		r.failures = append(r.failures, words.Sentence(err))
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
	w.notImported(lines)
}

// notImported lists what was left out, and why.
func (w *Window) notImported(lines []string) {
	if len(lines) == 0 {
		return
	}
	col := ui.Column(6)
	for _, l := range lines {
		col.Add(ui.NewWrapped(l, ui.Plain))
	}
	var content fyne.CanvasObject = col
	if len(lines) > 6 {
		content = scrolled(260, col)
	}
	ui.ShowDialog(w.win, ui.DialogOptions{Title: "Not imported", Width: 500, Content: content})
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
