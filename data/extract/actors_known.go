package extract

import (
	"slices"

	"demarche/data"
)

// actorOf is the actor of an entry of the gazetteer, made if need be.
func (s *actorSearch) actorOf(entry int) int {
	if a, found := s.byEntry[entry]; found {
		return a
	}
	e := s.g.entries[entry]
	if e.kind == string(data.Person) {
		return s.persons[s.knownPerson(entry, nil)].actor
	}
	a := len(s.a.actors)
	s.byEntry[entry] = a
	s.territory[a] = e.place
	s.a.actors = append(s.a.actors, actor{id: e.id, name: e.name, kind: e.kind, role: e.role, of: -1, place: true})
	return a
}

// findKnown gives every known name that is no person's its actor, and says which
// of those actors act: a state that is only the scene, a city, a treaty do not.
func (s *actorSearch) findKnown() {
	for n := range s.names {
		name := &s.names[n]
		if !name.known() || name.actor >= 0 {
			continue
		}
		entry := s.reading(name)
		if entry < 0 {
			continue
		}
		if s.isScene(n) {
			continue
		}
		name.actor = s.actorOf(entry)
		if s.counts(n, entry) {
			s.a.actors[name.actor].place = false
		}
	}
	s.findMinistries()
	// What a role belongs to is a party: "Norway's envoy", "Iranian officials".
	for i := range s.roles {
		r := &s.roles[i]
		if r.class == roleExpert || r.class == roleCountry {
			continue
		}
		for _, n := range r.of {
			if name := &s.names[n]; name.known() && name.actor < 0 { // "officials in Kabul"
				if entry := s.reading(name); entry >= 0 && !s.g.entries[entry].ambiguous {
					name.actor = s.actorOf(entry)
				}
			}
			if a := s.names[n].actor; a >= 0 && s.ownerCounts(r, n) {
				s.a.actors[a].place = false
			}
		}
	}
}

// findMinistries gives ministries without a state before them to the main one:
// "the Department of Health and Social Care".
func (s *actorSearch) findMinistries() {
	main := s.mainState(s.weigh())
	for n := range s.names {
		name := &s.names[n]
		if name.actor >= 0 || !name.organ || name.heading || len(name.forms) > 0 || name.last-name.first < 3 || s.ownerBefore(n) >= 0 || s.acronymAfter(name) != "" {
			continue
		}
		if word := s.tokens[name.first].lower; word != "ministry" && word != "department" && word != "office" {
			continue
		}
		if name.actor = main; main < 0 {
			name.actor = s.addGroup(s.textOf(name.first, name.last), string(data.Body), -1)
		}
	}
}

// ownerCounts reports whether a phrase makes the name that owns it a party.
func (s *actorSearch) ownerCounts(r *role, n int) bool {
	name := &s.names[n]
	if kind, known := name.kind(); known && kind == surfacePlace {
		return false
	}
	if s.onlyPlace(n) {
		switch r.base() {
		case "leader", "leaders", "president", "premier", "officials", "authorities", "government", "parliament", "lawmakers":
			return true
		}
		return r.word == "prime minister" || r.word == "first minister"
	}
	return !r.former || r.name < 0
}

// reading is the entry of a name: of several, the one from the case, then the
// one whose state the text names, then the first. It is -1 for persons.
func (s *actorSearch) reading(n *name) int {
	best, top := -1, -1
	for _, f := range n.forms {
		if f.entry < 0 || s.g.entries[f.entry].kind == string(data.Person) {
			continue
		}
		e := s.g.entries[f.entry]
		v := 0
		if e.known {
			v += 4
		}
		if s.named(e.of) || s.unique[f.entry] {
			v += 2
		}
		if v > top {
			best, top = f.entry, v
		}
	}
	if len(n.forms) > 1 && n.forms[0].entry != n.forms[1].entry && n.last-n.first == 1 && top < 2 && n.forms[0].kind == surfaceName && n.forms[1].kind == surfaceName && n.forms[1].entry >= 0 && n.forms[0].text != nil && !isCapitals(n.forms[0].text[0]) {
		return -1 // "Congress" where neither of the states that have one is named
	}
	return best
}

// isScene reports whether a known name is a place here: a capital after "in" or
// before "agreement", an ambiguous name without other sign of the state.
func (s *actorSearch) isScene(n int) bool {
	name := &s.names[n]
	kind, _ := name.kind()
	e := s.g.entries[name.forms[0].entry]
	sent := s.a.sentences[s.tokens[name.first].sentence]
	if kind == surfaceMetonym && e.kind != string(data.State) && name.first > sent.first && s.w.direction.has(s.tokens[name.first-1].lower) {
		return true
	}
	if kind == surfaceMetonym && !e.known && isPlainWord(s.tokens[name.first].text) && !s.owns(n) && !(s.takesPart(name) && s.possessive(name) && s.ownsDeed(name, sent)) {
		if name.first > sent.first && s.w.direction.has(s.tokens[name.first-1].lower) {
			return true
		}
		if name.last < sent.last && s.w.afterplace.has(s.tokens[name.last].lower) {
			return true
		}
		return s.beforeItsState(n)
	}
	if e.ambiguous && kind == surfaceName && !s.confirmed(name) {
		return true
	}
	return false
}

// possessive reports whether "'s" follows a name.
func (s *actorSearch) possessive(n *name) bool {
	return n.last < len(s.tokens) && s.tokens[n.last].lower == "'s"
}

// isPlainWord reports whether a word has small letters: no acronym.
func isPlainWord(s string) bool { return !isCapitals(s) }

// beforeItsState reports whether a capital stands in "Doha, Qatar" or after "capital,".
func (s *actorSearch) beforeItsState(n int) bool {
	name := &s.names[n]
	if name.first >= 2 && s.tokens[name.first-1].text == "," && s.tokens[name.first-2].lower == "capital" {
		return true
	}
	if n+1 < len(s.names) && name.last < len(s.tokens) && s.tokens[name.last].text == "," {
		next := &s.names[n+1]
		return next.first == name.last+1 && next.known() && next.forms[0].entry == name.forms[0].entry
	}
	return false
}

// confirmed reports whether the text shows that an ambiguous name is the state's:
// it has an adjective or a capital of it too, or the name acts, owns or is acted with.
func (s *actorSearch) confirmed(n *name) bool {
	entry := n.forms[0].entry
	if s.byOther[entry] {
		return true
	}
	return s.acts(n.first, n.last) || s.takesPart(n) && n.last < len(s.tokens)
}

// counts reports whether a name makes its actor one of the result.
func (s *actorSearch) counts(n, entry int) bool {
	name := &s.names[n]
	kind, _ := name.kind()
	e := s.g.entries[entry]
	if e.known {
		return true
	}
	sent := s.a.sentences[s.tokens[name.first].sentence]
	locative := name.first > sent.first && s.w.locative.has(s.beforeArticle(name.first, sent))
	switch {
	case e.place:
		return !locative && s.verbAt(name.last, sent.last) >= 0
	case e.weak:
		return !locative && (s.acts(name.first, name.last) || s.takesPart(name) || s.ownsDeed(name, sent))
	case e.kind != string(data.State):
		return true
	}
	switch kind {
	case surfaceName:
		return !locative && !s.afterPlace(n)
	case surfaceMetonym:
		return s.acts(name.first, name.last) || s.takesPart(name) || s.owns(n) || isAuxiliaryAt(s.tokens, name.last, sent.last) ||
			name.first > sent.first && s.tokens[name.first-1].lower == "the" // no city: "the Kremlin"
	case surfaceAdjective:
		return s.ownsDeed(name, sent)
	}
	before := ""
	if name.first > sent.first {
		before = s.beforeArticle(name.first, sent)
	}
	return before == "with" || before == "between" || before == "for" || s.acts(name.first, name.last)
}

// beforeArticle is the word before token i, past "the".
func (s *actorSearch) beforeArticle(i int, sent sentence) string {
	if i-1 > sent.first && s.tokens[i-1].lower == "the" {
		i--
	}
	return s.tokens[i-1].lower
}

// isAuxiliaryAt reports whether a form of "be" or an auxiliary stands at token i.
func isAuxiliaryAt(tokens []token, i, end int) bool {
	if i >= end {
		return false
	}
	switch tokens[i].lower {
	case "is", "was", "are", "were", "remains", "appears":
		return true
	}
	return isAuxiliary(tokens[i].lower)
}

// afterPlace reports whether a state's name only says where a city lies: "in Jeddah, Saudi Arabia".
func (s *actorSearch) afterPlace(n int) bool {
	name := &s.names[n]
	i := name.first - 1
	sent := s.a.sentences[s.tokens[name.first].sentence]
	if i-1 < sent.first || s.tokens[i].text != "," || !isUpperFirst(s.tokens[i-1].text) {
		return false
	}
	if at := s.nameAt[i-1]; at >= 0 {
		kind, known := s.names[at].kind()
		if known && kind != surfacePlace && kind != surfaceMetonym {
			return false
		}
		i = s.names[at].first
	} else {
		i--
	}
	return i > sent.first && s.w.locative.has(s.tokens[i-1].lower)
}

// ownsDeed reports whether a deed of the actor follows its adjective or name:
// "Chinese and Russian proposal", "Kyiv's demand", "the Turkish-brokered deal".
func (s *actorSearch) ownsDeed(n *name, sent sentence) bool {
	if n.part != "" {
		return true
	}
	for i := n.last; i < min(n.last+6, sent.last); i++ {
		t := s.tokens[i]
		if s.w.deed.has(t.lower) {
			return true
		}
		if t.lower == "and" || t.lower == "," || t.lower == "or" || t.lower == "'s" || s.w.modifier.set.has(t.lower) {
			continue
		}
		if at := s.nameAt[i]; at >= 0 && s.names[at].known() && slices.ContainsFunc(s.names[at].forms, func(f surface) bool { return f.kind == surfaceAdjective }) {
			continue
		}
		if i > n.last || !isLowerFirst(t.text) {
			return false
		}
	}
	return false
}
