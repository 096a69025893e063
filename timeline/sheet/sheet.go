// Package sheet is what stands round a picture in a report, whatever the picture
// is of: title and subtitle, legend, numbered notes on the sources, counts and
// imprint.
package sheet

import (
	"image/color"
	"strings"
	"time"

	"demarche/timeline/scale"
	"demarche/timeline/scene"
)

// Ink is the colours of a sheet.
type Ink struct {
	Text, Muted, Subtle color.NRGBA // title and notes; subtitle; counts and imprint
	Rule                color.NRGBA
}

// Sheet is a sheet in the making. Title to Imprint are set before it is measured
// or drawn.
type Sheet struct {
	W, Margin float32
	Ink       Ink
	Measure   scene.Measure

	Title, Subtitle string
	Notes           []Note
	Counts          string // what is shown, and what is not
	Imprint         string
}

// Note is a footnote; Number is empty for what is said of all.
type Note struct{ Number, Text string }

// New is a sheet of w pixels.
func New(w float32, ink Ink, measure scene.Measure) *Sheet {
	return &Sheet{W: w, Margin: min(max(w*0.0325, 18), 52), Ink: ink, Measure: measure}
}

// Fonts and distances, in pixels.
var (
	fontTitle    = scene.Font{Size: 26, Weight: scene.Bold}
	fontSubtitle = scene.Font{Size: 15}
	fontNote     = scene.Font{Size: 12.5}
	fontFoot     = scene.Font{Size: 12}
)

const (
	titlePitch    = 32
	subtitlePitch = 20
	notePitch     = 19
	footPitch     = 17
	columnGap     = 40
	noteColumn    = 420 // a column of notes is no narrower where there are two
	aboveFoot     = 28
	belowFoot     = 0.6 // of the margin
)

// Content is the width between the margins.
func (s *Sheet) Content() float32 { return s.W - 2*s.Margin }

// Head draws title and subtitle, and gives where the legend's first line is
// centred. With sc nil it only measures, as all that draws here.
func (s *Sheet) Head(sc *scene.Scene) float32 {
	y := s.Margin - 6
	for _, line := range Wrap(s.Measure, fontTitle, s.Title, s.Content(), 3) {
		s.text(sc, s.Margin, y+24, fontTitle, s.Ink.Text, line)
		y += titlePitch
	}
	for _, line := range Wrap(s.Measure, fontSubtitle, s.Subtitle, s.Content(), 4) {
		s.text(sc, s.Margin, y+15, fontSubtitle, s.Ink.Muted, line)
		y += subtitlePitch
	}
	return y + 24
}

// Below is the height of all that stands under a picture.
func (s *Sheet) Below() float32 { return aboveFoot + s.foot(nil, 0) + s.Margin*belowFoot }

// Foot draws notes, rule, counts and imprint at the bottom of the scene.
func (s *Sheet) Foot(sc *scene.Scene) {
	s.foot(sc, sc.H-s.Margin*belowFoot-s.foot(nil, 0))
}

func (s *Sheet) text(sc *scene.Scene, x, y float32, font scene.Font, c color.NRGBA, text string) {
	if sc != nil {
		sc.Add(scene.Item{Op: scene.OpText, X0: x, Y0: y, Fill: c, Font: font, Text: text})
	}
}

// foot draws what stands under a picture from y on, and gives its height.
func (s *Sheet) foot(sc *scene.Scene, y float32) float32 {
	top := y
	y += s.notes(sc, y)
	if len(s.Notes) > 0 {
		y += 6
	}
	if sc != nil {
		sc.Add(scene.Item{Op: scene.OpRect, X0: s.Margin, X1: s.W - s.Margin, Y0: y, Y1: y + 1, Fill: s.Ink.Rule})
	}
	y += 22
	beside := s.Content() - s.Measure(fontFoot, s.Imprint) - columnGap
	room := beside
	if beside < s.Content()*0.55 { // then the imprint stands under the counts
		room = s.Content()
	}
	lines := Wrap(s.Measure, fontFoot, s.Counts, room, 4)
	for i, line := range lines {
		s.text(sc, s.Margin, y+footPitch*float32(i), fontFoot, s.Ink.Subtle, line)
	}
	at := y
	if room > beside {
		at = y + footPitch*float32(len(lines))
	}
	y = max(y+footPitch*float32(len(lines)-1), at)
	if sc != nil && s.Imprint != "" {
		sc.Add(scene.Item{Op: scene.OpText, X0: s.W - s.Margin, Y0: at, Anchor: scene.End, Fill: s.Ink.Subtle, Font: fontFoot, Text: s.Imprint})
	}
	return y + 4 - top
}

// notes sets the notes in columns of about one height, and gives the height.
func (s *Sheet) notes(sc *scene.Scene, y float32) float32 {
	columns := 1
	if s.Content() >= 2*noteColumn+columnGap {
		columns = 2
	}
	pitch := (s.Content() + columnGap) / float32(columns)
	indent := s.indent()
	var wrapped [][]string
	total := 0
	for _, n := range s.Notes {
		width := pitch - columnGap
		if n.Number != "" {
			width -= indent
		}
		lines := Wrap(s.Measure, fontNote, n.Text, width, 4)
		wrapped = append(wrapped, lines)
		total += len(lines)
	}
	perColumn := (total + columns - 1) / columns
	column, line, most := 0, 0, 0
	for k, n := range s.Notes {
		if line > 0 && line >= perColumn && column+1 < columns {
			column, line = column+1, 0
		}
		x := s.Margin + pitch*float32(column)
		for i, text := range wrapped[k] {
			s.noteLine(sc, n.Number, i, x, y+13+notePitch*float32(line), text)
			line++
		}
		most = max(most, line)
	}
	return notePitch * float32(most)
}

func (s *Sheet) noteLine(sc *scene.Scene, number string, i int, x, y float32, text string) {
	if number != "" {
		if i == 0 {
			s.text(sc, x, y, fontNote, s.Ink.Text, number)
		}
		x += s.indent()
	}
	s.text(sc, x, y, fontNote, s.Ink.Text, text)
}

// indent is the room for the numbers of the notes.
func (s *Sheet) indent() float32 {
	last := "0"
	for _, n := range s.Notes {
		if n.Number != "" {
			last = n.Number
		}
	}
	return s.Measure(fontNote, last+" ") + 2
}

// Imprint is by which program, from which file and when a picture was made; what
// is empty is left out.
func Imprint(program, file string, printed time.Time, n *scale.Names) string {
	var parts []string
	for _, part := range []string{program, file} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if !printed.IsZero() {
		parts = append(parts, "printed "+n.ShortDay(printed))
	}
	return strings.Join(parts, " · ")
}
