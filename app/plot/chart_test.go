package plot

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/store"
	"demarche/timeline"
	"demarche/timeline/typeface"
)

func clock() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }

// fakeDesk notes what the chart asks of the window.
type fakeDesk struct {
	edited  []data.Ref
	events  []data.Event
	removed []data.Ref
	passage []data.Passage
}

func (d *fakeDesk) Show(string)                    {}
func (d *fakeDesk) OpenDocument(data.ID)           {}
func (d *fakeDesk) OpenPassage(p data.Passage)     { d.passage = append(d.passage, p) }
func (d *fakeDesk) Edit(ref data.Ref)              { d.edited = append(d.edited, ref) }
func (d *fakeDesk) NewEvent(seed data.Event)       { d.events = append(d.events, seed) }
func (d *fakeDesk) NewPosition(seed data.Position) {}
func (d *fakeDesk) Remove(refs ...data.Ref)        { d.removed = append(d.removed, refs...) }
func (d *fakeDesk) Import()                        {}
func (d *fakeDesk) Tell(string)                    {}
func (d *fakeDesk) TellUndo(string)                {}
func (d *fakeDesk) Fail(error)                     {}
func (d *fakeDesk) Refresh()                       {}

// bench is a chart of the small case in a window, with a clock of its own.
type bench struct {
	t       *testing.T
	c       *Chart
	ses     *session.Session
	desk    *fakeDesk
	win     fyne.Window
	waiting []func()
}

func newBench(t *testing.T) *bench {
	t.Helper()
	st, err := store.Create(filepath.Join(t.TempDir(), "case.demarche"), store.Options{Now: clock, Title: "Small"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if r, err := st.Check(); err != nil || !r.Sound() {
			t.Errorf("the case is not sound: %v %v", r.Faults, err)
		}
		st.Close()
	})
	ch := data.Change{Label: "Fill"}
	for _, k := range data.Kinds() {
		for _, r := range smallRecords() {
			if r.Ref().Kind == k {
				ch.Put = append(ch.Put, r)
			}
		}
	}
	if err := st.Apply(ch); err != nil {
		t.Fatal(err)
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(ui.NewTheme(ui.Light))
	b := &bench{t: t, desk: &fakeDesk{}}
	b.ses = session.New(st, session.Options{Now: clock, OnUI: func(f func()) { f() }})
	b.win = test.NewTempWindow(t, nil)
	faces, err := typeface.New(typeface.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b.c, err = New(Options{Session: b.ses, Desk: b.desk, Window: b.win, Faces: faces,
		After: func(_ time.Duration, f func()) func() {
			off := false
			b.waiting = append(b.waiting, func() {
				if !off {
					f()
				}
			})
			return func() { off = true }
		}})
	if err != nil {
		t.Fatal(err)
	}
	b.win.SetPadded(false)
	b.win.SetContent(b.c.Object())
	b.win.Resize(fyne.NewSize(1000, 600))
	b.c.Shown()
	b.pass()
	return b
}

// pass lets the time go by that the chart waits for.
func (b *bench) pass() {
	all := b.waiting
	b.waiting = nil
	for _, f := range all {
		f()
	}
}

// at is the middle of an item's mark in the picture.
func (b *bench) at(id data.ID, kind data.Kind) fyne.Position {
	b.t.Helper()
	p, ok := b.c.Plot().Where(data.Ref{Kind: kind, ID: id})
	if !ok {
		b.t.Fatalf("%s is not shown", id)
	}
	return fyne.NewPos(b.c.Plot().X(b.c.View(), p.Mid), p.Y+p.H/2+timeline.AxisHeight-b.c.View().ScrollY)
}

func (b *bench) down(at fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position, e.AbsolutePosition = at, at
	b.c.field.MouseDown(e)
}

func (b *bench) up(at fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position, e.AbsolutePosition = at, at
	b.c.field.MouseUp(e)
}

func (b *bench) click(at fyne.Position) { b.down(at); b.up(at) }

func (b *bench) drag(from fyne.Position, dx, dy float32) {
	b.down(from)
	to := from.AddXY(dx, dy)
	b.c.field.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to, AbsolutePosition: to}, Dragged: fyne.NewDelta(dx, dy)})
	b.c.field.painted()
	b.up(to)
	b.c.field.DragEnd()
}

func dragTo(to fyne.Position, dx float32) *fyne.DragEvent {
	return &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to, AbsolutePosition: to}, Dragged: fyne.NewDelta(dx, 0)}
}

// painted paints as Fyne would for the next frame.
func (f *field) painted() { f.paint(int(f.Size().Width), int(f.Size().Height)) }

func (b *bench) hover(at fyne.Position) {
	e := &desktop.MouseEvent{}
	e.Position, e.AbsolutePosition = at, at
	b.c.field.MouseMoved(e)
}

func event(id data.ID) data.Ref    { return data.Ref{Kind: data.KindEvent, ID: id} }
func position(id data.ID) data.Ref { return data.Ref{Kind: data.KindPosition, ID: id} }

func TestSelect(t *testing.T) {
	b := newBench(t)
	b.down(b.at("e2", data.KindEvent))
	if got := b.ses.Selected.Get(); got != event("e2") {
		t.Fatalf("mouse down selects %v", got)
	}
	b.up(b.at("e2", data.KindEvent))
	b.click(fyne.NewPos(500, timeline.AxisHeight+b.c.Plot().Height()-2))
	if got := b.ses.Selected.Get(); got != (data.Ref{}) {
		t.Errorf("a click on nothing leaves %v selected", got)
	}
	b.ses.Selected.Set(position("p1"))
	if got := b.c.View().Selected; got != position("p1") {
		t.Errorf("the picture marks %v", got)
	}
}

func TestDragPans(t *testing.T) {
	b := newBench(t)
	b.c.ZoomBy(4)
	v := b.c.View()
	b.drag(fyne.NewPos(600, 400), -50, 0)
	if got := b.c.View().Window; got.From <= v.Window.From || got.Span() != v.Window.Span() {
		t.Errorf("dragging to the left went from %v to %v", v.Window, got)
	}
}

func TestWheel(t *testing.T) {
	b := newBench(t)
	at := fyne.NewPos(500, 300)
	before := b.c.Plot().T(b.c.View(), at.X)
	span := b.c.View().Window.Span()
	b.c.field.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 20)})
	v := b.c.View()
	if v.Window.Span() >= span {
		t.Errorf("the wheel did not zoom in: %d", v.Window.Span())
	}
	if d := b.c.Plot().T(v, at.X) - before; d > span/500 || d < -span/500 {
		t.Errorf("the instant under the pointer moved by %d s", d)
	}
	b.c.field.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, -1e9)})
	if got := b.c.View().Window.Span(); got > 7*span {
		t.Errorf("one wild turn of the wheel shows %d s", got)
	}
	b.c.field.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(30, 0)})
	if b.c.View().Window.Span() == 0 {
		t.Error("no window")
	}
	b.c.Fit()
	if got := b.c.View().Window; got != b.c.Plot().FitWindow() {
		t.Errorf("Fit shows %v", got)
	}
}

func TestAsOf(t *testing.T) {
	b := newBench(t)
	day := func() string { return edtf.OfInstant(b.ses.AsOf.Get()).String() }
	if day() != "2025-12-16" {
		t.Fatalf("it starts as of %s", day())
	}
	b.c.StepAsOf(-1)
	if day() != "2025-12-15" {
		t.Errorf("one step back is %s", day())
	}
	b.c.StepAsOf(-1)
	b.c.StepAsOf(-1)
	if day() != "2025-11-25" {
		t.Errorf("three steps back are %s", day())
	}
	b.c.StepAsOf(1)
	if day() != "2025-12-14" {
		t.Errorf("one step on is %s", day())
	}
	if got := b.c.View().AsOf; got != b.ses.AsOf.Get() {
		t.Errorf("the picture is as of %d", got)
	}
	x := b.c.Plot().X(b.c.View(), b.ses.AsOf.Get())
	b.drag(fyne.NewPos(x, 10), -100, 0)
	if got := edtf.OfInstant(b.c.Plot().T(b.c.View(), x-100)).String(); day() != got {
		t.Errorf("dragging its pill went to %s, not %s", day(), got)
	}
	if !b.c.View().Window.Holds(b.ses.AsOf.Get()) {
		t.Error("the as-of date left the picture")
	}
}

func TestHoverCard(t *testing.T) {
	b := newBench(t)
	b.hover(b.at("e2", data.KindEvent))
	if b.c.View().Hover != event("e2") {
		t.Fatalf("the pointer is on %v", b.c.View().Hover)
	}
	if b.c.card.root.Visible() {
		t.Fatal("the card does not wait")
	}
	b.pass()
	if !b.c.card.root.Visible() {
		t.Fatal("no card")
	}
	size, at := b.c.card.root.Size(), b.c.card.root.Position()
	if size.Height < 40 || at.X < 0 || at.X+size.Width > b.c.View().W || at.Y+size.Height > b.c.View().H {
		t.Errorf("the card is %v at %v", size, at)
	}
	b.hover(fyne.NewPos(500, timeline.AxisHeight+b.c.Plot().Height()-2))
	if b.c.card.root.Visible() {
		t.Error("the card stays")
	}
}

func TestKeysStepThroughItems(t *testing.T) {
	b := newBench(t)
	var got []data.ID
	for range 7 {
		b.c.Step(1)
		got = append(got, b.ses.Selected.Get().ID)
	}
	want := []data.ID{"p1", "p2", "e1", "e2", "e3", "e4", "e4"} // what has no date comes last
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("the items come as %v, not %v", got, want)
		}
	}
	b.c.open()
	if len(b.desk.edited) != 1 || b.desk.edited[0] != event("e4") {
		t.Errorf("Enter opens %v", b.desk.edited)
	}
}

func TestDoubleClickAdds(t *testing.T) {
	b := newBench(t)
	lanes := b.c.Plot().Lanes()
	l := lanes[0]
	at := fyne.NewPos(300, l.Y+l.H-2+timeline.AxisHeight)
	b.c.field.DoubleTapped(&fyne.PointEvent{Position: at})
	if len(b.desk.events) != 1 {
		t.Fatal("no event is asked for")
	}
	e := b.desk.events[0]
	if e.Date != edtf.OfInstant(b.c.Plot().T(b.c.View(), 300)) {
		t.Errorf("its date is %s", e.Date)
	}
	if l.Ref.Kind == data.KindIssue && (len(e.Issues) != 1 || e.Issues[0] != l.Ref.ID) {
		t.Errorf("its issues are %v in the lane of %v", e.Issues, l.Ref)
	}
}

func TestChangesShow(t *testing.T) {
	b := newBench(t)
	n := b.c.Plot().Len()
	b.ses.Filter.Set(b.ses.Filter.Get().WithActors(true, "ua"))
	if got := b.c.Plot(); got.Len() != n-1 || got.HiddenCount() != 1 {
		t.Errorf("without Ukraine %d of %d are shown and %d hidden", got.Len(), n, got.HiddenCount())
	}
	b.ses.Filter.Set(session.Filter{})
	b.ses.Grouping.Set(string(timeline.ByActor))
	if got := b.c.Plot().Lanes()[0].Ref.Kind; got != data.KindActor {
		t.Errorf("the first lane stands for %q", got)
	}
	window := b.c.View().Window
	if err := b.ses.Do(data.Change{Label: "Add", Put: []data.Record{
		&data.Event{ID: "e9", Title: "One more", Type: data.Agree, Status: data.Happened, Date: edtf.OfDay(2025, 12, 2)}}}); err != nil {
		t.Fatal(err)
	}
	if got := b.c.Plot().Len(); got != n+1 {
		t.Errorf("%d items after one was added to %d", got, n)
	}
	if b.c.View().Window != window {
		t.Error("a change moved the picture")
	}
}

func TestHiddenScreenRests(t *testing.T) {
	b := newBench(t)
	p := b.c.Plot()
	b.c.Hidden()
	b.ses.Filter.Set(b.ses.Filter.Get().WithText("donbas"))
	if b.c.Plot() != p {
		t.Error("it lays out what nobody sees")
	}
	b.c.Shown()
	if b.c.Plot().Len() != 1 {
		t.Errorf("shown again it has %d items", b.c.Plot().Len())
	}
}

func TestOverviewBrush(t *testing.T) {
	b := newBench(t)
	b.c.ZoomBy(4)
	v := b.c.View()
	s := b.c.strip
	press := func(x float32) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = fyne.NewPos(x, 30)
		s.MouseDown(e)
	}
	sc := b.c.Plot().OverviewScale(s.Size().Width)
	mid := headerWidth + float32(sc.X((v.Window.From+v.Window.To)/2))
	press(mid)
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(mid+40, 30)}, Dragged: fyne.NewDelta(40, 0)})
	s.DragEnd()
	got := b.c.View().Window
	if got.From <= v.Window.From || got.Span() != v.Window.Span() {
		t.Errorf("dragging the brush went from %v to %v", v.Window, got)
	}
	edge := headerWidth + float32(sc.X(got.To))
	press(edge)
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(edge-20, 30)}, Dragged: fyne.NewDelta(-20, 0)})
	s.DragEnd()
	if now := b.c.View().Window; now.Span() >= got.Span() || now.From != got.From {
		t.Errorf("dragging its right edge went from %v to %v", got, now)
	}
}

func TestZoomSlider(t *testing.T) {
	b := newBench(t)
	b.c.Fit()
	b.c.zoom.slider.SetValue(0.5)
	if span := b.c.View().Window.Span(); span >= b.c.Plot().FitWindow().Span()/4 {
		t.Errorf("half way the slider shows %d s", span)
	}
	b.c.Fit()
	if v := b.c.zoom.slider.Value; v > 0.01 {
		t.Errorf("after Fit the slider stands at %g", v)
	}
}

func TestAnEmptyCaseShowsTheDaysAboutTheDate(t *testing.T) {
	b := newBench(t)
	if _, err := b.ses.Store().Undo(); err != nil {
		t.Fatal(err)
	}
	b.c.build.fitted = false
	b.c.Rebuild()
	b.pass()
	w, day := b.c.View().Window, b.ses.AsOf.Get()
	if b.c.Plot().Len() != 0 || w.Span() > 366*86400 || day < w.From || day > w.To {
		t.Errorf("an empty case shows %v to %v", edtf.OfInstant(w.From), edtf.OfInstant(w.To))
	}
}
