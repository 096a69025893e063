package timeline

import "demarche/timeline/scene"

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
// narrower than that, seldom wider. It is filled once and then only read.
type widths struct {
	measure scene.Measure
	ascii   [len(widthFonts)][128]float32
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

// of is the width of s; it is to be called only while the plot is being made.
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
		v, ok := w.other[k][r]
		if !ok {
			v = w.measure(f, string(r))
			w.other[k][r] = v
		}
		sum += v
	}
	return sum
}
