// Package data is a negotiation under study: its documents, actors, issues,
// events and positions, the suggestions that wait for review, and what follows
// from them (standing, movement). It knows neither files nor pictures.
package data

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/binary"
	"time"
)

// ID names a record within its case. IDs made later sort later.
type ID string

// Kind is the sort of a record; the store keeps one bucket a kind.
type Kind string

// The kinds of records.
const (
	KindDocument   Kind = "document"
	KindActor      Kind = "actor"
	KindIssue      Kind = "issue"
	KindEvent      Kind = "event"
	KindPosition   Kind = "position"
	KindSuggestion Kind = "suggestion"
	KindInfo       Kind = "info"
)

// Kinds lists every kind in the order in which references point: a record
// refers only to kinds before its own, and to its own.
func Kinds() []Kind {
	return []Kind{KindInfo, KindDocument, KindActor, KindIssue, KindEvent, KindPosition, KindSuggestion}
}

// Ref names a record of a case by kind and ID.
type Ref struct {
	Kind Kind `json:"kind"`
	ID   ID   `json:"id"`
}

// Record is what a case is made of. Records are values that are not changed
// once they are in a case: a change puts a new one in the place of the old.
type Record interface {
	Ref() Ref
	// Validate returns the first fault of the record by itself, naming the field.
	Validate() error
}

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewID makes an ID from a clock reading and 64 random bits: 23 characters that
// sort by time to the millisecond.
func NewID(now time.Time) ID {
	var b [14]byte
	binary.BigEndian.PutUint64(b[:8], uint64(now.UnixMilli())<<16)
	if _, err := rand.Read(b[6:]); err != nil {
		panic(err) // crypto/rand.Read never fails: it ends the program itself
	}
	return ID(idEncoding.EncodeToString(b[:]))
}
