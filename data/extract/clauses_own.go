package extract

// ownSubject lets the "it" of what a party says stand for that party: "Oslo
// warned that it will close the border".
func (r *reading) ownSubject(k int) {
	g := &r.groups[k]
	v := r.voiceAt[g.head]
	if g.form != finite || g.relative || g.subject.pronoun == "" || g.parent < 0 || v < 0 || r.voices[v].group != g.parent || r.tokens[g.head].quoted {
		return
	}
	tells := r.lex.words["telling"].has(r.groups[g.parent].lemma) && !g.obliges()
	if tells && (r.sameKind(g.subject, v) || g.subject.pronoun == "they" && r.several(v)) {
		for n := k + 1; n < r.bySent[g.sentence][1]; n++ { // "that they were ready but wanted"
			if h := &r.groups[n]; h.subject.first == g.subject.first && h.subject.pronoun == "they" {
				h.subject.mentions = r.voices[v].mentions
			}
		}
		g.subject.mentions = r.voices[v].mentions
		return
	}
	if g.subject.pronoun != "it" {
		return
	}
	if m := r.voices[v].mention; m >= 0 && r.mentions[m].actor >= 0 && r.actors[r.mentions[m].actor].kind != "person" && !r.actors[r.mentions[m].actor].media && len(r.voices[v].mentions) == 1 {
		g.subject.mentions = r.voices[v].mentions
	}
}

// several reports whether the one speaker of a voice is more than one person:
// then "told them they would sign" speaks of the speaker.
func (r *reading) several(v int) bool {
	m := r.voices[v].mention
	return m >= 0 && len(r.voices[v].mentions) == 1 && r.mentions[m].actor >= 0 && r.actors[r.mentions[m].actor].kind != "person" && !r.actors[r.mentions[m].actor].media
}

// sameKind reports whether a "he" or "she" that stands for who is told can stand
// for the speaker, a person too: "Holm told the envoy he was ready".
func (r *reading) sameKind(np nounPhrase, v int) bool {
	m := r.voices[v].mention
	if np.pronoun != "he" && np.pronoun != "she" || m < 0 || len(np.mentions) != 1 || len(r.voices[v].mentions) != 1 {
		return false
	}
	a, b := r.mentions[m].actor, r.mentions[np.mentions[0]].actor
	return a >= 0 && b >= 0 && a != b && r.actors[a].kind == "person" && r.actors[b].kind == "person" &&
		r.mentions[np.mentions[0]].sentence == r.mentions[m].sentence
}

// absoluteSubject is who does what a participle tells that has a subject of its
// own: "with Oslo agreeing to talks and Lima now refusing to lift the blockade".
// It is false where the participle has none.
func (r *reading) absoluteSubject(k, first int, st *sentence) (nounPhrase, bool) {
	e := r.groups[k].first
	for e > st.first && (r.tags[e-1] == tagAdv || r.tags[e-1] == tagDate) {
		e--
	}
	np := r.phraseEndingAt(e, st.first)
	if np.first <= st.first || np.last != e || len(np.mentions) == 0 {
		return np, false
	}
	opener := np.first - 1
	if r.is(opener, "with") {
		return np, true
	}
	if r.is(np.first, "and") {
		np.first++
		opener++
	}
	for h := k - 1; h >= first && r.is(opener, "and", "but", ",", "while"); h-- {
		if r.groups[h].absolute {
			return np, true
		}
		if r.groups[h].form == finite {
			break
		}
	}
	return np, false
}
