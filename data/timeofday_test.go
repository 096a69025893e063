package data

import (
	"testing"

	"demarche/data/edtf"
)

// A position whose end has no time of day does not end before it starts when its
// start moves to the next day.
func TestTimesOfDayKeepOrder(t *testing.T) {
	later := map[string]string{"2025-12-15T23:00": "2025-12-16T06:00", "2025-10-26T01:10": "2025-10-26T03:10", "2025-10-26T00:30": "2025-10-26T03:30"}
	change := func(d edtf.Date) (edtf.Date, bool) {
		to, ok := later[d.String()]
		if !ok {
			return d, false
		}
		next, err := edtf.Parse(to)
		if err != nil {
			t.Fatal(err)
		}
		return next, true
	}
	for _, c := range [][3]string{
		{"2025-12-15T23:00", "2025-12-15", "2025-12-16"},
		{"2025-12-15T23:00", "2025-12-16", "2025-12-16"},
		{"2025-10-26T00:30", "2025-10-26T01:10", "2025-10-26T03:30"},
		{"2025-12-15T23:00", "", ""},
	} {
		var from, until edtf.Date
		if err := from.UnmarshalText([]byte(c[0])); err != nil {
			t.Fatal(err)
		}
		if err := until.UnmarshalText([]byte(c[1])); err != nil {
			t.Fatal(err)
		}
		p := &Position{ID: "p", Actor: "a", Stance: Rejects, Proposal: "x", From: from, Until: until}
		put := TimesOfDay(caseOf(p), change)
		if len(put) != 1 || put[0].Validate() != nil || put[0].(*Position).Until.String() != c[2] {
			t.Errorf("%v becomes %+v", c, put)
		}
	}
}
