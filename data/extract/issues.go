package extract

import (
	"slices"
	"strings"
)

// lexicalIssue is a line of issues.tsv, or an issue of the case.
type lexicalIssue struct {
	name  string
	place bool // a place named in the proposal makes a finer issue
}

func (x *lexicon) readIssues() {
	x.topics = newPhrases()
	for _, f := range rows("en/issues.tsv", 3) {
		for _, k := range strings.Split(f[2], "|") {
			x.topics.add(k, len(x.issues))
		}
		x.issues = append(x.issues, lexicalIssue{name: f[0], place: f[1] == "place"})
	}
	for _, f := range rows("en/topics.tsv", 1) {
		x.topics.add(f[0], -1)
	}
}

// markTopics marks the words that are about something negotiable, and for which
// issue they speak how loudly.
func (r *reading) markTopics() {
	n := len(r.tokens)
	r.topical = make([]bool, n)
	r.issueOf, r.issueWt = make([]int32, n), make([]int8, n)
	for i := range r.issueOf {
		r.issueOf[i] = -1
	}
	found := func(i int) func(ph phrase, n int) {
		return func(ph phrase, n int) {
			if n == 1 && ph.weight <= 2 && r.inName(i) {
				return
			}
			for k := i; k < i+n; k++ {
				r.topical[k] = true
			}
			if ph.value >= 0 && (int8(ph.weight) > r.issueWt[i] || ph.value >= len(r.lex.issues)) {
				r.issueOf[i], r.issueWt[i] = int32(ph.value), int8(ph.weight)
			}
		}
	}
	for i := range r.tokens {
		r.lex.topics.at(r.bare, i, found(i))
		if r.known != nil {
			r.known.at(r.bare, i, found(i))
		}
		if j := strings.LastIndexByte(r.bare[i], '-'); j > 0 && !r.topical[i] { // "U.S.-proposed", "ceasefire-related"
			for _, part := range strings.Split(r.bare[i], "-") {
				r.lex.topics.at([]string{part}, 0, func(phrase, int) { r.topical[i] = true })
			}
		}
	}
}

// inName reports whether a capitalised word is part of a longer name, in prose:
// the "Union" of "Union of Municipalities" is nobody's pay dispute.
func (r *reading) inName(i int) bool {
	capital := func(k int) bool {
		t := r.tokens[k].text
		return t != "" && t[0] >= 'A' && t[0] <= 'Z'
	}
	s := &r.sentences[r.tokens[i].sentence]
	if !capital(i) || i == s.first || s.heading || r.tokens[i].text == strings.ToUpper(r.tokens[i].text) {
		return false
	}
	return capital(i-1) && i-1 > s.first || i+2 < s.last && r.is(i+1, "of") && capital(i+2)
}

// issueFor names the issue of a proposal: what most of its words speak for, the
// words of the wider passage counting less. Nothing known: a short noun phrase
// of the proposal itself.
//
// It is false where the passage itself names no issue that is known.
func (r *reading) issueFor(first, last, wideFirst, wideLast int) (string, bool) {
	score := make([]int, len(r.issues))
	add := func(a, b, times int) {
		for i := a; i < b; i++ {
			if k := r.issueOf[i]; k >= 0 {
				score[k] += int(r.issueWt[i]) * times
				if int(k) >= len(r.lex.issues) { // of the case
					score[k] += 100
				}
			}
		}
	}
	add(first, last, 3)
	if slices.Max(score) == 0 {
		add(wideFirst, wideLast, 1)
	}
	known := slices.Max(score) > 0
	if !known {
		s := &r.sentences[r.tokens[wideFirst].sentence]
		add(s.first, s.last, 1)
	}
	best, most := -1, 0
	for k, n := range score {
		if n > most {
			best, most = k, n
		}
	}
	if best < 0 {
		return r.shortPhrase(first, last), false
	}
	issue := r.issues[best]
	if issue.place {
		if p := r.placeIn(first, last); p != "" {
			return issue.name + ": " + p, known
		}
	}
	return issue.name, known
}

// placeIn is the first proper name among the tokens that is no actor.
func (r *reading) placeIn(first, last int) string {
	for i := first; i < last; i++ {
		if r.tags[i] != tagName {
			continue
		}
		if m := r.mention[i]; m >= 0 && (r.mentions[m].actor < 0 || !r.actors[r.mentions[m].actor].place) {
			continue
		}
		if m := r.mention[i]; m < 0 && i > 0 && r.tags[i-1] == tagPunct && r.tokens[i-1].text != "," {
			continue // the first word of a quotation or sentence
		}
		end := i + 1
		for end < last && end < i+4 && r.tags[end] == tagName && r.mention[end] == r.mention[i] {
			end++
		}
		return r.text[r.tokens[i].start:r.tokens[end-1].end]
	}
	return ""
}

// shortPhrase is a noun phrase of the proposal to name its issue by.
func (r *reading) shortPhrase(first, last int) string {
	for i := first; i < last; i++ {
		if r.tags[i] != tagNoun || r.mention[i] >= 0 || len(r.tokens[i].text) < 4 {
			continue
		}
		end := i + 1
		for end < last && end < i+3 && r.tags[end] == tagNoun {
			end++
		}
		return capitalised(r.text[r.tokens[i].start:r.tokens[end-1].end])
	}
	return "Other"
}
