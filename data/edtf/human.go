package edtf

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// maxHuman bounds what ParseHuman reads.
const maxHuman = 120

// ParseHuman reads a date as people type it into a form: "14–15 Dec 2025",
// "about Nov 2025", "since 2022", "15.12.2025", "44 BC", "last Friday", or EDTF.
// Words like "yesterday" count from today, and are refused where today is no day.
// What could mean two dates is refused with a question. Errors are for the
// person who typed it: they say what is not understood and give an example.
func ParseHuman(text string, today Date, names *Names) (Date, error) {
	s := strings.TrimSpace(text)
	if s == "" {
		return Date{}, errors.New("there is no date. Write for example 14 December 2025, Dec 2025 or 2025")
	}
	if len(s) > maxHuman {
		return Date{}, errors.New("this is too long for a date. Write for example 14 December 2025")
	}
	if d, err := Parse(s); err == nil {
		return d, nil
	}
	h := human{names: names, today: today}
	d, err := h.date(normalise(s))
	if err == errNotUnderstood {
		return Date{}, fmt.Errorf("%q is not understood as a date. Write for example 14 December 2025, Dec 2025, 14–15 Dec 2025, about March 2024 or since 2022", text)
	}
	return d, err
}

// errNotUnderstood stands for a text that no form fits.
var errNotUnderstood = errors.New("not understood")

// human reads dates in the words of a language, counted from today.
type human struct {
	names *Names
	today Date
}

// normalise makes the text lower case with single spaces and one kind of dash.
func normalise(s string) string {
	s = strings.NewReplacer("—", "–", "−", "–", "‐", "-", "‑", "-", "\u00a0", " ", "\u202f", " ").Replace(strings.ToLower(s))
	return strings.Join(strings.Fields(s), " ")
}

// date reads a date with the words before it.
func (h human) date(s string) (Date, error) {
	n := h.names
	if rest, ok := strings.CutSuffix(s, ", "+n.EndUnknown); ok {
		if rest, ok = cutWord(rest, n.Since); ok {
			d, err := h.single(rest)
			d.Interval = true
			return d, err
		}
	}
	if rest, ok := strings.CutSuffix(s, ", "+n.StartUnknown); ok {
		if rest, ok = cutWord(rest, n.Until); ok {
			d, err := h.single(rest)
			return Date{End: d.Start, Interval: true}, err
		}
	}
	if d, err := h.span(s); err != errNotUnderstood {
		return d, err
	}
	if rest, ok := cutWord(s, n.Since); ok {
		return apply(From, h.single)(rest)
	}
	if rest, ok := cutWord(s, n.Until); ok {
		return apply(Until, h.single)(rest)
	}
	if rest, ok := cutWord(s, n.Before); ok {
		return apply(func(d Date) Date { return Until(neighbour(d, -1)) }, h.single)(rest)
	}
	if rest, ok := cutWord(s, n.After); ok {
		return apply(func(d Date) Date { return From(neighbour(d, 1)) }, h.single)(rest)
	}
	return h.single(s)
}

// apply is read, followed by change where it succeeds.
func apply(change func(Date) Date, read func(string) (Date, error)) func(string) (Date, error) {
	return func(s string) (Date, error) {
		d, err := read(s)
		if err != nil {
			return Date{}, err
		}
		return change(d), nil
	}
}

// neighbour is the unit before (-1) or after (1) a date, with the same doubt.
func neighbour(d Date, step int) Date {
	p := Between(d, d).End
	if step < 0 {
		p = d.Start
	}
	q := p.Qualifier
	var out Date
	switch p.Precision {
	case Year:
		out = OfYear(int(p.Year) + step)
	case Month:
		m := int(p.Year)*12 + int(p.Month) - 1 + step
		out = OfMonth(floorDiv(m, 12), m-12*floorDiv(m, 12)+1)
	default:
		at := d.Latest()
		if step < 0 {
			at = d.Earliest() - 1
		}
		out = OfInstant(at)
	}
	return out.With(q)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// span reads two ends with a word or a dash between them.
func (h human) span(s string) (Date, error) {
	if rest, ok := cutWord(s, h.names.Between); ok {
		for _, w := range slices.Concat(h.names.And, h.names.To) {
			if left, right, found := strings.Cut(rest, " "+w+" "); found {
				return h.ends(left, right, false)
			}
		}
		s = rest
	}
	for _, mark := range []string{"–", " - ", " / "} {
		if left, right, found := strings.Cut(s, mark); found {
			return h.ends(left, right, true)
		}
	}
	for _, w := range h.names.To {
		if left, right, found := strings.Cut(s, " "+w+" "); found {
			return h.ends(left, right, true)
		}
	}
	if _, err := h.single(s); err != errNotUnderstood {
		return Date{}, errNotUnderstood // a date with hyphens, not a span
	}
	for i := range len(s) {
		if s[i] != '-' {
			continue
		}
		if d, err := h.ends(s[:i], s[i+1:], true); err != errNotUnderstood {
			return d, err
		}
	}
	return Date{}, errNotUnderstood
}

// ends reads both ends of a span, each of which may leave out what the other
// says. Where shared is set, a doubt before the first end is about both:
// "about 2014–2021".
func (h human) ends(left, right string, shared bool) (Date, error) {
	left, right = strings.TrimSpace(left), strings.TrimSpace(right)
	q, left, err := h.doubt(left)
	if err != nil {
		return Date{}, err
	}
	q2, right, err := h.doubt(right)
	if err != nil {
		return Date{}, err
	}
	a, err := h.part(left)
	if err != nil {
		return Date{}, err
	}
	b, err := h.part(right)
	if err != nil {
		return Date{}, err
	}
	a.borrow(b, true)
	b.borrow(a, false)
	from, err := a.date(h)
	if err != nil {
		return Date{}, err
	}
	until, err := b.date(h)
	if err != nil {
		return Date{}, err
	}
	if from.Earliest() > until.Earliest() {
		return Date{}, fmt.Errorf("%s comes after %s. Write the earlier date first", Format(from, Long, h.names), Format(until, Long, h.names))
	}
	if shared && q2 == Sure {
		q2 = q
	}
	from, until = from.qualify(q), until.qualify(q2)
	return Between(from, until), nil
}

// qualify adds a doubt to that which the date has already.
func (d Date) qualify(q Qualifier) Date {
	if q == Sure {
		return d
	}
	if d.Start.Qualifier != Sure && d.Start.Qualifier != q {
		q = UncertainApproximate
	}
	return d.With(q)
}

// doubt cuts the words of doubt off the head, and a "?" off the end.
func (h human) doubt(s string) (Qualifier, string, error) {
	about, perhaps := false, false
	for range 4 {
		if rest, ok := cutWord(s, h.names.Perhaps); ok {
			perhaps, s = true, rest
		}
		if rest, ok := cutWord(s, h.names.About); ok {
			about, s = true, rest
		}
	}
	if rest, ok := strings.CutSuffix(s, "?"); ok {
		perhaps, s = true, strings.TrimSpace(rest)
	}
	switch {
	case s == "":
		return Sure, s, errNotUnderstood
	case about && perhaps:
		return UncertainApproximate, s, nil
	case about:
		return Approximate, s, nil
	case perhaps:
		return Uncertain, s, nil
	}
	return Sure, s, nil
}

// single reads one point in time with its doubt.
func (h human) single(s string) (Date, error) {
	q, s, err := h.doubt(s)
	if err != nil {
		return Date{}, err
	}
	if d, err := Parse(strings.ToUpper(s)); err == nil && !d.Interval {
		return d.qualify(q), nil
	}
	p, err := h.part(s)
	if err != nil {
		return Date{}, err
	}
	d, err := p.date(h)
	if err != nil {
		return Date{}, err
	}
	return d.qualify(q), nil
}

// cutWord cuts one of the words off the head of s.
func cutWord(s string, words []string) (string, bool) {
	for _, w := range words {
		rest, ok := strings.CutPrefix(s, strings.ToLower(w))
		if !ok {
			continue
		}
		if w == "~" {
			return strings.TrimSpace(rest), true
		}
		rest, dot := strings.CutPrefix(rest, ".")
		if dot || strings.HasPrefix(rest, " ") {
			return strings.TrimLeft(rest, " "), true
		}
	}
	return s, false
}

// number reads a small number without sign.
func number(s string) (int, bool) {
	if s == "" || len(s) > 6 || strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) >= 0 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
