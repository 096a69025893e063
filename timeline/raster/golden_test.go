package raster

import (
	"fmt"
	"image"
	"testing"

	"demarche/timeline/internal/golden"
	"demarche/timeline/internal/specimen"
)

func TestSpecimen(t *testing.T) {
	p := painter(t)
	for _, dark := range []bool{false, true} {
		for _, scale := range []float32{1, 2} {
			s := specimen.Sheet(dark)
			img := image.NewRGBA(image.Rectangle{Max: Size(s, scale)})
			p.Paint(img, s, scale)
			golden.Compare(t, fmt.Sprintf("specimen-%s-%gx", map[bool]string{true: "dark", false: "light"}[dark], scale), img)
		}
	}
}
