package rows

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
)

func talks() *data.Case {
	day := func(d int) edtf.Date { return edtf.OfDay(2025, 12, d) }
	return (&data.Case{Info: &data.Info{ID: data.InfoID, Title: "Talks"}}).With(data.Change{Put: []data.Record{
		&data.Document{ID: "doc", Title: "Report", Format: "txt", Published: day(16)},
		&data.Document{ID: "two", Title: "Letter", Format: "eml", Published: day(17)},
		&data.Actor{ID: "us", Name: "United States", Kind: data.State},
		&data.Actor{ID: "envoy", Name: "Envoy", Kind: data.Person, Memberships: []data.Membership{{Of: "us"}}},
		&data.Actor{ID: "eg", Name: "Égalité", Kind: data.Coalition},
		&data.Issue{ID: "land", Name: "Territory"},
		&data.Issue{ID: "donbas", Name: "Donbas", Parent: "land"},
		&data.Event{ID: "e1", Title: "Envoy arrives", Type: data.Consult, Status: data.Happened, Date: day(14), Actors: []data.ID{"envoy", "us"},
			Passages: []data.Passage{{Document: "doc", End: 1, Quote: "E"}, {Document: "doc", Start: 2, End: 3, Quote: "n"}, {Document: "two", End: 1, Quote: "E"}}},
		&data.Event{ID: "e2", Title: "=HYPERLINK(\"x\")\tand\nmore", Type: data.Agree, Status: data.Planned, Date: day(20), Disputed: true},
		&data.Event{ID: "e3", Title: "No date", Type: data.Aid, Status: data.Happened},
		&data.Position{ID: "p1", Actor: "envoy", For: "us", Issue: "donbas", Stance: data.Demands, Proposal: "Withdraw", Firmness: data.RedLine,
			From: edtf.Until(day(10)), Attribution: data.Attribution{Source: "B", Credible: "2"}},
		&data.Position{ID: "p2", Actor: "eg", Issue: "land", Stance: data.Supports, Proposal: "A force", From: day(5), Until: day(7)},
	}})
}

func TestRow(t *testing.T) {
	c := talks()
	for _, tt := range []struct {
		ref  data.Ref
		want Cells
		tone ui.Tone
	}{
		{data.Ref{Kind: data.KindEvent, ID: "e1"}, Cells{"14 Dec 2025", "Envoy arrives", "Envoy, United States", "", "Meeting", "Article of 16 Dec 2025 +1", ""}, ui.Neutral},
		{data.Ref{Kind: data.KindEvent, ID: "e2"}, Cells{"20 Dec 2025", "=HYPERLINK(\"x\")\tand\nmore", "", "", "Agreement", "", "Planned, disputed"}, ui.Neutral},
		{data.Ref{Kind: data.KindEvent, ID: "e3"}, Cells{"Undated", "No date", "", "", "Aid", "", ""}, ui.Neutral},
		{data.Ref{Kind: data.KindPosition, ID: "p1"}, Cells{"By 10 Dec 2025", "Withdraw", "United States, via Envoy", "Territory: Donbas", "Demands", "", "Red line, B2"}, ui.Asks},
		{data.Ref{Kind: data.KindPosition, ID: "p2"}, Cells{"5 Dec 2025 to 7 Dec 2025", "A force", "Égalité", "Territory", "Offers", "", ""}, ui.Good},
		{data.Ref{Kind: data.KindEvent, ID: "gone"}, Cells{}, ui.Neutral},
	} {
		got, tone := Row(c, tt.ref)
		if got != tt.want || tone != tt.tone {
			t.Errorf("%v: %q %v, want %q %v", tt.ref, got, tone, tt.want, tt.tone)
		}
	}
}

func ids(refs []data.Ref) string {
	var out []string
	for _, r := range refs {
		out = append(out, string(r.ID))
	}
	return strings.Join(out, " ")
}

func TestArrange(t *testing.T) {
	p := timeline.NewPlot(talks(), timeline.PlotOptions{})
	for _, tt := range []struct {
		by   Column
		down bool
		want string
	}{
		{Date, false, "p2 p1 e1 e2 e3"},
		{Date, true, "e2 e1 p1 p2 e3"}, // the undated stay last
		{What, false, "e2 p2 e1 e3 p1"},
		{Who, false, "p2 e1 p1 e2 e3"}, // É is sorted as E, nobody comes last
		{Who, true, "p1 e1 p2 e2 e3"},
		{Sort, false, "e2 e3 p1 e1 p2"},
		{Issue, false, "p2 p1 e1 e2 e3"},
	} {
		o := arrange(p, tt.by, tt.down)
		if got := ids(o.refs); got != tt.want {
			t.Errorf("%v down %v: %s, want %s", tt.by, tt.down, got, tt.want)
		}
		for i, ref := range o.refs {
			if o.find(ref) != i {
				t.Errorf("%v is found at %d, not %d", ref, o.find(ref), i)
			}
		}
	}
}

func TestText(t *testing.T) {
	c := talks()
	one := Text(c, []data.Ref{{Kind: data.KindEvent, ID: "e2"}})
	if want := "20 Dec 2025\t'=HYPERLINK(\"x\") and more\t\t\tAgreement\t\tPlanned, disputed\n"; one != want {
		t.Errorf("%q, want %q", one, want)
	}
	all := Text(c, timeline.NewPlot(c, timeline.PlotOptions{}).Refs())
	lines := strings.Split(strings.TrimSuffix(all, "\n"), "\n")
	if len(lines) != 6 || !strings.HasPrefix(lines[0], "Date\tWhat\tWho") {
		t.Errorf("%d lines, the first %q", len(lines), lines[0])
	}
	for _, l := range lines {
		if strings.Count(l, "\t") != columns-1 {
			t.Errorf("%q has not %d cells", l, columns)
		}
	}
}

type bench struct {
	*Table
	picked []data.Ref
	edited []data.Ref
	win    fyne.Window
}

func newBench(t *testing.T, c *data.Case) *bench {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(ui.NewTheme(ui.Light))
	b := &bench{}
	b.Table = New(Options{
		Select: func(ref data.Ref) { b.picked = append(b.picked, ref) },
		Edit:   func(ref data.Ref) { b.edited = append(b.edited, ref) },
		Do:     func(f func()) { f() },
	})
	b.win = test.NewTempWindow(t, b.Object())
	b.win.Resize(fyne.NewSize(900, 300))
	b.Show(timeline.NewPlot(c, timeline.PlotOptions{}))
	return b
}

// seen is the line that shows a row.
func (b *bench) seen(t *testing.T, at int) *line {
	t.Helper()
	for _, o := range test.LaidOutObjects(b.win.Content()) {
		if l, ok := o.(*line); ok && l.at == at {
			return l
		}
	}
	t.Fatalf("row %d is not on the screen", at)
	return nil
}

func (b *bench) key(name fyne.KeyName) { b.list.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestKeysAndMouse(t *testing.T) {
	b := newBench(t, talks())
	l := b.seen(t, 1)
	l.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if ids(b.picked) != "p1" || b.win.Canvas().Focused() != fyne.Focusable(b.list) {
		t.Fatalf("a click chose %s; %v has the keys", ids(b.picked), b.win.Canvas().Focused())
	}
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyUp} {
		b.key(k)
	}
	if got := ids(b.picked); got != "p1 e1 e3 e3 e2 p2 p2" {
		t.Errorf("the keys chose %s", got)
	}
	b.seen(t, 2).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift})
	if got := ids(b.Chosen()); got != "p2 p1 e1" {
		t.Errorf("a click with Shift chose %s", got)
	}
	b.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := ids(b.Chosen()); got != "p2 p1 e1 e2 e3" {
		t.Errorf("all are %s", got)
	}
	b.seen(t, 0).DoubleTapped(nil)
	if ids(b.edited) != "p2" {
		t.Errorf("a double click edits %s", ids(b.edited))
	}
	var passed fyne.KeyName
	b.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { passed = e.Name })
	b.key(fyne.KeyReturn)
	if passed != fyne.KeyReturn {
		t.Errorf("the window got %q", passed)
	}
}

func TestSelectionStays(t *testing.T) {
	b := newBench(t, talks())
	b.Select(data.Ref{Kind: data.KindEvent, ID: "e1"})
	b.SortBy(Who)
	b.SortBy(Who)
	if by, down := b.SortedBy(); by != Who || !down {
		t.Errorf("twice sorts by %v, down %v", by, down)
	}
	if got := ids(b.Chosen()); got != "e1" || len(b.picked) != 0 {
		t.Errorf("sorted, %s is chosen; told %v", got, b.picked)
	}
	b.Select(data.Ref{Kind: data.KindActor, ID: "us"})
	if got := len(b.Chosen()); got != 5 {
		t.Errorf("with an actor selected %d rows are copied, not all", got)
	}
	only := timeline.NewPlot(talks(), timeline.PlotOptions{Filter: timeline.Filter{Text: "force"}})
	b.Show(only)
	if b.Len() != 1 {
		t.Errorf("the filter leaves %d rows", b.Len())
	}
}

func TestNarrowTableDropsColumns(t *testing.T) {
	for _, tt := range []struct {
		room float32
		want int
	}{{1200, columns}, {700, columns - 1}, {280, 2}, {100, 2}} {
		x, w := spans(tt.room)
		n, end := 0, float32(0)
		for i := range w {
			if w[i] > 0 {
				if n > 0 && x[i] < end {
					t.Errorf("at %g column %d overlaps the one before", tt.room, i)
				}
				n, end = n+1, x[i]+w[i]
			}
		}
		if n != tt.want || w[Date] == 0 || w[What] == 0 || tt.room > 280 && end > tt.room {
			t.Errorf("at %g there are %d columns up to %g", tt.room, n, end)
		}
	}
}

// many is a case with n events on one day each.
func many(n int) *data.Case {
	c := &data.Case{Info: &data.Info{ID: data.InfoID, Title: "Many"}}
	put := []data.Record{&data.Actor{ID: "us", Name: "United States", Kind: data.State}}
	for i := range n {
		put = append(put, &data.Event{ID: data.ID(fmt.Sprintf("e%07d", i)), Title: fmt.Sprintf("Talks number %d", i*7919%n), Type: data.EventTypes()[i%16],
			Status: data.Happened, Date: edtf.OfInstant(int64(i) * 86400 / 10), Actors: []data.ID{"us"}})
	}
	return c.With(data.Change{Put: put})
}

func TestLongTable(t *testing.T) {
	done := make(chan func(), 8)
	b := newBench(t, talks())
	b.o.Do = func(f func()) { done <- f }
	p := timeline.NewPlot(many(20000), timeline.PlotOptions{})
	b.Show(p)
	if b.Len() != 5 {
		t.Fatalf("before it is sorted it has %d rows", b.Len())
	}
	b.SortBy(What) // another wish before the first is met
	(<-done)()
	(<-done)()
	if b.Len() != 20000 {
		t.Fatalf("it has %d rows", b.Len())
	}
	first, _ := Row(b.order.c, b.order.refs[0])
	if !slices.IsSorted([]string{first[What], "Talks number 1"}) {
		t.Errorf("it starts with %q", first[What])
	}
	b.Select(b.order.refs[15000])
	b.seen(t, 15000)
	if n := len(b.list.lines); n > 60 {
		t.Errorf("%d lines were made", n)
	}
}

func BenchmarkArrange(b *testing.B) {
	p := timeline.NewPlot(many(100_000), timeline.PlotOptions{})
	for _, by := range []Column{Date, What} {
		b.Run(by.String(), func(b *testing.B) {
			for range b.N {
				arrange(p, by, false)
			}
		})
	}
}

// BenchmarkScroll is what a page further down costs in a table of a hundred
// thousand rows.
func BenchmarkScroll(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(ui.NewTheme(ui.Light))
	t := New(Options{Select: func(data.Ref) {}, Do: func(f func()) { f() }})
	win := test.NewTempWindow(b, t.Object())
	win.Resize(fyne.NewSize(900, 700))
	p := timeline.NewPlot(many(100_000), timeline.PlotOptions{})
	t.plot = p
	t.take(arrange(p, Date, false))
	b.ResetTimer()
	for i := range b.N {
		t.list.ScrollToOffset(float32(i*600%2_700_000) + 28)
	}
}
