// Package edtf reads, prints and compares dates of the Extended Date/Time
// Format (ISO 8601-2:2019, and https://www.loc.gov/standards/datetime/):
// level 0 and level 1, the quarters of level 2, and minutes.
//
// A date keeps its precision and its doubt. Instants are seconds of civil time
// since 1970-01-01T00:00 in the proleptic Gregorian calendar, without a time
// zone: a source that says "Monday" names a civil day, wherever it is read.
package edtf

import "strconv"

// Precision is how finely a point in time is known, coarsest first.
type Precision uint8

// Precisions of a point.
const (
	None Precision = iota
	Century
	Decade
	Year
	Quarter
	Season
	Month
	Day
	Minute
)

// Qualifier says how far a source vouches for a date.
type Qualifier uint8

// Qualifiers, as ISO 8601-2 writes them after a date.
const (
	Sure                 Qualifier = iota
	Uncertain                      // ?
	Approximate                    // ~
	UncertainApproximate           // %
)

// Point is one end of a date: a calendar unit of some precision, or an open or
// unknown end. Year 0 is 1 BCE. For Quarter and Season, Part is 1 to 4 (a
// season starts with spring). Where Unspecified is set, the digits finer than
// the precision were written as X ("2025-XX"), so the source knows that it
// means one unit inside and not the whole.
type Point struct {
	Year        int32
	Month, Day  uint8
	Hour, Min   uint8
	Part        uint8
	Precision   Precision
	Qualifier   Qualifier
	Open        bool // "..", without limit
	Unspecified uint8
}

// Date is a point, or an interval between two points. The zero value is no
// date. Dates are comparable with ==.
type Date struct {
	Start, End Point
	Interval   bool
}

// IsZero reports whether d is no date at all.
func (d Date) IsZero() bool { return d == Date{} }

// Known reports whether the point is a calendar unit rather than an open or
// unknown end.
func (p Point) Known() bool { return p.Precision != None }

// OfDay is the exact day y-m-d.
func OfDay(y, m, d int) Date {
	return Date{Start: Point{Year: int32(y), Month: uint8(m), Day: uint8(d), Precision: Day}}
}

// OfMonth is the month y-m.
func OfMonth(y, m int) Date {
	return Date{Start: Point{Year: int32(y), Month: uint8(m), Precision: Month}}
}

// OfYear is the year y.
func OfYear(y int) Date { return Date{Start: Point{Year: int32(y), Precision: Year}} }

// Between is the interval from the start of a to the end of b.
func Between(a, b Date) Date {
	end := b.Start
	if b.Interval {
		end = b.End
	}
	return Date{Start: a.Start, End: end, Interval: true}
}

// From is the interval from the start of a on, without end.
func From(a Date) Date { return Date{Start: a.Start, End: Point{Open: true}, Interval: true} }

// Until is the interval without beginning that ends with b.
func Until(b Date) Date {
	return Date{Start: Point{Open: true}, End: Between(b, b).End, Interval: true}
}

// With returns d with the qualifier q on each known end.
func (d Date) With(q Qualifier) Date {
	if d.Start.Known() {
		d.Start.Qualifier = q
	}
	if d.End.Known() {
		d.End.Qualifier = q
	}
	return d
}

// Doubtful reports whether any end is uncertain or approximate.
func (d Date) Doubtful() bool { return d.Start.Qualifier != Sure || d.End.Qualifier != Sure }

// Precision is the coarser precision of the known ends.
func (d Date) Precision() Precision {
	switch {
	case !d.Start.Known():
		return d.End.Precision
	case !d.End.Known() || d.Start.Precision < d.End.Precision:
		return d.Start.Precision
	}
	return d.End.Precision
}

// String prints d as EDTF; the zero value prints as "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if !d.Interval {
		return d.Start.String()
	}
	return d.Start.String() + "/" + d.End.String()
}

// String prints the point as EDTF; an unknown point prints as "", an open one as "..".
func (p Point) String() string {
	if p.Open {
		return ".."
	}
	if p.Precision == None {
		return ""
	}
	return p.digits() + [...]string{"", "?", "~", "%"}[p.Qualifier]
}

func (p Point) digits() string {
	year := yearDigits(int(p.Year))
	switch p.Precision {
	case Century:
		return year[:len(year)-2] + "XX"
	case Decade:
		return year[:len(year)-1] + "X"
	case Quarter:
		return year + "-" + two(32+p.Part)
	case Season:
		return year + "-" + two(20+p.Part)
	case Year:
		return year + unspecified[min(p.Unspecified, 2)]
	}
	s := year + "-" + two(p.Month)
	if p.Precision == Month {
		if p.Unspecified > 0 {
			return s + "-XX"
		}
		return s
	}
	s += "-" + two(p.Day)
	if p.Precision == Minute {
		s += "T" + two(p.Hour) + ":" + two(p.Min)
	}
	return s
}

// unspecified is what a year is followed by, by the number of masked parts.
var unspecified = [...]string{"", "-XX", "-XX-XX"}

func yearDigits(y int) string {
	sign := ""
	if y < 0 {
		sign, y = "-", -y
	}
	s := strconv.Itoa(y)
	for len(s) < 4 {
		s = "0" + s
	}
	if len(s) > 4 {
		return "Y" + sign + s
	}
	return sign + s
}

func two(n uint8) string {
	return string([]byte{'0' + n/10, '0' + n%10})
}

// MarshalText prints d as EDTF.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads EDTF; an empty text is no date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	p, err := Parse(string(b))
	if err == nil {
		*d = p
	}
	return err
}
