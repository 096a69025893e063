package forms

import (
	"demarche/app/ui"
	"demarche/data"
)

// MergeActor asks which actor another is the same as, and makes one of both.
func (f *Forms) MergeActor(from data.ID) {
	c := f.host.Session.Case()
	a, ok := c.Actors.Get(from)
	if !ok {
		return
	}
	s := newSheet(f.host)
	b := newBook(s)
	into := b.actorLine("The same as", "into", "Type a name", 1)
	into.complete = only(b.actors, from)
	f.merge(s, "Merge “"+short(a.Name)+"” with another actor", into, data.KindActor, func(id data.ID) (data.Change, error) {
		return data.MergeActors(f.host.Session.Case(), id, from)
	})
}

// MergeIssue does the same for issues.
func (f *Forms) MergeIssue(from data.ID) {
	c := f.host.Session.Case()
	i, ok := c.Issues.Get(from)
	if !ok {
		return
	}
	s := newSheet(f.host)
	b := newBook(s)
	into := b.issueLine("The same as", "into", "Type an issue", 1)
	into.complete = only(b.issuesFor, from)
	f.merge(s, "Merge “"+short(i.Name)+"” with another issue", into, data.KindIssue, func(id data.ID) (data.Change, error) {
		return data.MergeIssues(f.host.Session.Case(), id, from)
	})
}

// only completes to what the case has, without one record.
func only(complete func(string) []item, without data.ID) func(string) []item {
	return func(typed string) []item {
		var list []item
		for _, it := range complete(typed) {
			if !it.create && it.id != without {
				list = append(list, it)
			}
		}
		return list
	}
}

func (f *Forms) merge(s *sheet, title string, into *picker, kind data.Kind, merged func(data.ID) (data.Change, error)) {
	s.add(ui.NewWrapped("The one that you choose stays. It takes over the names, and everything that refers to this one.", ui.Muted), into.box)
	s.build = func(faults *faults) data.Change {
		id := into.id(faults)
		if id == "" && len(faults.all) == 0 {
			faults.add("into", "choose one from the list")
		}
		if len(faults.all) > 0 {
			return data.Change{}
		}
		ch, err := merged(id)
		faults.check(err)
		s.done = f.saved(data.Ref{Kind: kind, ID: id})
		return ch
	}
	s.show(title, "Merge", into.entry)
}
