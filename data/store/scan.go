package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"demarche/data/edtf"
)

// scanner reads records from the JSON that encodeRecord writes, several times
// faster than encoding/json, which opening a large case would wait for. What it
// does not know, a key, a null, a number out of the ordinary, makes it give up,
// and encoding/json reads the record instead: it decides what is valid, and is
// what the tests hold the scanner against.
//
// A scanner remembers short strings that come again and again, such as IDs, so
// that records share them.
type scanner struct {
	b      []byte
	i      int
	failed bool
	shared map[string]string
}

// mostShared is how many strings a scanner remembers.
const mostShared = 1 << 16

func newScanner() *scanner { return &scanner{shared: make(map[string]string)} }

func (s *scanner) fail() { s.failed = true }

// peek is the next byte that is no space; 0 at the end.
func (s *scanner) peek() byte {
	for s.i < len(s.b) {
		switch c := s.b[s.i]; c {
		case ' ', '\t', '\n', '\r':
			s.i++
		default:
			return c
		}
	}
	return 0
}

// take reads the byte c, or fails.
func (s *scanner) take(c byte) {
	if s.peek() != c {
		s.fail()
		return
	}
	s.i++
}

// done reports whether all was read and understood.
func (s *scanner) done() bool { return !s.failed && s.peek() == 0 && s.i == len(s.b) }

// object calls field for each key, which reads the value and returns the key's
// number, below 64; a key that comes twice fails.
func (s *scanner) object(field func(key []byte) (number int)) {
	s.take('{')
	if s.peek() == '}' {
		s.i++
		return
	}
	for seen := uint64(0); !s.failed; {
		key := s.raw()
		s.take(':')
		if s.failed {
			return
		}
		bit := uint64(1) << field(key)
		if seen&bit != 0 {
			s.fail()
		}
		seen |= bit
		if s.peek() == '}' {
			s.i++
			return
		}
		s.take(',')
	}
}

// array calls element for each element.
func (s *scanner) array(element func()) {
	s.take('[')
	if s.peek() == ']' {
		s.i++
		s.fail() // encodeRecord leaves empty lists out
		return
	}
	for !s.failed {
		element()
		if s.peek() == ']' {
			s.i++
			return
		}
		s.take(',')
	}
}

// raw is a string without escapes, as it stands in the JSON.
func (s *scanner) raw() []byte {
	part, escaped := s.literal()
	if escaped {
		s.fail()
		return nil
	}
	return part
}

// literal is what stands between two quotation marks.
func (s *scanner) literal() (part []byte, escaped bool) {
	s.take('"')
	if s.failed {
		return nil, false
	}
	start := s.i
	n := bytes.IndexByte(s.b[start:], '"')
	if n < 0 {
		s.fail()
		return nil, false
	}
	part = s.b[start : start+n]
	s.i = start + n + 1
	if plain(part) {
		return part, false
	}
	return s.unusual(start)
}

// plain reports whether all bytes are printable ASCII and no backslash, eight
// at a time (Mycroft's test for a zero byte: Warren, "Hacker's Delight", 6–1).
func plain(part []byte) bool {
	const ones, highs = 0x01010101_01010101, 0x80808080_80808080
	for ; len(part) >= 8; part = part[8:] {
		v := binary.LittleEndian.Uint64(part)
		slash := v ^ ones*'\\'
		if (v|(v-ones*' ')|(slash-ones))&highs != 0 {
			return false
		}
	}
	for _, c := range part {
		if c < ' ' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// unusual is a literal with escapes or letters beyond ASCII.
func (s *scanner) unusual(start int) (part []byte, escaped bool) {
	wide := false
	for s.i = start; s.i < len(s.b); s.i++ {
		switch c := s.b[s.i]; {
		case c == '"':
			part = s.b[start:s.i]
			s.i++
			if wide && !utf8.Valid(part) {
				s.fail()
			}
			return part, escaped
		case c == '\\':
			escaped = true
			s.i++
		case c < ' ':
			s.fail()
			return nil, false
		case c >= utf8.RuneSelf:
			wide = true
		}
	}
	s.fail()
	return nil, false
}

// text is a string of its own.
func (s *scanner) text() string {
	part, escaped := s.literal()
	if !escaped {
		return string(part)
	}
	var out string
	if json.Unmarshal(s.b[s.i-len(part)-2:s.i], &out) != nil {
		s.fail()
	}
	return out
}

// name is a string that other records have, too.
func (s *scanner) name() string {
	part, escaped := s.literal()
	if escaped {
		s.i -= len(part) + 2
		return s.text()
	}
	if v, ok := s.shared[string(part)]; ok {
		return v
	}
	v := string(part)
	if len(s.shared) < mostShared {
		s.shared[v] = v
	}
	return v
}

func (s *scanner) date(into *edtf.Date) {
	if err := into.UnmarshalText(s.raw()); err != nil {
		s.fail()
	}
}

// number is the bytes of a number as JSON writes one.
func (s *scanner) number() []byte {
	s.peek()
	start := s.i
	for s.i < len(s.b) && (s.b[s.i] >= '0' && s.b[s.i] <= '9' || s.b[s.i] == '.' || s.b[s.i] == '-' || s.b[s.i] == 'e') {
		s.i++
	}
	part := s.b[start:s.i]
	if digits := len(part); digits == 0 || digits > 24 || digits > 1 && part[0] == '0' && part[1] != '.' {
		s.fail()
	}
	return part
}

// count is a whole number from 0 on.
func (s *scanner) count() int {
	n, part := 0, s.number()
	if len(part) > 9 {
		s.fail()
	}
	for _, c := range part {
		if c < '0' || c > '9' {
			s.fail()
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// share is a number like 0 or 0.85; encoding/json reads all others.
func (s *scanner) share() float64 {
	part := s.number()
	if s.failed || part[0] != '0' && string(part) != "1" || len(part) == 2 {
		s.fail()
		return 0
	}
	for _, c := range part {
		if c == '-' || c == 'e' {
			s.fail()
			return 0
		}
	}
	v, err := strconv.ParseFloat(string(part), 64)
	if err != nil {
		s.fail()
	}
	return v
}

// flag is true or false.
func (s *scanner) flag() bool {
	s.peek()
	for _, word := range [...]string{"true", "false"} {
		if rest := s.b[s.i:]; len(rest) >= len(word) && string(rest[:len(word)]) == word {
			s.i += len(word)
			return word == "true"
		}
	}
	s.fail()
	return false
}
