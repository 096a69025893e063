package extract

import (
	"slices"
	"strings"
)

// wordTag is the part that a token plays in its clause, as far as the reader of
// statements needs to know.
type wordTag uint8

const (
	tagNoun wordTag = iota // a noun, an adjective, or anything unknown
	tagPunct
	tagName // within a mention of an actor, or a proper noun
	tagDate
	tagDet
	tagPrep
	tagPron
	tagSub  // opens a subordinate clause
	tagConj // and, but, or
	tagModal
	tagBe
	tagHave
	tagDo
	tagNeg
	tagTo // before an infinitive
	tagVerb
	tagAdv
	tagNum
	tagPoss // 's
	tagPronAux
)

// reading is an article with its words understood: what events and positions
// are found in.
type reading struct {
	*article
	lex     *lexicon
	tags    []wordTag
	bare    []string       // every token in the singular, folded
	mention []int          // the mention that a token lies in, -1 for none
	date    []int          // the date that a token lies in, -1 for none
	topical []bool         // the token belongs to something negotiable
	issues  []lexicalIssue // of the lexicon, then of the case
	known   *phrases       // the words of the issues of the case, nil for none
	issueOf []int32        // the issue that the token speaks for, -1 for none
	issueWt []int8
	groups  []verbGroup
	bySent  [][2]int // groups of a sentence: [first, last)
	voices  []voice
	leadAt  int   // the first sentence that is no heading
	voiceAt []int // the voice that a token stands in, -1 for the article's own
}

// verbGroup is a verb with its auxiliaries, and what belongs to it.
type verbGroup struct {
	sentence    int
	first, head int // tokens: of the group, of the verb itself
	lemma       string
	form        groupForm
	modal       string // "will", "must"; "have to" counts as must
	neg         bool
	passive     bool
	perfect     bool
	progressive bool
	past        bool
	present     bool
	parent      int    // the group that governs it, -1 for none
	connector   string // the word that opens the clause: "that", "if", "and"
	relative    bool
	forSubject  bool // "for Russia to accept"
	objectGap   bool // what it is about stands before it: "which they refused"
	antecedent  nounPhrase
	absolute    bool // a participle with a subject of its own: "with Oslo agreeing to"
	second      bool // goes on with the modal of the verb before: "must stop and return"
	subject     nounPhrase
	agent       nounPhrase // of a passive
	clauseStart int        // token: where the clause with its subject begins
	end         int        // token after the clause
	quoted      bool
}

type groupForm uint8

const (
	finite groupForm = iota
	infinitive
	participle // -ing
	reduced    // a past participle without auxiliary: "held in February"
)

// nounPhrase is who or what a verb is about.
type nounPhrase struct {
	first, last int   // tokens [first, last)
	mentions    []int // mentions that are its head, or that its head acts for
	via         bool  // through a noun: "Russian troops", "Kyiv's delegation"
	head        int   // token of the head noun, -1
	pronoun     string
}

// read understands the words and clauses of an article. The issues of the case
// come before those of the lexicon.
func read(a *article, known []KnownIssue) *reading {
	r := &reading{article: a, lex: english()}
	r.issues, r.known = r.lex.caseIssues(known)
	n := len(a.tokens)
	r.tags = make([]wordTag, n)
	r.bare = make([]string, n)
	r.mention, r.date = make([]int, n), make([]int, n)
	for i := range a.tokens {
		r.mention[i], r.date[i] = -1, -1
		r.bare[i] = singular(a.tokens[i].lower)
	}
	for m := range a.mentions {
		for i := a.mentions[m].first; i < a.mentions[m].last; i++ {
			if old := r.mention[i]; old < 0 || a.mentions[m].last-a.mentions[m].first > a.mentions[old].last-a.mentions[old].first {
				r.mention[i] = m
			}
		}
	}
	for d := range a.dates {
		for i := a.dates[d].first; i < a.dates[d].last; i++ {
			r.date[i] = d
		}
	}
	for r.leadAt < len(a.sentences) && a.sentences[r.leadAt].heading {
		r.leadAt++
	}
	r.markTopics()
	r.bySent = make([][2]int, len(a.sentences))
	for s := range a.sentences {
		if a.halted() {
			break
		}
		r.tagSentence(s)
		first := len(r.groups)
		r.findGroups(s)
		r.bySent[s] = [2]int{first, len(r.groups)}
		r.bindGroups(s)
	}
	r.findVoices()
	for k := range r.groups {
		r.ownSubject(k)
		r.countSubject(k)
	}
	return r
}

// in reports whether the token at i is a word of the closed list.
func (r *reading) in(i int, list string) bool {
	return i >= 0 && i < len(r.tokens) && r.lex.words[list].has(r.tokens[i].lower)
}

// is reports whether the token at i is one of the words.
func (r *reading) is(i int, words ...string) bool {
	return i >= 0 && i < len(r.tokens) && slices.Contains(words, r.tokens[i].lower)
}

// tag is the tag at i, tagPunct outside the text.
func (r *reading) tag(i int) wordTag {
	if i < 0 || i >= len(r.tags) {
		return tagPunct
	}
	return r.tags[i]
}

// tagSentence gives every token of a sentence its tag.
func (r *reading) tagSentence(s int) {
	st := &r.sentences[s]
	for i := st.first; i < st.last; i++ {
		r.tags[i] = r.closedTag(i, st)
	}
	for i := st.first; i < st.last; i++ {
		if r.tags[i] == tagNoun {
			r.tags[i] = r.openTag(i, st)
		}
	}
}

// closedTag recognises what lists and earlier stages say.
func (r *reading) closedTag(i int, st *sentence) wordTag {
	t := &r.tokens[i]
	if !isWord(t.text) {
		return r.markTag(i, st)
	}
	if m := r.mention[i]; m >= 0 {
		if r.mentions[m].kind == byPronoun {
			if r.possessivePronoun(i) {
				return tagDet
			}
			return tagPron
		}
		return tagName
	}
	if d := r.date[i]; d >= 0 {
		if r.dates[d].behind && i == r.dates[d].last-1 {
			return tagPrep // the "after" of "two days after the envoys met"
		}
		return tagDate
	}
	w := t.lower
	has := func(list string) bool { return r.lex.words[list].has(w) }
	switch {
	case w == "to":
		return r.toTag(i, st)
	case has("modals"):
		if w == "may" && t.text == "May" && i > st.first || w == "will" && t.text == "Will" && i > st.first {
			return tagName
		}
		return tagModal
	case has("be"):
		return tagBe
	case has("have"):
		return tagHave
	case has("do"):
		return tagDo
	case has("negations"):
		return tagNeg
	case w == "that" && r.demonstrative(i, st):
		return tagPron
	case w == "that" && i > st.first && r.lex.words["pointed"].has(r.bare[min(i+1, len(r.bare)-1)]) && r.tags[i-1] == tagNoun && r.lex.words["takes-object"].has(r.lex.verbs[r.tokens[i-1].lower].lemma):
		return tagDet // "rejected that proposal"
	case (w == "what" || w == "all") && (i == st.first || isQuoteMark(r.tokens[i-1].text)) && r.is(i+1, "we", "i", "they"): // “What we propose is”
		return tagSub
	case has("asking") && i+1 < st.last && (r.tokens[i+1].lower != "to" && !r.in(i+1, "be")):
		return tagSub
	case w == "that" || has("relatives") || w == "if" || w == "because" || w == "while" || w == "although" || w == "unless" || w == "whether" || w == "though" || w == "whereas":
		return tagSub
	case has("subject-pronouns") || has("pronouns") && w != "this" && w != "these" && w != "those":
		return tagPron
	case has("self-pronouns") && strings.Contains(w, "'"):
		return tagPronAux
	case has("conjunctions") && (w != "so" && w != "yet" && w != "then"):
		return tagConj
	case w == "since" && i > st.first && r.tags[i-1] == tagHave: // "has since rejected"
		return tagAdv
	case w == "like" && i > st.first && (r.tags[i-1] == tagModal || r.tags[i-1] == tagAdv && i > st.first+1 && r.tags[i-2] == tagModal): // "would like to see"
		return tagVerb
	case w == "back" && r.backsWhat(i, st):
		return tagVerb
	case has("prepositions"):
		return tagPrep
	case has("determiners"):
		return tagDet
	case has("adverbs"), strings.HasSuffix(w, "ly") && len(w) > 5 && r.lex.verbs[w].lemma == "":
		return tagAdv
	case t.text[0] >= '0' && t.text[0] <= '9':
		return tagNum
	}
	return tagNoun
}

// backsWhat reports whether a "back" is a verb in the present: "Oslo and Lima
// back the plan".
func (r *reading) backsWhat(i int, st *sentence) bool {
	if i == st.first || i+1 >= st.last || r.mention[i-1] < 0 && !r.agentive(i-1) || !r.in(i+1, "determiners") && !r.topical[i+1] && r.mention[i+1] < 0 {
		return false
	}
	for j := st.first; j < i; j++ {
		if r.tags[j] == tagBe || r.tags[j] == tagHave || r.mention[j] < 0 && r.lex.verbs[r.tokens[j].lower].forms != 0 && !r.lex.verbs[r.tokens[j].lower].noun {
			return false
		}
	}
	return true
}

// markTag is the tag of what begins with no letter: marks and the ends of short
// forms.
func (r *reading) markTag(i int, st *sentence) wordTag {
	t := &r.tokens[i]
	if t.lower == "'s" || t.lower == "'" && i > st.first && strings.HasSuffix(r.tokens[i-1].lower, "s") && t.start == r.tokens[i-1].end && t.text != "‘" {
		if i == st.first {
			return tagPunct
		}
		return r.possessive(i)
	}
	switch t.lower {
	case "'ll", "'d":
		return tagModal
	case "'re", "'m":
		return tagBe
	case "'ve":
		return tagHave
	case "n't":
		return tagNeg
	}
	return tagPunct
}

// demonstrative reports whether a "that" stands for a thing: “That never should
// have happened”.
func (r *reading) demonstrative(i int, st *sentence) bool {
	if i > st.first && isWord(r.tokens[i-1].text) && !r.in(i-1, "conjunctions") {
		return false
	}
	return r.in(i+1, "modals") || r.in(i+1, "be") || r.in(i+1, "have") || r.is(i+1, "never", "'s") || r.in(i+1, "do")
}

// possessive tells the 's of possession from that of "it's": after a noun both
// are possible, and "is" is rare in news.
func (r *reading) possessive(i int) wordTag {
	if r.lex.words["subject-pronouns"].has(r.tokens[i-1].lower) || r.is(i-1, "that", "what", "here", "who") {
		return tagBe
	}
	return tagPoss
}

// toTag tells "to sign" from "to Moscow".
func (r *reading) toTag(i int, st *sentence) wordTag {
	j := i + 1
	if j+1 < st.last && isQuoteMark(r.tokens[j].text) && r.tokens[j+1].quoted { // "to “uphold the deal”"
		j++
	}
	for j < st.last && (r.in(j, "adverbs") || strings.HasSuffix(r.tokens[j].lower, "ly") || r.in(j, "negations")) {
		j++
	}
	if j >= st.last || r.mention[j] >= 0 || r.date[j] >= 0 {
		return tagPrep
	}
	if r.in(j, "be") || r.in(j, "have") || r.in(j, "do") {
		return tagTo
	}
	if t := &r.tokens[j]; r.lex.verbs[t.lower].forms == 0 && t.text == t.lower && j+1 < st.last && len(t.text) > 3 && !r.in(j, "determiners") && !r.in(j, "prepositions") &&
		(r.is(j+1, "the", "a", "an", "it", "them", "its", "their", "him") || r.mention[j+1] >= 0 && r.tokens[j+1].text == "the") {
		return tagTo // "to reignite the war": a verb that no list knows
	}
	if r.lex.verbs[r.tokens[j].lower].forms&baseForm != 0 && (st.heading || r.tokens[j].text == r.tokens[j].lower || r.tokens[j].text[0] >= 'a') {
		return tagTo
	}
	return tagPrep
}

// possessivePronoun reports whether the token is "its", "their" and so on; "her"
// counts where a word follows that she could own.
func (r *reading) possessivePronoun(i int) bool {
	if r.is(i, "her") {
		return i+1 < len(r.tokens) && isWord(r.tokens[i+1].text) && !r.in(i+1, "prepositions") && !r.in(i+1, "conjunctions") && r.tokens[i+1].lower != "to"
	}
	return r.is(i, "his", "its", "their", "our", "my", "your", "whose")
}
