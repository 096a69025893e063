package extract

import "demarche/data/edtf"

// joinRanges makes one match of two that are the ends of a range: "between May
// and June", "Monday to Friday". What "and" joins without "between" is a range
// only where the second follows the first at once.
func (r *dateResolver) joinRanges() {
	out := r.matches[:0:0]
	for i := 0; i < len(r.matches); i++ {
		d := r.matches[i]
		if i+1 < len(r.matches) && d.until == nil {
			if next := r.matches[i+1]; r.joins(&d, &next) {
				d.until = &next
				d.last = next.last
				i++
			}
		}
		out = append(out, d)
	}
	r.matches = out
	r.values = make([]edtf.Date, len(out))
}

// joins reports whether a and b are the ends of a range.
func (r *dateResolver) joins(a, b *dateMatch) bool {
	m := r.m
	between := a.last
	if b.first != between+1 || !m.in(between, "to") || !m.sameSentence(a.first, b.first) || !sortOf(a, b, m.lex) {
		return false
	}
	if _, ranged := a.value(classDay, 1); ranged || m.in(between, "and") && m.text(a.first-1) == "," && m.isA(a.first-2, classYear) {
		return false
	}
	before := a.first - 1
	if m.text(before) == "the" {
		before--
	}
	if !m.in(between, "and") {
		return !m.in(before-1, "movers") && !m.in(before, "movers")
	}
	if m.in(before, "range-words") && m.text(before) == "between" {
		return true
	}
	va, vb := r.point(a, 0), r.point(b, 0)
	if va.IsZero() {
		va, vb = r.ends(a, b, 0)
	}
	return !va.IsZero() && !vb.IsZero() && !va.Interval && !vb.Interval && va.Start.Precision == vb.Start.Precision && va.Latest() == vb.Earliest()
}

// sortOf reports whether two expressions are of a sort, so that a time may run
// from one to the other.
func sortOf(a, b *dateMatch, lex *dateLexicon) bool {
	return fineness(a, lex) == fineness(b, lex) && fineness(a, lex) != edtf.None
}

// fineness is the precision that an expression names.
func fineness(d *dateMatch, lex *dateLexicon) edtf.Precision {
	switch {
	case d.kind == "weekday" || d.kind == "week-weekday" || d.kind == "deictic" || d.kind == "iso" || d.kind == "dotted" || d.kind == "numeric" || d.has(classDay):
		return edtf.Day
	case d.kind == "calendar" && d.has(lex.month), d.kind == "shift-month", d.kind == "of-year":
		return edtf.Month
	case d.kind == "calendar":
		return edtf.Year
	case d.kind == "decade":
		return edtf.Decade
	case d.kind == "season" || d.kind == "bare-season":
		return edtf.Season
	case d.kind == "quarter":
		return edtf.Quarter
	case d.kind == "century":
		return edtf.Century
	}
	return edtf.None
}

// resolveRange is the date of a range, each end of which may borrow the year
// and the month of the other.
func (r *dateResolver) resolveRange(d *dateMatch, i int) edtf.Date {
	a, b := r.ends(d, d.until, i)
	switch {
	case a.IsZero() || b.IsZero():
		return edtf.Date{}
	case a.Earliest() > b.Earliest():
		return b
	}
	return edtf.Between(a, b)
}

// ends resolves both ends of a range.
func (r *dateResolver) ends(a, b *dateMatch, i int) (edtf.Date, edtf.Date) {
	_, aYear := a.value(classYear, 0)
	year, bYear := b.value(classYear, 0)
	first, second := *a, *b
	first.until = nil
	first.last = first.captures[len(first.captures)-1].word + 1
	switch {
	case a.kind == "weekday" && b.kind == "week-weekday":
		first.kind = b.kind
		for _, c := range b.captures {
			if c.class == r.m.lex.shift || c.class == r.m.lex.anchoredShift {
				first.captures = append(first.captures[:len(first.captures):len(first.captures)], c)
			}
		}
	case a.kind == "calendar" && b.kind == "calendar" && !aYear && bYear:
		if a.get(r.m.lex.month) > b.get(r.m.lex.month) {
			year--
		}
		first.captures = append(first.captures[:len(first.captures):len(first.captures)], dateCapture{classYear, year, a.first})
	case a.kind == "calendar" && b.kind == "calendar" && aYear && !bYear:
		year = a.get(classYear)
		if a.get(r.m.lex.month) > b.get(r.m.lex.month) {
			year++
		}
		second.captures = append(second.captures[:len(second.captures):len(second.captures)], dateCapture{classYear, year, b.first})
	}
	from := r.point(&first, i)
	if a.kind == "calendar" && b.kind == "calendar" && !aYear && !bYear && a.has(r.m.lex.month) && from.Start.Known() {
		year = int(from.Start.Year)
		if a.get(r.m.lex.month) > b.get(r.m.lex.month) {
			year++
		}
		second.captures = append(second.captures[:len(second.captures):len(second.captures)], dateCapture{classYear, year, b.first})
	}
	until := r.point(&second, i)
	if from.IsZero() || until.IsZero() || from.Earliest() <= until.Earliest() {
		return from, until
	}
	switch {
	case a.kind == "weekday" && until.Latest() <= r.day*daySeconds:
		from = ofDays(from.Earliest()/daySeconds - 7)
	case a.kind == "weekday":
		until = ofDays(until.Earliest()/daySeconds + 7)
	}
	return from, until
}
