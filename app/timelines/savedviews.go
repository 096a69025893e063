package timelines

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/timeline"
	"demarche/timeline/scale"
)

// look is the way in which the timeline is looked at now, without a name.
func (s *Screen) look() data.SavedView {
	w := s.chart.View().Window
	v := data.SavedView{
		Grouping: string(s.ses.By()), Filter: s.ses.Filter.Get(), Lanes: s.ses.Lanes(),
		From: w.From, To: w.To, Shape: s.center.shape,
	}
	if at := s.ses.AsOf.Get(); at != s.ses.End() {
		v.AsOf = at
	}
	return v
}

// showView looks at the timeline as a saved view says.
func (s *Screen) showView(v *data.SavedView) {
	grouping := timeline.ByIssue
	for _, g := range timeline.Groupings() {
		if string(g) == v.Grouping {
			grouping = g
		}
	}
	s.ses.Grouping.Set(string(grouping))
	s.ses.OpenLanes(v.Lanes)
	s.ses.Filter.Set(v.Filter)
	at := v.AsOf
	if at == 0 {
		at = s.ses.End()
	}
	s.ses.AsOf.Set(at)
	if v.To > v.From {
		s.chart.LookAt(scale.Window{From: v.From, To: v.To}.Valid())
	}
	s.center.show(v.Shape)
	s.host.Desk.Refresh()
}

// shows reports whether the timeline is looked at as a saved view says, wherever
// one has moved to in it.
func (s *Screen) shows(v *data.SavedView) bool {
	now := s.look()
	return now.Grouping == v.Grouping && now.Filter.Equal(v.Filter) && now.Lanes.Equal(v.Lanes) &&
		(now.Shape == v.Shape || v.Shape == "" && now.Shape == data.Picture) && now.AsOf == v.AsOf
}

// askView asks for a name and keeps the view under it, in the place of one that
// has the name.
func (s *Screen) askView() {
	name := ui.NewField(s.proposedName())
	note := ui.NewWrapped("", ui.Note)
	var d *ui.Dialog
	same := func() (*data.SavedView, bool) { return viewNamed(s.ses.Case(), name.Text) }
	tell := func(string) {
		note.Set("The view is kept in the case, so whoever opens the case finds it.")
		if v, ok := same(); ok {
			note.Set("The view “" + v.Name + "” is replaced.")
		}
		if d != nil {
			d.Fit()
		}
	}
	name.OnChanged = tell
	tell("")
	save := func() {
		id := s.ses.NewID()
		if v, ok := same(); ok {
			id = v.ID
		}
		if err := s.keep(id, name.Text); err != nil {
			d.Fault(words.Sentence(err))
			return
		}
		d.Close()
		s.host.Desk.TellUndo("View “" + strings.TrimSpace(name.Text) + "” saved")
	}
	d = ui.ShowDialog(s.host.Window, ui.DialogOptions{Title: "Save this view", Content: ui.Column(8, ui.Fact("Name", name), note),
		Confirm: "Save", OnConfirm: save, First: name})
}

// proposedName is what the filter does, or how the lanes are grouped.
func (s *Screen) proposedName() string {
	var parts []string
	for _, c := range chipsOf(s.ses.Case(), s.ses.Filter.Get(), &s.side.actors, &s.side.issues) {
		parts = append(parts, c.label)
	}
	if len(parts) == 0 {
		return "By " + string(s.ses.By())
	}
	return cutTo(strings.Join(parts, ", "), 60)
}

// keep writes the view that is looked at under a name.
func (s *Screen) keep(id data.ID, name string) error {
	v := s.look()
	v.ID, v.Name = id, strings.TrimSpace(name)
	return s.ses.Do(data.Change{Label: "Save view “" + cut(v.Name) + "”", Put: []data.Record{&v}})
}

func viewNamed(c *data.Case, name string) (*data.SavedView, bool) {
	want := data.FoldName(name)
	for _, v := range c.Views.All() {
		if data.FoldName(v.Name) == want && want != "" {
			return v, true
		}
	}
	return nil, false
}

// manageViews lists the saved views, to open, rename or delete them.
func (s *Screen) manageViews() {
	col := ui.Column(10)
	var first fyne.Focusable
	var d *ui.Dialog
	for _, v := range s.ses.Case().Views.All() {
		row, field := s.viewRow(v, func() { d.Close() })
		if col.Add(row); first == nil {
			first = field
		}
	}
	if first == nil {
		ui.ShowMessage(s.host.Window, "Saved views", "No view is saved yet. Filter and arrange the timeline, then choose “Save this view…” in the View menu.")
		return
	}
	height := min(float32(360), col.MinSize().Height+4)
	content := ui.Sized(0, height, container.NewVScroll(ui.Pad(0, 14, 0, 0, col)))
	d = ui.ShowDialog(s.host.Window, ui.DialogOptions{Title: "Saved views", Content: content, Width: 520, First: first})
}

// viewRow is a view with a field for its name.
func (s *Screen) viewRow(v *data.SavedView, leave func()) (fyne.CanvasObject, fyne.Focusable) {
	name := ui.NewField(v.Name)
	note := ui.NewWrapped("", ui.Style{Size: 12, Tone: ui.Bad})
	note.Hide()
	rename := ui.NewButton("Rename", nil)
	remove := ui.NewButton("Delete", nil)
	do := func(err error, done string) bool {
		note.Hide()
		if err != nil {
			note.Set(words.Sentence(err))
			note.Show()
			return false
		}
		s.host.Desk.TellUndo(done)
		return true
	}
	rename.OnTap = func() {
		do(s.renameView(v.ID, name.Text), "View renamed")
	}
	remove.OnTap = func() {
		if do(s.ses.Do(data.Removal(s.ses.Case(), v.Ref())), "View “"+v.Name+"” moved to the trash") {
			name.Disable()
			rename.Disable()
			remove.Disable()
		}
	}
	open := ui.NewPrimary("Open", func() {
		if now, ok := s.ses.Case().Views.Get(v.ID); ok {
			leave()
			s.showView(now)
		}
	})
	return ui.Column(3, ui.Row(8, 0, name, open, rename, remove), note), name
}

// renameView gives a view another name, which no other may have.
func (s *Screen) renameView(id data.ID, name string) error {
	old, ok := s.ses.Case().Views.Get(id)
	if !ok {
		return fmt.Errorf("the view is no longer in the case")
	}
	if other, ok := viewNamed(s.ses.Case(), name); ok && other.ID != id {
		return fmt.Errorf("there is a view “%s” already; choose another name", other.Name)
	}
	v := *old
	v.Name = strings.TrimSpace(name)
	return s.ses.Do(data.Change{Label: "Rename view", Put: []data.Record{&v}})
}

// viewCommands are the submenu of saved views. The first nine have a key.
func (s *Screen) viewCommands() []screen.Command {
	const under = "Saved views"
	all := []screen.Command{
		{Menu: screen.ViewMenu, Under: under, Label: "Save this view…", Key: fyne.KeyD, Modifier: ctrl, Do: s.askView},
		{Menu: screen.ViewMenu, Under: under, Label: "Rename or delete…", Do: s.manageViews,
			Enabled: func() bool { return s.ses.Case().Views.Len() > 0 }},
	}
	for i, v := range s.ses.Case().Views.All() {
		c := screen.Command{Menu: screen.ViewMenu, Under: under, Label: v.Name, Break: i == 0,
			Do: func() { s.showView(v) }, Checked: func() bool { return s.shows(v) }}
		if i < 9 {
			c.Key, c.Modifier = fyne.KeyName(rune('1'+i)), fyne.KeyModifierAlt
		}
		all = append(all, c)
	}
	return all
}
