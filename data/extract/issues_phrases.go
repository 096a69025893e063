package extract

import "strings"

// phrase is a run of word patterns: "+nuclear", "enrich*", "end of the war".
type phrase struct {
	words  []string // base forms; a last "*" stands for any ending
	weight int
	value  int // what the owner of the set wants to know of it
}

// phrases is a set of phrases that is looked up by first words.
type phrases struct {
	byWord map[string][]phrase
	stems  map[string][]phrase // by the first four letters, for "enrich*"
}

func newPhrases() *phrases {
	return &phrases{byWord: map[string][]phrase{}, stems: map[string][]phrase{}}
}

// add enters a phrase as a word list writes it.
func (p *phrases) add(text string, value int) {
	ph := phrase{weight: 2, value: value}
	if rest, ok := strings.CutPrefix(text, "+"); ok {
		text, ph.weight = rest, 4
	}
	for _, w := range strings.Fields(text) {
		ph.words = append(ph.words, singular(fold(w)))
	}
	if len(ph.words) == 0 {
		return
	}
	ph.weight += 2 * (len(ph.words) - 1)
	first := ph.words[0]
	if len(ph.words) == 1 && strings.HasSuffix(first, "*") {
		ph.words[0] = strings.TrimSuffix(first, "*")
		key := ph.words[0][:min(4, len(ph.words[0]))]
		p.stems[key] = append(p.stems[key], ph)
		return
	}
	p.byWord[first] = append(p.byWord[first], ph)
}

// at calls found for every phrase that begins at token i of bare, the words of
// the text in the singular, with the number of its words.
func (p *phrases) at(bare []string, i int, found func(ph phrase, n int)) {
	w := bare[i]
	for _, ph := range p.byWord[w] {
		if i+len(ph.words) <= len(bare) && matches(bare[i:], ph.words) {
			found(ph, len(ph.words))
		}
	}
	if len(w) >= 4 {
		for _, ph := range p.stems[w[:4]] {
			if strings.HasPrefix(w, ph.words[0]) {
				found(ph, 1)
			}
		}
	}
}

func matches(bare, words []string) bool {
	for k, w := range words {
		if bare[k] != w {
			return false
		}
	}
	return true
}
