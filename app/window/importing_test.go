package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"demarche/app/internal/uitest"
	"demarche/data/read"
)

func TestImportFiles(t *testing.T) {
	d := withCase(t)
	dir := t.TempDir()
	one := writeFile(t, filepath.Join(dir, "one.txt"), "one")
	d.ImportFiles(one)
	d.settle()
	d.noDialog()
	c := d.Session().Case()
	if c.Documents.Len() != 1 || !strings.Contains(d.toss.Shown(), "1 document") {
		t.Fatalf("%d documents; it says %q", c.Documents.Len(), d.toss.Shown())
	}
	if d.front().ID() != "documents" || d.paper.document != c.Documents.All()[0].ID {
		t.Errorf("in front is %q with document %q", d.front().ID(), d.paper.document)
	}
	if got := d.item("Undo").Label; got != "Undo “Import one.txt”" {
		t.Errorf("the menu says %q", got)
	}
	// The same again: noticed, and shown.
	d.paper.document = ""
	d.ImportFiles(writeFile(t, filepath.Join(dir, "again.txt"), "one"))
	d.settle()
	if !strings.Contains(d.toss.Shown(), "in the case already") || d.paper.document == "" || d.Session().Case().Documents.Len() != 1 {
		t.Errorf("a double: it says %q, %d documents", d.toss.Shown(), d.Session().Case().Documents.Len())
	}
	// Many, with a broken one, a double, one that is not there and a folder.
	sub := filepath.Join(dir, "sub")
	if err := os.MkdirAll(filepath.Join(sub, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		writeFile(t, filepath.Join(sub, fmt.Sprintf("s%d.TXT", i)), fmt.Sprint("text ", i))
	}
	writeFile(t, filepath.Join(sub, "picture.jpg"), "not a document")
	d.ImportFiles(one, writeFile(t, filepath.Join(dir, "bad.txt"), "broken"), filepath.Join(dir, "none.txt"),
		writeFile(t, filepath.Join(dir, "two.txt"), "two"), sub, filepath.Join(sub, "empty"))
	d.settle()
	d.says("Not imported", "Bad.txt cannot be read as text.", "None.txt cannot be read: no such file", "“one.txt” is in the case already.", "There is no document in empty.")
	if n := d.Session().Case().Documents.Len(); n != 5 || !strings.Contains(d.toss.Shown(), "4 documents") {
		t.Errorf("%d documents; it says %q", n, d.toss.Shown())
	}
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyEscape)
	d.noDialog()
	// Undo takes the last one away again, from the line that tells of it.
	var undo fyne.Tappable
	uitest.Walk(d.toss.Object(), func(o fyne.CanvasObject) {
		if b, ok := o.(fyne.Tappable); ok {
			undo = b
		}
	})
	undo.Tapped(&fyne.PointEvent{})
	if n := d.Session().Case().Documents.Len(); n != 4 {
		t.Errorf("after undo %d documents", n)
	}
}

func TestStopAnImport(t *testing.T) {
	d := withCase(t)
	slow := &fakeImporter{started: make(chan struct{})}
	d.o.Importer = slow
	dir := t.TempDir()
	d.ImportFiles(writeFile(t, filepath.Join(dir, "a.txt"), "first"), writeFile(t, filepath.Join(dir, "b.txt"), "slow"),
		writeFile(t, filepath.Join(dir, "c.txt"), "third"))
	<-slow.started
	d.says("Importing", "2 of 3: b.txt")
	d.shortcut(fyne.KeyN, ctrl) // nothing else can be begun meanwhile
	d.says("Importing")
	d.key(fyne.KeyEscape)
	d.settle()
	d.noDialog()
	if docs := d.Session().Case().Documents.All(); len(docs) != 1 || docs[0].Title != "a.txt" {
		t.Errorf("%d documents", len(docs))
	}
	if !strings.Contains(d.toss.Shown(), "1 document") {
		t.Errorf("it says %q", d.toss.Shown())
	}
}

func TestQuitWhileImporting(t *testing.T) {
	d := withCase(t)
	slow := &fakeImporter{started: make(chan struct{})}
	d.o.Importer = slow
	d.ImportFiles(writeFile(t, filepath.Join(t.TempDir(), "b.txt"), "slow"))
	<-slow.started
	d.quit() // returns, since the importer is told to stop
}

func TestPaste(t *testing.T) {
	d := withCase(t)
	d.app.Clipboard().SetContent("  \n")
	d.shortcut(fyne.KeyV, ctrl)
	d.says("no text on the clipboard")
	d.key(fyne.KeyEscape)
	d.app.Clipboard().SetContent("Dam talks resume\n\nUpland met Lowland.")
	d.shortcut(fyne.KeyV, ctrl)
	d.says("Import pasted text", "6 words", "Upland met Lowland.")
	d.write("")
	d.key(fyne.KeyReturn)
	d.says("Give the source a name first.")
	d.write("A letter")
	d.key(fyne.KeyReturn)
	d.settle()
	docs := d.Session().Case().Documents.All()
	if len(docs) != 1 || docs[0].Title != "A letter" || docs[0].Format != read.Pasted {
		t.Fatalf("documents: %+v", docs)
	}
	if text, err := d.Session().Store().Text(docs[0].ID); err != nil || !strings.HasPrefix(text, "Dam talks resume\n") {
		t.Errorf("its text is %q, %v", text, err)
	}
	// In a text field the key pastes there.
	d.choose("Find")
	d.app.Clipboard().SetContent("guarantees")
	d.shortcut(fyne.KeyV, ctrl)
	d.noDialog()
	if d.bar.search.Text != "guarantees" {
		t.Errorf("the search is for %q", d.bar.search.Text)
	}
}

func TestDrop(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	doc := storage.NewFileURI(writeFile(t, filepath.Join(dir, "a.txt"), "first"))
	d.dropped(fyne.Position{}, []fyne.URI{doc})
	if !strings.Contains(d.toss.Shown(), "Open a case first") {
		t.Errorf("without a case it says %q", d.toss.Shown())
	}
	other := storage.NewFileURI(makeCase(t, filepath.Join(d.folder, "other.DEMARCHE"), "Other"))
	d.dropped(fyne.Position{}, []fyne.URI{doc, other})
	if d.Session() == nil || d.Session().Case().Info.Title != "Other" {
		t.Fatal("a dropped case does not open")
	}
	d.dropped(fyne.Position{}, []fyne.URI{doc, storage.NewFileURI(dir)})
	d.settle()
	if d.Session().Case().Documents.Len() != 1 {
		t.Errorf("%d documents", d.Session().Case().Documents.Len())
	}
}

func TestImportNeedsACase(t *testing.T) {
	d := newDesk(t)
	for _, label := range []string{"Import documents", "Import a folder", "Import pasted", "Export", "Save a copy", "Close case", "Trash", "History", "Undo"} {
		if !d.item(label).Disabled {
			t.Errorf("%q can be chosen without a case", label)
		}
		d.item(label).Action() // as its key does, even where it is greyed out
		d.noDialog()
	}
	d.Import()
	d.ImportFiles("x")
	d.noDialog()
}

// The dialogs of Fyne's own close with Escape too, and leave the keys alone.
func TestFileDialogs(t *testing.T) {
	d := withCase(t)
	for _, label := range []string{"Open…", "Import documents", "Import a folder"} {
		d.choose(label)
		if d.overlay() == nil {
			t.Fatalf("%q opens nothing", label)
		}
		d.key(fyne.KeyEscape)
		d.noDialog()
	}
	d.choose("New case")
	d.press("Other folder…")
	d.says("Choose a folder")
	d.key(fyne.KeyEscape)
	d.says("New case")
	d.key(fyne.KeyEscape)
	d.noDialog()
	d.win.Canvas().OnTypedRune()('f')
	if d.plain.ran != 1 {
		t.Error("the screen's key is dead")
	}
}
