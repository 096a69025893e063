package extract

// accept reports whether what a pattern found denotes a time where it stands:
// "2022" in "2022 people" and "may" in "may come" do not.
func (m *dateMatcher) accept(d *dateMatch) bool {
	if !m.wholeWords(d) || m.in(d.first-1, "not-after") && m.sameSentence(d.first-1, d.first) {
		return false
	}
	if !m.acceptEdge(d) {
		return false
	}
	switch d.kind {
	case "calendar":
		return m.acceptCalendar(d)
	case "weekday", "week-weekday":
		return m.acceptWeekday(d)
	case "iso", "numeric":
		return m.acceptFigures(d)
	case "short-span":
		if len(m.words[d.last-1].text) != 2 {
			return false
		}
		n := m.words[d.last-1].senses[0].value
		return n > d.get(classYear)%100 || n <= 12 && n > 0
	case "unit":
		return m.acceptUnit(d)
	case "span":
		return !d.has(m.lex.vague) && d.get(m.lex.shift) != 0 && m.plural(d)
	case "apart":
		return m.acceptApart(d)
	case "in", "hence":
		return d.get(m.lex.unit) > 1
	case "quarter", "half":
		return m.acceptPart(d)
	case "bare-season":
		return m.text(d.last) != "of" && (m.text(d.last-1) != "spring" && m.text(d.last-1) != "fall" || m.text(d.last-2) == "the")
	case "century":
		return d.get(classNth) >= 1 && d.get(classNth) <= 30
	case "decade":
		return !m.in(d.first-1, "no-year-before") || m.isA(d.first-1, m.lex.part)
	case "nth":
		return m.text(d.first) == "the" || !isWord(m.text(d.last)) || m.text(d.last) == "and" || m.text(d.last) == "of"
	case "weekend":
		return m.text(d.first) != "weekend" || !m.in(d.first-1, "number")
	case "named":
		return m.acceptNamed(d)
	}
	return true
}

// acceptEdge leaves out "start", "end" and "close" where they are verbs: "will
// start in March", "to end on Friday".
func (m *dateMatcher) acceptEdge(d *dateMatch) bool {
	for _, c := range d.captures {
		if c.class != m.lex.part || c.value != 4 && c.value != 5 {
			continue
		}
		if next := m.text(c.word + 1); next != "of" && next != "-" {
			return false
		}
	}
	return true
}

// acceptNamed leaves out festivals that only describe: "a Christmas gift".
func (m *dateMatcher) acceptNamed(d *dateMatch) bool {
	capital := false
	for i := d.first; i < d.last; i++ {
		capital = capital || m.words[i].capital && m.text(i) != "the"
	}
	if !capital && !isDigit(m.text(d.last - 1)[0]) {
		return m.text(d.last-1) == "year" && m.in(d.first-1, "preposition") // "in the new year"
	}
	if d.last-d.first > 1 || m.in(d.first-1, "preposition") {
		return true
	}
	next := m.text(d.last)
	return !isLowerWord(next) || !m.sameSentence(d.first, d.last) || m.in(d.last, "preposition") || m.in(d.last, "clause") || m.in(d.last, "past-verbs") || m.in(d.last, "future") || next == "'s"
}

// wholeWords reports whether the expression begins and ends with a token, or
// inside a compound at a place where one may: "post-2014", "2015-era".
func (m *dateMatcher) wholeWords(d *dateMatch) bool {
	first, last := m.words[d.first], m.words[d.last-1]
	if first.inside {
		if first.text == "-" || d.first < 2 {
			return false
		}
		if !first.capital && !m.isA(d.first, classYear) && !m.isA(d.first, classDecade) && !m.isA(d.first, classNth) {
			return false
		}
	}
	if !last.more {
		return true
	}
	at := d.last - 1
	return m.isA(at, classYear) || m.isA(at, classDecade) || last.capital && (m.isA(at, m.lex.month) || m.isA(at, m.lex.weekday)) ||
		d.kind == "century" || d.kind == "unit" && m.text(d.first) == "end"
}

// acceptCalendar looks at bare months, bare years and days.
func (m *dateMatcher) acceptCalendar(d *dateMatch) bool {
	month, year := d.has(m.lex.month), d.has(classYear)
	switch {
	case !month && year:
		return m.acceptYear(d)
	case !month:
		return false
	case d.has(classDay):
		return m.acceptDay(d)
	case year:
		return true
	}
	return m.acceptMonth(d)
}

// acceptDay looks at a day and its month: the day exists, and is no count of
// something ("in March 15 people").
func (m *dateMatcher) acceptDay(d *dateMatch) bool {
	month := d.get(m.lex.month)
	for nth := 0; ; nth++ {
		day, found := d.value(classDay, nth)
		if !found {
			break
		}
		if day > longestMonth[month-1] {
			return false
		}
	}
	if second, ranged := d.value(classDay, 1); ranged && second <= d.get(classDay) {
		return false
	}
	if d.has(classYear) || !m.isA(d.last-1, classDay) {
		return true
	}
	return m.text(d.last) != "%" && m.text(d.last) != "percent" && m.text(d.last) != "people" &&
		!(m.text(d.last) == "-" && m.words[d.last-1].more)
}

var longestMonth = [12]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// acceptMonth looks at a month that stands alone and may be another word.
func (m *dateMatcher) acceptMonth(d *dateMatch) bool {
	at := d.last - 1
	if w := m.text(at); len(w) <= 4 && w[len(w)-1] != '.' && w != "may" && w != "june" && w != "july" {
		return false // "Jan" alone is a name
	}
	if !m.in(at, "capital") && m.in(at, "names") && at == d.first && (!m.in(at-1, "capital-after") || m.text(at-1) == "and") && m.sameSentence(at, at+1) && m.words[at+1].capital {
		return m.text(at-1) == "the" || m.text(at-1) == "an" || m.text(at-1) == "a"
	}
	if !m.in(at, "capital") || at > d.first {
		return true
	}
	if !m.sameSentence(at-1, at) {
		return false
	}
	if m.in(at-1, "capital-after") && m.text(at-1) != "and" || m.isA(at-1, m.lex.month) {
		return true
	}
	next := m.text(at + 1)
	if m.text(at-1) == "and" || m.text(at-1) == "," || m.text(at-1) == "-" || m.text(at-1) == "–" {
		return m.isA(at-2, m.lex.month) || m.isA(at-2, classYear)
	}
	// "the March agreement", "last year's May summit".
	return (m.text(at-1) == "the" || m.text(at-1) == "a" || m.text(at-1) == "'s") && isWord(next) && !m.words[at+1].capital && !isDigit(next[0]) && next != "on" && next != "of"
}

// acceptYear looks at a number of four figures.
func (m *dateMatcher) acceptYear(d *dateMatch) bool {
	if d.has(m.lex.part) {
		return true
	}
	at, year := d.last-1, d.get(classYear)
	if m.text(d.first) == "the" {
		// "the 2015 deal" is the year; what comes before does not matter.
		return m.yearNoun(d, year)
	}
	before := at - 1
	if m.text(before) == "year" || m.words[at].text[0] == '\'' {
		return true
	}
	if m.sameSentence(before, at) {
		if m.in(before, "no-year-before") || m.numbered(before) {
			return false
		}
		if m.text(before) == "." || m.text(before) == ":" && m.words[before].end == m.words[at].start {
			return false
		}
	}
	if m.text(at+1) == "." && m.words[at].end == m.words[at+1].start && at+2 < len(m.words) && m.words[at+2].start == m.words[at+1].end && isDigit(m.text(at + 2)[0]) {
		return false
	}
	return m.yearNoun(d, year)
}

// yearNoun reports whether a number may be a year before the noun that follows.
func (m *dateMatcher) yearNoun(d *dateMatch, year int) bool {
	at := d.last - 1
	if m.sameSentence(at, at+1) && (m.in(at+1, "no-year-after") || m.text(at+1) == "-" && m.words[at].more && m.in(at+2, "no-year-after")) {
		return false
	}
	if year >= 1900 && year <= 2100 {
		return true
	}
	return m.sameSentence(at-1, at) && m.in(at-1, "year-before") && !(isLowerWord(m.text(at+1)) && !m.in(at+1, "preposition") && m.text(at+1) != "and")
}

// numbered reports whether the number after word i is one of a list of numbers
// that are no years: "resolutions 1929 and 2231".
func (m *dateMatcher) numbered(i int) bool {
	for range 4 {
		if m.text(i) != "and" && m.text(i) != "," && m.text(i) != "or" {
			return false
		}
		i--
		if i < 0 || m.text(i) == "" || !isDigit(m.text(i)[0]) {
			return false
		}
		i--
		if m.in(i, "no-year-before") {
			return true
		}
	}
	return false
}

func isLowerWord(s string) bool { return s != "" && isWord(s) && !isDigit(s[0]) }

// acceptWeekday leaves out short weekdays, which are other words too, and names.
func (m *dateMatcher) acceptWeekday(d *dateMatch) bool {
	for i := d.first; i < d.last; i++ {
		if m.isA(i, m.lex.weekday) && m.in(i, "short-weekday") {
			return false
		}
	}
	return true
}

// acceptFigures looks at dates in figures: the marks stand close, and there is such a day.
func (m *dateMatcher) acceptFigures(d *dateMatch) bool {
	for i := d.first + 1; i < d.last; i++ {
		if m.words[i].start != m.words[i-1].end {
			return false
		}
	}
	_, ok := figuresDate(m, d)
	return ok
}

// acceptUnit leaves out what names no period of the calendar: "last day",
// "this hour", "the end of the day".
func (m *dateMatcher) acceptUnit(d *dateMatch) bool {
	unit := d.get(m.lex.unit)
	last := m.text(d.last - 1)
	singular := m.lex.singular(last)
	switch {
	case !singular:
		return false
	case unit == 1:
		return false
	case unit == 2 && d.has(m.lex.anchoredShift):
		return m.text(d.last-2) != "that" || !m.in(d.last, "clause")
	case unit == 2:
		// Only "earlier in the day": "this day", "the end of the day" are other words.
		part := d.get(m.lex.part)
		return (part == 6 || part == 7 || part == 1 || part == 3) && !d.has(m.lex.shift)
	case unit == 9 && !d.has(m.lex.shift):
		return false
	}
	if !d.has(m.lex.shift) && !d.has(m.lex.anchoredShift) {
		return unit >= 3 && d.get(m.lex.part) != 0
	}
	return true
}

// singular reports whether w is the first, singular word of its unit.
func (l *dateLexicon) singular(w string) bool {
	return w != "" && w[len(w)-1] != 's'
}

// plural reports whether a count and its unit agree: "the next two days".
func (m *dateMatcher) plural(d *dateMatch) bool {
	n := d.get(m.lex.number)
	if n == 0 {
		n = d.get(classNum)
	}
	return n > 1 && !m.lex.singular(m.text(d.last-1))
}

// acceptPart looks at quarters and halves: of them there are four and two.
func (m *dateMatcher) acceptPart(d *dateMatch) bool {
	n := d.get(m.lex.ordinal)
	if n == 0 {
		n = d.get(classNth)
	}
	if n == 0 {
		n = d.get(classQuarter)
	}
	if d.kind == "half" {
		return n == 1 || n == 2
	}
	if len(d.captures) == 1 && d.captures[0].class == m.lex.ordinal {
		// "the third quarter" alone may be of a match; a preposition makes it a time.
		return n >= 1 && n <= 4 && m.in(d.first-1, "preposition") && m.text(d.last) != "of"
	}
	return n >= 1 && n <= 4
}

// acceptApart looks at "two days earlier", which counts from what was named
// before, and "two days before", which may count from what follows.
func (m *dateMatcher) acceptApart(d *dateMatch) bool {
	last := m.text(d.last - 1)
	unit := d.get(m.lex.unit)
	count := d.get(m.lex.number) + d.get(classNum)
	if unit == 1 && count < 24 {
		return false
	}
	if last == "on" {
		return m.text(d.last) == "," || m.text(d.last) == "."
	}
	if d.has(m.lex.unit) && !m.isA(d.last-1, m.lex.beforeAfter) {
		return true
	}
	if d.has(m.lex.unit) {
		return m.openEnded(d.last) || m.dateFollows(d) || count > 0 && m.clauseFollows(d)
	}
	// "next day": not "the next day of talks".
	return m.text(d.last) != "of"
}

// clauseFollows reports whether "two days after" has a clause behind it, and no
// date: then it tells the time of that clause.
func (m *dateMatcher) clauseFollows(d *dateMatch) bool {
	if d.get(m.lex.unit) < unitDay || m.openEnded(d.last) || m.dateFollows(d) {
		return false
	}
	for i := d.last; i < min(len(m.words), d.last+clauseHead) && m.sameSentence(d.last, i); i++ {
		switch {
		case m.text(i) == "," || m.text(i) == ";":
			return false
		case i > d.last && m.pastVerb(i):
			return true
		}
	}
	return false
}

// clauseHead is the number of words within which a clause has its verb.
const clauseHead = 12

// openEnded reports whether nothing that "before" could belong to follows.
func (m *dateMatcher) openEnded(i int) bool {
	return i >= len(m.words) || !m.sameSentence(i-1, i) || !isWord(m.text(i)) && m.text(i) != "\"" && m.text(i) != "“"
}

// reach is the number of words within which the date lies that a count starts from.
const reach = 9

// dateFollows reports whether a date follows soon, within the clause.
func (m *dateMatcher) dateFollows(d *dateMatch) bool {
	for i := d.last; i < len(m.words) && i < d.last+reach && m.sameSentence(d.last-1, i); i++ {
		if m.text(i) == "," || m.text(i) == ";" {
			return false
		}
		if m.isA(i, classYear) || m.words[i].capital && (m.isA(i, m.lex.month) || m.isA(i, m.lex.weekday)) {
			return true
		}
	}
	return false
}
