// Package data is a negotiation under study: its documents, actors, issues,
// events and positions, the suggestions that wait for review, and what follows
// from them (standing, movement). It knows neither files nor pictures.
package data

import (
	"bytes"
	"crypto/rand"
	"encoding/base32"
	"encoding/binary"
	"sync"
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
	KindView       Kind = "view"
)

// Kinds lists every kind in the order in which references point: a record
// refers only to kinds before its own, and to its own.
func Kinds() []Kind {
	return []Kind{KindInfo, KindDocument, KindActor, KindIssue, KindEvent, KindPosition, KindSuggestion, KindView}
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

// IDs makes IDs. Each is greater than the one before, so what is made in one
// step keeps its order. It is safe for use by several goroutines.
type IDs struct {
	now  func() time.Time
	mu   sync.Mutex
	last [14]byte
}

// NewIDs makes IDs from the readings of a clock.
func NewIDs(now func() time.Time) *IDs { return &IDs{now: now} }

// Next makes an ID from the clock, to the millisecond, and 64 random bits: 23
// characters. Within a millisecond, and where the clock was put back, it counts
// on from the last one.
func (g *IDs) Next() ID {
	g.mu.Lock()
	defer g.mu.Unlock()
	var b [14]byte
	binary.BigEndian.PutUint64(b[:8], uint64(g.now().UnixMilli())<<16)
	if bytes.Compare(b[:6], g.last[:6]) > 0 {
		if _, err := rand.Read(b[6:]); err != nil {
			panic(err) // crypto/rand.Read never fails: it ends the program itself
		}
		b[6] &= 0x7f // room to count on
		g.last = b
	} else {
		low := binary.BigEndian.Uint64(g.last[6:])
		binary.BigEndian.PutUint64(g.last[6:], low+1)
	}
	return ID(idEncoding.EncodeToString(g.last[:]))
}
