package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// runOfCapitals is the end of the run of words with capitals, with the small
// words inside names, that begins at token i; i itself where none does.
func (s *actorSearch) runOfCapitals(i int, sent sentence) int {
	if !s.startsName(i, sent) {
		return i
	}
	end := i + 1
	org := s.w.organisation.has(s.tokens[i].lower)
	for end < sent.last && end-i < maxName {
		t := s.tokens[end]
		switch {
		case s.joins(end, sent.last):
			end++
		case s.ownedByMany(end, sent.last):
			end, org = end+2, true
		case s.nickname(end, sent.last):
			end += 4
		case isUpperFirst(t.text) && !s.w.common.has(t.lower):
			org = org || s.w.organisation.has(t.lower)
			end++
		case s.w.particle.has(t.lower) && end+1 < sent.last && s.partOfPerson(s.tokens[end+1]):
			end += 2
		case isArabicArticle(t.text):
			end++
		case org && t.lower == "and" && s.goesOnAfterAnd(end+1, sent.last):
			end += 2
		case org && t.lower == "and" && s.ministryGoesOn(i, end, sent.last):
			end += 2
		case org && (t.lower == "of" || t.lower == "for" || t.lower == "on"):
			k := end + 1
			if k < sent.last && s.tokens[k].lower == "the" {
				k++
			}
			if k >= sent.last || !s.partOfPerson(s.tokens[k]) {
				return end
			}
			end = k + 1
		default:
			return end
		}
	}
	return end
}

// goesOnAfterAnd reports whether the words with capitals from token i, after
// "and", still belong to an organisation: they end in a word of organisations or
// before an acronym in brackets.
func (s *actorSearch) goesOnAfterAnd(i, end int) bool {
	k := i
	for k < min(i+3, end) && s.partOfPerson(s.tokens[k]) {
		if k > i && s.w.organisation.has(s.tokens[k].lower) {
			return true
		}
		k++
	}
	return k > i && k < end && s.tokens[k].text == "("
}

// ministryGoesOn reports whether the word with a capital after the "and" at token
// i still belongs to the ministry that begins at first: "Department of Health and
// Social Care".
func (s *actorSearch) ministryGoesOn(first, i, end int) bool {
	if !s.w.organ.has(s.tokens[first].lower) || i-first < 3 || i+1 >= end || s.tokens[first+1].lower != "of" && s.tokens[first+1].lower != "for" || !s.partOfPerson(s.tokens[i+1]) {
		return false
	}
	_, known := s.g.matchAt(s.tokens, i+1, end, false)
	return !known && !s.w.given.has(s.tokens[i+1].lower) && s.w.title.at(s.tokens, i+1, end) == 0
}

// nickname reports whether a nickname in quotation marks and a further name
// stand at token i: Jimmy "Barbecue" Cherizier.
func (s *actorSearch) nickname(i, end int) bool {
	return i+3 < end && isOpener(s.tokens[i].text) && s.tokens[i].text != "(" && isUpperFirst(s.tokens[i+1].text) && !isWord(s.tokens[i+2].text) && s.partOfPerson(s.tokens[i+3])
}

// joins reports whether the token at i is an ampersand between capitals.
func (s *actorSearch) joins(i, end int) bool {
	return s.tokens[i].text == "&" && i+1 < end && isUpperFirst(s.tokens[i+1].text)
}

// ownedByMany reports whether the apostrophe of a plural stands at token i and
// the name of an organisation goes on behind it: "Dock Workers' Union".
func (s *actorSearch) ownedByMany(i, end int) bool {
	return (s.tokens[i].text == "'" || s.tokens[i].text == "’") && strings.HasSuffix(s.tokens[i-1].lower, "s") &&
		i+1 < end && isUpperFirst(s.tokens[i+1].text) && s.w.organisation.has(s.tokens[i+1].lower)
}

// isArabicArticle reports whether a word is a name with its article: "al-Burhan".
func isArabicArticle(word string) bool {
	at := strings.IndexByte(word, '-')
	if at < 2 || at > 3 || at+1 >= len(word) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(word[at+1:])
	return unicode.IsUpper(r) && !isUpperFirst(word)
}

// startsName reports whether a name may begin with token i: it has a capital
// that the place in the sentence does not account for.
func (s *actorSearch) startsName(i int, sent sentence) bool {
	t := s.tokens[i]
	if isArabicArticle(t.text) {
		return true
	}
	if t.text == "He" && !s.opensSentence(i, sent) && i+1 < sent.last && s.partOfPerson(s.tokens[i+1]) {
		return true // the family name: "the spokesperson, He Yongqian"
	}
	if at := strings.IndexByte(t.text, '-'); at > 0 && strings.HasSuffix(t.text, "ed") && !isUpperFirst(t.text[at+1:]) {
		return false // "Nordic-staffed"
	}
	if !isUpperFirst(t.text) || s.w.common.has(t.lower) || utf8.RuneCountInString(t.text) == 1 && !strings.HasSuffix(t.text, ".") {
		return false
	}
	if !s.opensSentence(i, sent) || isCapitals(t.text) {
		return true
	}
	if s.w.opening.has(t.lower) {
		if t.lower == "both" {
			return false // "Both Harbour Council and …"
		}
		return i+1 < sent.last && isUpperFirst(s.tokens[i+1].text) && s.w.organisation.has(s.tokens[i+1].lower)
	}
	if i+1 < sent.last && (s.partOfPerson(s.tokens[i+1]) || isArabicArticle(s.tokens[i+1].text) || isUpperFirst(s.tokens[i+1].text) && s.w.organisation.has(s.tokens[i+1].lower)) {
		return !s.lowered[t.lower]
	}
	return s.capital[t.lower] || i+1 < sent.last && groupWords.has(s.tokens[i+1].lower) && isLowerFirst(s.tokens[i+1].text)
}

// opensSentence reports whether the capital of token i may be that of a
// sentence or of a quotation.
func (s *actorSearch) opensSentence(i int, sent sentence) bool {
	if i == sent.first {
		return true
	}
	switch before := s.tokens[i-1].text; {
	case before == ":" || isOpener(before) || isBullet(before) || isTerminator(before):
		return true
	}
	return false
}
