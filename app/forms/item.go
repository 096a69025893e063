package forms

import (
	"fmt"
	"image/color"
	"strings"
	"unicode"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/timeline"
)

// item is an actor or an issue that a field holds: one of the case, or one that
// saving makes.
type item struct {
	id       data.ID // for one to be made, the ID that it gets
	label    string
	note     string
	dot      color.Color
	fresh    bool
	kind     data.ActorKind      // of an actor to be made
	proposed *data.ProposedActor // it comes from a suggestion
	create   bool                // a row that makes it
	ref      data.Ref            // of an event or a position, for links
}

// book is what a form knows of actors and issues: those of the case, and those
// that it is about to make.
type book struct {
	sheet  *sheet
	colors map[data.ID]color.NRGBA
	fresh  []item // actors
	issues []item // to be made
}

func newBook(s *sheet) *book {
	theme := timeline.Light()
	if ui.IsDark() {
		theme = timeline.Dark()
	}
	return &book{sheet: s, colors: timeline.ActorColors(s.host.Session.Case(), theme)}
}

const completions = 7

// actor is the item of an actor of the case.
func (b *book) actor(id data.ID) (item, bool) {
	c := b.sheet.host.Session.Case()
	a, ok := c.Actors.Get(id)
	if !ok {
		for _, it := range b.fresh {
			if it.id == id {
				return it, true
			}
		}
		return item{}, false
	}
	return item{id: id, label: a.Name, note: b.actorNote(a), dot: b.colors[id]}, true
}

func (b *book) actorNote(a *data.Actor) string {
	for _, m := range a.Memberships {
		if of, ok := b.sheet.host.Session.Case().Actors.Get(m.Of); ok {
			if m.Role != "" {
				return m.Role + ", " + of.Name
			}
			return of.Name
		}
	}
	return strings.ToLower(words.ActorKind(a.Kind))
}

// actorNamed is the actor that a whole name means.
func (b *book) actorNamed(name string) (item, bool) {
	if a, ok := data.FindActor(b.sheet.host.Session.Case(), name); ok {
		return b.actor(a.ID)
	}
	return item{}, false
}

// issueNamed is the issue that a whole name means.
func (b *book) issueNamed(name string) (item, bool) {
	if i, ok := data.FindIssue(b.sheet.host.Session.Case(), name); ok {
		return b.issue(i.ID)
	}
	return item{}, false
}

// actors completes what was typed, ending with the offer to make a new one.
func (b *book) actors(typed string) []item {
	typed = strings.TrimSpace(typed)
	c := b.sheet.host.Session.Case()
	var list []item
	for _, it := range b.fresh {
		if strings.HasPrefix(data.FoldName(it.label), data.FoldName(typed)) {
			list = append(list, it)
		}
	}
	for _, a := range data.CompleteActors(c, typed, completions) {
		it, _ := b.actor(a.ID)
		list = append(list, it)
	}
	if typed != "" && !b.namedExactly(list, typed) {
		kind := guessKind(typed)
		list = append(list, item{label: typed, note: fmt.Sprintf("create as %s", strings.ToLower(words.ActorKind(kind))), kind: kind, fresh: true, create: true})
	}
	return list
}

func (b *book) namedExactly(list []item, typed string) bool {
	for _, it := range list {
		if data.FoldName(it.label) == data.FoldName(typed) {
			return true
		}
	}
	return false
}

// guessKind takes two or three capitalised words for a person and anything else
// for a state; the chip changes it.
func guessKind(name string) data.ActorKind {
	list := strings.Fields(name)
	if len(list) < 2 || len(list) > 3 {
		return data.State
	}
	for _, w := range list {
		if r := []rune(w)[0]; !unicode.IsUpper(r) {
			return data.State
		}
	}
	switch list[0] {
	case "United", "North", "South", "Saudi", "New", "Republic", "European", "Sri", "Costa":
		return data.State
	}
	return data.Person
}

// issue is the item of an issue of the case.
func (b *book) issue(id data.ID) (item, bool) {
	c := b.sheet.host.Session.Case()
	if _, ok := c.Issues.Get(id); ok {
		return item{id: id, label: data.IssuePath(c, id)}, true
	}
	for _, it := range b.issues {
		if it.id == id {
			return it, true
		}
	}
	return item{}, false
}

// issuesFor completes issues.
func (b *book) issuesFor(typed string) []item {
	typed = strings.TrimSpace(typed)
	c := b.sheet.host.Session.Case()
	var list []item
	for _, it := range b.issues {
		if strings.HasPrefix(data.FoldName(it.label), data.FoldName(typed)) {
			list = append(list, it)
		}
	}
	for _, i := range data.CompleteIssues(c, typed, completions) {
		it, _ := b.issue(i.ID)
		list = append(list, it)
	}
	if typed != "" && !b.namedExactly(list, typed) {
		list = append(list, item{label: typed, note: "create this issue", fresh: true, create: true})
	}
	return list
}

// make turns the offer to create into what is to be made.
func (b *book) make(it item, issue bool) item {
	if !it.create {
		return it
	}
	it.create, it.note, it.id = false, "new", b.sheet.host.Session.NewID()
	if issue {
		b.issues = append(b.issues, it)
	} else {
		b.fresh = append(b.fresh, it)
	}
	return it
}

// setKind changes what a new actor is made as.
func (b *book) setKind(id data.ID, kind data.ActorKind) {
	for i := range b.fresh {
		if b.fresh[i].id == id {
			b.fresh[i].kind = kind
		}
	}
}

func (b *book) kindOf(it item) data.ActorKind {
	for _, f := range b.fresh {
		if f.id == it.id {
			return f.kind
		}
	}
	return it.kind
}

// records are the actors and issues that the used items need made.
func (b *book) records(actors, issues []item) []data.Record {
	var put []data.Record
	seen := map[data.ID]bool{}
	for _, it := range actors {
		if it.fresh && it.proposed == nil && !seen[it.id] {
			seen[it.id] = true
			put = append(put, &data.Actor{ID: it.id, Name: it.label, Kind: b.kindOf(it)})
		}
	}
	m := issueMaker{b: b, made: map[string]data.ID{}}
	for _, it := range issues {
		if it.fresh && !seen[it.id] {
			seen[it.id] = true
			put = append(put, m.path(it.id, it.label)...)
		}
	}
	return put
}

// issueMaker makes issues with those above them: "Territory: Donbas".
type issueMaker struct {
	b    *book
	made map[string]data.ID
}

func (m *issueMaker) path(id data.ID, name string) []data.Record {
	i := strings.LastIndex(name, ": ")
	if i <= 0 || i+2 >= len(name) {
		return []data.Record{&data.Issue{ID: id, Name: name}}
	}
	above, own := strings.TrimSpace(name[:i]), strings.TrimSpace(name[i+2:])
	if found, ok := data.FindIssue(m.b.sheet.host.Session.Case(), above); ok {
		return []data.Record{&data.Issue{ID: id, Name: own, Parent: found.ID}}
	}
	if parent, ok := m.made[above]; ok {
		return []data.Record{&data.Issue{ID: id, Name: own, Parent: parent}}
	}
	parent := m.b.sheet.host.Session.NewID()
	m.made[above] = parent
	return append(m.path(parent, above), &data.Issue{ID: id, Name: own, Parent: parent})
}
