package raster

import (
	"fmt"
	"image"
	"math"
	"testing"

	"demarche/timeline/internal/golden"
	"demarche/timeline/internal/specimen"
	"demarche/timeline/scene"
)

// blank is an empty picture for a scene at a scale.
func blank(s *scene.Scene, scale float32) *image.RGBA {
	up := func(v float32) int { return int(math.Ceil(float64(v*scale) - 1e-3)) }
	return image.NewRGBA(image.Rect(0, 0, up(s.W), up(s.H)))
}

func TestSpecimen(t *testing.T) {
	p := painter(t)
	for _, dark := range []bool{false, true} {
		for _, scale := range []float32{1, 2} {
			s := specimen.Sheet(dark)
			img := blank(s, scale)
			p.Paint(img, s, scale)
			golden.Compare(t, fmt.Sprintf("specimen-%s-%gx", map[bool]string{true: "dark", false: "light"}[dark], scale), img)
		}
	}
}
