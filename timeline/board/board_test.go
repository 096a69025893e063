package board_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
	"demarche/timeline/board"
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func caseOf(put ...data.Record) *data.Case {
	return (&data.Case{Info: &data.Info{ID: data.InfoID, Title: "Harbour talks", TimeZone: "Europe/Kyiv"}}).With(data.Change{Put: put})
}

func talks(t testing.TB) *data.Case {
	p := func(id, actor, issue, from, proposal string, s data.Stance) *data.Position {
		return &data.Position{ID: data.ID(id), Actor: data.ID(actor), Issue: data.ID(issue), Stance: s, Proposal: proposal, From: date(t, from)}
	}
	return caseOf(
		&data.Actor{ID: "a", Name: "Alba", Kind: data.State},
		&data.Actor{ID: "b", Name: "Borduria", Kind: data.State},
		&data.Actor{ID: "bm", Name: "Mayor", Kind: data.Person, Memberships: []data.Membership{{Of: "b"}}},
		&data.Issue{ID: "port", Name: "Port"}, &data.Issue{ID: "fish", Name: "Fish"},
		p("1", "a", "port", "2025-01-01", "open the port", data.Demands),
		p("2", "b", "port", "2025-02-01", "open the port", data.Rejects),
		p("3", "bm", "port", "2025-03-01", "open the port to some", data.Conditional),
		p("4", "b", "port", "2025-04-01", "open the port", data.Supports),
		p("5", "a", "fish", "2025-02-15", "a quota", data.Demands),
	)
}

func TestBoard(t *testing.T) {
	b := board.New(data.NewIndex(talks(t))).Shown(timeline.Filter{})
	if len(b.Actors) != 2 {
		t.Fatalf("%d columns; the mayor's positions belong to Borduria's", len(b.Actors))
	}
	var got []string
	for _, p := range b.Points {
		got = append(got, edtf.OfInstant(p).String())
	}
	if want := "2025-01-01 2025-02-01 2025-02-15 2025-03-01 2025-04-01"; strings.Join(got, " ") != want {
		t.Errorf("change points %v, want %s", got, want)
	}
	at := date(t, "2025-03-10").Earliest()
	held := b.Cell("b", "port", at)
	if len(held) != 2 {
		t.Errorf("Borduria holds %d on the port, want its own and the mayor's", len(held))
	}
	if list := b.Statements("b", "port"); len(list) != 3 || list[0].ID != "2" || list[2].ID != "4" {
		t.Errorf("statements %v", list)
	}
	hidden := board.New(b.Index()).Shown(timeline.Filter{Actors: timeline.Set[data.ID]{"b": true}, Text: "fish"})
	if len(hidden.Actors) != 1 || len(hidden.Cell("b", "port", at)) != 0 {
		t.Error("the filter does not hide")
	}
}

// The slider stops where a position is first held, also where its source only
// says by which month it was.
func TestChangesAreWherePositionsBegin(t *testing.T) {
	for _, from := range []string{"2025-12-01", "../2025-12-10", "../2025-12", "/2025-12", "2025-12~"} {
		p := &data.Position{ID: "p", Actor: "a", Issue: "port", Stance: data.Demands, Proposal: "x", From: date(t, from)}
		b := board.New(data.NewIndex(caseOf(&data.Actor{ID: "a", Name: "Alba", Kind: data.State}, &data.Issue{ID: "port", Name: "Port"}, p))).Shown(timeline.Filter{})
		if len(b.Points) != 1 {
			t.Errorf("from %s: the changes are %v", from, b.Points)
			continue
		}
		at := b.Points[0]
		if len(b.Cell("a", "port", at)) != 1 || len(b.Cell("a", "port", at-1)) != 0 {
			t.Errorf("from %s: nothing changes on %s", from, edtf.OfInstant(at))
		}
	}
}

func TestNewIsRecent(t *testing.T) {
	at := date(t, "2025-12-15").Earliest()
	for from, want := range map[string]string{"2025-12-01": "new", "../2025-12-10": "new", "../2025-09-05": "", "2025-09": ""} {
		p := &data.Position{ID: "p", Actor: "a", Issue: "port", Stance: data.Demands, Proposal: "x", From: date(t, from)}
		ix := data.NewIndex(caseOf(&data.Actor{ID: "a", Name: "Alba", Kind: data.State}, &data.Issue{ID: "port", Name: "Port"}, p))
		if got := board.New(ix).MoveOf(p, at).Sign(); got != want {
			t.Errorf("from %s is marked %q, want %q", from, got, want)
		}
	}
}

func TestGap(t *testing.T) {
	b := board.New(data.NewIndex(talks(t))).Shown(timeline.Filter{})
	for _, c := range []struct {
		on    string
		issue data.ID
		want  board.Trend
	}{
		{"2025-01-15", "port", board.OneSide},
		{"2025-02-15", "port", board.Stuck},
		{"2025-04-15", "port", board.Narrowing},
		{"2025-04-15", "fish", board.OneSide},
	} {
		if g := b.Gap(c.issue, date(t, c.on).Earliest()); g.Trend != c.want {
			t.Errorf("on %s the trend on %s is %d, want %d (%+v)", c.on, c.issue, g.Trend, c.want, g)
		}
	}
}

// A gap is one of what is shown: where the filter leaves one side, there is none.
func TestGapFollowsTheFilter(t *testing.T) {
	b := board.New(data.NewIndex(talks(t))).Shown(timeline.Filter{Stances: timeline.Set[data.Stance]{data.Demands: true}})
	if g := b.Gap("port", date(t, "2025-04-15").Earliest()); g.Trend != board.OneSide || g.Holders != 1 {
		t.Errorf("with demands only the gap is %+v", g)
	}
}

func TestSteps(t *testing.T) {
	b := board.New(data.NewIndex(talks(t))).Shown(timeline.Filter{})
	at := date(t, "2024-12-01").Earliest()
	n := 0
	for {
		next, ok := b.Step(at, 1)
		if !ok {
			break
		}
		if next <= at {
			t.Fatalf("a step forward leads from %d to %d", at, next)
		}
		at = next
		n++
	}
	if n != len(b.Points) {
		t.Errorf("%d steps through %d changes", n, len(b.Points))
	}
	for range n - 1 {
		before, ok := b.Step(at, -1)
		if !ok || before >= at {
			t.Fatal("a step back does not lead back")
		}
		at = before
	}
	if _, ok := b.Step(at, -1); ok {
		t.Error("there is something before the first change")
	}
}

// bigCase is a comparison of many actors on many issues.
func bigCase(actors, issues int) *data.Case {
	var put []data.Record
	for a := range actors {
		put = append(put, &data.Actor{ID: data.ID(fmt.Sprintf("a%02d", a)), Name: fmt.Sprintf("Actor %d", a), Kind: data.State})
	}
	for i := range issues {
		put = append(put, &data.Issue{ID: data.ID(fmt.Sprintf("i%02d", i)), Name: fmt.Sprintf("Issue %d", i)})
		for a := range actors {
			put = append(put, &data.Position{ID: data.ID(fmt.Sprintf("p%02d%02d", i, a)), Actor: data.ID(fmt.Sprintf("a%02d", a)), Issue: data.ID(fmt.Sprintf("i%02d", i)),
				Stance: data.Stances()[(a+i)%4], Proposal: fmt.Sprintf("proposal %d about the matter", a*i), From: edtf.OfDay(2025, 1+a%12, 1+i%28)})
		}
	}
	return caseOf(put...)
}

func BenchmarkBoard(b *testing.B) {
	c := bigCase(20, 40)
	ix := data.NewIndex(c)
	at := edtf.OfDay(2025, 9, 9).Earliest()
	for b.Loop() {
		table := board.New(ix).Shown(timeline.Filter{})
		for _, i := range table.Issues {
			table.Gap(i.ID, at)
			for _, a := range table.Actors {
				table.Cell(a.ID, i.ID, at)
			}
		}
	}
}

// What is hidden on the timeline is hidden here, by the same rules.
func TestBoardFollowsTheFilter(t *testing.T) {
	c := talks(t).With(data.Change{Put: []data.Record{
		&data.Issue{ID: "pier", Name: "Pier", Parent: "port"},
		&data.Position{ID: "6", Actor: "a", Issue: "pier", Stance: data.Demands, Proposal: "a longer pier", From: date(t, "2025-02-20"), Disputed: true},
		&data.Position{ID: "7", Actor: "a", Stance: data.Supports, Proposal: "talks in May", From: date(t, "2025-02-20")},
	}})
	at := date(t, "2025-03-10").Earliest()
	for name, x := range map[string]struct {
		filter       timeline.Filter
		columns      string
		rows         string
		held, hidden int
	}{
		"all":             {timeline.Filter{}, "Alba Borduria", "Port|Fish|Port: Pier|No issue", 6, 0},
		"no events":       {timeline.Filter{NoStands: true}, "Alba Borduria", "Port|Fish|Port: Pier|No issue", 6, 0},
		"an issue":        {timeline.Filter{Issues: timeline.Set[data.ID]{"fish": true, "": true, "port": false}}, "Alba Borduria", "Fish|No issue", 2, 5},
		"none":            {timeline.Filter{Issues: timeline.Set[data.ID]{"fish": true, "": false}}, "Alba Borduria", "Fish", 1, 6},
		"who belongs":     {timeline.Filter{Actors: timeline.Set[data.ID]{"b": true, "bm": false}}, "Borduria", "Port|Fish|Port: Pier|No issue", 1, 5},
		"every word":      {timeline.Filter{Text: "some OPEN"}, "Alba Borduria", "Port|Fish|Port: Pier|No issue", 1, 6},
		"what disputed":   {timeline.Filter{Disputed: true}, "Alba Borduria", "Port|Fish|Port: Pier|No issue", 1, 6},
		"a stance":        {timeline.Filter{Stances: timeline.Set[data.Stance]{data.Conditional: true}}, "Alba Borduria", "Port|Fish|Port: Pier|No issue", 1, 6},
		"what has no doc": {timeline.Filter{Documents: timeline.Set[data.ID]{"": false}}, "Alba Borduria", "Port|Fish|Port: Pier|No issue", 0, 7},
	} {
		b := board.New(data.NewIndex(c)).Shown(x.filter)
		var columns, rows []string
		held := 0
		for _, a := range b.Actors {
			columns = append(columns, a.Name)
		}
		for _, i := range b.Issues {
			rows = append(rows, b.IssueName(i))
			for _, a := range b.Actors {
				held += len(b.Cell(a.ID, i.ID, at))
			}
		}
		if got := strings.Join(columns, " "); got != x.columns {
			t.Errorf("%s: columns %s, want %s", name, got, x.columns)
		}
		if got := strings.Join(rows, "|"); got != x.rows {
			t.Errorf("%s: rows %s, want %s", name, got, x.rows)
		}
		if held != x.held || b.Hidden() != x.hidden {
			t.Errorf("%s: %d held and %d hidden, want %d and %d", name, held, b.Hidden(), x.held, x.hidden)
		}
	}
}
