package review

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// articleHead is what stands above the text: the title, where it comes from, and
// the question for the publication date.
type articleHead struct {
	s      *Screen
	root   *fyne.Container
	title  *ui.Text
	meta   *ui.Text
	links  []fyne.CanvasObject
	banner *dateBanner
}

func newArticleHead(s *Screen) *articleHead {
	h := &articleHead{s: s, title: ui.NewWrapped("", ui.Style{Bold: true, Size: 22}), meta: ui.NewCut("", ui.Style{Size: 13, Color: ui.ColorMuted})}
	original, details := ui.NewLink("original file", s.saveOriginal), ui.NewLink("details", s.showDetails)
	h.links = []fyne.CanvasObject{linkOf("original file", original), linkOf("details", details)}
	h.banner = newDateBanner(s)
	line := container.New(inlineLayout{}, append([]fyne.CanvasObject{h.meta}, h.links...)...)
	h.root = ui.Column(8, h.title, line, h.banner.root)
	return h
}

// linkOf gives a link the width of its words.
func linkOf(text string, l *ui.Link) fyne.CanvasObject {
	return ui.Sized(ui.NewText(text, ui.Style{Size: 12}).FullWidth()+2, 0, l)
}

func (h *articleHead) refresh() {
	d, ok := h.s.ses.Case().Documents.Get(h.s.doc)
	if !ok {
		h.root.Hide()
		return
	}
	h.root.Show()
	setText(h.title, d.Title)
	setText(h.meta, h.about(d))
	h.banner.refresh(d)
	h.root.Refresh()
}

func setText(t *ui.Text, text string) {
	if t.String() != text {
		t.Set(text)
	}
}

// about is where a document comes from, in one line.
func (h *articleHead) about(d *data.Document) string {
	var parts []string
	for _, p := range []string{d.Publisher, d.Author} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if !d.Published.IsZero() {
		parts = append(parts, words.Date(d.Published))
	}
	parts = append(parts, "imported "+day(d.Imported, h.s.ses.Now()), words.Count(d.Words, "word"))
	return strings.Join(parts, " · ") + " · "
}

// day is the day of a moment, seen from now.
func day(t, now time.Time) string {
	t = t.In(now.Location())
	y, m, d := now.Date()
	midnight := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	switch {
	case t.IsZero():
		return "some time ago"
	case !t.Before(midnight):
		return "today"
	case !t.Before(midnight.AddDate(0, 0, -1)):
		return "yesterday"
	}
	return t.Format("2 Jan 2006")
}

// inlineLayout puts objects behind a text that is cut off where there is no room.
type inlineLayout struct{}

const inlineGap = 12

func (inlineLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(40, 0)
	for i, x := range o {
		m := x.MinSize()
		s.Height = max(s.Height, m.Height)
		if i > 0 {
			s.Width += m.Width + inlineGap
		}
	}
	return s
}

func (inlineLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	room := size.Width
	for _, x := range o[1:] {
		room -= x.MinSize().Width + inlineGap
	}
	w := min(o[0].(*ui.Text).FullWidth()+1, max(0, room))
	put := func(x fyne.CanvasObject, at, w float32) {
		h := x.MinSize().Height
		x.Move(fyne.NewPos(at, (size.Height-h)/2))
		x.Resize(fyne.NewSize(w, h))
	}
	put(o[0], 0, w)
	at := w + 2
	for _, x := range o[1:] {
		put(x, at, x.MinSize().Width)
		at += x.MinSize().Width + inlineGap
	}
}

// dateBanner asks for the publication date, and shows how the reading goes.
type dateBanner struct {
	s          *Screen
	root       *fyne.Container
	ask        *fyne.Container
	wait       *fyne.Container
	text       *ui.Text
	waiting    *ui.Text
	entry      *widget.Entry
	understood *ui.Text
	of         data.ID
}

func newDateBanner(s *Screen) *dateBanner {
	b := &dateBanner{s: s, text: ui.NewWrapped("", ui.Plain), waiting: ui.NewWrapped("", ui.Plain),
		entry: widget.NewEntry(), understood: ui.NewWrapped("", ui.Note)}
	b.entry.SetPlaceHolder("16 Dec 2025")
	b.entry.OnChanged = func(string) { b.typed() }
	b.entry.OnSubmitted = func(string) { b.use() }
	b.understood.Hide()
	b.ask = ui.Column(3, ui.Row(10, 0, b.text, ui.Sized(150, 0, b.entry), ui.NewPrimary("Use", b.use)), b.understood)
	b.wait = ui.Row(10, 0, b.waiting, ui.NewButton("Stop", s.stopReading))
	b.wait.Hide()
	b.root = container.NewStack(ui.NewBox(ui.ColorBanner, ui.ColorBannerBorder, 7), ui.Pad(8, 10, 8, 13, ui.Column(0, b.ask, b.wait)))
	b.root.Hide()
	return b
}

func (b *dateBanner) refresh(d *data.Document) {
	if b.of != d.ID {
		b.of = d.ID
		b.entry.SetText("")
	}
	reading := b.s.work.doc == d.ID
	if !reading && !d.Published.IsZero() {
		b.root.Hide()
		return
	}
	b.root.Show()
	if reading {
		b.ask.Hide()
		b.wait.Show()
		setText(b.waiting, "Reading it again with the date "+words.LongDate(b.s.work.date)+"…")
		return
	}
	b.wait.Hide()
	b.ask.Show()
	text := "This document has no publication date."
	if open := unplaced(b.s.dates); len(open) > 0 {
		text = "This document has no publication date, so “" + open[0].quote + "” can’t be placed."
	}
	setText(b.text, text)
}

// typed shows how the date is understood.
func (b *dateBanner) typed() {
	was := b.understood.Visible()
	if strings.TrimSpace(b.entry.Text) == "" {
		b.understood.Hide()
	} else {
		b.understood.Show()
		if d, err := b.s.understand(b.entry.Text); err != nil {
			b.understood.SetSpans(ui.Span{Text: words.Capital(err.Error()), Style: ui.Style{Size: 12, Tone: ui.Bad}})
		} else {
			b.understood.SetSpans(ui.Span{Text: "Understood: " + words.Understood(d), Style: ui.Note})
		}
	}
	if was || b.understood.Visible() {
		b.s.reader.wrap()
	}
}

func (b *dateBanner) use() {
	d, err := b.s.understand(b.entry.Text)
	if err != nil {
		b.typed()
		if strings.TrimSpace(b.entry.Text) == "" {
			b.s.host.Window.Canvas().Focus(b.entry)
		}
		return
	}
	b.s.host.Window.Canvas().Unfocus()
	doc, ok := b.s.ses.Case().Documents.Get(b.s.doc)
	if ok {
		edited := *doc
		edited.Published = d
		b.s.publish(&edited)
	}
}
