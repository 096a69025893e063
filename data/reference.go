package data

import "slices"

// References lists the records that r refers to, each once, in the order of its
// fields. The keys of a suggestion's proposed actors are no references, nor is
// what a saved view names.
func References(r Record) []Ref { return appendReferences(nil, r) }

func appendReferences(refs refList, r Record) refList {
	switch r := r.(type) {
	case *Actor:
		for _, m := range r.Memberships {
			refs.add(KindActor, m.Of)
		}
	case *Issue:
		refs.addSome(KindIssue, r.Parent)
	case *Event:
		for _, id := range r.Actors {
			refs.add(KindActor, id)
		}
		for _, id := range r.Issues {
			refs.add(KindIssue, id)
		}
		refs.addSources(r.Passages, r.Links)
	case *Position:
		refs.add(KindActor, r.Actor)
		refs.addSome(KindActor, r.For)
		refs.addSome(KindIssue, r.Issue)
		refs.addSources(r.Passages, r.Links)
	case *Suggestion:
		refs.add(KindDocument, r.Document)
		refs.addSources(suggestedPassages(r), nil)
		refs.addSome(r.ResultRef().Kind, r.Result)
	}
	return refs
}

type refList []Ref

func (l *refList) add(kind Kind, id ID) {
	if ref := (Ref{kind, id}); !slices.Contains(*l, ref) {
		*l = append(*l, ref)
	}
}

func (l *refList) addSome(kind Kind, id ID) {
	if id != "" {
		l.add(kind, id)
	}
}

func (l *refList) addSources(passages []Passage, links []Link) {
	for _, p := range passages {
		l.add(KindDocument, p.Document)
	}
	for _, k := range links {
		l.add(k.To.Kind, k.To.ID)
	}
}

// ResultRef names the record that accepting the suggestion made; its ID is
// empty until then.
func (r *Suggestion) ResultRef() Ref {
	if r.Event != nil {
		return Ref{KindEvent, r.Result}
	}
	return Ref{KindPosition, r.Result}
}

// suggestedPassages is the passages of what the suggestion proposes.
func suggestedPassages(s *Suggestion) []Passage {
	switch {
	case s.Event != nil:
		return s.Event.Passages
	case s.Position != nil:
		return s.Position.Passages
	}
	return nil
}

// PassagesOf is the passages that an event, a position or a suggestion rests on.
func PassagesOf(r Record) []Passage {
	switch r := r.(type) {
	case *Event:
		return r.Passages
	case *Position:
		return r.Passages
	case *Suggestion:
		return suggestedPassages(r)
	}
	return nil
}

// NameOf is how a sentence calls a record: its title, name or proposal.
func NameOf(r Record) string {
	switch r := r.(type) {
	case *Info:
		return r.Title
	case *Document:
		return r.Title
	case *Actor:
		return r.Name
	case *Issue:
		return r.Name
	case *Event:
		return r.Title
	case *Position:
		return r.Proposal
	case *Suggestion:
		if r.Event != nil {
			return r.Event.Title
		}
		return r.Position.Proposal
	case *SavedView:
		return r.Name
	}
	return ""
}

// New makes an empty record of a kind, to be decoded into; nil where there is
// no such kind.
func New(kind Kind) Record {
	switch kind {
	case KindInfo:
		return new(Info)
	case KindDocument:
		return new(Document)
	case KindActor:
		return new(Actor)
	case KindIssue:
		return new(Issue)
	case KindEvent:
		return new(Event)
	case KindPosition:
		return new(Position)
	case KindSuggestion:
		return new(Suggestion)
	case KindView:
		return new(SavedView)
	}
	return nil
}
