package scale

import (
	"math"
	"testing"

	"demarche/data/edtf"
	"pgregory.net/rapid"
)

func windows() *rapid.Generator[Window] {
	return rapid.Custom(func(t *rapid.T) Window {
		span := int64(math.Exp(rapid.Float64Range(math.Log(float64(MinSpan)), math.Log(float64(MaxSpan))).Draw(t, "span")))
		from := rapid.Int64Range(-6e12, 6e12).Draw(t, "from")
		return Window{from, from + span}
	})
}

func TestZoomKeepsThePoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New(windows().Draw(t, "window"), rapid.Float64Range(50, 4000).Draw(t, "width"))
		x := rapid.Float64Range(0, s.Width).Draw(t, "x")
		z := s.Zoom(x, rapid.Float64Range(0.01, 100).Draw(t, "factor"))
		before, after := float64(s.T(x)), float64(z.T(x))
		if math.Abs(before-after) > 2+1e-9*math.Abs(before) {
			t.Fatalf("zoom about %v of %v moved it by %v s", x, s, after-before)
		}
	})
}

func TestPanMovesByPixels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New(windows().Draw(t, "window"), rapid.Float64Range(50, 4000).Draw(t, "width"))
		dx := rapid.Float64Range(-3000, 3000).Draw(t, "dx")
		p := s.Pan(dx)
		if p.Span() != s.Span() {
			t.Fatalf("panning changed the span from %d to %d", s.Span(), p.Span())
		}
		if got := p.X(s.From); math.Abs(got-dx) > 1/s.SecondsPerPixel()+1e-6 {
			t.Fatalf("panned by %v instead of %v", got, dx)
		}
	})
}

func TestXAndTAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New(windows().Draw(t, "window"), rapid.Float64Range(50, 4000).Draw(t, "width"))
		x := rapid.Float64Range(-s.Width, 2*s.Width).Draw(t, "x")
		if back := s.X(s.T(x)); math.Abs(back-x) > 0.51/s.SecondsPerPixel()+1e-6 {
			t.Fatalf("X(T(%v)) is %v", x, back)
		}
	})
}

func style() Style {
	w := func(s string) float64 { return 7 * float64(len([]rune(s))) }
	return Style{Names: English(), Inner: w, Outer: w}
}

// styles are the axes that a person may ask for, with letters of any width.
func styles() *rapid.Generator[Style] {
	return rapid.Custom(func(t *rapid.T) Style {
		letter := rapid.Float64Range(5, 9).Draw(t, "letter")
		w := func(s string) float64 { return letter * float64(len([]rune(s))) }
		st := Style{Names: English(), Inner: w, Outer: w, Weeks: rapid.Bool().Draw(t, "weeks"), Quarters: rapid.Bool().Draw(t, "quarters")}
		if rapid.Bool().Draw(t, "zone") {
			st.Zone = func(int64) string { return "Kyiv, UTC+2" }
		}
		return st
	})
}

func TestAxisIsLegible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New(windows().Draw(t, "window"), rapid.Float64Range(20, 4000).Draw(t, "width"))
		st := styles().Draw(t, "style")
		var a Axis
		a.Layout(s, st)
		if s.Width >= 220 && len(a.Inner)+len(a.Outer) < 2 {
			t.Fatalf("%v has %d and %d labels", s, len(a.Inner), len(a.Outer))
		}
		if len(a.Ticks) > 200 || len(a.Minor) > int(s.Width/minorRoom)+40 {
			t.Fatalf("%v has %d ticks, %d minor", s, len(a.Ticks), len(a.Minor))
		}
		for _, row := range [][]Label{a.Inner, a.Outer} {
			for i := range row {
				if i > 0 && row[i].X < row[i-1].X+row[i-1].W {
					t.Fatalf("%q runs into %q", row[i-1].Text, row[i].Text)
				}
				if row[i].At < row[0].At {
					t.Fatalf("labels are out of order")
				}
			}
		}
		if len(a.Outer) == 0 || a.Outer[0].X < 0 || a.Outer[0].X > s.Width {
			t.Fatalf("%v does not say what its first label lies in: %v", s, a.Outer)
		}
	})
}

func TestLabelsFollowWhatIsAskedFor(t *testing.T) {
	s := New(window(t, "2024-12-20", "2025-01-25"), 500)
	st, asked := style(), style()
	asked.Weeks = true
	var a Axis
	for range 2 { // an axis is used again
		a.Layout(s, st)
		if got, want := texts(a.Inner), []string{"23", "30", "6", "13", "20"}; !equal(got, want) {
			t.Errorf("without weeks the labels are %q, not %q", got, want)
		}
		a.Layout(s, asked)
		if got, want := texts(a.Inner), []string{"W52", "W1", "W2", "W3", "W4"}; !equal(got, want) {
			t.Errorf("with weeks the labels are %q, not %q", got, want)
		}
	}
}

func window(t *testing.T, from, to string) Window {
	t.Helper()
	a, err := edtf.Parse(from)
	if err != nil {
		t.Fatal(err)
	}
	b, err := edtf.Parse(to)
	if err != nil {
		t.Fatal(err)
	}
	return Window{a.Earliest(), b.Earliest()}
}

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		from, to     string
		width        float64
		inner, outer []string
	}{
		{"2025-08-20", "2025-12-27", 720, []string{"Sep", "Oct", "Nov", "Dec"}, []string{"2025"}},
		{"2025-11-01", "2026-03-01", 600, []string{"Nov", "Dec", "Jan", "Feb"}, []string{"2025", "2026"}},
		{"2025-12-14T00:00", "2025-12-14T13:00", 500, []string{"00:00", "03:00", "06:00", "09:00"}, []string{"Sun 14 Dec 2025"}},
		{"2025-12-10", "2025-12-16", 600, []string{"10", "11", "12", "13", "14", "15"}, []string{"Dec 2025"}},
		{"2019", "2027", 800, []string{"2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"}, []string{"2010s", "2020s"}},
		{"-0099", "0201", 480, []string{"100 BCE", "50 BCE", "1", "50", "100", "150"}, []string{"1st millennium BCE", "1st millennium"}},
	} {
		var a Axis
		a.Layout(New(window(t, c.from, c.to), c.width), style())
		if got := texts(a.Inner); !equal(got, c.inner) {
			t.Errorf("%s to %s: inner labels %q, want %q", c.from, c.to, got, c.inner)
		}
		if got := texts(a.Outer); !equal(got, c.outer) {
			t.Errorf("%s to %s: outer labels %q, want %q", c.from, c.to, got, c.outer)
		}
	}
}

func TestWeeksAndQuarters(t *testing.T) {
	st := style()
	st.Weeks, st.Quarters = true, true
	var a Axis
	a.Layout(New(window(t, "2024-12-20", "2025-01-25"), 500), st)
	if got, want := texts(a.Inner), []string{"W52", "W1", "W2", "W3", "W4"}; !equal(got, want) {
		t.Errorf("weeks are %q, want %q", got, want)
	}
	a = Axis{}
	a.Layout(New(window(t, "2024-01-01", "2025-02-01"), 450), st)
	if got, want := texts(a.Inner), []string{"Q1", "Q2", "Q3", "Q4", "Q1"}; !equal(got, want) {
		t.Errorf("quarters are %q, want %q", got, want)
	}
}

func TestOuterRowTellsWeeksQuartersAndZone(t *testing.T) {
	for _, c := range []struct {
		from, to     string
		inner, outer []string
	}{
		{"2025-12-26", "2026-01-02", []string{"26", "27", "28", "29", "30", "31", "1"}, []string{"W52 · Mon 22 Dec 2025", "W1 · Mon 29 Dec 2025"}},
		{"2025-09-10", "2026-02-20", []string{"Oct", "Nov", "Dec", "Jan", "Feb"}, []string{"Q3 2025", "Q4 2025", "Q1 2026"}},
		{"2025-12-14T21:00", "2025-12-15T02:00", []string{"21:00", "22:00", "23:00", "00:00", "01:00"}, []string{"W50 · Sun 14 Dec 2025 · Kyiv", "W51 · Mon 15 Dec 2025 · Kyiv"}},
	} {
		st := style()
		st.Weeks, st.Quarters, st.Zone = true, true, func(int64) string { return "Kyiv" }
		var a Axis
		a.Layout(New(window(t, c.from, c.to), 600), st)
		if got := texts(a.Inner); !equal(got, c.inner) {
			t.Errorf("%s to %s: inner labels %q, want %q", c.from, c.to, got, c.inner)
		}
		if got := texts(a.Outer); !equal(got, c.outer) {
			t.Errorf("%s to %s: outer labels %q, want %q", c.from, c.to, got, c.outer)
		}
	}
}

func TestFromMinutesToMillennia(t *testing.T) {
	for _, c := range []struct {
		from, to     string
		inner, outer []string
	}{
		{"2025-12-14T11:00", "2025-12-14T12:00", []string{"11:00", "11:15", "11:30", "11:45"}, []string{"Sun 14 Dec 2025"}},
		{"-0430-06-01", "-0430-06-06", []string{"1", "2", "3", "4", "5"}, []string{"Jun 431 BCE"}},
		{"-0004", "0006", []string{"4 BCE", "2 BCE", "1", "2", "4"}, []string{"1st century BCE", "1st century"}},
		{"-0499", "0501", []string{"400 BCE", "200 BCE", "1", "200", "400"}, []string{"1st millennium BCE", "1st millennium"}},
		{"-9999", "2001", []string{"10000 BCE", "8000 BCE", "6000 BCE", "4000 BCE", "2000 BCE", "1"}, []string{"20000 BCE", "1"}},
	} {
		var a Axis
		a.Layout(New(window(t, c.from, c.to), 500), style())
		if got := texts(a.Inner); !equal(got, c.inner) {
			t.Errorf("%s to %s: inner labels %q, want %q", c.from, c.to, got, c.inner)
		}
		if got := texts(a.Outer); !equal(got, c.outer) {
			t.Errorf("%s to %s: outer labels %q, want %q", c.from, c.to, got, c.outer)
		}
	}
}

func TestTicksGoOn(t *testing.T) {
	for _, v := range intervals {
		at := v.floor(-70_000_000_000)
		for range 3000 {
			n := v.next(at)
			if n <= at || v.floor(n) != n || v.floor(n-1) != at {
				t.Fatalf("interval %+v: after %d comes %d; floor of it %d, before it %d", v, at, n, v.floor(n), v.floor(n-1))
			}
			at = n
		}
	}
}

func TestAxisAllocatesNothingWhilePanning(t *testing.T) {
	s, st := New(window(t, "2025-08-20", "2025-12-27"), 720), style()
	var a Axis
	a.Layout(s, st)
	if n := testing.AllocsPerRun(100, func() { a.Layout(s, st) }); n != 0 {
		t.Errorf("an axis allocates %v times", n)
	}
}

func TestWindowStaysValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := Window{rapid.Int64().Draw(t, "from"), rapid.Int64().Draw(t, "to")}.Valid()
		if w.Span() < MinSpan || w.Span() > MaxSpan {
			t.Fatalf("%v has the span %d", w, w.Span())
		}
		all := windows().Draw(t, "all")
		in := w.Within(all)
		if in.Span() != w.Span() || in.To < all.From || in.From > all.To {
			t.Fatalf("%v within %v became %v", w, all, in)
		}
	})
}

func texts(all []Label) []string {
	var out []string
	for _, l := range all {
		out = append(out, l.Text)
	}
	return out
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func BenchmarkAxis(b *testing.B) {
	s, st := New(Window{1_755_648_000, 1_766_793_600}, 720), style()
	var a Axis
	b.ReportAllocs()
	for b.Loop() {
		a.Layout(s, st)
	}
}
