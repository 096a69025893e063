package rows

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data"
)

const (
	rowHeight  = 24
	headHeight = 28
)

// line is a row on the screen. The list gives it another row to show while one
// scrolls.
type line struct {
	widget.BaseWidget
	t     *Table
	at    int
	ref   data.Ref
	said  string
	back  *ui.Box
	cells [columns]*ui.Text
	hover bool
}

func newLine(t *Table) *line {
	l := &line{t: t, at: -1, back: ui.NewBox("", "", 4)}
	for i := range l.cells {
		l.cells[i] = ui.NewCut("", ui.Plain)
	}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer lays out the cells over the colour of the row.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	cells := make([]fyne.CanvasObject, columns)
	for i, c := range l.cells {
		cells[i] = c
	}
	return widget.NewSimpleRenderer(container.NewStack(l.back, container.New(columnLayout{rowHeight}, cells...)))
}

// show puts a row of the table on the line.
func (l *line) show(at int) {
	l.at = at
	o := l.t.order
	if at < 0 || at >= len(o.refs) {
		return
	}
	cells, tone := Row(o.c, o.refs[at])
	l.ref, l.said = o.refs[at], cells[Date]+": "+cells[What]
	for i, text := range cells {
		style := ui.Plain
		switch Column(i) {
		case Date, Who, Issue, Source, State:
			style = ui.Note
		case Sort:
			style = ui.Style{Size: 12, Tone: tone, Bold: tone != ui.Neutral, Color: ui.ColorMuted}
		}
		if t := l.cells[i]; t.String() != text || Column(i) == Sort {
			t.SetSpans(ui.Span{Text: text, Style: style})
		}
	}
	l.look()
}

// look shows whether the row is chosen.
func (l *line) look() {
	fill, stroke := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	switch {
	case l.t.chosen(l.at):
		fill = ui.ColorSelected
	case l.hover:
		fill = "hover"
	}
	if l.t.list.focused && l.at == l.t.cursor {
		stroke = ui.ColorAccent
	}
	if l.back.Fill != fill || l.back.Stroke != stroke {
		l.back.Fill, l.back.Stroke = fill, stroke
		l.back.Refresh()
	}
}

// AccessibilityLabel is what a screen reader says.
func (l *line) AccessibilityLabel() string { return l.said }

// AccessibilityRole is text.
func (l *line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MouseDown chooses the row, so that nothing waits for a second click; with Shift
// all rows up to it.
func (l *line) MouseDown(e *desktop.MouseEvent) {
	l.t.takeKeys()
	if e.Button == desktop.MouseButtonPrimary || !l.t.chosen(l.at) {
		l.t.choose(l.at, e.Modifier&fyne.KeyModifierShift != 0)
	}
}

// MouseUp does nothing: MouseDown chose.
func (l *line) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped edits the row.
func (l *line) DoubleTapped(*fyne.PointEvent) { l.t.o.Edit(l.ref) }

// TappedSecondary opens the menu of the row.
func (l *line) TappedSecondary(e *fyne.PointEvent) { l.t.o.Menu(l.ref, e.AbsolutePosition) }

// MouseIn, MouseMoved and MouseOut mark the row under the pointer.
func (l *line) MouseIn(*desktop.MouseEvent)    { l.hover = true; l.look() }
func (l *line) MouseMoved(*desktop.MouseEvent) {}
func (l *line) MouseOut()                      { l.hover = false; l.look() }

// head is a heading that sorts by its column.
type head struct {
	ui.Pressable
	t    *Table
	of   Column
	text *ui.Text
}

func newHead(t *Table, of Column) *head {
	h := &head{t: t, of: of, text: ui.NewCut(of.String(), ui.Note)}
	h.Label = "Sort by " + of.String()
	h.OnTap = func() { t.SortBy(of) }
	h.Init(h)
	return h
}

// CreateRenderer draws the heading with the sign of the order.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{WidgetRenderer: widget.NewSimpleRenderer(h.text), h: h}
	r.look()
	return r
}

type headRenderer struct {
	fyne.WidgetRenderer
	h *head
}

func (r *headRenderer) look() {
	style, sign := ui.Style{Size: 12, Bold: true, Color: ui.ColorHeading}, ""
	if r.h.t.by == r.h.of {
		style.Color, sign = ui.ColorAccent, " ▲"
		if r.h.t.down {
			sign = " ▼"
		}
	}
	if r.h.Hovered() || r.h.Focused() {
		style.Color = ui.ColorAccent
	}
	r.h.text.SetSpans(ui.Span{Text: r.h.of.String(), Style: style}, ui.Span{Text: sign, Style: ui.Style{Size: 9, Color: ui.ColorAccent}})
}

func (r *headRenderer) Refresh() {
	r.look()
	r.WidgetRenderer.Refresh()
}
