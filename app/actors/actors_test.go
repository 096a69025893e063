package actors

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

	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/sample"
	"demarche/data/store"
)

type desk struct {
	screen.Desk
	edited data.Ref
	told   string
}

func (d *desk) Edit(ref data.Ref)    { d.edited = ref }
func (d *desk) Tell(text string)     { d.told = text }
func (d *desk) TellUndo(text string) { d.told = text }

func now() time.Time { return time.Date(2025, 12, 17, 9, 0, 0, 0, time.UTC) }

func caseOf(records ...data.Record) *data.Case {
	return (&data.Case{Info: &data.Info{ID: data.InfoID, Title: "x"}}).With(data.Change{Put: records})
}

func names(rows []row) (list []string) {
	for _, r := range rows {
		if r.heading != "" {
			list = append(list, "["+r.heading+"]")
			continue
		}
		list = append(list, strings.Repeat(">", r.depth)+r.name)
	}
	return list
}

func TestRows(t *testing.T) {
	of := func(ids ...data.ID) (m []data.Membership) {
		for _, id := range ids {
			m = append(m, data.Membership{Of: id, Role: "envoy"})
		}
		return m
	}
	c := caseOf(
		&data.Actor{ID: "b", Name: "Borduria", Kind: data.State, Aliases: []string{"Szohod"}},
		&data.Actor{ID: "a", Name: "Alba", Kind: data.State},
		&data.Actor{ID: "m", Name: "Mirko", Kind: data.Person, Memberships: of("b")},
		&data.Actor{ID: "x", Name: "Xaver", Kind: data.Person, Memberships: of("y")},
		&data.Actor{ID: "y", Name: "Ypsilon", Kind: data.Person, Memberships: of("x")},
		&data.Actor{ID: "z", Name: "Zoe", Kind: data.Person},
		&data.Issue{ID: "i", Name: "Port"}, &data.Issue{ID: "j", Name: "Fees", Parent: "i"},
		&data.Event{ID: "e", Title: "Talks", Type: data.Consult, Status: data.Happened, Actors: []data.ID{"m", "a"}, Issues: []data.ID{"j"}},
	)
	ix := data.NewIndex(c)
	for _, k := range []struct {
		name string
		rows []row
		want string
	}{
		{"tree", actorRows(ix, byKind, ""), "[States] Alba Borduria >Mirko [Persons who belong to nobody] Zoe [Others] Xaver >Ypsilon"},
		{"name", actorRows(ix, byName, ""), "Alba Borduria Mirko Xaver Ypsilon Zoe"},
		{"events", actorRows(ix, byEvents, ""), "Alba Mirko Borduria Xaver Ypsilon Zoe"},
		{"alias", actorRows(ix, byKind, "szo"), "Borduria"},
		{"of a state", actorRows(ix, byKind, "envoy bord"), "Mirko"},
		{"issues", issueRows(ix, byKind, ""), "Port >Fees"},
		{"issues by events", issueRows(ix, byEvents, ""), "Port: Fees Port"},
	} {
		got := strings.Join(names(k.rows), " ")
		if got != k.want {
			t.Errorf("%s: %s, want %s", k.name, got, k.want)
		}
	}
}

func TestScreen(t *testing.T) {
	for _, scheme := range []ui.Scheme{ui.Light, ui.Dark} {
		app := test.NewTempApp(t)
		app.Settings().SetTheme(ui.NewTheme(scheme))
		path := filepath.Join(t.TempDir(), "sample.demarche")
		if err := sample.Build(context.Background(), path, now); err != nil {
			t.Fatal(err)
		}
		st, err := store.Open(path, store.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		defer st.Close()
		win := test.NewTempWindow(t, ui.Gap(1, 1))
		d := &desk{}
		ses := session.New(st, session.Options{Now: now, OnUI: func(f func()) { f() }})
		s := New(screen.Host{Session: ses, Window: win, Desk: d})
		panes := ui.NewPanes(220, 330)
		panes.Set(s.Sidebar(), s.Main(), s.Detail())
		win.SetContent(panes)
		win.Resize(fyne.NewSize(1440, 800))
		s.Shown()
		if len(s.rows) <= ses.Case().Actors.Len() {
			t.Errorf("%d rows for %d actors and their headings", len(s.rows), ses.Case().Actors.Len())
		}
		s.step(1)
		first := ses.Selected.Get()
		s.step(1)
		if second := ses.Selected.Get(); second == first || second.Kind != data.KindActor {
			t.Errorf("the arrow leads from %v to %v", first, second)
		}
		picture(t, win, "actors-"+string(scheme))
		for _, c := range s.Commands() {
			if c.Label == "Edit the chosen one" {
				c.Do()
			}
		}
		if d.edited != ses.Selected.Get() {
			t.Errorf("edits %v", d.edited)
		}
		s.Find("zelensk")
		if len(s.rows) != 1 {
			t.Errorf("the search finds %v", names(s.rows))
		}
		s.Find("")
		s.showIssues(true)
		if len(s.rows) != ses.Case().Issues.Len() {
			t.Errorf("%d rows for %d issues", len(s.rows), ses.Case().Issues.Len())
		}
		picture(t, win, "issues-"+string(scheme))
		report, err := st.Check()
		if err != nil || len(report.Faults) > 0 {
			t.Errorf("the case is not sound: %v %v", err, report.Faults)
		}
	}
}

func picture(t *testing.T, w fyne.Window, name string) {
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
