package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
)

// topBar is the row above the screens.
type topBar struct {
	w       *Window
	title   *ui.Text
	screens *ui.Segmented
	holder  *fyne.Container // of screens, as their number may change
	tools   *fyne.Container // of the screen in front
	search  *ui.Search
	buttons []*ui.Button
	event   *ui.Button
	row     *fyne.Container
}

const searchPause = 120 * time.Millisecond

func newTopBar(w *Window) *topBar {
	b := &topBar{w: w, title: ui.NewCut("Demarche", ui.Title), holder: container.NewStack(), tools: container.NewStack()}
	b.search = ui.NewSearch("Search (Ctrl+F)", searchPause, b.find)
	b.search.OnLeave = func() { w.win.Canvas().Unfocus() }
	b.search.OnNext = func(back bool) bool {
		m, ok := w.front().(screen.Matches)
		return ok && m.NextMatch(back)
	}
	b.buttons = []*ui.Button{ui.NewButton("Import…", w.Import), ui.NewButton("Export…", w.askExport)}
	b.event = ui.NewPrimary("+ Event", func() { w.NewEvent(data.Event{}) })
	b.row = container.New(&barLayout{}, b.title, b.holder, b.tools,
		b.search, b.buttons[0], b.buttons[1], b.event)
	return b
}

func (b *topBar) object() fyne.CanvasObject {
	return ui.Pad(8, 14, 8, 14, b.row)
}

func (b *topBar) setScreens(all []screen.Screen, front int) {
	b.holder.Objects, b.screens = nil, nil
	if len(all) > 0 {
		titles := make([]string, len(all))
		for i, s := range all {
			titles[i] = s.Title()
		}
		b.screens = ui.NewSegmented(titles, func(i int) { b.w.Show(all[i].ID()) })
		b.screens.SetSelected(front)
		b.holder.Objects = []fyne.CanvasObject{b.screens}
	} else {
		b.tools.Objects = nil
	}
	b.row.Refresh()
}

func (b *topBar) choose(i int) {
	if b.screens != nil {
		b.screens.SetSelected(i)
	}
}

// setTools shows the controls that a screen has of its own.
func (b *topBar) setTools(s screen.Screen) {
	b.tools.Objects = nil
	if t, ok := s.(screen.Tools); ok && t.Tools() != nil {
		b.tools.Objects = []fyne.CanvasObject{t.Tools()}
	}
	b.row.Refresh()
}

func (b *topBar) refresh() {
	title := "Demarche"
	if b.w.open != nil {
		title = b.w.open.ses.Case().Info.Title
	}
	if b.title.String() != title {
		b.title.Set(title)
		b.w.win.SetTitle(windowTitle(title))
		b.row.Refresh()
	}
	for _, button := range append(b.buttons, b.event) {
		if on := b.w.open != nil; on == button.Disabled() {
			if on {
				button.Enable()
			} else {
				button.Disable()
			}
		}
	}
}

func windowTitle(title string) string {
	if title == "Demarche" {
		return title
	}
	return title + " – Demarche"
}

// find hands what is looked for to the screen, or to the filter of the case.
func (b *topBar) find(text string) {
	if f, ok := b.w.front().(screen.Finder); ok {
		f.Find(text)
		return
	}
	if s := b.w.Session(); s != nil {
		s.Filter.Set(session.Filter.WithText(s.Filter.Get(), text))
	}
}

// barLayout puts title, screens at the left; tools, search and buttons at the
// right. Where the room is short the search gives way first, then the title.
type barLayout struct{}

const (
	barGap      = 11
	searchWidth = 220
	searchLeast = 90
	titleMost   = 330
	titleLeast  = 60
)

func (barLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(titleLeast+searchLeast, 0)
	for i, x := range o {
		m := x.MinSize()
		s.Height = max(s.Height, m.Height)
		if i != 0 && i != 3 && m.Width > 0 {
			s.Width += m.Width + barGap
		}
	}
	s.Width += barGap
	return s
}

func (barLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	title := o[0].(*ui.Text)
	wish := min(titleMost, title.FullWidth()+1)
	room := size.Width
	for i, x := range o {
		if w := x.MinSize().Width; i != 0 && i != 3 && w > 0 {
			room -= w + barGap
		}
	}
	room -= barGap
	search := min(searchWidth, max(searchLeast, room-wish))
	wish = min(wish, max(titleLeast, room-search))
	place := func(x fyne.CanvasObject, at, w float32) {
		h := x.MinSize().Height
		x.Move(fyne.NewPos(at, (size.Height-h)/2))
		x.Resize(fyne.NewSize(w, h))
	}
	place(title, 0, wish)
	place(o[1], wish+barGap+6, o[1].MinSize().Width)
	at := size.Width
	for i := len(o) - 1; i >= 2; i-- {
		w := o[i].MinSize().Width
		if i == 3 {
			w = search
		}
		at -= w
		place(o[i], at, w)
		if w > 0 {
			at -= barGap
		}
	}
}
