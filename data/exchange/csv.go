package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"math"
	"sort"
	"strings"
	"time"

	"demarche/data"
	"demarche/data/edtf"
)

// Columns are the headings of the CSV, in order.
func Columns() []string {
	return []string{
		"kind", "id", "date", "earliest", "latest", "until", "actors", "for", "issues", "type", "status", "title",
		"condition", "firmness", "movement", "score", "place", "speaker", "speaker_named", "relation", "outlet",
		"source_grade", "information_grade", "disputed", "quotes", "documents", "published", "urls", "note",
	}
}

// WriteCSV writes one row for each event and position, by earliest date, the
// undated last (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read
// it as such). "type" is the event's type or the position's stance; "title" is
// the event's title or the position's proposal; "earliest" and "latest" are the
// first and last day that "date" (EDTF) can mean, for sorting. Lists within a
// field are parted by " | ".
//
// A field that a spreadsheet would run as a formula gets an apostrophe before
// it, since its words come from documents of others.
func WriteCSV(w io.Writer, c *data.Case) error {
	rows := caseRows(c)
	return WriteTable(w, Columns(), func(yield func([]string) bool) {
		for _, r := range rows {
			if !yield(r.fields) {
				return
			}
		}
	})
}

// WriteTable writes rows under headings as CSV in the manner of WriteCSV. It
// changes fields in place.
func WriteTable(w io.Writer, columns []string, rows iter.Seq[[]string]) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(columns); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	for fields := range rows {
		for i := range fields {
			fields[i] = Guard(fields[i])
		}
		if err := out.Write(fields); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

type row struct {
	earliest int64
	id       data.ID
	fields   []string
}

func caseRows(c *data.Case) []row {
	rows := make([]row, 0, c.Events.Len()+c.Positions.Len())
	for _, e := range c.Events.All() {
		rows = append(rows, eventRow(c, e))
	}
	for _, p := range c.Positions.All() {
		rows = append(rows, positionRow(c, p))
	}
	sort.SliceStable(rows, func(i, j int) bool {
		a, b := rows[i], rows[j]
		return a.earliest < b.earliest || a.earliest == b.earliest && a.id < b.id
	})
	return rows
}

func eventRow(c *data.Case, e *data.Event) row {
	first, last := days(e.Date)
	a, s := e.Attribution, SourcesOf(c, e.Passages)
	return row{sortKey(e.Date), e.ID, []string{
		"event", string(e.ID), e.Date.String(), first, last, "", actorNames(c, e.Actors...), "", issueNames(c, e.Issues...),
		string(e.Type), string(e.Status), e.Title, "", "", "", "", e.Place,
		a.Speaker, yes(a.Named && a.Speaker != ""), string(a.Relation), a.Outlet, a.Source, a.Credible, yes(e.Disputed),
		s.Quotes, s.Titles, s.Published, s.URLs, e.Note,
	}}
}

func positionRow(c *data.Case, p *data.Position) row {
	first, last := days(p.From)
	a, s := p.Attribution, SourcesOf(c, p.Passages)
	score := ""
	if p.Score != nil {
		score = fmt.Sprint(*p.Score)
	}
	return row{sortKey(p.From), p.ID, []string{
		"position", string(p.ID), p.From.String(), first, last, p.Until.String(), actorNames(c, p.Actor), actorNames(c, p.For), issueNames(c, p.Issue),
		string(p.Stance), "", p.Proposal, p.Condition, string(p.Firmness), string(p.Movement), score, "",
		a.Speaker, yes(a.Named && a.Speaker != ""), string(a.Relation), a.Outlet, a.Source, a.Credible, yes(p.Disputed),
		s.Quotes, s.Titles, s.Published, s.URLs, p.Note,
	}}
}

// Sources are what passages say and where, each document once; lists are parted
// by " | ".
type Sources struct{ Quotes, Titles, Published, URLs string }

// SourcesOf reads the sources of passages in a case.
func SourcesOf(c *data.Case, all []data.Passage) Sources {
	var quotes, titles, published, urls []string
	told := map[data.ID]bool{}
	for _, p := range all {
		quotes = append(quotes, p.Quote)
		d, ok := c.Documents.Get(p.Document)
		if !ok || told[d.ID] {
			continue
		}
		told[d.ID] = true
		titles, published, urls = append(titles, d.Title), append(published, d.Published.String()), append(urls, d.URL)
	}
	return Sources{list(quotes), list(titles), list(published), list(urls)}
}

func list(all []string) string { return strings.Trim(strings.Join(all, " | "), " |") }

func actorNames(c *data.Case, ids ...data.ID) string {
	var names []string
	for _, id := range ids {
		if a, ok := c.Actors.Get(id); ok {
			names = append(names, a.Name)
		} else if id != "" {
			names = append(names, string(id))
		}
	}
	return list(names)
}

func issueNames(c *data.Case, ids ...data.ID) string {
	var names []string
	for _, id := range ids {
		if i, ok := c.Issues.Get(id); ok {
			names = append(names, i.Name)
		} else if id != "" {
			names = append(names, string(id))
		}
	}
	return list(names)
}

// sortKey puts the undated last.
func sortKey(d edtf.Date) int64 {
	if d.IsZero() {
		return math.MaxInt64
	}
	return d.Earliest()
}

// days are the first and the last day that d can mean; an open end is empty.
func days(d edtf.Date) (first, last string) {
	if d.IsZero() {
		return "", ""
	}
	return dayOf(d.Earliest(), 0), dayOf(d.Latest(), 1)
}

// dayOf is the day of the instant t less some seconds; what has no limit, or
// lies beyond what a spreadsheet calls a date, has none.
func dayOf(t, less int64) string {
	if t <= edtf.OfYear(1).Earliest() || t >= edtf.OfYear(9999).Latest() {
		return ""
	}
	return time.Unix(t-less, 0).UTC().Format(time.DateOnly)
}

func yes(v bool) string {
	if v {
		return "yes"
	}
	return ""
}

// Guard keeps a spreadsheet from running a field as a formula (OWASP, CSV
// injection): one that starts with = + - @, a tab or a carriage return. The
// full-width forms of the signs are run by some spreadsheets too.
func Guard(s string) string {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	rest := strings.TrimLeft(s, " \u00A0\uFEFF\u200B")
	if rest == "" {
		return s
	}
	if strings.ContainsRune("=+-@\t\r\n|＝＋－＠", []rune(rest[:min(len(rest), 4)])[0]) {
		return "'" + s
	}
	return s
}
