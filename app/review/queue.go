package review

import (
	"cmp"
	"slices"

	"demarche/data"
)

// view is which suggestions the list shows.
type view int

const (
	viewAll view = iota
	viewOpen
	viewAccepted
	viewRejected
)

func (v view) shows(s *data.Suggestion) bool {
	switch v {
	case viewOpen:
		return s.State == data.Open
	case viewAccepted:
		return s.State == data.Accepted
	case viewRejected:
		return s.State == data.Rejected
	}
	return true
}

// queue is the suggestions of a document in the order of its text, and the one
// that is looked at.
type queue struct {
	all      []*data.Suggestion
	shown    []*data.Suggestion // what the view lets through
	view     view
	selected data.ID
}

// suggestionsOf is the suggestions from a document in the order of its text.
func suggestionsOf(c *data.Case, doc data.ID) []*data.Suggestion {
	var all []*data.Suggestion
	for _, s := range c.Suggestions.All() {
		if s.Document == doc {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b *data.Suggestion) int {
		x, y := place(a), place(b)
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	return all
}

// place is the first passage of a suggestion.
func place(s *data.Suggestion) data.Passage {
	if p := data.PassagesOf(s); len(p) > 0 {
		return p[0]
	}
	return data.Passage{}
}

// set takes the suggestions as they are now. The selection goes on to the next
// open one where the selected one was just decided, and to one that was just
// opened again, as undo does.
func (q *queue) set(all []*data.Suggestion) {
	before := map[data.ID]data.SuggestionState{}
	for _, s := range q.all {
		before[s.ID] = s.State
	}
	old := q.all
	q.all = all
	q.filter()
	var reopened data.ID
	for _, s := range all {
		if was, ok := before[s.ID]; ok && was != data.Open && s.State == data.Open && reopened == "" {
			reopened = s.ID
		}
	}
	switch now := q.get(q.selected); {
	case reopened != "":
		q.selected = reopened
	case now == nil && q.selected != "":
		q.selectNear(old)
	case now != nil && before[now.ID] == data.Open && now.State != data.Open:
		q.goOn()
	}
	if q.get(q.selected) == nil {
		q.first()
	}
}

// selectNear selects what stands where the selected suggestion stood that is gone.
func (q *queue) selectNear(old []*data.Suggestion) {
	for _, s := range old {
		if s.ID != q.selected {
			continue
		}
		for _, c := range q.shown {
			if place(c).Start >= place(s).Start {
				q.selected = c.ID
				return
			}
		}
	}
}

// first selects the first open one, or the first.
func (q *queue) first() {
	q.selected = ""
	for _, s := range q.shown {
		if q.selected == "" || s.State == data.Open {
			q.selected = s.ID
		}
		if s.State == data.Open {
			return
		}
	}
}

func (q *queue) filter() {
	q.shown = q.shown[:0:0]
	for _, s := range q.all {
		if q.view.shows(s) {
			q.shown = append(q.shown, s)
		}
	}
}

func (q *queue) setView(v view) {
	q.view = v
	q.filter()
	if q.index(q.selected) < 0 {
		q.first()
	}
}

// get is a suggestion of the document; nil where there is none.
func (q *queue) get(id data.ID) *data.Suggestion {
	for _, s := range q.all {
		if s.ID == id {
			return s
		}
	}
	return nil
}

func (q *queue) current() *data.Suggestion { return q.get(q.selected) }

// index is where a suggestion stands in the list, -1 where it is not shown.
func (q *queue) index(id data.ID) int {
	return slices.IndexFunc(q.shown, func(s *data.Suggestion) bool { return s.ID == id })
}

// step moves the selection by n in the list.
func (q *queue) step(n int) {
	if len(q.shown) == 0 {
		return
	}
	i := q.index(q.selected)
	if i < 0 {
		i = -min(n, 0) // before the first or at it
	} else {
		i += n
	}
	q.selected = q.shown[max(0, min(i, len(q.shown)-1))].ID
}

// goOn selects the next open suggestion after the selected one, else the first
// open one; with none left the selection stays.
func (q *queue) goOn() {
	at := slices.IndexFunc(q.all, func(s *data.Suggestion) bool { return s.ID == q.selected })
	for k := range q.all {
		s := q.all[(at+1+k)%len(q.all)]
		if s.State == data.Open && q.view.shows(s) {
			q.selected = s.ID
			return
		}
	}
}

// reviewed counts the decisions.
func (q *queue) reviewed() int {
	n := 0
	for _, s := range q.all {
		if s.State != data.Open {
			n++
		}
	}
	return n
}

// sure is the open suggestions that the extractor is sure of.
func (q *queue) sure() []*data.Suggestion {
	var all []*data.Suggestion
	for _, s := range q.all {
		if s.State == data.Open && s.Confidence >= data.Sure {
			all = append(all, s)
		}
	}
	return all
}

// firstIn is the first suggestion of the list with a passage in the code points
// [start, end).
func (q *queue) firstIn(start, end int) int {
	best, at := -1, 0
	for i, s := range q.shown {
		for _, p := range data.PassagesOf(s) {
			if p.Start < end && p.End > start && (best < 0 || p.Start < at) {
				best, at = i, p.Start
			}
		}
	}
	return best
}
