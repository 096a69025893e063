package typeface

import (
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"

	"demarche/timeline/scene"
)

// Glyph is a shape of a font at a place, in ems from the start of the run.
type Glyph struct {
	Font uint16 // number of the font, for Outline
	ID   uint32
	X, Y float32 // Y points down
}

// Run is a shaped line of text. It never changes.
type Run struct {
	Glyphs  []Glyph
	Advance float32
	// Simple says that glyph i draws letter i, each beside the one before.
	Simple bool
}

// maxRunes bounds a line: more does not fit on any picture.
const maxRunes = 4096

// Shape is a text as glyphs. Control characters count as spaces, and what lies
// beyond 4,096 characters is left out.
func (f *Faces) Shape(w scene.Weight, text string) *Run {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.shape(w, text)
}

func (f *Faces) shape(w scene.Weight, text string) *Run {
	key := runKey{w, text}
	if r, ok := f.runs.Get(key); ok {
		return r
	}
	r := f.inter[w].run(f, w, text)
	if r == nil {
		r = f.complexRun(w, text)
	}
	f.runs.Put(key, r, 4+len(r.Glyphs))
	return r
}

// run shapes by the quick path; nil where that does not do.
func (w *weight) run(f *Faces, number scene.Weight, text string) *Run {
	run := &Run{Simple: true, Glyphs: make([]Glyph, 0, len(text))}
	prev := rune(-1)
	for _, r := range text {
		l, ok := w.letter(r)
		if !ok {
			return nil
		}
		if len(run.Glyphs) == maxRunes {
			break
		}
		if prev >= 0 {
			run.Advance += w.kerning(f, prev, r)
		}
		run.Glyphs = append(run.Glyphs, Glyph{Font: uint16(number), ID: uint32(l.gid), X: run.Advance})
		run.Advance += l.advance
		prev = r
	}
	return run
}

// complexRun shapes with HarfBuzz, run by run of one direction, script and font.
func (f *Faces) complexRun(w scene.Weight, text string) *Run {
	var runes []rune
	for _, r := range text {
		if len(runes) == maxRunes {
			break
		}
		runes = append(runes, printable(r))
	}
	in := shapingInput(runes, f.inter[w].face)
	in.Direction = baseDirection(runes)
	faces := &faceMap{inter: f.inter[w].face, system: f.fallback()}
	var parts []shaping.Output
	for _, part := range f.split.Split(in, faces) {
		part.Size = fixed.I(int(part.Face.Upem()))
		parts = append(parts, f.shaper.Shape(part))
	}
	inVisualOrder(parts, runes, in.Direction)
	run := &Run{}
	for _, out := range parts {
		number, upem := f.register(out.Face), float32(out.Face.Upem())
		for _, g := range out.Glyphs {
			run.Glyphs = append(run.Glyphs, Glyph{
				Font: number, ID: uint32(g.GlyphID),
				X: run.Advance + units(g.XOffset)/upem, Y: -units(g.YOffset) / upem,
			})
			run.Advance += units(g.Advance) / upem
		}
	}
	return run
}

// faceMap prefers Inter, then the system's fonts, then Inter's box.
type faceMap struct {
	inter  *font.Face
	system *fontscan.FontMap
}

func (m *faceMap) SetScript(s language.Script) {
	if m.system != nil {
		m.system.SetScript(s)
	}
}

func (m *faceMap) ResolveFace(r rune) *font.Face {
	if _, ok := m.inter.NominalGlyph(r); ok || m.system == nil {
		return m.inter
	}
	if face := m.system.ResolveFace(r); face != nil {
		if _, ok := face.NominalGlyph(r); ok {
			return face
		}
	}
	return m.inter
}

// inVisualOrder puts the parts from left to right (Unicode UAX 9, rule L2, for
// the two levels that labels have: a number inside right-to-left text stays
// with it).
func inVisualOrder(parts []shaping.Output, runes []rune, base di.Direction) {
	if base == di.DirectionRTL {
		slices.Reverse(parts)
		reverseSpans(parts, func(i int) bool { return parts[i].Direction == di.DirectionLTR })
		return
	}
	rtl := func(i int) bool {
		if parts[i].Direction == di.DirectionRTL {
			return true
		}
		between := i > 0 && i+1 < len(parts) && parts[i-1].Direction == di.DirectionRTL && parts[i+1].Direction == di.DirectionRTL
		return between && !hasLetters(runes[parts[i].Runes.Offset:parts[i].Runes.Offset+parts[i].Runes.Count])
	}
	reverseSpans(parts, rtl)
}

// reverseSpans turns round every span of neighbours for which in holds.
func reverseSpans(parts []shaping.Output, in func(int) bool) {
	belongs := make([]bool, len(parts))
	for i := range parts {
		belongs[i] = in(i)
	}
	for i := 0; i < len(parts); i++ {
		j := i
		for j < len(parts) && belongs[j] {
			j++
		}
		if j > i {
			slices.Reverse(parts[i:j])
			i = j
		}
	}
}

func hasLetters(runes []rune) bool {
	return slices.ContainsFunc(runes, func(r rune) bool {
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.L
	})
}

// baseDirection is that of the first strong letter (UAX 9, rules P2 and P3).
func baseDirection(runes []rune) di.Direction {
	for _, r := range runes {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.L:
			return di.DirectionLTR
		case bidi.R, bidi.AL:
			return di.DirectionRTL
		}
	}
	return di.DirectionLTR
}

// shapingInput asks for kerning but for no ligature or contextual letter, so
// that the quick path and HarfBuzz draw the same.
func shapingInput(runes []rune, face *font.Face) shaping.Input {
	return shaping.Input{
		Text: runes, RunStart: 0, RunEnd: len(runes),
		Direction: di.DirectionLTR, Face: face, Size: fixed.I(int(face.Upem())),
		Script: language.Latin, Language: language.NewLanguage("en"),
	}
}

func units(x fixed.Int26_6) float32 { return float32(x) / 64 }

// RightToLeft reports whether a text is set from the right: its first strong
// letter is Hebrew, Arabic or the like (UAX 9, rules P2 and P3).
func RightToLeft(text string) bool {
	return baseDirection([]rune(text)) == di.DirectionRTL
}
