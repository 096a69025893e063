package data

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"demarche/data/edtf"
)

// caseOf is a case that holds the records.
func caseOf(records ...Record) *Case {
	return (&Case{Info: &Info{ID: InfoID, Title: "Test"}}).With(Change{Put: records})
}

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func at(t testing.TB, s string) int64 { return date(t, s).Earliest() }

// counter makes the IDs new1, new2 and so on.
func counter() func() ID {
	n := 0
	return func() ID { n++; return ID(fmt.Sprintf("new%d", n)) }
}

func ids[R Record](all []R) []ID {
	out := []ID{}
	for _, r := range all {
		out = append(out, r.Ref().ID)
	}
	return out
}

func same(t *testing.T, what string, got, want []ID) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// A table changed in one pass is the table changed record by record.
func TestTableChange(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var table Table[*Actor]
		model := map[ID]string{}
		for range rng.IntN(4) {
			var put []*Actor
			var gone []ID
			for range rng.IntN(12) {
				put = append(put, &Actor{ID: ID(fmt.Sprint(rng.IntN(15))), Name: fmt.Sprint(rng.Int())})
			}
			for range rng.IntN(5) {
				gone = append(gone, ID(fmt.Sprint(rng.IntN(15))))
			}
			before := slices.Clone(table.All())
			next := table.Change(put, gone)
			if !slices.Equal(before, table.All()) {
				t.Fatal("the old table changed")
			}
			for _, a := range put {
				model[a.ID] = a.Name
			}
			for _, id := range gone {
				delete(model, id)
			}
			table = next
			if !slices.IsSorted(ids(table.All())) || table.Len() != len(model) {
				t.Fatalf("table %v, model %v", ids(table.All()), model)
			}
			for id, name := range model {
				if a, ok := table.Get(id); !ok || a.Name != name {
					t.Fatalf("%s is %v, want %s", id, a, name)
				}
			}
		}
	}
}

func TestWithTouchesEveryKind(t *testing.T) {
	all := []Record{
		&Document{ID: "d"}, &Actor{ID: "a"}, &Issue{ID: "i"}, &Event{ID: "e"}, &Position{ID: "p"},
		&Suggestion{ID: "s", Event: &Event{}},
	}
	c := caseOf(all...)
	for _, r := range all {
		if got, ok := c.Record(r.Ref()); !ok || got != r {
			t.Errorf("%s is not in the case", r.Ref().Kind)
		}
		if _, ok := c.With(Change{Remove: []Ref{r.Ref()}}).Record(r.Ref()); ok {
			t.Errorf("%s was not removed", r.Ref().Kind)
		}
		if fresh := New(r.Ref().Kind); fresh == nil || fresh.Ref().Kind != r.Ref().Kind {
			t.Errorf("New(%s) = %v", r.Ref().Kind, fresh)
		}
	}
	if _, ok := c.Record(Ref{KindActor, "zz"}); ok {
		t.Error("a record that is not there was found")
	}
	if New("zebra") != nil {
		t.Error("a kind that is not there was made")
	}
}

func TestReferences(t *testing.T) {
	g := []Passage{{Document: "d1"}, {Document: "d1"}, {Document: "d2"}}
	links := []Link{{Answers, Ref{KindEvent, "e9"}}, {Supersedes, Ref{KindPosition, "p9"}}}
	for _, c := range []struct {
		r    Record
		want []Ref
	}{
		{&Actor{ID: "a", Memberships: []Membership{{Of: "b"}, {Of: "b"}, {Of: "c"}}}, []Ref{{KindActor, "b"}, {KindActor, "c"}}},
		{&Issue{ID: "i"}, nil},
		{&Issue{ID: "i", Parent: "j"}, []Ref{{KindIssue, "j"}}},
		{&Event{ID: "e", Actors: []ID{"a"}, Issues: []ID{"i"}, Passages: g, Links: links},
			[]Ref{{KindActor, "a"}, {KindIssue, "i"}, {KindDocument, "d1"}, {KindDocument, "d2"}, {KindEvent, "e9"}, {KindPosition, "p9"}}},
		{&Position{ID: "p", Actor: "a", For: "a", Issue: "i", Passages: g[:1]}, []Ref{{KindActor, "a"}, {KindIssue, "i"}, {KindDocument, "d1"}}},
		{&Suggestion{ID: "s", Document: "d", Event: &Event{Actors: []ID{"key"}, Passages: g[:1]}, Result: "e"},
			[]Ref{{KindDocument, "d"}, {KindDocument, "d1"}, {KindEvent, "e"}}},
		{&Suggestion{ID: "s", Document: "d", Position: &Position{Actor: "key"}, Result: "p"}, []Ref{{KindDocument, "d"}, {KindPosition, "p"}}},
	} {
		if got := References(c.r); !slices.Equal(got, c.want) {
			t.Errorf("%T: got %v, want %v", c.r, got, c.want)
		}
	}
}

func TestKnownOn(t *testing.T) {
	c := caseOf(
		&Document{ID: "early", Published: date(t, "2026-01-05")},
		&Document{ID: "late", Published: date(t, "2026-02-01")},
		&Document{ID: "never"},
	)
	for _, x := range []struct {
		docs []ID
		want string
	}{
		{nil, ""},
		{[]ID{"never"}, ""},
		{[]ID{"late", "never"}, "2026-02-01"},
		{[]ID{"late", "early", "gone"}, "2026-01-05"},
	} {
		var g []Passage
		for _, d := range x.docs {
			g = append(g, Passage{Document: d})
		}
		if got := KnownOn(c, g).String(); got != x.want {
			t.Errorf("%v: %q, want %q", x.docs, got, x.want)
		}
	}
}
