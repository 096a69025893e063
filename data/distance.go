package data

import "math"

// Distance is how far apart two actors stand.
type Distance struct {
	Value  float64 // 0 the same, 1 opposed; the mean over the issues compared
	Issues []IssueDistance
}

// IssueDistance is how far apart two actors stand on one issue.
type IssueDistance struct {
	Issue  ID
	Value  float64
	Scored bool // from scores on the issue's scale, not from stances
}

// Known reports whether there was anything to compare.
func (d Distance) Known() bool { return len(d.Issues) > 0 }

// Distance compares what two actors hold at an instant, over the issues on which
// both hold something that can be compared. It is a summary for the eye, not a
// measurement:
//
//   - On an issue with a scale where both have a score, it is the difference of
//     their newest scores divided by 100.
//
//   - Otherwise it is the mean over all pairs of their positions on the issue. A
//     pair with the same subject and stance counts 0; other pairs count by stance,
//     after the table below. Unclear positions are left out.
//
//     supports  conditional  demands  rejects
//     supports        0         1/4         1/4       1
//     conditional    1/4        1/4         1/2      3/4
//     demands        1/4        1/2         1/2       1
//     rejects         1         3/4          1        0
//
// Two demands count 1/2, since each may ask for something else; an offer against
// a demand counts 1/4, since it meets the demand at least in part.
func (x *Index) Distance(a, b ID, at int64) Distance {
	var d Distance
	heldA, heldB := byIssue(x.Standing(a, at)), byIssue(x.Standing(b, at))
	sum := 0.0
	for _, issue := range x.c.Issues.All() {
		v, scored, ok := x.issueDistance(issue, heldA[issue.ID], heldB[issue.ID])
		if !ok {
			continue
		}
		d.Issues = append(d.Issues, IssueDistance{issue.ID, v, scored})
		sum += v
	}
	if len(d.Issues) > 0 {
		d.Value = sum / float64(len(d.Issues))
	}
	return d
}

// DistanceHeld is Distance on one issue between what two actors hold on it; ok is
// false where there is nothing to compare.
func (x *Index) DistanceHeld(issue ID, a, b []*Position) (value float64, ok bool) {
	i, ok := x.c.Issues.Get(issue)
	if !ok {
		return 0, false
	}
	value, _, ok = x.issueDistance(i, a, b)
	return value, ok
}

func byIssue(list []*Position) map[ID][]*Position {
	m := map[ID][]*Position{}
	for _, p := range list {
		m[p.Issue] = append(m[p.Issue], p)
	}
	return m
}

func (x *Index) issueDistance(issue *Issue, a, b []*Position) (value float64, scored, ok bool) {
	if issue.Scale != nil {
		sa, sb := newestScore(a), newestScore(b)
		if sa != nil && sb != nil {
			return math.Abs(float64(*sa-*sb)) / (2 * middle), true, true
		}
	}
	n := 0
	for _, p := range a {
		for _, q := range b {
			v, ok := x.pairDistance(p, q)
			if ok {
				value += v
				n++
			}
		}
	}
	if n == 0 {
		return 0, false, false
	}
	return value / float64(n), false, true
}

// newestScore is the score of the newest position that has one; the list has
// the newest first.
func newestScore(list []*Position) *int {
	for _, p := range list {
		if p.Score != nil {
			return p.Score
		}
	}
	return nil
}

func (x *Index) pairDistance(p, q *Position) (float64, bool) {
	v, ok := stanceDistances[[2]Stance{p.Stance, q.Stance}]
	if !ok {
		v, ok = stanceDistances[[2]Stance{q.Stance, p.Stance}]
	}
	if ok && v > 0 && p.Stance == q.Stance && x.subject(p.Proposal) == x.subject(q.Proposal) {
		return 0, true
	}
	return v, ok
}

// subject is subjectOf, remembered: a table compares the same ones again and again.
func (x *Index) subject(proposal string) string {
	if s, ok := x.subjects.Load(proposal); ok {
		return s.(string)
	}
	s := subjectOf(proposal)
	x.subjects.Store(proposal, s)
	return s
}

// stanceDistances is the table above, each pair once.
var stanceDistances = map[[2]Stance]float64{
	{Supports, Supports}:       0,
	{Supports, Conditional}:    0.25,
	{Supports, Demands}:        0.25,
	{Supports, Rejects}:        1,
	{Conditional, Conditional}: 0.25,
	{Conditional, Demands}:     0.5,
	{Conditional, Rejects}:     0.75,
	{Demands, Demands}:         0.5,
	{Demands, Rejects}:         1,
	{Rejects, Rejects}:         0,
}
