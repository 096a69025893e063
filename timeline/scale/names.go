package scale

import "strconv"

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
