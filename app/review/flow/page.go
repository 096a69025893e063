package flow

import (
	"slices"
	"sort"
	"unicode"

	"demarche/timeline/typeface"
)

// Spacing is the heights of a column in pixels.
type Spacing struct {
	Line, Heading int // of a line
	Gap           int // between paragraphs
	Above         int // more room above a heading
}

// Page is a text in lines of one width.
type Page struct {
	*Text
	Width   float32
	spacing Spacing
	lines   []line
	height  int
}

// line is the words [first, last) of a paragraph.
type line struct {
	first, last int32
	para        int32
	top         int32
}

// Wrap breaks the text into lines.
func (t *Text) Wrap(width float32, s Spacing) *Page {
	p := &Page{Text: t, Width: width, spacing: s, lines: make([]line, 0, len(t.words)/8+len(t.paras))}
	y := 0
	for i := range t.paras {
		para := &t.paras[i]
		if i > 0 && !para.tight {
			y += s.Gap
		}
		if para.heading && i > 0 {
			y += s.Above
		}
		height := p.lineHeight(para)
		for at := para.first; at < para.last; {
			end := t.lineEnd(para, at, width)
			p.lines = append(p.lines, line{at, end, int32(i), int32(y)})
			y += height
			at = end
		}
	}
	p.height = y
	return p
}

func (p *Page) lineHeight(para *paragraph) int {
	if para.heading {
		return p.spacing.Heading
	}
	return p.spacing.Line
}

// lineEnd is the first word that does not fit into a line that starts at word at.
func (t *Text) lineEnd(para *paragraph, at int32, width float32) int32 {
	space := t.spaceOf(para)
	x := float32(0)
	for i := at; i < para.last; i++ {
		if x += t.words[i].width; x > width+0.01 && i > at {
			return i
		}
		if t.words[i].space {
			x += space
		}
	}
	return para.last
}

func (t *Text) spaceOf(para *paragraph) float32 {
	if para.heading {
		return t.space[1]
	}
	return t.space[0]
}

// Height is that of the column.
func (p *Page) Height() int { return p.height }

// Lines is the number of lines.
func (p *Page) Lines() int { return len(p.lines) }

// LineAt is the line at a height, the nearest one above or below the column.
func (p *Page) LineAt(y float32) int {
	i := sort.Search(len(p.lines), func(i int) bool { return float32(p.lines[i].top) > y })
	return max(0, i-1)
}

// Top and Bottom are the heights between which a line lies.
func (p *Page) Top(i int) int { return int(p.lines[i].top) }

// Bottom is the height at which a line ends.
func (p *Page) Bottom(i int) int {
	return int(p.lines[i].top) + p.lineHeight(&p.paras[p.lines[i].para])
}

// Heading reports whether a line is part of a heading.
func (p *Page) Heading(i int) bool { return p.paras[p.lines[i].para].heading }

// Placed is a word at its place in a line.
type Placed struct {
	Word int
	X    float32
}

// Place appends the words of a line to buf from left to right.
func (p *Page) Place(i int, buf []Placed) []Placed {
	l := p.lines[i]
	para := &p.paras[l.para]
	space, from := p.spaceOf(para), len(buf)
	for w := l.first; w < l.last; w++ {
		buf = append(buf, Placed{Word: int(w)})
	}
	row := buf[from:]
	if para.rtl {
		p.fromRight(row)
	}
	x := float32(0)
	for k := range row {
		row[k].X = x
		x += p.words[row[k].Word].width
		// The room after a word in the text lies before it where it is set from
		// the right.
		gap := p.words[row[k].Word].space
		if para.rtl {
			gap = k+1 < len(row) && p.words[min(row[k].Word, row[k+1].Word)].space
		}
		if gap {
			x += space
		}
	}
	if para.rtl {
		for k := range row {
			row[k].X += p.Width - x
		}
	}
	return buf
}

// fromRight puts the words of a line into the order in which they stand from
// left to right in a paragraph set from the right (Unicode UAX 9, rule L2, with
// words as the unit).
func (p *Page) fromRight(row []Placed) {
	slices.Reverse(row)
	for i := 0; i < len(row); i++ {
		j := i
		for j < len(row) && p.leftToRight(row[j].Word) {
			j++
		}
		if j > i {
			slices.Reverse(row[i:j])
			i = j
		}
	}
}

func (p *Page) leftToRight(i int) bool {
	for _, r := range p.Word(i) {
		if unicode.IsLetter(r) {
			return !typeface.RightToLeft(p.Word(i))
		}
	}
	return false
}

// Box is a part of a line.
type Box struct {
	X0, X1 float32
	Line   int
}

// Boxes appends where the code points [start, end) stand on the lines from to
// last, one box a line and stretch.
func (p *Page) Boxes(start, end, from, last int, buf []Box) []Box {
	a, b := p.Bytes(start, end)
	var placed [64]Placed
	for i := max(from, p.lineOf(a)); i <= last && i < len(p.lines); i++ {
		l := p.lines[i]
		if int(p.words[l.first].start) >= b {
			break
		}
		open := -1 // the box of this line that is being drawn
		for _, w := range p.Place(i, placed[:0]) {
			x0, x1, ok := p.part(w, a, b, p.Heading(i))
			if !ok {
				open = -1
				continue
			}
			if open >= 0 {
				buf[open].X1 = x1
				continue
			}
			open = len(buf)
			buf = append(buf, Box{x0, x1, i})
		}
	}
	return buf
}

// part is the stretch of a word that the bytes [a, b) cover.
func (p *Page) part(w Placed, a, b int, heading bool) (x0, x1 float32, ok bool) {
	word := &p.words[w.Word]
	s, e := int(word.start), int(word.end)
	if e <= a || s >= b {
		return 0, 0, false
	}
	x0, x1 = w.X, w.X+word.width
	if a > s {
		x0 += p.measure(p.source[s:a], heading)
	}
	if b < e {
		x1 = w.X + p.measure(p.source[s:b], heading)
	}
	return x0, x1, true
}

// lineOf is the line that holds a byte offset, or the next one.
func (p *Page) lineOf(offset int) int {
	return sort.Search(len(p.lines), func(i int) bool { return int(p.words[p.lines[i].last-1].end) > offset })
}

// Extent is the heights between which the code points [start, end) stand; ok is
// false where they are not on the page.
func (p *Page) Extent(start, end int) (top, bottom int, ok bool) {
	if len(p.lines) == 0 {
		return 0, 0, false
	}
	a, b := p.Bytes(start, end)
	first := min(p.lineOf(a), len(p.lines)-1)
	last := max(first, min(p.lineOf(max(a, b-1)), len(p.lines)-1))
	return p.Top(first), p.Bottom(last), true
}

// Visible is the code points on the lines from to last.
func (p *Page) Visible(from, last int) (start, end int) {
	if len(p.lines) == 0 || from > last {
		return 0, 0
	}
	return p.Span(int(p.lines[from].first), int(p.lines[min(last, len(p.lines)-1)].last))
}

// At is the word nearest to a point; inside reports whether the point is on it.
func (p *Page) At(x, y float32) (word int, inside bool) {
	if len(p.lines) == 0 {
		return -1, false
	}
	i := p.LineAt(y)
	var placed [64]Placed
	best, far := -1, float32(0)
	for _, w := range p.Place(i, placed[:0]) {
		left, right := w.X, w.X+p.words[w.Word].width
		d := max(left-x, x-right, 0)
		if best < 0 || d < far {
			best, far = w.Word, d
		}
	}
	return best, far == 0 && y >= float32(p.Top(i)) && y < float32(p.Bottom(i))
}

// Point is the code point under a place of a word: the passages of two
// statements may meet inside one.
func (p *Page) Point(word int, x, y float32) int {
	i := p.LineAt(y)
	w := &p.words[word]
	var placed [64]Placed
	for _, at := range p.Place(i, placed[:0]) {
		if at.Word != word || w.width <= 0 {
			continue
		}
		part := min(0.999, max(0, (x-at.X)/w.width))
		n := p.points.at(int(w.end)) - p.points.at(int(w.start))
		return p.points.at(int(w.start)) + int(part*float32(n))
	}
	return p.points.at(int(w.start))
}

// Token is the words [first, last) around word i with no white space between.
func (t *Text) Token(i int) (first, last int) {
	first, last = i, i+1
	para := t.paraOf(i)
	for first > int(para.first) && !t.words[first-1].space {
		first--
	}
	for last < int(para.last) && !t.words[last-1].space {
		last++
	}
	return first, last
}

// Paragraph is the words [first, last) of the paragraph of word i.
func (t *Text) Paragraph(i int) (first, last int) {
	p := t.paraOf(i)
	return int(p.first), int(p.last)
}

func (t *Text) paraOf(i int) *paragraph {
	n := sort.Search(len(t.paras), func(k int) bool { return int(t.paras[k].last) > i })
	return &t.paras[min(n, len(t.paras)-1)]
}

// Trim takes quotation marks and stops off the ends of the code points
// [start, end), which words carry with them.
func (t *Text) Trim(start, end int) (int, int) {
	runes := []rune(t.Slice(start, end))
	for len(runes) > 0 && trimmed(runes[0]) {
		runes = runes[1:]
		start++
	}
	for len(runes) > 0 && trimmed(runes[len(runes)-1]) {
		runes = runes[:len(runes)-1]
		end--
	}
	return start, end
}

func trimmed(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '“', '”', '„', '‘', '’', '"', '\'', '«', '»', '(', ')', '[', ']', '…', '–', '—':
		return true
	}
	return unicode.IsSpace(r)
}
