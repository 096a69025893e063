package extract

// extendRight takes in "of the Iranian delegation", "for Ghani", "to Sudan".
func (s *actorSearch) extendRight(r *role, sent sentence) {
	if r.name >= 0 || r.class == rolePair || r.headEnd >= sent.last {
		return
	}
	switch p := s.tokens[r.headEnd].lower; {
	case s.w.task.has(r.base()) && (p == "to" || p == "for" || p == "on"):
		if _, end := s.chain(r, r.headEnd+1, sent); end > 0 {
			r.last = end
		}
	case r.class == roleInstitution && (p == "to" || p == "in") && (r.base() == "mission" || r.base() == "embassy" || r.base() == "delegation"):
		if _, end := s.chain(r, r.headEnd+1, sent); end > 0 {
			r.last = end
		}
	case p == "of", p == "for" && r.class == roleTitle, p == "from" && r.plural:
		if names, end := s.chain(r, r.headEnd+1, sent); end > 0 {
			r.of = append(r.of, names...)
			r.last = end
		}
	case p == "in" && (r.plural || r.class == roleInstitution) && len(r.of) == 0:
		if names, end := s.chain(r, r.headEnd+1, sent); end > 0 && len(names) == 1 {
			if kind, known := s.names[names[0]].kind(); known && kind == surfaceMetonym {
				r.of, r.last = names, end
			}
		}
	}
}

// chain reads the names that a preposition governs from token i: the last of a
// row of adjectives, titles and owners, and further ones of a list where the
// phrase is of many. The end is 0 where there is none.
func (s *actorSearch) chain(r *role, i int, sent sentence) (names []int, end int) {
	last := -1
	for k := i; k < sent.last && k < i+40; {
		t := s.tokens[k]
		switch {
		case s.nameAt[k] >= 0:
			if n := int(s.nameAt[k]); last < 0 || !s.isHost(n, sent) {
				last = n
			}
			k = s.names[s.nameAt[k]].last
			end = k
		case (t.lower == "," || t.lower == "and") && r.plural && last >= 0 && s.listGoesOn(k, sent):
			names = append(names, last)
			last = -1
			k++
			if s.tokens[k].lower == "and" {
				k++
			}
		case t.lower == "'s" || t.lower == "'" || s.w.determiner.has(t.lower) || s.w.modifier.set.has(t.lower) && t.lower != "and":
			k++
			if last >= 0 && s.w.organisation.has(t.lower) {
				end = k // "the Houthi political council"
			}
		default:
			n := max(s.w.title.at(s.tokens, k, sent.last), s.w.institution.at(s.tokens, k, sent.last), s.w.people.at(s.tokens, k, sent.last), s.w.group.at(s.tokens, k, sent.last))
			if n == 0 && (last < 0 || s.tokens[k-1].lower == "'s") && isLowerFirst(t.text) && !s.w.common.has(t.lower) && k+1 < sent.last && s.nameAt[k+1] >= 0 {
				n = 1 // an adjective: "the shadow National Unity Government"
			}
			if n == 0 {
				return s.endChain(names, last, end)
			}
			k += n
			if last >= 0 {
				end = k
			}
		}
	}
	return s.endChain(names, last, end)
}

// isHost reports whether a name is the United Nations' before the mission that
// another sends there: "the Norland UN mission".
func (s *actorSearch) isHost(n int, sent sentence) bool {
	name := &s.names[n]
	if !name.known() || name.forms[0].entry != s.g.lookup("un") || name.last >= sent.last {
		return false
	}
	switch s.tokens[name.last].lower {
	case "mission", "delegation", "ambassador", "envoy", "representative":
		return true
	}
	return false
}

func (s *actorSearch) endChain(names []int, last, end int) ([]int, int) {
	if last >= 0 {
		names = append(names, last)
	}
	if len(names) == 0 {
		return nil, 0
	}
	return names, end
}

// listGoesOn reports whether a name follows the comma or "and" at token k.
func (s *actorSearch) listGoesOn(k int, sent sentence) bool {
	for k++; k < sent.last; k++ {
		if s.nameAt[k] >= 0 {
			return true
		}
		if t := s.tokens[k].lower; t != "and" && t != "the" {
			return false
		}
	}
	return false
}

// attachApposition finds the name beside a phrase set off by commas: "Jane Doe,
// Norway's envoy to Sudan," and "the head of the delegation, Jane Doe,".
func (s *actorSearch) attachApposition(r *role, sent sentence) {
	if r.plural && r.class == rolePeople && r.definite {
		s.attachSeveral(r, sent)
		return
	}
	if r.name >= 0 || r.plural || r.class != roleTitle && r.class != roleUnnamed && r.class != roleExpert && r.class != roleAssembly {
		return
	}
	if i := r.first - 2; i >= sent.first && s.tokens[i+1].text == "," && s.nameAt[i] >= 0 {
		if n := &s.names[s.nameAt[i]]; s.mayBePerson(n) && n.last == i+1 && !s.inList(n, r, sent) {
			r.name = int(s.nameAt[i])
			return
		}
	}
	i := s.pastBrackets(s.endOfTask(r, sent), sent)
	if i+1 >= sent.last || s.tokens[i].text != "," || s.nameAt[i+1] < 0 {
		return
	}
	n := &s.names[s.nameAt[i+1]]
	if s.mayBePerson(n) && (n.last >= sent.last || !isWord(s.tokens[n.last].text) || s.tokens[n.last].lower == "and" || len(n.forms) == 0 && n.last-n.first > 1) && (len(r.of) > 0 || r.ofRole >= 0 || r.definite || r.first == sent.first && n.last < sent.last && s.tokens[n.last].text == "," && n.last-n.first > 1) {
		r.name = int(s.nameAt[i+1])
	}
}

// attachSeveral finds the names beside a phrase of many: "the co-leaders of the
// union, Jane Doe and John Roe, said".
func (s *actorSearch) attachSeveral(r *role, sent sentence) {
	i := r.last
	for i < min(r.last+7, sent.last) && isWord(s.tokens[i].text) && !isAuxiliary(s.tokens[i].lower) && s.w.say[s.tokens[i].lower] == "" && !s.finiteVerb(s.tokens[i].lower) {
		i++
	}
	if i+1 >= sent.last || s.tokens[i].text != "," {
		return
	}
	for i++; i < sent.last && s.nameAt[i] >= 0; i++ {
		n := int(s.nameAt[i])
		if !s.mayBePerson(&s.names[n]) || s.names[n].last-s.names[n].first < 2 {
			return
		}
		r.several = append(r.several, n)
		if i = s.names[n].last; i+1 < sent.last && s.tokens[i].text == "," && s.tokens[i+1].lower == "and" {
			i++
		}
		if i >= sent.last || s.tokens[i].text != "," && s.tokens[i].lower != "and" {
			return
		}
	}
}

// pastBrackets is the token after a short form in brackets at token i, else i.
func (s *actorSearch) pastBrackets(i int, sent sentence) int {
	if i+2 < sent.last && s.tokens[i].text == "(" && s.tokens[i+2].text == ")" {
		return i + 3
	}
	return i
}

// endOfTask is the token after the phrase and what says more of it up to a
// comma: "the special rapporteur on human rights in Myanmar,".
func (s *actorSearch) endOfTask(r *role, sent sentence) int {
	if r.last >= sent.last || !r.definite && len(r.of) == 0 {
		return r.last
	}
	switch s.tokens[r.last].lower {
	case "on", "for", "to", "of", "in", "at":
	default:
		return r.last
	}
	for i := r.last; i < min(r.last+10, sent.last); i++ {
		t := s.tokens[i]
		if t.text == "," {
			return i
		}
		if v := s.w.say[t.lower]; !isWord(t.text) || v != "" && v != t.lower || isAuxiliary(t.lower) {
			break
		}
	}
	return r.last
}

// inList reports whether a name before the phrase is another item of a list
// rather than its bearer: "Trump, President Zelenskyy and".
func (s *actorSearch) inList(n *name, r *role, sent sentence) bool {
	return !r.definite && !r.counted && len(r.of) == 0 && r.last < sent.last && s.nameAt[r.last] >= 0
}

// stands reports whether a phrase names somebody at all: a bare noun without a
// determiner, an owner or a name does not, unless it is a plural.
func (s *actorSearch) stands(r *role) bool {
	if r.name >= 0 || len(r.of) > 0 || r.ofRole >= 0 {
		return r.class != roleAssembly || r.last >= len(s.tokens) || s.tokens[r.last].lower != "to"
	}
	switch r.class {
	case roleGroup, roleCountry:
		return (r.definite || r.counted && groupWords.has(r.word)) && !r.possessive && (r.class == roleGroup || r.first == r.head-1)
	case roleAssembly:
		return !r.possessive && (r.last >= len(s.tokens) || s.tokens[r.last].lower != "to")
	case roleInstitution:
		return r.definite
	case rolePair:
		return r.definite || r.counted || r.head+1 < r.headEnd || r.first < r.head
	case rolePeople, roleExpert:
		return true
	}
	return r.definite || r.counted || isUpperFirst(s.tokens[r.head].text)
}
