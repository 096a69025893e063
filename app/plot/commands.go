package plot

import (
	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/data"
	"demarche/timeline"
)

// keyStep is the share of the picture that an arrow key moves.
const keyStep = 0.12

// Commands are what the chart answers to, for the menus and the keyboard.
func (c *Chart) Commands() []screen.Command {
	return append(c.viewCommands(), c.goCommands()...)
}

func (c *Chart) viewCommands() []screen.Command {
	all := []screen.Command{
		{Menu: screen.ViewMenu, Label: "Zoom in", Key: "+", Also: []fyne.KeyName{"="}, Do: func() { c.ZoomBy(buttonZoom) }, Break: true},
		{Menu: screen.ViewMenu, Label: "Zoom out", Key: "-", Also: []fyne.KeyName{"_"}, Do: func() { c.ZoomBy(1 / buttonZoom) }},
		{Menu: screen.ViewMenu, Label: "Fit all", Key: fyne.KeyF, Do: c.Fit},
	}
	for i, g := range []struct {
		by    timeline.Grouping
		label string
	}{
		{timeline.ByIssue, "Lanes by issue"}, {timeline.ByActor, "Lanes by actor"}, {timeline.ByType, "Lanes by type"},
		{timeline.ByDocument, "Lanes by document"}, {timeline.Ungrouped, "One lane"},
	} {
		all = append(all, screen.Command{Menu: screen.ViewMenu, Label: g.label, Break: i == 0,
			Do: func() { c.ses.Grouping.Set(string(g.by)) }, Checked: func() bool { return c.Grouping() == g.by }})
	}
	flag := func(label string, of func(*timeline.View) *bool) screen.Command {
		return screen.Command{Menu: screen.ViewMenu, Label: label,
			Do:      func() { v := c.view; *of(&v) = !*of(&v); c.look(v) },
			Checked: func() bool { v := c.view; return *of(&v) }}
	}
	known := flag("Dim by publication date", func(v *timeline.View) *bool { return &v.ByKnown })
	known.Break = true
	return append(all, known,
		flag("Week numbers", func(v *timeline.View) *bool { return &v.Weeks }),
		flag("Quarters", func(v *timeline.View) *bool { return &v.Quarters }))
}

// Grouping is what the lanes stand for.
func (c *Chart) Grouping() timeline.Grouping {
	if g := timeline.Grouping(c.ses.Grouping.Get()); g != "" {
		return g
	}
	return timeline.ByIssue
}

func (c *Chart) goCommands() []screen.Command {
	arrow := func(label string, key fyne.KeyName, across, down float32) screen.Command {
		return screen.Command{Menu: screen.GoMenu, Label: label, Key: key, Do: func() { c.PanBy(across, down) }}
	}
	all := []screen.Command{
		{Menu: screen.GoMenu, Label: "Next item", Key: fyne.KeyN, Do: func() { c.Step(1) }},
		{Menu: screen.GoMenu, Label: "Previous item", Key: fyne.KeyP, Do: func() { c.Step(-1) }},
		{Menu: screen.GoMenu, Label: "Open selected", Key: fyne.KeyReturn, Also: []fyne.KeyName{fyne.KeyEnter}, Do: c.open,
			Enabled: func() bool { return c.ses.Selected.Get() != (data.Ref{}) }},
		{Menu: screen.GoMenu, Label: "Clear selection", Key: fyne.KeyEscape, Do: c.clear},
		{Menu: screen.GoMenu, Label: "As of the next change", Key: ".", Do: func() { c.StepAsOf(1) }, Break: true},
		{Menu: screen.GoMenu, Label: "As of the change before", Key: ",", Do: func() { c.StepAsOf(-1) }},
		{Menu: screen.GoMenu, Label: "As of today", Do: func() { c.setAsOf(c.ses.Now().Unix()) }},
		{Menu: screen.GoMenu, Label: "Start of the case", Key: fyne.KeyHome, Do: c.ToStart, Break: true},
		{Menu: screen.GoMenu, Label: "End of the case", Key: fyne.KeyEnd, Do: c.ToEnd},
		arrow("Earlier", fyne.KeyLeft, keyStep, 0), arrow("Later", fyne.KeyRight, -keyStep, 0),
		arrow("Up", fyne.KeyUp, 0, keyStep), arrow("Down", fyne.KeyDown, 0, -keyStep),
		arrow("Page up", fyne.KeyPageUp, 0, 0.9), arrow("Page down", fyne.KeyPageDown, 0, -0.9),
	}
	return all
}

func (c *Chart) open() { c.o.Desk.Edit(c.ses.Selected.Get()) }

// clear lets go of a date that is being dragged, or of the selection.
func (c *Chart) clear() {
	if !c.drop() {
		c.ses.Selected.Set(data.Ref{})
	}
}
