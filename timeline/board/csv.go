package board

import (
	"io"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/exchange"
	"demarche/timeline"
)

// Columns are the headings of the table as CSV, in order.
func Columns() []string {
	return []string{
		"as_of", "issue", "actor", "stance", "proposal", "condition", "firmness", "since", "movement", "reported", "stated_by",
		"disputed", "gap", "quotes", "documents", "published", "urls", "id",
	}
}

// WriteCSV writes who stands where at an instant without what the filter hides:
// one row for each position that is held, issue by issue in the order of the
// table, in the manner of exchange.WriteCSV. "since" is EDTF, the date from which
// the stance is known to be held; "gap" is the word for that of the issue, and
// "id" the position's in the case and in its CSV.
func WriteCSV(w io.Writer, c *data.Case, f timeline.Filter, at int64) error {
	b := New(data.NewIndex(c)).Shown(f)
	day := edtf.OfInstant(at).String()
	return exchange.WriteTable(w, Columns(), func(yield func([]string) bool) {
		for _, i := range b.Issues {
			issue, gap := b.IssueName(i), b.Gap(i.ID, at).Word()
			for _, a := range b.Actors {
				for _, p := range b.Cell(a.ID, i.ID, at) {
					if !yield(b.fields(p, day, issue, a.Name, gap)) {
						return
					}
				}
			}
		}
	})
}

func (b *Board) fields(p *data.Position, day, issue, actor, gap string) []string {
	s := exchange.SourcesOf(b.Case(), p.Passages)
	by := p.Attribution.Speaker
	if by == "" {
		if who, ok := b.Case().Actors.Get(p.Actor); ok {
			by = who.Name
		}
	}
	return []string{
		day, issue, actor, string(p.Stance), p.Proposal, p.Condition, string(p.Firmness), b.ix.Since(p).String(), string(b.ix.MovementOf(p)), yes(p.Reported()), by,
		yes(p.Disputed), gap, s.Quotes, s.Titles, s.Published, s.URLs, string(p.ID),
	}
}

func yes(v bool) string {
	if v {
		return "yes"
	}
	return ""
}
