package window

import (
	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/data"
)

const (
	quitLabel   = "Quit"
	recentLabel = "Open recent"
	ctrl        = fyne.KeyModifierShortcutDefault
	shift       = fyne.KeyModifierShift
)

// commands are those of the window itself.
func (w *Window) commands() []screen.Command {
	all := append(w.fileCommands(), w.editCommands()...)
	return append(append(all, w.viewCommands()...), w.helpCommands()...)
}

func (w *Window) hasCase() bool { return w.open != nil }

func (w *Window) fileCommands() []screen.Command {
	canImport := func() bool { return w.hasCase() && w.o.Importer != nil }
	return []screen.Command{
		{Menu: screen.FileMenu, Label: "New case…", Key: fyne.KeyN, Modifier: ctrl, Do: w.askNew},
		{Menu: screen.FileMenu, Label: "Open…", Key: fyne.KeyO, Modifier: ctrl, Do: w.askOpen},
		{Menu: screen.FileMenu, Label: recentLabel},
		{Menu: screen.FileMenu, Label: "Open the sample", Do: w.openSample, Enabled: func() bool { return w.o.Sample != nil }},
		{Menu: screen.FileMenu, Label: "Save a copy…", Key: fyne.KeyS, Modifier: ctrl | shift, Do: w.askCopy, Enabled: w.hasCase},
		{Menu: screen.FileMenu, Label: "Import documents…", Key: fyne.KeyI, Modifier: ctrl, Do: w.Import, Enabled: canImport, Break: true},
		{Menu: screen.FileMenu, Label: "Import a folder…", Key: fyne.KeyI, Modifier: ctrl | shift, Do: w.ImportFolder, Enabled: canImport},
		{Menu: screen.FileMenu, Label: "Import pasted text…", Key: fyne.KeyV, Modifier: ctrl, Do: w.askPaste, Enabled: canImport},
		{Menu: screen.FileMenu, Label: "Export…", Key: fyne.KeyE, Modifier: ctrl, Do: w.askExport,
			Enabled: func() bool { return w.hasCase() && w.o.Exporter != nil }},
		{Menu: screen.FileMenu, Label: "Close case", Key: fyne.KeyW, Modifier: ctrl, Do: w.closeCase, Enabled: w.hasCase, Break: true},
		{Menu: screen.FileMenu, Label: quitLabel, Key: fyne.KeyQ, Modifier: ctrl, Do: w.quit},
	}
}

func (w *Window) editCommands() []screen.Command {
	undo, redo := "", ""
	if w.open != nil {
		undo, redo = w.open.undoLabels()
	}
	selected := func() bool { return w.hasCase() && w.open.ses.Selected.Get() != (data.Ref{}) }
	return []screen.Command{
		{Menu: screen.EditMenu, Label: labelled("Undo", undo), Key: fyne.KeyZ, Modifier: ctrl, Do: w.undo, Enabled: func() bool { return undo != "" }},
		{Menu: screen.EditMenu, Label: labelled("Redo", redo), Key: fyne.KeyY, Modifier: ctrl, Do: w.redo, Enabled: func() bool { return redo != "" }},
		{Menu: screen.EditMenu, Label: "Add event…", Key: fyne.KeyE, Modifier: ctrl | shift, Do: func() { w.NewEvent(data.Event{}) }, Enabled: w.hasForms, Break: true},
		{Menu: screen.EditMenu, Label: "Add position…", Key: fyne.KeyP, Modifier: ctrl | shift, Do: func() { w.NewPosition(data.Position{}) }, Enabled: w.hasForms},
		{Menu: screen.EditMenu, Label: "Edit selected…", Key: fyne.KeyF2, Do: func() { w.Edit(w.open.ses.Selected.Get()) }, Enabled: selected},
		{Menu: screen.EditMenu, Label: "Move selected to the trash", Key: fyne.KeyDelete, Do: func() { w.Remove(w.open.ses.Selected.Get()) }, Enabled: selected},
		{Menu: screen.EditMenu, Label: "Find…", Key: fyne.KeyF, Modifier: ctrl, Do: w.focusSearch, Enabled: w.hasCase, Break: true},
		{Menu: screen.EditMenu, Label: "Rename case…", Do: w.askRename, Enabled: w.hasCase, Break: true},
		{Menu: screen.EditMenu, Label: "Time zone of the case…", Do: w.askZone, Enabled: w.hasCase},
		{Menu: screen.EditMenu, Label: "History…", Key: fyne.KeyH, Modifier: ctrl, Do: w.showHistory, Enabled: w.hasCase},
		{Menu: screen.EditMenu, Label: "Trash…", Do: w.showTrash, Enabled: w.hasCase},
	}
}

func labelled(verb, what string) string {
	if what == "" {
		return verb
	}
	return verb + " “" + what + "”"
}

func (w *Window) hasForms() bool { return w.open != nil && w.open.forms != nil }

func (w *Window) viewCommands() []screen.Command {
	var all []screen.Command
	if w.open != nil {
		for i, s := range w.open.screens {
			all = append(all, screen.Command{Menu: screen.ViewMenu, Label: s.Title(), Key: fyne.KeyName(rune('1' + i)), Modifier: ctrl,
				Do: func() { w.Show(s.ID()) }, Checked: func() bool { return w.front() == s }})
		}
	}
	for i, s := range []struct {
		scheme ui.Scheme
		label  string
	}{{ui.System, "Theme as the system"}, {ui.Light, "Light theme"}, {ui.Dark, "Dark theme"}} {
		all = append(all, screen.Command{Menu: screen.ViewMenu, Label: s.label, Break: i == 0,
			Do: func() { w.setScheme(s.scheme) }, Checked: func() bool { return w.set.Scheme() == s.scheme }})
	}
	return append(all, screen.Command{Menu: screen.ViewMenu, Label: "Full screen", Key: fyne.KeyF11,
		Do:      func() { w.win.SetFullScreen(!w.win.FullScreen()); w.Refresh() },
		Checked: w.win.FullScreen, Break: true})
}

func (w *Window) setScheme(s ui.Scheme) {
	w.set.SetScheme(s)
	w.o.App.Settings().SetTheme(w.theme(s))
	if f := w.front(); f != nil {
		f.Shown()
	}
	w.Refresh()
}

// theme is the look of a scheme. Where Fyne cannot ask the system, Options say
// what the system's is.
func (w *Window) theme(s ui.Scheme) *ui.Theme {
	if s == ui.System && w.o.SystemTheme != "" {
		s = w.o.SystemTheme
	}
	return ui.NewTheme(s)
}

func (w *Window) helpCommands() []screen.Command {
	return []screen.Command{
		{Menu: screen.HelpMenu, Label: "Keys", Key: "?", Do: w.showKeys},
		{Menu: screen.HelpMenu, Label: "About Demarche", Do: w.showAbout},
	}
}

func (w *Window) focusSearch() {
	w.win.Canvas().Focus(w.bar.search)
	w.bar.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}
