package scene

// Contours are the closed outlines of a shape of size 1 around the origin, for
// a painter to fill and to stroke. A Circle has none: its diameter is the size.
func (s Shape) Contours() [][]Point {
	if int(s) < len(contours) {
		return contours[s]
	}
	return contours[Square]
}

var contours = [...][][]Point{
	Diamond:      {{{0, -.5}, {.5, 0}, {0, .5}, {-.5, 0}}},
	Circle:       nil,
	Square:       {{{-.44, -.44}, {.44, -.44}, {.44, .44}, {-.44, .44}}},
	Triangle:     {{{0, -.46}, {.5, .40}, {-.5, .40}}},
	TriangleDown: {{{-.5, -.40}, {.5, -.40}, {0, .46}}},
	Cross: {{
		{-.30, -.45}, {0, -.15}, {.30, -.45}, {.45, -.30}, {.15, 0}, {.45, .30},
		{.30, .45}, {0, .15}, {-.30, .45}, {-.45, .30}, {-.15, 0}, {-.45, -.30},
	}},
	Bar:   {{{-.12, -.5}, {.12, -.5}, {.12, .5}, {-.12, .5}}},
	Tick:  {{{-.34, -.05}, {-.11, .18}, {.34, -.32}, {.48, -.18}, {-.11, .46}, {-.48, .09}}},
	Equal: {{{-.44, -.30}, {.44, -.30}, {.44, -.09}, {-.44, -.09}}, {{-.44, .09}, {.44, .09}, {.44, .30}, {-.44, .30}}},
}

// Line widths and lengths that painters share, in pixels.
const (
	DefaultWidth = 1 // of a stroke whose Width is 0
	HatchPeriod  = 6 // from one line of a hatch to the next, across
	HatchWidth   = 2.4
	HatchAlpha   = 0.42 // how much of the fill is left on the lines of a hatch
)
