package extract

import (
	"slices"

	"demarche/data"
)

// personInMind is the person that "he" or "his" most likely means: the subject
// of this sentence, of the one before, else the last one named.
func (s *actorSearch) personInMind(d *discourse) int {
	switch {
	case d.personNow >= 0:
		return d.personNow
	case d.officeNow >= 0:
		return d.officeNow
	case d.personSaid >= 0:
		return d.personSaid
	}
	return d.lastPerson
}

// possessorInMind is whom "his", "its" or "their" before a noun most likely means.
func (s *actorSearch) possessorInMind(r *role, d *discourse) int {
	switch s.tokens[r.first].lower {
	case "its":
		return d.subject
	case "their":
		return d.plural
	}
	return s.personInMind(d)
}

// resolvePronoun finds whom a pronoun means.
func (s *actorSearch) resolvePronoun(ref *reference, d *discourse) {
	mind := s.personInMind(d)
	if s.tokens[ref.first].quoted { // who speaks is "I": "he" is somebody else
		mind = d.personQuoted
		if mind < 0 {
			mind = s.personBefore(ref, d)
		}
	}
	switch s.tokens[ref.first].lower {
	case "he", "him", "his":
		ref.actor = s.ofSex(mind, false, d)
	case "she", "her":
		ref.actor = s.ofSex(mind, true, d)
	case "they", "them", "their":
		ref.actor, ref.more = d.plural, d.pluralMore
	case "it", "its":
		if ref.actor = d.subject; s.unable(ref.first) && d.personNow >= 0 {
			ref.actor = d.personNow
		}
	}
}

// personBefore is the last person named who does not speak in this sentence, -1
// for none.
func (s *actorSearch) personBefore(ref *reference, d *discourse) int {
	for _, a := range d.recent {
		if s.personOf(a) != nil && a != d.personNow && a != d.personSaid {
			return a
		}
	}
	return -1
}

// ofSex is the person in mind, or another recent one where the text shows that
// the sex does not fit.
func (s *actorSearch) ofSex(actor int, female bool, d *discourse) int {
	fits := func(a int) bool {
		p := s.personOf(a)
		return p != nil && !(female && p.male) && !(!female && p.female)
	}
	p := s.personOf(actor)
	if p == nil {
		return actor
	}
	if !fits(actor) {
		for _, a := range d.recent {
			if fits(a) {
				return a
			}
		}
		return -1
	}
	if female {
		p.female = true
	} else {
		p.male = true
	}
	return actor
}

// resolveGroup resolves "the group", "the bloc", "the agency".
func (s *actorSearch) resolveGroup(ref *reference, r *role, owners []int, d *discourse) {
	if r.counted && !r.definite { // "a ceasefire with a rebel group"
		if ref.actor = -1; s.mainGroup() < 0 {
			ref.actor = s.nameless(r, data.ArmedGroup, d)
		}
		return
	}
	if camp := s.campOf(ref, r, owners, d); camp != nobody {
		ref.actor = camp
		return
	}
	if len(owners) > 0 && (s.a.actors[s.stateOf(owners[0])].kind != string(data.State) || r.base() == "agency" || r.base() == "watchdog") {
		ref.actor = s.stateOf(owners[0])
		return
	}
	want := func(kinds ...data.ActorKind) int {
		for _, a := range d.recent {
			if slices.Contains(kinds, data.ActorKind(s.a.actors[a].kind)) {
				return a
			}
		}
		return -1
	}
	switch base := r.base(); {
	case s.w.labour.has(base) || s.w.firm.has(base):
		s.resolveUnion(ref, r, d)
		return
	}
	switch base := r.base(); base {
	case "bloc", "alliance", "coalition", "organisation", "organization", "body":
		ref.actor = want(data.IGO, data.Coalition, data.Organisation)
	case "agency", "watchdog":
		ref.actor = want(data.IGO)
	case "council", "court", "commission", "committee":
		ref.actor = s.namedWith(base, d)
	case "party", "network", "front", "faction":
		ref.actor = want(data.Organisation, data.ArmedGroup)
	case "group", "movement":
		ref.actor = want(data.ArmedGroup, data.Coalition, data.Organisation)
	default:
		ref.actor = want(data.ArmedGroup)
	}
	if last, found := d.spoken[r.base()]; found && ref.actor < 0 {
		ref.actor = last
	}
	if len(owners) > 0 && s.possessed(r) && !s.w.labour.has(r.base()) && !s.w.firm.has(r.base()) {
		ref.actor = -1 // "Norland's main party": some group of it, and not the state
	}
	if ref.actor < 0 && rebelWords.has(r.base()) {
		s.resolveRebels(ref, r, d)
	}
}

// namedWith is the last actor whose name has a word, -1 for none.
func (s *actorSearch) namedWith(word string, d *discourse) int {
	for _, a := range d.recent {
		if slices.Contains(foldedWords(s.a.actors[a].name), word) {
			return a
		}
	}
	return -1
}

// resolveCountry resolves "the country", "the kingdom", "the government".
func (s *actorSearch) resolveCountry(ref *reference, r *role, owners []int, d *discourse) {
	if len(owners) > 0 {
		ref.actor = s.stateOf(owners[0])
		return
	}
	if stateBodies.has(r.base()) {
		ref.actor = s.governmentIn(ref, d)
		return
	}
	for _, a := range d.recent {
		if s.a.actors[a].kind == string(data.State) && !s.a.actors[a].place {
			ref.actor = a
			return
		}
	}
}
