package raster

import (
	"image"
	"image/color"
	"math"
	"testing"

	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

var (
	white = color.NRGBA{255, 255, 255, 255}
	black = color.NRGBA{0, 0, 0, 255}
)

func painter(t testing.TB) *Painter {
	t.Helper()
	f, err := typeface.New(typeface.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return New(f)
}

// blackness is how much black lies on the picture, in whole pixels.
func blackness(img *image.RGBA) float64 {
	sum := 0.0
	for i := 0; i < len(img.Pix); i += 4 {
		sum += 255 - float64(img.Pix[i])
	}
	return sum / 255
}

func paint(t testing.TB, w, h int, items ...scene.Item) *image.RGBA {
	t.Helper()
	s := &scene.Scene{W: float32(w), H: float32(h), Background: white, Items: items}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	painter(t).Paint(img, s, 1)
	return img
}

func box(x0, y0, x1, y1 float32) scene.Item {
	return scene.Item{Op: scene.OpRect, X0: x0, Y0: y0, X1: x1, Y1: y1, Fill: black}
}

// What is painted must cover as many pixels as the shape has area.
func TestShapesCoverTheirArea(t *testing.T) {
	rounded := box(5, 5, 35, 25)
	rounded.Radius = 6
	pill := box(3.3, 4.2, 37.1, 14.7)
	pill.Radius = 100
	fade := box(5, 5, 35, 25)
	fade.FadeIn, fade.FadeOut = 10, 20
	outline := scene.Item{Op: scene.OpRect, X0: 5, Y0: 5, X1: 35, Y1: 25, Stroke: black, Width: 2}
	round := outline
	round.Radius = 6
	hatch := box(0, 0, 36, 36)
	hatch.Hatch = true
	mark := func(s scene.Shape) scene.Item {
		return scene.Item{Op: scene.OpMark, Shape: s, X0: 20.3, Y0: 20.6, Size: 20, Fill: black}
	}
	diamond := scene.Item{Op: scene.OpMark, X0: 20, Y0: 20, Size: 20, Stroke: black, Width: 2}
	r := 10.5 / 2
	for name, c := range map[string]struct {
		item scene.Item
		want float64
		near float64
	}{
		"whole pixels":      {box(10, 10, 20, 15), 50, 0.01},
		"parts of pixels":   {box(10.25, 10.5, 20.5, 15.75), 10.25 * 5.25, 0.3},
		"thin box":          {box(10.2, 10, 10.5, 20), 3, 0.1},
		"sliver in a pixel": {box(10.2, 10.2, 10.7, 10.7), 0.25, 0.01},
		"upside down":       {box(20, 20, 10, 10), 0, 0},
		"rounded":           {rounded, 600 - (4-math.Pi)*36, 2},
		"pill":              {pill, 33.8*10.5 - (4-math.Pi)*r*r, 2},
		"fades":             {fade, 20 * 15, 2},
		"outline":           {outline, 32*22 - 28*18, 0.01},
		"round outline":     {round, 32*22 - 28*18 - (4-math.Pi)*(49-25), 2},
		"hatch":             {hatch, 36 * 36 * (1 - (1-scene.HatchAlpha)*scene.HatchWidth/scene.HatchPeriod), 12},
		"level line":        {scene.Item{Op: scene.OpLine, X0: 5, Y0: 10, X1: 30, Y1: 10, Stroke: black}, 25, 0.01},
		"dashed line":       {scene.Item{Op: scene.OpLine, X0: 5.2, Y0: 4, X1: 5.2, Y1: 40, Stroke: black, Dash: 4}, 20, 0.01},
		"slanted line":      {scene.Item{Op: scene.OpLine, X0: 5, Y0: 5, X1: 35, Y1: 30, Stroke: black, Width: 3}, 3 * math.Hypot(30, 25), 1},
		"slanted dashes":    {scene.Item{Op: scene.OpLine, X0: 5, Y0: 5, X1: 29, Y1: 37, Stroke: black, Width: 2, Dash: 5}, 40, 1},
		"diamond":           {mark(scene.Diamond), 200, 1},
		"circle":            {mark(scene.Circle), math.Pi * 100, 2},
		"square":            {mark(scene.Square), 17.6 * 17.6, 1},
		"hollow diamond":    {diamond, 2 * 4 * 10 * math.Sqrt2, 1.5},
	} {
		img := paint(t, 48, 48, c.item)
		if got := blackness(img); math.Abs(got-c.want) > c.near {
			t.Errorf("%s covers %.2f pixels, not %.2f", name, got, c.want)
		}
	}
}

func TestPathsCoverTheirArea(t *testing.T) {
	s := &scene.Scene{W: 100, H: 100, Background: white}
	s.AddPath(scene.Item{Op: scene.OpPolygon, Fill: black}, scene.Point{X: 10, Y: 10}, scene.Point{X: 60, Y: 10}, scene.Point{X: 10, Y: 60})
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	p := painter(t)
	p.Paint(img, s, 1)
	if got := blackness(img); math.Abs(got-1250) > 2 {
		t.Errorf("a triangle covers %.1f pixels", got)
	}
	s.Reset(100, 100, white)
	s.AddPath(scene.Item{Op: scene.OpCurve, Stroke: black, Width: 2}, scene.Point{X: 10, Y: 50}, scene.Point{X: 40, Y: 50}, scene.Point{X: 60, Y: 50}, scene.Point{X: 90, Y: 50})
	p.Paint(img, s, 1)
	if got := blackness(img); math.Abs(got-160) > 2 {
		t.Errorf("a straight curve covers %.1f pixels", got)
	}
}

func TestClipsNest(t *testing.T) {
	clip := func(x0, y0, x1, y1 float32) scene.Item {
		return scene.Item{Op: scene.OpClip, X0: x0, Y0: y0, X1: x1, Y1: y1}
	}
	un := scene.Item{Op: scene.OpUnclip}
	img := paint(t, 40, 40, clip(0, 0, 20, 20), clip(10, 10, 40, 40), box(0, 0, 40, 40), un, box(0, 0, 1, 1), un, box(30, 30, 31, 31), un, un)
	if got := blackness(img); got != 102 {
		t.Errorf("%g pixels are painted, not 102", got)
	}
}

func TestTextStandsWhereItShould(t *testing.T) {
	text := func(x float32, a scene.Anchor, s string) scene.Item {
		return scene.Item{Op: scene.OpText, X0: x, Y0: 25, Anchor: a, Text: s, Fill: black, Font: scene.Font{Size: 14}}
	}
	p := painter(t)
	width := int(p.faces.Measure(scene.Font{Size: 14}, "Berlin"))
	for name, c := range map[string]struct {
		item     scene.Item
		from, to int
	}{
		"start":  {text(20, scene.Start, "Berlin"), 20, 20 + width},
		"end":    {text(80, scene.End, "Berlin"), 80 - width, 80},
		"middle": {text(50, scene.Middle, "Berlin"), 50 - width/2, 50 + width/2},
	} {
		img := paint(t, 100, 40, c.item)
		r := painted(img)
		if abs(r.Min.X-c.from) > 3 || abs(r.Max.X-c.to) > 3 || r.Max.Y > 26 || r.Min.Y < 12 {
			t.Errorf("%s: painted %v, not %d to %d", name, r, c.from, c.to)
		}
	}
	cut := text(10, scene.Start, "A long label that does not fit")
	cut.X1 = 60
	if r := painted(paint(t, 200, 40, cut)); r.Max.X > 60 || r.Max.X < 45 {
		t.Errorf("a text cut off at 60 ends at %d", r.Max.X)
	}
}

func painted(img *image.RGBA) image.Rectangle {
	var r image.Rectangle
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, y).R < 200 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

// Painting at 2× and shrinking must give what 1× gives, nearly.
func TestScaleChangesNothingButSharpness(t *testing.T) {
	s := crowd(200, 120, 12, 6)
	p := painter(t)
	one, two := image.NewRGBA(image.Rect(0, 0, 200, 120)), image.NewRGBA(image.Rect(0, 0, 400, 240))
	p.Paint(one, s, 1)
	p.Paint(two, s, 2)
	if a, b := blackness(one), blackness(two)/4; math.Abs(a-b) > a/40 {
		t.Errorf("at 1× %.0f pixels of ink, at 2× %.0f", a, b)
	}
}

func TestNothingBreaksOnOddNumbers(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, v := range []float32{inf, -inf, nan, 1e30, -1e30, 0} {
		for op := scene.OpRect; op <= scene.OpUnclip; op++ {
			for _, w := range []float32{v, 50} {
				s := &scene.Scene{W: 60, H: 60, Background: white, Points: []scene.Point{{X: 1, Y: v}, {X: v, Y: 2}, {X: w, Y: v}, {X: v, Y: w}}}
				s.Add(scene.Item{
					Op: op, X0: v, Y0: 5, X1: w, Y1: w, Size: w, Width: v, Dash: w, Radius: v, FadeIn: v, FadeOut: w, Hatch: true,
					Fill: black, Stroke: black, Text: "Odd", Font: scene.Font{Size: w}, Last: 4,
				})
				painter(t).Paint(image.NewRGBA(image.Rect(0, 0, 60, 60)), s, 1)
			}
		}
	}
}

func TestSteadyPaintingAllocatesNothing(t *testing.T) {
	s := crowd(800, 400, 200, 80)
	p := painter(t)
	img := image.NewRGBA(image.Rect(0, 0, 800, 400))
	p.Paint(img, s, 1)
	if n := testing.AllocsPerRun(20, func() { p.Paint(img, s, 1) }); n != 0 {
		t.Errorf("%g allocations a frame", n)
	}
}

func abs(v int) int { return max(v, -v) }
