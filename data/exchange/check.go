package exchange

import (
	"fmt"
	"unicode/utf8"

	"demarche/data"
)

// check holds the records against each other once all are read.
func (in *jsonReader) check() error {
	texts := textIndex{contents: in.out.Contents, starts: map[data.ID][]int{}}
	for _, r := range in.out.Put {
		for _, ref := range data.References(r) {
			if ref.ID != "" && !in.seen[ref] {
				return fmt.Errorf("the %s %s refers to the %s %s, which the JSON file lacks; export the case anew", r.Ref().Kind, r.Ref().ID, ref.Kind, ref.ID)
			}
		}
		for _, p := range data.PassagesOf(r) {
			if !texts.holds(p) {
				return fmt.Errorf("the %s %s quotes %q, which does not stand at %d to %d of its document; export the case anew", r.Ref().Kind, r.Ref().ID, short(p.Quote), p.Start, p.End)
			}
		}
	}
	return nil
}

// maxList bounds the lists of one record, whose check grows with their square.
const maxList = 5000

func checkLists(r data.Record) error {
	n := len(data.PassagesOf(r))
	switch r := r.(type) {
	case *data.Actor:
		n = max(len(r.Aliases), len(r.Memberships))
	case *data.Event:
		n = max(n, len(r.Actors), len(r.Issues), len(r.Links))
	case *data.Position:
		n = max(n, len(r.Links))
	case *data.Suggestion:
		n = max(n, len(r.Actors))
	}
	if n > maxList {
		return fmt.Errorf("a list of it has more than %d entries", maxList)
	}
	return nil
}

// stride is the distance of the marks that a text's index keeps, in code points.
const stride = 1024

// textIndex finds code points in texts without walking each text from its start
// for each passage.
type textIndex struct {
	contents map[data.ID]data.Content
	starts   map[data.ID][]int // byte offset of every stride-th code point
}

func (t *textIndex) holds(p data.Passage) bool {
	text := t.contents[p.Document].Text
	from, ok := t.offset(p.Document, text, p.Start)
	return ok && len(text)-from >= len(p.Quote) && text[from:from+len(p.Quote)] == p.Quote
}

func (t *textIndex) offset(id data.ID, text string, point int) (int, bool) {
	marks, ok := t.starts[id]
	if !ok {
		n := 0
		for i := range text {
			if n%stride == 0 {
				marks = append(marks, i)
			}
			n++
		}
		t.starts[id] = marks
	}
	if point < 0 || point/stride >= len(marks) {
		return 0, false
	}
	at := marks[point/stride]
	for range point % stride {
		if at >= len(text) {
			return 0, false
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at, true
}

func short(s string) string {
	for i, n := 0, 0; i < len(s); n++ {
		if n == 60 {
			return s[:i] + "…"
		}
		_, w := utf8.DecodeRuneInString(s[i:])
		i += w
	}
	return s
}
