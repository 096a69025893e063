package board

import (
	"image/color"
	"strconv"
	"strings"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
	"demarche/timeline/scene"
	"demarche/timeline/sheet"
)

// Fonts and distances of the table, in pixels.
var (
	fontHead   = scene.Font{Size: 13.5, Weight: scene.Bold}
	fontStance = scene.Font{Size: 12.5, Weight: scene.Bold}
	fontWord   = scene.Font{Size: 12}
	fontText   = scene.Font{Size: 13}
	fontNone   = scene.Font{Size: 12.5, Weight: scene.Semibold}
)

const (
	headPitch  = 17
	textPitch  = 17
	smallPitch = 16
	blockTop   = 8
	blockEnd   = 9
	blockLeft  = 17 // of the text; the edge stands before it
	blockRight = 10
	noneLeft   = 12
	edgeX      = 6
	edgeWidth  = 4
	radius     = 7
	mostInCell = 3   // positions of an actor on an issue; the others are counted
	mostLines  = 8   // of a proposal
	longText   = 800 // of a proposal, in bytes
	chartH     = 24
)

// arrange fixes where everything stands and gives the height that takes.
func (f *figure) arrange() float32 {
	f.sheet.Title, f.sheet.Subtitle = f.titles()
	f.sheet.Notes = f.sources.Notes(f.Names, f.remarks()...)
	f.sheet.Counts = f.countLine()
	f.sheet.Imprint = sheet.Imprint(f.Program, f.FileName, f.Printed, f.Names)
	f.legendY = f.sheet.Head(nil)
	f.headY = f.sheet.Legend(nil, f.legend(), f.legendY) + 6
	f.headH = headPitch
	for _, a := range f.actors {
		f.headH = max(f.headH, headPitch*float32(len(f.headLines(a.Name))))
	}
	f.headH += 10
	y := f.headY + f.headH
	for i := range f.rows {
		r := &f.rows[i]
		r.h = max(leastRow, 16+headPitch*float32(len(f.issueLines(r))))
		for _, held := range r.cells {
			r.h = max(r.h, f.cell(nil, 0, 0, 0, held))
		}
		y += r.h + between
	}
	return y + f.sheet.Below()
}

func (f *figure) headLines(name string) []string {
	return sheet.Wrap(f.Measure, fontHead, name, f.col-12, 3)
}

func (f *figure) issueLines(r *row) []string {
	return sheet.Wrap(f.Measure, fontHead, r.name, f.head-14, 6)
}

func (f *figure) draw() *scene.Scene {
	s := &scene.Scene{}
	s.Reset(f.W, f.h, f.Theme.Background)
	s.Title, s.Description = f.sheet.Title, f.description()
	f.sheet.Head(s)
	f.sheet.Legend(s, f.legend(), f.legendY)
	x, bottom := f.sheet.Margin+f.head, f.headY+f.headH-10
	for i, a := range f.actors {
		f.lines(s, x+float32(i)*(f.col+between)+6, bottom, fontHead, f.headLines(a.Name))
	}
	f.lines(s, f.gapX+10, bottom, fontHead, []string{"Gap"})
	y := f.headY + f.headH
	for i := range f.rows {
		r := &f.rows[i]
		names := f.issueLines(r)
		f.lines(s, f.sheet.Margin, y+r.h/2+headPitch*float32(len(names))/2-4, fontHead, names)
		for k, held := range r.cells {
			f.cell(s, x+float32(k)*(f.col+between), y, r.h, held)
		}
		f.gap(s, f.gapX+10, y, r.gap)
		y += r.h + between
	}
	f.sheet.Foot(s)
	return s
}

// lines sets lines of a head, the last with its baseline at y.
func (f *figure) lines(s *scene.Scene, x, y float32, font scene.Font, lines []string) {
	for i, line := range lines {
		f.text(s, x, y-headPitch*float32(len(lines)-1-i), font, f.Theme.Text, line)
	}
}

func (f *figure) text(s *scene.Scene, x, y float32, font scene.Font, c color.NRGBA, text string) {
	if s != nil && text != "" {
		s.Add(scene.Item{Op: scene.OpText, X0: x, Y0: y, Fill: c, Font: font, Text: text})
	}
}

// cell draws what an actor holds on an issue, one block for each position, in a
// box h high, and gives the height that it needs. With s nil it only measures.
func (f *figure) cell(s *scene.Scene, x, y, h float32, held []*data.Position) float32 {
	if len(held) == 0 {
		if s != nil {
			s.Add(scene.Item{Op: scene.OpRect, X0: x, Y0: y, X1: x + f.col, Y1: y + h, Radius: radius, Fill: f.Theme.Overview})
			for i, line := range sheet.Wrap(f.Measure, fontNone, "No position found", f.col-2*noneLeft, 2) {
				f.text(s, x+noneLeft, y+blockTop+12+smallPitch*float32(i), fontNone, f.Theme.Subtle, line)
			}
		}
		return 0
	}
	top := y
	shown := held[:min(len(held), mostInCell)]
	rest := len(held) - len(shown)
	for i, p := range shown {
		need := f.block(nil, x, y, 0, p)
		if s != nil {
			box := need
			if i == len(shown)-1 { // the last takes what room is left
				box = max(need, top+h-y)
				if rest > 0 {
					box = max(need, box-smallPitch-4)
				}
			}
			f.block(s, x, y, box, p)
		}
		y += need + 3
	}
	y -= 3
	if rest > 0 {
		y += smallPitch + 4
		if s != nil {
			f.text(s, x+blockLeft, max(y, top+h)-4, fontWord, f.Theme.Muted, "and "+strconv.Itoa(rest)+" more")
		}
	}
	return y - top
}

// block draws a position in a box h high, and gives the height that it needs.
func (f *figure) block(s *scene.Scene, x, y, h float32, p *data.Position) float32 {
	ink, muted := f.Theme.OnTint(p.Stance), f.Theme.Muted
	if s != nil {
		f.ground(s, x, y, h, p)
	}
	top, left, width := y, x+blockLeft, f.col-blockLeft-blockRight
	y += blockTop + 12
	f.stance(s, left, y, width, p, ink)
	if sign := f.signBelow(p, width); sign {
		y += smallPitch
		f.move(s, left, y, scene.Start, f.board.MoveOf(p, f.AsOf))
	}
	for _, line := range sheet.WrapNoted(f.Measure, fontText, short(sheet.Capital(p.Proposal)), f.sources.Note(p.Ref()), width, mostLines) {
		y += textPitch
		f.text(s, left, y, fontText, f.Theme.Text, line)
	}
	y++
	for _, line := range sheet.Wrap(f.Measure, fontWord, short(p.Proviso()), width, 4) {
		y += smallPitch
		f.text(s, left, y, fontWord, f.Theme.Text, line)
	}
	for _, line := range sheet.Wrap(f.Measure, fontWord, strings.Join(f.state(p), nbsp+"· "), width, 4) {
		y += smallPitch
		f.text(s, left, y, fontWord, muted, line)
	}
	return y + blockEnd - top
}

// ground is the tint of a block and its edge: solid where the actor speaks for
// itself, hatched where others report.
func (f *figure) ground(s *scene.Scene, x, y, h float32, p *data.Position) {
	box := scene.Item{Op: scene.OpRect, X0: x, Y0: y, X1: x + f.col, Y1: y + h, Radius: radius, Fill: f.Theme.Tint(p.Stance)}
	if p.Disputed {
		box.Stroke, box.Width = f.Theme.Stance(p.Stance), 1.5
	}
	s.Add(box)
	s.Add(scene.Item{Op: scene.OpRect, X0: x + edgeX, Y0: y + blockTop, X1: x + edgeX + edgeWidth, Y1: y + h - blockTop,
		Fill: f.Theme.Stance(p.Stance), Hatch: p.Reported()})
}

// stance draws the glyph and the name of a stance, with the move at the right
// where there is room for it.
func (f *figure) stance(s *scene.Scene, x, y, width float32, p *data.Position, ink color.NRGBA) {
	if s == nil {
		return
	}
	s.Add(scene.Item{Op: scene.OpMark, Shape: timeline.StanceGlyph(p.Stance), X0: x + 4.5, Y0: y - 4.5, Size: 9, Fill: ink, Stroke: ink, Width: 1})
	f.text(s, x+14, y, fontStance, ink, timeline.StanceWord(p.Stance))
	if !f.signBelow(p, width) {
		f.move(s, x+width, y, scene.End, f.board.MoveOf(p, f.AsOf))
	}
}

// signBelow reports whether the move of a position has no room beside its stance.
func (f *figure) signBelow(p *data.Position, width float32) bool {
	m := f.board.MoveOf(p, f.AsOf)
	return m != Unmarked && 14+f.Measure(fontStance, timeline.StanceWord(p.Stance))+8+f.Measure(fontWord, m.Sign()) > width
}

func (f *figure) move(s *scene.Scene, x, y float32, anchor scene.Anchor, m Move) {
	if s != nil && m != Unmarked {
		s.Add(scene.Item{Op: scene.OpText, X0: x, Y0: y, Anchor: anchor, Fill: f.Theme.Muted, Font: fontWord, Text: m.Sign()})
	}
}

// nbsp keeps a date on one line, and a point behind what it parts.
const nbsp = "\u00A0"

// state is what is said of a position beside its words: "◆ red line", "since 15
// Dec 2025".
func (f *figure) state(p *data.Position) []string {
	var parts []string
	if p.Disputed {
		parts = append(parts, "disputed")
	}
	if p.Reported() {
		parts = append(parts, "reported")
	}
	if p.Firmness == data.RedLine {
		parts = append(parts, "◆"+nbsp+"red"+nbsp+"line")
	}
	names, from, style := edtf.English(), f.board.ix.Since(p), edtf.Medium
	first := &data.Position{From: from}
	if first.Begins() >= edtf.OfYear(int(edtf.OfInstant(f.AsOf).Start.Year)).Earliest() {
		style = edtf.Short // the year is that of the day in the title
	}
	if since := edtf.FormatSince(from, style, names); since != "" {
		word := names.KnownBy
		date, found := strings.CutPrefix(since, word+" ")
		if !found {
			word, date, _ = strings.Cut(since, " ")
		}
		parts = append(parts, word+" "+strings.ReplaceAll(date, " ", nbsp))
	}
	return parts
}

// gap draws the word for a gap and the chart of how it came about.
func (f *figure) gap(s *scene.Scene, x, y float32, g Gap) {
	shape, stance := scene.Square, data.Rejects
	switch g.Trend {
	case OneSide, NoMeasure:
		for i, line := range sheet.Wrap(f.Measure, fontWord, g.Word(), f.g-12, 2) {
			f.text(s, x, y+blockTop+12+smallPitch*float32(i), fontWord, f.Theme.Muted, line)
		}
		return
	case Narrowing:
		shape, stance = scene.TriangleDown, data.Supports
	case Agreed:
		shape, stance = scene.Circle, data.Supports
	case Widening:
		shape = scene.Triangle
	}
	ink := f.Theme.OnTint(stance)
	s.Add(scene.Item{Op: scene.OpMark, Shape: shape, X0: x + 4.5, Y0: y + blockTop + 7.5, Size: 9, Fill: ink})
	f.text(s, x+14, y+blockTop+12, fontStance, ink, g.Word())
	f.chart(s, x, y+blockTop+22, f.g-20, g.Line, f.Theme.Stance(stance))
}

// chart draws values between 0 and 1 as a line, later to the right.
func (f *figure) chart(s *scene.Scene, x, y, width float32, values []float64, c color.NRGBA) {
	if len(values) == 1 {
		values = []float64{values[0], values[0]}
	}
	step := width / float32(max(1, len(values)-1))
	at := func(i int) (float32, float32) {
		return x + step*float32(i), y + 2 + (1-float32(values[i]))*(chartH-4)
	}
	for i := 1; i < len(values); i++ {
		x0, y0 := at(i - 1)
		x1, y1 := at(i)
		s.Add(scene.Item{Op: scene.OpLine, X0: x0, Y0: y0, X1: x1, Y1: y1, Stroke: c, Width: 2})
		if i > 1 { // where two lines meet
			s.Add(scene.Item{Op: scene.OpMark, Shape: scene.Circle, X0: x0, Y0: y0, Size: 2, Fill: c})
		}
	}
}

// short bounds a text before it is set in lines.
func short(s string) string {
	if len(s) <= longText {
		return s
	}
	for i := range s {
		if i >= longText {
			return s[:i] + "…"
		}
	}
	return s
}
