package forms

import (
	"fyne.io/fyne/v2"

	"demarche/app/words"
	"demarche/data"
)

// eventForm is the form of one event.
type eventForm struct {
	*sheet
	book     *book
	was      data.Event
	title    textLine
	date     *dateLine
	kind     choiceLine[data.EventType]
	status   choiceLine[data.EventStatus]
	place    textLine
	actors   *picker
	issues   *picker
	passages *passageList
	said     *saidBy
	links    *linkList
	note     textLine
	disputed tickLine
}

// newEventForm fills a form with an event; what it lacks of must-haves gets the
// likeliest value.
func newEventForm(s *sheet, b *book, e data.Event) *eventForm {
	if e.Type == "" {
		e.Type = data.Consult
	}
	if e.Status == "" {
		e.Status = data.Happened
	}
	f := &eventForm{sheet: s, book: b, was: e}
	f.title = s.text("What happened", "title", e.Title, "Talks in Berlin", 1)
	f.date = s.date("When", "date", e.Date, "Left empty, it waits among the undated.")
	f.kind = choose(s, "Type", "type", data.EventTypes(), words.EventType, e.Type)
	f.status = choose(s, "Status", "status", data.EventStatuses(), words.EventStatus, e.Status)
	f.place = s.text("Where", "place", e.Place, "", 1)
	f.actors = b.actorLine("Who", "actors", "Type a name", 0, e.Actors...)
	f.issues = b.issueLine("About", "issues", "Type an issue", 0, e.Issues...)
	f.passages = s.passageList(e.Passages)
	f.note = s.text("Note", "note", e.Note, "", 2)
	f.disputed = s.tick("", "disputed", "Disputed: sources contradict each other about it", e.Disputed)
	f.add(f.title.box, f.date.box, halves(f.kind.box, f.status.box), f.actors.box, f.issues.box, f.place.box, f.passages.box)
	f.said = s.saidBy(e.Attribution)
	f.links = b.linkList(e.Ref(), e.Links)
	f.add(f.said.section.box, f.links.section.box, f.note.box, f.disputed.box)
	s.build = f.change
	return f
}

// event is what the fields say.
func (f *eventForm) event(faults *faults) *data.Event {
	e := f.was
	e.Title, e.Place, e.Note = f.title.value(), f.place.value(), f.note.value()
	e.Date = f.date.read(faults)
	e.Type, e.Status = f.kind.value(), f.status.value()
	e.Actors, e.Issues = f.actors.ids(faults), f.issues.ids(faults)
	e.Passages, e.Links = f.passages.all, f.links.all
	e.Attribution, e.Disputed = f.said.value(), f.disputed.tick.On
	faults.check(e.Validate())
	return &e
}

func (f *eventForm) change(faults *faults) data.Change {
	e := f.event(faults)
	label := "Edit event"
	if _, ok := f.host.Session.Case().Events.Get(e.ID); !ok {
		label = "Add event"
	}
	put := f.book.records(f.actors.chosen, f.issues.chosen)
	return data.Change{Label: label + " “" + short(e.Title) + "”", Put: append(put, e)}
}

// first is the field that the keyboard starts in.
func (f *eventForm) first() fyne.Focusable {
	if f.title.value() != "" && f.date.entry.Text == "" {
		return f.date.entry
	}
	return f.title.entry
}

func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}
