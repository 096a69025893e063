package extract

import (
	"maps"
	"slices"

	"demarche/data"
)

// with is the gazetteer with the actors of the case before its own. An actor of
// the case that has the name or an alias of an entry takes its place, and keeps
// what the entry knows: adjectives, metonyms, spellings.
func (g *gazetteer) with(known Known) *gazetteer {
	if len(known.Actors) == 0 {
		return g
	}
	out := &gazetteer{entries: slices.Clone(g.entries), surfaces: maps.Clone(g.surfaces), ids: maps.Clone(g.ids), titled: g.titled}
	for key, list := range out.surfaces {
		out.surfaces[key] = list[:len(list):len(list)]
	}
	at := map[string]int{}
	for _, k := range known.Actors {
		if k.Name == "" || k.ID == "" {
			continue
		}
		n := out.entryNamed(append([]string{k.Name}, k.Aliases...), k.Kind)
		if n < 0 {
			n = out.add(entry{of: -1})
		}
		e := &out.entries[n]
		e.id, e.name, e.known, e.ambiguous, e.weak, e.place = k.ID, k.Name, true, false, false, false
		if k.Kind != "" {
			e.kind = k.Kind
		}
		if k.Role != "" {
			e.role = k.Role
		}
		at[k.ID] = n
		for _, form := range append([]string{k.Name}, k.Aliases...) {
			out.addKnownForm(form, n, e.kind)
		}
	}
	for _, k := range known.Actors {
		if n, found := at[k.ID]; found && k.Of != "" {
			if of, found := at[k.Of]; found {
				out.entries[n].of = of
			}
		}
	}
	return out
}

// entryNamed is the entry that has one of the names as a name of its own, -1 for none.
func (g *gazetteer) entryNamed(names []string, kind string) int {
	for _, form := range names {
		tokens := tokenize(form, englishSegments())
		if len(tokens) == 0 {
			continue
		}
		m, found := g.matchAt(tokens, 0, len(tokens), false)
		if !found || m.last != len(tokens) {
			continue
		}
		for _, f := range m.forms {
			if f.kind == surfaceName && f.entry >= 0 && !g.entries[f.entry].known && (kind == "" || g.entries[f.entry].kind == kind) {
				return f.entry
			}
		}
	}
	return -1
}

// addKnownForm adds a name of an actor of the case before other readings of it.
func (g *gazetteer) addKnownForm(form string, entry int, kind string) {
	tokens := tokenize(form, englishSegments())
	if len(tokens) == 0 {
		return
	}
	as := surfaceName
	if kind == string(data.Person) && len(tokens) == 1 {
		as = surfaceShort
	}
	key := deaccent(tokens[0].lower)
	g.surfaces[key] = slices.DeleteFunc(slices.Clone(g.surfaces[key]), func(s surface) bool {
		return len(s.words) == len(tokens) && (s.entry < 0 || s.entry == entry) && equalTokens(s.words, tokens)
	})
	g.addSurface(form, entry, as)
	list := g.surfaces[key]
	slices.SortStableFunc(list, func(a, b surface) int {
		if len(a.words) != len(b.words) {
			return len(b.words) - len(a.words)
		}
		return g.rank(b) - g.rank(a)
	})
}

// rank is 1 for a form of the case, else 0.
func (g *gazetteer) rank(s surface) int {
	if s.entry >= 0 && g.entries[s.entry].known {
		return 1
	}
	return 0
}

func equalTokens(words []string, tokens []token) bool {
	for i, t := range tokens {
		if words[i] != deaccent(t.lower) {
			return false
		}
	}
	return true
}
