package session

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/store"

	"pgregory.net/rapid"
)

func at(y, m, d, hour int) time.Time {
	return time.Date(y, time.Month(m), d, hour, 0, 0, 0, time.UTC)
}

// open makes a case in a temporary folder with a session on it. News waits until
// deliver is called, as it does for the user interface's goroutine.
func open(t *testing.T, now func() time.Time) (s *Session, deliver func()) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "talks.demarche")
	st, err := store.Create(path, store.Options{Now: now, Title: "Talks"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		st.Close()
		report, err := store.Check(path)
		if err != nil || !report.Sound() {
			t.Errorf("the case is not sound: %v %v", err, report.Faults)
		}
	})
	var waiting []func()
	s = New(st, Options{Now: now, OnUI: func(f func()) { waiting = append(waiting, f) }, Grouping: "actor"})
	return s, func() {
		for len(waiting) > 0 {
			f := waiting[0]
			waiting = waiting[1:]
			f()
		}
	}
}

func event(id data.ID, date edtf.Date) *data.Event {
	return &data.Event{ID: id, Title: "Talks", Type: data.Consult, Status: data.Happened, Date: date}
}

func put(t *testing.T, s *Session, records ...data.Record) {
	t.Helper()
	if err := s.Do(data.Change{Label: "Add", Put: records}); err != nil {
		t.Fatal(err)
	}
}

func noon() time.Time { return at(2025, 12, 20, 12) }

func TestWatchersSeeTheNewCase(t *testing.T) {
	s, deliver := open(t, noon)
	var told []data.Ref
	stop := s.Watch(func(c *data.Case, touched []data.Ref) {
		if c != s.Case() || c.Events.Len() != 1 || len(s.Index().Undated()) != 1 {
			t.Errorf("a watcher sees %d events and %v undated", c.Events.Len(), s.Index().Undated())
		}
		told = append(told, touched...)
	})
	if s.Index(); len(s.Index().Undated()) != 0 {
		t.Fatal("an empty case has something undated")
	}
	e := event("e1", edtf.Date{})
	if err := s.Store().Apply(data.Change{Label: "Add", Put: []data.Record{e}}); err != nil {
		t.Fatal(err)
	}
	if s.Case().Events.Len() != 0 {
		t.Error("the snapshot changed under the interface")
	}
	deliver()
	if !slices.Contains(told, e.Ref()) {
		t.Errorf("told of %v", told)
	}
	stop()
	told = nil
	put(t, s, event("e2", edtf.Date{}))
	deliver()
	if told != nil {
		t.Errorf("told after stopping: %v", told)
	}
}

func TestDoIsSeenAtOnce(t *testing.T) {
	s, deliver := open(t, noon)
	told := 0
	s.Watch(func(*data.Case, []data.Ref) { told++ })
	put(t, s, event("e1", edtf.Date{}))
	if s.Case().Events.Len() != 1 || told != 1 {
		t.Errorf("after Do the snapshot has %d events and watchers were told %d times", s.Case().Events.Len(), told)
	}
	deliver()
	if told != 1 {
		t.Errorf("the same change was told of %d times", told)
	}
}

func TestSelectionGoesWithItsRecord(t *testing.T) {
	s, deliver := open(t, noon)
	e := event("e1", edtf.OfDay(2025, 12, 15))
	put(t, s, e)
	deliver()
	s.Selected.Set(e.Ref())
	if _, err := s.Store().Undo(); err != nil {
		t.Fatal(err)
	}
	deliver()
	if got := s.Selected.Get(); got != (data.Ref{}) {
		t.Errorf("%v is selected and gone", got)
	}
}

func TestAsOfStaysAtTheEndUntilItIsMoved(t *testing.T) {
	now := noon()
	s, deliver := open(t, func() time.Time { return now })
	if want := edtf.OfDay(2025, 12, 20).Earliest(); s.AsOf.Get() != want {
		t.Errorf("an empty case is looked at from %v", edtf.OfInstant(s.AsOf.Get()))
	}
	now = at(2025, 12, 21, 1) // midnight passes while the window is open
	put(t, s, event("e1", edtf.OfDay(2025, 12, 15)))
	deliver()
	if got := edtf.OfInstant(s.AsOf.Get()); got != edtf.OfDay(2025, 12, 15) {
		t.Errorf("after the first event the date is %v", got)
	}
	s.AsOf.Set(edtf.OfDay(2025, 12, 1).Earliest())
	put(t, s, event("e2", edtf.OfDay(2025, 12, 18)))
	deliver()
	if got := edtf.OfInstant(s.AsOf.Get()); got != edtf.OfDay(2025, 12, 1) {
		t.Errorf("a date that was chosen moved to %v", got)
	}
}

func TestClosedSessionIsSilent(t *testing.T) {
	s, deliver := open(t, noon)
	second := false
	s.Watch(func(*data.Case, []data.Ref) { s.Close() })
	s.Watch(func(*data.Case, []data.Ref) { second = true })
	put(t, s, event("e1", edtf.Date{}))
	deliver()
	if second {
		t.Error("a watcher was told of a session that is closed")
	}
	if err := s.Store().Apply(data.Change{Label: "Add", Put: []data.Record{event("e2", edtf.Date{})}}); err != nil {
		t.Fatal(err)
	}
	deliver() // what still comes in is dropped
	if s.Case().Events.Len() != 1 {
		t.Error("a closed session follows the store")
	}
}

func TestLastKnown(t *testing.T) {
	day := edtf.OfDay
	tests := []struct {
		name  string
		dates []edtf.Date
		want  edtf.Date
	}{
		{"nothing", nil, day(2025, 12, 20)},
		{"undated", []edtf.Date{{}}, day(2025, 12, 20)},
		{"the last of them", []edtf.Date{day(2025, 12, 15), day(2025, 9, 4)}, day(2025, 12, 15)},
		{"not the future", []edtf.Date{day(2025, 12, 15), day(2026, 1, 6)}, day(2025, 12, 15)},
		{"only the future", []edtf.Date{day(2026, 1, 6)}, day(2025, 12, 20)},
		{"today", []edtf.Date{day(2025, 12, 20)}, day(2025, 12, 20)},
		{"the end of short talks", []edtf.Date{edtf.Between(day(2025, 12, 14), day(2025, 12, 15))}, day(2025, 12, 15)},
		{"the start of what lasts", []edtf.Date{edtf.From(day(2022, 2, 24))}, day(2022, 2, 24)},
		{"without a start", []edtf.Date{edtf.Until(day(2025, 1, 1))}, day(2025, 12, 20)},
		{"a month counts from its start", []edtf.Date{edtf.OfMonth(2025, 11), day(2025, 11, 3)}, day(2025, 11, 3)},
		{"before our era", []edtf.Date{edtf.OfYear(-430)}, day(-430, 1, 1)},
	}
	for _, tt := range tests {
		c := &data.Case{}
		for i, d := range tt.dates {
			c.Events = c.Events.With(event(data.ID(rune('a'+i)), d))
		}
		if got := edtf.OfInstant(LastKnown(c, noon())); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestTodayIsWhereTheCasePlays(t *testing.T) {
	c := &data.Case{Info: &data.Info{ID: data.InfoID, TimeZone: "Pacific/Auckland"}}
	if got := edtf.OfInstant(Today(c, at(2025, 12, 20, 22))); got != edtf.OfDay(2025, 12, 21) {
		t.Errorf("today is %v", got)
	}
}

func TestTodayIsWhereTheReaderIs(t *testing.T) {
	auckland := time.FixedZone("UTC+13", 13*3600)
	got := edtf.OfInstant(LastKnown(&data.Case{}, at(2025, 12, 20, 22).In(auckland)))
	if got != edtf.OfDay(2025, 12, 21) {
		t.Errorf("today is %v", got)
	}
}

// What a change leaves known is what the case after it says.
func TestKnownAfterChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &data.Case{}
		k, now := knownOf(c, noon()), noon()
		for range rapid.IntRange(1, 9).Draw(t, "changes") {
			now = now.Add(time.Duration(rapid.IntRange(0, 16).Draw(t, "hours")) * time.Hour)
			id := data.ID(fmt.Sprint(rapid.IntRange(0, 3).Draw(t, "id")))
			d := rapid.SampledFrom([]edtf.Date{{}, edtf.OfDay(2025, 12, 1), edtf.OfDay(2025, 12, 20), edtf.OfDay(2025, 12, 22),
				edtf.Until(edtf.OfDay(2025, 12, 21)), edtf.OfYear(2025)}).Draw(t, "date")
			var ch data.Change
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				ch.Remove = []data.Ref{{Kind: data.KindEvent, ID: id}, {Kind: data.KindPosition, ID: id}}
			case 1:
				ch.Put = []data.Record{&data.Position{ID: id, From: d}}
			default:
				ch.Put = []data.Record{event(id, d)}
			}
			next := c.With(ch)
			if k = k.after(c, next, now); k != knownOf(next, now) {
				t.Fatalf("known up to %v, not %v", k, knownOf(next, now))
			}
			c = next
		}
	})
}

func TestIndexIsThatOfTheSnapshot(t *testing.T) {
	s, deliver := open(t, noon)
	check := func() {
		t.Helper()
		if got := len(s.Index().Undated()); got != s.Case().Events.Len() || s.Index().Case() != s.Case() {
			t.Errorf("the index knows %d of %d events", got, s.Case().Events.Len())
		}
	}
	later := s.IndexLater()
	for i := range 6 {
		put(t, s, event(data.ID(fmt.Sprint("e", i)), edtf.Date{}))
		deliver()
		if i%3 == 2 {
			check()
		}
	}
	if got := len(later().Undated()); got != 0 {
		t.Errorf("the index of the first snapshot knows %d events", got)
	}
	check()
}
