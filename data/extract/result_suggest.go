package extract

import (
	"strings"

	"demarche/data"
	"demarche/data/edtf"
)

// around is how many code points of text before and after a passage are kept
// with it, so that it can be found again.
const around = 40

// Suggestions turns a result into what a person reviews: one suggestion for each
// event and position, with the actors that it needs and its passages in the
// document doc. newID gives the IDs.
//
// A position whose day the text does not tell is dated "../published": it was
// held by then, and nobody knows since when.
func (r Result) Suggestions(doc data.ID, newID func() data.ID) []*data.Suggestion {
	c := converter{doc: doc, text: []rune(r.Document.Text), actors: map[string]*Actor{}}
	for i := range r.Actors {
		c.actors[r.Actors[i].ID] = &r.Actors[i]
	}
	if r.Document.Published != nil {
		if p, err := edtf.Parse(*r.Document.Published); err == nil {
			c.published = p
		}
	}
	out := make([]*data.Suggestion, 0, len(r.Events)+len(r.Positions))
	e, p := 0, 0
	for e < len(r.Events) || p < len(r.Positions) { // in the order of the text
		s := &data.Suggestion{ID: newID(), Document: doc, State: data.Open}
		if p == len(r.Positions) || e < len(r.Events) && r.Events[e].Start <= r.Positions[p].Start {
			c.event(s, &r.Events[e])
			e++
		} else {
			c.position(s, &r.Positions[p])
			p++
		}
		out = append(out, s)
	}
	return out
}

type converter struct {
	doc       data.ID
	text      []rune
	actors    map[string]*Actor
	published edtf.Date
}

func (c *converter) event(s *data.Suggestion, e *Event) {
	s.Event = &data.Event{ID: s.ID, Title: e.Title, Type: data.EventType(e.Type), Status: data.EventStatus(e.Status), Date: parseDate(e.Date),
		Place: e.Place, Passages: c.passages(e.Span, e.Also)}
	for _, id := range e.Actors {
		s.Event.Actors = append(s.Event.Actors, data.ID(id))
	}
	s.Issue, s.Confidence, s.Why = e.Issue, e.Confidence, e.Why
	s.Actors = c.proposed(e.Actors...)
}

func (c *converter) position(s *data.Suggestion, p *Position) {
	n := &data.Position{ID: s.ID, Actor: data.ID(p.Actor), Stance: data.Stance(p.Stance), Proposal: p.Proposal, Condition: p.Condition,
		From: parseDate(p.Date), Passages: c.passages(p.Span, p.Also)}
	n.Attribution = data.Attribution{Named: p.Attribution.Named, Relation: data.Relation(p.Attribution.Relation)}
	if p.Attribution.Speaker != nil {
		n.Attribution.Speaker = *p.Attribution.Speaker
	}
	if p.For != nil {
		n.For = data.ID(*p.For)
	}
	if p.RedLine {
		n.Firmness = data.RedLine
	}
	if p.Date == nil && !c.published.IsZero() && !c.published.Interval {
		n.From = edtf.Until(c.published)
	}
	s.Position, s.Issue, s.Confidence, s.Why = n, p.Issue, p.Confidence, p.Why
	s.Actors = c.proposed(p.Actor, string(n.For))
}

func parseDate(v *string) edtf.Date {
	if v == nil {
		return edtf.Date{}
	}
	d, err := edtf.Parse(*v)
	if err != nil {
		return edtf.Date{} // the result holds what edtf printed: it parses
	}
	return d
}

// proposed lists the actors by their ids, with those that they speak for.
func (c *converter) proposed(ids ...string) []data.ProposedActor {
	var out []data.ProposedActor
	seen := map[string]bool{}
	for len(ids) > 0 {
		id := ids[0]
		ids = ids[1:]
		a := c.actors[id]
		if a == nil || seen[id] {
			continue
		}
		seen[id] = true
		p := data.ProposedActor{Key: data.ID(id), Name: a.Name, Kind: data.ActorKind(a.Kind), Role: a.Role, Aliases: a.Aliases}
		if a.Of != nil {
			p.Of = data.ID(*a.Of)
			ids = append(ids, *a.Of)
		}
		out = append(out, p)
	}
	return out
}

func (c *converter) passages(first Span, also []Span) []data.Passage {
	out := []data.Passage{c.passage(first)}
	for _, s := range also {
		out = append(out, c.passage(s))
	}
	return out
}

func (c *converter) passage(s Span) data.Passage {
	return data.Passage{Document: c.doc, Start: s.Start, End: s.End, Quote: s.Quote,
		Before: plain(c.text[max(0, s.Start-around):s.Start]), After: plain(c.text[s.End:min(len(c.text), s.End+around)])}
}

// plain is text on one line.
func plain(t []rune) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(string(t))
}
