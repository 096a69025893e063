package timeline

import (
	"sync"

	"demarche/data"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
)

// Grouping is what the lanes of a timeline stand for.
type Grouping string

// Groupings.
const (
	ByIssue    Grouping = "issue"
	ByActor    Grouping = "actor"
	ByType     Grouping = "type" // events by type, positions by stance
	ByDocument Grouping = "document"
	Ungrouped  Grouping = "none"
)

// Groupings lists every grouping, in the order in which a menu offers them.
func Groupings() []Grouping { return []Grouping{ByIssue, ByActor, ByType, ByDocument, Ungrouped} }

// PlotOptions says how a case is laid out.
type PlotOptions struct {
	Grouping Grouping // empty: ByIssue
	Filter   Filter
	Index    *data.Index           // of the case; nil: made anew
	Today    int64                 // up to here positions that are still held are drawn; 0: the latest instant the case knows
	Folded   map[string]bool       // keys of lanes whose sub-lanes are folded into them
	Hidden   map[string]bool       // keys of lanes that are not shown; their items count as hidden
	Order    []string              // keys of lanes in the order wished; others follow in their own order
	Theme    *Theme                // nil: Light
	Measure  scene.Measure         // widths of texts; nil: an estimate from the number of letters
	Names    *scale.Names          // names of months; nil: English
	Window   scale.Window          // the time that rows are packed for; zero: the default window
	Cover    scale.Window          // time that belongs to the picture whatever is shown; zero: none
	Width    float32               // and its width in pixels; 0: 700
	Note     func(data.Ref) string // what stands behind the label of an item, asked for from several goroutines; nil: nothing
	Header   float32               // width of the column of lane names in pixels; 0: 136
}

// Plot is a case packed into lanes. It never changes and may be used by several
// goroutines at once.
type Plot struct {
	c       *data.Case
	opt     PlotOptions
	theme   *Theme
	widths  *widths
	items   items      // dated, and passed by the filter
	byRef   []int32    // all of them, sorted by kind and ID
	order   []int32    // those that are shown, in time order
	undated []data.Ref // sorted by kind and ID
	known   *knowledge
	ends    ends
	sum     summary

	lanes  []lane
	keys   []string           // of the nodes that lanes were made from
	into   map[string]string  // by the key of a node, that of the lane which has its items
	lists  map[string][]int32 // by key, the items of that lane in time order, also where it is hidden
	laneOf map[string]int32   // by the key of a node, the lane which has its items
	reuse  map[string]*lane   // while the plot is made: the lanes before

	overview lazyStarts

	hiddenLanes []Lane

	window  scale.Window
	height  float32
	scratch sync.Pool // of *scratch
}

// NewPlot lays out a case. It takes a hundred milliseconds and more for a hundred
// thousand items; moving about in the plot costs nothing of that, and Update
// takes over a change.
func NewPlot(c *data.Case, o PlotOptions) *Plot {
	o = o.withDefaults()
	return newPlot(c, o, nil)
}

// newPlot is NewPlot, with the ends of what is open as in another plot where
// these are given.
func newPlot(c *data.Case, o PlotOptions, as *ends) *Plot {
	p := &Plot{c: c, opt: o, theme: o.Theme, widths: newWidths(o.Measure)}
	p.scratch.New = func() any { return new(scratch) }
	var wait sync.WaitGroup
	if o.Index == nil {
		wait.Go(func() { p.opt.Index = data.NewIndex(c) })
	}
	p.known = know(p)
	wait.Wait()
	b := &builder{p: p, knowledge: p.known}
	b.collect()
	p.window = p.densest()
	if p.opt.Window.Span() > 0 {
		p.window = p.opt.Window
	}
	b.closeOpenEnds(as)
	b.group()
	p.pack()
	return p
}

func (o PlotOptions) withDefaults() PlotOptions {
	if o.Grouping == "" {
		o.Grouping = ByIssue
	}
	if o.Theme == nil {
		o.Theme = Light()
	}
	if o.Measure == nil {
		o.Measure = func(f scene.Font, s string) float32 { return f.Size * 0.56 * float32(len([]rune(s))) }
	}
	if o.Names == nil {
		o.Names = scale.English()
	}
	if o.Header <= 0 {
		o.Header = 136
	}
	if o.Width <= 0 {
		o.Width = packWidth
	}
	if o.Note == nil {
		o.Note = func(data.Ref) string { return "" }
	}
	return o
}

// Case is the case that the plot shows.
func (p *Plot) Case() *data.Case { return p.c }

// Theme is the colours that the plot is drawn in.
func (p *Plot) Theme() *Theme { return p.theme }

// Len is the number of items shown: dated, and passed by the filter.
func (p *Plot) Len() int { return len(p.order) }

// HiddenCount is the number of events and positions, dated or not, that the
// filter or a hidden lane keeps out of the picture.
func (p *Plot) HiddenCount() int {
	return p.c.Events.Len() + p.c.Positions.Len() - len(p.order) - len(p.undated)
}

// Undated lists the events and positions that pass the filter and have no date.
func (p *Plot) Undated() []data.Ref { return p.undated }

// Span is the time from the first thing drawn to the end of the last; both are
// 0 where nothing is.
func (p *Plot) Span() (from, to int64) {
	if len(p.byRef) == 0 {
		return 0, 0
	}
	return p.sum.from, p.sum.to
}

// DefaultWindow is where the timeline opens: everything with a margin, or the
// densest stretch where there are more than fifty items.
func (p *Plot) DefaultWindow() scale.Window { return p.window }

// FitWindow shows everything with a margin, and what the options say to cover.
func (p *Plot) FitWindow() scale.Window {
	if len(p.order) == 0 {
		return p.window
	}
	w := scale.Window{From: p.sum.from, To: p.sum.to}.Grow(fitMargin)
	if o := p.opt.Cover; o.Span() > 0 {
		w = scale.Window{From: min(w.From, o.From), To: max(w.To, o.To)}
	}
	return w.Valid()
}

// Height is the height of all lanes in pixels, without the axis.
func (p *Plot) Height() float32 { return p.height }

// AxisHeight is the height of the axis above the lanes in pixels.
const AxisHeight = 46

// HeaderWidth is the width of the column of lane names in pixels.
func (p *Plot) HeaderWidth() float32 { return p.opt.Header }

// Lane is one band of the picture.
type Lane struct {
	Key    string // stable: an ID, a type, or "" for what has none
	Title  string
	Ref    data.Ref // the issue, actor or document; zero where it is none
	Depth  int      // in the tree of issues or actors
	Parent bool     // has sub-lanes, shown or folded
	Folded bool
	Items  int     // placed in it; an item may lie in several lanes
	Y, H   float32 // below the axis, before scrolling
}

// Lanes lists the lanes from top to bottom.
func (p *Plot) Lanes() []Lane {
	out := make([]Lane, len(p.lanes))
	for i := range p.lanes {
		out[i] = p.lanes[i].Lane
	}
	return out
}
