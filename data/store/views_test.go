package store

import (
	"reflect"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
	"demarche/data/edtf"
)

func lakeView() *data.SavedView {
	return &data.SavedView{
		ID: "v1", Name: "Who pays for the water", Grouping: "actor", Shape: data.BothShapes,
		From: edtf.OfYear(2026).Earliest(), To: edtf.OfYear(2026).Latest(),
		Filter: data.Filter{Text: "water", From: edtf.OfMonth(2026, 2), Disputed: true}.
			WithActors(true, "a2", "").WithStance(data.Rejects, true).WithTypes(true, data.Assault),
		Lanes: data.Lanes{Order: []string{"a1", "a2"}, Hidden: []string{"a3"}, Folded: []string{"a1"}},
	}
}

// What version 1 of the layout lacks is made when such a file is opened, and a
// file of version 1 can be checked as it is.
func TestCaseWithoutRoomForViews(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	must(t, s.db.Update(func(tx *bolt.Tx) error {
		must(t, tx.DeleteBucket([]byte(data.KindView)))
		return tx.Bucket(metaBucket).Put(schemaKey, []byte("1"))
	}))
	must(t, s.Close())
	if report, err := Check(s.Path()); err != nil || !report.Sound() || report.Counts[data.KindEvent] != 1 {
		t.Fatalf("the old file: %v %v", report.Faults, err)
	}
	s, err := Open(s.Path(), Options{Now: clock()})
	must(t, err)
	must(t, s.Apply(data.Change{Label: "Save view", Put: []data.Record{lakeView()}}))
	must(t, s.Close())
	backup, err := Check(strings.TrimSuffix(s.Path(), ".demarche") + " (version 1).demarche")
	if err != nil || !backup.Sound() || backup.Counts[data.KindActor] != 3 || backup.Counts[data.KindView] != 0 {
		t.Errorf("the backup: %+v %v", backup, err)
	}
}

func TestViewsAreKept(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	must(t, s.Apply(data.Change{Label: "Save view", Put: []data.Record{lakeView()}}))
	must(t, s.Close())
	s, err := Open(s.Path(), Options{Now: clock()})
	must(t, err)
	defer s.Close()
	got, ok := s.Case().Views.Get("v1")
	if !ok || !reflect.DeepEqual(got, lakeView()) {
		t.Fatalf("it came back as %+v", got)
	}
	// What it names may go: the view stays, and so it does when that comes back.
	must(t, s.Apply(data.Removal(s.Case(), data.Ref{Kind: data.KindActor, ID: "a2"})))
	must(t, s.Apply(data.Removal(s.Case(), got.Ref())))
	if s.Case().Views.Len() != 0 {
		t.Error("a removed view is still there")
	}
	must(t, s.Restore(got.Ref()))
	for range 2 {
		_, err = s.Undo()
		must(t, err)
	}
	if back, ok := s.Case().Views.Get("v1"); !ok || !back.Filter.Equal(lakeView().Filter) {
		t.Errorf("undone, the view is %+v", back)
	}
	report, err := s.Check()
	if err != nil || !report.Sound() || report.Counts[data.KindView] != 1 {
		t.Errorf("%v %v %v", report.Counts, report.Faults, err)
	}
}
