package sheet

import (
	"strconv"
	"strings"
	"unicode"

	"demarche/timeline/scene"
)

// Count is a number with its noun: "1 event", "3 events".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Capital is a text with a capital at the start.
func Capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// Wrap breaks a text into lines of at most width pixels, at spaces, and within a
// word only where that alone is too long: after a hyphen if it has one. Of more than most lines the last ends
// with "…".
func Wrap(measure scene.Measure, font scene.Font, text string, width float32, most int) []string {
	var lines []string
	line := ""
	words := strings.FieldsFunc(text, breakable)
	for len(words) > 0 {
		word, next := words[0], words[0]
		if line != "" {
			next = line + " " + word
		}
		if measure(font, next) <= width {
			line, words = next, words[1:]
			continue
		}
		if line == "" {
			head := fitting(measure, font, word, width)
			if i := strings.LastIndexByte(head, '-'); i > 0 && head != word {
				head = head[:i+1]
			}
			line, words[0] = head, word[len(head):]
		}
		lines, line = append(lines, line), ""
		if len(lines) == most {
			lines[most-1] = fitting(measure, font, lines[most-1], width-measure(font, "…")) + "…"
			return lines
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// breakable reports whether a line may end at a rune. Spaces narrower than a
// word's part the numbers of sources, which stay together.
func breakable(r rune) bool {
	switch r {
	case '\u00A0', '\u2007', '\u2009', '\u200A', '\u202F':
		return false
	}
	return unicode.IsSpace(r)
}

// WrapNoted is Wrap with a note behind the text, which is kept where the text is
// cut off.
func WrapNoted(measure scene.Measure, font scene.Font, text, note string, width float32, most int) []string {
	lines := Wrap(measure, font, text+note, width, most)
	if note == "" || len(lines) == 0 || !strings.HasSuffix(lines[len(lines)-1], "…") {
		return lines
	}
	last := &lines[len(lines)-1]
	*last = fitting(measure, font, strings.TrimSuffix(*last, "…"), width-measure(font, "…"+note)) + "…" + note
	return lines
}

// fitting is the longest start of a word that fits, at least one letter.
func fitting(measure scene.Measure, font scene.Font, word string, width float32) string {
	end := len(word)
	for i := range word {
		if i > 0 && measure(font, word[:i]) > width {
			break
		}
		end = i
	}
	if measure(font, word) <= width {
		return word
	}
	if end == 0 {
		for i := range word {
			if i > 0 {
				return word[:i]
			}
		}
		return word
	}
	return word[:end]
}
