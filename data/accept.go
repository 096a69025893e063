package data

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrReviewed is returned where a suggestion was accepted before.
var ErrReviewed = errors.New("the suggestion was accepted already")

// Accept is the change that takes a suggestion into the case: its event or
// position with its passages, and what it needs. Actors and the issue are looked
// for by name and alias and made where the case lacks them. What the document
// calls an actor, and whom it says that the actor belongs to, is added to it, so
// that the next document is understood better.
func Accept(c *Case, s *Suggestion, newID func() ID) (Change, error) {
	ch, err := AcceptAll(c, []*Suggestion{s}, newID)
	ch.Label = "Accept suggestion"
	return ch, err
}

// AcceptAll accepts many suggestions in one change. New actors and issues that
// several of them name are made once.
func AcceptAll(c *Case, all []*Suggestion, newID func() ID) (Change, error) {
	a := newAcceptor(c, newID)
	for _, s := range all {
		if err := a.accept(s); err != nil {
			return Change{}, fmt.Errorf("%q: %w", NameOf(s), err)
		}
	}
	label := fmt.Sprintf("Accept %d suggestions", len(all))
	return Change{Label: label, Put: a.put()}, nil
}

// acceptor gathers what accepting makes. The records that it changes are copies.
type acceptor struct {
	c      *Case
	newID  func() ID
	actors *nameIndex
	issues *nameIndex

	changedActors map[ID]*Actor
	actorOrder    []ID
	newIssues     map[ID]*Issue
	issueOrder    []ID
	results       []Record
	accepted      []Record
}

func newAcceptor(c *Case, newID func() ID) *acceptor {
	return &acceptor{
		c: c, newID: newID, actors: actorNames(c), issues: issueNames(c),
		changedActors: map[ID]*Actor{}, newIssues: map[ID]*Issue{},
	}
}

func (a *acceptor) put() (all []Record) {
	for _, id := range a.actorOrder {
		all = append(all, a.changedActors[id])
	}
	for _, id := range a.issueOrder {
		all = append(all, a.newIssues[id])
	}
	return append(append(all, a.results...), a.accepted...)
}

func (a *acceptor) accept(s *Suggestion) error {
	if s.State == Accepted {
		return ErrReviewed
	}
	done := *s
	done.State = Accepted
	done.Result = a.newID()
	r := resolver{a: a, proposed: s.Actors, found: map[ID]ID{}}
	issue := a.issue(s.Issue)
	var err error
	switch {
	case s.Event != nil:
		e := *s.Event
		e.ID = done.Result
		if e.Actors, err = r.actors(e.Actors); err != nil {
			return err
		}
		if issue != "" && !slices.Contains(e.Issues, issue) {
			e.Issues = append(slices.Clone(e.Issues), issue)
		}
		a.results = append(a.results, &e)
	case s.Position != nil:
		p := *s.Position
		p.ID = done.Result
		if p.Actor, err = r.actor(p.Actor); err != nil {
			return err
		}
		if p.For, err = r.optional(p.For); err != nil {
			return err
		}
		if p.For == p.Actor {
			p.For = ""
		}
		if issue != "" {
			p.Issue = issue
		}
		a.results = append(a.results, &p)
	default:
		return errors.New("the suggestion proposes nothing")
	}
	a.accepted = append(a.accepted, &done)
	return nil
}

// issue finds or makes the issue of a name; "Territory: Donbas" lies under
// "Territory".
func (a *acceptor) issue(name string) ID {
	name = strings.TrimSpace(name)
	if name == "" {
		return ""
	}
	if id, ok := a.issues.find(name, anyID); ok {
		return id
	}
	issue := &Issue{ID: a.newID(), Name: name}
	if above, own, ok := cutLast(name, pathSeparator); ok {
		issue.Name, issue.Parent = own, a.issue(above)
	}
	a.newIssues[issue.ID] = issue
	a.issueOrder = append(a.issueOrder, issue.ID)
	a.issues.add(issue.ID, name, false)
	a.issues.add(issue.ID, issue.Name, false)
	return issue.ID
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i <= 0 || i+len(sep) == len(s) {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// get is an actor as it stands in the change, or in the case.
func (a *acceptor) get(id ID) (*Actor, bool) {
	if changed, ok := a.changedActors[id]; ok {
		return changed, true
	}
	return a.c.Actors.Get(id)
}

// edit is a copy of the actor that the change may alter.
func (a *acceptor) edit(id ID) *Actor {
	if changed, ok := a.changedActors[id]; ok {
		return changed
	}
	was, _ := a.c.Actors.Get(id)
	now := *was
	now.Aliases = slices.Clone(was.Aliases)
	now.Memberships = slices.Clone(was.Memberships)
	a.track(&now)
	return &now
}

func (a *acceptor) track(actor *Actor) {
	a.changedActors[actor.ID] = actor
	a.actorOrder = append(a.actorOrder, actor.ID)
}

// resolver turns the keys of one suggestion's actors into actors of the case.
type resolver struct {
	a        *acceptor
	proposed []ProposedActor
	found    map[ID]ID
}

func (r *resolver) actors(keys []ID) ([]ID, error) {
	var ids []ID
	for _, key := range keys {
		id, err := r.actor(key)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func (r *resolver) optional(key ID) (ID, error) {
	if key == "" {
		return "", nil
	}
	return r.actor(key)
}

// actor finds or makes the actor of a key. A key that no proposed actor has may
// be an actor of the case.
func (r *resolver) actor(key ID) (ID, error) {
	if id, ok := r.found[key]; ok {
		return id, nil
	}
	i := slices.IndexFunc(r.proposed, func(p ProposedActor) bool { return p.Key == key })
	if i < 0 {
		if _, ok := r.a.get(key); ok {
			return key, nil
		}
		return "", fmt.Errorf("it names the actor %q, which it does not describe", key)
	}
	p := r.proposed[i]
	id, ok := findProposed(r.a.actors, r.a.get, p)
	if !ok {
		id = r.a.newID()
		r.a.track(&Actor{ID: id, Name: strings.TrimSpace(p.Name), Kind: p.Kind})
		r.a.actors.add(id, p.Name, false)
	}
	r.found[key] = id // before what it belongs to, which may lead back here
	if ok {
		r.learn(id, p.Name)
	}
	for _, alias := range p.Aliases {
		r.learn(id, alias)
	}
	return id, r.join(id, p)
}

// findProposed looks for a proposed actor by its name and then by its aliases. A
// person is never taken for something else. An alias counts only against names
// and only for the same kind, since documents abbreviate freely.
func findProposed(names *nameIndex, get func(ID) (*Actor, bool), p ProposedActor) (ID, bool) {
	kin := func(id ID) bool {
		a, ok := get(id)
		return ok && (a.Kind == Person) == (p.Kind == Person)
	}
	if id, ok := names.find(p.Name, kin); ok {
		return id, true
	}
	for _, alias := range p.Aliases {
		if !properName(alias) {
			continue
		}
		id, ok := names.find(alias, func(id ID) bool {
			a, ok := get(id)
			return ok && a.Kind == p.Kind && FoldName(a.Name) == FoldName(alias)
		})
		if ok {
			return id, true
		}
	}
	return "", false
}

// learn adds a name to the aliases of an actor, if it is a name and nobody's yet.
func (r *resolver) learn(id ID, alias string) {
	alias = strings.TrimSpace(alias)
	actor, _ := r.a.get(id)
	if !properName(alias) || len(actor.Aliases) >= maxAliases || len(alias) > maxAliasLength {
		return
	}
	if _, taken := r.a.actors.exact[alias]; taken || FoldName(alias) == FoldName(actor.Name) {
		return
	}
	if list := r.a.actors.folded[FoldName(alias)]; len(list) > 0 {
		return
	}
	now := r.a.edit(id)
	now.Aliases = append(now.Aliases, alias)
	r.a.actors.add(id, alias, true)
}

// Bounds of what is learnt from documents.
const (
	maxAliases     = 24
	maxAliasLength = 80
)

// properName reports whether s is a name rather than a description: every word
// that counts begins with a capital or with a letter that has no case, or it is
// a number. "the president" and "US officials" are descriptions.
func properName(s string) bool {
	n := 0
	for _, w := range strings.Fields(s) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'“‘(`))
		switch {
		case !unicode.IsLetter(first), unicode.IsUpper(first), unicode.ToUpper(first) == first:
			n++
		case n > 0 && smallWords[strings.ToLower(w)], len(w) <= 3 && n > 0:
			// "Coalition of the Willing", "Ursula von der Leyen"
		default:
			return false
		}
	}
	return n > 0 && utf8.RuneCountInString(s) > 1 && !pronouns[FoldName(s)]
}

// pronouns may begin a sentence with a capital and are no names.
var pronouns = map[string]bool{
	"i": true, "he": true, "him": true, "she": true, "her": true, "they": true, "them": true, "it": true, "we": true,
	"us all": true, "both": true, "his": true, "their": true, "its": true, "this": true, "these": true, "those": true,
}

// join adds what the proposed actor belongs to, making it where the case lacks it.
func (r *resolver) join(id ID, p ProposedActor) error {
	if p.Of == "" || p.Of == p.Key {
		return nil
	}
	of, err := r.actor(p.Of)
	if err != nil || of == id {
		return err
	}
	actor, _ := r.a.get(id)
	if slices.ContainsFunc(actor.Memberships, func(m Membership) bool { return m.Of == of }) {
		return nil
	}
	now := r.a.edit(id)
	now.Memberships = append(now.Memberships, Membership{Of: of, Role: p.Role})
	return nil
}
