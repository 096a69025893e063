package review

import (
	"image/color"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline/scene"
)

// Passages stand out of their line by this much, in pixels.
const (
	markSide   = 2
	markTop    = 2
	markRadius = 3
	baseline   = 0.69 // of a line's height
)

// draw makes the scene of what is seen.
func (r *reader) draw(size fyne.Size) {
	r.scene.Reset(size.Width, size.Height, ink(ui.Color(ui.ColorPage)))
	if r.page == nil {
		return
	}
	first, last := r.seen()
	x, _ := r.column()
	y := r.textTop() - r.scroll.Offset.Y
	start, end := r.page.Visible(first, last)
	for _, m := range r.marks {
		if m.start < end && m.end > start {
			r.drawMark(m, x, y, first, last)
		}
	}
	for _, s := range r.found {
		r.fill(s, ink(ui.Caution.Full()), 0x66, x, y, first, last)
	}
	if s := r.sel.span(r.text); s.end > s.start {
		r.fill(s, ink(ui.Color("selection")), 0xff, x, y, first, last)
	}
	r.drawWords(x, y, first, last)
	for _, s := range r.open {
		if s.start < end && s.end > start {
			r.dots(s, x, y, first, last)
		}
	}
	r.outline(x, y, first, last)
}

func ink(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }

// drawMark fills the stretch of a passage. What was accepted is underlined in
// its colour; what was rejected shows only while it is selected.
func (r *reader) drawMark(m mark, x, y float32, first, last int) {
	if m.state == data.Rejected && !r.isOutlined(m) {
		return
	}
	tint, full := ink(m.tone.Tint()), ink(m.tone.Full())
	if m.state == data.Rejected {
		tint = ink(ui.Neutral.Tint())
	}
	r.boxes = r.page.Boxes(m.start, m.end, first, last, r.boxes[:0])
	for _, b := range r.boxes {
		top, bottom := y+float32(r.page.Top(b.Line)), y+float32(r.page.Bottom(b.Line))
		r.scene.Add(scene.Item{Op: scene.OpRect, X0: x + b.X0 - markSide, X1: x + b.X1 + markSide, Y0: top + markTop, Y1: bottom - markTop, Fill: tint, Radius: markRadius})
		if m.state == data.Accepted {
			r.scene.Add(scene.Item{Op: scene.OpRect, X0: x + b.X0, X1: x + b.X1, Y0: bottom - markTop - 2, Y1: bottom - markTop - 0.5, Fill: full})
		}
	}
}

func (r *reader) isOutlined(m mark) bool { return r.outlined != nil && r.outlined(m) }

// outline frames the selected passages, and one that another screen asked for.
func (r *reader) outline(x, y float32, first, last int) {
	frame := func(start, end int) {
		r.boxes = r.page.Boxes(start, end, first, last, r.boxes[:0])
		for _, b := range r.boxes {
			top, bottom := y+float32(r.page.Top(b.Line)), y+float32(r.page.Bottom(b.Line))
			r.scene.Add(scene.Item{Op: scene.OpRect, X0: x + b.X0 - markSide - 0.5, X1: x + b.X1 + markSide + 0.5, Y0: top + markTop - 1, Y1: bottom - markTop + 1,
				Stroke: ink(ui.Color(ui.ColorAccent)), Width: 2, Radius: markRadius + 1})
		}
	}
	for _, m := range r.marks {
		if r.isOutlined(m) {
			frame(m.start, m.end)
		}
	}
	if r.shown.end > r.shown.start {
		frame(r.shown.start, r.shown.end)
	}
}

func (r *reader) fill(s flowSpan, c color.NRGBA, alpha uint8, x, y float32, first, last int) {
	c.A = min(c.A, alpha)
	r.boxes = r.page.Boxes(s.start, s.end, first, last, r.boxes[:0])
	for _, b := range r.boxes {
		r.scene.Add(scene.Item{Op: scene.OpRect, X0: x + b.X0, X1: x + b.X1, Fill: c,
			Y0: y + float32(r.page.Top(b.Line)) + 1, Y1: y + float32(r.page.Bottom(b.Line)) - 1})
	}
}

func (r *reader) drawWords(x, y float32, first, last int) {
	text := ink(ui.Color(ui.ColorText))
	for i := first; i <= last; i++ {
		font := bodyFont
		if r.page.Heading(i) {
			font = headingFont
		}
		top, bottom := float32(r.page.Top(i)), float32(r.page.Bottom(i))
		base := y + top + (bottom-top)*baseline
		r.placed = r.page.Place(i, r.placed[:0])
		for _, w := range r.placed {
			r.scene.Add(scene.Item{Op: scene.OpText, X0: x + w.X, Y0: base, Fill: text, Font: font, Text: r.page.Word(w.Word)})
		}
	}
}

// dots underline a date that cannot be placed yet.
func (r *reader) dots(s flowSpan, x, y float32, first, last int) {
	c := ink(ui.Color(ui.ColorMuted))
	r.boxes = r.page.Boxes(s.start, s.end, first, last, r.boxes[:0])
	for _, b := range r.boxes {
		line := y + float32(r.page.Bottom(b.Line)) - 4
		for at := x + b.X0; at < x+b.X1; at += 4 {
			r.scene.Add(scene.Item{Op: scene.OpRect, X0: at, X1: at + 2, Y0: line, Y1: line + 1.5, Fill: c})
		}
	}
}
