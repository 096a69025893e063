package review

import (
	"strings"

	"demarche/data"
	"demarche/data/edtf"
)

// oneLine is text without line breaks.
func oneLine(s string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
}

// Bounds of names in messages and of what a form is filled with, in runes.
const (
	shortName = 60
	firstMost = 90
)

func shorten(s string) string { return cut(s, shortName) }

// firstWords is the begin of a quote, for a form to start from.
func firstWords(s string) string { return cut(strings.Join(strings.Fields(s), " "), firstMost) }

func cut(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	text := string(r[:most])
	if i := strings.LastIndex(text, " "); i > len(text)/2 {
		text = text[:i]
	}
	return text + "…"
}

// dateIn is the date that a passage itself names; zero where it names none.
func (s *Screen) dateIn(p data.Passage) edtf.Date {
	for _, d := range s.dates {
		if d.start >= p.Start && d.end <= p.End && !d.value.IsZero() {
			return d.value
		}
	}
	return edtf.Date{}
}
