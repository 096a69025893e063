package extract

import (
	"slices"

	"demarche/data"
)

// knownShorts notes the short forms that the text gives to names that are known:
// "Palestinian National Authority (PNA)".
func (s *actorSearch) knownShorts(orgs map[string]int) {
	for n := range s.names {
		name := &s.names[n]
		if !name.known() || name.part != "" || name.names(s.g, data.Person) || name.names(s.g, data.State) {
			continue
		}
		short := s.acronymAfter(name)
		if short == "" || s.nameAt[name.last+1] < 0 || s.names[s.nameAt[name.last+1]].known() {
			continue
		}
		if entry := s.reading(name); entry >= 0 {
			orgs[short] = s.actorOf(entry)
		}
	}
}

// shortEntry is the entry that a name spelt in an unknown way has by its short
// form: "Lake Resistance Army (LRA)" where the list has it with an apostrophe.
// Most of its words must be the entry's, since short forms are many's.
func (s *actorSearch) shortEntry(n *name, short string) int {
	if short == "" || s.nameAt[n.last+1] < 0 || !s.names[s.nameAt[n.last+1]].known() {
		return -1
	}
	words := foldedWords(s.textOf(n.first, n.last))
	for _, f := range s.names[s.nameAt[n.last+1]].forms {
		if f.entry < 0 || s.g.entries[f.entry].kind == string(data.State) || s.g.entries[f.entry].kind == string(data.Person) {
			continue
		}
		same := 0
		for _, w := range foldedWords(s.g.entries[f.entry].name) {
			if slices.Contains(words, w) && !s.w.common.has(w) {
				same++
			}
		}
		if same > 1 && same*2 >= len(words) {
			return f.entry
		}
	}
	return -1
}

// pluralEntry is the entry that the text names by the plural of an unknown name,
// -1 for none.
func (s *actorSearch) pluralEntry(n *name) int {
	if n.last-n.first != 1 {
		return -1
	}
	for _, f := range s.g.surfaces[deaccent(s.tokens[n.first].lower)+"s"] {
		if len(f.words) == 1 && s.named(f.entry) && s.g.entries[f.entry].kind != string(data.State) {
			return f.entry
		}
	}
	return -1
}
