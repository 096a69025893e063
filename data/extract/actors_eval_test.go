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

// labelledActor is an actor of a labelled article.
type labelledActor struct {
	Name     string   `json:"name"`
	Mentions []string `json:"mentions"`
	Optional bool     `json:"optional"`
}

var (
	keyTitles   = regexp.MustCompile(`(?i)^(the|president|prime minister|foreign minister|secretary(?: of state| general|-general)?|minister|gen\.?|general|king|mr\.?|mrs\.?|ms\.?|dr\.?|sen\.?|rep\.?|chancellor|ambassador|envoy|special envoy|u\.?s\.? president)\s+`)
	keyPresUS   = regexp.MustCompile(`(?i)^u\.?s\.? (president)`)
	keyGenitive = regexp.MustCompile(`'s?$`)
	keyJoins    = regexp.MustCompile(`[\s.\-]+`)
)

// nameKey is a name as the scorer compares it.
func nameKey(s string) string {
	s = strings.Trim(strings.ReplaceAll(strings.ToLower(s), "’", "'"), ` .,"`)
	s = keyGenitive.ReplaceAllString(s, "")
	for {
		t := keyPresUS.ReplaceAllString(keyTitles.ReplaceAllString(s, ""), "$1")
		if t == s {
			break
		}
		s = t
	}
	return keyJoins.ReplaceAllString(s, "")
}

func nameKeys(names ...string) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		if k := nameKey(n); k != "" {
			out[k] = true
		}
	}
	return out
}

func shared(a, b map[string]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// pairNames pairs labels and found actors one to one, required labels first and
// the heaviest pair first, as the scorer does.
func pairNames(gold []labelledActor, found [][]string) (byGold map[int]int) {
	goldKeys := make([]map[string]bool, len(gold))
	for i, g := range gold {
		goldKeys[i] = nameKeys(append([]string{g.Name}, g.Mentions...)...)
	}
	foundKeys := make([]map[string]bool, len(found))
	for i, f := range found {
		foundKeys[i] = nameKeys(f...)
	}
	byGold = map[int]int{}
	used := map[int]bool{}
	for _, optional := range []bool{false, true} {
		for {
			best, bi, bj := 0, -1, -1
			for i := range gold {
				if _, done := byGold[i]; done || gold[i].Optional != optional {
					continue
				}
				for j := range found {
					if n := shared(goldKeys[i], foundKeys[j]); !used[j] && n > best {
						best, bi, bj = n, i, j
					}
				}
			}
			if best == 0 {
				break
			}
			byGold[bi], used[bj] = bj, true
		}
	}
	return byGold
}

// TestActorsOnLabelledArticles scores the actors of the labelled articles and
// holds a floor under the result.
func TestActorsOnLabelledArticles(t *testing.T) {
	dir := os.Getenv("DEMARCHE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "eval", "dev", "*.json"))
	if len(files) == 0 {
		t.Skip("no labelled articles: set DEMARCHE_SHARED to the folder that holds eval/dev")
	}
	right, much, missed := 0, 0, 0
	for _, f := range files {
		var label struct {
			Published string          `json:"published"`
			Actors    []labelledActor `json:"actors"`
		}
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &label); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(strings.TrimSuffix(f, ".json") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		a := actorsIn(t, string(text), label.Published)
		var found [][]string
		for _, x := range a.actors {
			if !x.place && !x.media {
				found = append(found, append([]string{x.name}, x.aliases...))
			}
		}
		pairs := pairNames(label.Actors, found)
		used := map[int]bool{}
		for i, g := range label.Actors {
			j, ok := pairs[i]
			used[j] = used[j] || ok
			switch {
			case g.Optional:
			case ok:
				right++
			default:
				missed++
				t.Logf("%s missed: %s", filepath.Base(f), g.Name)
			}
		}
		for j, x := range found {
			if !used[j] {
				much++
				t.Logf("%s too much: %s", filepath.Base(f), strings.Join(x, " | "))
			}
		}
	}
	p, r := float64(right)/float64(right+much), float64(right)/float64(right+missed)
	f1 := 2 * p * r / (p + r)
	t.Logf("actors: precision %.3f recall %.3f F1 %.3f (%d right, %d too much, %d missed)", p, r, f1, right, much, missed)
	if f1 < 0.9 {
		t.Errorf("F1 of actors is %.3f, the floor is 0.9", f1)
	}
}

// actorsIn runs the stages up to the actors.
func actorsIn(t testing.TB, text, published string) *article {
	t.Helper()
	a := &article{text: text}
	if published != "" {
		d, err := edtf.Parse(published)
		if err != nil {
			t.Fatal(err)
		}
		a.published = d
	}
	a.tokens, a.sentences = segment(text)
	a.dateline = findDateline(a.tokens, a.sentences)
	findDates(a)
	findActors(a, Known{})
	return a
}

// TestShowActors prints what is found in a file: a tool for whoever changes the rules.
func TestShowActors(t *testing.T) {
	file := os.Getenv("DEMARCHE_SHOW")
	if file == "" {
		t.Skip("set DEMARCHE_SHOW to a text file to see its actors")
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a := actorsIn(t, string(text), os.Getenv("DEMARCHE_PUBLISHED"))
	for i, x := range a.actors {
		of := ""
		if x.of >= 0 {
			of = a.actors[x.of].id
		}
		t.Logf("%d %s %q %s of=%s role=%q place=%v expert=%v | %s", i, x.id, x.name, x.kind, of, x.role, x.place, x.expert, strings.Join(x.aliases, " | "))
	}
	for _, m := range a.mentions {
		who := "-"
		if m.actor >= 0 {
			who = a.actors[m.actor].id
		}
		for _, n := range m.more {
			who += "+" + a.actors[n].id
		}
		t.Logf("%3d %-12s %d %s", m.sentence, who, m.kind, text[m.start:m.end])
	}
}
