package data

import "slices"

// ActorKind is what sort of actor it is.
type ActorKind string

// Kinds of actors.
const (
	Person       ActorKind = "person"
	State        ActorKind = "state"
	Organisation ActorKind = "organisation"
	IGO          ActorKind = "igo" // intergovernmental organisation
	ArmedGroup   ActorKind = "armed-group"
	Coalition    ActorKind = "coalition"
	Body         ActorKind = "body" // an organ of another actor: a ministry, a parliament
)

// ActorKinds lists every kind of actor, in the order in which a form offers them.
func ActorKinds() []ActorKind {
	return []ActorKind{State, Person, Organisation, IGO, ArmedGroup, Coalition, Body}
}

// Stance is how an actor stands to a proposal.
type Stance string

// Stances.
const (
	Supports    Stance = "supports" // offers, accepts, pledges
	Conditional Stance = "conditional"
	Demands     Stance = "demands"
	Rejects     Stance = "rejects"
	Unclear     Stance = "unclear"
)

// Stances lists every stance, in the order of a legend.
func Stances() []Stance { return []Stance{Supports, Conditional, Demands, Rejects, Unclear} }

// Firmness is how far a position is open to negotiation.
type Firmness string

// Degrees of firmness; empty: the source does not say.
const (
	RedLine     Firmness = "red line"
	Firm        Firmness = "firm"
	Negotiable  Firmness = "negotiable"
	Exploratory Firmness = "exploratory"
)

// Firmnesses lists every degree of firmness, firmest first.
func Firmnesses() []Firmness { return []Firmness{RedLine, Firm, Negotiable, Exploratory} }

// EventType is a PLOVER event type (Political Language Ontology for Verifiable
// Event Records, Open Event Data Alliance 2018).
type EventType string

// PLOVER event types.
const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Concede   EventType = "CONCEDE"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Retreat   EventType = "RETREAT"
	Request   EventType = "REQUEST"
	Accuse    EventType = "ACCUSE"
	Reject    EventType = "REJECT"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
)

// EventTypes lists every event type in PLOVER's order, cooperation first.
func EventTypes() []EventType {
	return []EventType{
		Agree, Consult, Support, Concede, Cooperate, Aid, Retreat,
		Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault,
	}
}

// EventStatus says whether an event took place.
type EventStatus string

// Statuses of events.
const (
	Happened     EventStatus = "happened"
	Planned      EventStatus = "planned"
	Hypothetical EventStatus = "hypothetical"
	Denied       EventStatus = "denied"
)

// EventStatuses lists every status.
func EventStatuses() []EventStatus {
	return []EventStatus{Happened, Planned, Hypothetical, Denied}
}

// Relation is how the one who tells stands to the one whose position it is.
type Relation string

// Relations of a speaker to the actor of a position; empty: unknown.
const (
	Self        Relation = "self"
	Ally        Relation = "ally"
	Counterpart Relation = "counterpart"
	Mediator    Relation = "mediator"
	ThirdParty  Relation = "third party"
	Media       Relation = "media"
)

// Relations lists every relation.
func Relations() []Relation {
	return []Relation{Self, Ally, Counterpart, Mediator, ThirdParty, Media}
}

// LinkKind is how one record answers another.
type LinkKind string

// Kinds of links.
const (
	Answers    LinkKind = "answers"
	Supersedes LinkKind = "supersedes"
	SameEvent  LinkKind = "same event"
)

// LinkKinds lists every kind of link.
func LinkKinds() []LinkKind { return []LinkKind{Answers, Supersedes, SameEvent} }

// Movement is how a position stands to the one that it follows.
type Movement string

// Movements.
const (
	Initial    Movement = "initial"
	Reaffirmed Movement = "reaffirmed"
	Softened   Movement = "softened"
	Hardened   Movement = "hardened"
	Conceded   Movement = "conceded"
	Withdrawn  Movement = "withdrawn"
)

// Movements lists every movement.
func Movements() []Movement {
	return []Movement{Initial, Reaffirmed, Softened, Hardened, Conceded, Withdrawn}
}

// SuggestionState says what a person did with a suggestion.
type SuggestionState string

// States of a suggestion.
const (
	Open     SuggestionState = "open"
	Accepted SuggestionState = "accepted"
	Rejected SuggestionState = "rejected"
)

func oneOf[T ~string](v T, all []T) bool { return slices.Contains(all, v) }
