package timeline

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/made"
	"demarche/timeline/scene"
)

// A plot that was updated is the plot made anew with the same window and ends,
// down to every primitive that it draws.
func TestUpdateIsTheNewPlot(t *testing.T) {
	bases := []*data.Case{
		made.Case(made.Options{Items: 60, Actors: 12, Issues: 16, Seed: 3}),
		made.Case(made.Options{Items: 900, Actors: 30, Issues: 20, Seed: 4}),
	}
	updated := 0
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(bases).Draw(t, "case")
		o := someOptions(t)
		o.Index = data.NewIndex(c)
		p := NewPlot(c, o)
		for range rapid.IntRange(1, 5).Draw(t, "changes") {
			if rapid.Bool().Draw(t, "overview") {
				p.starts()
			}
			c = c.With(someChange(t, c))
			o.Index = o.Index.With(c)
			q, ok := p.Update(c, o)
			if !ok {
				p = NewPlot(c, o)
				continue
			}
			updated++
			fresh := o
			fresh.Window = p.window
			want := newPlot(c, fresh.withDefaults(), &p.ends)
			samePlot(t, q, want)
			p = q
		}
	})
	if updated < 50 {
		t.Errorf("only %d updates were tried", updated)
	}
}

func someOptions(t *rapid.T) PlotOptions {
	o := PlotOptions{Grouping: rapid.SampledFrom(Groupings()).Draw(t, "grouping")}
	some := func(label string, keys ...string) map[string]bool {
		out := map[string]bool{}
		for _, k := range keys {
			if rapid.IntRange(0, 2).Draw(t, label) == 0 {
				out[k] = true
			}
		}
		return out
	}
	lanes := []string{"i00000000", "i00000001", "a00000000", "a00000001", "i00000013", "a00000011", "stance:demands", ""}
	o.Folded = some("folded", lanes...)
	if rapid.Bool().Draw(t, "hide") {
		o.Hidden = some("hidden", lanes...)
	}
	switch rapid.IntRange(0, 3).Draw(t, "filter") {
	case 0:
		o.Filter.Text = "talks"
	case 1:
		o.Filter.Actors = Set[data.ID]{"a00000000": true, "a00000003": true, "": false}
	}
	return o
}

func someChange(t *rapid.T, c *data.Case) data.Change {
	var ch data.Change
	seen := map[data.Ref]bool{}
	for range rapid.IntRange(1, 4).Draw(t, "records") {
		r, gone := someRecord(t, c)
		if r == nil || seen[r.Ref()] {
			continue
		}
		seen[r.Ref()] = true
		if gone {
			ch.Remove = append(ch.Remove, r.Ref())
		} else {
			ch.Put = append(ch.Put, r)
		}
	}
	return ch
}

// someRecord is a record to put, changed or new, or one to take out.
func someRecord(t *rapid.T, c *data.Case) (r data.Record, gone bool) {
	what := rapid.IntRange(0, 11).Draw(t, "what")
	number := rapid.IntRange(0, 9999).Draw(t, "number")
	date := rapid.SampledFrom([]edtf.Date{
		{}, edtf.OfDay(2024, 5, 6), edtf.OfDay(2024, 5, 7), edtf.OfMonth(2025, 2), edtf.OfDay(1999, 1, 1), edtf.OfDay(2030, 1, 1),
		edtf.Until(edtf.OfDay(2024, 8, 1)), edtf.From(edtf.OfDay(2024, 3, 3)), edtf.Between(edtf.OfDay(2024, 5, 1), edtf.OfDay(2024, 5, 9)),
	}).Draw(t, "date")
	actor, issue := data.ID(fmt.Sprintf("a%08d", number%12)), data.ID(fmt.Sprintf("i%08d", number%16))
	from := []data.Passage{{Document: "d00000000"}}
	var links []data.Link
	if number%3 == 0 && c.Positions.Len() > 0 {
		links = []data.Link{{Kind: data.Supersedes, To: c.Positions.All()[number%c.Positions.Len()].Ref()}}
	}
	switch {
	case what < 3 && c.Events.Len() > 0:
		e := *c.Events.All()[number%c.Events.Len()]
		e.Date, e.Actors, e.Links = date, []data.ID{actor}, links
		return &e, what == 0
	case what < 6 && c.Positions.Len() > 0:
		s := *c.Positions.All()[number%c.Positions.Len()]
		s.From, s.Until, s.Actor, s.Links = date, edtf.Date{}, actor, links
		return &s, what == 3
	case what == 6:
		return &data.Event{ID: data.ID(fmt.Sprint("new", number)), Title: "Talks, new", Type: data.Agree, Status: data.Happened,
			Date: date, Issues: []data.ID{issue, "i00000001"}, Passages: from, Links: links}, false
	case what == 7:
		return &data.Position{ID: data.ID(fmt.Sprint("new", number)), Actor: actor, Issue: issue, Stance: data.Demands,
			Proposal: "talks about the text", From: date, Passages: from, Links: links}, false
	case what == 8:
		return &data.Actor{ID: data.ID(fmt.Sprint("person", number)), Name: "New person", Kind: data.Person,
			Memberships: []data.Membership{{Of: "a00000000"}}}, false
	case what == 9:
		return &data.Issue{ID: data.ID(fmt.Sprint("new", number)), Name: "New issue", Parent: issue}, false
	case what == 10:
		d := *c.Documents.All()[number%c.Documents.Len()]
		d.Published = edtf.OfDay(2025, 1, 1+number%28)
		return &d, false
	case what == 11:
		a := *c.Actors.All()[number%c.Actors.Len()]
		a.Name = "Renamed"
		return &a, false
	}
	return nil, false
}

func samePlot(t *rapid.T, got, want *Plot) {
	t.Helper()
	if got.Len() != want.Len() || got.HiddenCount() != want.HiddenCount() || got.InHiddenLanes() != want.InHiddenLanes() {
		t.Fatalf("%d items are shown, %d hidden, %d in lanes; want %d, %d, %d", got.Len(), got.HiddenCount(), got.InHiddenLanes(),
			want.Len(), want.HiddenCount(), want.InHiddenLanes())
	}
	for i := range want.Len() {
		g, w := got.Row(i), want.Row(i)
		if g != w || got.at(got.order[i]).flags != want.at(want.order[i]).flags {
			t.Fatalf("row %d is %+v, want %+v", i, g, w)
		}
		at, ok := got.Where(w.Ref)
		if where, ok2 := want.Where(w.Ref); at != where || ok != ok2 {
			t.Fatalf("%v lies at %+v, want %+v", w.Ref, at, where)
		}
		if n, ok := got.Find(w.Ref); !ok || n != i {
			t.Fatalf("%v is number %d, want %d", w.Ref, n, i)
		}
	}
	gotFrom, gotTo := got.Span()
	if from, to := want.Span(); gotFrom != from || gotTo != to || got.Height() != want.Height() {
		t.Fatalf("the span is %d to %d, want %d to %d", gotFrom, gotTo, from, to)
	}
	if !reflect.DeepEqual(got.Lanes(), want.Lanes()) || !reflect.DeepEqual(got.HiddenLanes(), want.HiddenLanes()) {
		t.Fatalf("lanes are %+v, want %+v", got.Lanes(), want.Lanes())
	}
	if !slices.Equal(got.Undated(), want.Undated()) {
		t.Fatalf("undated are %v, want %v", got.Undated(), want.Undated())
	}
	for k, starts := range want.starts() {
		if !slices.Equal(got.starts()[k], starts) {
			t.Fatalf("starts of kind %d are %v, want %v", k, got.starts()[k], starts)
		}
	}
	for _, w := range []View{{Window: want.FitWindow()}, {Window: want.DefaultWindow()}} {
		w.W, w.H, w.ShowAsOf, w.AsOf = 1000, 3000, true, edtf.OfDay(2024, 8, 1).Earliest()
		if want.Len() > 0 {
			w.Selected = want.Row(want.Len() / 2).Ref
		}
		sameScene(t, got, want, w)
	}
}

func sameScene(t *rapid.T, got, want *Plot, v View) {
	t.Helper()
	var a, b scene.Scene
	got.Draw(&a, v)
	want.Draw(&b, v)
	if len(a.Items) != len(b.Items) {
		t.Fatalf("%d primitives, want %d", len(a.Items), len(b.Items))
	}
	for i := range b.Items {
		x, y := a.Items[i], b.Items[i]
		r, _ := got.refOf(x.Of)
		s, _ := want.refOf(y.Of)
		x.Of, y.Of = 0, 0
		if x != y || r != s {
			t.Fatalf("primitive %d is %+v of %v, want %+v of %v", i, x, r, y, s)
		}
	}
}

// What is told of the newest day moves the ends of bars still held: an update
// says so, a new plot does not.
func TestDrifted(t *testing.T) {
	c := harbour()
	p := NewPlot(c, PlotOptions{})
	put := func(date edtf.Date) *Plot {
		e := &data.Event{ID: "late", Title: "Late", Type: data.Agree, Status: data.Happened, Date: date}
		q, ok := p.Update(c.With(data.Change{Put: []data.Record{e}}), PlotOptions{})
		if !ok {
			t.Fatal("the plot was not updated")
		}
		return q
	}
	if put(edtf.OfDay(2024, 3, 3)).Drifted(p) {
		t.Error("an event amid the others moves the ends")
	}
	if !put(edtf.OfDay(2124, 3, 3)).Drifted(p) {
		t.Error("an event behind all others does not move the ends")
	}
}
