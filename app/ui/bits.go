package ui

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

func upper(s string) string { return strings.ToUpper(s) }

// Quote is the words of a source, with a bar at the left.
func Quote(text string) fyne.CanvasObject {
	bar := Sized(2, 0, NewBox(ColorQuote, "", 0))
	return container.NewStack(
		Pad(0, 0, 0, 12, NewWrapped(text, Style{Size: 12})),
		container.New(leftEdge{2}, bar),
	)
}

// leftEdge lays an object along the left side.
type leftEdge struct{ width float32 }

func (l leftEdge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(l.width, 0) }
func (l leftEdge) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(l.width, size.Height))
}

// Banner is a line that asks for something, with buttons at the right.
func Banner(text string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	row := Row(10, 0, append([]fyne.CanvasObject{NewWrapped(text, Style{})}, buttons...)...)
	return container.NewStack(NewBox(ColorBanner, ColorBannerBorder, 7), Pad(8, 10, 8, 13, row))
}

// Avatar is a disc in an actor's colour with its initials.
func Avatar(name string, c color.Color, size float32) fyne.CanvasObject {
	disc := canvas.NewCircle(c)
	text := canvas.NewText(Initials(name), color.White)
	text.TextSize, text.TextStyle.Bold = size*0.38, true
	return container.New(sizedLayout{size, size}, container.New(layout.NewStackLayout(), disc, container.NewCenter(text)))
}

// Initials are one or two capitals that stand for a name. One word gives one: two
// letters of it could be taken for the code of another state ("UK" for Ukraine).
func Initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch len(words) {
	case 0:
		return "?"
	case 1:
		r := []rune(words[0])
		return strings.ToUpper(string(r[:1]))
	}
	return strings.ToUpper(string([]rune(words[0])[:1]) + string([]rune(words[len(words)-1])[:1]))
}

// Meter is a thin bar that is filled to a part between 0 and 1.
func Meter(part float64, tone Tone) fyne.CanvasObject {
	track := NewBox(ColorTrack, "", 3)
	full := NewBox("", "", 3)
	full.FillColor = tone.Full()
	return container.New(meterLayout(min(1, max(0, part))), track, full)
}

type meterLayout float64

func (l meterLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(24, 5) }

func (l meterLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := (size.Height - 5) / 2
	for i, w := range []float32{size.Width, size.Width * float32(l)} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(w, 5))
	}
}

// Fact is a line of a record: a muted name at the left and its value.
func Fact(name string, value fyne.CanvasObject) fyne.CanvasObject {
	return TopRow(8, 1, Sized(74, 0, NewText(name, Style{Size: 12.5, Color: ColorMuted})), value)
}

// FactText is a Fact whose value is a text that wraps.
func FactText(name, value string) fyne.CanvasObject {
	return Fact(name, NewWrapped(value, Style{Size: 12.5}))
}

// Empty is what stands where there is nothing yet: what it is and what to do.
func Empty(title, text string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	col := Column(10, NewText(title, Sub).Aligned(fyne.TextAlignCenter),
		NewWrapped(text, Muted).Aligned(fyne.TextAlignCenter))
	if len(buttons) > 0 {
		col.Add(container.NewCenter(Row(8, -1, buttons...)))
	}
	return container.NewCenter(Sized(360, 0, col))
}
