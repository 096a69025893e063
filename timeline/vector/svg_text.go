package vector

import (
	"image/color"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

func (b *svg) text(it *scene.Item) {
	if it.Fill.A == 0 || it.Font.Size <= 0 {
		return
	}
	text := b.faces.FitString(it.Font, it.Text, it.FitWidth())
	width := b.faces.Measure(it.Font, text)
	if strings.TrimSpace(text) == "" || width <= 0 {
		return
	}
	if b.options.Outlines {
		b.outlines(it, text, width)
		return
	}
	anchor := it.Anchor
	b.print("<text")
	if typeface.RightToLeft(text) { // there the anchors count from the right
		b.attr("direction", "rtl")
		anchor = [...]scene.Anchor{scene.Start: scene.End, scene.Middle: scene.Middle, scene.End: scene.Start}[min(anchor, scene.End)]
	}
	b.numbers("x", it.X0, "y", it.Y0, "font-size", it.Font.Size)
	if w := [...]string{scene.Semibold: "600", scene.Bold: "700"}[min(it.Font.Weight, scene.Bold)]; w != "" {
		b.attr("font-weight", w)
	}
	switch anchor {
	case scene.Middle:
		b.attr("text-anchor", "middle")
	case scene.End:
		b.attr("text-anchor", "end")
	}
	b.paint("fill", it.Fill)
	b.numbers("textLength", width)
	b.attr("lengthAdjust", "spacingAndGlyphs")
	b.print(` xml:space="preserve">`, escape(text), "</text>\n")
}

// outlines writes a text as the shapes of its letters.
func (b *svg) outlines(it *scene.Item, text string, width float32) {
	x := it.X0 - width*[...]float32{scene.Start: 0, scene.Middle: 0.5, scene.End: 1}[min(it.Anchor, scene.End)]
	var d strings.Builder
	for _, g := range b.faces.Shape(it.Font.Weight, text).Glyphs {
		b.segments = b.faces.Outline(g.Font, g.ID, b.segments[:0])
		for i, s := range b.segments {
			if s.Verb == typeface.Move && i > 0 {
				d.WriteByte('Z')
			}
			d.WriteByte("MLQC"[s.Verb])
			for _, q := range s.P[:pointsOf[s.Verb]] {
				d.WriteString(pair(scene.Point{X: x + (g.X+q.X)*it.Font.Size, Y: it.Y0 + (g.Y+q.Y)*it.Font.Size}))
				d.WriteByte(' ')
			}
		}
		if len(b.segments) > 0 {
			d.WriteByte('Z')
		}
	}
	if d.Len() > 0 {
		b.print("<path")
		b.attr("aria-label", text)
		b.attr("d", d.String())
		b.paint("fill", it.Fill)
		b.print("/>\n")
	}
}

var pointsOf = [...]int{typeface.Move: 1, typeface.Line: 1, typeface.Quad: 2, typeface.Cubic: 3}

func (b *svg) paint(name string, c color.NRGBA) {
	if c.A == 0 {
		b.attr(name, "none")
		return
	}
	b.attr(name, hex(c))
	if c.A < 255 {
		b.attr(name+"-opacity", decimals(float64(c.A)/255, 3))
	}
}

func (b *svg) stroke(it *scene.Item) {
	if it.Stroke.A == 0 {
		return
	}
	b.paint("stroke", it.Stroke)
	if it.Width > 0 {
		b.numbers("stroke-width", it.Width)
	}
	if it.Dash > 0 {
		b.numbers("stroke-dasharray", it.Dash)
	}
}

// numbers writes attributes: name, value, name, value.
func (b *svg) numbers(pairs ...any) {
	for i := 0; i+1 < len(pairs); i += 2 {
		b.print(" ", pairs[i].(string), `="`, number(pairs[i+1].(float32)), `"`)
	}
}

func hex(c color.NRGBA) string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}

func number(v float32) string { return decimals(float64(v), 2) }

// decimals prints v with at most n decimals.
func decimals(v float64, n int) string {
	s := strconv.FormatFloat(v, 'f', n, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}

func pair(p scene.Point) string { return number(p.X) + " " + number(p.Y) }

func polygonPath(points []scene.Point) string {
	var d strings.Builder
	for i, p := range points {
		d.WriteByte("LM"[b2i(i == 0)])
		d.WriteString(pair(p))
	}
	d.WriteByte('Z')
	return d.String()
}

func markPath(contour []scene.Point, x, y, size float32) string {
	moved := make([]scene.Point, len(contour))
	for i, p := range contour {
		moved[i] = scene.Point{X: x + p.X*size, Y: y + p.Y*size}
	}
	return polygonPath(moved)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// escape makes a text fit for XML 1.0, in an attribute too: marks are escaped,
// control characters become spaces, what XML forbids becomes U+FFFD.
func escape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&quot;")
		case r < 0x20 || r >= 0x7F && r < 0xA0:
			b.WriteByte(' ')
		case r == 0xFFFE || r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

const sqrtHalf = math.Sqrt2 / 2

// finite reports whether every length of the item is a number that a file can
// hold.
func finite(it *scene.Item) bool {
	for _, v := range [...]float32{it.X0, it.Y0, it.X1, it.Y1, it.Width, it.Dash, it.Radius, it.Size, it.FadeIn, it.FadeOut, it.Font.Size} {
		if !(v > -1e7 && v < 1e7) {
			return false
		}
	}
	return true
}
