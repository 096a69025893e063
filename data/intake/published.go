package intake

import (
	"context"
	"fmt"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/extract"
)

// Published is the change that gives a document of the case its publication
// date. Its text is read anew, since "on Monday" now means another day: what
// waits for review is brought up to date under the same ID, and what a person
// accepted or rejected stays so and only takes the new date. An event or a
// position that was accepted moves with it where nobody but this document dates
// it: where its date is still the one that the suggestion had.
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
	var before []*data.Suggestion
	for _, s := range c.Suggestions.All() {
		if s.Document == id {
			before = append(before, s)
		}
	}
	ch := data.Change{Label: "Date " + doc.Title, Put: []data.Record{&doc}}
	fresh := result.Suggestions(id, in.ids.Next)
	pairs := pair(before, fresh)
	kept := map[data.ID]bool{}
	for _, s := range fresh {
		was := pairs[s]
		if was != nil {
			kept[was.ID] = true
		}
		switch {
		case was == nil:
			ch.Put = append(ch.Put, s)
		case was.State == data.Open:
			ch.Put = append(ch.Put, renamed(s, was.ID))
		default:
			ch.Put = append(ch.Put, redated(was, dateOf(s)))
			if r := redatedResult(c, was, dateOf(s)); r != nil {
				ch.Put = append(ch.Put, r)
			}
		}
	}
	for _, s := range before {
		if s.State == data.Open && !kept[s.ID] {
			ch.Remove = append(ch.Remove, s.Ref())
		}
	}
	return ch, nil
}

// likeness is what two suggestions of one document have in common that tell the
// same. The extractor is deterministic, so what differs between two runs is
// dates, and the names of actors and issues that the case has learnt meanwhile.
type likeness struct {
	sort       string // type of an event, stance of a position
	start, end int    // of the first passage
	actor      string // of a position
	words      string
}

// pair finds for each fresh suggestion the one of before that tells the same,
// each once: first those that agree in everything, then with less and less.
func pair(before, fresh []*data.Suggestion) map[*data.Suggestion]*data.Suggestion {
	pairs := map[*data.Suggestion]*data.Suggestion{}
	taken := map[*data.Suggestion]bool{}
	for _, of := range []func(likeness) likeness{
		func(l likeness) likeness { return l },
		func(l likeness) likeness { l.words = ""; return l },
		func(l likeness) likeness { l.words, l.actor = "", ""; return l },
	} {
		left := map[likeness][]*data.Suggestion{}
		for _, s := range before {
			if !taken[s] {
				left[of(likenessOf(s))] = append(left[of(likenessOf(s))], s)
			}
		}
		for _, s := range fresh {
			key := of(likenessOf(s))
			if same := left[key]; pairs[s] == nil && len(same) > 0 {
				pairs[s], left[key], taken[same[0]] = same[0], same[1:], true
			}
		}
	}
	return pairs
}

func likenessOf(s *data.Suggestion) likeness {
	l := likeness{words: data.NameOf(s)}
	if s.Event != nil {
		l.sort = "event " + string(s.Event.Type)
	} else {
		l.sort = "position " + string(s.Position.Stance)
		for _, a := range s.Actors {
			if a.Key == s.Position.Actor {
				l.actor = a.Name
			}
		}
	}
	if p := data.PassagesOf(s); len(p) > 0 {
		l.start, l.end = p[0].Start, p[0].End
	}
	return l
}

// renamed is the suggestion under another ID, which what it proposes bears too.
func renamed(s *data.Suggestion, id data.ID) *data.Suggestion {
	now := *s
	now.ID = id
	if s.Event != nil {
		e := *s.Event
		e.ID, now.Event = id, &e
	} else {
		p := *s.Position
		p.ID, now.Position = id, &p
	}
	return &now
}

func dateOf(s *data.Suggestion) edtf.Date {
	if s.Event != nil {
		return s.Event.Date
	}
	return s.Position.From
}

// redated is the suggestion with another date.
func redated(s *data.Suggestion, date edtf.Date) *data.Suggestion {
	now := *s
	if s.Event != nil {
		e := *s.Event
		e.Date, now.Event = date, &e
	} else {
		p := *s.Position
		p.From, now.Position = date, &p
	}
	return &now
}

// redatedResult is the record that accepting the suggestion made with the new
// date, or nil where it keeps its own: an analyst gave it another, another
// document dates it too, the new date says nothing or does not fit.
func redatedResult(c *data.Case, was *data.Suggestion, date edtf.Date) data.Record {
	result, ok := c.Record(was.ResultRef())
	old := dateOf(was)
	if !ok || date.IsZero() || date == old {
		return nil
	}
	if !old.IsZero() && toldElsewhere(result, was.Document) {
		return nil
	}
	switch r := result.(type) {
	case *data.Event:
		if r.Date == old {
			dated := *r
			dated.Date = date
			return &dated
		}
	case *data.Position:
		dated := *r
		dated.From = date
		if r.From == old && dated.Validate() == nil { // it may end before that
			return &dated
		}
	}
	return nil
}

func toldElsewhere(r data.Record, doc data.ID) bool {
	for _, p := range data.PassagesOf(r) {
		if p.Document != doc {
			return true
		}
	}
	return false
}
