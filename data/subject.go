package data

import (
	"slices"
	"strings"
)

// smallWords say nothing about what a proposal is about.
var smallWords = map[string]bool{
	"a": true, "an": true, "the": true, "to": true, "of": true, "for": true, "in": true, "on": true, "at": true,
	"by": true, "with": true, "from": true, "into": true, "and": true, "or": true, "as": true, "its": true,
	"their": true, "his": true, "her": true, "be": true, "is": true, "are": true, "was": true, "were": true,
	"will": true, "would": true, "should": true, "must": true, "that": true, "this": true, "it": true, "any": true,
}

// subjectOf is what a proposal is about, for comparing: its words without small
// ones and endings, in alphabetical order. "Ceding the Donbas" and "cede Donbas"
// are the same subject.
func subjectOf(proposal string) string {
	words := strings.FieldsFunc(FoldName(proposal), func(r rune) bool { return strings.ContainsRune(" ;:,()/!?", r) })
	kept := words[:0]
	for _, w := range words {
		if !smallWords[w] {
			kept = append(kept, stem(w))
		}
	}
	slices.Sort(kept)
	return strings.Join(slices.Compact(kept), " ")
}

// subjectMemo remembers the subjects of proposals that come again and again.
type subjectMemo map[string]string

func (m subjectMemo) of(proposal string) string {
	s, ok := m[proposal]
	if !ok {
		s = subjectOf(proposal)
		m[proposal] = s
	}
	return s
}

// stem takes the commonest English endings off; other languages keep theirs.
func stem(w string) string {
	for _, end := range [...]string{"ing", "ed", "es", "s", "e"} {
		if short, ok := strings.CutSuffix(w, end); ok && len(short) >= 3 {
			return short
		}
	}
	return w
}
