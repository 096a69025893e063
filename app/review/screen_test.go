package review

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"demarche/app/internal/uitest"
	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/intake"
	"demarche/data/read"
	"demarche/data/store"
)

// article is written for this test.
const article = `Envoys press for a truce

Envoys of the mediator told Ukraine on Monday in Geneva that Washington is ready to give security guarantees.

President Volodymyr Zelenskyy met Steve Witkoff and Emmanuel Macron in Geneva on Sunday. Ukraine demands that the guarantees are legally binding. Russia rejected the plan.

Officials described agreement on most points.
`

// desk notes what the screen asks of the window.
type desk struct {
	t      *testing.T
	events []data.Event
	held   []data.Position
	edited []data.Ref
	shown  []string
	told   string
}

func (d *desk) Show(id string)                 { d.shown = append(d.shown, id) }
func (d *desk) OpenDocument(data.ID)           {}
func (d *desk) OpenPassage(data.Passage)       {}
func (d *desk) Edit(ref data.Ref)              { d.edited = append(d.edited, ref) }
func (d *desk) NewEvent(seed data.Event)       { d.events = append(d.events, seed) }
func (d *desk) NewPosition(seed data.Position) { d.held = append(d.held, seed) }
func (d *desk) Remove(...data.Ref)             {}
func (d *desk) Import()                        {}
func (d *desk) Tell(text string)               { d.told = text }
func (d *desk) TellUndo(string)                {}
func (d *desk) Fail(err error)                 { d.t.Helper(); d.t.Error(err) }
func (d *desk) Refresh()                       {}

func now() time.Time { return time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC) }

type fixture struct {
	*Screen
	desk *desk
	st   *store.Store
	doc  data.ID
	win  fyne.Window
}

func open(t *testing.T, text string) *fixture {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(ui.NewTheme(ui.Light))
	path := filepath.Join(t.TempDir(), "review.demarche")
	st, err := store.Create(path, store.Options{Now: now, Title: "Review"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	f := &fixture{desk: &desk{t: t}, st: st}
	if text != "" {
		reader := read.New(read.Options{})
		defer reader.Close()
		draft, err := intake.New(reader, now).Prepare(context.Background(), st.Case(), read.Source{Name: "truce.txt", Data: []byte(text)}, edtf.Date{})
		if err != nil {
			t.Fatal(err)
		}
		if err := st.Apply(draft.Change()); err != nil {
			t.Fatal(err)
		}
		f.doc = draft.Document.ID
	}
	ses := session.New(st, session.Options{Now: now, OnUI: func(f func()) { f() }})
	f.win = test.NewTempWindow(t, ui.Gap(1, 1))
	f.Screen = newScreen(screen.Host{Session: ses, Window: f.win, Desk: f.desk}, func(work func() func()) { work()() })
	panes := ui.NewPanes(230, 430)
	panes.Set(f.Sidebar(), f.Main(), f.Detail())
	f.win.SetContent(panes)
	f.win.Resize(fyne.NewSize(1440, 860))
	f.Shown()
	return f
}

func TestDecisions(t *testing.T) {
	f := open(t, article)
	n := len(f.queue.all)
	if n < 3 {
		t.Fatalf("found only %d suggestions", n)
	}
	first := f.queue.selected
	f.accept()
	if got := f.queue.get(first); got.State != data.Accepted || f.queue.selected == first {
		t.Fatalf("it is %s, at %q", got.State, f.queue.selected)
	}
	if _, ok := f.st.Case().Record(f.queue.get(first).ResultRef()); !ok {
		t.Fatal("accepting made nothing")
	}
	second := f.queue.selected
	f.reject()
	if f.queue.get(second).State != data.Rejected || f.queue.reviewed() != 2 {
		t.Fatalf("%d reviewed", f.queue.reviewed())
	}
	f.undo()
	if f.queue.get(second).State != data.Open || f.queue.selected != second {
		t.Fatalf("after undo at %q, want %q", f.queue.selected, second)
	}
	f.acceptSure()
	if left := len(f.queue.sure()); left != 0 {
		t.Fatalf("%d sure ones are left", left)
	}
	f.choose(first)
	f.accept()
	f.reject()
	if f.queue.get(first).State != data.Accepted || f.desk.told != "It is accepted already; R takes that back" {
		t.Fatalf("it is %s, and told %q", f.queue.get(first).State, f.desk.told)
	}
	f.reopen()
	if f.queue.get(first).State != data.Open {
		t.Fatal("it stays accepted")
	}
	f.edit()
	if len(f.desk.edited) != 1 || f.desk.edited[0].ID != first {
		t.Fatalf("edited %v", f.desk.edited)
	}
}

// A card says what its record says now, not what was proposed once.
func TestCardFollowsItsRecord(t *testing.T) {
	f := open(t, article)
	i := slices.IndexFunc(f.queue.all, func(x *data.Suggestion) bool { return x.Event != nil })
	if i < 0 {
		t.Fatal("no event was found")
	}
	first := f.queue.all[i].ID
	f.choose(first)
	f.accept()
	event, ok := f.st.Case().Events.Get(f.queue.get(first).Result)
	if !ok {
		t.Fatal("accepting made no event")
	}
	before := summary(f.ses.Case(), asKept(f.ses.Case(), f.queue.get(first)))
	if !strings.Contains(uitest.Texts(f.list.cards.scroll), before) {
		t.Fatalf("%q is on no card", before)
	}
	edited := *event
	edited.Title = "Envoys sat down"
	if err := f.ses.Do(data.Change{Label: "Edit", Put: []data.Record{&edited}}); err != nil {
		t.Fatal(err)
	}
	if all := uitest.Texts(f.list.cards.scroll); !strings.Contains(all, "Envoys sat down") || strings.Contains(all, before) {
		t.Errorf("the cards say %q", all)
	}
}

// place is where a text stands in the reader.
func (f *fixture) place(t *testing.T, what string) fyne.Position {
	t.Helper()
	at := f.reader.text.Find(what, 1)
	if len(at) == 0 {
		t.Fatalf("%q is not in the text", what)
	}
	b := f.reader.page.Boxes(at[0][0], at[0][1], 0, f.reader.page.Lines(), nil)[0]
	x, _ := f.reader.column()
	return fyne.NewPos(x+b.X0+3, f.reader.textTop()+float32(f.reader.page.Top(b.Line))+8)
}

func press(at fyne.Position) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
}

func TestPassagesAndSelection(t *testing.T) {
	f := open(t, article)
	f.reader.MouseDown(press(f.place(t, "Russia rejected")))
	if now := f.queue.current(); now.Position == nil || now.Position.Stance != data.Rejects {
		t.Fatalf("the press chose %s", summary(f.ses.Case(), now))
	}
	f.newEvent()
	if len(f.desk.events) != 0 {
		t.Fatal("an event was made of nothing")
	}
	f.reader.MouseDown(press(f.place(t, "Officials")))
	f.reader.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: f.place(t, "agreement")}})
	if got := f.reader.selectedText(); got != "Officials described agreement" {
		t.Fatalf("selected %q", got)
	}
	f.newPosition()
	f.newEvent()
	if len(f.desk.held) != 1 || len(f.desk.events) != 1 {
		t.Fatal("no form opened")
	}
	p := f.desk.held[0].Passages[0]
	if runes := []rune(f.reader.text.Source()); string(runes[p.Start:p.End]) != p.Quote || p.Document != f.doc {
		t.Fatalf("the passage %+v is not the text", p)
	}
	at := press(f.place(t, "points"))
	f.reader.MouseDown(at)
	f.reader.MouseDown(at)
	if got := f.reader.selectedText(); got != "points" {
		t.Fatalf("a double press selects %q", got)
	}
	f.reader.MouseDown(at)
	if got := f.reader.selectedText(); got != "Officials described agreement on most points." {
		t.Fatalf("a triple press selects %q", got)
	}
	f.OpenPassage(p)
	if f.reader.shown != (flowSpan{p.Start, p.End}) {
		t.Fatalf("outlined is %v", f.reader.shown)
	}
}

func TestPublicationDate(t *testing.T) {
	f := open(t, article)
	if len(f.reader.open) == 0 {
		t.Fatal("no date waits")
	}
	if !f.head.banner.root.Visible() || !strings.Contains(f.head.banner.text.String(), "Monday") {
		t.Fatalf("the banner says %q", f.head.banner.text.String())
	}
	f.head.banner.entry.SetText("nonsense")
	f.head.banner.use()
	f.head.banner.entry.SetText("16 Dec 2025")
	f.head.banner.use()
	if f.work.doc != "" || f.head.banner.root.Visible() {
		t.Fatal("it asks still")
	}
	var days []string
	for _, s := range f.queue.all {
		if s.Event != nil {
			days = append(days, s.Event.Date.String())
		}
	}
	if !strings.Contains(strings.Join(days, " "), "2025-12-14") {
		t.Fatalf("Sunday is none of %v", days)
	}
	f.undo()
	if d, _ := f.st.Case().Documents.Get(f.doc); !d.Published.IsZero() {
		t.Fatal("undo kept the date")
	}
}

func TestNoDocument(t *testing.T) {
	f := open(t, "")
	if f.main.Objects[1] != f.empty {
		t.Fatal("it does not say what to do")
	}
	f.accept()
	f.newEvent()
	f.reader.MouseDown(press(fyne.NewPos(200, 200)))
}
