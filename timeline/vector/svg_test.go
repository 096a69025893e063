package vector

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"io"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/timeline/internal/golden"
	"demarche/timeline/internal/specimen"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

func faces(t testing.TB) *typeface.Faces {
	t.Helper()
	f, err := typeface.New(typeface.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func writeSVG(t testing.TB, s *scene.Scene, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteSVG(&b, s, faces(t), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// parse reads all of an XML and gives the number of elements by name.
func parse(t testing.TB, text string) map[string]int {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Fatal("the SVG is not UTF-8")
	}
	names, ids := map[string]int{}, map[string]bool{}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatalf("the SVG is no XML: %v", err)
		}
		if e, ok := tok.(xml.StartElement); ok {
			names[e.Name.Local]++
			for _, a := range e.Attr {
				if a.Name.Local == "id" {
					if ids[a.Value] {
						t.Errorf("the ID %s is there twice", a.Value)
					}
					ids[a.Value] = true
				}
			}
		}
	}
}

func TestSVGIsWellFormed(t *testing.T) {
	s := specimen.Sheet(false)
	s.Title, s.Description = `A "title" <b>`, "What it shows & why"
	text := writeSVG(t, s, Options{})
	names := parse(t, text)
	if names["script"] != 0 {
		t.Error("a label became a script")
	}
	for name, least := range map[string]int{"rect": 15, "text": 15, "path": 20, "circle": 3, "linearGradient": 3, "clipPath": 2, "title": 1, "desc": 1, "mask": 1} {
		if names[name] < least {
			t.Errorf("%d elements %s, fewer than %d", names[name], name, least)
		}
	}
	if !strings.Contains(text, `direction="rtl"`) {
		t.Error("no text runs from right to left")
	}
}

func TestSVGKeepsTextAsText(t *testing.T) {
	s := &scene.Scene{W: 200, H: 50}
	s.Add(scene.Item{Op: scene.OpText, X0: 10, Y0: 20, Text: "Talks in Berlin", Fill: specimen.Sheet(true).Background, Font: scene.Font{Size: 12, Weight: scene.Bold}})
	if text := writeSVG(t, s, Options{}); !strings.Contains(text, ">Talks in Berlin</text>") || !strings.Contains(text, `font-weight="700"`) {
		t.Errorf("no text in %s", text)
	}
	outlined := writeSVG(t, s, Options{Outlines: true, Width: "16cm"})
	if strings.Contains(outlined, "<text") || !strings.Contains(outlined, `width="16cm"`) {
		t.Errorf("no outlines in %s", outlined)
	}
	parse(t, outlined)
}

// What a viewer draws must be what our own painter draws, nearly: fonts and
// anti-aliasing differ.
func TestSVGLooksLikeThePicture(t *testing.T) {
	tool, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed")
	}
	s := specimen.Sheet(false)
	cmd := exec.Command(tool)
	cmd.Stdin = strings.NewReader(writeSVG(t, s, Options{Outlines: true}))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("rsvg-convert: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	theirs := image.NewRGBA(image.Rect(0, 0, 640, 480))
	draw.Draw(theirs, theirs.Rect, img, image.Point{}, draw.Src)
	ours := image.NewRGBA(theirs.Rect)
	raster.New(faces(t)).Paint(ours, s, 1)
	if share := golden.Different(ours, theirs, 96); share > 0.01 {
		t.Errorf("%.2f per cent of the pixels differ much", 100*share)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestErrorsAreTold(t *testing.T) {
	if err := WriteSVG(broken{}, specimen.Sheet(false), faces(t), Options{}); err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("got %v", err)
	}
}

func FuzzSVG(f *testing.F) {
	for _, s := range specimen.Hostile() {
		f.Add(s, float32(10), uint8(5))
	}
	faces := faces(f)
	f.Fuzz(func(t *testing.T, text string, v float32, op uint8) {
		s := &scene.Scene{Title: text, Description: text, W: 100, H: 100, Points: []scene.Point{{X: v}, {Y: v}, {X: 1, Y: 2}, {X: v, Y: v}}}
		s.Add(scene.Item{
			Op: scene.Op(op % 8), X0: v, Y0: 3, X1: 50, Y1: v, Text: text, Fill: specimen.Sheet(true).Background, Stroke: specimen.Sheet(true).Background,
			Font: scene.Font{Size: 12}, Last: 4, Size: v, FadeIn: v, Hatch: op > 100, Width: v,
		})
		var b bytes.Buffer
		if err := WriteSVG(&b, s, faces, Options{Width: text}); err != nil {
			t.Fatal(err)
		}
		parse(t, b.String())
	})
}
