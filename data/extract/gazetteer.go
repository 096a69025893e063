package extract

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"demarche/assets"
	"demarche/data"
)

// surfaceKind is how a surface form of the gazetteer names its entry.
type surfaceKind uint8

const (
	surfaceName      surfaceKind = iota
	surfaceAdjective             // "Ukrainian"
	surfacePeople                // "Ukrainians"
	surfaceMetonym               // "Kyiv", "the Kremlin"
	surfaceShort                 // the last word of a person's name: counts in context only
	surfaceMedia                 // an outlet
	surfacePlace                 // a name that holds an actor's and is none
)

// entry is an actor that the gazetteer knows.
type entry struct {
	id, name, kind string
	of             int // index of the entry that it belongs to, -1 for none
	role           string
	years          []yearRange
	ambiguous      bool // counts only where the text shows it
	given          bool // a person's name too
	place          bool // mostly a place: counts only where it acts
	weak           bool // a common word too
	known          bool // from the case: comes before all others
}

// yearRange is the years of a role; to is 0 where it goes on.
type yearRange struct{ from, to int }

// surface is one form under which a text may name an entry.
type surface struct {
	words   []string // folded, without diacritics
	text    []string // as written; empty where any case will do
	entry   int      // -1 for media and places
	kind    surfaceKind
	letters int
}

// gazetteer finds known actors in tokens. It does not change once it is built.
type gazetteer struct {
	entries  []entry
	surfaces map[string][]surface // by the first word, longest first
	ids      map[string]int
	titled   map[string][]int // entries of persons whose name by one word counts only after a title
}

// englishGazetteer is the gazetteer that travels with the program, read once.
var englishGazetteer = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{surfaces: make(map[string][]surface, 4096), ids: make(map[string]int, 2048), titled: map[string][]int{}}
	g.addStates(assets.Lexicon("en/states.txt"))
	g.addOrganisations(assets.Lexicon("en/organisations.txt"))
	g.addPersons(assets.Lexicon("en/persons.txt"))
	for _, name := range listItems(assets.Lexicon("en/media.txt")) {
		g.addSurface(name, -1, surfaceMedia)
	}
	for _, name := range listItems(assets.Lexicon("en/places.txt")) {
		g.addSurface(name, -1, surfacePlace)
	}
	return g
})

// records cuts a list into its lines and their fields, parted by semicolons.
// Missing fields are empty.
func records(text string, fields int, use func(f []string)) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, ";")
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		for len(f) < fields {
			f = append(f, "")
		}
		use(f)
	}
}

// items cuts a field into its parts.
func items(field string) []string {
	var out []string
	for part := range strings.SplitSeq(field, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// listItems reads a list of names parted by commas and line ends.
func listItems(text string) []string {
	var out []string
	records(text, 1, func(f []string) { out = append(out, items(f[0])...) })
	return out
}

func (g *gazetteer) add(e entry) int {
	n := len(g.entries)
	g.entries = append(g.entries, e)
	if e.id != "" {
		g.ids[e.id] = n
	}
	return n
}

// lookup is the index of an entry by its id, -1 where there is none.
func (g *gazetteer) lookup(id string) int {
	if n, found := g.ids[id]; found && id != "" {
		return n
	}
	return -1
}

func (g *gazetteer) addStates(text string) {
	records(text, 7, func(f []string) {
		e := entry{id: f[0], name: f[1], kind: string(data.State), of: -1}
		e.ambiguous = strings.Contains(f[6], "ambiguous")
		e.given = e.ambiguous || strings.Contains(f[6], "given")
		e.place = strings.Contains(f[6], "place")
		n := g.add(e)
		g.addSurface(f[1], n, surfaceName)
		for _, s := range items(f[2]) {
			g.addSurface(s, n, surfaceName)
		}
		people := items(f[4])
		for i, s := range items(f[3]) {
			g.addSurface(s, n, surfaceAdjective)
			if len(people) == 0 || i > 0 {
				g.addSurface(plural(s), n, surfacePeople)
			}
		}
		for _, s := range people {
			g.addSurface(s, n, surfacePeople)
		}
		for _, s := range items(f[5]) {
			g.addSurface(s, n, surfaceMetonym)
		}
	})
}

// plural is the plural of a nationality: it does not change after "ese", "ish" and the like.
func plural(s string) string {
	for _, ending := range []string{"ese", "ish", "ch", "ss", "sh", "s", "."} {
		if strings.HasSuffix(s, ending) {
			return s
		}
	}
	return s + "s"
}

func (g *gazetteer) addOrganisations(text string) {
	type link struct {
		entry int
		of    string
	}
	var links []link
	records(text, 6, func(f []string) {
		n := g.add(entry{id: f[0], name: f[1], kind: f[2], of: -1, weak: strings.Contains(f[5], "weak")})
		links = append(links, link{n, f[3]})
		g.addSurface(f[1], n, surfaceName)
		for _, s := range items(f[4]) {
			kind := surfaceName
			if s == "Brussels" {
				kind = surfaceMetonym
			}
			g.addSurface(s, n, kind)
		}
	})
	for _, l := range links {
		g.entries[l.entry].of = g.lookup(l.of)
	}
}

func (g *gazetteer) addPersons(text string) {
	records(text, 5, func(f []string) {
		n := g.add(entry{name: f[0], kind: string(data.Person), of: g.lookup(f[2]), role: f[3], years: readYears(f[4])})
		g.addSurface(f[0], n, surfaceName)
		words := strings.Fields(f[0])
		full := slices.Contains(items(f[1]), "full")
		if full {
			for _, w := range []string{words[0], words[len(words)-1]} {
				key := deaccent(fold(w))
				g.titled[key] = append(g.titled[key], n)
			}
		}
		for _, s := range items(f[1]) {
			switch {
			case s == "full":
			case !strings.ContainsAny(s, " "):
				g.addSurface(s, n, surfaceShort)
				full = full || s == words[0] // family name first: "Xi Jinping"
			default:
				g.addSurface(s, n, surfaceName)
				if !full {
					g.addSurface(s[strings.LastIndexByte(s, ' ')+1:], n, surfaceShort)
				}
			}
		}
		if !full && len(words) > 1 {
			g.addSurface(words[len(words)-1], n, surfaceShort)
		}
	})
}

func readYears(field string) []yearRange {
	var out []yearRange
	for _, s := range items(field) {
		from, to, _ := strings.Cut(s, "-")
		r := yearRange{}
		r.from, _ = strconv.Atoi(from)
		r.to, _ = strconv.Atoi(to)
		out = append(out, r)
	}
	return out
}

// addSurface adds a form; a form in lower case matches in any case.
func (g *gazetteer) addSurface(form string, entry int, kind surfaceKind) {
	tokens := tokenize(form, englishSegments())
	if len(tokens) == 0 {
		return
	}
	s := surface{entry: entry, kind: kind}
	anyCase := true
	for _, t := range tokens {
		s.words = append(s.words, deaccent(t.lower))
		s.text = append(s.text, t.text)
		s.letters += utf8.RuneCountInString(t.text)
		anyCase = anyCase && !strings.ContainsFunc(t.text, unicode.IsUpper)
	}
	if anyCase {
		s.text = nil
	}
	list := g.surfaces[s.words[0]]
	at := 0
	for at < len(list) && len(list[at].words) >= len(s.words) {
		if list[at].entry == entry && list[at].kind == kind && slices.Equal(list[at].words, s.words) && slices.Equal(list[at].text, s.text) {
			return
		}
		at++
	}
	list = append(list, surface{})
	copy(list[at+1:], list[at:])
	list[at] = s
	g.surfaces[s.words[0]] = list
}
