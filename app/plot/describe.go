package plot

import (
	"strconv"
	"strings"

	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
)

// Told is what a hover card says of an item.
type Told struct {
	Title  string
	Text   string
	Stance data.Stance // of a position, to be shown as a pill
	Facts  []string    // sentences: when, who, what the mark means, sources
}

// Describe says what an event or a position is, as seen from the instant asOf,
// and why it is drawn as it is; ok is false for anything else.
func Describe(c *data.Case, x *data.Index, ref data.Ref, asOf int64) (t Told, ok bool) {
	switch ref.Kind {
	case data.KindEvent:
		if e, ok := c.Events.Get(ref.ID); ok {
			return describeEvent(c, e), true
		}
	case data.KindPosition:
		if p, ok := c.Positions.Get(ref.ID); ok {
			return describePosition(c, x, p, asOf), true
		}
	}
	return Told{}, false
}

func describeEvent(c *data.Case, e *data.Event) Told {
	t := Told{Title: e.Title}
	when := "No date"
	if !e.Date.IsZero() {
		when = words.When(c, e.Date)
	}
	if e.Place != "" {
		when += " · " + e.Place
	}
	t.add(when)
	t.add(strings.Join(actorNames(c, e.Actors), ", "))
	switch e.Status {
	case data.Planned:
		t.add("Dashed: planned, not reported as done.")
	case data.Hypothetical:
		t.add("A circle: only talked about.")
	case data.Denied:
		t.add("Crossed: denied.")
	}
	if e.Date.Doubtful() || !e.Date.Interval && e.Date.Precision() < edtf.Day {
		t.add("Its date is not exact.")
	}
	t.closing(e.Attribution, e.Disputed, e.Passages)
	return t
}

func describePosition(c *data.Case, x *data.Index, p *data.Position, asOf int64) Told {
	t := Told{Title: name(c, p.Holder()), Text: p.Proposal, Stance: p.Stance}
	if path := data.IssuePath(c, p.Issue); path != "" {
		t.Title += " on " + path
	}
	if p.Condition != "" {
		t.add("Condition: " + p.Condition)
	}
	t.add(heldFor(x, p))
	if p.Firmness == data.RedLine {
		t.add("◆ Red line.")
	} else if p.Firmness != "" {
		t.add("Firmness: " + string(p.Firmness) + ".")
	}
	if days, ok := x.SilentDays(p, asOf); ok && days > 0 && x.Holds(p, asOf) {
		t.add("Fading: last heard of " + counted(days, "day", "days") + " before the as-of date; nothing says that it ended.")
	}
	if p.Reported() {
		t.add("Hatched: told by others, not its holder's own word.")
	}
	t.closing(p.Attribution, p.Disputed, p.Passages)
	return t
}

// heldFor says from when until when a position holds, and what ended it.
func heldFor(x *data.Index, p *data.Position) string {
	from := "from " + longDate(p.From)
	switch {
	case p.From.IsZero():
		from = "since when is not known"
	case p.From.Interval && !p.From.Start.Known():
		from = "held by " + longDate(edtf.Date{Start: p.From.End})
	case p.From.Interval:
		from = longDate(p.From)
	}
	end, by := x.End(p)
	switch {
	case end == edtf.Future:
		return upper(from) + ", still held."
	case by != nil:
		return upper(from) + " until another position took its place on " + longDate(dayOf(end)) + "."
	}
	return upper(from) + " until " + longDate(p.Until) + "."
}

func (t *Told) add(fact string) {
	if fact != "" {
		t.Facts = append(t.Facts, fact)
	}
}

// closing says who said it, whether it is disputed, and how many sources there are.
func (t *Told) closing(a data.Attribution, disputed bool, passages []data.Passage) {
	if a.Speaker != "" {
		t.add("Said by " + a.Speaker + ".")
	}
	if disputed {
		t.add("Hollow: sources contradict each other.")
	}
	docs := map[data.ID]bool{}
	for _, p := range passages {
		docs[p.Document] = true
	}
	switch {
	case len(docs) == 0:
		t.add("Entered by hand, without a source.")
	case len(passages) > len(docs):
		t.add(counted(len(passages), "passage", "passages") + " in " + counted(len(docs), "source", "sources") + ".")
	default:
		t.add(counted(len(docs), "source", "sources") + ".")
	}
}

// line is an item on one line, for lists.
func (c *Chart) line(ref data.Ref) string { return Line(c.ses.Case(), ref) }

// Line is an event or a position on one line: "15 Dec 2025  Talks in Berlin".
func Line(c *data.Case, ref data.Ref) string {
	date, text := "", ""
	switch ref.Kind {
	case data.KindEvent:
		if e, ok := c.Events.Get(ref.ID); ok {
			date, text = edtf.Format(e.Date, edtf.Medium, edtf.English()), e.Title
		}
	case data.KindPosition:
		if p, ok := c.Positions.Get(ref.ID); ok {
			date, text = edtf.Format(p.From, edtf.Medium, edtf.English()), name(c, p.Holder())+": "+p.Proposal
		}
	}
	if date != "" {
		text = date + "  " + text
	}
	return text
}

func name(c *data.Case, id data.ID) string {
	if a, ok := c.Actors.Get(id); ok {
		return a.Name
	}
	return "Nobody named"
}

func actorNames(c *data.Case, ids []data.ID) []string {
	var out []string
	for _, id := range ids {
		out = append(out, name(c, id))
	}
	return out
}

func longDate(d edtf.Date) string {
	if d.IsZero() {
		return "No date"
	}
	return edtf.Format(d, edtf.Long, edtf.English())
}

func dayOf(t int64) edtf.Date { return edtf.OfInstant(t) }

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
