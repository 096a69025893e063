package extract

import "demarche/data/edtf"

// Dates lists the expressions of a text that denote a calendar time, in order,
// without looking for anything else. Those that count from the publication date
// have no value while it is unknown.
func Dates(text string, published edtf.Date) []Date {
	a := &article{text: text, published: published}
	a.tokens, a.sentences = segment(text)
	a.dateline = findDateline(a.tokens, a.sentences)
	findDates(a)
	cp := newCodePoints(text)
	out := make([]Date, 0, len(a.dates))
	for _, d := range a.dates {
		found := Date{Span: Span{Start: cp.at(d.start), End: cp.at(d.end), Quote: text[d.start:d.end]}}
		if !d.value.IsZero() {
			v := d.value.String()
			found.Value = &v
		}
		out = append(out, found)
	}
	return out
}
