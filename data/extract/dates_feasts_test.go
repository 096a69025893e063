package extract

import (
	"testing"

	"demarche/data/edtf"
)

func TestFeasts(t *testing.T) {
	runDateCases(t, []dateCase{
		{"During Eid al-Fitr the guns fell silent.", "Eid al-Fitr=2025-03-31~"},
		{"A truce for Eid al-Adha 2024 was observed.", "Eid al-Adha 2024=2024-06-17~"},
		{"The envoy will return after Ramadan.", "Ramadan=2026-02-18~/2026-03-19~"},
		{"The two churches met at Orthodox Easter.", "Orthodox Easter=2025-04-20"},
		{"They spoke on Thanksgiving.", "Thanksgiving=2024-11-28"},
		{"The truce will begin on Nowruz.", "Nowruz=2026-03-21"},
	})
}

// Easter of both churches against published tables.
func TestEasters(t *testing.T) {
	for _, c := range []struct {
		year          int
		west, eastern string
	}{
		{2021, "2021-04-04", "2021-05-02"}, {2022, "2022-04-17", "2022-04-24"}, {2023, "2023-04-09", "2023-04-16"},
		{2024, "2024-03-31", "2024-05-05"}, {2025, "2025-04-20", "2025-04-20"}, {2016, "2016-03-27", "2016-05-01"},
	} {
		if got := ofDays(easterSunday(c.year)).String(); got != c.west {
			t.Errorf("Easter %d is %s, want %s", c.year, got, c.west)
		}
		if got := ofDays(orthodoxEaster(c.year)).String(); got != c.eastern {
			t.Errorf("Orthodox Easter %d is %s, want %s", c.year, got, c.eastern)
		}
	}
	if got := islamicIn(2024, 10, 1); got != edtf.OfDay(2024, 4, 10).With(edtf.Approximate) {
		t.Errorf("Eid al-Fitr 2024 is %s", got)
	}
}

// A day without a year, a weekday named before, and what is to be done.
func TestDaysThatTurn(t *testing.T) {
	runDateCases(t, []dateCase{
		{"The union announced a walkout on 11 October.", "11 October=2025-10-11"},
		{"Some officials have mentioned Oct. 3 as a tentative date.", "Oct. 3=2025-10-03"},
		{"The army struck on 11 March.", "11 March=2025-03-11"},
		{"The powers had planned on staying until Tuesday.", "Tuesday=2025-09-23"},
		{"The panel ended its work with a draft to be finalised in March.", "March=2026-03"},
		{"Delegates met on Tuesday and could initial a draft later Tuesday.", "Tuesday=2025-09-16; later Tuesday=2025-09-16"},
		{"The two agreed to return to the table on Tuesday.", "Tuesday=2025-09-16"},
		{"They will meet this November 7.", "this November 7=2025-11-07"},
		{"The blast came two days after the envoys met.", "two days after=2025-09-15"},
		{"Output fell in fiscal 2024.", "fiscal 2024=2024"},
		{"Talks open in the week beginning 6 October.", "the week beginning 6 October=2025-10-06/2025-10-12"},
	})
}
