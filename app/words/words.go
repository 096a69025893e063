// Package words is how the interface calls what the model names: kinds, types,
// grades, dates and sources, each in plain English.
package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dustin/go-humanize"

	"demarche/data"
)

// ActorKind is the name of a kind of actor.
func ActorKind(k data.ActorKind) string {
	switch k {
	case data.Person:
		return "Person"
	case data.State:
		return "State"
	case data.Organisation:
		return "Organisation"
	case data.IGO:
		return "Intergovernmental organisation"
	case data.ArmedGroup:
		return "Armed group"
	case data.Coalition:
		return "Coalition"
	case data.Body:
		return "Body of another actor"
	}
	return "Actor"
}

// EventType is what an event of a type is, with PLOVER's own word where that is
// not the plain one.
func EventType(t data.EventType) string {
	switch t {
	case data.Agree:
		return "Agreement"
	case data.Consult:
		return "Meeting, call, talks"
	case data.Support:
		return "Support, praise"
	case data.Concede:
		return "Concession"
	case data.Cooperate:
		return "Cooperation"
	case data.Aid:
		return "Aid"
	case data.Retreat:
		return "Withdrawal, release"
	case data.Request:
		return "Request, proposal"
	case data.Accuse:
		return "Accusation, criticism"
	case data.Reject:
		return "Refusal"
	case data.Threaten:
		return "Threat"
	case data.Protest:
		return "Protest"
	case data.Sanction:
		return "Sanctions, breaking ties"
	case data.Mobilize:
		return "Mobilisation, show of force"
	case data.Coerce:
		return "Coercion, arrest, seizure"
	case data.Assault:
		return "Attack"
	}
	return string(t)
}

// EventStatus says whether an event took place.
func EventStatus(s data.EventStatus) string {
	switch s {
	case data.Happened:
		return "It happened"
	case data.Planned:
		return "It is planned"
	case data.Hypothetical:
		return "It might happen"
	case data.Denied:
		return "It is denied"
	}
	return string(s)
}

// Firmness is how open a position is.
func Firmness(f data.Firmness) string {
	switch f {
	case data.RedLine:
		return "Red line"
	case data.Firm:
		return "Firm"
	case data.Negotiable:
		return "Negotiable"
	case data.Exploratory:
		return "Exploratory"
	}
	return "Not said"
}

// Relation is how a speaker stands to the one whose position it is.
func Relation(r data.Relation) string {
	switch r {
	case data.Self:
		return "Speaks for itself"
	case data.Ally:
		return "An ally"
	case data.Counterpart:
		return "A counterpart"
	case data.Mediator:
		return "A mediator"
	case data.ThirdParty:
		return "A third party"
	case data.Media:
		return "The media"
	}
	return "Not known"
}

// Movement is what a position is after the one before it.
func Movement(m data.Movement) string {
	switch m {
	case data.Initial:
		return "First position"
	case data.Reaffirmed:
		return "Reaffirmed"
	case data.Softened:
		return "Softened"
	case data.Hardened:
		return "Hardened"
	case data.Conceded:
		return "Conceded"
	case data.Withdrawn:
		return "Withdrawn"
	}
	return "Not known"
}

// MovementMark is the sign of a movement: up for one towards the other side.
func MovementMark(m data.Movement) string {
	switch m {
	case data.Reaffirmed:
		return "="
	case data.Softened:
		return "▲ softened"
	case data.Conceded:
		return "▲ concession"
	case data.Hardened:
		return "▼ hardened"
	case data.Withdrawn:
		return "▼ withdrawn"
	}
	return ""
}

// LinkKind is how one record answers another.
func LinkKind(k data.LinkKind) string {
	switch k {
	case data.Answers:
		return "Answers"
	case data.Supersedes:
		return "Takes the place of"
	case data.SameEvent:
		return "Is the same event as"
	}
	return string(k)
}

// SourceGrades are the Admiralty grades of a source, most reliable first
// (NATO AJP-2.1, Allied Joint Doctrine for Intelligence Procedures).
func SourceGrades() []string { return []string{"A", "B", "C", "D", "E", "F"} }

// SourceGrade is what a grade of a source means; "" stands for no grade.
func SourceGrade(g string) string {
	switch g {
	case "A":
		return "A · completely reliable"
	case "B":
		return "B · usually reliable"
	case "C":
		return "C · fairly reliable"
	case "D":
		return "D · not usually reliable"
	case "E":
		return "E · unreliable"
	case "F":
		return "F · cannot be judged"
	}
	return "Not graded"
}

// InformationGrades are the Admiralty grades of a piece of information, best
// confirmed first.
func InformationGrades() []string { return []string{"1", "2", "3", "4", "5", "6"} }

// InformationGrade is what a grade of a piece of information means.
func InformationGrade(g string) string {
	switch g {
	case "1":
		return "1 · confirmed by others"
	case "2":
		return "2 · probably true"
	case "3":
		return "3 · possibly true"
	case "4":
		return "4 · doubtful"
	case "5":
		return "5 · improbable"
	case "6":
		return "6 · cannot be judged"
	}
	return "Not graded"
}

// Grade is both Admiralty grades: "B2". It is F6 until someone grades.
func Grade(a data.Attribution) string {
	source, information := a.Source, a.Credible
	if source == "" {
		source = "F"
	}
	if information == "" {
		information = "6"
	}
	return source + information
}

// Count is a number with its noun: "1 event", "3 events".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return humanize.Comma(int64(n)) + " " + noun + "s"
}

// OutOf is a number of a whole: "12 of 48".
func OutOf(n, all int) string { return humanize.Comma(int64(n)) + " of " + humanize.Comma(int64(all)) }

// Capital is a text with a capital at the start.
func Capital(s string) string {
	if s == "" {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Sentence is an error with a capital at the start and a full stop at the end.
func Sentence(err error) string {
	s := Capital(strings.TrimSpace(err.Error()))
	if s == "" {
		return "Something went wrong."
	}
	if last, _ := utf8.DecodeLastRuneInString(s); !strings.ContainsRune(".!?…", last) {
		s += "."
	}
	return s
}

// Said is whose word a statement is: "two US officials, not named · reported by
// Reuters". It is empty where the document itself says it.
func Said(a data.Attribution) string {
	text := a.Speaker
	if text != "" {
		if a.Named {
			text += ", named"
		} else {
			text += ", not named"
		}
	}
	if a.Outlet != "" {
		if text != "" {
			text += " · "
		}
		text += "reported by " + a.Outlet
	}
	return text
}

// Number is a number in figures.
func Number(n int) string { return strconv.Itoa(n) }
