// Package rows is the timeline as a table: the same events and positions, one a
// row, for reading, sorting and copying.
package rows

import (
	"strings"

	"demarche/app/cite"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// Column is what stands in a column of the table.
type Column int

// Columns, from left to right.
const (
	Date Column = iota
	What
	Who
	Issue
	Sort // the stance of a position, the type of an event
	Source
	State
	columns int = iota
)

// Columns lists every column.
func Columns() []Column { return []Column{Date, What, Who, Issue, Sort, Source, State} }

// String is the heading.
func (c Column) String() string {
	return [...]string{"Date", "What", "Who", "Issue", "Stance or type", "Source", "State"}[c]
}

// Cells are the texts of a row.
type Cells [columns]string

// Row is what the table says of an event or a position; the tone is that of its
// stance. What is not in the case has an empty row.
func Row(c *data.Case, ref data.Ref) (cells Cells, tone ui.Tone) {
	switch ref.Kind {
	case data.KindEvent:
		if e, ok := c.Events.Get(ref.ID); ok {
			return eventRow(c, e), ui.Neutral
		}
	case data.KindPosition:
		if p, ok := c.Positions.Get(ref.ID); ok {
			return positionRow(c, p), ui.ToneOf(p.Stance)
		}
	}
	return cells, ui.Neutral
}

func eventRow(c *data.Case, e *data.Event) Cells {
	var state []string
	if e.Status != data.Happened {
		state = append(state, string(e.Status))
	}
	return Cells{
		Date: words.Capital(words.Date(e.Date)), What: words.Capital(e.Title), Who: actors(c, e.Actors), Issue: issues(c, e.Issues),
		Sort: kind(e.Type), Source: source(c, e.Passages), State: judged(state, e.Disputed, e.Attribution),
	}
}

// kind is a type of event in a word.
func kind(t data.EventType) string {
	word, _, _ := strings.Cut(words.EventType(t), ",")
	return word
}

func positionRow(c *data.Case, p *data.Position) Cells {
	who := actors(c, []data.ID{p.Holder()})
	if p.Actor != p.Holder() {
		who += ", via " + actors(c, []data.ID{p.Actor})
	}
	var state []string
	if p.Firmness != "" {
		state = append(state, string(p.Firmness))
	}
	if p.Reported() {
		state = append(state, "reported")
	}
	return Cells{
		Date: held(p), What: words.Capital(p.Proposal), Who: who, Issue: data.IssuePath(c, p.Issue),
		Sort: ui.StanceWord(p.Stance), Source: source(c, p.Passages), State: judged(state, p.Disputed, p.Attribution),
	}
}

// held is when a position holds as far as its source says.
func held(p *data.Position) string {
	switch {
	case p.Until.IsZero():
		return words.Capital(strings.TrimPrefix(strings.TrimPrefix(words.Since(p.From), "since "), "known "))
	case p.From.IsZero():
		return "Until " + words.Date(p.Until)
	}
	return words.Capital(words.Date(p.From)) + " to " + words.Date(p.Until)
}

// judged adds what sources and analysts make of it.
func judged(state []string, disputed bool, a data.Attribution) string {
	if disputed {
		state = append(state, "disputed")
	}
	if a.Source != "" || a.Credible != "" {
		state = append(state, words.Grade(a))
	}
	return words.Capital(strings.Join(state, ", "))
}

func actors(c *data.Case, ids []data.ID) string {
	names := make([]string, 0, len(ids))
	for _, id := range ids {
		if a, ok := c.Actors.Get(id); ok {
			names = append(names, a.Name)
		}
	}
	return strings.Join(names, ", ")
}

func issues(c *data.Case, ids []data.ID) string {
	names := make([]string, 0, len(ids))
	for _, id := range ids {
		if path := data.IssuePath(c, id); path != "" {
			names = append(names, path)
		}
	}
	return strings.Join(names, ", ")
}

// source is the first document that tells it, and how many more there are.
func source(c *data.Case, all []data.Passage) string {
	text := ""
	seen := make(map[data.ID]bool, 1)
	for i := range all {
		d, ok := c.Documents.Get(all[i].Document)
		if !ok || seen[d.ID] {
			continue
		}
		seen[d.ID] = true
		if text == "" {
			text = cite.Document(d)
		}
	}
	if more := len(seen) - 1; more > 0 {
		text += " +" + words.Number(more)
	}
	return text
}
