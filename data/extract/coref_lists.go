package extract

import (
	"slices"

	"demarche/data"
)

// companyList is a row of parties that act together: "A, along with B and C".
type companyList struct {
	refs     []int // indexes into refs
	sentence int
	last     int  // token behind the last of them
	name     int  // the coalition that the text calls them, -1 for none
	loose    bool // "along with", "as well as": grammar counts the first alone
}

// listing reports whether only words that join parties stand between two
// mentions, past what is set between dashes, and whether they are more than
// commas and "and".
func (s *actorSearch) listing(from, to int) (joined, loose bool) {
	if from >= to || to-from > 14 {
		return false, false
	}
	aside := false
	for i := from; i < to; i++ {
		switch t := s.tokens[i].lower; {
		case t == "—" || t == "–" || t == "--":
			aside = !aside
			joined = true
		case aside:
		case t == "," || t == "and" || t == "both":
			joined = true
		case t == "along" || t == "together":
			if i+1 >= to || s.tokens[i+1].lower != "with" {
				return false, false
			}
			joined, loose = true, true
		case t == "as" && i+2 < to && s.tokens[i+1].lower == "well" && s.tokens[i+2].lower == "as":
			joined, loose = true, true
			i += 2
		case t == "with" || s.w.determiner.has(t):
		default:
			return false, false
		}
	}
	return joined && !aside, loose
}

// noteList adds the mention n to the row of parties before it, or begins a new one.
func (s *actorSearch) noteList(n int, d *discourse) {
	ref := &s.refs[n]
	if ref.actor < 0 || ref.kind == byAdjective || ref.pronoun || s.a.actors[ref.actor].place || s.a.actors[ref.actor].media {
		return
	}
	if s.namesRow(ref, d) {
		d.list.name = ref.actor
		return
	}
	if l := &d.list; len(l.refs) > 0 && l.sentence == ref.sentence && !s.inApposition(ref) {
		if joined, loose := s.listing(l.last, ref.first); joined {
			l.refs, l.last, l.loose = append(l.refs, n), ref.last, l.loose || loose
			s.endList(d)
			return
		}
	}
	d.list = companyList{name: -1, refs: []int{n}, sentence: ref.sentence, last: ref.last}
}

// namesRow reports whether a mention is what the text calls the row before it:
// "A, B and C — the so-called “Three” —".
func (s *actorSearch) namesRow(ref *reference, d *discourse) bool {
	if len(d.list.refs) < 2 || d.list.sentence != ref.sentence || s.a.actors[ref.actor].kind != string(data.Coalition) || ref.first-d.list.last > 6 {
		return false
	}
	for i := d.list.last; i < ref.first; i++ {
		if t := s.tokens[i].text; t == "—" || t == "–" || t == "--" || t == "(" {
			return true
		}
	}
	return false
}

// inApposition reports whether a mention is what another is: ", the envoy,".
func (s *actorSearch) inApposition(ref *reference) bool {
	return ref.role >= 0 && ref.first > 0 && s.tokens[ref.first-1].text == ","
}

// endList lets "they" mean the row of parties where a verb follows it, and keeps
// those that grammar does not count.
func (s *actorSearch) endList(d *discourse) {
	l := &d.list
	first := &s.refs[l.refs[0]]
	if l.last >= s.a.sentences[l.sentence].last || !s.governsSentence(first) || !s.verbFollows(l.last, s.a.sentences[l.sentence].last) {
		return
	}
	var actors []int
	for _, n := range l.refs {
		for _, a := range append([]int{s.refs[n].actor}, s.refs[n].more...) {
			if !slices.Contains(actors, a) {
				actors = append(actors, a)
			}
		}
	}
	if len(actors) < 2 {
		return
	}
	d.plural, d.pluralMore = actors[0], actors[1:]
	if l.name >= 0 {
		d.plural, d.pluralMore = l.name, nil
	}
	if l.loose {
		for _, n := range l.refs {
			s.refs[n].alongFrom = first.first
			s.refs[n].along = slices.DeleteFunc(slices.Clone(actors), func(a int) bool { return a == s.refs[n].actor })
		}
	}
}

// verbFollows reports whether a verb that fits many begins at token i.
func (s *actorSearch) verbFollows(i, end int) bool {
	if i < end && s.tokens[i].text == "," {
		i++
	}
	if i >= end {
		return false
	}
	word := s.tokens[i].lower
	_, verb := english().verbs[word]
	return s.verbAt(i, end) >= 0 || verb || isAuxiliary(word) || word == "are" || word == "were"
}
