package rows

import (
	"strings"

	"demarche/data"
	"demarche/data/exchange"
)

// Chosen is the rows that are chosen, as they stand; all of them where none is.
func (t *Table) Chosen() []data.Ref {
	if t.cursor < 0 {
		return t.order.refs
	}
	return t.order.refs[min(t.anchor, t.cursor) : max(t.anchor, t.cursor)+1]
}

// Text is rows for a spreadsheet: a line each, cells parted by tabs. The headings
// come first where there is more than one row. What a spreadsheet would run as a
// formula is guarded as in a CSV file.
func Text(c *data.Case, refs []data.Ref) string {
	var b strings.Builder
	if len(refs) > 1 {
		for i, col := range Columns() {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(col.String())
		}
		b.WriteByte('\n')
	}
	for _, ref := range refs {
		cells, _ := Row(c, ref)
		for i, cell := range cells {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(exchange.Guard(strings.Join(strings.Fields(cell), " ")))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Copy gives the chosen rows as text to f, on the user interface's goroutine, and
// says how many they are.
func (t *Table) Copy(f func(text string, rows int)) {
	c, refs := t.order.c, t.Chosen()
	if len(refs) <= atOnce {
		f(Text(c, refs), len(refs))
		return
	}
	go func() {
		text := Text(c, refs)
		t.o.Do(func() { f(text, len(refs)) })
	}()
}
