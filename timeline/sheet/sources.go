package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarche/data"
	"demarche/timeline/scale"
)

// Sources are the documents that what a picture shows was taken from, numbered
// in the order in which they are met.
type Sources struct {
	list    []source
	number  map[data.ID]int // from 1
	notes   map[data.Ref]string
	byHand  int // items without a source
	missing int // passages whose document is not in the case
}

type source struct {
	doc      *data.Document
	speakers []string // not named: "two US officials"
}

// NewSources are none yet.
func NewSources() *Sources {
	return &Sources{number: map[data.ID]int{}, notes: map[data.Ref]string{}}
}

// Add takes in where an item of the picture comes from.
func (s *Sources) Add(c *data.Case, ref data.Ref, passages []data.Passage, told data.Attribution) {
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
		if unnamed(c, told) && !slices.ContainsFunc(src.speakers, func(o string) bool { return strings.EqualFold(o, told.Speaker) }) {
			src.speakers = append(src.speakers, told.Speaker)
		}
		if !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	s.notes[ref] = superscripts(numbers)
}

// unnamed reports whether a document tells a statement by somebody it does not
// name. "He" and an actor's own name, which stand for who was named elsewhere in
// it, say nothing of that kind.
func unnamed(c *data.Case, told data.Attribution) bool {
	if told.Speaker == "" || told.Named {
		return false
	}
	if slices.Contains([]string{"he", "she", "it", "they", "we", "i"}, strings.ToLower(told.Speaker)) {
		return false
	}
	for _, a := range c.Actors.All() {
		if strings.EqualFold(a.Name, told.Speaker) {
			return false
		}
	}
	return true
}

// Len is the number of documents.
func (s *Sources) Len() int { return len(s.list) }

// Note is the numbers of an item's sources as they stand behind its label.
func (s *Sources) Note(ref data.Ref) string { return s.notes[ref] }

// Origins is the number of documents that do not share a publisher or author:
// what one outlet says twice is no second confirmation.
func (s *Sources) Origins() int {
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

// maxNotes bounds the list of sources; the rest is counted.
const maxNotes = 60

// Notes are the sources, numbered, then what else is to be said, then what has
// no source.
func (s *Sources) Notes(n *scale.Names, say ...string) []Note {
	var out []Note
	for i := range s.list {
		if i == maxNotes {
			out = append(out, Note{Text: "and " + Count(len(s.list)-i, "other source", "other sources") + ", numbered as in the case file."})
			break
		}
		out = append(out, Note{strconv.Itoa(i + 1), s.list[i].text(n)})
	}
	for _, text := range say {
		out = append(out, Note{Text: text})
	}
	if s.byHand > 0 {
		out = append(out, Note{Text: Capital(Count(s.byHand, "item was", "items were") + " entered by hand, without a source.")})
	}
	if s.missing > 0 {
		out = append(out, Note{Text: Capital(Count(s.missing, "passage points", "passages point") + " to a document that the case no longer holds.")})
	}
	return out
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
			unnamed = append(unnamed, Count(len(s.speakers)-i, "other", "others")+", not named")
			break
		}
		unnamed = append(unnamed, who+", not named")
	}
	if len(unnamed) > 0 {
		text += " " + Capital(strings.Join(unnamed, "; ")) + "."
	}
	return text
}

// fullNote is the date of publication with its year.
func fullNote(d *data.Document, n *scale.Names) string {
	p := d.Published.Start
	s := n.Point(p)
	if p.Month > 0 || p.Part > 0 {
		s = fmt.Sprintf("%s %s", s, n.Year(int(p.Year)))
	}
	if d.Published.Doubtful() {
		s = "about " + s
	}
	return s
}
