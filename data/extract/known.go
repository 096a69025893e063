package extract

import (
	"strings"

	"demarche/data"
)

// KnownOf is what a case knows: the names, aliases and issues that were accepted
// or entered, which the next document is read with. IDs are those of the case.
func KnownOf(c *data.Case) Known {
	var k Known
	if c == nil {
		return k
	}
	for _, a := range c.Actors.All() {
		n := KnownActor{ID: string(a.ID), Name: a.Name, Kind: string(a.Kind), Aliases: a.Aliases}
		for _, m := range a.Memberships { // the last one counts
			n.Of, n.Role = string(m.Of), m.Role
		}
		k.Actors = append(k.Actors, n)
	}
	for _, i := range c.Issues.All() {
		k.Issues = append(k.Issues, KnownIssue{ID: string(i.ID), Name: i.Name, Aliases: i.Aliases})
	}
	return k
}

// caseIssues are the issues of the case as phrases to look for. Their numbers
// begin behind those of the lexicon.
func (x *lexicon) caseIssues(known []KnownIssue) ([]lexicalIssue, *phrases) {
	if len(known) == 0 {
		return x.issues, nil
	}
	issues := append(make([]lexicalIssue, 0, len(x.issues)+len(known)), x.issues...)
	words := newPhrases()
	for _, k := range known {
		n := len(issues)
		issues = append(issues, lexicalIssue{name: k.Name})
		_, finer, found := strings.Cut(k.Name, ":") // "Territory: Donbas"
		for _, w := range append([]string{k.Name, finer}, k.Aliases...) {
			if w != "" && !(found && w == k.Name) {
				words.add("+"+strings.TrimSpace(w), n)
			}
		}
	}
	return issues, words
}
