package extract

import (
	"strings"
	"testing"
	"time"
)

// FuzzActors holds that no text makes the search panic, and that every mention
// lies in the text, in order, and names an actor that is there.
func FuzzActors(f *testing.F) {
	for _, s := range []string{
		"US officials told Reuters that the two sides agreed.", "Gen. X’s", "the", "“", "President of the", "Mr. ", "ABC (DEF) said",
		"Russia-Ukraine", "the group's leader, Riek Machar, and", "of of for the Sudan's 's", "U.S.-led", "a spokesman for a spokesman for Iran", "I, he and they", "RSF (", "both sides of the",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := actorsIn(t, text, "")
		end := 0
		for _, m := range a.mentions {
			if m.start < end || m.end <= m.start || m.end > len(text) || m.actor >= len(a.actors) || m.last <= m.first {
				t.Fatalf("mention %+v after %d in %q", m, end, text)
			}
			end = m.end
		}
		ids := map[string]bool{}
		for i, x := range a.actors {
			if x.id == "" || ids[x.id] || x.of >= len(a.actors) || x.of == i {
				t.Fatalf("actor %+v in %q", x, text)
			}
			ids[x.id] = true
		}
	})
}

// TestActorsTakeLinearTime holds that eight times the text takes not much more
// than eight times as long.
func TestActorsTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	one := strings.Repeat("US officials told Reuters in Geneva that Foreign Minister Tewodros Hailu and Gen. Abel Kone met the group's leader, Riek Machar. He said Sudan and the Rapid Support Forces (RSF) rejected it.\n\n", 60)
	measure := func(text string) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			actorsIn(t, text, "2025-01-01")
			best = min(best, time.Since(start))
		}
		return best
	}
	small, large := measure(one), measure(strings.Repeat(one, 8))
	if large > 24*small+time.Second {
		t.Errorf("%v for a text, %v for eight times as much", small, large)
	}
}

// BenchmarkActors is the search in an article of 800 words, without the stages before it.
func BenchmarkActors(b *testing.B) {
	text := strings.Repeat("US officials told Reuters in Geneva that Foreign Minister Tewodros Hailu and Gen. Abel Kone met the group's leader, Riek Machar. He said Sudan and the Rapid Support Forces (RSF) rejected it.\n\n", 25)
	a := &article{text: text}
	a.tokens, a.sentences = segment(text)
	findActors(a, Known{})
	b.ReportAllocs()
	for b.Loop() {
		a.actors, a.mentions = nil, nil
		findActors(a, Known{})
	}
}

// TestActorsInHostileTexts holds that long texts made to cost much do not.
func TestActorsInHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, unit := range map[string]string{
		"list of states": "Iran, Iraq, Oman and ", "titles": "President Minister General ", "owners": "Iran's the president's ", "of of": "the leader of the head of the ",
		"names": "Abu Bin Abel Kone al-Haj, ", "brackets": "Front (RSF) (", "pronouns": "he they it ", "pairs": "both sides the two leaders ", "groups": "the rebels the group the army ",
		"persons": "President Kone said. Minister Abel Otieno said. The president said. ", "capitals": "ABC DEF ", "compounds": "U.S.-Iran-Iraq-led ", "quotes": "A \"B\" C \"D\" ",
	} {
		start := time.Now()
		actorsIn(t, strings.Repeat(unit, 400_000/len(unit)), "2025-01-01")
		if d := time.Since(start); d > 60*time.Second {
			t.Errorf("%s: %v for 400 kB", name, d)
		} else {
			t.Logf("%s: %v", name, d)
		}
	}
}
