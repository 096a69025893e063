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
	return s + n.Point(d.Start)
}

func stretchNote(d edtf.Date, n *scale.Names) string {
	a, b := d.Start, d.End
	switch {
	case !a.Known():
		return "until " + n.Point(b)
	case !b.Known():
		return "from " + n.Point(a)
	case a.Precision == edtf.Day && b.Precision == edtf.Day && a.Year == b.Year && a.Month == b.Month:
		return strconv.Itoa(int(a.Day)) + "–" + n.Point(b)
	}
	return n.Point(a) + " – " + n.Point(b)
}
