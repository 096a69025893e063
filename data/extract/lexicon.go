package extract

import "strings"

// wordSet is a set of words, for look-up.
type wordSet map[string]struct{}

func newWordSet(lists ...[]string) wordSet {
	set := wordSet{}
	for _, list := range lists {
		for _, w := range list {
			set[w] = struct{}{}
		}
	}
	return set
}

func (s wordSet) has(w string) bool {
	_, found := s[w]
	return found
}

// folder makes typographic apostrophes and hyphens plain.
var folder = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "‐", "-", "‑", "-")

// fold is s in lower case with plain apostrophes and hyphens, the form in which
// word lists are written.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c >= 'A' && c <= 'Z' {
			return folder.Replace(strings.ToLower(s))
		}
	}
	return s
}
