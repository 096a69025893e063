package vector

import (
	"slices"

	"demarche/timeline/scene"
)

// stop is how much of a fill is left at a place between the box's left, 0, and
// its right, 1.
type stop struct{ at, alpha float32 }

// fadeStops says how a box fades, as straight pieces from stop to stop.
func fadeStops(it *scene.Item) []stop {
	w := it.X1 - it.X0
	in, out := max(0, it.FadeIn/w), max(0, it.FadeOut/w)
	places := []float32{0, 1}
	for _, p := range []float32{in, 1 - out} {
		if p > 0 && p < 1 {
			places = append(places, p)
		}
	}
	if in+out > 1 { // where both fade at once the alpha bends
		for i := 1; i < 12; i++ {
			places = append(places, float32(i)/12)
		}
	}
	slices.Sort(places)
	places = slices.Compact(places)
	stops := make([]stop, len(places))
	for i, p := range places {
		stops[i] = stop{p, ramp(p, in) * ramp(1-p, out)}
	}
	return stops
}

func ramp(p, length float32) float32 {
	if length <= 0 {
		return 1
	}
	return max(0, min(1, p/length))
}
