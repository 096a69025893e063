package timelines

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/plot"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
)

// dateThem lists what has no date, with a field for one beside each.
func (s *Screen) dateThem() {
	refs := s.ses.Index().Undated()
	if len(refs) == 0 {
		return
	}
	const most = 200
	col := ui.Column(12)
	var first fyne.Focusable
	for _, ref := range refs[:min(len(refs), most)] {
		row, entry := s.undatedRow(ref)
		if col.Add(row); first == nil {
			first = entry
		}
	}
	if len(refs) > most {
		col.Add(ui.NewWrapped(fmt.Sprintf("and %d more, once these have dates.", len(refs)-most), ui.Note))
	}
	content := container.NewBorder(ui.Pad(0, 0, 10, 0, ui.NewWrapped("Write dates as you like: 15 Dec 2025, 14–15 Dec 2025, about Nov 2025, since 2022. Enter sets one.", ui.Note)),
		nil, nil, nil, container.NewVScroll(ui.Pad(0, 14, 0, 0, col)))
	ui.ShowDialog(s.host.Window, ui.DialogOptions{Title: "Waiting for a date", Content: ui.Sized(560, 380, content), Width: 560, First: first})
}

// undatedRow is an item with a field for its date.
func (s *Screen) undatedRow(ref data.Ref) (fyne.CanvasObject, fyne.Focusable) {
	note := ui.NewWrapped(quoteOf(s.ses.Case(), ref), ui.Note)
	entry := newDateEntry()
	show := func(text string, tone ui.Tone) {
		note.SetSpans(ui.Span{Text: text, Style: ui.Style{Size: 12, Color: ui.ColorMuted, Tone: tone}})
	}
	var button *ui.Button
	read := func() (edtf.Date, bool) {
		d, err := edtf.ParseHuman(entry.Text, edtf.OfInstant(s.ses.Now().Unix()), edtf.English())
		if err != nil {
			show(err.Error(), ui.Bad)
			return d, false
		}
		show("Understood as "+edtf.Format(d, edtf.Long, edtf.English()), ui.Neutral)
		return d, true
	}
	set := func() {
		d, ok := read()
		if !ok {
			return
		}
		if err := SetDate(s.ses, ref, d); err != nil {
			show(err.Error(), ui.Bad)
			return
		}
		show("On the timeline: "+edtf.Format(d, edtf.Long, edtf.English()), ui.Good)
		entry.Disable()
		button.Disable()
	}
	entry.OnChanged = func(text string) {
		if text != "" {
			read()
		}
	}
	entry.onEnter = set
	button = ui.NewButton("Set", set)
	return ui.Column(2,
		ui.Row(8, 0, ui.NewWrapped(plot.Line(s.ses.Case(), ref), ui.Plain), ui.Sized(170, 0, entry), button), note), entry
}

// SetDate gives an event its date, or a position the one from which it holds.
func SetDate(ses *session.Session, ref data.Ref, d edtf.Date) error {
	ch := data.Change{Label: "Set date"}
	switch ref.Kind {
	case data.KindEvent:
		old, ok := ses.Case().Events.Get(ref.ID)
		if !ok {
			return fmt.Errorf("the event is no longer in the case")
		}
		e := *old
		e.Date = d
		ch.Put = []data.Record{&e}
	case data.KindPosition:
		old, ok := ses.Case().Positions.Get(ref.ID)
		if !ok {
			return fmt.Errorf("the position is no longer in the case")
		}
		p := *old
		p.From = d
		ch.Put = []data.Record{&p}
	default:
		return fmt.Errorf("only events and positions have a date")
	}
	return ses.Do(ch)
}

// quoteOf is the sentence that an item rests on, which may hint at its date.
func quoteOf(c *data.Case, ref data.Ref) string {
	r, ok := c.Record(ref)
	if !ok {
		return ""
	}
	if all := data.PassagesOf(r); len(all) > 0 {
		return "“" + all[0].Quote + "”"
	}
	return "Entered by hand, without a source."
}

// dateEntry is a field of a dialog with an Enter of its own; Escape goes to the
// dialog.
type dateEntry struct {
	widget.Entry
	onEnter func()
}

func newDateEntry() *dateEntry {
	e := &dateEntry{}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder("Date")
	return e
}

// TypedKey sets the date with Enter.
func (e *dateEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.onEnter()
	case fyne.KeyEscape:
		ui.PassKey(e, k)
	default:
		e.Entry.TypedKey(k)
	}
}
