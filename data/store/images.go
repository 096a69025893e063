package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// encodeImages writes the moves of a change one after the other: kind, ID,
// record before, record after, trash before, trash after, each with its length
// first. Nothing there has the length 0.
func encodeImages(moves []move) []byte {
	var out []byte
	for _, m := range moves {
		for _, part := range [][]byte{[]byte(m.ref.Kind), []byte(m.ref.ID), m.from, m.to, m.trashFrom, m.trashTo} {
			out = append(binary.AppendUvarint(out, uint64(len(part))), part...)
		}
	}
	return out
}

var errImages = errors.New("the records before and after cannot be read")

func decodeImages(b []byte) (moves []move, err error) {
	for len(b) > 0 {
		var parts [6][]byte
		for i := range parts {
			n, used := binary.Uvarint(b)
			if used <= 0 || n > uint64(len(b)-used) {
				return nil, errImages
			}
			b = b[used:]
			if n > 0 {
				parts[i] = b[:n:n]
			}
			b = b[n:]
		}
		m := move{
			ref:  data.Ref{Kind: data.Kind(parts[0]), ID: data.ID(parts[1])},
			from: parts[2], to: parts[3], trashFrom: parts[4], trashTo: parts[5],
		}
		if data.New(m.ref.Kind) == nil {
			return nil, errImages
		}
		moves = append(moves, m)
	}
	return moves, nil
}

// readImages reads the moves of a change without decoding their records.
func readImages(tx *bolt.Tx, n uint64) ([]move, error) {
	raw, err := unpack(tx.Bucket(imagesBucket).Get(numberKey(n)))
	if err != nil {
		return nil, damaged(fmt.Errorf("change %d: %w", n, errImages))
	}
	moves, err := decodeImages(raw)
	if err != nil {
		return nil, damaged(fmt.Errorf("change %d: %w", n, err))
	}
	return moves, nil
}

// readEntry reads a change with its records.
func readEntry(tx *bolt.Tx, n uint64) ([]move, entryHead, error) {
	head, err := readHead(tx, n)
	if err != nil {
		return nil, head, damaged(err)
	}
	moves, err := readImages(tx, n)
	if err != nil {
		return nil, head, err
	}
	err = inChunks(len(moves), func() func(i int) error {
		s := newScanner()
		return func(i int) (err error) {
			m := &moves[i]
			if m.fromRec, err = s.decodeImage(m.ref, m.from); err == nil {
				m.toRec, err = s.decodeImage(m.ref, m.to)
			}
			return err
		}
	})
	if err != nil {
		return nil, head, damaged(fmt.Errorf("change %d: %w", n, err))
	}
	return moves, head, nil
}

func (s *scanner) decodeImage(ref data.Ref, value []byte) (data.Record, error) {
	if len(bytes.TrimSpace(value)) == 0 {
		return nil, nil
	}
	return s.decode(ref, value)
}
