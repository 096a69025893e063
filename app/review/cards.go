package review

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data"
)

// cards is the list of suggestions. Only those in view are made, so that a
// document with a thousand of them scrolls as one with ten. All are of one
// height but the selected one.
type cards struct {
	widget.BaseWidget
	scroll *container.Scroll
	small  func(*data.Suggestion) fyne.CanvasObject
	large  func(*data.Suggestion) fyne.CanvasObject
	onTap  func(data.ID)

	rows     []*data.Suggestion
	selected int // -1: none
	made     map[*data.Suggestion]*ui.Card
	open     *ui.Card // the selected one
	openH    float32
	width    float32
	seen     []fyne.CanvasObject
}

const (
	cardHeight = 64
	cardGap    = 9
	cardSide   = 16
	maxCards   = 80 // that are kept beyond those in view
)

func newCards() *cards {
	l := &cards{selected: -1, made: map[*data.Suggestion]*ui.Card{}}
	l.ExtendBaseWidget(l)
	l.scroll = container.NewVScroll(l)
	l.scroll.OnScrolled = func(fyne.Position) { l.place() }
	return l
}

// set shows other suggestions. fresh makes every card anew.
func (l *cards) set(rows []*data.Suggestion, selected int, fresh bool) {
	l.rows, l.selected = rows, selected
	if fresh {
		clear(l.made)
	}
	l.open = nil
	if selected >= 0 {
		l.open = ui.NewCard(l.large(rows[selected]), nil)
		l.open.SetSelected(true)
	}
	l.fit()
}

// forget makes the cards anew of what was accepted as one of the records.
func (l *cards) forget(touched []data.Ref) {
	for s := range l.made {
		if s.State == data.Accepted && slices.Contains(touched, s.ResultRef()) {
			delete(l.made, s)
		}
	}
}

// fit measures the selected card for the width and lays out.
func (l *cards) fit() {
	if l.width <= 0 {
		return
	}
	l.openH = cardHeight
	if l.open != nil {
		l.open.Resize(fyne.NewSize(l.width, l.open.MinSize().Height))
		l.open.Refresh()
		l.openH = l.open.MinSize().Height
	}
	l.scroll.Refresh()
	l.place()
}

func (l *cards) top(i int) float32 {
	y := float32(i) * (cardHeight + cardGap)
	if l.selected >= 0 && i > l.selected {
		y += l.openH - cardHeight
	}
	return y
}

func (l *cards) height(i int) float32 {
	if i == l.selected {
		return l.openH
	}
	return cardHeight
}

// MinSize is the height of all of it.
func (l *cards) MinSize() fyne.Size {
	return fyne.NewSize(80, l.top(len(l.rows)))
}

// Resize lays the cards out for another width.
func (l *cards) Resize(size fyne.Size) {
	l.BaseWidget.Resize(size)
	if w := size.Width - cardSide; w != l.width {
		l.width = w
		l.fit()
	}
}

// place makes and moves the cards in view.
func (l *cards) place() {
	if l.width <= 0 {
		return
	}
	if len(l.made) > maxCards {
		clear(l.made)
	}
	from, to := l.scroll.Offset.Y, l.scroll.Offset.Y+l.scroll.Size().Height
	l.seen = l.seen[:0:0]
	for i := l.rowAt(from); i < len(l.rows) && l.top(i) < to; i++ {
		card := l.card(i)
		card.Move(fyne.NewPos(0, l.top(i)))
		card.Resize(fyne.NewSize(l.width, l.height(i)))
		l.seen = append(l.seen, card)
	}
	canvas.Refresh(l)
}

// rowAt is the row at a height.
func (l *cards) rowAt(y float32) int {
	const step = cardHeight + cardGap
	if l.selected >= 0 && y > l.top(l.selected+1) {
		y -= l.openH - cardHeight
	} else if l.selected >= 0 && y > l.top(l.selected) {
		return l.selected
	}
	return max(0, min(int(y/step), len(l.rows)-1))
}

func (l *cards) card(i int) *ui.Card {
	if i == l.selected {
		return l.open
	}
	s := l.rows[i]
	card := l.made[s]
	if card == nil {
		card = ui.NewCard(l.small(s), func() { l.onTap(s.ID) })
		card.Label = "Suggestion"
		l.made[s] = card
	}
	return card
}

// reveal brings a row into view.
func (l *cards) reveal(i int) {
	if i < 0 || i >= len(l.rows) {
		return
	}
	top, bottom := l.top(i), l.top(i)+l.height(i)
	height := l.scroll.Size().Height
	y := l.scroll.Offset.Y
	switch {
	case top < y || bottom-top > height:
		y = top
	case bottom > y+height:
		y = bottom - height
	default:
		return
	}
	l.scrollTo(y)
}

// toTop brings a row to the top of the list.
func (l *cards) toTop(i int) {
	if i >= 0 && i < len(l.rows) {
		l.scrollTo(l.top(i))
	}
}

func (l *cards) scrollTo(y float32) {
	most := max(0, l.MinSize().Height-l.scroll.Size().Height)
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, most))))
	l.place()
}

func (r cardsRenderer) Refresh() {
	for _, o := range r.l.seen {
		o.Refresh()
	}
	canvas.Refresh(r.l)
}

// CreateRenderer shows the cards in view.
func (l *cards) CreateRenderer() fyne.WidgetRenderer { return cardsRenderer{l} }

type cardsRenderer struct{ l *cards }

func (r cardsRenderer) Layout(fyne.Size)             {}
func (r cardsRenderer) MinSize() fyne.Size           { return r.l.MinSize() }
func (r cardsRenderer) Objects() []fyne.CanvasObject { return r.l.seen }
func (r cardsRenderer) Destroy()                     {}
