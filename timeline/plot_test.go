package timeline

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/made"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
	"pgregory.net/rapid"
)

func date(s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func event(id, title, when string, actor, issue data.ID) *data.Event {
	e := &data.Event{ID: data.ID(id), Title: title, Type: data.Consult, Status: data.Happened}
	if when != "" {
		e.Date = date(when)
	}
	if actor != "" {
		e.Actors = []data.ID{actor}
	}
	if issue != "" {
		e.Issues = []data.ID{issue}
	}
	return e
}

func position(id, proposal, from, until string, actor, issue data.ID, s data.Stance) *data.Position {
	p := &data.Position{ID: data.ID(id), Proposal: proposal, Actor: actor, Issue: issue, Stance: s}
	if from != "" {
		p.From = date(from)
	}
	if until != "" {
		p.Until = date(until)
	}
	return p
}

// harbour is a small invented case.
func harbour() *data.Case {
	c := &data.Case{Info: &data.Info{ID: data.InfoID, Title: "Harbour talks"}}
	c.Documents = data.NewTable([]*data.Document{
		{ID: "d1", Title: "First report", Published: date("2024-03-10")},
		{ID: "d2", Title: "Second report", Published: date("2024-05-02")},
	})
	c.Actors = data.NewTable([]*data.Actor{
		{ID: "a1", Name: "Northland", Kind: data.State},
		{ID: "a2", Name: "Southland", Kind: data.State, Color: "#112233"},
		{ID: "a3", Name: "Ada North", Kind: data.Person, Memberships: []data.Membership{{Of: "a1", Role: "envoy"}}},
	})
	c.Issues = data.NewTable([]*data.Issue{
		{ID: "i1", Name: "Harbour"},
		{ID: "i2", Name: "Fees", Parent: "i1"},
		{ID: "i3", Name: "Pilots", Parent: "i1"},
		{ID: "i4", Name: "Fishing"},
		{ID: "i5", Name: "Quotas", Parent: "i4"},
	})
	late := event("e3", "Pilots strike", "2024-04-20", "a2", "i3")
	late.Passages = []data.Passage{{Document: "d2", Start: 0, End: 1, Quote: "x"}}
	c.Events = data.NewTable([]*data.Event{
		event("e1", "Talks open", "2024-03-04", "a1", "i2"),
		event("e2", "Second round", "2024-03-18/2024-03-20", "a3", "i2"),
		late,
		event("e4", "Catch counted", "2024-04~", "a2", "i5"),
		event("e5", "A letter", "", "a2", "i5"),
		event("e6", "Storm", "2024-02-10", "", ""),
	})
	fees := position("p1", "no fees for pilots", "2024-03-04", "", "a1", "i2", data.Demands)
	fees.Firmness = data.RedLine
	fees.Links = []data.Link{{Kind: data.Answers, To: data.Ref{Kind: data.KindPosition, ID: "p2"}}}
	c.Positions = data.NewTable([]*data.Position{
		fees,
		position("p2", "fees by tonnage", "2024-02-20", "2024-04-01", "a2", "i2", data.Conditional),
		position("p3", "halve the quotas", "", "", "a1", "i5", data.Rejects),
	})
	return c
}

func eventRef(id data.ID) data.Ref    { return data.Ref{Kind: data.KindEvent, ID: id} }
func positionRef(id data.ID) data.Ref { return data.Ref{Kind: data.KindPosition, ID: id} }

func titles(p *Plot) []string {
	var out []string
	for _, l := range p.Lanes() {
		out = append(out, l.Title)
	}
	return out
}

func TestLanes(t *testing.T) {
	for _, c := range []struct {
		name string
		opt  PlotOptions
		want []string
	}{
		{"by issue", PlotOptions{}, []string{"Harbour", "Fees", "Pilots", "Fishing: Quotas", "No issue"}},
		{"folded", PlotOptions{Folded: map[string]bool{"i1": true}}, []string{"Harbour", "Fishing: Quotas", "No issue"}},
		{"hidden", PlotOptions{Hidden: map[string]bool{"i5": true, "": true}}, []string{"Harbour", "Fees", "Pilots"}},
		{"ordered", PlotOptions{Order: []string{"i4", "i1", "i3"}}, []string{"Fishing: Quotas", "Harbour", "Pilots", "Fees", "No issue"}},
		{"by actor", PlotOptions{Grouping: ByActor}, []string{"Northland", "Ada North", "Southland", "No actor"}},
		{"by type", PlotOptions{Grouping: ByType}, []string{"Conditional", "Demands", "Consult"}},
		{"by document", PlotOptions{Grouping: ByDocument}, []string{"Second report", "No document"}},
		{"in one", PlotOptions{Grouping: Ungrouped}, []string{"Everything"}},
	} {
		p := NewPlot(harbour(), c.opt)
		if got := titles(p); !slices.Equal(got, c.want) {
			t.Errorf("%s: lanes are %q, want %q", c.name, got, c.want)
		}
		y := float32(0)
		for _, l := range p.Lanes() {
			if l.Y != y || l.H <= 0 {
				t.Errorf("%s: lane %s lies at %v, %v high, want at %v", c.name, l.Title, l.Y, l.H, y)
			}
			y += l.H
		}
		if y != p.Height() {
			t.Errorf("%s: the plot is %v high, its lanes %v", c.name, p.Height(), y)
		}
	}
}

func TestWhatIsShown(t *testing.T) {
	none := Set[data.ID]{}
	for _, c := range []struct {
		name           string
		opt            PlotOptions
		shown, undated int
	}{
		{"all", PlotOptions{}, 7, 2},
		{"a word", PlotOptions{Filter: Filter{Text: "PILOTS"}}, 2, 0},
		{"two words", PlotOptions{Filter: Filter{Text: "pilots strike"}}, 1, 0},
		{"a state with its people", PlotOptions{Filter: Filter{Actors: Set[data.ID]{"a1": true, "": false}}}, 3, 1},
		{"a state without a person", PlotOptions{Filter: Filter{Actors: Set[data.ID]{"a1": true, "a3": false, "": false}}}, 2, 1},
		{"no actor's", PlotOptions{Filter: Filter{Actors: none}}, 1, 0},
		{"an issue with those under it", PlotOptions{Filter: Filter{Issues: Set[data.ID]{"i4": true, "": false}}}, 1, 2},
		{"a stance", PlotOptions{Filter: Filter{Stances: Set[data.Stance]{data.Demands: true}, NoEvents: true}}, 1, 0},
		{"no positions", PlotOptions{Filter: Filter{NoStands: true}}, 5, 1},
		{"a time", PlotOptions{Filter: Filter{From: date("2024-03-15").Earliest(), To: date("2024-03-31").Latest()}}, 3, 0},
		{"a document", PlotOptions{Filter: Filter{Documents: Set[data.ID]{"d2": true, "": false}}}, 1, 0},
		{"a hidden lane", PlotOptions{Hidden: map[string]bool{"i2": true}}, 3, 2},
	} {
		p := NewPlot(harbour(), c.opt)
		if p.Len() != c.shown || len(p.Undated()) != c.undated {
			t.Errorf("%s: %d shown and %d undated, want %d and %d", c.name, p.Len(), len(p.Undated()), c.shown, c.undated)
		}
		if sum := p.Len() + len(p.Undated()) + p.HiddenCount(); sum != 9 {
			t.Errorf("%s: %d items shown, undated or hidden, want 9", c.name, sum)
		}
	}
}

func TestOrder(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{})
	var got []data.ID
	at := data.Ref{}
	for range p.Refs() {
		at = p.Next(at)
		got = append(got, at.ID)
	}
	want := []data.ID{"e6", "p2", "e1", "p1", "e2", "e4", "e3"}
	for _, ref := range p.Undated() { // they come last
		want = append(want, ref.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("in time order come %v, want %v", got, want)
	}
	if p.Next(at) != at || p.Prev(eventRef("e6")) != eventRef("e6") {
		t.Errorf("the order does not stop at its ends")
	}
	if p.Prev(eventRef("e2")) != positionRef("p1") {
		t.Errorf("before the second round comes %v", p.Prev(eventRef("e2")))
	}
	for i := range p.Len() {
		if n, ok := p.Find(p.Row(i).Ref); !ok || n != i {
			t.Errorf("row %d is found at %d", i, n)
		}
	}
	if at, ok := p.NextChange(date("2024-03-04").Earliest(), false); !ok || at != date("2024-03-18").Earliest() {
		t.Errorf("the next change is %s", edtf.OfInstant(at))
	}
	if at, ok := p.PrevChange(date("2024-03-04").Earliest(), false); !ok || at != date("2024-02-20").Earliest() {
		t.Errorf("the change before is %s", edtf.OfInstant(at))
	}
}

func TestActorColors(t *testing.T) {
	th := Light()
	colors := ActorColors(harbour(), th)
	if colors["a1"] != th.ActorColor(0) {
		t.Errorf("the first actor has the color %v", colors["a1"])
	}
	if want, _ := ParseColor("#112233"); colors["a2"] != want {
		t.Errorf("an actor's own color is lost: %v", colors["a2"])
	}
	if colors["a3"] == colors["a1"] || colors["a3"].A != 255 {
		t.Errorf("a person has the color %v", colors["a3"])
	}
}

func TestCircleOfIssuesAndActors(t *testing.T) {
	c := harbour()
	c = c.With(data.Change{Put: []data.Record{
		&data.Issue{ID: "i2", Name: "Fees", Parent: "i3"}, &data.Issue{ID: "i3", Name: "Pilots", Parent: "i2"},
		&data.Actor{ID: "a1", Name: "Northland", Kind: data.State, Memberships: []data.Membership{{Of: "a3"}}},
	}})
	for _, g := range Groupings() {
		p := NewPlot(c, PlotOptions{Grouping: g, Filter: Filter{Actors: Set[data.ID]{"a2": true, "a1": true}}})
		if p.Len() == 0 {
			t.Errorf("by %s nothing is shown", g)
		}
	}
}

func TestDefaultWindow(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{})
	w := p.DefaultWindow()
	for _, id := range []data.ID{"e6", "e1", "e3"} {
		at, ok := p.Where(eventRef(id))
		if !ok || !w.Holds(at.Mid) {
			t.Errorf("%s does not show at the start", id)
		}
	}
	long := harbour().With(data.Change{Put: []data.Record{position("p9", "ours since ever", "1950/..", "", "a1", "i2", data.Demands)}})
	if w := NewPlot(long, PlotOptions{}).DefaultWindow(); w.Span() > 300*86400 {
		t.Errorf("a position of 1950 squeezes the rest: %d days", w.Span()/86400)
	}
	big := NewPlot(made.Case(made.Options{Items: 5000}), PlotOptions{})
	from, to := big.Span()
	if w := big.DefaultWindow(); w.Span() > (to-from)/4 {
		t.Errorf("a large case opens on %d of %d days", w.Span()/86400, (to-from)/86400)
	}
	empty := NewPlot(&data.Case{}, PlotOptions{})
	if w := empty.DefaultWindow(); w != w.Valid() {
		t.Errorf("an empty case opens on %v", w)
	}
}

func TestReveal(t *testing.T) {
	p := NewPlot(made.Case(made.Options{Items: 800}), PlotOptions{})
	v := View{Window: p.DefaultWindow(), W: 1000, H: 500}
	for i := 0; i < p.Len(); i += 37 {
		ref := p.Row(i).Ref
		r, ok := p.Reveal(v, ref)
		at, _ := p.Where(ref)
		if !ok || r.Window.Span() != v.Window.Span() {
			t.Fatalf("%v is not revealed: %v", ref, ok)
		}
		if y := at.Y - r.ScrollY; y < -1 || y+at.H > v.H-AxisHeight+1 {
			t.Errorf("%v lies at %v under the axis", ref, y)
		}
		if at.Event && !r.Window.Holds(at.Mid) || at.To < r.Window.From || at.From > r.Window.To {
			t.Errorf("%v is outside the window", ref)
		}
		v = r
	}
}

func TestOverview(t *testing.T) {
	p := NewPlot(made.Case(made.Options{Items: 800}), PlotOptions{})
	v := View{Window: p.DefaultWindow(), W: 1000, H: 500}
	var s scene.Scene
	p.DrawOverview(&s, v, 1000, 86)
	if len(s.Items) < 10 {
		t.Fatalf("the overview has %d primitives", len(s.Items))
	}
	sum := 0
	for _, starts := range p.starts() {
		sum += len(starts)
	}
	if sum != p.Len() {
		t.Errorf("the overview counts %d of %d items", sum, p.Len())
	}
	sc := p.OverviewScale(1000)
	x := func(at int64) float32 { return p.HeaderWidth() + float32(sc.X(at)) }
	from, to := x(v.Window.From), x(v.Window.To)
	for _, c := range []struct {
		x    float32
		want OverviewPart
	}{{from, OverviewFrom}, {to, OverviewTo}, {(from + to) / 2, OverviewBody}, {from - 30, OverviewGround}} {
		if got := p.HitOverview(v, 1000, c.x); got != c.want {
			t.Errorf("at %v lies %v, want %v (window %v to %v)", c.x, got, c.want, from, to)
		}
	}
	moved := p.DragOverview(v, OverviewBody, 1000, from, from-40)
	if moved.Window.Span() != v.Window.Span() || moved.Window.From >= v.Window.From {
		t.Errorf("dragging the window made it %v", moved.Window)
	}
	wider := p.DragOverview(v, OverviewFrom, 1000, from, from-40)
	if wider.Window.To != v.Window.To || wider.Window.From >= v.Window.From {
		t.Errorf("dragging its start made it %v", wider.Window)
	}
	there := p.DragOverview(v, OverviewGround, 1000, 0, x(p.FitWindow().From)+50)
	if at := sc.T(50); !there.Window.Holds(at) {
		t.Errorf("a click on the ground did not bring the window there")
	}
}

func TestDateNotes(t *testing.T) {
	for _, c := range []struct{ edtf, want string }{
		{"2025-12-15", ""},
		{"2025-12-15~", "about 15 Dec"},
		{"2025-11~", "about Nov"},
		{"2025-11", "Nov"},
		{"2025?", "perhaps 2025"},
		{"2025-12-14/2025-12-15", "14–15 Dec"},
		{"2025-11-30/2025-12-02", "30 Nov – 2 Dec"},
		{"2025-12-01/..", "from 1 Dec"},
		{"../2025-12-01", "until 1 Dec"},
		{"-0043", "44 BCE"},
		{"2025-33", "Q1"},
		{"2025-22", "summer"},
		{"199X", "1990s"},
	} {
		if got := dateNote(date(c.edtf), scale.English()); got != c.want {
			t.Errorf("%s is noted as %q, want %q", c.edtf, got, c.want)
		}
	}
}

func TestLongAndBrokenTexts(t *testing.T) {
	long := strings.Repeat("ж", 30_000)
	p := NewPlot(harbour().With(data.Change{Put: []data.Record{
		event("e1", "one\ntwo\tthree", "2024-03-04", "a1", "i1"),
		event("e2", long, "2024-03-04", "a1", "i1"), &data.Issue{ID: "i1", Name: long},
	}}), PlotOptions{})
	var s scene.Scene
	p.Draw(&s, View{Window: p.FitWindow(), W: 800, H: 900})
	seen := false
	for _, it := range s.Items {
		if len(it.Text) > 2*longest || strings.ContainsAny(it.Text, "\n\t") || !utf8.ValidString(it.Text) {
			t.Errorf("a text of %d bytes is drawn", len(it.Text))
		}
		seen = seen || it.Text == "one two three"
	}
	if !seen {
		t.Errorf("the title with a line break is not drawn")
	}
}

func TestOddDates(t *testing.T) {
	dates := []string{"", "-9999", "Y999999999", "2025/..", "../2025", "/2025-03", "2025-03/", "00XX", "2025-XX", "-000X", "2025-12-15T10:30"}
	rapid.Check(t, func(t *rapid.T) {
		pick := rapid.SampledFrom(dates)
		c := harbour().With(data.Change{Put: []data.Record{
			event("e1", "x", pick.Draw(t, "event"), "a1", "i1"), event("e2", "y", pick.Draw(t, "event"), "a9", "i9"),
			position("p1", "z", pick.Draw(t, "from"), pick.Draw(t, "until"), "a1", "i1", "odd"),
		}})
		p := NewPlot(c, PlotOptions{Grouping: rapid.SampledFrom(Groupings()).Draw(t, "grouping")})
		if sum := p.Len() + len(p.Undated()) + p.HiddenCount(); sum != 9 {
			t.Fatalf("%d items of 9", sum)
		}
		var s scene.Scene
		for _, w := range []scale.Window{p.DefaultWindow(), p.FitWindow()} {
			v := View{Window: w, W: 800, H: 600}
			p.Draw(&s, v)
			p.DrawOverview(&s, v, 800, 80)
			for _, it := range s.Items {
				if it.X0 != it.X0 || it.X1 != it.X1 || it.X1 > 4*farPixels || it.X0 < -4*farPixels {
					t.Fatalf("%+v is out of all bounds", it)
				}
			}
		}
	})
}
