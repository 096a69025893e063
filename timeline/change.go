package timeline

import "demarche/data/edtf"

// daySecs is the length of a day in seconds.
const daySecs = 86400

// later reports whether the view dims what is told of from the instant at on: it
// lies after the as-of day, which counts as a whole.
func (v *View) later(at int64) bool {
	if !v.ShowAsOf {
		return false
	}
	day := v.AsOf % daySecs
	if day < 0 {
		day += daySecs
	}
	return at >= v.AsOf-day+daySecs
}

// told is from when on an item counts: when it starts, or when it was published.
func (v *View) told(it *item) int64 {
	if v.ByKnown {
		return it.known
	}
	return it.start
}

// changes calls found with the instants at which an item changes what is known:
// an event happens, a position starts or ends; or by the day of publication, when
// it becomes known.
func (it *item) changes(byKnown bool, found func(at int64)) {
	switch {
	case byKnown:
		found(it.known)
	case it.bar():
		if it.is(openStart) { // drawn from earlier on, but that is no date
			found(it.sureFrom)
		} else {
			found(it.start)
		}
		if !it.is(openEnd) {
			found(it.end)
		}
	case it.is(openStart):
		found(it.end)
	default:
		found(it.start)
	}
}

// NextChange is the first instant after t at which an event happens or a position
// starts or ends, or with byKnown at which a source that tells of one was
// published; ok is false where there is none.
func (p *Plot) NextChange(t int64, byKnown bool) (at int64, ok bool) {
	at = edtf.Future
	for it := range p.all() {
		it.changes(byKnown, func(x int64) {
			if x > t && x < at {
				at = x
			}
		})
	}
	return at, at != edtf.Future
}

// PrevChange is the last such instant before t.
func (p *Plot) PrevChange(t int64, byKnown bool) (at int64, ok bool) {
	at = edtf.Past
	for it := range p.all() {
		it.changes(byKnown, func(x int64) {
			if x < t && x > at {
				at = x
			}
		})
	}
	return at, at != edtf.Past
}
