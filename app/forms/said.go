package forms

import (
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// saidBy is the part of a form that says whose word a statement is.
type saidBy struct {
	speaker, outlet     textLine
	named               tickLine
	relation            choiceLine[data.Relation]
	source, information choiceLine[string]
	section             *section
}

func (s *sheet) saidBy(a data.Attribution) *saidBy {
	w := &saidBy{
		speaker:     s.text("Speaker", "speaker", a.Speaker, "In the source's words: two US officials", 1),
		named:       s.tick("", "named", "The source gives the speaker's name", a.Named),
		relation:    choose(s, "The speaker is", "relation", append([]data.Relation{""}, data.Relations()...), words.Relation, a.Relation),
		outlet:      s.text("Outlet", "outlet", a.Outlet, "Who published it first, if another outlet", 1),
		source:      choose(s, "Source", "source", append([]string{""}, words.SourceGrades()...), words.SourceGrade, a.Source),
		information: choose(s, "Information", "credibility", append([]string{""}, words.InformationGrades()...), words.InformationGrade, a.Credible),
	}
	w.information.setHint("Admiralty grades: how reliable the source is, and how well the information is confirmed.")
	w.section = s.newSection("Who says so", attributionNote(a),
		w.speaker.line, w.named.line, w.relation.line, w.outlet.line, w.source.line, w.information.line)
	body := w.section.body
	body.Add(w.speaker.box)
	body.Add(w.named.box)
	body.Add(w.relation.box)
	body.Add(w.outlet.box)
	body.Add(w.source.box)
	body.Add(w.information.box)
	return w
}

func attributionNote(a data.Attribution) string {
	var parts []string
	if a.Speaker != "" {
		parts = append(parts, a.Speaker)
	}
	return strings.Join(append(parts, words.Grade(a)), " · ")
}

func (w *saidBy) value() data.Attribution {
	return data.Attribution{
		Speaker: w.speaker.value(), Named: w.named.tick.On, Relation: w.relation.value(), Outlet: w.outlet.value(),
		Source: w.source.value(), Credible: w.information.value(),
	}
}

// passageList shows the passages that a record rests on; each can be taken away.
type passageList struct {
	*line
	all []data.Passage
	col *fyne.Container
}

func (s *sheet) passageList(all []data.Passage) *passageList {
	p := &passageList{all: all, col: ui.Column(6)}
	p.line = s.newLine("Quote", "passages", ui.Pad(7, 0, 4, 0, p.col), nil, func() string { return strings.Repeat("q", len(p.all)) })
	p.layOut()
	return p
}

func (p *passageList) layOut() {
	p.col.Objects = nil
	c := p.sheet.host.Session.Case()
	for i, one := range p.all {
		title := ""
		if d, ok := c.Documents.Get(one.Document); ok {
			title = d.Title
			if !d.Published.IsZero() {
				title += ", " + words.Date(d.Published)
			}
		}
		drop := ui.NewFlat("×", func() {
			p.all = append(append([]data.Passage{}, p.all[:i]...), p.all[i+1:]...)
			p.layOut()
			p.sheet.relayout()
		})
		quote := ui.Column(1, ui.Quote("“"+one.Quote+"”"), ui.Pad(0, 0, 0, 12, ui.NewCut(title, ui.Faint)))
		p.col.Add(ui.TopRow(6, 0, quote, drop))
	}
	if len(p.all) == 0 {
		p.col.Add(ui.NewWrapped("None. Select a passage in a document and press V or P to start from it.", ui.Faint))
	}
	p.col.Refresh()
}
