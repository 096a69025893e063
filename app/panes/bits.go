package panes

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"demarche/app/cite"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/timeline"
)

// out sets a row out by its padding, so that its text stands in line with others.
func out(o fyne.CanvasObject) fyne.CanvasObject { return ui.Pad(0, -5, 0, -5, o) }

// colors are those of the actors in the theme that is in force.
func colors(c *data.Case) map[data.ID]color.NRGBA {
	theme := timeline.Light()
	if ui.IsDark() {
		theme = timeline.Dark()
	}
	return timeline.ActorColors(c, theme)
}

func dot(c color.Color) fyne.CanvasObject { return ui.Sized(10, 10, canvas.NewCircle(c)) }

// head is the name of a record and what it is, with Edit and a menu.
func (p *Pane) head(mark fyne.CanvasObject, name, note string, ref data.Ref, menu ...*fyne.MenuItem) fyne.CanvasObject {
	var more *ui.Button
	menu = append(menu, fyne.NewMenuItem("Move to the trash", func() { p.host.Desk.Remove(ref) }))
	more = ui.NewFlat("⋯", func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more).AddXY(0, more.Size().Height)
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", menu...), p.host.Window.Canvas(), at)
	})
	more.Label = "⋯"
	edit := ui.NewFlat("Edit", func() { p.host.Desk.Edit(ref) })
	text := ui.Column(1, ui.NewWrapped(name, ui.Sub), ui.NewWrapped(note, ui.Muted))
	if mark == nil {
		return ui.TopRow(4, 0, text, edit, more)
	}
	return ui.TopRow(10, 1, mark, text, ui.Row(0, -1, edit, more))
}

// source is a link to a passage.
func (p *Pane) source(at data.Passage) fyne.CanvasObject {
	return ui.NewLink(p.cites.Passage(p.host.Session.Case(), at)+" ›", func() { p.host.Desk.OpenPassage(at) })
}

// quotes are passages with their links, up to a number.
func (p *Pane) quotes(all []data.Passage, most int) []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for i, at := range all {
		if i == most {
			list = append(list, ui.NewText(words.Count(len(all)-most, "more passage"), ui.Faint))
			break
		}
		list = append(list, ui.Quote("“"+clip(at.Quote, 320)+"”"), p.source(at))
	}
	return list
}

func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// actorLine is an actor in a list.
func (p *Pane) actorLine(a *data.Actor, note string) fyne.CanvasObject {
	c := colors(p.host.Session.Case())[a.ID]
	spans := []ui.Span{{Text: a.Name, Style: ui.Plain}}
	if note != "" {
		spans = append(spans, ui.Span{Text: "  " + note, Style: ui.Note})
	}
	return out(ui.NewLine(a.Name, ui.TopRow(8, 1, ui.Pad(5, 0, 0, 0, dot(c)), ui.NewSpans(ui.Wrap, spans...)),
		func() { p.selectRef(a.Ref()) }))
}

const dateWidth = 82

// eventLine is an event in a list: its date and its title.
func (p *Pane) eventLine(e *data.Event) fyne.CanvasObject {
	return out(ui.NewLine(e.Title, ui.TopRow(8, 1,
		ui.Sized(dateWidth, 0, ui.NewWrapped(words.ShortDate(e.Date, p.asOf()), ui.Muted)), ui.NewWrapped(e.Title, ui.Plain)),
		func() { p.selectRef(e.Ref()) }))
}

// positionLine is a position in a list, with what it is about.
func (p *Pane) positionLine(x *data.Position, about string) fyne.CanvasObject {
	ix := p.host.Session.Index()
	from := words.Date(x.From)
	if x.From.Interval && !x.From.Start.Known() { // "until 16 Dec" would read as its end
		from = words.Since(x.From)
	}
	head := []fyne.CanvasObject{ui.NewCut(from, ui.Muted)}
	if m := words.MovementMark(ix.MovementOf(x)); m != "" {
		head = append(head, ui.NewText(m, ui.Note))
	}
	head = append(head, ui.NewStance(x.Stance))
	col := ui.Column(1, ui.Row(6, 0, head...))
	spans := []ui.Span{{Text: words.Capital(x.Proposal), Style: ui.Plain}}
	if about != "" {
		spans = append([]ui.Span{{Text: about + "  ", Style: ui.Strong}}, spans...)
	}
	col.Add(ui.NewSpans(ui.Wrap, spans...))
	return out(ui.NewLine(x.Proposal, col, func() { p.selectRef(x.Ref()) }))
}

// documentLine is a document in a list.
func (p *Pane) documentLine(d *data.Document, passages []data.Passage) fyne.CanvasObject {
	note := cite.Document(d)
	if d.Publisher != "" {
		note = d.Publisher + " · " + note
	}
	col := ui.Column(2, ui.NewWrapped(d.Title, ui.Plain), ui.NewWrapped(note, ui.Note))
	box := ui.Column(2, out(ui.NewLine(d.Title, col, func() { p.host.Desk.OpenDocument(d.ID) })))
	for i, at := range passages {
		if at.Document == d.ID && i < 40 {
			box.Add(p.source(at))
		}
	}
	return box
}

// block is a heading with what stands under it; nothing without content.
func block(title string, content ...fyne.CanvasObject) []fyne.CanvasObject {
	if len(content) == 0 {
		return nil
	}
	return []fyne.CanvasObject{ui.Gap(1, 6), ui.Section(title), ui.Column(4, content...)}
}
