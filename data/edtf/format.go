package edtf

import "strconv"

// Style is how fully Format writes a date.
type Style uint8

// Styles of Format.
const (
	Long   Style = iota // 14–15 December 2025
	Medium              // 14–15 Dec 2025
	Short               // 14–15 Dec; a month or longer keeps its year: Dec 2025
)

// Format writes d as a person reads it, with its doubt: "14–15 December 2025",
// "about November 2025", "since 2022". What is Long is read back by ParseHuman.
// No date is "".
func Format(d Date, style Style, names *Names) string {
	f := formatter{style, names}
	switch {
	case d.IsZero():
		return ""
	case !d.Interval:
		return f.doubt(d.Start.Qualifier) + f.point(d.Start)
	case d.Start.Open && d.End.Open:
		return d.String()
	case d.End.Open && d.Start.Known():
		return names.Since[0] + " " + f.qualified(d.Start)
	case d.Start.Open && d.End.Known():
		return names.Until[0] + " " + f.qualified(d.End)
	case !d.End.Known():
		return names.Since[0] + " " + f.qualified(d.Start) + ", " + names.EndUnknown
	case !d.Start.Known():
		return names.Until[0] + " " + f.qualified(d.End) + ", " + names.StartUnknown
	case d.Start.Qualifier != d.End.Qualifier:
		return names.FromTo[0] + " " + f.qualified(d.Start) + " " + names.FromTo[1] + " " + f.qualified(d.End)
	}
	return f.doubt(d.Start.Qualifier) + f.interval(d.Start, d.End)
}

// FormatSince says from when something is known to hold: "since 4 Sep 2025";
// where only the end of a time is known, "known by 16 Dec 2025". No date is "".
func FormatSince(d Date, style Style, names *Names) string {
	switch {
	case d.IsZero():
		return ""
	case d.Interval && !d.Start.Known():
		return names.KnownBy + " " + Format(Date{Start: d.End}, style, names)
	case d.Interval && d.End.Open:
		return Format(d, style, names)
	}
	return names.Since[0] + " " + Format(d, style, names)
}

type formatter struct {
	style Style
	names *Names
}

func (f formatter) qualified(p Point) string { return f.doubt(p.Qualifier) + f.point(p) }

// doubt is the word for a qualifier, with a space behind it.
func (f formatter) doubt(q Qualifier) string {
	switch q {
	case Uncertain:
		return f.names.Perhaps[0] + " "
	case Approximate:
		return f.names.About[0] + " "
	case UncertainApproximate:
		return f.names.Perhaps[0] + " " + f.names.About[0] + " "
	}
	return ""
}

// interval leaves out of the first end what the second says too.
func (f formatter) interval(a, b Point) string {
	plain := a.Unspecified == 0 && b.Unspecified == 0 && a.Precision == b.Precision
	switch {
	case !plain || a.Year < 1 || a.Year > 9999:
	case a.Precision == Year && a.Year > 999 && b.Year <= 9999:
		return f.point(a) + "–" + f.point(b)
	case a.Year != b.Year:
	case a.Precision == Month:
		return f.month(a) + "–" + f.point(b)
	case a.Precision == Day && a.Month == b.Month && a.Day != b.Day:
		return strconv.Itoa(int(a.Day)) + "–" + f.point(b)
	case a.Precision == Day && a.Day != b.Day:
		return strconv.Itoa(int(a.Day)) + " " + f.month(a) + " – " + f.point(b)
	}
	return f.point(a) + " – " + f.point(b)
}

func (f formatter) month(p Point) string {
	if f.style == Long {
		return f.names.Months[p.Month-1]
	}
	return f.names.ShortMonths[p.Month-1]
}

// point writes a point without its doubt.
func (f formatter) point(p Point) string {
	if p.Precision == None {
		return "?"
	}
	year, ok := f.year(p)
	if !ok {
		return p.digits()
	}
	switch p.Precision {
	case Century:
		return strconv.Itoa(int(p.Year)/100+1) + f.ordinal(int(p.Year)/100+1) + " " + f.names.Centuries[0]
	case Decade:
		return strconv.Itoa(int(p.Year)) + "s"
	case Quarter:
		return f.names.QuarterMark + strconv.Itoa(int(p.Part)) + " " + year
	case Season:
		return f.names.Seasons[p.Part-1][0] + " " + year
	case Year:
		if p.Unspecified == 1 {
			return f.names.SomeMonth + " " + year
		}
		if p.Unspecified > 1 {
			return f.names.SomeDay + " " + year
		}
		return year
	case Month:
		s := f.month(p) + " " + year
		if p.Unspecified > 0 {
			return f.names.SomeDay + " " + s
		}
		return s
	}
	s := strconv.Itoa(int(p.Day)) + " " + f.month(p)
	if f.style != Short {
		s += " " + year
	}
	if p.Precision == Minute {
		s += ", " + two(p.Hour) + ":" + two(p.Min)
	}
	return s
}

// year writes the year of p; false where only EDTF says it clearly.
func (f formatter) year(p Point) (string, bool) {
	y := int(p.Year)
	switch {
	case p.Precision <= Decade:
		return "", y >= 1000 && y <= 9999 || p.Precision == Century && y >= 0 && y <= 9999
	case y > 9999 || y < -9998:
		return "", false
	case y <= 0:
		return strconv.Itoa(1-y) + " " + f.names.BC[0], true
	case y < 1000:
		return f.names.AD[0] + " " + strconv.Itoa(y), true
	}
	return strconv.Itoa(y), true
}

// ordinal is the ending of an ordinal number.
func (f formatter) ordinal(n int) string {
	if tens := n / 10 % 10; tens != 1 && n%10 >= 1 && n%10 < len(f.names.Ordinals) && n%10 <= 3 {
		return f.names.Ordinals[n%10]
	}
	return f.names.Ordinals[0]
}
