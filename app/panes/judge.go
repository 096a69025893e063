package panes

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// pick is a list to choose from that makes a change at once.
func pick[T ~string](values []T, word func(T) string, now T, set func(T)) fyne.CanvasObject {
	var options []string
	for _, v := range values {
		options = append(options, word(v))
	}
	s := widget.NewSelect(options, nil)
	s.SetSelectedIndex(max(0, slices.Index(values, now)))
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i >= 0 && values[i] != now {
			set(values[i])
		}
	}
	return container.NewStack(s, ui.NewBox("", "inputBorder", 5))
}

// noteEntry is a note that is saved when one leaves it.
type noteEntry struct {
	widget.Entry
	pane *Pane
	was  string
	save func(string)
}

func (p *Pane) newNote(text string, save func(string)) *noteEntry {
	n := &noteEntry{pane: p, was: text, save: save}
	n.MultiLine, n.Wrapping = true, fyne.TextWrapWord
	n.ExtendBaseWidget(n)
	n.SetMinRowsVisible(3)
	n.SetPlaceHolder("What you make of it")
	n.SetText(text)
	return n
}

// AcceptsTab lets Tab leave the note.
func (n *noteEntry) AcceptsTab() bool { return false }

// FocusLost saves what was changed.
func (n *noteEntry) FocusLost() {
	n.Entry.FocusLost()
	if text := strings.TrimSpace(n.Text); text != n.was {
		n.was = text
		n.save(text)
	}
}

// TypedKey puts the old note back on Escape.
func (n *noteEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		n.SetText(n.was)
		ui.PassKey(n, k)
		return
	}
	n.Entry.TypedKey(k)
}

// grades are the Admiralty grades of an attribution, to be set in place.
func grades(a data.Attribution, set func(data.Attribution)) []fyne.CanvasObject {
	source := pick(append([]string{""}, words.SourceGrades()...), words.SourceGrade, a.Source, func(g string) {
		a.Source = g
		set(a)
	})
	information := pick(append([]string{""}, words.InformationGrades()...), words.InformationGrade, a.Credible, func(g string) {
		a.Credible = g
		set(a)
	})
	return []fyne.CanvasObject{judged("Source", source), judged("Information", information)}
}

func judged(name string, o fyne.CanvasObject) fyne.CanvasObject {
	return ui.Row(8, 1, ui.Sized(80, 0, ui.NewText(name, ui.Style{Size: 12.5, Color: ui.ColorMuted})), o)
}

// judgePosition is what the analyst says of a position.
func (p *Pane) judgePosition(x *data.Position) []fyne.CanvasObject {
	put := func(change func(*data.Position)) {
		now, ok := p.host.Session.Case().Positions.Get(x.ID)
		if !ok {
			return
		}
		next := *now
		change(&next)
		p.do(data.Change{Label: "Judge position “" + clip(x.Proposal, 40) + "”", Put: []data.Record{&next}})
	}
	var rows []fyne.CanvasObject
	issue, _ := p.host.Session.Case().Issues.Get(x.Issue)
	if issue != nil && issue.Scale != nil {
		rows = append(rows, p.score(x, issue.Scale, func(score *int) { put(func(n *data.Position) { n.Score = score }) }))
	}
	derived := p.host.Session.Index().MovementOf(x)
	rows = append(rows, judged("Movement", pick(append([]data.Movement{""}, data.Movements()...), func(m data.Movement) string {
		if m == "" {
			return "Derived: " + strings.ToLower(words.Movement(derived))
		}
		return words.Movement(m)
	}, x.Movement, func(m data.Movement) { put(func(n *data.Position) { n.Movement = m }) })))
	rows = append(rows, grades(x.Attribution, func(a data.Attribution) { put(func(n *data.Position) { n.Attribution = a }) })...)
	return append(rows, p.newNote(x.Note, func(text string) { put(func(n *data.Position) { n.Note = text }) }))
}

// score is a slider on the scale of the issue.
func (p *Pane) score(x *data.Position, scale *data.Scale, set func(*int)) fyne.CanvasObject {
	slider := widget.NewSlider(0, 100)
	value := ui.NewText("not scored", ui.Note)
	clear := ui.NewFlat("×", func() { set(nil) })
	if x.Score != nil {
		slider.Value = float64(*x.Score)
		value.Set(strconv.Itoa(*x.Score))
	} else {
		slider.Value = 50
		clear.Hide()
	}
	slider.OnChanged = func(v float64) { value.Set(strconv.Itoa(int(v))) }
	slider.OnChangeEnded = func(v float64) {
		if n := int(v); x.Score == nil || *x.Score != n {
			set(&n)
		}
	}
	ends := ui.Row(6, 0, ui.NewCut(scale.Low, ui.Note), ui.NewText(scale.High, ui.Note))
	return ui.Column(0, judged("Score", ui.Row(6, 0, slider, value, clear)), ui.Pad(0, 0, 0, 88, ends))
}

// judgeEvent is what the analyst says of an event.
func (p *Pane) judgeEvent(e *data.Event) []fyne.CanvasObject {
	put := func(change func(*data.Event)) {
		now, ok := p.host.Session.Case().Events.Get(e.ID)
		if !ok {
			return
		}
		next := *now
		change(&next)
		p.do(data.Change{Label: "Judge event “" + clip(e.Title, 40) + "”", Put: []data.Record{&next}})
	}
	rows := grades(e.Attribution, func(a data.Attribution) { put(func(n *data.Event) { n.Attribution = a }) })
	return append(rows, p.newNote(e.Note, func(text string) { put(func(n *data.Event) { n.Note = text }) }))
}
