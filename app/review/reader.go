package review

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/app/review/flow"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

// The article's column, in pixels.
const (
	columnMost  = 690 // about 85 letters a line
	columnSide  = 52  // beside it, where there is room
	columnLeast = 22  // beside it, at least
	columnTop   = 26
	belowHead   = 16
	columnEnd   = 120 // empty room after the last line
)

var (
	bodyFont    = scene.Font{Size: 16}
	headingFont = scene.Font{Size: 17, Weight: scene.Semibold}
	spacing     = flow.Spacing{Line: 26, Heading: 28, Gap: 13, Above: 8}
)

// reader is the document as an article. Its text is one picture as large as what
// is seen of it, painted anew when it moves, so that it costs the same for one
// page as for a thousand; the head above the text is of ordinary widgets.
type reader struct {
	widget.BaseWidget
	scroll *container.Scroll
	root   *fyne.Container
	head   *fyne.Container
	tools  fyne.CanvasObject // beside the selection

	onScroll func()        // a person moved the text
	onPress  func(at mark) // a passage was pressed
	onSelect func()        // another text is selected

	faces   *typeface.Faces
	painter *raster.Painter
	raster  *canvas.Raster
	scene   scene.Scene
	img     *image.RGBA
	dirty   bool

	text     *flow.Text
	page     *flow.Page
	marks    []mark
	open     []flowSpan // dates that wait for the publication date
	found    []flowSpan // what is looked for
	outlined func(mark) bool
	shown    flowSpan // a passage that another screen asked for
	sel      selection

	width, headH float32
	boxes        []flow.Box
	placed       []flow.Placed
	press        presses
	now          func() time.Time
	hand         bool
	silent       bool
}

// flowSpan is the code points [start, end).
type flowSpan struct{ start, end int }

func newReader(faces *typeface.Faces, now func() time.Time, head *fyne.Container, tools fyne.CanvasObject) *reader {
	r := &reader{faces: faces, now: now, painter: raster.New(faces), head: head, tools: tools}
	r.raster = canvas.NewRaster(r.paint)
	r.raster.ScaleMode = canvas.ImageScalePixels
	r.ExtendBaseWidget(r)
	r.tools.Hide()
	r.scroll = container.NewVScroll(r)
	r.scroll.OnScrolled = func(fyne.Position) {
		r.moved()
		if !r.silent && r.onScroll != nil {
			r.onScroll()
		}
	}
	r.root = container.New(readerLayout{r}, r.scroll)
	return r
}

// measure is the widths that the text is set with.
func (r *reader) measure(text string, heading bool) float32 {
	if heading {
		return r.faces.Measure(headingFont, text)
	}
	return r.faces.Measure(bodyFont, text)
}

// show sets another text, nil for none, with its start in view.
func (r *reader) show(t *flow.Text) {
	r.text, r.page, r.marks, r.open, r.found, r.shown = t, nil, nil, nil, nil, flowSpan{}
	r.clearSelection()
	r.wrap()
	r.scrollTo(0)
}

// setMarks shows other passages.
func (r *reader) setMarks(all []mark) {
	r.marks = all
	r.repaint()
}

// readerLayout breaks the text for the width before the scroller asks how high
// it is.
type readerLayout struct{ r *reader }

func (l readerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(220, 120) }

func (l readerLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.r.setWidth(size.Width)
	o[0].Resize(size)
	l.r.scroll.Refresh()
	l.r.moved()
}

// setWidth breaks the text for another width, with the same words at the top.
func (r *reader) setWidth(w float32) {
	if w == r.width {
		return
	}
	at, keep := r.topPoint()
	r.width = w
	r.wrap()
	if keep {
		if top, _, ok := r.page.Extent(at, at+1); ok {
			r.scrollTo(float32(top) + r.textTop())
		}
	}
}

// topPoint is the first code point that is seen, where the text is scrolled.
func (r *reader) topPoint() (int, bool) {
	y := r.scroll.Offset.Y - r.textTop()
	if r.page == nil || y <= 0 || r.page.Lines() == 0 {
		return 0, false
	}
	line := r.page.LineAt(y)
	start, _ := r.page.Visible(line, line)
	return start, true
}

// column is where the text stands across.
func (r *reader) column() (x, w float32) {
	side := max(columnLeast, min(columnSide, r.width*0.07))
	w = max(80, min(columnMost, r.width-2*side))
	return float32(int((r.width - w) / 2)), w
}

// wrap lays out the head and breaks the lines.
func (r *reader) wrap() {
	if r.width <= 0 {
		return
	}
	x, w := r.column()
	r.head.Move(fyne.NewPos(x, columnTop))
	r.head.Resize(fyne.NewSize(w, r.head.MinSize().Height))
	r.headH = r.head.MinSize().Height
	r.head.Resize(fyne.NewSize(w, r.headH))
	if r.text != nil && (r.page == nil || r.page.Text != r.text || r.page.Width != w) {
		r.page = r.text.Wrap(w, spacing)
	}
	r.placeTools()
	r.scroll.Refresh()
	r.moved()
}

// textTop is the height at which the text starts.
func (r *reader) textTop() float32 {
	return float32(int(columnTop + r.headH + belowHead))
}

// MinSize is the height of all of it.
func (r *reader) MinSize() fyne.Size {
	h := r.textTop()
	if r.page != nil {
		h += float32(r.page.Height()) + columnEnd
	}
	return fyne.NewSize(80, h)
}

// scrollTo brings a height to the top.
func (r *reader) scrollTo(y float32) {
	r.silent = true
	most := max(0, r.MinSize().Height-r.scroll.Size().Height)
	r.scroll.ScrollToOffset(fyne.NewPos(0, float32(int(max(0, min(y, most))))))
	r.silent = false
	r.moved()
}

// reveal brings code points into view, a third down where they were not seen.
func (r *reader) reveal(start, end int) {
	if r.page == nil {
		return
	}
	top, bottom, ok := r.page.Extent(start, end)
	if !ok {
		return
	}
	y0, y1 := float32(top)+r.textTop(), float32(bottom)+r.textTop()
	height := r.scroll.Size().Height
	if y0 >= r.scroll.Offset.Y+8 && y1 <= r.scroll.Offset.Y+height-8 {
		return
	}
	r.scrollTo(y0 - height/3)
}

// scrollBy moves the text by parts of what is seen.
func (r *reader) scrollBy(pages float32) {
	r.scrollTo(r.scroll.Offset.Y + pages*(r.scroll.Size().Height-2*float32(spacing.Line)))
	if r.onScroll != nil {
		r.onScroll()
	}
}

// moved puts the picture where it is seen.
func (r *reader) moved() {
	size := r.scroll.Size()
	r.raster.Move(fyne.NewPos(0, r.scroll.Offset.Y))
	r.raster.Resize(fyne.NewSize(r.width, size.Height))
	r.repaint()
}

func (r *reader) repaint() {
	r.dirty = true
	r.raster.Refresh()
}

// seen is the lines in view.
func (r *reader) seen() (first, last int) {
	if r.page == nil || r.page.Lines() == 0 {
		return 0, -1
	}
	y := r.scroll.Offset.Y - r.textTop()
	return r.page.LineAt(y), r.page.LineAt(y + r.scroll.Size().Height)
}

// seenPoints is the code points in view.
func (r *reader) seenPoints() (start, end int) {
	if r.page == nil {
		return 0, 0
	}
	return r.page.Visible(r.seen())
}

// paint gives the picture, w × h pixels.
func (r *reader) paint(w, h int) image.Image {
	if r.img == nil || r.img.Rect.Dx() != w || r.img.Rect.Dy() != h {
		r.img, r.dirty = image.NewRGBA(image.Rect(0, 0, w, h)), true
	}
	if size := r.raster.Size(); r.dirty && size.Width >= 1 {
		r.dirty = false
		r.draw(size)
		r.painter.Paint(r.img, &r.scene, float32(w)/size.Width)
	}
	return r.img
}

// CreateRenderer shows the picture with the head and the tools above it.
func (r *reader) CreateRenderer() fyne.WidgetRenderer { return readerRenderer{r} }

type readerRenderer struct{ r *reader }

func (p readerRenderer) Layout(fyne.Size)   {}
func (p readerRenderer) MinSize() fyne.Size { return p.r.MinSize() }
func (p readerRenderer) Refresh()           { p.r.head.Refresh(); p.r.tools.Refresh(); p.r.repaint() }
func (p readerRenderer) Destroy()           {}
func (p readerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.r.raster, p.r.head, p.r.tools}
}

// AccessibilityLabel is what a screen reader says: the text.
func (r *reader) AccessibilityLabel() string {
	if r.text == nil {
		return "Document"
	}
	return r.text.Source()
}

// AccessibilityRole is text.
func (r *reader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Cursor is a hand over passages.
func (r *reader) Cursor() desktop.Cursor {
	if r.hand {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}
