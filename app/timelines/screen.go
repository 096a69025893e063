// Package timelines is the Timeline screen: the sidebar with actors, issues,
// stances and what has no date, the plot in the middle, and the detail pane.
package timelines

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/plot"
	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
	"demarche/timeline/typeface"
)

// Screen is the Timeline screen.
type Screen struct {
	host  screen.Host
	ses   *session.Session
	chart *plot.Chart
	fault error // why there is no chart
	side  *sidebar
	by    *ui.Segmented
	tools fyne.CanvasObject

	bar     *filterBar
	center  *center
	awaited int // the step to make once the matches are known: see match
}

// New makes the screen.
func New(h screen.Host) screen.Screen { return newScreen(h, nil) }

func newScreen(h screen.Host, faces *typeface.Faces) *Screen {
	s := &Screen{host: h, ses: h.Session}
	s.chart, s.fault = plot.New(plot.Options{Session: h.Session, Desk: h.Desk, Window: h.Window, Faces: faces, Empty: s.empty})
	s.side = newSidebar(s)
	if s.fault == nil {
		s.bar = newFilterBar(s)
		s.center = newCenter(s)
		s.chart.OnChanged = s.laidOut
		s.ses.Watch(func(*data.Case, []data.Ref) { s.bar.refresh() })
		s.ses.Filter.Listen(func(session.Filter) { s.bar.refresh() })
		s.ses.Selected.Listen(func(data.Ref) { s.bar.tell() })
	}
	s.by = ui.NewSegmented(groupLabels(), func(i int) { s.ses.Grouping.Set(string(groupings[i])) })
	s.ses.Grouping.Listen(func(string) { s.showGrouping(); h.Desk.Refresh() })
	s.showGrouping()
	s.tools = ui.Row(4, -1, s.by, s.viewButton())
	return s
}

// CountFrames moves the picture for a while and says what that cost; ok is false
// while there is none.
func (s *Screen) CountFrames(d time.Duration, done func(plot.Frames)) (ok bool) {
	return s.fault == nil && s.chart.CountFrames(d, done)
}

// laidOut shows beside the picture what goes with it, once it is there.
func (s *Screen) laidOut() {
	s.side.count()
	s.bar.refresh()
	s.center.refresh()
	if by := s.awaited; by != 0 {
		s.awaited = 0
		s.match(by)
	}
	s.host.Desk.Refresh()
}

// viewButton opens a menu of ways to look at the timeline.
func (s *Screen) viewButton() fyne.CanvasObject {
	b := ui.NewSign("View ▾", "View", nil)
	b.OnTap = func() { s.viewMenu(b) }
	return b
}

func (s *Screen) viewMenu(under fyne.CanvasObject) {
	if s.fault != nil || s.host.Window == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, shape := range data.Shapes() {
		it := fyne.NewMenuItem(shapeName(shape), func() { s.center.show(shape) })
		it.Checked = s.center.shape == shape
		items = append(items, it)
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Filter…", s.askFilter), fyne.NewMenuItemSeparator())
	for _, v := range s.ses.Case().Views.All() {
		it := fyne.NewMenuItem(v.Name, func() { s.showView(v) })
		it.Checked = s.shows(v)
		items = append(items, it)
	}
	items = append(items, fyne.NewMenuItem("Save this view…", s.askView))
	if s.ses.Case().Views.Len() > 0 {
		items = append(items, fyne.NewMenuItem("Rename or delete…", s.manageViews))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), s.host.Window.Canvas(), at.AddXY(0, under.Size().Height+2))
}

// groupings are those of the top bar; the View menu has more.
var groupings = [...]timeline.Grouping{timeline.ByIssue, timeline.ByActor, timeline.ByType}

func groupLabels() []string { return []string{"By issue", "By actor", "By type"} }

func (s *Screen) showGrouping() {
	at := -1
	for i, g := range groupings {
		if g == timeline.Grouping(s.ses.Grouping.Get()) || i == 0 && s.ses.Grouping.Get() == "" {
			at = i
		}
	}
	s.by.SetSelected(at)
}

// ID is the timeline's.
func (s *Screen) ID() string { return screen.Timeline }

// Title is how the top bar names it.
func (s *Screen) Title() string { return "Timeline" }

// Sidebar is actors, issues, stances and what has no date.
func (s *Screen) Sidebar() fyne.CanvasObject { return s.side.object() }

// Main is the plot.
func (s *Screen) Main() fyne.CanvasObject {
	if s.fault != nil {
		return ui.Empty("The timeline cannot be drawn", s.fault.Error())
	}
	return s.center.root
}

// Detail is the pane of what is selected.
func (s *Screen) Detail() fyne.CanvasObject { return s.host.Detail }

// Tools is the choice of lanes and that of views.
func (s *Screen) Tools() fyne.CanvasObject { return s.tools }

// Status counts what the case holds, and what is out of sight.
func (s *Screen) Status() screen.Status {
	c := s.ses.Case()
	st := screen.Status{
		Left: []string{
			counted(c.Documents.Len(), "document"), counted(c.Events.Len(), "event"), counted(c.Positions.Len(), "position"),
		},
		Hint: "Scroll to zoom · drag to pan · F fits · ? keys",
	}
	if s.filtered() > 0 {
		st.Left = append(st.Left, s.says())
	}
	if n := s.inHiddenLanes(); n > 0 {
		st.Left = append(st.Left, fmt.Sprintf("%d in hidden lanes", n))
	}
	return st
}

func (s *Screen) inHiddenLanes() int {
	if s.fault != nil || s.chart.Plot() == nil {
		return 0
	}
	return s.chart.Plot().InHiddenLanes()
}

// filtered is how many items the filter hides.
func (s *Screen) filtered() int { return s.hidden() - s.inHiddenLanes() }

func (s *Screen) hidden() int {
	if s.fault != nil || s.chart.Plot() == nil {
		return 0
	}
	return s.chart.Plot().HiddenCount()
}

func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// Commands are those of the plot and of the filter.
func (s *Screen) Commands() []screen.Command {
	if s.fault != nil {
		return nil
	}
	all := append(s.chart.Commands(), s.findCommands()...)
	all = append(append(all, s.center.commands()...), s.viewCommands()...)
	return append(all,
		screen.Command{Menu: screen.ViewMenu, Label: "Show everything", Break: true, Do: s.showAll,
			Enabled: func() bool { return !s.ses.Filter.Get().IsZero() || len(s.ses.Lanes().Hidden) > 0 }},
		screen.Command{Menu: screen.GoMenu, Label: "What waits for a date…", Do: s.dateThem, Break: true,
			Enabled: func() bool { return len(s.ses.Index().Undated()) > 0 }})
}

// showAll takes back the filter and shows the lanes that were hidden.
func (s *Screen) showAll() {
	s.ses.Filter.Set(session.Filter{})
	if s.fault == nil {
		s.chart.ShowLanes()
	}
}

// Shown brings the plot up to date.
func (s *Screen) Shown() {
	if s.fault == nil {
		s.chart.Shown()
	}
	s.side.refresh()
}

// Hidden lets the plot rest.
func (s *Screen) Hidden() {
	if s.fault == nil {
		s.chart.Hidden()
	}
}

// empty is what stands in a plot without items: what to do about it.
func (s *Screen) empty() fyne.CanvasObject {
	c, desk := s.ses.Case(), s.host.Desk
	waiting, doc := waiting(c)
	add := ui.NewButton("Add an event…", func() { desk.NewEvent(data.Event{}) })
	switch {
	case s.hidden() > 0:
		return ui.Empty("Nothing is left to show", fmt.Sprintf("The filter, the search or hidden lanes keep back %s.", all(s.hidden())),
			ui.NewPrimary("Show everything", s.showAll))
	case len(s.ses.Index().Undated()) > 0:
		return ui.Empty("Nothing has a date yet", "What has no date waits in the list of undated items, since a made-up date would mislead.",
			ui.NewPrimary("Give them dates…", s.dateThem), add)
	case waiting > 0:
		return ui.Empty("Nothing is accepted yet", fmt.Sprintf("%s for review. What you accept appears here.", waits(waiting)),
			ui.NewPrimary("Review", func() { desk.OpenDocument(doc) }), add)
	case c.Documents.Len() > 0:
		return ui.Empty("No events or positions yet", "Select a passage in a document to make one from it, or add one by hand.",
			ui.NewPrimary("Open the documents", func() { desk.Show(screen.Documents) }), add)
	}
	return ui.Empty("An empty case", "Drop a document here or press Import…: its events and positions are looked for, and you decide what goes on the timeline.",
		ui.NewPrimary("Import…", desk.Import), add)
}

// waiting is how many suggestions are open, and a document that has some.
func waiting(c *data.Case) (n int, doc data.ID) {
	for _, g := range c.Suggestions.All() {
		if g.State == data.Open {
			n, doc = n+1, g.Document
		}
	}
	return n, doc
}

func waits(n int) string {
	if n == 1 {
		return "One suggestion waits"
	}
	return fmt.Sprintf("%d suggestions wait", n)
}

func all(n int) string {
	if n == 1 {
		return "the one item of the case"
	}
	return fmt.Sprintf("all %d items", n)
}

var _ screen.Tools = (*Screen)(nil)

// scroll puts a column into a pane that scrolls.
func scroll(o fyne.CanvasObject) fyne.CanvasObject { return container.NewVScroll(o) }
