package edtf

import (
	"fmt"
	"slices"
	"strings"
)

// part is what a text says of a point in time; the rest may come from the other
// end of its span.
type part struct {
	day, month, year int
	hasYear, bc      bool
	twoDigits        bool      // the year is written so short that it needs "BC" or "AD"
	precision        Precision // of a quarter, season, decade or century, else None
	nth              int       // which quarter or season
	unspecified      uint8
	approximate      bool
	weekday          int // 1 to 7, 0 for none
	hour, minute     int
	clock            bool
	whole            Date // a date that is already complete: "yesterday"
}

// part reads a point in time.
func (h human) part(s string) (part, error) {
	var p part
	if strings.Contains(s, ":") {
		if s = p.cutClock(s); !p.clock {
			return p, errNotUnderstood
		}
	}
	if d, err := Parse(strings.ToUpper(s)); err == nil && !d.Interval && (d.Start.Precision != Year || len(s) > 4) {
		p.whole = d
		return p, nil
	}
	if d, found, err := h.numeric(s); found || err != nil {
		p.whole = d
		return p, err
	}
	for prefix, level := range map[string]uint8{h.names.SomeMonth: 1, h.names.SomeDay: 2} {
		if rest, ok := strings.CutPrefix(s, prefix+" "); ok {
			p.unspecified, s = level, rest
		}
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' })
	if len(words) == 0 || len(words) > 7 {
		return p, errNotUnderstood
	}
	if d, found, err := h.relative(words); found {
		p.whole = d
		return p, err
	}
	words = h.splitHyphens(words)
	for i := range words {
		words[i] = strings.TrimSuffix(words[i], ".")
		if !h.word(&p, words, i) {
			return p, errNotUnderstood
		}
	}
	return p, nil
}

// splitHyphens parts "mid-2024" and "15-Dec-2025".
func (h human) splitHyphens(words []string) []string {
	var out []string
	for _, w := range words {
		out = append(out, strings.FieldsFunc(w, func(r rune) bool { return r == '-' })...)
	}
	return out
}

// cutClock takes a time of day off the end.
func (p *part) cutClock(s string) string {
	at := strings.LastIndexAny(s[:strings.LastIndexByte(s, ':')], " t,")
	if at < 0 {
		return s
	}
	hour, minute, _ := strings.Cut(s[at+1:], ":")
	hh, ok := number(hour)
	mm, ok2 := number(minute)
	if !ok || !ok2 || hh > 23 || mm > 59 || len(minute) != 2 {
		return s
	}
	p.hour, p.minute, p.clock = hh, mm, true
	return strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(s[:at]), " at"), " ,")
}

// word notes what the word at says, and reports whether it says anything.
func (h human) word(p *part, words []string, at int) bool {
	n, w := h.names, words[at]
	lower := func(x string) bool { return strings.EqualFold(x, w) }
	if m := monthOf(w, n); m > 0 && p.month == 0 {
		p.month = m
		return true
	}
	for i, season := range n.Seasons {
		if slices.ContainsFunc(season, lower) && p.precision == None {
			p.precision, p.nth = Season, i+1
			return true
		}
	}
	for i, day := range n.Weekdays {
		if (lower(day) || len(w) >= 3 && len(w) <= 5 && strings.HasPrefix(strings.ToLower(day), w)) && p.weekday == 0 {
			p.weekday = i + 1
			return true
		}
	}
	for i, o := range n.OrdinalWords {
		if lower(o) && p.nth == 0 {
			p.nth = i + 1
			return true
		}
	}
	switch {
	case slices.ContainsFunc(n.Filler, lower):
		return true
	case slices.ContainsFunc(n.Early, lower), slices.ContainsFunc(n.Mid, lower), slices.ContainsFunc(n.Late, lower):
		p.approximate = true
		return at == 0 || !p.hasYear
	case slices.ContainsFunc(n.BC, lower):
		p.bc, p.twoDigits = true, false
		return p.yearFromDay()
	case slices.ContainsFunc(n.AD, lower):
		p.twoDigits = false
		if at+1 < len(words) && !p.hasYear {
			p.year = unsetYear
			return true
		}
		return p.yearFromDay()
	case slices.ContainsFunc(n.Quarters, lower) && p.precision == None && (p.nth > 0 || p.day >= 1 && p.day <= 4):
		p.precision, p.nth, p.day = Quarter, max(p.nth, p.day), 0
		return p.nth <= 4
	case slices.ContainsFunc(n.Centuries, lower) && p.day > 0:
		p.precision, p.year, p.hasYear, p.day = Century, 100*(p.day-1), true, 0
		return true
	}
	return h.numberWord(p, w)
}

// unsetYear marks a year that is written "AD 44": the number that follows is one.
const unsetYear = -1

// yearFromDay takes the number before "BC" for a year.
func (p *part) yearFromDay() bool {
	if p.hasYear {
		return true
	}
	p.year, p.hasYear, p.day = p.day, p.day > 0, 0
	return p.hasYear
}

// numberWord notes a day, a year, a decade or a quarter.
func (h human) numberWord(p *part, w string) bool {
	if rest, ok := strings.CutPrefix(w, strings.ToLower(h.names.QuarterMark)); ok {
		if q, isNumber := number(rest); isNumber && q >= 1 && q <= 4 && p.precision == None {
			p.precision, p.nth = Quarter, q
			return true
		}
	}
	if rest, ok := strings.CutSuffix(w, "s"); ok {
		y, isNumber := number(strings.TrimRight(rest, "'’"))
		if isNumber && y >= 1000 && y <= 9990 && y%10 == 0 && !p.hasYear {
			p.precision, p.year, p.hasYear = Decade, y, true
			return true
		}
		return false
	}
	for _, o := range h.names.Ordinals {
		if rest, ok := strings.CutSuffix(w, o); ok {
			d, isNumber := number(rest)
			if !isNumber || p.day != 0 || d < 1 || d > 100 {
				return false
			}
			p.day = d
			return true
		}
	}
	n, ok := number(w)
	switch {
	case !ok:
		return false
	case len(w) <= 2 && p.day == 0 && n > 0 && p.year != unsetYear:
		p.day = n
		return true
	case len(w) <= 2 && p.day > 0 && p.month > 0 && !p.hasYear && p.year != unsetYear:
		p.year, p.hasYear, p.twoDigits = n, true, true
		return true
	case (len(w) >= 3 && len(w) <= 4 || p.year == unsetYear) && !p.hasYear:
		p.year, p.hasYear = n, true
		return true
	}
	return false
}

// monthOf is the number of the month that w names or shortens, 0 for none.
func monthOf(w string, n *Names) int {
	if len(w) < 3 {
		return 0
	}
	for i, m := range n.Months {
		if strings.HasPrefix(strings.ToLower(m), w) || strings.EqualFold(n.ShortMonths[i], w) {
			return i + 1
		}
	}
	return 0
}

// numeric reads dates in figures. Where day and month could be exchanged, it asks.
func (h human) numeric(s string) (Date, bool, error) {
	mark := strings.IndexAny(s, "./-")
	if mark < 0 {
		return Date{}, false, nil
	}
	fields := strings.Split(s, s[mark:mark+1])
	n := make([]int, len(fields))
	for i, f := range fields {
		var ok bool
		if n[i], ok = number(strings.TrimSpace(f)); !ok {
			return Date{}, false, nil
		}
	}
	first, last := len(strings.TrimSpace(fields[0])), len(strings.TrimSpace(fields[len(fields)-1]))
	switch {
	case len(n) == 2 && first <= 2 && last == 4 && n[0] >= 1 && n[0] <= 12:
		return OfMonth(n[1], n[0]), true, nil
	case len(n) == 3 && first == 4 && last <= 2:
		return validDay(n[0], n[1], n[2])
	case len(n) == 3 && first <= 2 && last == 2:
		return Date{}, false, fmt.Errorf("%q has a year of two digits. Write the year with four, for example %s20%02d", s, s[:len(s)-2], n[2])
	case len(n) != 3 || first > 2 || last != 4:
		return Date{}, false, nil
	case s[mark] == '.' || n[0] > 12 || n[0] == n[1]:
		return validDay(n[2], n[1], n[0])
	case n[1] > 12:
		return validDay(n[2], n[0], n[1])
	}
	if _, _, err := validDay(n[2], n[1], n[0]); err != nil {
		return Date{}, false, err
	}
	a, b := OfDay(n[2], n[1], n[0]), OfDay(n[2], n[0], n[1])
	return Date{}, false, fmt.Errorf("%q may be %s or %s. Write the month as a word", s, Format(a, Long, h.names), Format(b, Long, h.names))
}

func validDay(y, m, d int) (Date, bool, error) {
	if m < 1 || m > 12 || d < 1 || d > DaysIn(y, m) {
		return Date{}, false, fmt.Errorf("there is no day %d of month %d in %d. Write for example 14 December 2025", d, m, y)
	}
	return OfDay(y, m, d), true, nil
}

// borrow takes from the other end of the span what this one leaves out. "BC"
// stands behind the later year, for both.
func (p *part) borrow(other part, later bool) {
	if !p.whole.IsZero() {
		return
	}
	if !other.whole.IsZero() {
		other.year, other.hasYear, other.month = int(other.whole.Start.Year), true, int(other.whole.Start.Month)
	}
	if !later {
		other.bc = false
	}
	if !p.hasYear && other.bc && p.day > 0 && p.month == 0 && other.month == 0 {
		p.yearFromDay()
	}
	if !p.hasYear && other.hasYear && (p.day > 0 || p.month > 0 || p.precision != None) {
		p.year, p.hasYear, p.bc = other.year, true, other.bc || p.bc
	}
	if other.bc && p.precision == None && other.precision == None && p.hasYear && p.year >= other.year {
		p.bc = true
	}
	if p.month == 0 && p.day > 0 {
		p.month = other.month
	}
}

// date is the date that the part says, or what it lacks.
func (p part) date(h human) (Date, error) {
	if !p.whole.IsZero() {
		return p.withClock(p.whole)
	}
	y := p.year
	if p.bc {
		y = 1 - y
	}
	var d Date
	switch {
	case !p.hasYear && (p.month > 0 || p.precision != None || p.weekday > 0 || p.day > 0):
		return Date{}, p.incomplete(h)
	case !p.hasYear, p.twoDigits:
		return Date{}, errNotUnderstood
	case p.precision != None:
		if p.day > 0 || p.month > 0 || (p.precision == Season || p.precision == Quarter) && p.nth == 0 {
			return Date{}, errNotUnderstood
		}
		d = Date{Start: Point{Year: int32(y), Part: uint8(p.nth), Precision: p.precision}}
	case p.day > 0 && p.month == 0:
		return Date{}, fmt.Errorf("the month is missing. Write for example %d December %d", p.day, p.year)
	case p.day > 0:
		if p.day > DaysIn(y, p.month) {
			return Date{}, fmt.Errorf("there is no %d %s in %d. Write a day from 1 to %d", p.day, h.names.Months[p.month-1], p.year, DaysIn(y, p.month))
		}
		d = OfDay(y, p.month, p.day)
	case p.month > 0:
		d = OfMonth(y, p.month)
		d.Start.Unspecified = min(p.unspecified, 1)
	case p.nth > 0:
		return Date{}, errNotUnderstood
	default:
		d = OfYear(y)
		d.Start.Unspecified = p.unspecified
	}
	if p.weekday > 0 {
		if d.Start.Precision != Day {
			return Date{}, errNotUnderstood
		}
		if is := weekdayOf(d); is != p.weekday {
			return Date{}, fmt.Errorf("%s is a %s, not a %s. Leave the weekday out or correct it", Format(d, Long, h.names), h.names.Weekdays[is-1], h.names.Weekdays[p.weekday-1])
		}
	}
	if p.approximate {
		d = d.With(Approximate)
	}
	return p.withClock(d)
}

// withClock adds the time of day.
func (p part) withClock(d Date) (Date, error) {
	if !p.clock {
		return d, nil
	}
	if d.Interval || d.Start.Precision != Day {
		return Date{}, fmt.Errorf("a time of day needs a day. Write for example 14 December 2025, %02d:%02d", p.hour, p.minute)
	}
	d.Start.Hour, d.Start.Min, d.Start.Precision = uint8(p.hour), uint8(p.minute), Minute
	return d, nil
}

// incomplete asks for the year.
func (p part) incomplete(h human) error {
	year := 2025
	if h.today.Start.Known() {
		year = int(h.today.Start.Year)
	}
	example := fmt.Sprint(year)
	if p.month > 0 {
		example = h.names.Months[p.month-1] + " " + example
		if p.day > 0 {
			example = fmt.Sprintf("%d %s", p.day, example)
		}
	} else if p.day > 0 || p.weekday > 0 {
		example = fmt.Sprintf("14 December %d", year)
	}
	return fmt.Errorf("the year is missing. Write for example %s", example)
}

// weekdayOf is 1 for Monday to 7 for Sunday.
func weekdayOf(d Date) int {
	days := DaysFromCivil(int(d.Start.Year), int(d.Start.Month), int(d.Start.Day))
	return int(((days+3)%7+7)%7) + 1
}
