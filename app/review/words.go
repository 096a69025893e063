package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
)

// likely is the confidence from which a suggestion is called likely.
const likely = 0.5

// confidenceWord is how sure the extractor is.
func confidenceWord(c float64) string {
	switch {
	case c >= data.Sure:
		return "sure"
	case c >= likely:
		return "likely"
	}
	return "unsure"
}

// kindWord is what the pill of a suggestion says.
func kindWord(s *data.Suggestion) string {
	if s.Event != nil {
		return "Event · " + eventWord(s.Event.Type)
	}
	return "Position · " + stanceWord(s.Position.Stance)
}

// stanceWord is a stance as it stands within a line.
func stanceWord(s data.Stance) string { return strings.ToLower(ui.StanceWord(s)) }

// eventWord is a type of event in a word.
func eventWord(t data.EventType) string {
	switch t {
	case data.Agree:
		return "agreement"
	case data.Consult:
		return "talks"
	case data.Support:
		return "support"
	case data.Concede:
		return "concession"
	case data.Cooperate:
		return "cooperation"
	case data.Aid:
		return "aid"
	case data.Retreat:
		return "withdrawal"
	case data.Request:
		return "request"
	case data.Accuse:
		return "accusation"
	case data.Reject:
		return "refusal"
	case data.Threaten:
		return "threat"
	case data.Protest:
		return "protest"
	case data.Sanction:
		return "sanctions"
	case data.Mobilize:
		return "mobilisation"
	case data.Coerce:
		return "coercion"
	case data.Assault:
		return "attack"
	}
	return strings.ToLower(string(t))
}

// actorName is an actor as a suggestion names it: one that it proposes, or one
// of the case.
func actorName(c *data.Case, s *data.Suggestion, key data.ID) string {
	for _, a := range s.Actors {
		if a.Key == key {
			return a.Name
		}
	}
	if a, ok := c.Actors.Get(key); ok {
		return a.Name
	}
	return string(key)
}

// holder is whose position a suggestion is, and who speaks for it, which is
// empty where that is the holder itself.
func holder(c *data.Case, s *data.Suggestion) (name, via string) {
	p := s.Position
	if p.For == "" || p.For == p.Actor {
		return actorName(c, s, p.Actor), ""
	}
	return actorName(c, s, p.For), actorName(c, s, p.Actor)
}

// asKept is an accepted suggestion with the words that its event or position has
// now, since one edits those on accepting it and later. What was merged into
// another one keeps its own.
func asKept(c *data.Case, s *data.Suggestion) *data.Suggestion {
	if s.State != data.Accepted || s.Merged {
		return s
	}
	kept := *s
	record, _ := c.Record(s.ResultRef())
	switch r := record.(type) {
	case *data.Event:
		kept.Event, kept.Actors = r, nil
		if len(r.Issues) > 0 {
			kept.Issue = data.IssuePath(c, r.Issues[0])
		}
	case *data.Position:
		kept.Position, kept.Actors = r, nil
		kept.Issue = data.IssuePath(c, r.Issue)
	}
	return &kept
}

// summary is a suggestion in one line.
func summary(c *data.Case, s *data.Suggestion) string {
	if s.Event != nil {
		text := s.Event.Title
		if p := s.Event.Place; p != "" && !strings.Contains(text, p) {
			text += " · " + p
		}
		return text
	}
	name, _ := holder(c, s)
	text := name + ": " + lowerFirst(s.Position.Proposal)
	if s.Position.Firmness == data.RedLine {
		text += " · red line"
	}
	return text
}

// lowerFirst makes a small letter of the first one, unless the word is a name or
// an abbreviation as far as letters tell.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	word, _, _ := strings.Cut(s, " ")
	if !unicode.IsUpper(r) || unicode.IsUpper(next) || !functionWords[strings.ToLower(word)] {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// functionWords have a capital only where they start a sentence.
var functionWords = map[string]bool{
	"a": true, "an": true, "the": true, "to": true, "that": true, "this": true, "these": true, "those": true, "any": true,
	"all": true, "no": true, "its": true, "their": true, "his": true, "her": true, "such": true, "some": true, "more": true,
	"in": true, "on": true, "at": true, "for": true, "from": true, "with": true, "of": true, "by": true, "it": true,
}

// when is a date as a card says it: with its weekday where it is a day, and "known
// by" where nobody says since when a position is held.
func when(d edtf.Date) string {
	switch {
	case d.IsZero():
		return "No date yet"
	case d.Interval && d.Start.Open && d.End.Known():
		return "Known by " + words.Date(edtf.Date{Start: d.End})
	case !d.Interval && d.Start.Precision == edtf.Day && d.Start.Unspecified == 0:
		return words.Capital(words.Weekday(d.Start)[:3] + " " + words.Date(d))
	}
	return words.Capital(words.Date(d))
}

// source is who says it, as a card tells.
func source(a data.Attribution) string {
	var parts []string
	if a.Speaker != "" {
		parts = append(parts, words.Capital(a.Speaker))
		if a.Named {
			parts[0] += ", named"
		} else {
			parts[0] += ", not named"
		}
	} else {
		parts = append(parts, "The document itself")
	}
	if a.Relation != "" && a.Relation != data.Media {
		parts = append(parts, lowerStart(words.Relation(a.Relation)))
	}
	if a.Outlet != "" {
		parts = append(parts, a.Outlet)
	}
	return strings.Join(parts, " · ")
}

func lowerStart(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
