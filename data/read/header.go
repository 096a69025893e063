package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/data/edtf"
)

// Lines at the top of an article in which it speaks of itself.
const (
	headerLines = 12
	headerBytes = 2000
)

var headerKeys = map[string]string{
	"published": "date", "publication date": "date", "published on": "date", "first published": "date",
	"posted": "date", "posted on": "date", "issued": "date", "issued on": "date", "released": "date",
	"date": "date", "dated": "date", "date published": "date", "pubdate": "date", "release date": "date",
	"author": "author", "authors": "author", "by": "author",
	"publisher": "publisher", "source": "publisher", "outlet": "publisher", "site": "publisher",
	"url": "url", "link": "url", "address": "url",
	"title": "title", "headline": "title", "subject": "title",
	"language": "language", "lang": "language",
}

var (
	keyValue  = regexp.MustCompile(`^\**([A-Za-z][A-Za-z ]{1,24}?)\**\s*:\**\s*(\S.*)$`)
	bareDated = regexp.MustCompile(`(?i)^(?:first\s+)?(?:published|posted|issued|released|dated)(?:\s+(?:on|at))?\s+(.+)$`)
	byline    = regexp.MustCompile(`^(?:By|BY)\s+(\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|and|de|van|von|bin|al|AND))*)$`)
	// dateline is what stands before the dash of "BERLIN, 16 December 2025 (Agency) — Text".
	dateline = regexp.MustCompile(`^(.{8,90}?)\s*(?:—|–|--|\s-)\s`)
	agency   = regexp.MustCompile(`\s*\([\p{L} ./-]{2,40}\)\s*$`)
)

// readHeader reads what the first lines of a plain text say about it.
func readHeader(text string) Document {
	var d Document
	seen := 0
	for line := range strings.Lines(text[:min(len(text), headerBytes)]) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if seen++; seen > headerLines {
			break
		}
		d.takeHeaderLine(line)
	}
	return d
}

func (d *Document) takeHeaderLine(line string) {
	if len(line) < 200 {
		if key, value, ok := headerLine(line); ok {
			d.set(key, value)
			return
		}
		if date := lineDate(line); !date.IsZero() {
			d.setDate(date)
			return
		}
	}
	if m := dateline.FindStringSubmatch(line[:min(len(line), 160)]); m != nil {
		d.setDate(datelineDate(agency.ReplaceAllString(m[1], "")))
	}
}

// datelineDate is the date of a place and a date, as in "BERLIN, 16 December
// 2025": names before, nothing after, and a comma or capitals between, so that a
// sentence that speaks of a date is none.
func datelineDate(s string) edtf.Date {
	for i, r := range s {
		if i == 0 || r != ' ' && r != ',' {
			continue
		}
		place := strings.TrimRight(s[:i], ", ")
		date := lineDate(strings.TrimLeft(s[i:], ", "))
		if date.IsZero() || r == ' ' && s[i-1] != ',' && place != strings.ToUpper(place) {
			continue
		}
		for w := range strings.FieldsSeq(place) {
			if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) && c != '(' {
				return edtf.Date{}
			}
		}
		return date
	}
	return edtf.Date{}
}

// headerLine reads a line such as "Published: 16 December 2025" or "By Ann Roe".
func headerLine(line string) (key, value string, ok bool) {
	if m := keyValue.FindStringSubmatch(line); m != nil {
		key = headerKeys[strings.ToLower(strings.TrimSpace(m[1]))]
		value = strings.Trim(m[2], " *\"'")
		if key == "date" && dateIn(value).IsZero() {
			return "", "", false
		}
		return key, value, key != ""
	}
	if m := bareDated.FindStringSubmatch(line); m != nil && !lineDate(m[1]).IsZero() {
		return "date", m[1], true
	}
	if m := byline.FindStringSubmatch(line); m != nil && len(line) < 100 {
		return "author", m[1], true
	}
	return "", "", false
}

// set takes a field that a header or front matter names; the first one holds.
func (d *Document) set(key, value string) {
	into := map[string]*string{"author": &d.Author, "publisher": &d.Publisher, "url": &d.URL, "title": &d.Title, "language": &d.Language}[key]
	if key == "date" {
		d.setDate(dateIn(value))
	} else if into != nil && *into == "" {
		*into = value
	}
}

func (d *Document) setDate(date edtf.Date) {
	if d.Published.IsZero() {
		d.Published = date
	}
}

const monthNames = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

var (
	isoDay      = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})(?:\b|T)`)
	dayFirst    = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]+(` + monthNames + `)\.?,?[\s-]+(\d{4})\b`)
	monthFirst  = regexp.MustCompile(`(?i)\b(` + monthNames + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`)
	dotted      = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.(\d{4})\b`)
	slashed     = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
	besidesDate = regexp.MustCompile(`(?i)\b(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ap]m|z)?|[ap]\.?m\b\.?|at|on|gmt|utc|cest|cet|eet|edt|est|et|bst|ist|msk|z)\b|[+-]\d{2}:?\d{2}\b`)
)

// dateIn is the first day that s names in a form that means one day everywhere;
// 3/4/2025 is none, since it is April in one country and March in another.
func dateIn(s string) edtf.Date { d, _ := findDate(s); return d }

// lineDate is the day that s names where s is nothing but a date, with its
// weekday and time of day at most.
func lineDate(s string) edtf.Date {
	if len(s) > 80 {
		return edtf.Date{}
	}
	d, rest := findDate(s)
	if d.IsZero() {
		return d
	}
	rest = besidesDate.ReplaceAllString(rest, " ")
	if strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
		return edtf.Date{}
	}
	return d
}

// findDate returns the first day that s names and s without it.
func findDate(s string) (edtf.Date, string) {
	for _, form := range []struct {
		re      *regexp.Regexp
		y, m, d int
	}{{isoDay, 1, 2, 3}, {dayFirst, 3, 2, 1}, {monthFirst, 3, 1, 2}, {dotted, 3, 2, 1}, {slashed, 3, 2, 1}} {
		at := form.re.FindStringSubmatchIndex(s)
		if at == nil {
			continue
		}
		part := func(i int) string { return s[at[2*i]:at[2*i+1]] }
		year, month, day := number(part(form.y)), monthOf(part(form.m)), number(part(form.d))
		if form.re == slashed && month <= 12 && day != month {
			if day <= 12 {
				continue
			}
		} else if form.re == slashed && month > 12 {
			month, day = day, month
		}
		if month < 1 || month > 12 || day < 1 || day > edtf.DaysIn(year, month) || year < 1000 {
			continue
		}
		return edtf.OfDay(year, month, day), s[:at[0]] + " " + s[at[1]:]
	}
	return edtf.Date{}, s
}

func monthOf(s string) int {
	if s[0] >= '0' && s[0] <= '9' {
		return number(s)
	}
	i := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(s[:3]))
	return i/3 + 1
}

// number is the value of at most four digits.
func number(s string) int {
	n := 0
	for _, c := range []byte(s) {
		n = n*10 + int(c-'0')
	}
	return n
}
