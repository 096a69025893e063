package positions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/timeline"
)

// sides is the sidebar: which actors and issues are compared, and what is not.
func (s *Screen) sides() fyne.CanvasObject {
	c, filter := s.host.Session.Case(), s.host.Session.Filter
	actors, issues := map[data.ID]bool{}, map[data.ID]bool{}
	for _, a := range s.board.Actors {
		actors[a.ID] = true
	}
	for _, i := range s.board.Issues {
		issues[i.ID] = true
	}
	col := ui.Column(1, ui.Section("Actors"), ui.Gap(1, 3))
	for _, a := range s.all.Actors {
		col.Add(tick(a.Name, actors[a.ID], func(on bool) {
			filter.Set(filter.Get().WithActors(!on, reach(on, a.ID, timeline.Parents(c))...))
		}))
	}
	col.Add(ui.Gap(1, 10))
	col.Add(ui.Section("Issues"))
	col.Add(ui.Gap(1, 3))
	for _, i := range s.all.Issues {
		col.Add(tick(s.all.IssueName(i), issues[i.ID], func(on bool) {
			filter.Set(filter.Get().WithIssues(!on, reach(on, i.ID, above(c))...))
		}))
	}
	if n := undated(c); n > 0 {
		col.Add(ui.Gap(1, 10))
		col.Add(ui.Section("Undated"))
		col.Add(ui.Pad(4, 0, 0, 6, ui.NewWrapped(words.Count(n, "position")+" without a date cannot be placed here", ui.Note)))
	}
	if n := s.board.Hidden(); n > 0 {
		col.Add(ui.Gap(1, 10))
		col.Add(ui.Section("Filter"))
		col.Add(ui.Pad(4, 0, 0, 6, ui.Column(4, ui.NewWrapped(words.Count(n, "position")+" hidden", ui.Note),
			ui.NewLink("Show everything", func() { filter.Set(session.Filter{}) }))))
	}
	return container.NewVScroll(ui.Pad(14, 10, 14, 12, col))
}

// reach is what a tick hides or shows: what is under something hidden is shown
// only together with that.
func reach(on bool, id data.ID, parent map[data.ID]data.ID) []data.ID {
	all := []data.ID{id}
	for up := parent[id]; on && up != "" && len(all) < 64; up = parent[up] {
		all = append(all, up)
	}
	return all
}

func above(c *data.Case) map[data.ID]data.ID {
	out := map[data.ID]data.ID{}
	for _, i := range c.Issues.All() {
		out[i.ID] = i.Parent
	}
	return out
}

func undated(c *data.Case) (n int) {
	for _, p := range c.Positions.All() {
		if p.From.IsZero() {
			n++
		}
	}
	return n
}

// tick is a row with a box.
func tick(label string, on bool, set func(bool)) fyne.CanvasObject {
	box := ui.NewTick(label, on, set)
	return ui.NewItem(ui.ItemOptions{Label: label, Mark: box}, func() { box.Tapped(nil) })
}
