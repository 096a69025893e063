package read

import (
	"strings"
	"unicode/utf8"
)

// readPlain reads plain text. The text stays as it is in the file, line ends
// and all, because passages count in it; only a byte order mark is no part of
// the text.
func readPlain(name, format string, data []byte) (Document, error) {
	text, err := decode(name, data)
	if err != nil {
		return Document{}, err
	}
	d := readHeader(text)
	d.Text = text
	if d.Title == "" {
		d.Title = titleLine(text)
	}
	return d, nil
}

const maxTitle = 160 // code points

// titleLine is the first line where it stands like a headline: short, without a
// full stop, an empty line after it. A dateline or a "Published:" line is none.
func titleLine(text string) string {
	first, rest, more := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	next, _, _ := strings.Cut(rest, "\n")
	first = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(first), "#"))
	if !more || first == "" || strings.TrimSpace(next) != "" || utf8.RuneCountInString(first) > maxTitle {
		return ""
	}
	if strings.HasSuffix(first, ".") || strings.HasSuffix(first, ":") || strings.HasSuffix(first, ",") {
		return ""
	}
	if _, _, isHeader := headerLine(first); isHeader || !lineDate(first).IsZero() {
		return ""
	}
	return first
}
