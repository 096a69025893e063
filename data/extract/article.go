package extract

import (
	"slices"

	"demarche/data/edtf"
)

// article is a text on its way through the stages. Every stage reads what those
// before it found and fills its own fields. Offsets inside are bytes; they
// become code points only in the Result.
type article struct {
	text      string
	published edtf.Date
	tokens    []token
	sentences []sentence
	dateline  dateline
	dates     []temporal
	actors    []actor
	mentions  []mention // in the order of the text, none inside another
	done      <-chan struct{}
}

// halted reports whether nobody waits for the article any more.
func (a *article) halted() bool {
	select {
	case <-a.done:
		return true
	default:
		return false
	}
}

// token is a word, a number or a mark of punctuation. Compounds with hyphens are
// one token ("cease-fire", "30-day", "U.S.-led"), except between numbers
// ("14-15" is three). Abbreviations keep their full stop ("Feb.", "U.S."). "'s"
// and the short forms of "are", "have", "will" are tokens of their own;
// "don't" is one.
type token struct {
	start, end int    // bytes of the text
	text       string // as it stands
	lower      string // folded to lower case, typographic apostrophes made plain
	sentence   int
	quoted     bool // between quotation marks; the marks themselves are not
}

// sentence is a run of tokens [first, last).
type sentence struct {
	start, end  int // bytes of the text, without the white space around
	first, last int
	paragraph   int
	heading     bool // a title, a link to another story, a caption: not prose
}

// dateline is where an agency report says where and when it was filed, "BERLIN,
// Dec 15 (Reuters) —", as token ranges [first, last); empty where there is none.
type dateline struct {
	first, last int    // with the dash that ends it
	place       [2]int // "BERLIN"
	date        [2]int // "Dec 15"
	agency      [2]int // "Reuters"
}

// temporal is an expression that denotes a calendar time.
type temporal struct {
	start, end  int // bytes
	first, last int // tokens [first, last)
	sentence    int
	value       edtf.Date // zero where it cannot be resolved
	rel         dateRelation
	names       bool // tells which, not when: "the 2015 deal"
	behind      bool // the time of the clause behind it: "a day after the envoys met"
}

// dateRelation is how what is told stands to a date: at it, since it, by it.
type dateRelation uint8

const (
	relAt dateRelation = iota
	relSince
	relUntil
	relBefore
	relAfter
	relBy
)

// mentionKind is how a mention names its actor.
type mentionKind uint8

const (
	byName      mentionKind = iota // "Volodymyr Zelenskyy", "Ukraine"
	byRole                         // "the president", "US officials"
	byMetonym                      // "Kyiv", "the Kremlin"
	byAdjective                    // "Ukrainian" before what is not an actor: not acting by itself
	byPronoun                      // "he", "they"
)

// mention is a place where the text names an actor.
type mention struct {
	start, end  int // bytes
	first, last int // tokens [first, last)
	sentence    int
	actor       int // index into article.actors, -1 where unresolved
	kind        mentionKind
	more        []int // the other actors of a plural: "both leaders", "the two sides"
	along       []int // who acts with it, though grammar counts it alone: "A, along with B"
	alongFrom   int   // token where that row begins
	of          int   // index of the actor that a role belongs to ("a spokesman for Ghani"), -1 for none
	plural      bool
}

// actor is somebody of the text.
type actor struct {
	id      string // stable and readable: "us", "zelenskyy"
	name    string
	kind    string // a data.ActorKind
	of      int    // index of the actor that it speaks for, -1 for none
	role    string
	aliases []string
	place   bool // named only as a place so far: not an actor of the result
	media   bool // an outlet that reports: a source, not a party
	vague   bool // "an official", "a European source"
	expert  bool // comments on the matter and takes no part: an analyst, a former official
}

// actors are all whom a mention means, in the order of the text.
func (m *mention) actors() []int {
	return slices.Concat([]int{m.actor}, m.more, m.along)
}
