package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/session"
	"demarche/data"
	"demarche/data/edtf"
)

// findable is a window on a case with three events.
func findable(t *testing.T) *Window {
	t.Helper()
	w := newWindow(t)
	w.win.Resize(fyne.NewSize(1200, 800))
	event := func(id data.ID, title string, day int) data.Record {
		return &data.Event{ID: id, Title: title, Type: data.Consult, Status: data.Happened, Date: edtf.OfDay(2026, 11, day)}
	}
	err := w.Session().Do(data.Change{Label: "Fill", Put: []data.Record{event("e1", "First talks", 1), event("e2", "A walk", 2), event("e3", "Last talks", 3)}})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *Window) doLabel(t *testing.T, label string) {
	t.Helper()
	for _, c := range w.menu.all {
		if c.Label == label {
			w.run(c)
			return
		}
	}
	t.Fatalf("no command is called %q", label)
}

func TestEnterGoesFromMatchToMatch(t *testing.T) {
	w := findable(t)
	w.doLabel(t, "Find…")
	search := w.bar.search
	for _, r := range "talks" {
		search.TypedRune(r)
	}
	at := func() data.ID { return w.Session().Selected.Get().ID }
	var got []data.ID
	for range 3 {
		search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		got = append(got, at())
	}
	if got[0] != "e1" || got[1] != "e3" || got[2] != "e1" || w.win.Canvas().Focused() != fyne.Focusable(search) {
		t.Errorf("Enter goes to %v; %v has the keys", got, w.win.Canvas().Focused())
	}
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	if at() != "e3" {
		t.Errorf("F3 in the field goes to %s", at())
	}
	w.doLabel(t, "Find previous")
	if at() != "e1" {
		t.Errorf("back it goes to %s", at())
	}
	w.Session().Filter.Set(session.Filter{})
	if search.Text != "" {
		t.Errorf("the filter is gone and the field says %q", search.Text)
	}
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.win.Canvas().Focused() == fyne.Focusable(search) {
		t.Error("Enter in the empty field keeps the keyboard")
	}
}

func TestCopyRowsOrText(t *testing.T) {
	w := findable(t)
	clip := fyne.CurrentApp().Clipboard()
	copyKey := func() {
		for _, c := range w.menu.all {
			if c.Label == "Copy rows" {
				w.run(c)
			}
		}
	}
	copyKey()
	if clip.Content() != "" {
		t.Errorf("without a table it copies %q", clip.Content())
	}
	w.doLabel(t, "Table")
	w.Session().Selected.Set(data.Ref{Kind: data.KindEvent, ID: "e2"})
	copyKey()
	if got := clip.Content(); got != "2 Nov 2026\tA walk\t\t\tMeeting\t\t\n" {
		t.Errorf("copied %q", got)
	}
	w.win.Canvas().Unfocus()
	w.typedRune('g')
	if rows := w.win.Canvas().Focused(); rows == nil {
		t.Error("G does not lead into the table")
	} else {
		rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if got := w.Session().Selected.Get().ID; got != "e3" {
		t.Errorf("below the second row lies %s", got)
	}
	w.bar.search.SetText("words")
	w.focusSearch()
	copyKey()
	if got := clip.Content(); got != "words" {
		t.Errorf("in a text field it copies %q", got)
	}
}

// Saved views stand in a submenu, with keys of their own.
func TestSavedViewsInTheMenu(t *testing.T) {
	w := findable(t)
	view := &data.SavedView{ID: "v1", Name: "Only walks", Filter: data.Filter{Text: "walk"}}
	if err := w.Session().Do(data.Change{Label: "Save view", Put: []data.Record{view}}); err != nil {
		t.Fatal(err)
	}
	var sub *fyne.Menu
	for _, menu := range w.win.MainMenu().Items {
		for _, it := range menu.Items {
			if menu.Label == screen.ViewMenu && it.Label == "Saved views" {
				sub = it.ChildMenu
			}
		}
	}
	if sub == nil {
		t.Fatal("the View menu has no saved views")
	}
	last := sub.Items[len(sub.Items)-1]
	if last.Label != "Only walks" || last.Shortcut == nil || last.Shortcut.ShortcutName() != "CustomDesktop:Alt+1" {
		t.Fatalf("the submenu ends with %q, %v", last.Label, last.Shortcut)
	}
	last.Action()
	if w.Session().Filter.Get().Text != "walk" || w.bar.search.Text != "walk" {
		t.Errorf("it filters by %q, and the field says %q", w.Session().Filter.Get().Text, w.bar.search.Text)
	}
}

// With the Timeline screen in front, too, each key does one thing.
func TestKeysOfTheTimelineAreDistinct(t *testing.T) {
	w := findable(t)
	view := &data.SavedView{ID: "v1", Name: "All"}
	if err := w.Session().Do(data.Change{Label: "Save view", Put: []data.Record{view}}); err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, c := range w.menu.all {
		if c.Key == "" {
			continue
		}
		key := shortcut(c).ShortcutName()
		if other, ok := seen[key]; ok {
			t.Errorf("%s means %q and %q", key, other, c.Label)
		}
		seen[key] = c.Label
	}
}
