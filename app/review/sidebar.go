package review

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"demarche/app/ui"
	"demarche/data"
)

// sidebar lists the documents and says how to add one.
type sidebar struct {
	s      *Screen
	root   fyne.CanvasObject
	list   *fyne.Container
	scroll *container.Scroll
	shown  string // what the list says, to leave it alone while it is the same
}

func newSidebar(s *Screen) *sidebar {
	b := &sidebar{s: s, list: ui.Column(1)}
	b.scroll = container.NewVScroll(b.list)
	drop := newDropCard(s.host.Desk.Import)
	foot := ui.Column(8, ui.Section("Import"), drop)
	b.root = ui.Pad(14, 12, 12, 12, container.NewBorder(
		ui.Pad(0, 0, 6, 0, ui.Section("Documents")), nil, nil, nil,
		container.New(stackLayout{}, b.scroll, foot)))
	return b
}

// openByDocument counts the suggestions that wait.
func openByDocument(c *data.Case) map[data.ID]int {
	n := map[data.ID]int{}
	for _, s := range c.Suggestions.All() {
		if s.State == data.Open {
			n[s.Document]++
		}
	}
	return n
}

// refresh shows the documents, in the order of their import. It waits until the
// screen is in front: a large case has thousands of them.
func (b *sidebar) refresh() {
	if !b.s.front {
		return
	}
	c := b.s.ses.Case()
	left, total := openByDocument(c), map[data.ID]int{}
	for _, s := range c.Suggestions.All() {
		total[s.Document]++
	}
	said := string(b.s.doc)
	for _, d := range c.Documents.All() {
		said += fmt.Sprintf("\n%s %d %d %v", d.Title, left[d.ID], total[d.ID], d.Published)
	}
	if said == b.shown {
		return
	}
	b.shown = said
	rows := make([]fyne.CanvasObject, 0, c.Documents.Len())
	for _, d := range c.Documents.All() {
		note := ""
		switch {
		case left[d.ID] > 0:
			note = fmt.Sprintf("%d left", left[d.ID])
		case total[d.ID] > 0:
			note = "✓"
		}
		it := ui.NewItem(ui.ItemOptions{Label: d.Title, Note: note}, func() { b.s.OpenDocument(d.ID) })
		it.SetSelected(d.ID == b.s.doc)
		rows = append(rows, it)
	}
	b.list.Objects = rows // at once, since each Add lays all of them out
	b.list.Refresh()
	b.scroll.Refresh()
	b.scroll.Resize(b.scroll.Size())
	if o, ok := b.root.(*fyne.Container); ok {
		o.Refresh()
	}
}

// stepDocument opens the next or the previous document.
func (s *Screen) stepDocument(n int) {
	all := s.ses.Case().Documents.All()
	i := slices.IndexFunc(all, func(d *data.Document) bool { return d.ID == s.doc })
	if i >= 0 && i+n >= 0 && i+n < len(all) {
		s.open(all[i+n].ID)
	}
}

// stackLayout gives a list the height that it needs, up to what the card below it
// leaves, and puts the card right under it.
type stackLayout struct{}

const stackGap = 16

func (stackLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	foot := o[1].MinSize()
	return fyne.NewSize(max(100, foot.Width), foot.Height+60)
}

func (stackLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[1].Resize(fyne.NewSize(size.Width, o[1].MinSize().Height))
	foot := o[1].MinSize().Height
	wish := size.Height
	if s, ok := o[0].(*container.Scroll); ok {
		wish = s.Content.MinSize().Height
	}
	room := max(40, min(wish, size.Height-foot-stackGap))
	o[0].Resize(fyne.NewSize(size.Width, room))
	o[1].Move(fyne.NewPos(0, room+stackGap))
	o[1].Resize(fyne.NewSize(size.Width, foot))
}

// dropCard says what can be dropped; a press asks for files.
type dropCard struct {
	ui.Pressable
	text fyne.CanvasObject
}

func newDropCard(onTap func()) *dropCard {
	line := func(text string) fyne.CanvasObject {
		return ui.NewWrapped(text, ui.Style{Size: 12.5, Color: ui.ColorMuted}).Aligned(fyne.TextAlignCenter)
	}
	c := &dropCard{text: ui.Column(2, line("Drop files here"), line("txt · md · html · pdf · docx · eml"), line("or paste text (Ctrl+V)"))}
	c.OnTap, c.Label = onTap, "Import documents"
	c.Init(c)
	return c
}

// Cursor is a hand.
func (c *dropCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws a dashed frame.
func (c *dropCard) CreateRenderer() fyne.WidgetRenderer {
	return &dropRenderer{card: c, back: ui.NewBox(ui.ColorCard, "", 6)}
}

type dropRenderer struct {
	card    *dropCard
	back    *ui.Box
	dashes  []fyne.CanvasObject
	objects []fyne.CanvasObject
}

const dropPad, dash = 26, 4

func (r *dropRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, r.card.text.MinSize().Height+2*dropPad)
}

func (r *dropRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.card.text.Move(fyne.NewPos(8, dropPad))
	r.card.text.Resize(fyne.NewSize(size.Width-16, r.card.text.MinSize().Height))
	r.dashes = nil
	add := func(x, y, w, h float32) {
		b := ui.NewBox(ui.ColorControl, "", 0)
		b.Move(fyne.NewPos(x, y))
		b.Resize(fyne.NewSize(w, h))
		r.dashes = append(r.dashes, b)
	}
	for x := float32(6); x < size.Width-6; x += 2 * dash {
		w := min(dash, size.Width-6-x)
		add(x, 0, w, 1)
		add(x, size.Height-1, w, 1)
	}
	for y := float32(6); y < size.Height-6; y += 2 * dash {
		h := min(dash, size.Height-6-y)
		add(0, y, 1, h)
		add(size.Width-1, y, 1, h)
	}
}

func (r *dropRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
	r.Layout(r.card.Size())
}

func (r *dropRenderer) Objects() []fyne.CanvasObject {
	r.objects = append(append(r.objects[:0:0], r.back, r.card.text), r.dashes...)
	return r.objects
}

func (r *dropRenderer) Destroy() {}
