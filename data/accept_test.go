package data

import (
	"cmp"
	"errors"
	"slices"
	"testing"
)

// suggestEvent is a suggestion from a document whose text names two states and a
// minister.
func suggestEvent(id, doc ID) *Suggestion {
	return &Suggestion{
		ID: id, Document: doc, State: Open, Issue: "Water: Quota", Confidence: 0.9,
		Event: &Event{Title: "Talks at the lake", Type: Consult, Status: Happened, Actors: []ID{"norland", "sudmark", "brandt"},
			Passages: []Passage{{Document: doc, Start: 3, End: 8, Quote: "talks"}}},
		Actors: []ProposedActor{
			{Key: "norland", Name: "Norland", Kind: State, Aliases: []string{"Norland", "the government", "Norhaven"}},
			{Key: "sudmark", Name: "Sudmark", Kind: State},
			{Key: "brandt", Name: "Ilse Brandt", Kind: Person, Of: "norland", Role: "foreign minister", Aliases: []string{"Brandt", "the minister", "she"}},
			{Key: "unused", Name: "Nobody", Kind: Person},
		},
	}
}

func suggestPosition(id, doc ID) *Suggestion {
	s := suggestEvent(id, doc)
	s.Event = nil
	s.Position = &Position{Actor: "brandt", For: "norland", Stance: Supports, Proposal: "share the water",
		Passages: []Passage{{Document: doc, Start: 10, End: 15, Quote: "share"}}}
	return s
}

// get fetches a record of the case by kind and ID.
func get[R Record](t *testing.T, c *Case, id ID) R {
	t.Helper()
	var zero R
	for _, kind := range Kinds() {
		if r, ok := c.Record(Ref{kind, id}); ok {
			if r, ok := r.(R); ok {
				return r
			}
		}
	}
	t.Fatalf("the case has no %T %s", zero, id)
	return zero
}

func apply(t *testing.T, c *Case, ch Change, err error) *Case {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	next := c.With(ch)
	for _, kind := range Kinds() {
		for _, r := range recordsOf(next, kind) {
			for _, to := range References(r) {
				if _, ok := next.Record(to); !ok && to.Kind != KindDocument {
					t.Errorf("after %q, %v refers to %v, which is gone", ch.Label, r.Ref(), to)
				}
			}
		}
	}
	return next
}

func TestAcceptMakesWhatIsMissing(t *testing.T) {
	s := suggestEvent("s", "d")
	c := caseOf(s)
	ch, err := Accept(c, s, counter())
	c = apply(t, c, ch, err)
	done := get[*Suggestion](t, c, "s")
	e := get[*Event](t, c, done.Result)
	if done.State != Accepted || e.Title != "Talks at the lake" || len(e.Passages) != 1 || len(e.Actors) != 3 {
		t.Errorf("made %+v from %+v", e, done)
	}
	if c.Actors.Len() != 3 {
		t.Errorf("made the actors %v", ids(c.Actors.All()))
	}
	brandt, _ := FindActor(c, "Foreign Minister Brandt")
	norland, _ := FindActor(c, "Norhaven")
	if brandt == nil || norland == nil || len(brandt.Memberships) != 1 || brandt.Memberships[0].Of != norland.ID || brandt.Memberships[0].Role != "foreign minister" {
		t.Fatalf("Brandt is %+v, Norland %+v", brandt, norland)
	}
	if !slices.Equal(brandt.Aliases, []string{"Brandt"}) || !slices.Equal(norland.Aliases, []string{"Norhaven"}) {
		t.Errorf("aliases %q and %q", brandt.Aliases, norland.Aliases)
	}
	quota, ok := FindIssue(c, "Water: Quota")
	if !ok || quota.Name != "Quota" || quota.Parent == "" || !slices.Equal(e.Issues, []ID{quota.ID}) {
		t.Errorf("issue %+v, event's %v", quota, e.Issues)
	}
	if s.State != Open || s.Event.ID != "" || len(s.Event.Issues) != 0 {
		t.Errorf("the suggestion itself changed: %+v", s)
	}
	if _, err := Accept(c, done, counter()); !errors.Is(err, ErrReviewed) {
		t.Errorf("accepted twice: %v", err)
	}
}

func TestAcceptFindsWhatIsThere(t *testing.T) {
	s := suggestPosition("s", "d")
	c := caseOf(s,
		&Actor{ID: "N", Name: "Kingdom of Norland", Kind: State, Aliases: []string{"Norland"}},
		&Actor{ID: "B", Name: "Brandt", Kind: Person},
		&Actor{ID: "X", Name: "Norhaven", Kind: Organisation},
		&Issue{ID: "w", Name: "Water"}, &Issue{ID: "q", Name: "quota", Parent: "w"})
	ch, err := Accept(c, s, counter())
	c = apply(t, c, ch, err)
	p := get[*Position](t, c, get[*Suggestion](t, c, "s").Result)
	if p.Actor != "B" || p.For != "N" || p.Issue != "q" || c.Actors.Len() != 3 || c.Issues.Len() != 2 {
		t.Errorf("position %+v, actors %v, issues %v", p, ids(c.Actors.All()), ids(c.Issues.All()))
	}
	b := get[*Actor](t, c, "B")
	if len(b.Memberships) != 1 || b.Memberships[0].Of != "N" || !slices.Equal(b.Aliases, []string{"Ilse Brandt"}) {
		t.Errorf("Brandt is %+v", b)
	}
	if n := get[*Actor](t, c, "N"); slices.Contains(n.Aliases, "Norhaven") {
		t.Errorf("Norland took the name of another: %q", n.Aliases)
	}
}

func TestAcceptAllSharesActors(t *testing.T) {
	a, b := suggestEvent("s1", "d"), suggestPosition("s2", "d")
	c := caseOf(a, b)
	ch, err := AcceptAll(c, []*Suggestion{a, b}, counter())
	c = apply(t, c, ch, err)
	if c.Actors.Len() != 3 || c.Issues.Len() != 2 || c.Events.Len() != 1 || c.Positions.Len() != 1 || ch.Label != "Accept 2 suggestions" {
		t.Errorf("%q made %d actors, %d issues", ch.Label, c.Actors.Len(), c.Issues.Len())
	}
	seen := map[Ref]bool{}
	for _, r := range ch.Put {
		if seen[r.Ref()] {
			t.Errorf("%v is put twice", r.Ref())
		}
		seen[r.Ref()] = true
	}
}

func TestAcceptRefusesUnknownKeys(t *testing.T) {
	s := suggestEvent("s", "d")
	s.Event.Actors = []ID{"ghost"}
	if _, err := Accept(caseOf(s), s, counter()); err == nil {
		t.Error("an actor that is not described was accepted")
	}
	known := caseOf(s, &Actor{ID: "ghost", Name: "Ghost", Kind: Person})
	ch, err := Accept(known, s, counter())
	c := apply(t, known, ch, err)
	same(t, "participants", c.Events.All()[0].Actors, []ID{"ghost"})
}

// A person is never taken for a state of the same name, and two proposed actors
// that belong to one another do not hang.
func TestAcceptKinds(t *testing.T) {
	s := suggestEvent("s", "d")
	s.Event.Actors = []ID{"georgia"}
	s.Actors = []ProposedActor{{Key: "georgia", Name: "Georgia", Kind: Person, Of: "of"}, {Key: "of", Name: "Club", Kind: Organisation, Of: "georgia"}}
	c := caseOf(s, &Actor{ID: "G", Name: "Georgia", Kind: State})
	ch, err := Accept(c, s, counter())
	c = apply(t, c, ch, err)
	if got := c.Events.All()[0].Actors; len(got) != 1 || got[0] == "G" || c.Actors.Len() != 3 {
		t.Errorf("participants %v", got)
	}
}

func TestSameEvents(t *testing.T) {
	s := suggestEvent("s", "d2")
	s.Event.Date = date(t, "2026-02-02")
	base := Event{ID: "e", Type: Consult, Date: date(t, "2026-02-01/2026-02-03"), Actors: []ID{"N", "S"}, Passages: []Passage{{Document: "d1"}}}
	for _, x := range []struct {
		name   string
		change func(e *Event)
		want   []ID
	}{
		{"the same", func(*Event) {}, []ID{"e"}},
		{"another type", func(e *Event) { e.Type = Agree }, nil},
		{"another day", func(e *Event) { e.Date = date(t, "2026-02-03") }, nil},
		{"undated", func(e *Event) { e.Date = date(t, "") }, nil},
		{"one actor shared", func(e *Event) { e.Actors = []ID{"N", "O"} }, nil},
		{"the same document", func(e *Event) { e.Passages[0].Document = "d2" }, nil},
	} {
		e := base
		e.Passages = slices.Clone(base.Passages)
		x.change(&e)
		c := caseOf(&e, &Actor{ID: "N", Name: "Norland", Kind: State}, &Actor{ID: "S", Name: "Sudmark", Kind: State}, &Actor{ID: "O", Name: "Ostland", Kind: State})
		same(t, x.name, SameEvents(c, s), append([]ID{}, x.want...))
	}
}

func TestAcceptIntoAndReopen(t *testing.T) {
	s := suggestEvent("s", "d2")
	own := Passage{Document: "d1", Start: 1, End: 2, Quote: "x"}
	e := &Event{ID: "e", Title: "Talks", Type: Consult, Status: Happened, Actors: []ID{"N"}, Passages: []Passage{own}}
	c := caseOf(s, e, &Actor{ID: "N", Name: "Norland", Kind: State}, &Actor{ID: "S", Name: "Sudmark", Kind: State})
	ch, err := AcceptInto(c, s, "e")
	c = apply(t, c, ch, err)
	done, merged := get[*Suggestion](t, c, "s"), get[*Event](t, c, "e")
	if done.Result != "e" || len(merged.Passages) != 2 || !slices.Equal(merged.Actors, []ID{"N", "S"}) || len(e.Passages) != 1 {
		t.Errorf("merged %+v by %+v", merged, done)
	}
	ch, err = Reopen(c, done)
	c = apply(t, c, ch, err)
	if left := get[*Event](t, c, "e"); !slices.Equal(left.Passages, []Passage{own}) || get[*Suggestion](t, c, "s").State != Open {
		t.Errorf("reopening left %+v", left)
	}
	if _, err := AcceptInto(c, s, "gone"); err == nil {
		t.Error("merged into nothing")
	}
}

// An event entered by hand stays when the report that was merged into it is opened
// again; one that a report made goes with the last report of it.
func TestReopenWhatWasMerged(t *testing.T) {
	first, second := suggestEvent("1", "d1"), suggestEvent("2", "d2")
	second.Event.Passages = []Passage{{Document: "d2", Start: 5, End: 9, Quote: "told"}}
	hand := &Event{ID: "e", Title: "Talks", Type: Consult, Status: Happened}
	c := caseOf(first, second, hand)
	ch, err := AcceptInto(c, first, "e")
	c = apply(t, c, ch, err)
	ch, err = Reopen(c, get[*Suggestion](t, c, "1"))
	c = apply(t, c, ch, err)
	if left, ok := c.Events.Get("e"); !ok || len(left.Passages) != 0 {
		t.Errorf("the event entered by hand is now %+v", left)
	}

	ch, err = Accept(c, get[*Suggestion](t, c, "1"), counter())
	c = apply(t, c, ch, err)
	made := get[*Suggestion](t, c, "1").Result
	ch, err = AcceptInto(c, second, made)
	c = apply(t, c, ch, err)
	ch, err = Reopen(c, get[*Suggestion](t, c, "1"))
	c = apply(t, c, ch, err)
	if left := get[*Event](t, c, made); !slices.Equal(left.Passages, second.Event.Passages) {
		t.Errorf("the event that two reports tell is now %+v", left)
	}
	ch, err = Reopen(c, get[*Suggestion](t, c, "2"))
	c = apply(t, c, ch, err)
	if _, ok := c.Events.Get(made); ok || c.Events.Len() != 1 {
		t.Errorf("no report tells the event, and it is there yet")
	}
}

func TestDeclineAndReopen(t *testing.T) {
	s := suggestEvent("s", "d")
	c := caseOf(s)
	ch, err := Decline(s)
	c = apply(t, c, ch, err)
	no := get[*Suggestion](t, c, "s")
	if no.State != Rejected {
		t.Errorf("state %s", no.State)
	}
	ch, err = Reopen(c, no)
	c = apply(t, c, ch, err)
	if get[*Suggestion](t, c, "s").State != Open {
		t.Error("not open again")
	}
	ch, err = Accept(c, get[*Suggestion](t, c, "s"), counter())
	c = apply(t, c, ch, err)
	if _, err := Decline(get[*Suggestion](t, c, "s")); !errors.Is(err, ErrReviewed) {
		t.Errorf("declined what was accepted: %v", err)
	}
	ch, err = Reopen(c, get[*Suggestion](t, c, "s"))
	c = apply(t, c, ch, err)
	if again := get[*Suggestion](t, c, "s"); c.Events.Len() != 0 || again.State != Open || again.Result != "" {
		t.Errorf("reopening left %d events and %+v", c.Events.Len(), again)
	}
}

func webCase() *Case {
	g := func(doc ID) []Passage { return []Passage{{Document: doc, End: 1, Quote: "x"}} }
	return caseOf(
		&Document{ID: "d1"}, &Document{ID: "d2"},
		&Actor{ID: "N", Name: "Norland", Kind: State, Aliases: []string{"Norhaven"}, Note: "north"},
		&Actor{ID: "S", Name: "Sudmark", Kind: State, Note: "south"},
		&Actor{ID: "B", Name: "Brandt", Kind: Person, Memberships: []Membership{{Of: "N"}, {Of: "S"}}},
		&Issue{ID: "w", Name: "Water"}, &Issue{ID: "q", Name: "Quota", Parent: "w"}, &Issue{ID: "r", Name: "Rate", Parent: "q"},
		&Event{ID: "e", Actors: []ID{"N", "S", "B"}, Issues: []ID{"w", "q"}, Passages: append(g("d1"), g("d2")...)},
		&Event{ID: "f", Links: []Link{{SameEvent, Ref{KindEvent, "e"}}}},
		&Position{ID: "p", Actor: "N", For: "S", Issue: "q", Passages: g("d1"), Links: []Link{{Answers, Ref{KindEvent, "e"}}}},
		&Position{ID: "o", Actor: "B", For: "N", Issue: "w"},
		&Suggestion{ID: "s", Document: "d1", State: Accepted, Result: "e", Event: &Event{Passages: g("d1")}},
		&Suggestion{ID: "u", Document: "d2", State: Open, Position: &Position{Passages: g("d2")}},
	)
}

func TestRemoval(t *testing.T) {
	for _, x := range []struct {
		name  string
		refs  []Ref
		gone  []Ref
		check func(c *Case) bool
	}{
		{"document", []Ref{{KindDocument, "d1"}}, []Ref{{KindDocument, "d1"}, {KindSuggestion, "s"}}, func(c *Case) bool {
			e, _ := c.Events.Get("e")
			p, _ := c.Positions.Get("p")
			return len(e.Passages) == 1 && len(p.Passages) == 0
		}},
		{"actor", []Ref{{KindActor, "N"}}, []Ref{{KindActor, "N"}, {KindPosition, "p"}}, func(c *Case) bool {
			e, _ := c.Events.Get("e")
			o, _ := c.Positions.Get("o")
			b, _ := c.Actors.Get("B")
			return slices.Equal(e.Actors, []ID{"S", "B"}) && o.For == "" && len(b.Memberships) == 1
		}},
		{"issue in the middle", []Ref{{KindIssue, "q"}}, []Ref{{KindIssue, "q"}}, func(c *Case) bool {
			r, _ := c.Issues.Get("r")
			e, _ := c.Events.Get("e")
			p, _ := c.Positions.Get("p")
			return r.Parent == "w" && slices.Equal(e.Issues, []ID{"w"}) && p.Issue == ""
		}},
		{"two issues", []Ref{{KindIssue, "q"}, {KindIssue, "w"}}, []Ref{{KindIssue, "q"}, {KindIssue, "w"}}, func(c *Case) bool {
			r, _ := c.Issues.Get("r")
			return r.Parent == ""
		}},
		{"event", []Ref{{KindEvent, "e"}}, []Ref{{KindEvent, "e"}}, func(c *Case) bool {
			s, _ := c.Suggestions.Get("s")
			f, _ := c.Events.Get("f")
			p, _ := c.Positions.Get("p")
			return s.State == Open && s.Result == "" && len(f.Links) == 0 && len(p.Links) == 0
		}},
		{"nothing", []Ref{{KindEvent, "zz"}, {KindInfo, InfoID}}, nil, func(c *Case) bool { return c.Info != nil }},
	} {
		t.Run(x.name, func(t *testing.T) {
			before := webCase()
			ch := Removal(before, x.refs...)
			c := apply(t, before, ch, nil)
			if !slices.Equal(sortedRefs(ch.Remove), sortedRefs(x.gone)) || !x.check(c) {
				t.Errorf("%q removed %v", ch.Label, ch.Remove)
			}
		})
	}
}

func sortedRefs(refs []Ref) []Ref {
	out := slices.Clone(refs)
	slices.SortFunc(out, func(a, b Ref) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
	return append([]Ref{}, out...)
}

func TestMergeActors(t *testing.T) {
	c := webCase()
	ch, err := MergeActors(c, "S", "N")
	c = apply(t, c, ch, err)
	s, e, p, o, b := get[*Actor](t, c, "S"), get[*Event](t, c, "e"), get[*Position](t, c, "p"), get[*Position](t, c, "o"), get[*Actor](t, c, "B")
	if !slices.Equal(s.Aliases, []string{"Norland", "Norhaven"}) || s.Note != "south\n\nnorth" {
		t.Errorf("merged %+v", s)
	}
	if !slices.Equal(e.Actors, []ID{"S", "B"}) || p.Actor != "S" || p.For != "" || o.For != "S" || len(b.Memberships) != 1 {
		t.Errorf("event %v, positions %+v %+v, member %+v", e.Actors, p, o, b)
	}
	for _, bad := range [][2]ID{{"N", "N"}, {"N", "zz"}, {"zz", "N"}} {
		if _, err := MergeActors(webCase(), bad[0], bad[1]); err == nil {
			t.Errorf("merged %v", bad)
		}
	}
}

func TestMergeIssues(t *testing.T) {
	for _, x := range []struct {
		into, from ID
		parent     ID // of what stays
		event      []ID
	}{
		{"w", "q", "", []ID{"w"}},
		{"q", "w", "", []ID{"q"}},       // the one above goes
		{"r", "w", "", []ID{"r", "q"}},  // two above
		{"w", "r", "", []ID{"w", "q"}},  // a grandchild goes
		{"q", "r", "w", []ID{"w", "q"}}, // a child goes
	} {
		c := webCase()
		ch, err := MergeIssues(c, x.into, x.from)
		c = apply(t, c, ch, err)
		kept := get[*Issue](t, c, x.into)
		if kept.Parent != x.parent || !slices.Equal(get[*Event](t, c, "e").Issues, x.event) || c.Issues.Len() != 2 {
			t.Errorf("%s into %s: %+v, event %v", x.from, x.into, kept, get[*Event](t, c, "e").Issues)
		}
		for _, i := range c.Issues.All() {
			if liesUnder(c, i.ID, i.ID) {
				t.Errorf("%s into %s: %s lies under itself", x.from, x.into, i.ID)
			}
		}
	}
}
