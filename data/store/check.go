package store

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// Report is what Check found.
type Report struct {
	Path    string
	Title   string
	Bytes   int64
	Counts  map[data.Kind]int
	Changes int // in the history
	Trash   int
	Faults  []string // each a sentence; empty: the case is sound
	More    int      // faults beyond those listed
}

// Sound reports whether no fault was found.
func (r Report) Sound() bool { return len(r.Faults) == 0 }

const maxFaults = 200

func (r *Report) fault(format string, args ...any) {
	if len(r.Faults) == maxFaults {
		r.More++
		return
	}
	r.Faults = append(r.Faults, fmt.Sprintf(format, args...))
}

// Check reads a whole case file without changing it and holds its parts against
// one another: pages, records, references, passages and texts, checksums,
// indexes in both directions, journal and trash. The error is for a file that
// is no case, is in use or is too damaged to be read; what is wrong in a case
// that can be read stands in the report.
func Check(path string) (Report, error) {
	path = filepath.Clean(path)
	if err := inspect(path, nil); err != nil {
		return Report{Path: path}, err
	}
	db, err := openBolt(path, true)
	if err != nil {
		return Report{Path: path}, err
	}
	s := &Store{path: path, db: db}
	report, err := s.Check()
	return report, errors.Join(err, s.Close())
}

// Check does what the function Check does, on the open case.
func (s *Store) Check() (report Report, err error) {
	report = Report{Path: s.path, Counts: map[data.Kind]int{}}
	version, err := s.schema()
	if err != nil {
		return report, err
	}
	switch {
	case version > schema:
		return report, s.fault(ErrNewer, "")
	case version == 0:
		return report, s.fault(ErrNotCase, "its version 0 was never in use")
	}
	err = s.view(func(tx *bolt.Tx) error {
		report.Bytes = tx.Size()
		c := &checker{tx: tx, report: &report, records: map[data.Ref][]byte{}}
		return c.run()
	})
	return report, err
}

// checker gathers what one part of the file says for the parts that follow.
type checker struct {
	tx      *bolt.Tx
	report  *Report
	records map[data.Ref][]byte // encoded, as the file has them
	decoded data.Case
	known   map[data.ID]bool // documents that the history knows
}

func (c *checker) run() error {
	for err := range c.tx.Check() {
		c.report.fault("the file's pages: %v", err)
	}
	records := c.readRecords()
	c.decoded = *(&data.Case{}).With(data.Change{Put: records})
	if c.decoded.Info != nil {
		c.report.Title = c.decoded.Info.Title
	} else {
		c.report.fault("the title of the case is missing")
	}
	for _, r := range records {
		if err := checkReferences(&c.decoded, r); err != nil {
			c.report.fault("%s %s: %v", r.Ref().Kind, r.Ref().ID, err)
		}
	}
	c.checkIndexes(records)
	c.checkJournal()
	c.checkTrash()
	c.checkContents()
	return c.checkQuotes(records)
}

func (c *checker) readRecords() (records []data.Record) {
	for _, kind := range data.Kinds() {
		b := c.tx.Bucket([]byte(kind))
		if b == nil {
			continue // of an earlier version, which had none
		}
		err := b.ForEach(func(k, v []byte) error {
			ref := data.Ref{Kind: kind, ID: data.ID(k)}
			c.records[ref] = v
			c.report.Counts[kind]++
			r, err := decodeRecord(ref, v)
			if err != nil {
				c.report.fault("%v", err)
				return nil
			}
			records = append(records, r)
			return nil
		})
		if err != nil {
			c.report.fault("the part %q cannot be read: %v", kind, err)
		}
	}
	return records
}

// checkIndexes compares what the indexes hold with what they should hold.
func (c *checker) checkIndexes(records []data.Record) {
	want := map[indexKey]bool{}
	for _, r := range records {
		for _, k := range indexKeys(r) {
			want[k] = true
			if c.tx.Bucket([]byte(k.bucket)).Get([]byte(k.key)) == nil {
				c.report.fault("the index %s lacks the %s %s", k.bucket, r.Ref().Kind, r.Ref().ID)
			}
		}
	}
	for _, name := range indexBuckets() {
		_ = c.tx.Bucket(name).ForEach(func(k, _ []byte) error {
			if !want[indexKey{string(name), string(k)}] {
				c.report.fault("the index %s names %q, which is not so", name, k)
			}
			return nil
		})
	}
}

// checkJournal replays the changes that stand: each must find what the one
// before it left, and the last must leave what the case holds.
func (c *checker) checkJournal() {
	c.known = map[data.ID]bool{}
	state, err := loadJournal(c.tx)
	if err != nil {
		c.report.fault("%v", err)
		return
	}
	c.readJournal()
	var stands []uint64
	for n := state.cursor; n != 0; {
		stands = append(stands, n)
		head, err := readLabel(c.tx, n)
		if err != nil {
			c.report.fault("%v", err)
			return
		}
		n = head.Parent
	}
	left := map[data.Ref][]byte{}
	for i := len(stands) - 1; i >= 0; i-- {
		c.replay(stands[i], left)
	}
	for ref, value := range left {
		if !bytes.Equal(c.records[ref], value) {
			c.report.fault("%s %s is not as its history says", ref.Kind, ref.ID)
		}
	}
	for ref := range c.records {
		if _, ok := left[ref]; !ok && ref.Kind != data.KindInfo {
			c.report.fault("%s %s has no history", ref.Kind, ref.ID)
		}
	}
}

// readJournal reads every change, also those that were undone.
func (c *checker) readJournal() {
	last := c.tx.Bucket(journalBucket).Sequence()
	_ = c.tx.Bucket(journalBucket).ForEach(func(k, _ []byte) error {
		n, err := readNumber(k)
		if err != nil || n == 0 || n > last {
			c.report.fault("the history has a change %x, which has no number", k)
			return nil
		}
		moves, head, err := readEntry(c.tx, n)
		if err != nil {
			c.report.fault("%v", err)
			return nil
		}
		if len(head.Refs) != len(moves) {
			c.report.fault("change %d in the history names %d records and has %d", n, len(head.Refs), len(moves))
		}
		for _, m := range moves {
			if m.ref.Kind == data.KindDocument {
				c.known[m.ref.ID] = true
			}
		}
		c.report.Changes++
		return nil
	})
	_ = c.tx.Bucket(imagesBucket).ForEach(func(k, _ []byte) error {
		if c.tx.Bucket(journalBucket).Get(k) == nil {
			c.report.fault("the history has records of a change %x that it does not name", k)
		}
		return nil
	})
}

func (c *checker) replay(n uint64, left map[data.Ref][]byte) {
	moves, err := readImages(c.tx, n)
	if err != nil {
		return // told already
	}
	for _, m := range moves {
		before, ok := left[m.ref]
		switch {
		case !ok && m.from != nil && m.ref.Kind != data.KindInfo:
			c.report.fault("change %d found a %s %s that no change before it made", n, m.ref.Kind, m.ref.ID)
		case ok && !bytes.Equal(before, m.from):
			c.report.fault("change %d found %s %s other than the change before it left it", n, m.ref.Kind, m.ref.ID)
		}
		left[m.ref] = m.to
	}
}

func (c *checker) checkTrash() {
	_ = c.tx.Bucket(trashBucket).ForEach(func(k, v []byte) error {
		c.report.Trash++
		item, err := readTrash(k, v)
		if err != nil {
			c.report.fault("%v", err)
			return nil
		}
		if ref := item.Record.Ref(); c.records[ref] != nil {
			c.report.fault("%s %s is in the case and in the trash", ref.Kind, ref.ID)
		}
		return nil
	})
}

func (c *checker) checkContents() {
	b := c.tx.Bucket(contentsBucket)
	for _, d := range c.decoded.Documents.All() {
		text, err := unpack(b.Get(textKey(d.ID)))
		if err != nil {
			c.report.fault("the text of document %s cannot be read", d.ID)
			continue
		}
		content := data.Content{Text: string(text)}
		if packed := b.Get(originalKey(d.ID)); packed != nil {
			if content.Original, err = unpack(packed); err != nil {
				c.report.fault("the file of document %s cannot be read", d.ID)
				continue
			}
		}
		if err := checkContent(d, content); err != nil {
			c.report.fault("document %s: %v", d.ID, err)
		}
	}
	_ = b.ForEach(func(k, _ []byte) error {
		id, part, _ := bytes.Cut(k, []byte("/"))
		if !c.known[data.ID(id)] || string(part) != "text" && string(part) != "original" {
			c.report.fault("the contents %q belong to no document", k)
		}
		return nil
	})
}

func (c *checker) checkQuotes(records []data.Record) error {
	quotes := newQuoteCheck()
	for _, r := range records {
		quotes.add(r, nil)
	}
	text := func(doc data.ID) (string, error) {
		b, err := unpack(c.tx.Bucket(contentsBucket).Get(textKey(doc)))
		if err != nil {
			return "", nil // told already; every passage of it is a fault
		}
		return string(b), nil
	}
	return quotes.each(text, func(q quoted) {
		c.report.fault("%s %s quotes %q, which is not in document %s at %d", q.by.Ref().Kind, q.by.Ref().ID,
			shorten(q.passage.Quote), q.passage.Document, q.passage.Start)
	})
}
