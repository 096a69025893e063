package forms

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"demarche/app/internal/uitest"
	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/store"
)

// desk notes what a form tells the window.
type desk struct {
	screen.Desk
	told   string
	failed error
	opened data.ID
}

func (d *desk) TellUndo(text string)    { d.told = text }
func (d *desk) Fail(err error)          { d.failed = err }
func (d *desk) OpenDocument(id data.ID) { d.opened = id }

// rig is a window with forms over a real case file.
type rig struct {
	t     *testing.T
	store *store.Store
	host  screen.Host
	desk  *desk
	forms *Forms
}

func newRig(t *testing.T) *rig {
	const text = "They met in Berlin. Kyiv wants guarantees."
	sum := sha256.Sum256([]byte(text))
	doc := &data.Document{ID: "d1", Title: "Wire report", Format: "txt", SHA256: hex.EncodeToString(sum[:]), Published: uitest.Date(t, "2025-12-16"), Imported: uitest.Now()}
	st := uitest.Create(t, "Harbour talks", data.Change{Label: "start", Put: []data.Record{
		doc,
		&data.Actor{ID: "ua", Name: "Ukraine", Kind: data.State, Aliases: []string{"Kyiv"}},
		&data.Actor{ID: "us", Name: "United States", Kind: data.State},
		&data.Actor{ID: "ze", Name: "Volodymyr Zelenskyy", Kind: data.Person, Memberships: []data.Membership{{Of: "ua", Role: "president"}}},
		&data.Issue{ID: "gu", Name: "Security guarantees", Scale: &data.Scale{Low: "none", High: "membership"}},
		&data.Issue{ID: "te", Name: "Territory"},
		&data.Position{ID: "p1", Actor: "ua", Issue: "te", Stance: data.Rejects, Proposal: "ceding the Donbas", From: uitest.Date(t, "2025-08")},
	}, Contents: map[data.ID]data.Content{"d1": {Text: text, Original: []byte(text)}}})
	w := uitest.Window(t, ui.Light)
	w.Resize(fyne.NewSize(1280, 860))
	d, ses := &desk{}, uitest.Session(st)
	r := &rig{t: t, store: st, desk: d, host: screen.Host{Session: ses, Window: w, Desk: d}}
	r.forms = New(r.host)
	return r
}

// typeInto types into what has the keyboard, as a person does.
func (r *rig) typeText(text string) {
	r.t.Helper()
	f := r.host.Window.Canvas().Focused()
	if f == nil {
		r.t.Fatalf("nothing has the keyboard to type %q", text)
	}
	for _, c := range text {
		f.TypedRune(c)
	}
}

func (r *rig) key(names ...fyne.KeyName) {
	r.t.Helper()
	c := r.host.Window.Canvas()
	for _, name := range names {
		switch f := c.Focused(); {
		case name == fyne.KeyTab:
			c.FocusNext()
		case f != nil:
			f.TypedKey(&fyne.KeyEvent{Name: name})
		default:
			c.OnTypedKey()(&fyne.KeyEvent{Name: name})
		}
	}
}

func (r *rig) ctrlEnter() {
	r.t.Helper()
	f, ok := r.host.Window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		r.t.Fatal("what has the keyboard takes no shortcut")
	}
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
}

func (r *rig) open() bool { return r.host.Window.Canvas().Overlays().Top() != nil }

func (r *rig) picture(name string) { uitest.Picture(r.t, r.host.Window, name) }

func TestEventByKeyboardWithNewActor(t *testing.T) {
	r := newRig(t)
	r.forms.NewEvent(data.Event{})
	r.typeText("Talks in Berlin")
	r.key(fyne.KeyTab)
	r.typeText("14–15 Dec 2025")
	r.key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	r.typeText("kyi")
	r.key(fyne.KeyReturn) // completes to Ukraine
	r.typeText("uni")
	r.key(fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	r.typeText("Qatar")
	r.picture("form-event")
	r.key(fyne.KeyReturn) // makes it
	r.ctrlEnter()
	if r.open() {
		t.Fatal("the form is still open")
	}
	c := r.host.Session.Case()
	if c.Events.Len() != 1 {
		t.Fatalf("%d events", c.Events.Len())
	}
	e := c.Events.All()[0]
	if e.Title != "Talks in Berlin" || e.Date != uitest.Date(t, "2025-12-14/2025-12-15") {
		t.Errorf("saved %q on %v", e.Title, e.Date)
	}
	qatar, ok := data.FindActor(c, "Qatar")
	if !ok || qatar.Kind != data.State {
		t.Fatalf("Qatar was not made: %v", qatar)
	}
	if len(e.Actors) != 3 || e.Actors[0] != "ua" || e.Actors[1] != "us" || e.Actors[2] != qatar.ID {
		t.Errorf("participants %v", e.Actors)
	}
	if _, err := r.store.Undo(); err != nil {
		t.Fatal(err)
	}
	if c := r.host.Session.Case(); c.Events.Len() != 0 || c.Actors.Len() != 3 {
		t.Error("one undo does not take back the event and the new actor")
	}
}

func TestDatesAreShownAsUnderstood(t *testing.T) {
	for _, c := range []struct{ typed, shown string }{
		{"about Nov 2025", "Understood: about November 2025"},
		{"since 2022", "Understood: since 2022"},
		{"15.12.2025", "Understood: Monday, 15 December 2025"},
		{"", "Left empty, it waits among the undated."},
	} {
		r := newRig(t)
		r.forms.NewEvent(data.Event{Title: "x"})
		r.typeText(c.typed)
		s := r.sheetLine("date")
		if got := s.tail.String(); got != c.shown {
			t.Errorf("%q is shown as %q, want %q", c.typed, got, c.shown)
		}
	}
}

// opened keeps the last form for the tests to look at.
func (r *rig) sheetLine(field string) *line {
	r.t.Helper()
	e, ok := r.host.Window.Canvas().Focused().(*entry)
	if !ok {
		r.t.Fatal("no field of a form has the keyboard")
	}
	l := e.sheet.line(field)
	if l == nil {
		r.t.Fatalf("the form has no field %q", field)
	}
	return l
}

func TestFaultsStandBesideTheirFields(t *testing.T) {
	r := newRig(t)
	r.forms.NewEvent(data.Event{})
	title := r.sheetLine("title")
	when := r.sheetLine("date")
	r.key(fyne.KeyTab)
	r.typeText("the day after never")
	r.ctrlEnter()
	if !r.open() {
		t.Fatal("a form with faults was saved")
	}
	r.picture("form-faults")
	if !strings.Contains(title.tail.String(), "title is missing") {
		t.Errorf("beside the title stands %q", title.tail.String())
	}
	if !strings.Contains(when.tail.String(), "not understood") {
		t.Errorf("beside the date stands %q", when.tail.String())
	}
	if r.host.Session.Case().Events.Len() != 0 {
		t.Error("something was saved")
	}
	r.host.Window.Canvas().Focus(title.focus)
	r.typeText("Talks in Berlin")
	if title.tail.Visible() {
		t.Errorf("beside a title that was filled in stands %q", title.tail.String())
	}
}

func TestPositionOnAScaledIssue(t *testing.T) {
	r := newRig(t)
	seed := data.Position{Passages: []data.Passage{{Document: "d1", Start: 20, End: 41, Quote: "Kyiv wants guarantees"}}}
	r.forms.NewPosition(seed)
	score := r.sheetLine("score")
	if score.box.Visible() {
		t.Error("a score is asked for before there is an issue")
	}
	r.typeText("ukr")
	r.key(fyne.KeyReturn)
	r.key(fyne.KeyTab, fyne.KeyTab)
	e := r.host.Window.Canvas().Focused()
	if e != score.sheet.line("issue").focus {
		r.host.Window.Canvas().Focus(score.sheet.line("issue").focus)
	}
	r.typeText("secur")
	r.key(fyne.KeyReturn)
	if !score.box.Visible() {
		t.Fatal("no score is asked for on an issue with a scale")
	}
	r.host.Window.Canvas().Focus(score.sheet.line("proposal").focus)
	r.typeText("binding guarantees")
	r.host.Window.Canvas().Focus(score.focus)
	r.typeText("40")
	r.picture("form-position")
	r.ctrlEnter()
	if r.open() {
		t.Fatal("not saved: " + score.sheet.fault.String())
	}
	for _, p := range r.host.Session.Case().Positions.All() {
		if p.ID == "p1" {
			continue
		}
		if p.Actor != "ua" || p.Issue != "gu" || p.Proposal != "binding guarantees" || p.Score == nil || *p.Score != 40 || len(p.Passages) != 1 {
			t.Errorf("saved %+v", p)
		}
		return
	}
	t.Fatal("no position was saved")
}

func TestEscapeAsksOnlyWhenChanged(t *testing.T) {
	r := newRig(t)
	r.forms.Edit(data.Ref{Kind: data.KindPosition, ID: "p1"})
	if !r.open() {
		t.Fatal("no form")
	}
	r.key(fyne.KeyEscape)
	if r.open() {
		t.Fatal("an unchanged form asks before it closes")
	}
	r.forms.Edit(data.Ref{Kind: data.KindActor, ID: "ua"})
	r.typeText("x")
	form := r.host.Window.Canvas().Overlays().Top()
	r.key(fyne.KeyEscape)
	if top := r.host.Window.Canvas().Overlays().Top(); top == nil || top == form {
		t.Fatal("a changed form does not ask")
	}
	r.key(fyne.KeyEscape)
	if r.host.Window.Canvas().Overlays().Top() != form {
		t.Fatal("Escape in the question does not lead back to the form")
	}
	r.key(fyne.KeyEscape, fyne.KeyTab, fyne.KeyReturn)
	if r.open() {
		t.Fatal("the form does not close without saving")
	}
	if a, _ := r.host.Session.Case().Actors.Get("ua"); a.Name != "Ukraine" {
		t.Errorf("saved %q", a.Name)
	}
}

func TestEditingWithoutChangesKeepsARecord(t *testing.T) {
	r := newRig(t)
	before, _ := r.host.Session.Case().Positions.Get("p1")
	r.forms.Edit(before.Ref())
	r.ctrlEnter()
	after, _ := r.host.Session.Case().Positions.Get("p1")
	if after.From != before.From || after.Proposal != before.Proposal || after.Actor != before.Actor || after.Issue != before.Issue || after.Stance != before.Stance {
		t.Errorf("was %+v, is %+v", before, after)
	}
}

func TestActorAndIssueForms(t *testing.T) {
	r := newRig(t)
	r.forms.Edit(data.Ref{Kind: data.KindActor, ID: "ze"})
	r.picture("form-actor")
	r.sheetLine("aliases").focus.(*entry).SetText("Zelensky; Ze ; Zelensky")
	r.sheetLine("color").focus.(*entry).SetText("#12ab34")
	r.ctrlEnter()
	a, _ := r.host.Session.Case().Actors.Get("ze")
	if len(a.Aliases) != 2 || a.Aliases[1] != "Ze" || a.Color != "#12ab34" || len(a.Memberships) != 1 {
		t.Errorf("saved %+v", a)
	}
	r.forms.Edit(data.Ref{Kind: data.KindIssue, ID: "te"})
	r.picture("form-issue")
	r.sheetLine("low").focus.(*entry).SetText("all of it")
	r.ctrlEnter()
	if !r.open() {
		t.Fatal("a scale with one end was saved")
	}
	r.sheetLine("scale").focus.(*entry).SetText("nothing")
	r.ctrlEnter()
	i, _ := r.host.Session.Case().Issues.Get("te")
	if i.Scale == nil || i.Scale.High != "nothing" {
		t.Errorf("saved %+v", i)
	}
}

func TestSuggestionIsAcceptedWithEdits(t *testing.T) {
	r := newRig(t)
	s := &data.Suggestion{ID: "s1", Document: "d1", State: data.Open, Confidence: 0.9, Issue: "Territory: Ports",
		Actors: []data.ProposedActor{{Key: "a1", Name: "Kyiv", Kind: data.State}, {Key: "a2", Name: "Steve Witkoff", Kind: data.Person, Of: "a3", Role: "envoy"}, {Key: "a3", Name: "United States", Kind: data.State}},
		Event:  &data.Event{Title: "Meeting", Type: data.Consult, Status: data.Happened, Actors: []data.ID{"a1", "a2"}, Passages: []data.Passage{{Document: "d1", Start: 0, End: 19, Quote: "They met in Berlin."}}}}
	if err := r.host.Session.Do(data.Change{Label: "suggest", Put: []data.Record{s}}); err != nil {
		t.Fatal(err)
	}
	accepted := false
	r.forms.Suggestion(s, func() { accepted = true })
	r.picture("form-suggestion")
	r.sheetLine("title").focus.(*entry).SetText("Meeting in Berlin")
	r.ctrlEnter()
	if !accepted {
		t.Fatal("not accepted")
	}
	c := r.host.Session.Case()
	after, _ := c.Suggestions.Get("s1")
	if after.State != data.Accepted || after.Event.Title != "Meeting" {
		t.Errorf("the suggestion is now %+v", after)
	}
	e, ok := c.Events.Get(after.Result)
	if !ok || e.Title != "Meeting in Berlin" || len(e.Actors) != 2 || e.Actors[0] != "ua" || len(e.Issues) != 1 {
		t.Fatalf("accepted as %+v", e)
	}
	if got := data.IssuePath(c, e.Issues[0]); got != "Territory: Ports" {
		t.Errorf("on the issue %q", got)
	}
	w, _ := c.Actors.Get(e.Actors[1])
	if w.Name != "Steve Witkoff" || len(w.Memberships) != 1 || w.Memberships[0].Of != "us" {
		t.Errorf("made %+v", w)
	}
}
