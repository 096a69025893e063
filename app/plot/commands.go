package plot

import (
	"slices"

	"fyne.io/fyne/v2"

	"demarche/app/screen"
	"demarche/app/session"
	"demarche/data"
	"demarche/timeline"
)

// keyStep is the share of the picture that an arrow key moves.
const keyStep = 0.12

// Commands are what the chart answers to, for the menus and the keyboard.
func (c *Chart) Commands() []screen.Command {
	all := append(append(c.viewCommands(), c.goCommands()...), c.laneCommands()...)
	return append(all, screen.Command{Menu: screen.HelpMenu, Label: "What the signs mean", Key: fyne.KeyL, Do: c.ShowKey})
}

func (c *Chart) viewCommands() []screen.Command {
	all := []screen.Command{
		{Menu: screen.ViewMenu, Label: "Zoom in", Key: "+", Also: []fyne.KeyName{"="}, Do: func() { c.ZoomBy(buttonZoom) }, Break: true},
		{Menu: screen.ViewMenu, Label: "Zoom out", Key: "-", Also: []fyne.KeyName{"_"}, Do: func() { c.ZoomBy(1 / buttonZoom) }},
		{Menu: screen.ViewMenu, Label: "Fit all", Key: fyne.KeyF, Do: c.Fit},
	}
	flag := func(label string, of func(*session.Axis) *bool) screen.Command {
		return screen.Command{Menu: screen.ViewMenu, Label: label,
			Do:      func() { a := c.ses.Axis.Get(); *of(&a) = !*of(&a); c.ses.Axis.Set(a) },
			Checked: func() bool { a := c.ses.Axis.Get(); return *of(&a) }}
	}
	weeks := flag("Week numbers", func(a *session.Axis) *bool { return &a.Weeks })
	weeks.Break = true
	return append(all, weeks,
		flag("Quarters", func(a *session.Axis) *bool { return &a.Quarters }),
		flag("Dim by publication date", func(a *session.Axis) *bool { return &a.Known }))
}

// laneCommands are those of the menu of lanes.
func (c *Chart) laneCommands() []screen.Command {
	const alt, ctrl = fyne.KeyModifierAlt, fyne.KeyModifierShortcutDefault
	var all []screen.Command
	for _, g := range []struct {
		by    timeline.Grouping
		label string
	}{
		{timeline.ByIssue, "By issue"}, {timeline.ByActor, "By actor"}, {timeline.ByType, "By type"},
		{timeline.ByDocument, "By document"}, {timeline.Ungrouped, "All in one lane"},
	} {
		all = append(all, screen.Command{Menu: laneMenuName, Label: g.label,
			Do: func() { c.ses.Grouping.Set(string(g.by)) }, Checked: func() bool { return c.Grouping() == g.by }})
	}
	folds := func() bool {
		return c.plot != nil && slices.ContainsFunc(c.plot.Lanes(), parent)
	}
	return append(all,
		screen.Command{Menu: laneMenuName, Label: "Next lane", Key: fyne.KeyDown, Modifier: ctrl, Do: func() { c.StepLane(1) }, Break: true},
		screen.Command{Menu: laneMenuName, Label: "Lane before", Key: fyne.KeyUp, Modifier: ctrl, Do: func() { c.StepLane(-1) }},
		screen.Command{Menu: laneMenuName, Label: "Move lane up", Key: fyne.KeyUp, Modifier: alt, Do: func() { c.MoveLane(-1) }, Enabled: c.hasLane},
		screen.Command{Menu: laneMenuName, Label: "Move lane down", Key: fyne.KeyDown, Modifier: alt, Do: func() { c.MoveLane(1) }, Enabled: c.hasLane},
		screen.Command{Menu: laneMenuName, Label: "Fold or unfold lane", Key: fyne.KeySpace, Do: c.onLane(c.toggle), Enabled: c.hasLane},
		screen.Command{Menu: laneMenuName, Label: "Hide lane", Key: fyne.KeyDelete, Modifier: alt, Do: c.onLane(c.hideLane), Enabled: c.hasLane},
		screen.Command{Menu: laneMenuName, Label: "Fold all lanes", Do: func() { c.foldAll(true) }, Enabled: folds, Break: true},
		screen.Command{Menu: laneMenuName, Label: "Unfold all lanes", Do: func() { c.foldAll(false) }, Enabled: folds},
		screen.Command{Menu: laneMenuName, Label: "Show all lanes", Do: c.ShowLanes, Enabled: func() bool { return len(c.ses.Lanes().Hidden) > 0 }},
		screen.Command{Menu: laneMenuName, Label: "Lanes in their own order", Do: c.ownOrder, Enabled: func() bool { return len(c.ses.Lanes().Order) > 0 }})
}

const laneMenuName = "Lanes"

func parent(l timeline.Lane) bool { return l.Parent }

// ownOrder takes back the order of lanes that a person made.
func (c *Chart) ownOrder() {
	l := c.ses.Lanes()
	l.Order = nil
	c.ses.SetLanes(l)
}

// Grouping is what the lanes stand for.
func (c *Chart) Grouping() timeline.Grouping { return c.ses.By() }

func (c *Chart) goCommands() []screen.Command {
	arrow := func(label string, key fyne.KeyName, across, down float32) screen.Command {
		return screen.Command{Menu: screen.GoMenu, Label: label, Key: key, Do: func() { c.PanBy(across, down) }}
	}
	all := []screen.Command{
		{Menu: screen.GoMenu, Label: "Next item", Key: fyne.KeyN, Do: func() { c.Step(1) }},
		{Menu: screen.GoMenu, Label: "Previous item", Key: fyne.KeyP, Do: func() { c.Step(-1) }},
		{Menu: screen.GoMenu, Label: "Open selected", Key: fyne.KeyReturn, Also: []fyne.KeyName{fyne.KeyEnter}, Do: c.open,
			Enabled: func() bool { return c.ses.Selected.Get() != (data.Ref{}) }},
		{Menu: screen.GoMenu, Label: "Tell apart what is in one mark", Key: fyne.KeyT, Do: c.TellApart},
		{Menu: screen.GoMenu, Label: "Clear selection", Key: fyne.KeyEscape, Do: c.clear},
		{Menu: screen.GoMenu, Label: "As of the next change", Key: ".", Do: func() { c.StepAsOf(1) }, Break: true},
		{Menu: screen.GoMenu, Label: "As of the change before", Key: ",", Do: func() { c.StepAsOf(-1) }},
		{Menu: screen.GoMenu, Label: "As of today", Do: func() { c.setAsOf(session.Today(c.ses.Case(), c.ses.Now())) }},
		{Menu: screen.GoMenu, Label: "Start of the case", Key: fyne.KeyHome, Do: c.ToStart, Break: true},
		{Menu: screen.GoMenu, Label: "End of the case", Key: fyne.KeyEnd, Do: c.ToEnd},
		arrow("Earlier", fyne.KeyLeft, keyStep, 0), arrow("Later", fyne.KeyRight, -keyStep, 0),
		arrow("Up", fyne.KeyUp, 0, keyStep), arrow("Down", fyne.KeyDown, 0, -keyStep),
		arrow("Page up", fyne.KeyPageUp, 0, 0.9), arrow("Page down", fyne.KeyPageDown, 0, -0.9),
	}
	return all
}

func (c *Chart) open() { c.o.Desk.Edit(c.ses.Selected.Get()) }

// clear lets go of what is being dragged, or of the lane that was chosen and the
// selection.
func (c *Chart) clear() {
	if !c.drop() {
		c.chosen = chosenLane{}
		c.field.repaint()
		c.ses.Selected.Set(data.Ref{})
	}
}
