package plot

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"demarche/app/session"
	"demarche/data"
	"demarche/timeline"
)

// lanes is the titles of the lanes from top to bottom.
func (b *bench) lanes() []string {
	var out []string
	for _, l := range b.c.Plot().Lanes() {
		out = append(out, l.Title)
	}
	return out
}

func (b *bench) wantLanes(why string, want ...string) {
	b.t.Helper()
	if got := b.lanes(); !slices.Equal(got, want) {
		b.t.Errorf("%s: the lanes are %q, not %q", why, got, want)
	}
}

// name is a place on the name of a lane, in the picture.
func (b *bench) name(title string) fyne.Position {
	b.t.Helper()
	for _, l := range b.c.Plot().Lanes() {
		if l.Title == title {
			return fyne.NewPos(60, l.Y+l.H/2+timeline.AxisHeight-b.c.View().ScrollY)
		}
	}
	b.t.Fatalf("no lane is called %s", title)
	return fyne.Position{}
}

func (b *bench) do(label string) {
	b.t.Helper()
	for _, c := range b.c.Commands() {
		if c.Label == label {
			if c.Enabled != nil && !c.Enabled() {
				b.t.Fatalf("%s is not possible", label)
			}
			c.Do()
			return
		}
	}
	b.t.Fatalf("no command is called %s", label)
}

func TestDragLane(t *testing.T) {
	b := newBench(t)
	b.ses.Grouping.Set(string(timeline.ByActor))
	b.wantLanes("at first", "Ukraine", "United States", "Envoy", "No actor")
	from := b.name("United States")
	b.drag(from, 0, -from.Y+timeline.AxisHeight+5)
	b.wantLanes("dragged to the top with what lies under it", "United States", "Envoy", "Ukraine", "No actor")
	from = b.name("United States")
	b.drag(from, 0, b.name("No actor").Y-from.Y+12)
	b.wantLanes("dragged to the end", "Ukraine", "No actor", "United States", "Envoy")
	from = b.name("Ukraine")
	b.drag(from, 0, 8)
	b.wantLanes("dragged by a little", "Ukraine", "No actor", "United States", "Envoy")
	b.down(from)
	b.c.field.Dragged(dragTo(from.AddXY(0, 300), 0))
	b.c.clear() // Escape
	b.c.field.DragEnd()
	b.wantLanes("a drag that was given up", "Ukraine", "No actor", "United States", "Envoy")
	b.do("Lanes in their own order")
	b.wantLanes("put back", "Ukraine", "United States", "Envoy", "No actor")
}

func TestLanesByKeys(t *testing.T) {
	b := newBench(t)
	b.ses.Grouping.Set(string(timeline.ByActor))
	b.do("Next lane")
	b.do("Move lane down")
	b.wantLanes("moved down", "United States", "Envoy", "Ukraine", "No actor")
	b.do("Move lane down")
	b.do("Move lane down") // it is last
	b.wantLanes("moved down again", "United States", "Envoy", "No actor", "Ukraine")
	b.do("Lane before")
	b.do("Hide lane")
	b.wantLanes("hidden", "United States", "Envoy", "Ukraine")
	if n := b.c.Plot().InHiddenLanes(); n != 1 || !b.c.note.link.Visible() || b.c.note.link.Label != "1 lane hidden…" {
		t.Errorf("%d items are hidden, and it says %q", n, b.c.note.link.Label)
	}
	b.ses.Selected.Set(event("e1"))
	b.do("Hide lane")
	b.wantLanes("the lane of what is selected", "United States", "Ukraine")
	b.do("Show all lanes")
	if b.wantLanes("all", "United States", "Envoy", "No actor", "Ukraine"); b.c.note.link.Visible() {
		t.Error("it says that some are hidden")
	}
	b.do("Fold all lanes")
	b.wantLanes("folded", "United States", "No actor", "Ukraine")
	b.do("Fold or unfold lane") // of what is selected
	b.wantLanes("unfolded", "United States", "Envoy", "No actor", "Ukraine")
	b.do("Next lane")
	b.ses.Grouping.Set(string(timeline.ByIssue))
	if b.c.chosen.ok {
		t.Error("a lane of another grouping is still chosen")
	}
	b.wantLanes("by issue, arranged by itself", "Territory", "Donbas", "No issue")
}

func TestLanesComeBack(t *testing.T) {
	b := newBench(t)
	b.ses.Arrangement.Set(session.Arrangement{}.With(timeline.ByIssue, data.Lanes{Order: []string{"", "land"}, Folded: []string{"land"}}))
	b.wantLanes("as they were kept", "No issue", "Territory")
	b.click(b.name("No issue"))
	if got := b.c.lane(); got != 0 || !b.c.chosen.ok {
		t.Errorf("a click on its name chooses the lane %d", got)
	}
	b.do("Clear selection")
	if b.c.chosen.ok {
		t.Error("Escape leaves the lane chosen")
	}
}

func TestLaneMenu(t *testing.T) {
	b := newBench(t)
	pick := func(title, label string) {
		t.Helper()
		for i, l := range b.c.Plot().Lanes() {
			if l.Title != title {
				continue
			}
			for _, it := range b.c.laneMenu(i) {
				if it.Label == label && !it.Disabled {
					it.Action()
					return
				}
			}
		}
		t.Fatalf("the menu of %s does not offer %s", title, label)
	}
	pick("Territory", "Move down")
	b.wantLanes("moved down", "No issue", "Territory", "Donbas")
	pick("Territory", "Fold")
	b.wantLanes("folded", "No issue", "Territory")
	pick("Territory", "Unfold")
	pick("Donbas", "Hide this lane")
	b.wantLanes("hidden", "No issue", "Territory")
	if got := b.c.Plot().HiddenLanes(); len(got) != 1 || got[0].Title != "Territory: Donbas" {
		t.Errorf("hidden are %v", got)
	}
	b.c.showLane("donbas")
	b.wantLanes("shown", "No issue", "Territory", "Donbas")
}
