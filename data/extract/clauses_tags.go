package extract

import "strings"

// openTag decides whether a word of the open classes is a verb here.
func (r *reading) openTag(i int, st *sentence) wordTag {
	t := &r.tokens[i]
	capital := t.text != "" && t.text[0] >= 'A' && t.text[0] <= 'Z'
	first := i == st.first || i > 0 && !isWord(r.tokens[i-1].text) && r.tokens[i-1].text != "," && r.tokens[i-1].text != "-"
	if capital && !first && !st.heading {
		return tagName
	}
	v, known := r.lex.verbs[t.lower]
	if !known {
		v, known = unknownPast(t.lower)
	}
	prev := i - 1
	if !known {
		for prev >= st.first && (r.tags[prev] == tagAdv || r.tags[prev] == tagNeg) {
			prev--
		}
		if prev >= st.first && (r.tags[prev] == tagModal || r.tags[prev] == tagTo) && t.text == t.lower && isWord(t.text) {
			return tagVerb // whatever follows "must"
		}
		return tagNoun
	}
	for prev >= st.first && r.tags[prev] == tagAdv {
		prev--
	}
	prev = r.beforeBracket(prev, st)
	before := tagPunct
	if prev >= st.first {
		before = r.tags[prev]
	}
	switch {
	case before == tagTo && v.forms&baseForm != 0, before == tagModal && v.forms&baseForm != 0,
		before == tagPronAux, before == tagDo && v.forms&baseForm != 0:
		return tagVerb
	case before == tagNeg:
		if v.forms&^ingForm != 0 && !r.is(prev, "no") {
			return tagVerb
		}
		return tagVerb
	case v.forms&ingForm != 0:
		return r.ingTag(i, v, before, st)
	case v.forms&(pastForm|pastPart) != 0 && v.forms&(baseForm|thirdForm) == 0:
		return r.pastTag(i, v, prev, before, st)
	}
	return r.presentTag(i, v, prev, before, st)
}

// beforeBracket is the token before a short form in brackets that ends at prev:
// "the African Union (AU) wants".
func (r *reading) beforeBracket(prev int, st *sentence) int {
	if prev < st.first || r.tokens[prev].text != ")" {
		return prev
	}
	for i := prev - 1; i > st.first && i > prev-6; i-- {
		if r.tokens[i].text == "(" {
			return i - 1
		}
	}
	return prev
}

func (r *reading) ingTag(i int, v verbWord, before wordTag, st *sentence) wordTag {
	switch before {
	case tagBe:
		return tagVerb
	case tagDet, tagPoss, tagNum, tagSub:
		return tagNoun
	case tagName, tagNoun, tagVerb:
		if before != tagVerb && (v.noun || r.relativeThat(i+1, st)) {
			return tagNoun
		}
	}
	if v.noun && (r.is(i+1, "of", "in", "on", "with", "between") || before == tagPrep || r.tag(i+1) == tagVerb || r.tag(i+1) == tagBe) {
		return tagNoun
	}
	if i+1 < st.last && before != tagPunct && before != tagPrep && r.tokens[i+1].lower == "of" {
		return tagNoun
	}
	return tagVerb
}

func (r *reading) pastTag(i int, v verbWord, prev int, before wordTag, st *sentence) wordTag {
	switch before {
	case tagBe, tagHave, tagPron, tagDate:
		return tagVerb
	case tagDet, tagPoss, tagNum:
		return tagNoun
	case tagPrep:
		if r.is(prev, "as", "than", "since", "after", "before", "until") {
			return tagVerb
		}
		return tagNoun
	case tagVerb:
		if v.forms&pastForm != 0 && (r.tag(i+1) == tagNoun || r.tag(i+1) == tagName) {
			return tagNoun
		}
		return tagVerb
	case tagConj, tagPunct:
		// "stalled and disputed talks", "troops, wounded soldiers": an adjective
		// before its noun, unless an object with its own article follows.
		if (v.forms&pastForm == 0 || before == tagConj && prev < i-1) && r.tag(i+1) == tagNoun {
			return tagNoun // also "an immediate and mutually agreed truce"
		}
	}
	return tagVerb
}

// presentTag decides on base and third-person forms, the most of which are
// nouns as well: "talks", "calls", "attacks".
func (r *reading) presentTag(i int, v verbWord, prev int, before wordTag, st *sentence) wordTag {
	past := v.forms&pastForm != 0 // "put", "set", "read"
	switch before {
	case tagTo, tagModal, tagDo, tagPron:
		return tagVerb
	case tagBe:
		if v.forms&pastPart != 0 {
			return tagVerb
		}
		return tagNoun
	case tagHave:
		if v.forms&pastPart != 0 {
			return tagVerb
		}
		return tagNoun
	case tagDet, tagPoss, tagNum, tagPrep:
		return tagNoun
	case tagVerb:
		if prev >= 0 && !v.noun && r.is(prev, "help", "helped", "helps", "let", "make", "made") {
			return tagVerb
		}
		return tagNoun
	case tagSub:
		if r.is(prev, "who", "which", "that") && (!v.noun || v.forms&thirdForm != 0 && r.tag(prev-1) != tagVerb) { // not "denied that talks"
			return tagVerb
		}
		return tagNoun
	case tagName, tagNoun, tagDate:
		return r.afterNoun(i, v, prev, before, st, past)
	case tagConj:
		if v.noun && !r.sameFormBefore(i, v, st) {
			return tagNoun
		}
		return tagVerb
	case tagPunct:
		if prev >= st.first && r.tokens[prev].lower == "," && r.afterNounLike(i) && v.forms&thirdForm != 0 {
			return tagVerb
		}
		if v.noun || v.forms&thirdForm != 0 {
			return tagNoun
		}
		return tagVerb
	}
	return tagNoun
}

// afterNoun tells "Russia demands that" from "Russia demands on".
func (r *reading) afterNoun(i int, v verbWord, prev int, before wordTag, st *sentence, past bool) wordTag {
	if before == tagName && r.mention[prev] >= 0 && r.mentions[r.mention[prev]].kind == byAdjective && !r.is(prev, "us", "u.s.", "u.s", "uk", "u.k.", "un", "u.n.", "eu") {
		if v.noun || v.forms&baseForm != 0 {
			return tagNoun
		}
	}
	if !v.noun {
		plural := v.forms&baseForm != 0 && strings.HasSuffix(r.tokens[prev].lower, "s")
		if past || v.forms&thirdForm != 0 || plural || before == tagName || before == tagDate {
			return tagVerb
		}
		if r.conjoined(prev, st) {
			return tagVerb
		}
		return tagNoun
	}
	next := r.tag(i + 1)
	if v.lemma == "remain" && v.forms&thirdForm != 0 && !r.is(i+1, "of") && !r.in(i+1, "be") && !r.in(i+1, "have") && !r.in(i+1, "modals") {
		return tagVerb
	}
	if before == tagName && v.forms&thirdForm != 0 && r.mention[prev] >= 0 && r.is(r.mentions[r.mention[prev]].first-1, "as") && (next == tagPunct || next == tagConj) {
		return tagVerb // "…, as Oslo demands."
	}
	if v.lemma == "call" && r.is(i+1, "for", "on") && (before == tagName || st.heading) {
		return tagVerb
	}
	if r.afterNounLike(i) && !r.relativeThat(i+1, st) {
		if v.forms&thirdForm != 0 || before == tagName || strings.HasSuffix(r.tokens[prev].lower, "s") || past {
			return tagVerb
		}
	}
	if st.heading && before == tagName && (next == tagNoun || next == tagAdv) {
		return tagVerb
	}
	if v.forms&thirdForm != 0 && before == tagName && r.mention[prev] >= 0 && r.onlyVerb(i, st) {
		return tagVerb
	}
	return tagNoun
}

// relativeThat reports whether a "that" at i has its verb right behind it: "the
// talks that began", not "demands that Oslo agree".
func (r *reading) relativeThat(i int, st *sentence) bool {
	if i+1 >= st.last || !r.is(i, "that") {
		return false
	}
	v := r.verbAt(i + 1)
	return r.in(i+1, "modals") || r.in(i+1, "be") || r.in(i+1, "have") || v.forms&pastForm != 0 && !v.noun && r.mention[i+1] < 0
}

// onlyVerb reports whether the clause of token i has no verb if that is none:
// "Norland demands guarantees that bind" but "Norland talks stalled".
func (r *reading) onlyVerb(i int, st *sentence) bool {
	if r.is(i+1, "in", "at", "between", "with", "among") {
		return false // "the Norland talks in the capital, …, brought"
	}
	if i+1 >= st.last || r.tag(i+1) != tagNoun && r.tag(i+1) != tagAdv && r.verbAt(i+1).forms == 0 {
		return false
	}
	for k := i + 1; k < st.last; k++ {
		if r.tokens[k].text == "," || r.tokens[k].text == ";" || r.in(k, "relatives") || r.in(k, "subordinators") {
			return true
		}
		v := r.verbAt(k)
		if r.in(k, "modals") || r.in(k, "be") || r.in(k, "have") || v.forms&(pastForm|thirdForm) != 0 && !v.noun {
			return false
		}
	}
	return true
}

// afterNounLike reports whether what follows the token at i could be the object
// of a verb: "the", a name, "that", "its", "to sign".
func (r *reading) afterNounLike(i int) bool {
	if i+1 >= len(r.tokens) {
		return false
	}
	switch r.tag(i + 1) {
	case tagDet, tagPron, tagName, tagTo, tagNum:
		return true
	}
	return r.is(i+1, "that", "“", "\"", "‘")
}

// conjoined reports whether "A and B" ends at the token: a plural subject.
func (r *reading) conjoined(i int, st *sentence) bool {
	for k := i; k > i-5 && k > st.first; k-- {
		if r.tokens[k].lower == "and" {
			return true
		}
	}
	return false
}

// sameFormBefore reports whether a verb of the same form stands before in the
// sentence, which a verb after "and" would continue.
func (r *reading) sameFormBefore(i int, v verbWord, st *sentence) bool {
	if !r.afterNounLike(i) && r.tag(i+1) != tagNoun {
		return false
	}
	for k := i - 1; k >= st.first && k > i-14; k-- {
		if r.tags[k] == tagVerb {
			w := r.lex.verbs[r.tokens[k].lower]
			return w.forms&v.forms != 0
		}
	}
	return false
}

// verbAt is what is known of the verb at token i, listed or not.
func (r *reading) verbAt(i int) verbWord {
	w := r.tokens[i].lower
	if v, known := r.lex.verbs[w]; known {
		return v
	}
	if v, known := unknownPast(w); known {
		return v
	}
	return verbWord{lemma: w, forms: baseForm}
}

// unknownPast takes a word in "ed" that no list knows for the past tense of a
// regular verb.
func unknownPast(w string) (verbWord, bool) {
	if len(w) < 5 || !strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "eed") || strings.Contains(w, "-") {
		return verbWord{}, false
	}
	return verbWord{lemma: w[:len(w)-2], forms: pastForm | pastPart}, true
}
