package forms

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/ui"
)

const labelWidth = 108

// line is one field of a form: its name at the left, the field, and below it a
// hint, or in red what is wrong with it.
type line struct {
	sheet   *sheet
	section *section
	field   string // as data.FieldError names it
	focus   fyne.Focusable
	raw     func() string // what was entered
	hint    string
	tail    *ui.Text
	box     *fyne.Container
}

// line makes a field and lists it; the caller lays its box out.
func (s *sheet) newLine(label, field string, control fyne.CanvasObject, focus fyne.Focusable, raw func() string) *line {
	l := &line{sheet: s, field: field, focus: focus, raw: raw, tail: ui.NewWrapped("", ui.Note)}
	l.tail.Hide()
	l.box = container.New(lineLayout{}, ui.NewWrapped(label, ui.Style{Size: 12.5, Color: ui.ColorMuted}), control, l.tail)
	s.lines = append(s.lines, l)
	return l
}

// setHint is what stands below the field while nothing is wrong with it.
func (l *line) setHint(text string) *line {
	l.hint = text
	l.put(text, ui.Note)
	return l
}

// setFault shows what is wrong; "" brings the hint back.
func (l *line) setFault(text string) {
	if text == "" {
		l.put(l.hint, ui.Note)
		return
	}
	l.put(text, ui.Style{Size: 12, Tone: ui.Bad})
}

// put shows a text below the field, and has the form laid out again where the
// text takes another number of lines.
func (l *line) put(text string, style ui.Style) {
	before, was := l.tail.MinSize().Height, l.tail.Visible()
	l.tail.SetSpans(ui.Span{Text: text, Style: style})
	if text == "" {
		l.tail.Hide()
	} else {
		l.tail.Show()
	}
	if was != l.tail.Visible() || was && before != l.tail.MinSize().Height {
		l.sheet.relayout()
	}
}

// lineLayout lays out label, field and the text below it.
type lineLayout struct{}

const labelTop = 5 // so that the label stands on the line of a field's text

func (lineLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[1].MinSize()
	h := max(m.Height, o[0].MinSize().Height+labelTop)
	if o[2].Visible() {
		h += o[2].MinSize().Height + 1
	}
	return fyne.NewSize(labelWidth+m.Width, h)
}

func (lineLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, labelTop))
	o[0].Resize(fyne.NewSize(labelWidth-10, o[0].MinSize().Height))
	width := size.Width - labelWidth
	o[1].Resize(fyne.NewSize(width, o[1].Size().Height))
	h := o[1].MinSize().Height
	o[1].Move(fyne.NewPos(labelWidth, 0))
	o[1].Resize(fyne.NewSize(width, h))
	o[2].Move(fyne.NewPos(labelWidth, h+1))
	o[2].Resize(fyne.NewSize(width, o[2].MinSize().Height))
}

// halves puts two fields beside each other.
func halves(a, b fyne.CanvasObject) fyne.CanvasObject { return container.New(halvesLayout{}, a, b) }

type halvesLayout struct{}

const halvesGap = 18

func (halvesLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(2*max(a.Width, b.Width)+halvesGap, max(a.Height, b.Height))
}

func (halvesLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - halvesGap) / 2
	for i, one := range o {
		one.Move(fyne.NewPos(float32(i)*(w+halvesGap), 0))
		one.Resize(fyne.NewSize(w, size.Height))
	}
}

// section is a part of a form that opens and closes.
type section struct {
	sheet *sheet
	title string
	head  *ui.Item
	body  *fyne.Container
	box   *fyne.Container
}

// section makes a part with fields that are not often needed. note says in short
// what is in it.
func (s *sheet) newSection(title, note string, lines ...*line) *section {
	sec := &section{sheet: s, title: title, body: ui.Column(7)}
	for _, l := range lines {
		l.section = sec
	}
	sec.head = ui.NewItem(ui.ItemOptions{Label: "▸  " + title, Note: note}, func() { sec.open(!sec.body.Visible()) })
	sec.body.Hide()
	sec.box = ui.Column(4, sec.head, sec.body)
	return sec
}

func (sec *section) open(on bool) {
	if sec.body.Visible() == on {
		return
	}
	if on {
		sec.head.Label = "▾  " + sec.title
		sec.body.Show()
	} else {
		sec.head.Label = "▸  " + sec.title
		sec.body.Hide()
	}
	sec.head.Refresh()
	sec.sheet.fit()
}
