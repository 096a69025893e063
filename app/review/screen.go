// Package review is the Documents screen: the documents of a case, the one that
// is read with its passages in colour, and what was found in it, to be accepted,
// edited or rejected.
package review

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/review/flow"
	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/timeline/typeface"
)

// Screen is the Documents screen.
type Screen struct {
	host  screen.Host
	ses   *session.Session
	doc   data.ID // "" where the case has no document
	queue queue
	dates []dateWord
	work  reading

	reader *reader
	head   *articleHead
	side   *sidebar
	list   *listPane
	main   *fyne.Container
	empty  fyne.CanvasObject
	fault  error // why no document can be shown
	front  bool  // it is shown
	dark   bool
	opened int // counts the documents that were opened, to know late results
	jump   *data.Passage

	// beside does work on another goroutine and what it returns on the one of
	// the interface.
	beside func(work func() (then func()))
}

// New makes the screen.
func New(h screen.Host) screen.Screen {
	return newScreen(h, func(work func() func()) { go func() { fyne.Do(work()) }() })
}

func newScreen(h screen.Host, beside func(work func() func())) *Screen {
	s := &Screen{host: h, ses: h.Session, beside: beside}
	faces, err := typeface.New(typeface.Options{System: true, Ready: func() { fyne.Do(s.newGlyphs) }})
	s.fault = err
	s.head = newArticleHead(s)
	s.reader = newReader(faces, time.Now, s.head.root, s.selectionTools())
	s.reader.onPress = s.pressed
	s.reader.onScroll = s.followText
	s.reader.onSelect = h.Desk.Refresh
	s.reader.outlined = func(m mark) bool { return m.of == s.selectedRef() }
	s.side = newSidebar(s)
	s.list = newListPane(s)
	s.empty = ui.Empty("No documents yet", "Drop files on the window, press Import, or paste text with Ctrl+V. What they say is looked for, and nothing enters the timeline before you accept it.",
		ui.NewPrimary("Import…", h.Desk.Import))
	s.main = container.NewStack(ui.NewBox(ui.ColorPage, "", 0), s.reader.root)
	s.ses.Watch(func(_ *data.Case, touched []data.Ref) { s.changed(touched) })
	s.openFirst()
	return s
}

// selectedRef is what is outlined in the text.
func (s *Screen) selectedRef() data.Ref {
	if s.queue.selected == "" {
		return data.Ref{}
	}
	return data.Ref{Kind: data.KindSuggestion, ID: s.queue.selected}
}

// openFirst opens the document with the most left to review, the newest of them.
func (s *Screen) openFirst() {
	left := openByDocument(s.ses.Case())
	var best data.ID
	for _, d := range s.ses.Case().Documents.All() {
		if best == "" || left[d.ID] >= left[best] {
			best = d.ID
		}
	}
	s.open(best)
}

// maxAtOnce is the size of a text, in bytes, up to which it is laid out at once;
// longer ones are laid out beside the interface.
const maxAtOnce = 400 << 10

// open shows a document.
func (s *Screen) open(id data.ID) {
	if s.fault != nil {
		return
	}
	s.doc, s.dates, s.queue = id, nil, queue{view: s.queue.view}
	s.opened++
	n := s.opened
	s.reader.show(nil)
	s.refresh(true)
	d, ok := s.ses.Case().Documents.Get(id)
	if !ok {
		return
	}
	text, err := s.ses.Store().Text(id)
	if err != nil {
		s.host.Desk.Fail(fmt.Errorf("the text of “%s” cannot be read: %w", d.Title, err))
		return
	}
	if len(text) <= maxAtOnce {
		s.laidOut(n, flow.New(text, d.Title, s.reader.measure))
	} else {
		s.beside(func() func() {
			t := flow.New(text, d.Title, s.reader.measure)
			return func() { s.laidOut(n, t) }
		})
	}
	s.lookForDates(text, d)
}

// lookForDates finds how the document names its dates.
func (s *Screen) lookForDates(text string, d *data.Document) {
	n := s.opened
	s.beside(func() func() {
		found := findDates(text, d.Published)
		return func() {
			if n == s.opened {
				s.datesFound(found, d)
			}
		}
	})
}

func (s *Screen) datesFound(found []dateWord, d *data.Document) {
	s.dates, s.reader.open = found, nil
	if d.Published.IsZero() {
		for _, w := range unplaced(found) {
			s.reader.open = append(s.reader.open, w.flowSpan)
		}
	}
	s.refresh(true)
}

// laidOut takes the text of the document that was opened as the nth.
func (s *Screen) laidOut(n int, t *flow.Text) {
	if n != s.opened {
		return
	}
	s.reader.show(t)
	s.refresh(false)
	if s.jump != nil {
		p := *s.jump
		s.jump = nil
		s.OpenPassage(p)
		return
	}
	s.showSelected()
}

// newGlyphs sets the text again once the fonts of the system are known.
func (s *Screen) newGlyphs() {
	if s.reader.text == nil {
		return
	}
	s.reader.painter.Forget()
	if t := s.reader.text; len(t.Source()) <= maxAtOnce {
		offset := s.reader.scroll.Offset.Y
		d, _ := s.ses.Case().Documents.Get(s.doc)
		s.reader.show(flow.New(t.Source(), d.Title, s.reader.measure))
		s.refresh(false)
		s.reader.scrollTo(offset)
	}
	s.reader.repaint()
}

// changed follows the case.
func (s *Screen) changed(touched []data.Ref) {
	c := s.ses.Case()
	if _, ok := c.Documents.Get(s.doc); !ok {
		s.openFirst()
		return
	}
	before := s.queue.selected
	for _, ref := range touched {
		if ref == (data.Ref{Kind: data.KindDocument, ID: s.doc}) {
			if d, ok := c.Documents.Get(s.doc); ok && s.reader.text != nil {
				s.lookForDates(s.reader.text.Source(), d)
			}
		}
	}
	s.list.cards.forget(touched)
	s.refresh(false)
	if s.queue.selected != before {
		s.showSelected()
	}
}

// refresh shows the case as it is; fresh makes every card anew.
func (s *Screen) refresh(fresh bool) {
	c := s.ses.Case()
	s.queue.set(suggestionsOf(c, s.doc))
	s.reader.setMarks(marks(c, s.doc, s.queue.all))
	s.side.refresh()
	s.head.refresh()
	s.list.refresh(fresh)
	s.reader.wrap()
	middle := fyne.CanvasObject(s.reader.root)
	switch {
	case s.fault != nil:
		middle = ui.Empty("The document cannot be shown", s.fault.Error())
	case s.doc == "":
		middle = s.empty
	}
	if s.main.Objects[1] != middle {
		s.main.Objects[1] = middle
		s.main.Refresh()
	}
	s.host.Desk.Refresh()
}

// choose selects a suggestion in the list and in the text.
func (s *Screen) choose(id data.ID) {
	s.queue.selected = id
	s.list.refresh(false)
	s.showSelected()
	s.host.Desk.Refresh()
}

// showSelected brings the selected suggestion into view on both sides.
func (s *Screen) showSelected() {
	s.reader.shown = flowSpan{}
	if now := s.queue.current(); now != nil {
		p := place(now)
		s.reader.reveal(p.Start, p.End)
	}
	s.list.cards.reveal(s.queue.index(s.queue.selected))
	s.reader.repaint()
}

// pressed selects what a passage stands for.
func (s *Screen) pressed(m mark) {
	if m.of.Kind == data.KindSuggestion {
		if s.queue.index(m.of.ID) < 0 {
			s.list.setView(viewAll)
		}
		s.choose(m.of.ID)
		return
	}
	s.ses.Selected.Set(m.of)
	if r, ok := s.ses.Case().Record(m.of); ok {
		s.host.Desk.Tell(fmt.Sprintf("%s: %s. Press F2 to edit it", words.Capital(string(m.of.Kind)), data.NameOf(r)))
	}
}

// followText moves the list along with the text.
func (s *Screen) followText() {
	start, end := s.reader.seenPoints()
	if i := s.queue.firstIn(start, end); i >= 0 {
		s.list.cards.toTop(i)
	}
}

// ID is screen.Documents.
func (s *Screen) ID() string { return screen.Documents }

// Title is what the top bar says.
func (s *Screen) Title() string { return "Documents" }

// Sidebar lists the documents.
func (s *Screen) Sidebar() fyne.CanvasObject { return s.side.root }

// Main is the document.
func (s *Screen) Main() fyne.CanvasObject { return s.main }

// Detail is the list of suggestions.
func (s *Screen) Detail() fyne.CanvasObject { return s.list.root }

// Status counts.
func (s *Screen) Status() screen.Status {
	c := s.ses.Case()
	open := 0
	for _, n := range openByDocument(c) {
		open += n
	}
	left := []string{words.Count(c.Documents.Len(), "document")}
	if open > 0 {
		left = append(left, words.Count(open, "suggestion")+" to review")
	} else if c.Suggestions.Len() > 0 {
		left = append(left, "everything is reviewed")
	}
	return screen.Status{Left: left, Hint: "Select text, then V makes an event of it, P a position"}
}

// Shown takes the theme that is in force.
func (s *Screen) Shown() {
	if f := s.host.Window.Canvas().Focused(); f != nil {
		if _, typing := f.(*widget.Entry); !typing {
			s.host.Window.Canvas().Unfocus()
		}
	}
	fresh := s.dark != ui.IsDark()
	s.dark, s.front = ui.IsDark(), true
	s.refresh(fresh)
	s.reader.repaint()
}

// Hidden has nothing to do: late results are looked at when they come.
func (s *Screen) Hidden() { s.front = false }

var (
	_ screen.Screen   = (*Screen)(nil)
	_ screen.Passages = (*Screen)(nil)
	_ screen.Finder   = (*Screen)(nil)
)

// maxFound bounds the places that are marked.
const maxFound = 2000

// Find marks a text in the document and goes to the first place.
func (s *Screen) Find(text string) {
	s.reader.found = nil
	if s.reader.text != nil {
		for _, at := range s.reader.text.Find(text, maxFound) {
			s.reader.found = append(s.reader.found, flowSpan{at[0], at[1]})
		}
	}
	if n := len(s.reader.found); n > 0 {
		s.reader.reveal(s.reader.found[0].start, s.reader.found[0].end)
		s.host.Desk.Tell(fmt.Sprintf("“%s” stands in this document %s", text, times(n)))
	} else if text != "" {
		s.host.Desk.Tell(fmt.Sprintf("“%s” does not stand in this document", text))
	}
	s.reader.repaint()
}

func times(n int) string {
	if n >= maxFound {
		return "very often"
	}
	if n == 1 {
		return "once"
	}
	return words.Count(n, "time")
}

// OpenDocument shows a document.
func (s *Screen) OpenDocument(id data.ID) {
	if id != s.doc {
		s.open(id)
	}
}

// OpenPassage shows a document with a passage in view and outlined.
func (s *Screen) OpenPassage(p data.Passage) {
	if p.Document != s.doc {
		s.jump = &p
		s.open(p.Document)
		return
	}
	if s.reader.text == nil {
		s.jump = &p
		return
	}
	for _, one := range s.queue.all {
		for _, q := range data.PassagesOf(one) {
			if q.Start == p.Start && q.End == p.End {
				s.queue.selected = one.ID
				if s.queue.index(one.ID) < 0 {
					s.list.setView(viewAll)
				}
				s.list.refresh(false)
				s.list.cards.reveal(s.queue.index(one.ID))
			}
		}
	}
	s.reader.shown = flowSpan{p.Start, p.End}
	s.reader.reveal(p.Start, p.End)
	s.reader.repaint()
	s.host.Desk.Refresh()
}
