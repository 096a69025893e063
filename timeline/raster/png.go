package raster

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"

	"demarche/timeline/scene"
)

// MaxPixels bounds a picture: at four bytes each it takes 1.6 GB.
const MaxPixels = 400_000_000

// TooLargeError says that a picture would have more than MaxPixels pixels.
type TooLargeError struct{ W, H int }

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("a picture of %d × %d pixels is larger than the %d megapixels that Demarche writes; make it smaller or lower its resolution",
		e.W, e.H, MaxPixels/1_000_000)
}

// Picture paints a scene into a new picture, scale pixels to each pixel of the
// scene. It returns a TooLargeError where that has more than MaxPixels pixels,
// and the context's error where that ends first.
func (p *Painter) Picture(ctx context.Context, s *scene.Scene, scale float32) (*image.RGBA, error) {
	w, h := math.Ceil(float64(s.W*scale)-1e-3), math.Ceil(float64(s.H*scale)-1e-3)
	if !(w >= 1 && h >= 1) {
		return nil, fmt.Errorf("painting a picture: a picture of %g × %g pixels has nothing in it; make it larger", w, h)
	}
	if w > MaxPixels || h > MaxPixels || w*h > MaxPixels {
		return nil, &TooLargeError{int(min(w, 1e12)), int(min(h, 1e12))}
	}
	img := image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	const band = 512
	for y := 0; y < int(h); y += band {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("painting a picture: %w", err)
		}
		p.PaintArea(img, s, scale, image.Rect(0, y, int(w), y+band))
	}
	return img, nil
}

// pngHead is the signature and the chunk IHDR, which comes first (PNG 1.2,
// §3.1 and §4.1.1).
const pngHead = 8 + 4 + 4 + 13 + 4

// WritePNG writes img as PNG with its density in pixels to the inch, for
// printing at the size meant; dpi 0: none. It stops with the context's error.
func WritePNG(ctx context.Context, w io.Writer, img image.Image, dpi float64) error {
	out := &densityWriter{ctx: ctx, w: w, chunk: density(dpi)}
	if err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(out, img); err != nil {
		return fmt.Errorf("writing PNG: %w", err)
	}
	return nil
}

// density is the chunk pHYs: pixels to the metre, both ways (PNG 1.2, §4.2.4.2;
// ISO/IEC 15948, §11.3.5.3).
func density(dpi float64) []byte {
	perMetre := math.Round(dpi / 0.0254)
	if !(perMetre >= 1 && perMetre <= math.MaxInt32) {
		return nil
	}
	var b bytes.Buffer
	put := func(v uint32) { _ = binary.Write(&b, binary.BigEndian, v) }
	put(9)
	b.WriteString("pHYs")
	put(uint32(perMetre))
	put(uint32(perMetre))
	b.WriteByte(1)
	put(crc32.ChecksumIEEE(b.Bytes()[4:]))
	return b.Bytes()
}

// densityWriter slips a chunk in after the head of the PNG that passes through.
type densityWriter struct {
	ctx   context.Context
	w     io.Writer
	chunk []byte
	done  int
}

func (d *densityWriter) Write(b []byte) (int, error) {
	if err := d.ctx.Err(); err != nil {
		return 0, err
	}
	n := 0
	if d.done < pngHead && d.done+len(b) >= pngHead {
		n = pngHead - d.done
		if _, err := d.w.Write(b[:n]); err != nil {
			return 0, err
		}
		if _, err := d.w.Write(d.chunk); err != nil {
			return 0, err
		}
	}
	d.done += len(b)
	m, err := d.w.Write(b[n:])
	return n + m, err
}
