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
	lines [2]string // the title as it is drawn
	rows  []row
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

func (t *tree) put(key string, it int32) {
	n, ok := t.byKey[key]
	if !ok {
		n = t.byKey[""]
	}
	to := t.nodes[n].into
	if to != n {
		t.nodes[to].below = true
	}
	own := t.nodes[to].own
	if len(own) > 0 && own[len(own)-1] == it {
		return // it names two sub-lanes of a folded lane, or one lane twice
	}
	t.nodes[to].own = append(own, it)
}

// group puts the items into lanes.
func (b *builder) group() {
	t := b.tree()
	t.fold(b.p.opt.Folded)
	for i := range b.p.items {
		b.keys(&b.p.items[i], func(key string) { t.put(key, int32(i)) })
	}
	if len(b.p.opt.Hidden) > 0 {
		b.hide(t)
	}
	order := make(map[string]int, len(b.p.opt.Order))
	for i, k := range b.p.opt.Order {
		order[k] = i + 1
	}
	for _, n := range t.sorted(order) {
		t.emit(b.p, n, 0, "")
	}
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

// keys calls put with each lane that the item belongs to; "" is the lane of
// what belongs to none.
func (b *builder) keys(it *item, put func(string)) {
	switch b.p.opt.Grouping {
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

// hide empties hidden lanes and takes out the items that no other lane shows.
func (b *builder) hide(t *tree) {
	p := b.p
	seen := make([]bool, len(p.items))
	for i := range t.nodes {
		if p.opt.Hidden[t.nodes[i].key] {
			t.nodes[i].own = nil
		}
		for _, it := range t.nodes[i].own {
			seen[it] = true
		}
	}
	moved := make([]int32, len(p.items))
	kept := p.items[:0]
	for i := range p.items {
		moved[i] = int32(len(kept))
		if seen[i] {
			kept = append(kept, p.items[i])
		}
	}
	p.hidden += len(p.items) - len(kept)
	p.items = kept
	for i := range t.nodes {
		for k, it := range t.nodes[i].own {
			t.nodes[i].own[k] = moved[it]
		}
	}
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

// emit appends the lane of a node and those below it. A lane without items of
// its own is shown only where it holds several others together; otherwise its
// name stands before that of the one below it ("Territory: Donbas").
func (t *tree) emit(p *Plot, i int32, depth int, before string) {
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
	title := before + n.title
	if len(n.own) > 0 || shown > 1 {
		p.lanes = append(p.lanes, p.newLane(n, title, depth, shown > 0 || n.below))
		title = ""
		depth++
	} else {
		title += ": "
	}
	for _, k := range n.kids {
		t.emit(p, k, depth, title)
	}
}
