package extract

import (
	"slices"
	"strings"

	"demarche/data"
)

// groupWords are the nouns that make a name an armed group's: "the Zapu rebels".
var groupWords = newWordSet([]string{"rebels", "militants", "fighters", "insurgents", "guerrillas", "guerillas", "militia", "militias", "separatists", "gunmen", "jihadists", "paramilitaries", "rebel group", "armed group", "militant group", "insurgent group", "guerrilla group", "militia group", "jihadist group", "rebel movement"})

// partyWords are those that make it an organisation's.
var partyWords = newWordSet([]string{"party", "movement", "union", "alliance", "coalition", "organisation", "organization", "faction", "bloc", "group", "network"})

// findOrganisations adds actors for organisations that no list knows.
func (s *actorSearch) findOrganisations() {
	s.findOrgans()
	orgs := map[string]int{} // actor by name
	s.knownShorts(orgs)
	count := map[string]int{}
	for n := range s.names {
		if s.unknownOrg(n) {
			count[s.orgKey(n)]++
		}
	}
	for n := range s.names {
		if s.unknownOrg(n) {
			s.nameOrganisation(n, orgs, count)
		}
	}
	s.labelledGroups(orgs)
	s.findSoCalled(orgs)
	for n := range s.names {
		name := &s.names[n]
		if len(name.forms) > 0 || name.actor >= 0 || name.organ {
			continue
		}
		if actor, found := orgs[s.orgKey(n)]; found {
			name.actor = actor
		}
	}
}

// nameOrganisation gives a name of an organisation its actor, a new one where the
// text shows that it acts; orgs has those so far, count how often each is named.
func (s *actorSearch) nameOrganisation(n int, orgs, count map[string]int) {
	name := &s.names[n]
	key, short := s.orgKey(n), s.acronymAfter(name)
	entry := s.governmentOf(name)
	if entry < 0 {
		entry = s.shortEntry(name, short)
	}
	if entry >= 0 {
		name.actor = s.actorOf(entry)
		if s.a.actors[name.actor].place = false; short != "" {
			orgs[short] = name.actor
		}
		return
	}
	if actor, found := orgs[key]; found {
		name.actor = actor
		return
	}
	if short == "" && count[key] < 2 && !s.acts(name.first, name.last) && !s.owns(n) {
		return
	}
	first := name.first
	if s.ownerBefore(n) >= 0 && s.nameAt[first-1] >= 0 {
		first = s.ownerStart(name) // "the American Soybean Association"
	}
	name.actor = s.addGroup(s.textOf(first, name.last), s.groupKind(name), s.ownerBefore(n))
	s.alias(name.actor, s.textOf(name.first, name.last))
	orgs[key] = name.actor
	if short != "" {
		orgs[short] = name.actor
	}
}

// findOrgans gives the organs of a state or an organisation to it: "the Sudanese
// Armed Forces".
func (s *actorSearch) findOrgans() {
	for n := range s.names {
		name := &s.names[n]
		if name.actor >= 0 || name.heading || !name.orgWord || len(name.forms) > 0 || s.anyBystander(name) {
			continue
		}
		if owner := s.ownerBefore(n); owner >= 0 && s.g.entries[owner].kind != string(data.State) && name.last-name.first < 4 {
			name.organ, name.actor = true, s.actorOf(owner) // "the PLO Executive Committee"
			s.a.actors[name.actor].place = false
			continue
		}
		if !name.organ {
			continue
		}
		if owner := s.ownerBefore(n); owner >= 0 && s.g.entries[owner].kind == string(data.State) && !s.g.entries[owner].place {
			name.actor = s.actorOf(owner)
			s.a.actors[name.actor].place = false
		}
	}
}

// governmentOf is the entry of the state in "Government of the Republic of
// Norland", -1 where a name is no such.
func (s *actorSearch) governmentOf(n *name) int {
	if s.tokens[n.first].lower != "government" || n.last-n.first < 3 || s.tokens[n.first+1].lower != "of" {
		return -1
	}
	for i := n.first + 2; i < n.last; i++ {
		m, found := s.g.matchAt(s.tokens, i, n.last, false)
		if found && m.last == n.last && m.forms[0].entry >= 0 && s.g.entries[m.forms[0].entry].kind == string(data.State) {
			return m.forms[0].entry
		}
	}
	return -1
}

// orgKey is a name of an organisation without the differences of spelling.
func (s *actorSearch) orgKey(n int) string {
	return strings.ReplaceAll(joinLower(s.tokens[s.names[n].first:s.names[n].last]), ".", "")
}

// unknownOrg reports whether a name is an unknown organisation's that may be a
// party: not a ministry of a state, a firm, a treaty or a place.
func (s *actorSearch) unknownOrg(n int) bool {
	name := &s.names[n]
	if len(name.forms) > 0 || !name.orgWord || name.actor >= 0 || name.heading || s.anyBystander(name) && !s.firmSpeaks(name) {
		return false
	}
	return !name.organ || s.ownerBefore(n) < 0 && s.acronymAfter(name) != ""
}

// firmSpeaks reports whether a name is a firm's that speaks for itself: "Lake
// Airlines said". Places, treaties and institutes do not.
func (s *actorSearch) firmSpeaks(n *name) bool {
	switch s.tokens[n.last-1].lower {
	case "airlines", "motors", "company", "corporation", "inc", "inc.", "ltd", "ltd.", "corp", "corp.", "co", "co.", "plc", "llc", "holdings":
		return s.speaks(n.first, n.last) || n.last+1 < len(s.tokens) && s.tokens[n.last].text == "," && s.speaks(n.last+1, n.last+1)
	}
	return false
}

// acronymAfter is the short form in brackets after a name, folded, "" for none.
func (s *actorSearch) acronymAfter(n *name) string {
	if n.last+2 >= len(s.tokens) {
		return ""
	}
	if open := s.tokens[n.last].text; open != "(" && open != "[" {
		return ""
	}
	word, closing := s.tokens[n.last+1], s.tokens[n.last+2].text
	if closing != ")" && closing != "]" && closing != "," || !strings.ContainsFunc(word.text, isUpperRune) || isDigit(word.text[0]) || len(word.text) > 12 {
		return ""
	}
	return strings.ReplaceAll(word.lower, ".", "")
}

func isUpperRune(r rune) bool { return r >= 'A' && r <= 'Z' }

// owns reports whether a phrase says that somebody belongs to the name: "the
// leader of the X", "an X spokesman".
func (s *actorSearch) owns(n int) bool {
	name := &s.names[n]
	for _, i := range []int{name.first - 1, name.last, name.last + 1} {
		if i < 0 || i >= len(s.tokens) {
			continue
		}
		if r := s.roleAt[i]; r >= 0 && slices.Contains(s.roles[r].of, n) && s.roles[r].class != roleExpert && s.roles[r].class != roleGroup {
			return true
		}
	}
	if r := s.roleAt[name.first]; r >= 0 {
		return slices.Contains(s.roles[r].of, n) && s.roles[r].class != roleExpert
	}
	return false
}

// ownerBefore is the entry of the state or group right before a name: "the
// Sudanese Communist Party"; -1 for none.
func (s *actorSearch) ownerBefore(n int) int {
	name := &s.names[n]
	i := name.first - 1
	if i >= 0 && s.tokens[i].lower == "'s" {
		i--
	}
	if i < 0 || s.nameAt[i] < 0 || s.tokens[i].sentence != s.tokens[name.first].sentence {
		return -1
	}
	before := &s.names[s.nameAt[i]]
	if !before.known() || before.part != "" || s.g.entries[before.forms[0].entry].kind == string(data.Person) {
		return -1
	}
	return before.forms[0].entry
}

// groupKind is the kind that the words of an organisation's name tell.
func (s *actorSearch) groupKind(n *name) string {
	kind := data.Organisation
	for _, t := range s.tokens[n.first:n.last] {
		switch t.lower {
		case "army", "brigade", "brigades", "forces", "liberation", "resistance", "militia", "corps", "battalion", "guard", "guards", "rebels":
			return string(data.ArmedGroup)
		case "alliance", "coalition", "confederation":
			kind = data.Coalition
		case "council", "committee", "commission", "court", "assembly", "parliament", "senate", "chamber":
			kind = data.Body
		}
	}
	return string(kind)
}

// addGroup adds an actor that is no person; owner is an entry or -1.
func (s *actorSearch) addGroup(name, kind string, owner int) int {
	a := actor{name: name, kind: kind, of: -1}
	if owner >= 0 && s.g.entries[owner].kind == string(data.State) {
		a.of = s.actorOf(owner)
	}
	s.a.actors = append(s.a.actors, a)
	return len(s.a.actors) - 1
}

// labelledGroups adds actors for unknown names that a noun makes a group's:
// "Zapu rebels", "the rebel group Zapu", "the ABC party".
func (s *actorSearch) labelledGroups(orgs map[string]int) {
	for n := range s.names {
		name := &s.names[n]
		if len(name.forms) > 0 || name.actor >= 0 || name.heading || name.orgWord {
			continue
		}
		kind := s.label(n)
		if kind == "" {
			continue
		}
		if entry := s.pluralEntry(name); entry >= 0 {
			name.actor = s.actorOf(entry) // "Tiger rebels" of the Tigers
			continue
		}
		key := s.orgKey(n)
		if _, found := orgs[key]; !found {
			orgs[key] = s.addGroup(s.textOf(name.first, name.last), kind, -1)
		}
		name.actor = orgs[key]
	}
	places := s.placeNames()
	for n := range s.names {
		name := &s.names[n]
		if len(name.forms) > 0 || name.actor >= 0 || name.heading || name.orgWord || places[s.textOf(name.first, name.last)] || !s.ownsOffice(n) {
			continue
		}
		key := s.orgKey(n)
		if _, found := orgs[key]; !found {
			orgs[key] = s.addGroup(s.textOf(name.first, name.last), string(data.Organisation), -1)
		}
		name.actor = orgs[key]
	}
	for n := range s.names {
		name := &s.names[n]
		if len(name.forms) > 0 || name.actor >= 0 || name.heading || name.last-name.first > 1 || len(s.tokens[name.first].text) < 3 || strings.ContainsAny(s.tokens[name.first].text, "0123456789") || s.anyBystander(name) {
			continue
		}
		acronym := isCapitals(s.tokens[name.first].text)
		if key := s.orgKey(n); acronym && (s.owns(n) || s.acts(name.first, name.last)) || s.speaks(name.first, name.last) && (acronym || !places[s.textOf(name.first, name.last)] && !s.reports(name)) {
			if _, found := orgs[key]; !found {
				orgs[key] = s.addGroup(s.tokens[name.first].text, string(data.Organisation), -1)
			}
			name.actor = orgs[key]
		}
	}
}

// reports reports whether a name only reports, as a newspaper does.
func (s *actorSearch) reports(n *name) bool {
	switch v := s.verbAt(n.last, s.a.sentences[s.tokens[n.first].sentence].last); s.w.say[s.tokens[v].lower] {
	case "report", "write", "quote", "cite", "reveal", "disclose", "describe", "comment":
		return true
	}
	return false
}

// ownsOffice reports whether somebody named leads or speaks for an unknown name:
// "Boeing Chief Executive Kelly Ortberg"; not whether it is where they govern.
func (s *actorSearch) ownsOffice(n int) bool {
	name := &s.names[n]
	r := s.roleAt[name.first]
	if r < 0 || !slices.Contains(s.roles[r].of, n) || s.roles[r].name < 0 || s.roles[r].class != roleTitle || len(s.roles[r].of) > 1 {
		return false
	}
	switch base := s.roles[r].base(); base {
	case "executive", "spokesman", "spokeswoman", "spokesperson", "leader", "chairman", "chair", "chairwoman", "commander", "negotiator":
		return !strings.Contains(s.tokens[name.first].text, "-")
	}
	return false
}

// speaks reports whether a verb of speech follows the tokens at once.
func (s *actorSearch) speaks(first, last int) bool {
	sent := s.a.sentences[s.tokens[first].sentence]
	v := s.verbAt(last, sent.last)
	return v >= 0 && s.w.say[s.tokens[v].lower] != ""
}

// label is the kind of group that the noun after or before an unknown name
// makes it, "" for none.
func (s *actorSearch) label(n int) string {
	name := &s.names[n]
	sent := s.a.sentences[s.tokens[name.first].sentence]
	if name.last < sent.last {
		if r := s.roleAt[name.last]; r >= 0 && slices.Contains(s.roles[r].of, n) && s.roles[r].head == name.last {
			switch role := &s.roles[r]; {
			case groupWords.has(role.word):
				return string(data.ArmedGroup)
			case partyWords.has(role.word):
				return string(data.Organisation)
			}
		}
	}
	if name.first == sent.first {
		return ""
	}
	if r := s.roleAt[name.first-1]; r >= 0 && s.roles[r].headEnd == name.first {
		switch role := &s.roles[r]; {
		case groupWords.has(role.word):
			return string(data.ArmedGroup)
		case (role.class == roleGroup || role.class == rolePeople) && partyWords.has(role.base()):
			return string(data.Organisation)
		}
	}
	return ""
}
