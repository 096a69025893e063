package vector

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/timeline/internal/golden"
	"demarche/timeline/internal/specimen"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
)

func writePDF(t testing.TB, s *scene.Scene) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, s, faces(t), PDFOptions{Created: time.Unix(1765843200, 0)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	a, b := writePDF(t, specimen.Sheet(false)), writePDF(t, specimen.Sheet(false))
	if !bytes.HasPrefix(a, []byte("%PDF-")) || !bytes.Equal(a, b) {
		t.Errorf("%d and %d bytes, not the same PDF", len(a), len(b))
	}
}

func TestPDFLooksLikeThePicture(t *testing.T) {
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is not installed")
	}
	s, dir := specimen.Sheet(false), t.TempDir()
	file := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(file, writePDF(t, s), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-png", "-r", "96", file).Output()
	if err != nil {
		t.Fatalf("pdftoppm: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	theirs := image.NewRGBA(image.Rect(0, 0, 640, 480))
	draw.Draw(theirs, theirs.Rect, img, image.Point{}, draw.Src)
	ours := image.NewRGBA(theirs.Rect)
	raster.New(faces(t)).Paint(ours, s, 1)
	if share := golden.Different(ours, theirs, 96); share > 0.015 {
		t.Errorf("%.2f per cent of the pixels differ much", 100*share)
	}
	if dir := os.Getenv("DEMARCHE_LOOK"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "specimen-pdf.png"), out, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPDFKeepsTextAsText(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	cmd := exec.Command(tool, "-", "-")
	cmd.Stdin = bytes.NewReader(writePDF(t, specimen.Sheet(false)))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	for _, want := range []string{"Security guarantees move closer", "Переговоры в Берлине", "ends here"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the text of the PDF lacks %q: %s", want, out)
		}
	}
}

func FuzzPDF(f *testing.F) {
	for _, s := range specimen.Hostile() {
		f.Add(s, float32(10), uint8(5))
	}
	faces := faces(f)
	f.Fuzz(func(t *testing.T, text string, v float32, op uint8) {
		s := &scene.Scene{Title: text, W: 100, H: 100, Points: []scene.Point{{X: v}, {Y: v}, {X: 1, Y: 2}, {X: v, Y: v}}}
		s.Add(scene.Item{
			Op: scene.Op(op % 8), X0: v, Y0: 3, X1: 50, Y1: v, Text: text, Fill: specimen.Sheet(true).Background, Stroke: specimen.Sheet(true).Background,
			Font: scene.Font{Size: 12}, Last: 4, Size: v, FadeIn: v, Hatch: op > 100, Width: v, Dash: v,
		})
		if err := WritePDF(&bytes.Buffer{}, s, faces, PDFOptions{}); err != nil {
			t.Fatal(err)
		}
	})
}

// A title can come from a command line or a file name, which are any bytes.
func TestPDFTakesAnyBytes(t *testing.T) {
	for _, bad := range []string{"\xff\xfe", "Talks \xc3", "\xed\xa0\x80", "\x00\x1b[31m", "(\\)) Tj ET"} {
		s := specimen.Sheet(false)
		s.Title, s.Description = bad, bad
		s.Items = append(s.Items, scene.Item{Op: scene.OpText, X0: 20, Y0: 20, Text: bad, Font: scene.Font{Size: 12}, Fill: s.Items[0].Fill})
		if pdf := writePDF(t, s); !bytes.HasPrefix(pdf, []byte("%PDF-")) {
			t.Errorf("%q: no PDF", bad)
		}
	}
}
