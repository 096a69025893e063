package data

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"demarche/data/edtf"
)

// The index after any row of changes is that of the case made anew.
func TestIndexWithIsTheNewIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := caseOf(&Actor{ID: "a1", Name: "A", Kind: State}, &Issue{ID: "i1", Name: "I"})
		x := NewIndex(c)
		for range rapid.IntRange(1, 12).Draw(t, "changes") {
			if rapid.Bool().Draw(t, "asked") {
				x.allChains()
			}
			c = c.With(someChange(t))
			x = x.With(c)
			sameIndex(t, x, NewIndex(c))
		}
	})
}

func someChange(t *rapid.T) Change {
	var ch Change
	for range rapid.IntRange(0, 4).Draw(t, "records") {
		ref := Ref{rapid.SampledFrom([]Kind{KindActor, KindEvent, KindPosition, KindPosition, KindSuggestion, KindIssue}).Draw(t, "kind"),
			ID(fmt.Sprint("r", rapid.IntRange(0, 7).Draw(t, "id")))}
		if rapid.IntRange(0, 3).Draw(t, "gone") == 0 {
			ch.Remove = append(ch.Remove, ref)
			continue
		}
		ch.Put = append(ch.Put, someRecord(t, ref))
	}
	for _, r := range ch.Put { // nothing is put and removed at once
		for i := 0; i < len(ch.Remove); i++ {
			if ch.Remove[i] == r.Ref() {
				ch.Remove = append(ch.Remove[:i], ch.Remove[i+1:]...)
				i--
			}
		}
	}
	return ch
}

func someRecord(t *rapid.T, ref Ref) Record {
	id := func(label string) ID { return ID(fmt.Sprint("r", rapid.IntRange(0, 3).Draw(t, label))) }
	date := rapid.SampledFrom([]edtf.Date{
		{}, edtf.OfDay(2025, 1, 1), edtf.OfDay(2025, 1, 2), edtf.OfMonth(2025, 1), edtf.OfYear(2025),
		edtf.Until(edtf.OfDay(2025, 1, 2)), edtf.From(edtf.OfDay(2024, 5, 5)),
	}).Draw(t, "date")
	var links []Link
	if rapid.IntRange(0, 2).Draw(t, "linked") == 0 {
		links = []Link{{Supersedes, Ref{KindPosition, id("to")}}}
	}
	from := []Passage{{Document: id("document"), Start: rapid.IntRange(0, 3).Draw(t, "start")}}
	switch ref.Kind {
	case KindActor:
		return &Actor{ID: ref.ID, Memberships: []Membership{{Of: id("of")}, {Of: id("of")}}}
	case KindEvent:
		return &Event{ID: ref.ID, Date: date, Actors: []ID{id("who"), id("who")}, Issues: []ID{id("issue")}, Passages: from, Links: links}
	case KindPosition:
		return &Position{
			ID: ref.ID, Actor: id("who"), For: ID(rapid.SampledFrom([]string{"", "r1"}).Draw(t, "for")), Issue: id("issue"),
			Proposal: rapid.SampledFrom([]string{"cede the land", "ceding land", "a truce"}).Draw(t, "proposal"),
			From:     date, Passages: from, Links: links, Disputed: rapid.Bool().Draw(t, "disputed"),
		}
	case KindSuggestion:
		return &Suggestion{ID: ref.ID, Document: id("document"), Event: &Event{Passages: from}}
	}
	return &Issue{ID: ref.ID}
}

func sameIndex(t *rapid.T, got, want *Index) {
	t.Helper()
	for name, pair := range map[string][2]any{
		"events": {got.events, want.events}, "positions": {got.positions, want.positions}, "members": {got.members, want.members},
		"suggested": {got.suggested, want.suggested}, "chains": {got.allChains(), want.allChains()},
		"undated": {fmt.Sprint(got.undated), fmt.Sprint(want.undated)},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Fatalf("%s: %v, want %v", name, pair[0], pair[1])
		}
	}
	for _, p := range want.c.Positions.All() {
		if got.Next(p) != want.Next(p) || got.Previous(p) != want.Previous(p) {
			t.Fatalf("%s follows %v and goes before %v", p.ID, got.Previous(p), got.Next(p))
		}
	}
}

func TestDiff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := caseOf().With(someChange(t)).With(someChange(t))
		after := before.With(someChange(t)).With(someChange(t))
		want := map[Ref]bool{}
		for _, kind := range Kinds() {
			for i := range 8 {
				ref := Ref{kind, ID(fmt.Sprint("r", i))}
				x, was := before.Record(ref)
				y, is := after.Record(ref)
				if was != is || was && x != y {
					want[ref] = true
				}
			}
		}
		got := Diff(before, after)
		for _, ref := range got {
			if !want[ref] {
				t.Errorf("%v did not change", ref)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%d records differ, not %d", len(want), len(got))
		}
	})
}
