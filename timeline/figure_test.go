package timeline_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
	"demarche/timeline/internal/golden"
	"demarche/timeline/internal/specimen"
	"demarche/timeline/made"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
	"demarche/timeline/vector"
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// talks is a case with positions and events of many kinds, about a river.
func talks(t testing.TB) *data.Case {
	t.Helper()
	c := &data.Case{Info: &data.Info{ID: data.InfoID, Title: "River talks", TimeZone: "Europe/Kyiv"}}
	put := func(r data.Record) { c = c.With(data.Change{Put: []data.Record{r}}) }
	for i, name := range []string{"Upland", "Lowland", "Delta Union", "Basin Coalition"} {
		put(&data.Actor{ID: data.ID(fmt.Sprint("a", i)), Name: name, Kind: data.State})
	}
	for i, name := range []string{"Process", "Water guarantees", "Territory: East Bank", "Monitoring, deconfliction"} {
		put(&data.Issue{ID: data.ID(fmt.Sprint("i", i)), Name: name})
	}
	put(&data.Document{ID: "d0", Title: "Wire report on the river talks", Publisher: "River Wire", Published: date(t, "2025-12-16")})
	put(&data.Document{ID: "d1", Title: "Report on the coalition meeting", Publisher: "River Wire", Published: date(t, "2025-09-04")})
	put(&data.Document{ID: "d2", Title: "Draft plan as leaked", Published: date(t, "2025-11")})
	from := func(docs ...int) (out []data.Passage) {
		for _, d := range docs {
			out = append(out, data.Passage{Document: data.ID(fmt.Sprint("d", d)), Start: 0, End: 4, Quote: "said"})
		}
		return out
	}
	n := 0
	event := func(issue, actor int, when, title string, status data.EventStatus, docs ...int) *data.Event {
		n++
		e := &data.Event{
			ID: data.ID(fmt.Sprintf("e%02d", n)), Title: title, Type: data.Consult, Status: status, Date: date(t, when),
			Actors: []data.ID{data.ID(fmt.Sprint("a", actor))}, Issues: []data.ID{data.ID(fmt.Sprint("i", issue))}, Passages: from(docs...),
		}
		put(e)
		return e
	}
	event(0, 3, "2025-09-04", "26 of 35 coalition states offer troops", data.Happened, 1)
	event(0, 1, "2025-12-14/2025-12-15", "Talks at the ferry", data.Happened, 0)
	event(0, 1, "2025-11~", "Draft plan for the river", data.Happened, 2)
	event(0, 1, "2025-12-15", "Lowland speaks with the union", data.Happened, 0, 2)
	event(1, 1, "2025-12-15", "Pledge of water: first from Lowland", data.Happened, 0)
	event(2, 2, "2025-12-15", "Union source: goals far apart", data.Happened, 0)
	event(3, 1, "2025-12-20", "Next round at the mill", data.Planned, 0)
	event(3, 1, "2025-12-15", "Agreement on nine tenths", data.Happened).Passages = nil
	position := func(issue, actor int, when string, s data.Stance, words string, change func(*data.Position), docs ...int) {
		n++
		p := &data.Position{
			ID: data.ID(fmt.Sprintf("p%02d", n)), Actor: data.ID(fmt.Sprint("a", actor)), Issue: data.ID(fmt.Sprint("i", issue)), Stance: s,
			Proposal: words, From: date(t, when), Attribution: data.Attribution{Relation: data.Self, Named: true}, Passages: from(docs...),
		}
		if change != nil {
			change(p)
		}
		put(p)
	}
	position(1, 0, "2025-08-20", data.Demands, "legally binding, approved by the assembly", func(p *data.Position) { p.Firmness = data.RedLine }, 0)
	position(1, 3, "2025-09-04", data.Conditional, "boats, but only after a truce", nil, 1)
	position(1, 1, "2025-12-15", data.Supports, "a pledge that is not open for ever", nil, 0)
	position(2, 2, "2025-08-20", data.Demands, "all of the bank; has not moved", func(p *data.Position) {
		p.Attribution = data.Attribution{Relation: data.Counterpart, Speaker: "two Lowland officials"}
	}, 0)
	position(2, 0, "2025-08-20", data.Rejects, "rules out ceding the bank", nil, 0)
	position(2, 0, "2025-10-12", data.Supports, "freeze the lines", nil, 0)
	position(2, 1, "2025-11-20", data.Demands, "withdraw from the bank", func(p *data.Position) { p.Until = date(t, "2025-12-10") }, 2)
	position(3, 1, "2025-12-15", data.Supports, "close monitoring", nil, 0)
	put(&data.Event{ID: "e99", Title: "Some day", Type: data.Agree, Status: data.Happened})
	return c
}

func figureOptions(t testing.TB) timeline.FigureOptions {
	t.Helper()
	return timeline.FigureOptions{
		Title: "Water guarantees move closer, the bank stays apart", ShowAsOf: true, AsOf: date(t, "2025-12-15").Earliest(),
		Measure: faces(t).Measure, Program: "Demarche 1.0", FileName: "river.demarche", Printed: time.Date(2025, 12, 16, 9, 0, 0, 0, time.UTC),
	}
}

func faces(t testing.TB) *typeface.Faces {
	t.Helper()
	f, err := typeface.New(typeface.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// words is every text of a scene.
func words(s *scene.Scene) string {
	var all []string
	for _, it := range s.Items {
		if it.Op == scene.OpText {
			all = append(all, it.Text)
		}
	}
	return strings.Join(all, "\n")
}

func TestFigure(t *testing.T) {
	c := talks(t)
	painter := raster.New(faces(t))
	for name, change := range map[string]func(*timeline.FigureOptions){
		"light":    func(o *timeline.FigureOptions) {},
		"dark":     func(o *timeline.FigureOptions) { o.Theme = timeline.Dark() },
		"by-actor": func(o *timeline.FigureOptions) { o.Grouping = timeline.ByActor; o.W = 1100 },
		"narrow":   func(o *timeline.FigureOptions) { o.W = 600 },
	} {
		o := figureOptions(t)
		change(&o)
		s, err := timeline.Figure(c, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, scale := range []float32{1, 2} {
			if scale == 2 && name != "light" {
				continue
			}
			img, err := painter.Picture(context.Background(), s, scale)
			if err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, fmt.Sprintf("figure-%s-%gx", name, scale), img)
		}
		if dir := os.Getenv("DEMARCHE_LOOK"); dir != "" {
			f, err := os.Create(dir + "/figure-" + name + ".svg")
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(vector.WriteSVG(f, s, faces(t), vector.Options{}), f.Close()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestFigureSaysWhatItShows(t *testing.T) {
	c := talks(t)
	o := figureOptions(t)
	o.Filter.Stances = timeline.Set[data.Stance]{data.Demands: true, data.Rejects: true, data.Supports: true}
	s, err := timeline.Figure(c, o)
	if err != nil {
		t.Fatal(err)
	}
	all := words(s)
	for _, want := range []string{
		"Water guarantees move closer, the bank stays apart",
		"River talks: events and positions as reported, August to December 2025. As of 15 December 2025, Europe/Kyiv.",
		"Wire report on the river talks, River Wire, 16 Dec 2025. Two Lowland officials, not named.",
		"Draft plan as leaked, Nov 2025.",
		"Statements by a party about itself are solid; reports by others are hatched.",
		"1 item was entered by hand, without a source.",
		"8 events, 7 positions, 3 documents, 2 independent origins; 0 unreviewed suggestions; 1 without a date not shown; 1 left out by the filter.",
		"Demarche 1.0 · river.demarche · printed 16 Dec 2025",
		"Demands", "red line", "planned", "Upland",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the figure does not say %q", want)
		}
	}
	if strings.Contains(all, "Conditional") || strings.Contains(all, "hypothetical") {
		t.Error("the legend explains what does not occur")
	}
	if s.Title != o.Title || !strings.Contains(s.Description, "8 events and 7 positions") {
		t.Errorf("for readers it says %q, %q", s.Title, s.Description)
	}
}

func TestFigureTitlesItself(t *testing.T) {
	o := figureOptions(t)
	o.Title, o.ShowAsOf = "", false
	s, err := timeline.Figure(talks(t), o)
	if err != nil {
		t.Fatal(err)
	}
	if all := words(s); !strings.Contains(all, "River talks\nEvents and positions as reported, August to December 2025.") || strings.Contains(all, "As of") {
		t.Errorf("titled %q", all[:120])
	}
}

func TestFigureShowsTheTimeAskedFor(t *testing.T) {
	o := figureOptions(t)
	o.From, o.To = date(t, "2025-09-01").Earliest(), date(t, "2025-10-01").Earliest()
	o.ShowAsOf = false
	s, err := timeline.Figure(talks(t), o)
	if err != nil {
		t.Fatal(err)
	}
	all := words(s)
	if strings.Contains(all, "Talks at the ferry") || !strings.Contains(all, "26 of 35") || !strings.Contains(all, "1 to 30 September 2025") {
		t.Errorf("September shows %s", all)
	}
	if !strings.Contains(all, "left out by the filter") {
		t.Error("what lies outside is not counted")
	}
}

func TestFigureMayBeOpenAtOneSide(t *testing.T) {
	for want, span := range map[string][2]int64{
		"August to October 2025":   {edtf.Past, date(t, "2025-10").Latest()},
		"October to December 2025": {date(t, "2025-10").Earliest(), edtf.Future},
		"August to December 2025":  {edtf.Past, edtf.Future},
	} {
		o := figureOptions(t)
		o.ShowAsOf, o.From, o.To = false, span[0], span[1]
		s, err := timeline.Figure(talks(t), o)
		if err != nil {
			t.Fatal(err)
		}
		if all := words(s); !strings.Contains(all, want) || !strings.Contains(all, "Oct") {
			t.Errorf("%s: %s", want, all)
		}
	}
}

func TestFigureRefusesWhatCannotBe(t *testing.T) {
	c := talks(t)
	for want, change := range map[string]func(*timeline.FigureOptions){
		"pixels wide":          func(o *timeline.FigureOptions) { o.W = 200 },
		"pixels of height":     func(o *timeline.FigureOptions) { o.H = 300 },
		"nothing to draw":      func(o *timeline.FigureOptions) { o.Filter.Text = "no such word" },
		"end before it starts": func(o *timeline.FigureOptions) { o.From, o.To = 100, 50 },
		"cannot be -5":         func(o *timeline.FigureOptions) { o.W = -5 },
	} {
		o := figureOptions(t)
		change(&o)
		if s, err := timeline.Figure(c, o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, %v", want, s != nil, err)
		}
	}
	if _, err := timeline.Figure(&data.Case{}, figureOptions(t)); !errors.Is(err, timeline.ErrNothingToDraw) {
		t.Errorf("an empty case: %v", err)
	}
}

// Every item of the case must be in the picture, whatever its size, and nothing
// may stand outside it.
func TestFigureLosesNothing(t *testing.T) {
	c := talks(t)
	for _, w := range []float32{480, 700, 1000, 1600, 2400} {
		for _, by := range timeline.Groupings() {
			o := figureOptions(t)
			o.W, o.Grouping = w, by
			s, err := timeline.Figure(c, o)
			if err != nil {
				t.Fatal(err)
			}
			if low := lowest(s); low > s.H {
				t.Errorf("%g wide by %s: something stands at %g of %g", w, by, low, s.H)
			}
			drawn := map[int32]bool{}
			for _, it := range s.Items {
				drawn[it.Of] = true
			}
			if len(drawn)-1 < 8 { // folded ones share a mark
				t.Errorf("%g wide by %s: only %d marks", w, by, len(drawn)-1)
			}
			o.H = s.H + 200
			if taller, err := timeline.Figure(c, o); err != nil || taller.H != o.H {
				t.Errorf("%g wide by %s: a taller figure: %v", w, by, err)
			}
		}
	}
}

func lowest(s *scene.Scene) float32 {
	low := float32(0)
	for _, it := range s.Items {
		if it.Op == scene.OpText {
			low = max(low, it.Y0)
		}
	}
	return low
}

func TestHostileLabels(t *testing.T) {
	c := talks(t)
	for i, label := range append(specimen.Hostile(), strings.Repeat("long ", 4000), strings.Repeat("x", 5000)) {
		c = c.With(data.Change{Put: []data.Record{
			&data.Document{ID: data.ID(fmt.Sprint("h", i)), Title: label, Publisher: label, Published: date(t, "2025-10")},
			&data.Event{
				ID: data.ID(fmt.Sprint("he", i)), Title: label, Type: data.Agree, Status: data.Happened, Date: date(t, "2025-10-02"),
				Passages:    []data.Passage{{Document: data.ID(fmt.Sprint("h", i)), End: 1, Quote: "q"}},
				Attribution: data.Attribution{Speaker: label},
			},
		}})
	}
	o := figureOptions(t)
	o.Title, o.Subtitle, o.FileName = strings.Repeat("title ", 500), "<b>&\x00</b>", "\u202e.demarche"
	s, err := timeline.Figure(c, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := raster.New(faces(t)).Picture(context.Background(), s, 1); err != nil {
		t.Error(err)
	}
	var b bytes.Buffer
	if err := vector.WriteSVG(&b, s, faces(t), vector.Options{}); err != nil {
		t.Error(err)
	}
	if err := xml.Unmarshal(b.Bytes(), new(struct{})); err != nil {
		t.Errorf("the SVG is no XML: %v", err)
	}
}

func TestPrintSize(t *testing.T) {
	for _, cm := range []float64{5, 16, 25, 84} {
		w, scale := timeline.PrintSize(cm, 300)
		if got, want := float64(w*scale), cm/2.54*300; got < want-1 || got > want+1 {
			t.Errorf("%g cm: %g pixels, not %g", cm, got, want)
		}
		if w < timeline.NarrowestFigure {
			t.Errorf("%g cm: a scene of %g", cm, w)
		}
	}
}

func BenchmarkFigure(b *testing.B) {
	c, o := talks(b), figureOptions(b)
	for b.Loop() {
		if _, err := timeline.Figure(c, o); err != nil {
			b.Fatal(err)
		}
	}
}

func TestFigureExplainsFolds(t *testing.T) {
	o := figureOptions(t)
	o.W = 480
	s, err := timeline.Figure(made.Case(made.Options{Items: 3000, Actors: 10, Issues: 4, Seed: 1}), o)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(words(s), "several, too close to tell apart") {
		t.Error("marks with counts are not explained")
	}
	if s, err = timeline.Figure(talks(t), o); err != nil || strings.Contains(words(s), "several") {
		t.Errorf("folds are explained where none is: %v", err)
	}
}

// A box that is hatched since others tell of the event has its word in the legend.
func TestLegendExplainsHatchedEvents(t *testing.T) {
	for _, told := range []data.Relation{data.Self, data.Media} {
		c := (&data.Case{Info: &data.Info{ID: data.InfoID, Title: "Talks"}}).With(data.Change{Put: []data.Record{&data.Event{
			ID: "e", Title: "Talks at the ferry", Type: data.Consult, Status: data.Happened, Date: date(t, "2025-12-14/2025-12-16"),
			Attribution: data.Attribution{Relation: told}}}})
		s, err := timeline.Figure(c, timeline.FigureOptions{})
		if err != nil {
			t.Fatal(err)
		}
		hatched, explained := false, false
		for _, it := range s.Items {
			hatched = hatched || it.Hatch
			explained = explained || it.Text == "told by others"
		}
		if hatched != explained || hatched != (told == data.Media) {
			t.Errorf("told by %s: hatched %v, explained %v", told, hatched, explained)
		}
	}
}
