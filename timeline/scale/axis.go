package scale

import "strconv"

// Label is a text of an axis: Tick is where its tick stands, X where the text
// starts, W how wide it is, in pixels from the left end of the window.
type Label struct {
	Tick, X, W float64
	At         int64 // the instant of the tick
	Text       string
}

// Style is how an axis is set.
type Style struct {
	Names    *Names
	Inner    func(string) float64 // width of an inner label in pixels
	Outer    func(string) float64 // width of an outer label
	Spacing  float64              // wished distance between inner labels in pixels; 0: 96
	Quarters bool                 // tell quarters: Q1 to Q4
	Weeks    bool                 // tell weeks by their ISO 8601 number
	Zone     func(t int64) string // what stands behind a day above its hours; nil: nothing
}

// Axis is the ticks and labels of a scale. It is reused from frame to frame, so
// that laying it out allocates nothing once its texts are known.
type Axis struct {
	Inner []Label   // the finer row: year, month, day or hour
	Outer []Label   // what the inner labels lie in; the first one is kept in view
	Ticks []float64 // of the inner row, labelled or not
	Minor []float64 // finer ticks without labels
	texts map[textKey]text
	words [2]bool // the quarters and weeks of the style that the texts are of
}

type textKey struct {
	at    int64
	unit  unit
	step  int64
	outer bool
}

type text struct {
	s string
	w float64
}

// Distances in pixels.
const (
	labelGap   = 4  // from a tick to its label
	labelRoom  = 10 // between two labels
	minorRoom  = 7  // between two minor ticks
	maxTexts   = 4096
	spacing    = 96
	fewestGood = 2
)

// Layout sets the axis of s. No two labels of a row overlap, and there are at
// least two labels wherever s is wide enough for them.
func (a *Axis) Layout(s Scale, st Style) {
	if st.Spacing <= 0 {
		st.Spacing = spacing
	}
	if words := [2]bool{st.Quarters, st.Weeks}; a.texts == nil || len(a.texts) > maxTexts || words != a.words {
		a.texts, a.words = make(map[textKey]text), words
	}
	i := nearest(st.Spacing * s.SecondsPerPixel())
	for i+1 < len(intervals) && a.inner(s, st, intervals[i]) {
		i++ // its labels collide
	}
	for i > 0 && len(a.Inner) < fewestGood && intervals[i-1].secs/s.SecondsPerPixel() >= minorRoom {
		i--
		a.inner(s, st, intervals[i])
	}
	a.outer(s, st, intervals[i])
	a.minor(s, i)
}

// inner sets the inner row and leaves out labels without room; it reports
// whether it had to leave out any.
func (a *Axis) inner(s Scale, st Style, v interval) (collided bool) {
	a.Inner, a.Ticks = a.Inner[:0], a.Ticks[:0]
	free := 0.0
	for t := v.floor(s.From); t <= s.To; t = v.next(t) {
		x := s.X(t)
		if x < 0 {
			continue
		}
		a.Ticks = append(a.Ticks, x)
		tx := a.text(textKey{t, v.unit, v.step, false}, st)
		if x+labelGap+tx.w > s.Width {
			continue
		}
		if x < free {
			collided = true
			continue
		}
		a.Inner = append(a.Inner, Label{x, x + labelGap, tx.w, t, tx.s})
		free = x + labelGap + tx.w + labelRoom
	}
	return collided
}

// outer sets the row of what the inner labels lie in. The label of the stretch
// that started before the window stands at the window's left end, and gives
// way to the next one that comes near.
func (a *Axis) outer(s Scale, st Style, inner interval) {
	a.Outer = a.Outer[:0]
	v := outerOf(inner, st)
	for t := v.floor(s.From); t < s.To; t = v.next(t) {
		tx := a.text(textKey{t, v.unit, v.step, true}, st)
		l := Label{Tick: s.X(t), W: tx.w, At: t, Text: tx.s}
		l.X = max(l.Tick+labelGap, labelGap)
		if n := len(a.Outer); n > 0 {
			last := &a.Outer[n-1]
			if last.X+last.W+labelRoom > l.X {
				if n > 1 || last.Tick >= 0 || l.X+l.W > s.Width {
					continue
				}
				a.Outer = a.Outer[:0] // it has scrolled out of its stretch
			}
		}
		if l.X+l.W <= s.Width || len(a.Outer) == 0 {
			a.Outer = append(a.Outer, l)
		}
	}
}

func (a *Axis) minor(s Scale, inner int) {
	a.Minor = a.Minor[:0]
	for i := inner - 1; i >= 0; i-- {
		v := intervals[i]
		if v.unit == days && v.step == 2 || v.unit == weeks && intervals[inner].unit != months {
			continue // they do not divide the inner interval evenly
		}
		if v.secs/s.SecondsPerPixel() < minorRoom || i < inner-2 {
			return
		}
		a.Minor = a.Minor[:0]
		for t := v.floor(s.From); t <= s.To; t = v.next(t) {
			if x := s.X(t); x >= 0 {
				a.Minor = append(a.Minor, x)
			}
		}
		if v.secs/s.SecondsPerPixel() < 5*minorRoom {
			return
		}
	}
}

// outerOf is the interval of the outer row above an inner one.
func outerOf(v interval, st Style) interval {
	switch {
	case v.unit <= hours:
		return interval{days, 1, daySecs}
	case v.unit == days && st.Weeks:
		return interval{weeks, 1, 7 * daySecs}
	case v.unit == months && v.step == 1 && st.Quarters:
		return interval{months, 3, 3 * monthSecs}
	case v.unit <= weeks:
		return interval{months, 1, monthSecs}
	case v.unit == months:
		return interval{years, 1, yearSecs}
	case v.step <= 2:
		return interval{years, 10, 10 * yearSecs}
	case v.step <= 20:
		return interval{years, 100, 100 * yearSecs}
	case v.step <= 200:
		return interval{years, 1000, 1000 * yearSecs}
	}
	return interval{years, v.step * 10, float64(v.step) * 10 * yearSecs}
}

func (a *Axis) text(k textKey, st Style) text {
	if tx, ok := a.texts[k]; ok {
		return tx
	}
	tx := text{s: st.Names.inner(k, st)}
	width := st.Inner
	if k.outer {
		tx.s, width = st.Names.outer(k, st), st.Outer
	}
	tx.w = width(tx.s)
	a.texts[k] = tx
	return tx
}

func (n *Names) inner(k textKey, st Style) string {
	y, m, d := civil(k.at)
	switch k.unit {
	case minutes, hours:
		secs := k.at - floorTo(k.at, daySecs)
		return two(secs/hourSecs) + ":" + two(secs/minuteSecs%60)
	case days:
		return strconv.Itoa(d)
	case weeks:
		if st.Weeks {
			return n.Week + strconv.Itoa(isoWeek(k.at))
		}
		return strconv.Itoa(d)
	case months:
		if k.step == 3 && st.Quarters {
			return n.Quarter + strconv.Itoa((m-1)/3+1)
		}
		return n.MonthShort[m-1]
	}
	return n.year(y)
}

func (n *Names) outer(k textKey, st Style) string {
	y, m, d := civil(k.at)
	date := func() string { return strconv.Itoa(d) + " " + n.MonthShort[m-1] + " " + n.year(y) }
	switch {
	case k.unit == days:
		s := n.Weekday[weekday(k.at)] + " " + date()
		if st.Weeks {
			s = n.Week + strconv.Itoa(isoWeek(k.at)) + " · " + s
		}
		if st.Zone != nil {
			if z := st.Zone(k.at); z != "" {
				s += " · " + z
			}
		}
		return s
	case k.unit == weeks: // with its Monday, since weeks and years cross
		return n.Week + strconv.Itoa(isoWeek(k.at)) + " · " + n.Weekday[0] + " " + date()
	case k.unit == months && k.step == 3:
		return n.Quarter + strconv.Itoa((m-1)/3+1) + " " + n.year(y)
	case k.unit == months:
		return n.MonthShort[m-1] + " " + n.year(y)
	case k.step == 1:
		return n.year(y)
	case k.step == 10 && y >= 10:
		return n.Decade(y)
	case k.step == 10:
		return n.Century(ordinalOf(y, 100))
	case k.step == 100:
		return n.Century(ordinalOf(y, 100))
	case k.step == 1000:
		return n.Millennium(ordinalOf(y, 1000))
	}
	return n.year(y)
}

// ordinalOf counts the stretches of size years from the year 1 on, or back from
// 1 BCE on. A stretch is named after the labelled years in it, so 2000 belongs
// to the 21st century here as in common speech.
func ordinalOf(y, size int) int {
	if y > 0 {
		return y/size + 1
	}
	return -((1 - y + size - 1) / size)
}

func (n *Names) year(y int) string {
	if y <= 0 {
		return strconv.Itoa(1-y) + n.Before
	}
	return strconv.Itoa(y)
}

func weekday(t int64) int { return int((floorTo(t, daySecs)/daySecs%7 + 7 + 3) % 7) }

func isoWeek(t int64) int {
	thursday := floorTo(t, daySecs) + int64(3-weekday(t))*daySecs
	y, _, _ := civil(thursday)
	return int((thursday-start(y, 1, 1))/(7*daySecs)) + 1
}

func two(n int64) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }
