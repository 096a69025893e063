package extract

import (
	"fmt"
	"slices"
	"strings"

	"demarche/data"
)

// settlePositions names, dates, judges and merges what was found.
func (r *reading) settlePositions(all []statement) []statement {
	var out []statement
	for _, s := range all {
		s.issue = r.issueFor(s.objFirst, s.objLast, s.first, s.last)
		s.redLine = s.redLine || (s.stance == "demands" || s.stance == "rejects") && r.firmIn(s.first, s.last)
		s.date = r.dateFor(s.first, s.last, s.verb, s.sentence)
		r.judge(&s)
		if s.confidence*100 >= leastPosition {
			out = append(out, s)
		}
	}
	return r.merge(out, r.samePosition)
}

// settleEvents does the same for events.
func (r *reading) settleEvents(all []statement) []statement {
	var out []statement
	for _, s := range all {
		if s.status == "happened" && s.date >= 0 && r.afterPublication(s.date) {
			s.status = "planned"
		}
		r.judge(&s)
		if s.confidence*100 >= leastEvent {
			s.issue = r.issueFor(s.objFirst, s.objLast, s.first, s.last)
			out = append(out, s)
		}
	}
	return r.merge(out, r.sameEvent)
}

// afterPublication reports whether a date lies wholly after the day on which the
// text was published.
func (r *reading) afterPublication(d int) bool {
	v := r.dates[d].value
	return !v.IsZero() && !r.published.IsZero() && v.Earliest() >= r.published.Latest()
}

// dateFor is the date that governs a clause: the nearest in it, else the nearest
// of its sentence; -1 for none. Dates that only tell one thing from another
// ("the 2015 deal") date that thing, not the clause.
func (r *reading) dateFor(first, last, verb, sentence int) int {
	best, near := -1, 1<<30
	st := &r.sentences[sentence]
	for i := st.first; i < st.last; i++ {
		d := r.date[i]
		if d < 0 || i > st.first && r.date[i-1] == d || r.attributive(d, verb) {
			continue
		}
		far := i - verb
		if far < 0 {
			far = -far
		}
		if i < first || i >= last {
			far += 40
		}
		if r.is(i-1, "until", "since") {
			far += 30
		}
		if far < near {
			best, near = d, far
		}
	}
	return best
}

// attributive reports whether a date stands before a noun as its adjective.
func (r *reading) attributive(d, verb int) bool {
	t := &r.dates[d]
	next := r.tag(t.last)
	return (next == tagNoun || next == tagPoss || next == tagName) && verb != t.last && (r.tag(t.first-1) == tagDet || r.tag(t.first-1) == tagPoss || next == tagPoss || r.tag(t.first-1) == tagPrep && r.is(t.first-1, "of", "under"))
}

// result turns what was found into what is handed out.
func (r *reading) result(o Options, events, positions []statement) Result {
	out := Result{Document: Document{Title: o.Title, Text: r.text}, Actors: []Actor{}, Dates: []Date{}, Events: []Event{}, Positions: []Position{}}
	if !o.Published.IsZero() {
		p := o.Published.String()
		out.Document.Published = &p
	}
	if out.Document.Title == "" && len(r.sentences) > 0 && r.sentences[0].heading {
		out.Document.Title = strings.Join(strings.Fields(r.text[r.sentences[0].start:r.sentences[0].end]), " ")
	}
	cp := newCodePoints(r.text)
	ids := r.resultActors(&out, events, positions)
	for i := range r.dates {
		d := &r.dates[i]
		out.Dates = append(out.Dates, Date{Span: r.spanOf(cp, d.start, d.end), Value: r.dateValue(i)})
	}
	for i := range events {
		out.Events = append(out.Events, r.eventResult(cp, ids, &events[i]))
	}
	for i := range positions {
		out.Positions = append(out.Positions, r.positionResult(cp, ids, &positions[i]))
	}
	return out
}

func (r *reading) spanOf(cp *codePoints, start, end int) Span {
	return Span{Start: cp.at(start), End: cp.at(end), Quote: r.text[start:end]}
}

func (r *reading) passage(cp *codePoints, s *statement) Span {
	first, last := s.first, max(s.last, s.first+1)
	return r.spanOf(cp, r.tokens[first].start, r.tokens[last-1].end)
}

func (r *reading) dateValue(d int) *string {
	if d < 0 || r.dates[d].value.IsZero() {
		return nil
	}
	v := r.dates[d].value.String()
	return &v
}

// resultActors lists the actors of the result: those that are more than places
// and media, and whoever an event or position needs.
func (r *reading) resultActors(out *Result, events, positions []statement) []string {
	ids := make([]string, len(r.actors))
	needed := make([]bool, len(r.actors))
	for _, list := range [][]statement{events, positions} {
		for i := range list {
			for _, a := range list[i].actors {
				for ; a >= 0 && !needed[a]; a = r.actors[a].of {
					needed[a] = true
				}
			}
		}
	}
	for i := range r.actors {
		a := &r.actors[i]
		ids[i] = a.id
		if (a.place || a.media) && !needed[i] {
			continue
		}
		n := Actor{ID: a.id, Name: a.name, Kind: a.kind, Role: a.role, Aliases: slices.Clone(a.aliases)}
		if n.Aliases == nil {
			n.Aliases = []string{}
		}
		if a.of >= 0 && (!r.actors[a.of].place || needed[a.of]) {
			of := r.actors[a.of].id
			n.Of = &of
		}
		out.Actors = append(out.Actors, n)
	}
	return ids
}

func (r *reading) eventResult(cp *codePoints, ids []string, s *statement) Event {
	e := Event{Span: r.passage(cp, s), Type: s.event, Status: s.status, Date: r.dateValue(s.date), Actors: []string{}, Issue: s.issue,
		Confidence: s.confidence, Why: r.why(s), Also: []Span{}}
	e.Title, e.Place = r.eventTitle(s), r.placeOf(s)
	for _, a := range s.actors {
		e.Actors = append(e.Actors, ids[a])
	}
	for i := range s.also {
		e.Also = append(e.Also, r.passage(cp, &s.also[i]))
	}
	return e
}

func (r *reading) positionResult(cp *codePoints, ids []string, s *statement) Position {
	a := s.actors[0]
	p := Position{Span: r.passage(cp, s), Actor: ids[a], Issue: s.issue, Stance: s.stance, Proposal: r.proposal(s), Condition: s.condition,
		RedLine: s.redLine, Date: r.dateValue(s.date), Confidence: s.confidence, Why: r.why(s), Also: []Span{}}
	if of := r.actors[a].of; of >= 0 {
		p.For = &ids[of]
	}
	p.Attribution = r.attribution(s)
	for i := range s.also {
		p.Also = append(p.Also, r.passage(cp, &s.also[i]))
	}
	return p
}

// attribution says whose word a position is.
func (r *reading) attribution(s *statement) Attribution {
	holder := s.actors[0]
	if s.voice < 0 {
		if g := s.group; g >= 0 && r.lex.words["say"].has(r.groups[g].lemma) || s.rule == "verb" && s.group >= 0 && r.groups[s.group].subject.first >= 0 && !r.groups[s.group].passive {
			return Attribution{Relation: string(data.Media)}
		}
		return Attribution{Relation: string(data.Media)}
	}
	v := &r.voices[s.voice]
	out := Attribution{Relation: string(data.ThirdParty)}
	if v.first >= 0 && v.last > v.first {
		if t := r.words(v.first, v.last); t != "" {
			out.Speaker = &t
		}
	}
	if v.mention >= 0 {
		speaker := r.mentions[v.mention].actor
		if speaker >= 0 {
			out.Named = !r.actors[speaker].vague && r.actors[speaker].kind == string(data.Person)
			switch {
			case r.actors[speaker].media:
				out.Relation = string(data.Media)
			case speaker == holder || r.side(speaker) == r.side(holder):
				out.Relation = string(data.Self)
			case r.actors[speaker].vague:
				out.Relation = string(data.ThirdParty)
			default:
				out.Relation = string(data.Counterpart)
			}
		}
	}
	return out
}

// why explains a suggestion in one line.
func (r *reading) why(s *statement) string {
	var b strings.Builder
	word := r.tokens[s.verb].text
	if s.group >= 0 {
		g := &r.groups[s.group]
		word = r.words(g.first, g.head+1)
	}
	fmt.Fprintf(&b, "“%s”", word)
	if len(s.actors) > 0 {
		fmt.Fprintf(&b, " by %s", r.actors[s.actors[0]].name)
		if len(s.actors) > 1 && s.event != "" {
			fmt.Fprintf(&b, " and %d more", len(s.actors)-1)
		}
	}
	if s.condition != "" {
		fmt.Fprintf(&b, "; tied to “%s”", s.condition)
	}
	if s.voice >= 0 && r.voices[s.voice].last > r.voices[s.voice].first && r.voices[s.voice].first >= 0 {
		fmt.Fprintf(&b, "; said by %s", clip(r.words(r.voices[s.voice].first, r.voices[s.voice].last)))
	}
	if s.date >= 0 {
		d := &r.dates[s.date]
		quote := r.text[d.start:d.end]
		switch {
		case d.value.IsZero():
			fmt.Fprintf(&b, "; date “%s” is open until the publication date is known", quote)
		default:
			fmt.Fprintf(&b, "; date “%s” is %s", quote, d.value)
		}
	}
	if n := len(s.also); n > 0 {
		fmt.Fprintf(&b, "; told in %d places", n+1)
	}
	return b.String()
}
