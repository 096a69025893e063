// Package window is the shell around the screens: top bar, menus and keys, status
// bar, and what happens to a case as a whole (open, import, export, undo).
package window

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	tooltip "github.com/dweymouth/fyne-tooltip"

	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/settings"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/store"
)

// Options are what a window is made from.
type Options struct {
	App      fyne.App
	Now      func() time.Time // nil: time.Now
	Version  string
	Parts    screen.Parts
	Importer Importer                                     // nil: nothing can be imported
	Exporter Exporter                                     // nil: nothing can be exported
	Sample   func(ctx context.Context, path string) error // writes the sample case; nil: there is none
	Folder   string                                       // where new cases and the sample go

	SystemTheme ui.Scheme // what the system prefers, where Fyne cannot ask it; else empty or ui.System
}

// Window is the one window of Demarche.
type Window struct {
	o    Options
	win  fyne.Window
	set  *settings.Settings
	bar  *topBar
	foot *statusBar
	body *ui.Panes
	toss *ui.Toast
	menu *menus
	jobs jobs

	open  *openCase // nil: no case is open
	busy  string    // why there is no case yet: "Preparing the sample case…"
	why   string    // and what takes the time
	ended bool
}

// openCase is a case with what shows it.
type openCase struct {
	file    *store.Store
	ses     *session.Session
	screens []screen.Screen
	front   int
	forms   screen.Forms
}

// New makes a window without a case; Start opens one.
func New(o Options) *Window {
	if o.Now == nil {
		o.Now = time.Now
	}
	w := &Window{o: o, set: settings.New(o.App.Preferences()), win: o.App.NewWindow("Demarche")}
	w.jobs.init()
	o.App.Settings().SetTheme(w.theme(w.set.Scheme()))
	w.bar = newTopBar(w)
	w.foot = newStatusBar()
	w.body = ui.NewPanes(settings.DefaultLeft, settings.DefaultRight)
	w.body.OnResized = w.keepPanes
	w.toss = ui.NewToast(6 * time.Second)
	w.menu = newMenus(w)
	content := container.NewBorder(
		container.NewBorder(nil, ui.HLine(), nil, nil, w.bar.object()),
		container.NewBorder(ui.HLine(), nil, nil, nil, w.foot.object()),
		nil, nil, w.body)
	w.win.SetPadded(false)
	w.win.SetContent(tooltip.AddWindowToolTipLayer(
		container.NewStack(content, w.toss.Object()), w.win.Canvas()))
	w.win.Resize(w.set.WindowSize())
	w.win.SetMaster()
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.dropped)
	w.bindKeys()
	w.showFront()
	return w
}

// Fyne is the window as Fyne knows it.
func (w *Window) Fyne() fyne.Window { return w.win }

// Session is the case that is open; nil where none is.
func (w *Window) Session() *session.Session {
	if w.open == nil {
		return nil
	}
	return w.open.ses
}

// front is the screen that is shown; nil where no case is open.
func (w *Window) front() screen.Screen {
	if w.open == nil || len(w.open.screens) == 0 {
		return nil
	}
	return w.open.screens[w.open.front]
}

// show makes the screens of a case and brings the last one to the front.
func (w *Window) show(file *store.Store) {
	ses := session.New(file, session.Options{
		Now: w.o.Now, OnUI: fyne.Do, Grouping: w.set.Grouping(), Axis: w.set.Axis(), Arrangement: w.set.Arrangement(file.Path()),
	})
	o := &openCase{file: file, ses: ses}
	w.open, w.busy = o, ""
	host := screen.Host{Session: ses, Window: w.win, Desk: w}
	if w.o.Parts.Detail != nil {
		host.Detail = w.o.Parts.Detail(host).Object()
	}
	if w.o.Parts.Forms != nil {
		o.forms = w.o.Parts.Forms(host)
	}
	for _, make := range w.o.Parts.Screens {
		o.screens = append(o.screens, make(host))
	}
	for i, s := range o.screens {
		if s.ID() == w.set.Screen() {
			o.front = i
		}
	}
	ses.Watch(func(*data.Case, []data.Ref) { w.Refresh() })
	ses.Filter.Listen(func(f session.Filter) {
		if _, own := w.front().(screen.Finder); !own {
			w.bar.search.Put(f.Text)
		}
		w.Refresh()
	})
	ses.Grouping.Listen(w.set.SetGrouping)
	ses.Axis.Listen(w.set.SetAxis)
	ses.Arrangement.Listen(func(a session.Arrangement) { w.set.SetArrangement(file.Path(), a); w.Refresh() })
	ses.Selected.Listen(func(data.Ref) { w.menu.refresh() })
	w.bar.setScreens(o.screens, o.front)
	w.showFront()
}

// showFront lays out the screen in front, or what to do where there is no case.
func (w *Window) showFront() {
	s := w.front()
	if s == nil {
		w.body.Set(nil, w.emptyState(), nil)
		w.bar.setScreens(nil, 0)
		w.Refresh()
		return
	}
	right := float32(settings.DefaultRight)
	if s.ID() == screen.Documents {
		right = 430
	}
	w.body.SetWidths(w.set.Panes(s.ID(), right))
	w.body.Set(s.Sidebar(), s.Main(), s.Detail())
	w.bar.setTools(s)
	s.Shown()
	w.Refresh()
}

func (w *Window) keepPanes(left, right float32) {
	if s := w.front(); s != nil {
		w.set.SetPanes(s.ID(), left, right)
	}
}

// dialogOpen reports whether a dialog or menu lies over the window.
func (w *Window) dialogOpen() bool { return w.win.Canvas().Overlays().Top() != nil }
