package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/edtf"
)

// A change with one fault is refused whole, with a sentence, and changes nothing.
func TestRefusedChanges(t *testing.T) {
	good := &data.Actor{ID: "good", Name: "Good", Kind: data.State}
	for name, bad := range map[string]data.Record{
		"no name":        &data.Actor{ID: "x", Kind: data.State},
		"unknown kind":   &data.Actor{ID: "x", Name: "X", Kind: "herd"},
		"no such actor":  &data.Event{ID: "x", Title: "X", Type: data.Consult, Status: data.Happened, Actors: []data.ID{"nobody"}},
		"no such issue":  &data.Position{ID: "x", Actor: "a1", Issue: "nothing", Stance: data.Demands, Proposal: "X"},
		"no such parent": &data.Issue{ID: "x", Name: "X", Parent: "nothing"},
		"ends too early": &data.Position{ID: "x", Actor: "a1", Stance: data.Demands, Proposal: "X", From: edtf.OfYear(2025), Until: edtf.OfYear(2020)},
		"wrong quote":    &data.Event{ID: "x", Title: "X", Type: data.Consult, Status: data.Happened, Passages: []data.Passage{{Document: "d1", Start: 0, End: 4, Quote: "What"}}},
		"beyond the end": &data.Event{ID: "x", Title: "X", Type: data.Consult, Status: data.Happened, Passages: []data.Passage{{Document: "d1", Start: 90000, End: 90004, Quote: "What"}}},
		"without text":   &data.Document{ID: "x", Title: "X", SHA256: strings.Repeat("0", 64)},
	} {
		t.Run(name, func(t *testing.T) {
			s := create(t)
			must(t, s.Apply(lakeCase()))
			before := s.Case()
			err := s.Apply(data.Change{Label: "Bad", Put: []data.Record{good, bad}})
			if err == nil {
				t.Fatal("the change was made")
			}
			if s.Case() != before || s.UndoLabel() != "Fill" {
				t.Errorf("a refused change (%v) left a trace", err)
			}
			sound(t, s)
		})
	}
}

func TestSaveCopy(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	path := filepath.Join(t.TempDir(), "copy.demarche")
	must(t, s.SaveCopy(path))
	if err := s.SaveCopy(s.Path()); err == nil {
		t.Error("a case was copied over itself")
	}
	if err := s.SaveCopy(filepath.Join(t.TempDir(), "none", "copy.demarche")); err == nil {
		t.Error("a copy was written into a folder that is not there")
	}
	c, err := Open(path, Options{Now: clock()})
	must(t, err)
	if c.Case().Events.Len() != 1 || c.UndoLabel() != "Fill" {
		t.Errorf("the copy holds %d events", c.Case().Events.Len())
	}
	sound(t, c)
	sound(t, s)
}

func TestWhatIsNoCase(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.demarche")
	must(t, os.WriteFile(text, []byte("my notes"), 0o644))
	for path, want := range map[string]error{
		text: ErrNotCase, filepath.Join(dir, "missing.demarche"): os.ErrNotExist, dir: nil,
	} {
		_, err := Open(path, Options{})
		if err == nil || want != nil && !errors.Is(err, want) || !strings.Contains(err.Error(), filepath.Base(path)) {
			t.Errorf("open %s: %v", filepath.Base(path), err)
		}
	}
	if _, err := Create(text, Options{Title: "X"}); !errors.Is(err, ErrExists) {
		t.Errorf("create over a file: %v", err)
	}
	if b, _ := os.ReadFile(text); string(b) != "my notes" {
		t.Error("a file that is no case was written to")
	}
}

// Readers see a whole case, before or after a change, while others write.
func TestReadersWhileWriting(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	var wg sync.WaitGroup
	stop := make(chan struct{})
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				c := s.Case()
				if c.Actors.Len()%2 != 1 { // the writers add two at a time to three
					t.Errorf("half a change was seen: %d actors", c.Actors.Len())
					return
				}
			}
		})
	}
	var writers sync.WaitGroup
	for w := range 3 {
		writers.Go(func() {
			for i := range 10 {
				err := s.Apply(data.Change{Label: "Two", Put: []data.Record{
					&data.Actor{ID: data.ID(fmt.Sprintf("w%d-%d-a", w, i)), Name: "A", Kind: data.State},
					&data.Actor{ID: data.ID(fmt.Sprintf("w%d-%d-b", w, i)), Name: "B", Kind: data.State},
				}})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	close(stop)
	wg.Wait()
	if n := s.Case().Actors.Len(); n != 63 {
		t.Errorf("%d actors", n)
	}
	sound(t, s)
}

func TestSubscribersHearWhatChanged(t *testing.T) {
	s := create(t)
	var heard [][]data.Ref
	cancel := s.Subscribe(func(refs []data.Ref) { heard = append(heard, refs) })
	must(t, s.Apply(lakeCase()))
	_, err := s.Undo()
	must(t, err)
	cancel()
	_, err = s.Redo()
	must(t, err)
	if len(heard) != 2 || len(heard[0]) != len(lakeCase().Put) || len(heard[1]) != len(heard[0]) {
		t.Errorf("heard %v", heard)
	}
	sound(t, s)
}

// bigCase fills a store with n events of 300 actors, each with a passage.
func bigCase(tb testing.TB, n int) *Store {
	s, err := Create(filepath.Join(tb.TempDir(), "big.demarche"), Options{Now: clock(), Title: "Big"})
	must(tb, err)
	ch := lakeCase()
	passage := ch.Put[6].(*data.Event).Passages[0]
	for i := range 300 {
		ch.Put = append(ch.Put, &data.Actor{ID: data.ID(fmt.Sprintf("a%03d", i)), Name: fmt.Sprint("Actor ", i), Kind: data.State})
	}
	for i := range n {
		actor := func(k int) data.ID { return data.ID(fmt.Sprintf("a%03d", (i*k+k)%300)) }
		ch.Put = append(ch.Put, &data.Event{ID: data.ID(fmt.Sprintf("e%07d", i)), Title: fmt.Sprint("Talks between the lake states ", i),
			Type: data.Consult, Status: data.Happened, Date: edtf.OfInstant(int64(i) * 5000), Actors: []data.ID{actor(1), actor(7)},
			Issues: []data.ID{"i2"}, Passages: []data.Passage{passage},
			Attribution: data.Attribution{Speaker: "two officials", Relation: data.ThirdParty}})
	}
	must(tb, s.Apply(ch))
	return s
}

func BenchmarkOpen100k(b *testing.B) {
	s := bigCase(b, 100_000)
	must(b, s.Close())
	for b.Loop() {
		o, err := Open(s.Path(), Options{Now: clock()})
		must(b, err)
		must(b, o.Close())
	}
}

func BenchmarkApplyOneOf100k(b *testing.B) {
	s := bigCase(b, 100_000)
	defer s.Close()
	i := 0
	for b.Loop() {
		i++
		must(b, s.Apply(data.Change{Label: "Add", Put: []data.Record{&data.Event{ID: data.ID(fmt.Sprintf("f%07d", i)), Title: "E",
			Type: data.Consult, Status: data.Happened, Date: edtf.OfDay(2025, 1, 1), Actors: []data.ID{"a001"}}}}))
	}
}

func TestBigCaseStaysQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	s := bigCase(t, 20_000)
	start := time.Now()
	must(t, s.Apply(data.Change{Label: "Add", Put: []data.Record{&data.Actor{ID: "new", Name: "New", Kind: data.State}}}))
	if d := time.Since(start); d > 15*time.Second {
		t.Errorf("one change in a case of 20,000 events took %v", d)
	}
	sound(t, s)
}
