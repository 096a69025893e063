package store

import (
	"flag"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"demarche/data"
	"demarche/data/edtf"
)

// Whatever was done, undoing all of it leads back to the start and redoing all
// of it to the end, also when the file is closed on the way.
func TestUndoAndRedoAnything(t *testing.T) {
	must(t, flag.Set("rapid.checks", "25")) // each syncs the disk some thirty times
	rapid.Check(t, func(rt *rapid.T) {
		s := create(t)
		must(t, s.Apply(lakeCase()))
		start := s.Case()
		steps := rapid.IntRange(1, 12).Draw(rt, "steps")
		states := []*data.Case{start}
		for i := range steps {
			ch := drawChange(rt, s.Case(), i)
			if err := s.Apply(ch); err != nil {
				continue // refused, for one because others refer to what it removes
			}
			if s.Case() != states[len(states)-1] { // a change of nothing is no step
				states = append(states, s.Case())
			}
		}
		for i := len(states) - 2; i >= 0; i-- {
			_, err := s.Undo()
			must(t, err)
			if !reflect.DeepEqual(s.Case(), states[i]) {
				rt.Fatalf("undo to state %d differs", i)
			}
		}
		must(t, s.Close())
		s, err := Open(s.Path(), Options{Now: clock()})
		must(t, err)
		for i := 1; i < len(states); i++ {
			_, err := s.Redo()
			must(t, err)
			if !reflect.DeepEqual(s.Case(), states[i]) {
				rt.Fatalf("redo to state %d differs", i)
			}
		}
		sound(t, s)
	})
}

func drawChange(rt *rapid.T, c *data.Case, i int) data.Change {
	ch := data.Change{Label: fmt.Sprint("Step ", i)}
	actor := data.ID(rapid.SampledFrom([]string{"a1", "a2", "n1", "n2", "n3"}).Draw(rt, "actor"))
	switch rapid.IntRange(0, 4).Draw(rt, "what") {
	case 0:
		ch.Put = []data.Record{&data.Actor{ID: actor, Name: rapid.StringMatching(`[A-Z][a-z]{2,8}`).Draw(rt, "name"), Kind: data.State}}
	case 1:
		ch.Remove = []data.Ref{{Kind: data.KindActor, ID: actor}}
	case 2:
		e := &data.Event{ID: data.ID(fmt.Sprint("e", rapid.IntRange(1, 4).Draw(rt, "event"))), Title: "Meeting", Type: data.Consult,
			Status: data.Happened, Date: edtf.OfDay(2025, rapid.IntRange(1, 12).Draw(rt, "month"), 3)}
		if _, ok := c.Actors.Get(actor); ok {
			e.Actors = []data.ID{actor}
		}
		ch.Put = []data.Record{e}
	case 3:
		ch.Remove = []data.Ref{{Kind: data.KindEvent, ID: data.ID(fmt.Sprint("e", rapid.IntRange(1, 4).Draw(rt, "event")))}}
	case 4:
		return data.Removal(c, data.Ref{Kind: data.KindDocument, ID: "d1"})
	}
	return ch
}

// A new change ends what could be redone, and the history still tells of it.
func TestChangeAfterUndo(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	_, err := s.Undo()
	must(t, err)
	must(t, s.Apply(data.Change{Label: "Other", Put: []data.Record{&data.Actor{ID: "b", Name: "Other", Kind: data.State}}}))
	if s.RedoLabel() != "" || s.UndoLabel() != "Other" {
		t.Errorf("labels: undo %q, redo %q", s.UndoLabel(), s.RedoLabel())
	}
	if entries, err := s.History(10); err != nil || len(entries) == 0 || entries[0].Label != "Other" {
		t.Errorf("history %+v, %v", entries, err)
	}
	sound(t, s)
}

func TestTrash(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	if err := s.Apply(data.Change{Label: "Remove", Remove: []data.Ref{{Kind: data.KindActor, ID: "a1"}}}); err == nil {
		t.Fatal("an actor was removed to which others refer")
	}
	full := s.Case()
	refs := []data.Ref{{Kind: data.KindPosition, ID: "p1"}, {Kind: data.KindEvent, ID: "e1"}}
	must(t, s.Apply(data.Change{Label: "Remove two", Remove: refs}))
	items, err := s.Trash()
	must(t, err)
	if len(items) != 2 {
		t.Fatalf("trash holds %d", len(items))
	}
	must(t, s.Restore(refs...))
	if !reflect.DeepEqual(s.Case(), full) {
		t.Error("restoring did not bring back what was there")
	}
	_, err = s.Undo()
	must(t, err)
	if s.Case().Events.Len() != 0 {
		t.Error("undo of restoring left the event in the case")
	}
	sound(t, s)
}
