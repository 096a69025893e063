package rows

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
)

// Options are what a table is made from.
type Options struct {
	Select func(ref data.Ref) // a row was chosen
	Edit   func(ref data.Ref) // a row was clicked twice
	Menu   func(ref data.Ref, at fyne.Position)
	Do     func(f func()) // runs f on the user interface's goroutine; nil: fyne.Do
}

// Table lists what a plot shows. Rows are made only for what is seen, and long
// tables are sorted on another goroutine, with the rows of before in place until
// it is done.
type Table struct {
	OnSorted func() // another column or direction was chosen

	o     Options
	list  *list
	heads []*head
	root  fyne.CanvasObject

	plot   *timeline.Plot // that the rows are, or will be, of
	order  *order
	by     Column
	down   bool
	wishes int // counts the wishes for another order

	ref            data.Ref // what is chosen
	anchor, cursor int      // rows; -1: none. All between them are chosen
}

// atOnce is how many rows are put in order within a frame.
const atOnce = 2000

// New makes an empty table, sorted by date.
func New(o Options) *Table {
	if o.Do == nil {
		o.Do = fyne.Do
	}
	t := &Table{o: o, order: &order{c: &data.Case{}}, anchor: -1, cursor: -1}
	t.list = newList(t)
	heads := make([]fyne.CanvasObject, 0, columns)
	for _, c := range Columns() {
		h := newHead(t, c)
		t.heads = append(t.heads, h)
		heads = append(heads, h)
	}
	// The list keeps room for nothing at its sides, so headings stand over cells.
	top := container.New(columnLayout{headHeight}, heads...)
	t.root = container.NewBorder(container.NewBorder(nil, ui.HLine(), nil, nil, top), nil, nil, nil, container.NewStack(ui.NewBox(ui.ColorPage, "", 0), t.list))
	return t
}

// Object is what to put on the screen.
func (t *Table) Object() fyne.CanvasObject { return t.root }

// Len is the number of rows.
func (t *Table) Len() int { return len(t.order.refs) }

// Show lists what a plot shows.
func (t *Table) Show(p *timeline.Plot) {
	if p != t.plot && p != nil {
		t.plot = p
		t.arrange()
	}
}

// SortedBy is the column that the rows are sorted by, and whether downwards.
func (t *Table) SortedBy() (by Column, down bool) { return t.by, t.down }

// SortBy sorts by a column, the other way round where it is sorted by it already.
func (t *Table) SortBy(c Column) {
	t.by, t.down = c, c == t.by && !t.down
	for _, h := range t.heads {
		h.Refresh()
	}
	if t.plot != nil {
		t.arrange()
	}
	if t.OnSorted != nil {
		t.OnSorted()
	}
}

func (t *Table) arrange() {
	t.wishes++
	n, p, by, down := t.wishes, t.plot, t.by, t.down
	if p.Len()+len(p.Undated()) <= atOnce {
		t.take(arrange(p, by, down))
		return
	}
	go func() {
		o := arrange(p, by, down)
		t.o.Do(func() {
			if n == t.wishes {
				t.take(o)
			}
		})
	}()
}

// take shows rows in another order; what is chosen stays so.
func (t *Table) take(o *order) {
	t.order = o
	t.cursor = o.find(t.ref)
	t.anchor = t.cursor
	t.list.Refresh()
	t.reveal()
}

// Select chooses the row of a record, for one that was selected elsewhere.
func (t *Table) Select(ref data.Ref) {
	if ref == t.ref {
		return
	}
	t.ref = ref
	t.cursor = t.order.find(ref)
	t.anchor = t.cursor
	t.looks()
	t.reveal()
}

// choose chooses a row, or with extend all rows from the first one to it.
func (t *Table) choose(at int, extend bool) {
	if len(t.order.refs) == 0 {
		return
	}
	t.cursor = min(max(at, 0), len(t.order.refs)-1)
	if !extend || t.anchor < 0 {
		t.anchor = t.cursor
	}
	t.ref = t.order.refs[t.cursor]
	t.looks()
	t.reveal()
	t.o.Select(t.ref)
}

// chosen reports whether a row is among the chosen ones.
func (t *Table) chosen(at int) bool {
	return t.cursor >= 0 && at >= min(t.anchor, t.cursor) && at <= max(t.anchor, t.cursor)
}

// looks shows in the rows that are seen which are chosen.
func (t *Table) looks() {
	for l := range t.list.lines {
		l.look()
	}
}

func (t *Table) reveal() {
	if t.cursor >= 0 && t.list.Size().Height > 0 {
		t.list.ScrollTo(t.cursor)
	}
}

// chooseAll chooses every row; what the detail pane shows stays.
func (t *Table) chooseAll() {
	if n := len(t.order.refs); n > 0 {
		t.anchor = 0
		t.cursor = n - 1
		t.looks()
	}
}

// Focus gives the rows the keyboard.
func (t *Table) Focus() { t.takeKeys() }

func (t *Table) takeKeys() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.list); c != nil {
		c.Focus(t.list)
	}
}

// list is the rows; it moves the choice with the keys. Fyne's list makes lines
// only for what is seen, but its own choice is one row and not told to others.
type list struct {
	widget.List
	t       *Table
	lines   map[*line]bool
	focused bool
}

func newList(t *Table) *list {
	l := &list{t: t, lines: map[*line]bool{}}
	l.HideSeparators = true
	l.Length = func() int { return len(t.order.refs) }
	l.CreateItem = func() fyne.CanvasObject {
		line := newLine(t)
		l.lines[line] = true
		return line
	}
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*line).show(i) }
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained marks the row that the keys move.
func (l *list) FocusGained() { l.focused = true; l.t.looks() }

// FocusLost takes the mark away.
func (l *list) FocusLost() { l.focused = false; l.t.looks() }

// TypedRune goes to the window.
func (l *list) TypedRune(r rune) { ui.PassRune(l, r) }

// TypedKey moves the choice, with Shift held down its end; other keys go to the
// window.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	t := l.t
	page := max(1, int(l.Size().Height/(rowHeight+4))-1)
	to := t.cursor
	switch e.Name {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(t.order.refs) - 1
	default:
		ui.PassKey(l, e)
		return
	}
	t.choose(to, ui.Modifiers()&fyne.KeyModifierShift != 0)
}

// TypedShortcut chooses all rows.
func (l *list) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutSelectAll); ok {
		l.t.chooseAll()
	}
}

// AccessibilityLabel is what a screen reader says.
func (l *list) AccessibilityLabel() string { return "Table of events and positions" }

// AccessibilityRole is that of text, a table's nearest kin.
func (l *list) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
