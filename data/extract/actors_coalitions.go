package extract

import (
	"strings"

	"demarche/data"
)

// findSoCalled adds the coalitions that a text gives a name in quotation marks:
// the so-called "Frugal Four", a group known as "Friends of the Lake".
func (s *actorSearch) findSoCalled(orgs map[string]int) {
	for i := 0; i+3 < len(s.tokens); i++ {
		switch s.tokens[i].lower {
		case "so-called", "dubbed", "nicknamed":
		case "as":
			if i == 0 || s.tokens[i-1].lower != "known" {
				continue
			}
		default:
			continue
		}
		first := i + 1
		if s.tokens[first].lower == "the" {
			first++
		}
		if n := s.quotedName(first + 1); n >= 0 && isQuoteMark(s.tokens[first].text) {
			name := &s.names[n]
			key := s.orgKey(n)
			if _, found := orgs[key]; !found {
				orgs[key] = s.addGroup(s.textOf(name.first, name.last), string(data.Coalition), -1)
			}
			name.actor = orgs[key]
		}
	}
	s.nameHeadings(orgs)
}

// quotedName is the name of two to four words with capitals from token i up to a
// closing quotation mark, made if need be; -1 for none, or where it is known.
func (s *actorSearch) quotedName(i int) int {
	last := i
	for last < min(i+5, len(s.tokens)) && (isUpperFirst(s.tokens[last].text) || s.w.particle.has(s.tokens[last].lower) || s.tokens[last].lower == "of" || s.tokens[last].lower == "the") {
		last++
	}
	if last-i < 2 || last-i > 4 || last >= len(s.tokens) || !isQuoteMark(s.tokens[last].text) || s.tokens[i].sentence != s.tokens[last].sentence {
		return -1
	}
	for k := i; k < last; k++ {
		if n := s.nameAt[k]; n >= 0 && (len(s.names[n].forms) > 0 || s.names[n].actor >= 0) || s.roleAt[k] >= 0 || s.w.bystander.has(s.tokens[k].lower) {
			return -1
		}
	}
	n := int(s.nameAt[i])
	if n < 0 {
		s.addName(name{first: i, last: last})
		return len(s.names) - 1
	}
	s.names[n].last = last
	for k := i; k < last; k++ {
		s.nameAt[k] = int32(n)
	}
	return n
}

// nameHeadings finds organisations that the text itself names in its headings,
// where capitals tell nothing: "'Frugal four' seek less".
func (s *actorSearch) nameHeadings(orgs map[string]int) {
	longest := 0
	for key := range orgs {
		longest = max(longest, len(strings.Fields(key)))
	}
	for _, sent := range s.a.sentences {
		if _, titled := s.capitals(sent); !sent.heading && !titled {
			continue
		}
		for i := sent.first; i < sent.last; i++ {
			for k := min(longest, sent.last-i); k > 1 && s.nameAt[i] < 0; k-- {
				if actor, found := orgs[strings.ReplaceAll(joinLower(s.tokens[i:i+k]), ".", "")]; found && s.free(i, i+k) {
					s.addName(name{first: i, last: i + k, heading: true})
					s.names[len(s.names)-1].actor = actor
				}
			}
		}
	}
}

// free reports whether no name has any of the tokens.
func (s *actorSearch) free(first, last int) bool {
	for i := first; i < last; i++ {
		if s.nameAt[i] >= 0 || s.roleAt[i] >= 0 {
			return false
		}
	}
	return true
}
