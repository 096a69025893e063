package board_test

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
	"demarche/timeline"
	"demarche/timeline/board"
	"demarche/timeline/internal/golden"
	"demarche/timeline/internal/specimen"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
	"demarche/timeline/vector"
)

// river is a case with positions of every kind, about water.
func river(t testing.TB) *data.Case {
	t.Helper()
	from := func(docs ...string) (out []data.Passage) {
		for _, d := range docs {
			out = append(out, data.Passage{Document: data.ID(d), End: 4, Quote: "said"})
		}
		return out
	}
	n := 0
	position := func(actor, issue, when string, s data.Stance, proposal string, change func(*data.Position), docs ...string) *data.Position {
		n++
		p := &data.Position{ID: data.ID(fmt.Sprintf("p%02d", n)), Actor: data.ID(actor), Issue: data.ID(issue), Stance: s, Proposal: proposal,
			Attribution: data.Attribution{Relation: data.Self, Named: true}, Passages: from(docs...)}
		if when != "" {
			p.From = date(t, when)
		}
		if change != nil {
			change(p)
		}
		return p
	}
	told := func(p *data.Position) {
		p.Attribution = data.Attribution{Relation: data.Counterpart, Speaker: "two Lowland officials"}
	}
	c := caseOf(
		&data.Actor{ID: "up", Name: "Upland", Kind: data.State}, &data.Actor{ID: "low", Name: "Lowland", Kind: data.State},
		&data.Actor{ID: "delta", Name: "Delta Union", Kind: data.IGO}, &data.Actor{ID: "basin", Name: "Basin Coalition of the Seven Rivers", Kind: data.Coalition},
		&data.Actor{ID: "mill", Name: "Mill Owners", Kind: data.Organisation},
		&data.Issue{ID: "water", Name: "Water guarantees"}, &data.Issue{ID: "land", Name: "Territory"},
		&data.Issue{ID: "bank", Name: "East Bank", Parent: "land"}, &data.Issue{ID: "watch", Name: "Monitoring, deconfliction"},
		&data.Issue{ID: "mills", Name: "Mills"},
		&data.Document{ID: "d0", Title: "Wire report on the river talks", Publisher: "River Wire", Published: date(t, "2025-12-16")},
		&data.Document{ID: "d1", Title: "Report on the coalition meeting", Publisher: "River Wire", Published: date(t, "2025-09-04")},
		&data.Document{ID: "d2", Title: "Draft plan as leaked", Published: date(t, "2025-11")},
		position("up", "water", "2025-08-20", data.Demands, "legally binding guarantees, approved by the assembly", func(p *data.Position) { p.Firmness = data.RedLine }, "d0"),
		position("basin", "water", "2025-09-04", data.Conditional, "boats on the river", func(p *data.Position) { p.Condition = "Only after a truce" }, "d1"),
		position("low", "water", "2025-08-20", data.Rejects, "a pledge of water", nil, "d2"),
		position("low", "water", "2025-12-15", data.Supports, "a pledge of water", nil, "d0", "d2"),
		position("delta", "bank", "../2025-12-16", data.Demands, "all of the bank", told, "d0"),
		position("delta", "bank", "../2025-12-15", data.Demands, "the mouth of the river as well", told, "d0"),
		position("up", "bank", "2024-08-20", data.Rejects, "ceding the bank", nil, "d0"),
		position("up", "bank", "2025-10-12", data.Supports, "freeze the lines", nil, "d0", "d1", "d2"),
		position("up", "bank", "2025-10-12", data.Supports, "a market on the bridge", nil, "d1"),
		position("up", "bank", "2025-10-12", data.Unclear, "tolls", nil, "d1"),
		position("low", "bank", "2025-11-20", data.Demands, "withdraw from the bank", func(p *data.Position) { p.Disputed = true }, "d2"),
		position("low", "watch", "2025-12-15", data.Supports, "close monitoring", nil),
		position("mill", "mills", "2026-03-01", data.Demands, "new wheels", nil, "d0"),
		position("up", "watch", "", data.Supports, "inspectors", nil, "d0"),
	)
	c.Info.Title = "River talks"
	return c
}

func options(t testing.TB) timeline.FigureOptions {
	t.Helper()
	return timeline.FigureOptions{AsOf: date(t, "2025-12-16").Earliest(), Measure: faces(t).Measure,
		Program: "Demarche 1.0", FileName: "river.demarche", Printed: time.Date(2025, 12, 17, 9, 0, 0, 0, time.UTC)}
}

func faces(t testing.TB) *typeface.Faces {
	t.Helper()
	f, err := typeface.New(typeface.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func words(s *scene.Scene) string {
	var all []string
	for _, it := range s.Items {
		if it.Op == scene.OpText {
			all = append(all, it.Text)
		}
	}
	return strings.ReplaceAll(strings.Join(all, "\n"), "\u00A0", " ")
}

func TestFigure(t *testing.T) {
	c := river(t)
	painter := raster.New(faces(t))
	for name, change := range map[string]func(*timeline.FigureOptions){
		"light":  func(*timeline.FigureOptions) {},
		"dark":   func(o *timeline.FigureOptions) { o.Theme, o.Title = timeline.Dark(), "Who moved on the river" },
		"narrow": func(o *timeline.FigureOptions) { o.W = 760 },
	} {
		o := options(t)
		change(&o)
		s, err := board.Figure(c, o)
		if err != nil {
			t.Fatal(err)
		}
		img, err := painter.Picture(context.Background(), s, 1)
		if err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "table-"+name, img)
		if dir := os.Getenv("DEMARCHE_LOOK"); dir != "" {
			f, err := os.Create(dir + "/table-" + name + ".svg")
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
	s, err := board.Figure(river(t), options(t))
	if err != nil {
		t.Fatal(err)
	}
	all := words(s)
	for _, want := range []string{
		"River talks\nWho stands where, on 16 December 2025, Europe/Kyiv.",
		"Upland\n", "Basin Coalition", "Gap", "Water guarantees", "Territory: East",
		"Demands", "Legally binding", "◆ red line · since 20 Aug", "only after a truce", "▲ moved", "new", "No position found",
		"reported · known by 16 Dec\n", "disputed · since 20 Nov", "since 20 Aug 2024", "and 1 more",
		"one side only", "narrowing",
		"its own word", "told by others", "moved towards the others", "Offers, supports",
		"Wire report on the river talks, River Wire, 16 Dec 2025. Two Lowland officials, not named.",
		"1 item was entered by hand, without a source.",
		"Left out, since no position is known on this day: Mill Owners, Mills.",
		"Demarche 1.0 · river.demarche · printed 17 Dec 2025",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the figure does not say %q", want)
		}
	}
	flat := strings.ReplaceAll(all, "\n", " ")
	if want := "11 positions by 4 actors on 3 issues, 3 documents, 2 independent origins; 0 unreviewed suggestions; 1 without a date not shown."; !strings.Contains(flat, want) {
		t.Errorf("the counts are not %q in\n%s", want, all)
	}
	if strings.Contains(all, "said again") || strings.Contains(all, "left out by the filter") {
		t.Error("it explains what does not occur")
	}
	for _, want := range []string{"11 positions by 4 actors on 3 issues", "Water guarantees: Upland, demands: legally binding guarantees, approved by the assembly (red line, since 20 Aug)", "Gap: narrowing."} {
		if !strings.Contains(s.Description, want) {
			t.Errorf("for readers it does not say %q: %s", want, s.Description)
		}
	}
	if s.Title != "River talks" {
		t.Errorf("it is titled %q", s.Title)
	}
}

func TestFigureLeavesOutWhatIsHidden(t *testing.T) {
	o := options(t)
	o.Title, o.NoSources = "Who moved", true
	o.Filter = timeline.Filter{Actors: timeline.Set[data.ID]{"up": true, "low": true}, Issues: timeline.Set[data.ID]{"water": true, "bank": true},
		Stances: timeline.Set[data.Stance]{data.Demands: true, data.Supports: true}}
	s, err := board.Figure(river(t), o)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.ReplaceAll(words(s), "\n", " ")
	for _, not := range []string{"Delta", "Basin", "Monitoring", "Rejects", "Wire report", "documents"} {
		if strings.Contains(all, not) {
			t.Errorf("it says %q", not)
		}
	}
	if !strings.Contains(all, "River talks: who stands where, on 16 December 2025") || !strings.Contains(all, "positions of the case left out by the filter") {
		t.Errorf("it says %s", all)
	}
}

// Whatever the width, nothing stands outside the figure and no cell is cut.
func TestFigureFits(t *testing.T) {
	c := river(t)
	for _, w := range []float32{0, 760, 900, 1600, 3000} {
		o := options(t)
		o.W = w
		s, err := board.Figure(c, o)
		if err != nil {
			t.Fatal(err)
		}
		bottom := float32(0)
		for _, it := range s.Items {
			if it.Op == scene.OpText {
				x1 := it.X0 + o.Measure(it.Font, it.Text)
				if it.Anchor == scene.End {
					x1 = it.X0
				}
				if it.X0 < 0 || x1 > s.W || it.Y0 > s.H {
					t.Errorf("%g wide: %q stands at %g to %g, %g of %g × %g", w, it.Text, it.X0, x1, it.Y0, s.W, s.H)
				}
			} else if it.Op == scene.OpRect {
				bottom = max(bottom, it.Y1)
			}
		}
		if bottom > s.H {
			t.Errorf("%g wide: a box ends at %g of %g", w, bottom, s.H)
		}
		o.H = s.H + 120
		if taller, err := board.Figure(c, o); err != nil || taller.H != o.H {
			t.Errorf("%g wide: a taller figure: %v", w, err)
		}
	}
}

func TestFigureRefusesWhatCannotBe(t *testing.T) {
	for want, change := range map[string]func(*timeline.FigureOptions){
		"pixels wide":        func(o *timeline.FigureOptions) { o.W = 200 },
		"cm in print":        func(o *timeline.FigureOptions) { o.W = 500 },
		"show 2 actors":      func(o *timeline.FigureOptions) { o.W = 500 },
		"pixels of height":   func(o *timeline.FigureOptions) { o.H = 300 },
		"choose another day": func(o *timeline.FigureOptions) { o.AsOf = date(t, "1990-01-01").Earliest() },
		"nobody":             func(o *timeline.FigureOptions) { o.Filter.Text = "no such word" },
	} {
		o := options(t)
		change(&o)
		if s, err := board.Figure(river(t), o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, %v", want, s != nil, err)
		}
	}
	o := options(t)
	o.AsOf = date(t, "2025-12-31").Earliest()
	if s, err := board.Figure(bigCase(board.MostActors, 30), o); err != nil || s.W < 2000 {
		t.Errorf("the most actors: %v", err)
	}
	for _, big := range []*data.Case{bigCase(board.MostActors+1, 2), bigCase(2, board.MostIssues+1)} {
		if _, err := board.Figure(big, o); err == nil || !strings.Contains(err.Error(), "choose those that matter") {
			t.Errorf("too many: %v", err)
		}
	}
	if _, err := board.Figure(&data.Case{}, options(t)); !errors.Is(err, board.ErrNothingHeld) {
		t.Errorf("an empty case: %v", err)
	}
}

func TestHostileWords(t *testing.T) {
	c := river(t)
	for i, label := range append(specimen.Hostile(), strings.Repeat("long ", 4000), strings.Repeat("x", 5000)) {
		c = c.With(data.Change{Put: []data.Record{
			&data.Actor{ID: data.ID(fmt.Sprint("h", i)), Name: label, Kind: data.State},
			&data.Issue{ID: data.ID(fmt.Sprint("h", i)), Name: label},
			&data.Position{ID: data.ID(fmt.Sprint("hp", i)), Actor: data.ID(fmt.Sprint("h", i)), Issue: data.ID(fmt.Sprint("h", i)), Stance: data.Demands,
				Proposal: label, Condition: label, From: date(t, "2025-10-02"), Attribution: data.Attribution{Speaker: label}},
		}})
	}
	o := options(t)
	o.Title, o.Subtitle, o.FileName = strings.Repeat("title ", 500), "<b>&\x00</b>", "\u202e.demarche"
	s, err := board.Figure(c, o)
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

func BenchmarkFigure(b *testing.B) {
	c, o := bigCase(20, 40), options(b)
	for b.Loop() {
		if _, err := board.Figure(c, o); err != nil {
			b.Fatal(err)
		}
	}
}
