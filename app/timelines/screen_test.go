package timelines

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/store"
	"demarche/timeline"
	"demarche/timeline/typeface"
)

func clock() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }

// fakeDesk notes what the screen asks of the window.
type fakeDesk struct {
	screen.Desk
	opened    data.ID
	imported  int
	refreshed int
	told      string
	edited    data.Ref
}

func (d *fakeDesk) Tell(text string)        { d.told = text }
func (d *fakeDesk) TellUndo(text string)    { d.told = text }
func (d *fakeDesk) Edit(ref data.Ref)       { d.edited = ref }
func (d *fakeDesk) OpenDocument(id data.ID) { d.opened = id }
func (d *fakeDesk) Import()                 { d.imported++ }
func (d *fakeDesk) Refresh()                { d.refreshed++ }

type bench struct {
	s    *Screen
	ses  *session.Session
	desk *fakeDesk
	st   *store.Store
}

func newBench(t *testing.T, records ...data.Record) *bench {
	t.Helper()
	st, err := store.Create(filepath.Join(t.TempDir(), "case.demarche"), store.Options{Now: clock, Title: "Small"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
		if r, err := store.Check(st.Path()); err != nil || !r.Sound() {
			t.Errorf("the case is not sound: %v %v", r.Faults, err)
		}
	})
	if err := st.Apply(data.Change{Label: "Fill", Put: records}); err != nil {
		t.Fatal(err)
	}
	return benchOn(t, st)
}

// benchOn shows a case in a window.
func benchOn(t *testing.T, st *store.Store) *bench {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(ui.NewTheme(ui.Light))
	b := &bench{desk: &fakeDesk{}, st: st}
	b.ses = session.New(st, session.Options{Now: clock, OnUI: func(f func()) { f() }})
	faces, err := typeface.New(typeface.Options{})
	if err != nil {
		t.Fatal(err)
	}
	win := test.NewTempWindow(t, nil)
	b.s = newScreen(screen.Host{Session: b.ses, Window: win, Desk: b.desk}, faces)
	panes := ui.NewPanes(231, 345)
	panes.Set(b.s.Sidebar(), b.s.Main(), nil)
	win.SetContent(panes)
	win.Resize(fyne.NewSize(1100, 700))
	b.s.Shown()
	return b
}

func records() []data.Record {
	day := func(d int) edtf.Date { return edtf.OfDay(2025, 12, d) }
	return []data.Record{
		&data.Actor{ID: "us", Name: "United States", Kind: data.State},
		&data.Actor{ID: "envoy", Name: "Envoy", Kind: data.Person, Memberships: []data.Membership{{Of: "us"}}},
		&data.Actor{ID: "aide", Name: "Aide", Kind: data.Person, Memberships: []data.Membership{{Of: "us"}}},
		&data.Actor{ID: "ua", Name: "Ukraine", Kind: data.State},
		&data.Issue{ID: "land", Name: "Territory"},
		&data.Issue{ID: "donbas", Name: "Donbas", Parent: "land"},
		&data.Event{ID: "e1", Title: "Envoy arrives", Type: data.Consult, Status: data.Happened, Date: day(14), Actors: []data.ID{"envoy", "us"}},
		&data.Event{ID: "e2", Title: "Aide calls", Type: data.Consult, Status: data.Happened, Date: day(15), Actors: []data.ID{"aide"}},
		&data.Event{ID: "e3", Title: "Undated", Type: data.Consult, Status: data.Happened, Actors: []data.ID{"ua"}},
		&data.Position{ID: "p1", Actor: "ua", Issue: "donbas", Stance: data.Rejects, Proposal: "Ceding Donbas", From: day(1)},
		&data.Position{ID: "p2", Actor: "us", Issue: "land", Stance: data.Demands, Proposal: "Withdraw", From: day(2)},
	}
}

// row is the row of the sidebar with the label.
func (b *bench) row(t *testing.T, label string) row {
	t.Helper()
	for _, r := range b.s.side.rows {
		if r.item.Label == label {
			return r
		}
	}
	t.Fatalf("the sidebar has no %q", label)
	return row{}
}

// texts is all that an object says.
func texts(o fyne.CanvasObject) string {
	var out []string
	for _, x := range test.LaidOutObjects(o) {
		if l, ok := x.(interface{ AccessibilityLabel() string }); ok {
			out = append(out, l.AccessibilityLabel())
		}
	}
	return strings.Join(out, "\n")
}

func TestSidebar(t *testing.T) {
	b := newBench(t, records()...)
	var got []string
	for _, r := range b.s.side.rows {
		got = append(got, r.item.Label)
	}
	want := []string{"United States", "Aide", "Envoy", "Ukraine", "Territory", "Donbas"}
	for _, s := range data.Stances() {
		if s != data.Unclear {
			want = append(want, timeline.StanceName(s))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the rows are %q, not %q", got, want)
	}
	counts := map[data.ID]int{}
	for _, n := range append(b.s.side.actors.nodes, b.s.side.issues.nodes...) {
		counts[n.id] = n.count
	}
	// An event with an envoy and the state counts once for the state.
	for id, n := range map[data.ID]int{"us": 3, "envoy": 1, "ua": 2, "land": 2, "donbas": 1} {
		if counts[id] != n {
			t.Errorf("%s counts %d, not %d", id, counts[id], n)
		}
	}
	if got := b.s.side.wait.Label; got != "1 item waits for a date" {
		t.Errorf("undated: %q", got)
	}
	b.row(t, "Ukraine").item.OnTap()
	if got := b.ses.Selected.Get().ID; got != "ua" {
		t.Errorf("a press selects %q", got)
	}
}

func TestHideAndShow(t *testing.T) {
	b := newBench(t, records()...)
	shown := func() int { return b.s.chart.Plot().Len() }
	b.s.side.showActor("us", false)
	if shown() != 1 { // the one of Ukraine
		t.Fatalf("without the United States %d items show", shown())
	}
	if left := b.s.Status().Left; !slices.Contains(left, "3 of 5 hidden by the filter") {
		t.Errorf("the status bar says %q", left)
	}
	b.s.side.showActor("envoy", true)
	f := b.ses.Filter.Get()
	if f.Actors["us"] || f.Actors["envoy"] || !f.Actors["aide"] {
		t.Errorf("showing the envoy alone hides %v", f.Actors)
	}
	b.s.showAll()
	if shown() != 4 {
		t.Errorf("all: %d items", shown())
	}
	b.s.side.showIssue("land", false)
	if shown() != 2 {
		t.Errorf("without the issue %d items show", shown())
	}
	b.s.side.showIssue("donbas", true)
	if f := b.ses.Filter.Get(); len(f.Issues) != 0 {
		t.Errorf("showing what lies under it leaves %v hidden", f.Issues)
	}
	if got := b.s.side.actors.others("envoy"); !slices.Contains(got, "ua") || !slices.Contains(got, "aide") || slices.Contains(got, "us") {
		t.Errorf("only the envoy hides %v", got)
	}
}

func TestEmptyStates(t *testing.T) {
	for _, tt := range []struct {
		name    string
		records []data.Record
		filter  session.Filter
		says    string
	}{
		{"nothing", nil, session.Filter{}, "An empty case"},
		{"only undated", []data.Record{&data.Event{ID: "e", Title: "Talks", Type: data.Consult, Status: data.Happened}}, session.Filter{}, "Nothing has a date yet"},
		{"filtered", records(), session.Filter{}.WithText("nowhere"), "Nothing is left to show"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t, tt.records...)
			b.ses.Filter.Set(tt.filter)
			if got := texts(b.s.Main()); !strings.Contains(got, tt.says) {
				t.Errorf("it says %q, not %q", got, tt.says)
			}
			if got := texts(b.s.Main()); tt.name == "nothing" && !strings.Contains(got, "Import…") {
				t.Errorf("it offers %q", got)
			}
		})
	}
}

func TestGrouping(t *testing.T) {
	b := newBench(t, records()...)
	b.s.by.OnChanged(1)
	if got := b.ses.Grouping.Get(); got != string(timeline.ByActor) {
		t.Errorf("the second switch groups by %q", got)
	}
	b.ses.Grouping.Set(string(timeline.ByType))
	if b.s.by.Selected() != 2 {
		t.Errorf("the switch stands at %d", b.s.by.Selected())
	}
	b.ses.Grouping.Set(string(timeline.ByDocument))
	if b.s.by.Selected() != -1 {
		t.Errorf("for what it does not offer the switch stands at %d", b.s.by.Selected())
	}
}

func TestSetDate(t *testing.T) {
	b := newBench(t, records()...)
	ref := data.Ref{Kind: data.KindEvent, ID: "e3"}
	if err := SetDate(b.ses, ref, edtf.OfDay(2025, 12, 20)); err != nil {
		t.Fatal(err)
	}
	if got := b.s.side.wait.Label; got != "Everything has a date" {
		t.Errorf("undated: %q", got)
	}
	if _, ok := b.s.chart.Plot().Find(ref); !ok {
		t.Error("it is not on the timeline")
	}
	if _, err := b.ses.Store().Undo(); err != nil {
		t.Fatal(err)
	}
	if n := len(b.ses.Index().Undated()); n != 1 {
		t.Errorf("undone, %d wait", n)
	}
	if err := SetDate(b.ses, data.Ref{Kind: data.KindEvent, ID: "gone"}, edtf.OfYear(2025)); err == nil {
		t.Error("it dates what is not there")
	}
}

func TestEveryKeyOnce(t *testing.T) {
	b := newBench(t, records()...)
	seen := map[string]string{}
	for _, c := range b.s.Commands() {
		if c.Key == "" {
			continue
		}
		key := fmt.Sprint(c.Modifier, c.Key)
		if other, ok := seen[key]; ok {
			t.Errorf("%s means %q and %q", key, other, c.Label)
		}
		seen[key] = c.Label
		if (c.Enabled == nil || c.Enabled()) && !strings.HasSuffix(c.Label, "…") {
			c.Do()
		}
	}
	if len(seen) < 15 {
		t.Errorf("only %d keys", len(seen))
	}
}
