package plot

import (
	"testing"

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
