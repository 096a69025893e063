package scale

import (
	"fmt"
	"strconv"
	"time"

	"demarche/data/edtf"
)

// Names is how a language writes the parts of a date on an axis.
type Names struct {
	Month      [12]string // in full, January first
	MonthShort [12]string
	Weekday    [7]string // short, Monday first
	Quarter    string    // before the number of a quarter: "Q"
	Week       string    // before the number of a week: "W"
	Before     string    // after a year before the common era: " BCE"
	Decade     func(y int) string
	Century    func(n int) string // n from 1; before the common era negative from -1
	Millennium func(n int) string
}

// English is the names of English.
func English() *Names {
	return &Names{
		Month: [12]string{"January", "February", "March", "April", "May", "June", "July",
			"August", "September", "October", "November", "December"},
		MonthShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Weekday:    [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
		Quarter:    "Q",
		Week:       "W",
		Before:     " BCE",
		Decade:     func(y int) string { return strconv.Itoa(y) + "s" },
		Century:    func(n int) string { return ordinal(n, " century") },
		Millennium: func(n int) string { return ordinal(n, " millennium") },
	}
}

// Year is a year: "2025", "44 BCE".
func (n *Names) Year(y int) string {
	if y <= 0 {
		return strconv.Itoa(1-y) + n.Before
	}
	return strconv.Itoa(y)
}

// Point is a date as it stands where the axis says the year: without the year of
// days and months.
func (n *Names) Point(p edtf.Point) string {
	switch p.Precision {
	case edtf.Minute, edtf.Day:
		return strconv.Itoa(int(p.Day)) + " " + n.MonthShort[(p.Month+11)%12]
	case edtf.Month:
		return n.MonthShort[(p.Month+11)%12]
	case edtf.Quarter:
		return n.Quarter + strconv.Itoa(int(p.Part))
	case edtf.Season:
		return [...]string{"spring", "summer", "autumn", "winter"}[(p.Part+3)%4]
	case edtf.Decade:
		return n.Decade(int(p.Year))
	}
	return n.Year(int(p.Year))
}

// LongDay is the civil day of an instant: "15 December 2025".
func (n *Names) LongDay(t int64) string {
	p := edtf.OfInstant(t).Start
	return strconv.Itoa(int(p.Day)) + " " + n.Month[p.Month-1] + " " + n.Year(int(p.Year))
}

// ShortDay is the day of a clock reading: "16 Dec 2025".
func (n *Names) ShortDay(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), n.MonthShort[t.Month()-1], t.Year())
}

func ordinal(n int, unit string) string {
	after := ""
	if n < 0 {
		n, after = -n, " BCE"
	}
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix + unit + after
}
