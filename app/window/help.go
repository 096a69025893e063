package window

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/ui"
)

// showKeys lists every command that has a key.
func (w *Window) showKeys() {
	col := ui.Column(4)
	menu := ""
	for _, c := range byMenu(w.menu.all) {
		if c.Key == "" {
			continue
		}
		if c.Menu != menu {
			if menu = c.Menu; len(col.Objects) > 0 {
				col.Add(ui.Gap(0, 6))
			}
			col.Add(ui.Section(menu))
		}
		col.Add(ui.Row(10, 1, ui.Sized(150, 0, keyCaps(c)), ui.NewCut(strings.TrimSuffix(c.Label, "…"), ui.Plain)))
	}
	ui.ShowDialog(w.win, ui.DialogOptions{Title: "Keys", Width: 480, Content: scrolled(480, col)})
}

// byMenu is the commands menu by menu, as the menus have them.
func byMenu(all []screen.Command) []screen.Command {
	place := map[string]int{}
	for _, c := range all {
		if _, ok := place[c.Menu]; !ok {
			place[c.Menu] = len(place)
		}
	}
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b screen.Command) int { return cmp.Compare(place[a.Menu], place[b.Menu]) })
	return out
}

func keyCaps(c screen.Command) fyne.CanvasObject {
	row := ui.Row(4, -1)
	for _, k := range keyNames(c) {
		row.Add(ui.NewKbd(k))
	}
	return row
}

// keyNames are the key caps of a command, as the system writes them.
func keyNames(c screen.Command) []string {
	var out []string
	if c.Modifier&fyne.KeyModifierShortcutDefault != 0 {
		out = append(out, ctrlName())
	}
	if c.Modifier&fyne.KeyModifierAlt != 0 {
		out = append(out, "Alt")
	}
	if c.Modifier&fyne.KeyModifierShift != 0 {
		out = append(out, "Shift")
	}
	name := string(c.Key)
	switch c.Key {
	case fyne.KeyLeft:
		name = "←"
	case fyne.KeyRight:
		name = "→"
	case fyne.KeyUp:
		name = "↑"
	case fyne.KeyDown:
		name = "↓"
	case fyne.KeyEscape:
		name = "Esc"
	case fyne.KeyReturn:
		name = "Enter"
	}
	return append(out, name)
}

func ctrlName() string {
	if runtime.GOOS == "darwin" {
		return "⌘"
	}
	return "Ctrl"
}

func (w *Window) showAbout() {
	text := fmt.Sprintf("Demarche %s turns documents about a negotiation into a timeline that can be checked. "+
		"It works offline: nothing that you import leaves this computer.", w.o.Version)
	path := "No case is open."
	if w.open != nil {
		path = "The open case is kept in " + w.open.file.Path()
	}
	content := ui.Column(10, ui.NewWrapped(text, ui.Plain), ui.NewWrapped(path, ui.Note))
	ui.ShowDialog(w.win, ui.DialogOptions{Title: "About Demarche", Width: 420, Content: content})
}
