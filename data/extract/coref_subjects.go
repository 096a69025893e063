package extract

import "strings"

// governsSentence reports whether a mention may be the subject of a clause: no
// preposition stands before it, and no verb whose object it is.
func (s *actorSearch) governsSentence(ref *reference) bool {
	sent := s.a.sentences[ref.sentence]
	if ref.last < sent.last && (s.tokens[ref.last].lower == "'s" || s.attributive(ref)) {
		return false
	}
	i := s.phraseBefore(ref.first-1, sent)
	if i < sent.first {
		return true
	}
	word := s.tokens[i].lower
	if s.w.locative.has(word) || s.w.direction.has(word) {
		return false
	}
	switch word {
	case "of", "for", "with", "by", "to", "against", "between", "from", "on", "about", "told", "and":
		return false
	}
	if v, ok := s.w.say[word]; ok && v != word && v != "tell" && v != "call" && v != "urge" && v != "describe" && v != "accuse" {
		return true // “…,” said X
	}
	if _, act := s.w.act[word]; act || s.w.say[word] != "" || s.finiteVerb(word) {
		return s.verbAt(ref.last, sent.last) >= 0
	}
	return true
}

// reported reports whether a mention begins what somebody says: "said X would".
func (s *actorSearch) reported(ref *reference) bool {
	i := ref.first - 1
	if i < s.a.sentences[ref.sentence].first {
		return false
	}
	word := s.tokens[i].lower
	v, says := s.w.say[word]
	return word == "that" || says && v != word && s.verbAt(ref.last, s.a.sentences[ref.sentence].last) >= 0
}

// phraseBefore is the last token before a name that is no part of its phrase:
// "talks with his Swedish counterpart X".
func (s *actorSearch) phraseBefore(i int, sent sentence) int {
	for k := 0; i >= sent.first && k < 5; k++ {
		t := s.tokens[i].lower
		_, act := s.w.act[t]
		switch {
		case s.w.determiner.has(t):
		case !isLowerFirst(s.tokens[i].text) || s.w.common.has(t) || act || s.w.say[t] != "" || s.finiteVerb(t) || !isWord(t):
			return i
		case s.roleAt[i] < 0 && s.nameAt[i] < 0 && !s.w.modifier.set.has(t):
			return i
		}
		i--
	}
	return i
}

// attributive reports whether a name only describes the noun after it: "UN sanctions".
func (s *actorSearch) attributive(ref *reference) bool {
	if ref.role >= 0 || ref.last >= s.a.sentences[ref.sentence].last {
		return false
	}
	next := s.tokens[ref.last]
	if !isLowerFirst(next.text) || s.w.common.has(next.lower) || isAuxiliary(next.lower) || strings.HasSuffix(next.lower, "ly") || strings.HasSuffix(next.lower, "ed") || s.temporalAt(ref.last) {
		return false
	}
	v, verb := english().verbs[next.lower]
	return !verb || v.noun
}
