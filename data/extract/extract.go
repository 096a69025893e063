package extract

import (
	"context"
	"unicode/utf8"

	"demarche/data/edtf"
)

// Options are what is known of a document besides its text.
type Options struct {
	Published edtf.Date // zero: unknown, then relative dates stay open
	Title     string    // empty: the first heading of the text
	Known     Known     // what the analyst accepted in the case before
}

// stage is one step of the pipeline that works on the article as a whole.
type stage struct {
	name string
	run  func(*article, Options)
}

// stages find what statements are made of. Each reads what those before it
// found.
var stages = []stage{
	{"dateline", func(a *article, _ Options) { a.dateline = findDateline(a.tokens, a.sentences) }},
	{"dates", func(a *article, _ Options) { findDates(a) }},
	{"actors", func(a *article, o Options) { findActors(a, o.Known) }},
}

// Extract reads a text and says what it found. The same text and options give
// the same result. It takes time and memory linear in the text; ctx is looked at
// between stages, steps and sentences, and its error is the only one.
func Extract(ctx context.Context, text string, o Options) (Result, error) {
	a := &article{text: text, published: o.Published, done: ctx.Done()}
	a.tokens, a.sentences = segment(text)
	for _, s := range stages {
		s.run(a, o)
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
	}
	a.passDateline()
	r := read(a, o.Known.Issues)
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	positions := r.settlePositions(r.findPositions())
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	events := r.settleEvents(r.findEvents())
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	return r.result(o, events, positions), nil
}

// codePoints turns byte offsets, asked for in any order, into code points.
type codePoints struct {
	text  string
	marks []int // code points before every 256th byte
}

func newCodePoints(text string) *codePoints {
	c := &codePoints{text: text, marks: make([]int, 0, len(text)/256+1)}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%256 == 0 {
			c.marks = append(c.marks, n)
		}
		if text[i]&0xC0 != 0x80 {
			n++
		}
	}
	if len(c.marks) == 0 {
		c.marks = append(c.marks, 0)
	}
	return c
}

// at is the number of code points before the byte offset, which must lie
// between two of them.
func (c *codePoints) at(offset int) int {
	m := min(offset/256, len(c.marks)-1)
	n := c.marks[m]
	for i := m * 256; i < offset; i++ {
		if c.text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r >= 'a' && r <= 'z' {
		return string(r-'a'+'A') + s[n:]
	}
	return s
}
