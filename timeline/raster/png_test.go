package raster

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"image/png"
	"math"
	"testing"

	"demarche/timeline/scene"
)

func TestPNGCarriesItsDensity(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 30, 20))
	img.Pix[0], img.Pix[3] = 200, 255
	for dpi, want := range map[float64]uint32{0: 0, 72: 2835, 300: 11811, math.NaN(): 0, -1: 0} {
		var b bytes.Buffer
		if err := WritePNG(context.Background(), &b, img, dpi); err != nil {
			t.Fatal(err)
		}
		at := bytes.Index(b.Bytes(), []byte("pHYs"))
		if (at >= 0) != (want > 0) {
			t.Fatalf("%g dpi: pHYs at %d", dpi, at)
		}
		if at >= 0 {
			if data := bytes.Index(b.Bytes(), []byte("IDAT")); data < at {
				t.Errorf("pHYs stands behind IDAT")
			}
			chunk := b.Bytes()[at+4:]
			if x, y := binary.BigEndian.Uint32(chunk), binary.BigEndian.Uint32(chunk[4:]); x != want || y != want || chunk[8] != 1 {
				t.Errorf("%g dpi: %d by %d to the unit %d", dpi, x, y, chunk[8])
			}
		}
		back, err := png.Decode(&b) // checks the CRCs
		if err != nil || back.Bounds() != img.Bounds() {
			t.Errorf("%g dpi: read back %v, %v", dpi, back, err)
		}
	}
}

func TestPictureIsBounded(t *testing.T) {
	p := painter(t)
	s := &scene.Scene{W: 1600, H: 1000, Background: white}
	var large *TooLargeError
	for _, scale := range []float32{100, 1e20, float32(math.Inf(1))} {
		if _, err := p.Picture(context.Background(), s, scale); !errors.As(err, &large) {
			t.Errorf("at %g×: %v", scale, err)
		}
	}
	for _, scale := range []float32{0, -1, float32(math.NaN())} {
		if _, err := p.Picture(context.Background(), s, scale); err == nil {
			t.Errorf("at %g× there is a picture", scale)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Picture(ctx, s, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if err := WritePNG(ctx, &bytes.Buffer{}, image.NewRGBA(image.Rect(0, 0, 5, 5)), 0); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Painting in bands must not show.
func TestPictureEqualsPaint(t *testing.T) {
	p, s := painter(t), crowd(200, 700, 200, 50)
	whole := image.NewRGBA(image.Rect(0, 0, 200, 700))
	p.Paint(whole, s, 1)
	bands, err := p.Picture(context.Background(), s, 1)
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	for i := range whole.Pix {
		if whole.Pix[i] != bands.Pix[i] {
			differ++
		}
	}
	if differ > 0 {
		t.Errorf("%d values differ", differ)
	}
}
