package review

import (
	"strings"
	"unicode"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/extract"
)

// dateWord is an expression of a document's text that denotes a time.
type dateWord struct {
	flowSpan
	quote string
	value edtf.Date // zero: it waits for the publication date
}

// findDates lists the dates of a text.
func findDates(text string, published edtf.Date) []dateWord {
	found := extract.Dates(text, published)
	all := make([]dateWord, 0, len(found))
	for _, d := range found {
		w := dateWord{flowSpan: flowSpan{d.Start, d.End}, quote: d.Quote}
		if d.Value != nil {
			if v, err := edtf.Parse(*d.Value); err == nil {
				w.value = v
			}
		}
		all = append(all, w)
	}
	return all
}

// near is how far from a passage its date is looked for, in code points.
const near = 500

// inSourceWords is how the document itself names the date of a suggestion:
// “on Monday”, from the publication date.
func inSourceWords(dates []dateWord, s *data.Suggestion) string {
	value := edtf.Date{}
	if s.Event != nil {
		value = s.Event.Date
	} else {
		value = s.Position.From
	}
	at, best, far := place(s), -1, near+1
	for i, d := range dates {
		gap := max(at.Start-d.end, d.start-at.End, 0)
		if d.value == value && gap < far {
			best, far = i, gap
		}
	}
	if best < 0 || value.IsZero() && far > near/4 {
		return ""
	}
	words := "“" + dates[best].quote + "”"
	switch {
	case value.IsZero():
		return words + " counts from the publication date, which is not known"
	case strings.ContainsFunc(dates[best].quote, unicode.IsDigit):
		return words
	}
	return words + ", from the publication date"
}

// unplaced is the dates that wait for the publication date.
func unplaced(dates []dateWord) []dateWord {
	var all []dateWord
	for _, d := range dates {
		if d.value.IsZero() {
			all = append(all, d)
		}
	}
	return all
}

// today is the civil day of a session, for what people type.
func (s *Screen) today() edtf.Date {
	now := s.ses.Now()
	return edtf.OfDay(now.Year(), int(now.Month()), now.Day())
}

// understand reads a date that a person typed.
func (s *Screen) understand(text string) (edtf.Date, error) {
	return edtf.ParseHuman(text, s.today(), edtf.English())
}
