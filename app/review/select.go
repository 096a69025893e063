package review

import (
	"time"

	"fyne.io/fyne/v2"

	"demarche/app/review/flow"
)

// selection is the words that are selected with the mouse, from one to another,
// both included.
type selection struct {
	on       bool
	from, to int
	unit     unit
}

// unit is what a press selects: words, or with a second and third press more.
type unit uint8

const (
	nothing unit = iota // a press alone selects nothing
	aWord
	aParagraph
)

// words are the words [first, last).
func (s selection) words(t *flow.Text) (first, last int) {
	if !s.on || t == nil || t.Len() == 0 {
		return 0, 0
	}
	reach := t.Token
	if s.unit == aParagraph {
		reach = t.Paragraph
	}
	a, b := reach(s.from)
	c, d := reach(s.to)
	return min(a, c), max(b, d)
}

// span is the code points that are selected.
func (s selection) span(t *flow.Text) flowSpan {
	first, last := s.words(t)
	if first >= last {
		return flowSpan{}
	}
	start, end := t.Span(first, last)
	if s.unit == aWord && s.from == s.to {
		start, end = t.Trim(start, end)
	}
	return flowSpan{start, end}
}

// presses tells single, double and triple presses apart.
type presses struct {
	last time.Time
	at   fyne.Position
	n    int
}

const pressPause = 400 * time.Millisecond

func (p *presses) count(at fyne.Position, now time.Time) int {
	if now.Sub(p.last) > pressPause || abs(at.X-p.at.X) > 4 || abs(at.Y-p.at.Y) > 4 {
		p.n = 0
	}
	p.n, p.last, p.at = p.n%3+1, now, at
	return p.n
}

func abs(v float32) float32 { return max(v, -v) }
