package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// lineSpacing is the height of a line as a multiple of the size of its text.
const lineSpacing = 1.45

func measure(text string, s Style) float32 {
	return fyne.MeasureText(text, s.size(), s.font()).Width
}

// breakLines lays spans out in lines of a width; a width of 0 is without limit.
func breakLines(spans []Span, flow Flow, width float32) []line {
	b := breaker{flow: flow, width: width}
	for _, s := range spans {
		b.base = max(b.base, s.Style.size())
	}
	for _, s := range spans {
		for i, part := range strings.Split(clean(s.Text), "\n") {
			if i > 0 {
				b.newLine()
			}
			b.add(Span{part, s.Style})
		}
	}
	b.newLine()
	return b.lines
}

// clean takes out what draws as boxes.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\r' || r == utf8.RuneError:
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

type breaker struct {
	flow  Flow
	width float32
	base  float32 // the largest size, for empty lines
	lines []line
	cur   line
}

func (b *breaker) newLine() {
	if b.cur.height == 0 {
		b.cur.height = b.base * lineSpacing
	}
	b.lines = append(b.lines, b.cur)
	b.cur = line{}
}

func (b *breaker) put(s Span, w float32) {
	if s.Text == "" {
		return
	}
	b.cur.height = max(b.cur.height, s.Style.size()*lineSpacing)
	if n := len(b.cur.runs); n > 0 && b.cur.runs[n-1].Style == s.Style {
		b.cur.runs[n-1].Text += s.Text
	} else {
		b.cur.runs = append(b.cur.runs, s)
	}
	b.cur.width += w
}

func (b *breaker) add(s Span) {
	switch {
	case b.flow == OneLine || b.width <= 0:
		b.put(s, measure(s.Text, s.Style))
	case b.flow == Ellipsis:
		b.cut(s)
	default:
		b.wrap(s)
	}
}

// cut puts as much of s as there is room for.
func (b *breaker) cut(s Span) {
	w := measure(s.Text, s.Style)
	if n := len(b.cur.runs); n > 0 && strings.HasSuffix(b.cur.runs[n-1].Text, "…") {
		return
	}
	if b.cur.width+w <= b.width+0.5 {
		b.put(s, w)
		return
	}
	text := s.Text[:fitting(s, b.width-b.cur.width-measure("…", s.Style))]
	text = strings.TrimRight(text, " ,;·") + "…"
	b.put(Span{text, s.Style}, measure(text, s.Style))
}

func (b *breaker) wrap(s Span) {
	for rest := s.Text; rest != ""; {
		word := nextWord(rest)
		w := measure(strings.TrimRight(word, " "), s.Style)
		switch {
		case b.cur.width+w <= b.width+0.5:
			b.put(Span{word, s.Style}, measure(word, s.Style))
			rest = rest[len(word):]
		case b.cur.width > 0:
			b.newLine()
		default: // a word wider than the line: break it inside
			n := max(fitting(Span{word, s.Style}, b.width), firstRune(word))
			b.put(Span{word[:n], s.Style}, measure(word[:n], s.Style))
			rest = rest[n:]
		}
	}
}

// nextWord is the text up to where a line may break after it: a word with the
// spaces that follow, or one ideograph.
func nextWord(s string) string {
	space := false
	for i, r := range s {
		if space && r != ' ' {
			return s[:i]
		}
		if i > 0 && ideograph(r) {
			return s[:i]
		}
		if ideograph(r) {
			return s[:i+utf8.RuneLen(r)]
		}
		space = r == ' '
		if r == '/' || r == '-' || r == '–' || r == '—' {
			if n := i + utf8.RuneLen(r); n < len(s) && s[n] != ' ' {
				return s[:n]
			}
		}
	}
	return s
}

func ideograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

func firstRune(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// fitting is how many bytes of the span fit into a width.
func fitting(s Span, width float32) int {
	ends := make([]int, 0, len(s.Text)+1)
	for i := range s.Text {
		ends = append(ends, i)
	}
	ends = append(ends, len(s.Text))
	lo, hi := 0, len(ends)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if measure(s.Text[:ends[mid]], s.Style) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return ends[lo]
}
