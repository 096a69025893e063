package data

// Case is one negotiation under study at one moment. It is immutable: a change
// makes a new Case that shares what stayed.
type Case struct {
	Info        *Info
	Documents   Table[*Document]
	Actors      Table[*Actor]
	Issues      Table[*Issue]
	Events      Table[*Event]
	Positions   Table[*Position]
	Suggestions Table[*Suggestion]
}

// Record is the record that ref names; ok is false where the case has none.
func (c *Case) Record(ref Ref) (r Record, ok bool) {
	switch ref.Kind {
	case KindInfo:
		return c.Info, c.Info != nil && c.Info.ID == ref.ID
	case KindDocument:
		return asRecord(c.Documents.Get(ref.ID))
	case KindActor:
		return asRecord(c.Actors.Get(ref.ID))
	case KindIssue:
		return asRecord(c.Issues.Get(ref.ID))
	case KindEvent:
		return asRecord(c.Events.Get(ref.ID))
	case KindPosition:
		return asRecord(c.Positions.Get(ref.ID))
	case KindSuggestion:
		return asRecord(c.Suggestions.Get(ref.ID))
	}
	return nil, false
}

func asRecord[R Record](r R, ok bool) (Record, bool) {
	if !ok {
		return nil, false
	}
	return r, true
}

// Change is what is done in one step: all of it or nothing, and undone as one.
type Change struct {
	Label    string // what was done, as the Undo menu names it: "Accept suggestion"
	Put      []Record
	Remove   []Ref
	Contents map[ID]Content // of the documents that Put adds
}

// With is the case with the change made. It does not check references: the
// store does before it writes.
func (c *Case) With(ch Change) *Case {
	next := *c
	for _, r := range ch.Put {
		next.put(r)
	}
	for _, ref := range ch.Remove {
		next.remove(ref)
	}
	return &next
}

func (c *Case) put(r Record) {
	switch r := r.(type) {
	case *Info:
		c.Info = r
	case *Document:
		c.Documents = c.Documents.With(r)
	case *Actor:
		c.Actors = c.Actors.With(r)
	case *Issue:
		c.Issues = c.Issues.With(r)
	case *Event:
		c.Events = c.Events.With(r)
	case *Position:
		c.Positions = c.Positions.With(r)
	case *Suggestion:
		c.Suggestions = c.Suggestions.With(r)
	}
}

func (c *Case) remove(ref Ref) {
	switch ref.Kind {
	case KindDocument:
		c.Documents = c.Documents.Without(ref.ID)
	case KindActor:
		c.Actors = c.Actors.Without(ref.ID)
	case KindIssue:
		c.Issues = c.Issues.Without(ref.ID)
	case KindEvent:
		c.Events = c.Events.Without(ref.ID)
	case KindPosition:
		c.Positions = c.Positions.Without(ref.ID)
	case KindSuggestion:
		c.Suggestions = c.Suggestions.Without(ref.ID)
	}
}
