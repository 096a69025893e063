package forms

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

// picker is a field that holds actors or issues: chips for those chosen, and an
// entry that completes names while one types.
type picker struct {
	*line
	book     *book
	ofIssues bool
	complete func(typed string) []item
	known    func(typed string) (item, bool) // what a whole name means
	onTake   func(item)                      // instead of adding a chip
	limit    int                             // 0: any number
	chosen   []item
	entry    *entry
	flow     *fyne.Container
	drop     *drop
	onChange func()
}

// actorLine makes a field for actors; limit 1 holds a single one.
func (b *book) actorLine(label, field, placeholder string, limit int, ids ...data.ID) *picker {
	p := b.picker(label, field, placeholder, limit)
	p.complete, p.known = b.actors, b.actorNamed
	p.start(b.actor, ids)
	return p
}

// issueLine makes a field for issues.
func (b *book) issueLine(label, field, placeholder string, limit int, ids ...data.ID) *picker {
	p := b.picker(label, field, placeholder, limit)
	p.ofIssues, p.complete, p.known = true, b.issuesFor, b.issueNamed
	p.start(b.issue, ids)
	return p
}

func (p *picker) start(find func(data.ID) (item, bool), ids []data.ID) {
	for _, id := range ids {
		if it, ok := find(id); ok {
			p.chosen = append(p.chosen, it)
		}
	}
	p.layOut()
}

func (b *book) picker(label, field, placeholder string, limit int) *picker {
	s := b.sheet
	p := &picker{book: b, limit: limit, drop: &drop{sheet: s}, entry: s.newEntry("", placeholder, 1)}
	p.flow = container.New(&flowLayout{gap: 5})
	p.line = s.newLine(label, field, p.flow, p.entry, p.said)
	p.entry.OnChanged = func(string) { p.offer() }
	p.entry.onKey = p.key
	p.entry.onFocus = func(on bool) {
		if !on && !p.drop.pressed {
			p.drop.hide()
			p.settle()
		}
	}
	return p
}

func (p *picker) said() string {
	ids := make([]string, len(p.chosen))
	for i, it := range p.chosen {
		ids[i] = string(it.id) + string(p.book.kindOf(it))
	}
	return strings.Join(ids, ",") + "|" + p.entry.Text
}

func (p *picker) suggest(typed string) []item {
	return slices.DeleteFunc(p.complete(typed), func(it item) bool {
		return slices.ContainsFunc(p.chosen, func(c item) bool { return c.id != "" && c.id == it.id })
	})
}

// offer shows what the typed text may mean.
func (p *picker) offer() {
	if strings.TrimSpace(p.entry.Text) == "" {
		p.drop.hide()
		return
	}
	items := p.suggest(p.entry.Text)
	p.drop.show(p.entry, named(items), func(i int) { p.take(items[i]) })
}

// named is the items as the list shows them: what is new in quotation marks.
func named(items []item) []item {
	shown := slices.Clone(items)
	for i, it := range shown {
		if it.create {
			shown[i].label = fmt.Sprintf("Create “%s”", it.label)
			shown[i].note = strings.TrimPrefix(strings.TrimPrefix(it.note, "create "), "this issue")
		}
	}
	return shown
}

func (p *picker) key(k *fyne.KeyEvent) bool {
	if p.drop.key(k) {
		return true
	}
	switch k.Name {
	case fyne.KeyDown: // all there are, without typing
		if p.entry.Text == "" {
			items := p.suggest("")
			p.drop.show(p.entry, named(items), func(i int) { p.take(items[i]) })
			return true
		}
	case fyne.KeyBackspace:
		if p.entry.Text == "" && len(p.chosen) > 0 {
			p.remove(len(p.chosen) - 1)
			return true
		}
	}
	return false
}

// take adds an item to the field.
func (p *picker) take(it item) {
	if p.onTake != nil {
		p.entry.SetText("")
		p.onTake(it)
		p.sheet.host.Window.Canvas().Focus(p.entry)
		return
	}
	it = p.book.make(it, p.ofIssues)
	p.entry.SetText("")
	p.drop.hide()
	p.setFault("")
	if p.limit == 1 {
		p.sheet.host.Window.Canvas().FocusNext() // the entry is about to go
		p.add(it)
		return
	}
	p.add(it)
	p.sheet.host.Window.Canvas().Focus(p.entry)
}

func (p *picker) add(it item) {
	if slices.ContainsFunc(p.chosen, func(c item) bool { return c.id == it.id }) {
		return
	}
	if p.limit > 0 && len(p.chosen) >= p.limit {
		p.chosen = p.chosen[:p.limit-1]
	}
	p.chosen = append(p.chosen, it)
	p.changed()
}

func (p *picker) remove(i int) {
	p.chosen = slices.Delete(slices.Clone(p.chosen), i, i+1)
	p.changed()
	p.sheet.host.Window.Canvas().Focus(p.entry)
}

func (p *picker) changed() {
	p.layOut()
	p.sheet.relayout()
	if p.onChange != nil {
		p.onChange()
	}
}

// settle takes what was typed where it names exactly one actor or issue.
func (p *picker) settle() {
	typed := strings.TrimSpace(p.entry.Text)
	if typed == "" {
		return
	}
	if it, ok := p.known(typed); ok {
		p.entry.SetText("")
		p.drop.hide()
		p.add(it)
	}
}

// ids are those of what is chosen; a text that is neither chosen nor known is a fault.
func (p *picker) ids(f *faults) []data.ID {
	p.settle()
	if typed := strings.TrimSpace(p.entry.Text); typed != "" {
		f.add(p.field, fmt.Sprintf("“%s” is not in the case. Choose from the list, or create it there", typed))
	}
	ids := make([]data.ID, len(p.chosen))
	for i, it := range p.chosen {
		ids[i] = it.id
	}
	return ids
}

// id is the single one; "" where there is none.
func (p *picker) id(f *faults) data.ID {
	if ids := p.ids(f); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// layOut shows the chips and the entry.
func (p *picker) layOut() {
	var objects []fyne.CanvasObject
	for i, it := range p.chosen {
		objects = append(objects, p.chip(i, it))
	}
	if p.limit == 0 || len(p.chosen) < p.limit {
		p.entry.Show()
	} else {
		p.entry.Hide()
	}
	p.flow.Objects = append(objects, p.entry)
	p.flow.Refresh()
}

func (p *picker) chip(i int, it item) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if it.dot != nil {
		parts = append(parts, ui.Sized(9, 9, canvas.NewCircle(it.dot)))
	}
	parts = append(parts, ui.NewText(it.label, ui.Plain))
	if it.fresh {
		parts = append(parts, p.freshNote(it))
	}
	cross := ui.NewFlat("×", func() { p.remove(i) })
	cross.Label = "×"
	parts = append(parts, cross)
	return container.NewStack(ui.NewBox(ui.ColorTrack, "", 13), ui.Pad(1, 2, 1, 10, ui.Row(6, -1, parts...)))
}

// freshNote says that an item is new; an actor's kind can be changed there.
func (p *picker) freshNote(it item) fyne.CanvasObject {
	if p.ofIssues || it.proposed != nil {
		return ui.NewText("new", ui.Faint)
	}
	var button *ui.Button
	button = ui.NewFlat("new "+strings.ToLower(words.ActorKind(p.book.kindOf(it)))+" ▾", func() {
		menu := fyne.NewMenu("")
		for _, kind := range data.ActorKinds() {
			menu.Items = append(menu.Items, fyne.NewMenuItem(words.ActorKind(kind), func() {
				p.book.setKind(it.id, kind)
				p.layOut()
				p.sheet.relayout()
			}))
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
		widget.ShowPopUpMenuAtPosition(menu, p.sheet.host.Window.Canvas(), at.AddXY(0, button.Size().Height))
	})
	return button
}

// flowLayout puts chips beside each other and goes on in the next row; the last
// object, the entry, takes the room that is left.
type flowLayout struct {
	gap   float32
	width float32
}

const leastEntry = 170

func (l *flowLayout) place(o []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y, row := float32(0), float32(0), float32(0)
	for i, one := range o {
		if !one.Visible() {
			continue
		}
		m := one.MinSize()
		if i == len(o)-1 {
			m.Width = leastEntry
		}
		if x > 0 && x+m.Width > width {
			x, y, row = 0, y+row+l.gap, 0
		}
		if i == len(o)-1 {
			m.Width = width - x
		}
		put(one, fyne.NewPos(x, y), m)
		x += m.Width + l.gap
		row = max(row, m.Height)
	}
	return y + row
}

func (l *flowLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = 480
	}
	return fyne.NewSize(leastEntry, l.place(o, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

func (l *flowLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(o, size.Width, func(one fyne.CanvasObject, at fyne.Position, m fyne.Size) {
		one.Move(at)
		one.Resize(m)
	})
}
