package extract

import "demarche/data/edtf"

// weekday is the nearest such day by tense, or the one that "last" and "next"
// choose. The day of publication itself counts.
func (r *dateResolver) weekday(d *dateMatch, i int) edtf.Date {
	offset := int64(d.get(r.m.lex.weekday) - weekdayNumber(r.day))
	if offset > 0 {
		offset -= 7 // from 6 days ago to today
	}
	shift, shifted := r.lastShift(d)
	switch {
	case !shifted || shift == 0:
		t := r.m.tenseAt(d.first, d.last)
		if offset < 0 && !shifted && t == tenseFuture && (r.hasComeSince(d, i, r.day+offset) || offset == -1 && (r.m.promised(d.first) || r.toldOf(d, i, r.day+offset))) {
			break
		}
		if offset < 0 && (t == tenseFuture || shifted && t == tenseUnknown) {
			offset += 7
		}
	case shift < 0 && offset == 0:
		offset = -7
	case shift > 0:
		offset += 7
	}
	return ofDays(r.day + offset)
}

// toldOf reports whether the text told before of the given day by the same
// weekday: "met on Sunday … could initial a draft later Sunday", read on Monday.
func (r *dateResolver) toldOf(d *dateMatch, i int, day int64) bool {
	for j := max(0, i-toldReach); j < min(i, len(r.values)); j++ {
		m := &r.matches[j]
		if m.kind == "weekday" && m.get(r.m.lex.weekday) == d.get(r.m.lex.weekday) && r.values[j] == ofDays(day) {
			return true
		}
	}
	return false
}

// sinceReach is the number of days within which a report still tells as to come
// what was announced.
const sinceReach = 3

// hasComeSince reports whether what "would" be on a weekday, said on a day named
// before in the sentence, was to be on the given day: "said on Sunday that he
// would leave on Monday", read on Tuesday.
func (r *dateResolver) hasComeSince(d *dateMatch, i int, day int64) bool {
	if i == 0 || i >= len(r.values) || !r.m.sameSentence(r.matches[i-1].first, d.first) {
		return false
	}
	said := r.values[i-1]
	if said.Interval || said.Start.Precision != edtf.Day || pointDay(said.Start) >= day || r.day-pointDay(said.Start) > sinceReach {
		return false
	}
	for n := r.matches[i-1].last; n < d.first; n++ {
		if r.m.in(n, "reported-future") {
			return true
		}
	}
	return false
}
