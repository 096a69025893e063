package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenRange is a range of tokens [first, last).
type tokenRange struct{ first, last int }

// longestTitle is the number of tokens above which a line without a full stop is
// prose that lost it rather than a heading.
const longestTitle = 24

// splitParagraphs divides the tokens at blank lines and at the line breaks that
// end a paragraph or a heading.
func splitParagraphs(text string, tokens []token) []tokenRange {
	var out []tokenRange
	wrapped := isHardWrapped(text)
	first := 0
	for i := 1; i < len(tokens); i++ {
		gap := text[tokens[i-1].end:tokens[i].start]
		breaks := lineBreaks(gap)
		if breaks == 0 || breaks == 1 && continuesLine(tokens, i, wrapped) {
			continue
		}
		out = append(out, tokenRange{first, i})
		first = i
	}
	if first < len(tokens) {
		out = append(out, tokenRange{first, len(tokens)})
	}
	return out
}

// lineBreaks counts the line breaks of a gap between two tokens.
func lineBreaks(gap string) int {
	if len(gap) <= 1 && gap != "\n" && gap != "\r" {
		return 0
	}
	n := strings.Count(gap, "\n")
	if n == 0 {
		n = strings.Count(gap, "\r") + strings.Count(gap, "\u2028") + 2*strings.Count(gap, "\u2029")
	}
	return n
}

// continuesLine reports whether the line that begins with token i goes on from
// the line before.
func continuesLine(tokens []token, i int, wrapped bool) bool {
	r, _ := utf8.DecodeRuneInString(tokens[i].text)
	if wrapped {
		return !isBullet(tokens[i].text)
	}
	return unicode.IsLower(r) && !isTerminator(tokens[i-1].text) && tokens[i-1].text != ":"
}

func isBullet(s string) bool {
	switch s {
	case "•", "*", "·", "▪", "●", "-", "–", "—":
		return true
	}
	return false
}

// isHardWrapped reports whether the text is set in lines of a fixed width, as
// mail and plain-text releases are: no line is long, and most lines inside a
// paragraph end in the middle of a sentence.
func isHardWrapped(text string) bool {
	const width = 100
	inside, open := 0, 0
	previous := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if len(line) > 2*width || utf8.RuneCountInString(line) > width {
			return false
		}
		if line != "" && previous != "" {
			inside++
			if len(previous) > 40 && !strings.ContainsAny(previous[len(previous)-1:], ".:?!\"") {
				open++
			}
		}
		previous = line
	}
	return open >= 3 && 2*open > inside
}

// isHeading reports whether a paragraph is a title, a link to another story, a
// caption or a remnant of the page rather than prose.
func isHeading(text string, tokens []token, words *segmentWords, first bool) bool {
	whole := text[tokens[0].start:min(tokens[len(tokens)-1].end, tokens[0].start+600)]
	if !strings.ContainsFunc(whole, unicode.IsLetter) {
		return true
	}
	lower := fold(whole)
	for _, s := range words.headingStarts {
		if strings.HasPrefix(lower, s) && startsLine(lower, s) {
			return true
		}
	}
	for _, s := range words.headingParts {
		if strings.Contains(lower, s) {
			return true
		}
	}
	last := len(tokens) - 1
	for last > 0 && isCloser(tokens, last) {
		last--
	}
	mark := tokens[last].text
	switch {
	case len(tokens) > longestTitle || isBullet(tokens[0].text) || mark == ":" && len(tokens) > 6:
		return false
	case mark == "?" || mark == "!":
		return first && !tokens[last].quoted
	case isTerminator(mark), strings.HasSuffix(mark, ".") && len(tokens) > 8:
		return false
	}
	return !isDash(mark) && mark != "," && mark != ";"
}

// startsLine reports whether the mark s at the begin of a line stands there as
// a label: what follows is no further letter of the word.
func startsLine(line, s string) bool {
	rest := line[len(s):]
	return rest == "" || !isWord(rest)
}
