package positions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data/edtf"
)

const day = 24 * 60 * 60

// timeSlider chooses an instant between change points, which are dots on it.
// Distances follow time, but near points are kept apart so that each can be hit.
type timeSlider struct {
	widget.BaseWidget
	points  []int64
	at      int64
	onMoved func(at int64)
	onStep  func(by int)
	focused bool
}

func newTimeSlider(onMoved func(int64), onStep func(int)) *timeSlider {
	s := &timeSlider{onMoved: onMoved, onStep: onStep}
	s.ExtendBaseWidget(s)
	return s
}

func (s *timeSlider) set(points []int64, at int64) {
	s.points, s.at = points, at
	s.Refresh()
}

// stops are the points with the ends of the slider, and where each lies, from 0
// to 1. The ends lie a little outside the points, so that one can look before
// the first and after the last change.
func (s *timeSlider) stops() (at []int64, x []float64) {
	if len(s.points) == 0 {
		return []int64{s.at - day, s.at + day}, []float64{0, 1}
	}
	first, last := s.points[0], s.points[len(s.points)-1]
	room := max((last-first)/12, 7*day)
	at = append(at, min(first-room, s.at))
	at = append(at, s.points...)
	at = append(at, max(last+room, s.at))
	total := float64(at[len(at)-1] - at[0])
	least := min(0.035, 0.7/float64(len(at)))
	x = make([]float64, len(at))
	for i := 1; i < len(at); i++ {
		x[i] = x[i-1] + max(least, float64(at[i]-at[i-1])/total)
	}
	for i := range x {
		x[i] /= x[len(x)-1]
	}
	return at, x
}

// place is where an instant lies, from 0 to 1.
func (s *timeSlider) place(t int64) float64 {
	at, x := s.stops()
	for i := 1; i < len(at); i++ {
		if t <= at[i] {
			if at[i] == at[i-1] {
				return x[i]
			}
			return x[i-1] + (x[i]-x[i-1])*max(0, float64(t-at[i-1]))/float64(at[i]-at[i-1])
		}
	}
	return 1
}

// instant is the day at a place; a point that is near is taken exactly.
func (s *timeSlider) instant(place, snap float64) int64 {
	at, x := s.stops()
	for i := 1; i < len(at)-1; i++ {
		if d := place - x[i]; d < snap && d > -snap {
			return at[i]
		}
	}
	place = min(1, max(0, place))
	for i := 1; i < len(at); i++ {
		if place <= x[i] && x[i] > x[i-1] {
			t := at[i-1] + int64(float64(at[i]-at[i-1])*(place-x[i-1])/(x[i]-x[i-1]))
			return edtf.OfInstant(t).Earliest()
		}
	}
	return at[len(at)-1]
}

const sliderEdge = 10

func (s *timeSlider) moveTo(px float32) {
	width := s.Size().Width - 2*sliderEdge
	if width <= 0 {
		return
	}
	s.at = s.instant(float64((px-sliderEdge)/width), float64(7/width))
	s.Refresh()
	s.onMoved(s.at)
}

// Tapped moves the thumb there.
func (s *timeSlider) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	s.moveTo(e.Position.X)
}

// Dragged and DragEnd move the thumb with the pointer.
func (s *timeSlider) Dragged(e *fyne.DragEvent) { s.moveTo(e.Position.X) }

// DragEnd ends that.
func (s *timeSlider) DragEnd() {}

// FocusGained and FocusLost draw the ring.
func (s *timeSlider) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost takes the ring away.
func (s *timeSlider) FocusLost() { s.focused = false; s.Refresh() }

// TypedKey steps through the changes.
func (s *timeSlider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.onStep(-1)
	case fyne.KeyRight:
		s.onStep(1)
	default:
		ui.PassKey(s, e)
	}
}

// TypedRune goes to the window.
func (s *timeSlider) TypedRune(r rune) { ui.PassRune(s, r) }

// Cursor is a hand.
func (s *timeSlider) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel says the date.
func (s *timeSlider) AccessibilityLabel() string { return "Date: " + words.LongDay(s.at) }

// CreateRenderer draws track, dots and thumb.
func (s *timeSlider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{s: s, track: canvas.NewRectangle(nil), done: canvas.NewRectangle(nil), thumb: canvas.NewCircle(nil)}
	r.track.CornerRadius, r.done.CornerRadius = 2, 2
	r.Refresh()
	return r
}

type sliderRenderer struct {
	s           *timeSlider
	track, done *canvas.Rectangle
	dots        []*canvas.Circle
	thumb       *canvas.Circle
}

func (r *sliderRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 22) }
func (r *sliderRenderer) Destroy()           {}

func (r *sliderRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.track, r.done}
	for _, d := range r.dots {
		objects = append(objects, d)
	}
	return append(objects, r.thumb)
}

func (r *sliderRenderer) Layout(size fyne.Size) {
	mid, width := size.Height/2, size.Width-2*sliderEdge
	r.track.Move(fyne.NewPos(sliderEdge, mid-2))
	r.track.Resize(fyne.NewSize(width, 4))
	x := float32(r.s.place(r.s.at)) * width
	r.done.Move(fyne.NewPos(sliderEdge, mid-2))
	r.done.Resize(fyne.NewSize(x, 4))
	r.place(r.s.dotted(width), mid)
	r.thumb.Move(fyne.NewPos(sliderEdge+x-9, mid-9))
	r.thumb.Resize(fyne.NewSize(18, 18))
}

// dotGap is how far dots are apart at least: nearer ones would hide each other
// and the track, and cost the more the longer the case.
const dotGap = 7

// dotted is where on a track of a width the dots stand.
func (s *timeSlider) dotted(width float32) (x []float32) {
	if len(s.points) == 0 {
		return nil
	}
	_, places := s.stops()
	for _, place := range places[1 : len(places)-1] {
		if at := float32(place) * width; len(x) == 0 || at-x[len(x)-1] >= dotGap {
			x = append(x, at)
		}
	}
	return x
}

// place makes a dot for each place on the track.
func (r *sliderRenderer) place(x []float32, mid float32) {
	for len(r.dots) < len(x) {
		r.dots = append(r.dots, canvas.NewCircle(nil))
	}
	r.dots = r.dots[:len(x)]
	for i, d := range r.dots {
		d.FillColor = ui.Color(ui.ColorQuote)
		d.StrokeColor, d.StrokeWidth = ui.Color(ui.ColorPage), 1
		d.Move(fyne.NewPos(sliderEdge+x[i]-4, mid-4))
		d.Resize(fyne.NewSize(8, 8))
	}
}

func (r *sliderRenderer) Refresh() {
	r.track.FillColor, r.done.FillColor = ui.Color(ui.ColorControl), ui.Color(ui.ColorPrimary)
	r.thumb.FillColor = ui.Color(ui.ColorPrimary)
	r.thumb.StrokeColor, r.thumb.StrokeWidth = ui.Color(ui.ColorPage), 1.5
	if r.s.focused {
		r.thumb.StrokeColor, r.thumb.StrokeWidth = ui.Color(ui.ColorAccent), 3
	}
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}
