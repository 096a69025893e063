package extract

// modalPositions are positions told by a modal verb in somebody's words: "the
// minister said the troops must leave", “We will not sign”.
func (r *reading) modalPositions(k int) []statement {
	g := &r.groups[k]
	if g.form != finite || g.relative {
		return nil
	}
	v := r.voiceAt[g.head]
	speaker := -1
	if v >= 0 {
		if m := r.voices[v].mention; m >= 0 {
			speaker = r.mentions[m].actor
		}
	}
	base := statement{sentence: g.sentence, behalf: -1, objFirst: min(g.clauseStart, g.first), objLast: g.end, voice: v, date: -1, verb: g.head, group: k, rule: "modal"}
	base.first, base.last = r.passageOf(k)
	subject := r.actorsOf(g.subject, v)
	self := r.lex.words["self-pronouns"].has(g.subject.pronoun)
	for _, a := range subject {
		self = self || speaker >= 0 && r.side(a) == r.side(speaker)
	}
	if g.subject.pronoun == "they" && r.jointSpeakers(v) {
		self, subject = true, nil
	}
	holder := -1
	switch {
	case g.obliges() || g.lemma == "need" && g.modal == "":
		holder = r.demandBy(&base, g, speaker, self)
	case g.modal == "will" || g.modal == "would" || g.modal == "shall" || g.modal == "can" || g.modal == "could":
		holder = r.commitmentBy(&base, g, speaker, self, subject)
	case g.lemma == "be":
		holder = r.judgementBy(&base, g, speaker)
	case r.letThem(g, speaker):
		holder, base.stance, base.base, base.rule = speaker, "demands", 54, "judgement"
	case r.timeFor(g, speaker):
		holder, base.stance, base.base, base.rule = speaker, "demands", 52, "judgement"
	case r.belongsTo(g, speaker):
		holder, base.stance, base.base, base.rule = speaker, "demands", 54, "judgement"
	}
	if holder < 0 || r.hypotheticalClause(k) && base.rule != "judgement" {
		return nil
	}
	r.condition(&base, k)
	if self && holder == speaker && r.jointSpeakers(v) {
		return r.forHolders(base, nounPhrase{first: -1, head: -1, mentions: r.voices[v].mentions}, k)
	}
	base.actors = []int{holder}
	return []statement{base}
}

// jointSpeakers reports whether several say the same in one breath: then "they"
// are themselves.
func (r *reading) jointSpeakers(v int) bool {
	return v >= 0 && len(r.voices[v].mentions) > 1
}

// demandBy reads "must" and "should": whoever says so demands it.
func (r *reading) demandBy(st *statement, g *verbGroup, speaker int, self bool) int {
	if speaker < 0 || g.modal == "have to" && g.neg || g.modal == "" && !r.topicalIn(st.objFirst, st.objLast) {
		return -1
	}
	if r.demandOfOthers(g) {
		return -1
	}
	st.stance, st.base = "demands", 62
	if g.modal == "must" {
		st.base = 72
	}
	if g.neg != r.disbelieved(st.voice) {
		st.stance = "rejects"
	}
	if g.perfect { // "should never have happened"
		st.base -= 22
	}
	if self && !(g.neg && g.lemma == "need") { // "we do not need mediators"
		st.base -= 14
	}
	if !r.topicalIn(st.objFirst, st.objLast) && len(g.subject.mentions) == 0 && len(r.lex.moves[g.lemma]) == 0 {
		if st.base -= 10; g.modal != "must" {
			st.base -= 16
		}
	}
	if g.lemma == "need" || g.lemma == "" {
		st.base -= 8
	}
	return speaker
}

// disbelieved reports whether the voice is that of "does not believe that".
func (r *reading) disbelieved(v int) bool {
	if v < 0 || r.voices[v].group < 0 {
		return false
	}
	g := &r.groups[r.voices[v].group]
	return g.neg && (g.lemma == "believe" || g.lemma == "think")
}

// commitmentBy reads "will" and "will not": in their own words or another's
// report, those who will do something support it, those who will not reject it.
func (r *reading) commitmentBy(st *statement, g *verbGroup, speaker int, self bool, subject []int) int {
	if speaker >= 0 && g.lemma == "be" && g.subject.pronoun == "there" && (r.is(g.head+1, "no") || g.neg) && r.topicalIn(g.head, st.objLast) {
		st.stance, st.base = "rejects", 58 // "there will be no talks"
		return speaker
	}
	conditioned := r.leadingIf(g, &r.sentences[g.sentence]) >= 0 || r.onlyIf(g)
	if speaker >= 0 && !r.actors[speaker].expert && len(subject) == 0 && r.hangs(st, g, conditioned) {
		st.stance, st.base = "conditional", 50
		return speaker
	}
	if speaker >= 0 && !self && !r.actors[speaker].expert && g.neg && !g.passive && len(subject) > 0 && r.barred(st, g) {
		st.stance, st.base = "conditional", 50
		return speaker
	}
	if !r.commits(st, g, speaker) || r.gives(g) {
		return -1
	}
	topical := r.topicalIn(g.head, st.objLast) || self && len(r.lex.moves[g.lemma]) > 0 || conditioned
	holder := speaker
	switch {
	case self && speaker >= 0:
		st.base = 50
	case r.pledging(st.voice) && speaker >= 0 && (g.modal == "will" || g.modal == "would"): // "announced that all troops would be out"
		st.base = 56
	case r.offered(g.subject) && speaker >= 0 && !r.actors[speaker].expert && (g.modal == "will" || g.modal == "would"):
		return r.offerBy(st, g, speaker)
	case len(subject) > 0 && st.voice >= 0 && !g.subject.via && !g.passive: // another's report
		holder = subject[0]
		st.base = 38
		if speaker >= 0 && !r.actors[speaker].vague && !r.actors[speaker].media {
			st.base = 24 // a prediction as often
			if g.neg {
				st.base = 10
			}
		}
	case len(subject) > 0 && g.neg && !g.passive:
		holder = subject[0]
		st.base = 48
	case len(subject) > 0 && !g.passive && r.tied(g):
		holder = subject[0]
		st.base = 40
	default:
		return -1
	}
	if g.neg {
		st.stance = "rejects"
		st.base += 12
	} else {
		st.stance = "supports"
		if g.modal == "can" || g.modal == "could" {
			return -1
		}
	}
	if g.modal == "would" || g.modal == "could" || g.modal == "can" {
		st.base -= 10
	}
	if topical {
		st.base += 10
	} else if !(self && g.neg) {
		st.base -= 18
	}
	return holder
}

// barred reports whether others are told what they cannot have without something
// else: “they cannot join if we do not agree”.
func (r *reading) barred(st *statement, g *verbGroup) bool {
	if g.modal != "can" && g.modal != "will" || !r.topicalIn(g.head, st.objLast) {
		return false
	}
	for i := g.head + 1; i < g.end; i++ {
		if r.is(i, "unless", "until", "if") {
			return true
		}
	}
	return false
}

// hangs reports whether a clause says on what talks or a deal depend: “talks
// cannot succeed unless”, “if they stop, an agreement can be reached”.
func (r *reading) hangs(st *statement, g *verbGroup, conditioned bool) bool {
	return r.topicalIn(st.objFirst, st.objLast) && (g.neg && r.tiedDown(g) || conditioned && g.modal != "would" && g.modal != "could")
}

// commits reports whether a verb behind "will" can be a commitment at all.
func (r *reading) commits(st *statement, g *verbGroup, speaker int) bool {
	switch {
	case g.lemma == "" || r.ofNoun(g):
		return false
	case g.lemma == "be" && !g.neg && r.pledging(st.voice) && speaker >= 0, r.offered(g.subject): // "would be out by May"
	case r.lex.words["neutral-verbs"].has(g.lemma) && !(g.neg && g.lemma == "be") && !g.passive:
		return false
	}
	_, e, _ := r.movesOf(st.group)
	return e == nil || e.event != "CONSULT" || e.happening < 40 || g.neg // a plan to meet is told as an event
}

// tied reports whether a condition stands with the clause: "only if", "unless".
func (r *reading) tied(g *verbGroup) bool {
	for i := g.head + 1; i < g.end; i++ {
		if r.is(i, "unless", "provided") || r.is(i, "only") && r.is(i+1, "if", "when", "once", "after") {
			return true
		}
	}
	return false
}

// onlyIf reports whether a verb says "only", with the condition behind it: "will
// only proceed if".
func (r *reading) onlyIf(g *verbGroup) bool {
	only := false
	for i := g.first; i <= g.head+1 && i < len(r.tokens); i++ {
		only = only || r.is(i, "only")
	}
	for i := g.head + 1; only && i < g.end; i++ {
		if r.is(i, "if", "when", "once", "after") {
			return true
		}
	}
	return false
}

// tiedDown reports whether "unless", "until" or "without" stands behind the verb.
func (r *reading) tiedDown(g *verbGroup) bool {
	s := &r.sentences[g.sentence]
	for i := g.head + 1; i < s.last; i++ {
		if r.is(i, "unless", "until", "without") {
			return true
		}
	}
	return false
}

// ofNoun reports whether the clause says what a noun is: "guarantees that they
// will not attack" attacks nobody's stance.
func (r *reading) ofNoun(g *verbGroup) bool {
	if g.connector != "that" {
		return false
	}
	for i := g.clauseStart - 1; i > 0 && i > g.clauseStart-3; i-- {
		if r.tokens[i].lower == "that" {
			return r.tags[i-1] == tagNoun && !r.in(i-1, "clarity")
		}
	}
	return false
}

// pledging reports whether a voice announces or promises what it says.
func (r *reading) pledging(v int) bool {
	if v < 0 || r.voices[v].group < 0 {
		return false
	}
	switch r.groups[r.voices[v].group].lemma {
	case "announce", "pledge", "vow", "promise", "declare", "assure":
		return true
	}
	return false
}

// offered reports whether a noun phrase is something that is on offer: a plan, a
// guarantee, a mission.
func (r *reading) offered(np nounPhrase) bool {
	return np.head >= 0 && r.lex.words["offered"].has(r.bare[np.head])
}

// offerBy reads what a speaker says an offer would hold: “the guarantees would
// include monitoring”. Who describes it stands behind it; what it would not do
// is its limit.
func (r *reading) offerBy(st *statement, g *verbGroup, speaker int) int {
	st.stance, st.base, st.rule = "supports", 46, "offer"
	if g.neg {
		st.stance = "conditional"
		st.condition = clip(r.words(g.first, st.objLast))
		st.objFirst, st.objLast = g.subject.first, g.subject.last
	}
	return speaker
}

// judgementBy reads “this is unacceptable”, “now is the time for a ceasefire”.
func (r *reading) judgementBy(st *statement, g *verbGroup, speaker int) int {
	if speaker < 0 {
		return -1
	}
	if r.damned(st, g) || r.dutyBy(st, g) {
		return speaker
	}
	for i := g.head + 1; i < g.end && i < g.head+6; i++ {
		switch r.tokens[i].lower {
		case "impossible", "unthinkable":
			if !g.neg && r.topicalIn(st.objFirst, st.objLast) {
				st.stance, st.base, st.rule = "rejects", 46, "judgement"
				return speaker
			}
		case "unacceptable", "non-negotiable", "intolerable", "nonnegotiable", "inadmissible":
			st.stance, st.base, st.rule = "rejects", 60, "judgement"
			if r.tokens[i].lower[0] == 'n' {
				st.stance, st.redLine = "demands", true
			}
			if g.neg {
				return -1
			}
			return speaker
		case "acceptable":
			st.stance, st.base, st.rule = "supports", 52, "judgement"
			if g.neg {
				st.stance = "rejects"
			}
			return speaker
		case "time":
			if (r.is(i-1, "the") || i-1 == g.head) && r.is(i+1, "for", "to") {
				st.stance, st.base, st.rule = "demands", 52, "judgement"
				if g.neg || r.is(i-2, "not") {
					st.stance = "rejects"
				}
				return speaker
			}
		case "crucial", "essential", "vital", "imperative", "necessary", "indispensable", "key":
			if !g.neg && r.topicalIn(st.objFirst, st.objLast) && !g.past && g.subject.pronoun == "" && !r.is(max(g.subject.first, 0), "this", "that", "it", "these") {
				st.stance, st.base, st.rule = "demands", 40, "judgement"
				return speaker
			}
		}
	}
	return -1
}

func (r *reading) topicalIn(first, last int) bool {
	for i := first; i < last && i < len(r.topical); i++ {
		if r.topical[i] {
			return true
		}
	}
	return false
}
