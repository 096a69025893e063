// Package scale maps civil time to pixels and back, and says where an axis has
// its ticks and labels. Instants are seconds of civil time as package edtf
// counts them, so that a window can span minutes or millennia, and years before
// the common era, without losing a second.
package scale

import "math"

// Spans of a window, in seconds: an hour, and 200 thousand years.
const (
	MinSpan int64 = 3600
	MaxSpan int64 = 200_000 * 31_556_952
)

// limit keeps every instant of a window far inside an int64.
const limit int64 = 1 << 60

// Window is the stretch of time [From, To) that is looked at.
type Window struct{ From, To int64 }

// Span is the length of the window in seconds.
func (w Window) Span() int64 { return w.To - w.From }

// Holds reports whether t lies in the window.
func (w Window) Holds(t int64) bool { return t >= w.From && t < w.To }

// Grow is the window with a margin on both sides, a share of its span.
func (w Window) Grow(share float64) Window {
	d := int64(float64(w.Span()) * share)
	return Window{w.From - d, w.To + d}
}

// Valid is the window with its ends in order, its span between MinSpan and
// MaxSpan, and its instants within what a scale can count.
func (w Window) Valid() Window {
	w.From, w.To = clampInstant(w.From), clampInstant(w.To)
	if w.To < w.From {
		w.From, w.To = w.To, w.From
	}
	mid := w.From + w.Span()/2
	switch span := w.Span(); {
	case span < MinSpan:
		return Window{mid - MinSpan/2, mid - MinSpan/2 + MinSpan}
	case span > MaxSpan:
		return Window{mid - MaxSpan/2, mid - MaxSpan/2 + MaxSpan}
	}
	return w
}

// Within is the window moved so that it still shows some of all: at least a
// tenth of either of the two stays in view.
func (w Window) Within(all Window) Window {
	keep := min(w.Span(), all.Span()) / 10
	if w.To < all.From+keep {
		return w.shift(all.From + keep - w.To)
	}
	if w.From > all.To-keep {
		return w.shift(all.To - keep - w.From)
	}
	return w
}

func (w Window) shift(d int64) Window { return Window{w.From + d, w.To + d} }

// Scale shows a window over Width pixels. It is a value that never changes.
type Scale struct {
	Window
	Width float64
}

// New makes the scale of a window over width pixels; the window is made valid.
func New(w Window, width float64) Scale {
	return Scale{w.Valid(), max(width, 1)}
}

// X is the place of the instant t in pixels from the left end of the window.
func (s Scale) X(t int64) float64 {
	return float64(clampInstant(t)-s.From) / float64(s.Span()) * s.Width
}

// T is the instant at x pixels, rounded to a second.
func (s Scale) T(x float64) int64 {
	return clampInstant(s.From + round(x/s.Width*float64(s.Span())))
}

// SecondsPerPixel is how much time one pixel covers.
func (s Scale) SecondsPerPixel() float64 { return float64(s.Span()) / s.Width }

// Zoom is the scale with its span divided by factor and the instant under x
// kept there, to within half a second.
func (s Scale) Zoom(x, factor float64) Scale {
	if !(factor > 0) || math.IsInf(factor, 0) {
		return s
	}
	span := math.Round(float64(s.Span()) / factor)
	span = min(max(span, float64(MinSpan)), float64(MaxSpan))
	at := float64(s.Span()) * x / s.Width
	from := s.From + round(at-span*x/s.Width)
	return New(Window{from, from + int64(span)}, s.Width)
}

// Pan is the scale moved by dx pixels: what was at x is then at x+dx.
func (s Scale) Pan(dx float64) Scale {
	return New(s.shift(round(-dx*s.SecondsPerPixel())), s.Width)
}

func clampInstant(t int64) int64 { return min(max(t, -limit), limit) }

func round(v float64) int64 {
	return int64(math.Round(min(max(v, -float64(limit)), float64(limit))))
}
