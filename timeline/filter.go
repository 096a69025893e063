package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/data"
	"demarche/data/edtf"
)

// Filter says which events and positions are shown. The zero value shows all.
type Filter struct {
	Text      string // every word of it occurs in the item or its names, in any case
	Actors    Set[data.ID]
	Issues    Set[data.ID]
	Documents Set[data.ID]
	Stances   Set[data.Stance]    // of positions
	Types     Set[data.EventType] // of events
	From, To  int64               // items that touch [From, To); both 0: all
	Disputed  bool                // only what sources contradict each other on
	New       bool                // only what no analyst has judged: see data.Unreviewed
	NoEvents  bool
	NoStands  bool // no positions
}

// Set is what is ticked in a list; nil stands for everything. An ID without an
// entry follows its parent (a person the state, an issue the one above it), and
// is left out where no parent has one. The empty key stands for items that have
// none; they are shown unless it is set to false.
type Set[K ~string] map[K]bool

// Empty reports whether the filter shows everything.
func (f Filter) Empty() bool {
	return strings.TrimSpace(f.Text) == "" && f.Actors == nil && f.Issues == nil && f.Documents == nil &&
		f.Stances == nil && f.Types == nil && f.From == 0 && f.To == 0 && !f.Disputed && !f.New && !f.NoEvents && !f.NoStands
}

func (s Set[K]) none() bool {
	v, ok := s[""]
	return v || !ok
}

// under looks id up in the set, and its parents where it has no entry.
func under(s Set[data.ID], id data.ID, parent map[data.ID]data.ID) bool {
	for range maxDepth {
		if v, ok := s[id]; ok {
			return v
		}
		if id = parent[id]; id == "" {
			break
		}
	}
	return false
}

func anyUnder(s Set[data.ID], ids []data.ID, parent map[data.ID]data.ID) bool {
	if s == nil {
		return true
	}
	if len(ids) == 0 {
		return s.none()
	}
	for _, id := range ids {
		if under(s, id, parent) {
			return true
		}
	}
	return false
}

// sieve is a filter made ready for many items.
type sieve struct {
	Filter
	words   []string
	actors  map[data.ID]*data.Actor
	issues  map[data.ID]*data.Issue
	stateOf map[data.ID]data.ID
	issueOf map[data.ID]data.ID
}

func newSieve(c *data.Case, f Filter) sieve {
	s := sieve{
		Filter:  f,
		words:   strings.Fields(strings.ToLower(f.Text)),
		actors:  make(map[data.ID]*data.Actor, c.Actors.Len()),
		issues:  make(map[data.ID]*data.Issue, c.Issues.Len()),
		stateOf: Parents(c),
		issueOf: make(map[data.ID]data.ID, c.Issues.Len()),
	}
	for _, a := range c.Actors.All() {
		s.actors[a.ID] = a
	}
	for _, i := range c.Issues.All() {
		s.issues[i.ID] = i
		if i.Parent != "" {
			s.issueOf[i.ID] = i.Parent
		}
	}
	return s
}

// Sieve is a filter made ready for the records of one case, for pictures other
// than the timeline.
type Sieve struct{ s sieve }

// Sieve makes the filter ready for a case.
func (f Filter) Sieve(c *data.Case) *Sieve { return &Sieve{newSieve(c, f)} }

// Actor reports whether the filter shows an actor.
func (s *Sieve) Actor(id data.ID) bool { return anyUnder(s.s.Actors, []data.ID{id}, s.s.stateOf) }

// Issue reports whether the filter shows an issue; the empty ID stands for none.
func (s *Sieve) Issue(id data.ID) bool {
	if id == "" {
		return anyUnder(s.s.Issues, nil, s.s.issueOf)
	}
	return anyUnder(s.s.Issues, []data.ID{id}, s.s.issueOf)
}

// Position reports whether the filter shows a position.
func (s *Sieve) Position(p *data.Position) bool { return s.s.position(p) }

// Of is a case without the events and positions that the filter hides. Links and
// suggestions may still name them.
func (f Filter) Of(c *data.Case) *data.Case {
	if f.Empty() {
		return c
	}
	s := newSieve(c, f)
	var ch data.Change
	for _, e := range c.Events.All() {
		if !s.event(e) {
			ch.Remove = append(ch.Remove, e.Ref())
		}
	}
	for _, p := range c.Positions.All() {
		if !s.position(p) {
			ch.Remove = append(ch.Remove, p.Ref())
		}
	}
	return c.With(ch)
}

func (f *sieve) event(e *data.Event) bool {
	if f.NoEvents || f.Disputed && !e.Disputed || f.New && !data.Unreviewed(e) || f.Types != nil && !f.Types[e.Type] {
		return false
	}
	return anyUnder(f.Actors, e.Actors, f.stateOf) && anyUnder(f.Issues, e.Issues, f.issueOf) &&
		f.documents(e.Passages) && f.dates(e.Date.Earliest(), e.Date.Latest(), e.Date.IsZero()) &&
		f.text(e.Actors, e.Issues, e.Title, e.Place, e.Attribution.Speaker, e.Note)
}

func (f *sieve) position(p *data.Position) bool {
	if f.NoStands || f.Disputed && !p.Disputed || f.New && !data.Unreviewed(p) || f.Stances != nil && !f.Stances[p.Stance] {
		return false
	}
	var held, about [2]data.ID
	who := append(held[:0], p.Actor)
	if p.For != "" {
		who = append(who, p.For)
	}
	issues := about[:0]
	if p.Issue != "" {
		issues = append(issues, p.Issue)
	}
	from := p.Begins() // where only the day is known by which it was held, that day
	if p.From.IsZero() {
		from = edtf.Past
	}
	return anyUnder(f.Actors, who, f.stateOf) && anyUnder(f.Issues, issues, f.issueOf) &&
		f.documents(p.Passages) && f.dates(from, p.Until.Latest(), p.From.IsZero() && p.Until.IsZero()) &&
		f.text(who, issues, p.Proposal, p.Condition, p.Attribution.Speaker, p.Note)
}

func (f *sieve) documents(all []data.Passage) bool {
	if f.Documents == nil {
		return true
	}
	if len(all) == 0 {
		return f.Documents.none()
	}
	for _, p := range all {
		if f.Documents[p.Document] {
			return true
		}
	}
	return false
}

func (f *sieve) dates(from, to int64, undated bool) bool {
	return f.From == 0 && f.To == 0 || !undated && from < f.To && to > f.From
}

// text reports whether every word occurs in one of the texts or names.
func (f *sieve) text(actors, issues []data.ID, texts ...string) bool {
	for _, w := range f.words {
		if !f.holds(w, actors, issues, texts) {
			return false
		}
	}
	return true
}

func (f *sieve) holds(word string, actors, issues []data.ID, texts []string) bool {
	for _, t := range texts {
		if containsFold(t, word) {
			return true
		}
	}
	for _, id := range actors {
		if a := f.actors[id]; a != nil && containsFold(a.Name, word) {
			return true
		}
	}
	for _, id := range issues {
		if s := f.issues[id]; s != nil && containsFold(s.Name, word) {
			return true
		}
	}
	return false
}

// containsFold reports whether s holds word, which is in lower case, in any case.
func containsFold(s, word string) bool {
	if len(word) > 3*len(s) {
		return false
	}
	for i := range s {
		if hasPrefixFold(s[i:], word) {
			return true
		}
	}
	return word == ""
}

func hasPrefixFold(s, word string) bool {
	for _, w := range word {
		r, n := utf8.DecodeRuneInString(s)
		if n == 0 || unicode.ToLower(r) != w {
			return false
		}
		s = s[n:]
	}
	return true
}
