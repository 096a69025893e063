package scale

import (
	"sort"

	"demarche/data/edtf"
)

type unit uint8

const (
	minutes unit = iota
	hours
	days
	weeks
	months
	years
)

// interval is a distance between ticks: step units.
type interval struct {
	unit unit
	step int64
	secs float64 // on average
}

const (
	minuteSecs = 60
	hourSecs   = 3600
	daySecs    = 86400
	monthSecs  = 2_629_746
	yearSecs   = 31_556_952
)

// intervals lists the distances that read well, finest first, as d3-time does
// (Mike Bostock, d3-scale, src/time.js), and goes on to millennia.
var intervals = makeIntervals()

func makeIntervals() []interval {
	var all []interval
	add := func(u unit, secs float64, steps ...int64) {
		for _, n := range steps {
			all = append(all, interval{u, n, secs * float64(n)})
		}
	}
	add(minutes, minuteSecs, 1, 5, 15, 30)
	add(hours, hourSecs, 1, 3, 6, 12)
	add(days, daySecs, 1, 2)
	add(weeks, 7*daySecs, 1)
	add(months, monthSecs, 1, 3)
	for n := int64(1); n <= 100_000; n *= 10 {
		add(years, yearSecs, n, 2*n, 5*n)
	}
	return all
}

// nearest is the index of the interval nearest to secs by ratio.
func nearest(secs float64) int {
	i := sort.Search(len(intervals), func(i int) bool { return intervals[i].secs >= secs })
	switch {
	case i == 0:
		return 0
	case i == len(intervals):
		return i - 1
	case secs/intervals[i-1].secs < intervals[i].secs/secs:
		return i - 1
	}
	return i
}

// floor is the last tick at or before t.
func (v interval) floor(t int64) int64 {
	switch v.unit {
	case minutes:
		return floorTo(t, v.step*minuteSecs)
	case hours:
		return floorTo(t, v.step*hourSecs)
	case days:
		return v.floorDay(t)
	case weeks: // 1970-01-01 was a Thursday; weeks start on Monday
		return floorTo(t+3*daySecs, 7*daySecs) - 3*daySecs
	case months:
		y, m, _ := civil(t)
		return start(y, (m-1)/int(v.step)*int(v.step)+1, 1)
	}
	y, _, _ := civil(t)
	return start(floorYear(y, int(v.step)), 1, 1)
}

// floorDay starts anew in each month, and leaves out the 31st when it counts by
// twos, so that two labels never stand a day apart.
func (v interval) floorDay(t int64) int64 {
	if v.step == 1 {
		return floorTo(t, daySecs)
	}
	y, m, d := civil(t)
	d = (d-1)/int(v.step)*int(v.step) + 1
	if d == 31 {
		d = 29
	}
	return start(y, m, d)
}

// floorYear is the last labelled year at or before y. Years before the common
// era are labelled as they are called: with step 100 the ticks are 200 BCE,
// 100 BCE, 1, 100, 200 (year 0 is 1 BCE).
func floorYear(y, step int) int {
	if step == 1 {
		return y
	}
	if y <= 0 {
		n := 1 - y
		return 1 - (n+step-1)/step*step
	}
	return max(y/step*step, 1)
}

// next is the tick after the tick t.
func (v interval) next(t int64) int64 {
	switch v.unit {
	case minutes:
		return t + v.step*minuteSecs
	case hours:
		return t + v.step*hourSecs
	case weeks:
		return t + 7*daySecs
	case days:
		n := v.floor(t + v.step*daySecs)
		if n <= t { // the 29th by twos: the 31st is left out
			n = v.floor(t + (v.step+1)*daySecs)
		}
		return n
	case months:
		y, m, _ := civil(t)
		m += int(v.step)
		return start(y+(m-1)/12, (m-1)%12+1, 1)
	}
	y, _, _ := civil(t)
	step := int(v.step)
	switch {
	case step > 1 && y == 1:
		y = step
	case step > 1 && y <= 0 && y+step > 0:
		y = 1
	default:
		y += step
	}
	return start(y, 1, 1)
}

func floorTo(t, step int64) int64 {
	m := t % step
	if m < 0 {
		m += step
	}
	return t - m
}

func civil(t int64) (y, m, d int) {
	return edtf.CivilFromDays(floorTo(t, daySecs) / daySecs)
}

func start(y, m, d int) int64 { return edtf.DaysFromCivil(y, m, d) * daySecs }
