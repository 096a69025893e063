package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/data"
)

// Remove moves records to the trash, after a question where others refer to them.
func (w *Window) Remove(refs ...data.Ref) {
	if w.open == nil || len(refs) == 0 {
		return
	}
	ses := w.open.ses
	ch := removal(ses.Case(), refs)
	do := func() {
		if err := ses.Do(ch); err != nil {
			w.Fail(err)
			return
		}
		w.TellUndo("Moved to the trash")
	}
	others := len(ch.Put) + len(ch.Remove) - len(refs)
	if others <= 0 {
		do()
		return
	}
	ui.Ask(w.win, "Move to the trash?", fmt.Sprintf("%s changed with it. You can undo this.", areOthers(others)), "Move to the trash", do)
}

func areOthers(n int) string {
	if n == 1 {
		return "One other record is"
	}
	return fmt.Sprintf("%d other records are", n)
}

// showTrash lists what was removed and brings it back.
func (w *Window) showTrash() {
	items, err := w.open.file.Trash()
	if err != nil {
		w.Fail(err)
		return
	}
	if len(items) == 0 {
		ui.ShowMessage(w.win, "Trash", "The trash is empty. What is removed from the case comes here.")
		return
	}
	col := ui.Column(4)
	for _, it := range items {
		name, kind := recordName(it.Record), kindWord(it.Record.Ref().Kind)
		var row *fyne.Container
		back := ui.NewButton("Restore", func() {
			if err := w.open.file.Restore(it.Record.Ref()); err != nil {
				w.Fail(err)
				return
			}
			col.Remove(row)
			w.Tell("Restored “" + name + "”")
		})
		row = ui.Row(10, 0, ui.Column(0, ui.NewCut(name, ui.Plain),
			ui.NewCut(kind+" · removed "+when(it.Removed, w.o.Now()), ui.Note)), back)
		col.Add(row)
	}
	ui.ShowDialog(w.win, ui.DialogOptions{Title: "Trash", Width: 540, Content: scrolled(listHeight(len(items)), col)})
}

// listHeight is the room for a list of n rows of two lines in a dialog.
func listHeight(n int) float32 { return min(420, max(120, float32(n)*46)) }

// recordName is what a record is called in a list.
func recordName(r data.Record) string {
	switch r := r.(type) {
	case *data.Document:
		return r.Title
	case *data.Actor:
		return r.Name
	case *data.Issue:
		return r.Name
	case *data.Event:
		return r.Title
	case *data.Position:
		return r.Proposal
	case *data.Suggestion:
		if r.Event != nil {
			return r.Event.Title
		}
		return r.Position.Proposal
	case *data.Info:
		return r.Title
	}
	return string(r.Ref().ID)
}

func kindWord(k data.Kind) string { return string(upperFirst([]rune(string(k)))) }

// showHistory lists the changes of the case, newest first.
func (w *Window) showHistory() {
	const most = 500
	entries, err := w.open.file.History(most)
	if err != nil {
		w.Fail(err)
		return
	}
	if len(entries) == 0 {
		ui.ShowMessage(w.win, "History", "Nothing was changed in this case yet.")
		return
	}
	col := ui.Column(5)
	for _, e := range entries {
		style, note := ui.Plain, when(e.Time, w.o.Now())+" · "+touched(e.Refs)
		if e.Undone {
			style, note = ui.Muted, note+" · undone"
		}
		col.Add(ui.Column(0, ui.NewCut(e.Label, style), ui.NewCut(note, ui.Note)))
	}
	ui.ShowDialog(w.win, ui.DialogOptions{Title: "History", Width: 540, Content: scrolled(listHeight(len(entries)), col)})
}

// touched counts records by kind: "1 event, 2 actors".
func touched(refs []data.Ref) string {
	n := map[data.Kind]int{}
	for _, r := range refs {
		n[r.Kind]++
	}
	var parts []string
	for _, k := range data.Kinds() {
		if n[k] > 0 {
			parts = append(parts, counted(n[k], string(k)))
		}
	}
	slices.Reverse(parts)
	return strings.Join(parts, ", ")
}
