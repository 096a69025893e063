package extract

import "demarche/data/edtf"

// Units of the lexicon.
const (
	unitHour = 1 + iota
	unitDay
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
)

// weekdayNumber is 1 for Monday to 7 for Sunday of a day since 1970-01-01.
func weekdayNumber(day int64) int { return int(((day+3)%7+7)%7) + 1 }

// weekAt is the week, Monday to Sunday, in which a day lies.
func weekAt(day int64) edtf.Date {
	monday := day - int64(weekdayNumber(day)) + 1
	return edtf.Between(ofDays(monday), ofDays(monday+6))
}

// monthAt is the month so many months after y-m.
func monthAt(y, m, n int) (int, int) {
	at := y*12 + m - 1 + n
	year := at / 12
	if at%12 < 0 {
		year--
	}
	return year, at - 12*year + 1
}

// shiftUnit is the unit so many units after the one in which a day lies: the
// last week, the next month.
func shiftUnit(day int64, unit, n int) edtf.Date {
	y, m, _ := edtf.CivilFromDays(day)
	switch unit {
	case unitDay:
		return ofDays(day + int64(n))
	case unitWeek:
		return weekAt(day + 7*int64(n))
	case unitFortnight:
		return weekAt(day + 14*int64(n))
	case unitMonth:
		return edtf.OfMonth(monthAt(y, m, n))
	case unitQuarter:
		y, m = monthAt(y, (m-1)/3*3+1, 3*n)
		return edtf.Date{Start: edtf.Point{Year: int32(y), Part: uint8((m-1)/3 + 1), Precision: edtf.Quarter}}
	case unitYear:
		return edtf.OfYear(y + n)
	case unitDecade:
		return edtf.Date{Start: edtf.Point{Year: int32(y - y%10 + 10*n), Precision: edtf.Decade}}
	case unitCentury:
		return edtf.Date{Start: edtf.Point{Year: int32(y - y%100 + 100*n), Precision: edtf.Century}}
	}
	return edtf.Date{}
}

// distance is the date so many units after a day, as finely as the unit says:
// "three months ago" is a month.
func distance(day int64, unit, n int) edtf.Date {
	y, m, _ := edtf.CivilFromDays(day)
	switch unit {
	case unitHour:
		return ofDays(day + int64(n/24))
	case unitWeek, unitFortnight, unitDay, unitMonth, unitYear:
		return shiftUnit(day, unit, n)
	case unitQuarter:
		return edtf.OfMonth(monthAt(y, m, 3*n))
	case unitDecade:
		return edtf.OfYear(y + 10*n).With(edtf.Approximate)
	case unitCentury:
		return edtf.OfYear(y + 100*n).With(edtf.Approximate)
	}
	return edtf.Date{}
}

// spanOf is the time of so many units up to a day, or from it on: "the past two
// weeks" ends the day before.
func spanOf(day int64, unit, n int, ahead bool) edtf.Date {
	y, m, _ := edtf.CivilFromDays(day)
	sign := -1
	if ahead {
		sign = 1
	}
	var far, near edtf.Date
	switch unit {
	case unitHour:
		far, near = ofDays(day+int64(sign*(n+23)/24)), ofDays(day)
		if !ahead {
			far = ofDays(day - int64((n+23)/24))
		}
	case unitDay, unitWeek, unitFortnight:
		days := n * map[int]int{unitDay: 1, unitWeek: 7, unitFortnight: 14}[unit]
		far, near = ofDays(day+int64(sign*days)), ofDays(day+int64(sign))
	case unitMonth, unitQuarter:
		if unit == unitQuarter {
			n *= 3
		}
		far, near = edtf.OfMonth(monthAt(y, m, sign*n)), edtf.OfMonth(y, m)
	case unitYear:
		far, near = edtf.OfYear(y+sign*n), edtf.OfYear(y)
		if n == 1 {
			far, near = edtf.OfMonth(y+sign, m), edtf.OfMonth(y, m)
		}
	case unitDecade:
		far, near = edtf.OfYear(y+10*sign*n), edtf.OfYear(y)
	case unitCentury:
		far, near = edtf.OfYear(y+100*sign*n), edtf.OfYear(y)
	default:
		return edtf.Date{}
	}
	if ahead {
		return edtf.Between(near, far)
	}
	return edtf.Between(far, near)
}
