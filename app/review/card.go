package review

import (
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// cardActions is what the buttons of a card do.
type cardActions struct {
	accept, edit, reject, reopen, merge, timeline func()
}

// small is a card that is not looked at: what it is and one line.
func small(c *data.Case, s *data.Suggestion) fyne.CanvasObject {
	return ui.Column(5, head(s), ui.NewCut(summary(c, s), lineStyle(s)))
}

func lineStyle(s *data.Suggestion) ui.Style {
	if s.State != data.Open {
		return ui.Style{Color: ui.ColorFaint}
	}
	return ui.Plain
}

// head is the pill and, at the right, how sure it is or what was decided.
func head(s *data.Suggestion) fyne.CanvasObject {
	tone := toneOf(s)
	note := ui.NewText(confidenceWord(s.Confidence), ui.Note)
	switch s.State {
	case data.Accepted:
		note = ui.NewText("✓ accepted", ui.Style{Size: 12, Tone: ui.Good})
	case data.Rejected:
		tone = ui.Neutral
		note = ui.NewText("× rejected", ui.Style{Size: 12, Color: ui.ColorFaint})
	}
	return ui.Row(8, 1, ui.NewPill(kindWord(s), tone), ui.Gap(1, 1), note)
}

// large is the card that is looked at, with every fact and the buttons.
func large(c *data.Case, s *data.Suggestion, dated string, same *data.Event, do cardActions) fyne.CanvasObject {
	col := ui.Column(4, head(s), ui.Gap(1, 1))
	facts := eventFacts
	if s.Position != nil {
		facts = positionFacts
	}
	for _, f := range facts(c, s, dated) {
		col.Add(ui.Fact(f.name, ui.NewSpans(ui.Wrap, f.spans...)))
	}
	if s.Why != "" {
		col.Add(ui.Fact("Why", ui.NewWrapped(s.Why, ui.Style{Size: 12, Color: ui.ColorMuted})))
	}
	if same != nil && s.State == data.Open {
		col.Add(ui.Gap(1, 1))
		text := "The case has “" + same.Title + "” (" + words.Date(same.Date) + "). Is it the same?"
		col.Add(ui.Banner(text, ui.NewKeyed("Merge", "M", false, do.merge)))
	}
	col.Add(ui.Gap(1, 3))
	col.Add(buttons(s, do))
	return col
}

func buttons(s *data.Suggestion, do cardActions) fyne.CanvasObject {
	switch s.State {
	case data.Accepted:
		return ui.Row(8, -1, ui.NewButton("See it on the timeline", do.timeline), ui.NewKeyed("Edit", "E", false, do.edit), ui.NewKeyed("Take back", "R", false, do.reopen))
	case data.Rejected:
		return ui.Row(8, -1, ui.NewKeyed("Accept", "A", false, do.accept), ui.NewKeyed("Take back", "R", false, do.reopen))
	}
	return ui.Row(8, -1, ui.NewKeyed("Accept", "A", true, do.accept), ui.NewKeyed("Edit", "E", false, do.edit), ui.NewKeyed("Reject", "X", false, do.reject))
}

// fact is a line of the large card.
type fact struct {
	name  string
	spans []ui.Span
}

var (
	factStyle = ui.Style{Size: 12.5}
	noteStyle = ui.Style{Size: 12.5, Color: ui.ColorMuted}
)

func plainFact(name, text string) fact { return fact{name, []ui.Span{{Text: text, Style: factStyle}}} }

func positionFacts(c *data.Case, s *data.Suggestion, dated string) []fact {
	p := s.Position
	name, via := holder(c, s)
	actor := plainFact("Actor", name)
	if via != "" {
		actor.spans = append(actor.spans, ui.Span{Text: " (via " + via + ")", Style: noteStyle})
	}
	all := []fact{actor}
	if s.Issue != "" {
		all = append(all, plainFact("Issue", s.Issue))
	}
	all = append(all, plainFact("Stance", words.Capital(stanceWord(p.Stance))+": "+lowerFirst(p.Proposal)))
	if p.Condition != "" {
		all = append(all, plainFact("Condition", p.Condition))
	}
	if p.Firmness != "" {
		all = append(all, plainFact("Firmness", words.Firmness(p.Firmness)))
	}
	all = append(all, dateFact("From", p.From.IsZero(), when(p.From), dated))
	return append(all, plainFact("Source", source(p.Attribution)))
}

func eventFacts(c *data.Case, s *data.Suggestion, dated string) []fact {
	e := s.Event
	all := []fact{plainFact("What", e.Title)}
	if len(e.Actors) > 0 {
		names := make([]string, len(e.Actors))
		for i, key := range e.Actors {
			names[i] = actorName(c, s, key)
		}
		all = append(all, plainFact("Who", strings.Join(names, ", ")))
	}
	if e.Place != "" {
		all = append(all, plainFact("Where", e.Place))
	}
	all = append(all, dateFact("When", e.Date.IsZero(), when(e.Date), dated))
	if e.Status != data.Happened && e.Status != "" {
		all = append(all, plainFact("Status", words.EventStatus(e.Status)))
	}
	if s.Issue != "" {
		all = append(all, plainFact("Issue", s.Issue))
	}
	if e.Attribution != (data.Attribution{}) {
		all = append(all, plainFact("Source", source(e.Attribution)))
	}
	return all
}

// dateFact is a date with the source's own words for it.
func dateFact(name string, undated bool, value, dated string) fact {
	f := plainFact(name, value)
	if undated {
		f.spans[0].Style = noteStyle
	}
	if dated != "" {
		f.spans = append(f.spans, ui.Span{Text: "  " + dated, Style: noteStyle})
	}
	return f
}
