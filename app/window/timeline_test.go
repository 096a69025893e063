package window

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/test"

	"demarche/app/screen"
	"demarche/app/timelines"
	"demarche/data"
	"demarche/data/store"
)

func clock() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }

// newWindow opens a window on a new case with the Timeline screen.
func newWindow(t *testing.T) *Window {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "case.demarche")
	st, err := store.Create(path, store.Options{Now: clock, Title: "Small"})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	w := New(Options{App: test.NewTempApp(t), Now: clock, Folder: folder,
		Parts: screen.Parts{Screens: []func(screen.Host) screen.Screen{timelines.New}}})
	w.Open(path)
	if w.Session() == nil {
		t.Fatal("the case is not open")
	}
	t.Cleanup(func() {
		w.jobs.stop()
		w.drop()
		if r, err := store.Check(path); err != nil || !r.Sound() {
			t.Errorf("the case is not sound: %v %v", r.Faults, err)
		}
	})
	return w
}

func TestEscapeClosesFynesDialogs(t *testing.T) {
	w := newWindow(t)
	dialog.ShowInformation("Title", "Text", w.win)
	if !w.dialogOpen() {
		t.Fatal("no dialog")
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.dialogOpen() {
		t.Error("the dialog is still there, and takes every click")
	}
}

func TestKeysWaitForDialogs(t *testing.T) {
	w := newWindow(t)
	w.Session().Grouping.Set("issue")
	dialog.ShowInformation("Title", "Text", w.win)
	w.typedRune('f')
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if !w.dialogOpen() {
		t.Error("a key went through the dialog")
	}
}

func TestUndoAndRedo(t *testing.T) {
	w := newWindow(t)
	event := &data.Event{ID: "e1", Title: "Talks", Type: data.Consult, Status: data.Happened}
	if err := w.Session().Do(data.Change{Label: "Add event", Put: []data.Record{event}}); err != nil {
		t.Fatal(err)
	}
	command := func(key fyne.KeyName) screen.Command {
		for _, c := range w.menu.all {
			if c.Key == key && c.Modifier == ctrl {
				return c
			}
		}
		t.Fatalf("no command has Ctrl+%s", key)
		return screen.Command{}
	}
	events := func() int { return w.Session().Case().Events.Len() }
	if got := command(fyne.KeyZ).Label; got != "Undo “Add event”" {
		t.Errorf("the menu says %q", got)
	}
	w.win.Canvas().Focus(w.bar.search)
	w.bar.search.SetText("talks")
	w.run(command(fyne.KeyZ))
	if events() != 1 {
		t.Fatal("Undo in a text field took the event back")
	}
	w.win.Canvas().Unfocus()
	w.run(command(fyne.KeyZ))
	if events() != 0 {
		t.Error("Undo did nothing")
	}
	w.run(command(fyne.KeyY))
	if events() != 1 {
		t.Error("Redo did nothing")
	}
}

func TestCloseCaseShowsWhatToDo(t *testing.T) {
	w := newWindow(t)
	w.closeCase()
	if w.Session() != nil || w.front() != nil {
		t.Error("the case is still open")
	}
	if w.set.LastCase() != "" {
		t.Error("the next start would open it again")
	}
}

// TestUndoTakesTheLanesBackFirst: who has just moved a lane and presses Ctrl+Z
// does not mean the documents imported before.
func TestUndoTakesTheLanesBackFirst(t *testing.T) {
	w := newWindow(t)
	event := &data.Event{ID: "e1", Title: "Talks", Type: data.Consult, Status: data.Happened}
	if err := w.Session().Do(data.Change{Label: "Add event", Put: []data.Record{event}}); err != nil {
		t.Fatal(err)
	}
	w.Session().SetLanes(data.Lanes{Hidden: []string{"land"}})
	if undo, _ := w.open.undoLabels(); undo != "Arrange lanes" {
		t.Errorf("undo is called %q", undo)
	}
	w.undo()
	if !w.Session().Lanes().IsZero() || w.Session().Case().Events.Len() != 1 {
		t.Fatalf("undone: lanes %v, %d events", w.Session().Lanes(), w.Session().Case().Events.Len())
	}
	w.redo()
	if w.Session().Lanes().IsZero() {
		t.Fatal("redo did nothing")
	}
	w.undo()
	w.undo()
	if w.Session().Case().Events.Len() != 0 {
		t.Error("the second undo left the event")
	}
}
