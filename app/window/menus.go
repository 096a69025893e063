package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"demarche/app/screen"
)

// menus is the main menu: the window's commands and those of the screen in front.
type menus struct {
	w     *Window
	shown string // what the menu looks like, to leave it alone while it is the same
	all   []screen.Command
}

func newMenus(w *Window) *menus { return &menus{w: w} }

// refresh builds the menu where it looks different from the one shown.
func (m *menus) refresh() {
	m.all = m.w.commands()
	if s := m.w.front(); s != nil {
		m.all = append(m.all, s.Commands()...)
	}
	var look strings.Builder
	for _, c := range m.all {
		look.WriteString(c.Menu + "\t" + c.Under + "\t" + c.Label + "\t" + string(c.Key) + state(c) + "\n")
	}
	look.WriteString(strings.Join(m.w.set.Recent(), "\n"))
	if look.String() == m.shown {
		return
	}
	m.shown = look.String()
	m.w.win.SetMainMenu(m.build())
}

func state(c screen.Command) string {
	s := "-"
	if enabled(c) {
		s = "+"
	}
	if c.Checked != nil && c.Checked() {
		s += "x"
	}
	return s
}

func enabled(c screen.Command) bool { return c.Enabled == nil || c.Enabled() }

func (m *menus) build() *fyne.MainMenu {
	main := &fyne.MainMenu{}
	byName := map[string]*fyne.Menu{}
	for _, name := range []string{screen.FileMenu, screen.EditMenu, screen.ViewMenu, screen.GoMenu} {
		byName[name] = fyne.NewMenu(name)
		main.Items = append(main.Items, byName[name])
	}
	for _, c := range m.all {
		menu, ok := byName[c.Menu]
		if !ok {
			menu = fyne.NewMenu(c.Menu)
			byName[c.Menu] = menu
			main.Items = append(main.Items, menu)
		}
		if c.Under != "" {
			menu = under(menu, c.Under)
		}
		if c.Break && len(menu.Items) > 0 {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		menu.Items = append(menu.Items, m.item(c))
	}
	m.recents(byName[screen.FileMenu])
	helpLast(main)
	return main
}

// under is the submenu of that label, made where it is first asked for.
func under(menu *fyne.Menu, label string) *fyne.Menu {
	for _, it := range menu.Items {
		if it.Label == label && it.ChildMenu != nil {
			return it.ChildMenu
		}
	}
	it := fyne.NewMenuItem(label, nil)
	it.ChildMenu = fyne.NewMenu(label)
	menu.Items = append(menu.Items, it)
	return it.ChildMenu
}

// helpLast moves the Help menu to the end, after those of the screens.
func helpLast(main *fyne.MainMenu) {
	for i, menu := range main.Items {
		if menu.Label == screen.HelpMenu {
			main.Items = append(append(main.Items[:i:i], main.Items[i+1:]...), menu)
			return
		}
	}
}

func (m *menus) item(c screen.Command) *fyne.MenuItem {
	it := fyne.NewMenuItem(c.Label, func() { m.w.run(c) })
	it.Disabled = !enabled(c)
	it.Checked = c.Checked != nil && c.Checked()
	it.IsQuit = c.Label == quitLabel
	if c.Key != "" {
		it.Shortcut = shortcut(c)
	}
	return it
}

// recents puts the submenu of recent cases below Open.
func (m *menus) recents(file *fyne.Menu) {
	for _, it := range file.Items {
		if it.Label != recentLabel {
			continue
		}
		it.ChildMenu = fyne.NewMenu("")
		for _, path := range m.w.set.Recent() {
			it.ChildMenu.Items = append(it.ChildMenu.Items, fyne.NewMenuItem(shortPath(path), func() { m.w.Open(path) }))
		}
		it.Disabled = len(it.ChildMenu.Items) == 0
	}
}

// shortcut is the key of a command as Fyne's driver will report it: the driver
// has types of its own for some keys.
func shortcut(c screen.Command) fyne.Shortcut {
	if c.Modifier == fyne.KeyModifierShortcutDefault {
		switch c.Key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}
		case fyne.KeyX:
			return &fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	return &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Modifier}
}
