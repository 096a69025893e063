package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// span is a range of bytes.
type span struct{ start, end int }

// tokenize cuts a text into words, numbers and marks.
func tokenize(text string, lists *segmentWords) []token {
	raw := rawWords(text)
	tokens := make([]token, 0, len(raw))
	for i := 0; i < len(raw); {
		w, next := joinWord(text, raw, i, lists)
		tokens = appendToken(tokens, text, w, lists)
		i = next
	}
	return tokens
}

// rawWords are the words of UAX 29 without the white space, parted where a
// missing space has glued two of them together.
func rawWords(text string) []span {
	out := make([]span, 0, len(text)/4)
	it := words.FromString(text)
	for it.Next() {
		w, start := it.Value(), it.Start()
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		for {
			at := glued(w)
			if at < 0 {
				break
			}
			out = append(out, span{start, start + at}, span{start + at, start + at + 1})
			w, start = w[at+1:], start+at+1
		}
		out = append(out, span{start, start + len(w)})
	}
	return out
}

// glued finds the mark at which w is two words without the space between them:
// "READ:Story", "land.The". UAX 29 keeps such words whole, for "e.g." and for
// languages that write ":" inside words.
func glued(w string) int {
	for i := 1; i+1 < len(w); i++ {
		switch w[i] {
		case ':':
			return i
		case '.':
			if i+2 < len(w) && isLowerASCII(w[i-1]) && i >= 3 && isUpperASCII(w[i+1]) && isLowerASCII(w[i+2]) {
				return i
			}
		}
	}
	return -1
}

// joinWord is the word that begins with raw[i], and the index after it.
func joinWord(text string, raw []span, i int, lists *segmentWords) (span, int) {
	w := raw[i]
	i++
	first := text[w.start:w.end]
	if !isWord(first) {
		return joinMarks(text, raw, w, i)
	}
	for i < len(raw) && raw[i].start == w.end {
		mark := text[raw[i].start:raw[i].end]
		switch {
		case mark == "." && isAbbreviation(text, raw, w, i, lists):
			w.end = raw[i].end
			i++
		case isHyphen(mark) && i+1 < len(raw) && raw[i+1].start == raw[i].end && joinsHyphen(text, w, raw[i+1]):
			w.end = raw[i+1].end
			i += 2
		default:
			return w, i
		}
	}
	return w, i
}

// joinMarks joins runs of full stops and of hyphens, and the apostrophe of '90s.
func joinMarks(text string, raw []span, w span, i int) (span, int) {
	mark := text[w.start:w.end]
	switch mark {
	case ".", "-":
		for i < len(raw) && raw[i].start == w.end && text[raw[i].start:raw[i].end] == mark {
			w.end = raw[i].end
			i++
		}
	case "'", "’", "‘":
		if i < len(raw) && raw[i].start == w.end && isShortYear(text[raw[i].start:raw[i].end]) && (w.start == 0 || !isWordByte(text[w.start-1])) {
			return span{w.start, raw[i].end}, i + 1
		}
	}
	return w, i
}

// isShortYear reports whether s is a year or a decade in two digits: "90", "90s".
func isShortYear(s string) bool {
	s = strings.TrimSuffix(s, "s")
	return len(s) == 2 && isDigit(s[0]) && isDigit(s[1])
}

// isAbbreviation reports whether the full stop raw[i] belongs to the word w.
func isAbbreviation(text string, raw []span, w span, i int, lists *segmentWords) bool {
	word := text[w.start:w.end]
	if at := strings.LastIndexByte(word, '-'); at > 0 && at > len(word)-8 {
		word = word[at+1:]
	}
	if len(word) > 12 {
		return false
	}
	next := ""
	if i+1 < len(raw) {
		next = text[raw[i+1].start:raw[i+1].end]
	}
	switch {
	case lists.titles.has(word), isDotted(word):
		return true
	case lists.abbreviations.has(word):
		return next == "" || !isLowerFirst(next) || !lists.starters.has(fold(word))
	case lists.numbers.has(word):
		return next != "" && isDigit(next[0])
	case isInitial(word) && word != "I":
		r, _ := utf8.DecodeRuneInString(next)
		return unicode.IsUpper(r) && !lists.starters.has(fold(next))
	case strings.ToUpper(word) == word && len(word) > 1:
		title := word[:1] + strings.ToLower(word[1:])
		return lists.titles.has(title) && isUpperASCII(firstByte(next)) || lists.abbreviations.has(title) && isDigit(firstByte(next))
	}
	return false
}

// isDotted reports whether s is letters with full stops between them: "U.S", "a.m".
func isDotted(s string) bool {
	letters := 0
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if !unicode.IsLetter(r) {
			return false
		}
		letters++
		s = s[n:]
		if s == "" {
			break
		}
		if s[0] != '.' {
			return false
		}
		s = s[1:]
	}
	return letters > 1
}

// isInitial reports whether s is one capital letter.
func isInitial(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.IsUpper(r)
}

// joinsHyphen reports whether a hyphen between the words makes them one: it does
// unless both are numbers.
func joinsHyphen(text string, before, after span) bool {
	b, a := text[before.end-1], text[after.start]
	if isDigit(b) && isDigit(a) {
		// "F-16-17" and "covid-19-2" are no ranges, but nobody misses them.
		return !allDigits(text[before.start:before.end])
	}
	return isWord(text[after.start:after.end])
}

// allDigits reports whether s is a number; long names end the search at once.
func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) && s[i] != '.' && s[i] != ',' {
			return false
		}
	}
	return true
}

// appendToken adds the word w, its short ending split off.
func appendToken(tokens []token, text string, w span, lists *segmentWords) []token {
	s := text[w.start:w.end]
	at := max(strings.LastIndexByte(s, '\''), strings.LastIndex(s, "’"))
	if at > 0 && len(s)-at < 8 && lists.clitics.has(fold(s[at:])) {
		tokens = append(tokens, newToken(text, w.start, w.start+at))
		w.start += at
	}
	return append(tokens, newToken(text, w.start, w.end))
}

func newToken(text string, start, end int) token {
	s := text[start:end]
	return token{start: start, end: end, text: s, lower: fold(s)}
}

func isHyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

func isDigit(c byte) bool      { return c >= '0' && c <= '9' }
func isLowerASCII(c byte) bool { return c >= 'a' && c <= 'z' }
func isUpperASCII(c byte) bool { return c >= 'A' && c <= 'Z' }
func isWordByte(c byte) bool {
	return isDigit(c) || isLowerASCII(c) || isUpperASCII(c) || c >= 0x80
}

func isLowerFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func firstByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}
