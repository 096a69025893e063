package extract

import (
	"slices"
	"strings"

	"demarche/data"
)

// troopWords are the nouns for those under arms, whom no union or movement sends.
var troopWords = newWordSet([]string{"troops", "soldiers", "forces", "police", "warplanes", "jets", "missiles", "artillery", "commandos", "paratroopers", "warships"})

// rebelWords are the nouns that are a party even where the text gives no name.
var rebelWords = newWordSet([]string{"rebels", "insurgents", "guerrillas", "guerillas", "separatists", "paramilitaries", "islamists", "militants", "secessionists"})

// nameless is the actor of a party that the text never names, "the rebels", made
// when it acts first; -1 where it only is spoken of.
func (s *actorSearch) nameless(r *role, kind data.ActorKind, d *discourse) int {
	key := r.base()
	if kind == data.ArmedGroup {
		key = "rebels"
	}
	if last, found := d.roleActors[key]; found {
		return last
	}
	end := s.a.sentences[s.tokens[r.head].sentence].last
	if !s.acts(r.first, r.last) && !s.partyTo(r) && !isAuxiliaryAt(s.tokens, r.last, end) && !(strings.HasSuffix(r.word, "s") && s.actNow(r)) {
		return -1
	}
	d.roleActors[key] = s.addNameless(capitalised(s.textOf(r.head, r.headEnd)), kind)
	return d.roleActors[key]
}

func (s *actorSearch) addNameless(name string, kind data.ActorKind) int {
	s.a.actors = append(s.a.actors, actor{name: name, kind: string(kind), of: -1})
	return len(s.a.actors) - 1
}

// linkRebels gives whom the text calls a rebel to the armed group: "rebel leader
// Jane Doe" leads the rebels, though a list may have her as a president later.
func (s *actorSearch) linkRebels(d *discourse) {
	for i := range s.persons {
		a := &s.a.actors[s.persons[i].actor]
		if !s.rebel(&s.persons[i]) || a.of >= 0 && s.a.actors[a.of].kind == string(data.ArmedGroup) {
			continue
		}
		group := s.mainGroup()
		if last, found := d.roleActors["rebels"]; found && group < 0 {
			group = last
		}
		if group < 0 {
			group = s.addNameless("Rebels", data.ArmedGroup)
			d.roleActors["rebels"] = group
			a = &s.a.actors[s.persons[i].actor]
		}
		a.of = group
	}
}

// rebel reports whether the text says of a person that they fight a government.
func (s *actorSearch) rebel(p *person) bool {
	return slices.ContainsFunc(p.roles, func(n int) bool {
		r := &s.roles[n]
		if r.former || len(r.of) > 0 || r.ofRole >= 0 {
			return false
		}
		first := r.first
		if first > 1 && isQuoteMark(s.tokens[first-1].text) {
			first -= 2 // rebel "foreign minister"
		}
		for _, t := range s.tokens[first:r.headEnd] {
			if t.lower == "rebel" || t.lower == "guerrilla" || t.lower == "guerilla" || t.lower == "insurgent" {
				return true
			}
		}
		return false
	})
}

// actNow reports whether a verb of the present follows a plural: "the rebels insist".
func (s *actorSearch) actNow(r *role) bool {
	if r.last >= s.a.sentences[s.tokens[r.head].sentence].last {
		return false
	}
	word := s.tokens[r.last].lower
	return s.w.say[word] == word || s.w.act[word] == word || isAuxiliary(word) || word == "are" || word == "were"
}

// partyTo reports whether a phrase stands where parties stand: "between the
// union and", "talks with the rebels".
func (s *actorSearch) partyTo(r *role) bool {
	sent := s.a.sentences[s.tokens[r.head].sentence]
	switch i := r.first - 1; {
	case i < sent.first:
		return false
	case s.tokens[i].lower == "between":
		return true
	case s.tokens[i].lower == "with":
		return i > sent.first && s.w.assembled.has(s.tokens[i-1].lower)
	}
	return false
}

// resolveRebels resolves "the rebels", "Moslem guerrillas": the armed group named
// last, else the one that the text names most, else a party without a name.
func (s *actorSearch) resolveRebels(ref *reference, r *role, d *discourse) {
	if ref.actor = s.recentOf(d, data.ArmedGroup); ref.actor >= 0 || !rebelWords.has(r.base()) {
		return
	}
	if ref.actor = s.mainGroup(); ref.actor < 0 {
		ref.actor = s.nameless(r, data.ArmedGroup, d)
	}
}

// mainGroup is the armed group that the text names most, -1 for none.
func (s *actorSearch) mainGroup() int {
	count := map[int]int{}
	best := -1
	for n := range s.names {
		a := s.names[n].actor
		if a < 0 || s.a.actors[a].kind != string(data.ArmedGroup) {
			continue
		}
		if count[a]++; best < 0 || count[a] > count[best] {
			best = a
		}
	}
	return best
}

// resolveMediators resolves "the mediators": those of whom the text spoke as
// such, else a party without a name.
func (s *actorSearch) resolveMediators(ref *reference, r *role, d *discourse) {
	for _, base := range []string{"mediators", "facilitators", "mediator", "facilitator"} {
		if last, found := d.spoken[base]; found {
			ref.actor = s.stateOf(last)
			if d.plural == last {
				ref.more = d.pluralMore
			}
			return
		}
	}
	ref.actor = s.nameless(r, data.Body, d)
}

// resolveUnion resolves "the union", "the company", "the workers": the last
// organisation of that side of a dispute about work, else a party without a name.
func (s *actorSearch) resolveUnion(ref *reference, r *role, d *discourse) {
	if !s.disputesWork(r, d) {
		return
	}
	labour := s.w.labour.has(r.base())
	for _, a := range d.recent {
		if kind := s.a.actors[a].kind; kind != string(data.Organisation) && kind != string(data.Coalition) {
			continue
		}
		union := slices.ContainsFunc(foldedWords(s.a.actors[a].name), s.w.labour.has)
		switch {
		case union && labour:
			ref.actor = a // named as one
			return
		case union == labour && ref.actor < 0, !union && labour && ref.actor < 0 && !s.isNameless(a, d):
			ref.actor = a
		}
	}
	if ref.actor < 0 {
		ref.actor = s.nameless(r, data.Organisation, d)
	}
}

// isNameless reports whether an actor was made for a phrase without a name.
func (s *actorSearch) isNameless(actor int, d *discourse) bool {
	for _, a := range d.roleActors {
		if a == actor {
			return true
		}
	}
	return false
}

// disputesWork reports whether a phrase may be a party at all: "the union" is one
// anywhere, "the teachers" only in a text about a strike or pay.
func (s *actorSearch) disputesWork(r *role, d *discourse) bool {
	switch r.base() {
	case "union", "federation", "confederation":
		return true
	}
	return d.aboutWork
}

// aboutWork reports whether the text is about a dispute over work.
func (s *actorSearch) aboutWork() bool {
	strike, work := 0, 0
	for i := range s.tokens {
		switch s.tokens[i].lower {
		case "strike", "strikes", "walkout", "strikers", "picket", "lockout":
			strike++
		case "union", "unions", "pay", "wage", "wages", "employers", "management", "contract", "workers":
			work++
		}
	}
	return strike > 1 && work > 1
}
