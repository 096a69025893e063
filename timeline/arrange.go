package timeline

import (
	"slices"
	"strings"

	"demarche/data"
)

// TypeOf is the type of the events of a lane by type; ok is false for other lanes.
func (l Lane) TypeOf() (t data.EventType, ok bool) {
	s, ok := strings.CutPrefix(l.Key, typeKey(""))
	return data.EventType(s), ok
}

// StanceOf is the stance of the positions of a lane by type; ok is false for
// other lanes.
func (l Lane) StanceOf() (s data.Stance, ok bool) {
	t, ok := strings.CutPrefix(l.Key, stanceKey(""))
	return data.Stance(t), ok
}

// HiddenLanes lists the lanes that are hidden and would show something, with
// what lies above them in their titles. They have no place in the picture.
func (p *Plot) HiddenLanes() []Lane { return p.hiddenLanes }

// InHiddenLanes is how many of the items that HiddenCount counts only hidden
// lanes keep out of the picture; the filter passes them.
func (p *Plot) InHiddenLanes() int { return len(p.byRef) - len(p.order) }

// LaneOf is the number of the lane with the key, -1 where none is shown.
func (p *Plot) LaneOf(key string) int {
	if n, ok := p.laneOf[key]; ok && p.lanes[n].Key == key {
		return int(n)
	}
	return -1
}

// Neighbours lists the lanes among which a lane can be moved, from top to
// bottom and with itself: those that lie under the same lane.
func (p *Plot) Neighbours(lane int) []int {
	var out []int
	for i := range p.lanes {
		if p.related(i, lane) {
			out = append(out, i)
		}
	}
	return out
}

func (p *Plot) related(a, b int) bool {
	x, y := p.lanes[a].kin, p.lanes[b].kin
	return len(x) > 0 && len(x) == len(y) && x[0] == y[0] // each node has one place
}

// Reordered is the order of lanes, for PlotOptions, with one lane moved before
// another of its neighbours, or behind all of them where before is -1. Lanes
// that are not shown now keep their places between the others.
func (p *Plot) Reordered(lane, before int) []string {
	l := &p.lanes[lane]
	kin := make([]string, 0, len(l.kin))
	for _, n := range l.kin {
		kin = append(kin, p.keys[n])
	}
	key := p.keys[l.sort]
	out := slices.DeleteFunc(slices.Clone(p.opt.Order), func(k string) bool { return slices.Contains(kin, k) })
	kin = slices.DeleteFunc(kin, func(k string) bool { return k == key })
	at := len(kin)
	if before >= 0 && p.related(lane, before) {
		if i := slices.Index(kin, p.keys[p.lanes[before].sort]); i >= 0 {
			at = i
		}
	}
	kin = slices.Insert(kin, at, key)
	if last := len(kin) - 1; kin[last] == "" {
		kin = kin[:last] // it is last by itself, also behind lanes still to come
	}
	return append(out, kin...)
}

// Stepped is the order of lanes with one moved by so many of its neighbours
// down, or up below 0; ok is false where it would not move.
func (p *Plot) Stepped(lane, by int) (order []string, ok bool) {
	all := p.Neighbours(lane)
	at := slices.Index(all, lane)
	to := min(max(at+by, 0), len(all)-1)
	if at < 0 || to == at {
		return nil, false
	}
	if to > at {
		to++
	}
	if to == len(all) {
		return p.Reordered(lane, -1), true
	}
	return p.Reordered(lane, all[to]), true
}
