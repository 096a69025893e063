package zone

import (
	"slices"
	"testing"
	"time"

	"demarche/data/edtf"
	"pgregory.net/rapid"
)

func load(t interface{ Fatal(...any) }, name string) *time.Location {
	l, err := Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func at(t *testing.T, s string) int64 {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d.Earliest()
}

func TestEveryNameLoads(t *testing.T) {
	if len(Names()) < 300 || !slices.IsSorted(Names()) || !slices.Contains(Names(), "UTC") {
		t.Fatalf("%d zones", len(Names()))
	}
	for _, name := range Names() {
		load(t, name)
	}
	for _, bad := range []string{"", "Local", "Europe/Atlantis", "../etc/passwd", "Europe/Kyiv\x00"} {
		if _, err := Load(bad); err == nil {
			t.Errorf("%q is a zone", bad)
		}
	}
}

func TestFind(t *testing.T) {
	for typed, want := range map[string]string{"kyiv": "Europe/Kyiv", "new york": "America/New_York", "Europe/Par": "Europe/Paris", " utc": "UTC", "erusal": "Asia/Jerusalem"} {
		if got := Find(typed, 3); len(got) == 0 || got[0] != want {
			t.Errorf("%q finds %q", typed, got)
		}
	}
	if got := Find("", 5); len(got) != 5 {
		t.Errorf("nothing typed finds %q", got)
	}
	if got := Find("atlantis", 5); len(got) != 0 {
		t.Errorf("what is nowhere finds %q", got)
	}
}

func TestLabel(t *testing.T) {
	for _, c := range [][3]string{
		{"Europe/Kyiv", "2025-12-15T14:30", "Kyiv, UTC+2"},
		{"Europe/Kyiv", "2025-07-15T14:30", "Kyiv, UTC+3"},
		{"America/New_York", "2025-12-15T14:30", "New York, UTC−5"},
		{"Asia/Kolkata", "2025-12-15", "Kolkata, UTC+5:30"},
		{"Europe/London", "2025-12-15", "London, UTC"},
		{"UTC", "2025-12-15", "UTC"},
		{"Europe/Atlantis", "2025-12-15", ""},
	} {
		if got := Label(c[0], at(t, c[1])); got != c[2] {
			t.Errorf("%s at %s is %q, not %q", c[0], c[1], got, c[2])
		}
	}
}

func TestNote(t *testing.T) {
	for s, want := range map[string]string{"2025-12-15T14:30": " (Kyiv, UTC+2)", "2025-07-01/2025-07-02T09:00": " (Kyiv, UTC+3)", "2025-12-15": ""} {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := Note("Europe/Kyiv", d); got != want {
			t.Errorf("%s: %q", s, got)
		}
		if got := Note("", d); got != "" {
			t.Errorf("%s without a zone: %q", s, got)
		}
	}
}

func TestOffsetWhenClocksChange(t *testing.T) {
	berlin := load(t, "Europe/Berlin")
	for s, hours := range map[string]int64{
		"2025-03-30T01:59": 1,
		"2025-03-30T02:30": 1, // the clocks skip it
		"2025-03-30T03:00": 2,
		"2025-10-26T01:59": 2,
		"2025-10-26T02:30": 2, // they show it twice
		"2025-10-26T03:00": 1,
	} {
		if got := Offset(berlin, at(t, s)); got != hours*3600 {
			t.Errorf("at %s they are %d s ahead", s, got)
		}
	}
}

func TestConvert(t *testing.T) {
	kyiv, york := load(t, "Europe/Kyiv"), load(t, "America/New_York")
	for was, want := range map[string]string{
		"2025-12-15T02:30":                  "2025-12-14T19:30",
		"2025-12-15T02:30~":                 "2025-12-14T19:30~",
		"2025-12-15":                        "2025-12-15",
		"2025-12-15T02:30/2025-12-15T09:00": "2025-12-14T19:30/2025-12-15T02:00",
		"2025-12-14/2025-12-15T09:00":       "2025-12-14/2025-12-15T02:00",
		"2025-01-01T00:10/..":               "2024-12-31T17:10/..",
		"":                                  "",
	} {
		var d edtf.Date
		if was != "" {
			var err error
			if d, err = edtf.Parse(was); err != nil {
				t.Fatal(err)
			}
		}
		got, changed := ConvertDate(d, kyiv, york)
		if got.String() != want || changed != (was != want) {
			t.Errorf("%s in Kyiv is %s in New York (changed: %v), not %s", was, got, changed, want)
		}
	}
}

// A pair keeps its order: clocks set back, or a time of day that moves into the
// day that it is paired with, do not turn it round.
func TestConvertKeepsOrder(t *testing.T) {
	for _, c := range [][4]string{
		{"2025-10-26T00:30/2025-10-26T01:10", "UTC", "Europe/Kyiv", "2025-10-26T03:30/2025-10-26T03:30"},
		{"2025-03-30T03:30/2025-03-30T04:05~", "Europe/Kyiv", "UTC", "2025-03-30T01:30/2025-03-30T01:30~"},
		{"2025-12-14/2025-12-15T03:00", "Europe/Kyiv", "America/New_York", "2025-12-14/2025-12-14"},
		{"2025-12-15T23:00/2025-12-15", "America/New_York", "Europe/Kyiv", "2025-12-16T06:00/2025-12-16"},
		{"2025-12-31T23:00/2025-12", "America/New_York", "Europe/Kyiv", "2026-01-01T06:00/2026-01-01"},
		{"../2025-12-15T03:00", "Europe/Kyiv", "America/New_York", "../2025-12-14T20:00"},
	} {
		d, err := edtf.Parse(c[0])
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := ConvertDate(d, load(t, c[1]), load(t, c[2])); got.String() != c[3] {
			t.Errorf("%s in %s is %s in %s, not %s", c[0], c[1], got, c[2], c[3])
		}
	}
}

// What is converted is a date that can be read again.
func TestConvertedIsADate(t *testing.T) {
	points := []string{"2025-03-30T03:30", "2025-10-26T01:10", "2025-10-26T00:30", "2025-10-26", "2025-10", "2024-02-29T23:50", "9999-12-31T23:30", "-0044-03-15T01:00", "2024", ".."}
	names := []string{"UTC", "Europe/Kyiv", "America/New_York", "Pacific/Apia", "Asia/Kolkata"}
	for _, a := range points {
		for _, b := range points {
			d, err := edtf.Parse(a + "/" + b)
			if err != nil {
				continue
			}
			for _, from := range names {
				for _, to := range names {
					got, _ := ConvertDate(d, load(t, from), load(t, to))
					if again, err := edtf.Parse(got.String()); err != nil || again != got {
						t.Errorf("%s in %s is %s in %s: %v", d, from, got, to, err)
					}
				}
			}
		}
	}
}

func TestConvertThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := load(t, rapid.SampledFrom(Names()).Draw(t, "from")), load(t, rapid.SampledFrom(Names()).Draw(t, "to"))
		unix := rapid.Int64Range(-2e9, 4e9).Draw(t, "instant")
		civil := Civil(a, time.Unix(unix, 0))
		if there := Convert(civil, a, b); Offset(a, civil) == civil-unix && there != Civil(b, time.Unix(unix, 0)) {
			t.Fatalf("%d in %s is %d in %s", civil, a, there, b)
		}
		if off := Offset(a, civil); off < -16*3600 || off > 16*3600 {
			t.Fatalf("%s is %d s ahead", a, off)
		}
	})
}
