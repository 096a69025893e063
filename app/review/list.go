package review

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/data"
)

// listPane is the right side: how far the review is, and the suggestions.
type listPane struct {
	s       *Screen
	root    fyne.CanvasObject
	count   *ui.Text
	meter   *fyne.Container
	views   *ui.Segmented
	note    *fyne.Container // all reviewed, nothing found
	cards   *cards
	said    string
	top     *fyne.Container
	keyHelp fyne.CanvasObject
}

func newListPane(s *Screen) *listPane {
	l := &listPane{s: s, count: ui.NewText("", ui.Style{Size: 13, Color: ui.ColorMuted}), meter: container.NewStack(ui.Meter(0, ui.Good)), note: ui.Column(6)}
	l.views = ui.NewSegmented([]string{"All", "Open", "Accepted", "Rejected"}, func(i int) { l.setView(view(i)) })
	l.cards = newCards()
	l.cards.onTap = s.choose
	l.cards.small = func(x *data.Suggestion) fyne.CanvasObject { return small(s.ses.Case(), asKept(s.ses.Case(), x)) }
	l.cards.large = func(x *data.Suggestion) fyne.CanvasObject {
		x = asKept(s.ses.Case(), x)
		return large(s.ses.Case(), x, inSourceWords(s.dates, x), s.same(x), cardActions{s.accept, s.edit, s.reject, s.reopen, s.merge, s.toTimeline})
	}
	l.top = ui.Column(9, ui.Row(8, 1, ui.NewText("Suggestions", ui.Sub), ui.Gap(1, 1), l.count), l.meter, ui.Row(0, -1, l.views), l.note)
	l.keyHelp = keyHelp()
	l.root = ui.Pad(16, 0, 10, 16, container.NewBorder(ui.Pad(0, cardSide, 10, 0, l.top), ui.Pad(8, cardSide, 0, 0, l.keyHelp), nil, nil, l.cards.scroll))
	return l
}

// keyHelp is the line of keys under the list.
func keyHelp() fyne.CanvasObject {
	key := func(k string) fyne.CanvasObject { return ui.NewKbd(k) }
	word := func(w string) fyne.CanvasObject { return ui.NewText(w, ui.Note) }
	return ui.Column(3,
		ui.Row(5, -1, key("J"), key("K"), word("next, previous ·"), key("Shift A"), word("accept all that are sure")),
		ui.Row(5, -1, key("Ctrl Z"), word("undo · select text, then"), key("V"), word("event or"), key("P"), word("position")))
}

func (l *listPane) setView(v view) {
	l.views.SetSelected(int(v))
	l.s.queue.setView(v)
	l.refresh(false)
	l.s.showSelected()
	l.s.host.Desk.Refresh()
}

func (l *listPane) refresh(fresh bool) {
	q := &l.s.queue
	n, all := q.reviewed(), len(q.all)
	said := fmt.Sprintf("%d of %d reviewed", n, all)
	if all == 0 {
		said = ""
	}
	if key := fmt.Sprint(said, len(q.shown), q.view, l.s.doc, l.s.reader.text == nil); key != l.said || fresh {
		l.said = key
		setText(l.count, said)
		part := 0.0
		if all > 0 {
			part = float64(n) / float64(all)
		}
		l.meter.Objects = []fyne.CanvasObject{ui.Meter(part, ui.Good)}
		l.note.Objects = l.notes(n, all)
		setShown(l.meter, all > 0)
		setShown(l.views, all > 0)
		setShown(l.note, len(l.note.Objects) > 0)
		l.top.Refresh()
		if o, ok := l.root.(*fyne.Container); ok {
			o.Refresh()
			canvas.Refresh(o)
		}
	}
	l.cards.set(q.shown, q.index(q.selected), fresh)
}

func setShown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// notes is what stands above the list: what to do where there is nothing to do.
func (l *listPane) notes(done, all int) []fyne.CanvasObject {
	q := &l.s.queue
	switch {
	case l.s.doc == "":
		return []fyne.CanvasObject{ui.NewWrapped("What is found in a document is listed here, to be accepted, edited or rejected.", ui.Muted)}
	case all == 0 && l.s.reader.text == nil:
		return []fyne.CanvasObject{ui.NewWrapped("The document is being laid out…", ui.Muted)}
	case all == 0:
		return []fyne.CanvasObject{ui.NewWrapped("Nothing was found. Select a passage and press V to make an event of it, or P to make a position.", ui.Muted)}
	case done == all:
		return []fyne.CanvasObject{ui.Row(10, 0, ui.NewText("All reviewed.", ui.Strong), ui.NewButton("See the timeline →", func() { l.s.host.Desk.Show(screen.Timeline) }))}
	case len(q.shown) == 0:
		return []fyne.CanvasObject{ui.NewWrapped("None of the suggestions is in this state.", ui.Muted)}
	}
	return nil
}
