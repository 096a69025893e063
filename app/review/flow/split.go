package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a paragraph of the source.
type span struct {
	start, end int
	tight      bool // no blank line before it, and both are short
	lines      int
}

const (
	shortLine   = 60  // bytes up to which lines may stand close together
	longHeading = 100 // bytes
	wrapWidth   = 100 // runes of a line in a text that was set for a fixed width
)

// paragraphs divides a text at blank lines and at line breaks, unless the text
// was set in lines of a fixed width: then its lines are joined.
func paragraphs(text string) []span {
	wrapped := hardWrapped(text)
	var out []span
	blank, previous := true, 0
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexAny(text[at:], "\n\u2028\u2029"); i >= 0 {
			end = at + i
		}
		start, stop := trim(text, at, end)
		at = end + 1
		if end < len(text) && text[end] != '\n' {
			at = end + 3 // U+2028 and U+2029
		}
		if start == stop {
			blank = true
			continue
		}
		line := text[start:stop]
		if last := len(out) - 1; !blank && last >= 0 && goesOn(text[out[last].start:out[last].end], line, wrapped) {
			out[last].end = stop
			out[last].lines++
		} else {
			tight := !blank && len(line) <= shortLine && previous <= shortLine
			out = append(out, span{start: start, end: stop, tight: tight, lines: 1})
		}
		blank, previous = false, len(line)
	}
	return out
}

func trim(text string, start, end int) (int, int) {
	line := text[start:end]
	left := strings.TrimLeftFunc(line, unicode.IsSpace)
	start += len(line) - len(left)
	return start, start + len(strings.TrimRightFunc(left, unicode.IsSpace))
}

// goesOn reports whether a line continues the paragraph before it.
func goesOn(before, line string, wrapped bool) bool {
	first, _ := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("•*·▪●-–—", first) {
		return false
	}
	if wrapped {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLower(first) && (unicode.IsLetter(last) || last == ',' || last == '-') && len(before) > shortLine
}

// hardWrapped reports whether a text is set in lines of a fixed width, as mail
// is: no line is long, and most lines inside a paragraph end in mid-sentence.
func hardWrapped(text string) bool {
	inside, open := 0, 0
	previous := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if len(line) > 2*wrapWidth || utf8.RuneCountInString(line) > wrapWidth {
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

// isHeading reports whether paragraph i stands over the next one: one short line
// without a mark at its end, apart from its neighbours.
func isHeading(text string, all []span, i int) bool {
	b := all[i]
	if i+1 == len(all) || b.lines > 1 || b.tight || all[i+1].tight || b.end-b.start > longHeading || all[i+1].end-all[i+1].start < b.end-b.start {
		return false
	}
	line := text[b.start:b.end]
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == '?') &&
		strings.ContainsFunc(line, unicode.IsLetter)
}

// sameWords compares what two titles say.
func sameWords(a, b string) bool {
	return b != "" && strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// Bounds of words that could not be broken otherwise, in runes.
const (
	longWord  = 40
	pieceSize = 16
)

// split appends the words of text[start:end], each up to where a line may break.
func split(text string, start, end int, out []word) []word {
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if breakable(r) {
			i += n
			continue
		}
		j := i
		for j < end {
			r, n := utf8.DecodeRuneInString(text[j:])
			if breakable(r) {
				break
			}
			j += n
		}
		out = pieces(text, i, j, out)
		out[len(out)-1].space = j < end
		i = j
	}
	return out
}

// breakable is white space at which a line may break.
func breakable(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f'
}

// pieces divides a word between white space where lines may break in it: after
// hyphens, between ideographs, and anywhere in what is too long to be a word.
func pieces(text string, start, end int, out []word) []word {
	long := end-start > longWord && utf8.RuneCountInString(text[start:end]) > longWord
	from, runes := start, 0
	for i, r := range text[start:end] {
		at := start + i
		if at > from && (ideograph(r) || after(text, from, at) || long && runes >= pieceSize) && !unicode.Is(unicode.M, r) {
			out = append(out, word{start: int32(from), end: int32(at)})
			from, runes = at, 0
		}
		runes++
	}
	return append(out, word{start: int32(from), end: int32(end)})
}

// after reports whether a line may break at a byte offset because of what stands
// before it.
func after(text string, from, at int) bool {
	if b := text[at-1]; b < utf8.RuneSelf && b != '-' && b != '/' {
		return false
	}
	r, n := utf8.DecodeLastRuneInString(text[from:at])
	if ideograph(r) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[at:])
	switch r {
	case '-', '–', '—', '/', '\u200b', '\u00ad':
		return at-n-from >= 2 && unicode.IsLetter(next)
	}
	return false
}

func ideograph(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
}
