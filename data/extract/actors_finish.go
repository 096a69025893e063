package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"demarche/data"
)

// maxAliases bounds the surface forms that one actor keeps.
const maxAliases = 40

// finish gives every actor its id and the forms under which the text has it.
func (s *actorSearch) finish() {
	s.collectAliases()
	s.titleAliases()
	taken := map[string]bool{}
	for i := range s.a.actors {
		a := &s.a.actors[i]
		id := a.id
		if id == "" {
			id = s.slug(a)
		}
		a.id = id
		for n := 2; taken[a.id]; n++ {
			a.id = id + "-" + strconv.Itoa(n)
		}
		taken[a.id] = true
		slices.Sort(a.aliases)
		a.aliases = slices.Compact(a.aliases)
	}
}

// slug is a short readable id from a name: the last word of a person's.
func (s *actorSearch) slug(a *actor) string {
	name := deaccent(fold(a.name))
	if words := strings.Fields(name); a.kind == string(data.Person) && len(words) > 1 {
		name = words[len(words)-1]
		if len(words) > 1 && strings.Trim(name, "ivx.") == "" || name == "jr." || name == "jr" {
			name = words[len(words)-2]
		}
		if slices.Contains(a.aliases, strings.Fields(a.name)[0]) { // the text calls them by the family name, which comes first
			name = words[0]
		}
	}
	var b strings.Builder
	for _, r := range name {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if id := strings.Trim(b.String(), "-"); id != "" {
		return id
	}
	return "actor"
}

// collectAliases gathers the surface forms of the actors from the names and the
// roles of the text.
func (s *actorSearch) collectAliases() {
	for n := range s.names {
		name := &s.names[n]
		if name.actor < 0 {
			continue
		}
		if name.part != "" {
			s.alias(name.actor, name.part)
			continue
		}
		if name.organ && s.ownerStart(name) < name.first {
			s.alias(name.actor, s.textOf(s.ownerStart(name), name.last))
			continue
		}
		s.alias(name.actor, s.textOf(name.first, name.last))
		if first := s.prefix(name); first < name.first {
			s.alias(name.actor, s.textOf(first, name.last))
		}
		if short := s.acronymAfter(name); short != "" && s.a.actors[name.actor].kind != string(data.Person) && s.a.actors[name.actor].kind != string(data.State) {
			s.alias(name.actor, s.tokens[name.last+1].text)
		}
	}
	for _, m := range s.a.mentions {
		if m.actor < 0 || m.kind == byPronoun || len(m.more) > 0 || m.last-m.first > 12 || m.kind == byAdjective || s.isCountryRole(m) || s.isThing(m) {
			continue
		}
		s.alias(m.actor, s.a.text[m.start:m.end])
	}
}

// isThing reports whether a mention is of what somebody sends, counted or not:
// "4,000 Norland soldiers", "Norland airstrikes". Those are no names either.
func (s *actorSearch) isThing(m mention) bool {
	n := s.roleAt[m.first]
	if m.kind != byRole || n < 0 {
		return false
	}
	switch base := s.roles[n].base(); base {
	case "airstrikes", "drones":
		return true
	default:
		return troopWords.has(base) && base != "forces" || isDigit(s.a.text[m.start])
	}
}

// isCountryRole reports whether a mention is "the country": no name for anyone.
func (s *actorSearch) isCountryRole(m mention) bool {
	n := s.roleAt[m.first]
	return m.kind == byRole && n >= 0 && s.roles[n].class == roleCountry
}

// titleAliases adds a person's name together with its title, and a role that
// stands beside it.
func (s *actorSearch) titleAliases() {
	for i := range s.roles {
		r := &s.roles[i]
		if r.name < 0 || s.names[r.name].actor < 0 || r.class == roleExpert || r.class == rolePeople {
			continue
		}
		name := &s.names[r.name]
		if name.first >= r.headEnd && name.first-r.headEnd < 4 && s.adjacent(r.headEnd, name.first) {
			s.alias(name.actor, s.textOf(r.head, name.last))
			s.alias(name.actor, s.textOf(r.first, name.last))
		} else if len(r.of) > 0 && r.last-r.first < 10 && (r.definite || !r.counted) {
			s.alias(name.actor, s.textOf(r.first, r.last))
		}
	}
}

// alias adds a surface form to an actor.
func (s *actorSearch) alias(actor int, form string) {
	a := &s.a.actors[actor]
	form = strings.Join(strings.Fields(form), " ")
	if form == "" || form == a.name || len(a.aliases) >= maxAliases || slices.Contains(a.aliases, form) {
		return
	}
	a.aliases = append(a.aliases, form)
}
