package extract

import (
	"strings"

	"demarche/data"
)

// proposal is what a position is about, in the text's own words, short. Where
// they only point ("that demand"), what they point at stands behind in brackets.
func (r *reading) proposal(s *statement) string {
	t := r.proposalWords(s)
	if s.refers != "" && !strings.Contains(t, s.refers) {
		t = strings.TrimSuffix(t, "…") + " (" + s.refers + ")"
	}
	return clip(t)
}

func (r *reading) proposalWords(s *statement) string {
	first, last := s.objFirst, min(s.objLast, s.last)
	if s.objFirst >= s.objLast || last <= first {
		first, last = s.first, s.last
	}
	if s.stance == string(data.Conditional) && last <= s.verb {
		last = s.last // "the offer would not stay open": what stands before the verb is not all
	}
	if s.condition != "" {
		for i := first + 4; i < last; i++ {
			if strings.HasPrefix(s.condition, r.tokens[i].text) && strings.HasPrefix(s.condition, r.words(i, min(i+2, last))) {
				last = i
				break
			}
		}
	}
	last = r.firstThought(first, last)
	t := unquoted(r.plain(first, last, func(d int) bool { return d == s.date }))
	if r.is(first-1, "to") && r.tag(first-2) == tagNeg && t != "" {
		t = r.tokens[first-2].lower + " to " + t // "the decision not to sign"
	}
	if subject := r.subjectBefore(first); subject != "" && t != "" {
		t = subject + " " + t
	}
	if t == "" {
		t = r.words(s.first, s.last)
	}
	return t
}

// firstThought is where a second thought begins that makes a proposal too long
// for a bar: a comma or dash with a clause behind it, or late enough.
func (r *reading) firstThought(first, last int) int {
	for i := first + 1; i < last; i++ {
		switch r.tokens[i].text {
		case ";", "—", ":":
			if i > first+1 {
				return i
			}
		case "–", "-":
			if r.tokens[i].start > r.tokens[i-1].end && i+1 < last && r.tokens[i+1].start > r.tokens[i].end {
				return i
			}
		case ",":
			if i >= first+6 || i > first+1 && i+1 < last && r.newThought(i+1) {
				return i
			}
		}
	}
	return last
}

// newThought reports whether the token behind a comma begins a clause of its own.
func (r *reading) newThought(i int) bool {
	switch r.tags[i] {
	case tagVerb, tagSub, tagConj, tagAdv:
		return true
	case tagDet: // "…, a point that they call a red line"
		return r.tag(i+1) == tagNoun && r.lex.words["pointed"].has(r.bare[i+1])
	case tagPrep:
		return r.in(i, "loose-subordinators") || r.is(i, "in") && r.is(i+1, "what") || r.is(i, "with", "without", "despite", "amid", "including")
	}
	return false
}

// unquoted takes the quotation marks off a text that stands in them as a whole,
// and those that lost their pair.
func unquoted(s string) string {
	s = strings.Trim(s, " ,")
	if inner := strings.Trim(s, "“”\""); !strings.ContainsAny(inner, "“”\"") {
		return strings.Trim(inner, " ,")
	}
	return strings.Trim(wholeQuotes(s), " ,")
}

// wholeQuotes drops quotation marks that lost their pair.
func wholeQuotes(s string) string {
	if strings.Count(s, "\"")%2 == 1 {
		s = strings.ReplaceAll(s, "\"", "")
	}
	if strings.Count(s, "“") != strings.Count(s, "”") {
		s = strings.NewReplacer("“", "", "”", "").Replace(s)
	}
	return s
}

// resolve looks up what a proposal only points at: "it", "such guarantees",
// "the proposal". before are the positions that the text told until here.
func (r *reading) resolve(s *statement, before []statement) {
	first, last := s.objFirst, min(s.objLast, len(r.tokens))
	for first < last && (isQuoteMark(r.tokens[first].text) || r.tags[first] == tagAdv || r.tags[first] == tagVerb && first == s.objFirst && r.tag(first-1) == tagTo) {
		first++ // "to sign such a deal"
	}
	if first >= last || s.objLast-s.objFirst > 14 || s.rule == "modal" {
		return
	}
	if r.in(first, "pointers") && !r.headed(first, last) {
		switch r.tag(first + 1) {
		case tagVerb, tagModal, tagBe, tagHave:
			return // "that it stay open": the subject of a clause
		}
		s.refers = r.lastProposal(s, before, 1, "")
		return
	}
	head := r.pointedNoun(first, last)
	if head < 0 {
		return
	}
	if s.refers = r.namedBefore(head, s); s.refers == "" {
		s.refers = r.lastProposal(s, before, 2, r.bare[head])
	}
}

// headed reports whether a pronoun like "this" stands before a noun of its own.
func (r *reading) headed(first, last int) bool {
	return first+1 < last && !r.is(first, "it", "them", "so") && (r.tags[first+1] == tagNoun || r.tags[first+1] == tagName || r.tags[first+1] == tagNum)
}

// pointedNoun is the head of a phrase that says no more than "the plan", "such
// guarantees", "that demand"; -1 where it says what it is about.
func (r *reading) pointedNoun(first, last int) int {
	head := -1
	if r.is(first, "a", "an", "any", "all", "no", "every", "some", "more", "another", "new", "several") || r.tags[first] != tagDet && r.tags[first] != tagName && !r.in(first, "pointed") && !r.is(first, "that") {
		return -1
	}
	for i := first; i < last && i < first+8; i++ {
		switch t := r.tags[i]; {
		case t == tagDet || t == tagPoss || t == tagAdv || t == tagDate || t == tagName || isQuoteMark(r.tokens[i].text) || t == tagSub && i == first:
		case t == tagNoun:
			head = i
		case t == tagPrep || t == tagTo:
			if head < 0 || !r.is(i, "as", "after", "at", "because", "during") {
				return -1
			}
			i = last
		default:
			i = last
		}
	}
	if head < 0 || !r.lex.words["pointed"].has(r.bare[head]) || r.issueOf[head] >= 0 && !r.is(first, "such", "these", "those", "that", "this") {
		return -1
	}
	for i := first; i < head; i++ { // "the ceasefire proposal" says it
		if r.tags[i] == tagNoun && r.topical[i] {
			return -1
		}
	}
	return head
}

// namedBefore is what the same noun said when it was told with its content, in
// the sentences right before: "a plan for joint patrols … the plan".
func (r *reading) namedBefore(head int, s *statement) string {
	floor := r.sentences[max(0, s.sentence-3)].first
	for i := min(head, s.first) - 1; i > floor; i-- {
		if r.bare[i] != r.bare[head] || r.tags[i] != tagNoun {
			continue
		}
		st := &r.sentences[r.tokens[i].sentence]
		if link := i + 1; link+1 < st.last && (r.tags[link] == tagTo || r.is(link, "for", "to", "that", "of")) && r.mention[link+1] < 0 {
			return r.short(link+1, r.nounEnd(link, st))
		}
		if j := i - 1; j > st.first && r.tags[j] == tagNoun && r.topical[j] { // "security guarantees"
			return r.short(j, i+1)
		}
	}
	return ""
}

// lastProposal is the proposal of the position told last, not further back than
// so many sentences, by another side where an answer is given to it.
func (r *reading) lastProposal(s *statement, before []statement, back int, noun string) string {
	for n := len(before) - 1; n >= 0 && n >= len(before)-6; n-- {
		o := &before[n]
		if s.sentence-o.sentence > back || o.first >= s.first || o.refers != "" && o.refers == s.refers {
			continue
		}
		if o.group >= 0 && o.group == s.group || r.side(o.actors[0]) == r.side(s.actors[0]) && noun != "" {
			continue
		}
		if (noun == "demand" || noun == "call" || noun == "request" || noun == "condition") && o.stance != "demands" && o.stance != "conditional" {
			continue
		}
		if o.refers != "" {
			return o.refers
		}
		return r.short(o.objFirst, min(o.objLast, o.last))
	}
	return ""
}

// short is the first thought of some tokens, for brackets.
func (r *reading) short(first, last int) string {
	if first >= last {
		return ""
	}
	const most = 60
	t := unquoted(r.plain(first, r.firstThought(first, last), func(int) bool { return false }))
	if len(t) > most {
		if cut := strings.LastIndexByte(t[:most], ' '); cut > 0 {
			t = strings.TrimRight(t[:cut], " ,;:—–-") + "…"
		}
	}
	return t
}
