package extract

import (
	"slices"
	"strings"
)

// nounEvents are events told by a noun with its own day, venue or parties: "the
// February 2020 pact", "their talks in Geneva", "Tuesday's announcement".
func (r *reading) nounEvents(s int, told []statement) []statement {
	st := &r.sentences[s]
	var out []statement
	for i := st.first; i < st.last; i++ {
		n := r.nounAt(i)
		if n == nil || n.event == "" || n.happening == 0 || r.calledOff(i) || r.tag(i+1) == tagNoun && r.nounAt(i+1) != nil {
			continue
		}
		first, last := r.eventPhrase(i, len(n.words), st)
		if first == i && strings.HasSuffix(r.tokens[i].lower, "ing") && r.is(i-1, "from", "without", "of", "for", "before") && !r.is(i+1, "of", "in", "with") {
			continue // "kept them from meeting"
		}
		if (r.purpose(first-1) || r.purpose(first)) && !slices.ContainsFunc(r.tags[first:last], func(t wordTag) bool { return t == tagDate }) {
			continue
		}
		if slices.ContainsFunc(told, func(e statement) bool { return e.first <= i && i < e.last && e.event == n.event }) {
			continue
		}
		e := statement{sentence: s, first: first, last: last, behalf: -1, event: n.event, status: "happened", voice: r.voiceAt[i], date: -1, verb: i,
			base: n.happening, group: -1, rule: "noun", noun: r.tokens[i].lower, objFirst: first, objLast: last}
		for d := first; d < last; d++ {
			if r.date[d] >= 0 {
				e.date = r.date[d]
			}
		}
		if e.date < 0 && r.is(first-1, "during", "at") && !r.vagueNoun(first, i) {
			e.date = r.dateFor(first, last, i, false)
		}
		if e.date < 0 && r.vagueNoun(first, i) {
			continue
		}
		e.actors = r.actorsIn(first, last)
		venue := r.venueIn(i+1, last)
		definite := r.is(first, "the", "these", "those", "this", "his", "her", "their", "its") || r.tag(r.mentionEnd(first)) == tagPoss
		lead := s < 3 && definite && len(e.actors) > 0
		if e.date < 0 && !venue && len(e.actors) < 2 && !lead {
			continue
		}
		if e.date < 0 && !definite && !r.occasion(first-1) {
			continue
		}
		e.sign(lead, signLead)
		e.sign(e.date >= 0 && r.doneIn(i+1, last), signDone)
		if future := r.futureNoun(first, i) || r.futureNoun(i+1, last); future {
			e.status = "planned"
		}
		e.sign(e.date >= 0, signDated)
		e.sign(len(e.actors) > 0, signActors)
		e.sign(len(e.actors) == 0, signNobody)
		e.sign(venue, signVenue)
		e.sign(e.date < 0, signUndatedNoun)
		e.sign(e.voice >= 0 && r.tokens[i].quoted, signQuoted)
		e.sign(r.occasion(first-1), signOccasion)
		out = append(out, e)
		i = last - 1
	}
	return out
}

// eventPhrase is the noun phrase around an event's noun: what stands before it,
// and the phrases with "in", "with", "of", "held in" that follow.
func (r *reading) eventPhrase(i, words int, s *sentence) (first, last int) {
	first = i - words + 1
	for first > s.first && i-first < 12 {
		switch t := r.tags[first-1]; {
		case t == tagNoun, t == tagName, t == tagNum, t == tagDate, t == tagPoss, t == tagDet, t == tagPron && r.mention[first-1] >= 0:
			first--
			continue
		case t == tagConj && r.is(first-1, "and") && r.tag(first-2) == tagPoss:
			first--
			continue
		}
		break
	}
	last = i + 1
	for last < s.last {
		switch t := r.tags[last]; {
		case t == tagPrep && r.is(last, "in", "with", "of", "between", "on", "at", "against", "by", "to", "among", "over"), t == tagDate, t == tagName, t == tagNoun, t == tagDet, t == tagNum, t == tagPoss,
			t == tagConj && r.is(last, "and") && r.nameAt(last+1), t == tagPunct && r.listOfNames(i, last, s.last), t == tagVerb && r.in(last, "done") && (r.tag(last+1) == tagPrep || r.tag(last+1) == tagDate):
			last++
			continue
		}
		break
	}
	for last > i+1 && (r.tags[last-1] == tagPrep || r.tags[last-1] == tagDet || r.tags[last-1] == tagVerb) {
		last--
	}
	return first, last
}

// nameAt reports whether a name begins at i, with or without an article.
func (r *reading) nameAt(i int) bool {
	return r.tag(i) == tagName || r.tag(i) == tagDet && r.tag(i+1) == tagName
}

// listOfNames reports whether the comma at i goes on with the parties of the event
// whose noun stands at the token noun: "talks between Egypt, Sudan and Ethiopia".
func (r *reading) listOfNames(noun, i, end int) bool {
	if r.tokens[i].text != "," || !r.nameAt(i+1) {
		return false
	}
	parties := false
	for k := noun + 1; k < i; k++ {
		parties = parties || r.is(k, "between", "among")
	}
	for k := i + 1; parties && k < min(end, i+9); k++ {
		switch {
		case r.is(k, "and") && r.nameAt(k+1):
			return true
		case r.tags[k] != tagName && r.tags[k] != tagDet && r.tokens[k].text != ",":
			return false
		}
	}
	return false
}

// purpose reports whether the word at i says what is wanted for the event behind
// it: "aimed at ending their trade war".
func (r *reading) purpose(i int) bool {
	return r.is(i, "ending", "averting", "avoiding", "preventing", "stopping", "resolving") && r.is(i-1, "at", "of", "for", "toward", "towards") ||
		r.is(i, "end", "avert", "avoid", "prevent", "stop", "resolve") && r.is(i-1, "to")
}

func (r *reading) mentionEnd(i int) int {
	if m := r.mention[i]; m >= 0 {
		return r.mentions[m].last
	}
	return i + 1
}

// venueIn reports whether a place behind "in" or "at" is named.
func (r *reading) venueIn(first, last int) bool {
	for i := first; i+1 < last; i++ {
		if r.is(i, "in", "at") && (r.tags[i+1] == tagName || r.tags[i+1] == tagDet && i+2 < last && r.tags[i+2] == tagName) {
			return true
		}
	}
	return false
}

// occasion reports whether the word at i introduces an event as one that took
// place: "during", "after", "following".
func (r *reading) occasion(i int) bool {
	return r.is(i, "during", "after", "following", "since", "before", "at")
}

// vagueNoun reports whether a noun phrase speaks of no one event: "ongoing
// negotiations", "any agreement".
func (r *reading) vagueNoun(first, noun int) bool {
	for i := first; i < noun; i++ {
		if r.is(i, "ongoing") && r.lex.words["gatherings"].has(r.bare[noun]) || r.is(i, "future", "possible", "potential", "any", "eventual", "no", "further", "new", "more", "such", "another", "every", "continued") {
			return true
		}
	}
	return false
}

// doneIn reports whether a participle says how the event of a noun came about:
// "a truce signed last March".
func (r *reading) doneIn(first, last int) bool {
	for i := first; i < last; i++ {
		if r.tags[i] == tagVerb && r.in(i, "done") {
			return true
		}
	}
	return false
}

func (r *reading) futureNoun(first, noun int) bool {
	for i := first; i < noun; i++ {
		if r.in(i, "to-come") {
			return true
		}
	}
	return false
}
