package panes

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
)

// event is the pane of an event.
func (p *Pane) event(e *data.Event) fyne.CanvasObject {
	c := p.host.Session.Case()
	when := "undated"
	if !e.Date.IsZero() {
		when = words.Understood(e.Date) + words.ZoneNote(c, e.Date)
	}
	col := ui.Column(8, p.head(nil, e.Title, words.EventType(e.Type), e.Ref()))
	if e.Status != data.Happened && e.Status != "" {
		col.Add(ui.Row(0, -1, ui.NewPill(words.EventStatus(e.Status), ui.Info)))
	}
	if e.Disputed {
		col.Add(ui.Row(0, -1, ui.NewPill("Disputed", ui.Bad)))
	}
	facts := ui.Column(4, ui.FactText("When", when))
	if e.Place != "" {
		facts.Add(ui.FactText("Where", e.Place))
	}
	if known := data.KnownOn(c, e.Passages); !known.IsZero() {
		facts.Add(ui.FactText("Known on", words.Date(known)))
	}
	p.attribution(facts, e.Attribution)
	col.Add(facts)
	if e.Date.IsZero() {
		col.Add(ui.NewLink("Give it a date ›", func() { p.host.Desk.Edit(e.Ref()) }))
	}
	p.add(col, block("Who takes part", p.actorsOf(e.Actors)...))
	p.add(col, block("About", p.issuesOf(e.Issues)...))
	p.add(col, block("What the sources say", p.quotes(e.Passages, longList)...))
	p.add(col, block("Links", p.links(e.Ref(), e.Links)...))
	p.add(col, block("Your judgement", p.judgeEvent(e)...))
	return col
}

func (p *Pane) add(col *fyne.Container, objects []fyne.CanvasObject) {
	for _, o := range objects {
		col.Add(o)
	}
}

// attribution adds whose word a statement is.
func (p *Pane) attribution(facts *fyne.Container, a data.Attribution) {
	who := a.Speaker
	if who == "" && a.Relation == "" && a.Outlet == "" {
		return
	}
	if who == "" {
		who = "The document itself"
	}
	if a.Speaker != "" {
		if a.Named {
			who += ", named"
		} else {
			who += ", not named"
		}
	}
	if a.Relation != "" {
		who += " · " + strings.ToLower(words.Relation(a.Relation))
	}
	if a.Outlet != "" {
		who += " · reported by " + a.Outlet
	}
	facts.Add(ui.FactText("Says", who))
}

func (p *Pane) actorsOf(ids []data.ID) (rows []fyne.CanvasObject) {
	for _, id := range ids {
		if a, ok := p.host.Session.Case().Actors.Get(id); ok {
			rows = append(rows, p.actorLine(a, ""))
		}
	}
	return rows
}

func (p *Pane) issuesOf(ids []data.ID) (rows []fyne.CanvasObject) {
	for _, id := range ids {
		if name := data.IssuePath(p.host.Session.Case(), id); name != "" {
			rows = append(rows, out(ui.NewLine(name, ui.NewWrapped(name, ui.Plain), func() {
				p.selectRef(data.Ref{Kind: data.KindIssue, ID: id})
			})))
		}
	}
	return rows
}

// links are what a record is linked to, and what is linked to it.
func (p *Pane) links(self data.Ref, all []data.Link) (rows []fyne.CanvasObject) {
	c := p.host.Session.Case()
	row := func(how string, to data.Ref) {
		if r, ok := c.Record(to); ok {
			name := data.NameOf(r)
			rows = append(rows, out(ui.NewLine(name, ui.NewSpans(ui.Wrap, ui.Span{Text: how + "  ", Style: ui.Note}, ui.Span{Text: name}),
				func() { p.selectRef(to) })))
		}
	}
	for _, l := range all {
		row(words.LinkKind(l.Kind), l.To)
	}
	back := func(from data.Ref, links []data.Link) {
		for _, l := range links {
			if l.To == self {
				row(backWord(l.Kind), from)
			}
		}
	}
	for _, e := range c.Events.All() {
		back(e.Ref(), e.Links)
	}
	for _, x := range c.Positions.All() {
		back(x.Ref(), x.Links)
	}
	return rows
}

func backWord(k data.LinkKind) string {
	switch k {
	case data.Answers:
		return "Answered by"
	case data.Supersedes:
		return "Its place is taken by"
	}
	return words.LinkKind(k)
}

// position is the pane of a position.
func (p *Pane) position(x *data.Position) fyne.CanvasObject {
	c, ix := p.host.Session.Case(), p.host.Session.Index()
	issue := data.IssuePath(c, x.Issue)
	holder, _ := c.Actors.Get(x.Holder())
	note := "Position"
	if holder != nil {
		note = holder.Name
	}
	if issue != "" {
		note += " on " + issue
	}
	tags := []fyne.CanvasObject{ui.NewStance(x.Stance)}
	if x.Firmness == data.RedLine {
		tags = append(tags, ui.NewPill("◆ Red line", ui.Neutral))
	} else if x.Firmness != "" {
		tags = append(tags, ui.NewPill(words.Firmness(x.Firmness), ui.Neutral))
	}
	if m := ix.MovementOf(x); m != "" {
		tags = append(tags, ui.NewPill(words.Movement(m), ui.Neutral))
	}
	if x.Disputed {
		tags = append(tags, ui.NewPill("Disputed", ui.Bad))
	}
	col := ui.Column(8, p.head(nil, words.Capital(x.Proposal), note, x.Ref()), ui.Row(6, -1, tags...), p.positionFacts(x))
	var who []data.ID
	for _, id := range []data.ID{x.Holder(), x.Actor} {
		if !slices.Contains(who, id) {
			who = append(who, id)
		}
	}
	p.add(col, block("Whose position", p.actorsOf(who)...))
	p.add(col, block("On the issue", p.issuesOf([]data.ID{x.Issue})...))
	p.add(col, block("What the sources say", p.quotes(x.Passages, longList)...))
	p.add(col, block("Before and after", p.chain(x)...))
	p.add(col, block("Links", p.links(x.Ref(), x.Links)...))
	p.add(col, block("Your judgement", p.judgePosition(x)...))
	return col
}

func (p *Pane) positionFacts(x *data.Position) fyne.CanvasObject {
	ix := p.host.Session.Index()
	facts := ui.Column(4)
	if x.Condition != "" {
		facts.Add(ui.FactText("Condition", x.Condition))
	}
	from := words.Since(x.From)
	if !x.From.IsZero() && (!x.From.Interval || x.From.Start.Known()) {
		from = words.When(p.host.Session.Case(), x.From)
		if since := ix.Since(x); since != x.From {
			from += ", held " + words.Since(since)
		}
	}
	facts.Add(ui.FactText("From", from))
	switch end, by := ix.End(x); {
	case by != nil:
		facts.Add(ui.FactText("Until", words.Date(by.From)+", when another took its place"))
	case end != edtf.Future:
		facts.Add(ui.FactText("Until", words.Date(x.Until)))
	case !x.From.IsZero():
		text := "still held"
		if days, ok := ix.SilentDays(x, p.asOf()); ok && days > 0 {
			text += ", last known " + words.Count(days, "day") + " before " + words.Day(p.asOf())
		}
		facts.Add(ui.FactText("Until", text))
	}
	if known := data.KnownOn(p.host.Session.Case(), x.Passages); !known.IsZero() {
		facts.Add(ui.FactText("Known on", words.Date(known)))
	}
	p.attribution(facts, x.Attribution)
	return facts
}

// chain is the positions that led to one, and what followed it.
func (p *Pane) chain(x *data.Position) []fyne.CanvasObject {
	ix := p.host.Session.Index()
	var before []*data.Position
	for at := ix.Previous(x); at != nil && len(before) < 8; at = ix.Previous(at) {
		before = append(before, at)
	}
	slices.Reverse(before)
	if next := ix.Next(x); next != nil {
		before = append(before, x, next)
	} else if len(before) > 0 {
		before = append(before, x)
	}
	return p.history(before, false)
}

// issue is the pane of an issue.
func (p *Pane) issue(i *data.Issue) fyne.CanvasObject {
	c, ix, at := p.host.Session.Case(), p.host.Session.Index(), p.asOf()
	note := "Issue"
	if path := data.IssuePath(c, i.Parent); path != "" {
		note = "Issue, part of " + path
	}
	col := ui.Column(8, p.head(nil, i.Name, note, i.Ref(),
		fyne.NewMenuItem("Add position…", func() { p.host.Desk.NewPosition(data.Position{Issue: i.ID, From: edtf.OfInstant(at)}) }),
		fyne.NewMenuItem("Add a part of it…", func() { p.forms.NewIssue(data.Issue{Parent: i.ID}) }),
		fyne.NewMenuItem("Merge with another issue…", func() { p.forms.MergeIssue(i.ID) })))
	if len(i.Aliases) > 0 {
		col.Add(ui.NewWrapped("Also "+strings.Join(i.Aliases, ", "), ui.Note))
	}
	if i.Note != "" {
		col.Add(ui.NewWrapped(i.Note, ui.Small))
	}
	if i.Scale != nil {
		col.Add(ui.Column(4, ui.FactText("Scale, 0", i.Scale.Low), ui.FactText("Scale, 100", i.Scale.High)))
	} else {
		col.Add(ui.NewLink("Name the ends of a scale, to score positions ›", func() { p.host.Desk.Edit(i.Ref()) }))
	}
	var stands []fyne.CanvasObject
	for _, a := range c.Actors.All() {
		if held := ix.StandingOn(a.ID, i.ID, at); len(held) > 0 && !p.heldByMember(a, held) {
			stands = append(stands, p.stand(a, held))
		}
	}
	if len(stands) == 0 {
		stands = append(stands, ui.NewWrapped("Nobody's position is known on this date.", ui.Muted))
	}
	p.add(col, block("Who stands where on "+words.Day(at), stands...))
	var parts []data.ID
	for _, other := range c.Issues.All() {
		if other.Parent == i.ID {
			parts = append(parts, other.ID)
		}
	}
	p.add(col, block("Parts of it", p.issuesOf(parts)...))
	p.add(col, block("History", p.history(ix.Positions(i.Ref()), false)...))
	if events := slices.Clone(ix.Events(i.Ref())); len(events) > 0 {
		slices.Reverse(events)
		p.add(col, block("Events", p.eventList(events)))
	}
	var docs []fyne.CanvasObject
	for _, d := range ix.Documents(i.Ref()) {
		docs = append(docs, p.documentLine(d, nil))
	}
	p.add(col, block("Sources", docs...))
	return col
}

// heldByMember reports whether what a person or body holds is listed with whom it
// belongs to already.
func (p *Pane) heldByMember(a *data.Actor, held []*data.Position) bool {
	if a.Kind != data.Person && a.Kind != data.Body {
		return false
	}
	ix := p.host.Session.Index()
	for _, m := range a.Memberships {
		above := ix.StandingOn(m.Of, held[0].Issue, p.asOf())
		if slices.Contains(above, held[0]) {
			return true
		}
	}
	return false
}

// stand is an actor with what it holds.
func (p *Pane) stand(a *data.Actor, held []*data.Position) fyne.CanvasObject {
	col := ui.Column(3)
	for i, x := range held {
		who := ""
		mark := fyne.CanvasObject(ui.Gap(10, 10))
		if i == 0 {
			who, mark = a.Name, dot(colors(p.host.Session.Case())[a.ID])
		}
		col.Add(ui.Row(8, 1, mark, ui.NewCut(who, ui.Strong), ui.NewStance(x.Stance)))
		text := words.Capital(x.Proposal)
		if x.Firmness == data.RedLine {
			text += " ◆ red line"
		}
		col.Add(ui.Pad(0, 0, 0, 18, ui.NewWrapped(text, ui.Muted)))
	}
	return out(ui.NewLine(a.Name, col, func() { p.selectRef(held[0].Ref()) }))
}
