package window

import (
	"demarche/app/words"
	"errors"
	"fmt"

	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/store"
)

var _ screen.Desk = (*Window)(nil)

// Show brings a screen to the front.
func (w *Window) Show(id string) {
	if w.open == nil {
		return
	}
	for i, s := range w.open.screens {
		if s.ID() != id || i == w.open.front {
			continue
		}
		w.front().Hidden()
		w.open.front = i
		w.set.SetScreen(id)
		w.bar.choose(i)
		w.showFront()
		return
	}
}

// passages is the screen that shows documents; nil where there is none.
func (w *Window) passages() (screen.Passages, string) {
	if w.open != nil {
		for _, s := range w.open.screens {
			if p, ok := s.(screen.Passages); ok {
				return p, s.ID()
			}
		}
	}
	return nil, ""
}

// OpenDocument shows a document on the Documents screen.
func (w *Window) OpenDocument(id data.ID) {
	if p, name := w.passages(); p != nil {
		w.Show(name)
		p.OpenDocument(id)
	}
}

// OpenPassage shows a passage in its document.
func (w *Window) OpenPassage(at data.Passage) {
	if p, name := w.passages(); p != nil {
		w.Show(name)
		p.OpenPassage(at)
	}
}

// Edit opens the form of a record.
func (w *Window) Edit(ref data.Ref) {
	if w.open != nil && w.open.forms != nil {
		w.open.forms.Edit(ref)
	}
}

// NewEvent opens an empty form, but for what the seed holds.
func (w *Window) NewEvent(seed data.Event) {
	if w.open != nil && w.open.forms != nil {
		w.open.forms.NewEvent(seed)
	}
}

// NewPosition opens an empty form, but for what the seed holds.
func (w *Window) NewPosition(seed data.Position) {
	if w.open != nil && w.open.forms != nil {
		w.open.forms.NewPosition(seed)
	}
}

// Tell says a line at the bottom of the window for some seconds.
func (w *Window) Tell(text string) { w.toss.Show(text, "", nil) }

// TellUndo says a line with a way back.
func (w *Window) TellUndo(text string) { w.toss.Show(text, "Undo", w.undo) }

// Fail shows an error until it is read.
func (w *Window) Fail(err error) {
	if err == nil {
		return
	}
	ui.ShowMessage(w.win, "That did not work", words.Sentence(err))
}

// Refresh shows the state of the case in the bars and menus.
func (w *Window) Refresh() {
	w.bar.refresh()
	w.foot.show(w.statusLeft(), w.statusHint())
	w.menu.refresh()
}

func (w *Window) statusLeft() []string {
	s := w.front()
	if s == nil {
		return nil
	}
	return append([]string{"✓ Saved"}, s.Status().Left...)
}

func (w *Window) statusHint() string {
	if s := w.front(); s != nil {
		return s.Status().Hint
	}
	return ""
}

func (w *Window) undo() { w.step((*openCase).undo, "Undone: %s") }
func (w *Window) redo() { w.step((*openCase).redo, "Done again: %s") }

func (o *openCase) undo() (string, error) {
	if o.ses.LanesUndo() {
		o.ses.UndoLanes()
		return session.LanesLabel, nil
	}
	return o.file.Undo()
}

func (o *openCase) redo() (string, error) {
	if o.ses.LanesRedo() {
		o.ses.RedoLanes()
		return session.LanesLabel, nil
	}
	return o.file.Redo()
}

// undoLabels are what undo and redo would do, "" for nothing.
func (o *openCase) undoLabels() (undo, redo string) {
	undo, redo = o.file.UndoLabel(), o.file.RedoLabel()
	if o.ses.LanesUndo() {
		undo = session.LanesLabel
	}
	if o.ses.LanesRedo() {
		redo = session.LanesLabel
	}
	return undo, redo
}

func (w *Window) step(f func(*openCase) (string, error), say string) {
	if w.open == nil {
		return
	}
	label, err := f(w.open)
	if errors.Is(err, store.ErrNothing) { // a key that was held down
		w.Tell("There is nothing more to undo or redo.")
		return
	}
	if err != nil {
		w.Fail(err)
		return
	}
	w.Tell(fmt.Sprintf(say, label))
}
