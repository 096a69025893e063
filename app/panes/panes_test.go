package panes

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
	"demarche/data/store"
)

// desk notes what the pane asks of the window.
type desk struct {
	screen.Desk
	opened  data.Passage
	edited  data.Ref
	removed []data.Ref
	failed  error
}

func (d *desk) TellUndo(string)            {}
func (d *desk) Fail(err error)             { d.failed = err }
func (d *desk) OpenPassage(p data.Passage) { d.opened = p }
func (d *desk) Edit(ref data.Ref)          { d.edited = ref }
func (d *desk) Remove(refs ...data.Ref)    { d.removed = refs }

type rig struct {
	t    *testing.T
	st   *store.Store
	ses  *session.Session
	desk *desk
	pane *Pane
	win  fyne.Window
}

// newRig opens the sample case, which is built as every case is.
func newRig(t *testing.T, scheme ui.Scheme) *rig {
	st, w := uitest.Sample(t), uitest.Window(t, scheme)
	ses, d := uitest.Session(st), &desk{}
	p := New(screen.Host{Session: ses, Window: w, Desk: d})
	w.SetContent(p.Object())
	w.Resize(fyne.NewSize(330, 1000))
	return &rig{t, st, ses, d, p, w}
}

func (r *rig) picture(name string) { uitest.Picture(r.t, r.win, name) }

// texts is all that is to be read in the pane.
func (r *rig) texts() string { return uitest.Texts(r.pane.Object()) }

func (r *rig) actor(name string) *data.Actor {
	r.t.Helper()
	a, ok := data.FindActor(r.ses.Case(), name)
	if !ok {
		r.t.Fatalf("the sample has no actor %q", name)
	}
	return a
}

func TestActorPane(t *testing.T) {
	for _, scheme := range []ui.Scheme{ui.Light, ui.Dark} {
		r := newRig(t, scheme)
		if !strings.Contains(r.texts(), "Nothing is selected") {
			t.Error("an empty pane does not say what to do")
		}
		r.ses.AsOf.Set(edtf.OfDay(2025, 12, 15).Earliest())
		r.ses.Selected.Set(r.actor("Ukraine").Ref())
		r.picture("pane-actor-" + string(scheme))
		all := r.texts()
		for _, want := range []string{"Ukraine", "WHERE IT STANDS ON 15 DEC 2025", "Demands", "Rejects", "DISTANCE TO OTHERS", "LATEST EVENTS", "HISTORY"} {
			if !strings.Contains(all, want) {
				t.Errorf("%s: %q is not in the pane", scheme, want)
			}
		}
	}
}

func TestEveryRecordHasAPane(t *testing.T) {
	r := newRig(t, ui.Light)
	c := r.ses.Case()
	var refs []data.Ref
	for _, a := range c.Actors.All() {
		refs = append(refs, a.Ref())
	}
	for _, e := range c.Events.All() {
		refs = append(refs, e.Ref())
	}
	for _, x := range c.Positions.All() {
		refs = append(refs, x.Ref())
	}
	for _, i := range c.Issues.All() {
		refs = append(refs, i.Ref())
	}
	for _, ref := range refs {
		r.ses.Selected.Set(ref)
		rec, _ := c.Record(ref)
		if !strings.Contains(strings.ToLower(r.texts()), strings.ToLower(data.NameOf(rec))) {
			t.Errorf("the pane of %v does not name it", ref)
		}
	}
	r.ses.Selected.Set(c.Positions.All()[0].Ref())
	r.picture("pane-position")
	r.ses.Selected.Set(c.Events.All()[0].Ref())
	r.picture("pane-event")
	r.ses.Selected.Set(c.Positions.All()[0].Ref())
	for _, i := range c.Issues.All() {
		if len(r.ses.Index().Positions(i.Ref())) > 2 {
			r.ses.Selected.Set(i.Ref())
		}
	}
	r.picture("pane-issue")
}

func TestLinkOpensThePassage(t *testing.T) {
	r := newRig(t, ui.Light)
	x := r.ses.Case().Positions.All()[0]
	r.ses.Selected.Set(x.Ref())
	uitest.Walk(r.pane.Object(), func(o fyne.CanvasObject) {
		if l, ok := o.(*ui.Link); ok && strings.Contains(l.Label, "para.") && r.desk.opened.Document == "" {
			l.Tapped(&fyne.PointEvent{})
		}
	})
	if r.desk.opened != x.Passages[0] {
		t.Errorf("opened %+v, want %+v", r.desk.opened, x.Passages[0])
	}
}

func TestJudgementIsSavedInPlace(t *testing.T) {
	r := newRig(t, ui.Light)
	x := r.ses.Case().Positions.All()[0]
	r.ses.Selected.Set(x.Ref())
	var note *noteEntry
	uitest.Walk(r.pane.Object(), func(o fyne.CanvasObject) {
		if n, ok := o.(*noteEntry); ok {
			note = n
		}
	})
	if note == nil {
		t.Fatal("no note")
	}
	r.win.Canvas().Focus(note)
	test.Type(note, "weak source")
	note.FocusLost()
	after, _ := r.ses.Case().Positions.Get(x.ID)
	if after.Note != "weak source" {
		t.Errorf("the note is %q", after.Note)
	}
	if _, err := r.st.Undo(); err != nil {
		t.Fatal(err)
	}
	if after, _ = r.ses.Case().Positions.Get(x.ID); after.Note != x.Note {
		t.Error("undo does not bring the old note back")
	}
}

// What is being written is saved where the pane is made anew under it, as an
// import that ends meanwhile makes it.
func TestNoteSurvivesAChange(t *testing.T) {
	r := newRig(t, ui.Light)
	x := r.ses.Case().Positions.All()[0]
	r.ses.Selected.Set(x.Ref())
	uitest.Walk(r.pane.Object(), func(o fyne.CanvasObject) {
		if n, ok := o.(*noteEntry); ok {
			r.win.Canvas().Focus(n)
			test.Type(n, "half a sent")
		}
	})
	a := *r.actor("Ukraine")
	a.Note = "Something else"
	if err := r.ses.Do(data.Change{Label: "edit", Put: []data.Record{&a}}); err != nil {
		t.Fatal(err)
	}
	if after, _ := r.ses.Case().Positions.Get(x.ID); after.Note != "half a sent" {
		t.Errorf("the note is %q", after.Note)
	}
}

func TestPaneFollowsChanges(t *testing.T) {
	r := newRig(t, ui.Light)
	a := *r.actor("Ukraine")
	r.ses.Selected.Set(a.Ref())
	a.Note = "Renamed for the test"
	if err := r.ses.Do(data.Change{Label: "edit", Put: []data.Record{&a}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.texts(), "Renamed for the test") {
		t.Error("the pane shows what was")
	}
	if err := r.ses.Do(data.Removal(r.ses.Case(), a.Ref())); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.texts(), "Nothing is selected") {
		t.Error("the pane shows what is gone")
	}
}
