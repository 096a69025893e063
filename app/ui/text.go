package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Style is how a run of text looks. The zero value is 13 pixels, regular, in
// the text colour.
type Style struct {
	Size         float32
	Color        fyne.ThemeColorName
	Tone         Tone // its text colour is used where the tone is not Neutral
	Bold, Italic bool
}

// Styles that occur everywhere.
var (
	Plain   = Style{}
	Strong  = Style{Bold: true}
	Muted   = Style{Color: ColorMuted}
	Faint   = Style{Color: ColorFaint, Size: 12}
	Small   = Style{Size: 12}
	Note    = Style{Color: ColorMuted, Size: 12}
	Title   = Style{Bold: true, Size: 14}
	Heading = Style{Bold: true, Size: 20}
	Sub     = Style{Bold: true, Size: 17}
)

func (s Style) size() float32 {
	if s.Size == 0 {
		return 13
	}
	return s.Size
}

func (s Style) font() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold, Italic: s.Italic} }

func (s Style) color() color.Color {
	if s.Tone != Neutral {
		return s.Tone.Text()
	}
	if s.Color == "" {
		return Color(ColorText)
	}
	return Color(s.Color)
}

// Span is a run of text in one style.
type Span struct {
	Text  string
	Style Style
}

// Flow is what a text does where there is no room.
type Flow uint8

// Flows.
const (
	OneLine  Flow = iota // it keeps its width
	Ellipsis             // it is cut off with "…"
	Wrap                 // it goes on in the next line
)

// Text is text without padding, in one or more styles. Its height follows its
// width where it wraps.
type Text struct {
	widget.BaseWidget
	spans []Span
	flow  Flow
	align fyne.TextAlign
	width float32
	lines []line
}

type line struct {
	runs          []Span
	width, height float32
}

// NewText makes a text of one style on one line.
func NewText(text string, s Style) *Text { return NewSpans(OneLine, Span{text, s}) }

// NewWrapped makes a text of one style that wraps.
func NewWrapped(text string, s Style) *Text { return NewSpans(Wrap, Span{text, s}) }

// NewCut makes a text of one style that is cut off where there is no room.
func NewCut(text string, s Style) *Text { return NewSpans(Ellipsis, Span{text, s}) }

// NewSpans makes a text of several styles.
func NewSpans(flow Flow, spans ...Span) *Text {
	t := &Text{spans: spans, flow: flow}
	t.ExtendBaseWidget(t)
	return t
}

// Aligned sets where its lines stand and returns the text.
func (t *Text) Aligned(a fyne.TextAlign) *Text {
	t.align = a
	return t
}

// Set replaces the text, keeping the style of its first span.
func (t *Text) Set(text string) {
	var s Style
	if len(t.spans) > 0 {
		s = t.spans[0].Style
	}
	t.SetSpans(Span{text, s})
}

// SetSpans replaces the text.
func (t *Text) SetSpans(spans ...Span) {
	t.spans, t.lines = spans, nil
	t.Refresh()
}

// String is what it says.
func (t *Text) String() string {
	var b strings.Builder
	for _, s := range t.spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// AccessibilityLabel is what a screen reader says.
func (t *Text) AccessibilityLabel() string { return t.String() }

// AccessibilityRole is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Resize gives it a width to wrap or cut to.
func (t *Text) Resize(size fyne.Size) {
	if size.Width != t.width && t.flow != OneLine {
		t.width, t.lines = size.Width, nil
		t.BaseWidget.Resize(size)
		t.Refresh()
		return
	}
	t.width = size.Width
	t.BaseWidget.Resize(size)
}

func (t *Text) layout() []line {
	if t.lines == nil {
		t.lines = breakLines(t.spans, t.flow, t.width)
	}
	return t.lines
}

// CreateRenderer draws one canvas text a run and line.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{t: t}
	r.Refresh()
	return r
}

type textRenderer struct {
	t       *Text
	objects []fyne.CanvasObject
}

func (r *textRenderer) MinSize() fyne.Size {
	var w, h float32
	for _, l := range r.t.layout() {
		w, h = max(w, l.width), h+l.height
	}
	if r.t.flow != OneLine {
		w = 0
	}
	return fyne.NewSize(w, h)
}

func (r *textRenderer) Layout(size fyne.Size) {
	i, y := 0, float32(0)
	for _, l := range r.t.layout() {
		x := float32(0)
		switch r.t.align {
		case fyne.TextAlignCenter:
			x = (size.Width - l.width) / 2
		case fyne.TextAlignTrailing:
			x = size.Width - l.width
		}
		for range l.runs {
			if i >= len(r.objects) {
				return
			}
			o := r.objects[i].(*canvas.Text)
			m := o.MinSize()
			o.Move(fyne.NewPos(x, y+(l.height-m.Height)/2))
			o.Resize(m)
			x += m.Width
			i++
		}
		y += l.height
	}
}

func (r *textRenderer) Refresh() {
	r.t.lines = nil
	i := 0
	for _, l := range r.t.layout() {
		for _, run := range l.runs {
			if i == len(r.objects) {
				r.objects = append(r.objects, &canvas.Text{})
			}
			o := r.objects[i].(*canvas.Text)
			o.Text, o.TextSize, o.TextStyle, o.Color = run.Text, run.Style.size(), run.Style.font(), run.Style.color()
			i++
		}
	}
	r.objects = r.objects[:i]
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}

// FullWidth is the width that it takes on one line.
func (t *Text) FullWidth() float32 {
	w := float32(0)
	for _, s := range t.spans {
		w += measure(s.Text, s.Style)
	}
	return w
}
