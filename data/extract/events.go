package extract

import "slices"

// findEvents finds what happened, is planned or denied.
func (r *reading) findEvents() []statement {
	var out []statement
	for s := range r.sentences {
		if r.halted() {
			break
		}
		mine := len(out)
		for k := r.bySent[s][0]; k < r.bySent[s][1]; k++ {
			if e, ok := r.eventOf(k); ok {
				out = append(out, e)
			}
		}
		nouns := r.nounEvents(s, out[mine:])
		r.leaveDates(out[mine:], nouns)
		out = append(out, nouns...)
	}
	r.asLabour(out)
	return out
}

// eventOf is the event that the verb group k tells.
func (r *reading) eventOf(k int) (statement, bool) {
	g := &r.groups[k]
	if g.lemma == "" {
		return statement{}, false
	}
	if g.form != infinitive && r.isContent(k) {
		return statement{}, false
	}
	_, m, about := r.movesOf(k)
	e := statement{sentence: g.sentence, behalf: -1, voice: r.voiceAt[g.head], date: -1, verb: g.head, group: k, rule: "verb", objFirst: about.first, objLast: g.end}
	if m == nil {
		return r.phaseEvent(k, e)
	}
	if g.passive && len(g.agent.mentions) == 0 && r.lex.words["harm"].has(g.lemma) {
		return e, false // numbers of victims
	}
	if !g.passive && m.complements != nil && (m.event == "REJECT" || m.event == "SANCTION") && r.thing(g.subject) && g.perfect && !g.past {
		return e, false // "the dispute has halted drilling"
	}
	if g.form == reduced && r.in(g.head, "done") && r.toldByNoun(g.first, m.event) {
		return e, false // "a deal struck by": no blow
	}
	if g.lemma == "release" && r.paper(k) {
		return e, false // a text, not a prisoner
	}
	e.event, e.base = m.event, m.happening
	if m.event == "AGREE" && m.complements == nil && r.penal(g.subject) { // "the tariffs take effect"
		e.event = "SANCTION"
	}
	status, ok := r.statusOf(k)
	if !ok {
		return e, false
	}
	e.status = status
	e.first, e.last = r.passageOf(k)
	e.actors = r.participants(k)
	e.date = r.dateFor(e.first, e.last, g.head, r.ownDate(k, status))
	if e.date < 0 && (e.event == "AGREE" || e.event == "SUPPORT") {
		e.date = r.namedDate(g.head+1, e.last)
	}
	r.eventSigns(&e, k)
	e.sign(e.date < 0 && e.about.IsZero() && m.stance != "" && m.position >= 50 && (m.happening < 60 || m.event == "AGREE") && (m.event == "AGREE" || m.event == "REJECT" || m.event == "REQUEST"), signSaidOnly)
	return e, true
}

// namedDate is the date by which a deal is called right behind the verb that
// closes it: "signed the 2016 deal".
func (r *reading) namedDate(first, last int) int {
	for i := first; i < min(first+4, last); i++ {
		if d := r.date[i]; d >= 0 && r.dates[d].names {
			return d
		}
	}
	return -1
}

// ownDate reports whether only a date inside the clause can date the event.
func (r *reading) ownDate(k int, status string) bool {
	g := &r.groups[k]
	for h, n := k, 0; h >= 0 && n < 3; h, n = r.groups[h].parent, n+1 {
		switch r.groups[h].connector {
		case "after", "before", "since", "until", "because", "although":
			return true
		}
	}
	if g.form == infinitive && status == "planned" && g.parent >= 0 && r.lex.words["promising"].has(r.groups[g.parent].lemma) {
		return true // "agreed on Tuesday to halt": the day of the agreement
	}
	return g.relative || g.perfect && !g.past && g.modal == "" || status != "happened" && r.voiceAt[g.head] >= 0 && (g.modal != "would" || !r.ownAct(k))
}

// ownAct reports whether the group tells what its speaker is to do: "announced
// that it would withdraw".
func (r *reading) ownAct(k int) bool {
	g := &r.groups[k]
	v := r.voiceAt[g.head]
	if v < 0 || r.voices[v].mention < 0 || r.mentions[r.voices[v].mention].actor < 0 {
		return true
	}
	speaker := r.mentions[r.voices[v].mention].actor
	return slices.ContainsFunc(r.actorsOf(g.subject, v), func(a int) bool { return a == speaker || r.side(a) == r.side(speaker) })
}

// thing reports whether a noun phrase is nobody who could act.
func (r *reading) thing(np nounPhrase) bool {
	return len(np.mentions) == 0 && np.pronoun == "" && np.head >= 0 && !r.agentive(np.head)
}

// paper reports whether what the group is about is a text or a recording.
func (r *reading) paper(k int) bool {
	g := &r.groups[k]
	first, last := g.head+1, min(g.end, g.head+5)
	if g.passive {
		first, last = max(g.subject.first, 0), g.subject.last
	}
	for i := first; i < last; i++ {
		if r.lex.words["papers"].has(r.bare[i]) {
			return true
		}
	}
	return false
}

// penal reports whether a noun phrase is a measure against somebody.
func (r *reading) penal(np nounPhrase) bool {
	for i := max(np.first, 0); i < np.last; i++ {
		if r.lex.words["penalties"].has(r.bare[i]) {
			return true
		}
	}
	return false
}

// statusOf says whether what the group tells took place; false where it is told
// as no more than a wish, a demand or an offer.
func (r *reading) statusOf(k int) (string, bool) {
	g := &r.groups[k]
	if r.hypotheticalClause(k) && g.connector != "when" && g.connector != "where" && g.connector != "how" && !(g.connector == "until" && g.past && g.modal == "") {
		return "", false
	}
	status := "happened"
	switch g.modal {
	case "will", "shall":
		status = "planned"
	case "would":
		status = "planned"
		if r.voiceAt[g.head] < 0 {
			status = "hypothetical"
		}
	case "have to": // what ought to be done is a demand
		return "", false
	case "can", "could", "may", "might", "should", "must", "ought":
		status = "hypothetical"
	}
	if g.passive && status == "happened" && r.lex.words["appointing"].has(g.lemma) {
		status = "planned"
	}
	if g.neg || r.moodOf(k) == denied {
		if status != "happened" || !g.past {
			return "", false
		}
		status = "denied"
	}
	if g.form == infinitive || g.form == participle || g.form == finite && g.first == g.head && g.parent >= 0 && r.is(g.first-1, "and") && r.groups[g.parent].form == infinitive {
		return r.governedStatus(k, status)
	}
	if h := g.parent; h >= 0 && status == "happened" && g.connector == "that" && r.groups[h].lemma == "deny" && !r.groups[h].neg {
		return "denied", true
	}
	return status, true
}

// governedStatus is the status of an infinitive or participle by what governs it.
func (r *reading) governedStatus(k int, status string) (string, bool) {
	g := &r.groups[k]
	if g.parent < 0 {
		return status, g.form == participle && g.first > r.sentences[g.sentence].first
	}
	h := &r.groups[g.parent]
	if g.form == participle {
		if r.is(g.first-1, "of", "for", "about", "on", "against", "from", "without", "to", "at") {
			return "", false
		}
		if t := r.tag(g.first - 1); t == tagNoun && !r.is(g.first-1, "week", "day", "month") && r.dateFor(g.first, g.end, g.head, true) < 0 {
			return "", false // "the envoy mediating the dispute": only who that is
		}
		if r.lex.words["unreal"].has(h.lemma) && !r.is(g.first-1, ",", "by", "while", "and", "after") && h.lemma != "be" {
			return "", false
		}
		above, ok := r.statusOf(g.parent)
		return above, ok
	}
	if r.nextMeeting(k) {
		return "planned", true
	}
	// "talks to end the war": hangs on a noun, is a purpose
	if g.first-1 > h.head && (r.tags[g.first-1] == tagNoun || r.tags[g.first-1] == tagName || r.tags[g.first-1] == tagPunct || r.tags[g.first-1] == tagDate) && !r.adjectiveOfPlan(g.first-1) {
		return "", false
	}
	switch {
	case r.adjectiveOfPlan(g.first - 1):
		return "planned", true
	case r.is(g.first-1, "ready", "willing", "prepared", "able", "unable", "open", "reluctant", "likely", "unlikely", "order", "way", "how"):
		return "", false
	case h.lemma == "appear" || h.lemma == "seem" || h.lemma == "begin" || h.lemma == "start" || h.lemma == "continue" || h.lemma == "manage" || h.lemma == "help" || h.lemma == "go" || h.lemma == "come":
		above, ok := r.statusOf(g.parent)
		if h.lemma == "come" && h.form == infinitive {
			return "", false
		}
		return above, ok
	case h.passive && (h.lemma == "expect" || h.lemma == "schedule" || h.lemma == "set" || h.lemma == "plan" || h.lemma == "suppose" || h.lemma == "slate" || h.lemma == "hope" || h.lemma == "project"):
		return "planned", true
	case r.lex.words["planning"].has(h.lemma) && !h.neg:
		if above, ok := r.statusOf(g.parent); ok && above != "hypothetical" {
			return "planned", true
		}
	}
	return "", false
}

func (r *reading) adjectiveOfPlan(i int) bool {
	return r.is(i, "due", "scheduled", "expected", "set", "slated", "poised", "supposed", "about")
}

// participants are the actors of the clause: its subject, its agent and whom it
// names behind the verb.
func (r *reading) participants(k int) []int {
	g := &r.groups[k]
	out := r.actorsOf(g.subject, r.voiceAt[g.head])
	more := func(as []int) {
		for _, a := range as {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	more(r.actorsOf(g.agent, r.voiceAt[g.head]))
	more(r.actorsIn(g.head+1, r.beforeRelative(g.head+1, g.end)))
	if g.subject.first >= 0 {
		more(r.actorsIn(g.subject.first, g.subject.last))
	}
	return out
}

// beforeRelative is where a relative clause with a comma begins in the tokens:
// whom it names takes no part.
func (r *reading) beforeRelative(first, last int) int {
	for i := first; i+1 < last; i++ {
		if r.tokens[i].lower == "," && r.is(i+1, "who", "which", "whose") {
			return i
		}
	}
	return last
}

// actorsIn are the actors that the tokens name, places that are no more left out.
func (r *reading) actorsIn(first, last int) []int {
	var out []int
	for i := first; i < last && i < len(r.mention); i++ {
		m := r.mention[i]
		if m < 0 {
			continue
		}
		i = max(i, r.mentions[m].last-1)
		for _, a := range r.mentions[m].actors() {
			if a >= 0 && !r.actors[a].media && !r.actors[a].place && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// eventSigns notes what speaks for and against an event.
func (r *reading) eventSigns(e *statement, k int) {
	g := &r.groups[k]
	st := &r.sentences[g.sentence]
	if e.date < 0 {
		e.about = r.reportedOn(e, k)
	}
	e.sign(e.date >= 0, signDated)
	e.sign(!e.about.IsZero(), signReported)
	e.sign(len(e.actors) > 0, signActors)
	e.sign(len(e.actors) == 0, signNobody)
	e.sign(len(r.actorsOf(g.subject, e.voice)) > 0 && !g.subject.via, signSubject)
	e.sign(g.past && g.form == finite, signTold)
	e.sign(g.present && !g.perfect && !g.progressive && !st.heading, signGeneric)
	e.sign(e.voice >= 0 && r.tokens[g.head].quoted, signQuoted)
	e.sign((g.form == participle || g.form == infinitive || g.form == reduced) && !r.nextMeeting(k), signNonFinite)
	e.sign(e.status == "hypothetical", signMaybe)
	e.sign(e.event == "CONSULT" && len(r.actorsOf(g.subject, e.voice)) > 1, signTogether)
	e.sign(e.status == "denied", signDenied)
	e.sign(g.relative, signRelative)
	e.sign(g.form == infinitive && e.status == "planned" && e.date < 0 && g.parent >= 0 && r.lex.words["promising"].has(r.groups[g.parent].lemma), signMerePlan)
	e.sign(g.form == finite && (g.connector == "since" || g.connector == "before" || g.connector == "because") && e.date < 0, signBackground)
	e.sign(e.sentence < 3 && !st.heading, signLead)
}

// nextMeeting reports whether an infinitive says of the noun before it that it is
// still to come: "the next round to take place in Oslo".
func (r *reading) nextMeeting(k int) bool {
	g := &r.groups[k]
	if g.form != infinitive || g.neg || g.lemma != "take" && g.lemma != "hold" && g.lemma != "begin" && g.lemma != "start" && g.lemma != "resume" {
		return false
	}
	if g.lemma == "take" && !r.is(g.head+1, "place") || g.lemma == "hold" && !g.passive {
		return false
	}
	n := r.nounBefore(g.first)
	return n != nil && n.event != "" && n.happening >= 35
}

// underWay reports whether "be" says that something goes on: "talks were already
// under way".
func (r *reading) underWay(g *verbGroup) bool {
	i := r.afterAux(g.head, &r.sentences[g.sentence])
	return r.is(i, "underway") || r.is(i, "under") && r.is(i+1, "way")
}

// withNoun is the passage of an infinitive with the noun that it hangs on, up to
// the verb that the noun is the subject of: "talks due to last until May".
func (r *reading) withNoun(k, last int) (int, int) {
	g := &r.groups[k]
	for n := k + 1; n < r.bySent[g.sentence][1]; n++ {
		if h := &r.groups[n]; h.form == finite && h.first > g.head && h.clauseStart <= g.head {
			last = min(last, h.first)
			break
		}
	}
	if s := g.subject.first; s >= r.sentences[g.sentence].first && s < g.first && g.first-s < 12 {
		return r.trim(s, last)
	}
	return r.trim(g.first, last)
}

// toldByNoun reports whether the noun right before i names an event of another
// type than the verb there.
func (r *reading) toldByNoun(i int, event string) bool {
	n := r.nounBefore(i)
	return n != nil && n.event != "" && n.event != event
}

// nounBefore is the line of nouns.tsv of the noun that ends right before i.
func (r *reading) nounBefore(i int) *nounMove {
	if i < 1 || r.tag(i-1) != tagNoun {
		return nil
	}
	return r.nounAt(i - 1)
}

// phaseEvent is an event whose noun is the subject: "talks collapsed", "the
// meeting will be held", "the truce expires".
func (r *reading) phaseEvent(k int, e statement) (statement, bool) {
	g := &r.groups[k]
	if r.nextMeeting(k) {
		g.subject = r.phraseEndingAt(g.first, r.sentences[g.sentence].first)
	}
	if !r.lex.words["phases"].has(g.lemma) && !(g.lemma == "be" && r.underWay(g)) || g.subject.first < 0 || g.form == infinitive && g.parent < 0 {
		return e, false
	}
	for i := g.subject.first; i < g.subject.last; i++ {
		n := r.nounAt(i)
		if n == nil || n.event == "" || n.happening < 28 || r.tag(i+1) == tagNoun {
			continue
		}
		status, ok := r.statusOf(k)
		if !ok {
			return e, false
		}
		e.event, e.base, e.status = n.event, n.happening+8, status
		e.first, e.last = r.passageOf(k)
		e.actors = r.participants(k)
		e.date = r.dateFor(e.first, e.last, g.head, r.ownDate(k, status))
		e.noun = r.tokens[i].lower
		if g.form == infinitive {
			e.first, e.last = r.withNoun(k, e.last)
		}
		e.sign(r.venueIn(g.head+1, e.last), signVenue)
		r.eventSigns(&e, k)
		return e, true
	}
	return e, false
}
