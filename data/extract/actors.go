package extract

// actorSearch is the state of the search for actors in one article.
type actorSearch struct {
	a       *article
	tokens  []token
	g       *gazetteer
	w       *actorWords
	names   []name
	nameAt  []int32 // by token: index into names, -1 for none
	roles   []role
	roleAt  []int32         // by token: index into roles, -1 for none
	capital map[string]bool // words seen with a capital inside a sentence
	lowered map[string]bool // words seen without a capital
	persons []person
	refs    []reference
	byWord  map[string][]int // persons by a word of their full name
	byEntry map[int]int      // actor by entry of the gazetteer

	speakers  map[string]bool // unknown names of one word that speak
	territory map[int]bool    // actors that are mostly a place
	personAt  map[int]int     // index into persons by actor
	lastNamed map[int]int     // token of the last name of an actor so far
	entries   map[int]bool    // entries of the gazetteer that the text names in any form
	unique    map[int]bool    // those that it names by a form that is no other's
	byOther   map[int]bool    // those that it names by an adjective, a people or a capital
}

// Known is what the analyst accepted in the case before: names and aliases that
// come before the gazetteer's.
type Known struct {
	Actors []KnownActor
	Issues []KnownIssue
}

// KnownActor is an actor of the case.
type KnownActor struct {
	ID, Name, Kind string
	Of             string // ID of the actor that it speaks for, empty for none
	Role           string
	Aliases        []string
}

// KnownIssue is an issue of the case with other words for it.
type KnownIssue struct {
	ID, Name string
	Aliases  []string
}

// findActors fills the actors and their mentions. It needs the
// tokens, the sentences, the dateline and the dates.
func findActors(a *article, known Known) {
	if len(a.tokens) == 0 {
		return
	}
	s := &actorSearch{
		a: a, tokens: a.tokens, g: englishGazetteer().with(known), w: englishActorWords(),
		capital: map[string]bool{}, lowered: map[string]bool{}, byWord: map[string][]int{}, byEntry: map[int]int{},
		territory: map[int]bool{}, speakers: map[string]bool{}, personAt: map[int]int{}, lastNamed: map[int]int{}, entries: map[int]bool{}, byOther: map[int]bool{}, unique: map[int]bool{},
	}
	for _, step := range []func(){
		s.seeCapitals, s.findNames, s.findRoles, s.findHalves, s.findPersons, s.findOrganisations,
		s.findKnown, s.linkPersons, s.makeMentions, s.resolveMentions, s.finish,
	} {
		if a.halted() {
			return
		}
		step()
	}
}

// seeCapitals notes which words the text writes with a capital inside a
// sentence, and which without.
func (s *actorSearch) seeCapitals() {
	for _, sent := range s.a.sentences {
		if _, titled := s.capitals(sent); titled || sent.heading {
			continue
		}
		for i := sent.first; i < sent.last; i++ {
			t := s.tokens[i]
			switch {
			case !isWord(t.text) || isDigit(t.text[0]):
			case !isUpperFirst(t.text) && !isArabicArticle(t.text):
				s.lowered[t.lower] = true
			case !s.opensSentence(i, sent) || isArabicArticle(t.text):
				s.capital[t.lower] = true
				s.capital[withoutArticle(t.lower)] = true
			case i+1 < sent.last && s.partOfPerson(s.tokens[i+1]):
				s.capital[t.lower] = true // the first of two: "Fu Cong blamed"
			}
		}
	}
}
