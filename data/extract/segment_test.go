package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// joined is the texts of the tokens, parted by "|".
func joined(tokens []token) string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.text
	}
	return strings.Join(out, "|")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On Feb. 13 the U.S. agreed.", "On|Feb.|13|the|U.S.|agreed|."},
		{"Gen. J. D. Vance met No. 2.", "Gen.|J.|D.|Vance|met|No.|2|."},
		{"There is no. Then 1,250.5 km at 6 p.m.", "There|is|no|.|Then|1,250.5|km|at|6|p.m."},
		{"a cease-fire, the 30-day truce, U.S.-led talks", "a|cease-fire|,|the|30-day|truce|,|U.S.-led|talks"},
		{"14–15 December, 14-15 December, 2025-03-14", "14|–|15|December|,|14|-|15|December|,|2025|-|03|-|14"},
		{"an F-16 and mid-2024", "an|F-16|and|mid-2024"},
		{"Russia’s and Sudan's", "Russia|’s|and|Sudan|'s"},
		{"We don't; we’re sure they'll", "We|don't|;|we|’re|sure|they|'ll"},
		{"the Moscow-Kyiv line's end", "the|Moscow-Kyiv|line|'s|end"},
		{"READ:Story told the land.The talks", "READ|:|Story|told|the|land|.|The|talks"},
		{"wait... and then --  go", "wait|...|and|then|--|go"},
		{"in the '90s and ’08", "in|the|'90s|and|’08"},
		{"World War I. The end", "World|War|I|.|The|end"},
		{"plan B. The end of George W. Bush", "plan|B|.|The|end|of|George|W.|Bush"},
		{"Sen. Lee, R-Utah, and D-Conn. members", "Sen.|Lee|,|R-Utah|,|and|D-Conn.|members"},
		{"Er traf „Präsident“ Müller", "Er|traf|„|Präsident|“|Müller"},
		{"He sat. The sun. It", "He|sat|.|The|sun|.|It"},
		{"zero\u200bwidth \ufeffmark co\u00adop", "zero|width|mark|co\u00adop"},
	} {
		tokens, _ := segment(c.text)
		if got := joined(tokens); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"two", "Talks began. They failed.", []string{"Talks began.", "They failed."}},
		{"abbreviations inside", "Gen. Haro met Dr. Osei on Jan. 6 in Ottawa. It rained.", []string{"Gen. Haro met Dr. Osei on Jan. 6 in Ottawa.", "It rained."}},
		{"abbreviation ends", "He flew to the U.S. The talks went on at 6 p.m. Nobody knew.", []string{"He flew to the U.S.", "The talks went on at 6 p.m. Nobody knew."}},
		{"state before a name", "The U.S. President left.", []string{"The U.S. President left."}},
		{"attribution in lower case", "“Will you sign?” he said. “Never!” the minister replied.", []string{"“Will you sign?” he said.", "“Never!” the minister replied."}},
		{"attribution with a name", "“Will you sign?” Minister Osei asked. Nobody spoke.", []string{"“Will you sign?” Minister Osei asked.", "Nobody spoke."}},
		{"full stop in the quotation", "“We will sign.” Osei smiled.", []string{"“We will sign.”", "Osei smiled."}},
		{"inside a quotation", "“We agree. We will sign,” she said.", []string{"“We agree.", "We will sign,” she said."}},
		{"decimal", "Prices rose 2.5 percent. They fell.", []string{"Prices rose 2.5 percent.", "They fell."}},
		{"blank line", "A headline\n\nThe text of it.", []string{"A headline", "The text of it."}},
		{"soft break", "The ministers\nmet again.", []string{"The ministers\nmet again."}},
		{"line break", "The ministers met.\nNobody spoke.", []string{"The ministers met.", "Nobody spoke."}},
		{"missing space", "They left the land.The rest stayed.", []string{"They left the land.", "The rest stayed."}},
		{"ellipsis", "“We wait… However, we hope,” he said.", []string{"“We wait…", "However, we hope,” he said."}},
		{"initials", "J. D. Osei spoke.", []string{"J. D. Osei spoke."}},
	} {
		_, sentences := segment(c.text)
		var got []string
		for _, s := range sentences {
			got = append(got, c.text[s.start:s.end])
		}
		if strings.Join(got, "\x00") != strings.Join(c.want, "\x00") {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestHardWrappedText(t *testing.T) {
	text := strings.Repeat("The foreign ministers of the two countries said in a joint\nstatement that the Commission on the border would meet again in\nGeneva next month and that the prisoners of the last war\nwould come home.\n\n", 3)
	_, sentences := segment(text)
	if len(sentences) != 3 {
		t.Errorf("%d sentences instead of 3", len(sentences))
	}
}

func TestHeadings(t *testing.T) {
	text := `Ministers sign truce in Muscat

The ministers signed the truce on Monday.
ALSO READ: Five things to know about the truce
)
Share this
Position on the border
The border stays as it is, the minister said.
FILE - Two guards stand at the border near Zaral, March 3, 2025.
“Is it over?”`
	_, sentences := segment(text)
	want := []bool{true, false, true, true, true, true, false, true, false}
	if len(sentences) != len(want) {
		t.Fatalf("%d sentences instead of %d", len(sentences), len(want))
	}
	for i, s := range sentences {
		if s.heading != want[i] {
			t.Errorf("%q: heading is %v", text[s.start:s.end], s.heading)
		}
	}
}

func TestQuoted(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He said “we agree” and left", "we agree"},
		{"He said \"we agree\" and left", "we agree"},
		{"„Wir gehen“, sagte er", "Wir gehen"},
		{"« Nous partons », dit-il", "Nous partons"},
		{"the ‘collective defence’ of Nato’s allies", "collective defence"},
		{"the 'Coalition of the Willing' of Sudan's allies' armies", "Coalition of the Willing"},
		{"the rebels’ offer and the rebels' demand", ""},
		{"“We go,” he said, “and stay", "We go , and stay"},
		{"the “strong deterrent \" against", "strong deterrent"},
	} {
		tokens, _ := segment(c.text)
		var got []string
		for _, tok := range tokens {
			if tok.quoted {
				got = append(got, tok.text)
			}
		}
		if s := strings.Join(got, " "); s != c.want && strings.ReplaceAll(s, " ,", "") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ text, place, date, agency string }{
		{"BERLIN, Dec 15 (Reuters) — The talks began.", "BERLIN", "Dec 15", "Reuters"},
		{"A title\n\nKYIV, Ukraine (AP) — The talks began.", "KYIV", "", "AP"},
		{"BEIJING, March 5 (Xinhua) -- China said so.", "BEIJING", "March 5", "Xinhua"},
		{"WASHINGTON — The talks began.", "WASHINGTON", "", ""},
		{"ISLAMABAD: The talks began.", "ISLAMABAD", "", ""},
		{"New York, 12 March 2025 (Agency) – The talks began.", "New York", "12 March 2025", "Agency"},
		{"Ukraine — which was absent — said", "", "", ""},
		{"The talks began.", "", "", ""},
	} {
		tokens, sentences := segment(c.text)
		d := findDateline(tokens, sentences)
		text := func(r [2]int) string {
			if r[0] == r[1] {
				return ""
			}
			return c.text[tokens[r[0]].start:tokens[r[1]-1].end]
		}
		if text(d.place) != c.place || text(d.date) != c.date || text(d.agency) != c.agency {
			t.Errorf("%q: got %q, %q, %q", c.text, text(d.place), text(d.date), text(d.agency))
		}
	}
}

// checkSegments verifies what every later stage relies on.
func checkSegments(t *testing.T, text string) {
	t.Helper()
	tokens, sentences := segment(text)
	at := 0
	for i, tok := range tokens {
		if tok.start < at || tok.end <= tok.start || text[tok.start:tok.end] != tok.text {
			t.Fatalf("token %d of %q is %d-%d after %d", i, text, tok.start, tok.end, at)
		}
		if s := sentences[tok.sentence]; i < s.first || i >= s.last {
			t.Fatalf("token %d of %q is not in its sentence %d", i, text, tok.sentence)
		}
		at = tok.end
	}
	next, paragraph := 0, 0
	for n, s := range sentences {
		if s.first != next || s.last <= s.first || s.last-s.first > maxSentence+8 || s.paragraph < paragraph {
			t.Fatalf("sentence %d of %q is [%d, %d) in paragraph %d", n, text, s.first, s.last, s.paragraph)
		}
		next, paragraph = s.last, s.paragraph
	}
	if next != len(tokens) {
		t.Fatalf("the sentences of %q end at token %d of %d", text, next, len(tokens))
	}
	findDateline(tokens, sentences)
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{"", "“Why?” he asked. J. D. Osei’s U.S.-led 14–15 Dec. '90s... a:b.C", "A\n\nB\r\n\u2028c", "\xff.\xfe-\xfd", "(((“““'''", "KYIV (AP) — x"} {
		f.Add(s)
	}
	f.Fuzz(checkSegments)
}

// TestSegmentIsLinear compares the time for a text with that for one eight times
// as long; what is quadratic takes 64 times as long.
func TestSegmentIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	for _, unit := range []string{"a-", "'a ", "“", "?", "(", ". ", "U.", "a.b", "Mr. A said. ", "’", "\n", "word ", "- ", "é", "?”A ", "FILE -\n"} {
		short := segmentTime(strings.Repeat(unit, 40_000/len(unit)))
		long := segmentTime(strings.Repeat(unit, 320_000/len(unit)))
		if long > 30*short && long > 2*time.Second {
			t.Errorf("%q: %v for 40 kB, %v for 320 kB", unit, short, long)
		}
	}
}

func segmentTime(text string) time.Duration {
	start := time.Now()
	segment(text)
	return time.Since(start)
}

func BenchmarkSegment(b *testing.B) {
	text := strings.Repeat("On Feb. 13 the U.S. envoy, J. D. Osei, said: “We don’t agree to the 30-day cease-fire that Moscow’s team offered.” ", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		segment(text)
	}
}

// sharedFolder is the folder with the labelled articles; the test is skipped where it is absent.
func sharedFolder(t testing.TB) string {
	dir := os.Getenv("DEMARCHE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "eval", "dev")); err != nil {
		t.Skip("the labelled articles are absent: set DEMARCHE_SHARED to the folder that holds eval/dev")
	}
	return dir
}
