package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/ui"
	"demarche/data"
	"demarche/data/store"
)

func TestNewCase(t *testing.T) {
	d := newDesk(t)
	if text := said(d.win.Content()); !strings.Contains(text, "No case is open") || !strings.Contains(text, "New case…") {
		t.Fatalf("the empty window says %q", text)
	}
	d.shortcut(fyne.KeyN, ctrl)
	d.write("   ")
	d.key(fyne.KeyReturn)
	d.says("Write a name first.")
	d.write("Ferry: talks?")
	d.key(fyne.KeyReturn)
	d.noDialog()
	path := filepath.Join(d.folder, "Ferry- talks-.demarche")
	if d.Session() == nil || d.Session().Store().Path() != path || d.Session().Case().Info.Title != "Ferry: talks?" {
		t.Fatalf("no case of that name is open")
	}
	if d.win.Title() != "Ferry: talks? – Demarche" || d.set.LastCase() != path || d.plain.shown != 1 {
		t.Errorf("title %q, last %q, shown %d", d.win.Title(), d.set.LastCase(), d.plain.shown)
	}
	d.shortcut(fyne.KeyN, ctrl)
	d.write("Ferry: talks?")
	d.key(fyne.KeyReturn)
	d.says("exists already")
	d.key(fyne.KeyEscape)
	d.noDialog()
	if d.Session().Store().Path() != path {
		t.Errorf("the open case was given up for %s", d.Session().Store().Path())
	}
}

func TestOpenAndRecent(t *testing.T) {
	d := newDesk(t)
	a := makeCase(t, filepath.Join(d.folder, "a.demarche"), "A")
	b := makeCase(t, filepath.Join(d.folder, "b.demarche"), "B")
	d.Open(a)
	d.Open(b)
	if d.Session().Case().Info.Title != "B" {
		t.Fatal("B is not open")
	}
	if st, err := store.Open(a, store.Options{}); err != nil {
		t.Errorf("the case that was left is still held: %v", err)
	} else {
		st.Close()
	}
	recent := d.item("Open recent").ChildMenu.Items
	if len(recent) != 2 || !strings.HasPrefix(recent[0].Label, "b ") {
		t.Fatalf("recent: %v", recent)
	}
	if err := os.Rename(a, filepath.Join(d.folder, "c.demarche")); err != nil {
		t.Fatal(err)
	}
	recent[1].Action()
	d.says("a.demarche", "no longer there")
	d.key(fyne.KeyEscape)
	if recent := d.item("Open recent").ChildMenu.Items; len(recent) != 1 {
		t.Errorf("a removed file is still listed: %d entries", len(recent))
	}
	if d.Session().Case().Info.Title != "B" {
		t.Error("the open case was given up for one that is not there")
	}
	d.choose("Close case")
	if d.Session() != nil || d.set.LastCase() != "" || d.win.Title() != "Demarche" || d.item("Export").Disabled == false {
		t.Errorf("after closing: %v %q %q", d.Session(), d.set.LastCase(), d.win.Title())
	}
}

// Cases that cannot be opened leave the window as it was, with a clear message.
func TestCasesThatDoNotOpen(t *testing.T) {
	d := withCase(t)
	used := makeCase(t, filepath.Join(d.folder, "used.demarche"), "Used")
	other, err := store.Open(used, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	damaged := makeCase(t, filepath.Join(d.folder, "damaged.demarche"), "Damaged")
	b, err := os.ReadFile(damaged)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, damaged, string(b[:len(b)/2]))
	tests := []struct{ path, want string }{
		{used, "open in another window"},
		{damaged, "damaged"},
		{writeFile(t, filepath.Join(d.folder, "letter.txt"), "Dear all"), "not a Demarche case"},
		{d.folder, "not a Demarche case"},
		{filepath.Join(d.folder, "none.demarche"), "no longer there"},
	}
	for _, tt := range tests {
		d.Open(tt.path)
		d.says(filepath.Base(tt.path), tt.want)
		d.key(fyne.KeyReturn)
		d.key(fyne.KeyEscape)
		d.noDialog()
		if d.Session() == nil || d.Session().Case().Info.Title != "Dam talks" {
			t.Fatalf("%s: the open case is gone", tt.path)
		}
	}
}

func TestStart(t *testing.T) {
	build := func(ctx context.Context, path string) error {
		st, err := store.Create(path, store.Options{Now: now, Title: "Sample"})
		if err != nil {
			return err
		}
		return st.Close()
	}
	fail := func(ctx context.Context, path string) error {
		os.WriteFile(path, []byte("half"), 0o644)
		return errors.New("no space left")
	}
	title := func(d *desk) string {
		if d.Session() == nil {
			return ""
		}
		return d.Session().Case().Info.Title
	}
	t.Run("no last case", func(t *testing.T) {
		d := openDesk(t, test.NewTempApp(t), filepath.Join(t.TempDir(), "cases"), func(o *Options) { o.Sample = build })
		d.Start("")
		d.settle()
		if title(d) != "Sample" {
			t.Fatalf("open is %q: %s", title(d), d.overlayText())
		}
		if left, _ := filepath.Glob(filepath.Join(d.folder, ".*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
	t.Run("the sample fails", func(t *testing.T) {
		d := openDesk(t, test.NewTempApp(t), t.TempDir(), func(o *Options) { o.Sample = fail })
		d.Start("")
		d.settle()
		d.says("sample case cannot be made", "no space left")
		d.key(fyne.KeyEscape)
		if text := said(d.win.Content()); !strings.Contains(text, "No case is open") {
			t.Errorf("the window says %q", text)
		}
		if left, _ := os.ReadDir(d.folder); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
	t.Run("the last case", func(t *testing.T) {
		app, folder := test.NewTempApp(t), t.TempDir()
		d := openDesk(t, app, folder, nil)
		d.Open(makeCase(t, filepath.Join(folder, "last.demarche"), "Last"))
		d.quit()
		d = openDesk(t, app, folder, func(o *Options) { o.Sample = build })
		d.Start("")
		d.settle()
		if title(d) != "Last" {
			t.Errorf("open is %q", title(d))
		}
	})
	t.Run("the last case is gone", func(t *testing.T) {
		d := openDesk(t, test.NewTempApp(t), t.TempDir(), func(o *Options) { o.Sample = build })
		d.set.SetLastCase(filepath.Join(d.folder, "gone.demarche"))
		d.Start("")
		if !strings.Contains(d.toss.Shown(), "gone.demarche") {
			t.Errorf("it says %q", d.toss.Shown())
		}
		d.settle()
		if title(d) != "Sample" {
			t.Errorf("open is %q", title(d))
		}
	})
	t.Run("the last case is damaged", func(t *testing.T) {
		d := openDesk(t, test.NewTempApp(t), t.TempDir(), func(o *Options) { o.Sample = build })
		d.set.SetLastCase(writeFile(t, filepath.Join(d.folder, "damaged.demarche"), strings.Repeat("x", 5000)))
		d.Start("")
		d.says("damaged.demarche")
		d.key(fyne.KeyEscape)
		d.choose("New case")
		d.write("After")
		d.key(fyne.KeyReturn)
		if title(d) != "After" {
			t.Errorf("open is %q: %s", title(d), d.overlayText())
		}
	})
	t.Run("quit while the sample is made", func(t *testing.T) {
		began := make(chan struct{})
		d := openDesk(t, test.NewTempApp(t), t.TempDir(), func(o *Options) {
			o.Sample = func(ctx context.Context, path string) error { close(began); <-ctx.Done(); return ctx.Err() }
		})
		d.Start("")
		<-began
		d.quit() // returns once the worker has ended
		d.noDialog()
	})
}

func TestSaveACopy(t *testing.T) {
	d := withCase(t)
	own := d.Session().Store().Path()
	d.shortcut(fyne.KeyS, ctrlShift)
	d.key(fyne.KeyReturn)
	d.noDialog()
	copied := filepath.Join(d.folder, "dam copy.demarche")
	if r, err := store.Check(copied); err != nil || !r.Sound() || r.Title != "Dam talks" {
		t.Fatalf("the copy: %v %v", r, err)
	}
	if d.Session().Store().Path() != own {
		t.Error("the copy took the place of the case")
	}
	// Again: it asks before it replaces; Escape goes back to the question.
	d.choose("Rename case")
	d.write("Dam talks 2")
	d.key(fyne.KeyReturn)
	d.choose("Save a copy")
	d.key(fyne.KeyReturn)
	d.says("exists already")
	d.key(fyne.KeyEscape)
	d.says("Save a copy")
	d.key(fyne.KeyReturn)
	d.press("Replace")
	d.noDialog()
	if r, err := store.Check(copied); err != nil || r.Title != "Dam talks 2" {
		t.Errorf("the copy was not replaced: %v %v", r, err)
	}
	// Onto the open case itself: refused.
	d.choose("Save a copy")
	d.write("dam")
	d.key(fyne.KeyReturn)
	d.press("Replace")
	d.says("open case itself")
}

func TestUndoAndHistory(t *testing.T) {
	d := withCase(t)
	if !d.item("Undo").Disabled {
		t.Error("there is something to undo in a new case")
	}
	d.choose("History")
	d.says("Nothing was changed")
	d.key(fyne.KeyEscape)
	d.choose("Rename case")
	d.write("Dam talks, second round")
	d.key(fyne.KeyReturn)
	if got := d.item("Undo").Label; got != "Undo “Rename case”" {
		t.Errorf("the menu says %q", got)
	}
	d.choose("History")
	d.says("Rename case", "today 09:00")
	d.key(fyne.KeyEscape)
	d.shortcut(fyne.KeyZ, ctrl)
	if got := d.Session().Case().Info.Title; got != "Dam talks" {
		t.Errorf("after undo the title is %q", got)
	}
	if got := d.item("Redo").Label; got != "Redo “Rename case”" || !strings.Contains(d.toss.Shown(), "Rename case") {
		t.Errorf("the menu says %q, the window %q", got, d.toss.Shown())
	}
	d.shortcut(fyne.KeyZ, ctrlShift)
	if got := d.Session().Case().Info.Title; got != "Dam talks, second round" {
		t.Errorf("after redo the title is %q", got)
	}
	d.shortcut(fyne.KeyZ, ctrl)
	d.shortcut(fyne.KeyY, ctrl)
	if got := d.win.Title(); got != "Dam talks, second round – Demarche" {
		t.Errorf("the window is called %q", got)
	}
}

func TestTrash(t *testing.T) {
	d := withCase(t)
	d.choose("Trash")
	d.says("The trash is empty")
	d.key(fyne.KeyEscape)
	up := &data.Actor{ID: d.Session().NewID(), Name: "Upland", Kind: data.State}
	down := &data.Actor{ID: d.Session().NewID(), Name: "Mara Dell", Kind: data.Person,
		Memberships: []data.Membership{{Of: up.ID, Role: "minister"}}}
	if err := d.Session().Do(data.Change{Label: "Add actors", Put: []data.Record{up, down}}); err != nil {
		t.Fatal(err)
	}
	if !d.item("Move selected").Disabled {
		t.Error("nothing is selected, but it can be moved to the trash")
	}
	d.Session().Selected.Set(up.Ref())
	d.key(fyne.KeyDelete)
	d.says("One other record is changed")
	d.key(fyne.KeyReturn)
	d.noDialog()
	if d.Session().Case().Actors.Len() != 1 || d.Session().Selected.Get() != (data.Ref{}) {
		t.Fatalf("%d actors are left, selected is %v", d.Session().Case().Actors.Len(), d.Session().Selected.Get())
	}
	d.choose("Trash")
	d.says("Upland", "Actor", "today 09:00")
	d.press("Restore")
	if d.Session().Case().Actors.Len() != 2 || strings.Contains(d.overlayText(), "Upland") {
		t.Errorf("%d actors, the trash says %q", d.Session().Case().Actors.Len(), d.overlayText())
	}
}

// What the window remembers is there after a restart.
func TestRemembered(t *testing.T) {
	app, folder := test.NewTempApp(t), t.TempDir()
	d := openDesk(t, app, folder, nil)
	d.Open(makeCase(t, filepath.Join(folder, "a.demarche"), "A"))
	d.win.Resize(fyne.NewSize(1010, 710))
	d.choose("Dark theme")
	if !ui.IsDark() || !d.item("Dark theme").Checked {
		t.Error("the theme is not dark")
	}
	d.Session().Grouping.Set("actor")
	d.shortcut("2", ctrl)
	d.body.SetWidths(200, 300)
	d.body.OnResized(200, 300)
	size := d.win.Canvas().Size()
	d.quit()
	if d.Session() != nil {
		t.Error("the case is open after the end")
	}

	d = openDesk(t, app, folder, nil)
	d.win.Resize(d.set.WindowSize())
	d.Start("")
	left, right := d.body.Widths()
	if d.Session() == nil || d.Session().Grouping.Get() != "actor" || d.front().ID() != "documents" || left != 200 || right != 300 ||
		d.win.Canvas().Size() != size || !ui.IsDark() {
		t.Errorf("not remembered: grouping %q, front %q, panes %g %g, size %v of %v, dark %v", d.Session().Grouping.Get(), d.front().ID(),
			left, right, d.win.Canvas().Size(), size, ui.IsDark())
	}
	d.choose("Theme as the system")
	if ui.IsDark() {
		t.Error("the system's theme is light, the window's is not")
	}
	d.choose("Light theme")
	if ui.IsDark() || d.set.Scheme() != ui.Light {
		t.Error("the theme is not light")
	}
}

func TestQuitClosesTheCase(t *testing.T) {
	d := withCase(t)
	path := d.Session().Store().Path()
	d.shortcut(fyne.KeyQ, ctrl)
	st, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatalf("the case is still held: %v", err)
	}
	st.Close()
}

func TestFileName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Dam", "Dam.demarche"}, {"Dam.demarche", "Dam.demarche"}, {" a/b\\c:d ", "a-b-c-d.demarche"},
		{"..", "Untitled.demarche"}, {"", "Untitled.demarche"}, {"x\x00y", "x-y.demarche"},
		{strings.Repeat("ж", 200), strings.Repeat("ж", 80) + ".demarche"},
	}
	for _, tt := range tests {
		if got := FileName(tt.in, Extension); got != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestWhen(t *testing.T) {
	tests := []struct {
		ago  int // minutes
		want string
	}{{5, "today 08:55"}, {9*60 + 1, "yesterday 23:59"}, {3 * 24 * 60, "13 Apr 2026 09:00"}}
	for _, tt := range tests {
		if got := when(now().Add(-time.Duration(tt.ago)*time.Minute), now()); got != tt.want {
			t.Errorf("%d minutes ago is %q, want %q", tt.ago, got, tt.want)
		}
	}
}
