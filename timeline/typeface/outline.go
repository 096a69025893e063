package typeface

import (
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"demarche/timeline/scene"
)

// Verb is what a segment of an outline does.
type Verb uint8

// Verbs of an outline.
const (
	Move  Verb = iota // to P[0]
	Line              // to P[0]
	Quad              // over P[0] to P[1]
	Cubic             // over P[0] and P[1] to P[2]
)

// Segment is a piece of an outline, in ems; y points down.
type Segment struct {
	Verb Verb
	P    [3]scene.Point
}

// maxSegments bounds an outline: a font of the system may be hostile.
const maxSegments = 1 << 14

// Outline appends the shape of a glyph to segments. A space has none; a glyph
// that its font keeps only as a picture (an emoji) has the font's box.
func (f *Faces) Outline(number uint16, id uint32, segments []Segment) []Segment {
	f.mu.Lock()
	defer f.mu.Unlock()
	if int(number) >= len(f.fonts) {
		return segments
	}
	face := f.fonts[number]
	o, ok := outlineOf(face.GlyphData(font.GID(id)))
	if !ok {
		face = f.inter[0].face
		o, _ = outlineOf(face.GlyphData(0))
	}
	scale := 1 / float32(face.Upem())
	for i, s := range o.Segments {
		if i == maxSegments {
			break
		}
		out := Segment{Verb: verbs[s.Op]}
		for j, p := range s.ArgsSlice() {
			out.P[j] = scene.Point{X: p.X * scale, Y: -p.Y * scale}
		}
		segments = append(segments, out)
	}
	return segments
}

var verbs = [...]Verb{ot.SegmentOpMoveTo: Move, ot.SegmentOpLineTo: Line, ot.SegmentOpQuadTo: Quad, ot.SegmentOpCubeTo: Cubic}

func outlineOf(g font.GlyphData) (font.GlyphOutline, bool) {
	switch g := g.(type) {
	case font.GlyphOutline:
		return g, true
	case font.GlyphSVG:
		return g.Outline, len(g.Outline.Segments) > 0
	case font.GlyphBitmap:
		if g.Outline != nil {
			return *g.Outline, true
		}
	}
	return font.GlyphOutline{}, false
}
