package store

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/edtf"
)

var testTime = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// clock ticks one second at each reading.
func clock() func() time.Time {
	t := testTime
	return func() time.Time { t = t.Add(time.Second); return t }
}

func create(t *testing.T) *Store {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "case.demarche"), Options{Now: clock(), Title: "Lake talks"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

const lakeText = "The lake states met on Monday.\n\nNorland offered to share the water — but only until May.\n"

// lakeCase is a change that fills a case with one of each kind.
func lakeCase() data.Change {
	passage := data.Passage{Document: "d1", Start: 32, End: 64, Quote: "Norland offered to share the wat"}
	event := &data.Event{ID: "e1", Title: "Talks at the lake", Type: data.Consult, Status: data.Happened,
		Date: edtf.OfDay(2026, 2, 2), Actors: []data.ID{"a1", "a2"}, Issues: []data.ID{"i1"}, Passages: []data.Passage{passage}}
	position := &data.Position{ID: "p1", Actor: "a3", For: "a1", Issue: "i2", Stance: data.Supports,
		Proposal: "share the water", From: edtf.OfDay(2026, 2, 2), Passages: []data.Passage{passage},
		Links: []data.Link{{Kind: data.Answers, To: event.Ref()}}}
	suggestion := &data.Suggestion{ID: "s1", Document: "d1", State: data.Open, Confidence: 0.9,
		Actors:   []data.ProposedActor{{Key: "x", Name: "Norland", Kind: data.State}},
		Position: &data.Position{Actor: "x", Stance: data.Supports, Proposal: "share the water", Passages: []data.Passage{passage}}}
	return data.Change{
		Label: "Fill",
		Put: []data.Record{
			&data.Document{ID: "d1", Title: "Lake news", Format: "txt", SHA256: sum([]byte(lakeText)), Imported: testTime},
			&data.Actor{ID: "a1", Name: "Norland", Kind: data.State},
			&data.Actor{ID: "a2", Name: "Sudmark", Kind: data.State},
			&data.Actor{ID: "a3", Name: "Ilse Brandt", Kind: data.Person, Memberships: []data.Membership{{Of: "a1", Role: "envoy"}}},
			&data.Issue{ID: "i1", Name: "Water"},
			&data.Issue{ID: "i2", Name: "Quota", Parent: "i1"},
			event, position, suggestion,
		},
		Contents: map[data.ID]data.Content{"d1": {Text: lakeText, Original: []byte(lakeText)}},
	}
}

func TestChangeIsThereAfterReopening(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	want := s.Case()
	must(t, s.Close())

	s, err := Open(s.Path(), Options{Now: clock()})
	must(t, err)
	defer s.Close()
	if !reflect.DeepEqual(s.Case(), want) {
		t.Errorf("reopened case differs:\n%+v\n%+v", s.Case(), want)
	}
	text, err := s.Text("d1")
	must(t, err)
	original, err := s.Original("d1")
	must(t, err)
	if text != lakeText || string(original) != lakeText {
		t.Errorf("text %q, original %q", text, original)
	}
	if s.UndoLabel() != "Fill" || s.RedoLabel() != "" {
		t.Errorf("labels %q, %q", s.UndoLabel(), s.RedoLabel())
	}
}

func TestUndoAndRedo(t *testing.T) {
	s := create(t)
	start := s.Case()
	must(t, s.Apply(lakeCase()))
	full := s.Case()
	label, err := s.Undo()
	must(t, err)
	if label != "Fill" || !reflect.DeepEqual(s.Case(), start) {
		t.Errorf("undo of %q left %+v", label, s.Case())
	}
	if _, err := s.Undo(); !errors.Is(err, ErrNothing) {
		t.Errorf("second undo: %v", err)
	}
	must(t, s.Close())
	s, err = Open(s.Path(), Options{Now: clock()})
	must(t, err)
	defer s.Close()
	if s.RedoLabel() != "Fill" {
		t.Fatalf("redo label %q", s.RedoLabel())
	}
	_, err = s.Redo()
	must(t, err)
	if !reflect.DeepEqual(s.Case(), full) {
		t.Errorf("redo left %+v", s.Case())
	}
}

func TestSecondOpenIsRefused(t *testing.T) {
	s := create(t)
	defer s.Close()
	start := time.Now()
	_, err := Open(s.Path(), Options{})
	if !errors.Is(err, ErrInUse) || time.Since(start) > 5*time.Second {
		t.Errorf("after %v: %v", time.Since(start), err)
	}
}
