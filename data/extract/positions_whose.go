package extract

// charged reports whether a clause is what somebody is only said to do: "the
// allegation that it seeks to undermine the talks".
func (r *reading) charged(g *verbGroup) bool {
	if g.form == participle && g.parent >= 0 && r.is(g.first-1, "of", "for") && r.lex.words["blaming"].has(r.groups[g.parent].lemma) {
		return true // "accused the neighbour of backing the rebels"
	}
	if g.form != finite && g.parent >= 0 {
		return r.groups[g.parent].form == finite && r.charged(&r.groups[g.parent])
	}
	i := g.clauseStart - 1
	return g.connector == "that" && i > 0 && r.is(i, "that") && r.tags[i-1] == tagNoun && r.lex.words["charges"].has(r.bare[i-1])
}

// allied reports whether a participle only says whose ally somebody is: "the
// rebels, backed by a neighbour".
func (r *reading) allied(g *verbGroup) bool {
	if g.relative && g.past && !g.passive && (g.lemma == "back" || g.lemma == "support") && g.head+2 < len(r.tokens) {
		np := r.phraseAt(g.head+1, min(g.head+6, g.end))
		return np.head >= 0 && r.agentive(np.head) || len(np.mentions) > 0 // "whose forces supported the army"
	}
	return g.passive && (g.lemma == "back" || g.lemma == "support") && g.subject.first >= 0 &&
		(len(g.subject.mentions) > 0 || g.subject.head >= 0 && r.agentive(g.subject.head))
}

// proposes reports whether the clause that a verb of the past brings is one of
// how things should be: in the present tense, or with "should".
func (r *reading) proposes(k int, about complement) bool {
	g := &r.groups[k]
	if about.kind != "that" || !g.past || g.lemma != "suggest" && g.lemma != "recommend" && g.lemma != "propose" {
		return false
	}
	for n := k + 1; n < r.bySent[g.sentence][1]; n++ {
		if h := &r.groups[n]; h.form == finite && !h.relative {
			return h.present && !h.perfect && h.lemma != "be" || h.modal == "should"
		}
	}
	return false
}

// author lets whoever made a text hold what it says: "Oslo's plan had demanded".
func (r *reading) author(np nounPhrase) nounPhrase {
	if len(np.mentions) > 0 || np.head < 0 || !r.lex.words["instruments"].has(r.bare[np.head]) {
		return np
	}
	for i := max(np.first, 0); i < np.head; i++ {
		m := r.mention[i]
		if m < 0 || r.mentions[m].actor < 0 {
			continue
		}
		if r.tags[i] == tagDet || r.tag(r.mentions[m].last) == tagPoss || r.mentions[m].kind == byAdjective {
			np.mentions, np.via = []int{m}, true
			return np
		}
	}
	return np
}

// claims reports whether a verb of insisting only says that something is so:
// "insisted that both had agreed" demands nothing.
func (r *reading) claims(k int, about complement) bool {
	g := &r.groups[k]
	if about.kind != "that" || g.lemma != "insist" && g.lemma != "maintain" && g.lemma != "reiterate" && g.lemma != "affirm" && g.lemma != "reaffirm" {
		return false
	}
	for n := k + 1; n < r.bySent[g.sentence][1]; n++ {
		if h := &r.groups[n]; h.form == finite && !h.relative {
			return h.modal == "" && (!h.neg || h.past || h.perfect) && h.lemma != "be" && (h.past || h.perfect || h.present && r.verbAt(h.head).forms&thirdForm != 0)
		}
	}
	return false
}

// accused reports whether a speaker of another side only reproaches an actor
// with what the group k tells: "said Oslo had backtracked", "they do not offer peace".
func (r *reading) accused(k, actor, voice int) bool {
	g := &r.groups[k]
	if voice < 0 || r.voices[voice].mention < 0 || !r.lex.words["reproached"].has(g.lemma) && !(g.neg && g.lemma == "offer" && g.modal == "") {
		return false
	}
	speaker := r.mentions[r.voices[voice].mention].actor
	return speaker >= 0 && !r.actors[speaker].media && r.side(speaker) != r.side(actor)
}

// demandOfOthers reports whether a clause says what a demand or condition holds
// that is not the speaker's own: “the key demand, as I hear, is that they must go”.
func (r *reading) demandOfOthers(g *verbGroup) bool {
	i := g.clauseStart - 1
	if g.connector != "that" || i < 1 || r.tag(i-1) != tagBe {
		return false
	}
	for j := i - 2; j >= r.sentences[g.sentence].first && j > i-16; j-- {
		if r.is(j, "demand", "demands", "condition", "conditions") {
			return !r.is(j-1, "our", "my") && !r.is(j-2, "our", "my")
		}
	}
	return false
}

// nounHolders are the actors whose position the noun that ends at i tells, and
// where its phrase begins; strong: by a possessive, "by" or a verb.
func (r *reading) nounHolders(i int, n *nounMove, st *sentence) (start int, owners []int, strong bool) {
	start, owners, strong = r.ownersOf(i, len(n.words), st)
	if light, k := r.lightSubject(i, st); len(light) > 0 && r.ownPronoun(start, i) { // "both reaffirmed their commitment"
		owners, strong = light, true
		start = min(start, r.groups[k].clauseStart, r.groups[k].first)
	}
	if by := r.byAfter(i+1, st); len(owners) == 0 && len(by) > 0 {
		owners, strong = by, true
	}
	if len(owners) == 0 {
		var k int
		owners, k = r.lightSubject(i, st)
		if strong = len(owners) > 0; strong {
			start = min(start, r.groups[k].clauseStart, r.groups[k].first)
		}
	}
	return start, r.otherParty(i, owners, st), strong
}
