package extract

import "strings"

// findGroups finds the verb groups of a sentence, left to right.
func (r *reading) findGroups(s int) {
	st := &r.sentences[s]
	for i := st.first; i < st.last; {
		switch r.tags[i] {
		case tagModal, tagBe, tagHave, tagDo, tagTo, tagVerb:
			g, next := r.groupAt(i, s)
			r.groups = append(r.groups, g)
			i = next
		default:
			i++
		}
	}
}

// groupAt reads the verb group that begins at token i and the token after it.
func (r *reading) groupAt(i, s int) (verbGroup, int) {
	st := &r.sentences[s]
	g := verbGroup{sentence: s, first: i, head: i, parent: -1, quoted: r.tokens[i].quoted}
	g.neg = i > st.first && (r.tags[i-1] == tagNeg || i > st.first+1 && r.is(i-1, "longer") && r.is(i-2, "no"))
	lastAux := tagPunct
	j := i
	for ; j < st.last; j++ {
		switch r.tags[j] {
		case tagTo:
			if !r.takeTo(&g, i, j, &lastAux, st) {
				return r.endGroup(g, lastAux), j
			}
		case tagModal, tagBe, tagHave, tagDo:
			if !r.takeAux(&g, i, j, &lastAux) {
				return r.endGroup(g, lastAux), j
			}
		case tagNeg:
			g.neg = true
		case tagAdv, tagDate:
			if !r.verbAhead(j+1, st) {
				g.neg = g.neg || r.tag(j+1) == tagNeg && j+1 < st.last // "is simply not ready"
				return r.endGroup(g, lastAux), j
			}
		case tagVerb:
			if lastAux != tagPunct && !r.fits(j, lastAux) {
				return r.endGroup(g, lastAux), j
			}
			if lastAux == tagBe && r.is(j, "going") && r.tag(j+1) == tagTo { // "are going to insist"
				g.modal, lastAux = "will", tagModal
				if g.past {
					g.modal = "would"
				}
				j++
				continue
			}
			g.head = j
			r.mainVerb(&g, lastAux)
			return g, j + 1
		case tagPunct:
			if lastAux == tagPunct && !(g.form == infinitive && j == i+1) || !isQuoteMark(r.tokens[j].text) || !r.verbAhead(j+1, st) {
				return r.endGroup(g, lastAux), j
			}
		case tagPrep, tagConj:
			next := r.pastInsertion(j, lastAux, st)
			if next < 0 {
				return r.endGroup(g, lastAux), j
			}
			j = next - 1
		default:
			return r.endGroup(g, lastAux), j
		}
	}
	return r.endGroup(g, lastAux), j
}

// pastInsertion is the verb with which a group goes on behind a phrase set
// between it and its auxiliary: "have in recent weeks rejected"; -1 for none.
func (r *reading) pastInsertion(j int, aux wordTag, st *sentence) int {
	if aux != tagHave && aux != tagModal || r.tags[j] != tagPrep {
		return -1
	}
	for n := j + 1; n < st.last && n <= j+5; n++ {
		switch r.tags[n] {
		case tagNoun, tagDet, tagNum, tagDate, tagAdv, tagPrep:
		case tagVerb:
			if n > j+1 && r.fits(n, aux) && r.lex.verbs[r.tokens[n].lower].forms&ingForm == 0 {
				return n
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// takeTo takes a "to" into the group: before an infinitive, or as in "has to",
// "is to" and "ought to". It is false where the group ends before it.
func (r *reading) takeTo(g *verbGroup, i, j int, lastAux *wordTag, st *sentence) bool {
	switch {
	case j == i:
		g.form = infinitive
	case *lastAux == tagHave && r.tokens[j-1].lower != "having":
		g.modal, g.perfect, *lastAux = "have to", false, tagModal
	case *lastAux == tagBe && j == r.afterAux(i, st) && !r.in(j-1, "likelihoods"):
		g.modal, *lastAux = "will", tagModal
	default:
		return g.modal == "ought"
	}
	return true
}

// takeAux takes an auxiliary into the group; false where it begins another.
func (r *reading) takeAux(g *verbGroup, i, j int, lastAux *wordTag) bool {
	w, tag := r.tokens[j].lower, r.tags[j]
	if tag == tagModal && *lastAux != tagPunct || *lastAux == tagBe && tag != tagBe && w != "having" {
		return false
	}
	g.neg = g.neg || strings.HasSuffix(w, "n't") || w == "cannot"
	switch {
	case tag == tagModal:
		g.modal = modalOf(w)
	case tag == tagHave && *lastAux != tagHave:
		g.perfect = true
	}
	switch strings.TrimSuffix(w, "n't") {
	case "was", "were", "had", "did":
		g.past = true
	case "being", "having":
		if j == i {
			g.form = participle
		} else {
			g.progressive = true
		}
	}
	*lastAux, g.head = tag, j
	return true
}

// afterAux is the first token behind the auxiliary at i that is no adverb.
func (r *reading) afterAux(i int, st *sentence) int {
	j := i + 1
	for j < st.last && (r.tags[j] == tagAdv || r.tags[j] == tagNeg) {
		j++
	}
	return j
}

// fits reports whether a verb form continues the auxiliary before it.
func (r *reading) fits(i int, aux wordTag) bool {
	f := r.verbAt(i).forms
	switch aux {
	case tagModal, tagDo:
		return f&baseForm != 0
	case tagBe:
		return f&(pastPart|ingForm) != 0
	case tagHave:
		return f&pastPart != 0
	}
	return true
}

// verbAhead reports whether the group goes on behind an adverb or a date.
func (r *reading) verbAhead(j int, st *sentence) bool {
	for n := 0; j < st.last && n < 5; j, n = j+1, n+1 {
		switch r.tags[j] {
		case tagAdv, tagDate, tagNeg:
			continue
		case tagPunct:
			if isQuoteMark(r.tokens[j].text) {
				continue
			}
			return false
		case tagPrep:
			if j+1 < st.last && r.tags[j+1] == tagDate {
				continue
			}
			return false
		case tagVerb, tagBe, tagHave, tagDo, tagTo:
			return true
		}
		return false
	}
	return false
}

// mainVerb fills in what the verb of a group and the auxiliary before it say.
func (r *reading) mainVerb(g *verbGroup, aux wordTag) {
	v := r.verbAt(g.head)
	g.lemma = v.lemma
	switch aux {
	case tagBe:
		if v.forms&ingForm != 0 {
			g.progressive = true
		} else {
			g.passive = true
		}
		g.perfect = g.perfect && g.first != g.head
		if !g.past && g.modal == "" && !g.perfect {
			g.present = true
		}
		return
	case tagHave, tagModal, tagDo:
		if aux == tagDo && !g.past {
			g.present = true
		}
		return
	}
	if g.form == infinitive {
		return
	}
	switch {
	case v.forms&ingForm != 0:
		g.form = participle
	case v.forms&(pastForm|pastPart) != 0 && v.forms&(baseForm|thirdForm) == 0:
		g.past = true
	case v.forms&pastForm != 0 && v.forms&baseForm != 0:
		g.past = true
	default:
		g.present = true
	}
}

// endGroup ends a group that has no verb but its auxiliary.
func (r *reading) endGroup(g verbGroup, aux wordTag) verbGroup {
	switch aux {
	case tagBe:
		g.lemma = "be"
	case tagHave:
		g.lemma, g.perfect = "have", false
	case tagDo:
		g.lemma = "do"
	case tagModal:
		g.lemma = ""
	}
	g.present = !g.past && g.modal == "" && !g.perfect
	return g
}

func modalOf(w string) string {
	switch w {
	case "'ll", "won't", "shall", "shan't":
		return "will"
	case "'d", "wouldn't":
		return "would"
	case "can't", "cannot":
		return "can"
	case "shouldn't":
		return "should"
	case "couldn't":
		return "could"
	case "mustn't":
		return "must"
	}
	return strings.TrimSuffix(w, "n't")
}

// bindGroups finds the clause, the subject and the governor of every group of a
// sentence. Groups go left to right, so that a later one can inherit.
func (r *reading) bindGroups(s int) {
	st := &r.sentences[s]
	span := r.bySent[s]
	for k := span[0]; k < span[1]; k++ {
		r.settleForm(k, span[1])
		r.bindSubject(k, span[0])
		r.bindRow(&r.groups[k])
	}
	r.bindFronted(span[0], span[1])
	for k := span[0]; k < span[1]; k++ {
		r.groups[k].end = r.clauseEnd(k, span[1], st)
		if r.groups[k].passive {
			r.groups[k].agent = r.agentOf(k)
		}
	}
}

// settleForm recognises past participles without an auxiliary: "talks held in
// February", "the plan floated by Trump".
func (r *reading) settleForm(k, last int) {
	g := &r.groups[k]
	if g.form != finite || g.first != g.head || !g.past {
		return
	}
	v := r.verbAt(g.head)
	if v.forms&pastPart == 0 {
		return
	}
	onlyPart := v.forms&pastForm == 0
	if k > 0 && r.groups[k-1].head == g.head-1 && copular.has(r.groups[k-1].lemma) { // "remains committed"
		g.form, g.passive = reduced, true
		return
	}
	by := (r.is(g.head+1, "by") || r.in(g.head+1, "adverbs") && r.is(g.head+2, "by")) && (g.head+2 >= len(r.tags) || r.tags[g.head+2] != tagVerb && r.tags[g.head+2] != tagAdv && r.tags[g.head+2] != tagDate)
	before := r.tag(g.head - 1)
	afterNoun := before == tagNoun || before == tagName || before == tagDate
	linked := r.tag(g.head+1) == tagPrep
	if onlyPart || by || afterNoun && linked && r.lex.words["appointing"].has(g.lemma) || r.is(g.head-1, "as", "than") || afterNoun && linked && k+1 < last && r.finiteAhead(k, last) && !r.intransitive(g.lemma) {
		g.form, g.passive = reduced, true
	}
}

// finiteAhead reports whether the next group in the same stretch, with no new
// subject or clause between, is finite: then the one at k is no main verb.
func (r *reading) finiteAhead(k, last int) bool {
	g := &r.groups[k]
	next := k + 1
	for next < last && (r.groups[next].form == infinitive || r.groups[next].form == participle && r.tag(r.groups[next].first-1) == tagPrep) {
		next++ // "talks aimed at ending the war failed"
	}
	if next >= last || r.groups[next].form != finite {
		return false
	}
	n := &r.groups[next]
	for i := g.head + 1; i < n.first; i++ {
		if r.tags[i] == tagPunct || r.tags[i] == tagSub || r.tags[i] == tagConj || r.tags[i] == tagPron || r.is(i, "as", "after", "before", "since", "until") {
			return false
		}
	}
	return true
}

func (r *reading) intransitive(lemma string) bool {
	switch lemma {
	case "say", "go", "come", "arrive", "meet", "speak", "talk", "travel", "fly", "insist", "call", "agree", "return", "die", "fall", "happen", "object", "appeal", "respond", "react", "retaliate", "resort", "consent", "belong":
		return true
	}
	return false
}
