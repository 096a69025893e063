// Package extract reads the text of a document about a negotiation and says
// what it found: dates, actors, events and positions, each with the exact
// passage, a confidence and a reason. It is deterministic and works offline.
package extract

// Result is what one document yields, in the shape that the command extract
// prints. Start and End count Unicode code points of Document.Text.
type Result struct {
	Document  Document   `json:"document"`
	Actors    []Actor    `json:"actors"`
	Dates     []Date     `json:"dates"`
	Events    []Event    `json:"events"`
	Positions []Position `json:"positions"`
}

// Document is the text that was read and what is known of it.
type Document struct {
	Title     string  `json:"title"`
	Published *string `json:"published"` // EDTF, nil where unknown
	Text      string  `json:"text"`
}

// Span is a passage of the text with its exact words.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// Actor is somebody who acts or speaks in the text.
type Actor struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`           // a data.ActorKind
	Of      *string  `json:"of"`             // ID of the actor that it speaks for
	Role    string   `json:"role,omitempty"` // as the text or the gazetteer has it
	Aliases []string `json:"aliases"`        // every other surface form in the text
}

// Date is an expression that denotes a calendar time. Value is EDTF, nil where
// it cannot be resolved.
type Date struct {
	Span
	Value *string `json:"value"`
}

// Event is something that happened, is planned, hypothetical or denied.
type Event struct {
	Span
	Title      string   `json:"title"`
	Type       string   `json:"type"` // a data.EventType
	Date       *string  `json:"date"` // EDTF
	Status     string   `json:"status"`
	Place      string   `json:"place,omitempty"`
	Actors     []string `json:"actors"` // IDs
	Issue      string   `json:"issue,omitempty"`
	Confidence float64  `json:"confidence"`
	Why        string   `json:"why"`
	Also       []Span   `json:"also"` // other passages that tell the same
}

// Position is where an actor stands.
type Position struct {
	Span
	Actor       string      `json:"actor"` // ID
	For         *string     `json:"for"`   // ID of the actor on whose behalf
	Issue       string      `json:"issue"`
	Stance      string      `json:"stance"` // a data.Stance
	Proposal    string      `json:"proposal"`
	Condition   string      `json:"condition,omitempty"`
	RedLine     bool        `json:"red_line"`
	Date        *string     `json:"date"` // EDTF
	Attribution Attribution `json:"attribution"`
	Confidence  float64     `json:"confidence"`
	Why         string      `json:"why"`
	Also        []Span      `json:"also"`
}

// Attribution is who says it. Speaker is verbatim, nil where the article says so
// itself; Relation is a data.Relation.
type Attribution struct {
	Speaker  *string `json:"speaker"`
	Named    bool    `json:"named"`
	Relation string  `json:"relation"`
}
