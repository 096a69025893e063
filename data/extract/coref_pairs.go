package extract

import (
	"slices"

	"demarche/data"
)

// notePair keeps two that the text names in one breath: "between A and B", "A and
// B agreed". Those who only mediate between others are named behind "by".
func (s *actorSearch) notePair(ref *reference, d *discourse) {
	a := d.before
	d.before = ref
	if a == nil || a.sentence != ref.sentence || a.actor == ref.actor || !s.isParty(a) || !s.isParty(ref) || len(a.more) > 0 || len(ref.more) > 0 {
		return
	}
	between := s.before(a.first, "between")
	switch {
	case s.before(ref.first, "and") && ref.first-a.last < 3:
		if !between && (s.before(a.first, "by") || s.before(a.first, "in") || s.tokens[a.first-min(a.first, 1)].text == ",") {
			return
		}
	case between && ref.first-a.last < 12 && (s.before(ref.first, "and")):
	case d.opposed || !s.assembles(a.last, ref.first):
		return
	}
	if d.opposed && !between && s.personOf(ref.actor) == nil {
		return
	}
	d.pair, d.pairIn, d.opposed = [2]int{a.actor, ref.actor}, ref.sentence, between
}

// isParty reports whether a mention may be one of two sides.
func (s *actorSearch) isParty(ref *reference) bool {
	if ref.actor < 0 || ref.kind == byAdjective || ref.pronoun || s.a.actors[ref.actor].place || s.a.actors[ref.actor].media || s.a.actors[ref.actor].expert || s.attributive(ref) {
		return false
	}
	switch data.ActorKind(s.a.actors[ref.actor].kind) {
	case data.State, data.ArmedGroup, data.Organisation, data.Person, data.Coalition:
		return true
	}
	return false
}

// before reports whether a word stands before token i, past an article.
func (s *actorSearch) before(i int, word string) bool {
	if i > 0 && s.tokens[i-1].lower == "the" {
		i--
	}
	return i > 0 && s.tokens[i-1].lower == word
}

// assembles reports whether the tokens between two mentions make them partners:
// "A's talks with B".
func (s *actorSearch) assembles(from, to int) bool {
	if to-from < 2 || to-from > 5 || !s.before(to, "with") {
		return false
	}
	return slices.ContainsFunc(s.tokens[from:to], func(t token) bool { return s.w.assembled.has(t.lower) })
}

// pairInMind is the pair that "the two sides" most likely means: of persons, or of
// what persons speak for; none where the text named no pair.
func (s *actorSearch) pairInMind(ref *reference, persons bool, d *discourse) []int {
	if d.pair[0] < 0 || !d.opposed && ref.sentence-d.pairIn > 3 {
		return nil
	}
	pair := []int{d.pair[0], d.pair[1]}
	for i, a := range pair {
		if isPerson := s.personOf(a) != nil; persons && !isPerson {
			return nil
		} else if !persons && isPerson {
			if pair[i] = s.stateOf(a); pair[i] == a {
				return nil
			}
		}
	}
	if pair[0] == pair[1] {
		return nil
	}
	return pair
}

// resolvePair resolves "the two sides", "both leaders": two actors.
func (s *actorSearch) resolvePair(ref *reference, r *role, d *discourse) {
	persons := false
	switch r.base() {
	case "leaders", "men", "presidents", "ministers", "generals":
		persons = true
	}
	found := s.pairInMind(ref, persons, d)
	if found == nil {
		found = s.recentPair(persons, d)
	}
	if len(found) == 2 {
		slices.Sort(found)
		ref.actor, ref.more = found[0], found[1:]
	}
}

// recentPair are the last two persons who speak for different parties, or the two
// parties of whom the text has spoken most.
func (s *actorSearch) recentPair(persons bool, d *discourse) []int {
	var found []int
	for _, a := range d.recent {
		kind := data.ActorKind(s.a.actors[a].kind)
		fits := kind == data.State || kind == data.ArmedGroup || kind == data.Organisation
		if persons {
			fits = kind == data.Person && !s.a.actors[a].expert && s.a.actors[a].of >= 0
		}
		if !fits || s.a.actors[a].place {
			continue
		}
		if persons && len(found) == 1 && s.a.actors[found[0]].of == s.a.actors[a].of {
			continue
		}
		if found = append(found, a); persons && len(found) == 2 {
			break
		}
	}
	if len(found) > 2 { // the two of whom the text speaks most
		slices.SortStableFunc(found, func(a, b int) int { return d.count[b] - d.count[a] })
		found = found[:2]
	}
	return found
}
