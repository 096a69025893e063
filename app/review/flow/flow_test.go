package flow

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// fixed measures ten pixels a rune, so that tests can count.
func fixed(text string, heading bool) float32 {
	n := float32(10 * utf8.RuneCountInString(text))
	if heading {
		n *= 1.2
	}
	return n
}

var space = Spacing{Line: 20, Heading: 24, Gap: 10, Above: 6}

func said(p *Page, i int) string {
	var words []string
	for _, w := range p.Place(i, nil) {
		words = append(words, p.Word(w.Word))
	}
	return strings.Join(words, " ")
}

func TestParagraphs(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"blank lines":      {"One two.\n\nThree.", []string{"One two.", "Three."}},
		"one line each":    {"A first paragraph that is rather long and ends with a full stop in it.\nA second one.", []string{"A first paragraph that is rather long and ends with a full stop in it.", "A second one."}},
		"sentence goes on": {"A line that somebody broke where it happened to be as wide as the\nscreen was.", []string{"A line that somebody broke where it happened to be as wide as the screen was."}},
		"bullets":          {"- one\n- two", []string{"- one", "- two"}},
		"nothing":          {" \n\t\n", nil},
		"windows":          {"One.\r\n\r\nTwo.\r\n", []string{"One.", "Two."}},
	} {
		t.Run(name, func(t *testing.T) {
			p := New(c.text, "", fixed).Wrap(1e6, space)
			var got []string
			for i := range p.Lines() {
				got = append(got, said(p, i))
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Fatalf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTitleIsLeftOut(t *testing.T) {
	p := New("Talks  near\n\nBody text of the article, which goes on for a while.", "talks near", fixed).Wrap(1e6, space)
	if p.Lines() != 1 || !strings.HasPrefix(said(p, 0), "Body") {
		t.Fatalf("%d lines, the first is %q", p.Lines(), said(p, 0))
	}
}

func TestBoxesOfAPassage(t *testing.T) {
	text := "Der Präsident “traf” den Außenminister in Genf."
	p := New(text, "", fixed).Wrap(200, space)
	at := strings.Index(text, "traf")
	start := utf8.RuneCountInString(text[:at])
	boxes := p.Boxes(start, start+4, 0, p.Lines()-1, nil)
	if len(boxes) != 1 || boxes[0].X1-boxes[0].X0 != 40 {
		t.Fatalf("the word is %v", boxes)
	}
	if got := p.Slice(start, start+4); got != "traf" {
		t.Fatalf("the passage says %q", got)
	}
	x, y := boxes[0].X0+15, float32(p.Top(boxes[0].Line)+3)
	word, inside := p.At(x, y)
	if !inside || p.Word(word) != "“traf”" || p.Point(word, x, y) != start+1 {
		t.Fatalf("under it lies %q, %v, at %d, want %d", p.Word(word), inside, p.Point(word, x, y), start+1)
	}
	if s, e := p.Trim(p.Span(word, word+1)); s != start || e != start+4 {
		t.Fatalf("trimmed to %d, %d", s, e)
	}
	all := p.Boxes(0, p.Points(), 0, p.Lines()-1, nil)
	if len(all) != p.Lines() {
		t.Fatalf("all of it is %d boxes on %d lines", len(all), p.Lines())
	}
}

func TestFromTheRight(t *testing.T) {
	p := New("אחד שתיים NATO Treaty שלוש", "", fixed).Wrap(1e6, space)
	if got := said(p, 0); got != "שלוש NATO Treaty שתיים אחד" {
		t.Fatalf("it stands as %q", got)
	}
	row := p.Place(0, nil)
	if last := row[len(row)-1]; last.X+30 != p.Width {
		t.Fatalf("it ends at %v of %v", last.X+30, p.Width)
	}
}

func TestFind(t *testing.T) {
	text := New("Peace talks.\n\nThe Peace\nTalks went on.", "", fixed)
	found := text.Find("peace talks", 10)
	if len(found) != 2 || text.Slice(found[1][0], found[1][1]) != "Peace\nTalks" {
		t.Fatalf("found %v", found)
	}
	if text.Find("  ", 10) != nil || text.Find("(", 10) != nil {
		t.Fatal("found what is not there")
	}
}

func check(t *testing.T, text string, width float32) {
	x := New(text, "", fixed)
	p := x.Wrap(width, space)
	word, bottom := 0, 0
	for i := range p.Lines() {
		if p.Top(i) < bottom {
			t.Fatalf("line %d starts at %d, above the end of the one before at %d", i, p.Top(i), bottom)
		}
		bottom = p.Bottom(i)
		row := p.Place(i, nil)
		if len(row) == 0 {
			t.Fatalf("line %d is empty", i)
		}
		seen := map[int]bool{}
		for _, w := range row {
			seen[w.Word] = true
		}
		for range row {
			if !seen[word] {
				t.Fatalf("word %d is not on line %d", word, i)
			}
			word++
		}
		if got := p.LineAt(float32(p.Top(i)) + 1); got != i {
			t.Fatalf("line %d is found as %d", i, got)
		}
	}
	if word != x.Len() || p.Height() != bottom {
		t.Fatalf("%d of %d words, height %d, want %d", word, x.Len(), p.Height(), bottom)
	}
	n := x.Points()
	for _, at := range []int{0, n / 3, n / 2, n} {
		if b := x.points.byteAt(at); x.points.at(b) != at {
			t.Fatalf("code point %d is byte %d is code point %d", at, b, x.points.at(b))
		}
	}
	p.Boxes(n/4, n/2, 0, p.Lines(), nil)
	p.Extent(n/4, n)
	p.At(width/2, 50)
	x.Find("a", 5)
}

func FuzzWrap(f *testing.F) {
	for _, s := range []string{"", "One two\nthree\n\nfour", "\u2028a\u2029b", "\xff\xfe bad \xe2\x80", strings.Repeat("x", 300), "日本語の文章です。", "שלום NATO", "é" + strings.Repeat("\u0301", 50)} {
		f.Add(s, float32(120))
	}
	f.Fuzz(func(t *testing.T, text string, width float32) {
		if len(text) > 1<<16 || width != width || width < 1 || width > 1e6 {
			t.Skip()
		}
		check(t, text, width)
	})
}

// long is a text of n bytes at least.
func long(n int) string {
	const line = "Envoys of the president told the delegation on Monday that guarantees modelled on the treaty would be given, and went on. "
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(line)
		if i%6 == 5 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func BenchmarkNew8MB(b *testing.B) {
	text := long(8 << 20)
	b.ResetTimer()
	for range b.N {
		New(text, "", fixed)
	}
}

func BenchmarkWrap8MB(b *testing.B) {
	x := New(long(8<<20), "", fixed)
	b.ResetTimer()
	for i := range b.N {
		x.Wrap(float32(5000+i), space)
	}
}
