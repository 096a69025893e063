// Package typeface measures and shapes the text of a scene: Inter for Latin,
// Cyrillic and Greek, the fonts of the system for everything else. Lengths are
// in ems, so that a text is shaped once for all its sizes.
package typeface

import (
	"bytes"
	"fmt"
	"log"
	"math"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/shaping"

	"demarche/assets"
	"demarche/timeline/internal/recent"
	"demarche/timeline/scene"
)

// Options says where to look for glyphs that Inter lacks.
type Options struct {
	// System allows the fonts of the system. Without it a character that Inter
	// lacks shows as a box, the same on every machine.
	System bool
	// Cache is a folder for the index of the system's fonts; empty: the user's
	// cache folder.
	Cache string
	// Ready makes the look for system fonts run beside the caller: texts that
	// need them show boxes until Ready is called, on a goroutine of its own, to
	// say that they can be drawn again. Without it the first such text waits.
	Ready func()
}

// Faces measures and shapes texts. It may be used from several goroutines.
type Faces struct {
	options Options

	mu     sync.Mutex
	inter  [3]*weight
	fonts  []*font.Face // what Glyph.Font counts: the three weights of Inter, then others
	number map[*font.Font]uint16
	shaper shaping.HarfbuzzShaper
	split  shaping.Segmenter
	runs   recent.Cache[runKey, *Run]
	cuts   recent.Cache[cutKey, *Run]
	system *fontscan.FontMap
	search searchState
}

type runKey struct {
	weight scene.Weight
	text   string
}

type searchState uint8

const (
	notSearched searchState = iota
	searching
	searched
)

// New makes faces from the fonts that Demarche brings.
func New(o Options) (*Faces, error) {
	f := &Faces{options: o, number: map[*font.Font]uint16{}}
	f.runs.Bound, f.cuts.Bound = 32<<10, 8<<10 // glyphs
	for i, file := range [][]byte{assets.InterRegular(), assets.InterSemiBold(), assets.InterBold()} {
		face, err := font.ParseTTF(bytes.NewReader(file))
		if err != nil {
			return nil, fmt.Errorf("reading the built-in font %d: %w", i, err)
		}
		f.inter[i] = newWeight(face)
		f.register(face)
	}
	return f, nil
}

// Measure is the advance width of a text in pixels, for use as a scene.Measure.
// It allocates nothing for a text in Latin, Cyrillic or Greek letters.
func (f *Faces) Measure(ft scene.Font, text string) float32 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.width(ft.Weight, text) * ft.Size
}

func (f *Faces) width(w scene.Weight, text string) float32 {
	if em, ok := f.inter[w].measure(f, text); ok {
		return em
	}
	return f.shape(w, text).Advance
}

// register gives a face its number in Glyph.Font.
func (f *Faces) register(face *font.Face) uint16 {
	n, ok := f.number[face.Font]
	if !ok && len(f.fonts) < math.MaxUint16 {
		n = uint16(len(f.fonts))
		f.number[face.Font] = n
		f.fonts = append(f.fonts, face)
	}
	return n
}

// fallback is the map of the system's fonts, nil where they are not allowed,
// not there or not ready.
func (f *Faces) fallback() *fontscan.FontMap {
	if !f.options.System || f.search == searching {
		return nil
	}
	if f.search == searched {
		return f.system
	}
	if f.options.Ready == nil {
		f.system, f.search = scan(f.options.Cache), searched
		return f.system
	}
	f.search = searching
	go func() {
		found := scan(f.options.Cache)
		f.mu.Lock()
		f.system, f.search = found, searched
		f.runs.Clear()
		f.cuts.Clear()
		f.mu.Unlock()
		f.options.Ready()
	}()
	return nil
}

// scan is nil where the system has no fonts that can be read: the boxes that
// show instead say enough.
func scan(cache string) *fontscan.FontMap {
	m := fontscan.NewFontMap(log.New(discard{}, "", 0))
	if err := m.UseSystemFonts(cache); err != nil {
		return nil
	}
	m.SetQuery(fontscan.Query{Families: []string{"Noto Sans", fontscan.SansSerif}})
	return m
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
