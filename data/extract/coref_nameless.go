package extract

import (
	"slices"

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
	if !s.acts(r.first, r.last) && !s.partyTo(r) {
		return -1
	}
	s.a.actors = append(s.a.actors, actor{name: capitalised(s.textOf(r.head, r.headEnd)), kind: string(kind), of: -1})
	d.roleActors[key] = len(s.a.actors) - 1
	return d.roleActors[key]
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

// workWords are the parties of a dispute about work.
var workWords = newWordSet([]string{"union", "unions", "company", "employer", "employers", "management", "airline", "workers", "strikers", "pilots", "teachers", "nurses", "doctors", "miners", "drivers", "dockworkers", "dockers", "writers", "actors", "studios", "farmers", "firm", "carmaker", "automaker", "manufacturer", "operator"})

// resolveUnion resolves "the union", "the federation": the last organisation with
// such a word in its name, else the last of all, else a party without a name.
func (s *actorSearch) resolveUnion(ref *reference, r *role, d *discourse) {
	for _, a := range d.recent {
		if kind := s.a.actors[a].kind; kind == string(data.IGO) && r.base() == "union" || kind != string(data.IGO) && kind != string(data.Organisation) && kind != string(data.Coalition) {
			continue
		}
		if ref.actor < 0 || slices.Contains(foldedWords(s.a.actors[a].name), r.base()) && !slices.Contains(foldedWords(s.a.actors[ref.actor].name), r.base()) {
			ref.actor = a
		}
	}
	if ref.actor < 0 && workWords.has(r.base()) && r.definite {
		ref.actor = s.nameless(r, data.Organisation, d)
	}
}
