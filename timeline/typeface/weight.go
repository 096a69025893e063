package typeface

import (
	"github.com/go-text/typesetting/font"
)

// weight is one weight of Inter with the tables of its quick path: texts whose
// letters stand one beside the other need advances and kerning only.
type weight struct {
	face  *font.Face
	upem  float32
	low   [lowRunes]letter
	high  map[rune]letter
	kern  [asciiRunes * asciiRunes]float32 // by pair of ASCII letters
	kerns map[[2]rune]float32
}

const (
	lowRunes   = 0x530 // Latin, Greek, Cyrillic
	asciiRunes = 0x80
	unknown    = float32(1 << 20) // no kerning known yet
	maxKerns   = 1 << 16
)

// letter is a glyph that can stand beside any other.
type letter struct {
	advance float32
	gid     font.GID
	state   letterState
}

type letterState uint8

const (
	unseen letterState = iota
	simple
	complex
)

func newWeight(face *font.Face) *weight {
	w := &weight{face: face, upem: float32(face.Upem()), high: map[rune]letter{}, kerns: map[[2]rune]float32{}}
	for i := range w.kern {
		w.kern[i] = unknown
	}
	return w
}

// letter is the glyph for r, and whether the quick path may draw it.
func (w *weight) letter(r rune) (letter, bool) {
	if r < lowRunes {
		l := &w.low[r]
		if l.state == unseen {
			*l = w.look(r)
		}
		return *l, l.state == simple
	}
	if !standsAlone(r) {
		return letter{}, false
	}
	l, ok := w.high[r]
	if !ok {
		l = w.look(r)
		w.high[r] = l // bounded: standsAlone lets a few hundred runes through
	}
	return l, l.state == simple
}

func (w *weight) look(r rune) letter {
	if isControl(r) {
		r = ' '
	}
	gid, ok := w.face.NominalGlyph(r)
	if !ok || !standsAlone(r) {
		return letter{state: complex}
	}
	return letter{advance: w.face.HorizontalAdvance(gid) / w.upem, gid: gid, state: simple}
}

// standsAlone reports whether r is a letter or sign of a script that needs no
// shaping beyond kerning.
func standsAlone(r rune) bool {
	switch {
	case r < 0x300:
		return r != 0xAD // soft hyphen
	case r < 0x370:
		return false // combining marks
	case r >= 0x483 && r <= 0x489:
		return false // combining marks of Cyrillic
	case r < lowRunes, r >= 0x1E00 && r < 0x2000:
		return true
	case r >= 0x2000 && r <= 0x200A: // spaces
		return true
	case r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x205E:
		return true // punctuation, without the marks of direction
	case r >= 0x2070 && r < 0x20D0, r >= 0x2100 && r < 0x2600:
		return true // superscripts, currencies, arrows, signs, shapes
	}
	return false
}

func isControl(r rune) bool { return r < 0x20 || r >= 0x7F && r < 0xA0 }

// measure is the width of a text in ems; ok is false where it needs shaping.
func (w *weight) measure(f *Faces, text string) (em float32, ok bool) {
	prev := rune(-1)
	for _, r := range text {
		l, ok := w.letter(r)
		if !ok {
			return 0, false
		}
		if prev >= 0 {
			em += w.kerning(f, prev, r)
		}
		em += l.advance
		prev = r
	}
	return em, true
}

// kerning is what the font adds between two letters, in ems.
func (w *weight) kerning(f *Faces, a, b rune) float32 {
	if a < asciiRunes && b < asciiRunes {
		k := &w.kern[a*asciiRunes+b]
		if *k == unknown {
			*k = w.askKerning(f, a, b)
		}
		return *k
	}
	pair := [2]rune{a, b}
	k, ok := w.kerns[pair]
	if !ok {
		if len(w.kerns) >= maxKerns {
			clear(w.kerns)
		}
		k = w.askKerning(f, a, b)
		w.kerns[pair] = k
	}
	return k
}

func (w *weight) askKerning(f *Faces, a, b rune) float32 {
	text := []rune{printable(a), printable(b)}
	out := f.shaper.Shape(shapingInput(text, w.face))
	la, _ := w.letter(a)
	lb, _ := w.letter(b)
	return units(out.Advance)/w.upem - la.advance - lb.advance
}

func printable(r rune) rune {
	if isControl(r) {
		return ' '
	}
	return r
}
