package plot

import (
	"fyne.io/fyne/v2"

	"demarche/timeline"
	"demarche/timeline/scene"
)

// laneDrag is a lane that is being moved by its name.
type laneDrag struct {
	lane   int
	y      float32 // of the pointer
	before int     // the neighbour that it goes before; -1: behind all
}

// Pixels at the ends of the lanes where a drag scrolls them, and by how much.
const laneEdge, laneScroll = 28, 10

// dragLane moves the place where a lane goes with the pointer.
func (c *Chart) dragLane(d *laneDrag, y float32) {
	d.y = y
	v := c.view
	switch {
	case y < timeline.AxisHeight+laneEdge:
		v.ScrollY = c.plot.ClampScroll(v, v.ScrollY-laneScroll)
	case y > v.H-laneEdge:
		v.ScrollY = c.plot.ClampScroll(v, v.ScrollY+laneScroll)
	}
	c.look(v)
	at := y - timeline.AxisHeight + c.view.ScrollY
	d.before = -1
	near := c.plot.Neighbours(d.lane)
	for i, n := range near {
		if at < (c.plot.Lanes()[n].Y+c.laneEnd(near, i))/2 {
			d.before = n
			break
		}
	}
	c.field.repaint()
}

// laneEnd is where a neighbour ends, with all lanes under it.
func (c *Chart) laneEnd(near []int, i int) float32 {
	all := c.plot.Lanes()
	end := near[i]
	for end+1 < len(all) && all[end+1].Depth > all[near[i]].Depth {
		end++
	}
	return all[end].Y + all[end].H
}

// dropLane moves the lane to where it was dragged.
func (c *Chart) dropLane(d *laneDrag) {
	defer c.repaint()
	near := c.plot.Neighbours(d.lane)
	for i, n := range near {
		next := -1
		if i+1 < len(near) {
			next = near[i+1]
		}
		if n == d.lane && (d.before == n || d.before == next) {
			return // it stays
		}
	}
	c.reorder(d.lane, c.plot.Reordered(d.lane, d.before))
}

var laneFont = scene.Font{Size: 14, Weight: scene.Semibold}

// drawLanes marks the lane that commands are about, and the place where a
// dragged one would go.
func (c *Chart) drawLanes(s *scene.Scene) {
	theme := c.plot.Theme()
	left := c.plot.HeaderWidth()
	all := c.plot.Lanes()
	if lane := c.lane(); c.chosen.ok && lane >= 0 {
		y0 := max(all[lane].Y-c.view.ScrollY+timeline.AxisHeight, timeline.AxisHeight)
		y1 := all[lane].Y + all[lane].H - c.view.ScrollY + timeline.AxisHeight - 1
		if y1 > y0 {
			s.Add(scene.Item{Op: scene.OpRect, X0: 0, X1: left - 4, Y0: y0, Y1: y1, Fill: theme.Hover})
			s.Add(scene.Item{Op: scene.OpRect, X0: 0, X1: 3, Y0: y0, Y1: y1, Fill: theme.Selection})
		}
	}
	p := c.field.press
	if p == nil || p.lane == nil || !p.dragged {
		return
	}
	d := p.lane
	near := c.plot.Neighbours(d.lane)
	y := c.laneEnd(near, len(near)-1)
	if d.before >= 0 {
		y = all[d.before].Y
	}
	y += timeline.AxisHeight - c.view.ScrollY
	s.Add(scene.Item{Op: scene.OpClip, X0: 0, Y0: timeline.AxisHeight, X1: c.view.W, Y1: c.view.H})
	s.Add(scene.Item{Op: scene.OpRect, X0: 0, X1: c.view.W, Y0: y - 2, Y1: y + 1, Fill: theme.Primary})
	s.Add(scene.Item{Op: scene.OpRect, X0: 6, X1: left - 6, Y0: d.y - 13, Y1: d.y + 13, Radius: 5, Fill: theme.Overview, Stroke: theme.Primary, Width: 1.5})
	s.Add(scene.Item{Op: scene.OpText, X0: 14, X1: left - 12, Y0: d.y + 5, Fill: theme.Text, Font: laneFont, Text: all[d.lane].Title})
	s.Add(scene.Item{Op: scene.OpUnclip})
}

// takeLane takes hold of a lane by its name.
func (c *Chart) takeLane(h timeline.Hit, at fyne.Position) *laneDrag {
	if h.Kind != timeline.HitLane || len(c.plot.Neighbours(h.Lane)) < 2 {
		return nil
	}
	return &laneDrag{lane: h.Lane, y: at.Y, before: h.Lane}
}
