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
// full stop, and after it an empty line or one that tells author or date. A
// dateline or a "Published:" line is none.
func titleLine(text string) string {
	first, rest, more := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	next, _, _ := strings.Cut(rest, "\n")
	first = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(first), "#"))
	if !more || first == "" || !underTitle(strings.TrimSpace(next)) || utf8.RuneCountInString(first) > maxTitle {
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

// underTitle reports whether a line is what stands under a headline: nothing, a
// byline, a date, or the dateline with which the text begins.
func underTitle(line string) bool {
	if line == "" {
		return true
	}
	var d Document
	d.takeHeaderLine(line)
	return !d.Published.IsZero() || d.Author != "" || d.Publisher != ""
}
