package data

import (
	"time"

	"demarche/data/edtf"
)

// Info describes the case itself; a case has one, with the ID "case".
type Info struct {
	ID       ID        `json:"id"`
	Title    string    `json:"title"`
	TimeZone string    `json:"time_zone,omitempty"` // IANA name, for the caption of figures
	Created  time.Time `json:"created"`
	Note     string    `json:"note,omitempty"`
}

// InfoID is the ID of the one Info of a case.
const InfoID ID = "case"

// Document is a source as imported. Its text and original bytes are kept beside
// it and never change.
type Document struct {
	ID        ID        `json:"id"`
	Title     string    `json:"title"`
	Publisher string    `json:"publisher,omitempty"`
	Author    string    `json:"author,omitempty"`
	URL       string    `json:"url,omitempty"`
	Published edtf.Date `json:"published"` // zero: unknown
	Language  string    `json:"language,omitempty"`
	FileName  string    `json:"file_name,omitempty"`
	Format    string    `json:"format"` // txt, md, html, pdf, docx, eml or pasted
	SHA256    string    `json:"sha256"` // of the original bytes, hexadecimal
	Words     int       `json:"words"`
	Imported  time.Time `json:"imported"`
	Note      string    `json:"note,omitempty"`
}

// Content is what a document holds: the text that passages count in, and the
// bytes of the file that it was read from.
type Content struct {
	Text     string
	Original []byte
}

// Passage is a span of a document. Start and End count Unicode code points of
// the document's text; Before and After are a little of what stands around it.
type Passage struct {
	Document ID     `json:"document"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Quote    string `json:"quote"`
	Before   string `json:"before,omitempty"`
	After    string `json:"after,omitempty"`
}

// Actor is anyone who acts, speaks, negotiates or holds a position.
type Actor struct {
	ID          ID           `json:"id"`
	Name        string       `json:"name"`
	Kind        ActorKind    `json:"kind"`
	Aliases     []string     `json:"aliases,omitempty"`
	Memberships []Membership `json:"memberships,omitempty"`
	Color       string       `json:"color,omitempty"` // #rrggbb; empty: from the palette
	Note        string       `json:"note,omitempty"`
}

// Membership says that an actor belongs to, or speaks for, another.
type Membership struct {
	Of    ID        `json:"of"`
	Role  string    `json:"role,omitempty"`
	From  edtf.Date `json:"from"`
	Until edtf.Date `json:"until"`
}

// Issue is what is negotiated about. Issues form a tree through Parent.
type Issue struct {
	ID      ID       `json:"id"`
	Name    string   `json:"name"`
	Parent  ID       `json:"parent,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Scale   *Scale   `json:"scale,omitempty"`
	Note    string   `json:"note,omitempty"`
}

// Scale names what 0 and 100 mean for the scores of an issue's positions.
type Scale struct {
	Low  string `json:"low"`
	High string `json:"high"`
}

// Event is something that happened, is planned, is hypothetical or is denied.
type Event struct {
	ID          ID          `json:"id"`
	Title       string      `json:"title"`
	Type        EventType   `json:"type"`
	Status      EventStatus `json:"status"`
	Date        edtf.Date   `json:"date"` // zero: undated
	Place       string      `json:"place,omitempty"`
	Actors      []ID        `json:"actors,omitempty"`
	Issues      []ID        `json:"issues,omitempty"`
	Passages    []Passage   `json:"passages,omitempty"`
	Attribution Attribution `json:"attribution"`
	Links       []Link      `json:"links,omitempty"`
	Disputed    bool        `json:"disputed,omitempty"`
	Note        string      `json:"note,omitempty"`
}

// Position is where an actor stands on an issue from a date on. It holds until
// it is superseded or withdrawn.
type Position struct {
	ID          ID          `json:"id"`
	Actor       ID          `json:"actor"`
	For         ID          `json:"for,omitempty"` // on whose behalf
	Issue       ID          `json:"issue,omitempty"`
	Stance      Stance      `json:"stance"`
	Proposal    string      `json:"proposal"`
	Condition   string      `json:"condition,omitempty"`
	Firmness    Firmness    `json:"firmness,omitempty"`
	From        edtf.Date   `json:"from"`  // zero: undated
	Until       edtf.Date   `json:"until"` // zero: still held
	Attribution Attribution `json:"attribution"`
	Passages    []Passage   `json:"passages,omitempty"`
	Links       []Link      `json:"links,omitempty"`
	Score       *int        `json:"score,omitempty"`    // 0 to 100 on the issue's scale
	Movement    Movement    `json:"movement,omitempty"` // the analyst's word; empty: derived
	Disputed    bool        `json:"disputed,omitempty"`
	Note        string      `json:"note,omitempty"`
}

// Attribution says whose word a statement is.
type Attribution struct {
	Speaker  string   `json:"speaker,omitempty"` // verbatim: "two US officials"; empty: the document itself
	Named    bool     `json:"named,omitempty"`
	Relation Relation `json:"relation,omitempty"` // of the speaker to the actor
	Outlet   string   `json:"outlet,omitempty"`
	Source   string   `json:"source,omitempty"`      // Admiralty A to F; empty: not graded (F)
	Credible string   `json:"credibility,omitempty"` // Admiralty 1 to 6; empty: not graded (6)
}

// Link joins an event or position to another.
type Link struct {
	Kind LinkKind `json:"kind"`
	To   Ref      `json:"to"`
}

// Suggestion is an event or a position that the extractor proposes from one
// document. Exactly one of Event and Position is set; the IDs of actors in it
// are keys into Actors, and its issue is named by Issue, until it is accepted.
type Suggestion struct {
	ID         ID              `json:"id"`
	Document   ID              `json:"document"`
	State      SuggestionState `json:"state"`
	Event      *Event          `json:"event,omitempty"`
	Position   *Position       `json:"position,omitempty"`
	Actors     []ProposedActor `json:"actors,omitempty"`
	Issue      string          `json:"issue,omitempty"`
	Confidence float64         `json:"confidence"` // 0 to 1
	Why        string          `json:"why,omitempty"`
	Result     ID              `json:"result,omitempty"` // the record that accepting made
	Merged     bool            `json:"merged,omitempty"` // Result was there before
}

// ProposedActor is an actor as a document names it, to be found in the case or
// made when a suggestion that needs it is accepted. Of is another key.
type ProposedActor struct {
	Key     ID        `json:"key"`
	Name    string    `json:"name"`
	Kind    ActorKind `json:"kind"`
	Of      ID        `json:"of,omitempty"`
	Role    string    `json:"role,omitempty"`
	Aliases []string  `json:"aliases,omitempty"`
}

// Sure is the confidence from which a suggestion is called sure.
const Sure = 0.8

// Ref names the record.
func (r *Info) Ref() Ref { return Ref{KindInfo, r.ID} }

// Ref names the record.
func (r *Document) Ref() Ref { return Ref{KindDocument, r.ID} }

// Ref names the record.
func (r *Actor) Ref() Ref { return Ref{KindActor, r.ID} }

// Ref names the record.
func (r *Issue) Ref() Ref { return Ref{KindIssue, r.ID} }

// Ref names the record.
func (r *Event) Ref() Ref { return Ref{KindEvent, r.ID} }

// Ref names the record.
func (r *Position) Ref() Ref { return Ref{KindPosition, r.ID} }

// Ref names the record.
func (r *Suggestion) Ref() Ref { return Ref{KindSuggestion, r.ID} }
