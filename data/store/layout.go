package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"demarche/data"
	"demarche/data/edtf"
)

// schema is the version of the layout that this file describes:
//
//	meta            app, schema, cursor, tip
//	document, actor, issue, event, position, suggestion, info, view
//	                ID → record as JSON
//	contents        document ID + "/text" or "/original" → packed bytes
//	by_time         instant, kind, ID       of dated events and positions
//	by_actor        actor, kind, ID         of what refers to the actor
//	by_issue, by_document, by_record        likewise; by_record holds links and results
//	journal         number of the change → who, when, what, and the number before it
//	images          number of the change → packed records before and after
//	trash           kind/ID → the removed record
//
// The keys of an index hold all of it; its values are empty.
//
// Version 1 had no saved views.
const schema = 2

const appMark = "demarche case"

var (
	metaBucket     = []byte("meta")
	contentsBucket = []byte("contents")
	journalBucket  = []byte("journal")
	imagesBucket   = []byte("images")
	trashBucket    = []byte("trash")
	timeIndex      = []byte("by_time")
	actorIndex     = []byte("by_actor")
	issueIndex     = []byte("by_issue")
	documentIndex  = []byte("by_document")
	recordIndex    = []byte("by_record")

	appKey    = []byte("app")
	schemaKey = []byte("schema")
	cursorKey = []byte("cursor") // number of the newest change that stands
	tipKey    = []byte("tip")    // number of the newest change that can be redone to
)

func indexBuckets() [][]byte {
	return [][]byte{timeIndex, actorIndex, issueIndex, documentIndex, recordIndex}
}

func allBuckets() [][]byte {
	names := [][]byte{metaBucket, contentsBucket, journalBucket, imagesBucket, trashBucket}
	names = append(names, indexBuckets()...)
	for _, k := range data.Kinds() {
		names = append(names, []byte(k))
	}
	return names
}

// bucketsOf is the buckets that a file of an earlier version has as well.
func bucketsOf(version int) [][]byte {
	return slices.DeleteFunc(allBuckets(), func(name []byte) bool {
		return version < 2 && string(name) == string(data.KindView)
	})
}

func encodeRecord(r data.Record) ([]byte, error) { return json.Marshal(r) }

func decodeRecord(ref data.Ref, value []byte) (data.Record, error) {
	r := data.New(ref.Kind)
	if r == nil {
		return nil, fmt.Errorf("%q is no kind of record", ref.Kind)
	}
	if err := json.Unmarshal(value, r); err != nil {
		return nil, fmt.Errorf("%s %s cannot be read: %w", ref.Kind, ref.ID, err)
	}
	if err := checkRecord(ref, r); err != nil {
		return nil, err
	}
	return r, nil
}

// checkRecord holds a record against the key that it was found under.
func checkRecord(ref data.Ref, r data.Record) error {
	if r.Ref() != ref {
		return fmt.Errorf("%s %s calls itself %s", ref.Kind, ref.ID, r.Ref().ID)
	}
	if err := r.Validate(); err != nil {
		return fmt.Errorf("%s %s: %w", ref.Kind, ref.ID, err)
	}
	return nil
}

// indexKey is a key of an index: its bucket and the bytes in it.
type indexKey struct {
	bucket string
	key    string
}

// indexKeys is what the indexes hold of a record, sorted; nil for no record.
func indexKeys(r data.Record) []indexKey {
	if r == nil {
		return nil
	}
	var keys []indexKey
	if t, ok := instantOf(r); ok {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], uint64(t)^1<<63)
		keys = append(keys, indexKey{string(timeIndex), string(b[:]) + refKey(r.Ref())})
	}
	for _, to := range data.References(r) {
		bucket, prefix := referrerPrefix(to)
		keys = append(keys, indexKey{string(bucket), prefix + refKey(r.Ref())})
	}
	slices.SortFunc(keys, compareKeys)
	return slices.Compact(keys)
}

func compareKeys(a, b indexKey) int {
	if c := strings.Compare(a.bucket, b.bucket); c != 0 {
		return c
	}
	return strings.Compare(a.key, b.key)
}

// instantOf is when an event or a position is sorted: the first second that its
// date may mean. Undated ones are not in the index by time.
func instantOf(r data.Record) (int64, bool) {
	var d edtf.Date
	switch r := r.(type) {
	case *data.Event:
		d = r.Date
	case *data.Position:
		d = r.From
	}
	return d.Earliest(), !d.IsZero()
}

// referrerPrefix is where the index lists what refers to a record.
func referrerPrefix(to data.Ref) (bucket []byte, prefix string) {
	switch to.Kind {
	case data.KindActor:
		return actorIndex, string(to.ID) + "\x00"
	case data.KindIssue:
		return issueIndex, string(to.ID) + "\x00"
	case data.KindDocument:
		return documentIndex, string(to.ID) + "\x00"
	}
	return recordIndex, refKey(to) + "\x00"
}

func refKey(ref data.Ref) string { return string(ref.Kind) + "/" + string(ref.ID) }

func parseRefKey(s string) (data.Ref, bool) {
	kind, id, ok := strings.Cut(s, "/")
	return data.Ref{Kind: data.Kind(kind), ID: data.ID(id)}, ok && data.New(data.Kind(kind)) != nil && id != ""
}

func numberKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }
