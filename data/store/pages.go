package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// This file reads the pages of a bbolt file without bbolt, which trusts them:
// a page that refers to itself or beyond the end of the file would make it run
// for ever, fault, or write over what is still in use. The layout is bbolt's
// version 2 (go.etcd.io/bbolt, internal/common: page.go, meta.go, inode.go).

const (
	pageHeader    = 16
	pageElement   = 16
	bucketHeader  = 16
	boltMagic     = 0xED0CDAED
	boltVersion   = 2
	branchPage    = 0x01
	leafPage      = 0x02
	freelistPage  = 0x10
	bucketElement = 0x01
	maxDepth      = 32 // of pages and of buckets; a thousand million keys need six
	maxKey        = 32768
	noFreelist    = ^uint64(0)
)

var native = binary.NativeEndian

// checkPages returns an ErrDamaged for the first page that does not fit.
func checkPages(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return systemFault(path, err)
	}
	defer f.Close()
	if err := walkFile(f); err != nil {
		return &FileError{path, ErrDamaged, err.Error()}
	}
	return nil
}

type pageWalk struct {
	f     *blocks
	size  uint64   // of a page
	pages uint64   // pages in use: those from here on are past the end
	seen  []uint64 // a bit for each page
}

type boltMeta struct {
	pageSize, root, freelist, pages, txid uint64
}

func walkFile(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	m, err := newestMeta(f)
	if err != nil {
		return err
	}
	if m.pages > uint64(info.Size())/m.pageSize {
		return fmt.Errorf("it is cut off: %d of %d pages are there", uint64(info.Size())/m.pageSize, m.pages)
	}
	w := &pageWalk{f: newBlocks(f), size: m.pageSize, pages: m.pages, seen: make([]uint64, m.pages/64+1)}
	if err := w.bucket(m.root, 0); err != nil {
		return err
	}
	if m.freelist == noFreelist {
		return nil
	}
	return w.freelist(m.freelist)
}

// newestMeta is the valid one of the two first pages that was written last.
func newestMeta(f io.ReaderAt) (best boltMeta, err error) {
	first, ok := readMeta(f, 0)
	if ok {
		best = first
	}
	// The second follows one page later; where the first is broken, its size is
	// not known, and bbolt tries the sizes in turn.
	found := ok
	for size := uint64(1024); size <= 1<<24; size *= 2 {
		if ok && size != first.pageSize {
			continue
		}
		if second, ok2 := readMeta(f, int64(size)); ok2 && second.pageSize == size {
			if !found || second.txid > best.txid {
				best = second
			}
			found = true
			break
		}
	}
	if !found {
		return best, errors.New("both of its first pages are broken")
	}
	return best, nil
}

func readMeta(f io.ReaderAt, at int64) (boltMeta, bool) {
	b := make([]byte, pageHeader+64)
	if _, err := f.ReadAt(b, at); err != nil {
		return boltMeta{}, false
	}
	b = b[pageHeader:]
	h := fnv.New64a()
	h.Write(b[:56])
	m := boltMeta{
		pageSize: uint64(native.Uint32(b[8:])),
		root:     native.Uint64(b[16:]),
		freelist: native.Uint64(b[32:]),
		pages:    native.Uint64(b[40:]),
		txid:     native.Uint64(b[48:]),
	}
	ok := native.Uint32(b) == boltMagic && native.Uint32(b[4:]) == boltVersion && native.Uint64(b[56:]) == h.Sum64() &&
		m.pageSize >= 1024 && m.pageSize <= 1<<24 && m.pageSize&(m.pageSize-1) == 0 && m.pages >= 2
	return m, ok
}

// page is one page: its elements, and where its bytes start in the file. The
// page of an inline bucket lies inside the value of another.
type page struct {
	flags, count uint16
	extent       uint64 // bytes, with the overflow
	at           int64
	head         []byte // header and elements
}

// claim marks a page and those it overflows to as used, once only.
func (w *pageWalk) claim(id, overflow uint64) error {
	if id < 2 || id >= w.pages || overflow >= w.pages-id {
		return fmt.Errorf("page %d lies outside the file", id)
	}
	for p := id; p <= id+overflow; p++ {
		if w.seen[p/64]&(1<<(p%64)) != 0 {
			return fmt.Errorf("page %d is used twice", p)
		}
		w.seen[p/64] |= 1 << (p % 64)
	}
	return nil
}

func (w *pageWalk) read(id uint64) (page, error) {
	if id < 2 || id >= w.pages {
		return page{}, fmt.Errorf("page %d lies outside the file", id)
	}
	at := int64(id * w.size)
	b, err := w.f.at(at, w.size)
	if err != nil {
		return page{}, fmt.Errorf("page %d cannot be read: %w", id, err)
	}
	if native.Uint64(b) != id {
		return page{}, fmt.Errorf("page %d calls itself %d", id, native.Uint64(b))
	}
	overflow := uint64(native.Uint32(b[12:]))
	if err := w.claim(id, overflow); err != nil {
		return page{}, err
	}
	return w.parse(b, at, (1+overflow)*w.size)
}

func (w *pageWalk) parse(b []byte, at int64, extent uint64) (page, error) {
	p := page{flags: native.Uint16(b[8:]), count: native.Uint16(b[10:]), extent: extent, at: at, head: b}
	if p.flags == freelistPage {
		return p, nil
	}
	need := pageHeader + pageElement*uint64(p.count)
	if need > extent {
		return p, fmt.Errorf("the page at byte %d has more entries than room", at)
	}
	if need > uint64(len(b)) {
		var err error
		if p.head, err = w.f.at(at, need); err != nil {
			return p, err
		}
	}
	return p, nil
}

// bytes are n bytes at offset off of the page.
func (w *pageWalk) bytes(p page, off, n uint64) ([]byte, error) {
	if off > p.extent || n > p.extent-off {
		return nil, fmt.Errorf("an entry of the page at byte %d lies outside it", p.at)
	}
	if off+n <= uint64(len(p.head)) {
		return p.head[off : off+n], nil
	}
	return w.f.at(p.at+int64(off), n)
}

func (w *pageWalk) bucket(root uint64, depth int) error {
	p, err := w.read(root)
	if err != nil {
		return err
	}
	return w.walk(p, depth, nil, nil)
}

// walk goes through a page whose keys lie from low up to, without, high; nil is
// without limit.
func (w *pageWalk) walk(p page, depth int, low, high []byte) error {
	if depth > maxDepth {
		return errors.New("its pages are nested too deep")
	}
	if p.flags != branchPage && p.flags != leafPage || p.flags == branchPage && p.count == 0 {
		return fmt.Errorf("the page at byte %d is of no known sort", p.at)
	}
	previous := low
	for i := range uint64(p.count) {
		at := pageHeader + i*pageElement
		e := p.head[at : at+pageElement]
		off, size := native.Uint32(e), native.Uint32(e[4:])
		if p.flags == leafPage {
			off, size = native.Uint32(e[4:]), native.Uint32(e[8:])
		}
		if size == 0 || size > maxKey {
			return fmt.Errorf("an entry of the page at byte %d has a key of %d bytes", p.at, size)
		}
		key, err := w.bytes(p, at+uint64(off), uint64(size))
		if err != nil {
			return err
		}
		if c := bytes.Compare(key, previous); c < 0 || c == 0 && i > 0 || high != nil && bytes.Compare(key, high) >= 0 {
			return fmt.Errorf("the entries of the page at byte %d are out of order", p.at)
		}
		previous = key
		if p.flags == leafPage {
			err = w.leaf(p, at+uint64(off)+uint64(size), native.Uint32(e), native.Uint32(e[12:]), depth)
		} else {
			err = w.branch(p, i, native.Uint64(e[8:]), depth, key, high)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *pageWalk) branch(p page, i, child uint64, depth int, key, high []byte) error {
	if i+1 < uint64(p.count) {
		at := pageHeader + (i+1)*pageElement
		e := p.head[at : at+pageElement]
		size := native.Uint32(e[4:])
		if size > maxKey {
			return fmt.Errorf("an entry of the page at byte %d has a key of %d bytes", p.at, size)
		}
		next, err := w.bytes(p, at+uint64(native.Uint32(e)), uint64(size))
		if err != nil {
			return err
		}
		high = next
	}
	c, err := w.read(child)
	if err != nil {
		return err
	}
	return w.walk(c, depth+1, key, high)
}

// leaf checks that a value lies in its page and, where it is a bucket, goes on
// inside it.
func (w *pageWalk) leaf(p page, off uint64, flags, size uint32, depth int) error {
	if flags&bucketElement == 0 {
		if off > p.extent || uint64(size) > p.extent-off {
			return fmt.Errorf("an entry of the page at byte %d lies outside it", p.at)
		}
		return nil
	}
	if size < bucketHeader || uint64(size) > p.extent {
		return fmt.Errorf("a part named in the page at byte %d is too short", p.at)
	}
	value, err := w.bytes(p, off, uint64(size))
	if err != nil {
		return err
	}
	if root := native.Uint64(value); root != 0 {
		return w.bucket(root, depth+1)
	}
	if len(value) < bucketHeader+pageHeader {
		return fmt.Errorf("a part inside the page at byte %d is too short", p.at)
	}
	inline := value[bucketHeader:]
	in, err := w.parse(inline, p.at+int64(off)+bucketHeader, uint64(len(inline)))
	if err != nil {
		return err
	}
	return w.walk(in, depth+1, nil, nil)
}

// freelist checks the list of free pages: bbolt writes over what it names.
func (w *pageWalk) freelist(id uint64) error {
	p, err := w.read(id)
	if err != nil {
		return err
	}
	if p.flags != freelistPage {
		return fmt.Errorf("page %d is no list of free pages", id)
	}
	off, n := uint64(pageHeader), uint64(p.count)
	if n == 0xFFFF {
		b, err := w.bytes(p, off, 8)
		if err != nil {
			return err
		}
		off, n = off+8, native.Uint64(b)
	}
	if n > w.pages {
		return errors.New("its list of free pages is too long")
	}
	ids, err := w.bytes(p, off, 8*n)
	if err != nil {
		return err
	}
	for ; len(ids) > 0; ids = ids[8:] {
		if err := w.claim(native.Uint64(ids), 0); err != nil {
			return fmt.Errorf("its list of free pages is wrong: %w", err)
		}
	}
	return nil
}
