package extract

import "strings"

// tense is the time of the clause that a date stands in.
type tense uint8

const (
	tenseUnknown tense = iota
	tensePast
	tenseFuture
)

// clauseReach is how many words are searched for a verb on each side.
const clauseReach = 40

// tenseAt is the tense of the clause that governs the words [first, last). The
// nearest verb before decides ("will meet on Friday"); where the date stands at
// the head of its clause, the nearest behind ("On Friday, the two met").
func (m *dateMatcher) tenseAt(first, last int) tense {
	head, preposition := first, ""
	if m.in(head-1, "preposition") && m.sameSentence(head-1, head) {
		head--
		preposition = m.text(head)
	}
	switch preposition {
	case "since":
		return tensePast
	case "until", "till", "through":
		return m.tenseUntil(head, last)
	case "starting", "beginning":
		if !m.opensClause(head) {
			return tenseFuture
		}
	case "of", "for":
		if m.text(head-1) == "ahead" || m.text(head-1) == "deadline" {
			return tenseFuture
		}
	}
	if m.text(head-1) == "to" && m.movedTo(head) {
		return tenseFuture
	}
	if t, found := m.tenseOfAppointment(head, last); found {
		return t
	}
	if m.startsTerm(head, first, preposition) {
		return tenseUnknown
	}
	if m.opensClause(head) || m.text(last) == "'s" && preposition == "" {
		if t := m.tenseBehind(last); t != tenseUnknown {
			return t
		}
	}
	if m.in(head-1, "setters") && (m.text(last) == "as" || m.text(last) == "a") {
		return tenseFuture
	}
	t := m.tenseBefore(head)
	if preposition == "by" && t == tensePast && !m.perfectBefore(head) {
		return tenseFuture
	}
	if t == tenseUnknown && preposition == "by" {
		return tenseFuture
	}
	if t == tenseUnknown {
		t = m.tenseBehind(last)
	}
	return t
}

// opensClause reports whether word i stands at the head of a clause.
func (m *dateMatcher) opensClause(i int) bool {
	if !m.sameSentence(i-1, i) {
		return true
	}
	switch m.text(i - 1) {
	case ",", ";", ":", "—", "–", "(", "“", "\"", "‘", "and", "but", "that":
		return true
	}
	return false
}

// startsTerm reports whether a day and month are the first of a term ("a truce
// from Dec. 24 to Jan. 2", "effective Aug. 3"), which may lie on either side.
func (m *dateMatcher) startsTerm(head, first int, preposition string) bool {
	if !m.isA(first, m.lex.month) && !m.isA(first, classDay) {
		return false
	}
	return preposition == "from" || m.text(head-1) == "effective" || m.text(head-1) == "as" && m.text(head-2) == "effective"
}

// tenseOfAppointment is the tense of a day that is a deadline: to come, unless
// it was missed. Of a month and day it is unknown: the nearest.
func (m *dateMatcher) tenseOfAppointment(head, last int) (tense, bool) {
	if m.text(last) == "'s" {
		last++
	}
	if !m.in(last, "appointment") {
		return tenseUnknown, false
	}
	for at := head - 1; at > head-6 && m.sameSentence(at, head); at-- {
		if m.in(at, "missed") {
			return tensePast, true
		}
	}
	if m.in(last+1, "missed") {
		return tensePast, true
	}
	if m.isA(last-1, m.lex.weekday) || m.isA(last-2, m.lex.weekday) {
		return tenseFuture, true
	}
	return tenseUnknown, true
}

// movedTo reports whether something was put off to the date at word i.
func (m *dateMatcher) movedTo(i int) bool {
	for at := i - 1; at > i-7 && m.sameSentence(at, i); at-- {
		if m.in(at, "movers") {
			return true
		}
	}
	return false
}

// tenseUntil is the tense of an end: what was extended lasts until a day to come.
func (m *dateMatcher) tenseUntil(head, last int) tense {
	for i := head - 1; i > head-6 && m.sameSentence(i, head); i-- {
		switch {
		case m.in(i, "duration-end"), m.in(i, "future"), m.in(i, "future-near"):
			return tenseFuture
		case m.in(i, "lasting"), m.text(i) == "was", m.text(i) == "were", m.text(i) == "had":
			return tensePast
		}
	}
	return tenseFuture
}

// tenseBefore searches backwards from word i for the verb that governs it.
func (m *dateMatcher) tenseBefore(i int) tense {
	infinitive, comma := false, false
	for at := i - 1; at >= 0 && at > i-clauseReach && m.sameSentence(at, i-1); at-- {
		switch text := m.text(at); {
		case text == ")":
			at = m.openingBracket(at) // what it holds tells nothing of the clause
		case text == ";" || text == "“" || text == "(" || text == "—":
			return tenseUnknown
		case text == ",":
			comma = true
		case !infinitive && (text == "after" || text == "following") && !m.anyVerb(at+1, i):
			return tensePast
		case text == "to" && !comma && m.text(at+1) == "be" && at+2 < i && m.pastVerb(at+2) && !m.anyVerb(at+3, i) && !m.in(at-1, "seeming"):
			return tenseFuture // "a draft to be finalised in March"
		case text == "to" && !comma && isLowerWord(m.text(at+1)) && !m.words[at+1].capital && m.infinitiveAt(at+1):
			infinitive = true
		case m.in(at, "neutral"):
			return tenseUnknown
		case m.futureAt(at) && m.overtaken(at):
			return tensePast
		case m.futureAt(at):
			return m.modalTense(at)
		case i-at <= 3 && m.in(at, "future-near") && m.in(at+1, "preposition"), i-at == 1 && m.in(at, "future-near"):
			return tenseFuture
		case infinitive && (m.in(at, "prospect") || m.isBe(at) && m.text(at+1) == "to"):
			return tenseFuture
		case m.pastVerb(at) && m.text(at-1) == "be":
			// "will be formed": the verb before "be" decides.
		case m.pastVerb(at) && (m.text(at-1) == "is" || m.text(at-1) == "are"):
			if m.text(i) == "for" {
				return tenseFuture // "is targeted for August"
			}
			return tenseUnknown
		case m.pastVerb(at):
			return tensePast
		}
	}
	return tenseUnknown
}

// promised reports whether a past verb with "to" makes the word at i look ahead:
// "agreed to return to the table on Sunday". Of yesterday, it is the day of the
// promise.
func (m *dateMatcher) promised(i int) bool {
	infinitive := false
	for at := i - 1; at >= 0 && at > i-clauseReach && m.sameSentence(at, i); at-- {
		switch text := m.text(at); {
		case text == "," || text == ";":
			return false
		case infinitive && m.in(at, "prospect"):
			return strings.HasSuffix(text, "ed") && !m.isBe(at-1)
		case m.futureAt(at):
			return false
		case text == "to":
			infinitive = true
		}
	}
	return false
}

// openingBracket is the word where the bracket that closes at word i opens, i
// itself where it does not open in the sentence.
func (m *dateMatcher) openingBracket(i int) int {
	for at := i - 1; at >= 0 && at > i-bracketReach && m.sameSentence(at, i); at-- {
		if m.text(at) == "(" {
			return at
		}
	}
	return i
}

// bracketReach is how many words a bracket inside a clause may hold.
const bracketReach = 8

// overtaken reports whether what was to come at word i was so before something
// that had happened: "had agreed to extend it just before it was due to expire".
func (m *dateMatcher) overtaken(i int) bool {
	if m.text(i-1) != "was" && m.text(i-1) != "were" {
		return false
	}
	before := false
	for at := i - 2; at >= 0 && at > i-clauseReach && m.sameSentence(at, i); at-- {
		switch m.text(at) {
		case "before":
			before = true
		case "had":
			return before
		}
	}
	return false
}

// anyVerb reports whether a verb whose tense is known stands among the words [i, j).
func (m *dateMatcher) anyVerb(i, j int) bool {
	for ; i < j; i++ {
		if m.pastVerb(i) || m.futureAt(i) {
			return true
		}
	}
	return false
}

// futureAt reports whether word i says that something is to come.
func (m *dateMatcher) futureAt(i int) bool {
	text := m.text(i)
	switch {
	case m.words[i].capital && m.sameSentence(i-1, i):
		return false
	case text == "due" && m.text(i+1) == "to":
		return i+2 < len(m.words) && m.infinitiveAt(i+2) && !m.words[i+2].capital
	case m.in(i, "wish") && m.text(i+1) == "to":
		return !m.afterArticle(i)
	case m.in(i, "future"):
		return text == "upcoming" || text == "forthcoming" || !m.afterArticle(i)
	}
	// "is meeting": of a day that is named, what is to come.
	return strings.HasSuffix(text, "ing") && (m.text(i-1) == "is" || m.text(i-1) == "are" || m.text(i-1) == "'re") && text != "being"
}

// modalTense is the tense of the word i, which looks ahead unless it is of
// "would have met" or "could not be reached".
func (m *dateMatcher) modalTense(i int) tense {
	if !m.in(i, "modal") {
		return tenseFuture
	}
	at := i + 1
	if m.text(at) == "not" {
		at++
		if (m.text(i) == "would" || m.text(i) == "could") && m.in(at, "refusing") {
			return tensePast
		}
	}
	if m.text(at) == "have" {
		return tensePast
	}
	return tenseFuture
}

// isBe reports whether word i is "is", "was" and the like: "was to meet".
func (m *dateMatcher) isBe(i int) bool {
	switch m.text(i) {
	case "is", "are", "was", "were", "be":
		return true
	}
	return false
}

// tenseBehind searches forwards from word i to the end of its clause.
func (m *dateMatcher) tenseBehind(i int) tense {
	for at := i; at < len(m.words) && at < i+clauseReach && m.sameSentence(at, i); at++ {
		switch text := m.text(at); {
		case text == ";" || text == "”" || text == "“" && at > i+1:
			return tenseUnknown
		case m.futureAt(at):
			return m.modalTense(at)
		case m.pastVerb(at):
			return tensePast
		}
	}
	return tenseUnknown
}

// infinitiveAt reports whether the word after "to" may be a verb: no article,
// pronoun or number.
func (m *dateMatcher) infinitiveAt(i int) bool {
	if len(m.words[i].senses) > 0 {
		return false
	}
	switch m.text(i) {
	case "the", "a", "an", "its", "their", "his", "her", "this", "that", "our", "my", "your", "any", "all", "some":
		return false
	}
	return true
}

// pastVerb reports whether word i is a verb in the past or a participle that
// stands for one: no adjective after an article ("the proposed talks").
func (m *dateMatcher) pastVerb(i int) bool {
	text := m.text(i)
	if m.words[i].capital && m.sameSentence(i-1, i) || text == "set" && (m.text(i+1) == "for" || m.text(i+1) == "to") {
		return false
	}
	if m.in(i, "past-verbs") {
		return true
	}
	return len(text) > 3 && strings.HasSuffix(text, "ed") && !strings.HasSuffix(text, "eed") && !m.in(i, "present-no-past") && !m.afterArticle(i)
}

// afterArticle reports whether word i follows an article or a possessive.
func (m *dateMatcher) afterArticle(i int) bool {
	switch m.text(i - 1) {
	case "the", "a", "an", "its", "their", "his", "her", "'s", "this", "these", "those", "no", "any":
		return m.sameSentence(i-1, i)
	}
	return false
}

// perfectBefore reports whether "had", "was" or "were" stand before word i: "had fallen by Monday".
func (m *dateMatcher) perfectBefore(i int) bool {
	for at := i - 1; at >= 0 && at > i-8 && m.sameSentence(at, i-1); at-- {
		switch m.text(at) {
		case "had", "has", "have", "was", "were", "rose", "fell", "reached":
			return true
		}
	}
	return false
}
