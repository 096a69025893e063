// Package uitest is what the tests of the screens share: a clock, real case files
// that are checked at the end, windows, and a look at what stands in them.
package uitest

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/sample"
	"demarche/data/store"
)

// Now is the clock of the tests: the day after the last report of the sample.
func Now() time.Time { return time.Date(2025, 12, 17, 9, 0, 0, 0, time.UTC) }

// Date reads an EDTF date.
func Date(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// CaseOf is a case of records alone, without a file.
func CaseOf(records ...data.Record) *data.Case {
	return (&data.Case{Info: &data.Info{ID: data.InfoID, Title: "x"}}).With(data.Change{Put: records})
}

// Sample is the sample case in a file of its own, built as every case is.
func Sample(t testing.TB) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.demarche")
	if err := sample.Build(context.Background(), path, Now); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(path, store.Options{Now: Now})
	if err != nil {
		t.Fatal(err)
	}
	closeChecked(t, st)
	return st
}

// Create is a new case file that holds a change.
func Create(t testing.TB, title string, change data.Change) *store.Store {
	t.Helper()
	st, err := store.Create(filepath.Join(t.TempDir(), "case.demarche"), store.Options{Now: Now, Title: title})
	if err != nil {
		t.Fatal(err)
	}
	closeChecked(t, st)
	if err := st.Apply(change); err != nil {
		t.Fatal(err)
	}
	return st
}

// closeChecked closes a case at the end of the test, which fails where the file is
// not sound then.
func closeChecked(t testing.TB, st *store.Store) {
	t.Cleanup(func() {
		report, err := st.Check()
		if err != nil || !report.Sound() {
			t.Errorf("the case is not sound: %v %v", err, report.Faults)
		}
		st.Close()
	})
}

// Session is a session on a case. What it calls on the interface's goroutine it
// calls at once.
func Session(st *store.Store) *session.Session {
	return session.New(st, session.Options{Now: Now, OnUI: func(f func()) { f() }})
}

// Window is an empty window in a scheme of colours.
func Window(t testing.TB, scheme ui.Scheme) fyne.Window {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(ui.NewTheme(scheme))
	return test.NewTempWindow(t, ui.Gap(1, 1))
}

// Walk visits what is visible of an object, from the outside inwards.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			Walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			Walk(c, visit)
		}
	}
}

// Texts is all that is to be read in an object, a line each.
func Texts(o fyne.CanvasObject) string {
	var b strings.Builder
	Walk(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*ui.Text); ok {
			b.WriteString(t.String() + "\n")
		}
	})
	return b.String()
}

// Picture writes what a window shows to the folder DEMARCHE_PICTURES, for eyes;
// without that variable it does nothing.
func Picture(t testing.TB, w fyne.Window, name string) {
	t.Helper()
	dir := os.Getenv("DEMARCHE_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
