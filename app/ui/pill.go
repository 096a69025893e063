package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"demarche/data"
)

// Pill is a word on a tint: "Demands".
type Pill struct {
	widget.BaseWidget
	tone Tone
	text *Text
}

// NewPill makes a pill.
func NewPill(word string, tone Tone) *Pill {
	p := &Pill{tone: tone, text: NewText(word, Style{Size: 11.5, Bold: true, Tone: tone, Color: ColorMuted})}
	p.ExtendBaseWidget(p)
	return p
}

// NewStance makes the pill of a stance.
func NewStance(s data.Stance) *Pill { return NewPill(StanceWord(s), ToneOf(s)) }

// Set changes the word and the tone.
func (p *Pill) Set(word string, tone Tone) {
	p.tone = tone
	p.text.SetSpans(Span{word, Style{Size: 11.5, Bold: true, Tone: tone, Color: ColorMuted}})
	p.Refresh()
}

// CreateRenderer draws it.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	return newFrame(p.text, padLayout{1, 8, 1, 8}, func(back *canvas.Rectangle) {
		back.FillColor, back.CornerRadius = p.tone.Tint(), 9
	})
}
