package plot

import (
	"demarche/timeline"
	"demarche/timeline/scene"
)

var guideFont = scene.Font{Size: 12, Weight: scene.Semibold}

// drawGuide adds a line with the new date while one is dragged.
func (c *Chart) drawGuide(s *scene.Scene) {
	if c.field.press == nil || c.field.press.date == nil {
		return
	}
	d := c.field.press.date
	_, date, ok := moved(c.ses.Case(), d.ref, d.edge, d.by())
	text := longDate(date)
	if !ok {
		text = "Not possible"
	}
	theme := c.plot.Theme()
	x := c.plot.X(c.view, d.at)
	s.Add(scene.Item{Op: scene.OpLine, X0: x, X1: x, Y0: timeline.AxisHeight, Y1: c.view.H, Stroke: theme.Primary, Width: 1, Dash: 3})
	w := c.faces.Measure(guideFont, text) + 20
	x0 := min(max(x-w/2, headerWidth), c.view.W-w)
	s.Add(scene.Item{Op: scene.OpRect, X0: x0, X1: x0 + w, Y0: 24, Y1: 44, Radius: 10, Fill: theme.Primary})
	s.Add(scene.Item{Op: scene.OpText, X0: x0 + w/2, Y0: 38.4, Anchor: scene.Middle, Fill: theme.OnPrimary, Font: guideFont, Text: text})
}
