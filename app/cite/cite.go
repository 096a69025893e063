// Package cite says where a passage stands: "Article of 16 Dec 2025, para. 4".
package cite

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"demarche/app/words"
	"demarche/data"
)

// Book finds the paragraphs of passages. The texts of documents never change, so
// it keeps where their paragraphs start.
type Book struct {
	text   func(doc data.ID) (string, error)
	starts map[data.ID][]int
}

// New makes a book that reads texts with text.
func New(text func(doc data.ID) (string, error)) *Book {
	return &Book{text: text, starts: map[data.ID][]int{}}
}

// Paragraph is the number of the paragraph in which a passage starts, counted
// from 1; 0 where the text cannot be read.
func (b *Book) Paragraph(p data.Passage) int {
	starts, ok := b.starts[p.Document]
	if !ok {
		text, err := b.text(p.Document)
		if err == nil {
			starts = paragraphs(text)
		}
		b.starts[p.Document] = starts
	}
	n, found := slices.BinarySearch(starts, p.Start)
	if found {
		n++
	}
	return n
}

// paragraphs is where the lines that hold more than spaces start, in code points.
func paragraphs(text string) []int {
	var starts []int
	at, blank := 0, true
	for _, r := range text {
		switch {
		case r == '\n':
			blank = true
		case blank && !unicode.IsSpace(r):
			starts = append(starts, at)
			blank = false
		}
		at++
	}
	return starts
}

// Passage is where a passage stands, for a link to it.
func (b *Book) Passage(c *data.Case, p data.Passage) string {
	d, ok := c.Documents.Get(p.Document)
	if !ok {
		return "A document that is not in the case"
	}
	text := Document(d)
	if n := b.Paragraph(p); n > 0 {
		text += ", para. " + strconv.Itoa(n)
	}
	return text
}

// Document is a document in a few words: "Article of 16 Dec 2025".
func Document(d *data.Document) string {
	if d.Published.IsZero() {
		return "“" + short(d.Title) + "”"
	}
	return kind(d.Format) + " of " + words.Date(d.Published)
}

func kind(format string) string {
	switch strings.ToLower(format) {
	case "eml":
		return "E-mail"
	case "pdf", "docx":
		return "Document"
	}
	return "Article"
}

func short(s string) string {
	if r := []rune(s); len(r) > 36 {
		return string(r[:35]) + "…"
	}
	return s
}
