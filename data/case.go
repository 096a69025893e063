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
	Views       Table[*SavedView]
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
	case KindView:
		return asRecord(c.Views.Get(ref.ID))
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
		if info, ok := r.(*Info); ok {
			next.Info = info
		}
	}
	next.Documents = changed(c.Documents, KindDocument, ch)
	next.Actors = changed(c.Actors, KindActor, ch)
	next.Issues = changed(c.Issues, KindIssue, ch)
	next.Events = changed(c.Events, KindEvent, ch)
	next.Positions = changed(c.Positions, KindPosition, ch)
	next.Suggestions = changed(c.Suggestions, KindSuggestion, ch)
	next.Views = changed(c.Views, KindView, ch)
	return &next
}

func changed[R Record](t Table[R], kind Kind, ch Change) Table[R] {
	var put []R
	for _, r := range ch.Put {
		if r, ok := r.(R); ok {
			put = append(put, r)
		}
	}
	var gone []ID
	for _, ref := range ch.Remove {
		if ref.Kind == kind {
			gone = append(gone, ref.ID)
		}
	}
	return t.Change(put, gone)
}
