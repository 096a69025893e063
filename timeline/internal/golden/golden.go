// Package golden compares pictures with those kept in a package's testdata.
package golden

import (
	"errors"
	"flag"
	"image"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the pictures in testdata anew")

// Compare fails the test where got differs from testdata/name.png: by more than
// 24 of 255 in more than one pixel of a thousand. The picture that failed is
// left beside it as name.got.png. With -update it writes testdata/name.png.
func Compare(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		write(t, path, got)
		return
	}
	want, err := read(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s is missing; run the test with -update and look at the picture", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	if want.Rect != got.Rect {
		t.Errorf("%s is %v large, not %v", name, got.Rect.Size(), want.Rect.Size())
	} else if share := Different(want, got, 24); share > 0.001 {
		t.Errorf("%s: %.2f per cent of the pixels differ", name, 100*share)
	} else {
		return
	}
	write(t, filepath.Join("testdata", name+".got.png"), got)
}

// Different is the share of the pixels that differ by more than tolerance in
// any channel.
func Different(a, b *image.RGBA, tolerance int) float64 {
	n := 0
	for i := 0; i+3 < len(a.Pix); i += 4 {
		for j := range 4 {
			if d := int(a.Pix[i+j]) - int(b.Pix[i+j]); d > tolerance || d < -tolerance {
				n++
				break
			}
		}
	}
	return float64(n) / float64(max(1, len(a.Pix)/4))
}

func read(path string) (*image.RGBA, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	img, err := png.Decode(f)
	if err != nil {
		return nil, err
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out, nil
}

func write(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
