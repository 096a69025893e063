package extract

// damned reads what a speaker thinks of what is on the table: “the offers were
// insulting”, “the plans are unsafe and unworkable”. Only of a thing, and only
// of one that can be accepted or refused, is it a refusal.
func (r *reading) damned(st *statement, g *verbGroup) bool {
	if g.passive || g.subject.first < 0 || g.subject.head < 0 && r.tag(g.subject.first-1) != tagPrep || !r.onTable(r.wholeSubject(g)) {
		return false
	}
	if r.wanting(g) {
		if np := r.wholeSubject(g); g.subject.head < 0 {
			st.first, _ = r.trim(np.first, st.last)
			st.objFirst = st.first
		}
		st.stance, st.base, st.rule = "rejects", 54, "judgement"
		return true
	}
	if g.neg {
		return false
	}
	for i := g.head + 1; i < g.end && i < g.head+9; i++ {
		if r.tags[i] == tagPrep || r.tags[i] == tagSub || r.tags[i] == tagVerb && !r.lex.words["damning"].has(r.tokens[i].lower) {
			return false
		}
		if r.lex.words["damning"].has(r.tokens[i].lower) && !r.is(i-1, "not", "less") {
			st.stance, st.base, st.rule = "rejects", 56, "judgement"
			return true
		}
	}
	return false
}

// wanting reports whether something on the table is not good enough: “the offer
// was not generous enough”, “the deal is far from fair”.
func (r *reading) wanting(g *verbGroup) bool {
	far := false
	for i := g.head + 1; i < min(g.end, g.head+6); i++ {
		far = far || r.is(i, "far") && r.is(i+1, "from") || r.is(i, "less") && r.is(i+1, "than")
		if r.in(i, "good-enough") {
			return g.neg || far || r.tag(i-1) == tagNeg
		}
	}
	return false
}

// timeFor reads “the time has come for the army to leave”.
func (r *reading) timeFor(g *verbGroup, speaker int) bool {
	return g.lemma == "come" && g.perfect && !g.neg && speaker >= 0 && g.subject.head >= 0 && r.bare[g.subject.head] == "time" &&
		(r.is(g.head+1, "for", "to") || r.is(g.head+2, "for", "to"))
}

// letThem reads “Let them withdraw first”.
func (r *reading) letThem(g *verbGroup, speaker int) bool {
	return speaker >= 0 && r.exhorts(g) && !r.is(g.head+1, "me", "us", "'s", "alone", "go", "down", "off")
}

// exhorts reports whether a "let" has no subject: it wants something of others.
func (r *reading) exhorts(g *verbGroup) bool {
	return g.lemma == "let" && g.form == finite && g.first == g.head && g.subject.first < 0 &&
		(g.head == r.sentences[g.sentence].first || r.tag(g.head-1) == tagPunct || r.tag(g.head-1) == tagConj)
}

// wholeSubject is the subject with the phrases that it hangs on: all of "the
// company's plans for repairs".
func (r *reading) wholeSubject(g *verbGroup) nounPhrase {
	np := g.subject
	if g.parent >= 0 && r.groups[g.parent].head < np.first && r.groups[g.parent].form == finite {
		np.first = max(r.groups[g.parent].head+1, np.first-8)
	}
	return np
}

// blamed reports whether a participle is what somebody is accused of: "accused
// the army of halting the talks".
func (r *reading) blamed(g *verbGroup) bool {
	return g.form == participle && g.parent >= 0 && r.is(g.first-1, "of", "for") && r.lex.words["blaming"].has(r.groups[g.parent].lemma)
}

// onTable reports whether a noun phrase names something that is offered or demanded.
func (r *reading) onTable(np nounPhrase) bool {
	for i := max(np.first, 0); i < np.last; i++ {
		if r.lex.words["tabled"].has(r.bare[i]) || r.lex.words["offered"].has(r.bare[i]) {
			return true
		}
	}
	return false
}

// dutyBy reads what a speaker calls the task of others: “it is the
// responsibility of the parties to stop”.
func (r *reading) dutyBy(st *statement, g *verbGroup) bool {
	if g.neg || g.subject.pronoun != "it" {
		return false
	}
	for i := g.head + 1; i < min(g.end, g.head+4); i++ {
		if r.is(i, "responsibility", "duty", "obligation", "incumbent") && r.is(i+1, "of", "on", "upon") || r.is(i, "up") && r.is(i+1, "to") {
			st.stance, st.base, st.rule = "demands", 52, "judgement"
			return true
		}
	}
	return false
}

// belongsTo reads a claim: “the islands belong to us”, of a speaker's own side.
func (r *reading) belongsTo(g *verbGroup, speaker int) bool {
	if g.lemma != "belong" || g.neg || speaker < 0 || r.actors[speaker].expert {
		return false
	}
	for i := g.head + 1; i < min(g.head+3, len(r.tokens)); i++ {
		if r.is(i, "it", "them", "us", "him") {
			return true
		}
		if m := r.mention[i]; m >= 0 && r.mentions[m].actor >= 0 && r.side(r.mentions[m].actor) == r.side(speaker) {
			return true
		}
	}
	return false
}

// refusal reports whether what somebody decides or agrees to is a refusal or a
// way out of talks: "decided to reject the offer", "voted to leave the talks".
func (r *reading) refusal(k int) bool {
	n := k + 1
	if n >= r.bySent[r.groups[k].sentence][1] || r.groups[n].form != infinitive || r.groups[n].parent != k || r.groups[n].neg {
		return false
	}
	m, _, _ := r.movesOf(n)
	if m == nil || m.stance != "rejects" {
		return false
	}
	if m.position >= 60 {
		return true
	}
	for i := r.groups[n].head + 1; i < min(r.groups[n].head+9, r.groups[n].end); i++ {
		if r.lex.words["gatherings"].has(r.bare[i]) || r.in(i, "participation") {
			return true
		}
		if r.tags[i] == tagConj || r.tags[i] == tagPrep && !r.is(i, "in", "from", "of") {
			break
		}
	}
	return false
}

// refusing reports whether a group refuses, by a verb that is used of little else.
func (r *reading) refusing(k int) bool {
	m, _, _ := r.movesOf(k)
	return m != nil && m.stance == "rejects" && m.position >= 70
}

// messenger lets the speaker hold what a message of theirs says: “the message is
// to reject the offer”.
func (r *reading) messenger(k int, holder nounPhrase, voice int) nounPhrase {
	g := &r.groups[k]
	told := g.form == infinitive && g.parent >= 0 && r.groups[g.parent].lemma == "be" || r.is(g.first, "is", "was") && r.is(g.head-1, "to")
	if !told || voice < 0 || r.voices[voice].mention < 0 ||
		len(holder.mentions) > 0 || !r.in(holder.head, "messages") {
		return holder
	}
	holder.mentions, holder.via = []int{r.voices[voice].mention}, true
	return holder
}
