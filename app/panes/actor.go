package panes

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
)

const (
	latestEvents = 4
	longList     = 60 // rows that a list shows before it asks for the rest
)

// actor is the pane of an actor.
func (p *Pane) actor(a *data.Actor) fyne.CanvasObject {
	ix := p.host.Session.Index()
	events := slices.Clone(ix.Events(a.Ref()))
	slices.Reverse(events)
	people, docs := ix.Members(a.ID), ix.Documents(a.Ref())
	tabs := ui.NewTabs(
		ui.TabItem{Label: "Positions", Content: p.actorPositions(a)},
		ui.TabItem{Label: "Events " + count(len(events)), Content: p.eventList(events)},
		ui.TabItem{Label: "People " + count(len(people)), Content: p.people(a, people)},
		ui.TabItem{Label: "Sources " + count(len(docs)), Content: p.sources(a, docs)},
	)
	tabs.Select(p.tab)
	tabs.OnChanged = func(i int) { p.tab = i }
	col := ui.Column(10,
		p.head(ui.Avatar(a.Name, colors(p.host.Session.Case())[a.ID], 36), a.Name, p.whatItIs(a), a.Ref(), p.actorMenu(a)...),
	)
	if len(a.Aliases) > 0 {
		col.Add(ui.NewWrapped("Also "+strings.Join(a.Aliases, ", "), ui.Note))
	}
	if a.Note != "" {
		col.Add(ui.NewWrapped(a.Note, ui.Small))
	}
	col.Add(tabs.Object())
	return col
}

func (p *Pane) actorMenu(a *data.Actor) []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem("Add position…", func() { p.host.Desk.NewPosition(data.Position{Actor: a.ID, From: edtf.OfInstant(p.asOf())}) }),
		fyne.NewMenuItem("Add event…", func() {
			p.host.Desk.NewEvent(data.Event{Actors: []data.ID{a.ID}, Date: edtf.OfInstant(p.asOf())})
		}),
		fyne.NewMenuItem("Compare with others", func() { p.host.Desk.Show(screen.Positions) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Merge with another actor…", func() { p.forms.MergeActor(a.ID) }),
	}
}

// whatItIs is the second line of the head: "State · party to the talks".
func (p *Pane) whatItIs(a *data.Actor) string {
	c := p.host.Session.Case()
	parts := []string{words.ActorKind(a.Kind)}
	for _, m := range a.Memberships {
		of, ok := c.Actors.Get(m.Of)
		switch {
		case !ok:
		case m.Role != "":
			parts = append(parts, m.Role+", "+of.Name)
		default:
			parts = append(parts, of.Name)
		}
	}
	if len(parts) == 1 && a.Kind != data.Person && p.talks(a) {
		parts = append(parts, "party to the talks")
	}
	return strings.Join(parts, " · ")
}

// talks reports whether an actor or its people take part in talks.
func (p *Pane) talks(a *data.Actor) bool {
	ix := p.host.Session.Index()
	who := append([]*data.Actor{a}, ix.People(a.ID)...)
	for _, one := range who {
		for _, e := range ix.Events(one.Ref()) {
			if e.Type == data.Consult && len(e.Actors) > 1 {
				return true
			}
		}
	}
	return false
}

func (p *Pane) actorPositions(a *data.Actor) fyne.CanvasObject {
	ix, at := p.host.Session.Index(), p.asOf()
	col := ui.Column(8, ui.Section("Where it stands on "+words.Day(at)))
	groups := byIssue(ix.Standing(a.ID, at))
	for _, g := range groups {
		col.Add(p.standingCard(a, g))
	}
	if len(groups) == 0 {
		col.Add(ui.NewWrapped("No position is known on this date.", ui.Muted))
		if next := firstAfter(ix.Positions(a.Ref()), at); next != nil {
			col.Add(ui.NewLink("The next is of "+words.Date(next.From)+" ›", func() { p.host.Session.AsOf.Set(next.Begins()) }))
		}
	}
	for _, o := range p.distances(a) {
		col.Add(o)
	}
	var latest []fyne.CanvasObject
	list := ix.Events(a.Ref())
	for i := len(list) - 1; i >= 0 && len(latest) < latestEvents; i-- {
		if d := list[i].Date; !d.IsZero() && d.Earliest() < at+day {
			latest = append(latest, p.eventLine(list[i]))
		}
	}
	for _, o := range block("Latest events", latest...) {
		col.Add(o)
	}
	for _, o := range block("History", p.history(ix.Positions(a.Ref()), true)...) {
		col.Add(o)
	}
	return col
}

const day = 24 * 60 * 60

func firstAfter(list []*data.Position, at int64) *data.Position {
	for _, x := range list {
		if !x.From.IsZero() && x.Begins() > at {
			return x
		}
	}
	return nil
}

// history is positions, oldest first.
func (p *Pane) history(list []*data.Position, issues bool) []fyne.CanvasObject {
	c := p.host.Session.Case()
	var rows []fyne.CanvasObject
	for i, x := range list {
		if i == longList && !p.all {
			rows = append(rows, p.rest(len(list)-i))
			break
		}
		about := data.IssuePath(c, x.Issue)
		if !issues {
			if h, ok := c.Actors.Get(x.Holder()); ok {
				about = h.Name
			}
		}
		rows = append(rows, p.positionLine(x, about))
	}
	return rows
}

// rest is the row that shows what a long list left out.
func (p *Pane) rest(n int) fyne.CanvasObject {
	return ui.NewLink("Show "+count(n)+" more ›", func() {
		p.all = true
		p.Refresh()
	})
}

func (p *Pane) eventList(events []*data.Event) fyne.CanvasObject {
	col := ui.Column(3)
	for i, e := range events {
		if i == longList && !p.all {
			col.Add(p.rest(len(events) - i))
			break
		}
		col.Add(p.eventLine(e))
	}
	if len(events) == 0 {
		col.Add(ui.NewWrapped("It takes part in no event yet.", ui.Muted))
	}
	return col
}

func (p *Pane) people(a *data.Actor, members []*data.Actor) fyne.CanvasObject {
	c := p.host.Session.Case()
	col := ui.Column(4)
	for _, m := range members {
		for _, one := range m.Memberships {
			if one.Of == a.ID {
				col.Add(p.actorLine(m, join(one.Role, words.MemberTime(one))))
				break
			}
		}
	}
	if len(members) == 0 {
		col.Add(ui.NewWrapped("Nobody belongs to it yet. Edit a person to say whom it belongs to.", ui.Muted))
	}
	var above []fyne.CanvasObject
	for _, m := range a.Memberships {
		if of, ok := c.Actors.Get(m.Of); ok {
			above = append(above, p.actorLine(of, join(m.Role, words.MemberTime(m))))
		}
	}
	for _, o := range block("Belongs to", above...) {
		col.Add(o)
	}
	return col
}

func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

func (p *Pane) sources(a *data.Actor, docs []*data.Document) fyne.CanvasObject {
	ix := p.host.Session.Index()
	var passages []data.Passage
	for _, x := range ix.Positions(a.Ref()) {
		passages = append(passages, x.Passages...)
	}
	col := ui.Column(8)
	for _, d := range docs {
		col.Add(p.documentLine(d, distinct(passages, d.ID)))
	}
	if len(docs) == 0 {
		col.Add(ui.NewWrapped("No document tells of it yet.", ui.Muted))
	}
	return col
}

// distinct is the passages of a document, each once and in the order of its text.
func distinct(all []data.Passage, doc data.ID) []data.Passage {
	var own []data.Passage
	for _, at := range all {
		if at.Document == doc && !slices.ContainsFunc(own, func(o data.Passage) bool { return o.Start == at.Start && o.End == at.End }) {
			own = append(own, at)
		}
	}
	slices.SortFunc(own, func(a, b data.Passage) int { return a.Start - b.Start })
	return own
}

// document is the pane of a document that was selected outside its screen.
func (p *Pane) document(d *data.Document) fyne.CanvasObject {
	ix := p.host.Session.Index()
	col := ui.Column(8, ui.NewWrapped(d.Title, ui.Sub), ui.NewWrapped(join(d.Publisher, words.Date(d.Published)), ui.Muted),
		ui.NewLink("Open the document ›", func() { p.host.Desk.OpenDocument(d.ID) }))
	for _, o := range block("Events", p.eventList(ix.Events(d.Ref()))) {
		col.Add(o)
	}
	for _, o := range block("Positions", p.history(ix.Positions(d.Ref()), true)...) {
		col.Add(o)
	}
	return col
}
