package plot

import (
	"testing"

	"fyne.io/fyne/v2"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
)

func TestMove(t *testing.T) {
	for _, tt := range []struct {
		date string
		edge timeline.Edge
		days int64
		want string // "": refused
	}{
		{"2025-12-15", timeline.NoEdge, 3, "2025-12-18"},
		{"2025-12-31~", timeline.NoEdge, 1, "2026-01-01~"},
		{"2025-12-15T14:30", timeline.NoEdge, -15, "2025-11-30T14:30"},
		{"2025-12", timeline.NoEdge, 31, "2026-01"},
		{"2025-01", timeline.NoEdge, -40, "2024-12"},
		{"2025-12", timeline.NoEdge, 9, "2025-12"},
		{"2022", timeline.NoEdge, 700, "2024"},
		{"-0001", timeline.NoEdge, 366, "0000"},
		{"2025-12-14/2025-12-15", timeline.NoEdge, 2, "2025-12-16/2025-12-17"},
		{"2025-12-14/2025-12-15", timeline.EndEdge, 2, "2025-12-14/2025-12-17"},
		{"2025-12-14/2025-12-15", timeline.StartEdge, -2, "2025-12-12/2025-12-15"},
		{"2025-12-14/2025-12-15", timeline.StartEdge, 5, ""},
		{"2025-03-01/..", timeline.StartEdge, 5, "2025-03-06/.."},
		{"202X", timeline.NoEdge, 5, ""},
	} {
		d, err := edtf.Parse(tt.date)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := Move(d, tt.edge, tt.days*day)
		if ok != (tt.want != "") || ok && got.String() != tt.want {
			t.Errorf("%s moved by %d days at %d is %s %t, want %q", tt.date, tt.days, tt.edge, got, ok, tt.want)
		}
	}
}

func TestDragDate(t *testing.T) {
	b := newBench(t)
	at := b.at("e1", data.KindEvent)
	dx := b.c.Plot().X(b.c.View(), edtf.OfDay(2025, 12, 5).Earliest()) - b.c.Plot().X(b.c.View(), edtf.OfDay(2025, 12, 14).Earliest())
	date := func() string {
		e, _ := b.ses.Case().Events.Get("e1")
		return e.Date.String()
	}
	b.drag(at, dx, 0)
	if date() != "2025-12-14" {
		t.Fatalf("an event that was not selected went to %s", date())
	}
	b.c.Fit()
	b.pass()
	at = b.at("e1", data.KindEvent)
	b.drag(at, dx, 0)
	if date() != "2025-12-05" {
		t.Errorf("the selected event went to %s", date())
	}
	if _, err := b.ses.Store().Undo(); err != nil || date() != "2025-12-14" {
		t.Errorf("undone it is at %s: %v", date(), err)
	}
	b.down(b.at("e1", data.KindEvent))
	b.c.field.Dragged(dragTo(at.AddXY(dx, 0), dx))
	b.c.clear()
	b.up(at.AddXY(dx, 0))
	b.c.field.DragEnd()
	if date() != "2025-12-14" {
		t.Errorf("Escape left it at %s", date())
	}
}

func TestDragEdge(t *testing.T) {
	b := newBench(t)
	p, _ := b.c.Plot().Where(position("p1"))
	at := b.at("p1", data.KindPosition)
	at.X = b.c.Plot().X(b.c.View(), p.From)
	if h := b.c.hit(at); h.Edge != timeline.StartEdge {
		t.Fatalf("the start of the bar is %+v", h)
	}
	dx := b.c.Plot().X(b.c.View(), p.From+3*day) - at.X
	b.drag(at, dx, 0)
	got, _ := b.ses.Case().Positions.Get("p1")
	if got.From.String() != "2025-11-23" {
		t.Errorf("the bar starts on %s", got.From)
	}
}

func TestDragMovesTimesOfDayAsFineAsOneSees(t *testing.T) {
	b := newBench(t)
	if err := b.ses.Do(data.Change{Label: "Add", Put: []data.Record{&data.Event{ID: "call", Title: "Call", Type: data.Consult, Status: data.Happened,
		Date: edtf.Date{Start: edtf.Point{Precision: edtf.Minute, Year: 2025, Month: 12, Day: 10, Hour: 14, Min: 30}}}}}); err != nil {
		t.Fatal(err)
	}
	date := func() string {
		e, _ := b.ses.Case().Events.Get("call")
		return e.Date.String()
	}
	b.ses.Selected.Set(event("call"))
	by := func(secs int64) float32 {
		v := b.c.View()
		return b.c.Plot().X(v, v.Window.From+secs) - b.c.Plot().X(v, v.Window.From)
	}
	b.drag(b.at("call", data.KindEvent), by(2*day+7000), 0)
	if date() != "2025-12-12T14:30" {
		t.Fatalf("dragged by two days and two hours at the zoom of months it is %s", date())
	}
	v := b.c.View()
	at := edtf.OfDay(2025, 12, 12).Earliest()
	v.Window.From, v.Window.To = at, at+day
	b.c.look(v)
	b.drag(b.at("call", data.KindEvent), by(-95*60), 0)
	if date() != "2025-12-12T13:00" {
		t.Fatalf("dragged by an hour and a half at the zoom of a day it is %s", date())
	}
	if _, err := b.ses.Store().Undo(); err != nil || date() != "2025-12-12T14:30" {
		t.Errorf("undone it is %s, %v", date(), err)
	}
}

func TestDoubleClickFillsInTheLane(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct {
		by    timeline.Grouping
		title string
		want  func(data.Event) bool
	}{
		{timeline.ByIssue, "Donbas", func(e data.Event) bool { return len(e.Issues) == 1 && e.Issues[0] == "donbas" }},
		{timeline.ByActor, "Ukraine", func(e data.Event) bool { return len(e.Actors) == 1 && e.Actors[0] == "ua" }},
		{timeline.ByType, "Consult", func(e data.Event) bool { return e.Type == data.Consult }},
	} {
		b.ses.Grouping.Set(string(c.by))
		b.desk.events = nil
		at := b.name(c.title)
		at.X = 145
		for _, l := range b.c.Plot().Lanes() {
			if l.Title == c.title {
				at.Y = l.Y + l.H - 2 + timeline.AxisHeight - b.c.View().ScrollY
			}
		}
		b.c.field.DoubleTapped(&fyne.PointEvent{Position: at})
		if len(b.desk.events) != 1 || !c.want(b.desk.events[0]) || b.desk.events[0].Date != edtf.OfInstant(b.c.Plot().T(b.c.View(), 145)) {
			t.Errorf("in the lane %s by %s it adds %+v", c.title, c.by, b.desk.events)
		}
	}
}
