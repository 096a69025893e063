package data

import (
	"testing"

	"demarche/data/edtf"
)

func standingCase(t *testing.T, positions ...Record) *Case {
	return caseOf(append([]Record{
		&Actor{ID: "N", Name: "Norland", Kind: State, Memberships: []Membership{{Of: "U"}}},
		&Actor{ID: "S", Name: "Sudmark", Kind: State},
		&Actor{ID: "U", Name: "Union", Kind: IGO},
		&Actor{ID: "min", Name: "Ministry", Kind: Body, Memberships: []Membership{{Of: "N"}}},
		&Actor{ID: "brandt", Name: "Ilse Brandt", Kind: Person, Memberships: []Membership{
			{Of: "min", Role: "minister", From: date(t, "2026-01"), Until: date(t, "2026-06")}}},
		&Issue{ID: "w", Name: "Water"},
		&Issue{ID: "b", Name: "Border", Scale: &Scale{"old line", "new line"}},
		&Document{ID: "d", Published: date(t, "2026-03-20")},
	}, positions...)...)
}

type pos = Position

func TestStanding(t *testing.T) {
	on := func(p pos) *Position {
		if p.Actor == "" {
			p.Actor = "N"
		}
		if p.Issue == "" {
			p.Issue = "w"
		}
		return &p
	}
	report := Attribution{Relation: Counterpart}
	for _, x := range []struct {
		name      string
		positions []Record
		who       ID
		on        string
		want      []ID
	}{
		{"from the first day on", []Record{on(pos{ID: "p", From: date(t, "2026-03-01"), Proposal: "share"})}, "N", "2026-03-01", []ID{"p"}},
		{"not before", []Record{on(pos{ID: "p", From: date(t, "2026-03-01"), Proposal: "share"})}, "N", "2026-02-28", nil},
		{"an uncertain start counts from its earliest", []Record{on(pos{ID: "p", From: date(t, "2026-03~"), Proposal: "share"})}, "N", "2026-03-02", []ID{"p"}},
		{"undated ones do not hold", []Record{on(pos{ID: "p", Proposal: "share"})}, "N", "2026-03-02", nil},
		{"on the last day", []Record{on(pos{ID: "p", From: date(t, "2026-03-01"), Until: date(t, "2026-03-05"), Proposal: "share"})}, "N", "2026-03-05", []ID{"p"}},
		{"not after the end", []Record{on(pos{ID: "p", From: date(t, "2026-03-01"), Until: date(t, "2026-03-05"), Proposal: "share"})}, "N", "2026-03-06", nil},
		{"several subjects side by side", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "closing the dam"}),
			on(pos{ID: "q", From: date(t, "2026-03-05"), Stance: Supports, Proposal: "sharing the water"})}, "N", "2026-03-06", []ID{"q", "p"}},
		{"same subject, later one holds", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "closing the dam"}),
			on(pos{ID: "q", From: date(t, "2026-03-05"), Stance: Supports, Proposal: "close dam"})}, "N", "2026-03-06", []ID{"q"}},
		{"same subject, before the later one", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "closing the dam"}),
			on(pos{ID: "q", From: date(t, "2026-03-05"), Stance: Supports, Proposal: "close dam"})}, "N", "2026-03-04", []ID{"p"}},
		{"same subject on the same day, both hold", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "closing the dam"}),
			on(pos{ID: "q", From: date(t, "2026-03-01"), Stance: Supports, Proposal: "close dam"})}, "N", "2026-03-06", []ID{"p", "q"}},
		{"both of one day end at a later one", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "close dam"}),
			on(pos{ID: "q", From: date(t, "2026-03-01"), Stance: Supports, Proposal: "close dam"}),
			on(pos{ID: "r", From: date(t, "2026-03-03"), Stance: Supports, Proposal: "close dam"})}, "N", "2026-03-06", []ID{"r"}},
		{"other issue, other matter", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Proposal: "talks"}),
			on(pos{ID: "q", Issue: "b", From: date(t, "2026-03-05"), Proposal: "talks"})}, "N", "2026-03-06", []ID{"q", "p"}},
		{"a report does not end the own word", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "close dam"}),
			on(pos{ID: "q", From: date(t, "2026-03-05"), Stance: Supports, Proposal: "close dam", Attribution: report})}, "N", "2026-03-06", []ID{"q", "p"}},
		{"the own word ends a report", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "close dam", Attribution: report}),
			on(pos{ID: "q", From: date(t, "2026-03-05"), Stance: Supports, Proposal: "close dam"})}, "N", "2026-03-06", []ID{"q"}},
		{"a disputed one ends nothing", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "close dam"}),
			on(pos{ID: "q", From: date(t, "2026-03-05"), Stance: Supports, Proposal: "close dam", Disputed: true})}, "N", "2026-03-06", []ID{"q", "p"}},
		{"a link ends another subject", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Stance: Rejects, Proposal: "any talks"}),
			on(pos{ID: "q", From: date(t, "2026-03-05"), Proposal: "meet", Links: []Link{{Supersedes, Ref{KindPosition, "p"}}}})}, "N", "2026-03-06", []ID{"q"}},
		{"a withdrawn one ends and does not hold", []Record{
			on(pos{ID: "p", From: date(t, "2026-03-01"), Proposal: "share water"}),
			on(pos{ID: "q", From: date(t, "2026-03-05"), Proposal: "share water", Movement: Withdrawn})}, "N", "2026-03-06", nil},
		{"stated for it by another", []Record{on(pos{ID: "p", Actor: "S", For: "N", From: date(t, "2026-03-01"), Proposal: "share"})}, "N", "2026-03-06", []ID{"p"}},
		{"the one who states it has it in its list too", []Record{on(pos{ID: "p", Actor: "S", For: "N", From: date(t, "2026-03-01"), Proposal: "share"})}, "S", "2026-03-06", []ID{"p"}},
		{"its people and bodies speak for it", []Record{on(pos{ID: "p", Actor: "brandt", From: date(t, "2026-03-01"), Proposal: "share"})}, "N", "2026-03-06", []ID{"p"}},
		{"not out of office", []Record{on(pos{ID: "p", Actor: "brandt", From: date(t, "2026-03-01"), Proposal: "share"})}, "N", "2026-08-06", nil},
		{"its people for somebody else do not", []Record{on(pos{ID: "p", Actor: "brandt", For: "S", From: date(t, "2026-03-01"), Proposal: "share"})}, "N", "2026-03-06", nil},
		{"a member state does not speak for the union", []Record{on(pos{ID: "p", From: date(t, "2026-03-01"), Proposal: "share"})}, "U", "2026-03-06", nil},
		{"for the state by one, then by itself", []Record{
			on(pos{ID: "p", Actor: "brandt", For: "N", From: date(t, "2026-03-01"), Proposal: "share water"}),
			on(pos{ID: "q", From: date(t, "2026-03-03"), Proposal: "share water"})}, "N", "2026-03-06", []ID{"q"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			ix := NewIndex(standingCase(t, x.positions...))
			same(t, "standing", ids(ix.Standing(x.who, at(t, x.on))), append([]ID{}, x.want...))
			var on []ID
			for _, p := range ix.Standing(x.who, at(t, x.on)) {
				if p.Issue == "w" {
					on = append(on, p.ID)
				}
			}
			same(t, "on water", ids(ix.StandingOn(x.who, "w", at(t, x.on))), append([]ID{}, on...))
		})
	}
}

func TestEndSinceAndSilence(t *testing.T) {
	p := func(id ID, from string, stance Stance) *Position {
		return &Position{ID: id, Actor: "N", Issue: "w", Stance: stance, Proposal: "share water", From: date(t, from),
			Passages: []Passage{{Document: "d"}}}
	}
	first, second, third := p("1", "2026-01-10", Supports), p("2", "2026-02-10", Supports), p("3", "2026-03-10", Rejects)
	open := &Position{ID: "4", Actor: "S", Issue: "w", Stance: Demands, Proposal: "x", From: date(t, "2026-03/.."), Passages: []Passage{{Document: "d"}}}
	ix := NewIndex(standingCase(t, first, second, third, open))
	if end, by := ix.End(first); end != at(t, "2026-02-10") || by == nil || by.ID != "2" {
		t.Errorf("first ends %d by %v", end, by)
	}
	if end, by := ix.End(third); end != edtf.Future || by != nil {
		t.Errorf("third ends %d by %v", end, by)
	}
	if got := ix.Since(second); got != first.From {
		t.Errorf("second held since %v", got)
	}
	if got := ix.Since(third); got != third.From {
		t.Errorf("third held since %v", got)
	}
	if ix.Previous(third).ID != "2" || ix.Next(first).ID != "2" || ix.Previous(first) != nil || ix.Next(third) != nil {
		t.Error("the row of positions is wrong")
	}
	if days, ok := ix.SilentDays(third, at(t, "2026-03-21")); !ok || days != 10 {
		t.Errorf("silent for %d days, %v", days, ok)
	}
	if days, ok := ix.SilentDays(third, at(t, "2026-03-10")); !ok || days != 0 {
		t.Errorf("silent for %d days on the day itself, %v", days, ok)
	}
	if days, ok := ix.SilentDays(open, at(t, "2026-03-22")); !ok || days != 1 {
		t.Errorf("since March, published on the 20th: silent for %d days, %v", days, ok)
	}
}

func score(n int) *int { return &n }

func TestMovement(t *testing.T) {
	p := func(id ID, from string, stance Stance, firm Firmness) *Position {
		return &Position{ID: id, Actor: "N", Issue: "w", Stance: stance, Firmness: firm, Proposal: "share water", From: date(t, from)}
	}
	s := func(id ID, from string, n int) *Position {
		return &Position{ID: id, Actor: "N", Issue: "b", Stance: Demands, Proposal: string("point " + id), From: date(t, from), Score: score(n)}
	}
	word := p("2", "2026-02", Rejects, "")
	word.Movement = Softened
	computed := s("2", "2026-02", 30)
	computed.Movement = Hardened
	for _, x := range []struct {
		name      string
		positions []Record
		of        ID
		want      Movement
	}{
		{"first", []Record{p("1", "2026-01", Demands, "")}, "1", Initial},
		{"undated", []Record{p("1", "", Demands, "")}, "1", ""},
		{"same again", []Record{p("1", "2026-01", Demands, ""), p("2", "2026-02", Demands, "")}, "2", Reaffirmed},
		{"firmer", []Record{p("1", "2026-01", Demands, Negotiable), p("2", "2026-02", Demands, RedLine)}, "2", Hardened},
		{"less firm", []Record{p("1", "2026-01", Demands, Firm), p("2", "2026-02", Demands, Exploratory)}, "2", Softened},
		{"firmness unknown", []Record{p("1", "2026-01", Demands, ""), p("2", "2026-02", Demands, RedLine)}, "2", Reaffirmed},
		{"from no to yes", []Record{p("1", "2026-01", Rejects, ""), p("2", "2026-02", Supports, "")}, "2", Conceded},
		{"from no to if", []Record{p("1", "2026-01", Rejects, ""), p("2", "2026-02", Conditional, "")}, "2", Softened},
		{"from yes to no", []Record{p("1", "2026-01", Supports, ""), p("2", "2026-02", Rejects, "")}, "2", Withdrawn},
		{"from yes to if", []Record{p("1", "2026-01", Supports, ""), p("2", "2026-02", Conditional, "")}, "2", Hardened},
		{"from unclear", []Record{p("1", "2026-01", Unclear, ""), p("2", "2026-02", Supports, "")}, "2", ""},
		{"the analyst's word", []Record{p("1", "2026-01", Supports, ""), word}, "2", Softened},
		{"score, first", []Record{s("1", "2026-01", 10)}, "1", Initial},
		{"score, same", []Record{s("1", "2026-01", 10), s("2", "2026-02", 10)}, "2", Reaffirmed},
		{"score, away from the low end", []Record{s("1", "2026-01", 10), s("2", "2026-02", 30)}, "2", Softened},
		{"score, past the middle", []Record{s("1", "2026-01", 10), s("2", "2026-02", 60)}, "2", Conceded},
		{"score, back", []Record{s("1", "2026-01", 20), s("2", "2026-02", 10)}, "2", Hardened},
		{"score, away from the high end", []Record{s("1", "2026-01", 90), s("2", "2026-02", 70)}, "2", Softened},
		{"score, past the middle from above", []Record{s("1", "2026-01", 90), s("2", "2026-02", 40)}, "2", Conceded},
		{"score, back up", []Record{s("1", "2026-01", 80), s("2", "2026-02", 90)}, "2", Hardened},
		{"score, on past the middle", []Record{s("1", "2026-01", 10), s("2", "2026-02", 60), s("3", "2026-03", 80)}, "3", Softened},
		{"a score beats the analyst's word", []Record{s("1", "2026-01", 10), computed}, "2", Softened},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := standingCase(t, x.positions...)
			of, _ := c.Positions.Get(x.of)
			if got := NewIndex(c).MovementOf(of); got != x.want {
				t.Errorf("got %q, want %q", got, x.want)
			}
		})
	}
}

func TestDistance(t *testing.T) {
	p := func(id, actor, issue ID, stance Stance, proposal string, n *int) *Position {
		return &Position{ID: id, Actor: actor, Issue: issue, Stance: stance, Proposal: proposal, From: date(t, "2026-01-01"), Score: n}
	}
	for _, x := range []struct {
		name      string
		positions []Record
		known     int
		want      float64
	}{
		{"nothing", nil, 0, 0},
		{"one side only", []Record{p("1", "N", "w", Supports, "a", nil)}, 0, 0},
		{"yes and no", []Record{p("1", "N", "w", Supports, "a", nil), p("2", "S", "w", Rejects, "a", nil)}, 1, 1},
		{"two demands", []Record{p("1", "N", "w", Demands, "a", nil), p("2", "S", "w", Demands, "b", nil)}, 1, 0.5},
		{"the same demand", []Record{p("1", "N", "w", Demands, "the dam", nil), p("2", "S", "w", Demands, "dam", nil)}, 1, 0},
		{"unclear is left out", []Record{p("1", "N", "w", Unclear, "a", nil), p("2", "S", "w", Demands, "b", nil)}, 0, 0},
		{"mean of pairs", []Record{p("1", "N", "w", Rejects, "a", nil), p("2", "N", "w", Supports, "c", nil), p("3", "S", "w", Demands, "b", nil)}, 1, 0.625},
		{"scores", []Record{p("1", "N", "b", Rejects, "a", score(20)), p("2", "S", "b", Rejects, "b", score(90))}, 1, 0.7},
		{"scores without a scale do not count", []Record{p("1", "N", "w", Rejects, "a", score(20)), p("2", "S", "w", Rejects, "b", score(90))}, 1, 0},
		{"mean of issues", []Record{p("1", "N", "b", Rejects, "a", score(0)), p("2", "S", "b", Rejects, "b", score(100)),
			p("3", "N", "w", Supports, "a", nil), p("4", "S", "w", Supports, "b", nil)}, 2, 0.5},
	} {
		t.Run(x.name, func(t *testing.T) {
			ix := NewIndex(standingCase(t, x.positions...))
			d, back := ix.Distance("N", "S", at(t, "2026-02-01")), ix.Distance("S", "N", at(t, "2026-02-01"))
			if len(d.Issues) != x.known || d.Known() != (x.known > 0) || d.Value != x.want {
				t.Errorf("got %+v, want %v over %d", d, x.want, x.known)
			}
			if back.Value != d.Value {
				t.Errorf("there %v, back %v", d.Value, back.Value)
			}
		})
	}
}

func TestIndexLists(t *testing.T) {
	g := []Passage{{Document: "d"}}
	ix := NewIndex(standingCase(t,
		&Document{ID: "d2", Published: date(t, "2026-05-01")}, &Document{ID: "d3"},
		&Event{ID: "1", Date: date(t, "2026-02-01"), Actors: []ID{"N", "S"}, Issues: []ID{"w"}, Passages: g},
		&Event{ID: "2", Date: date(t, "2025-02-01"), Actors: []ID{"N"}, Passages: []Passage{{Document: "d2"}}},
		&Event{ID: "3", Actors: []ID{"N"}, Passages: []Passage{{Document: "d3"}}},
		&Position{ID: "4", Actor: "brandt", For: "N", Issue: "w", Passages: g},
		&Suggestion{ID: "5", Document: "d", Event: &Event{Passages: []Passage{{Document: "d", Start: 50}}}},
		&Suggestion{ID: "6", Document: "d", Event: &Event{Passages: []Passage{{Document: "d", Start: 10}}}},
	))
	same(t, "events of N", ids(ix.Events(Ref{KindActor, "N"})), []ID{"2", "1", "3"})
	same(t, "events of S", ids(ix.Events(Ref{KindActor, "S"})), []ID{"1"})
	same(t, "events on water", ids(ix.Events(Ref{KindIssue, "w"})), []ID{"1"})
	same(t, "events in d", ids(ix.Events(Ref{KindDocument, "d"})), []ID{"1"})
	same(t, "positions of N", ids(ix.Positions(Ref{KindActor, "N"})), []ID{"4"})
	same(t, "positions of Brandt", ids(ix.Positions(Ref{KindActor, "brandt"})), []ID{"4"})
	same(t, "suggestions", ids(ix.Suggestions("d")), []ID{"6", "5"})
	same(t, "members", ids(ix.Members("N")), []ID{"min"})
	same(t, "people", ids(ix.People("N")), []ID{"brandt"})
	same(t, "people of the union", ids(ix.People("U")), []ID{})
	same(t, "documents of N", ids(ix.Documents(Ref{KindActor, "N"})), []ID{"d2", "d", "d3"})
	same(t, "documents of an event", ids(ix.Documents(Ref{KindEvent, "1"})), []ID{"d"})
	if got := ix.Undated(); len(got) != 2 || got[0] != (Ref{KindEvent, "3"}) || got[1] != (Ref{KindPosition, "4"}) {
		t.Errorf("undated %v", got)
	}
}
