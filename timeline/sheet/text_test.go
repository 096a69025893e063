package sheet_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/timeline/scene"
	"demarche/timeline/sheet"
)

// tens measures every letter with ten pixels.
func tens(_ scene.Font, text string) float32 { return float32(10 * utf8.RuneCountInString(text)) }

func TestWrap(t *testing.T) {
	for _, x := range []struct {
		text, note string
		width      float32
		most       int
		want       string
	}{
		{"", "", 100, 3, ""},
		{"one line", "", 100, 3, "one line"},
		{"of two lines", "", 70, 3, "of two|lines"},
		{"unbreakable", "", 50, 3, "unbre|akabl|e"},
		{"a three-week-old war", "", 120, 3, "a|three-week-|old war"},
		{"more than fits in it", "", 60, 2, "more|than…"},
		{"16\u00A0Dec 2025", "", 60, 2, "16\u00A0Dec|2025"},
		{"a pledge", "\u200A¹\u2009²", 110, 3, "a|pledge\u200A¹\u2009²"},
		{"a pledge of clean water", "\u200A¹", 90, 2, "a pledge|of cle…\u200A¹"},
	} {
		lines := sheet.WrapNoted(tens, scene.Font{}, x.text, x.note, x.width, x.most)
		if got := strings.Join(lines, "|"); got != x.want {
			t.Errorf("%q with %q in %g: %q, want %q", x.text, x.note, x.width, got, x.want)
		}
	}
}
