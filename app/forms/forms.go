// Package forms edits records: one form for each kind, over the window, with
// dates as people write them, names completed while one types, and faults shown
// beside their fields. What a form saves is one change.
package forms

import (
	"demarche/app/screen"
	"demarche/data"
)

// Forms opens the forms of a case.
type Forms struct{ host screen.Host }

// New makes the forms of a case.
func New(h screen.Host) *Forms { return &Forms{h} }

var _ screen.Forms = (*Forms)(nil)

// Edit opens the form of a record. A document, which has no form here, is shown.
func (f *Forms) Edit(ref data.Ref) {
	r, ok := f.host.Session.Case().Record(ref)
	if !ok {
		return
	}
	switch r := r.(type) {
	case *data.Event:
		f.event(*r, "Edit event")
	case *data.Position:
		f.position(*r, "Edit position")
	case *data.Actor:
		f.actor(*r, "Edit actor")
	case *data.Issue:
		f.issue(*r, "Edit issue")
	case *data.Document:
		f.host.Desk.OpenDocument(r.ID)
	case *data.Suggestion:
		f.Suggestion(r, nil)
	}
}

// NewEvent opens the form of a new event; what the seed holds is filled in.
func (f *Forms) NewEvent(seed data.Event) {
	seed.ID = f.host.Session.NewID()
	f.event(seed, "New event")
}

// NewPosition opens the form of a new position.
func (f *Forms) NewPosition(seed data.Position) {
	seed.ID = f.host.Session.NewID()
	f.position(seed, "New position")
}

// NewActor opens the form of a new actor.
func (f *Forms) NewActor(seed data.Actor) {
	seed.ID = f.host.Session.NewID()
	f.actor(seed, "New actor")
}

// NewIssue opens the form of a new issue.
func (f *Forms) NewIssue(seed data.Issue) {
	seed.ID = f.host.Session.NewID()
	f.issue(seed, "New issue")
}

func (f *Forms) event(e data.Event, title string) {
	s := newSheet(f.host)
	form := newEventForm(s, newBook(s), e)
	s.done = f.saved(e.Ref())
	s.show(title, "Save", form.first())
}

func (f *Forms) position(p data.Position, title string) {
	s := newSheet(f.host)
	form := newPositionForm(s, newBook(s), p)
	s.done = f.saved(p.Ref())
	s.show(title, "Save", form.first())
}

func (f *Forms) actor(a data.Actor, title string) {
	s := newSheet(f.host)
	form := newActorForm(s, newBook(s), a)
	s.done = f.saved(a.Ref())
	s.show(title, "Save", form.name.entry)
}

func (f *Forms) issue(i data.Issue, title string) {
	s := newSheet(f.host)
	form := newIssueForm(s, newBook(s), i)
	s.done = f.saved(i.Ref())
	s.show(title, "Save", form.name.entry)
}

// saved shows what a form has saved and offers the way back.
func (f *Forms) saved(ref data.Ref) func() {
	return func() {
		if _, ok := f.host.Session.Case().Record(ref); ok {
			f.host.Session.Selected.Set(ref)
		}
		f.host.Desk.TellUndo("Saved")
	}
}
