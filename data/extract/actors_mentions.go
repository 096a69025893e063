package extract

import (
	"slices"
)

// reference is a mention on its way to being resolved.
type reference struct {
	mention
	role    int // index into roles, -1 for a name or a pronoun
	pronoun bool
}

// makeMentions gathers the places where the text names somebody, the widest of
// those inside one another.
func (s *actorSearch) makeMentions() {
	var refs []reference
	for n := range s.names {
		name := &s.names[n]
		if name.actor < 0 {
			continue
		}
		first := s.prefix(name)
		if name.role >= 0 && s.roles[name.role].name == n && s.roles[name.role].headEnd <= first && s.roles[name.role].last >= first-1 && s.adjacent(s.roles[name.role].headEnd, first) {
			first = s.roles[name.role].first
		}
		m := s.mention(first, name.last, name.actor, byName)
		if kind, known := name.kind(); known {
			switch kind {
			case surfaceAdjective:
				m.kind = byAdjective
			case surfaceMetonym:
				m.kind = byMetonym
			case surfacePeople:
				m.plural = true
			}
		}
		if name.organ {
			m = s.mention(s.ownerStart(name), name.last, name.actor, byRole)
		}
		if name.part != "" {
			m.start, m.end, m.kind = name.partAt, name.partAt+len(name.part), byAdjective
		}
		refs = append(refs, reference{mention: m, role: -1})
	}
	for n := range s.roles {
		r := &s.roles[n]
		if r.name >= 0 && s.names[r.name].actor >= 0 {
			continue
		}
		m := s.mention(r.first, r.last, -1, byRole)
		m.plural = r.plural
		refs = append(refs, reference{mention: m, role: n})
	}
	refs = s.addPronouns(refs)
	slices.SortStableFunc(refs, func(a, b reference) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	kept, end := refs[:0], -1
	for _, r := range refs {
		if r.start >= end {
			kept = append(kept, r)
			end = r.end
		}
	}
	s.refs = kept
}

// ownerStart is where the state that owns an organ begins before its name.
func (s *actorSearch) ownerStart(n *name) int {
	i := n.first - 1
	if i >= 0 && s.tokens[i].lower == "'s" {
		i--
	}
	if i >= 0 && s.nameAt[i] >= 0 && s.tokens[i].sentence == s.tokens[n.first].sentence {
		return s.names[s.nameAt[i]].first
	}
	return n.first
}

// adjacent reports whether only honorifics and titles stand between two tokens.
func (s *actorSearch) adjacent(from, to int) bool {
	for i := from; i < to; i++ {
		if !isWord(s.tokens[i].text) {
			return false
		}
	}
	return true
}

func (s *actorSearch) mention(first, last, actor int, kind mentionKind) mention {
	return mention{
		start: s.tokens[first].start, end: s.tokens[last-1].end, first: first, last: last,
		sentence: s.tokens[first].sentence, actor: actor, kind: kind, of: -1,
	}
}

// addPronouns adds the pronouns that may stand for an actor.
func (s *actorSearch) addPronouns(refs []reference) []reference {
	for i, t := range s.tokens {
		switch t.lower {
		case "he", "she", "him", "his", "her", "it", "its", "they", "them", "their", "we", "us", "our", "i", "my", "me":
		default:
			continue
		}
		if t.lower == "us" && t.text != "us" || t.lower == "i" && t.text != "I" || s.nameAt[i] >= 0 || (s.roleAt[i] >= 0 && t.lower != "his" && t.lower != "her" && t.lower != "its" && t.lower != "their") {
			continue
		}
		if t.lower == "i" && i > 0 && isUpperFirst(s.tokens[i-1].text) && s.tokens[i-1].sentence == t.sentence && s.nameAt[i-1] >= 0 {
			continue
		}
		if t.lower == "it" && s.impersonal(i) && !s.unable(i) {
			continue
		}
		m := s.mention(i, i+1, -1, byPronoun)
		m.plural = t.lower == "they" || t.lower == "them" || t.lower == "their" || t.lower == "we" || t.lower == "us" || t.lower == "our"
		refs = append(refs, reference{mention: m, role: -1, pronoun: true})
	}
	return refs
}

// unable reports whether "it" tells what its speaker cannot do: "it would not be
// possible to sign".
func (s *actorSearch) unable(i int) bool {
	return i+4 < len(s.tokens) && isAuxiliary(s.tokens[i+1].lower) && joinLower(s.tokens[i+2:i+5]) == "not be possible"
}

// impersonal reports whether the "it" at token i stands for nobody: "it is clear
// that", "it was decided", "it was the envoy who".
func (s *actorSearch) impersonal(i int) bool {
	end := s.a.sentences[s.tokens[i].sentence].last
	k := i + 1
	for k < end && (isAuxiliary(s.tokens[k].lower) || s.tokens[k].lower == "not") {
		k++
	}
	if k >= end {
		return false
	}
	switch s.tokens[k].lower {
	case "is", "was", "be", "been", "remains", "seems", "appears", "became", "becomes", "'s":
	default:
		return false
	}
	for k++; k < min(end, i+7); k++ {
		t := s.tokens[k].lower
		switch t {
		case "that", "who", "whether":
			return true // "it was the envoy who", "it is our hope that"
		case "to", "for", ",", ".", "and", "if":
			return false
		}
		if s.w.impersonal.has(t) {
			return !s.w.raising.has(t) || k+1 >= end || s.tokens[k+1].lower != "to" // "it is expected to sign"
		}
	}
	return false
}
