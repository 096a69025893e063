package read

import (
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"demarche/data/edtf"
)

func TestTextStaysAsItIs(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"line ends":    {"One.\r\n\r\n  Two\t.  \n\n\n", "One.\r\n\r\n  Two\t.  \n\n\n"},
		"decomposed":   {"Zu\u0308rich", "Zu\u0308rich"},
		"UTF-8 mark":   {"\xEF\xBB\xBFText", "Text"},
		"Windows-1252": {"Z\xFCrich \x93talks\x94 \x96 now", "Zürich “talks” – now"},
		"damaged":      {"“Zürich” – “talks”, “now” \xFF over", "“Zürich” – “talks”, “now” \uFFFD over"},
		"not HTML":     {"a < b and <html> is a tag", "a < b and <html> is a tag"},
	} {
		if d := mustRead(t, "a.txt", []byte(c.file)); d.Text != c.want || d.Format != Text {
			t.Errorf("%s: %q as %s, want %q", name, d.Text, d.Format, c.want)
		}
	}
}

func TestUTF16(t *testing.T) {
	const text = "Zürich talks 😀 – Київ"
	for name, order := range map[string]binary.AppendByteOrder{"little": binary.LittleEndian, "big": binary.BigEndian} {
		var raw []byte
		for _, u := range utf16.Encode([]rune("\uFEFF" + text)) {
			raw = order.AppendUint16(raw, u)
		}
		if d := mustRead(t, "a.txt", raw); d.Text != text {
			t.Errorf("%s endian: %q", name, d.Text)
		}
		plain := []byte{}
		for _, u := range utf16.Encode([]rune("No mark at all here.")) {
			plain = order.AppendUint16(plain, u)
		}
		if d := mustRead(t, "a.txt", plain); d.Text != "No mark at all here." {
			t.Errorf("%s endian without mark: %q", name, d.Text)
		}
	}
}

func TestTitleOfText(t *testing.T) {
	for text, want := range map[string]string{
		"Lake states meet\n\nThey met.":                         "Lake states meet",
		"  \n Lake states meet \r\n\r\nThey met.":               "Lake states meet",
		"Lake states: no deal?\n\nThey met.":                    "Lake states: no deal?",
		"They met.\n\nThey left.":                               "",
		"Lake states meet\nBy Ann Roe\n16 December 2025\nThey":  "Lake states meet",
		"Lake states meet\r\n16 December 2025\r\n\r\nThey met.": "Lake states meet",
		"Lake states meet\nMERA, Dec. 16, 2025 -- They met.":    "Lake states meet",
		"They met on the shore\nof a lake, 16 December 2025":    "",
		"They met by night\nBy noon they had left again":        "",
		"They met\nand left.":                                   "",
		"Only one line":                                         "",
		"16 December 2025\n\nThey met.":                         "",
		"By Ann Roe\n\nThey met.":                               "",
		"Title: Lake states meet\nDate: 2025-12-16\n\nThey.":    "Lake states meet",
		"A\u00e9" + lines(40, " word%d") + "\n\nA long start":   "",
	} {
		if d := mustRead(t, "a.txt", []byte(text)); d.Title != want {
			t.Errorf("%.40q: title %q, want %q", text, d.Title, want)
		}
	}
}

func TestPublishedOfText(t *testing.T) {
	day := edtf.OfDay(2025, 12, 16)
	for head, want := range map[string]edtf.Date{
		"Published: 16 December 2025":                         day,
		"Published 16 Dec. 2025, 14:30 GMT":                   day,
		"Published on Tuesday, December 16th, 2025":           day,
		"First published: 2025-12-16T23:10:00+02:00":          day,
		"**Date:** Dec 16, 2025":                              day,
		"Posted: 16.12.2025":                                  day,
		"Posted: 16/12/2025":                                  day,
		"Posted: 12/16/2025":                                  day,
		"16 December 2025":                                    day,
		"Tuesday 16 December 2025 09:15 CET":                  day,
		"December 16, 2025 at 9:15 a.m. EST":                  day,
		"BERLIN, 16 December 2025 (Lake News) — They met.":    day,
		"Berlin, Dec. 16, 2025 – They met.":                   day,
		"Posted: 4/5/2025":                                    {}, // April or May
		"BERLIN, Dec 16 (Lake News) - They met.":              {}, // of no year
		"They met on 16 December 2025 in Berlin.":             {}, // told, not dated
		"The deal of 16 December 2025 – now forgotten – was.": {},
		"Date: to be announced":                               {},
		"Published: 31 February 2025":                         {},
		"Updated: 17 December 2025":                           {},
	} {
		d := mustRead(t, "a.txt", []byte("Lake states meet\n\n"+head+"\n\nThey met."))
		if d.Published != want {
			t.Errorf("%q: %q, want %q", head, d.Published, want)
		}
	}
	deep := "Talks\n\n" + lines(30, "Line %d of the text.\n") + "16 December 2025\n"
	if d := mustRead(t, "a.txt", []byte(deep)); !d.Published.IsZero() {
		t.Errorf("a date far down was taken: %v", d.Published)
	}
}

func TestHeaderOfText(t *testing.T) {
	d := mustRead(t, "a.txt", []byte("Lake states meet\n\nBy Ann Roe and Bo van Dyk\nSource: Lake Post\nURL: https://example.org/a?b=c\nPublished: 2025-12-16\n\nThey met."))
	if d.Author != "Ann Roe and Bo van Dyk" || d.Publisher != "Lake Post" || d.URL != "https://example.org/a?b=c" || d.Published != edtf.OfDay(2025, 12, 16) {
		t.Errorf("got %+v", d)
	}
	d = mustRead(t, "a.txt", []byte("URL: javascript:alert(1)\n\nThey met."))
	if d.URL != "" {
		t.Errorf("the address %q came through", d.URL)
	}
}

func TestPastedText(t *testing.T) {
	d, err := sharedReader.Read(t.Context(), Source{Format: Pasted, Data: []byte("Talks\n\nThey met twice.")})
	if err != nil || d.Format != Pasted || d.Title != "Talks" || d.Words != 4 {
		t.Errorf("got %+v, %v", d, err)
	}
}

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{"": 0, " – ": 0, "one": 1, "U.S. envoys' call": 3, "a\nb\tc": 3, "well-known": 1} {
		if got := countWords(text); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
}
