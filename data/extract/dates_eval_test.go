package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"demarche/data/edtf"
)

// goldDate is a labelled date of eval/dev.
type goldDate struct {
	Quote    string
	Start    int
	Value    *string
	Alt      []string
	Optional bool
}

var qualifiers = regexp.MustCompile(`[~?%]|-XX\b`)

// matches reports whether a value counts as right, as score.py has it.
func (g goldDate) matches(v edtf.Date) bool {
	if g.Value == nil {
		return v.IsZero()
	}
	got := qualifiers.ReplaceAllString(v.String(), "")
	for _, want := range append([]string{*g.Value}, g.Alt...) {
		if qualifiers.ReplaceAllString(want, "") == got {
			return true
		}
	}
	return false
}

// TestDatesOfLabelledArticles scores dates as eval/score.py does: spans overlap,
// one to one, and values are equal but for their qualifiers.
func TestDatesOfLabelledArticles(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(sharedFolder(t), "eval", "dev", "*.json"))
	var spans, values score
	for _, file := range files {
		var gold struct {
			ID, Published string
			Dates         []goldDate
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(strings.TrimSuffix(file, ".json") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		scoreDates(t, gold.ID, datesOf(t, string(text), gold.Published), gold.Dates, &spans, &values)
	}
	t.Logf("spans: %v; values: %v", spans, values)
	if spans.f1() < 0.97 || values.f1() < 0.95 {
		t.Errorf("spans %v below 0.97 or values %v below 0.95", spans, values)
	}
}

// score counts what was found, too much and missed.
type score struct{ right, much, missed float64 }

func (s score) f1() float64 { return 2 * s.right / (2*s.right + s.much + s.missed) }

func scoreDates(t *testing.T, id string, a *article, gold []goldDate, spans, values *score) {
	used := map[int]bool{}
	for _, wantOptional := range []bool{false, true} {
		for _, g := range gold {
			if g.Optional != wantOptional {
				continue
			}
			start := len(string([]rune(a.text)[:g.Start]))
			found := -1
			for i, d := range a.dates {
				if !used[i] && d.start < start+len(g.Quote) && start < d.end {
					found = i
					break
				}
			}
			if found >= 0 {
				used[found] = true
			}
			switch {
			case g.Optional:
			case found < 0:
				spans.missed++
				values.missed++
				t.Logf("%s: missed %q", id, g.Quote)
			default:
				spans.right++
				if v := a.dates[found].value; g.matches(v) {
					values.right++
				} else if g.Value != nil {
					values.missed++
					values.much++
					t.Logf("%s: %q is %s, want %s", id, g.Quote, v, *g.Value)
				}
			}
		}
	}
	for i, d := range a.dates {
		if !used[i] {
			spans.much++
			values.much++
			t.Logf("%s: too much: %q = %s in %q", id, a.text[d.start:d.end], d.value, a.text[max(0, d.start-40):min(len(a.text), d.end+40)])
		}
	}
}

// datesOf finds the dates of a text published on a day, or on no known day.
func datesOf(t testing.TB, text, published string) *article {
	a := &article{text: text}
	if published != "" {
		d, err := edtf.Parse(published)
		if err != nil {
			t.Fatal(err)
		}
		a.published = d
	}
	a.tokens, a.sentences = segment(text)
	findDates(a)
	return a
}
