package extract

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"demarche/data"
)

// settlePositions names, dates, judges and merges what was found.
func (r *reading) settlePositions(all []statement) []statement {
	var out []statement
	sort.SliceStable(all, func(i, j int) bool { return all[i].first < all[j].first })
	for _, s := range all {
		if r.halted() {
			break
		}
		var known bool
		s.issue, known = r.issueFor(s.objFirst, s.objLast, s.first, s.last)
		if n := len(out) - 1; !known && n >= 0 && s.sentence-out[n].sentence <= 2 && out[n].issueKnown {
			s.issue, known = out[n].issue, true // "rejected the offer": the one told before
		}
		s.issueKnown = known
		s.redLine = s.redLine || (s.stance == "demands" || s.stance == "rejects") && r.firmIn(s.first, s.last)
		if s.date = r.dateFor(s.first, s.last, s.verb, s.group >= 0 && r.groups[s.group].relative); s.date >= 0 && r.afterPublication(s.date) {
			s.date = -1 // the day that is spoken of, not the one on which it is said
		}
		r.resolve(&s, out)
		r.judge(&s)
		if s.confidence*100 >= leastPosition {
			out = append(out, s)
		}
	}
	r.markRedLines(out)
	return r.merge(out, r.samePosition)
}

// settleEvents does the same for events.
func (r *reading) settleEvents(all []statement) []statement {
	var out []statement
	for _, s := range all {
		if r.halted() {
			break
		}
		if s.status == "happened" && s.date >= 0 && r.afterPublication(s.date) {
			if g := s.group; g >= 0 && r.groups[g].form == finite && (r.groups[g].past || r.groups[g].perfect) && !(r.lex.words["announcing"].has(r.groups[g].lemma) && !r.is(r.groups[g].head+1, "off")) {
				s.date = -1 // "agreed to meet on 3 June": the meeting's day
				s.sign(s.event == "AGREE", signSaidOnly)
			} else {
				s.status = "planned"
			}
		}
		r.judge(&s)
		if s.confidence*100 >= leastEvent {
			if s.issue, s.issueKnown = r.issueFor(s.objFirst, s.objLast, s.first, s.last); !s.issueKnown {
				if s.issue = ""; s.event == "CONSULT" {
					s.issue = "Talks"
				}
			}
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

// dateFor is the date that governs the verb or noun of a clause, -1 for none. own
// limits it to the clause [first, last): what a relative clause or a plan in
// somebody's words tells does not happen when it is told.
func (r *reading) dateFor(first, last, verb int, own bool) int {
	if d := r.dateAhead(verb); d >= 0 {
		return d
	}
	d := r.temporalOfClause(verb, verb+1)
	if d < 0 {
		return -1
	}
	t := &r.dates[d]
	if r.is(t.first-1, "time", "times") && !r.is(t.first-2, "some", "any") {
		return -1 // "for the third time this month"
	}
	inside := t.first >= first && t.last <= last
	if t.names && !(inside && t.last <= verb && r.tokens[t.last].lower != "'s") && !r.adjoins(d, verb) {
		return -1 // "the 2015 deal"
	}
	if own && !inside && !r.continued(verb, d) || !inside && r.elsewhere(d, verb) || r.attributive(d) && !inside {
		return -1
	}
	if r.attributive(d) && !r.adjoins(d, verb) {
		return -1 // "after its October 7 attack"
	}
	return d
}

// continued reports whether a date stands with a verb that goes on with the
// subject of another: "since rebels ambushed and killed two men on 3 May".
func (r *reading) continued(verb, d int) bool {
	t := &r.dates[d]
	span := r.bySent[t.sentence]
	for k := span[0]; k+1 < span[1]; k++ {
		g, h := &r.groups[k], &r.groups[k+1]
		if g.head == verb && h.form == finite && h.subject.first >= 0 && h.subject.first == g.subject.first && h.clauseStart == h.first {
			return t.first > h.head && t.last <= h.end
		}
	}
	return false
}

// dateAhead is the date that stands before the clause of a verb and tells its
// time: "a day after the envoys met"; -1 for none.
func (r *reading) dateAhead(verb int) int {
	span := r.bySent[r.tokens[verb].sentence]
	for k := span[0]; k < span[1]; k++ {
		g := &r.groups[k]
		if g.head != verb || g.form != finite || g.clauseStart < 1 {
			continue
		}
		if d := r.date[g.clauseStart-1]; d >= 0 && r.dates[d].behind {
			return d
		}
	}
	return -1
}

// elsewhere reports whether a date lies in a subordinate clause that tells of
// another time: "held after the army failed on 30 April".
func (r *reading) elsewhere(d, verb int) bool {
	t := &r.dates[d]
	span := r.bySent[t.sentence]
	for k := span[0]; k < span[1]; k++ {
		g := &r.groups[k]
		if g.form == participle && r.is(g.first-1, "after", "before", "since") && g.first <= t.first && t.last <= g.end && g.head != verb && (verb < g.first || verb >= g.end) {
			return true
		}
		if g.form == reduced && r.lex.words["appointing"].has(g.lemma) && verb < g.first && g.head < t.first && t.last <= g.end {
			return true // "called off a strike planned for 28 May"
		}
		if g.form != finite || g.head == verb || g.clauseStart > t.first || g.end < t.last || verb >= g.clauseStart && verb < g.end {
			continue
		}
		switch g.connector {
		case "after", "before", "since", "until", "because":
			return !r.is(g.clauseStart-2, "just", "shortly", "hours", "minutes", "immediately") // "just before it expired on Monday"
		case "and", "but", "or", ",", ";", "—":
			if h := g.subject.first; verb < g.clauseStart && h >= g.clauseStart && h < g.first && !r.is(g.first, "said", "says") {
				return true // "the panel will meet often and posts will be filled on 2 May"
			}
		case "as", "while", "although", "when":
			return t.rel == relSince || t.rel == relUntil
		}
	}
	return false
}

// attributive reports whether a date stands before a noun as its adjective.
func (r *reading) attributive(d int) bool {
	t := &r.dates[d]
	next, before := r.tag(t.last), r.tag(t.first-1)
	return (next == tagNoun || next == tagName && before == tagDet) && (before == tagDet || before == tagPoss || before == tagNoun)
}

// adjoins reports whether a date stands before the noun itself: "the 2022 invasion".
func (r *reading) adjoins(d, noun int) bool {
	for i := r.dates[d].last; i < noun; i++ {
		if r.tags[i] != tagNoun && r.tags[i] != tagPoss && r.tags[i] != tagNum && r.tags[i] != tagName {
			return false
		}
	}
	return r.dates[d].last <= noun
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
	if e.Date == nil && !s.about.IsZero() {
		about := s.about.String()
		e.Date = &about
	}
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
		return r.narrated(s)
	}
	v := &r.voices[s.voice]
	out := Attribution{Relation: string(data.ThirdParty)}
	if v.group < 0 && v.mention < 0 && !r.agentiveIn(v.first, v.last) {
		out.Relation = string(data.Media) // "according to the agency"
	}
	if v.first >= 0 && v.last > v.first {
		if t := r.speakerWords(v); t != "" {
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

// narrated is the attribution of what the article tells without naming a speaker.
// "Norland rejected the plan" tells what Norland itself did in words; "Norland's
// rejection of the plan" is the article's own summing up.
func (r *reading) narrated(s *statement) Attribution {
	if s.group < 0 {
		return Attribution{Relation: string(data.Media)}
	}
	holder := &r.actors[s.actors[0]]
	return Attribution{Named: holder.kind == string(data.Person) && !holder.vague, Relation: string(data.Self)}
}

// speakerWords is who says it in the words of the text, or the name behind "she".
func (r *reading) speakerWords(v *voice) string {
	if v.mention < 0 || v.last-v.first != 1 || !r.in(v.first, "subject-pronouns") || r.mentions[v.mention].actor < 0 {
		return r.words(v.first, v.last)
	}
	actor := r.mentions[v.mention].actor
	for i := r.sentences[r.tokens[v.first].sentence].first - 1; i >= 0 && i > v.first-150; i-- { // "They" are the officials of the sentence before
		if o := r.voiceAt[i]; o >= 0 && r.voices[o].mention >= 0 && r.mentions[r.voices[o].mention].actor == actor && !r.in(r.voices[o].first, "subject-pronouns") {
			return r.words(r.voices[o].first, r.voices[o].last)
		}
	}
	return r.actors[actor].name
}

func (r *reading) agentiveIn(first, last int) bool {
	for i := max(first, 0); i < last; i++ {
		if r.agentive(i) {
			return true
		}
	}
	return false
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
		fmt.Fprintf(&b, "; said by %s", clip(r.speakerWords(&r.voices[s.voice])))
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
	if s.date < 0 && !s.about.IsZero() {
		fmt.Fprintf(&b, "; the text dates the report, not the event: %s", s.about)
	}
	if n := len(s.also); n > 0 {
		fmt.Fprintf(&b, "; told in %d places", n+1)
	}
	return b.String()
}
