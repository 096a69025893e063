package edtf_test

import (
	"strings"
	"testing"

	"demarche/data/edtf"

	"pgregory.net/rapid"
)

// today is a Tuesday.
var today = edtf.OfDay(2026, 11, 24)

func TestParseHuman(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2025-12-15", "2025-12-15"},
		{"2025-11~", "2025-11~"},
		{"2025-03-01/..", "2025-03-01/.."},
		{"14 December 2025", "2025-12-14"},
		{"14th of December, 2025", "2025-12-14"},
		{"December 14, 2025", "2025-12-14"},
		{"Dec. 14th 2025", "2025-12-14"},
		{"14-Dec-2025", "2025-12-14"},
		{"Sunday, 14 December 2025", "2025-12-14"},
		{"14.12.2025", "2025-12-14"},
		{"31/12/2025", "2025-12-31"},
		{"12/31/2025", "2025-12-31"},
		{"5/5/2025", "2025-05-05"},
		{"2025/3/5", "2025-03-05"},
		{"12/2025", "2025-12"},
		{"15 December 2025, 14:30", "2025-12-15T14:30"},
		{"15 Dec 2025 at 9:05", "2025-12-15T09:05"},
		{"Dec 2025", "2025-12"},
		{"sept 2025", "2025-09"},
		{"2025", "2025"},
		{"44 BC", "-0043"},
		{"AD 44", "0044"},
		{"476 AD", "0476"},
		{"15 March 44 BC", "-0043-03-15"},
		{"1990s", "199X"},
		{"the 1990's", "199X"},
		{"19th century", "18XX"},
		{"Q3 2025", "2025-35"},
		{"third quarter of 2025", "2025-35"},
		{"3rd quarter 2025", "2025-35"},
		{"spring 2025", "2025-21"},
		{"fall 2024", "2024-23"},
		{"mid-2024", "2024~"},
		{"early March 2025", "2025-03~"},
		{"late 2023", "2023~"},
		{"about Nov 2025", "2025-11~"},
		{"c. 1850", "1850~"},
		{"~2024", "2024~"},
		{"perhaps 14 Dec 2025", "2025-12-14?"},
		{"Dec 2025?", "2025-12?"},
		{"perhaps about 2022", "2022%"},
		{"since 2022", "2022/.."},
		{"from March 2024", "2024-03/.."},
		{"since about March 2024", "2024-03~/.."},
		{"until March 2024", "../2024-03"},
		{"before 2014", "../2013"},
		{"before March 2024", "../2024-02"},
		{"before 1 January 2024", "../2023-12-31"},
		{"after 2014", "2015/.."},
		{"after 31 December 2023", "2024-01-01/.."},
		{"14–15 Dec 2025", "2025-12-14/2025-12-15"},
		{"14-15 Dec 2025", "2025-12-14/2025-12-15"},
		{"Dec 14-15, 2025", "2025-12-14/2025-12-15"},
		{"14 Nov – 3 Dec 2025", "2025-11-14/2025-12-03"},
		{"28 Dec 2025 - 3 Jan 2026", "2025-12-28/2026-01-03"},
		{"Nov-Dec 2025", "2025-11/2025-12"},
		{"2014–2021", "2014/2021"},
		{"2014-2021", "2014/2021"},
		{"from 3 to 5 March 2025", "2025-03-03/2025-03-05"},
		{"between May and June 2025", "2025-05/2025-06"},
		{"from 2014 until 2021", "2014/2021"},
		{"about 2014–2021", "2014~/2021~"},
		{"early to mid March 2025", ""},
		{"44–43 BC", "-0043/-0042"},
		{"some month in 2025", "2025-XX"},
		{"some day in 2025", "2025-XX-XX"},
		{"some day in December 2025", "2025-12-XX"},
		{"today", "2026-11-24"},
		{"Yesterday", "2026-11-23"},
		{"tomorrow", "2026-11-25"},
		{"yesterday 14:30", "2026-11-23T14:30"},
		{"last Friday", "2026-11-20"},
		{"last Tuesday", "2026-11-17"},
		{"next Tuesday", "2026-12-01"},
		{"this Friday", "2026-11-27"},
		{"last week", "2026-11-16/2026-11-22"},
		{"next month", "2026-12"},
		{"last year", "2025"},
		{"3 days ago", "2026-11-21"},
		{"in 2 weeks", "2026-12-08~"},
		{"4 months ago", "2026-07~"},
		{"2 years ago", "2024~"},
		{"yesterday – 27 November 2026", "2026-11-23/2026-11-27"},
	} {
		got, err := edtf.ParseHuman(c.text, today, edtf.English())
		if c.want == "" {
			if err == nil {
				t.Errorf("%q: got %s, want an error", c.text, got)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		} else if got.String() != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestParseHumanSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "no date"},
		{"soonish", `"soonish" is not understood`},
		{"12/11/2025", "12 November 2025 or 11 December 2025"},
		{"30 February 2025", "no 30 February in 2025"},
		{"31.4.2025", "no day 31"},
		{"14 December", "year is missing. Write for example 14 December 2026"},
		{"December", "December 2026"},
		{"15.12.25", "15.12.2025"},
		{"Monday 14 December 2025", "is a Sunday, not a Monday"},
		{"15–14 Dec 2025", "Write the earlier date first"},
		{"Monday", "year is missing"},
		{"the", "not understood"},
		{"2025 14:30", "needs a day"},
		{strings.Repeat("1", 500), "too long"},
		{"14 15 December 2025", "not understood"},
		{"–", "not understood"},
		{"since", "not understood"},
	} {
		d, err := edtf.ParseHuman(c.text, today, edtf.English())
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, %v; want an error with %q", c.text, d, err, c.want)
		}
	}
	if _, err := edtf.ParseHuman("yesterday", edtf.Date{}, edtf.English()); err == nil || !strings.Contains(err.Error(), "which day to count") {
		t.Errorf("yesterday of an unknown day: %v", err)
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct{ date, long, medium, short string }{
		{"2025-12-14", "14 December 2025", "14 Dec 2025", "14 Dec"},
		{"2025-12", "December 2025", "Dec 2025", "Dec 2025"},
		{"2025-11~", "about November 2025", "about Nov 2025", "about Nov 2025"},
		{"2025-11-03?", "perhaps 3 November 2025", "perhaps 3 Nov 2025", "perhaps 3 Nov"},
		{"2022%", "perhaps about 2022", "perhaps about 2022", "perhaps about 2022"},
		{"2025-12-14/2025-12-15", "14–15 December 2025", "14–15 Dec 2025", "14–15 Dec"},
		{"2025-11-30/2025-12-02", "30 November – 2 December 2025", "30 Nov – 2 Dec 2025", "30 Nov – 2 Dec"},
		{"2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026", "30 Dec 2025 – 2 Jan 2026", "30 Dec – 2 Jan"},
		{"2025-05/2025-06", "May–June 2025", "May–Jun 2025", "May–Jun 2025"},
		{"2014/2021", "2014–2021", "2014–2021", "2014–2021"},
		{"2014~/2021", "from about 2014 to 2021", "from about 2014 to 2021", "from about 2014 to 2021"},
		{"2022/..", "since 2022", "since 2022", "since 2022"},
		{"../2024-03~", "until about March 2024", "until about Mar 2024", "until about Mar 2024"},
		{"2022/", "since 2022, end unknown", "since 2022, end unknown", "since 2022, end unknown"},
		{"199X", "1990s", "1990s", "1990s"},
		{"18XX", "19th century", "19th century", "19th century"},
		{"20XX", "21st century", "21st century", "21st century"},
		{"2025-35", "Q3 2025", "Q3 2025", "Q3 2025"},
		{"2025-21", "spring 2025", "spring 2025", "spring 2025"},
		{"-0043", "44 BC", "44 BC", "44 BC"},
		{"0044", "AD 44", "AD 44", "AD 44"},
		{"2025-XX", "some month in 2025", "some month in 2025", "some month in 2025"},
		{"2025-12-15T09:05", "15 December 2025, 09:05", "15 Dec 2025, 09:05", "15 Dec, 09:05"},
		{"Y12000", "Y12000", "Y12000", "Y12000"},
	} {
		d, err := edtf.Parse(c.date)
		if err != nil {
			t.Fatal(err)
		}
		for style, want := range []string{c.long, c.medium, c.short} {
			if got := edtf.Format(d, edtf.Style(style), edtf.English()); got != want {
				t.Errorf("%s in style %d: got %q, want %q", c.date, style, got, want)
			}
		}
	}
	if got := edtf.Format(edtf.Date{}, edtf.Long, edtf.English()); got != "" {
		t.Errorf("no date: got %q", got)
	}
}

func TestFormatIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := dates().Draw(t, "date")
		for _, style := range []edtf.Style{edtf.Long, edtf.Medium} {
			text := edtf.Format(d, style, edtf.English())
			got, err := edtf.ParseHuman(text, edtf.Date{}, edtf.English())
			if err != nil {
				t.Fatalf("%s is written %q: %v", d, text, err)
			}
			if got != d {
				t.Fatalf("%s is written %q, which is read as %s", d, text, got)
			}
		}
	})
}

func FuzzParseHuman(f *testing.F) {
	for _, s := range []string{"14–15 Dec 2025", "since about 2022", "44 BC", "15 Dec 2025 at 9:05", "1:2", "between a and b", "q9 -1s th", "last next", "~~~?", "Dec - Dec/2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.ParseHuman(s, today, edtf.English())
		if err != nil {
			return
		}
		if back, err := edtf.Parse(d.String()); err != nil || back != d {
			t.Fatalf("%q gives %q, which is read as %v, %v", s, d, back, err)
		}
		edtf.Format(d, edtf.Short, edtf.English())
	})
}
