package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"demarche/assets"
)

// maxSentence is the number of tokens after which a sentence is cut, so that a
// text without full stops costs later stages no more than another.
const maxSentence = 400

// segmentWords are the word lists that segment works with.
type segmentWords struct {
	clitics, titles, numbers, abbreviations, starters, speech wordSet
	headingStarts, headingParts                               []string
}

// englishSegments are the lists for English, read once.
var englishSegments = sync.OnceValue(func() *segmentWords {
	s := assets.Sections("en/segment.txt")
	return &segmentWords{
		clitics:       newWordSet(s["clitics"]),
		titles:        newWordSet(s["title-abbreviations"]),
		numbers:       newWordSet(s["number-abbreviations"]),
		abbreviations: newWordSet(s["abbreviations"]),
		starters:      newWordSet(s["starters"]),
		speech:        newWordSet(s["speech"]),
		headingStarts: s["heading-starts"],
		headingParts:  s["heading-parts"],
	}
})

// segment cuts a text into tokens and sentences. Every token belongs to one
// sentence and every sentence to one paragraph; the time is linear in the text.
//
// Words are those of Unicode UAX 29, repaired for what it leaves to its users:
// abbreviations, hyphens, short forms. Sentences are cut here rather than by
// UAX 29, which ends them after every abbreviation before a capital.
func segment(text string) ([]token, []sentence) {
	words := englishSegments()
	tokens := tokenize(text, words)
	paragraphs := splitParagraphs(text, tokens)
	sentences := make([]sentence, 0, len(tokens)/16+len(paragraphs))
	for n, p := range paragraphs {
		markQuotes(tokens[p.first:p.last])
		heading := isHeading(text, tokens[p.first:p.last], words, n == 0 && len(paragraphs) > 1)
		sentences = appendSentences(sentences, tokens, p, words)
		for i := len(sentences) - 1; i >= 0 && sentences[i].first >= p.first; i-- {
			sentences[i].paragraph, sentences[i].heading = n, heading
		}
	}
	for n, s := range sentences {
		for i := s.first; i < s.last; i++ {
			tokens[i].sentence = n
		}
	}
	return tokens, sentences
}

// appendSentences cuts the tokens of one paragraph into sentences.
func appendSentences(out []sentence, tokens []token, p tokenRange, words *segmentWords) []sentence {
	first := p.first
	for i := p.first; i < p.last; i++ {
		end := sentenceEnd(tokens[:p.last], i, words)
		if end < 0 && i+1-first >= maxSentence {
			end = i + 1
		}
		if end < 0 && i+1 == p.last {
			end = p.last
		}
		if end < 0 {
			continue
		}
		out = append(out, sentence{start: tokens[first].start, end: tokens[end-1].end, first: first, last: end})
		first, i = end, end-1
	}
	return out
}

// sentenceEnd is the token after the sentence that the mark at i ends, with the
// quotation marks and brackets that close behind it, or -1 where it ends none.
func sentenceEnd(tokens []token, i int, words *segmentWords) int {
	t := tokens[i]
	abbreviation := len(t.text) > 1 && strings.HasSuffix(t.text, ".") && isWord(t.text)
	if !abbreviation && !isTerminator(t.text) {
		return -1
	}
	next := i + 1
	for next < len(tokens) && (isTerminator(tokens[next].text) || isCloser(tokens, next)) {
		next++
	}
	if next == len(tokens) {
		return next
	}
	if !spaceBefore(tokens, next) && !isOpener(tokens[next].text) && !(t.text == "." && isUpperFirst(tokens[next].text)) {
		return -1
	}
	after := tokens[next]
	if isOpener(after.text) && next+1 < len(tokens) {
		after = tokens[next+1]
	}
	r, _ := utf8.DecodeRuneInString(after.text)
	switch {
	case unicode.IsLower(r), r == ',', r == ';', r == ':':
		return -1
	case abbreviation && next == i+1:
		if !endsAfter(t, after, words) {
			return -1
		}
	case isDash(after.text):
		return -1
	case strings.ContainsAny(t.text, "?!") && next > i+1 && speaksAfter(tokens, next, words):
		return -1
	}
	return next
}

// endsAfter reports whether the abbreviation t ends its sentence before the word after.
func endsAfter(t, after token, words *segmentWords) bool {
	bare := strings.TrimSuffix(t.text, ".")
	if words.titles.has(bare) || words.numbers.has(bare) && !words.abbreviations.has(bare) {
		return false
	}
	if isInitial(bare) {
		return false
	}
	return words.starters.has(after.lower) || !isWord(after.text) && !isDash(after.text)
}

// speaksAfter reports whether a speaker and a verb of speech follow at i:
// “Why now?” Smith asked.
func speaksAfter(tokens []token, i int, words *segmentWords) bool {
	for n := i; n < len(tokens) && n < i+7; n++ {
		if tokens[n].quoted || isTerminator(tokens[n].text) {
			return false
		}
		if words.speech.has(tokens[n].lower) {
			return true
		}
	}
	return false
}

func isTerminator(s string) bool {
	switch s {
	case ".", "!", "?", "…", "...", "....", "。", "！", "？":
		return true
	}
	return false
}

func isDash(s string) bool {
	switch s {
	case "—", "–", "--", "-", "―", "---":
		return true
	}
	return false
}

func isOpener(s string) bool {
	switch s {
	case "“", "„", "«", "‘", "\"", "'", "(", "[", "‹":
		return true
	}
	return false
}

// isCloser reports whether the token at i closes what stands before it: it is a
// closing mark and no space divides it from the mark before.
func isCloser(tokens []token, i int) bool {
	switch tokens[i].text {
	case "”", "»", "’", ")", "]", "›":
		return true
	case "\"", "'", "“":
		return !spaceBefore(tokens, i)
	}
	return false
}

// spaceBefore reports whether white space stands before the token at i.
func spaceBefore(tokens []token, i int) bool {
	return i == 0 || tokens[i-1].end < tokens[i].start
}

// isWord reports whether s begins with a letter or a digit.
func isWord(s string) bool {
	if s == "" {
		return false
	}
	if c := s[0]; c < 0x80 {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
