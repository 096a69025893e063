package extract

import (
	"demarche/data"
)

// nobody is what campOf gives for a phrase that speaks of no camp.
const nobody = -2

// campOf is the camp inside a state of which a phrase speaks, and which is never
// the state itself: "Norland's main opposition group", "the rebel spokesman". It
// is nobody where the phrase speaks of none, -1 where the camp is not known.
func (s *actorSearch) campOf(ref *reference, r *role, owners []int, d *discourse) int {
	owner := -1
	if len(owners) > 0 {
		owner = s.stateOf(owners[0])
		if s.a.actors[owner].kind != string(data.State) {
			return nobody // "Houthi rebels" are the Houthis
		}
	}
	if r.class == rolePeople || r.class == roleInstitution || r.class == roleGroup {
		if rebelWords.has(r.base()) && owner >= 0 {
			inner := reference{mention: ref.mention, role: ref.role}
			inner.actor = -1
			s.resolveRebels(&inner, r, d)
			return inner.actor
		}
	}
	for i := r.first; i < r.headEnd; i++ {
		switch word := s.tokens[i].lower; {
		case s.nameAt[i] >= 0:
		case word == "opposition" && (i < r.head || r.word != "opposition"):
			return s.oppositionOf(owner, r, d)
		case (word == "rebel" || word == "guerrilla" || word == "insurgent") && r.name < 0:
			return s.namedRebels(d)
		}
	}
	return nobody
}

// oppositionOf is the opposition in a state, made if the text has not named it.
func (s *actorSearch) oppositionOf(owner int, r *role, d *discourse) int {
	if last, found := d.roleActors["opposition"]; found && (owner < 0 || s.a.actors[last].of == owner) {
		return last
	}
	if owner < 0 {
		owner = d.main
	}
	name := "Opposition"
	for i := r.first; i < r.headEnd && r.class == roleGroup; i++ {
		if s.tokens[i].lower == "opposition" {
			name = capitalised(s.textOf(i, r.headEnd)) // "opposition group"
			break
		}
	}
	a := s.addNameless(name, data.Coalition)
	s.a.actors[a].of = owner
	d.roleActors["opposition"] = a
	return a
}

// namedRebels is the armed group that the text names most, else the rebels of
// whom it speaks, -1 for none.
func (s *actorSearch) namedRebels(d *discourse) int {
	if group := s.mainGroup(); group >= 0 {
		return group
	}
	if last, found := d.roleActors["rebels"]; found {
		return last
	}
	return -1
}

// possessed reports whether an apostrophe parts the owner from a phrase.
func (s *actorSearch) possessed(r *role) bool {
	for _, n := range r.of {
		if i := s.names[n].last; i < r.headEnd && s.tokens[i].lower == "'s" {
			return true
		}
	}
	return false
}

// linkOpposition gives leaders of the opposition to it.
func (s *actorSearch) linkOpposition(d *discourse) {
	for i := range s.persons {
		for _, n := range s.persons[i].roles {
			r := &s.roles[n]
			if r.former || r.ofRole >= 0 {
				continue
			}
			for k := r.first; k < r.headEnd; k++ {
				if s.tokens[k].lower != "opposition" || s.nameAt[k] >= 0 {
					continue
				}
				owner := -1
				if len(r.of) > 0 {
					owner = s.names[r.of[0]].actor
				}
				if owner >= 0 && s.a.actors[owner].kind != string(data.State) {
					continue
				}
				camp := s.oppositionOf(owner, r, d)
				if a := &s.a.actors[s.persons[i].actor]; a.of < 0 || s.a.actors[a.of].kind == string(data.State) || s.a.actors[a.of].kind == string(data.Body) {
					a.of = camp
				}
			}
		}
	}
}
