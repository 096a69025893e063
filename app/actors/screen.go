// Package actors is the screen that lists the actors and the issues of a case,
// to be sorted, searched, edited and merged.
package actors

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/forms"
	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/timeline"
)

// Screen is the screen.
type Screen struct {
	host  screen.Host
	forms *forms.Forms

	issues bool // the list shows issues, not actors
	order  order
	text   string
	rows   []row
	colors map[data.ID]color.NRGBA

	tabs    *ui.Segmented
	heads   *fyne.Container
	list    *widget.List
	middle  *fyne.Container
	main    fyne.CanvasObject
	sidebar *fyne.Container
	detail  *fyne.Container
	shown   bool
}

// New makes the screen of a case.
func New(h screen.Host) *Screen {
	s := &Screen{host: h, forms: forms.New(h)}
	s.tabs = ui.NewSegmented([]string{"Actors", "Issues"}, func(i int) { s.showIssues(i == 1) })
	s.list = widget.NewList(func() int { return len(s.rows) }, func() fyne.CanvasObject { return newListRow() }, s.fillRow)
	s.list.HideSeparators = true
	s.heads = container.New(columns{})
	s.middle, s.sidebar, s.detail = container.NewStack(), container.NewStack(), container.NewStack()
	bar := ui.Row(8, 1, s.tabs, ui.Gap(1, 1), ui.NewButton("Merge…", s.merge), ui.NewButton("New issue…", func() { s.forms.NewIssue(data.Issue{}) }),
		ui.NewPrimary("New actor…", func() { s.forms.NewActor(data.Actor{}) }))
	s.main = container.NewStack(ui.NewBox(ui.ColorPage, "", 0), ui.Pad(16, 20, 8, 20, container.NewBorder(ui.Column(14, bar, ui.Pad(0, 3, 4, 3, s.heads)), nil, nil, nil, s.middle)))
	h.Session.Watch(func(*data.Case, []data.Ref) { s.refresh() })
	h.Session.Selected.Listen(func(data.Ref) {
		if s.shown {
			s.list.Refresh()
			s.reveal()
		}
	})
	return s
}

var (
	_ screen.Screen = (*Screen)(nil)
	_ screen.Finder = (*Screen)(nil)
)

// ID names the screen.
func (s *Screen) ID() string { return screen.Actors }

// Title is what the top bar calls it.
func (s *Screen) Title() string { return "Actors" }

// Sidebar counts the kinds and leads to them.
func (s *Screen) Sidebar() fyne.CanvasObject { return s.sidebar }

// Main is the list.
func (s *Screen) Main() fyne.CanvasObject { return s.main }

// Detail is the pane of the record that is selected.
func (s *Screen) Detail() fyne.CanvasObject { return s.detail }

// Shown refreshes what changed meanwhile.
func (s *Screen) Shown() {
	s.shown = true
	if s.host.Detail != nil {
		s.detail.Objects = []fyne.CanvasObject{s.host.Detail}
		s.detail.Refresh()
	}
	if s.host.Session.Selected.Get().Kind == data.KindIssue {
		s.issues = true
		s.tabs.SetSelected(1)
	}
	s.refresh()
	s.reveal()
}

// Hidden lets the shared pane go.
func (s *Screen) Hidden() {
	s.shown = false
	s.detail.Objects = nil
}

// Find filters the list.
func (s *Screen) Find(text string) {
	s.text = text
	s.refresh()
}

// Status counts actors and issues.
func (s *Screen) Status() screen.Status {
	c := s.host.Session.Case()
	return screen.Status{
		Left: []string{words.Count(c.Actors.Len(), "actor"), words.Count(c.Issues.Len(), "issue")},
		Hint: "↑ ↓ choose · F2 edits · Delete moves to the trash",
	}
}

// Commands are those of the screen.
func (s *Screen) Commands() []screen.Command {
	chosen := func() bool {
		k := s.host.Session.Selected.Get().Kind
		return k == data.KindActor || k == data.KindIssue
	}
	const shift = fyne.KeyModifierShift
	ctrl := fyne.KeyModifierShortcutDefault
	return []screen.Command{
		{Menu: screen.EditMenu, Label: "New actor…", Key: fyne.KeyA, Modifier: ctrl | shift, Do: func() { s.forms.NewActor(data.Actor{}) }, Break: true},
		{Menu: screen.EditMenu, Label: "New issue…", Key: fyne.KeyI, Modifier: ctrl | shift, Do: func() { s.forms.NewIssue(data.Issue{}) }},
		{Menu: screen.EditMenu, Label: "Merge selected with another…", Key: fyne.KeyM, Modifier: ctrl, Do: s.merge, Enabled: chosen},
		{Menu: screen.GoMenu, Label: "Next in the list", Key: fyne.KeyDown, Do: func() { s.step(1) }},
		{Menu: screen.GoMenu, Label: "Before in the list", Key: fyne.KeyUp, Do: func() { s.step(-1) }},
		{Menu: screen.GoMenu, Label: "Actors or issues", Key: fyne.KeyI, Do: func() {
			s.tabs.SetSelected(1 - s.tabs.Selected())
			s.showIssues(!s.issues)
		}},
		{Menu: screen.GoMenu, Label: "Edit the chosen one", Key: fyne.KeyReturn, Do: func() { s.host.Desk.Edit(s.host.Session.Selected.Get()) }, Enabled: chosen},
	}
}

func (s *Screen) merge() {
	switch ref := s.host.Session.Selected.Get(); ref.Kind {
	case data.KindActor:
		s.forms.MergeActor(ref.ID)
	case data.KindIssue:
		s.forms.MergeIssue(ref.ID)
	default:
		s.host.Desk.Tell("Select the actor or the issue to merge first.")
	}
}

func (s *Screen) showIssues(on bool) {
	s.issues = on
	s.refresh()
}

func (s *Screen) refresh() {
	if !s.shown {
		return
	}
	ix := s.host.Session.Index()
	theme := timeline.Light()
	if ui.IsDark() {
		theme = timeline.Dark()
	}
	s.colors = timeline.ActorColors(s.host.Session.Case(), theme)
	if s.issues {
		s.rows = issueRows(ix, s.order, s.text)
	} else {
		s.rows = actorRows(ix, s.order, s.text)
	}
	s.showHeads()
	s.sidebar.Objects = []fyne.CanvasObject{s.sides()}
	s.sidebar.Refresh()
	s.put()
	for i, r := range s.rows {
		h := float32(rowHeight)
		if r.heading != "" {
			h = 34
		} else if r.note == "" {
			h = 32
		}
		s.list.SetItemHeight(i, h)
	}
	s.list.Refresh()
}

// put shows the list, or what to do where it is empty.
func (s *Screen) put() {
	var o fyne.CanvasObject = s.list
	switch {
	case len(s.rows) > 0:
	case s.text != "":
		o = ui.Empty("Nothing found", "No name holds “"+s.text+"”. Clear the search to see all.")
	case s.issues:
		o = ui.Empty("No issue yet", "Issues come from documents that you review, or are made by hand.",
			ui.NewPrimary("New issue…", func() { s.forms.NewIssue(data.Issue{}) }))
	default:
		o = ui.Empty("No actor yet", "Actors come from documents that you review, or are made by hand.",
			ui.NewPrimary("New actor…", func() { s.forms.NewActor(data.Actor{}) }), ui.NewButton("Import…", s.host.Desk.Import))
	}
	if len(s.middle.Objects) != 1 || s.middle.Objects[0] != o {
		s.middle.Objects = []fyne.CanvasObject{o}
		s.middle.Refresh()
	}
}

// showHeads are the names of the columns, which sort the list.
func (s *Screen) showHeads() {
	first, second := "Actor", "Kind"
	if s.issues {
		first, second = "Issue", ""
	}
	head := func(label string, o order, right bool) fyne.CanvasObject {
		if label == "" {
			return ui.Gap(1, 1)
		}
		style := ui.Style{Size: 12, Color: ui.ColorMuted}
		if s.order == o {
			label, style = label+" ▾", ui.Style{Size: 12, Bold: true, Color: ui.ColorAccent}
		}
		text := ui.NewCut(label, style)
		if right {
			text.Aligned(fyne.TextAlignTrailing)
		}
		return ui.NewLine("Sort by "+label, text, func() {
			s.order = o
			s.refresh()
		})
	}
	s.heads.Objects = []fyne.CanvasObject{head(first, byName, false), ui.Pad(0, 0, 0, -10, head(second, byKind, false)),
		head("Positions", byPositions, true), head("Events", byEvents, true), head("Sources", byDocuments, true)}
	s.heads.Refresh()
}

func (s *Screen) fillRow(i widget.ListItemID, o fyne.CanvasObject) {
	if i >= len(s.rows) {
		return
	}
	r := s.rows[i]
	var dot color.Color = color.Transparent
	if c, ok := s.colors[r.ref.ID]; ok && r.ref.Kind == data.KindActor {
		dot = c
	}
	choose := func() {
		if r.heading == "" {
			s.host.Session.Selected.Set(r.ref)
		}
	}
	o.(*listRow).set(r, dot, r.heading == "" && r.ref == s.host.Session.Selected.Get(), choose)
}

// at is the index of the row that is selected; -1 where none is.
func (s *Screen) at() int {
	ref := s.host.Session.Selected.Get()
	return slices.IndexFunc(s.rows, func(r row) bool { return r.heading == "" && r.ref == ref })
}

func (s *Screen) reveal() {
	if i := s.at(); i >= 0 {
		s.list.ScrollTo(i)
	}
}

func (s *Screen) step(by int) {
	for i := s.at() + by; i >= 0 && i < len(s.rows); i += by {
		if s.rows[i].heading == "" {
			s.host.Session.Selected.Set(s.rows[i].ref)
			return
		}
	}
}

// sides counts actors by kind, and leads to the first of each.
func (s *Screen) sides() fyne.CanvasObject {
	c := s.host.Session.Case()
	n := map[data.ActorKind]int{}
	for _, a := range c.Actors.All() {
		n[a.Kind]++
	}
	col := ui.Column(1, ui.Section("Actors"), ui.Gap(1, 3))
	for _, kind := range data.ActorKinds() {
		if n[kind] == 0 {
			continue
		}
		col.Add(ui.NewItem(ui.ItemOptions{Label: words.ActorKind(kind), Note: words.Number(n[kind])}, func() { s.firstOf(kind) }))
	}
	col.Add(ui.Gap(1, 10))
	col.Add(ui.Section("Issues"))
	col.Add(ui.Gap(1, 3))
	col.Add(ui.NewItem(ui.ItemOptions{Label: "All issues", Note: words.Number(c.Issues.Len())}, func() {
		s.tabs.SetSelected(1)
		s.showIssues(true)
	}))
	return container.NewVScroll(ui.Pad(14, 10, 14, 12, col))
}

// firstOf selects the first actor of a kind in the list.
func (s *Screen) firstOf(kind data.ActorKind) {
	s.tabs.SetSelected(0)
	s.showIssues(false)
	for _, r := range s.rows {
		if r.kind == words.ActorKind(kind) {
			s.host.Session.Selected.Set(r.ref)
			return
		}
	}
}
