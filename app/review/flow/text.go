// Package flow sets a document as a readable column: paragraphs, words measured
// once, lines that are broken anew for every width, and what lies under a point.
// It knows no window; sizes are in pixels. The words of a document of many
// megabytes are measured in well under a second and broken in milliseconds, so
// that only what is seen needs to be drawn.
package flow

import (
	"math"
	"regexp"
	"strings"

	"demarche/timeline/typeface"
)

// Measure is the width of a text in pixels, set as a heading or not.
type Measure func(text string, heading bool) float32

// Text is a document divided into paragraphs and measured words.
type Text struct {
	source  string
	points  points
	words   []word
	paras   []paragraph
	measure Measure
	space   [2]float32 // between words; in headings
}

// word is what a line is made of: a word up to where a line may break after it.
type word struct {
	start, end int32 // bytes of the source
	width      float32
	space      bool // white space follows in the source
}

// paragraph is the words [first, last).
type paragraph struct {
	first, last int32
	heading     bool
	tight       bool // close to the one before, as lines of an address
	rtl         bool // set from the right
}

// maxBytes bounds a text, since words count their bytes in 32 bits.
const maxBytes = math.MaxInt32 - 1

// New divides and measures a text. A first paragraph that says the same as title
// is left out, as it stands above the column already. What lies beyond two
// gigabytes is left out too.
func New(source, title string, measure Measure) *Text {
	if len(source) > maxBytes {
		source = source[:maxBytes]
	}
	t := &Text{source: source, points: newPoints(source), measure: measure}
	t.space = [2]float32{measure(" ", false), measure(" ", true)}
	widths := widthCache{measure: measure}
	blocks := paragraphs(source)
	for i, b := range blocks {
		if i == 0 && sameWords(source[b.start:b.end], title) {
			continue
		}
		p := paragraph{first: int32(len(t.words)), heading: isHeading(source, blocks, i), tight: b.tight && len(t.paras) > 0,
			rtl: typeface.RightToLeft(source[b.start:b.end])}
		t.words = split(source, b.start, b.end, t.words)
		p.last = int32(len(t.words))
		for j := p.first; j < p.last; j++ {
			w := &t.words[j]
			w.width = widths.of(source[w.start:w.end], p.heading)
		}
		t.paras = append(t.paras, p)
	}
	return t
}

// Source is the document's text.
func (t *Text) Source() string { return t.source }

// Len is the number of words.
func (t *Text) Len() int { return len(t.words) }

// Word is what word i says.
func (t *Text) Word(i int) string { return t.source[t.words[i].start:t.words[i].end] }

// Span is the code points [start, end) of the words [first, last).
func (t *Text) Span(first, last int) (start, end int) {
	if first >= last {
		return 0, 0
	}
	return t.points.at(int(t.words[first].start)), t.points.at(int(t.words[last-1].end))
}

// Bytes are the byte offsets of the code points [start, end).
func (t *Text) Bytes(start, end int) (int, int) { return t.points.byteAt(start), t.points.byteAt(end) }

// Slice is the text of the code points [start, end).
func (t *Text) Slice(start, end int) string {
	a, b := t.Bytes(start, end)
	if a >= b {
		return ""
	}
	return t.source[a:b]
}

// Find lists where the text holds what is looked for, in code points, capitals and
// small letters alike, up to a number of places.
func (t *Text) Find(what string, most int) [][2]int {
	if strings.TrimSpace(what) == "" {
		return nil
	}
	// White space of the text may be a line break.
	pattern := strings.Join(strings.Fields(regexp.QuoteMeta(what)), `\s+`)
	looked, err := regexp.Compile("(?i)" + pattern)
	if err != nil {
		return nil // a quoted pattern compiles
	}
	var all [][2]int
	for _, at := range looked.FindAllStringIndex(t.source, most) {
		all = append(all, [2]int{t.points.at(at[0]), t.points.at(at[1])})
	}
	return all
}

// Points is the number of code points of the text.
func (t *Text) Points() int { return t.points.at(len(t.source)) }

// widthCache keeps the widths of words, of which a long text has few different
// ones.
type widthCache struct {
	measure Measure
	known   [2]map[string]float32
}

func (c *widthCache) of(s string, heading bool) float32 {
	k := 0
	if heading {
		k = 1
	}
	if c.known[k] == nil {
		c.known[k] = map[string]float32{}
	}
	w, ok := c.known[k][s]
	if !ok {
		w = c.measure(s, heading)
		c.known[k][s] = w
	}
	return w
}
