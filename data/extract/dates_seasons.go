package extract

import "demarche/data/edtf"

// season is "spring 2025", "last summer", "the autumn".
func (r *dateResolver) season(d *dateMatch, i int) edtf.Date {
	season := d.get(r.m.lex.season)
	year, found := d.value(classYear, 0)
	if !found {
		if !r.known {
			return edtf.Date{}
		}
		shift, shifted := r.lastShift(d)
		year = r.y + shift
		first := edtf.DaysFromCivil(r.y, 3*season, 1)
		if d.kind == "bare-season" {
			year = r.yearByTense(r.m.tenseAt(d.first, d.last), 3*season, 0)
		} else if shifted && d.captures[0].class == r.m.lex.shift && shift < 0 && first+92 < r.day {
			year = r.y // "last summer", said in autumn
		} else if shifted && d.captures[0].class == r.m.lex.shift && shift > 0 && first > r.day {
			year = r.y
		}
	}
	return edtf.Date{Start: edtf.Point{Year: int32(year), Part: uint8(season), Precision: edtf.Season, Qualifier: qualifierOf(d.get(r.m.lex.part))}}
}

// quarter is a quarter or a half of a year.
func (r *dateResolver) quarter(d *dateMatch) edtf.Date {
	n := d.get(r.m.lex.ordinal) + d.get(classNth) + d.get(classQuarter)
	year, found := d.value(classYear, 0)
	if !found {
		if !r.known {
			return edtf.Date{}
		}
		year = r.y + d.get(r.m.lex.shift)
		if len(d.captures) == 1 {
			year = r.yearByTense(r.m.tenseAt(d.first, d.last), 3*n-2, 0)
		}
	}
	if d.kind == "half" {
		return edtf.Between(edtf.OfMonth(year, 6*n-5), edtf.OfMonth(year, 6*n))
	}
	return edtf.Date{Start: edtf.Point{Year: int32(year), Part: uint8(n), Precision: edtf.Quarter}}
}

// weekOf is "the first week of March", "the week of March 3".
func (r *dateResolver) weekOf(d *dateMatch) edtf.Date {
	date := r.calendar(d)
	if date.IsZero() {
		return date
	}
	if d.kind == "containing" {
		return weekAt(pointDay(date.Start))
	}
	y, m := int(date.Start.Year), int(date.Start.Month)
	last := edtf.DaysIn(y, m)
	n := d.get(r.m.lex.ordinal)
	if n < 1 || n > 4 {
		return edtf.Between(edtf.OfDay(y, m, last-6), edtf.OfDay(y, m, last))
	}
	return edtf.Between(edtf.OfDay(y, m, 7*n-6), edtf.OfDay(y, m, min(7*n, last)))
}
