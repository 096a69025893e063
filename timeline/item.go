package timeline

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/data"
	"demarche/data/edtf"
)

// item is an event or a position as it is drawn.
type item struct {
	ref        data.Ref
	event      *data.Event    // or nil
	position   *data.Position // or nil
	start, end int64          // all that is drawn of it
	mid        int64          // where an event's mark stands
	sureFrom   int64          // a bar's start lies between start and here
	heard      int64          // the last that was heard of a bar still held
	fadeFrom   int64          // a bar fades out from here to its end
	known      int64          // when it was published; its start where no source says
	name, text string         // bold and plain part of the label
	nameW      float32
	textW      float32
	note       string // behind the label, never cut off
	noteW      float32
	limit      float32     // of the label's width
	color      color.NRGBA // of the actor
	flags      flags
}

type flags uint16

const (
	openStart flags = 1 << iota
	openEnd         // still held, or an event without end
	interval        // an event drawn as a box
	vague           // an event whose date is coarser than a day or doubtful
	softStart       // a bar's start is coarse or doubtful
	softEnd         // a bar's end is
	byOthers        // told by someone else than the one whose position it is
	disputed
	redLine
	unpublished // no source says when it was published
	unseen      // only hidden lanes have it
)

func (it *item) is(f flags) bool { return it.flags&f != 0 }
func (it *item) bar() bool       { return it.position != nil }

// used reports whether there is an item under its number.
func (it *item) used() bool { return it.event != nil || it.position != nil }

// Room around labels, in pixels.
const (
	maxLabel   = 340 // a longer label is cut
	markHalf   = 7
	labelPad   = 5  // between a mark and its label
	gapPad     = 10 // between two labels
	redLineW   = 68 // diamond and the words "red line" after a bar's label
	barPad     = 8
	nameGap    = 4
	glyphW     = 18 // a stance's glyph before the label in its bar
	minBarText = 44 // a label is cut to no less
)

// labelW is the width that a label is given beside its mark, in pixels.
func (it *item) labelW() float32 { return min(it.fullW(), it.limit) }

// fullW is the width of the whole label.
func (it *item) fullW() float32 {
	w := it.nameW + it.textW + it.noteW
	if it.nameW > 0 && it.textW > 0 {
		w += nameGap
	}
	if it.bar() && it.is(redLine) {
		w += redLineW
	}
	return w
}

func (b *builder) newEvent(e *data.Event) item {
	d := e.Date
	it := item{ref: e.Ref(), event: e, start: d.Earliest(), end: d.Latest(), known: b.known(e.Passages), text: oneLine(e.Title)}
	if it.start == edtf.Past {
		it.flags |= openStart
	}
	if it.end == edtf.Future {
		it.flags |= openEnd
	}
	switch {
	case d.Interval:
		it.flags |= interval
	case d.Precision() < edtf.Day:
		it.flags |= vague
	}
	if d.Doubtful() {
		it.flags |= vague
	}
	if told(e.Attribution) {
		it.flags |= byOthers
	}
	if e.Disputed {
		it.flags |= disputed
	}
	if note := dateNote(d, b.p.opt.Names); note != "" {
		it.text += ", " + note
	}
	if e.Status != data.Happened {
		it.text += " (" + string(e.Status) + ")"
	}
	it.note = b.p.opt.Note(it.ref)
	it.color = b.p.theme.Muted
	if len(e.Actors) > 0 {
		it.color = b.colorOf(e.Actors[0])
	}
	it.textW, it.noteW = b.p.widths.of(fontLabel, it.text), b.p.widths.of(fontLabel, it.note)
	it.limit = b.p.labelLimit()
	return it
}

func (b *builder) newPosition(p *data.Position) item {
	it := item{ref: p.Ref(), position: p, text: oneLine(proposal(p)), note: b.p.opt.Note(p.Ref()), known: b.known(p.Passages)}
	it.start, it.sureFrom = p.From.Earliest(), p.From.Earliest()
	if it.start == edtf.Past {
		it.flags |= openStart
		if !p.From.IsZero() { // nobody says since when, but by then it was held
			it.start, it.sureFrom = p.Begins(), p.Begins()
		}
	} else if p.From.Precision() < edtf.Day || p.From.Doubtful() {
		it.flags |= softStart
		it.sureFrom = edtf.Date{Start: p.From.Start}.Latest()
	}
	end, by := b.p.opt.Index.End(p)
	it.end, it.fadeFrom, it.heard = end, end, end
	switch {
	case it.end == edtf.Future:
		it.flags |= openEnd
		it.heard = it.sureFrom
		if at, ok := b.p.opt.Index.LastKnown(p); ok {
			it.heard = max(it.heard, at)
		}
	case by == nil && (p.Until.Precision() < edtf.Day && !p.Until.IsZero() || p.Until.Doubtful()):
		it.flags |= softEnd
		it.fadeFrom = max(it.start, p.Until.Earliest())
	}
	if p.Reported() {
		it.flags |= byOthers
	}
	if p.Disputed {
		it.flags |= disputed
	}
	if p.Firmness == data.RedLine {
		it.flags |= redLine
	}
	b.name(&it, p)
	return it
}

// name sets the label and the colour of a position: the actor's name in bold,
// or the issue's where the lanes are actors.
func (b *builder) name(it *item, p *data.Position) {
	who := p.Holder()
	it.color = b.colorOf(who)
	if b.p.opt.Grouping == ByActor {
		if s := b.sieve.issues[p.Issue]; s != nil {
			it.name = oneLine(s.Name)
		}
	} else if a := b.sieve.actors[who]; a != nil {
		it.name = oneLine(a.Name)
	}
	it.nameW = b.p.widths.of(fontName, it.name)
	it.textW, it.noteW = b.p.widths.of(fontBar, it.text), b.p.widths.of(fontBar, it.note)
	it.limit = b.p.labelLimit()
}

// proposal is what the label says of a position. Colour and glyph tell the
// stance, but "ceding the land" must not be read as what is wanted.
func proposal(p *data.Position) string {
	if p.Stance == data.Rejects {
		return "against " + p.Proposal
	}
	return p.Proposal
}

// longest is the number of bytes of a text that a picture has a use for.
const longest = 240

// oneLine is s fit to be drawn: without line breaks and other control
// characters, and no longer than any picture shows.
func oneLine(s string) string {
	if len(s) > longest {
		n := longest
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n] + "…"
	}
	if strings.IndexFunc(s, unicode.IsControl) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

// told reports whether somebody else tells it than the one whom it is about.
func told(a data.Attribution) bool { return a.Relation != "" && a.Relation != data.Self }

// known is the first second on which a document that tells it was published.
func (b *builder) known(all []data.Passage) int64 { return firstOf(b.published, all) }

// labelLimit is how wide a label may be: a third of a wide picture.
func (p *Plot) labelLimit() float32 { return max(maxLabel, p.opt.Width*maxLabel/packWidth) }
