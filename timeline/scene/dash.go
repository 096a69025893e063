package scene

import "math"

// maxGaps bounds the gaps of one side.
const maxGaps = 64

// SideDashes are the lengths of dashes and gaps in turn along a closed outline,
// about dash long, such that a dash turns round every corner: a small mark in
// plain dashes would not show its shape. It starts with a dash.
func SideDashes(points []Point, dash float32) []float32 {
	var out []float32
	for i, a := range points {
		b := points[(i+1)%len(points)]
		length := float32(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
		gaps := max(1, int(min((length/dash-1)/2+0.5, maxGaps)))
		part := length / float32(2*gaps+1)
		for k := range 2*gaps + 1 {
			if k == 0 && len(out) > 0 {
				out[len(out)-1] += part // round the corner
			} else {
				out = append(out, part)
			}
		}
	}
	return out
}
