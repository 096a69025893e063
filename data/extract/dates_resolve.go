package extract

import (
	"sort"

	"demarche/data/edtf"
)

// dateResolver turns expressions into dates: absolute ones by themselves,
// relative ones against the day of publication or a date named before.
type dateResolver struct {
	m        *dateMatcher
	known    bool  // the day of publication is known
	day      int64 // that day, counted from 1970-01-01
	y, mo, d int
	matches  []dateMatch
	values   []edtf.Date // of matches, so far
}

const daySeconds = 24 * 60 * 60

// ofDays is the civil day that is so many days from 1970-01-01.
func ofDays(n int64) edtf.Date { return edtf.OfInstant(n * daySeconds) }

// newDateResolver counts from the published day, where it is known to the day.
func newDateResolver(m *dateMatcher, published edtf.Date, matches []dateMatch) *dateResolver {
	r := &dateResolver{m: m, matches: matches, values: make([]edtf.Date, len(matches))}
	if p := published.Start; !published.Interval && p.Precision >= edtf.Day {
		r.known = true
		r.y, r.mo, r.d = int(p.Year), int(p.Month), int(p.Day)
		r.day = edtf.DaysFromCivil(r.y, r.mo, r.d)
	}
	return r
}

// resolve is the date of match i, zero where it cannot be known.
func (r *dateResolver) resolve(i int) edtf.Date {
	d := &r.matches[i]
	date := edtf.Date{}
	if d.until != nil {
		date = r.resolveRange(d, i)
	} else {
		date = r.point(d, i)
	}
	if outOfReach(date.Start) || outOfReach(date.End) {
		return edtf.Date{}
	}
	return date
}

// outOfReach reports whether counting has led where no report leads.
func outOfReach(p edtf.Point) bool { return p.Known() && (p.Year < 1 || p.Year > 9999) }

// point is the date of one expression; i is the match that it is or belongs to.
func (r *dateResolver) point(d *dateMatch, i int) edtf.Date {
	switch d.kind {
	case "calendar":
		return r.calendar(d)
	case "iso", "numeric", "dotted", "short-span":
		date, _ := figuresDate(r.m, d)
		return date
	case "named":
		return r.named(d)
	case "of-year":
		return r.ofYear(d, i)
	case "season", "bare-season":
		return r.season(d, i)
	case "quarter", "half":
		return r.quarter(d)
	case "decade":
		return edtf.Date{Start: edtf.Point{Year: int32(d.get(classDecade)), Precision: edtf.Decade, Qualifier: qualifierOf(d.get(r.m.lex.part))}}
	case "century":
		n := d.get(classNth)
		return edtf.Date{Start: edtf.Point{Year: int32(100 * (n - 1)), Precision: edtf.Century, Qualifier: qualifierOf(d.get(r.m.lex.part))}}
	case "week-of", "containing":
		return r.weekOf(d)
	}
	return r.relative(d, i)
}

// qualifierOf is the doubt of "early", "mid" and "late".
func qualifierOf(part int) edtf.Qualifier {
	if part == 0 {
		return edtf.Sure
	}
	return edtf.Approximate
}

// calendar resolves a day, a month or a year; where the year is missing, the
// tense of the clause chooses it.
func (r *dateResolver) calendar(d *dateMatch) edtf.Date {
	lex := r.m.lex
	month, part := d.get(lex.month), d.get(lex.part)
	year, hasYear := d.value(classYear, 0)
	if month == 0 {
		return partOfYear(year, part)
	}
	day := d.get(classDay)
	if !hasYear {
		var found bool
		if year, found = r.yearFor(d, month, day); !found {
			return edtf.Date{}
		}
	}
	if day == 0 {
		return partOfMonth(year, month, part)
	}
	if day > edtf.DaysIn(year, month) {
		return edtf.Date{}
	}
	date := edtf.OfDay(year, month, day)
	if second, ranged := d.value(classDay, 1); ranged && second <= edtf.DaysIn(year, month) {
		return edtf.Between(date, edtf.OfDay(year, month, second))
	}
	return date
}

// partOfYear is "early 2025", "the end of 2025".
func partOfYear(year, part int) edtf.Date {
	switch part {
	case 0:
		return edtf.OfYear(year)
	case 5:
		return edtf.OfDay(year, 12, 31)
	case 4:
		return edtf.OfMonth(year, 1).With(edtf.Approximate)
	}
	return edtf.OfYear(year).With(edtf.Approximate)
}

// partOfMonth is "early March", "the end of March".
func partOfMonth(year, month, part int) edtf.Date {
	switch part {
	case 0, 6, 7:
		return edtf.OfMonth(year, month)
	case 5:
		return edtf.OfDay(year, month, edtf.DaysIn(year, month))
	}
	return edtf.OfMonth(year, month).With(edtf.Approximate)
}

// yearFor is the year of a month or of a day and month that stand without one:
// that of a date near by that gives it, or the last or next one by tense.
func (r *dateResolver) yearFor(d *dateMatch, month, day int) (int, bool) {
	if year, found := r.landmarkYear(d, month, day); found {
		return year, true
	}
	if year, found := r.neighbourYear(d); found {
		return year, true
	}
	if !r.known {
		return 0, false
	}
	if day > 0 && month == 2 && day == 29 {
		for y := r.y; y > r.y-8; y-- {
			if edtf.DaysIn(y, 2) == 29 {
				return y, true
			}
		}
	}
	year := r.yearByTense(r.m.tenseAt(d.first, d.last), month, day)
	if weekday := d.get(r.m.lex.weekday); weekday > 0 && day > 0 {
		return r.yearByWeekday(year, month, day, weekday), true
	}
	return year, true
}

// yearByWeekday is the year nearest to one in which a day falls on its weekday:
// "Thursday, June 23".
func (r *dateResolver) yearByWeekday(year, month, day, weekday int) int {
	for _, y := range [...]int{year, r.y, year - 1, year + 1} {
		if day <= edtf.DaysIn(y, month) && weekdayNumber(edtf.DaysFromCivil(y, month, day)) == weekday {
			return y
		}
	}
	return year
}

// farAhead is the number of days from which on a day without a year, said to
// come, is taken for one that has just passed.
const farAhead = 300

// nearAhead is the number of days within which a day without a year is the next
// one, even if a past tense stands by.
const nearAhead = 45

// yearByTense chooses the year of a month, or of a day in it.
func (r *dateResolver) yearByTense(t tense, month, day int) int {
	first := func(y int) int64 { return edtf.DaysFromCivil(y, month, max(day, 1)) }
	last := func(y int) int64 {
		if day > 0 {
			return first(y)
		}
		return edtf.DaysFromCivil(y, month, edtf.DaysIn(y, month))
	}
	if day > 0 && t == tensePast { // "announced a walkout on 11 January": of the one a year ago the year would be told
		for y := r.y; y <= r.y+1; y++ {
			if ahead := first(y) - r.day; ahead > 0 && ahead <= nearAhead {
				return y
			}
		}
	}
	switch t {
	case tensePast:
		if first(r.y) > r.day {
			return r.y - 1
		}
		return r.y
	case tenseFuture:
		if last(r.y) >= r.day {
			return r.y
		}
		if first(r.y+1)-r.day > farAhead {
			return r.y
		}
		return r.y + 1
	}
	best, bestGap := r.y, int64(1<<40)
	for y := r.y - 1; y <= r.y+1; y++ {
		// What a text tells without a verb has more often been than it will be.
		gap := max(3*(first(y)-r.day)/2, r.day-last(y), 0)
		if gap < bestGap {
			best, bestGap = y, gap
		}
	}
	return best
}

// landmarkYear is the year of a day that has become a name, where a word near
// by says so: "the September 11 attacks".
func (r *dateResolver) landmarkYear(d *dateMatch, month, day int) (int, bool) {
	for _, mark := range r.m.lex.marks[[2]int{month, day}] {
		if r.known && edtf.DaysFromCivil(mark.year, month, day) > r.day-60 {
			continue
		}
		for i := max(0, d.first-6); i < min(len(r.m.words), d.last+6); i++ {
			if mark.words.has(r.m.words[i].text) && r.m.sameSentence(i, d.first) {
				return mark.year, true
			}
		}
	}
	return 0, false
}

// neighbourYear is the year of a date that stands with this one in a list
// ("March 5 and April 7, 2024"), or of a year told just before in the sentence
// ("In 2014, Russia annexed Crimea in March").
func (r *dateResolver) neighbourYear(d *dateMatch) (int, bool) {
	for j := r.near(d.first); j < len(r.matches) && r.matches[j].first < d.last+toldReach; j++ {
		n := &r.matches[j]
		if n.kind != "calendar" || !r.m.sameSentence(n.first, d.first) || !n.has(classYear) {
			continue
		}
		behind, ahead := n.first-d.last, d.first-n.last
		month := d.get(r.m.lex.month)
		switch {
		case behind >= 0 && behind <= 3 && n.has(r.m.lex.month) && r.joined(d.last, n.first):
			if month > n.get(r.m.lex.month) {
				return n.get(classYear) - 1, true
			}
			return n.get(classYear), true
		case ahead >= 0 && ahead <= 15 && r.adverbial(n) && r.sameClause(n.last, d.first):
			if n.has(r.m.lex.month) && month < n.get(r.m.lex.month) && r.joined(n.last, d.first) {
				return n.get(classYear) + 1, true
			}
			if n.has(r.m.lex.month) && !r.joined(n.last, d.first) {
				continue
			}
			return n.get(classYear), true
		}
	}
	return r.toldYear(d)
}

// toldReach is how many words before a month the year may lie that a story of
// the past goes on in.
const toldReach = 40

// near is the index of the first match that may bear on the words at i.
func (r *dateResolver) near(i int) int {
	return sort.Search(len(r.matches), func(j int) bool { return r.matches[j].first >= i-toldReach-longestDate })
}

// toldYear is the year in which a story of years ago goes on: "In April 2019 the
// army attacked. In June it withdrew."
func (r *dateResolver) toldYear(d *dateMatch) (int, bool) {
	for j := r.near(d.first); j < len(r.matches) && r.matches[j].first < d.first; j++ {
		n := &r.matches[j]
		if n.kind != "calendar" || d.first-n.last > toldReach || !n.has(r.m.lex.month) || !n.has(classYear) || isLowerWord(r.m.text(n.last)) && !r.m.in(n.last, "clause") && !r.m.in(n.last, "preposition") {
			continue
		}
		here, there := r.m.sentenceOf(d.first), r.m.sentenceOf(n.first)
		year := n.get(classYear)
		if here-there > 1 || r.m.a.sentences[here].paragraph != r.m.a.sentences[there].paragraph || !r.known || year > r.y-2 {
			continue
		}
		if d.get(r.m.lex.month) >= n.get(r.m.lex.month) && r.m.tenseAt(d.first, d.last) == tensePast && r.m.text(d.first-1) != "since" {
			return year, true
		}
	}
	return 0, false
}

// sameClause reports whether no new clause begins between words i and j, and
// the one that they are of does not look ahead.
func (r *dateResolver) sameClause(i, j int) bool {
	for n := i; n < j; n++ {
		if t := r.m.text(n); t == "but" || t == "that" || t == "since" || t == ";" || t == "now" {
			return false
		}
	}
	return r.m.tenseAt(j, j+1) != tenseFuture
}

// joined reports whether only "and", commas and prepositions stand between words i and j.
func (r *dateResolver) joined(i, j int) bool {
	for ; i < j; i++ {
		if t := r.m.text(i); t != "and" && t != "," && t != "or" && t != "the" && !r.m.in(i, "preposition") && !r.m.in(i, "to") {
			return false
		}
	}
	return true
}

// adverbial reports whether a year tells when, rather than which: "in 2014", not "the 2014 deal".
func (r *dateResolver) adverbial(n *dateMatch) bool {
	if n.has(r.m.lex.month) {
		return true
	}
	return r.m.text(n.first-1) == "in" && !isLowerWord(r.m.text(n.last))
}

// figuresDate reads a date in figures; false where there is no such day.
func figuresDate(m *dateMatcher, d *dateMatch) (edtf.Date, bool) {
	year := d.get(classYear)
	switch d.kind {
	case "dotted":
		n := d.get(classDotted)
		return validDate(n/10000, n/100%100, n%100)
	case "short-span":
		n := m.words[d.last-1].senses[0].value
		if n > year%100 {
			return edtf.Between(edtf.OfYear(year), edtf.OfYear(year-year%100+n)), true
		}
		return edtf.OfMonth(year, n), n >= 1 && n <= 12
	}
	if month := d.get(m.lex.month); month > 0 {
		return validDate(year, month, d.get(classNum))
	}
	var n []int
	for _, c := range d.captures {
		if c.class == classNum {
			n = append(n, c.value)
		}
	}
	if len(n) < 2 {
		return edtf.Date{}, false
	}
	if d.kind == "iso" {
		return validDate(year, n[0], n[1])
	}
	// Day before month, as most of the world writes; the other order where only
	// that is a date.
	if n[1] > 12 {
		return validDate(year, n[0], n[1])
	}
	return validDate(year, n[1], n[0])
}

func validDate(y, m, d int) (edtf.Date, bool) {
	if m < 1 || m > 12 || d < 1 || d > edtf.DaysIn(y, m) {
		return edtf.Date{}, false
	}
	return edtf.OfDay(y, m, d), true
}
