package data

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// FieldError is a fault of one field, for a form to show beside it.
type FieldError struct {
	Field string // as in the record's JSON: "title", "from"
	Fault string // a clause: "a title is missing"
}

func (e *FieldError) Error() string { return e.Fault }

func fault(field, format string, args ...any) error {
	return &FieldError{field, fmt.Sprintf(format, args...)}
}

// MaxText bounds a field that a person types, in bytes.
const MaxText = 64 << 10

var colorPattern = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// Validate returns the first fault of the record by itself.
func (r *Info) Validate() error {
	if r.ID != InfoID {
		return fault("id", "the case has the ID %q instead of %q", r.ID, InfoID)
	}
	return firstError(needText("title", "the case's title", r.Title), text("note", r.Note))
}

// Validate returns the first fault of the record by itself.
func (r *Document) Validate() error {
	if len(r.SHA256) != 64 {
		return fault("sha256", "the document's checksum is missing")
	}
	return firstError(needID(r.ID), needText("title", "the document's title", r.Title), text("note", r.Note))
}

// Validate returns the first fault of the record by itself.
func (r *Actor) Validate() error {
	if err := firstError(needID(r.ID), needText("name", "a name", r.Name), text("note", r.Note)); err != nil {
		return err
	}
	if !oneOf(r.Kind, ActorKinds()) {
		return fault("kind", "%q is no kind of actor", r.Kind)
	}
	if r.Color != "" && !colorPattern.MatchString(r.Color) {
		return fault("color", "%q is no colour; write it as #rrggbb", r.Color)
	}
	for _, m := range r.Memberships {
		if m.Of == r.ID {
			return fault("memberships", "%s cannot belong to itself", r.Name)
		}
	}
	return nil
}

// Validate returns the first fault of the record by itself.
func (r *Issue) Validate() error {
	if r.Parent != "" && r.Parent == r.ID {
		return fault("parent", "an issue cannot lie under itself")
	}
	return firstError(needID(r.ID), needText("name", "a name", r.Name), text("note", r.Note))
}

// Validate returns the first fault of the record by itself.
func (r *Event) Validate() error {
	if err := firstError(needID(r.ID), needText("title", "a title", r.Title), text("note", r.Note)); err != nil {
		return err
	}
	if !oneOf(r.Type, EventTypes()) {
		return fault("type", "%q is no type of event", r.Type)
	}
	if !oneOf(r.Status, EventStatuses()) {
		return fault("status", "%q is no status of an event", r.Status)
	}
	return firstError(passages(r.Passages), r.Attribution.validate(), links(r.Ref(), r.Links))
}

// Validate returns the first fault of the record by itself.
func (r *Position) Validate() error {
	if err := firstError(needID(r.ID), needText("proposal", "what the position is about", r.Proposal), text("note", r.Note)); err != nil {
		return err
	}
	if r.Actor == "" {
		return fault("actor", "who holds the position is missing")
	}
	if !oneOf(r.Stance, Stances()) {
		return fault("stance", "%q is no stance", r.Stance)
	}
	if r.Firmness != "" && !oneOf(r.Firmness, Firmnesses()) {
		return fault("firmness", "%q is no firmness", r.Firmness)
	}
	if r.Movement != "" && !oneOf(r.Movement, Movements()) {
		return fault("movement", "%q is no movement", r.Movement)
	}
	if r.Score != nil && (*r.Score < 0 || *r.Score > 100) {
		return fault("score", "a score lies between 0 and 100")
	}
	if !r.From.IsZero() && !r.Until.IsZero() && r.Until.Latest() < r.From.Earliest() {
		return fault("until", "the position ends before it starts")
	}
	return firstError(passages(r.Passages), r.Attribution.validate(), links(r.Ref(), r.Links))
}

// Validate returns the first fault of the record by itself.
func (r *Suggestion) Validate() error {
	if (r.Event == nil) == (r.Position == nil) {
		return fault("event", "a suggestion proposes one event or one position")
	}
	if r.Confidence < 0 || r.Confidence > 1 {
		return fault("confidence", "a confidence lies between 0 and 1")
	}
	if !oneOf(r.State, []SuggestionState{Open, Accepted, Rejected}) {
		return fault("state", "%q is no state of a suggestion", r.State)
	}
	if r.Document == "" {
		return fault("document", "the suggestion's document is missing")
	}
	if r.Event != nil {
		return firstError(needID(r.ID), passages(r.Event.Passages))
	}
	return firstError(needID(r.ID), passages(r.Position.Passages))
}

func (a Attribution) validate() error {
	if a.Relation != "" && !oneOf(a.Relation, Relations()) {
		return fault("relation", "%q is no relation", a.Relation)
	}
	if a.Source != "" && !strings.Contains("ABCDEF", a.Source) || len(a.Source) > 1 {
		return fault("source", "a source is graded A to F")
	}
	if a.Credible != "" && !strings.Contains("123456", a.Credible) || len(a.Credible) > 1 {
		return fault("credibility", "information is graded 1 to 6")
	}
	return nil
}

func passages(all []Passage) error {
	for _, p := range all {
		if p.Document == "" || p.Start < 0 || p.End-p.Start != utf8.RuneCountInString(p.Quote) || p.Quote == "" {
			return fault("passages", "the passage at %d to %d does not match its quote", p.Start, p.End)
		}
	}
	return nil
}

func links(from Ref, all []Link) error {
	for _, l := range all {
		if !oneOf(l.Kind, LinkKinds()) {
			return fault("links", "%q is no kind of link", l.Kind)
		}
		if l.To == from {
			return fault("links", "a record cannot be linked to itself")
		}
	}
	return nil
}

func needID(id ID) error {
	if id == "" || len(id) > 64 {
		return fault("id", "the record's ID is missing or too long")
	}
	for i := range len(id) {
		if id[i] <= ' ' || id[i] > '~' {
			return fault("id", "the record's ID %q holds more than printable ASCII", id)
		}
	}
	return nil
}

func needText(field, what, s string) error {
	if strings.TrimSpace(s) == "" {
		return fault(field, "%s is missing", what)
	}
	return text(field, s)
}

func text(field, s string) error {
	if len(s) > MaxText {
		return fault(field, "the %s is longer than %d characters", field, MaxText)
	}
	if !utf8.ValidString(s) {
		return fault(field, "the %s is not valid UTF-8", field)
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
