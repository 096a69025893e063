package store

import (
	"fmt"
	"slices"

	"demarche/data"
)

// quoteCheck gathers passages and holds them against the text of their
// documents, one pass over each text however many passages it has.
type quoteCheck struct {
	docs  []data.ID
	byDoc map[data.ID][]quoted
}

type quoted struct {
	by      data.Record
	passage data.Passage
}

func newQuoteCheck() *quoteCheck { return &quoteCheck{byDoc: map[data.ID][]quoted{}} }

// add takes the passages of r that before does not have already; before may be nil.
func (q *quoteCheck) add(r, before data.Record) {
	var known []data.Passage
	if before != nil {
		known = data.PassagesOf(before)
	}
	for _, p := range data.PassagesOf(r) {
		if slices.Contains(known, p) {
			continue
		}
		if _, ok := q.byDoc[p.Document]; !ok {
			q.docs = append(q.docs, p.Document)
		}
		q.byDoc[p.Document] = append(q.byDoc[p.Document], quoted{r, p})
	}
}

// run returns the first fault; text reads the text of a document.
func (q *quoteCheck) run(text func(data.ID) (string, error)) error {
	var first error
	err := q.each(text, func(bad quoted) {
		if first == nil {
			first = &RecordError{bad.by.Ref(), data.NameOf(bad.by), misquote(bad.passage)}
		}
	})
	if err != nil {
		return err
	}
	return first
}

func misquote(p data.Passage) error {
	return &data.FieldError{Field: "passages", Fault: fmt.Sprintf(
		"the document has other words than the passage at %d to %d", p.Start, p.End)}
}

func (q *quoteCheck) each(text func(data.ID) (string, error), bad func(quoted)) error {
	for _, doc := range q.docs {
		t, err := text(doc)
		if err != nil {
			return err
		}
		list := q.byDoc[doc]
		at := byteOffsets(t, list)
		for _, c := range list {
			from, ok1 := at[c.passage.Start]
			to, ok2 := at[c.passage.End]
			if !ok1 || !ok2 || from > to || t[from:to] != c.passage.Quote {
				bad(c)
			}
		}
	}
	return nil
}

// byteOffsets maps the code point offsets that the passages name to bytes of
// the text; an offset beyond the text is not in the map.
func byteOffsets(text string, list []quoted) map[int]int {
	var want []int
	for _, c := range list {
		want = append(want, c.passage.Start, c.passage.End)
	}
	slices.Sort(want)
	want = slices.Compact(want)
	at := make(map[int]int, len(want))
	n := 0
	for b := range text {
		if len(want) == 0 {
			return at
		}
		if n == want[0] {
			at[n] = b
			want = want[1:]
		}
		n++
	}
	if len(want) > 0 && want[0] == n {
		at[n] = len(text)
	}
	return at
}
