package plot

import (
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
	"demarche/timeline/made"
	"demarche/timeline/typeface"
)

// memory is a case that is kept in memory only.
type memory struct {
	c    *data.Case
	told []func([]data.Ref)
}

func (m *memory) Path() string                     { return "" }
func (m *memory) Case() *data.Case                 { return m.c }
func (m *memory) Undo() (string, error)            { return "", nil }
func (m *memory) Redo() (string, error)            { return "", nil }
func (m *memory) UndoLabel() string                { return "" }
func (m *memory) RedoLabel() string                { return "" }
func (m *memory) Text(data.ID) (string, error)     { return "", nil }
func (m *memory) Original(data.ID) ([]byte, error) { return nil, nil }

func (m *memory) Apply(ch data.Change) error {
	m.c = m.c.With(ch)
	for _, f := range m.told {
		f(nil)
	}
	return nil
}

func (m *memory) Subscribe(f func([]data.Ref)) func() {
	m.told = append(m.told, f)
	return func() {}
}

// largeChart is a chart of a made case, with what waits to run on the goroutine
// of the user interface.
func largeChart(t testing.TB, items int, after func(time.Duration, func()) func(), do func(func())) *Chart {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(ui.NewTheme(ui.Light))
	ses := session.New(&memory{c: made.Case(made.Options{Items: items, Seed: 1})},
		session.Options{Now: clock, OnUI: func(f func()) { f() }})
	faces, err := typeface.New(typeface.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := New(Options{Session: ses, Desk: &fakeDesk{}, Faces: faces, After: after, Do: do})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestLargeCaseIsLaidOutBeside(t *testing.T) {
	ui := make(chan func(), 16)
	post := func(_ time.Duration, f func()) func() {
		off := false
		ui <- func() {
			if !off {
				f()
			}
		}
		return func() { off = true }
	}
	c := largeChart(t, 5000, post, func(f func()) { ui <- f })
	c.field.Resize(fyne.NewSize(1000, 600))
	if c.Plot() != nil {
		t.Fatal("the layout did not wait")
	}
	next := func(until func() bool) {
		t.Helper()
		for limit := time.After(60 * time.Second); !until(); {
			select {
			case f := <-ui:
				f()
			case <-limit:
				t.Fatal("no layout")
			}
		}
	}
	next(func() bool { return c.Plot() != nil })
	first := c.Plot()
	if first.Len() < 4000 {
		t.Errorf("%d items are shown", first.Len())
	}
	for _, text := range []string{"a", "ag", "agr"} { // as somebody types
		c.ses.Filter.Set(c.ses.Filter.Get().WithText(text))
	}
	if c.Plot() != first {
		t.Error("the old picture is gone before there is a new one")
	}
	next(func() bool { return c.Plot() != first && !c.build.running && !c.build.stale })
	if got, want := c.Plot().HiddenCount(), hidden(c); got != want {
		t.Errorf("the last layout hides %d, not %d", got, want)
	}
}

// hidden is how many items the session's filter hides.
func hidden(c *Chart) int {
	o := c.build.options()
	return timeline.NewPlot(c.ses.Case(), o).HiddenCount()
}

// BenchmarkPan is a frame while panning: layout of what is in sight, paint, and
// the overview, at 1280×800.
func BenchmarkPan(b *testing.B) {
	for _, size := range []struct {
		name  string
		items int
	}{{"1k", 1000}, {"100k", 100_000}} {
		b.Run(size.name, func(b *testing.B) {
			done := make(chan func(), 4)
			c := largeChart(b, size.items, func(_ time.Duration, f func()) func() { f(); return func() {} }, func(f func()) { done <- f })
			c.strip.Resize(fyne.NewSize(1280, stripHeight))
			c.field.Resize(fyne.NewSize(1280, 716))
			for c.Plot() == nil {
				(<-done)()
			}
			var img, over image.Image
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				dx := float32(3)
				if i/40%2 == 1 {
					dx = -3
				}
				c.look(c.plot.Pan(c.view, dx, 0))
				img = c.field.paint(1280, 716)
				over = c.strip.paint(1280, stripHeight)
			}
			_, _ = img, over
		})
	}
}

// A change of a large case is to be seen when Do returns, and the ends of bars
// still held follow a while later.
func TestChangeOfALargeCaseShowsAtOnce(t *testing.T) {
	ui := make(chan func(), 64)
	post := func(_ time.Duration, f func()) func() { ui <- f; return func() {} }
	c := largeChart(t, 5000, post, func(f func()) { ui <- f })
	c.strip.Resize(fyne.NewSize(1000, stripHeight))
	c.field.Resize(fyne.NewSize(1000, 600))
	next := func(until func() bool) {
		t.Helper()
		for limit := time.After(60 * time.Second); !until(); {
			select {
			case f := <-ui:
				f()
			case <-limit:
				t.Fatal("no layout")
			}
		}
	}
	next(func() bool { return c.Plot() != nil })
	first := c.Plot()
	put := func(date edtf.Date) *timeline.Plot {
		t.Helper()
		before := c.Plot()
		e := &data.Event{ID: "late", Title: "Late", Type: data.Agree, Status: data.Happened, Date: date}
		if err := c.ses.Do(data.Change{Label: "Add", Put: []data.Record{e}}); err != nil {
			t.Fatal(err)
		}
		if at, ok := c.Plot().Where(e.Ref()); c.Plot() == before || !ok || at.From != date.Earliest() {
			t.Fatalf("the event lies at %v, %v", at, ok)
		}
		return c.Plot()
	}
	put(edtf.OfDay(2024, 5, 5))
	late := put(edtf.OfDay(2060, 5, 5))
	if c.Plot().DefaultWindow() != first.DefaultWindow() {
		t.Error("rows were packed for another window")
	}
	next(func() bool { return c.Plot() != late && !c.build.running })
	if c.Plot().DefaultWindow() != first.DefaultWindow() || c.Plot().Drifted(late) {
		t.Error("the layout that follows is packed for another window")
	}
	put(edtf.OfDay(2024, 6, 6))
}
