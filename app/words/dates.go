package words

import (
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/zone"
)

// Date is a date as it stands in a list: "14–15 Dec 2025", "about Nov 2025".
func Date(d edtf.Date) string {
	if d.IsZero() {
		return "undated"
	}
	return edtf.Format(d, edtf.Medium, edtf.English())
}

// LongDate is a date as a form takes it back: "14–15 December 2025".
func LongDate(d edtf.Date) string { return edtf.Format(d, edtf.Long, edtf.English()) }

// When is LongDate, with the time zone of the case behind a time of day.
func When(c *data.Case, d edtf.Date) string { return LongDate(d) + ZoneNote(c, d) }

// ZoneNote is what stands behind a date with a time of day: " (Kyiv, UTC+2)", or
// nothing where the case has no time zone.
func ZoneNote(c *data.Case, d edtf.Date) string {
	if c.Info == nil {
		return ""
	}
	return zone.Note(c.Info.TimeZone, d)
}

// Day is the civil day of an instant: "15 Dec 2025".
func Day(at int64) string { return edtf.Format(edtf.OfInstant(at), edtf.Medium, edtf.English()) }

// LongDay is Day with the whole name of the month.
func LongDay(at int64) string { return LongDate(edtf.OfInstant(at)) }

// Understood is a date as it was understood, with its weekday where it is one day.
func Understood(d edtf.Date) string {
	text := LongDate(d)
	p := d.Start
	if d.Interval || p.Precision != edtf.Day || p.Qualifier != edtf.Sure || p.Unspecified != 0 {
		return text
	}
	return Weekday(p) + ", " + text
}

// Weekday is the name of the weekday of a day.
func Weekday(day edtf.Point) string {
	n := edtf.DaysFromCivil(int(day.Year), int(day.Month), int(day.Day))
	return edtf.English().Weekdays[((n+3)%7+7)%7] // 1970-01-01 was a Thursday
}

// ShortDate is a date in a list that is looked at from an instant: the year is
// left out where it is the same.
func ShortDate(d edtf.Date, from int64) string {
	if d.IsZero() {
		return "undated"
	}
	year := edtf.OfInstant(from).Start.Year
	known := d.Start
	if !known.Known() {
		known = d.End
	}
	if known.Year != year {
		return Date(d)
	}
	return edtf.Format(d, edtf.Short, edtf.English())
}

// Since says from when something is known to hold: "since 4 Sep 2025"; where only
// the end of a time is known, "known by 16 Dec 2025".
func Since(d edtf.Date) string {
	if d.IsZero() {
		return "undated"
	}
	return edtf.FormatSince(d, edtf.Medium, edtf.English())
}

// MemberTime is when a membership holds: "since 2019", "2019 to 2024".
func MemberTime(m data.Membership) string {
	switch {
	case m.From.IsZero() && m.Until.IsZero():
		return ""
	case m.Until.IsZero():
		return "since " + Date(m.From)
	case m.From.IsZero():
		return "until " + Date(m.Until)
	}
	return Date(m.From) + " to " + Date(m.Until)
}
