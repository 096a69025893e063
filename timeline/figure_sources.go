package timeline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarche/data"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
)

// sources are the documents that what a figure shows was taken from, numbered
// in order of time.
type sources struct {
	list    []source
	number  map[data.ID]int // from 1
	notes   map[data.Ref]string
	byHand  int // items without a source
	missing int // items whose document is not in the case
}

type source struct {
	doc      *data.Document
	speakers []string // not named: "two US officials"
}

func sourcesOf(p *Plot) *sources {
	s := &sources{number: map[data.ID]int{}, notes: map[data.Ref]string{}}
	for i := range p.items {
		s.add(p.c, &p.items[i])
	}
	return s
}

func (s *sources) add(c *data.Case, it *item) {
	passages, told := []data.Passage(nil), data.Attribution{}
	if it.bar() {
		passages, told = it.position.Passages, it.position.Attribution
	} else {
		passages, told = it.event.Passages, it.event.Attribution
	}
	if len(passages) == 0 {
		s.byHand++
		return
	}
	var numbers []int
	for i := range passages {
		doc, ok := c.Documents.Get(passages[i].Document)
		if !ok {
			s.missing++
			continue
		}
		n := s.number[doc.ID]
		if n == 0 {
			s.list = append(s.list, source{doc: doc})
			n = len(s.list)
			s.number[doc.ID] = n
		}
		src := &s.list[n-1]
		if told.Speaker != "" && !told.Named && !slices.ContainsFunc(src.speakers, func(o string) bool { return strings.EqualFold(o, told.Speaker) }) {
			src.speakers = append(src.speakers, told.Speaker)
		}
		if !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	s.notes[it.ref] = superscripts(numbers)
}

// note is the numbers of an item's sources as they stand behind its label.
func (s *sources) note(ref data.Ref) string { return s.notes[ref] }

// origins is the number of documents that do not share a publisher or author:
// what one outlet says twice is no second confirmation.
func (s *sources) origins() int {
	seen := map[string]bool{}
	for i := range s.list {
		d := s.list[i].doc
		switch {
		case strings.TrimSpace(d.Publisher) != "":
			seen["publisher "+data.FoldName(d.Publisher)] = true
		case strings.TrimSpace(d.Author) != "":
			seen["author "+data.FoldName(d.Author)] = true
		default:
			seen["document "+string(d.ID)] = true
		}
	}
	return len(seen)
}

const superDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// superscripts writes at most three numbers, small and raised.
func superscripts(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	digits := []rune(superDigits)
	var b strings.Builder
	b.WriteRune('\u200A') // a hair space
	for i, n := range numbers {
		if i == 3 {
			b.WriteRune('⁺')
			break
		}
		if i > 0 {
			b.WriteRune('\u2009') // a thin space
		}
		for _, d := range strconv.Itoa(n) {
			b.WriteRune(digits[d-'0'])
		}
	}
	return b.String()
}

// note is a footnote in lines, with its number apart.
type note struct {
	number string
	lines  []string
}

// maxNotes bounds the list of sources; the rest is counted.
const maxNotes = 60

// footnotes are the sources and what has to be said of all of them, each in
// lines of at most width pixels.
func (f *figure) footnotes(width float32) []note {
	var out []note
	indent := f.noteIndent()
	for i := range f.sources.list {
		if i == maxNotes {
			out = append(out, note{lines: []string{"and " + countOf(len(f.sources.list)-i, "other source", "other sources") + ", numbered as in the case file."}})
			break
		}
		text := f.sources.list[i].text(f.Names)
		out = append(out, note{strconv.Itoa(i + 1), wrap(f.Measure, fontNote, text, width-indent, 4)})
	}
	say := func(text string) { out = append(out, note{lines: wrap(f.Measure, fontNote, text, width, 4)}) }
	if f.plot.seen(f.view).hatched {
		say("Statements by a party about itself are solid; reports by others are hatched.")
	}
	if n := f.sources.byHand; n > 0 && !f.NoSources {
		say(upperFirst(countOf(n, "item was", "items were") + " entered by hand, without a source."))
	}
	if n := f.sources.missing; n > 0 {
		say(upperFirst(countOf(n, "passage points", "passages point") + " to a document that the case no longer holds."))
	}
	return out
}

// noteIndent is the room for the numbers of the notes.
func (f *figure) noteIndent() float32 {
	return f.Measure(fontNote, strconv.Itoa(min(len(f.sources.list), maxNotes))+" ") + 2
}

// text is a source as a footnote names it: title, publisher, date, and who in
// it is not named.
func (s *source) text(n *scale.Names) string {
	d := s.doc
	parts := []string{strings.TrimRight(strings.TrimSpace(d.Title), ".")}
	if d.Publisher != "" && !strings.Contains(data.FoldName(d.Title), data.FoldName(d.Publisher)) {
		parts = append(parts, d.Publisher)
	}
	if d.Published.IsZero() {
		parts = append(parts, "date of publication unknown")
	} else {
		parts = append(parts, fullNote(d, n))
	}
	text := strings.Join(parts, ", ") + "."
	var unnamed []string
	for i, who := range s.speakers {
		if i == 4 {
			unnamed = append(unnamed, countOf(len(s.speakers)-i, "other", "others")+", not named")
			break
		}
		unnamed = append(unnamed, who+", not named")
	}
	if len(unnamed) > 0 {
		text += " " + upperFirst(strings.Join(unnamed, "; ")) + "."
	}
	return text
}

// fullNote is the date of publication with its year.
func fullNote(d *data.Document, n *scale.Names) string {
	p := d.Published.Start
	s := pointNote(p, n)
	if p.Month > 0 || p.Part > 0 {
		s = fmt.Sprintf("%s %s", s, yearName(int(p.Year), n))
	}
	if d.Published.Doubtful() {
		s = "about " + s
	}
	return s
}

// foot draws notes, rule, counts and imprint from y on, and gives their height.
// With s nil it only measures.
func (f *figure) foot(s *scene.Scene, y float32) float32 {
	top := y
	y += f.drawNotes(s, y)
	if len(f.notes) > 0 {
		y += 6
	}
	if s != nil {
		s.Add(scene.Item{Op: scene.OpRect, X0: f.margin, X1: f.W - f.margin, Y0: y, Y1: y + 1, Fill: f.theme.Rule})
	}
	y += 22
	imprint := f.imprint()
	content := f.W - 2*f.margin
	beside := content - f.Measure(fontFoot, imprint) - columnGap
	room := beside
	if beside < content*0.55 { // then the imprint stands under the counts
		room = content
	}
	lines := wrap(f.Measure, fontFoot, f.countLine(), room, 4)
	for i, line := range lines {
		if s != nil {
			f.text(s, f.margin, y+footPitch*float32(i), fontFoot, f.theme.Subtle, line)
		}
	}
	at := y
	if room > beside {
		at = y + footPitch*float32(len(lines))
	}
	y = max(y+footPitch*float32(len(lines)-1), at)
	if s != nil && imprint != "" {
		s.Add(scene.Item{Op: scene.OpText, X0: f.W - f.margin, Y0: at, Anchor: scene.End, Fill: f.theme.Subtle, Font: fontFoot, Text: imprint})
	}
	return y + 4 - top
}

// drawNotes sets the notes in columns of about one height, and gives the height.
func (f *figure) drawNotes(s *scene.Scene, y float32) float32 {
	total := 0
	for _, n := range f.notes {
		total += len(n.lines)
	}
	perColumn := (total + f.columns - 1) / f.columns
	width := (f.W - 2*f.margin + columnGap) / float32(f.columns)
	column, line, most := 0, 0, 0
	for _, n := range f.notes {
		if line > 0 && line >= perColumn && column+1 < f.columns {
			column, line = column+1, 0
		}
		x := f.margin + width*float32(column)
		for i, text := range n.lines {
			if s != nil {
				f.noteLine(s, n, i, x, y+13+notePitch*float32(line), text)
			}
			line++
		}
		most = max(most, line)
	}
	return notePitch * float32(most)
}

func (f *figure) noteLine(s *scene.Scene, n note, i int, x, y float32, text string) {
	if n.number != "" {
		if i == 0 {
			f.text(s, x, y, fontNote, f.theme.Text, n.number)
		}
		x += f.noteIndent()
	}
	f.text(s, x, y, fontNote, f.theme.Text, text)
}
