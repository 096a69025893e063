package timeline

import (
	"image/color"
	"math"
	"testing"

	"demarche/data"
)

func TestTextReadsWell(t *testing.T) {
	for _, th := range []*Theme{Light(), Dark()} {
		for name, c := range map[string]color.NRGBA{"text": th.Text, "muted": th.Muted, "subtle": th.Subtle} {
			for _, ground := range []color.NRGBA{th.Background, th.Lane, th.Header, th.Overview} {
				if r := Contrast(c, ground); r < 4.5 {
					t.Errorf("dark %v: %s on %v has the contrast %.2f", th.Dark, name, ground, r)
				}
			}
		}
		if r := Contrast(th.OnPrimary, th.Primary); r < 4.5 {
			t.Errorf("dark %v: the pill has the contrast %.2f", th.Dark, r)
		}
		for _, s := range data.Stances() {
			if r := Contrast(th.OnStance(s), th.Stance(s)); r < 3 {
				t.Errorf("dark %v: a label on %s has the contrast %.2f", th.Dark, s, r)
			}
			if r := Contrast(th.Stance(s), th.Lane); r < 2.2 {
				t.Errorf("dark %v: a bar of %s has the contrast %.2f", th.Dark, s, r)
			}
		}
	}
}

// Machado, Oliveira and Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency" (2009), at full severity.
var blindness = map[string][9]float64{
	"none":         {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// simulated is the colour as eyes of that kind see it, in CIE L*a*b* under D65.
func simulated(c color.NRGBA, m [9]float64) [3]float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b := lin(c.R), lin(c.G), lin(c.B)
	var rgb [3]float64
	for i := range rgb {
		rgb[i] = min(max(0, m[3*i]*r+m[3*i+1]*g+m[3*i+2]*b), 1)
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*rgb[0] + 0.3576*rgb[1] + 0.1805*rgb[2]) / 0.95047)
	y := f(0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2])
	z := f((0.0193*rgb[0] + 0.1192*rgb[1] + 0.9505*rgb[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// apart is how far two colours are from each other: CIE 1976 ΔE.
func apart(a, b [3]float64) float64 {
	return math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2])
}

// In grey print only lightness is left: steps of 7.5 in L* are seen side by side.
func TestStancesDifferInGreyPrint(t *testing.T) {
	for _, th := range []*Theme{Light(), Dark()} {
		for i, a := range data.Stances() {
			for _, b := range data.Stances()[i+1:] {
				x, y := simulated(th.Stance(a), blindness["none"]), simulated(th.Stance(b), blindness["none"])
				if d := math.Abs(x[0] - y[0]); d < 7.5 {
					t.Errorf("dark %v: in grey %s and %s are only %.1f apart", th.Dark, a, b, d)
				}
			}
		}
	}
}

func TestActorsDifferForColourBlindEyes(t *testing.T) {
	for _, th := range []*Theme{Light(), Dark()} {
		least := 10.0
		if th.Dark { // its colours are mixed with white, which brings them nearer
			least = 7
		}
		for name, m := range blindness {
			for i := range len(baseActors) {
				for k := range i {
					if d := apart(simulated(th.ActorColor(i), m), simulated(th.ActorColor(k), m)); d < least {
						t.Errorf("dark %v, %s: the actors %d and %d are only %.1f apart", th.Dark, name, k, i, d)
					}
				}
			}
		}
	}
}

func TestStancesDifferForColourBlindEyes(t *testing.T) {
	for _, th := range []*Theme{Light(), Dark()} {
		for name, m := range blindness {
			for i, a := range data.Stances() {
				for _, b := range data.Stances()[i+1:] {
					if d := apart(simulated(th.Stance(a), m), simulated(th.Stance(b), m)); d < 15 {
						t.Errorf("dark %v, %s: %s and %s are only %.0f apart", th.Dark, name, a, b, d)
					}
				}
			}
		}
		shapes := map[any]data.Stance{}
		for _, s := range data.Stances() {
			if other, ok := shapes[StanceGlyph(s)]; ok {
				t.Errorf("%s and %s have one glyph", s, other)
			}
			shapes[StanceGlyph(s)] = s
		}
	}
}

func TestActorColorsDiffer(t *testing.T) {
	for _, th := range []*Theme{Light(), Dark()} {
		all := map[color.NRGBA]bool{}
		for i := range th.ActorColors() {
			all[th.ActorColor(i)] = true
		}
		if len(all) < 20 || len(all) != th.ActorColors() {
			t.Errorf("%d colours, %d of them different", th.ActorColors(), len(all))
		}
		th.ActorColor(-7)
		if th.ActorColor(3) != th.ActorColor(3+th.ActorColors()) {
			t.Error("the colours do not come round again")
		}
	}
}

func TestParseColor(t *testing.T) {
	for s, want := range map[string]bool{"#0072B2": true, "#0072b2": true, "": false, "#12345": false, "0072b2f": false, "#00zz00": false} {
		if _, ok := ParseColor(s); ok != want {
			t.Errorf("%q: %v", s, ok)
		}
	}
	if c, _ := ParseColor("#0172B2"); c != (color.NRGBA{1, 0x72, 0xB2, 0xFF}) {
		t.Errorf("#0172B2 is %v", c)
	}
}

// What stands in a cell can be read on every stance's tint.
func TestTintsCanBeReadOn(t *testing.T) {
	for _, th := range []*Theme{Light(), Dark()} {
		for _, s := range data.Stances() {
			for name, ink := range map[string]color.NRGBA{"its name": th.OnTint(s), "text": th.Text, "notes": th.Muted} {
				if c := Contrast(th.Tint(s), ink); c < 4.5 {
					t.Errorf("dark %v: %s on the tint of %s has a contrast of %.1f", th.Dark, name, s, c)
				}
			}
			if c := Contrast(th.Background, th.OnTint(s)); c < 4.5 {
				t.Errorf("dark %v: the name of %s on the background has a contrast of %.1f", th.Dark, s, c)
			}
		}
	}
}
