package edtf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// maxLen bounds what Parse reads: two dates with years of nine digits fit.
const maxLen = 64

// maxYear keeps instants far inside an int64 of seconds.
const maxYear = 999_999_999

var pattern = regexp.MustCompile(`^(?:(Y?-?\d{4,9})|(-?\d{3})X|(-?\d{2})XX)(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T(\d\d):(\d\d)(?::\d\d)?Z?)?)?)?([?~%])?$`)

// Parse reads one EDTF date or interval. It accepts what String prints; the
// error names the text and what is wrong with it.
func Parse(s string) (Date, error) {
	if len(s) > maxLen {
		return Date{}, fmt.Errorf("date of %d characters is too long", len(s))
	}
	left, right, interval := strings.Cut(s, "/")
	start, err := parsePoint(left, interval)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not an EDTF date: %w", s, err)
	}
	d := Date{Start: start, Interval: interval}
	if !interval {
		return d, nil
	}
	if d.End, err = parsePoint(right, true); err != nil {
		return Date{}, fmt.Errorf("%q is not an EDTF date: %w", s, err)
	}
	if !start.Known() && !d.End.Known() {
		return Date{}, fmt.Errorf("%q is not an EDTF date: neither end is known", s)
	}
	if start.Known() && d.End.Known() && start.latest() > d.End.latest() {
		return Date{}, fmt.Errorf("%q is not an EDTF date: it ends before it starts", s)
	}
	return d, nil
}

// plainDay reads YYYY-MM-DD without the pattern: most dates of a case are such,
// and opening a large one reads a hundred thousand of them.
func plainDay(s string) (Point, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Point{}, false
	}
	n := [3]int{}
	for i, part := range [3]string{s[:4], s[5:7], s[8:]} {
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return Point{}, false
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	if n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > DaysIn(n[0], n[1]) {
		return Point{}, false
	}
	return Point{Year: int32(n[0]), Month: uint8(n[1]), Day: uint8(n[2]), Precision: Day}, true
}

func parsePoint(s string, interval bool) (Point, error) {
	if interval && s == ".." {
		return Point{Open: true}, nil
	}
	if interval && s == "" {
		return Point{}, nil
	}
	if p, ok := plainDay(s); ok {
		return p, nil
	}
	m := pattern.FindStringSubmatch(s)
	if m == nil {
		return Point{}, fmt.Errorf("%q is no year, month or day", s)
	}
	p := Point{Qualifier: Qualifier(strings.Index("?~%", m[8]) + 1)}
	if m[8] == "" {
		p.Qualifier = Sure
	}
	if err := p.setYear(m[1], m[2], m[3]); err != nil {
		return Point{}, err
	}
	if m[4] == "" {
		return p, nil
	}
	if p.Precision != Year {
		return Point{}, fmt.Errorf("%q has a month in an unspecified year", s)
	}
	if err := p.setMonth(m[4], m[5]); err != nil {
		return Point{}, err
	}
	if m[6] != "" {
		return p, p.setTime(m[6], m[7])
	}
	return p, nil
}

func (p *Point) setYear(year, decade, century string) error {
	text, precision, unit := year, Year, 1
	switch {
	case decade != "":
		text, precision, unit = decade, Decade, 10
	case century != "":
		text, precision, unit = century, Century, 100
	}
	y, err := strconv.Atoi(strings.TrimPrefix(text, "Y"))
	long := strings.HasPrefix(text, "Y")
	if err != nil || y > maxYear || y < -maxYear || long != (y > 9999 || y < -9999) || text == "-0000" {
		return fmt.Errorf("%q is no year", text)
	}
	p.Year, p.Precision = int32(y*unit), precision
	return nil
}

func (p *Point) setMonth(month, day string) error {
	if month == "XX" {
		if day != "" && day != "XX" {
			return fmt.Errorf("a day in an unspecified month")
		}
		p.Unspecified = 1
		if day == "XX" {
			p.Unspecified = 2
		}
		return nil
	}
	m, _ := strconv.Atoi(month)
	switch {
	case m >= 1 && m <= 12:
		p.Month, p.Precision = uint8(m), Month
	case day == "" && m >= 21 && m <= 24:
		p.Part, p.Precision = uint8(m-20), Season
		return nil
	case day == "" && m >= 33 && m <= 36:
		p.Part, p.Precision = uint8(m-32), Quarter
		return nil
	default:
		return fmt.Errorf("there is no month %s", month)
	}
	if day == "XX" {
		p.Unspecified = 1
		return nil
	}
	if day == "" {
		return nil
	}
	d, _ := strconv.Atoi(day)
	if d < 1 || d > DaysIn(int(p.Year), m) {
		return fmt.Errorf("there is no day %s in %s-%s", day, yearDigits(int(p.Year)), month)
	}
	p.Day, p.Precision = uint8(d), Day
	return nil
}

func (p *Point) setTime(hour, minute string) error {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	if p.Precision != Day || h > 23 || m > 59 {
		return fmt.Errorf("there is no time %s:%s", hour, minute)
	}
	p.Hour, p.Min, p.Precision = uint8(h), uint8(m), Minute
	return nil
}
