// Package positions is the screen that compares who stands where on a date: a
// table of issues and actors, with the gap on each issue, and a slider through
// the changes.
package positions

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"demarche/app/cite"
	"demarche/app/plot"
	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/timeline/board"
)

// Screen is the screen.
type Screen struct {
	host  screen.Host
	cites *cite.Book

	all    *board.Board // of the case
	board  *board.Board // without what is hidden
	chosen place        // the cell whose statements the pane shows
	kept   map[string]*ui.Card

	title   *ui.Text
	slider  *timeSlider
	before  *ui.Button
	next    *ui.Button
	table   *table
	middle  *fyne.Container
	main    fyne.CanvasObject
	sidebar *fyne.Container
	pane    *fyne.Container
	shown   bool
	stale   bool
	own     bool // the selection is made here
}

// New makes the screen of a case.
func New(h screen.Host) *Screen {
	s := &Screen{host: h, cites: cite.New(h.Session.Store().Text), kept: map[string]*ui.Card{}, stale: true}
	s.title = ui.NewCut("", ui.Heading)
	s.before = ui.NewButton("‹ before", func() { s.step(-1) })
	s.next = ui.NewButton("next ›", func() { s.step(1) })
	s.slider = newTimeSlider(h.Session.AsOf.Set, s.step)
	s.table = newTable()
	s.middle = container.NewStack()
	head := ui.Column(12, ui.Row(8, 0, s.title, s.before, s.next), s.slider)
	s.main = container.NewStack(ui.NewBox(ui.ColorPage, "", 0), ui.Pad(18, 20, 8, 20, container.NewBorder(ui.Pad(0, 0, 12, 2, head), nil, nil, nil, s.middle)))
	s.sidebar, s.pane = container.NewStack(), container.NewStack()
	h.Session.Watch(func(*data.Case, []data.Ref) { s.changed() })
	h.Session.Filter.Listen(func(session.Filter) { s.changed() })
	h.Session.AsOf.Listen(func(int64) {
		if s.shown {
			s.showDate()
		}
	})
	h.Session.Selected.Listen(func(ref data.Ref) { s.selected(ref) })
	return s
}

var _ screen.Screen = (*Screen)(nil)

// ID names the screen.
func (s *Screen) ID() string { return screen.Positions }

// Title is what the top bar calls it.
func (s *Screen) Title() string { return "Positions" }

// Sidebar chooses actors and issues.
func (s *Screen) Sidebar() fyne.CanvasObject { return s.sidebar }

// Main is the table.
func (s *Screen) Main() fyne.CanvasObject { return s.main }

// Detail is what an actor said on an issue.
func (s *Screen) Detail() fyne.CanvasObject { return s.pane }

// Shown refreshes what changed meanwhile.
func (s *Screen) Shown() {
	s.shown = true
	s.kept = map[string]*ui.Card{} // the theme may have changed
	s.refresh()
	s.host.Window.Canvas().Focus(s.slider)
}

// Hidden lets the shared pane go.
func (s *Screen) Hidden() {
	s.shown = false
	s.pane.Objects = nil
}

// Status counts what is shown.
func (s *Screen) Status() screen.Status {
	s.load()
	c := s.host.Session.Case()
	left := fmt.Sprintf("%s by %s on %s", words.Count(c.Positions.Len(), "position"),
		words.Count(len(s.all.Actors), "actor"), words.Count(len(s.all.Issues), "issue"))
	return screen.Status{Left: []string{left}, Hint: "← → step through the changes"}
}

// Commands are those of the screen.
func (s *Screen) Commands() []screen.Command {
	can := func(by int) func() bool {
		return func() bool {
			s.load()
			_, ok := s.board.Step(s.host.Session.AsOf.Get(), by)
			return ok
		}
	}
	return []screen.Command{
		{Menu: screen.GoMenu, Label: "Change before", Key: fyne.KeyLeft, Do: func() { s.step(-1) }, Enabled: can(-1)},
		{Menu: screen.GoMenu, Label: "Next change", Key: fyne.KeyRight, Do: func() { s.step(1) }, Enabled: can(1)},
		{Menu: screen.GoMenu, Label: "First change", Key: fyne.KeyHome, Do: func() { s.jump(0) }},
		{Menu: screen.GoMenu, Label: "Last change", Key: fyne.KeyEnd, Do: func() { s.jump(-1) }},
		{Menu: screen.GoMenu, Label: "Close the pane", Key: fyne.KeyEscape, Do: func() { s.choose(place{}) }, Enabled: func() bool { return s.chosen != place{} }},
	}
}

func (s *Screen) changed() {
	s.stale = true
	if s.shown {
		s.refresh()
	}
}

// load makes the boards where the case or the filter changed.
func (s *Screen) load() {
	if !s.stale && s.all != nil {
		return
	}
	s.all = board.New(s.host.Session.Index())
	s.board = s.all.Shown(plot.Filter(s.host.Session.Case(), s.host.Session.Filter.Get()))
	s.stale = false
	s.kept = map[string]*ui.Card{}
}

func (s *Screen) refresh() {
	s.load()
	s.sidebar.Objects = []fyne.CanvasObject{s.sides()}
	s.sidebar.Refresh()
	s.showDate()
}

// showDate shows the board on the as-of date.
func (s *Screen) showDate() {
	s.load()
	at := s.host.Session.AsOf.Get()
	s.title.Set("Who stands where, on " + words.LongDay(at))
	s.slider.set(s.board.Points, at)
	for by, b := range map[int]*ui.Button{-1: s.before, 1: s.next} {
		if _, ok := s.board.Step(at, by); ok {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	switch {
	case len(s.all.Actors) == 0:
		s.put(ui.Empty("No position yet", "Review a document, or add a position by hand. Then this table compares who stands where.",
			ui.NewPrimary("Add a position…", func() { s.host.Desk.NewPosition(data.Position{}) })))
	case len(s.board.Actors) == 0 || len(s.board.Issues) == 0:
		s.put(ui.Empty("Everything is hidden", "Tick actors and issues at the left to compare them."))
	default:
		s.fill(at)
		s.put(s.table.root)
	}
	s.showPane()
}

func (s *Screen) put(o fyne.CanvasObject) {
	s.middle.Objects = []fyne.CanvasObject{o}
	s.middle.Refresh()
}

// fill makes the cells. Those that say the same as before are kept.
func (s *Screen) fill(at int64) {
	var columns, rows, tails []fyne.CanvasObject
	for _, a := range s.board.Actors {
		columns = append(columns, s.head(a.Name, a.Ref()))
	}
	help := ui.NewFlat("?", func() {
		body := ui.Sized(440, 240, container.NewVScroll(ui.NewWrapped(gapHelp, ui.Plain)))
		dialog.ShowCustom("How the gap is derived", "Close", body, s.host.Window)
	})
	columns = append(columns, ui.Pad(4, 0, 0, 8, ui.Row(2, -1, ui.NewText("Gap", ui.Style{Size: 12.5, Bold: true}), help)))
	var cells [][]fyne.CanvasObject
	for _, i := range s.board.Issues {
		rows = append(rows, s.head(s.all.IssueName(i), i.Ref()))
		var row []fyne.CanvasObject
		for _, a := range s.board.Actors {
			row = append(row, s.cell(place{a.ID, i.ID}, at))
		}
		cells = append(cells, row)
		tails = append(tails, gapCell(s.board.Gap(i.ID, at)))
	}
	s.table.set(columns, rows, tails, cells)
}

// head names a column or a row, and selects its actor or issue.
func (s *Screen) head(name string, ref data.Ref) fyne.CanvasObject {
	if ref.ID == "" {
		return ui.NewWrapped(name, ui.Style{Size: 12.5, Bold: true, Color: ui.ColorMuted})
	}
	return ui.NewLine(name, ui.NewWrapped(name, ui.Style{Size: 12.5, Bold: true}), func() {
		s.choose(place{})
		s.host.Session.Selected.Set(ref)
	})
}

func (s *Screen) cell(where place, at int64) fyne.CanvasObject {
	held := s.board.Cell(where.actor, where.issue, at)
	key := string(where.actor) + "|" + string(where.issue)
	for _, p := range held {
		key += "|" + string(p.ID)
	}
	if len(held) > 0 {
		key += s.all.MoveOf(held[0], at).Sign()
	}
	card, ok := s.kept[key]
	if !ok {
		content, tone := cellContent(s.all, held, at)
		card = ui.NewCell(content, tone, func() { s.choose(where) })
		a, _ := s.host.Session.Case().Actors.Get(where.actor)
		card.Label = a.Name + ", " + strconv.Itoa(len(held)) + " held"
		s.kept[key] = card
	}
	card.SetSelected(where == s.chosen)
	return card
}

// choose shows the statements of a cell.
func (s *Screen) choose(where place) {
	s.chosen = where
	if where != (place{}) {
		if held := s.board.Cell(where.actor, where.issue, s.host.Session.AsOf.Get()); len(held) > 0 {
			s.own = true
			s.host.Session.Selected.Set(held[0].Ref())
			s.own = false
		}
	}
	s.showDate()
	s.host.Desk.Refresh()
}

// selected follows what is selected elsewhere.
func (s *Screen) selected(ref data.Ref) {
	if s.own || !s.shown {
		return
	}
	if s.chosen != (place{}) && ref.Kind != data.KindPosition {
		s.chosen = place{}
		s.showDate()
		return
	}
	s.showPane()
}

func (s *Screen) showPane() {
	if !s.shown {
		return
	}
	s.pane.Objects = []fyne.CanvasObject{s.cellPane()}
	s.pane.Refresh()
}

func (s *Screen) step(by int) {
	s.load()
	if t, ok := s.board.Step(s.host.Session.AsOf.Get(), by); ok {
		s.host.Session.AsOf.Set(t)
		s.host.Desk.Refresh()
	}
}

func (s *Screen) jump(i int) {
	s.load()
	if n := len(s.board.Points); n > 0 {
		s.host.Session.AsOf.Set(s.board.Points[(i+n)%n])
		s.host.Desk.Refresh()
	}
}
