package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Button is a push button, with the key that does the same beside its label.
type Button struct {
	Pressable
	primary, flat bool
	onDark        bool
	sign          string // shown instead of the label; empty: none
	text          *Text
	key           *Kbd
	row           *fyne.Container
}

// NewButton makes a button.
func NewButton(label string, onTap func()) *Button { return newButton(label, "", false, onTap) }

// NewPrimary makes the button that a person most likely wants.
func NewPrimary(label string, onTap func()) *Button { return newButton(label, "", true, onTap) }

// NewKeyed makes a button that shows its key: "Accept", "A".
func NewKeyed(label, key string, primary bool, onTap func()) *Button {
	return newButton(label, key, primary, onTap)
}

// NewSign makes a flat button that shows a sign; label is what a screen reader
// says.
func NewSign(sign, label string, onTap func()) *Button {
	b := NewFlat(label, onTap)
	b.sign = sign
	return b
}

// NewFlat makes a button without a frame, for bars and corners.
func NewFlat(label string, onTap func()) *Button {
	b := newButton(label, "", false, onTap)
	b.flat = true
	return b
}

func newButton(label, key string, primary bool, onTap func()) *Button {
	b := &Button{primary: primary, text: NewText(label, Style{})}
	b.OnTap, b.Label = onTap, label
	objects := []fyne.CanvasObject{b.text}
	if key != "" {
		b.key = NewKbd(key)
		objects = append(objects, b.key)
	}
	b.row = Row(6, -1, objects...)
	b.Init(b)
	return b
}

// SetText changes the label.
func (b *Button) SetText(label string) {
	b.Label = label
	b.text.Set(label)
}

// CreateRenderer draws it.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	pad := padLayout{5, 12, 5, 12}
	if b.flat {
		pad = padLayout{3, 7, 3, 7}
	}
	return newFrame(b.row, pad, b.look)
}

func (b *Button) look(back *canvas.Rectangle) {
	style := Style{}
	switch {
	case b.disabled:
		style.Color = "disabled"
		paint(back, "disabledButton", ColorBorder, 1, 5)
	case b.onDark:
		style = Style{Color: ColorOnPrimary, Bold: true}
		paint(back, "", "", 0, 5)
		back.FillColor = alpha(rgb(0xffffff), 0x24)
	case b.primary:
		style.Color = ColorOnPrimary
		paint(back, ColorPrimary, "", 0, 5)
	case b.flat:
		style.Color = ColorMuted
		paint(back, "", "", 0, 5)
	default:
		paint(back, "button", ColorControl, 1, 5)
	}
	if b.hovered && !b.disabled {
		back.FillColor = over(back.FillColor, Color("hover"))
	}
	if b.focused {
		back.StrokeColor, back.StrokeWidth = Color(ColorAccent), 2
	}
	text := b.Label
	if b.sign != "" {
		text = b.sign
	}
	b.text.SetSpans(Span{text, style})
}

// over lays a translucent colour over another.
func over(under, top color.Color) color.Color {
	ur, ug, ub, ua := under.RGBA()
	tr, tg, tb, ta := top.RGBA()
	mix := func(u, t uint32) uint8 { return uint8((t + u*(0xffff-ta)/0xffff) >> 8) }
	return color.RGBA{R: mix(ur, tr), G: mix(ug, tg), B: mix(ub, tb), A: mix(ua, ta)}
}

// Kbd shows a key as a key cap.
type Kbd struct {
	widget.BaseWidget
	text *Text
}

// NewKbd makes a key cap.
func NewKbd(key string) *Kbd {
	k := &Kbd{text: NewText(key, Style{Size: 11, Color: ColorMuted})}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer draws it.
func (k *Kbd) CreateRenderer() fyne.WidgetRenderer {
	return newFrame(k.text, padLayout{0, 5, 1, 5}, func(back *canvas.Rectangle) {
		paint(back, ColorCard, ColorControl, 1, 4)
	})
}
