package timeline

import (
	"sync"

	"demarche/timeline/scene"
)

// Fonts of the picture.
var (
	fontLane   = scene.Font{Size: 13, Weight: scene.Semibold}
	fontLabel  = scene.Font{Size: 12.5, Weight: scene.Regular}
	fontName   = scene.Font{Size: 12, Weight: scene.Bold}
	fontBar    = scene.Font{Size: 12, Weight: scene.Regular}
	fontInner  = scene.Font{Size: 12.5, Weight: scene.Regular}
	fontOuter  = scene.Font{Size: 13, Weight: scene.Semibold}
	fontPill   = scene.Font{Size: 12.5, Weight: scene.Semibold}
	fontCount  = scene.Font{Size: 10, Weight: scene.Semibold}
	fontSmall  = scene.Font{Size: 11, Weight: scene.Regular}
	widthFonts = [...]scene.Font{fontLabel, fontName, fontBar}
)

// widths adds up the advances of letters, so that a hundred thousand labels can
// be measured when a plot is made without shaping each. Kerning makes a text
// narrower than that, seldom wider. It may be used by several goroutines.
type widths struct {
	measure scene.Measure
	ascii   [len(widthFonts)][128]float32
	mu      sync.RWMutex
	other   [len(widthFonts)]map[rune]float32
}

func newWidths(m scene.Measure) *widths {
	w := &widths{measure: m}
	for i, f := range widthFonts {
		for r := rune(' '); r < 127; r++ {
			w.ascii[i][r] = m(f, string(r))
		}
		w.other[i] = make(map[rune]float32)
	}
	return w
}

// of is the width of s.
func (w *widths) of(f scene.Font, s string) float32 {
	k := -1
	for i, g := range widthFonts {
		if g == f {
			k = i
		}
	}
	if k < 0 {
		return w.measure(f, s)
	}
	var sum float32
	for _, r := range s {
		if r >= 0 && r < 128 {
			sum += w.ascii[k][r]
			continue
		}
		sum += w.rune(k, r)
	}
	return sum
}

func (w *widths) rune(k int, r rune) float32 {
	w.mu.RLock()
	v, ok := w.other[k][r]
	w.mu.RUnlock()
	if !ok {
		v = w.measure(widthFonts[k], string(r))
		w.mu.Lock()
		w.other[k][r] = v
		w.mu.Unlock()
	}
	return v
}
