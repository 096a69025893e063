package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"sync"
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// Bounds of what a document holds.
const (
	MaxTextBytes     = 16 << 20
	MaxOriginalBytes = 128 << 20
)

func textKey(doc data.ID) []byte     { return []byte(string(doc) + "/text") }
func originalKey(doc data.ID) []byte { return []byte(string(doc) + "/original") }

// putContents keeps what new documents hold. Contents stay for good, also when
// their document goes to the trash, and never change.
func (s *Store) putContents(tx *bolt.Tx, moves []move, contents map[data.ID]data.Content) error {
	b := tx.Bucket(contentsBucket)
	used := 0
	for _, m := range moves {
		doc, ok := m.toRec.(*data.Document)
		if !ok {
			continue
		}
		content, given := contents[doc.ID]
		if given {
			used++
		}
		if err := putContent(b, doc, content, given); err != nil {
			return &RecordError{m.ref, doc.Title, err}
		}
	}
	for id := range contents {
		if used == len(contents) {
			break
		}
		if b.Get(textKey(id)) == nil {
			return &RecordError{data.Ref{Kind: data.KindDocument, ID: id}, "", errors.New("its contents come without it")}
		}
	}
	return nil
}

func putContent(b *bolt.Bucket, doc *data.Document, c data.Content, given bool) error {
	kept := b.Get(textKey(doc.ID))
	switch {
	case !given && kept == nil:
		return errors.New("its text is missing")
	case !given:
		return nil
	}
	if err := checkContent(doc, c); err != nil {
		return err
	}
	text, err := pack([]byte(c.Text))
	if err != nil {
		return err
	}
	if kept != nil {
		if !bytes.Equal(kept, text) {
			return errors.New("the text of a document never changes")
		}
		return nil
	}
	if err := b.Put(textKey(doc.ID), text); err != nil {
		return err
	}
	if len(c.Original) == 0 {
		return nil
	}
	original, err := pack(c.Original)
	if err != nil {
		return err
	}
	return b.Put(originalKey(doc.ID), original)
}

func checkContent(doc *data.Document, c data.Content) error {
	switch {
	case len(c.Text) > MaxTextBytes:
		return fmt.Errorf("its text is longer than %d MB", MaxTextBytes>>20)
	case len(c.Original) > MaxOriginalBytes:
		return fmt.Errorf("its file is larger than %d MB", MaxOriginalBytes>>20)
	case !utf8.ValidString(c.Text):
		return errors.New("its text is not valid UTF-8")
	case len(c.Original) > 0 && sum(c.Original) != doc.SHA256:
		return errors.New("its checksum does not match its file")
	}
	return nil
}

func sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// Text is the text of a document, in the case or in the trash.
func (s *Store) Text(doc data.ID) (text string, err error) {
	if t, ok := s.texts.get(doc); ok {
		return t, nil
	}
	err = s.view(func(tx *bolt.Tx) error {
		text, err = s.textIn(tx, doc)
		return err
	})
	return text, err
}

// Original is the bytes of the file that a document was read from; nil where
// they were not kept.
func (s *Store) Original(doc data.ID) (original []byte, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		b := tx.Bucket(contentsBucket)
		if b.Get(textKey(doc)) == nil {
			return noContents(doc)
		}
		packed := b.Get(originalKey(doc))
		if packed == nil {
			return nil
		}
		if original, err = unpack(packed); err != nil {
			return fmt.Errorf("%w: the file of document %s: %w", ErrDamaged, doc, err)
		}
		return nil
	})
	return original, err
}

func (s *Store) textIn(tx *bolt.Tx, doc data.ID) (string, error) {
	if t, ok := s.texts.get(doc); ok {
		return t, nil
	}
	packed := tx.Bucket(contentsBucket).Get(textKey(doc))
	if packed == nil {
		return "", noContents(doc)
	}
	text, err := unpack(packed)
	if err != nil {
		return "", fmt.Errorf("%w: the text of document %s: %w", ErrDamaged, doc, err)
	}
	t := string(text)
	if !tx.Writable() { // a write may still be rolled back
		s.texts.put(doc, t)
	}
	return t, nil
}

func noContents(doc data.ID) error {
	return &RecordError{data.Ref{Kind: data.KindDocument, ID: doc}, "", errors.New("it has no text in the case file")}
}

// textCache keeps the few texts that were read last; texts never change.
type textCache struct {
	mu    sync.Mutex
	items []cachedText // newest last
}

type cachedText struct {
	doc  data.ID
	text string
}

const (
	cachedTexts     = 8
	cachedTextBytes = 1 << 20
)

func (c *textCache) get(doc data.ID) (string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, it := range c.items {
		if it.doc == doc {
			return it.text, true
		}
	}
	return "", false
}

func (c *textCache) put(doc data.ID, text string) {
	if len(text) > cachedTextBytes {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.items) == cachedTexts {
		c.items = append(c.items[:0], c.items[1:]...)
	}
	c.items = append(c.items, cachedText{doc, text})
}
