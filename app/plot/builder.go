package plot

import (
	"time"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
	"demarche/timeline/scale"
)

const (
	headerWidth = 136
	atOnce      = 2000                   // items that are laid out within a frame
	pause       = 60 * time.Millisecond  // before more are, as typing changes the filter
	emptySpan   = 180 * 86400            // seconds that an empty case shows
	settlePause = 400 * time.Millisecond // before the ends of bars still held follow a change
	resizePause = 120 * time.Millisecond // before they are laid out for another width
	widthSlack  = 40                     // pixels that the width may change before that
)

// builder lays a case out when it, the filter, the grouping or the theme changes.
// A large case is laid out on another goroutine, with the picture of before in
// place until it is done.
type builder struct {
	c        *Chart
	shown    bool
	stale    bool
	wanted   int          // counts the wishes for a layout
	done     int          // the last one that was met
	wish     scale.Window // to be looked at with the layout that is awaited; zero: none
	whole    scale.Window // what a layout without a filter opens on
	told     *data.Case   // of which last is the last report
	last     int64
	running  bool
	drifted  bool         // the ends of bars still held are those of before a change
	settle   scale.Window // that rows are packed for when only these ends move; zero: anew
	fitted   bool         // the window was set from a layout
	follow   bool         // the next layout shows the lane that was moved
	dark     bool
	width    float32
	stopWait func()
}

func (b *builder) init(c *Chart) {
	b.c, b.stale, b.shown = c, true, true
}

// Rebuild lays the case out anew, at once where it is small.
func (c *Chart) Rebuild() {
	c.build.stale = true
	c.build.resume()
}

// resume lays out where it is wanted, seen and the size is known.
func (b *builder) resume() {
	if dark := ui.IsDark(); dark != b.dark {
		b.dark, b.stale = dark, true
	}
	if !b.stale || !b.shown || b.c.view.W <= headerWidth {
		return
	}
	b.stale = false
	b.wanted++
	n := b.c.ses.Case()
	switch {
	case n.Events.Len()+n.Positions.Len() <= atOnce:
		o := b.options()
		o.Index = b.c.ses.Index()
		b.c.adopt(timeline.NewPlot(n, o))
	case b.c.plot == nil && !b.running:
		b.work()
	case b.c.plot == nil || !b.update(n):
		b.wait(pause)
	}
}

// update shows a change of the case at once in the layout that is there; ok is
// false where only a new one will do.
func (b *builder) update(n *data.Case) (ok bool) {
	before, width, o := b.c.plot, b.width, b.options()
	o.Index = b.c.ses.Index()
	p, ok := before.Update(n, o)
	if !ok {
		b.width = width
		return false
	}
	if p.Case() == before.Case() { // nothing differs that a layout could show
		b.done = b.wanted
		return true
	}
	b.drifted = b.drifted || p.Drifted(before)
	b.c.adopt(p)
	if b.drifted {
		b.settle = p.DefaultWindow()
		b.wait(settlePause)
	}
	return true
}

// wait lays out in the background after a pause without another wish.
func (b *builder) wait(d time.Duration) {
	if b.stopWait != nil {
		b.stopWait()
	}
	b.stopWait = b.c.o.After(d, func() {
		if !b.running {
			b.work()
		}
	})
}

func (b *builder) work() {
	n, of, o, index := b.wanted, b.c.ses.Case(), b.options(), b.c.ses.IndexLater()
	if b.settle.Span() > 0 {
		o.Window = b.settle
	}
	b.running, b.drifted, b.settle = true, false, scale.Window{}
	go func() {
		o.Index = index()
		p := timeline.NewPlot(of, o)
		b.c.o.Do(func() {
			b.running = false
			if n != b.wanted {
				b.work() // for what was wished meanwhile
				return
			}
			b.c.adopt(p)
		})
	}()
}

func (b *builder) options() timeline.PlotOptions {
	c := b.c
	b.width = c.view.W
	theme := timeline.Light()
	if b.dark {
		theme = timeline.Dark()
	}
	lanes := c.ses.Lanes()
	o := timeline.PlotOptions{
		Grouping: c.ses.By(),
		Filter:   Filter(c.ses.Case(), c.ses.Filter.Get()),
		Folded:   set(lanes.Folded),
		Hidden:   set(lanes.Hidden),
		Order:    lanes.Order,
		Theme:    theme,
		Measure:  c.faces.Measure,
		Width:    b.width - headerWidth,
		Header:   headerWidth,
	}
	if !o.Filter.Empty() { // so that a few items are drawn as among the others
		o.Window, o.Cover, o.Today = b.whole, b.whole, b.today()
	}
	return o
}

func set(keys []string) map[string]bool {
	out := make(map[string]bool, len(keys))
	for _, k := range keys {
		out[k] = true
	}
	return out
}

// resized shows the view at another size; rows are packed anew once it stays.
func (c *Chart) resized(size fyne.Size) {
	v := c.view
	v.W, v.H = size.Width, size.Height
	if c.plot != nil {
		v.ScrollY = c.plot.ClampScroll(v, v.ScrollY)
	}
	c.look(v)
	if d := v.W - c.build.width; c.plot != nil && (d > widthSlack || d < -widthSlack) {
		c.o.After(resizePause, func() {
			if c.view.W == v.W && c.build.width != v.W {
				c.Rebuild()
			}
		})
	}
	c.build.resume()
}

// adopt shows a layout. The first one says where to look; later ones leave the
// view where it is.
func (c *Chart) adopt(p *timeline.Plot) {
	c.plot = p
	v := c.view
	if !c.build.fitted {
		v.Window = p.DefaultWindow()
		if p.Len() == 0 { // nothing says where to look: the days about the date it is seen from
			day := c.ses.AsOf.Get()
			v.Window = scale.Window{From: day - emptySpan/2, To: day + emptySpan/2}.Valid()
		}
		c.build.fitted = p.Len() > 0
	}
	if c.build.wish.Span() > 0 {
		v.Window, c.build.fitted = c.build.wish, true
	}
	c.build.done, c.build.wish = c.build.wanted, scale.Window{}
	if c.ses.Filter.Get().IsZero() && len(c.ses.Lanes().Hidden) == 0 && p.Len() > 0 {
		c.build.whole = p.DefaultWindow()
	}
	if p.Len() > 0 {
		v.Window = v.Window.Within(p.FitWindow())
	}
	v.Hover = data.Ref{}
	v.ScrollY = p.ClampScroll(v, v.ScrollY)
	if lane := c.lane(); c.build.follow && lane >= 0 {
		v = c.withLane(v, lane)
	}
	c.build.follow = false
	c.view = v
	c.card.hide()
	c.note.refresh()
	c.zoom.refresh()
	c.date.refresh()
	c.showEmpty()
	c.repaint()
	if c.OnChanged != nil {
		c.OnChanged()
	}
}

// showEmpty lays what to do over a picture without items.
func (c *Chart) showEmpty() {
	c.empty.Objects = nil
	if c.plot.Len() == 0 && c.o.Empty != nil {
		c.empty.Objects = []fyne.CanvasObject{c.o.Empty()}
	}
	c.empty.Refresh()
}
