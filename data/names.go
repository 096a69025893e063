package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// FoldName makes names comparable: lower case, without accents, full stops,
// apostrophes and doubled spaces; a hyphen counts as a space.
func FoldName(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(strings.ToLower(strings.ToValidUTF8(norm.NFKD.String(s), "\uFFFD"))) {
		switch {
		case unicode.Is(unicode.Mn, r), strings.ContainsRune(".'’ʼ`\"“”„«»", r):
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), r == '_', r == ',':
			space = true
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(plainLetter(r))
		}
	}
	return b.String()
}

// plainLetter replaces letters that Unicode does not take apart.
func plainLetter(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	}
	return r
}

// titleWords may stand before a name, folded. A name is also found without them.
var titleWords = map[string]bool{
	"the": true, "a": true, "an": true, "mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "prof": true,
	"professor": true, "sir": true, "dame": true, "lord": true, "lady": true, "president": true, "prime": true,
	"minister": true, "premier": true, "chancellor": true, "foreign": true, "defence": true, "defense": true,
	"secretary": true, "general": true, "gen": true, "colonel": true, "col": true, "admiral": true, "adm": true,
	"ambassador": true, "envoy": true, "special": true, "senator": true, "sen": true, "king": true, "queen": true,
	"prince": true, "princess": true, "sheikh": true, "emir": true, "sultan": true, "ayatollah": true, "imam": true,
	"pope": true, "marshal": true, "commander": true, "chief": true, "vice": true, "deputy": true, "former": true,
	"acting": true, "interim": true,
}

// bareName is a folded name without the article and titles before it; at least
// its last word stays.
func bareName(folded string) string {
	for {
		word, rest, more := strings.Cut(folded, " ")
		if !more || !titleWords[word] {
			return folded
		}
		folded = rest
	}
}

// named is what a name leads to: the record's own name, or an alias of it.
type named struct {
	id    ID
	alias bool
}

// nameIndex finds records by name. A name is looked for as it is written, then
// folded, then without article and titles; each time own names come before
// aliases. An alias that several records share finds none of them.
type nameIndex struct{ exact, folded, bare map[string][]named }

func newNameIndex() *nameIndex {
	return &nameIndex{map[string][]named{}, map[string][]named{}, map[string][]named{}}
}

func (x *nameIndex) add(id ID, name string, alias bool) {
	n := named{id, alias}
	folded := FoldName(name)
	if folded == "" {
		return
	}
	x.exact[name] = append(x.exact[name], n)
	x.folded[folded] = append(x.folded[folded], n)
	if bare := bareName(folded); bare != "" {
		x.bare[bare] = append(x.bare[bare], n)
	}
}

// find returns the record of the name among those that ok accepts.
func (x *nameIndex) find(name string, ok func(ID) bool) (ID, bool) {
	folded := FoldName(name)
	if folded == "" {
		return "", false
	}
	for _, list := range [][]named{x.exact[strings.TrimSpace(name)], x.folded[folded], x.bare[bareName(folded)]} {
		if id, found := pick(list, ok); found {
			return id, true
		}
	}
	return "", false
}

func pick(list []named, ok func(ID) bool) (ID, bool) {
	var alias ID
	shared := false
	for _, n := range list {
		switch {
		case !ok(n.id):
		case !n.alias:
			return n.id, true
		case alias == "":
			alias = n.id
		case alias != n.id:
			shared = true
		}
	}
	return alias, alias != "" && !shared
}

func actorNames(c *Case) *nameIndex {
	x := newNameIndex()
	for _, a := range c.Actors.All() {
		x.add(a.ID, a.Name, false)
		for _, alias := range a.Aliases {
			x.add(a.ID, alias, true)
		}
	}
	return x
}

func issueNames(c *Case) *nameIndex {
	x := newNameIndex()
	for _, i := range c.Issues.All() {
		x.add(i.ID, i.Name, false)
		if i.Parent != "" {
			x.add(i.ID, IssuePath(c, i.ID), false)
		}
		for _, alias := range i.Aliases {
			x.add(i.ID, alias, true)
		}
	}
	return x
}

func anyID(ID) bool { return true }

// FindActor is the actor of that name or alias, whatever its case, accents,
// article and titles. An alias that several actors share finds none.
func FindActor(c *Case, name string) (*Actor, bool) {
	id, ok := actorNames(c).find(name, anyID)
	if !ok {
		return nil, false
	}
	return c.Actors.Get(id)
}

// FindIssue is the issue of that name, alias or path ("Territory: Donbas").
func FindIssue(c *Case, name string) (*Issue, bool) {
	id, ok := issueNames(c).find(name, anyID)
	if !ok {
		return nil, false
	}
	return c.Issues.Get(id)
}

// IssuePath is the name of an issue with those above it: "Territory: Donbas".
// It is empty where the case has no such issue.
func IssuePath(c *Case, id ID) string {
	var path string
	for depth := 0; depth < 32; depth++ {
		i, ok := c.Issues.Get(id)
		if !ok {
			return path
		}
		if path == "" {
			path = i.Name
		} else {
			path = i.Name + pathSeparator + path
		}
		if id = i.Parent; id == "" {
			break
		}
	}
	return path
}

const pathSeparator = ": "
