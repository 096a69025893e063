package forms

import (
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// actorForm is the form of one actor.
type actorForm struct {
	*sheet
	book    *book
	was     data.Actor
	name    textLine
	kind    choiceLine[data.ActorKind]
	aliases textLine
	members *memberList
	color   *colorLine
	note    textLine
}

func newActorForm(s *sheet, b *book, a data.Actor) *actorForm {
	if a.Kind == "" {
		a.Kind = data.State
	}
	f := &actorForm{sheet: s, book: b, was: a}
	f.name = s.text("Name", "name", a.Name, "", 1)
	f.kind = choose(s, "Kind", "kind", data.ActorKinds(), words.ActorKind, a.Kind)
	f.aliases = s.text("Also called", "aliases", strings.Join(a.Aliases, "; "), "Other names, with a semicolon between them", 2)
	f.aliases.setHint("Documents are searched for these names too.")
	f.members = b.memberList(a)
	f.color = s.colorLine(a.Color)
	f.note = s.text("Note", "note", a.Note, "", 3)
	f.add(f.name.box, f.kind.box, f.aliases.box, f.members.box, f.members.add.box, f.members.role.box, f.members.since.box, f.color.box, f.note.box)
	s.build = f.change
	return f
}

func (f *actorForm) change(faults *faults) data.Change {
	a := f.was
	a.Name, a.Note, a.Kind = f.name.value(), f.note.value(), f.kind.value()
	a.Aliases = splitNames(f.aliases.value(), a.Name)
	a.Memberships = f.members.read(faults)
	a.Color = f.color.value()
	faults.check(a.Validate())
	if other, ok := data.FindActor(f.host.Session.Case(), a.Name); ok && other.ID != a.ID && data.FoldName(other.Name) == data.FoldName(a.Name) {
		faults.add("name", "the case has “"+other.Name+"” already. Merge the two from its pane, or use another name")
	}
	label := "Edit actor"
	if _, ok := f.host.Session.Case().Actors.Get(a.ID); !ok {
		label = "Add actor"
	}
	return data.Change{Label: label + " “" + short(a.Name) + "”", Put: append(f.book.records(f.book.fresh, nil), &a)}
}

// splitNames is the names of a list, each once, without the name itself.
func splitNames(text, name string) []string {
	var list []string
	seen := map[string]bool{strings.TrimSpace(name): true, "": true}
	for _, n := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if n = strings.TrimSpace(n); !seen[n] {
			seen[n] = true
			list = append(list, n)
		}
	}
	return list
}

// memberList is the part of the form that says whom an actor belongs to. What
// stands in its entry when the form is saved is added too.
type memberList struct {
	*line
	book  *book
	all   []data.Membership
	col   *fyne.Container
	add   *picker
	role  textLine
	since *dateLine
}

func (b *book) memberList(a data.Actor) *memberList {
	s := b.sheet
	m := &memberList{book: b, all: append([]data.Membership{}, a.Memberships...), col: ui.Column(4)}
	m.line = s.newLine("Belongs to", "memberships", ui.Pad(7, 0, 4, 0, m.col), nil, func() string {
		var b strings.Builder
		for _, one := range m.all {
			b.WriteString(string(one.Of) + one.Role + ";")
		}
		return b.String()
	})
	m.add = b.actorLine("Add", "", "A state, organisation or coalition", 1)
	m.add.onChange = m.offer
	m.role = s.text("as", "", "", "envoy, president, member", 1)
	m.since = s.date("in the time", "", data.Membership{}.From, "Left empty, at all times.")
	m.role.box.Hide()
	m.since.box.Hide()
	m.layOut()
	return m
}

// offer shows the fields of a new membership once its actor is chosen.
func (m *memberList) offer() {
	if len(m.add.chosen) > 0 {
		m.role.box.Show()
		m.since.box.Show()
	} else {
		m.role.box.Hide()
		m.since.box.Hide()
	}
	m.sheet.fit()
}

func (m *memberList) layOut() {
	m.col.Objects = nil
	for i, one := range m.all {
		it, _ := m.book.actor(one.Of)
		text := it.label
		if one.Role != "" {
			text += ", " + one.Role
		}
		if span := words.MemberTime(one); span != "" {
			text += " · " + span
		}
		m.col.Add(ui.Row(6, 0, ui.NewCut(text, ui.Plain), ui.NewFlat("×", func() {
			m.all = append(append([]data.Membership{}, m.all[:i]...), m.all[i+1:]...)
			m.layOut()
			m.sheet.relayout()
		})))
	}
	if len(m.all) == 0 {
		m.col.Add(ui.NewText("Nobody: it stands for itself.", ui.Faint))
	}
	m.col.Refresh()
}

// read is all memberships, with the one that is being added.
func (m *memberList) read(f *faults) []data.Membership {
	all := m.all
	of := m.add.id(f)
	if m.add.entry.Text != "" {
		f.add("memberships", "choose whom it belongs to from the list")
	}
	if of == "" {
		return all
	}
	next := data.Membership{Of: of, Role: m.role.value()}
	d, err := m.since.value()
	if err != nil {
		f.add("memberships", err.Error())
	}
	if !d.IsZero() {
		next.From, next.Until = ends(d)
	}
	return append(all[:len(all):len(all)], next)
}
