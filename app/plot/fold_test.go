package plot

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
)

func TestTellApartZooms(t *testing.T) {
	b := newBench(t)
	var put []data.Record
	for i := range 8 { // far enough apart to share a row
		put = append(put, &data.Event{ID: data.ID(fmt.Sprint("x", i)), Title: "Round", Type: data.Consult, Status: data.Happened, Date: edtf.OfDay(2010+i, 3, 3)})
	}
	if err := b.ses.Do(data.Change{Label: "Add", Put: put}); err != nil {
		t.Fatal(err)
	}
	v := b.c.View()
	v.Window = scale.Window{From: edtf.OfYear(0).Earliest(), To: edtf.OfYear(4000).Earliest()}
	b.c.look(v)
	h, ok := b.c.Plot().FoldOf(b.c.View(), event("x1"))
	if !ok {
		t.Fatal("rounds that are years apart do not fold in 4000")
	}
	b.click(fyne.NewPos((h.X0+h.X1)/2, (h.Y0+h.Y1)/2))
	if _, ok := b.c.Plot().FoldOf(b.c.View(), event("x1")); ok {
		t.Error("after a click it is still folded")
	}
	zoomed := b.c.View().Window
	b.c.look(v)
	b.ses.Selected.Set(event("x1"))
	b.do("Tell apart what is in one mark")
	if got := b.c.View().Window; got != zoomed {
		t.Errorf("the key shows %v, a click %v", got, zoomed)
	}
}

func TestWhatCannotBeToldApartIsListed(t *testing.T) {
	for _, n := range []int{14, 60} {
		b := newBench(t)
		var put []data.Record
		for i := range n {
			put = append(put, &data.Event{ID: data.ID(fmt.Sprintf("x%03d", i)), Title: fmt.Sprint("Meeting ", i), Type: data.Consult,
				Status: data.Happened, Date: edtf.OfDay(2025, 12, 1)})
		}
		if err := b.ses.Do(data.Change{Label: "Add", Put: put}); err != nil {
			t.Fatal(err)
		}
		b.c.Fit()
		var h timeline.Hit
		for i := range n {
			ref := event(data.ID(fmt.Sprintf("x%03d", i)))
			if got, ok := b.c.Plot().FoldOf(b.c.View(), ref); ok && len(got.Refs) > len(h.Refs) {
				h = got
				b.ses.Selected.Set(ref)
			}
		}
		if len(h.Refs) == 0 {
			t.Fatalf("of %d on one day none fold", n)
		}
		before := b.c.View().Window
		b.c.TellApart()
		over := b.win.Canvas().Overlays().Top()
		if over == nil || b.c.View().Window != before {
			t.Fatalf("%d that are folded are not listed", len(h.Refs))
		}
		if len(h.Refs) <= listedMost {
			b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		} else {
			list, ok := b.win.Canvas().Focused().(*widget.List)
			if !ok {
				t.Fatalf("the list has not the keyboard: %T", b.win.Canvas().Focused())
			}
			list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		}
		if got := b.ses.Selected.Get(); got != h.Refs[0] {
			t.Errorf("of %d the keys choose %v, not the first", len(h.Refs), got)
		}
		if b.win.Canvas().Overlays().Top() != nil {
			t.Error("the list stays")
		}
	}
}

func TestKeyNamesEverySignInItsColumn(t *testing.T) {
	b := newBench(t)
	b.do("What the signs mean")
	if b.win.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing is shown")
	}
	var s scene.Scene
	b.c.drawKey(&s, 400)
	texts := 0
	for _, it := range s.Items {
		if it.Op != scene.OpText || it.Font != keyFont {
			continue
		}
		texts++
		if w := b.c.faces.Measure(it.Font, it.Text); w > it.FitWidth() {
			t.Errorf("%q is cut", it.Text)
		}
	}
	if texts != len(b.c.Plot().Key()) || texts < 18 {
		t.Errorf("%d signs are named", texts)
	}
}
