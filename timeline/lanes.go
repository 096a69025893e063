package timeline

import (
	"cmp"
	"slices"
	"strings"

	"demarche/data"
)

// lane is a Lane with what lies in it.
type lane struct {
	Lane
	lines  [2]string // the title as it is drawn
	own    []int32   // items in time order
	rows   []row
	packed bool    // rows are those of the plot before
	sort   int32   // the node by which it stands among its neighbours: itself, or one above it without a lane
	kin    []int32 // the nodes of all its neighbours in their order, also of those that are not shown
}

// node is a lane to be, in the tree of issues or actors.
type node struct {
	key, title string
	ref        data.Ref
	parent     int32 // -1: none
	into       int32 // where its items go: itself, or the folded lane above it
	kids       []int32
	own        []int32 // items in time order
	total      int     // of it and all below
	below      bool    // items of sub-lanes were folded into it
	hidden     bool    // it, or what it lies under; own are then items that it does not show
	kept       int     // how many items it and all below do not show, since they are hidden
}

// tree is the lanes of a grouping before they are laid out.
type tree struct {
	nodes []node
	byKey map[string]int32
}

func (t *tree) add(key, title string, ref data.Ref) {
	if _, ok := t.byKey[key]; ok {
		return
	}
	n := int32(len(t.nodes))
	t.byKey[key] = n
	t.nodes = append(t.nodes, node{key: key, title: oneLine(title), ref: ref, parent: -1, into: n})
}

// node is where the items with a key go, and whether they are folded into it.
func (t *tree) node(key string) (to int32, folded bool) {
	n, ok := t.byKey[key]
	if !ok {
		n = t.byKey[""]
	}
	if t.nodes[n].hidden {
		return n, false
	}
	return t.nodes[n].into, t.nodes[n].into != n
}

func (t *tree) put(key string, i int32, it *item) {
	to, folded := t.node(key)
	n := &t.nodes[to]
	n.below = n.below || folded
	if !n.hidden {
		it.flags &^= unseen
	}
	if len(n.own) > 0 && n.own[len(n.own)-1] == i {
		return // it names two sub-lanes of a folded lane, or one lane twice
	}
	n.own = append(n.own, i)
}

// group puts the items into lanes.
func (b *builder) group() {
	p, t := b.p, b.shape()
	for _, i := range p.order {
		it := p.at(i)
		it.flags |= unseen
		p.keysOf(it, func(key string) { t.put(key, i, it) })
	}
	p.order = slices.DeleteFunc(p.order, func(i int32) bool { return p.at(i).is(unseen) })
	b.arrange(t)
}

// shape is the tree of lanes, folded and hidden as wished, without items.
func (b *builder) shape() *tree {
	t := b.tree()
	t.fold(b.p.opt.Folded)
	t.hide(b.p.opt.Hidden)
	return t
}

// arrange makes lanes of the tree.
func (b *builder) arrange(t *tree) {
	p := b.p
	p.keys, p.into, p.lists = make([]string, len(t.nodes)), make(map[string]string, len(t.nodes)), make(map[string][]int32, len(t.nodes))
	for i := range t.nodes {
		n := &t.nodes[i]
		to, _ := t.node(n.key)
		p.keys[i], p.into[n.key] = n.key, t.nodes[to].key
		if len(n.own) > 0 {
			p.lists[n.key] = n.own
		}
	}
	p.withoutHidden(t)
	order := make(map[string]int, len(p.opt.Order))
	for i, k := range p.opt.Order {
		order[k] = i + 1
	}
	roots := t.sorted(order)
	for _, n := range roots {
		t.emit(p, n, standing{kin: roots, sort: n})
	}
	lanes := make(map[string]int32, len(p.lanes))
	for i := range p.lanes {
		lanes[p.lanes[i].Key] = int32(i)
	}
	p.laneOf = make(map[string]int32, len(t.nodes))
	for key, into := range p.into {
		if n, ok := lanes[into]; ok {
			p.laneOf[key] = n
		}
	}
	p.reuse = nil
}

// tree is the lanes that the grouping may have.
func (b *builder) tree() *tree {
	t := &tree{byKey: make(map[string]int32)}
	c := b.p.c
	parent := map[data.ID]data.ID(nil)
	none := "Everything"
	switch b.p.opt.Grouping {
	case ByActor:
		none, parent = "No actor", b.sieve.stateOf
		for _, a := range c.Actors.All() {
			t.add(string(a.ID), a.Name, a.Ref())
		}
	case ByType:
		none = "No type"
		for _, s := range data.Stances() {
			t.add(stanceKey(s), StanceName(s), data.Ref{})
		}
		for _, e := range data.EventTypes() {
			t.add(typeKey(e), sentenceCase(string(e)), data.Ref{})
		}
	case ByDocument:
		none = "No document"
		for _, d := range c.Documents.All() {
			t.add(string(d.ID), d.Title, d.Ref())
		}
	case Ungrouped:
	default:
		none, parent = "No issue", b.sieve.issueOf
		for _, s := range c.Issues.All() {
			t.add(string(s.ID), s.Name, s.Ref())
		}
	}
	t.add("", none, data.Ref{})
	t.link(parent)
	return t
}

func (t *tree) link(parent map[data.ID]data.ID) {
	for i := range t.nodes {
		id := data.ID(t.nodes[i].key)
		if up, ok := t.byKey[string(parent[id])]; ok && parent[id] != "" && !inCircle(id, parent) {
			t.nodes[i].parent = up
			t.nodes[up].kids = append(t.nodes[up].kids, int32(i))
		}
	}
}

func inCircle(id data.ID, parent map[data.ID]data.ID) bool {
	at := id
	for range maxDepth {
		up, ok := parent[at]
		if !ok {
			return false
		}
		at = up
	}
	return true
}

// fold sends the items of what lies below a folded lane to the topmost one.
func (t *tree) fold(folded map[string]bool) {
	if len(folded) == 0 {
		return
	}
	for i := range t.nodes {
		for n := int32(i); n >= 0; n = t.nodes[n].parent {
			if folded[t.nodes[n].key] && len(t.nodes[n].kids) > 0 {
				t.nodes[i].into = n
			}
		}
	}
}

// keysOf calls put with each lane that the item belongs to; "" is the lane of
// what belongs to none.
func (p *Plot) keysOf(it *item, put func(string)) {
	switch p.opt.Grouping {
	case ByActor:
		if it.bar() {
			put(string(it.position.Holder()))
			return
		}
		each(it.event.Actors, put)
	case ByType:
		if it.bar() {
			put(stanceKey(it.position.Stance))
			return
		}
		put(typeKey(it.event.Type))
	case ByDocument:
		all := []data.Passage(nil)
		if it.bar() {
			all = it.position.Passages
		} else {
			all = it.event.Passages
		}
		if len(all) == 0 {
			put("")
		}
		for i := range all {
			if i == 0 || all[i].Document != all[i-1].Document {
				put(string(all[i].Document))
			}
		}
	case Ungrouped:
		put("")
	default:
		if it.bar() {
			put(string(it.position.Issue))
			return
		}
		each(it.event.Issues, put)
	}
}

func each(ids []data.ID, put func(string)) {
	if len(ids) == 0 {
		put("")
	}
	for i, id := range ids {
		if !slices.Contains(ids[:i], id) {
			put(string(id))
		}
	}
}

func stanceKey(s data.Stance) string   { return "stance:" + string(s) }
func typeKey(e data.EventType) string  { return "type:" + string(e) }
func sentenceCase(upper string) string { return upper[:1] + strings.ToLower(upper[1:]) }

// hide marks what is hidden: a lane with all that lies under it.
func (t *tree) hide(hidden map[string]bool) {
	if len(hidden) == 0 {
		return
	}
	for i := range t.nodes {
		for n, depth := int32(i), 0; n >= 0 && depth < maxDepth; n, depth = t.nodes[n].parent, depth+1 {
			if hidden[t.nodes[n].key] {
				t.nodes[i].hidden = true
			}
		}
	}
}

// withoutHidden takes the items out of hidden lanes, and notes which those are.
func (p *Plot) withoutHidden(t *tree) {
	if len(p.opt.Hidden) == 0 {
		return
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		if !n.hidden {
			continue
		}
		for up, depth := int32(i), 0; up >= 0 && depth < maxDepth; up, depth = t.nodes[up].parent, depth+1 {
			t.nodes[up].kept += len(n.own)
		}
		n.own = nil
	}
	for i := range t.nodes {
		if n := &t.nodes[i]; p.opt.Hidden[n.key] && n.kept > 0 {
			p.hiddenLanes = append(p.hiddenLanes, Lane{Key: n.key, Title: t.path(int32(i)), Ref: n.ref, Items: n.kept})
		}
	}
}

// path is the title of a node behind those of what it lies under.
func (t *tree) path(i int32) string {
	title := t.nodes[i].title
	for up, depth := t.nodes[i].parent, 0; up >= 0 && depth < maxDepth; up, depth = t.nodes[up].parent, depth+1 {
		title = t.nodes[up].title + ": " + title
	}
	return title
}

// sorted is the roots in order, after adding up and ordering what is below.
func (t *tree) sorted(order map[string]int) []int32 {
	var roots []int32
	for i := range t.nodes {
		n := &t.nodes[i]
		slices.SortStableFunc(n.kids, func(a, b int32) int { return t.compare(a, b, order) })
		for up, depth := int32(i), 0; up >= 0 && depth < maxDepth; up, depth = t.nodes[up].parent, depth+1 {
			t.nodes[up].total += len(n.own)
		}
		if n.parent < 0 {
			roots = append(roots, int32(i))
		}
	}
	slices.SortStableFunc(roots, func(a, b int32) int { return t.compare(a, b, order) })
	return roots
}

func (t *tree) compare(a, b int32, order map[string]int) int {
	ra, rb := order[t.nodes[a].key], order[t.nodes[b].key]
	switch {
	case ra != 0 && rb != 0:
		return cmp.Compare(ra, rb)
	case ra != 0:
		return -1
	case rb != 0:
		return 1
	}
	return cmp.Compare(a, b)
}

// standing is where a node to be emitted stands.
type standing struct {
	depth  int
	before string  // names of lanes above it that are not shown, to stand before its own
	sort   int32   // the topmost of these, or the node itself
	kin    []int32 // the neighbours of that
}

// emit appends the lane of a node and those below it. A lane without items of
// its own is shown only where it holds several others together; otherwise its
// name stands before that of the one below it ("Territory: Donbas").
func (t *tree) emit(p *Plot, i int32, at standing) {
	n := &t.nodes[i]
	if n.total == 0 {
		return
	}
	shown := 0
	for _, k := range n.kids {
		if t.nodes[k].total > 0 {
			shown++
		}
	}
	own := len(n.own) > 0 || shown > 1
	title := at.before + n.title
	if own {
		l := p.newLane(n, title, at.depth, shown > 0 || n.below)
		l.sort, l.kin = at.sort, at.kin
		p.lanes = append(p.lanes, l)
	}
	for _, k := range n.kids {
		below := standing{depth: at.depth, before: title + ": ", sort: at.sort, kin: at.kin}
		if own {
			below = standing{depth: at.depth + 1, sort: k, kin: n.kids}
		}
		t.emit(p, k, below)
	}
}
