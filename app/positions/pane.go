package positions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
)

// cellPane is the pane at the right: what an actor said on an issue.
func (s *Screen) cellPane() fyne.CanvasObject {
	if s.chosen == (place{}) {
		if s.host.Detail != nil && s.host.Session.Selected.Get() != (data.Ref{}) {
			return s.host.Detail
		}
		return ui.Pad(40, 16, 16, 16, ui.Column(6,
			ui.NewWrapped("Nothing is selected", ui.Sub).Aligned(fyne.TextAlignCenter),
			ui.NewWrapped("Select a cell to see every statement behind it.", ui.Muted).Aligned(fyne.TextAlignCenter)))
	}
	c := s.host.Session.Case()
	a, _ := c.Actors.Get(s.chosen.actor)
	if a == nil {
		return ui.Gap(1, 1)
	}
	list := s.all.Statements(s.chosen.actor, s.chosen.issue)
	title := a.Name
	if issue := data.IssuePath(c, s.chosen.issue); issue != "" {
		title += " on " + issue
	}
	note := "No statement yet"
	if len(list) > 0 {
		note = words.Count(len(list), "statement")
		if len(list) > 1 {
			note += ", oldest first"
		}
	}
	col := ui.Column(8, ui.NewWrapped(title, ui.Sub), ui.NewWrapped(note, ui.Muted))
	held := s.board.Cell(s.chosen.actor, s.chosen.issue, s.host.Session.AsOf.Get())
	for _, p := range list {
		col.Add(s.statement(a, p, len(held) > 0 && held[0] == p))
	}
	col.Add(ui.Row(8, -1, ui.NewButton("Add a position…", func() {
		s.host.Desk.NewPosition(data.Position{Actor: a.ID, Issue: s.chosen.issue, From: edtf.OfInstant(s.host.Session.AsOf.Get())})
	})))
	return container.NewVScroll(ui.Pad(14, 14, 18, 16, col))
}

// statement is the card of one position.
func (s *Screen) statement(a *data.Actor, p *data.Position, current bool) fyne.CanvasObject {
	c := s.host.Session.Case()
	ref := p.Ref()
	head := []fyne.CanvasObject{ui.NewWrapped(words.Date(p.From), ui.Strong), ui.NewStance(p.Stance)}
	if m := words.MovementMark(s.all.Index().MovementOf(p)); m != "" {
		head = append(head, ui.NewText(m, ui.Note))
	}
	text := words.Capital(p.Proposal)
	if c := p.Proviso(); c != "" {
		text += "; " + c
	}
	col := ui.Column(3, ui.TopRow(6, 0, head...), ui.NewWrapped(text, ui.Muted))
	said := words.Said(p.Attribution)
	if who, ok := c.Actors.Get(p.Actor); ok && who.ID != a.ID && p.Attribution.Speaker == "" {
		said = who.Name
	}
	if p.Firmness == data.RedLine {
		said = "◆ red line" + map[bool]string{true: " · "}[said != ""] + said
	}
	if said != "" {
		col.Add(ui.NewWrapped(said, ui.Note))
	}
	for i, at := range p.Passages {
		if i == 2 {
			col.Add(ui.NewText(words.Count(len(p.Passages)-i, "more passage"), ui.Faint))
			break
		}
		col.Add(ui.Quote("“" + at.Quote + "”"))
		col.Add(ui.NewLink(s.cites.Passage(c, at)+" ›", func() { s.host.Desk.OpenPassage(at) }))
	}
	if s.host.Session.Selected.Get() == ref {
		col.Add(ui.Row(2, -1, ui.NewFlat("Edit", func() { s.host.Desk.Edit(ref) }), ui.NewFlat("Remove", func() { s.host.Desk.Remove(ref) })))
	}
	card := ui.NewCard(col, func() { s.host.Session.Selected.Set(ref) })
	card.SetSelected(current)
	return card
}
