package extract

import "strings"

// prefix is the token where the honorifics, ranks and titles before a name
// begin; the name's own first token where none stands there.
func (s *actorSearch) prefix(n *name) int {
	first := n.first
	sent := s.a.sentences[s.tokens[n.first].sentence]
	titled := false
	for first > sent.first {
		t := s.tokens[first-1]
		if s.nameAt[first-1] >= 0 {
			break
		}
		switch {
		case s.w.honorific.set.has(t.lower) && (isUpperFirst(t.text) || strings.HasSuffix(t.text, ".")):
			titled = true
		case s.w.modifier.set.has(t.lower) && t.lower != "and" && titled:
		default:
			if titled {
				return first
			}
			return n.first
		}
		first--
	}
	if titled {
		return first
	}
	return n.first
}

// acts reports whether the tokens [first, last) are the subject of a verb of
// speech or action near them: "X said", "said X", "X, the envoy, rejected".
func (s *actorSearch) acts(first, last int) bool {
	sent := s.a.sentences[s.tokens[first].sentence]
	if first > sent.first {
		before := s.tokens[first-1].lower
		if v, ok := s.w.say[before]; ok && v != before && v != "tell" && v != "call" && v != "urge" && v != "describe" && v != "accuse" && (first-2 < sent.first || !isWord(s.tokens[first-2].text)) {
			return true
		}
		if first-2 >= sent.first && before == "to" && s.tokens[first-2].lower == "according" {
			return true
		}
	}
	i := last
	if i+1 < sent.last && s.tokens[i].text == "," && s.verbAt(i+1, sent.last) >= 0 && !(first > sent.first && s.w.direction.has(s.tokens[first-1].lower)) {
		return true // "the counsel, Lanang, confirmed"
	}
	if i < sent.last && s.tokens[i].text == "," {
		for k := i + 1; k < min(i+14, sent.last); k++ {
			if s.tokens[k].text == "," {
				i = k + 1
				break
			}
		}
	}
	return s.verbAt(i, sent.last) >= 0
}

// verbAt is the token of the finite verb of speech or action that begins at i
// after adverbs and auxiliaries, -1 where there is none.
func (s *actorSearch) verbAt(i, end int) int {
	helped := false
	for k := i; k < min(i+5, end); k++ {
		t := s.tokens[k]
		if isAuxiliary(t.lower) {
			helped = true
			continue
		}
		v, ok := s.w.say[t.lower]
		if !ok {
			v, ok = s.w.act[t.lower]
		}
		switch {
		case ok && (v != t.lower || helped) && !strings.HasSuffix(t.lower, "ing"):
			return k
		case strings.HasSuffix(t.lower, "ly"), t.lower == "also", t.lower == "not", t.lower == "then", t.lower == "later", t.lower == "again", t.lower == "already", s.temporalAt(k), t.lower == "on" && k+1 < end && s.temporalAt(k+1):
		default:
			return -1
		}
	}
	return -1
}

// isAuxiliary reports whether a word helps a verb that follows.
func isAuxiliary(word string) bool {
	switch word {
	case "has", "have", "had", "will", "would", "may", "might", "must", "should", "could", "can", "did", "does", "do", "'ll", "'d", "'ve":
		return true
	}
	return false
}

// temporalAt reports whether token i belongs to a date.
func (s *actorSearch) temporalAt(i int) bool { return dateAt(s.a, i) }

// dateAt reports whether token i belongs to a date of the article.
func dateAt(a *article, i int) bool {
	lo, hi := 0, len(a.dates)
	for lo < hi {
		mid := (lo + hi) / 2
		if a.dates[mid].last <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(a.dates) && a.dates[lo].first <= i
}

// year is the year in which the article appeared, 0 where it is not known.
func (s *actorSearch) year() int { return int(s.a.published.Start.Year) }

// named reports whether the text names an entry of the gazetteer in any form.
func (s *actorSearch) named(entry int) bool { return entry >= 0 && s.entries[entry] }

// takesPart reports whether a name is governed as one who takes part: "talks with
// X", "by X", "between X and Y", or owns what follows.
func (s *actorSearch) takesPart(n *name) bool {
	sent := s.a.sentences[s.tokens[n.first].sentence]
	i := n.first
	if i > sent.first && s.tokens[i-1].lower == "the" {
		i--
	}
	if i > sent.first {
		switch s.tokens[i-1].lower {
		case "with", "by", "between", "and", "among", "against", "from", "to":
			return true
		}
	}
	return n.last < sent.last && s.tokens[n.last].lower == "'s"
}
