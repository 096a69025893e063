package extract

import (
	"slices"
	"strings"

	"demarche/data"
)

// person is somebody whom the text names, under all the forms of the name.
type person struct {
	entry   int // of the gazetteer, -1 for none
	words   []string
	actor   int
	roles   []int
	belong  int  // entry of what an honorific says that it belongs to, -1 for none
	female  bool // the text says so
	male    bool
	guessed bool // whom they speak for is only the state named nearest
	seen    bool // the text has named them already, when it is read in its order
}

// maxRoles bounds the phrases that are kept of one person.
const maxRoles = 16

// findPersons resolves names to persons and adds an actor for each.
func (s *actorSearch) findPersons() {
	for n := range s.roles {
		r := &s.roles[n]
		if r.name >= 0 && s.names[r.name].role < 0 {
			s.names[r.name].role = n
		}
		for _, name := range r.several {
			if s.names[name].role < 0 {
				s.names[name].role = n
			}
		}
	}
	places := s.placeNames()
	for n := range s.names {
		if name := &s.names[n]; name.last-name.first == 1 && len(name.forms) == 0 && !name.heading && s.speaks(name.first, name.last) {
			s.speakers[withoutArticle(deaccent(s.tokens[name.first].lower))] = true
		}
	}
	for n := range s.names {
		s.fullName(n, places)
	}
	for n := range s.names {
		s.coordinatedName(n, places)
	}
	for n := range s.names {
		s.shortName(n)
		if actor := s.names[n].actor; actor >= 0 {
			s.lastNamed[actor] = s.names[n].first
		}
	}
	for n := range s.roles {
		bearers := s.roles[n].several
		if name := s.roles[n].name; name >= 0 {
			bearers = []int{name}
		}
		for _, name := range bearers {
			if s.names[name].actor < 0 {
				continue
			}
			if p := s.personOf(s.names[name].actor); p != nil && len(p.roles) < maxRoles {
				p.roles = append(p.roles, n)
			}
		}
	}
}

// personOf is the person with that actor, nil for none.
func (s *actorSearch) personOf(actor int) *person {
	if i, found := s.personAt[actor]; found {
		return &s.persons[i]
	}
	return nil
}

// placeNames are the unknown names that stand after "in", "at", "near"; a strike
// and workers are "at" a firm.
func (s *actorSearch) placeNames() map[string]bool {
	out := map[string]bool{}
	for _, n := range s.names {
		if len(n.forms) == 0 && n.first > 1 && s.w.locative.has(s.tokens[n.first-1].lower) && !(s.tokens[n.first-1].lower == "at" && s.staffed(n.first-2)) {
			out[s.textOf(n.first, n.last)] = true
		}
	}
	return out
}

// staffed reports whether a token is a word for a strike or for those who work.
func (s *actorSearch) staffed(i int) bool {
	return s.w.labour.has(s.tokens[i].lower) || s.tokens[i].lower == "strike" || s.tokens[i].lower == "walkout" || s.tokens[i].lower == "staff"
}

func (s *actorSearch) textOf(first, last int) string {
	return s.a.text[s.tokens[first].start:s.tokens[last-1].end]
}

// fullName resolves a name of several words, or one that a title shows to be a
// person's.
func (s *actorSearch) fullName(n int, places map[string]bool) {
	name := &s.names[n]
	for _, f := range name.forms {
		if f.kind == surfaceName && s.g.entries[f.entry].kind == string(data.Person) {
			name.actor = s.persons[s.knownPerson(s.bestPerson(name.forms), name)].actor
			return
		}
	}
	if name.known() || name.heading || !s.mayBePerson(name) || s.byline(name) || len(name.forms) > 0 {
		return
	}
	if name.last-name.first == 1 || !s.showsPerson(name, places) {
		return
	}
	name.actor = s.persons[s.unknownPerson(name)].actor
}

// coordinatedName resolves an unknown name of several words beside a person:
// "Steve Witkoff and Jared Kushner".
func (s *actorSearch) coordinatedName(n int, places map[string]bool) {
	name := &s.names[n]
	if name.actor >= 0 || len(name.forms) > 0 || name.heading || name.orgWord || name.last-name.first < 2 || s.byline(name) || places[s.textOf(name.first, name.last)] || !s.mayBePerson(name) {
		return
	}
	if n+1 < len(s.names) { // “X and Jane Doe said”: so is X
		next := &s.names[n+1]
		if next.actor >= 0 && s.personOf(next.actor) != nil && next.first == name.last+1 && next.last-next.first > 1 && s.tokens[name.last].lower == "and" && !s.anyBystander(name) {
			name.actor = s.persons[s.unknownPerson(name)].actor
			return
		}
	}
	if n == 0 {
		return
	}
	before := &s.names[n-1]
	gap := name.first - before.last
	if before.actor >= 0 && s.personOf(before.actor) != nil && (gap == 1 || gap == 2) && s.tokens[name.first-1].lower == "and" {
		name.actor = s.persons[s.unknownPerson(name)].actor
	}
}

// showsPerson reports whether the text shows that an unknown name is a person's.
func (s *actorSearch) showsPerson(n *name, places map[string]bool) bool {
	if n.role >= 0 || s.prefix(n) < n.first {
		return true
	}
	if places[s.textOf(n.first, n.last)] || s.w.bystander.has(s.tokens[n.last-1].lower) || s.anyBystander(n) {
		return false
	}
	first := deaccent(s.tokens[n.first].lower)
	if s.fromState(n) {
		return true
	}
	if n.first > 1 && s.tokens[n.first-1].lower == "by" {
		switch s.tokens[n.first-2].lower {
		case "headed", "led", "chaired", "represented", "commanded", "presided", "founded":
			return true
		}
	}
	return s.w.given.has(first) || isInitial(strings.TrimSuffix(s.tokens[n.first].text, ".")) || s.acts(n.first, n.last) || s.speakers[withoutArticle(deaccent(s.tokens[n.last-1].lower))]
}

// fromState reports whether a name at the head of a sentence is told apart by its
// state: "Jane Doe of Norland made the proposal".
func (s *actorSearch) fromState(n *name) bool {
	sent := s.a.sentences[s.tokens[n.first].sentence]
	if n.first != sent.first || n.last+1 >= sent.last || s.tokens[n.last].lower != "of" {
		return false
	}
	at := s.nameAt[n.last+1]
	if at < 0 || !s.names[at].names(s.g, data.State) || s.names[at].last >= sent.last {
		return false
	}
	kind, _ := s.names[at].kind()
	return kind == surfaceName && s.finiteVerb(s.tokens[s.names[at].last].lower)
}

func (s *actorSearch) anyBystander(n *name) bool {
	return slices.ContainsFunc(s.tokens[n.first:n.last], func(t token) bool { return s.w.bystander.has(t.lower) })
}

// byline reports whether a name stands where a reporter is credited: "By Jane Doe".
func (s *actorSearch) byline(n *name) bool {
	sent := s.a.sentences[s.tokens[n.first].sentence]
	return n.first == sent.first+1 && s.tokens[n.first-1].lower == "by" && sent.last-sent.first < 12
}

// knownPerson is the person of an entry, made if need be.
func (s *actorSearch) knownPerson(entry int, n *name) int {
	if actor, found := s.byEntry[entry]; found {
		return s.personAt[actor]
	}
	e := s.g.entries[entry]
	p := person{entry: entry, belong: -1, words: foldedWords(e.name)}
	if n != nil && n.forms[0].kind == surfaceName {
		p.words = append(p.words, n.forms[0].words...)
	}
	i := s.addPerson(p, e.name, e.id)
	s.byEntry[entry] = s.persons[i].actor
	return i
}

// bestPerson is the entry that fits best of several of one name: the one whose
// state the text names and whose years hold its date.
func (s *actorSearch) bestPerson(forms []surface) int {
	best, top := -1, -1
	for _, f := range forms {
		if f.entry < 0 || s.g.entries[f.entry].kind != string(data.Person) {
			continue
		}
		if v := s.fits(f.entry); v > top {
			best, top = f.entry, v
		}
	}
	return best
}

// fits says how well a person of the gazetteer fits the article.
func (s *actorSearch) fits(entry int) int {
	e := s.g.entries[entry]
	v := 0
	if e.known {
		v += 8
	}
	if e.of >= 0 && s.named(e.of) {
		v += 4
	}
	if s.inOffice(e) {
		v += 2
	}
	return v
}

// inOffice reports whether the years of an entry hold the publication date, with
// two years of grace, or nothing is known of either.
func (s *actorSearch) inOffice(e entry) bool {
	year := s.year()
	if year == 0 || len(e.years) == 0 {
		return true
	}
	for _, y := range e.years {
		if year >= y.from-2 && (y.to == 0 || year <= y.to+2) {
			return true
		}
	}
	return false
}

// unknownPerson is the person of a name that no list knows, made if need be.
func (s *actorSearch) unknownPerson(n *name) int {
	words := s.nameWords(n)
	last := words[len(words)-1]
	for _, i := range s.byWord[last] {
		p := s.persons[i]
		if len(p.words) > 1 && slices.Contains(p.words, last) && (slices.Contains(p.words, words[0]) || p.words[0][0] == words[0][0] && p.words[len(p.words)-1] == last) {
			return i
		}
	}
	return s.addPerson(person{entry: -1, belong: -1, words: words}, s.textOf(n.first, n.last), "")
}

func (s *actorSearch) nameWords(n *name) []string {
	var words []string
	for _, t := range s.tokens[n.first:n.last] {
		if isWord(t.text) {
			words = append(words, withoutArticle(strings.TrimSuffix(deaccent(t.lower), ".")))
		}
	}
	return words
}

// withoutArticle is a folded word of a name without its Arabic article, which
// texts leave out as they like: "al-Khalifa", "Khalifa".
func withoutArticle(word string) string {
	at := strings.IndexByte(word, '-')
	if at < 2 || at > 3 || at+3 > len(word) {
		return word
	}
	switch word[:at] {
	case "al", "el", "as", "ash", "ar", "an", "at", "az", "ad":
		return word[at+1:]
	}
	return word
}

func (s *actorSearch) addPerson(p person, name, id string) int {
	p.actor = len(s.a.actors)
	s.a.actors = append(s.a.actors, actor{id: id, name: name, kind: string(data.Person), of: -1})
	n := len(s.persons)
	for i, w := range p.words {
		p.words[i] = withoutArticle(w)
	}
	s.persons = append(s.persons, p)
	s.personAt[p.actor] = n
	for _, w := range p.words {
		if !slices.Contains(s.byWord[w], n) {
			s.byWord[w] = append(s.byWord[w], n)
		}
	}
	return n
}

// shortName resolves a name of one word: to the person whose full name the text
// has, else to the gazetteer's where the context fits, else by its title.
func (s *actorSearch) shortName(n int) {
	name := &s.names[n]
	kind, isKnown := name.kind()
	if name.actor >= 0 || isKnown && kind != surfaceShort || name.orgWord || name.part != "" {
		return
	}
	words := s.nameWords(name)
	if len(words) == 0 {
		return
	}
	if p := s.personByWord(words); p >= 0 {
		name.actor = s.persons[p].actor
		return
	}
	titled := name.role >= 0 && s.roles[name.role].class != roleAssembly || s.prefix(name) < name.first
	if isKnown {
		entry := s.bestPerson(name.forms)
		if e := s.g.entries[entry]; s.inOffice(e) && (titled || e.known || s.named(e.of) || s.unmistakable(e, name) || e.of >= 0 && s.g.entries[e.of].of >= 0 && s.named(s.g.entries[e.of].of)) {
			name.actor = s.persons[s.knownPerson(entry, name)].actor
			return
		}
	}
	if entry := s.titledPerson(name, words); entry >= 0 {
		name.actor = s.persons[s.knownPerson(entry, nil)].actor
		return
	}
	if titled && !name.heading && !s.byline(name) && s.mayBePerson(name) && (len(name.forms) == 0 || isKnown) && !isCapitals(s.tokens[name.first].text) {
		name.actor = s.persons[s.unknownPerson(name)].actor
	}
}

// unmistakable reports whether a surname alone names a person without any other
// sign: it is no given name, and the person is in office as the article appears.
func (s *actorSearch) unmistakable(e entry, n *name) bool {
	word := deaccent(s.tokens[n.first].lower)
	year := s.year()
	if len(word) < 4 || s.w.given.has(word) || year == 0 || n.last-n.first > 1 || s.opensSentence(n.first, s.a.sentences[s.tokens[n.first].sentence]) && !s.capital[s.tokens[n.first].lower] && !s.actsOrOwns(n) {
		return false
	}
	return slices.ContainsFunc(e.years, func(y yearRange) bool { return year >= y.from && (y.to == 0 || year <= y.to) })
}

// actsOrOwns reports whether a name is a subject or an owner.
func (s *actorSearch) actsOrOwns(n *name) bool {
	return s.acts(n.first, n.last) || n.last < len(s.tokens) && s.tokens[n.last].lower == "'s"
}

// titledPerson is the entry of a person whom a title and one word of the name
// tell: "President Clinton"; -1 for none.
func (s *actorSearch) titledPerson(n *name, words []string) int {
	if n.role < 0 || len(words) != 1 {
		return -1
	}
	for _, entry := range s.g.titled[words[0]] {
		e := s.g.entries[entry]
		if s.inOffice(e) && s.roles[n.role].word == e.role {
			return entry
		}
	}
	return -1
}

// personByWord is the person of the text whose name ends in or has the words,
// the one named last first; -1 for none.
func (s *actorSearch) personByWord(words []string) int {
	best, score := -1, 0
	for _, p := range s.byWord[words[len(words)-1]] {
		have := s.persons[p].words
		v := 1
		for _, w := range words {
			if !slices.Contains(have, w) {
				v = -10
			}
		}
		if have[len(have)-1] == words[len(words)-1] {
			v += 2
		}
		if v > score || v == score && v > 0 && s.lastNamed[s.persons[p].actor] > s.lastNamed[s.persons[best].actor] {
			best, score = p, v
		}
	}
	return best
}
