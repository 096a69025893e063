package extract

import (
	"slices"
	"strings"
)

// nounAt is the line of nouns.tsv whose noun ends at token i, nil for none.
func (r *reading) nounAt(i int) *nounMove {
	if r.tags[i] != tagNoun && r.tags[i] != tagName || r.mention[i] >= 0 && r.mentions[r.mention[i]].kind != byAdjective {
		return nil
	}
	for _, n := range r.lex.nouns[r.bare[i]] {
		if len(n.words) > i+1 {
			continue
		}
		if matches(r.bare[i+1-len(n.words):], n.words) {
			return n
		}
	}
	return nil
}

// nounPositions are positions told by a noun: "Kyiv's demand for", "a US
// proposal to", "reiterated its opposition to". told are those that verbs of the
// sentence told already.
func (r *reading) nounPositions(s int, told []statement) []statement {
	st := &r.sentences[s]
	var out []statement
	for i := st.first; i < st.last; i++ {
		if own := r.proposedBy(i, st); own >= 0 {
			out = append(out, r.nounStatement(i, i, i+1, own, "supports", 60, st))
			continue
		}
		n := r.nounAt(i)
		if n == nil || n.stance == "" || r.revoked(i) {
			continue
		}
		link, linked := r.nounLink(i, n, st)
		start, owners, strong := r.nounHolders(i, n, st)
		if len(owners) == 0 || !linked && !(strong && n.position >= 70) {
			continue
		}
		base, stance := n.position, n.stance
		if r.noneOf(i, len(n.words)) { // "no readiness to"
			if stance != "supports" {
				continue
			}
			stance = "rejects"
		}
		if !linked {
			base -= 22
		}
		for _, a := range owners {
			if slices.ContainsFunc(told, func(o statement) bool {
				return o.actors[0] == a && o.stance == stance && o.first <= i && i < o.last && o.verb >= i-5
			}) {
				continue
			}
			object := i + 1
			if linked {
				object = link
			}
			p := r.nounStatement(start, i, object, a, stance, base, st)
			p.noun = strings.Join(n.words, " ")
			r.nounCondition(&p, i)
			out = append(out, p)
		}
	}
	return out
}

// nounLink is the token that leads from the noun that ends at i to what it is
// about; linked is false where that is none of its links.
func (r *reading) nounLink(i int, n *nounMove, st *sentence) (link int, linked bool) {
	link = i + 1
	if link < st.last && r.is(link, "made", "put", "submitted", "presented", "announced", "tabled") { // "a proposal made on Monday for"
		for link++; link < st.last && link < i+8 && !n.links.has(r.tokens[link].lower); link++ {
			if r.tags[link] != tagDate && r.tags[link] != tagPrep && r.tags[link] != tagName {
				break
			}
		}
	}
	if own := r.ownerEnd(i+1, st); own > 0 { // "an effort by the president to"
		link = own
	}
	return link, link < st.last && n.links.has(r.tokens[link].lower)
}

func (r *reading) nounStatement(start, noun, objFirst, actor int, stance string, base int, s *sentence) statement {
	end := r.nounEnd(noun+1, s)
	p := statement{sentence: r.tokens[noun].sentence, actors: []int{actor}, behalf: -1, stance: stance, objFirst: objFirst, objLast: end,
		voice: r.voiceAt[noun], date: -1, verb: noun, base: base, group: -1, rule: "noun", noun: r.tokens[noun].lower}
	if objFirst < end && (r.tags[objFirst] == tagPrep || r.tags[objFirst] == tagTo || r.tags[objFirst] == tagSub) {
		p.objFirst++
	}
	p.first, p.last = r.trim(start, end)
	return p
}

// nounEnd is where the phrase that hangs on a noun ends: at a comma, or where
// the verb of the clause comes.
func (r *reading) nounEnd(i int, s *sentence) int {
	for n := i; n < s.last; n++ {
		t := r.tokens[n].lower
		if t == "," && n > i || t == "but" && n > i || t == ";" || t == ":" || isQuoteMark(t) && n > i {
			return n
		}
		switch r.tags[n] {
		case tagModal, tagBe, tagHave, tagDo:
			if n > i && r.tokens[n].lower != "being" && !(r.tags[n-1] == tagSub || r.inRelative(n, i)) {
				return n
			}
		case tagVerb:
			if k := r.groupOf(n); k >= 0 && r.groups[k].form == finite && !r.groups[k].relative && n > i && r.groups[k].connector != "that" {
				return max(min(r.groups[k].first, n), i)
			}
		}
	}
	end := s.last
	for end > i && r.tags[end-1] == tagPunct {
		end--
	}
	return end
}

func (r *reading) inRelative(n, floor int) bool {
	for k := n - 1; k >= floor && k > n-12; k-- {
		if r.tags[k] == tagSub {
			return true
		}
	}
	return false
}

// groupOf is the verb group whose head is token i, -1 for none.
func (r *reading) groupOf(i int) int {
	span := r.bySent[r.tokens[i].sentence]
	for k := span[0]; k < span[1]; k++ {
		if r.groups[k].head == i {
			return k
		}
	}
	return -1
}

// ownersOf are the actors that own the noun at i through a possessive, an
// adjective or "its", and where the phrase begins. strong: by a possessive.
func (r *reading) ownersOf(i, words int, s *sentence) (start int, owners []int, strong bool) {
	pronoun := false
	defer func() { strong = strong && !pronoun }()
	start = i - words + 1
	for j := start - 1; j >= s.first && j > i-12; j-- {
		if m := r.mention[j]; m >= 0 {
			kind := r.mentions[m].kind
			a := r.mentions[m].actor
			if r.in(j, "self-pronouns") {
				a = r.speakerActor(j)
			}
			if a >= 0 && !r.actors[a].media && !slices.Contains(owners, a) && (len(owners) == 0 || r.is(j+1, "and", ",", "-")) {
				owners = append(owners, a)
				strong = strong || r.tag(r.mentions[m].last) == tagPoss
				pronoun = pronoun || kind == byPronoun
			}
			j = r.mentions[m].first
			start = j
			continue
		}
		w := r.tokens[j].lower
		switch {
		case r.is(j, "our", "my"):
			if a := r.speakerActor(j); a >= 0 && len(owners) == 0 {
				owners, strong = append(owners, a), true
			}
			start = j
		case r.tags[j] == tagPoss, r.tags[j] == tagNoun, r.tags[j] == tagNum, r.tags[j] == tagDate, r.tags[j] == tagAdv, r.tags[j] == tagName:
			if len(owners) == 0 || r.tags[j] == tagDet {
				start = j
			}
			if len(owners) > 0 && r.tags[j] == tagNoun {
				return
			}
		case r.tags[j] == tagDet:
			start = j
			if len(owners) > 0 || w != "both" {
				return
			}
		case r.tags[j] == tagConj && w == "and" && len(owners) > 0:
		default:
			return
		}
	}
	return
}

func (r *reading) speakerActor(i int) int {
	if m, _ := r.speakerOf(i); m >= 0 {
		return r.mentions[m].actor
	}
	return -1
}

// ownPronoun reports whether a possessive pronoun stands in the tokens.
func (r *reading) ownPronoun(first, last int) bool {
	for i := first; i < last; i++ {
		if r.is(i, "its", "their", "his", "her") {
			return true
		}
	}
	return false
}

// otherParty sees that nobody rejects or accepts an offer of its own: in "Tehran
// rejected its offer" the offer is the other's that the sentence named before.
func (r *reading) otherParty(i int, owners []int, s *sentence) []int {
	if len(owners) != 1 {
		return owners
	}
	for k := r.bySent[r.tokens[i].sentence][0]; k < r.bySent[r.tokens[i].sentence][1]; k++ {
		g := &r.groups[k]
		if g.head >= i || i-g.head > 5 || !r.lex.words["answers"].has(g.lemma) {
			continue
		}
		by := r.actorsOf(g.subject, r.voiceAt[g.head])
		if !slices.Contains(by, owners[0]) {
			continue
		}
		for j := g.clauseStart - 1; j >= s.first; j-- {
			if m := r.mention[j]; m >= 0 && r.mentions[m].actor >= 0 && r.side(r.mentions[m].actor) != r.side(owners[0]) && !r.actors[r.mentions[m].actor].media {
				return []int{r.mentions[m].actor}
			}
		}
		return nil
	}
	return owners
}

// byAfter are the actors behind "by" or "from" directly after the noun.
func (r *reading) byAfter(i int, s *sentence) []int {
	if i+1 < s.last && (r.is(i, "by", "from") || r.is(i, "of") && r.ownerEnd(i, s) > 0) {
		end := i + 1
		for end < s.last && r.tags[end] != tagVerb && r.tags[end] != tagPunct && r.tags[end] != tagPrep && r.tags[end] != tagTo && r.tags[end] != tagSub {
			end++
		}
		return r.actorsOf(r.phraseAt(i+1, end), r.voiceAt[i])
	}
	return nil
}

// ownerEnd is the token behind an owner that follows a noun with "by", or with
// "of" before an infinitive: "an effort by the president to", "the readiness of
// both armies to". An owner may be described between dashes or commas. 0 for none.
func (r *reading) ownerEnd(i int, s *sentence) int {
	if !r.is(i, "by", "from", "of") {
		return 0
	}
	end, named := i+1, false
	for end < s.last && end < i+26 {
		t := r.tags[end]
		if t == tagTo || t == tagPrep && named && r.is(end, "for", "on") {
			break
		}
		if t == tagVerb || t == tagBe || t == tagHave || t == tagModal || t == tagSub || t == tagPunct && !named || r.tokens[end].lower == ";" {
			return 0
		}
		named = named || r.mention[end] >= 0 && r.mentions[r.mention[end]].actor >= 0
		end++
	}
	if !named || end >= s.last || r.is(i, "of") && r.tag(end) != tagTo || r.tag(end) != tagTo && r.tag(end) != tagPrep {
		return 0
	}
	return end
}

// lightVerbs bring a noun of position with them: "made an offer", "voiced
// support for", "renewed calls for".
var lightVerbs = newWordSet([]string{"make", "issue", "reiterate", "express", "voice", "repeat", "announce", "renew", "reaffirm", "restate", "give", "offer", "submit", "present",
	"put", "declare", "state", "signal", "show", "maintain", "have", "drop", "receive", "emphasise", "stress", "underline", "underscore", "extend", "send", "deliver", "raise", "prioritise", "throw", "set", "lay", "table", "float", "unveil", "circulate"})

// lightSubject are the subjects of a light verb whose object is the noun at i,
// and that verb's group.
func (r *reading) lightSubject(i int, s *sentence) ([]int, int) {
	span := r.bySent[r.tokens[i].sentence]
	for k := span[1] - 1; k >= span[0]; k-- {
		g := &r.groups[k]
		if g.head >= i || i-g.head > 7 {
			continue
		}
		if !lightVerbs.has(g.lemma) || g.passive || g.neg || g.form == infinitive && r.negated(k) {
			return nil, -1
		}
		for j := g.head + 1; j < i; j++ {
			if t := r.tags[j]; t == tagPrep || t == tagSub && r.tokens[j].lower != "that" || t == tagPunct && !isQuoteMark(r.tokens[j].text) || r.mention[j] >= 0 && r.mentions[r.mention[j]].kind != byPronoun {
				return nil, -1
			}
		}
		return r.actorsOf(g.subject, r.voiceAt[g.head]), k
	}
	return nil, -1
}

// proposedBy is the actor of "U.S.-proposed", "Egyptian-backed"; -1 for none.
func (r *reading) proposedBy(i int, s *sentence) int {
	w := r.tokens[i].lower
	for _, suffix := range []string{"-proposed", "-backed", "-drafted", "-sponsored", "-supported", "-authored"} {
		if head, ok := strings.CutSuffix(w, suffix); ok && i+1 < s.last {
			if m := r.mention[i]; m >= 0 && r.mentions[m].actor >= 0 && !r.actors[r.mentions[m].actor].media && r.mentions[m].first == i && r.mentions[m].last == i+1 {
				return r.topicOwner(i, r.mentions[m].actor)
			}
			for a := range r.actors {
				if fold(r.actors[a].name) == head || slices.ContainsFunc(r.actors[a].aliases, func(x string) bool { return fold(x) == head }) {
					return r.topicOwner(i, a)
				}
			}
		}
	}
	// the same cut into "U.S." "-" "proposed"
	if r.is(i, "proposed", "backed", "drafted", "sponsored") && i > s.first+1 && r.tokens[i-1].text == "-" {
		if m := r.mention[i-2]; m >= 0 && r.mentions[m].actor >= 0 {
			return r.topicOwner(i, r.mentions[m].actor)
		}
	}
	return -1
}

// topicOwner is the actor where what follows is something to negotiate about.
func (r *reading) topicOwner(i, actor int) int {
	backed := false
	for _, suffix := range []string{"backed", "sponsored", "supported"} {
		backed = backed || strings.HasSuffix(r.tokens[i].lower, suffix)
	}
	if r.topicalIn(i+1, min(i+4, len(r.tokens))) && !(backed && r.gathering(i+1, min(i+5, len(r.tokens)))) {
		return actor
	}
	return -1
}

// gathering reports whether the tokens name a meeting: whoever backs talks or
// pays for them has not said what should come of them.
func (r *reading) gathering(first, last int) bool {
	for i := first; i < last && (r.tags[i] == tagNoun || r.tags[i] == tagName); i++ {
		if r.lex.words["gatherings"].has(r.bare[i]) {
			return true
		}
	}
	return false
}

func (r *reading) nounCondition(p *statement, i int) {
	if p.stance != "supports" {
		return
	}
	for n := i + 1; n < p.last; n++ {
		for _, c := range r.lex.runs["strict-conditions"] {
			if r.follows(n, c) {
				p.stance, p.condition = "conditional", clip(r.words(n, p.last))
				return
			}
		}
	}
}
