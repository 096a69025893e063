package edtf

import "math"

// Seconds in calendar units.
const (
	minuteSeconds = 60
	daySeconds    = 24 * 60 * minuteSeconds
)

// Instants without limit: earlier and later than every date.
const (
	Past   int64 = math.MinInt64
	Future int64 = math.MaxInt64
)

// Earliest is the first second that d may mean, Past where its start is open or
// unknown and for the zero value.
func (d Date) Earliest() int64 {
	if !d.Start.Known() {
		return Past
	}
	return d.Start.earliest()
}

// Latest is the second after the last one that d may mean, Future where its end
// is open or unknown and for the zero value: a day is [Earliest, Latest).
func (d Date) Latest() int64 {
	end := d.Start
	if d.Interval {
		end = d.End
	}
	if !end.Known() {
		return Future
	}
	return end.latest()
}

// Compare orders dates by their earliest instant, then by their latest: negative
// when a comes first. No date comes after every date.
func Compare(a, b Date) int {
	switch az, bz := a.IsZero(), b.IsZero(); {
	case az && bz:
		return 0
	case az:
		return 1
	case bz:
		return -1
	}
	if c := cmp(a.Earliest(), b.Earliest()); c != 0 {
		return c
	}
	return cmp(a.Latest(), b.Latest())
}

func cmp(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (p Point) earliest() int64 {
	y := int(p.Year)
	switch p.Precision {
	case Quarter:
		return dayStart(y, 3*int(p.Part)-2, 1)
	case Season:
		return dayStart(y, 3*int(p.Part), 1)
	case Month:
		return dayStart(y, int(p.Month), 1)
	case Day, Minute:
		return dayStart(y, int(p.Month), int(p.Day)) + int64(p.Hour)*3600 + int64(p.Min)*minuteSeconds
	case Century:
		if y < 0 {
			return dayStart(y-99, 1, 1)
		}
	case Decade:
		if y < 0 {
			return dayStart(y-9, 1, 1)
		}
	}
	return dayStart(y, 1, 1)
}

func (p Point) latest() int64 {
	y := int(p.Year)
	switch p.Precision {
	case Century:
		if y < 0 {
			return dayStart(y+1, 1, 1)
		}
		return dayStart(y+100, 1, 1)
	case Decade:
		if y < 0 {
			return dayStart(y+1, 1, 1)
		}
		return dayStart(y+10, 1, 1)
	case Quarter:
		return dayStart(y, 3*int(p.Part)+1, 1)
	case Season:
		return dayStart(y, 3*int(p.Part)+3, 1)
	case Month:
		return dayStart(y, int(p.Month)+1, 1)
	case Day:
		return p.earliest() + daySeconds
	case Minute:
		return p.earliest() + minuteSeconds
	}
	return dayStart(y+1, 1, 1)
}

// NotBefore is p, or where it ends before start does, start with the qualifier of
// p: a pair of points may lose its order when only one of them has a time of day
// and that is moved. What had no time of day gets none.
func (p Point) NotBefore(start Point) Point {
	if !p.Known() || !start.Known() || start.latest() <= p.latest() {
		return p
	}
	q := start
	if q.Precision == Minute && p.Precision != Minute {
		q.Precision, q.Hour, q.Min = Day, 0, 0
	}
	q.Qualifier = p.Qualifier
	return q
}

// dayStart is the first second of a civil day; months beyond 12 run on into the
// next years.
func dayStart(y, m, d int) int64 {
	return DaysFromCivil(y+(m-1)/12, (m-1)%12+1, d) * daySeconds
}

// DaysFromCivil counts the days from 1970-01-01 to y-m-d, after Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms" (2013).
func DaysFromCivil(y, m, d int) int64 {
	if m <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return int64(era)*146097 + int64(doe) - 719468
}

// CivilFromDays is the inverse of DaysFromCivil.
func CivilFromDays(z int64) (y, m, d int) {
	z += 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := int(z - era*146097)
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	m = (mp+2)%12 + 1
	y = yoe + int(era)*400
	if m <= 2 {
		y++
	}
	return y, m, doy - (153*mp+2)/5 + 1
}

// DaysIn is the number of days of month m of year y.
func DaysIn(y, m int) int {
	return int((dayStart(y, m+1, 1) - dayStart(y, m, 1)) / daySeconds)
}

// OfInstant is the civil day in which the instant t lies.
func OfInstant(t int64) Date {
	days := t / daySeconds
	if t%daySeconds < 0 {
		days--
	}
	y, m, d := CivilFromDays(days)
	return OfDay(y, m, d)
}
