package extract

import "demarche/data/edtf"

// relative resolves what counts from the day of publication or from a date
// named before.
func (r *dateResolver) relative(d *dateMatch, i int) edtf.Date {
	switch d.kind {
	case "apart":
		return r.apart(d, i)
	case "eve":
		return r.eve(i)
	}
	if d.has(r.m.lex.anchoredShift) && d.kind != "week-weekday" {
		return r.anchored(d, i)
	}
	if !r.known {
		return edtf.Date{}
	}
	switch d.kind {
	case "weekday":
		return r.weekday(d, i)
	case "week-weekday":
		monday := r.day - int64(weekdayNumber(r.day)) + 1 + 7*int64(d.get(r.m.lex.shift)+d.get(r.m.lex.anchoredShift))
		return ofDays(monday + int64(d.get(r.m.lex.weekday)) - 1)
	case "deictic":
		return ofDays(r.day + int64(d.get(r.m.lex.deictic)))
	case "day-before-deictic":
		return ofDays(r.day + int64(d.get(r.m.lex.deictic)+d.get(r.m.lex.beforeAfter)))
	case "daypart":
		return ofDays(r.day + int64(d.get(r.m.lex.shift)))
	case "shift-month":
		return r.shiftMonth(d)
	case "weekend":
		return r.weekend(d)
	case "unit", "unit-end":
		return r.unit(d, i)
	case "span":
		return spanOf(r.day, d.get(r.m.lex.unit), r.count(d), d.get(r.m.lex.shift) > 0)
	case "ago":
		return r.ago(d)
	case "hence", "in":
		return distance(r.day, d.get(r.m.lex.unit), r.count(d))
	case "nth":
		return r.nth(d)
	}
	return edtf.Date{}
}

// count is the number of units that an expression counts.
func (r *dateResolver) count(d *dateMatch) int {
	return d.get(r.m.lex.number) + d.get(classNum)
}

// lastShift is the last "last", "this" or "next" of an expression: of "this
// past Friday" it is "past".
func (r *dateResolver) lastShift(d *dateMatch) (int, bool) {
	shift, found := 0, false
	for _, c := range d.captures {
		if c.class == r.m.lex.shift {
			shift, found = c.value, true
		}
	}
	return shift, found
}

// shiftMonth is "last September", "this May", "next March".
func (r *dateResolver) shiftMonth(d *dateMatch) edtf.Date {
	month := d.get(r.m.lex.month)
	shift, _ := r.lastShift(d)
	year := r.y
	switch {
	case shift < 0 && month >= r.mo:
		year--
	case shift > 0 && month <= r.mo:
		year++
	}
	return partOfMonth(year, month, d.get(r.m.lex.part))
}

// weekend is Saturday and Sunday: of this week, unless "last", "next" or the
// tense say otherwise.
func (r *dateResolver) weekend(d *dateMatch) edtf.Date {
	saturday := r.day - int64(weekdayNumber(r.day)) + 6
	shift, shifted := r.lastShift(d)
	switch {
	case shifted && r.m.in(d.last-2, "coming"):
	case shifted && shift != 0:
		saturday += 7 * int64(shift)
	case !shifted && saturday > r.day && r.m.tenseAt(d.first, d.last) != tenseFuture,
		shifted && weekdayNumber(r.day) <= 3 && r.m.tenseAt(d.first, d.last) == tensePast:
		saturday -= 7
	}
	return edtf.Between(ofDays(saturday), ofDays(saturday+1))
}

// unit is "last week", "early next month", "the end of the year", "the past week".
func (r *dateResolver) unit(d *dateMatch, i int) edtf.Date {
	unit, part := d.get(r.m.lex.unit), d.get(r.m.lex.part)
	shift, shifted := r.lastShift(d)
	if d.kind == "unit-end" {
		unit, part = unitYear, 5
		if u, found := d.value(r.m.lex.unit, 0); found {
			unit = u
		}
	}
	if unit == unitDay && !shifted && d.kind == "unit" { // "later in the day": the day named before
		if p, found := r.anchor(i, unitDay, false); found {
			return ofDays(pointDay(p))
		}
	}
	if shifted && part == 0 && r.spans(d) {
		return spanOf(r.day, unit, 1, shift > 0)
	}
	if r.m.in(d.last-2, "past") && part == 0 {
		return spanOf(r.day, unit, 1, false)
	}
	if unit == unitWeek && shift < 0 && weekdayNumber(r.day) == 7 {
		shift++ // who writes on a Sunday calls the week that ends "last week"
	}
	return partOfUnit(shiftUnit(r.day, unit, shift), part)
}

// spans reports whether "the last week" means the days up to now, as "the past
// week" does: with an article and a preposition of duration.
func (r *dateResolver) spans(d *dateMatch) bool {
	at := d.last - 3
	if r.m.text(at) != "the" {
		return false
	}
	switch r.m.text(at - 1) {
	case "over", "in", "during", "within", "for", "throughout":
		return true
	}
	return false
}

// partOfUnit is the part of a week, month or year that "early" or "the end of" names.
func partOfUnit(d edtf.Date, part int) edtf.Date {
	switch {
	case d.IsZero() || part == 0 || part == 6 || part == 7:
		return d
	case d.Interval || d.Start.Precision == edtf.Day:
		return d
	case d.Start.Precision == edtf.Month:
		return partOfMonth(int(d.Start.Year), int(d.Start.Month), part)
	case d.Start.Precision == edtf.Year:
		return partOfYear(int(d.Start.Year), part)
	}
	return d.With(edtf.Approximate)
}

// ago is "three weeks ago"; "a few days ago" is known to nobody.
func (r *dateResolver) ago(d *dateMatch) edtf.Date {
	unit, n := d.get(r.m.lex.unit), r.count(d)
	if d.has(r.m.lex.vague) {
		return edtf.Date{}
	}
	for i := d.first; i < d.last; i++ {
		if r.m.text(i) == "half" && unit == unitYear {
			unit, n = unitMonth, 12*max(n, 1)+6
		}
	}
	return distance(r.day, unit, -n)
}

// nth is "the 15th", a day of this month, or of the last or next one.
func (r *dateResolver) nth(d *dateMatch) edtf.Date {
	y, m := monthAt(r.y, r.mo, d.get(r.m.lex.shift))
	day := d.get(classNth)
	if !d.has(r.m.lex.shift) {
		t := r.m.tenseAt(d.first, d.last)
		switch {
		case t == tensePast && day > r.d:
			y, m = monthAt(y, m, -1)
		case t == tenseFuture && day < r.d:
			y, m = monthAt(y, m, 1)
		}
	}
	date, _ := validDate(y, m, day)
	return date
}

// maxBack is how many expressions back a date is looked for to count from.
const maxBack = 8

// anchor is the last date before match i that is fine enough to count units
// from, else the day of publication. It counts from the end of an interval
// where it goes forwards.
func (r *dateResolver) anchor(i, unit int, forwards bool) (edtf.Point, bool) {
	here := r.m.a.tokens[r.m.words[r.matches[i].first].token].sentence
	for j := i - 1; j >= 0 && j >= i-maxBack; j-- {
		v := r.values[j]
		if v.IsZero() {
			continue
		}
		there := r.m.a.tokens[r.m.words[r.matches[j].first].token].sentence
		if r.m.a.sentences[here].paragraph-r.m.a.sentences[there].paragraph > 1 {
			break
		}
		p := v.Start
		if v.Interval && forwards {
			p = v.End
		}
		if p.Known() && fineEnough(p.Precision, unit) {
			return p, true
		}
	}
	if !r.known {
		return edtf.Point{}, false
	}
	return edtf.OfDay(r.y, r.mo, r.d).Start, true
}

// fineEnough reports whether units can be counted from a date of a precision.
func fineEnough(p edtf.Precision, unit int) bool {
	switch unit {
	case unitHour, unitDay, unitWeek, unitFortnight:
		return p >= edtf.Day
	case unitMonth, unitQuarter:
		return p >= edtf.Month
	}
	return p >= edtf.Year
}

// pointDay is the day of a point, or the first of its month or year.
func pointDay(p edtf.Point) int64 {
	return edtf.DaysFromCivil(int(p.Year), max(int(p.Month), 1), max(int(p.Day), 1))
}

// anchored is "the following month", "the previous day", "that evening".
func (r *dateResolver) anchored(d *dateMatch, i int) edtf.Date {
	unit, shift := d.get(r.m.lex.unit), d.get(r.m.lex.anchoredShift)
	switch d.kind {
	case "daypart", "weekday":
		unit = unitDay
	case "weekend":
		unit = unitWeek
	}
	if unit == 0 {
		return edtf.Date{}
	}
	p, found := r.anchor(i, unit, shift > 0)
	if !found {
		return edtf.Date{}
	}
	day := pointDay(p)
	switch d.kind {
	case "weekday":
		offset := int64(d.get(r.m.lex.weekday) - weekdayNumber(day))
		switch {
		case shift > 0 && offset <= 0:
			offset += 7
		case shift < 0 && offset >= 0:
			offset -= 7
		}
		return ofDays(day + offset)
	case "weekend":
		saturday := day - int64(weekdayNumber(day)) + 6 + 7*int64(shift)
		return edtf.Between(ofDays(saturday), ofDays(saturday+1))
	}
	return partOfUnit(shiftUnit(day, unit, shift), d.get(r.m.lex.part))
}

// apart is "two days earlier", "a year after the 2015 deal", "the next day".
func (r *dateResolver) apart(d *dateMatch, i int) edtf.Date {
	unit, n := d.get(r.m.lex.unit), r.count(d)
	direction := d.get(r.m.lex.apart)
	if direction == 0 {
		direction = d.get(r.m.lex.beforeAfter)
	}
	if unit == 0 || n == 0 {
		// "the day before", "the next day"
		n = 1
		if direction == 0 {
			unit, direction = unitDay, 1
		}
	}
	p, found := r.anchor(i, unit, direction > 0)
	switch {
	case r.m.isA(d.last-1, r.m.lex.beforeAfter) && r.m.clauseFollows(d):
		direction = -direction // "came two days after the envoys met": the meeting
		p, found = r.told(i, unit)
	case r.m.isA(d.last-1, r.m.lex.beforeAfter) && !r.m.openEnded(d.last):
		p, found = r.following(i, unit)
	}
	if !found {
		return edtf.Date{}
	}
	day := pointDay(p)
	switch unit {
	case unitWeek, unitFortnight:
		return ofDays(day + int64(direction*n*map[int]int{unitWeek: 7, unitFortnight: 14}[unit]))
	}
	return distance(day, unit, direction*n)
}

// told is the date that the sentence tells before match i, else the day of
// publication.
func (r *dateResolver) told(i, unit int) (edtf.Point, bool) {
	for j := i - 1; j >= 0 && j >= i-maxBack && r.m.sameSentence(r.matches[j].first, r.matches[i].first); j-- {
		p := r.values[j].Start
		return p, p.Known() && !r.values[j].Interval && fineEnough(p.Precision, unit)
	}
	return edtf.OfDay(r.y, r.mo, r.d).Start, r.known
}

// following is the date that stands behind match i, to count from.
func (r *dateResolver) following(i, unit int) (edtf.Point, bool) {
	if i+1 >= len(r.matches) || r.matches[i+1].kind == "apart" || r.matches[i+1].kind == "eve" || r.matches[i+1].first > r.matches[i].last+reach {
		return edtf.Point{}, false
	}
	v := r.point(&r.matches[i+1], i+1)
	if !v.Start.Known() || !fineEnough(v.Start.Precision, unit) {
		return edtf.Point{}, false
	}
	return v.Start, true
}

// eve is the day before the date that follows.
func (r *dateResolver) eve(i int) edtf.Date {
	p, found := r.following(i, unitDay)
	if !found {
		return edtf.Date{}
	}
	return ofDays(pointDay(p) - 1)
}

// ofYear is "March last year", "May of the following year".
func (r *dateResolver) ofYear(d *dateMatch, i int) edtf.Date {
	year := 0
	if shift, found := d.value(r.m.lex.shift, 0); found {
		if !r.known {
			return edtf.Date{}
		}
		year = r.y + shift
	} else {
		p, found := r.anchor(i, unitYear, false)
		if !found {
			return edtf.Date{}
		}
		year = int(p.Year) + d.get(r.m.lex.anchoredShift)
	}
	if day := d.get(classDay); day > 0 {
		date, _ := validDate(year, d.get(r.m.lex.month), day)
		return date
	}
	return partOfMonth(year, d.get(r.m.lex.month), d.get(r.m.lex.part))
}
