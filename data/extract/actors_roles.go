package extract

import (
	"slices"
	"strings"

	"demarche/data"
)

// roleClass is the sort of phrase by which the text names somebody through what
// they are.
type roleClass uint8

const (
	roleTitle       roleClass = iota // "the foreign minister"
	rolePeople                       // "US officials"
	roleInstitution                  // "the Sudanese army"
	roleAssembly                     // "US lawmakers"
	roleUnnamed                      // "a person familiar with the talks"
	roleExpert                       // "an analyst at"
	roleGroup                        // "the group"
	roleCountry                      // "the kingdom"
	rolePair                         // "both sides"
)

// role is a phrase that says what somebody is.
type role struct {
	first, last int // tokens of the whole phrase, without the name
	head        int // token where its noun begins
	headEnd     int
	class       roleClass
	word        string // the noun, folded: "foreign minister"
	of          []int  // names that it belongs to: "Iranian", "the Kremlin"
	ofRole      int    // role that it belongs to: "the group" in "the group's leader", -1 for none
	name        int    // the name of the one who has it, -1 where the text does not say
	several     []int  // the names of those who have it, of a phrase of many
	plural      bool
	definite    bool // "the", "his"
	counted     bool // "a", "two", "some": somebody new
	possessive  bool // "his", "their"
	former      bool
	actor       int // resolved to, -1 for none
	more        []int
}

// base is the last word of the noun: "minister".
func (r *role) base() string { return r.word[strings.LastIndexByte(r.word, ' ')+1:] }

// findRoles fills s.roles with the phrases of the text.
func (s *actorSearch) findRoles() {
	s.roleAt = make([]int32, len(s.tokens))
	for i := range s.roleAt {
		s.roleAt[i] = -1
	}
	for _, sent := range s.a.sentences {
		for i := sent.first; i < sent.last; {
			r, found := s.roleFrom(i, sent)
			if !found {
				i++
				continue
			}
			n := len(s.roles)
			s.roles = append(s.roles, r)
			for k := r.first; k < r.last; k++ {
				s.roleAt[k] = int32(n)
			}
			i = max(r.headEnd, i+1)
		}
	}
	for n := range s.roles {
		r := &s.roles[n]
		if len(r.of) > 0 || r.ofRole >= 0 || r.headEnd >= len(s.tokens) || s.tokens[r.headEnd].lower != "of" && s.tokens[r.headEnd].lower != "for" {
			continue
		}
		for i := r.headEnd + 1; i < min(r.headEnd+4, len(s.tokens)) && s.tokens[i].sentence == s.tokens[r.head].sentence; i++ {
			if at := s.roleAt[i]; at >= 0 && int(at) != n {
				r.ofRole = int(at) // "the head of the government team"
				break
			}
		}
	}
}

// roleFrom reads the phrase whose noun begins at token i.
func (s *actorSearch) roleFrom(i int, sent sentence) (role, bool) {
	r := role{head: i, ofRole: -1, name: -1, actor: -1}
	if s.nameAt[i] >= 0 || !isWord(s.tokens[i].text) {
		return r, false
	}
	n := 0
	for class, set := range []phraseSet{s.w.title, s.w.people, s.w.institution, s.w.assembly, s.w.unnamed, s.w.expert, s.w.group, s.w.country, s.w.pair} {
		if k := set.at(s.tokens, i, sent.last); k > n {
			n, r.class = k, roleClass(class)
		}
	}
	if n == 0 {
		return r, false
	}
	r.headEnd = i + n
	for k := i; k < r.headEnd; k++ {
		if s.nameAt[k] >= 0 {
			return r, false
		}
	}
	r.word = joinLower(s.tokens[i:r.headEnd])
	if !s.isNoun(&r, sent) {
		return r, false
	}
	r.plural = r.class == rolePeople || r.class == rolePair || r.class == roleAssembly && strings.HasSuffix(r.word, "s")
	if r.class == roleExpert && strings.HasSuffix(r.word, "s") {
		r.plural = true
	}
	r.first, r.last = i, r.headEnd
	s.extendLeft(&r, sent)
	s.attachName(&r, sent)
	s.extendRight(&r, sent)
	slices.Sort(r.of) // in the order of the text
	s.dropHost(&r)
	s.attachApposition(&r, sent)
	return r, s.stands(&r)
}

// dropHost leaves the United Nations out of the owners of those whom others send
// there: "Iran's U.N. ambassador", "his U.N. mission".
func (s *actorSearch) dropHost(r *role) {
	un := s.g.lookup("un")
	if base := r.base(); base != "ambassador" && !(len(r.of) > 1 || r.possessive) || base != "ambassador" && base != "mission" && base != "envoy" && base != "representative" {
		return
	}
	if first := r.of; r.base() != "ambassador" && !r.possessive && len(first) > 0 && s.names[first[0]].known() && s.names[first[0]].forms[0].entry == un {
		return // "the UN Burma envoy"
	}
	r.of = slices.DeleteFunc(r.of, func(n int) bool { return s.names[n].known() && s.names[n].forms[0].entry == un })
}

// isNoun reports whether the word is the noun of its phrase rather than an
// adjective or a verb: "an official said", not "an official visit".
func (s *actorSearch) isNoun(r *role, sent sentence) bool {
	if r.headEnd >= sent.last {
		return true
	}
	if before := r.head - 1; before >= sent.first && s.w.loose.has(r.word) && (isAuxiliary(s.tokens[before].lower) || s.tokens[before].lower == "to") && isLowerFirst(s.tokens[r.head].text) {
		return false // "would head for the capital"
	}
	next := s.tokens[r.headEnd]
	if at := s.nameAt[r.headEnd]; at >= 0 && r.class == roleTitle {
		if last := s.names[at].last; last < sent.last && s.nameAt[last] < 0 && s.w.title.at(s.tokens, last, sent.last) > 0 {
			return false // "the chief Yemen negotiator"
		}
	}
	if r.class == roleTitle && s.nameAt[r.headEnd] < 0 && isUpperFirst(next.text) && r.headEnd+1 < sent.last && s.nameAt[r.headEnd+1] < 0 && s.w.title.at(s.tokens, r.headEnd+1, sent.last) > 0 {
		return false // "the chief Brexit negotiator"
	}
	if s.w.title.at(s.tokens, r.headEnd, sent.last) > 0 && s.nameAt[r.headEnd] < 0 && r.class != roleInstitution && !s.w.loose.has(next.lower) {
		return false // "army chief": the noun is still to come
	}
	if !s.w.loose.has(r.word) || !isWord(next.text) || isUpperFirst(next.text) || s.w.common.has(next.lower) && !s.w.opening.has(next.lower) || strings.HasPrefix(next.lower, "'") {
		return true
	}
	if verb, ok := s.w.act[next.lower]; ok && verb != next.lower {
		return true
	}
	if s.finiteVerb(next.lower) {
		return true // "the government lacks"
	}
	verb, ok := s.w.say[next.lower]
	return ok && verb != next.lower || strings.HasSuffix(next.lower, "ly") || s.w.determiner.has(next.lower)
}

// finiteVerb reports whether a word can only be a verb of the past or the third
// person. Participles that describe a noun ("the army backed militia") are none.
func (s *actorSearch) finiteVerb(word string) bool {
	v, known := english().verbs[word]
	if !known || v.noun || v.forms&(pastForm|thirdForm) == 0 || v.forms&baseForm != 0 {
		return false
	}
	switch v.lemma {
	case "back", "lead", "own", "run", "control", "hold", "appoint", "sponsor", "fund", "broker", "impose":
		return v.forms&thirdForm != 0
	}
	return true
}

// extendLeft takes in what stands before the noun and belongs to it.
func (s *actorSearch) extendLeft(r *role, sent sentence) {
	for r.first > sent.first {
		j := r.first - 1
		t := s.tokens[j]
		switch {
		case s.nameAt[j] >= 0:
			n := &s.names[s.nameAt[j]]
			if n.last != r.first || s.namesPersonBefore(r, n) {
				return
			}
			r.first = n.first
			if n.part != "" && r.class == roleInstitution && s.runs(n) {
				r.of = append(r.of, int(s.nameAt[j])) // "the Hamas-run ministry"
				continue
			}
			if n.organ || n.part != "" {
				continue
			}
			r.of = append(r.of, int(s.nameAt[j]))
			s.coordinate(r, sent)
		case t.lower == "'s" || t.lower == "'":
			s.possessor(r, j, sent)
			return
		case s.w.modifier.set.has(t.lower) && t.lower != "and" || s.w.title.set.has(t.lower) && r.class != roleInstitution:
			r.former = r.former || t.lower == "former" || t.lower == "ex"
			r.first = j
		case t.lower == "and" && r.first < r.headEnd && j > sent.first && isUpperFirst(s.tokens[r.first].text) && isUpperFirst(s.tokens[j-1].text) && s.w.modifier.set.has(s.tokens[j-1].lower):
			r.first = j // "International Trade and Industry Minister"
		case s.w.determiner.has(t.lower) || isDigit(t.text[0]):
			s.determine(r, j)
			if t.lower == "the" || t.lower == "his" || t.lower == "her" || t.lower == "their" || t.lower == "a" || t.lower == "an" {
				return
			}
		case strings.HasSuffix(t.lower, "ly") && isLowerFirst(t.text), strings.HasPrefix(t.lower, "then-"), strings.HasPrefix(t.lower, "ex-"):
			r.former = r.former || strings.HasPrefix(t.lower, "ex-")
			r.first = j
		default:
			return
		}
	}
}

// runs reports whether a compound says who runs what follows: "Houthi-run".
func (s *actorSearch) runs(n *name) bool {
	_, how, _ := strings.Cut(s.tokens[n.first].lower, "-")
	return how == "run" || how == "controlled" || how == "ruled" || how == "administered"
}

// namesPersonBefore reports whether the name before a phrase is no part of it:
// a person before a body, or a place at the end of a clause.
func (s *actorSearch) namesPersonBefore(r *role, n *name) bool {
	kind, known := n.kind()
	if !known {
		return r.class == roleGroup || r.class == roleCountry || r.class == rolePair
	}
	return kind == surfaceMedia || kind == surfacePlace && r.class != rolePeople && r.class != roleTitle
}

// coordinate takes in further names before one: "US, Qatari and Egyptian officials".
func (s *actorSearch) coordinate(r *role, sent sentence) {
	for r.first-2 >= sent.first {
		j := r.first - 1
		if t := s.tokens[j].lower; t != "and" && t != "," && t != "or" {
			return
		}
		if s.tokens[j].lower == "and" && s.tokens[j-1].lower == "," {
			j--
		}
		if j-1 < sent.first || s.nameAt[j-1] < 0 {
			return
		}
		n := &s.names[s.nameAt[j-1]]
		kind, known := n.kind()
		last := &s.names[r.of[len(r.of)-1]]
		if lastKind, _ := last.kind(); !known || kind != lastKind && !(n.adjectival() && last.adjectival()) || n.names(s.g, data.Person) || kind == surfaceMedia || kind == surfacePlace || kind == surfaceShort || r.class == roleTitle && !n.adjectival() {
			return
		}
		r.of = append(r.of, int(s.nameAt[j-1]))
		r.first = n.first
	}
}

// possessor takes in the owner before the apostrophe at token j.
func (s *actorSearch) possessor(r *role, j int, sent sentence) {
	if j-1 < sent.first {
		return
	}
	if at := s.nameAt[j-1]; at >= 0 {
		r.of = append(r.of, int(at))
		r.first = s.names[at].first
	} else if at := s.roleAt[j-1]; at >= 0 {
		r.ofRole = int(at)
		r.first = s.roles[at].first
	} else {
		return
	}
	r.definite = true
	if r.first > sent.first && s.tokens[r.first-1].lower == "the" {
		r.first--
	}
}

// determine takes in the determiner or number at token j.
func (s *actorSearch) determine(r *role, j int) {
	r.first = j
	switch s.tokens[j].lower {
	case "the", "this", "that", "these", "those":
		r.definite = true
	case "his", "her", "its", "their":
		r.definite, r.possessive = true, true
	case "both":
		r.definite = true
	default:
		if !r.definite {
			r.counted = true
		}
	}
}

// attachName finds the name that follows the noun: "President Putin".
func (s *actorSearch) attachName(r *role, sent sentence) {
	if r.class == roleGroup || r.class == roleCountry || r.class == rolePair || r.class == roleInstitution || r.headEnd >= sent.last {
		return
	}
	i := r.headEnd
	if isQuoteMark(s.tokens[i].text) && i+1 < sent.last && s.nameAt[i+1] >= 0 && r.first > sent.first && isQuoteMark(s.tokens[r.first-1].text) {
		i++ // rebel "foreign minister" Jane Doe
	}
	if r.class == roleTitle && s.tokens[i].lower == "and" && i+1 < sent.last && s.w.title.at(s.tokens, i+1, sent.last) > 0 {
		i++ // "Deputy Prime Minister and Foreign Minister Ishaq Dar"
	}
	for i < sent.last && s.nameAt[i] < 0 && (i > r.headEnd || isUpperFirst(s.tokens[i].text)) {
		k := max(s.w.title.at(s.tokens, i, sent.last), s.w.honorific.at(s.tokens, i, sent.last))
		if k == 0 {
			return
		}
		i += k // "army chief General Asim Munir"
	}
	if i >= sent.last {
		return
	}
	at := s.nameAt[i]
	if at >= 0 && r.word != "think tank" && s.mayBePerson(&s.names[at]) {
		r.name = int(at)
	}
}

// mayBePerson reports whether a name can be a person's.
func (s *actorSearch) mayBePerson(n *name) bool {
	if n.part != "" || n.orgWord {
		return false
	}
	for _, f := range n.forms {
		if f.entry >= 0 && s.g.entries[f.entry].kind == "person" {
			return true
		}
	}
	if len(n.forms) > 0 {
		return n.forms[0].entry >= 0 && s.g.entries[n.forms[0].entry].ambiguous
	}
	return !isCapitals(s.tokens[n.first].text) || n.last-n.first > 1
}
