package read

import (
	"bytes"
	"encoding/binary"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// decode turns bytes of an undeclared encoding into text: by byte order mark,
// else as UTF-8 where it is valid, else as UTF-16 by the pattern of its NUL
// bytes, else as Windows-1252, in which every byte means something.
func decode(name string, data []byte) (string, error) {
	if rest, ok := bytes.CutPrefix(data, []byte("\xEF\xBB\xBF")); ok {
		data = rest
	}
	if order := utf16Order(data); order != nil {
		return decodeUTF16(data, order), nil
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", fault(name, "holds NUL bytes and so is no text; Demarche reads %s", formatNames())
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	}
	s, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", err
	}
	return string(s), nil
}

// mostlyUTF8 tells a damaged UTF-8 text from one in a single-byte encoding:
// multi-byte sequences hardly ever come about by chance.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good > 4*bad
}

// utf16Order is the byte order of UTF-16 text, told by its byte order mark or
// by NUL bytes that stand nearly always on the same side; nil for other data.
func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return binary.BigEndian
	}
	head := data[:min(len(data), 4096)&^1]
	var even, odd int
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 && head[i+1] == 0 {
			return nil
		}
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	half := len(head) / 2
	switch {
	case half >= 4 && odd*10 >= half*7 && even*20 <= half:
		return binary.LittleEndian
	case half >= 4 && even*10 >= half*7 && odd*20 <= half:
		return binary.BigEndian
	}
	return nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	s := string(utf16.Decode(units))
	return strings.ReplaceAll(strings.TrimPrefix(s, "\uFEFF"), "\x00", "")
}

// clean makes text of a rich format fit to be shown and quoted: NFC, no control
// characters or invisible marks, no blanks at the ends of lines, at most one
// empty line in a row.
func clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	var b strings.Builder
	b.Grow(len(s))
	newlines, blank := 0, false
	for _, r := range s {
		switch {
		case r == '\n':
			newlines++
			blank = false
			continue
		case r == '\r' || dropped(r):
			continue
		case unicode.IsSpace(r) || r == 0x85:
			blank = true
			continue
		}
		if newlines > 0 && b.Len() > 0 {
			b.WriteString("\n\n"[:min(newlines, 2)])
		} else if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		newlines, blank = 0, false
		b.WriteRune(r)
	}
	return b.String()
}

// dropped reports characters that show nothing: controls, byte order marks,
// soft hyphens, zero-width spaces, and what reorders text unseen.
func dropped(r rune) bool {
	switch r {
	case '\n', '\t', 0x85:
		return false
	case 0xFEFF, 0x00AD, 0x200B, 0x2060, 0xFFFE, 0xFFFF:
		return true
	}
	return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

const maxField = 2000 // bytes of a title, an author, an address

// field makes one line of what a file gives as title, author or the like.
func field(s string) string {
	s = strings.Join(strings.Fields(clean(s)), " ")
	if len(s) > maxField {
		s = strings.ToValidUTF8(s[:maxField], "") + "…"
	}
	return s
}

// webAddress is s where it is an address on the web, else "".
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || len(s) > maxField || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

func countWords(s string) int {
	n, in := 0, false
	for _, r := range s {
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		if word && !in {
			n++
		}
		in = word || in && !unicode.IsSpace(r)
	}
	return n
}
