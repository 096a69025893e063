package read

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfPage is the lines of a page; height is in points, 0 if unknown.
type pdfPage struct {
	height float64
	lines  []pdfLine
}

// pdfLine is one printed line. Its place is in points from the lower left
// corner of the page; size is its font's.
type pdfLine struct {
	text                string
	left, right, bottom float64
	size                float64
}

// joinPages turns printed lines back into paragraphs: a PDF holds places of
// letters and no paragraphs, so those follow from distance, indent, length of
// line and size of type.
func joinPages(pages []pdfPage) string {
	dropRepeated(pages)
	j := joiner{words: vocabulary(pages), pitch: commonPitch(pages)}
	for _, page := range pages {
		j.page(page)
	}
	j.flush()
	return strings.Join(j.paragraphs, "\n\n")
}

type joiner struct {
	words      map[string]int
	pitch      float64 // usual distance of lines, in sizes of type
	paragraphs []string
	current    []byte
	last       pdfLine // of the page before
	lastFull   bool
}

func (j *joiner) page(page pdfPage) {
	rights := rightEdges(page.lines)
	for i, line := range page.lines {
		fresh := !goesOn(j.last.text, line.text) && !j.lastFull
		if i > 0 {
			fresh = j.breaks(page.lines[i-1], line, rights)
		}
		if fresh {
			j.flush()
		}
		j.add(line.text)
	}
	if n := len(page.lines); n > 0 {
		j.last = page.lines[n-1]
		j.lastFull = isFull(j.last, rights)
	}
}

// isFull reports whether a line ends at the right edge in mid-sentence, so that
// its paragraph goes on in the next column or on the next page.
func isFull(l pdfLine, rights map[int]float64) bool {
	return !endsSentence(l.text) && len(l.text) > 20 && l.right > rightEdge(rights, l)-2.5*l.size
}

func (j *joiner) flush() {
	if s := strings.TrimSpace(string(j.current)); s != "" {
		j.paragraphs = append(j.paragraphs, s)
	}
	j.current = j.current[:0]
}

// breaks reports whether a new paragraph starts with b, the line after a.
func (j *joiner) breaks(a, b pdfLine, rights map[int]float64) bool {
	size := max(a.size, b.size, 1)
	down := a.bottom - b.bottom
	switch {
	case math.Abs(down) < 0.3*size:
		return false // two pieces of one line
	case down < 0 || down > 20*size:
		return !goesOn(a.text, b.text) && !isFull(a, rights) // the next column, or a box
	case math.Abs(a.size-b.size) > 0.12*size:
		return true
	case down > 1.3*j.pitch*size:
		return true
	case listMark.MatchString(b.text):
		return true
	case !endsSentence(a.text):
		return false
	}
	indented := b.left > a.left+0.8*size && b.left < a.left+6*size
	short := a.right < rightEdge(rights, a)-4*size
	return indented || short
}

// add puts a line at the end of the paragraph and undoes the hyphen of a word
// that was broken at the end of the line before.
func (j *joiner) add(line string) {
	tail := string(j.current[max(0, len(j.current)-maxWord):])
	head, broken := cutHyphen(tail)
	if !broken {
		if len(j.current) > 0 {
			j.current = append(j.current, ' ')
		}
		j.current = append(j.current, line...)
		return
	}
	first, _, _ := strings.Cut(line[:min(len(line), maxWord)], " ")
	last := head[strings.LastIndexByte(head, ' ')+1:]
	j.current = j.current[:len(j.current)-len(tail)+len(head)]
	if j.keepsHyphen(last, first) {
		j.current = append(j.current, '-')
	}
	j.current = append(j.current, line...)
}

const maxWord = 80 // bytes

func (j *joiner) keepsHyphen(last, first string) bool {
	c, _ := utf8.DecodeRuneInString(first)
	if !unicode.IsLower(c) {
		return true
	}
	joined, hyphened := bare(last+first), bare(last+"-"+first)
	return j.words[hyphened] > j.words[joined]
}

// cutHyphen cuts the hyphen off a text that ends in the middle of a word.
func cutHyphen(s string) (string, bool) {
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case '-', '\u2010', '\u00AD', softHyphen:
	default:
		return s, false
	}
	head := s[:len(s)-n]
	before, _ := utf8.DecodeLastRuneInString(head)
	return head, unicode.IsLetter(before)
}

var (
	listMark   = regexp.MustCompile(`^(?:[•‣▪●◦·–—]\s|[-*]\s|\(?[0-9]{1,2}[.)]\s|\(?[a-z]\)\s)`)
	pageNumber = regexp.MustCompile(`(?i)^(?:[-–—|]\s*)?(?:page|p\.|seite)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/|von)\s*\d{1,4})?(?:\s*[-–—|])?$`)
	digits     = regexp.MustCompile(`\d+`)
)

// goesOn reports whether b reads on in the sentence of a.
func goesOn(a, b string) bool {
	r, _ := utf8.DecodeRuneInString(b)
	_, hyphen := cutHyphen(a)
	return hyphen || !endsSentence(a) && (unicode.IsLower(r) || strings.HasSuffix(a, ","))
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;…", r)
}

// commonPitch is the usual distance between lines, in sizes of their type.
func commonPitch(pages []pdfPage) float64 {
	var all []float64
	for _, p := range pages {
		for i := 1; i < len(p.lines); i++ {
			a, b := p.lines[i-1], p.lines[i]
			if r := (a.bottom - b.bottom) / max(a.size, 1); r > 0.7 && r < 3 && a.size == b.size {
				all = append(all, r)
			}
		}
	}
	if len(all) == 0 {
		return 1.25
	}
	slices.Sort(all)
	return all[len(all)*2/5] // a little below the middle: gaps between paragraphs count too
}

// rightEdges is how far lines reach that start near the same place, so that a
// column is compared with itself.
func rightEdges(lines []pdfLine) map[int]float64 {
	edges := map[int]float64{}
	for _, l := range lines {
		k := column(l)
		edges[k] = max(edges[k], l.right)
	}
	return edges
}

func column(l pdfLine) int { return int(math.Max(-1000, math.Min(l.left, 100000)) / 24) }

func rightEdge(edges map[int]float64, l pdfLine) float64 {
	k := column(l)
	return max(edges[k-1], edges[k], edges[k+1])
}

// dropRepeated removes running headers, footers and page numbers: lines near an
// edge that come again, but for their digits, on at least half of the pages.
func dropRepeated(pages []pdfPage) {
	seen := map[string]int{}
	for _, p := range pages {
		once := map[string]bool{}
		for _, l := range p.lines {
			if !p.inMargin(l) {
				continue
			}
			if k := marginKey(l.text); !once[k] {
				once[k] = true
				seen[k]++
			}
		}
	}
	needed := max(2, (len(pages)+1)/2)
	for i, p := range pages {
		pages[i].lines = slices.DeleteFunc(p.lines, func(l pdfLine) bool {
			return p.inMargin(l) && (seen[marginKey(l.text)] >= needed || pageNumber.MatchString(l.text))
		})
	}
}

func (p pdfPage) inMargin(l pdfLine) bool {
	return p.height > 0 && (l.bottom > 0.9*p.height || l.bottom < 0.1*p.height)
}

func marginKey(s string) string {
	return digits.ReplaceAllString(strings.ToLower(strings.Join(strings.Fields(s), " ")), "#")
}

// vocabulary counts the words of a document as they stand inside of lines.
func vocabulary(pages []pdfPage) map[string]int {
	words := map[string]int{}
	for _, p := range pages {
		for _, l := range p.lines {
			for w := range strings.FieldsSeq(l.text) {
				words[bare(w)]++
			}
		}
	}
	return words
}

func bare(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
