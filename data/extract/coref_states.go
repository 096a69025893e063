package extract

import (
	"strings"

	"demarche/data"
)

// stateBodies are the bodies that every state has, so that without an owner they
// are the main state's.
var stateBodies = newWordSet([]string{"government", "army", "military", "junta", "regime", "ministry", "presidency", "cabinet", "administration", "authorities", "navy", "staff", "kingdom", "monarchy"})

// armedBodies are the nouns that mean the same body of one state.
var armedBodies = []string{"army", "military", "junta", "regime"}

// weigh counts how often the text names every state; the title and the first
// sentence say what it is about and count more.
func (s *actorSearch) weigh() map[int]int {
	weight := map[int]int{}
	for n := range s.names {
		a := s.names[n].actor
		if a < 0 || s.a.actors[a].kind != string(data.State) || s.a.actors[a].place {
			continue
		}
		weight[a]++
		if sent := s.tokens[s.names[n].first].sentence; sent < 2 {
			weight[a] += 3
		}
	}
	return weight
}

// mainState is the state that the text names most often, -1 for none. A
// territory is one only where there is no other.
func (s *actorSearch) mainState(weight map[int]int) int {
	best := -1
	for n := range s.names {
		a := s.names[n].actor
		if weight[a] == 0 || a == best {
			continue
		}
		if best < 0 || s.territory[best] && !s.territory[a] || weight[a] > weight[best] && s.territory[best] == s.territory[a] {
			best = a
		}
	}
	return best
}

// noteActing keeps which state acts: by its name, its capital or its government,
// with a verb after it.
func (s *actorSearch) noteActing(ref *reference, d *discourse) {
	if ref.kind == byAdjective || ref.pronoun || len(ref.more) > 0 || ref.role >= 0 && !stateBodies.has(s.roles[ref.role].base()) {
		return
	}
	if a := ref.actor; s.a.actors[a].kind == string(data.State) && !s.territory[a] && s.governsSentence(ref) && s.verbAt(ref.last, s.a.sentences[ref.sentence].last) >= 0 {
		d.acting, d.actingIn = a, s.a.sentences[ref.sentence].paragraph
	}
}

// governmentIn is the state whose body a phrase without an owner means, "the
// government": the one that acted just before, where the text speaks of it
// nearly as much as of the main one; else the main one. It is -1 for none.
func (s *actorSearch) governmentIn(ref *reference, d *discourse) int {
	if d.acting >= 0 && d.actingIn >= s.a.sentences[ref.sentence].paragraph-1 && d.weight[d.acting]*2 >= d.weight[d.main] {
		return d.acting
	}
	return d.main
}

// findHalves finds "the North" and "the South" of a country that is two states,
// where the text names them.
func (s *actorSearch) findHalves() {
	for _, half := range []string{"north", "south"} {
		entry := -1
		for e := range s.entries {
			if first, rest, _ := strings.Cut(fold(s.g.entries[e].name), " "); first == half && s.g.entries[e].kind == string(data.State) && s.isHalf(half, rest) {
				entry = e
			}
		}
		for i := 1; i+1 < len(s.tokens) && entry >= 0; i++ {
			if s.tokens[i].lower != half || !isUpperFirst(s.tokens[i].text) || s.tokens[i-1].lower != "the" || s.roleAt[i] >= 0 || isUpperFirst(s.tokens[i+1].text) {
				continue
			}
			n := int(s.nameAt[i])
			if n < 0 {
				s.addName(name{first: i, last: i + 1})
				n = len(s.names) - 1
			}
			if s.names[n].actor >= 0 || s.names[n].last-s.names[n].first > 1 {
				continue
			}
			s.names[n].forms = []surface{{entry: entry, kind: surfaceMetonym}}
			if s.names[n].actor = s.actorOf(entry); s.counts(n, entry) {
				s.a.actors[s.names[n].actor].place = false
			}
		}
	}
}

// isHalf reports whether the other half of a country has a state too.
func (s *actorSearch) isHalf(half, rest string) bool {
	other := map[string]string{"north": "south", "south": "north"}[half]
	return s.g.lookup(other+"-"+rest) >= 0
}
