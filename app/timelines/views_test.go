package timelines

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/rows"
	"demarche/app/session"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/store"
	"demarche/timeline"
	"demarche/timeline/scale"
)

func labels(chips []chip) []string {
	var out []string
	for _, c := range chips {
		out = append(out, c.label)
	}
	return out
}

func TestChips(t *testing.T) {
	c := (&data.Case{Info: &data.Info{ID: data.InfoID, Title: "Small"}}).With(data.Change{Put: append(records(),
		&data.Document{ID: "doc", Title: "A long report about the talks in Berlin"},
		&data.Event{ID: "e9", Title: "Deal", Type: data.Agree, Status: data.Happened})})
	actors, issues := actorTree(c), issueTree(c)
	var f session.Filter
	for _, tt := range []struct {
		f    session.Filter
		want []string
	}{
		{f, nil},
		{f.WithText("  two words "), []string{"“two words”"}},
		{f.WithActors(true, "ua"), []string{"Only United States"}},
		{f.WithActors(true, "us"), []string{"Only Ukraine"}},
		{f.WithActors(true, "aide"), []string{"Without Aide"}},
		{f.WithActors(true, actors.others("envoy")...), []string{"Only United States, Envoy"}},
		{f.WithActors(true, ""), []string{"Without what names no actor"}},
		{f.WithActors(true, "gone"), nil},
		{f.WithIssues(true, "donbas"), []string{"Only Territory"}},
		{f.WithStance(data.Rejects, true), []string{"Only stance Demands"}},
		{f.WithStance(data.Unclear, true), nil}, // the case has none
		{f.WithTypes(true, data.Consult), []string{"Only type Agreement"}},
		{f.WithDocuments(true, "doc"), []string{"Without A long report about the ta…"}},
		{session.Filter{Only: data.KindEvent}, []string{"Only events"}},
		{session.Filter{Only: data.KindPosition, Disputed: true, New: true}, []string{"Only positions", "Only disputed", "Only unreviewed"}},
		{session.Filter{From: edtf.OfMonth(2025, 11)}, []string{"From Nov 2025"}},
		{session.Filter{Until: edtf.OfDay(2025, 12, 1)}, []string{"Until 1 Dec 2025"}},
		{session.Filter{From: edtf.OfMonth(2025, 11), Until: edtf.OfDay(2025, 12, 1)}, []string{"Nov 2025 to 1 Dec 2025"}},
		{session.Filter{From: edtf.OfYear(2025), Until: edtf.OfYear(2025)}, []string{"2025"}},
	} {
		got := chipsOf(c, tt.f, &actors, &issues)
		for i, want := range tt.want {
			if want = strings.Replace(want, "A long report about the ta…", cut("A long report about the talks in Berlin"), 1); i < len(got) && got[i].label != want {
				t.Errorf("%+v: %q, want %q", tt.f, got[i].label, want)
			}
		}
		if len(got) != len(tt.want) {
			t.Errorf("%+v: %q, want %q", tt.f, labels(got), tt.want)
		}
		for _, c := range got {
			if len(labels(got)) == 1 && !c.rest.IsZero() {
				t.Errorf("without %q the filter is %+v", c.label, c.rest)
			}
		}
	}
}

func TestFilterBar(t *testing.T) {
	b := newBench(t, records()...)
	if b.s.bar.root.Visible() {
		t.Fatal("without a filter there is a bar")
	}
	b.ses.Filter.Set(session.Filter{Text: "envoy", Only: data.KindEvent})
	if !b.s.bar.root.Visible() || len(b.s.bar.chips) != 2 {
		t.Fatalf("%d chips", len(b.s.bar.chips))
	}
	said := texts(b.s.bar.root)
	for _, want := range []string{"“envoy”", "Only events", "4 of 5 hidden by the filter", "1 match", "Clear"} {
		if !strings.Contains(said, want) {
			t.Errorf("the bar says %q, and not %q", said, want)
		}
	}
	test.Tap(b.s.bar.chips[0])
	if f := b.ses.Filter.Get(); f.Text != "" || f.Only != data.KindEvent {
		t.Errorf("a press on the first chip leaves %+v", f)
	}
	if at := b.s.center.body.Position().Y; at < 20 {
		t.Errorf("the picture lies under the bar, at %g", at)
	}
	b.s.bar.chips[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if at := b.s.center.body.Position().Y; at != 0 {
		t.Errorf("without the bar the picture starts at %g", at)
	}
	if !b.ses.Filter.Get().IsZero() || b.s.bar.root.Visible() {
		t.Error("the last chip leaves a filter")
	}
}

func TestManyChipsHaveRoom(t *testing.T) {
	b := newBench(t, records()...)
	b.ses.Filter.Set(session.Filter{Text: "a very long text to look for", Only: data.KindEvent, Disputed: true, New: true,
		From: edtf.OfDay(2025, 11, 11), Until: edtf.OfDay(2025, 12, 12)}.WithActors(true, "ua").WithIssues(true, "donbas"))
	end, hidden := float32(0), 0
	for _, c := range b.s.bar.chips {
		if !c.Visible() {
			hidden++
			continue
		}
		if c.Position().X < end {
			t.Errorf("%s overlaps the one before", c.Label)
		}
		end = c.Position().X + c.Size().Width
	}
	if hidden == 0 || end > b.s.bar.holds.Size().Width {
		t.Errorf("%d chips are left out; they end at %g of %g", hidden, end, b.s.bar.holds.Size().Width)
	}
	if more := b.s.bar.holds.Objects[len(b.s.bar.holds.Objects)-1]; !more.Visible() {
		t.Error("nothing stands for the chips without room")
	}
}

func TestMatches(t *testing.T) {
	b := newBench(t, append(records(), &data.Event{ID: "e4", Title: "The envoy leaves", Type: data.Consult, Status: data.Happened})...)
	if b.s.NextMatch(false) {
		t.Error("without a text there is a next match")
	}
	b.ses.Filter.Set(session.Filter{Text: "envoy"})
	var got []string
	step := func(back bool) {
		b.s.NextMatch(back)
		got = append(got, string(b.ses.Selected.Get().ID)+" "+b.s.found())
	}
	for _, back := range []bool{false, false, false, true, true, true} {
		step(back)
	}
	want := []string{"e1 1 of 2", "e4 2 of 2", "e1 1 of 2", "e4 2 of 2", "e1 1 of 2", "e4 2 of 2"}
	if !slices.Equal(got, want) { // what has no date comes last, and after it the first
		t.Errorf("%q, want %q", got, want)
	}
	b.ses.Filter.Set(session.Filter{Text: "nowhere"})
	if b.s.NextMatch(false); b.s.found() != "No match" {
		t.Errorf("nothing is found: %q", b.s.found())
	}
	b.ses.Selected.Set(data.Ref{})
	b.ses.Filter.Set(session.Filter{Text: "a"})
	b.s.NextMatch(true)
	if at, n := b.s.chart.Plot().Number(b.ses.Selected.Get()), b.s.matches(); at != n-1 {
		t.Errorf("backwards from nothing it goes to %d of %d", at, n)
	}
}

func TestMatchIsInSight(t *testing.T) {
	put := records()
	for i := range 40 {
		put = append(put, &data.Position{ID: data.ID("q" + string(rune('A'+i))), Actor: "ua", Issue: "land", Stance: data.Demands,
			Proposal: "Filler", From: edtf.OfDay(2025, 12, 1)})
	}
	put = append(put, &data.Event{ID: "late", Title: "The needle", Type: data.Agree, Status: data.Happened, Date: edtf.OfDay(2031, 5, 5), Issues: []data.ID{"donbas"}})
	b := newBench(t, put...)
	b.s.chart.LookAt(scale.Window{From: edtf.OfDay(2025, 11, 1).Earliest(), To: edtf.OfDay(2025, 12, 31).Latest()})
	b.ses.Filter.Set(session.Filter{Text: "needle"})
	b.s.NextMatch(false)
	b.ses.Filter.Set(session.Filter{}) // the others come back; the match stays where one sees it
	b.ses.Selected.Set(data.Ref{})
	b.ses.Selected.Set(data.Ref{Kind: data.KindEvent, ID: "late"})
	at, _ := b.s.chart.Plot().Where(b.ses.Selected.Get())
	v := b.s.chart.View()
	if !v.Window.Holds(at.Mid) || at.Y < v.ScrollY || at.Y+at.H > v.ScrollY+v.H {
		t.Errorf("the match stands at %d, %g; the view is %+v", at.Mid, at.Y, v)
	}
}

// Every item can be reached by keys alone, in time order and each once.
func TestEveryItemByKeys(t *testing.T) {
	b := newBench(t, records()...)
	do := func(label string) data.Ref {
		for _, c := range b.s.Commands() {
			if c.Label == label {
				c.Do()
			}
		}
		return b.ses.Selected.Get()
	}
	var got []data.Ref
	for range b.s.matches() {
		got = append(got, do("Next item"))
	}
	if want := b.s.chart.Plot().Refs(); len(got) != 5 || !slices.Equal(got, want) {
		t.Errorf("the keys reach %v of %v", got, want)
	}
	for _, want := range []data.ID{"e2", "e1", "p2", "p1", "p1"} {
		if at := do("Previous item"); at.ID != want {
			t.Errorf("back leads to %v, not to %s", at, want)
		}
	}
}

func TestTableGoesWithThePicture(t *testing.T) {
	b := newBench(t, records()...)
	tb := b.s.center.table
	if tb.Len() != 0 {
		t.Error("a table that is not seen is filled")
	}
	b.s.center.show(data.BothShapes)
	if tb.Len() != 5 {
		t.Fatalf("the table has %d rows", tb.Len())
	}
	b.ses.Filter.Set(session.Filter{Only: data.KindPosition})
	if tb.Len() != 2 {
		t.Errorf("filtered it has %d", tb.Len())
	}
	b.ses.Selected.Set(data.Ref{Kind: data.KindPosition, ID: "p2"})
	if got := tb.Chosen(); len(got) != 1 || got[0].ID != "p2" {
		t.Errorf("what is selected in the picture is %v in the table", got)
	}
	b.s.center.copy()
	if got := fyne.CurrentApp().Clipboard().Content(); got != "2 Dec 2025\tWithdraw\tUnited States\tTerritory\tDemands\t\t\n" {
		t.Errorf("copied %q", got)
	}
	if b.desk.told == "" {
		t.Error("copying says nothing")
	}
	b.s.center.next()
	if b.s.center.shape != data.TableShape {
		t.Errorf("after both comes %s", b.s.center.shape)
	}
	b.s.center.next()
	if b.s.center.shape != data.Picture || b.s.center.hasTable() {
		t.Errorf("after the table comes %s", b.s.center.shape)
	}
	if err := b.ses.Do(data.Removal(b.ses.Case(), data.Ref{Kind: data.KindPosition, ID: "p1"})); err != nil {
		t.Fatal(err)
	}
	b.s.center.show(data.TableShape)
	if tb.Len() != 1 {
		t.Errorf("shown again it has %d rows", tb.Len())
	}
	tb.SortBy(rows.Who)
}

func TestSavedViews(t *testing.T) {
	b := newBench(t, records()...)
	s := b.s
	window := scale.Window{From: edtf.OfDay(2025, 12, 1).Earliest(), To: edtf.OfDay(2025, 12, 20).Latest()}
	s.ses.Grouping.Set(string(timeline.ByActor))
	s.ses.SetLanes(data.Lanes{Order: []string{"ua", "us"}, Folded: []string{"us"}})
	s.ses.Filter.Set(session.Filter{}.WithStance(data.Rejects, true))
	s.ses.AsOf.Set(edtf.OfDay(2025, 12, 3).Earliest())
	s.center.show(data.BothShapes)
	s.chart.LookAt(window)
	window = s.chart.View().Window
	if err := s.keep(s.ses.NewID(), "  Who moved "); err != nil {
		t.Fatal(err)
	}
	saved, ok := viewNamed(s.ses.Case(), "who MOVED")
	if !ok || saved.Name != "Who moved" || !s.shows(saved) {
		t.Fatalf("saved %+v", saved)
	}

	// The view is left behind, the case closed and opened by a colleague.
	s.ses.Grouping.Set(string(timeline.ByIssue))
	s.ses.Filter.Set(session.Filter{})
	s.center.show(data.Picture)
	s.chart.Fit()
	if s.shows(saved) {
		t.Error("another look counts as the saved one")
	}
	path := b.st.Path()
	if err := b.st.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := store.Open(path, store.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	c := benchOn(t, again)
	v, ok := viewNamed(c.ses.Case(), "Who moved")
	if !ok {
		t.Fatal("it is not in the file")
	}
	c.s.showView(v)
	if !c.s.shows(v) || c.s.chart.View().Window != window || c.s.center.shape != data.BothShapes {
		t.Errorf("opened, one looks at %+v in %v", c.s.look(), c.s.chart.View().Window)
	}
	if c.ses.By() != timeline.ByActor || !slices.Equal(c.ses.Lanes().Order, []string{"ua", "us"}) {
		t.Errorf("lanes %v %v", c.ses.By(), c.ses.Lanes())
	}
	if _, err := again.Undo(); err != nil || c.ses.Case().Views.Len() != 0 {
		t.Errorf("undone, %d views are left (%v)", c.ses.Case().Views.Len(), err)
	}
}

func TestRenameAndDeleteViews(t *testing.T) {
	b := newBench(t, records()...)
	s := b.s
	for _, name := range []string{"One", "Two"} {
		if err := s.keep(s.ses.NewID(), name); err != nil {
			t.Fatal(err)
		}
	}
	one, _ := viewNamed(s.ses.Case(), "One")
	if err := s.renameView(one.ID, "two"); err == nil {
		t.Error("two views may have one name")
	}
	if err := s.renameView(one.ID, " "); err == nil {
		t.Error("a view may have no name")
	}
	if err := s.renameView(one.ID, "First"); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, c := range s.viewCommands() {
		keys = append(keys, c.Label+" "+string(c.Key))
	}
	if want := []string{"Save this view… D", "Rename or delete… ", "First 1", "Two 2"}; !slices.Equal(keys, want) {
		t.Errorf("the menu has %q, not %q", keys, want)
	}
	if err := s.ses.Do(data.Removal(s.ses.Case(), one.Ref())); err != nil {
		t.Fatal(err)
	}
	if items, err := b.st.Trash(); err != nil || len(items) != 1 || data.NameOf(items[0].Record) != "First" {
		t.Errorf("the trash holds %v (%v)", items, err)
	}
	if err := s.renameView(one.ID, "Back"); err == nil {
		t.Error("a deleted view is renamed")
	}
}

// A view whose lanes, actors and grouping are gone still opens.
func TestViewOfAnotherCase(t *testing.T) {
	b := newBench(t, records()...)
	v := &data.SavedView{ID: "v", Name: "Odd", Grouping: "weather", From: 5, To: 5, Lanes: data.Lanes{Hidden: []string{"nobody"}},
		Filter: data.Filter{}.WithActors(true, "nobody"), Shape: data.TableShape}
	b.s.showView(v)
	if b.ses.By() != timeline.ByIssue || b.s.chart.Plot().Len() != 4 || b.s.center.table.Len() != 5 {
		t.Errorf("by %s, %d items, %d rows", b.ses.By(), b.s.chart.Plot().Len(), b.s.center.table.Len())
	}
}

func TestFilterForm(t *testing.T) {
	b := newBench(t, records()...)
	form := newFilterForm(b.s)
	form.from.SetText("Nov 2025")
	form.until.SetText("14 December 2025")
	form.disputed.OnTap()
	form.only.OnChanged(1)
	got, err := form.read()
	want := session.Filter{From: edtf.OfMonth(2025, 11), Until: edtf.OfDay(2025, 12, 14), Disputed: true, Only: data.KindEvent}
	if err != nil || !got.Equal(want) {
		t.Errorf("read %+v (%v), want %+v", got, err, want)
	}
	b.ses.Filter.Set(got)
	if again, err := newFilterForm(b.s).read(); err != nil || !again.Equal(want) {
		t.Errorf("shown and read again it is %+v (%v)", again, err)
	}
	form.from.SetText("some day")
	if _, err := form.read(); err == nil || !strings.Contains(err.Error(), "first date") {
		t.Errorf("what is no date: %v", err)
	}
	form.from.SetText("2026")
	if _, err := form.read(); err == nil {
		t.Error("it may end before it starts")
	}
}
