package forms

import (
	"strings"

	"demarche/data"
)

// issueForm is the form of one issue.
type issueForm struct {
	*sheet
	book      *book
	was       data.Issue
	name      textLine
	parent    *picker
	aliases   textLine
	low, high textLine
	note      textLine
}

func newIssueForm(s *sheet, b *book, i data.Issue) *issueForm {
	f := &issueForm{sheet: s, book: b, was: i}
	low, high := "", ""
	if i.Scale != nil {
		low, high = i.Scale.Low, i.Scale.High
	}
	f.name = s.text("Name", "name", i.Name, "", 1)
	f.parent = b.issueLine("Part of", "parent", "A wider issue", 1, one(i.Parent)...)
	f.aliases = s.text("Also called", "aliases", strings.Join(i.Aliases, "; "), "Other names, with a semicolon between them", 1)
	f.low = s.text("Scale, 0", "low", low, "No guarantee", 1)
	f.high = s.text("Scale, 100", "scale", high, "Membership of the alliance", 1)
	f.high.setHint("With both ends named, positions can be scored from 0 to 100, and movement is computed.")
	f.note = s.text("Note", "note", i.Note, "", 3)
	f.add(f.name.box, f.parent.box, f.aliases.box, f.low.box, f.high.box, f.note.box)
	s.build = f.change
	return f
}

func (f *issueForm) change(faults *faults) data.Change {
	i := f.was
	c := f.host.Session.Case()
	i.Name, i.Note = f.name.value(), f.note.value()
	i.Parent = f.parent.id(faults)
	i.Aliases = splitNames(f.aliases.value(), i.Name)
	i.Scale = nil
	switch low, high := f.low.value(), f.high.value(); {
	case low != "" && high != "":
		i.Scale = &data.Scale{Low: low, High: high}
	case low != "" || high != "":
		faults.add("scale", "name both ends of the scale, or none")
	}
	if under(c, i.Parent, i.ID) {
		faults.add("parent", "an issue cannot be part of one that lies under it")
	}
	for _, other := range c.Issues.All() {
		if other.ID != i.ID && other.Parent == i.Parent && data.FoldName(other.Name) == data.FoldName(i.Name) {
			faults.add("name", "the case has this issue already. Merge the two from its pane, or use another name")
		}
	}
	faults.check(i.Validate())
	label := "Edit issue"
	if _, ok := c.Issues.Get(i.ID); !ok {
		label = "Add issue"
	}
	return data.Change{Label: label + " “" + short(i.Name) + "”", Put: append(f.book.records(nil, f.parent.chosen), &i)}
}

// under reports whether an issue is another or lies somewhere under it.
func under(c *data.Case, id, top data.ID) bool {
	for range 64 {
		if id == top {
			return true
		}
		i, ok := c.Issues.Get(id)
		if !ok || i.Parent == "" {
			return false
		}
		id = i.Parent
	}
	return true
}
