package extract

import (
	"strings"
	"sync"

	"demarche/assets"
)

// phraseSet is a set of phrases of one or more words, for look-up in tokens.
type phraseSet struct {
	longest map[string]int // by the first word, words in the longest phrase
	set     wordSet
}

func newPhraseSet(lists ...[]string) phraseSet {
	p := phraseSet{longest: map[string]int{}, set: wordSet{}}
	for _, list := range lists {
		for _, phrase := range list {
			words := foldedWords(phrase)
			if len(words) == 0 {
				continue
			}
			p.set[strings.Join(words, " ")] = struct{}{}
			p.longest[words[0]] = max(p.longest[words[0]], len(words))
		}
	}
	return p
}

// foldedWords are the tokens of a phrase, folded.
func foldedWords(phrase string) []string {
	var words []string
	for part := range strings.FieldsSeq(phrase) {
		if strings.HasSuffix(part, ".") { // an abbreviation, known as one only with its capital
			words = append(words, fold(part))
			continue
		}
		for _, t := range tokenize(part, englishSegments()) {
			words = append(words, t.lower)
		}
	}
	return words
}

// at is the length in tokens of the longest phrase that begins at i and ends
// before end, 0 where there is none.
func (p phraseSet) at(tokens []token, i, end int) int {
	for n := min(p.longest[tokens[i].lower], end-i); n > 0; n-- {
		if n == 1 {
			if p.set.has(tokens[i].lower) {
				return 1
			}
			return 0
		}
		if p.set.has(joinLower(tokens[i : i+n])) {
			return n
		}
	}
	return 0
}

func joinLower(tokens []token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.lower
	}
	return strings.Join(words, " ")
}

// actorWords are the word lists that the search for actors and attribution work with.
type actorWords struct {
	honorific, title, modifier, people, institution, assembly         phraseSet
	unnamed, expert, group, country, pair                             phraseSet
	common, opening, organisation, organ, bystander, afterplace, deed wordSet
	locative, direction, particle, given                              wordSet
	determiner, loose, task, assembled, creed, impersonal, raising    wordSet
	labour, firm                                                      wordSet
	say, act                                                          map[string]string // form → base form
	belongs                                                           map[string]string // title → id of what its bearer belongs to
}

// englishActorWords are the lists for English, read once.
var englishActorWords = sync.OnceValue(func() *actorWords {
	r := assets.Sections("en/roles.txt")
	n := assets.Sections("en/names.txt")
	v := assets.Sections("en/saying.txt")
	phrases := func(section string) phraseSet { return newPhraseSet(splitItems(r[section])) }
	words := func(section string) wordSet { return newWordSet(splitItems(n[section])) }
	w := &actorWords{
		honorific: phrases("honorific"), title: phrases("title"), modifier: phrases("modifier"), people: phrases("people"),
		institution: phrases("institution"), assembly: phrases("assembly"), unnamed: phrases("unnamed"), expert: phrases("expert"),
		group: phrases("group"), country: phrases("country"), pair: phrases("pair"),
		common: words("common"), opening: words("opening"), organisation: words("organisation"), organ: words("organ"), bystander: words("bystander"),
		afterplace: words("afterplace"), deed: words("deed"), locative: words("locative"), direction: words("direction"),
		particle: words("particle"), given: words("given"),
		say: verbForms(splitItems(v["say"])), act: verbForms(splitItems(v["act"])),
		determiner: newWordSet(splitItems(r["determiner"])), loose: newWordSet(splitItems(r["loose"])), task: newWordSet(splitItems(r["task"])),
		assembled: words("assembled"), creed: words("creed"), impersonal: words("impersonal"), raising: words("raising"), labour: newWordSet(splitItems(r["labour"])), firm: newWordSet(splitItems(r["firm"])),
		belongs: map[string]string{},
	}
	for _, s := range splitItems(r["belongs"]) {
		title, id, _ := strings.Cut(s, "=")
		w.belongs[title] = id
	}
	return w
})

// splitItems parts lines of items with commas between them.
func splitItems(lines []string) []string {
	var out []string
	for _, line := range lines {
		out = append(out, items(line)...)
	}
	return out
}

// verbForms maps every form of the verbs to the base form. A verb is given as
// its base, or with its irregular forms as "base/past/participle"; of a verb of
// several words the first is taken.
func verbForms(verbs []string) map[string]string {
	forms := map[string]string{}
	for _, v := range verbs {
		parts := strings.Split(v, "/")
		base, _, _ := strings.Cut(parts[0], " ")
		put := func(form string) {
			if _, taken := forms[form]; !taken {
				forms[form] = base
			}
		}
		put(base)
		put(presentOf(base))
		for _, f := range parts[1:] {
			put(f)
		}
		stem := strings.TrimSuffix(base, "e")
		put(stem + "ing")
		if len(parts) == 1 {
			put(pastOf(base))
		}
		if last := base[len(base)-1]; strings.IndexByte("bdgmnpt", last) >= 0 && !strings.HasSuffix(base, "en") {
			put(base + string(last) + "ing")
			if len(parts) == 1 {
				put(base + string(last) + "ed")
			}
		}
	}
	return forms
}

// presentOf is the third person of a verb.
func presentOf(base string) string {
	switch {
	case endsInConsonantY(base):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "x"), base == "go", base == "veto", base == "do":
		return base + "es"
	}
	return base + "s"
}

// pastOf is the past of a regular verb.
func pastOf(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case endsInConsonantY(base):
		return base[:len(base)-1] + "ied"
	}
	return base + "ed"
}

func endsInConsonantY(s string) bool {
	return len(s) > 2 && s[len(s)-1] == 'y' && strings.IndexByte("aeiou", s[len(s)-2]) < 0
}
