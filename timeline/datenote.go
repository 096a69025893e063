package timeline

import (
	"strconv"

	"demarche/data/edtf"
	"demarche/timeline/scale"
)

// dateNote says after a title what its mark cannot: that the date is about,
// coarse or a stretch. It is empty for an exact day.
func dateNote(d edtf.Date, n *scale.Names) string {
	if d.Interval {
		return stretchNote(d, n)
	}
	s := ""
	switch d.Start.Qualifier {
	case edtf.Approximate, edtf.UncertainApproximate:
		s = "about "
	case edtf.Uncertain:
		s = "perhaps "
	case edtf.Sure:
		if d.Start.Precision >= edtf.Day {
			return ""
		}
	}
	return s + pointNote(d.Start, n)
}

func stretchNote(d edtf.Date, n *scale.Names) string {
	a, b := d.Start, d.End
	switch {
	case !a.Known():
		return "until " + pointNote(b, n)
	case !b.Known():
		return "from " + pointNote(a, n)
	case a.Precision == edtf.Day && b.Precision == edtf.Day && a.Year == b.Year && a.Month == b.Month:
		return strconv.Itoa(int(a.Day)) + "–" + pointNote(b, n)
	}
	return pointNote(a, n) + " – " + pointNote(b, n)
}

// pointNote leaves out the year of days and months: the axis says it.
func pointNote(p edtf.Point, n *scale.Names) string {
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
	if p.Year <= 0 {
		return strconv.Itoa(1-int(p.Year)) + n.Before
	}
	return strconv.Itoa(int(p.Year))
}
