package typeface

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/timeline/scene"
)

func faces(t testing.TB) *Faces {
	t.Helper()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestMeasureAgreesWithShape(t *testing.T) {
	f := faces(t)
	for _, text := range []string{
		"", "A", "AVATAR To. Yes", "Talks in Berlin, 14–15 Dec", "Переговоры в Берлине", "Διαπραγματεύσεις", "naïve café", "a\tb\nc",
	} {
		for _, w := range []scene.Weight{scene.Regular, scene.Semibold, scene.Bold} {
			run := f.Shape(w, text)
			got := f.Measure(scene.Font{Size: 10, Weight: w}, text)
			if math.Abs(float64(got-10*run.Advance)) > 1e-3 {
				t.Errorf("%q: measured %g, shaped %g", text, got, 10*run.Advance)
			}
			if !run.Simple {
				t.Errorf("%q is not simple", text)
			}
			if len(run.Glyphs) != utf8.RuneCountInString(text) {
				t.Errorf("%q has %d glyphs", text, len(run.Glyphs))
			}
		}
	}
}

// The quick path must draw what HarfBuzz would.
func TestQuickPathAgreesWithHarfBuzz(t *testing.T) {
	f := faces(t)
	for _, text := range []string{"AVATAR To. Yes, (r-y)", "Ukraine rules out ceding Donbas", "Тарас Шевченко", "“Closer than ever”: Trump"} {
		quick, full := f.Shape(scene.Bold, text), f.complexRun(scene.Bold, text)
		if len(quick.Glyphs) != len(full.Glyphs) {
			t.Fatalf("%q: %d glyphs and %d", text, len(quick.Glyphs), len(full.Glyphs))
		}
		for i := range quick.Glyphs {
			a, b := quick.Glyphs[i], full.Glyphs[i]
			if a.ID != b.ID || math.Abs(float64(a.X-b.X)) > 1e-3 {
				t.Errorf("%q, glyph %d: %+v and %+v", text, i, a, b)
			}
		}
	}
}

func TestKerningBringsLettersCloser(t *testing.T) {
	f := faces(t)
	font := scene.Font{Size: 100}
	if pair, apart := f.Measure(font, "AV"), f.Measure(font, "A")+f.Measure(font, "V"); pair >= apart {
		t.Errorf("AV is %g wide, A and V %g", pair, apart)
	}
	if bold, regular := f.Measure(scene.Font{Size: 100, Weight: scene.Bold}, "Berlin"), f.Measure(font, "Berlin"); bold <= regular {
		t.Errorf("bold is %g wide, regular %g", bold, regular)
	}
}

func TestComplexTextKeepsItsWidth(t *testing.T) {
	f := faces(t)
	for _, text := range []string{"שלום 12 עולם", "مرحبا", "e\u0301", "👩‍🚀 ok", "हिन्दी", "\xff\xfe", "a\u202eb"} {
		run := f.Shape(scene.Regular, text)
		if len(run.Glyphs) == 0 || run.Advance <= 0 {
			t.Errorf("%q has %d glyphs, %g wide", text, len(run.Glyphs), run.Advance)
		}
		for _, g := range run.Glyphs {
			f.Outline(g.Font, g.ID, nil)
		}
	}
}

func TestRightToLeftStandsReversed(t *testing.T) {
	f := faces(t)
	// Inter has no Hebrew, so each letter is a box; the Latin part tells the order.
	run := f.Shape(scene.Regular, "אב ok")
	ok := f.Shape(scene.Regular, "ok")
	if run.Glyphs[0].ID != ok.Glyphs[0].ID {
		t.Error("in a right-to-left line the last word does not stand first")
	}
}

func TestFitCutsOffWithEllipsis(t *testing.T) {
	f := faces(t)
	font := scene.Font{Size: 12}
	for _, text := range []string{"Agreement claimed on 90 per cent of the issues", "שלום עולם וברכה לכולם", "e\u0301e\u0301e\u0301e\u0301e\u0301"} {
		full := f.Measure(font, text)
		for width := float32(1); width < full+10; width += 7 {
			fit := f.Fit(font.Weight, text, width/font.Size)
			cut := f.FitString(font, text, width)
			if fit.Width*font.Size > width+0.1 {
				t.Errorf("%q in %g is %g wide", text, width, fit.Width*font.Size)
			}
			if width < full && cut != "" && !strings.HasSuffix(cut, "…") {
				t.Errorf("%q in %g is cut to %q", text, width, cut)
			}
			if width >= full && cut != text {
				t.Errorf("%q fits into %g but is cut to %q", text, width, cut)
			}
			if (cut == "") != (fit.N == 0) {
				t.Errorf("%q in %g: %q but %d glyphs", text, width, cut, fit.N)
			}
		}
	}
}

func TestSteadyMeasuringAllocatesNothing(t *testing.T) {
	f := faces(t)
	font := scene.Font{Size: 12}
	text, hebrew := "Talks in Berlin, 14–15 Dec", "שלום"
	n := testing.AllocsPerRun(100, func() {
		f.Measure(font, text)
		f.Measure(font, hebrew)
		f.Fit(font.Weight, text, 5)
		f.Fit(font.Weight, hebrew, 2)
	})
	if n != 0 {
		t.Errorf("%g allocations", n)
	}
}

func TestManyTextsStayBounded(t *testing.T) {
	f := faces(t)
	for i := range 20_000 {
		f.Shape(scene.Regular, strings.Repeat("x", 1+i%60)+string(rune('a'+i%26))+string(rune(0x400+i%200)))
	}
	f.Shape(scene.Regular, strings.Repeat("long ", 100_000))
	if run := f.Shape(scene.Regular, strings.Repeat("long ", 100_000)); len(run.Glyphs) > maxRunes {
		t.Errorf("a line has %d glyphs", len(run.Glyphs))
	}
}

func FuzzShape(f *testing.F) {
	for _, s := range []string{"Berlin", "שלום 12", "👩‍🚀", "\xff", "a\u0301\u202e"} {
		f.Add(s, float32(5))
	}
	faces := faces(f)
	f.Fuzz(func(t *testing.T, text string, width float32) {
		run := faces.Shape(scene.Regular, text)
		if math.IsNaN(float64(run.Advance)) || math.IsInf(float64(run.Advance), 0) {
			t.Fatalf("%q is %g wide", text, run.Advance)
		}
		if fit := faces.Fit(scene.Regular, text, width); width > 0 && fit.Width > width+0.01 {
			t.Fatalf("%q in %g is %g wide", text, width, fit.Width)
		}
		if cut := faces.FitString(scene.Font{Size: 1}, text, width); width > 0 && utf8.ValidString(text) && !utf8.ValidString(cut) {
			t.Fatalf("%q is cut to %q", text, cut)
		}
	})
}

func BenchmarkMeasure(b *testing.B) {
	f := faces(b)
	font := scene.Font{Size: 12}
	for b.Loop() {
		f.Measure(font, "Agreement claimed on 90 per cent")
	}
}

// Letters that Inter lacks come from the system's fonts, where it has them.
func TestSystemFontsFillIn(t *testing.T) {
	wait, err := New(Options{System: true, Cache: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	run := wait.Shape(scene.Regular, "שלום")
	if run.Glyphs[0].Font < 3 {
		t.Skip("no font of the system has Hebrew letters")
	}
	for _, g := range run.Glyphs {
		if g.Font < 3 || g.ID == 0 || len(wait.Outline(g.Font, g.ID, nil)) == 0 {
			t.Errorf("a letter has no shape: %+v", g)
		}
	}
	ready := make(chan struct{})
	later, err := New(Options{System: true, Cache: t.TempDir(), Ready: func() { close(ready) }})
	if err != nil {
		t.Fatal(err)
	}
	if g := later.Shape(scene.Regular, "שלום").Glyphs[0]; g.Font > 2 {
		t.Error("the look for fonts did not run beside")
	}
	<-ready
	if g := later.Shape(scene.Regular, "שלום").Glyphs[0]; g.Font < 3 {
		t.Error("the fonts found are not used")
	}
}
