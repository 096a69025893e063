package review

import (
	"errors"
	"fmt"
	"slices"

	"demarche/app/screen"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/store"
)

// do makes a change and says so, with a way back.
func (s *Screen) do(ch data.Change, err error, say string) {
	if err == nil {
		err = s.ses.Do(ch)
	}
	if err != nil {
		s.host.Desk.Fail(err)
		return
	}
	if say != "" {
		s.host.Desk.TellUndo(say)
	}
}

// accept takes the selected suggestion into the case.
func (s *Screen) accept() {
	now := s.queue.current()
	if now == nil || s.decided(now, data.Accepted) {
		return
	}
	ch, err := data.Accept(s.ses.Case(), now, s.ses.NewID)
	s.do(ch, err, "Accepted: "+shorten(summary(s.ses.Case(), now)))
}

func (s *Screen) reject() {
	now := s.queue.current()
	if now == nil || s.decided(now, data.Accepted, data.Rejected) {
		return
	}
	ch, err := data.Decline(now)
	s.do(ch, err, "Rejected: "+shorten(summary(s.ses.Case(), now)))
}

// decided reports whether a suggestion is in one of the states already, and says
// so: a key that does nothing looks broken.
func (s *Screen) decided(of *data.Suggestion, states ...data.SuggestionState) bool {
	if !slices.Contains(states, of.State) {
		return false
	}
	word := map[data.SuggestionState]string{data.Accepted: "accepted", data.Rejected: "rejected"}[of.State]
	s.host.Desk.Tell("It is " + word + " already; R takes that back")
	return true
}

// reopen takes a decision back.
func (s *Screen) reopen() {
	now := s.queue.current()
	if now == nil || now.State == data.Open {
		return
	}
	ch, err := data.Reopen(s.ses.Case(), now)
	s.do(ch, err, "Taken back")
}

// edit opens the form: of the suggestion, which saving accepts, or of what was
// made from it.
func (s *Screen) edit() {
	now := s.queue.current()
	if now == nil {
		return
	}
	if now.State == data.Accepted {
		s.host.Desk.Edit(now.ResultRef())
		return
	}
	s.host.Desk.Edit(now.Ref())
}

// same is the event of the case that a suggested one may be; nil where there is none.
func (s *Screen) same(of *data.Suggestion) *data.Event {
	if of == nil || of.State != data.Open {
		return nil
	}
	for _, id := range data.SameEvents(s.ses.Case(), of) {
		if e, ok := s.ses.Case().Events.Get(id); ok {
			return e
		}
	}
	return nil
}

// merge accepts the selected suggestion as another report of an event.
func (s *Screen) merge() {
	now := s.queue.current()
	e := s.same(now)
	if e == nil {
		return
	}
	ch, err := data.AcceptInto(s.ses.Case(), now, e.ID)
	s.do(ch, err, "Merged with “"+shorten(e.Title)+"”")
}

// acceptSure accepts what the extractor is sure of, but for events that the case
// seems to have: those want a look.
func (s *Screen) acceptSure() {
	var take []*data.Suggestion
	waits := 0
	for _, one := range s.queue.sure() {
		if s.same(one) != nil {
			waits++
			continue
		}
		take = append(take, one)
	}
	if len(take) == 0 {
		if waits > 0 {
			s.host.Desk.Tell("What is sure may be in the case already. Look at each: M merges, A accepts")
		} else {
			s.host.Desk.Tell("Nothing that is open here is sure")
		}
		return
	}
	ch, err := data.AcceptAll(s.ses.Case(), take, s.ses.NewID)
	say := "Accepted " + words.Count(len(take), "suggestion")
	if waits > 0 {
		say += fmt.Sprintf("; %d may be in the case already", waits)
	}
	s.do(ch, err, say)
}

// undo takes the last change back.
func (s *Screen) undo() {
	label, err := s.ses.Store().Undo()
	switch {
	case errors.Is(err, store.ErrNothing):
		s.host.Desk.Tell("There is nothing to undo")
	case err != nil:
		s.host.Desk.Fail(err)
	default:
		s.host.Desk.Tell("Undone: " + label)
	}
}

// toTimeline shows what was made from the selected suggestion.
func (s *Screen) toTimeline() {
	if now := s.queue.current(); now != nil && now.State == data.Accepted {
		s.ses.Selected.Set(now.ResultRef())
		s.host.Desk.Show(screen.Timeline)
	}
}

// around is how much of the text before and after a passage is kept with it, in
// code points.
const around = 40

// selectedPassage is the selected text as a passage.
func (s *Screen) selectedPassage() (data.Passage, bool) {
	start, end, ok := s.reader.selection()
	if !ok {
		return data.Passage{}, false
	}
	t := s.reader.text
	return data.Passage{
		Document: s.doc, Start: start, End: end, Quote: t.Slice(start, end),
		Before: oneLine(t.Slice(max(0, start-around), start)), After: oneLine(t.Slice(end, end+around)),
	}, true
}

// needSelection says what to do where nothing is selected.
const needSelection = "Select the words of the passage first, with the mouse"

func (s *Screen) newEvent() {
	p, ok := s.selectedPassage()
	if !ok {
		s.host.Desk.Tell(needSelection)
		return
	}
	s.host.Desk.NewEvent(data.Event{Date: s.dateIn(p), Status: data.Happened, Passages: []data.Passage{p}})
}

func (s *Screen) newPosition() {
	p, ok := s.selectedPassage()
	if !ok {
		s.host.Desk.Tell(needSelection)
		return
	}
	s.host.Desk.NewPosition(data.Position{From: s.dateIn(p), Proposal: firstWords(p.Quote), Passages: []data.Passage{p}})
}
