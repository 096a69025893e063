package review

import (
	"cmp"
	"slices"

	"demarche/app/ui"
	"demarche/data"
)

// mark is a passage that the article shows in colour.
type mark struct {
	start, end int // code points
	of         data.Ref
	tone       ui.Tone
	state      data.SuggestionState
}

// marks are the passages of a document: what is suggested from it, and what the
// analyst made from it by hand. Long ones come first, so that a passage inside
// another is seen.
func marks(c *data.Case, doc data.ID, suggested []*data.Suggestion) []mark {
	var all []mark
	add := func(passages []data.Passage, of data.Ref, tone ui.Tone, state data.SuggestionState) {
		for _, p := range passages {
			if p.Document == doc && p.End > p.Start {
				all = append(all, mark{p.Start, p.End, of, tone, state})
			}
		}
	}
	made := map[data.Ref]bool{}
	for _, s := range suggested {
		if s.State == data.Accepted {
			made[s.ResultRef()] = true
		}
		add(data.PassagesOf(s), s.Ref(), toneOf(s), s.State)
	}
	for _, e := range c.Events.All() {
		if !made[e.Ref()] {
			add(e.Passages, e.Ref(), ui.Info, data.Accepted)
		}
	}
	for _, p := range c.Positions.All() {
		if !made[p.Ref()] {
			add(p.Passages, p.Ref(), ui.ToneOf(p.Stance), data.Accepted)
		}
	}
	slices.SortStableFunc(all, func(a, b mark) int { return cmp.Compare(b.end-b.start, a.end-a.start) })
	return all
}

func toneOf(s *data.Suggestion) ui.Tone {
	if s.Event != nil {
		return ui.Info
	}
	return ui.ToneOf(s.Position.Stance)
}

// under is the smallest passage that covers a code point, an open one before one
// that was decided; ok is false where there is none.
func under(all []mark, point int) (m mark, ok bool) {
	for i := len(all) - 1; i >= 0; i-- {
		c := all[i]
		if point < c.start || point >= c.end {
			continue
		}
		if !ok || m.state != data.Open && c.state == data.Open {
			m, ok = c, true
		}
	}
	return m, ok
}
