package typeface

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"demarche/timeline/scene"
)

// Fitted is a line that fits into a width: the first N glyphs of Run, then Tail,
// which is nil where the run holds all that is left.
type Fitted struct {
	Run   *Run
	N     int
	Tail  *Run
	TailX float32 // where the tail starts, in ems
	Width float32 // in ems
}

const ellipsis = "…"

// Fit is a text cut off with "…" so that it is at most width ems wide; width 0
// or less: whole. Where not even one letter fits, nothing is left. It allocates
// nothing for a text that was fitted lately.
func (f *Faces) Fit(w scene.Weight, text string, width float32) Fitted {
	f.mu.Lock()
	defer f.mu.Unlock()
	run := f.shape(w, text)
	if fits(run, width) {
		return Fitted{Run: run, N: len(run.Glyphs), Width: run.Advance}
	}
	tail := f.shape(w, ellipsis)
	if !run.Simple {
		cut := f.cut(w, text, width, tail)
		return Fitted{Run: cut, N: len(cut.Glyphs), Width: cut.Advance}
	}
	n := glyphsWithin(run, width-tail.Advance)
	if n == 0 {
		return Fitted{Run: run}
	}
	x := run.end(n)
	return Fitted{Run: run, N: n, Tail: tail, TailX: x, Width: x + tail.Advance}
}

// cutKey names a shaped text that was cut off, by the width in 64ths of an em.
type cutKey struct {
	runKey
	width int32
}

// cut is a text that needs shaping, cut off.
func (f *Faces) cut(w scene.Weight, text string, width float32, tail *Run) *Run {
	key := cutKey{runKey{w, text}, int32(min(width, 1<<20) * 64)}
	if run, ok := f.cuts.Get(key); ok {
		return run
	}
	run := f.shape(w, f.cutText(w, text, float32(key.width)/64-tail.Advance))
	f.cuts.Put(key, run, 4+len(run.Glyphs))
	return run
}

// FitString is the text that Fit leaves, for painters that hand on letters.
func (f *Faces) FitString(ft scene.Font, text string, width float32) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	width /= ft.Size
	run := f.shape(ft.Weight, text)
	if fits(run, width) {
		return text
	}
	width -= f.shape(ft.Weight, ellipsis).Advance
	if !run.Simple {
		return f.cutText(ft.Weight, text, width)
	}
	n := glyphsWithin(run, width)
	for i := range text {
		if n == 0 {
			return withEllipsis(text[:i])
		}
		n--
	}
	return text
}

func fits(run *Run, width float32) bool { return width <= 0 || run.Advance <= width+0.001 }

func glyphsWithin(run *Run, width float32) int {
	n := len(run.Glyphs)
	for n > 0 && run.end(n) > width {
		n--
	}
	return n
}

// end is where glyph n of a simple run starts, or the run's end.
func (r *Run) end(n int) float32 {
	if n == len(r.Glyphs) {
		return r.Advance
	}
	return r.Glyphs[n].X
}

// cutText is the longest start of text, in whole characters as readers see
// them, that is at most width ems wide, and "…"; nothing where none is.
func (f *Faces) cutText(w scene.Weight, text string, width float32) string {
	var ends []int
	for g := graphemes.FromString(text); g.Next() && len(ends) < maxRunes; {
		ends = append(ends, g.End())
	}
	low, high := 0, len(ends)
	for low < high { // widths grow with the text, but for rare kernings
		mid := (low + high + 1) / 2
		if f.width(w, text[:ends[mid-1]]) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return ""
	}
	return withEllipsis(text[:ends[low-1]])
}

func withEllipsis(text string) string {
	if text == "" {
		return ""
	}
	return strings.TrimRight(text, " ") + ellipsis
}
