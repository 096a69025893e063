package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/data"
)

// rename makes one change that can be undone.
func rename(t *testing.T, d *desk, title string) {
	t.Helper()
	info := *d.Session().Case().Info
	info.Title = title
	if err := d.Session().Do(data.Change{Label: "Rename case", Put: []data.Record{&info}}); err != nil {
		t.Fatal(err)
	}
}

func TestUndoGoesToTheFieldInFocus(t *testing.T) {
	d := withCase(t)
	rename(t, d, "Second")
	d.shortcut(fyne.KeyF, ctrl)
	if d.win.Canvas().Focused() != d.bar.search {
		t.Fatal("Ctrl+F does not go to the search")
	}
	d.write("dam")
	d.shortcut(fyne.KeyZ, ctrl)
	if d.bar.search.Text == "dam" {
		t.Error("the field did not undo")
	}
	undone := d.bar.search.Text
	d.shortcut(fyne.KeyZ, ctrlShift)
	if d.bar.search.Text == undone {
		t.Error("the field did not do it again")
	}
	if got := d.Session().Case().Info.Title; got != "Second" {
		t.Errorf("the case was undone too: %q", got)
	}
	d.bar.search.SetText("")
	d.key(fyne.KeyEscape)
	if d.win.Canvas().Focused() != nil {
		t.Error("Escape does not leave the search")
	}
	d.shortcut(fyne.KeyZ, ctrl)
	if got := d.Session().Case().Info.Title; got != "Dam talks" {
		t.Errorf("the case was not undone: %q", got)
	}
}

func TestKeysDoNothingBehindADialog(t *testing.T) {
	d := withCase(t)
	rename(t, d, "Second")
	d.choose("About")
	d.shortcut(fyne.KeyZ, ctrl)
	d.shortcut(fyne.KeyZ, ctrlShift)
	d.shortcut("2", ctrl)
	d.shortcut(fyne.KeyW, ctrl)
	d.shortcut(fyne.KeyQ, ctrl)
	d.win.Canvas().Focused().TypedRune('f')
	d.win.Canvas().OnTypedRune()('f')
	if d.Session() == nil || d.Session().Case().Info.Title != "Second" || d.front().ID() != screen.Timeline || d.plain.ran != 0 || d.ended {
		t.Error("a key reached what lies behind the dialog")
	}
	d.says("About Demarche", "Demarche test")
	d.key(fyne.KeyEscape)
	d.win.Canvas().OnTypedRune()('f')
	if d.plain.ran != 1 {
		t.Error("a key does nothing after the dialog")
	}
}

func TestScreens(t *testing.T) {
	d := withCase(t)
	if !d.item("Timeline").Checked || !strings.Contains(said(d.foot.object()), "✓ Saved") {
		t.Errorf("the first screen is not in front: %q", said(d.foot.object()))
	}
	d.shortcut("2", ctrl)
	if d.front().ID() != screen.Documents || d.plain.hidden != 1 || d.paper.shown != 1 || !d.item("Documents").Checked || d.bar.screens.Selected() != 1 {
		t.Errorf("in front is %q, hidden %d, shown %d", d.front().ID(), d.plain.hidden, d.paper.shown)
	}
	if text := said(d.win.Content()); !strings.Contains(text, "main of Documents") || strings.Contains(text, "main of Timeline") {
		t.Errorf("the window shows %q", text)
	}
	d.win.Canvas().OnTypedRune()('f')
	if d.paper.ran != 1 || d.plain.ran != 0 {
		t.Error("the key went to the screen that is hidden")
	}
	d.shortcut("1", ctrl)
	if d.front().ID() != screen.Timeline {
		t.Error("Ctrl+1 does not go back")
	}
}

// Every command is in a menu, and no two answer to the same key.
func TestKeysAreDistinct(t *testing.T) {
	d := withCase(t)
	by := map[string]string{}
	for _, c := range d.menu.all {
		if c.Key == "" {
			continue
		}
		k := strings.Join(keyNames(c), "+")
		if was, ok := by[k]; ok {
			t.Errorf("%s does both %q and %q", k, was, c.Label)
		}
		by[k] = c.Label
	}
	if by["Ctrl+Z"] == "" && by["⌘+Z"] == "" {
		t.Errorf("no key undoes: %v", by)
	}
	d.win.Canvas().OnTypedRune()('?')
	d.says("Keys", "Undo", "Import documents", "Fit Timeline")
	d.key(fyne.KeyReturn)
	d.noDialog()
	d.choose("Keys")
	d.press("Close")
	d.noDialog()
}

func TestSearch(t *testing.T) {
	d := withCase(t)
	d.shortcut(fyne.KeyF, ctrl)
	d.write("guarantee")
	d.key(fyne.KeyReturn)
	if got := d.Session().Filter.Get().Text; got != "guarantee" {
		t.Errorf("the filter is for %q", got)
	}
	d.choose("Close case")
	if d.bar.search.Text != "" {
		t.Errorf("the search for %q outlives its case", d.bar.search.Text)
	}
}

func TestFailSaysASentence(t *testing.T) {
	d := newDesk(t)
	d.Fail(nil)
	d.noDialog()
	d.Fail(errNoInk)
	d.says("There is no ink.")
	d.Fail(errNoInk) // a second one over the first
	d.key(fyne.KeyEscape)
	d.key(fyne.KeyEscape)
	d.noDialog()
}

// A progress dialog that ends below an error takes its keys with it.
func TestDialogsEndInAnyOrder(t *testing.T) {
	d := withCase(t)
	below := ui.ShowMessage(d.win, "Below", "b")
	ui.ShowMessage(d.win, "Above", "a")
	below.Close()
	d.key(fyne.KeyEscape)
	d.noDialog()
	d.win.Canvas().OnTypedRune()('f')
	d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.plain.ran != 1 {
		t.Error("the keys of the screen are dead")
	}
}
