package data

// middle of a scale of scores, which runs from 0 to 100.
const middle = 50

// MovementOf says how a position stands to those before it, "" where that
// cannot be told.
//
//  1. On an issue with a scale, between two scores of the same holder, it is
//     computed. The holder's own end is the one nearer to its first score. The
//     same score is reaffirmed; toward the own end is hardened; away from it is
//     softened, and conceded once that crosses the middle of the scale.
//  2. Otherwise it is the analyst's word.
//  3. Without one, a position that follows none is initial, and one that follows
//     another is compared with it: by stance, and within one stance by firmness.
//     Towards a proposal, the stances from hard to soft are rejects (or
//     demands), conditional, supports. From rejects to supports is conceded; from
//     supports to rejects is withdrawn.
func (x *Index) MovementOf(p *Position) Movement {
	if m, ok := x.scoreMovement(p); ok {
		return m
	}
	if p.Movement != "" {
		return p.Movement
	}
	before := x.Previous(p)
	if before == nil {
		if p.From.IsZero() {
			return ""
		}
		return Initial
	}
	if p.Stance != before.Stance {
		return stanceMovements[[2]Stance{before.Stance, p.Stance}]
	}
	return firmnessMovement(before.Firmness, p.Firmness)
}

// scoreMovement is rule 1; ok is false where it does not apply.
func (x *Index) scoreMovement(p *Position) (m Movement, ok bool) {
	issue, found := x.c.Issues.Get(p.Issue)
	if !found || issue.Scale == nil || p.Score == nil || p.From.IsZero() {
		return "", false
	}
	var first, last *Position
	for _, q := range x.positions[Ref{KindActor, p.Holder()}] {
		if q.Holder() != p.Holder() || q.Issue != p.Issue || q.Score == nil || q.From.IsZero() || !later(q, p) {
			continue
		}
		if first == nil {
			first = q
		}
		last = q
	}
	if last == nil {
		return Initial, true
	}
	step := *p.Score - *last.Score
	if *first.Score > middle { // its own end is the high one: mirror
		return scaleMovement(-step, 2*middle-*p.Score, 2*middle-*last.Score), true
	}
	return scaleMovement(step, *p.Score, *last.Score), true
}

// scaleMovement is for a holder whose own end is 0.
func scaleMovement(step, score, last int) Movement {
	switch {
	case step == 0:
		return Reaffirmed
	case step < 0:
		return Hardened
	case score > middle && last <= middle:
		return Conceded
	}
	return Softened
}

// stanceMovements by the stance before and after; what is not here cannot be told.
var stanceMovements = map[[2]Stance]Movement{
	{Rejects, Conditional}:  Softened,
	{Rejects, Supports}:     Conceded,
	{Demands, Conditional}:  Softened,
	{Demands, Supports}:     Softened,
	{Conditional, Supports}: Softened,
	{Conditional, Rejects}:  Hardened,
	{Conditional, Demands}:  Hardened,
	{Supports, Conditional}: Hardened,
	{Supports, Demands}:     Hardened,
	{Supports, Rejects}:     Withdrawn,
}

func firmnessMovement(before, after Firmness) Movement {
	b, a := firmnessRank(before), firmnessRank(after)
	switch {
	case a < 0 || b < 0 || a == b:
		return Reaffirmed
	case a < b:
		return Hardened
	}
	return Softened
}

// firmnessRank is 0 for the firmest, -1 where the source does not say.
func firmnessRank(f Firmness) int {
	for i, known := range Firmnesses() {
		if f == known {
			return i
		}
	}
	return -1
}
