package positions

import (
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

// TestSliderKeepsDotsApart: with a change on each day of eight years the dots
// would hide each other and the track.
func TestSliderKeepsDotsApart(t *testing.T) {
	test.NewTempApp(t)
	s := newTimeSlider(func(int64) {}, func(int) {})
	var points []int64
	for i := range int64(3000) {
		points = append(points, i*day)
	}
	s.set(points, 0)
	x := s.dotted(800)
	for i := 1; i < len(x); i++ {
		if x[i]-x[i-1] < dotGap {
			t.Fatalf("dots stand at %v and %v", x[i-1], x[i])
		}
	}
	if len(x) < 80 || x[0] > 80 || x[len(x)-1] < 720 {
		t.Errorf("%d dots", len(x))
	}
	if s.set(points[:3], 0); len(s.dotted(800)) != 3 {
		t.Error("a dot is missing")
	}
}

func TestSliderFindsWhatItShows(t *testing.T) {
	test.NewTempApp(t)
	s := newTimeSlider(func(int64) {}, func(int) {})
	s.points = []int64{uitest.Date(t, "2025-01-01").Earliest(), uitest.Date(t, "2025-02-01").Earliest(), uitest.Date(t, "2025-02-15").Earliest(), uitest.Date(t, "2025-04-01").Earliest()}
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
	if _, ok := r.s.board.Step(r.ses.AsOf.Get(), 1); ok {
		t.Error("there is a change after the last one")
	}
	test.Tap(r.s.before)
	if !strings.Contains(r.s.title.String(), edtf.Format(edtf.OfInstant(r.ses.AsOf.Get()), edtf.Long, edtf.English())) {
		t.Errorf("the title says %q", r.s.title.String())
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

// A tick hides a column, and one link shows everything again.
func TestSidebarHidesAndShows(t *testing.T) {
	r := newRig(t, ui.Light)
	all := len(r.s.all.Actors)
	first := r.s.all.Actors[0]
	r.ses.Filter.Set(r.ses.Filter.Get().WithActors(true, first.ID).WithText("no such word"))
	if len(r.s.board.Actors) != all-1 {
		t.Errorf("%d of %d columns are left", len(r.s.board.Actors), all)
	}
	if says := uitest.Texts(r.s.Sidebar()); !strings.Contains(says, "hidden") {
		t.Errorf("the sidebar does not say that something is hidden:\n%s", says)
	}
	uitest.Walk(r.s.Sidebar(), func(o fyne.CanvasObject) {
		if l, ok := o.(*ui.Link); ok {
			l.Tapped(nil)
		}
	})
	if !r.ses.Filter.Get().IsZero() || len(r.s.board.Actors) != all {
		t.Error("the link does not show everything again")
	}
}
