// Package zone knows the time zones of the world by their names in the IANA
// database, which is part of the program: a case is told in the zone of its
// talks, on every computer in the same way.
//
// Instants are seconds of civil time, as in package edtf: what a clock and a
// calendar on the wall say.
package zone

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the rules, for systems that have none

	"demarche/assets"
	"demarche/data/edtf"
)

// Names lists the zones that a person may choose from, such as "Europe/Kyiv":
// those of zone.tab, in which every country has its own, and UTC.
var Names = sync.OnceValue(func() []string { return strings.Fields(assets.Zones()) })

// Load is the zone of that name. The empty name and "Local", which mean
// something else on every computer, are errors.
func Load(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, fmt.Errorf("a time zone needs a name such as Europe/Kyiv")
	}
	l, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("there is no time zone %q: its name must be one of the IANA database, such as Europe/Kyiv", name)
	}
	return l, nil
}

// Find lists at most n zones whose name holds what was typed, in any case; those
// in which a part of the name starts with it come first. "tel aviv" and
// "Tel_Aviv" are the same.
func Find(typed string, n int) []string {
	want := plain(strings.TrimSpace(typed))
	var first, later []string
	for _, name := range Names() {
		p := plain(name)
		switch at := strings.Index(p, want); {
		case at < 0:
		case at == 0 || p[at-1] == '/':
			first = append(first, name)
		default:
			later = append(later, name)
		}
	}
	all := slices.Concat(first, later)
	return all[:min(n, len(all))]
}

func plain(s string) string { return strings.ToLower(strings.ReplaceAll(s, "_", " ")) }

// City is what people call a zone: "Kyiv" for Europe/Kyiv, "UTC" for UTC.
func City(name string) string {
	return strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
}

// Label names a zone with what its clocks are ahead of UTC at a civil instant:
// "Kyiv, UTC+2". It is empty for a zone that is not known.
func Label(name string, civil int64) string {
	l, err := Load(name)
	if err != nil {
		return ""
	}
	if name == "UTC" {
		return name
	}
	return City(name) + ", " + offsetText(Offset(l, civil))
}

// Note is what stands behind a date with a time of day: " (Kyiv, UTC+2)". It is
// empty for other dates, and where no zone is known.
func Note(name string, d edtf.Date) string {
	for _, p := range []edtf.Point{d.Start, d.End} {
		if p.Precision == edtf.Minute && p.Known() {
			if l := Label(name, edtf.Date{Start: p}.Earliest()); l != "" {
				return " (" + l + ")"
			}
		}
	}
	return ""
}

func offsetText(secs int64) string {
	if secs == 0 {
		return "UTC"
	}
	sign := "+"
	if secs < 0 {
		sign, secs = "−", -secs
	}
	text := fmt.Sprintf("UTC%s%d", sign, secs/3600)
	if m := secs % 3600 / 60; m != 0 {
		text += fmt.Sprintf(":%02d", m)
	}
	return text
}

// Offset is how many seconds the clocks of a zone are ahead of UTC when they
// show the civil instant. Where they show it twice the first counts; what they
// skip is told by the offset before.
func Offset(l *time.Location, civil int64) int64 {
	_, ahead := time.Unix(civil, 0).In(l).Zone() // about right: civil for UTC is off by hours
	_, before := time.Unix(civil-int64(ahead)-day/2, 0).In(l).Zone()
	if shows(l, civil, before) {
		return int64(before)
	}
	_, after := time.Unix(civil-int64(ahead)+day/2, 0).In(l).Zone()
	if shows(l, civil, after) {
		return int64(after)
	}
	return int64(before)
}

const day = 86400

// shows reports whether the clocks show the civil instant when they are that far
// ahead of UTC.
func shows(l *time.Location, civil int64, offset int) bool {
	_, is := time.Unix(civil-int64(offset), 0).In(l).Zone()
	return is == offset
}

// Civil is what the clocks of a zone show, in civil seconds.
func Civil(l *time.Location, t time.Time) int64 {
	_, offset := t.In(l).Zone()
	return t.Unix() + int64(offset)
}

// Convert is what the clocks of one zone show when those of another show the
// civil instant.
func Convert(civil int64, from, to *time.Location) int64 {
	return Civil(to, time.Unix(civil-Offset(from, civil), 0))
}

// ConvertDate is a date whose times of day are converted from one zone to
// another; days, months and years are left as they are, since sources name them
// without a zone. changed is false where it has no time of day. An end that
// would lie before the start, as where clocks are set back between them, moves to it.
func ConvertDate(d edtf.Date, from, to *time.Location) (_ edtf.Date, changed bool) {
	for _, p := range []*edtf.Point{&d.Start, &d.End} {
		if p.Precision != edtf.Minute {
			continue
		}
		was := edtf.DaysFromCivil(int(p.Year), int(p.Month), int(p.Day))*day + int64(p.Hour)*3600 + int64(p.Min)*60
		is := Convert(was, from, to)
		days := is / day
		if is%day < 0 {
			days--
		}
		y, m, dd := edtf.CivilFromDays(days)
		secs := is - days*day
		p.Year, p.Month, p.Day = int32(y), uint8(m), uint8(dd)
		p.Hour, p.Min = uint8(secs/3600), uint8(secs%3600/60)
		changed = true
	}
	if changed && d.Interval {
		d.End = d.End.NotBefore(d.Start)
	}
	return d, changed
}
