package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Packed bytes are a mark, the length, and the bytes themselves, deflated where
// that makes them shorter.
const (
	packedPlain   = 0
	packedDeflate = 1
)

const (
	packFrom  = 256     // shorter bytes are not worth deflating
	maxPacked = 1 << 30 // more than any case file should hold in one value
)

func pack(b []byte) ([]byte, error) {
	if len(b) > maxPacked {
		return nil, fmt.Errorf("%d bytes are too much for one part of a case file", len(b))
	}
	out := binary.AppendUvarint([]byte{packedDeflate}, uint64(len(b)))
	if len(b) >= packFrom {
		var z bytes.Buffer
		w, err := flate.NewWriter(&z, flate.BestSpeed)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(b); err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
		if z.Len() < len(b) {
			return append(out, z.Bytes()...), nil
		}
	}
	out[0] = packedPlain
	return append(out, b...), nil
}

var errPacked = errors.New("packed bytes are broken")

// unpack is the inverse of pack. It never makes more bytes than the length that
// is written first, and grows only as far as there is something to unpack.
func unpack(p []byte) ([]byte, error) {
	if len(p) < 2 {
		return nil, errPacked
	}
	n, used := binary.Uvarint(p[1:])
	if used <= 0 || n > maxPacked {
		return nil, errPacked
	}
	body := p[1+used:]
	switch p[0] {
	case packedPlain:
		if uint64(len(body)) != n {
			return nil, errPacked
		}
		return bytes.Clone(body), nil
	case packedDeflate:
		var out bytes.Buffer
		out.Grow(int(min(n, uint64(len(body))*8)))
		r := flate.NewReader(bytes.NewReader(body))
		if _, err := io.Copy(&out, io.LimitReader(r, int64(n)+1)); err != nil || uint64(out.Len()) != n {
			return nil, errPacked
		}
		return out.Bytes(), nil
	}
	return nil, errPacked
}
