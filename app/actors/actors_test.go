package actors

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"demarche/app/internal/uitest"
	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/data"
)

type desk struct {
	screen.Desk
	edited data.Ref
	told   string
}

func (d *desk) Edit(ref data.Ref)    { d.edited = ref }
func (d *desk) Tell(text string)     { d.told = text }
func (d *desk) TellUndo(text string) { d.told = text }

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
	c := uitest.CaseOf(
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
		ses, win, d := uitest.Session(uitest.Sample(t)), uitest.Window(t, scheme), &desk{}
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
		uitest.Picture(t, win, "actors-"+string(scheme))
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
		uitest.Picture(t, win, "issues-"+string(scheme))
	}
}
