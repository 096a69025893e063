package extract

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// dateWord is a word as the patterns of dates see it: a token, or a part of a
// compound ("mid-March" is three).
type dateWord struct {
	start, end int // bytes
	token      int
	text       string // in lower case
	capital    bool
	inside     bool // not the first part of its token
	more       bool // not the last part of its token
	senses     []sense
}

// dateWords reads the tokens as words of dates.
func dateWords(tokens []token, l *dateLexicon) []dateWord {
	out := make([]dateWord, 0, len(tokens)+len(tokens)/8)
	for i, t := range tokens {
		if strings.IndexByte(t.lower, '-') <= 0 || len(t.text) != len(t.lower) || !isWord(t.text) {
			out = append(out, newDateWord(t.text, t.lower, t.start, i, l))
			continue
		}
		first := len(out)
		out = appendParts(out, t, i, l)
		if len(out)-first > 16 || !anySense(out[first:]) {
			out = append(out[:first], dateWord{start: t.start, end: t.end, token: i, text: t.lower})
		}
	}
	return out
}

// appendParts adds the parts of a compound and the hyphens between them.
func appendParts(out []dateWord, t token, i int, l *dateLexicon) []dateWord {
	first := len(out)
	from := 0
	for at := 0; at <= len(t.lower) && len(out)-first <= 16; at++ {
		if at < len(t.lower) && t.lower[at] != '-' {
			continue
		}
		if at > from {
			out = append(out, newDateWord(t.text[from:at], t.lower[from:at], t.start+from, i, l))
		}
		if at < len(t.lower) {
			out = append(out, newDateWord("-", "-", t.start+at, i, l))
		}
		from = at + 1
	}
	for n := first; n < len(out); n++ {
		out[n].inside, out[n].more = n > first, n+1 < len(out)
	}
	return out
}

func anySense(words []dateWord) bool {
	for _, w := range words {
		if w.text != "-" && len(w.senses) > 0 {
			return true
		}
	}
	return false
}

func newDateWord(text, lower string, start, i int, l *dateLexicon) dateWord {
	r, _ := utf8.DecodeRuneInString(text)
	w := dateWord{start: start, end: start + len(text), token: i, text: lower, capital: r >= 'A' && r <= 'Z'}
	if isDigit(lower[0]) || lower[0] == 'q' || lower[0] == '\'' {
		w.senses = figures(lower)
	}
	if w.senses == nil {
		w.senses = l.senses[lower]
	}
	return w
}

// figures are the senses of a word in figures.
func figures(s string) []sense {
	digits := 0
	for digits < len(s) && isDigit(s[digits]) {
		digits++
	}
	n, _ := strconv.Atoi(s[:min(digits, 9)])
	rest := s[digits:]
	switch {
	case digits == 0 && len(s) == 2 && s[0] == 'q' && s[1] >= '1' && s[1] <= '4':
		return []sense{{classQuarter, int(s[1] - '0')}}
	case digits == 0 && s[0] == '\'' && len(s) >= 3 && isShortYear(s[1:]):
		return shortYears(s[1:])
	case digits == 0 || digits > 4:
		return nil
	case rest == "" && digits <= 2:
		senses := []sense{{classNum, n}}
		if n >= 1 && n <= 31 {
			senses = append(senses, sense{classDay, n})
		}
		return senses
	case rest == "" && digits == 4 && n >= 1000 && n <= 2150:
		return []sense{{classYear, n}, {classNum, n}}
	case rest == "":
		return []sense{{classNum, n}}
	case rest == "s" && digits == 4 && n%10 == 0 && n >= 1500 && n <= 2100:
		return []sense{{classDecade, n}}
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		senses := []sense{{classNth, n}}
		if n >= 1 && n <= 31 {
			senses = append(senses, sense{classDay, n})
		}
		return senses
	case rest[0] == '.':
		return dotted(s)
	}
	return nil
}

// shortYears reads "90s" as the 1990s, and "08" as 2008; decades from the
// twenties on lie in the last century.
func shortYears(s string) []sense {
	n, _ := strconv.Atoi(s[:2])
	switch {
	case n >= 30:
		n += 1900
	default:
		n += 2000
	}
	if strings.HasSuffix(s, "s") {
		if n%10 != 0 {
			return nil
		}
		if n == 2020 {
			n = 1920
		}
		return []sense{{classDecade, n}}
	}
	return []sense{{classYear, n}}
}

// dotted reads "13.2.2026" as the value 20260213.
func dotted(s string) []sense {
	parts := strings.Split(s, ".")
	if len(parts) != 3 || len(parts[2]) != 4 || len(parts[0]) > 2 || len(parts[1]) > 2 {
		return nil
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil {
			return nil
		}
		n[i] = v
	}
	if n[0] < 1 || n[0] > 31 || n[1] < 1 || n[1] > 12 || n[2] < 1000 {
		return nil
	}
	return []sense{{classDotted, n[2]*10000 + n[1]*100 + n[0]}}
}
