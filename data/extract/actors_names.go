package extract

import (
	"slices"
	"strings"

	"demarche/data"
)

// name is a place where the text has the name of something: one that the
// gazetteer knows, or words with capitals that may be one.
type name struct {
	first, last int       // tokens [first, last)
	forms       []surface // readings of the gazetteer; none for an unknown name
	part        string    // the part of a compound that is the name: "U.S." of "U.S.-led"
	partAt      int       // byte where that part begins
	heading     bool      // stands in a heading, where capitals tell nothing
	organ       bool      // an organ of the state before it: "Interior Ministry"
	orgWord     bool      // has a word of organisations: "Labour Party"
	actor       int       // index into actors once resolved, else -1
	role        int       // index of the role that names it, -1 for none
}

// kind is the reading of a known name; ok is false for an unknown one.
func (n *name) kind() (k surfaceKind, ok bool) {
	if len(n.forms) == 0 {
		return 0, false
	}
	return n.forms[0].kind, true
}

// adjectival reports whether a name can stand before a noun as its adjective: "US".
func (n *name) adjectival() bool {
	return slices.ContainsFunc(n.forms, func(f surface) bool { return f.kind == surfaceAdjective })
}

// names reports whether a known name is that of an actor of a kind.
func (n *name) names(g *gazetteer, kind data.ActorKind) bool {
	return n.known() && g.entries[n.forms[0].entry].kind == string(kind)
}

func (n *name) known() bool { return len(n.forms) > 0 && n.forms[0].entry >= 0 }

// maxName is the number of tokens after which a run of capitals is no name.
const maxName = 12

// findNames fills s.names with the names of the text, in its order.
func (s *actorSearch) findNames() {
	s.nameAt = make([]int32, len(s.tokens))
	for i := range s.nameAt {
		s.nameAt[i] = -1
	}
	for n, sent := range s.a.sentences {
		if s.credits(sent) {
			continue
		}
		shouting, titled := s.capitals(sent)
		for i := sent.first; i < sent.last; {
			if i >= s.a.dateline.first && i < s.a.dateline.last {
				i = s.a.dateline.last
				continue
			}
			i = s.nameFrom(i, s.a.sentences[n], shouting, titled)
		}
	}
}

// credits reports whether a sentence says who wrote the article: "Reporting by
// …", "… contributed to this report."
func (s *actorSearch) credits(sent sentence) bool {
	if sent.last-sent.first > 60 {
		return false
	}
	if opening := s.tokens[sent.first].lower; sent.last-sent.first < 12 && sent.last-sent.first > 1 && (opening == "credit" || opening == "image" || opening == "photo" || opening == "picture") && s.tokens[sent.first+1].text == ":" {
		return true // "Photo: EPA"
	}
	for i := sent.first; i+1 < sent.last; i++ {
		next := s.tokens[i+1].lower
		switch s.tokens[i].lower {
		case "reporting", "editing", "writing", "edited", "compiled", "translated", "written", "reported":
			if next == "by" && (i == sent.first || !isLowerFirst(s.tokens[i].text) || s.tokens[i-1].lower == "additional") {
				return true
			}
		case "contributed":
			if next == "to" && i+2 < sent.last && (s.tokens[i+2].lower == "this" || s.tokens[i+2].lower == "the") && i+3 < sent.last && (s.tokens[i+3].lower == "report" || s.tokens[i+3].lower == "story" || s.tokens[i+3].lower == "article") || next == "reporting" || next == "from" && sent.last-sent.first < 25 {
				return true
			}
		}
	}
	return s.tokens[sent.first].lower == "by" && sent.last-sent.first < 9 && sent.heading
}

// capitals reports whether a sentence is set all in capitals, and whether its
// words begin with them for the most part, as titles are set.
func (s *actorSearch) capitals(sent sentence) (shouting, titled bool) {
	if !sent.heading && (sent.last-sent.first > 30 || isTerminator(s.tokens[sent.last-1].text) || s.tokens[sent.last-1].text == "”" || s.tokens[sent.last-1].text == "\"") {
		return false, false
	}
	words, upper, first := 0, 0, 0
	for _, t := range s.tokens[sent.first:sent.last] {
		if !isWord(t.text) || isDigit(t.text[0]) || len(t.text) < 4 {
			continue
		}
		words++
		if isCapitals(t.text) {
			upper++
		}
		if isUpperFirst(t.text) {
			first++
		}
	}
	return words > 2 && upper*10 > words*7, words > 3 && first*10 > words*7
}

// nameFrom adds the name that begins at token i, if one does, and is the token
// from which to go on.
func (s *actorSearch) nameFrom(i int, sent sentence, shouting, titled bool) int {
	t := s.tokens[i]
	if !isWord(t.text) {
		return i + 1
	}
	heading := sent.heading || titled
	m, found := s.g.matchAt(s.tokens, i, sent.last, shouting)
	if found && t.lower == "the" {
		if inner, longer := s.g.matchAt(s.tokens, i+1, sent.last, shouting); longer && inner.last > m.last {
			return i + 1 // "the West" before "Bank"
		}
	}
	run := i
	if !heading {
		run = s.runOfCapitals(i, sent)
	}
	if found && s.isPerson(m) && run > m.last && s.partOfPerson(s.tokens[m.last]) && s.titleWords(m.last, run) == 0 && !s.w.organisation.has(s.tokens[m.last].lower) && m.forms[0].kind == surfaceName {
		if k := s.g.firstForm(s.tokens, m.last, run); k < 0 || k == int(surfaceShort) {
			m.last++ // "Mohammed bin Abdulrahman Al-Thani"
		}
	}
	if found && !s.extends(m, run) {
		s.addName(name{first: i, last: m.last, forms: m.forms, heading: heading})
		return m.last
	}
	if strings.IndexByte(t.text, '-') > 0 && s.compound(i, heading) {
		return i + 1
	}
	if heading || run == i {
		return i + 1
	}
	if s.creeds(i, run) {
		return run // "Moslem guerrillas"
	}
	run = s.endOfOrganisation(i, run)
	n := name{first: i, last: run}
	n.orgWord, n.organ = s.orgWords(i, run)
	if n.organ && s.titleWords(i, run) == run-i {
		return run // "Foreign Ministry": a body without a name of its own
	}
	if !n.orgWord {
		if k := s.titleWords(i, run); k > 0 {
			return i + k
		}
		n.last = s.endOfPerson(i, run)
	}
	s.addName(n)
	return n.last
}

// creeds reports whether all words of a run are creeds, which name nobody.
func (s *actorSearch) creeds(first, last int) bool {
	for _, t := range s.tokens[first:last] {
		if !s.w.creed.has(t.lower) {
			return false
		}
	}
	return true
}

// isPerson reports whether a match names a person.
func (s *actorSearch) isPerson(m match) bool {
	e := m.forms[0].entry
	return e >= 0 && s.g.entries[e].kind == string(data.Person)
}

func (s *actorSearch) addName(n name) {
	n.actor, n.role = -1, -1
	for _, f := range n.forms {
		if f.entry >= 0 {
			s.entries[f.entry] = true
			if f.kind == surfaceAdjective || f.kind == surfacePeople || f.kind == surfaceMetonym {
				s.byOther[f.entry] = true
			}
		}
	}
	if len(n.forms) > 0 && !slices.ContainsFunc(n.forms, func(f surface) bool { return f.entry != n.forms[0].entry }) {
		s.unique[n.forms[0].entry] = true
	}
	for i := n.first; i < n.last; i++ {
		s.nameAt[i] = int32(len(s.names))
	}
	s.names = append(s.names, n)
}

// extends reports whether a known name is only the beginning of a longer one:
// the short form of a person, or an ambiguous name, within other capitals.
func (s *actorSearch) extends(m match, run int) bool {
	if run <= m.last {
		return false
	}
	form := m.forms[0]
	next := s.tokens[m.last]
	switch form.kind {
	case surfaceShort:
		return !isCapitals(s.tokens[m.first].text) && s.partOfPerson(next) && s.titleWords(m.last, run) == 0 && !s.w.organisation.has(next.lower) && s.g.firstForm(s.tokens, m.last, run) < 0
	case surfaceMedia, surfacePlace:
		return s.w.organisation.has(next.lower) && isUpperFirst(next.text) && !s.w.bystander.has(next.lower)
	case surfaceName, surfaceMetonym:
		if s.w.organ.has(next.lower) || s.titleWords(m.last, run) > 0 {
			return false
		}
		if form.entry >= 0 && s.g.entries[form.entry].given && s.partOfPerson(next) && s.g.firstForm(s.tokens, m.last, run) < 0 {
			return true
		}
		org, _ := s.orgWords(m.last, run)
		return org && s.g.firstForm(s.tokens, m.last, run) < 0
	}
	return false
}

// firstForm is the kind of the gazetteer's name at token i, -1 for none.
func (g *gazetteer) firstForm(tokens []token, i, end int) int {
	if m, found := g.matchAt(tokens, i, end, false); found {
		return int(m.forms[0].kind)
	}
	return -1
}

// partOfPerson reports whether a token may be a word of a person's name.
func (s *actorSearch) partOfPerson(t token) bool {
	return isUpperFirst(t.text) && !s.w.common.has(t.lower) && !s.w.bystander.has(t.lower)
}

// orgWords reports whether the run has a word that heads names of
// organisations, and whether it is an organ of a state.
func (s *actorSearch) orgWords(first, last int) (org, organ bool) {
	for i := first; i < last; i++ {
		word := s.tokens[i].lower
		if s.w.organisation.has(word) && isUpperFirst(s.tokens[i].text) {
			org = true
			organ = organ || s.w.organ.has(word)
		}
	}
	return org && last-first > 1, organ && org
}

// endOfOrganisation ends a run where a title follows the name of an organisation:
// "African Union Commission Chairperson".
func (s *actorSearch) endOfOrganisation(first, last int) int {
	org := false
	for i := first; i < last; i++ {
		if org && s.w.title.at(s.tokens, i, last) > 0 && !s.w.organisation.has(s.tokens[i].lower) {
			return i
		}
		org = org || s.w.organisation.has(s.tokens[i].lower)
	}
	return last
}

// titleWords is the number of tokens from i that are a title and no part of a
// name: "Foreign Minister", "Gen."
func (s *actorSearch) titleWords(i, end int) int {
	n := 0
	for i+n < end {
		k := s.w.title.at(s.tokens, i+n, end)
		k = max(k, s.w.honorific.at(s.tokens, i+n, end), s.w.modifier.at(s.tokens, i+n, end), s.w.institution.at(s.tokens, i+n, end))
		if k == 0 {
			return n
		}
		n += k
	}
	return n
}

// endOfPerson ends a run where a title, an organisation or a known name that is
// no person's begins inside it.
func (s *actorSearch) endOfPerson(first, last int) int {
	for i := first + 1; i < last; i++ {
		if m, found := s.g.matchAt(s.tokens, i, last, false); found {
			kind := m.forms[0].kind
			if kind == surfaceAdjective || kind == surfacePeople || kind == surfaceMedia || m.last-i > 1 ||
				(kind == surfaceName || kind == surfaceMetonym) && !s.w.given.has(deaccent(s.tokens[first].lower)) {
				return i
			}
		}
		if !s.w.given.has(s.tokens[i].lower) && i+1 < last && s.titleWords(i, last) > 0 {
			return i
		}
	}
	return last
}

// compound adds the known names in a compound: "U.S.-led", "Russia-Ukraine".
func (s *actorSearch) compound(i int, heading bool) bool {
	t := s.tokens[i]
	if strings.HasSuffix(t.lower, "-based") || strings.HasSuffix(t.lower, "-born") || strings.HasSuffix(t.lower, "-registered") {
		return false // only where somebody is from
	}
	found := false
	at := 0
	for part := range strings.SplitSeq(t.text, "-") {
		tok := token{start: t.start + at, end: t.start + at + len(part), text: part, lower: fold(part)}
		at += len(part) + 1
		if part == "" || !isUpperFirst(part) {
			continue
		}
		m, ok := s.g.matchAt([]token{tok}, 0, 1, false)
		if !ok || m.forms[0].entry < 0 || m.forms[0].kind == surfaceShort {
			continue
		}
		s.addName(name{first: i, last: i + 1, forms: m.forms, part: part, partAt: tok.start, heading: heading})
		found = true
	}
	return found
}
