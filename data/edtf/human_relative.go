package edtf

import (
	"errors"
	"slices"
	"strings"
)

// relative reads a date counted from today: "yesterday", "last Friday", "two"
// is written "2": "2 weeks ago". It reports whether the words are of that form.
func (h human) relative(words []string) (Date, bool, error) {
	count, found := h.count(words)
	if !found {
		return Date{}, false, nil
	}
	if h.today.Interval || h.today.Start.Precision < Day {
		return Date{}, true, errors.New("it is not known from which day to count. Write the date itself, for example 14 December 2025")
	}
	p := h.today.Start
	return count(int(p.Year), int(p.Month), int(p.Day)), true, nil
}

// count is how the words count from a day.
func (h human) count(words []string) (func(y, m, d int) Date, bool) {
	n := h.names
	is := func(i int, list []string) bool {
		return i < len(words) && slices.ContainsFunc(list, func(x string) bool { return strings.EqualFold(x, words[i]) })
	}
	if len(words) == 1 {
		for offset, list := range map[int][]string{-1: n.Yesterday, 0: n.Today, 1: n.Tomorrow} {
			if is(0, list) {
				return func(y, m, d int) Date { return addDays(y, m, d, offset) }, true
			}
		}
		return nil, false
	}
	if len(words) == 3 && is(0, n.In) || len(words) == 3 && is(2, n.Ago) {
		sign, at := 1, 1
		if is(2, n.Ago) {
			sign, at = -1, 0
		}
		number, ok := number(words[at])
		if !ok || number > 9999 {
			return nil, false
		}
		return h.units(words[at+1], sign*number)
	}
	if len(words) != 2 {
		return nil, false
	}
	step := 0
	switch {
	case is(0, n.Last):
		step = -1
	case is(0, n.Next):
		step = 1
	case !is(0, n.This):
		return nil, false
	}
	for i, name := range n.Weekdays {
		if strings.EqualFold(name, words[1]) {
			return func(y, m, d int) Date { return nearWeekday(y, m, d, i+1, step) }, true
		}
	}
	return h.periods(words[1], step)
}

// units counts days, weeks, months or years from today.
func (h human) units(unit string, n int) (func(y, m, d int) Date, bool) {
	is := func(list []string) bool {
		return slices.ContainsFunc(list, func(x string) bool { return strings.EqualFold(x, unit) })
	}
	switch {
	case is(h.names.Days):
		return func(y, m, d int) Date { return addDays(y, m, d, n) }, true
	case is(h.names.Weeks):
		return func(y, m, d int) Date { return addDays(y, m, d, 7*n).With(Approximate) }, true
	case is(h.names.MonthUnits):
		return func(y, m, _ int) Date { return addMonths(y, m, n).With(Approximate) }, true
	case is(h.names.Years):
		return func(y, _, _ int) Date { return OfYear(y + n).With(Approximate) }, true
	}
	return nil, false
}

// periods are the last, this or the next week, weekend, month or year.
func (h human) periods(unit string, step int) (func(y, m, d int) Date, bool) {
	is := func(list []string) bool { return strings.EqualFold(list[0], unit) }
	switch {
	case is(h.names.Weeks):
		return func(y, m, d int) Date {
			monday := 1 - weekdayOf(OfDay(y, m, d)) + 7*step
			return Between(addDays(y, m, d, monday), addDays(y, m, d, monday+6))
		}, true
	case is(h.names.Weekends):
		return func(y, m, d int) Date {
			saturday := 6 - weekdayOf(OfDay(y, m, d)) + 7*step
			return Between(addDays(y, m, d, saturday), addDays(y, m, d, saturday+1))
		}, true
	case is(h.names.MonthUnits):
		return func(y, m, _ int) Date { return addMonths(y, m, step) }, true
	case is(h.names.Years):
		return func(y, _, _ int) Date { return OfYear(y + step) }, true
	}
	return nil, false
}

// nearWeekday is the nearest such weekday before (-1) or after (1) a day, or
// (0) that of the same week, Monday to Sunday.
func nearWeekday(y, m, d, weekday, step int) Date {
	offset := weekday - weekdayOf(OfDay(y, m, d))
	switch {
	case step < 0 && offset >= 0:
		offset -= 7
	case step > 0 && offset <= 0:
		offset += 7
	}
	return addDays(y, m, d, offset)
}

func addDays(y, m, d, n int) Date {
	return OfInstant((DaysFromCivil(y, m, d) + int64(n)) * daySeconds)
}

func addMonths(y, m, n int) Date {
	at := y*12 + m - 1 + n
	return OfMonth(floorDiv(at, 12), at-12*floorDiv(at, 12)+1)
}
