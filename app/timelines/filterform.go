package timelines

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
)

// filterForm asks for what the sidebar does not offer: kinds, dates, documents,
// and what is disputed or not reviewed.
type filterForm struct {
	s           *Screen
	f           session.Filter
	only        *ui.Segmented
	disputed    *ui.Tick
	unreviewed  *ui.Tick
	from, until *ui.Field
	content     fyne.CanvasObject
}

// kindsOf are the choices of the first line.
func kindsOf() []data.Kind { return []data.Kind{"", data.KindEvent, data.KindPosition} }

func newFilterForm(s *Screen) *filterForm {
	f := &filterForm{s: s, f: s.ses.Filter.Get()}
	f.only = ui.NewSegmented([]string{"Events and positions", "Events", "Positions"}, func(i int) { f.f.Only = kindsOf()[i] })
	for i, k := range kindsOf() {
		if k == f.f.Only {
			f.only.SetSelected(i)
		}
	}
	f.disputed = ui.NewTick("Only what is disputed", f.f.Disputed, func(on bool) { f.f.Disputed = on })
	f.unreviewed = ui.NewTick("Only what nobody has reviewed", f.f.New, func(on bool) { f.f.New = on })
	f.from, f.until = dateField(f.f.From, "the start"), dateField(f.f.Until, "the end")
	kinds := ui.Column(8, ui.Row(0, -1, f.only),
		ticked(f.disputed, "Only what is disputed", "sources contradict each other"),
		ticked(f.unreviewed, "Only what is unreviewed", "no analyst has graded or scored it"))
	dates := ui.Row(8, -1, ui.NewText("From", ui.Plain), ui.Sized(150, 0, f.from), ui.NewText("until", ui.Plain), ui.Sized(150, 0, f.until))
	f.content = ui.Column(16, kinds, dates, f.types(), f.documents())
	return f
}

func dateField(d edtf.Date, hint string) *ui.Field {
	text := ""
	if !d.IsZero() {
		text = words.LongDate(d)
	}
	field := ui.NewField(text)
	field.SetPlaceHolder(hint)
	return field
}

// ticked is a box with its label, which can be pressed as well.
func ticked(t *ui.Tick, label, note string) fyne.CanvasObject {
	return ui.Row(8, -1, t, newPressText(ui.NewSpans(ui.OneLine, ui.Span{Text: label}, ui.Span{Text: "  " + note, Style: ui.Note}), t.OnTap))
}

// pressText is the text beside a box: a click on it is one on the box.
type pressText struct {
	widget.BaseWidget
	text *ui.Text
	do   func()
}

func newPressText(text *ui.Text, do func()) *pressText {
	p := &pressText{text: text, do: do}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer shows the text.
func (p *pressText) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.text) }

// Tapped presses the box.
func (p *pressText) Tapped(*fyne.PointEvent) { p.do() }

// types lists the types of events that the case has.
func (f *filterForm) types() fyne.CanvasObject {
	counts := map[data.EventType]int{}
	for _, e := range f.s.ses.Case().Events.All() {
		counts[e.Type]++
	}
	var ticks []*ui.Tick
	var types []data.EventType
	grid := container.NewGridWithColumns(2)
	for _, k := range data.EventTypes() {
		if counts[k] == 0 && !f.f.Types[k] {
			continue
		}
		t := ui.NewTick(words.EventType(k), !f.f.Types[k], func(on bool) { f.f = f.f.WithTypes(!on, k) })
		ticks, types = append(ticks, t), append(types, k)
		grid.Add(ticked(t, words.EventType(k), fmt.Sprint(counts[k])))
	}
	if len(types) == 0 {
		return ui.Gap(0, 0)
	}
	all := func(on bool) {
		f.f = f.f.WithTypes(!on, types...)
		for _, t := range ticks {
			t.Set(on)
		}
	}
	return ui.Column(6, heading("Types of events", all), grid)
}

// heading is a section whose boxes can be ticked and cleared together.
func heading(title string, all func(on bool)) fyne.CanvasObject {
	return ui.Row(10, 1, ui.Section(title), ui.Gap(0, 0),
		ui.Sized(22, 0, ui.NewLink("All", func() { all(true) })), ui.Sized(36, 0, ui.NewLink("None", func() { all(false) })))
}

// documents lists the documents of the case. Rows are made for what is seen.
func (f *filterForm) documents() fyne.CanvasObject {
	docs := f.s.ses.Case().Documents.All()
	if len(docs) == 0 {
		return ui.Gap(0, 0)
	}
	ids := []data.ID{""} // what no document tells
	names := []string{"Entered by hand, without a document"}
	for _, d := range docs {
		ids, names = append(ids, d.ID), append(names, d.Title)
	}
	list := widget.NewList(func() int { return len(ids) },
		func() fyne.CanvasObject {
			return ui.Row(8, 1, ui.NewTick("", true, nil), newPressText(ui.NewCut("", ui.Plain), nil))
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			row := o.(*fyne.Container)
			t := row.Objects[0].(*ui.Tick)
			t.Label = names[i]
			t.OnTap = func() {
				f.f = f.f.WithDocuments(t.On, ids[i])
				t.Set(!t.On)
			}
			t.Set(!f.f.Documents[ids[i]])
			name := row.Objects[1].(*pressText)
			name.do = t.OnTap
			name.text.Set(names[i])
		})
	list.HideSeparators = true
	all := func(on bool) {
		f.f = f.f.WithDocuments(!on, ids...)
		list.Refresh()
	}
	rows := min(len(ids), 5)
	return ui.Column(6, heading("Documents", all), ui.Sized(0, float32(rows)*25+2, list))
}

// read is the filter that the form asks for, or what is wrong in it.
func (f *filterForm) read() (session.Filter, error) {
	out := f.f
	var err error
	if out.From, err = f.date(f.from.Text); err != nil {
		return out, fmt.Errorf("the first date: %w", err)
	}
	if out.Until, err = f.date(f.until.Text); err != nil {
		return out, fmt.Errorf("the last date: %w", err)
	}
	return out, out.Validate()
}

func (f *filterForm) date(text string) (edtf.Date, error) {
	if text == "" {
		return edtf.Date{}, nil
	}
	return edtf.ParseHuman(text, edtf.OfInstant(f.s.ses.Now().Unix()), edtf.English())
}

// askFilter shows the form.
func (s *Screen) askFilter() {
	form := newFilterForm(s)
	var d *ui.Dialog
	d = ui.ShowDialog(s.host.Window, ui.DialogOptions{Title: "Filter", Content: form.content, Width: 520, Confirm: "Show",
		OnConfirm: func() {
			f, err := form.read()
			if err != nil {
				d.Fault(words.Sentence(err))
				return
			}
			d.Close()
			s.ses.Filter.Set(f)
		}, First: form.only})
}
