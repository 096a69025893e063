package plot

import (
	"demarche/timeline"
	"demarche/timeline/scale"
)

// Settled reports whether the plot is of the case, the filter and the grouping
// as they are now, and not of those before.
func (c *Chart) Settled() bool {
	b := &c.build
	return c.plot != nil && !b.stale && b.done == b.wanted
}

// LookAt shows a stretch of time, once the layout that is under way is there.
func (c *Chart) LookAt(w scale.Window) {
	if !c.Settled() {
		c.build.wish = w
		return
	}
	v := c.view
	v.Window = w
	if c.plot.Len() > 0 {
		v.Window = w.Within(c.plot.FitWindow())
	}
	c.look(v)
}

// today is up to when a layout of the whole case draws what is still held.
func (b *builder) today() int64 {
	if c := b.c.ses.Case(); c != b.told {
		b.told, b.last = c, timeline.LastReport(c)
	}
	return b.last
}
