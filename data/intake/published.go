package intake

import (
	"context"
	"fmt"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/extract"
)

// Published is the change that gives a document of the case its publication
// date. Its open suggestions are made anew from text, since "on Monday" now
// means a day; what a person accepted or rejected stays, and an accepted event
// or position without a date takes the one that its passage now yields.
func (in *Intake) Published(ctx context.Context, c *data.Case, id data.ID, text string, published edtf.Date) (data.Change, error) {
	old, ok := c.Documents.Get(id)
	if !ok {
		return data.Change{}, fmt.Errorf("date document %s: the case has no such document", id)
	}
	doc := *old
	doc.Published = published
	result, err := extract.Extract(ctx, text, Options(c, &doc))
	if err != nil {
		return data.Change{}, fmt.Errorf("extract from %s: %w", doc.Title, err)
	}
	ch := data.Change{Label: "Date " + doc.Title, Put: []data.Record{&doc}}
	reviewed := map[passageKey]*data.Suggestion{}
	for _, s := range c.Suggestions.All() {
		switch {
		case s.Document != id:
		case s.State == data.Open:
			ch.Remove = append(ch.Remove, s.Ref())
		default:
			reviewed[keyOf(s)] = s
		}
	}
	for _, s := range result.Suggestions(id, in.ids.Next) {
		before, known := reviewed[keyOf(s)]
		if !known {
			ch.Put = append(ch.Put, s)
		} else if dated := dateResult(c, before, s); dated != nil {
			ch.Put = append(ch.Put, dated)
		}
	}
	return ch, nil
}

// passageKey tells suggestions of one document apart: what sort, about whom,
// from where. The extractor is deterministic, so only dates differ between runs.
type passageKey struct {
	event      bool
	actor      string
	start, end int
}

func keyOf(s *data.Suggestion) passageKey {
	if s.Event != nil {
		return withSpan(passageKey{event: true}, s.Event.Passages)
	}
	key := passageKey{}
	for _, a := range s.Actors {
		if a.Key == s.Position.Actor {
			key.actor = a.Name
		}
	}
	return withSpan(key, s.Position.Passages)
}

func withSpan(key passageKey, passages []data.Passage) passageKey {
	if len(passages) > 0 {
		key.start, key.end = passages[0].Start, passages[0].End
	}
	return key
}

// dateResult is the record that accepting made with the date that s now has, or
// nil where there is nothing to fill in.
func dateResult(c *data.Case, before, s *data.Suggestion) data.Record {
	if e, ok := c.Events.Get(before.Result); ok && s.Event != nil && e.Date.IsZero() && !s.Event.Date.IsZero() {
		dated := *e
		dated.Date = s.Event.Date
		return &dated
	}
	if p, ok := c.Positions.Get(before.Result); ok && s.Position != nil && p.From.IsZero() && !s.Position.From.IsZero() {
		dated := *p
		dated.From = s.Position.From
		return &dated
	}
	return nil
}
