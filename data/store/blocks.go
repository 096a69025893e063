package store

import "io"

// blocks reads a file in large blocks and keeps the last ones: the pages of a
// bbolt file are small, and mostly lie beside those that are read next.
type blocks struct {
	f    io.ReaderAt
	kept [keptBlocks]block
}

type block struct {
	number int64 // and one more; 0: none
	bytes  []byte
}

const (
	blockSize  = 32 << 10 // no more: the pages of an old case lie anywhere
	keptBlocks = 256
)

func newBlocks(f io.ReaderAt) *blocks { return &blocks{f: f} }

// at is n bytes at an offset of the file, not to be changed. At the end of the
// file it is io.ErrUnexpectedEOF.
func (r *blocks) at(off int64, n uint64) ([]byte, error) {
	number := off / blockSize
	start := off - number*blockSize
	if start+int64(n) > blockSize {
		b := make([]byte, n)
		_, err := r.f.ReadAt(b, off)
		return b, err
	}
	b, err := r.block(number)
	if err != nil {
		return nil, err
	}
	if start+int64(n) > int64(len(b)) {
		return nil, io.ErrUnexpectedEOF
	}
	return b[start : start+int64(n)], nil
}

func (r *blocks) block(number int64) ([]byte, error) {
	k := &r.kept[number%keptBlocks]
	if k.number == number+1 {
		return k.bytes, nil
	}
	b := make([]byte, blockSize)
	n, err := r.f.ReadAt(b, number*blockSize)
	if err != nil && err != io.EOF {
		return nil, err
	}
	*k = block{number + 1, b[:n]}
	return k.bytes, nil
}
