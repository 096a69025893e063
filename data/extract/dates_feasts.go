package extract

import (
	"fmt"
	"strconv"
	"strings"

	"demarche/data/edtf"
)

// namedDay is a day with a name: a month and a day of every year, of one year, or
// one that is counted by a rule.
type namedDay struct {
	year, month, day int
	rule             feastRule
	offset           int // days from Easter
}

// feastRule is how the day of a feast is found.
type feastRule uint8

const (
	feastFixed    feastRule = iota // month and day
	feastEaster                    // days from Easter Sunday
	feastOrthodox                  // days from Easter Sunday of the eastern churches
	feastIslamic                   // month and day of the Islamic calendar, day 0 for the whole month
	feastNth                       // the nth weekday of a month: month, day is the weekday, offset is n
)

// parseNamedDay reads "12-25", "2001-09-11", "easter-2", "orthodox+0",
// "islamic-10-1" or "nth-11-4-4" (of November, Thursday, the fourth).
func parseNamedDay(value string) (namedDay, error) {
	var d namedDay
	if offset, ok := strings.CutPrefix(value, "easter"); ok {
		n, err := strconv.Atoi(offset)
		return namedDay{rule: feastEaster, offset: n}, err
	}
	if offset, ok := strings.CutPrefix(value, "orthodox"); ok {
		n, err := strconv.Atoi(offset)
		return namedDay{rule: feastOrthodox, offset: n}, err
	}
	if rest, ok := strings.CutPrefix(value, "islamic-"); ok {
		d.rule = feastIslamic
		_, err := fmt.Sscanf(rest, "%d-%d", &d.month, &d.day)
		return d, err
	}
	if rest, ok := strings.CutPrefix(value, "nth-"); ok {
		d.rule = feastNth
		_, err := fmt.Sscanf(rest, "%d-%d-%d", &d.month, &d.day, &d.offset)
		return d, err
	}
	if len(value) > 6 {
		_, err := fmt.Sscanf(value, "%d-%d-%d", &d.year, &d.month, &d.day)
		return d, err
	}
	_, err := fmt.Sscanf(value, "%d-%d", &d.month, &d.day)
	return d, err
}

// named is Christmas and the like: of the year that the text gives, else the last
// or next one by tense.
func (r *dateResolver) named(d *dateMatch) edtf.Date {
	day := r.m.lex.named[d.named]
	if day.year != 0 {
		return edtf.OfDay(day.year, day.month, day.day)
	}
	if year, found := d.value(classYear, 0); found {
		return day.in(year)
	}
	if !r.known {
		return edtf.Date{}
	}
	t := r.m.tenseAt(d.first, d.last)
	if day.rule == feastFixed {
		return day.in(r.yearByTense(t, day.month, day.day))
	}
	var best edtf.Date
	bestGap := int64(1 << 40)
	for y := r.y - 1; y <= r.y+1; y++ {
		v := day.in(y)
		if v.IsZero() {
			continue
		}
		gap := v.Earliest()/daySeconds - r.day
		switch {
		case gap > 0 && t == tensePast, gap < -feastLast && t == tenseFuture:
			gap = 1 << 20 // only for want of another
		case gap < 0:
			gap = -gap
		}
		if gap < bestGap {
			best, bestGap = v, gap
		}
	}
	return best
}

// feastLast is the number of days for which a feast that has begun is still the
// next one.
const feastLast = 30

// in is the date of a feast in a year.
func (n namedDay) in(year int) edtf.Date {
	switch n.rule {
	case feastEaster:
		return ofDays(easterSunday(year) + int64(n.offset))
	case feastOrthodox:
		return ofDays(orthodoxEaster(year) + int64(n.offset))
	case feastIslamic:
		return islamicIn(year, n.month, n.day)
	case feastNth:
		first := edtf.DaysFromCivil(year, n.month, 1)
		return ofDays(first + int64((n.day-weekdayNumber(first)+7)%7+7*(n.offset-1)))
	}
	return edtf.OfDay(year, n.month, n.day)
}

// islamicIn is a day or a month of the Islamic calendar in a civil year, by the
// tabular calendar (Reingold and Dershowitz, "Calendrical Calculations"). The
// months begin when the moon is seen, so it is a day early or late, and marked so.
func islamicIn(year, month, day int) edtf.Date {
	for y := (year-622)*33/32 - 1; y <= (year-622)*33/32+2; y++ {
		first := islamicDay(y, month, max(day, 1))
		if at, _, _ := edtf.CivilFromDays(first); at != year {
			continue
		}
		if day > 0 {
			return ofDays(first).With(edtf.Approximate)
		}
		y2, m2 := y, month+1
		if m2 > 12 {
			y2, m2 = y+1, 1
		}
		return edtf.Between(ofDays(first), ofDays(islamicDay(y2, m2, 1)-1)).With(edtf.Approximate)
	}
	return edtf.Date{}
}

// islamicDay counts the days from 1970-01-01 to a day of the tabular calendar.
func islamicDay(y, m, d int) int64 {
	const epoch = 1948440 - 385 - 2440588
	return int64((11*y+3)/30 + 354*y + 30*m - (m-1)/2 + d + epoch)
}

// orthodoxEaster counts the days from 1970-01-01 to Easter of the Julian
// calendar, after Meeus, "Astronomical Algorithms".
func orthodoxEaster(y int) int64 {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	month, day := (d+e+114)/31, (d+e+114)%31+1
	return edtf.DaysFromCivil(y, month, day) + int64(y/100-y/400-2)
}

// easterSunday counts the days from 1970-01-01 to Easter of the Gregorian
// calendar, after the anonymous algorithm in Meeus, "Astronomical Algorithms".
func easterSunday(y int) int64 {
	a, b, c := y%19, y/100, y%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	n := (a + 11*h + 22*l) / 451
	month, day := (h+l-7*n+114)/31, (h+l-7*n+114)%31+1
	return edtf.DaysFromCivil(y, month, day)
}
