package extract

import (
	"slices"
	"strings"

	"demarche/data"
)

// linkPersons says for every person whom they speak for and in what role: as the
// text has it, else as the gazetteer has it.
func (s *actorSearch) linkPersons() {
	main := s.mainState(s.weigh())
	for i := range s.persons {
		p := &s.persons[i]
		a := &s.a.actors[p.actor]
		s.linkByRoles(p, a)
		if p.entry >= 0 {
			e := s.g.entries[p.entry]
			if of, found := s.byEntry[e.of]; found && e.of >= 0 && (a.of < 0 || e.known) {
				a.of = of
			}
			if a.role == "" && s.inOffice(e) {
				a.role = e.role
			}
			a.expert = a.expert && !s.inOffice(e)
		}
	}
	for entry, a := range s.byEntry {
		if e := s.g.entries[entry]; e.kind != string(data.Person) && s.a.actors[a].of < 0 {
			// An armed group belongs to the state that it fights in, but does not speak for it.
			if of, found := s.byEntry[e.of]; found && !s.a.actors[of].place && (e.kind == string(data.Body) || s.a.actors[of].kind != string(data.State)) {
				s.a.actors[a].of = of
			}
		}
	}
	for n := range s.names {
		if name := &s.names[n]; name.actor >= 0 && s.personOf(name.actor) != nil && s.ofMedia(name) {
			s.a.actors[name.actor].media = true
		}
		s.linkByHonorific(&s.names[n])
		s.linkByClause(&s.names[n])
	}
	for i := range s.persons {
		p := &s.persons[i]
		if a := &s.a.actors[p.actor]; a.of < 0 && !a.expert && s.governs(p) {
			a.of, p.guessed = s.stateNear(p, main), true
		}
	}
	for i := range s.a.actors {
		if of := s.a.actors[i].of; of >= 0 && s.a.actors[of].kind == string(data.Person) && s.a.actors[of].of >= 0 {
			s.a.actors[i].of = s.a.actors[of].of
		}
		if of := s.a.actors[i].of; of == i || of >= 0 && s.a.actors[of].of == i {
			s.a.actors[i].of = -1
		}
	}
}

// linkByRoles takes the role and the owner from the phrases about a person.
func (s *actorSearch) linkByRoles(p *person, a *actor) {
	experts := 0
	for _, n := range p.roles {
		r := &s.roles[n]
		if r.class == roleExpert || r.former {
			experts++
			continue
		}
		if a.role == "" {
			a.role = s.roleText(r)
		}
		if a.of >= 0 {
			continue
		}
		for i := range r.of {
			of := r.of[i]
			if !s.w.task.has(r.base()) {
				of = r.of[len(r.of)-1-i] // of several the nearest: "the Colombian FARC chief"
			}
			if s.onlyPlace(of) && s.w.task.has(r.base()) {
				continue // "the Darfur mediator" speaks for somebody else
			}
			owner := s.names[of].actor
			if owner < 0 || owner == p.actor {
				continue
			}
			if p.entry >= 0 && s.g.entries[p.entry].of >= 0 && s.onlyPlace(of) {
				continue // "the group's Gaza chief"
			}
			if s.a.actors[owner].kind == string(data.Person) && s.a.actors[owner].of >= 0 {
				owner = s.a.actors[owner].of
			}
			a.of = owner
			break
		}
		if id, found := s.w.belongs[r.word]; found && a.of < 0 && id != "" {
			if of, known := s.byEntry[s.g.lookup(id)]; known && s.g.lookup(id) >= 0 {
				a.of = of
			}
		}
		if strings.Contains(r.word, "woman") {
			p.female = true
		}
	}
	a.expert = experts > 0 && experts == len(p.roles)
}

// onlyPlace reports whether a name is that of a territory that is mostly a place.
func (s *actorSearch) onlyPlace(n int) bool {
	name := &s.names[n]
	return name.known() && s.g.entries[name.forms[0].entry].place
}

// roleText is a role in the words of the text, without its owner.
func (s *actorSearch) roleText(r *role) string {
	first := r.head
	for first > r.first && s.nameAt[first-1] < 0 && !s.w.determiner.has(s.tokens[first-1].lower) && isWord(s.tokens[first-1].text) && s.tokens[first-1].lower != "'s" {
		first--
	}
	return strings.ToLower(s.textOf(first, r.headEnd))
}

// ofMedia reports whether a name is that of an outlet's reporter: "Al Jazeera's
// Jane Doe".
func (s *actorSearch) ofMedia(n *name) bool {
	if n.first < 2 || s.tokens[n.first-1].lower != "'s" || s.nameAt[n.first-2] < 0 {
		return false
	}
	kind, known := s.names[s.nameAt[n.first-2]].kind()
	return known && kind == surfaceMedia
}

// linkByHonorific takes the owner from what stands before a name: "Rep.", "Ayatollah".
func (s *actorSearch) linkByHonorific(n *name) {
	if n.actor < 0 || s.a.actors[n.actor].kind != string(data.Person) || s.a.actors[n.actor].of >= 0 {
		return
	}
	first := s.prefix(n)
	if n.role >= 0 && s.roles[n.role].headEnd == n.first {
		first = min(first, s.roles[n.role].first)
	}
	for i := first; i < n.first; i++ {
		id, found := s.w.belongs[s.tokens[i].lower]
		if !found {
			continue
		}
		if of, known := s.byEntry[s.g.lookup(id)]; known && s.g.lookup(id) >= 0 {
			s.a.actors[n.actor].of = of
			return
		}
	}
}

// linkByClause takes the owner from a clause about a person: "Jane Doe, who
// leads the Houthi delegation,".
func (s *actorSearch) linkByClause(n *name) {
	if n.actor < 0 || s.a.actors[n.actor].kind != string(data.Person) || s.a.actors[n.actor].of >= 0 || n.last+3 >= len(s.tokens) {
		return
	}
	if s.tokens[n.last].lower == "of" { // "President Putin of Russia"
		sent := s.a.sentences[s.tokens[n.first].sentence]
		if names, _ := s.chain(&role{}, n.last+1, sent); len(names) > 0 && s.names[names[0]].actor >= 0 && s.names[names[0]].actor != n.actor {
			s.a.actors[n.actor].of = s.stateOf(s.names[names[0]].actor)
		}
		return
	}
	if s.tokens[n.last].text != "," || s.tokens[n.last+1].lower != "who" {
		return
	}
	i := n.last + 2
	if s.tokens[i].lower == "is" || s.tokens[i].lower == "has" {
		i++
	}
	switch s.tokens[i].lower {
	case "leads", "led", "spoke", "speaks", "heads", "headed", "chairs", "chaired", "represents", "represented", "leading", "heading", "representing", "commands", "commanded", "runs":
		sent := s.a.sentences[s.tokens[n.first].sentence]
		names, _ := s.chain(&role{}, i+1, sent)
		if k := s.ofPhrase(i+1, sent); len(names) == 0 && k > 0 { // "who heads the African section of the League"
			names, _ = s.chain(&role{}, k, sent)
		}
		if len(names) > 0 && s.names[names[0]].actor >= 0 && s.names[names[0]].actor != n.actor {
			s.a.actors[n.actor].of = s.stateOf(s.names[names[0]].actor)
		}
	}
}

// ofPhrase is the token after "of" or "for" in the phrase that begins at token i,
// -1 for none.
func (s *actorSearch) ofPhrase(i int, sent sentence) int {
	for k := i; k < min(i+7, sent.last-1); k++ {
		switch t := s.tokens[k]; {
		case t.lower == "of" || t.lower == "for":
			return k + 1
		case !isWord(t.text) || isAuxiliary(t.lower):
			return -1
		}
	}
	return -1
}

// governs reports whether a person has an office of a state, so that it must
// belong to one.
func (s *actorSearch) governs(p *person) bool {
	return slices.ContainsFunc(p.roles, func(n int) bool {
		r := &s.roles[n]
		switch r.base() {
		case "president", "governor", "minister", "premier", "chancellor", "king", "emir", "ambassador", "secretary", "speaker", "envoy", "general":
			return !r.former && r.class == roleTitle
		}
		for i := r.first; i < r.headEnd && r.class == roleTitle && len(r.of) == 0; i++ {
			switch s.tokens[i].lower {
			case "government", "military", "army", "ministry", "presidential":
				return true
			}
		}
		return r.word == "opposition leader" || r.word == "army chief" || r.word == "military chief" || r.word == "intelligence chief"
	})
}

// stateNear is the state that the text named last before a person's first role
// in the same sentence, or first in the one before; else the main one.
func (s *actorSearch) stateNear(p *person, main int) int {
	r := &s.roles[p.roles[0]]
	sent := s.tokens[r.head].sentence
	at := func(i int) int {
		if n := s.nameAt[i]; n >= 0 {
			if a := s.names[n].actor; a >= 0 && s.a.actors[a].kind == string(data.State) && !s.a.actors[a].place {
				return a
			}
		}
		return -1
	}
	for i := r.head - 1; i >= s.a.sentences[sent].first; i-- {
		if a := at(i); a >= 0 && (!s.tokens[i].quoted || s.tokens[r.head].quoted) {
			return a
		}
	}
	if sent > 0 {
		for i := s.a.sentences[sent-1].first; i < s.a.sentences[sent-1].last; i++ {
			if a := at(i); a >= 0 {
				return a
			}
		}
	}
	return main
}
