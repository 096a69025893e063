package review

import (
	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/data"
)

// menu is the name of the screen's own menu.
const menu = "Review"

// Commands are those of the screen.
func (s *Screen) Commands() []screen.Command {
	now := s.queue.current()
	is := func(states ...data.SuggestionState) func() bool {
		ok := false
		for _, state := range states {
			ok = ok || now != nil && now.State == state
		}
		return func() bool { return ok }
	}
	some := func() bool { return len(s.queue.shown) > 0 }
	selected := func() bool { _, _, ok := s.reader.selection(); return ok }
	shown := func() bool { return s.doc != "" }
	step := func(n int) func() { return func() { s.queue.step(n); s.choose(s.queue.selected) } }
	const far = 1 << 30
	return []screen.Command{
		{Menu: menu, Label: "Accept", Key: fyne.KeyA, Do: s.accept, Enabled: is(data.Open, data.Rejected)},
		{Menu: menu, Label: "Edit and accept…", Key: fyne.KeyE, Also: []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}, Do: s.edit, Enabled: func() bool { return now != nil }},
		{Menu: menu, Label: "Reject", Key: fyne.KeyX, Do: s.reject, Enabled: is(data.Open)},
		{Menu: menu, Label: "Merge with the event of the case", Key: fyne.KeyM, Do: s.merge, Enabled: is(data.Open)},
		{Menu: menu, Label: "Take the decision back", Key: fyne.KeyR, Do: s.reopen, Enabled: is(data.Accepted, data.Rejected)},
		{Menu: menu, Label: "Accept all that are sure", Key: fyne.KeyA, Modifier: fyne.KeyModifierShift, Do: s.acceptSure, Enabled: func() bool { return len(s.queue.all) > 0 }},
		{Menu: menu, Label: "Undo the last step", Key: fyne.KeyU, Do: s.undo},
		{Menu: menu, Label: "Next suggestion", Key: fyne.KeyJ, Also: []fyne.KeyName{fyne.KeyDown, fyne.KeyRight}, Do: step(1), Enabled: some, Break: true},
		{Menu: menu, Label: "Previous suggestion", Key: fyne.KeyK, Also: []fyne.KeyName{fyne.KeyUp, fyne.KeyLeft}, Do: step(-1), Enabled: some},
		{Menu: menu, Label: "First suggestion", Key: fyne.KeyHome, Do: step(-far), Enabled: some},
		{Menu: menu, Label: "Last suggestion", Key: fyne.KeyEnd, Do: step(far), Enabled: some},
		{Menu: menu, Label: "Scroll down", Key: fyne.KeyPageDown, Also: []fyne.KeyName{fyne.KeySpace}, Do: func() { s.reader.scrollBy(1) }, Enabled: shown},
		{Menu: menu, Label: "Scroll up", Key: fyne.KeyPageUp, Do: func() { s.reader.scrollBy(-1) }, Enabled: shown},
		{Menu: menu, Label: "Event from the selection…", Key: fyne.KeyV, Do: s.newEvent, Enabled: shown, Break: true},
		{Menu: menu, Label: "Position from the selection…", Key: fyne.KeyP, Do: s.newPosition, Enabled: shown},
		{Menu: menu, Label: "Clear the selection", Key: fyne.KeyEscape, Do: s.reader.clearSelection, Enabled: shown},
		{Menu: menu, Label: "Next document", Key: "]", Do: func() { s.stepDocument(1) }, Enabled: shown, Break: true},
		{Menu: menu, Label: "Previous document", Key: "[", Do: func() { s.stepDocument(-1) }, Enabled: shown},
		{Menu: menu, Label: "Document details…", Key: fyne.KeyD, Do: s.showDetails, Enabled: shown},
		{Menu: menu, Label: "Save the original file…", Do: s.saveOriginal, Enabled: shown},
		{Menu: menu, Label: "Remove the document", Do: func() { s.host.Desk.Remove(data.Ref{Kind: data.KindDocument, ID: s.doc}) }, Enabled: shown},
		{Menu: screen.EditMenu, Label: "Copy", Key: fyne.KeyC, Modifier: fyne.KeyModifierShortcutDefault, Do: s.copyText, Enabled: selected, Break: true},
	}
}

func (s *Screen) copyText() {
	if text := s.reader.selectedText(); text != "" {
		fyne.CurrentApp().Clipboard().SetContent(text)
		s.host.Desk.Tell("Copied")
	}
}

// selectionTools are the buttons beside selected text.
func (s *Screen) selectionTools() fyne.CanvasObject {
	row := ui.Row(6, -1, ui.NewKeyed("Event", "V", true, s.newEvent), ui.NewKeyed("Position", "P", true, s.newPosition), ui.NewButton("Copy", s.copyText))
	return ui.NewCard(row, nil)
}
