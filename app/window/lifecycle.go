package window

import (
	"context"
	"demarche/app/words"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data"
	"demarche/data/store"
)

// Extension is that of a case file.
const Extension = ".demarche"

// sampleName is the file of the sample in the folder for cases.
const sampleName = "Berlin talks (sample)" + Extension

// Start opens the case at path; for an empty path the one that was open last, or
// else the sample.
func (w *Window) Start(path string) {
	switch {
	case path != "":
		w.Open(path)
	case exists(w.set.LastCase()):
		w.Open(w.set.LastCase())
	default:
		if last := w.set.LastCase(); last != "" {
			w.set.DropRecent(last)
			w.Tell(last + " is no longer there")
		}
		if w.o.Sample != nil {
			w.openSample()
		}
	}
}

// Run shows the window until it is closed.
func (w *Window) Run() { w.win.ShowAndRun() }

func exists(path string) bool {
	info, err := os.Stat(path)
	return path != "" && err == nil && info.Mode().IsRegular()
}

// Open opens a case file in the place of the one that is open, which stays open
// where the other cannot be.
func (w *Window) Open(path string) {
	path, err := filepath.Abs(path)
	if err != nil {
		w.Fail(err)
		return
	}
	if w.open != nil && sameFile(w.open.file.Path(), path) {
		w.Tell("This case is open already")
		return
	}
	if w.busy != "" {
		w.Tell(w.busy)
		return
	}
	if info, err := os.Stat(path); err != nil || info.Size() < largeFile {
		file, err := store.Open(path, store.Options{Now: w.o.Now})
		w.opened(path, file, err)
		return
	}
	w.busy, w.why = "Opening "+filepath.Base(path)+"…", "A large case takes a few seconds."
	if w.open == nil {
		w.showFront()
	}
	w.jobs.start(func(context.Context) {
		file, err := store.Open(path, store.Options{Now: w.o.Now})
		fyne.Do(func() {
			if w.jobs.ctx.Err() == nil {
				w.opened(path, file, err)
				time.AfterFunc(settled, debug.FreeOSMemory) // what reading it left behind
			} else if err == nil { // the window was closed meanwhile
				file.Close()
			}
		})
	})
}

// largeFile is the size in bytes from which a case is opened beside the
// interface.
const largeFile = 8 << 20

// settled is how long after a large case is open its first picture is surely there.
const settled = 2 * time.Second

// opened shows a case that was opened, or says why it was not.
func (w *Window) opened(path string, file *store.Store, err error) {
	w.busy = ""
	if err == nil {
		w.adopt(file)
		return
	}
	if errors.Is(err, fs.ErrNotExist) {
		w.set.DropRecent(path)
		err = fmt.Errorf("%s is no longer there", path)
	}
	w.Fail(err)
	if w.open == nil {
		w.showFront()
	}
	w.Refresh()
}

func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

func (w *Window) adopt(file *store.Store) {
	w.drop()
	w.set.SetLastCase(file.Path())
	w.set.AddRecent(file.Path())
	w.show(file)
}

// drop closes the case that is open, if any.
func (w *Window) drop() {
	if w.open == nil {
		return
	}
	w.win.Canvas().Unfocus() // a text being typed is saved when it loses the keyboard
	if s := w.front(); s != nil {
		s.Hidden()
	}
	old := w.open
	w.open = nil
	w.bar.search.Clear() // what was looked for belongs to the case
	old.ses.Close()
	if err := old.file.Close(); err != nil {
		w.Fail(fmt.Errorf("closing %s: %w", old.file.Path(), err))
	}
}

func (w *Window) closeCase() {
	w.drop()
	w.set.SetLastCase("")
	w.showFront()
}

// quit keeps the settings, stops the workers, closes the case and the window.
func (w *Window) quit() {
	if w.ended {
		return
	}
	w.ended = true
	if !w.win.FullScreen() {
		w.set.SetWindowSize(w.win.Canvas().Size())
	}
	w.jobs.stop()
	w.drop()
	w.win.Close()
	w.o.App.Quit()
}

// openSample opens the sample case, made first where it is not there yet.
func (w *Window) openSample() {
	path := filepath.Join(w.o.Folder, sampleName)
	if exists(path) {
		w.Open(path)
		return
	}
	if w.busy != "" {
		return
	}
	w.busy = "Preparing the sample case…"
	w.why = "Its documents are read and their statements looked for, as with documents of your own."
	before := w.open
	if before == nil {
		w.showFront()
	} else {
		w.Tell(w.busy)
	}
	w.jobs.start(func(ctx context.Context) {
		err := w.makeSample(ctx, path)
		stopped := ctx.Err() != nil // asked here, since the context ends with this worker
		fyne.Do(func() {
			w.busy = ""
			switch {
			case stopped:
			case err != nil:
				w.Fail(fmt.Errorf("the sample case cannot be made: %w", err))
				if w.open == nil {
					w.showFront()
				}
			case w.open != before: // meanwhile somebody opened another case
				w.Tell("The sample case is ready: File, Open the sample")
			default:
				w.Open(path)
			}
		})
	})
}

// makeSample writes the sample case to path. It is made in a folder of its own
// and moved when it is whole, so that an end halfway leaves no half a case.
func (w *Window) makeSample(ctx context.Context, path string) error {
	if err := os.MkdirAll(w.o.Folder, 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(w.o.Folder, ".sample-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	part := filepath.Join(temp, filepath.Base(path))
	if err := w.o.Sample(ctx, part); err != nil {
		return err
	}
	if exists(path) { // another window was faster
		return nil
	}
	return os.Rename(part, path)
}

// askNew asks for the title of a new case and where it goes.
func (w *Window) askNew() {
	askPath(w.win, pathQuestion{
		title: "New case", confirm: "Create", label: "Title", name: "Untitled case",
		extension: Extension, folder: w.caseFolder(),
	}, func(path, title string) error {
		file, err := store.Create(path, store.Options{Now: w.o.Now, Title: title})
		if err != nil {
			return err
		}
		w.set.SetFolder("case", filepath.Dir(path))
		w.adopt(file)
		return nil
	})
}

func (w *Window) caseFolder() string {
	if f := w.set.Folder("case"); f != "" {
		return f
	}
	return w.o.Folder
}

func (w *Window) askOpen() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if r == nil {
			w.Fail(err)
			return
		}
		path := r.URI().Path()
		r.Close()
		w.set.SetFolder("case", filepath.Dir(path))
		w.Open(path)
	}, w.win)
	showFileDialog(d, "Open a case", w.caseFolder(), []string{Extension})
}

func (w *Window) askCopy() {
	name := strings.TrimSuffix(filepath.Base(w.open.file.Path()), Extension)
	askPath(w.win, pathQuestion{
		title: "Save a copy", confirm: "Save", label: "Name", name: name + " copy",
		extension: Extension, folder: w.caseFolder(), replace: true,
	}, func(path, _ string) error {
		if err := w.open.file.SaveCopy(path); err != nil {
			return err
		}
		w.Tell("Saved a copy as " + filepath.Base(path))
		return nil
	})
}

func (w *Window) askRename() {
	info := *w.open.ses.Case().Info
	title := ui.NewField(info.Title)
	var d *ui.Dialog
	do := func() {
		info.Title = strings.TrimSpace(title.Text)
		if info.Title == "" {
			d.Fault("Write a title first.")
			return
		}
		if err := w.open.ses.Do(data.Change{Label: "Rename case", Put: []data.Record{&info}}); err != nil {
			d.Fault(words.Sentence(err))
			return
		}
		d.Close()
	}
	d = ui.ShowDialog(w.win, ui.DialogOptions{Title: "Rename case", Content: ui.Fact("Title", title), Confirm: "Rename", OnConfirm: do, First: title})
}

// emptyState is what the window shows without a case.
func (w *Window) emptyState() fyne.CanvasObject {
	if w.busy != "" {
		bar := ui.Sized(240, 6, widget.NewProgressBarInfinite())
		return ui.Empty(w.busy, w.why, bar)
	}
	buttons := []fyne.CanvasObject{ui.NewPrimary("New case…", w.askNew), ui.NewButton("Open…", w.askOpen)}
	if w.o.Sample != nil {
		buttons = append(buttons, ui.NewButton("Open the sample", w.openSample))
	}
	return ui.Empty("No case is open", "A case is one negotiation: its documents, who took part, what happened and who stood where.", buttons...)
}

// shortPath is a path for a menu: the file's name and its folder.
func shortPath(path string) string {
	name := strings.TrimSuffix(filepath.Base(path), Extension)
	return name + "  –  " + filepath.Base(filepath.Dir(path))
}

func upperFirst(s []rune) []rune {
	s[0] = unicode.ToUpper(s[0])
	return s
}
