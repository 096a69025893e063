package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// at is the word and the code point under a place of the widget.
func (r *reader) at(p fyne.Position) (word, point int, inside bool) {
	if r.page == nil {
		return -1, 0, false
	}
	x, _ := r.column()
	word, inside = r.page.At(p.X-x, p.Y-r.textTop())
	if word < 0 {
		return -1, 0, false
	}
	return word, r.page.Point(word, p.X-x, p.Y-r.textTop()), inside
}

// MouseDown selects: the passage under the pointer, with a second press the word,
// with a third the paragraph.
func (r *reader) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Unfocus()
	}
	word, point, inside := r.at(e.Position)
	if word < 0 || e.Position.Y < r.textTop()-4 {
		r.clearSelection()
		return
	}
	if e.Modifier&fyne.KeyModifierShift != 0 && r.sel.on {
		r.sel.to = word
		r.selected()
		return
	}
	switch n := r.press.count(e.Position, r.now()); {
	case n == 1:
		r.clearSelection()
		r.sel = selection{from: word, to: word}
		if m, ok := under(r.marks, point); inside && ok && r.onPress != nil {
			r.onPress(m)
		}
	case inside || n == 3:
		r.sel = selection{on: true, from: word, to: word, unit: aWord}
		if n == 3 {
			r.sel.unit = aParagraph
		}
		r.selected()
	}
}

// MouseUp ends nothing: what is selected stays.
func (r *reader) MouseUp(*desktop.MouseEvent) {}

// Dragged selects words; at the edge the text moves on.
func (r *reader) Dragged(e *fyne.DragEvent) {
	word, _, _ := r.at(e.Position)
	if word < 0 {
		return
	}
	if !r.sel.on {
		r.sel.on, r.sel.unit = true, nothing
	}
	if y := e.Position.Y - r.scroll.Offset.Y; y < 12 {
		r.scrollTo(r.scroll.Offset.Y - float32(spacing.Line))
	} else if y > r.scroll.Size().Height-12 {
		r.scrollTo(r.scroll.Offset.Y + float32(spacing.Line))
	}
	if r.sel.to != word || r.sel.from == word {
		r.sel.to = word
		r.selected()
	}
}

// DragEnd keeps what is selected.
func (r *reader) DragEnd() {}

// MouseIn, MouseMoved and MouseOut change the pointer over passages.
func (r *reader) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved looks for a passage.
func (r *reader) MouseMoved(e *desktop.MouseEvent) {
	_, point, inside := r.at(e.Position)
	_, ok := under(r.marks, point)
	r.hand = inside && ok
}

// MouseOut forgets it.
func (r *reader) MouseOut() { r.hand = false }

// selected shows what is selected now.
func (r *reader) selected() {
	r.placeTools()
	r.repaint()
	if r.onSelect != nil {
		r.onSelect()
	}
}

func (r *reader) clearSelection() {
	was := r.sel.on
	r.sel = selection{}
	r.shown = flowSpan{}
	r.tools.Hide()
	r.repaint()
	if was && r.onSelect != nil {
		r.onSelect()
	}
}

// selection is the code points that are selected; ok is false where none are.
func (r *reader) selection() (start, end int, ok bool) {
	s := r.sel.span(r.text)
	return s.start, s.end, s.end > s.start
}

// selectedText is what the selection says.
func (r *reader) selectedText() string {
	start, end, ok := r.selection()
	if !ok {
		return ""
	}
	return r.text.Slice(start, end)
}

// placeTools puts the buttons below the selection.
func (r *reader) placeTools() {
	start, end, ok := r.selection()
	if !ok || r.page == nil {
		r.tools.Hide()
		return
	}
	_, bottom, _ := r.page.Extent(start, end)
	x, w := r.column()
	size := r.tools.MinSize()
	left := x
	first, last := 0, r.page.Lines()-1
	if r.boxes = r.page.Boxes(start, end, first, last, r.boxes[:0]); len(r.boxes) > 0 {
		left = x + min(r.boxes[len(r.boxes)-1].X0, w-size.Width)
	}
	r.tools.Resize(size)
	r.tools.Move(fyne.NewPos(left, float32(bottom)+r.textTop()+4))
	r.tools.Show()
}
