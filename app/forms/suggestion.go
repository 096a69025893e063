package forms

import (
	"slices"
	"strings"

	"demarche/app/words"
	"demarche/data"
)

// Suggestion opens the form of what a suggestion proposes. Saving accepts it with
// the edits, as one change; the suggestion itself stays as the machine made it.
// done, which may be nil, is called after that.
func (f *Forms) Suggestion(s *data.Suggestion, done func()) {
	sh := newSheet(f.host)
	b := newBook(sh)
	draft := proposal{book: b, s: s}
	sh.done = func() {
		f.host.Desk.TellUndo("Accepted with your edits")
		if done != nil {
			done()
		}
	}
	if s.Event != nil {
		form := newEventForm(sh, b, draft.event())
		sh.build = func(faults *faults) data.Change {
			e := form.event(faults)
			edited := draft.edited(freshOf(form.actors.chosen))
			edited.Event = e
			return draft.accept(edited, form.book.records(nil, form.issues.chosen), faults)
		}
		sh.show("Edit and accept event", "Accept", form.first())
		return
	}
	if s.Position == nil {
		return
	}
	form := newPositionForm(sh, b, draft.position())
	sh.build = func(faults *faults) data.Change {
		p := form.position(faults)
		edited := draft.edited(freshOf(form.actor.chosen, form.behalf.chosen))
		edited.Position = p
		return draft.accept(edited, form.book.records(nil, form.issue.chosen), faults)
	}
	sh.show("Edit and accept position", "Accept", form.first())
}

// proposal makes a draft of a suggestion whose actors the case may lack.
type proposal struct {
	book *book
	s    *data.Suggestion
}

// actor lists the actor of a key in the book, so that the fields can show it, and
// returns the key.
func (p *proposal) actor(key data.ID) data.ID {
	i := slices.IndexFunc(p.s.Actors, func(a data.ProposedActor) bool { return a.Key == key })
	if key == "" || i < 0 || slices.ContainsFunc(p.book.fresh, func(it item) bool { return it.id == key }) {
		return key
	}
	a := &p.s.Actors[i]
	it := item{id: key, label: a.Name, note: strings.ToLower(words.ActorKind(a.Kind)), fresh: true, kind: a.Kind, proposed: a}
	if known, ok := data.FindActor(p.book.sheet.host.Session.Case(), a.Name); ok && (known.Kind == data.Person) == (a.Kind == data.Person) {
		it.label, it.dot, it.fresh = known.Name, p.book.colors[known.ID], false
	}
	p.book.fresh = append(p.book.fresh, it)
	return key
}

func (p *proposal) issue() (data.ID, bool) {
	name := strings.TrimSpace(p.s.Issue)
	if name == "" {
		return "", false
	}
	if found, ok := data.FindIssue(p.book.sheet.host.Session.Case(), name); ok {
		return found.ID, true
	}
	return p.book.make(item{label: name, fresh: true, create: true}, true).id, true
}

func (p *proposal) event() data.Event {
	e := *p.s.Event
	e.ID = p.book.sheet.host.Session.NewID()
	e.Actors = slices.Clone(e.Actors)
	for _, key := range e.Actors {
		p.actor(key)
	}
	if id, ok := p.issue(); ok && !slices.Contains(e.Issues, id) {
		e.Issues = append(slices.Clone(e.Issues), id)
	}
	return e
}

func (p *proposal) position() data.Position {
	q := *p.s.Position
	q.ID = p.book.sheet.host.Session.NewID()
	p.actor(q.Actor)
	p.actor(q.For)
	if id, ok := p.issue(); ok {
		q.Issue = id
	}
	return q
}

// edited is the suggestion with the actors that were typed in as well. Its issue
// is in the record by then.
func (p *proposal) edited(fresh []item) *data.Suggestion {
	s := *p.s
	s.Issue, s.State = "", data.Open
	s.Actors = slices.Clone(s.Actors)
	for _, it := range fresh {
		if it.proposed == nil {
			s.Actors = append(s.Actors, data.ProposedActor{Key: it.id, Name: it.label, Kind: p.book.kindOf(it)})
		}
	}
	return &s
}

// accept is the change that accepts the edited suggestion, in which the
// suggestion keeps what the machine proposed.
func (p *proposal) accept(edited *data.Suggestion, issues []data.Record, faults *faults) data.Change {
	if len(faults.all) > 0 {
		return data.Change{}
	}
	ses := p.book.sheet.host.Session
	if current, ok := ses.Case().Suggestions.Get(p.s.ID); ok && current.State == data.Accepted {
		faults.check(data.ErrReviewed)
		return data.Change{}
	}
	ch, err := data.Accept(ses.Case(), edited, ses.NewID)
	if err != nil {
		faults.check(err)
		return data.Change{}
	}
	for i, r := range ch.Put {
		if s, ok := r.(*data.Suggestion); ok {
			kept := *p.s
			kept.State, kept.Result = data.Accepted, s.Result
			ch.Put[i] = &kept
		}
	}
	ch.Put = append(issues, ch.Put...)
	ch.Label = "Accept suggestion with edits"
	return ch
}

// freshOf is what of the chosen items the case lacks.
func freshOf(lists ...[]item) []item {
	var fresh []item
	for _, list := range lists {
		for _, it := range list {
			if it.fresh {
				fresh = append(fresh, it)
			}
		}
	}
	return fresh
}
