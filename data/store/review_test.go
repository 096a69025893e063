package store

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/data"
	"demarche/data/edtf"
)

// Whatever a person does in a review (accept, accept into, decline, reopen,
// merge, remove), the store takes it, the case stays sound, and it can all be
// undone.
func TestReviewKeepsTheCaseSound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := create(t)
		must(t, s.Apply(lakeCase()))
		must(t, s.Apply(suggestions(rt)))
		start := s.Case()
		n := 0
		newID := func() data.ID { n++; return data.ID(fmt.Sprintf("made%03d", n)) }
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			ch, err := reviewStep(rt, s.Case(), newID)
			if err != nil {
				continue // such as accepting twice
			}
			if err := s.Apply(ch); err != nil {
				rt.Fatalf("%q was refused: %v", ch.Label, err)
			}
		}
		report, err := s.Check()
		must(t, err)
		if !report.Sound() {
			rt.Fatalf("faults:\n%s", strings.Join(report.Faults, "\n"))
		}
		for s.UndoLabel() != "Import" {
			_, err := s.Undo()
			must(t, err)
		}
		if !reflect.DeepEqual(s.Case(), start) {
			rt.Fatal("undoing all of it does not lead back")
		}
		sound(t, s)
	})
}

// suggestions draws what an extractor may propose from the document.
func suggestions(rt *rapid.T) data.Change {
	ch := data.Change{Label: "Import"}
	names := []string{"Norland", "Sudmark", "Ilse Brandt", "Lake Council", "Minister Brandt"}
	passage := lakeCase().Put[6].(*data.Event).Passages[0]
	for i := range rapid.IntRange(1, 4).Draw(rt, "suggestions") {
		s := &data.Suggestion{ID: data.ID(fmt.Sprint("new", i)), Document: "d1", State: data.Open,
			Issue: rapid.SampledFrom([]string{"", "Water", "Water: Quota", "Fish", "Fish: Eels"}).Draw(rt, "issue")}
		for k, name := range names {
			p := data.ProposedActor{Key: data.ID(fmt.Sprint("k", k)), Name: name, Kind: data.State, Aliases: []string{"The " + name, "he"}}
			if strings.HasSuffix(name, "Brandt") {
				p.Kind, p.Of, p.Role = data.Person, "k0", "minister"
			}
			s.Actors = append(s.Actors, p)
		}
		key := func(what string) data.ID {
			return data.ID(fmt.Sprint("k", rapid.IntRange(0, len(names)-1).Draw(rt, what)))
		}
		if rapid.Bool().Draw(rt, "event") {
			s.Event = &data.Event{Title: "Talks", Type: data.Consult, Status: data.Happened, Date: edtf.OfDay(2026, 2, 2),
				Actors: []data.ID{key("a"), key("b")}, Passages: []data.Passage{passage}}
		} else {
			s.Position = &data.Position{Actor: key("actor"), For: key("for"), Stance: data.Demands, Proposal: "share the water",
				From: edtf.OfDay(2026, 2, 2), Passages: []data.Passage{passage}}
		}
		ch.Put = append(ch.Put, s)
	}
	return ch
}

func reviewStep(rt *rapid.T, c *data.Case, newID func() data.ID) (data.Change, error) {
	s := rapid.SampledFrom(c.Suggestions.All()).Draw(rt, "suggestion")
	actor := func(what string) data.ID { return rapid.SampledFrom(c.Actors.All()).Draw(rt, what).ID }
	issue := func(what string) data.ID { return rapid.SampledFrom(c.Issues.All()).Draw(rt, what).ID }
	switch rapid.IntRange(0, 7).Draw(rt, "step") {
	case 0, 1:
		return data.Accept(c, s, newID)
	case 2:
		return data.Decline(s)
	case 3:
		return data.Reopen(c, s)
	case 4:
		if s.Event == nil || c.Events.Len() == 0 {
			return data.AcceptInto(c, s, "gone")
		}
		return data.AcceptInto(c, s, rapid.SampledFrom(c.Events.All()).Draw(rt, "event").ID)
	case 5:
		return data.MergeActors(c, actor("into"), actor("from"))
	case 6:
		return data.MergeIssues(c, issue("into"), issue("from"))
	}
	refs := []data.Ref{{Kind: data.KindEvent, ID: "made002"}, {Kind: data.KindEvent, ID: "e1"}, {Kind: data.KindPosition, ID: "p1"}}
	if c.Actors.Len() > 1 {
		refs = append(refs, data.Ref{Kind: data.KindActor, ID: actor("remove")})
	}
	if c.Issues.Len() > 1 {
		refs = append(refs, data.Ref{Kind: data.KindIssue, ID: issue("drop")})
	}
	return data.Removal(c, rapid.SampledFrom(refs).Draw(rt, "ref")), nil
}
