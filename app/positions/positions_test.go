package positions

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/internal/uitest"
	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
)

type desk struct {
	screen.Desk
	opened data.Passage
	seed   data.Position
}

func (d *desk) Refresh()                    {}
func (d *desk) OpenPassage(p data.Passage)  { d.opened = p }
func (d *desk) NewPosition(p data.Position) { d.seed = p }

func talks(t testing.TB) *data.Case {
	p := func(id, actor, issue, from, proposal string, s data.Stance) *data.Position {
		return &data.Position{ID: data.ID(id), Actor: data.ID(actor), Issue: data.ID(issue), Stance: s, Proposal: proposal, From: uitest.Date(t, from)}
	}
	return uitest.CaseOf(
		&data.Actor{ID: "a", Name: "Alba", Kind: data.State},
		&data.Actor{ID: "b", Name: "Borduria", Kind: data.State},
		&data.Actor{ID: "bm", Name: "Mayor", Kind: data.Person, Memberships: []data.Membership{{Of: "b"}}},
		&data.Issue{ID: "port", Name: "Port"}, &data.Issue{ID: "fish", Name: "Fish"},
		p("1", "a", "port", "2025-01-01", "open the port", data.Demands),
		p("2", "b", "port", "2025-02-01", "open the port", data.Rejects),
		p("3", "bm", "port", "2025-03-01", "open the port to some", data.Conditional),
		p("4", "b", "port", "2025-04-01", "open the port", data.Supports),
		p("5", "a", "fish", "2025-02-15", "a quota", data.Demands),
	)
}

func TestBoard(t *testing.T) {
	b := newBoard(data.NewIndex(talks(t))).shown(session.Filter{})
	if len(b.actors) != 2 {
		t.Fatalf("%d columns; the mayor's positions belong to Borduria's", len(b.actors))
	}
	var got []string
	for _, p := range b.points {
		got = append(got, edtf.OfInstant(p).String())
	}
	if want := "2025-01-01 2025-02-01 2025-02-15 2025-03-01 2025-04-01"; strings.Join(got, " ") != want {
		t.Errorf("change points %v, want %s", got, want)
	}
	at := uitest.Date(t, "2025-03-10").Earliest()
	held := b.cell("b", "port", at)
	if len(held) != 2 {
		t.Errorf("Borduria holds %d on the port, want its own and the mayor's", len(held))
	}
	if list := b.statements(place{"b", "port"}); len(list) != 3 || list[0].ID != "2" || list[2].ID != "4" {
		t.Errorf("statements %v", list)
	}
	hidden := newBoard(b.ix).shown(session.Filter{}.WithActors(true, "a").WithText("fish"))
	if len(hidden.actors) != 1 || len(hidden.cell("b", "port", at)) != 0 {
		t.Error("the filter does not hide")
	}
}

// The slider stops where a position is first held, also where its source only
// says by which month it was.
func TestChangesAreWherePositionsBegin(t *testing.T) {
	for _, from := range []string{"2025-12-01", "../2025-12-10", "../2025-12", "/2025-12", "2025-12~"} {
		p := &data.Position{ID: "p", Actor: "a", Issue: "port", Stance: data.Demands, Proposal: "x", From: uitest.Date(t, from)}
		b := newBoard(data.NewIndex(uitest.CaseOf(&data.Actor{ID: "a", Name: "Alba", Kind: data.State}, &data.Issue{ID: "port", Name: "Port"}, p))).shown(session.Filter{})
		if len(b.points) != 1 {
			t.Errorf("from %s: the changes are %v", from, b.points)
			continue
		}
		at := b.points[0]
		if len(b.cell("a", "port", at)) != 1 || len(b.cell("a", "port", at-1)) != 0 {
			t.Errorf("from %s: nothing changes on %s", from, edtf.OfInstant(at))
		}
	}
}

func TestNewIsRecent(t *testing.T) {
	at := uitest.Date(t, "2025-12-15").Earliest()
	for from, want := range map[string]string{"2025-12-01": "new", "../2025-12-10": "new", "../2025-09-05": "", "2025-09": ""} {
		p := &data.Position{ID: "p", Actor: "a", Issue: "port", Stance: data.Demands, Proposal: "x", From: uitest.Date(t, from)}
		ix := data.NewIndex(uitest.CaseOf(&data.Actor{ID: "a", Name: "Alba", Kind: data.State}, &data.Issue{ID: "port", Name: "Port"}, p))
		if got := marker(ix, p, at); got != want {
			t.Errorf("from %s is marked %q, want %q", from, got, want)
		}
	}
}

func TestGap(t *testing.T) {
	b := newBoard(data.NewIndex(talks(t))).shown(session.Filter{})
	for _, c := range []struct {
		on    string
		issue data.ID
		want  trend
	}{
		{"2025-01-15", "port", oneSide},
		{"2025-02-15", "port", stuck},
		{"2025-04-15", "port", narrowing},
		{"2025-04-15", "fish", oneSide},
	} {
		if g := b.gapOn(c.issue, uitest.Date(t, c.on).Earliest()); g.trend != c.want {
			t.Errorf("on %s the trend on %s is %d, want %d (%+v)", c.on, c.issue, g.trend, c.want, g)
		}
	}
}

func TestSteps(t *testing.T) {
	b := newBoard(data.NewIndex(talks(t))).shown(session.Filter{})
	at := uitest.Date(t, "2024-12-01").Earliest()
	n := 0
	for {
		next, ok := b.step(at, 1)
		if !ok {
			break
		}
		if next <= at {
			t.Fatalf("a step forward leads from %d to %d", at, next)
		}
		at = next
		n++
	}
	if n != len(b.points) {
		t.Errorf("%d steps through %d changes", n, len(b.points))
	}
	for range n - 1 {
		before, ok := b.step(at, -1)
		if !ok || before >= at {
			t.Fatal("a step back does not lead back")
		}
		at = before
	}
	if _, ok := b.step(at, -1); ok {
		t.Error("there is something before the first change")
	}
}

func TestSliderFindsWhatItShows(t *testing.T) {
	test.NewTempApp(t)
	s := newTimeSlider(func(int64) {}, func(int) {})
	s.points = newBoard(data.NewIndex(talks(t))).shown(session.Filter{}).points
	s.at = s.points[1]
	last := -1.0
	for _, p := range s.points {
		x := s.place(p)
		if x <= last || x <= 0 || x >= 1 {
			t.Errorf("%d lies at %v after %v", p, x, last)
		}
		last = x
		if got := s.instant(x, 0.001); got != p {
			t.Errorf("at the place of %d the slider finds %d", p, got)
		}
	}
}

type rig struct {
	t    *testing.T
	ses  *session.Session
	desk *desk
	s    *Screen
	win  fyne.Window
}

func newRig(t *testing.T, scheme ui.Scheme) *rig {
	r := &rig{t: t, desk: &desk{}, ses: uitest.Session(uitest.Sample(t)), win: uitest.Window(t, scheme)}
	r.s = New(screen.Host{Session: r.ses, Window: r.win, Desk: r.desk})
	panes := ui.NewPanes(220, 330)
	panes.Set(r.s.Sidebar(), r.s.Main(), r.s.Detail())
	r.win.SetContent(panes)
	r.win.Resize(fyne.NewSize(1440, 860))
	r.s.Shown()
	return r
}

func (r *rig) picture(name string) { uitest.Picture(r.t, r.win, name) }

func TestScreenOnTheSample(t *testing.T) {
	for _, scheme := range []ui.Scheme{ui.Light, ui.Dark} {
		r := newRig(t, scheme)
		r.ses.AsOf.Set(edtf.OfDay(2025, 12, 15).Earliest())
		us, ok := data.FindActor(r.ses.Case(), "United States")
		if !ok {
			t.Fatal("the sample has no United States")
		}
		issue, ok := data.FindIssue(r.ses.Case(), "Security guarantees")
		if !ok {
			t.Fatal("the sample has no security guarantees")
		}
		r.s.choose(place{us.ID, issue.ID})
		r.picture("positions-" + string(scheme))
		all := uitest.Texts(r.s.Main())
		for _, want := range []string{"Who stands where, on 15 December 2025", "Ukraine", "United States", "Security guarantees", "No position found", "Gap"} {
			if !strings.Contains(all, want) {
				t.Errorf("%q is not on the screen", want)
			}
		}
		pane := uitest.Texts(r.s.Detail())
		if !strings.Contains(pane, "United States on Security guarantees") || !strings.Contains(pane, "statement") {
			t.Errorf("the pane says:\n%s", pane)
		}
	}
}

func TestStepsChangeTheDate(t *testing.T) {
	r := newRig(t, ui.Light)
	r.ses.AsOf.Set(edtf.OfDay(2030, 1, 1).Earliest())
	before := r.ses.AsOf.Get()
	r.s.slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if r.ses.AsOf.Get() >= before {
		t.Error("← does not step back")
	}
	if _, ok := r.s.board.step(r.ses.AsOf.Get(), 1); ok {
		t.Error("there is a change after the last one")
	}
	test.Tap(r.s.before)
	if !strings.Contains(r.s.title.String(), edtf.Format(edtf.OfInstant(r.ses.AsOf.Get()), edtf.Long, edtf.English())) {
		t.Errorf("the title says %q", r.s.title.String())
	}
}

// bigCase is a comparison of many actors on many issues.
func bigCase(actors, issues int) *data.Case {
	var put []data.Record
	for a := range actors {
		put = append(put, &data.Actor{ID: data.ID(fmt.Sprintf("a%02d", a)), Name: fmt.Sprintf("Actor %d", a), Kind: data.State})
	}
	for i := range issues {
		put = append(put, &data.Issue{ID: data.ID(fmt.Sprintf("i%02d", i)), Name: fmt.Sprintf("Issue %d", i)})
		for a := range actors {
			put = append(put, &data.Position{ID: data.ID(fmt.Sprintf("p%02d%02d", i, a)), Actor: data.ID(fmt.Sprintf("a%02d", a)), Issue: data.ID(fmt.Sprintf("i%02d", i)),
				Stance: data.Stances()[(a+i)%4], Proposal: fmt.Sprintf("proposal %d about the matter", a*i), From: edtf.OfDay(2025, 1+a%12, 1+i%28)})
		}
	}
	return uitest.CaseOf(put...)
}

func BenchmarkBoard(b *testing.B) {
	c := bigCase(20, 40)
	ix := data.NewIndex(c)
	at := edtf.OfDay(2025, 9, 9).Earliest()
	for b.Loop() {
		board := newBoard(ix).shown(session.Filter{})
		for _, i := range board.issues {
			board.gapOn(i.ID, at)
			for _, a := range board.actors {
				board.cell(a.ID, i.ID, at)
			}
		}
	}
}

func TestColumnsAreSeenWhole(t *testing.T) {
	for _, columns := range []int{1, 2, 5, 300} {
		for room := float32(200); room < 2000; room += 37 {
			w := columnWidth(room, columns)
			if w < leastCol || w > mostCol {
				t.Fatalf("%d columns in %v: width %v", columns, room, w)
			}
			if n := room / (w + between); w < mostCol && n < float32(columns) && n-float32(int(n+0.01)) > 0.02 {
				t.Fatalf("%d columns in %v: %v of them are seen", columns, room, n)
			}
		}
	}
}
