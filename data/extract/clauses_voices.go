package extract

// voice is whose words a token stands in.
type voice struct {
	mention  int // of the speaker, -1 where it is no actor that is known
	first    int // tokens of the speaker's name as the text has it: [first, last)
	last     int
	group    int // the verb of saying, -1 for "according to"
	mentions []int
}

// findVoices says for every token whose words it is, -1 for the article's own.
func (r *reading) findVoices() {
	r.voiceAt = make([]int, len(r.tokens))
	for i := range r.voiceAt {
		r.voiceAt[i] = -1
	}
	for s := range r.sentences {
		r.accordingTo(s)
		for k := r.bySent[s][0]; k < r.bySent[s][1]; k++ {
			r.sayingOf(k)
		}
	}
	r.carryQuotes()
}

// addVoice gives the tokens [first, last) to a speaker. A later, inner speaker
// takes its part from an outer one.
func (r *reading) addVoice(v voice, first, last int) {
	r.voices = append(r.voices, v)
	for i := max(first, 0); i < last && i < len(r.voiceAt); i++ {
		r.voiceAt[i] = len(r.voices) - 1
	}
}

func (r *reading) accordingTo(s int) {
	st := &r.sentences[s]
	for i := st.first; i+2 < st.last; i++ {
		if r.tokens[i].lower != "according" || r.tokens[i+1].lower != "to" {
			continue
		}
		end := i + 2
		for end < st.last && r.tags[end] != tagPunct && r.tags[end] != tagVerb && r.tags[end] != tagSub {
			end++
		}
		np := r.phraseAt(i+2, end)
		v := voice{mention: -1, first: i + 2, last: end, group: -1, mentions: np.mentions}
		if len(np.mentions) > 0 {
			v.mention = np.mentions[0]
		}
		if i > st.first {
			r.addVoice(v, st.first, i)
		} else {
			r.addVoice(v, end, st.last)
		}
	}
}

// sayingOf gives its content to the speaker of a verb of saying.
func (r *reading) sayingOf(k int) {
	g := &r.groups[k]
	if g.passive || g.obliges() || !r.lex.words["say"].has(g.lemma) && !r.makesClear(g) || g.form == infinitive || g.form == reduced {
		return
	}
	if g.quoted && r.lex.words["self-pronouns"].has(g.subject.pronoun) {
		return // “We have said that”: the one who is quoted goes on
	}
	st := &r.sentences[g.sentence]
	v := voice{mention: -1, first: g.subject.first, last: g.subject.last, group: k, mentions: g.subject.mentions}
	if len(g.subject.mentions) > 0 {
		v.mention = g.subject.mentions[0]
	}
	if v.first < 0 {
		return
	}
	if m := r.lastSpeaker(k); m >= 0 {
		v.mention = m
	}
	start := min(g.clauseStart, g.first)
	before := start - 1
	for before >= st.first && (r.tokens[before].lower == "," || r.tags[before] == tagConj || r.tags[before] == tagAdv) {
		before--
	}
	if len(v.mentions) == 0 && g.subject.pronoun == "" && (g.subject.head < 0 || !r.agentive(g.subject.head) && !r.lex.words["experts"].has(r.bare[g.subject.head])) && !r.closesQuote(before) {
		return // "the fact says a lot"
	}
	retro := before >= st.first && (isQuoteMark(r.tokens[before].text) || r.tokens[start-1].lower == "," && !r.contentFollows(k)) && start > st.first
	if retro && !g.relative {
		first := st.first
		for i := before - 1; i >= st.first; i-- { // only this clause where another speaks before
			if r.voiceAt[i] >= 0 && r.voices[r.voiceAt[i]].group >= 0 && !isQuoteMark(r.tokens[before].text) {
				first = i + 1
				break
			}
		}
		r.addVoice(v, first, before+1)
		r.quoteRest(len(r.voices)-1, g.head+1, st.last)
		return
	}
	if r.contentFollows(k) {
		r.addVoice(v, r.contentStart(k), r.contentEnd(k, st))
		return
	}
	r.quoteRestNew(v, g.head+1, st.last)
}

// makesClear reports whether a verb says with its adjective: "made it clear that".
func (r *reading) makesClear(g *verbGroup) bool {
	if g.lemma != "make" {
		return false
	}
	for i := g.head + 1; i < g.head+6 && i+1 < len(r.tokens); i++ {
		if r.in(i, "clarity") {
			return r.is(i+1, "that", ":", ",") || isQuoteMark(r.tokens[i+1].text) || r.tags[i+1] == tagName || r.tags[i+1] == tagDet || r.tags[i+1] == tagPron
		}
		if r.tags[i] != tagAdv && !r.is(i, "it", "very", "quite", "abundantly", "crystal") {
			return false
		}
	}
	return false
}

// closesQuote reports whether a quotation ends at token i, behind its comma.
func (r *reading) closesQuote(i int) bool {
	return i >= 0 && isQuoteMark(r.tokens[i].text)
}

// lastSpeaker is who spoke before, for "he added": a pronoun at the end of a
// quotation goes on with its speaker, not with somebody whom it names. -1 where
// the verb has no such subject.
func (r *reading) lastSpeaker(k int) int {
	g := &r.groups[k]
	if len(g.subject.mentions) != 1 || g.subject.pronoun == "" {
		return -1
	}
	own := r.mentions[g.subject.mentions[0]]
	st := &r.sentences[g.sentence]
	if own.actor < 0 || g.clauseStart == st.first || !r.tokens[st.first].quoted && !isQuoteMark(r.tokens[st.first].text) {
		return -1
	}
	for i := st.first - 1; i >= 0 && i > st.first-120 && st.paragraph-r.sentences[r.tokens[i].sentence].paragraph <= 1; i-- {
		v := r.voiceAt[i]
		if v < 0 || r.voices[v].mention < 0 {
			continue
		}
		m := r.voices[v].mention
		if a := r.mentions[m].actor; a >= 0 && (r.actors[a].kind == "person") == (own.actor >= 0 && r.actors[own.actor].kind == "person") {
			return m
		}
		return -1
	}
	return -1
}

// contentFollows reports whether a clause or a quotation follows the verb of
// saying: then that is what is said.
func (r *reading) contentFollows(k int) bool {
	g := &r.groups[k]
	st := &r.sentences[g.sentence]
	for i := g.head + 1; i < st.last && i < g.head+16; i++ {
		if r.tokens[i].lower == "," && i+1 < st.last && !isQuoteMark(r.tokens[i+1].text) && r.tags[i+1] != tagAdv && r.tags[i+1] == tagVerb {
			return false // "said, asserting that"
		}
		if r.tokens[i].lower == "that" && r.tags[i] == tagSub || isQuoteMark(r.tokens[i].text) {
			return true
		}
		next := k + 1
		if next < r.bySent[g.sentence][1] && r.groups[next].connector == "where" {
			next += 2 // "says one of the fields where it drills belongs to it"
		}
		for n := k + 1; n < r.bySent[g.sentence][1] && n <= next; n++ {
			if r.groups[n].form == finite && r.groups[n].parent == k && r.groups[n].connector != "where" && !r.groups[n].relative && r.groups[n].clauseStart <= i && r.groups[n].clauseStart > g.head {
				return r.groups[n].connector == "" || r.groups[n].connector == "that" || r.groups[n].connector == "if" || r.groups[n].connector == "“"
			}
		}
	}
	return false
}

func (r *reading) contentStart(k int) int {
	g := &r.groups[k]
	st := &r.sentences[g.sentence]
	for i := g.head + 1; i < st.last && i < g.head+16; i++ {
		if r.tokens[i].lower == "that" && r.tags[i] == tagSub || isQuoteMark(r.tokens[i].text) {
			return i
		}
		if k+1 < len(r.groups) && r.groups[k+1].sentence == g.sentence && r.groups[k+1].clauseStart <= i {
			return max(r.groups[k+1].clauseStart, g.head+1)
		}
	}
	return g.head + 1
}

// contentEnd is where what is said ends: with the sentence, or before a clause
// of the article's own (", while", "; but").
func (r *reading) contentEnd(k int, st *sentence) int {
	g := &r.groups[k]
	for n := k + 1; n < r.bySent[g.sentence][1]; n++ {
		h := &r.groups[n]
		if h.connector == "but" && h.clauseStart == h.first && h.present {
			continue // "said they do not oppose it but want": still theirs
		}
		if h.form == finite && !h.relative && (h.connector == "while" || h.connector == "but" || h.connector == ";" || h.connector == "as" || h.connector == "after") &&
			h.clauseStart > g.head+2 && r.tokens[h.clauseStart-1].quoted == r.tokens[g.head].quoted && n > k+1 {
			return h.clauseStart
		}
	}
	return st.last
}

// quoteRest gives the quoted tokens from i on to the voice.
func (r *reading) quoteRest(v, i, last int) {
	for ; i < last; i++ {
		if r.tokens[i].quoted {
			r.voiceAt[i] = v
		}
	}
}

func (r *reading) quoteRestNew(v voice, i, last int) {
	for k := i; k < last; k++ {
		if r.tokens[k].quoted {
			r.voices = append(r.voices, v)
			r.quoteRest(len(r.voices)-1, k, last)
			return
		}
	}
}

// carryQuotes gives quoted sentences without a speaker of their own to the one
// who spoke last in the paragraph, else to the next, else to the last before.
func (r *reading) carryQuotes() {
	last := -1
	for s := range r.sentences {
		st := &r.sentences[s]
		if st.heading {
			continue
		}
		quoted, own, marks := 0, -1, 0
		for i := st.first; i < st.last; i++ {
			if isQuoteMark(r.tokens[i].text) {
				marks++
			}
			if r.tokens[i].quoted {
				quoted++
			}
			if v := r.voiceAt[i]; v >= 0 && r.voices[v].mention >= 0 {
				own = v
			}
		}
		if own < 0 && quoted*5 > (st.last-st.first-marks)*4 {
			v := -1
			if s > 0 && r.sentences[s-1].paragraph == st.paragraph {
				v = last
			} else if next := r.speakerAhead(s); next >= 0 {
				v = next
			} else {
				v = last
			}
			if v >= 0 {
				last = v // what is quoted next in the paragraph is theirs too
				for i := st.first; i < st.last; i++ {
					if r.voiceAt[i] < 0 {
						r.voiceAt[i] = v
					}
				}
			}
		}
		if own >= 0 {
			last = own
		}
	}
}

// speakerAhead is the voice of the next sentence of the paragraph, -1 for none.
func (r *reading) speakerAhead(s int) int {
	for n := s + 1; n < len(r.sentences) && n < s+6 && r.sentences[n].paragraph == r.sentences[s].paragraph; n++ {
		for i := r.sentences[n].first; i < r.sentences[n].last; i++ {
			if v := r.voiceAt[i]; v >= 0 && r.tokens[i].quoted {
				return v
			}
		}
	}
	return -1
}

// speakerOf is the mention of who says the token at i, -1 where it is the
// article itself or somebody unknown; spoken tells the two apart.
func (r *reading) speakerOf(i int) (mention int, spoken bool) {
	v := r.voiceAt[i]
	if v < 0 {
		return -1, false
	}
	return r.voices[v].mention, true
}
