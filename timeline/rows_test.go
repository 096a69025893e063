package timeline

import (
	"math"
	"slices"
	"testing"

	"demarche/data"
	"demarche/timeline/made"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
	"pgregory.net/rapid"
)

// plots are a few made plots to try properties on.
func plots() []*Plot {
	var all []*Plot
	for i, n := range []int{20, 300, 4000} {
		c := made.Case(made.Options{Items: n, Seed: uint64(i), Actors: 40, Issues: 15})
		for _, g := range []Grouping{ByIssue, ByActor, Ungrouped} {
			all = append(all, NewPlot(c, PlotOptions{Grouping: g}))
		}
	}
	return all
}

func TestPackingPlacesEveryItemOnce(t *testing.T) {
	for _, p := range plots() {
		seen := make([]bool, p.items.n)
		for i := range p.lanes {
			l := &p.lanes[i]
			var here []int32
			for _, r := range l.rows {
				for k, m := range r.marks {
					here = append(here, m.item)
					seen[m.item] = true
					if k == 0 {
						continue
					}
					before := r.marks[k-1]
					if m.start < before.start || !r.dense && m.start < before.end {
						t.Fatalf("lane %s: %v overlaps %v", l.Title, before, m)
					}
				}
			}
			slices.Sort(here)
			if len(slices.Compact(here)) != l.Items {
				t.Fatalf("lane %s has %d marks for %d items", l.Title, len(here), l.Items)
			}
		}
		if slices.Contains(seen, false) {
			t.Fatalf("an item lies in no lane")
		}
	}
}

// zoomed draws a window of the plot from a year's minutes to all of it.
func zoomed(t *rapid.T, p *Plot) View {
	all := p.FitWindow()
	span := float64(all.Span()) * math.Pow(2, -rapid.Float64Range(0, 12).Draw(t, "zoom"))
	from := float64(all.From) + rapid.Float64Range(-0.05, 1).Draw(t, "at")*(float64(all.Span())-span)
	return View{
		Window: scale.Window{From: int64(from), To: int64(from + span)}.Valid(),
		W:      rapid.Float32Range(300, 2600).Draw(t, "width"), H: 700,
	}
}

func TestLabelsNeverMeet(t *testing.T) {
	all := plots()
	rapid.Check(t, func(t *rapid.T) {
		p := all[rapid.IntRange(0, len(all)-1).Draw(t, "plot")]
		f := p.frame(zoomed(t, p))
		for i := range p.lanes {
			for k := range p.lanes[i].rows {
				r := &p.lanes[i].rows[k]
				gs := p.glyphs(nil, &f, r)
				p.placeLabels(gs, &f, r)
				checkRow(t, gs)
			}
		}
	})
}

// checkRow fails where a label of the row meets another label or a mark.
func checkRow(t *rapid.T, gs []glyph) {
	for i := range gs {
		g := &gs[i]
		if g.label != atLeft && g.label != atRight {
			continue
		}
		if g.l1 <= g.l0 {
			t.Fatalf("an empty label %+v", g)
		}
		for k := range gs {
			o := &gs[k]
			if k == i {
				continue
			}
			if g.l0 < o.x1-0.5 && g.l1 > o.x0+0.5 && !(o.x0 < -farPixels/2 || o.x1 > farPixels/2) {
				t.Fatalf("label %d %+v lies on mark %d %+v", i, *g, k, *o)
			}
			if (o.label == atLeft || o.label == atRight) && g.l0 < o.l1-0.5 && g.l1 > o.l0+0.5 {
				t.Fatalf("label %d %+v meets label %d %+v", i, *g, k, *o)
			}
		}
	}
}

func TestFoldingLosesNone(t *testing.T) {
	all := plots()
	rapid.Check(t, func(t *rapid.T) {
		p := all[rapid.IntRange(0, len(all)-1).Draw(t, "plot")]
		v := zoomed(t, p)
		f := p.frame(v)
		for i := range p.lanes {
			for k := range p.lanes[i].rows {
				r := &p.lanes[i].rows[k]
				gs := p.glyphs(nil, &f, r)
				next := int32(-1)
				for _, g := range gs {
					if next >= 0 && g.first != next {
						t.Fatalf("after mark %d comes mark %d", next-1, g.first)
					}
					next = g.first + g.n
				}
				for j, m := range r.marks {
					if m.end < f.scale.From || m.start >= f.scale.To {
						continue
					}
					if len(gs) == 0 || int32(j) < gs[0].first || int32(j) >= next {
						t.Fatalf("mark %d, which the window shows, is in no glyph", j)
					}
				}
			}
		}
	})
}

// TestFoldsStayWhilePanning holds that a window moved by any number of pixels
// folds the same marks: all but those that only one of the windows reaches.
func TestFoldsStayWhilePanning(t *testing.T) {
	all := plots()
	rapid.Check(t, func(t *rapid.T) {
		p := all[rapid.IntRange(0, len(all)-1).Draw(t, "plot")]
		v := zoomed(t, p)
		w := v
		w.Window = p.Scale(v).Pan(rapid.Float64Range(-150, 150).Draw(t, "dx")).Window
		f, g := p.frame(v), p.frame(w)
		for i := range p.lanes {
			for k := range p.lanes[i].rows {
				r := &p.lanes[i].rows[k]
				a, b := p.glyphs(nil, &f, r), p.glyphs(nil, &g, r)
				in := map[int32]int32{}
				for _, x := range a {
					in[x.first] = x.n
				}
				for _, x := range b {
					m := r.marks[x.first]
					if m.start < max(v.Window.From, w.Window.From) || m.end > min(v.Window.To, w.Window.To) {
						continue
					}
					if in[x.first] != x.n {
						t.Fatalf("the fold at mark %d holds %d, before %d", x.first, x.n, in[x.first])
					}
				}
			}
		}
	})
}

// refOf is the item that the Of of a scene's primitive names; ok is false for
// what stands for no item.
func (p *Plot) refOf(of int32) (ref data.Ref, ok bool) {
	if of < 1 || of > p.items.n {
		return data.Ref{}, false
	}
	return p.at(of - 1).ref, true
}

func TestHitFindsWhatWasDrawn(t *testing.T) {
	for _, p := range plots() {
		v := View{Window: p.DefaultWindow(), W: 1200, H: 900}
		var s scene.Scene
		p.Draw(&s, v)
		found := 0
		for _, it := range s.Items {
			ref, ok := p.refOf(it.Of)
			if !ok || it.Op != scene.OpMark || it.X0 < p.HeaderWidth() || it.X0 > v.W || it.Y0 < AxisHeight || it.Y0 > v.H {
				continue
			}
			h := p.Hit(v, it.X0, it.Y0)
			if h.Kind != HitItem && h.Kind != HitFold {
				t.Fatalf("at %v, %v, where %v is drawn, lies %+v", it.X0, it.Y0, ref, h)
			}
			if h.Kind == HitItem && h.Ref == ref || slices.Contains(h.Refs, ref) {
				found++
			} else if near := abs((h.X0+h.X1)/2 - it.X0); near > 2*markHalf && p.at(it.Of-1).event != nil {
				t.Fatalf("%v is drawn at %v, found there is %v", ref, it.X0, h.Ref)
			}
		}
		if found < 5 {
			t.Errorf("only %d marks were found", found)
		}
	}
}

func TestHitParts(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{})
	v := View{Window: p.DefaultWindow(), W: 900, H: 600, ShowAsOf: true, AsOf: date("2024-04-01").Earliest()}
	lanes := p.Lanes()
	at, _ := p.Where(positionRef("p1"))
	for _, c := range []struct {
		name string
		x, y float32
		want HitKind
		ref  data.Ref
	}{
		{"axis", 500, 10, HitAxis, data.Ref{}},
		{"as-of pill", p.X(v, v.AsOf), 12, HitAsOf, data.Ref{}},
		{"lane name", 60, AxisHeight + lanes[1].Y + 20, HitLane, data.Ref{}},
		{"triangle", laneLeft + 4, AxisHeight + lanes[0].Y + 14, HitToggle, data.Ref{}},
		{"bar", p.X(v, at.From) + 30, AxisHeight + at.Y + at.H/2, HitItem, positionRef("p1")},
		{"nothing", 500, AxisHeight + p.Height() + 10, HitEmpty, data.Ref{}},
	} {
		if h := p.Hit(v, c.x, c.y); h.Kind != c.want || h.Ref != c.ref {
			t.Errorf("%s: at %v, %v lies %+v", c.name, c.x, c.y, h)
		}
	}
	if h := p.Hit(v, 500, AxisHeight+lanes[1].Y+1); h.Lane != 1 || h.At != p.T(v, 500) {
		t.Errorf("an empty place is lane %d at %d", h.Lane, h.At)
	}
}

func TestEdges(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{})
	v := View{Window: p.DefaultWindow(), W: 900, H: 600}
	for _, c := range []struct {
		id   data.ID
		end  bool
		want Edge
	}{{"p2", false, StartEdge}, {"p2", true, EndEdge}, {"p1", false, StartEdge}, {"p1", true, NoEdge}} {
		at, _ := p.Where(positionRef(c.id))
		x := p.X(v, at.From) + 1
		if c.end {
			x = p.X(v, at.To) - 1
		}
		h := p.Hit(v, x, AxisHeight+at.Y+at.H/2)
		if h.Ref != positionRef(c.id) || h.Edge != c.want {
			t.Errorf("%s, end %v: %v at edge %v, want %v", c.id, c.end, h.Ref, h.Edge, c.want)
		}
	}
}

func TestDrawingAllocatesNothingWhilePanning(t *testing.T) {
	p := NewPlot(made.Case(made.Options{Items: 4000}), PlotOptions{})
	var s scene.Scene
	v := View{Window: p.DefaultWindow(), W: 1280, H: 800, ShowAsOf: true, AsOf: p.DefaultWindow().From + 86400}
	p.Draw(&s, v)
	step := v.Window.Span() / 400
	n := testing.AllocsPerRun(100, func() {
		v.Window.From, v.Window.To = v.Window.From+step, v.Window.To+step
		step = -step
		p.Draw(&s, v)
	})
	if n > 4 {
		t.Errorf("a frame allocates %v times", n)
	}
}

func TestDrawnDifferently(t *testing.T) {
	c := harbour()
	told := position("p1", "x", "2024-03-04", "2024-04-04", "a1", "i2", data.Demands)
	told.Attribution.Relation = data.Media
	open := position("p2", "x", "2024-03-04", "", "a1", "i3", data.Supports)
	hollow := position("p3", "x", "2024-03~", "2024-05-01", "a1", "i4", data.Rejects)
	hollow.Disputed = true
	p := NewPlot(c.With(data.Change{Put: []data.Record{told, open, hollow}}), PlotOptions{})
	var s scene.Scene
	p.Draw(&s, View{Window: p.FitWindow(), W: 1000, H: 700})
	for id, want := range map[data.ID]func(scene.Item) bool{
		"p1": func(it scene.Item) bool { return it.Hatch && it.FadeOut == 0 && it.FadeIn == 0 },
		"p2": func(it scene.Item) bool { return !it.Hatch && it.FadeOut > 0 },
		"p3": func(it scene.Item) bool { return it.FadeIn > 0 && it.Stroke.A > 0 && it.Fill.A < 100 },
	} {
		n, _ := p.find(positionRef(id))
		k := slices.IndexFunc(s.Items, func(it scene.Item) bool { return it.Op == scene.OpRect && it.Of == n+1 })
		if k < 0 || !want(s.Items[k]) {
			t.Errorf("%s is drawn as %+v", id, s.Items[max(k, 0)])
		}
	}
}

func TestDimmedAfterTheAsOfDate(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{})
	n, _ := p.find(eventRef("e3")) // of 20 April, published on 2 May
	alpha := func(v View) uint8 {
		var s scene.Scene
		v.Window, v.W, v.H = p.FitWindow(), 1000, 700
		p.Draw(&s, v)
		for _, it := range s.Items {
			if it.Of == n+1 && it.Op == scene.OpMark {
				return it.Stroke.A
			}
		}
		return 0
	}
	april := date("2024-04-25").Earliest()
	if alpha(View{}) != 255 || alpha(View{ShowAsOf: true, AsOf: april}) != 255 {
		t.Errorf("what has happened is dimmed")
	}
	if alpha(View{ShowAsOf: true, AsOf: date("2024-04-01").Earliest()}) > 128 {
		t.Errorf("what has not happened yet is not dimmed")
	}
	if alpha(View{ShowAsOf: true, AsOf: april, ByKnown: true}) > 128 {
		t.Errorf("what is not known yet is not dimmed")
	}
}

func TestSelectedShowsInItsFold(t *testing.T) {
	p := NewPlot(made.Case(made.Options{Items: 4000}), PlotOptions{Grouping: Ungrouped})
	v := View{Window: p.FitWindow(), W: 700, H: 4000}
	f := p.frame(v)
	tried := 0
	for i := range p.lanes[0].rows {
		r := &p.lanes[0].rows[i]
		for _, g := range p.glyphs(nil, &f, r) {
			if g.n == 1 || tried > 50 {
				continue
			}
			tried++
			v.Selected = p.at(r.marks[g.first+g.n/2].item).ref
			var s scene.Scene
			p.Draw(&s, v)
			if !slices.ContainsFunc(s.Items, func(it scene.Item) bool { return it.Stroke == p.theme.Selection && it.Of == r.marks[g.first].item+1 }) {
				t.Fatalf("the fold of %v does not show that it is selected", v.Selected)
			}
		}
	}
	if tried == 0 {
		t.Fatal("nothing folds")
	}
}

func TestLinksOfTheSelected(t *testing.T) {
	p := NewPlot(harbour(), PlotOptions{})
	curves := func(ref data.Ref) int {
		var s scene.Scene
		p.Draw(&s, View{Window: p.FitWindow(), W: 1000, H: 700, Selected: ref})
		n := 0
		for _, it := range s.Items {
			if it.Op == scene.OpCurve && it.Last-it.First == 4 {
				n++
			}
		}
		return n
	}
	if curves(data.Ref{}) != 0 || curves(positionRef("p1")) != 1 || curves(positionRef("p2")) != 1 || curves(eventRef("e1")) != 0 {
		t.Errorf("links are drawn wrongly")
	}
}
