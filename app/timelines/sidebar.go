package timelines

import (
	"cmp"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"demarche/app/plot"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
)

// rowsMost is how many actors or issues are listed before "Show all", unless
// only a few more are left.
const rowsMost, rowsFew = 12, 3

// sidebar lists what the case is about; each row can be hidden, and shown in
// the detail pane.
type sidebar struct {
	s      *Screen
	col    *fyne.Container
	root   fyne.CanvasObject
	rows   []row
	wait   *ui.Link
	dark   bool
	stale  bool
	shown  bool
	allOf  map[data.Kind]bool // lists that are shown in full
	actors tree
	issues tree
}

// row is a line of the sidebar with what it stands for.
type row struct {
	item  *ui.Item
	ref   data.Ref
	shown func(session.Filter) bool
	set   func(on bool) // its tick or swatch
}

func newSidebar(s *Screen) *sidebar {
	b := &sidebar{s: s, col: ui.Column(1), allOf: map[data.Kind]bool{}, stale: true}
	b.root = scroll(ui.Pad(12, 12, 14, 12, b.col))
	s.ses.Watch(func(*data.Case, []data.Ref) { b.stale = true; b.update() })
	s.ses.Filter.Listen(func(session.Filter) { b.marks() })
	s.ses.Selected.Listen(func(data.Ref) { b.marks() })
	return b
}

func (b *sidebar) object() fyne.CanvasObject { return b.root }

// refresh builds the rows where the case or the theme changed.
func (b *sidebar) refresh() {
	b.shown = true
	b.update()
}

func (b *sidebar) update() {
	if dark := ui.IsDark(); dark != b.dark {
		b.dark, b.stale = dark, true
	}
	if b.stale && b.shown {
		b.stale = false
		b.build()
	}
}

func (b *sidebar) theme() *timeline.Theme {
	if b.dark {
		return timeline.Dark()
	}
	return timeline.Light()
}

func (b *sidebar) build() {
	c := b.s.ses.Case()
	b.rows, b.col.Objects = nil, nil
	b.actors, b.issues = actorTree(c), issueTree(c)
	b.section("Actors", b.actorRows(c))
	b.section("Issues", b.issueRows(c))
	b.section("Stance", b.stanceRows(c))
	b.wait = ui.NewLink("", b.s.dateThem)
	b.section("Undated", []fyne.CanvasObject{ui.Pad(3, 6, 3, 6, b.wait)})
	b.count()
	b.marks()
	b.col.Refresh()
}

func (b *sidebar) section(title string, rows []fyne.CanvasObject) {
	if len(rows) == 0 {
		return
	}
	if len(b.col.Objects) > 0 {
		b.col.Add(ui.Gap(0, 10))
	}
	b.col.Add(ui.Pad(0, 0, 5, 0, ui.Section(title)))
	for _, r := range rows {
		b.col.Add(r)
	}
}

// count says how many items wait for a date.
func (b *sidebar) count() {
	if b.wait == nil {
		return
	}
	switch n := len(b.s.ses.Index().Undated()); n {
	case 0:
		b.wait.SetText("Everything has a date")
		b.wait.Disable()
	case 1:
		b.wait.SetText("1 item waits for a date")
		b.wait.Enable()
	default:
		b.wait.SetText(fmt.Sprintf("%d items wait for a date", n))
		b.wait.Enable()
	}
}

// marks shows in every row whether it is selected and whether it is hidden.
func (b *sidebar) marks() {
	f, selected := b.s.ses.Filter.Get(), b.s.ses.Selected.Get()
	for _, r := range b.rows {
		on := r.shown(f)
		r.item.SetSelected(r.ref == selected && selected != data.Ref{})
		r.item.SetDimmed(!on)
		r.set(on)
	}
}

func (b *sidebar) actorRows(c *data.Case) []fyne.CanvasObject {
	colors := timeline.ActorColors(c, b.theme())
	var out []fyne.CanvasObject
	for i, n := range b.actors.nodes {
		if n := len(b.actors.nodes); b.full(data.KindActor, i, n) {
			return append(out, b.more(data.KindActor, n))
		}
		dot := newSwatch(n.name, colors[n.id], nil, func(show bool) { b.showActor(n.id, show) })
		out = append(out, b.row(n, data.Ref{Kind: data.KindActor, ID: n.id}, dot, dot.set,
			func(f session.Filter) bool { return !plot.Hides(f.Actors, n.id, b.actors.parent) }))
	}
	return out
}

func (b *sidebar) issueRows(c *data.Case) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, n := range b.issues.nodes {
		if n := len(b.issues.nodes); b.full(data.KindIssue, i, n) {
			return append(out, b.more(data.KindIssue, n))
		}
		tick := ui.NewTick(n.name, true, func(show bool) { b.showIssue(n.id, show) })
		out = append(out, b.row(n, data.Ref{Kind: data.KindIssue, ID: n.id}, tick, tick.Set,
			func(f session.Filter) bool { return !plot.Hides(f.Issues, n.id, b.issues.parent) }))
	}
	return out
}

func (b *sidebar) row(n node, ref data.Ref, mark fyne.CanvasObject, set func(bool), shown func(session.Filter) bool) fyne.CanvasObject {
	it := ui.NewItem(ui.ItemOptions{Label: n.name, Note: fmt.Sprint(n.count), Mark: mark, Indent: n.depth},
		func() { b.s.ses.Selected.Set(ref) })
	it.OnMenu = func(at fyne.Position) { b.menu(ref, at) }
	b.rows = append(b.rows, row{it, ref, shown, set})
	return it
}

// full reports whether a list stops before row i of n.
func (b *sidebar) full(kind data.Kind, i, n int) bool {
	return i == rowsMost && n > rowsMost+rowsFew && !b.allOf[kind]
}

func (b *sidebar) more(kind data.Kind, n int) fyne.CanvasObject {
	return ui.Pad(3, 6, 3, 6, ui.NewLink(fmt.Sprintf("Show all %d", n), func() {
		b.allOf[kind] = true
		b.build()
	}))
}

func (b *sidebar) stanceRows(c *data.Case) []fyne.CanvasObject {
	counts := map[data.Stance]int{}
	for _, p := range c.Positions.All() {
		counts[p.Stance]++
	}
	var out []fyne.CanvasObject
	for _, s := range data.Stances() {
		if s == data.Unclear && counts[s] == 0 {
			continue
		}
		toggle := func(show bool) {
			b.s.ses.Filter.Set(b.s.ses.Filter.Get().WithStance(s, !show))
		}
		mark := newSwatch(timeline.StanceName(s), b.theme().Stance(s), stanceGlyph(s, b.theme()), toggle)
		it := ui.NewItem(ui.ItemOptions{Label: timeline.StanceName(s), Note: fmt.Sprint(counts[s]), Mark: mark},
			func() { toggle(!mark.on) })
		b.rows = append(b.rows, row{it, data.Ref{}, func(f session.Filter) bool { return !f.Stances[s] }, mark.set})
		out = append(out, it)
	}
	return out
}

// showActor hides an actor with who belongs to it, or shows it again.
func (b *sidebar) showActor(id data.ID, show bool) {
	f := b.s.ses.Filter.Get()
	if !show {
		b.s.ses.Filter.Set(f.WithActors(true, id))
		return
	}
	gone, hide := b.actors.reveal(f.Actors, id)
	b.s.ses.Filter.Set(f.WithActors(false, gone...).WithActors(true, hide...))
}

func (b *sidebar) showIssue(id data.ID, show bool) {
	f := b.s.ses.Filter.Get()
	if !show {
		b.s.ses.Filter.Set(f.WithIssues(true, id))
		return
	}
	gone, hide := b.issues.reveal(f.Issues, id)
	b.s.ses.Filter.Set(f.WithIssues(false, gone...).WithIssues(true, hide...))
}

// menu offers what can be done with an actor or an issue.
func (b *sidebar) menu(ref data.Ref, at fyne.Position) {
	ses, desk := b.s.ses, b.s.host.Desk
	f := ses.Filter.Get()
	only := func() {
		if ref.Kind == data.KindActor {
			f.Actors = nil
			ses.Filter.Set(f.WithActors(true, append(b.actors.others(ref.ID), "")...))
			return
		}
		f.Issues = nil
		ses.Filter.Set(f.WithIssues(true, append(b.issues.others(ref.ID), "")...))
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Open", func() { ses.Selected.Set(ref) }),
		fyne.NewMenuItem("Edit…", func() { desk.Edit(ref) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Show only this", only),
		fyne.NewMenuItem("Show everything", b.s.showAll),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Move to the trash", func() { desk.Remove(ref) }),
	}
	if b.s.host.Window != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), b.s.host.Window.Canvas(), at)
	}
}

// node is a line of a tree.
type node struct {
	id    data.ID
	name  string
	depth int
	count int // of events and positions of it and of what lies under it
}

// tree is actors or issues in the order in which they are listed.
type tree struct {
	nodes  []node
	parent map[data.ID]data.ID
	kids   map[data.ID][]data.ID
}

func actorTree(c *data.Case) tree {
	t := tree{parent: timeline.Parents(c)}
	names := map[data.ID]string{}
	for _, a := range c.Actors.All() {
		names[a.ID] = a.Name
	}
	counts := map[data.ID]int{}
	for _, e := range c.Events.All() {
		t.tally(counts, e.Actors)
	}
	for _, p := range c.Positions.All() {
		t.tally(counts, []data.ID{p.Actor, p.For})
	}
	t.order(names, counts)
	return t
}

func issueTree(c *data.Case) tree {
	t := tree{parent: map[data.ID]data.ID{}}
	names := map[data.ID]string{}
	for _, s := range c.Issues.All() {
		names[s.ID] = s.Name
		if s.Parent != "" {
			t.parent[s.ID] = s.Parent
		}
	}
	counts := map[data.ID]int{}
	for _, e := range c.Events.All() {
		t.tally(counts, e.Issues)
	}
	for _, p := range c.Positions.All() {
		t.tally(counts, []data.ID{p.Issue})
	}
	t.order(names, counts)
	return t
}

const deepest = 64

// tally counts an item once for each of ids and for all that they lie under.
func (t *tree) tally(counts map[data.ID]int, ids []data.ID) {
	var seen []data.ID
	for _, id := range ids {
		for range deepest {
			if id == "" || slices.Contains(seen, id) {
				break
			}
			seen = append(seen, id)
			counts[id]++
			id = t.parent[id]
		}
	}
}

// order lists the tree depth first, what is most talked about first.
func (t *tree) order(names map[data.ID]string, counts map[data.ID]int) {
	t.kids = map[data.ID][]data.ID{}
	for id := range names {
		up := t.parent[id]
		if _, ok := names[up]; !ok || t.circular(id) {
			up = ""
			delete(t.parent, id)
		}
		t.kids[up] = append(t.kids[up], id)
	}
	for _, list := range t.kids {
		slices.SortFunc(list, func(a, b data.ID) int {
			return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
		})
	}
	var walk func(id data.ID, depth int)
	walk = func(id data.ID, depth int) {
		for _, k := range t.kids[id] {
			t.nodes = append(t.nodes, node{k, names[k], depth, counts[k]})
			if depth < deepest {
				walk(k, depth+1)
			}
		}
	}
	walk("", 0)
}

func (t *tree) circular(id data.ID) bool {
	at := t.parent[id]
	for range deepest {
		if at == id {
			return true
		}
		if at == "" {
			return false
		}
		at = t.parent[at]
	}
	return true
}

// reveal is what to take out of the hidden ones so that id shows, and what to
// hide instead, since only what id lies under was hidden for it.
func (t *tree) reveal(hidden map[data.ID]bool, id data.ID) (gone, hide []data.ID) {
	gone = []data.ID{id}
	for at := id; at != "" && len(gone) < deepest; {
		if !plot.Hides(hidden, t.parent[at], t.parent) || t.parent[at] == "" {
			break
		}
		for _, k := range t.kids[t.parent[at]] {
			if k != at {
				hide = append(hide, k)
			}
		}
		at = t.parent[at]
		gone = append(gone, at)
	}
	return gone, hide
}

// others is what to hide so that only id, and what lies under it, is left.
func (t *tree) others(id data.ID) []data.ID {
	keep := map[data.ID]bool{}
	for at := id; at != "" && !keep[at]; at = t.parent[at] {
		keep[at] = true
	}
	var out []data.ID
	for at := id; ; at = t.parent[at] {
		for _, k := range t.kids[t.parent[at]] {
			if !keep[k] {
				out = append(out, k)
			}
		}
		if t.parent[at] == "" {
			return out
		}
	}
}
