package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"demarche/assets"
)

// verbForm is a bit set of the forms that a word can be of its verb.
type verbForm uint8

const (
	baseForm  verbForm = 1 << iota // "offer"
	thirdForm                      // "offers"
	pastForm                       // "offered", "took"
	pastPart                       // "offered", "taken"
	ingForm                        // "offering"
)

// verbWord is what a word form says about its verb.
type verbWord struct {
	lemma string
	forms verbForm
	noun  bool // as often a noun
}

// move is a line of moves.tsv: a verb pattern and what it does.
type move struct {
	pattern     []patternWord // behind the verb itself
	complements wordSet       // nil: anything
	object      string        // "topic", "actor", "act" or ""
	stance      string        // "" for none
	event       string        // PLOVER type, "" for none
	position    int
	happening   int
}

// patternWord is a word that must follow, or a gap.
type patternWord struct {
	words wordSet
	gap   bool
}

// nounMove is a line of nouns.tsv.
type nounMove struct {
	words     []string
	links     wordSet
	stance    string
	event     string
	position  int
	happening int
}

// lexicon is what the reader of statements knows about words.
type lexicon struct {
	verbs  map[string]verbWord
	moves  map[string][]*move     // by lemma of the verb
	nouns  map[string][]*nounMove // by the last word of the noun
	topics *phrases
	issues []lexicalIssue
	words  map[string]wordSet    // small closed lists, from words.txt
	runs   map[string][][]string // the same as runs of words, the longest first
}

// english is the lexicon for English, read once.
var english = sync.OnceValue(func() *lexicon {
	x := &lexicon{words: map[string]wordSet{}, runs: map[string][][]string{}}
	for name, list := range assets.Sections("en/words.txt") {
		var all []string
		for _, line := range list {
			for _, w := range strings.Split(line, ",") {
				all = append(all, strings.TrimSpace(w))
			}
		}
		x.words[name] = newWordSet(all)
		for _, w := range all {
			if w != "" {
				x.runs[name] = append(x.runs[name], strings.Fields(w))
			}
		}
		slices.SortStableFunc(x.runs[name], func(a, b []string) int { return len(b) - len(a) })
	}
	x.readMoves()
	x.readVerbs()
	x.readNouns()
	x.readIssues()
	return x
})

// rows are the lines of a tab-separated list without comments, cut into fields.
func rows(name string, fields int) [][]string {
	var out [][]string
	for line := range strings.Lines(assets.Lexicon(name)) {
		line = strings.TrimRight(line, "\r\n ")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != fields {
			panic(fmt.Sprintf("assets: %s: the line %q has %d fields, not %d", name, line, len(f), fields))
		}
		for i := range f {
			if f[i] == "-" {
				f[i] = ""
			}
		}
		out = append(out, f)
	}
	return out
}

func percent(name, s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 100 {
		panic(fmt.Sprintf("assets: %s: %q is not a likelihood from 0 to 100", name, s))
	}
	return n
}

func (x *lexicon) readMoves() {
	const name = "en/moves.tsv"
	x.moves = map[string][]*move{}
	for _, f := range rows(name, 7) {
		words := strings.Fields(f[0])
		m := &move{object: f[2], stance: f[3], event: f[4], position: percent(name, f[5]), happening: percent(name, f[6])}
		if f[1] != "*" {
			m.complements = newWordSet(strings.Split(f[1], ","))
			if m.complements.has("*") {
				m.complements = nil
			}
		}
		for _, w := range words[1:] {
			m.pattern = append(m.pattern, patternWord{words: newWordSet(strings.Split(w, "|")), gap: w == "…"})
		}
		x.moves[words[0]] = append(x.moves[words[0]], m)
	}
}

func (x *lexicon) readNouns() {
	const name = "en/nouns.tsv"
	x.nouns = map[string][]*nounMove{}
	for _, f := range rows(name, 6) {
		n := &nounMove{words: strings.Fields(f[0]), stance: f[2], event: f[3], position: percent(name, f[4]), happening: percent(name, f[5])}
		if f[1] != "" {
			n.links = newWordSet(strings.Split(f[1], ","))
		}
		last := n.words[len(n.words)-1]
		x.nouns[last] = append(x.nouns[last], n)
	}
	for _, list := range x.nouns { // the longer phrase first
		for i := 1; i < len(list); i++ {
			for j := i; j > 0 && len(list[j].words) > len(list[j-1].words); j-- {
				list[j], list[j-1] = list[j-1], list[j]
			}
		}
	}
}

func (x *lexicon) readVerbs() {
	x.verbs = map[string]verbWord{}
	var nouns, never []string
	for line := range strings.Lines(assets.Lexicon("en/verbs.tsv")) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0 || f[0] == "#":
		case f[0] == "noun:":
			nouns = append(nouns, f[1:]...)
		case f[0] == "regular:":
			for _, w := range f[1:] {
				x.addVerb(w, "", "")
			}
		case f[0] == "only-noun:":
			never = append(never, f[1:]...)
		case len(f) >= 3:
			x.addVerb(f[0], f[1], f[2])
		default:
			x.addVerb(f[0], "", "")
		}
	}
	for lemma := range x.moves {
		if x.verbs[lemma].forms == 0 {
			x.addVerb(lemma, "", "")
		}
	}
	for _, noun := range nouns {
		for _, w := range []string{noun, third(noun)} {
			if v, ok := x.verbs[w]; ok {
				v.noun = true
				x.verbs[w] = v
			}
		}
	}
	for _, w := range never {
		delete(x.verbs, w)
	}
}

// addVerb enters a verb with all its forms; past and part are empty where the
// verb is regular. A form of two verbs ("found", "lay") stays with the first.
func (x *lexicon) addVerb(lemma, past, part string) {
	spellings := []string{lemma}
	if s, ok := strings.CutSuffix(lemma, "ise"); ok {
		spellings = append(spellings, s+"ize")
	}
	if s, ok := strings.CutSuffix(lemma, "avour"); ok {
		spellings = append(spellings, s+"avor")
	}
	for _, base := range spellings {
		x.addForm(base, lemma, baseForm)
		x.addForm(third(base), lemma, thirdForm)
		for _, stem := range stems(base) {
			if past == "" {
				x.addForm(stem+"ed", lemma, pastForm|pastPart)
			}
			x.addForm(stem+"ing", lemma, ingForm)
		}
		if past != "" {
			x.addForm(past, lemma, pastForm)
			x.addForm(part, lemma, pastPart)
		}
	}
}

func (x *lexicon) addForm(form, lemma string, bits verbForm) {
	v := x.verbs[form]
	if v.lemma != "" && v.lemma != lemma {
		return
	}
	v.lemma = lemma
	v.forms |= bits
	x.verbs[form] = v
}

func third(base string) string {
	switch {
	case base == "be":
		return "is"
	case base == "have":
		return "has"
	case strings.HasSuffix(base, "y") && len(base) > 1 && !isVowel(base[len(base)-2]):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "x"), strings.HasSuffix(base, "z"),
		strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "o"):
		return base + "es"
	}
	return base + "s"
}

// stems are what "ed" and "ing" are added to; both spellings where English has
// two ("travelled", "traveled").
func stems(base string) []string {
	n := len(base)
	last := base[n-1]
	switch {
	case strings.HasSuffix(base, "ie"):
		return []string{base[:n-1], base[:n-2] + "y"}
	case strings.HasSuffix(base, "ee"), strings.HasSuffix(base, "oe"), strings.HasSuffix(base, "ye"):
		return []string{base, base[:n-1]} // "agreeing", "agreed"
	case last == 'e' && n > 2:
		return []string{base[:n-1]}
	case last == 'y' && n > 1 && !isVowel(base[n-2]):
		return []string{base[:n-1] + "i", base}
	case n > 2 && !isVowel(last) && isVowel(base[n-2]) && !isVowel(base[n-3]) && last != 'w' && last != 'x' && last != 'y':
		return []string{base, base + string(last)}
	}
	return []string{base}
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// lemmaOf is the base form of a word: of the verb where it is one, else the
// singular of a noun.
func (x *lexicon) lemmaOf(lower string) string {
	if v, ok := x.verbs[lower]; ok {
		return v.lemma
	}
	return singular(lower)
}

// singular is a noun without the ending of its plural.
func singular(s string) string {
	switch {
	case len(s) < 4 || !strings.HasSuffix(s, "s") || strings.HasSuffix(s, "ss") || strings.HasSuffix(s, "us") || strings.HasSuffix(s, "is"):
		return s
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "xes"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"):
		return s[:len(s)-2]
	}
	return s[:len(s)-1]
}
