package store

import (
	"slices"

	"demarche/data"
)

// record reads an event, a position or a suggestion; ok is false where the
// scanner does not know the kind or what it found.
func (s *scanner) record(kind data.Kind, value []byte) (r data.Record, ok bool) {
	s.b, s.i, s.failed = value, 0, false
	switch kind {
	case data.KindEvent:
		e := new(data.Event)
		s.event(e)
		r = e
	case data.KindPosition:
		p := new(data.Position)
		s.position(p)
		r = p
	case data.KindSuggestion:
		g := new(data.Suggestion)
		s.suggestion(g)
		r = g
	default:
		return nil, false
	}
	return r, s.done()
}

func (s *scanner) event(e *data.Event) {
	s.object(func(key []byte) int {
		switch string(key) {
		case "id":
			e.ID = data.ID(s.text())
			return 0
		case "title":
			e.Title = s.text()
			return 1
		case "type":
			e.Type = data.EventType(s.name())
			return 2
		case "status":
			e.Status = data.EventStatus(s.name())
			return 3
		case "date":
			s.date(&e.Date)
			return 4
		case "place":
			e.Place = s.name()
			return 5
		case "actors":
			e.Actors = s.ids()
			return 6
		case "issues":
			e.Issues = s.ids()
			return 7
		}
		return s.common(key, 8, &e.Passages, &e.Attribution, &e.Links, &e.Disputed, &e.Note)
	})
}

func (s *scanner) position(p *data.Position) {
	s.object(func(key []byte) int {
		switch string(key) {
		case "id":
			p.ID = data.ID(s.text())
			return 0
		case "actor":
			p.Actor = data.ID(s.name())
			return 1
		case "for":
			p.For = data.ID(s.name())
			return 2
		case "issue":
			p.Issue = data.ID(s.name())
			return 3
		case "stance":
			p.Stance = data.Stance(s.name())
			return 4
		case "proposal":
			p.Proposal = s.text()
			return 5
		case "condition":
			p.Condition = s.text()
			return 6
		case "firmness":
			p.Firmness = data.Firmness(s.name())
			return 7
		case "from":
			s.date(&p.From)
			return 8
		case "until":
			s.date(&p.Until)
			return 9
		case "score":
			score := s.count()
			p.Score = &score
			return 10
		case "movement":
			p.Movement = data.Movement(s.name())
			return 11
		}
		return s.common(key, 12, &p.Passages, &p.Attribution, &p.Links, &p.Disputed, &p.Note)
	})
}

// common reads what events and positions share; its keys are numbered from n on.
func (s *scanner) common(key []byte, n int, passages *[]data.Passage, a *data.Attribution, links *[]data.Link, disputed *bool, note *string) int {
	switch string(key) {
	case "passages":
		*passages = s.passages()
		return n
	case "attribution":
		s.attribution(a)
		return n + 1
	case "links":
		*links = s.links()
		return n + 2
	case "disputed":
		*disputed = s.flag()
		return n + 3
	case "note":
		*note = s.text()
		return n + 4
	}
	s.fail()
	return 0
}

func (s *scanner) suggestion(g *data.Suggestion) {
	s.object(func(key []byte) int {
		switch string(key) {
		case "id":
			g.ID = data.ID(s.text())
			return 0
		case "document":
			g.Document = data.ID(s.name())
			return 1
		case "state":
			g.State = data.SuggestionState(s.name())
			return 2
		case "event":
			g.Event = new(data.Event)
			s.event(g.Event)
			return 3
		case "position":
			g.Position = new(data.Position)
			s.position(g.Position)
			return 4
		case "actors":
			g.Actors = s.proposed()
			return 5
		case "issue":
			g.Issue = s.name()
			return 6
		case "confidence":
			g.Confidence = s.share()
			return 7
		case "why":
			g.Why = s.text()
			return 8
		case "result":
			g.Result = data.ID(s.text())
			return 9
		case "merged":
			g.Merged = s.flag()
			return 10
		}
		s.fail()
		return 0
	})
}

func (s *scanner) attribution(a *data.Attribution) {
	s.object(func(key []byte) int {
		switch string(key) {
		case "speaker":
			a.Speaker = s.text()
			return 0
		case "named":
			a.Named = s.flag()
			return 1
		case "relation":
			a.Relation = data.Relation(s.name())
			return 2
		case "outlet":
			a.Outlet = s.name()
			return 3
		case "source":
			a.Source = s.name()
			return 4
		case "credibility":
			a.Credible = s.name()
			return 5
		}
		s.fail()
		return 0
	})
}

// Lists are read into an array first, so that each takes no more room than it
// needs.

func (s *scanner) ids() []data.ID {
	var few [8]data.ID
	list := few[:0]
	s.array(func() { list = append(list, data.ID(s.name())) })
	return slices.Clone(list)
}

func (s *scanner) passages() []data.Passage {
	var few [4]data.Passage
	list := few[:0]
	s.array(func() {
		var p data.Passage
		s.object(func(key []byte) int {
			switch string(key) {
			case "document":
				p.Document = data.ID(s.name())
				return 0
			case "start":
				p.Start = s.count()
				return 1
			case "end":
				p.End = s.count()
				return 2
			case "quote":
				p.Quote = s.text()
				return 3
			case "before":
				p.Before = s.text()
				return 4
			case "after":
				p.After = s.text()
				return 5
			}
			s.fail()
			return 0
		})
		list = append(list, p)
	})
	return slices.Clone(list)
}

func (s *scanner) links() []data.Link {
	var few [4]data.Link
	list := few[:0]
	s.array(func() {
		var l data.Link
		s.object(func(key []byte) int {
			switch string(key) {
			case "kind":
				l.Kind = data.LinkKind(s.name())
				return 0
			case "to":
				s.ref(&l.To)
				return 1
			}
			s.fail()
			return 0
		})
		list = append(list, l)
	})
	return slices.Clone(list)
}

func (s *scanner) ref(to *data.Ref) {
	s.object(func(key []byte) int {
		switch string(key) {
		case "kind":
			to.Kind = data.Kind(s.name())
			return 0
		case "id":
			to.ID = data.ID(s.text())
			return 1
		}
		s.fail()
		return 0
	})
}

func (s *scanner) proposed() []data.ProposedActor {
	var few [4]data.ProposedActor
	list := few[:0]
	s.array(func() {
		var a data.ProposedActor
		s.object(func(key []byte) int {
			switch string(key) {
			case "key":
				a.Key = data.ID(s.name())
				return 0
			case "name":
				a.Name = s.name()
				return 1
			case "kind":
				a.Kind = data.ActorKind(s.name())
				return 2
			case "of":
				a.Of = data.ID(s.name())
				return 3
			case "role":
				a.Role = s.name()
				return 4
			case "aliases":
				a.Aliases = s.names()
				return 5
			}
			s.fail()
			return 0
		})
		list = append(list, a)
	})
	return slices.Clone(list)
}

func (s *scanner) names() []string {
	var few [8]string
	list := few[:0]
	s.array(func() { list = append(list, s.name()) })
	return slices.Clone(list)
}
