package extract

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"demarche/data"
	"demarche/data/edtf"
)

// TestEvaluation scores the whole pipeline on the labelled articles with their
// own scorer and holds that it stays as good as it was.
func TestEvaluation(t *testing.T) {
	dir := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not here, which the scorer needs")
	}
	out := t.TempDir()
	files, err := filepath.Glob(filepath.Join(dir, "eval", "dev", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labels in %s: %v", dir, err)
	}
	for _, f := range files {
		var label struct {
			Published string `json:"published"`
		}
		readJSON(t, f, &label)
		text, err := os.ReadFile(strings.TrimSuffix(f, ".json") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		res := extractText(t, string(text), label.Published)
		b, err := json.Marshal(res)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(out, filepath.Base(f)), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	figures := filepath.Join(out, "figures.txt")
	table, err := exec.Command(python, filepath.Join(dir, "eval", "score.py"), "--gold", filepath.Join(dir, "eval", "dev"), "--pred", out, "--json", figures).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, table)
	}
	t.Logf("\n%s", table)
	var score struct {
		Overall map[string]struct {
			F1 float64 `json:"f1"`
		} `json:"overall"`
		Sure float64 `json:"sure"`
	}
	readJSON(t, figures, &score)
	for name, floor := range map[string]float64{"events": 0.84, "events-dated": 0.72, "events-typed": 0.80, "positions": 0.80, "positions-stance": 0.76} {
		if got := score.Overall[name].F1; got < floor {
			t.Errorf("%s: F1 %.3f, was at least %.2f", name, got, floor)
		}
	}
	if score.Sure < 0.9 {
		t.Errorf("of what is called sure %.3f is right, was at least 0.9", score.Sure)
	}
}

func readJSON(t *testing.T, name string, v any) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func extractText(t testing.TB, text, published string) Result {
	t.Helper()
	var o Options
	if published != "" {
		d, err := edtf.Parse(published)
		if err != nil {
			t.Fatal(err)
		}
		o.Published = d
	}
	res, err := Extract(context.Background(), text, o)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// report is an article of our own, of a conflict that never was.
const report = `Iceland weighs herring offer as talks open in Bergen

BERGEN, May 14 (NNA) — Negotiators for Iceland and Norway met in Bergen on Tuesday for the first talks on herring since the quota deal collapsed in March 2024.

Denmark's fisheries minister, Ingrid Solheim, who chairs the meeting, urged both sides to agree to a 60-day truce on the banks. “The cutters must stay in port while we talk,” she said.

Norway has offered to release 12 trawlers, but only if Iceland withdraws its patrol boats from the Lofoten line. Icelandic Prime Minister Anna Marksdottir told reporters in Reykjavik that her government “will never accept a foreign quota in our waters”.

Iceland rejected the offer and demanded that all crews be freed. Its spokesman, Jon Dalberg, said Reykjavik was ready to pull back from the line if monitors were sent.

The European Union imposed sanctions on four shipowners last week. Norway and Iceland will meet again on 3 June.
`

func TestReport(t *testing.T) {
	res := extractText(t, report, "2024-05-15")
	checkResult(t, res)
	want := []string{"norway conditional", "iceland rejects", "iceland demands", "solheim demands", "iceland conditional"}
	for _, w := range want {
		if !hasPosition(res, w) {
			t.Errorf("no position %q", w)
		}
	}
	for _, w := range []string{"CONSULT happened 2024-05-14", "SANCTION happened 2024-05-06/2024-05-12", "CONSULT planned 2024-06-03"} {
		if !hasEvent(res, w) {
			t.Errorf("no event %q", w)
		}
	}
	if t.Failed() {
		b, _ := json.MarshalIndent(res, "", " ")
		t.Logf("%s", b)
	}
}

func hasPosition(res Result, want string) bool {
	for _, p := range res.Positions {
		if p.Actor+" "+p.Stance == want || p.For != nil && *p.For+" "+p.Stance == want {
			return true
		}
	}
	return false
}

func hasEvent(res Result, want string) bool {
	for _, e := range res.Events {
		d := "-"
		if e.Date != nil {
			d = *e.Date
		}
		if e.Type+" "+e.Status+" "+d == want {
			return true
		}
	}
	return false
}

// checkResult holds what every result keeps: passages are exact, ids are known,
// words are those of the model.
func checkResult(t testing.TB, res Result) {
	t.Helper()
	text := []rune(res.Document.Text)
	ids := map[string]bool{}
	for _, a := range res.Actors {
		if ids[a.ID] {
			t.Errorf("two actors have the id %s", a.ID)
		}
		ids[a.ID] = true
	}
	span := func(s Span) {
		if s.Start < 0 || s.Start >= s.End || s.End > len(text) || utf8.ValidString(res.Document.Text) && string(text[s.Start:s.End]) != s.Quote {
			t.Errorf("the passage %d–%d is not %q", s.Start, s.End, s.Quote)
		}
	}
	for _, e := range res.Events {
		span(e.Span)
		for _, s := range e.Also {
			span(s)
		}
		for _, id := range e.Actors {
			if !ids[id] {
				t.Errorf("an event names the unknown actor %s", id)
			}
		}
		if e.Title == "" || e.Why == "" || e.Confidence <= 0 || e.Confidence >= 1 {
			t.Errorf("event %q: title %q, why %q, confidence %v", e.Quote, e.Title, e.Why, e.Confidence)
		}
	}
	for _, p := range res.Positions {
		span(p.Span)
		for _, s := range p.Also {
			span(s)
		}
		if !ids[p.Actor] || p.For != nil && !ids[*p.For] {
			t.Errorf("a position names the unknown actor %s", p.Actor)
		}
		if p.Proposal == "" || p.Issue == "" || p.Confidence <= 0 || p.Confidence >= 1 {
			t.Errorf("position %q: proposal %q, issue %q, confidence %v", p.Quote, p.Proposal, p.Issue, p.Confidence)
		}
	}
}

func TestSuggestions(t *testing.T) {
	res := extractText(t, report, "2024-05-15")
	n := 0
	all := res.Suggestions("doc", func() data.ID { n++; return data.ID(fmt.Sprintf("s%03d", n)) })
	if len(all) != len(res.Events)+len(res.Positions) || len(all) == 0 {
		t.Fatalf("%d suggestions of %d events and %d positions", len(all), len(res.Events), len(res.Positions))
	}
	last := 0
	for _, s := range all {
		if err := s.Validate(); err != nil {
			t.Errorf("%v: %+v", err, s)
		}
		var p data.Passage
		if s.Event != nil {
			p = s.Event.Passages[0]
		} else {
			p = s.Position.Passages[0]
		}
		if p.Start < last {
			t.Error("suggestions are not in the order of the text")
		}
		last = p.Start
	}
}

func TestUnknownPublication(t *testing.T) {
	for _, e := range extractText(t, report, "").Events {
		if e.Date != nil && strings.Contains(e.Quote, "last week") {
			t.Errorf("%q is dated %s although nobody knows when it was written", e.Quote, *e.Date)
		}
	}
}

func TestExtractStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Extract(ctx, report, Options{}); err == nil {
		t.Fatal("a cancelled extraction gives no error")
	}
	// whenever it is stopped, it gives the whole result or the error of the context
	text := strings.Repeat(report, 20)
	whole := extractText(t, text, "2024-05-15")
	for wait := time.Duration(0); ; wait += 5 * time.Millisecond {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		res, err := Extract(ctx, text, Options{Published: edtf.OfDay(2024, 5, 15)})
		cancel()
		if err == nil {
			if len(res.Events) != len(whole.Events) || len(res.Positions) != len(whole.Positions) {
				t.Errorf("after %v it found %d events of %d", wait, len(res.Events), len(whole.Events))
			}
			return
		}
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("after %v: %v", wait, err)
		}
	}
}

// TestExtractTakesLinearTime holds that eight times the text does not take much
// more than eight times as long.
func TestExtractTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a few seconds")
	}
	took := func(times int) time.Duration {
		text := strings.Repeat(report, times)
		start := time.Now()
		extractText(t, text, "2024-05-15")
		return time.Since(start)
	}
	took(20)
	small, large := took(75), took(600) // about 100,000 words
	if large > 20*small {
		t.Errorf("75 reports took %v, 600 took %v", small, large)
	}
}

func BenchmarkExtract(b *testing.B) {
	text := strings.Repeat(report, 5) // about 800 words
	b.ReportAllocs()
	for b.Loop() {
		extractText(b, text, "2024-05-15")
	}
}

func FuzzExtract(f *testing.F) {
	f.Add(report)
	for _, s := range sentences {
		f.Add(s.text)
	}
	f.Add("“He will\n\n“ — to be and ’s , by, only if. that who which")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20000 {
			return
		}
		checkResult(t, extractText(t, text, "2024-05-15"))
	})
}

// TestKnownIssues holds that the words of the case come before the lexicon's.
func TestKnownIssues(t *testing.T) {
	c := (&data.Case{}).With(data.Change{Put: []data.Record{
		&data.Issue{ID: "i1", Name: "Herring quota", Aliases: []string{"trawlers"}},
		&data.Actor{ID: "a1", Name: "Iceland", Kind: data.State, Aliases: []string{"the islanders"}},
	}})
	res, err := Extract(context.Background(), report, Options{Published: edtf.OfDay(2024, 5, 15), Known: KnownOf(c)})
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, res)
	issue, actor := false, false
	for _, p := range res.Positions {
		issue = issue || p.Issue == "Herring quota" && p.Proposal == "release 12 trawlers"
		actor = actor || p.Actor == "a1" && p.Stance == "rejects"
	}
	if !issue || !actor {
		t.Errorf("the issue of the case was used: %v; its actor: %v\n%+v", issue, actor, res.Positions)
	}
}
