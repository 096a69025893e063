package window

import (
	"strings"
	"testing"

	"demarche/data"
	"demarche/data/edtf"
)

func TestTimeZoneOfTheCase(t *testing.T) {
	w := newWindow(t)
	ses := w.Session()
	date := func(s string) edtf.Date {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if err := ses.Do(data.Change{Label: "Fill", Put: []data.Record{
		&data.Event{ID: "e1", Title: "Call", Type: data.Consult, Status: data.Happened, Date: date("2025-12-15T00:30")},
		&data.Event{ID: "e2", Title: "Talks", Type: data.Consult, Status: data.Happened, Date: date("2025-12-15")},
	}}); err != nil {
		t.Fatal(err)
	}
	dates := func() string {
		a, _ := ses.Case().Events.Get("e1")
		b, _ := ses.Case().Events.Get("e2")
		return a.Date.String() + " " + b.Date.String()
	}
	f := newZoneForm(ses, clock())
	if f.convert != nil {
		t.Error("times of no zone can be converted")
	}
	f.name.SetText("nowhere")
	if err := f.save(); err == nil || ses.Case().Info.TimeZone != "" {
		t.Errorf("what is nowhere became %q, %v", ses.Case().Info.TimeZone, err)
	}
	f.name.SetText("kyiv")
	if got := f.says.String(); !strings.Contains(got, "Kyiv, UTC+2") || !strings.Contains(got, "11:00") {
		t.Errorf("it says %q", got)
	}
	if err := f.save(); err != nil || ses.Case().Info.TimeZone != "Europe/Kyiv" || dates() != "2025-12-15T00:30 2025-12-15" {
		t.Fatalf("%q %s %v", ses.Case().Info.TimeZone, dates(), err)
	}
	f = newZoneForm(ses, clock())
	f.name.SetText("America/New_York")
	f.convert.SetChecked(true)
	if err := f.save(); err != nil || dates() != "2025-12-14T17:30 2025-12-15" {
		t.Fatalf("converted they are %s, %v", dates(), err)
	}
	w.undo()
	if ses.Case().Info.TimeZone != "Europe/Kyiv" || dates() != "2025-12-15T00:30 2025-12-15" {
		t.Errorf("undone it is %s in %s", dates(), ses.Case().Info.TimeZone)
	}
	f = newZoneForm(ses, clock())
	f.name.SetText("")
	if err := f.save(); err != nil || ses.Case().Info.TimeZone != "" {
		t.Errorf("without a zone: %q %v", ses.Case().Info.TimeZone, err)
	}
}
