package forms

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// linkList is the part of a form that joins a record to others.
type linkList struct {
	*line
	all     []data.Link
	kind    choiceLine[data.LinkKind]
	to      *picker
	col     *fyne.Container
	section *section
}

// linkList makes the part; self is the record itself, which cannot be chosen.
func (b *book) linkList(self data.Ref, all []data.Link) *linkList {
	s := b.sheet
	l := &linkList{all: slices.Clone(all), col: ui.Column(4)}
	l.kind = choose(s, "This", "", data.LinkKinds(), words.LinkKind, data.Answers)
	l.to = b.picker("Which", "", "Words of the event or position", 0)
	l.to.complete = func(typed string) []item { return b.linkable(self, typed) }
	l.to.known = func(string) (item, bool) { return item{}, false }
	l.to.onTake = l.add
	l.to.layOut()
	l.line = s.newLine("", "links", l.col, l.to.entry, l.said)
	note := ""
	if n := len(all); n > 0 {
		note = strconv.Itoa(n)
	}
	l.section = s.newSection("Links to other events and positions", note, l.line, l.kind.line, l.to.line)
	for _, box := range []*fyne.Container{l.kind.box, l.to.box, l.box} {
		l.section.body.Add(box)
	}
	l.layOut()
	return l
}

func (l *linkList) said() string {
	var b strings.Builder
	for _, one := range l.all {
		b.WriteString(string(one.Kind) + string(one.To.ID))
	}
	return b.String()
}

// linkable lists events and positions that hold all the typed words, newest first.
func (b *book) linkable(self data.Ref, typed string) []item {
	c := b.sheet.host.Session.Case()
	parts := strings.Fields(data.FoldName(typed))
	var list []item
	try := func(r data.Record, label, note string) {
		text := data.FoldName(label)
		missing := slices.ContainsFunc(parts, func(w string) bool { return !strings.Contains(text, w) })
		if !missing && r.Ref() != self {
			list = append(list, item{id: r.Ref().ID, ref: r.Ref(), label: label, note: note})
		}
	}
	positions, events := c.Positions.All(), c.Events.All()
	for i := len(positions) - 1; i >= 0 && len(list) < completions; i-- {
		p := positions[i]
		try(p, PositionName(c, p), words.Date(p.From))
	}
	for i := len(events) - 1; i >= 0 && len(list) < 2*completions; i-- {
		try(events[i], events[i].Title, words.Date(events[i].Date))
	}
	return list[:min(len(list), completions)]
}

// PositionName is a position in a line: who, and what.
func PositionName(c *data.Case, p *data.Position) string {
	if a, ok := c.Actors.Get(p.Holder()); ok {
		return a.Name + ": " + p.Proposal
	}
	return p.Proposal
}

func (l *linkList) add(it item) {
	link := data.Link{Kind: l.kind.value(), To: it.ref}
	if !slices.Contains(l.all, link) {
		l.all = append(l.all, link)
	}
	l.layOut()
	l.sheet.relayout()
}

func (l *linkList) layOut() {
	c := l.sheet.host.Session.Case()
	l.col.Objects = nil
	for i, one := range l.all {
		name := "(not in the case)"
		if r, ok := c.Record(one.To); ok {
			name = data.NameOf(r)
			if p, is := r.(*data.Position); is {
				name = PositionName(c, p)
			}
		}
		l.col.Add(ui.Row(6, 0, ui.NewCut(words.LinkKind(one.Kind)+" “"+name+"”", ui.Small), ui.NewFlat("×", func() {
			l.all = slices.Delete(slices.Clone(l.all), i, i+1)
			l.layOut()
			l.sheet.relayout()
		})))
	}
	l.col.Refresh()
}
