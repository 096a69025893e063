package plot

import (
	"fyne.io/fyne/v2"

	"demarche/timeline"
	"demarche/timeline/scene"
)

// Measures of the scroll bar at the right of the lanes, in pixels.
const (
	barWidth = 5
	barGrip  = 12
	barLeast = 28
)

// thumb is where the thumb of the scroll bar lies; ok is false where all lanes
// are in sight.
func (c *Chart) thumb() (y0, y1 float32, ok bool) {
	room := c.view.H - timeline.AxisHeight
	if c.plot == nil || c.plot.Height() <= room+1 || room < 2*barLeast {
		return 0, 0, false
	}
	tall := max(room*room/c.plot.Height(), barLeast)
	at := c.view.ScrollY / (c.plot.Height() - room) * (room - tall)
	return timeline.AxisHeight + at, timeline.AxisHeight + at + tall, true
}

// drawThumb adds the scroll bar to the picture.
func (c *Chart) drawThumb(s *scene.Scene) {
	y0, y1, ok := c.thumb()
	if !ok {
		return
	}
	fill := c.plot.Theme().Subtle
	fill.A = 0x70
	s.Add(scene.Item{Op: scene.OpRect, X0: c.view.W - barWidth - 3, X1: c.view.W - 3, Y0: y0 + 2, Y1: y1 - 2, Radius: barWidth / 2, Fill: fill})
}

func (c *Chart) onScrollBar(at fyne.Position) bool {
	_, _, ok := c.thumb()
	return ok && at.X > c.view.W-barGrip && at.Y > timeline.AxisHeight
}

// scrollTo brings the middle of the thumb to y.
func (c *Chart) scrollTo(y float32) {
	y0, y1, ok := c.thumb()
	if !ok {
		return
	}
	room := c.view.H - timeline.AxisHeight
	tall := y1 - y0
	v := c.view
	v.ScrollY = c.plot.ClampScroll(v, (y-timeline.AxisHeight-tall/2)/(room-tall)*(c.plot.Height()-room))
	c.look(v)
}
