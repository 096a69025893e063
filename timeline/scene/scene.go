// Package scene is the draw list between a timeline and its painters: a flat
// list of a few primitives, in device-independent pixels from the top left,
// each with what it stands for. It holds no pixels and no theme; colours are
// final. A scene is reused from frame to frame, so drawing one allocates nothing.
package scene

import "image/color"

// Op is what an item draws.
type Op uint8

// The primitives.
const (
	OpRect    Op = iota // box X0..X1 × Y0..Y1, Fill, Stroke; Radius, Fade, Hatch
	OpLine              // from X0,Y0 to X1,Y1, Stroke, Width, Dash
	OpMark              // a glyph of Shape with its centre at X0,Y0 and Size across
	OpPolygon           // Points[First:Last] closed, Fill, Stroke
	OpCurve             // cubic Bézier through Points[First:First+4], Stroke, Width
	OpText              // Text with its baseline at Y0 and Anchor at X0, Fill, Font; cut off with "…" at X1 unless that is 0
	OpClip              // from here on draw only inside the box, until OpUnclip; clips nest
	OpUnclip
)

// Shape is the glyph of a mark.
type Shape uint8

// Shapes of marks.
const (
	Diamond Shape = iota
	Circle
	Square
	Triangle     // pointing up
	TriangleDown // pointing down
	Cross
	Bar // a vertical stroke
	Tick
	Equal
)

// Anchor is where the point of a text lies on its line.
type Anchor uint8

// Anchors of a text.
const (
	Start Anchor = iota
	Middle
	End
)

// Weight is the boldness of a font.
type Weight uint8

// Weights of the one family that figures use.
const (
	Regular Weight = iota
	Semibold
	Bold
)

// Font is a size in pixels and a weight.
type Font struct {
	Size   float32
	Weight Weight
}

// Measure gives the advance width of a text in pixels.
type Measure func(f Font, text string) float32

// FitWidth is the width in pixels that a text must fit into, 0 for any.
func (it *Item) FitWidth() float32 {
	if it.X1 == 0 {
		return 0
	}
	return max(it.X1-it.X0, 0.01)
}

// Point is a place in pixels.
type Point struct{ X, Y float32 }

// Item is one primitive. Which fields count is said at its Op.
type Item struct {
	Op             Op
	Shape          Shape
	Anchor         Anchor
	Hatch          bool  // lines at 45° over the fill: told by others
	Of             int32 // what it stands for: a key of the maker, 0 for nothing
	X0, Y0, X1, Y1 float32
	Fill, Stroke   color.NRGBA // alpha 0: none
	Width          float32     // of the stroke
	Dash           float32     // length of dashes and gaps; 0: solid
	Radius         float32     // of a box's corners
	Size           float32     // of a mark
	FadeIn         float32     // over this many pixels at the left the fill comes up from nothing
	FadeOut        float32     // and at the right goes to nothing
	Font           Font
	Text           string
	First, Last    int32 // into Scene.Points
}

// Scene is a draw list of W × H pixels. Title and Description are for those who
// read a picture rather than see it.
type Scene struct {
	Title, Description string

	W, H       float32
	Background color.NRGBA
	Items      []Item
	Points     []Point
}

// Reset empties the scene and keeps its memory.
func (s *Scene) Reset(w, h float32, background color.NRGBA) {
	s.Title, s.Description = "", ""
	s.W, s.H, s.Background = w, h, background
	s.Items, s.Points = s.Items[:0], s.Points[:0]
}

// Add appends an item.
func (s *Scene) Add(it Item) { s.Items = append(s.Items, it) }

// AddPath appends an item that draws along points.
func (s *Scene) AddPath(it Item, points ...Point) {
	it.First = int32(len(s.Points))
	s.Points = append(s.Points, points...)
	it.Last = int32(len(s.Points))
	s.Items = append(s.Items, it)
}

// Place appends the items of another scene, moved by dx and dy, in a clip of its
// size.
func (s *Scene) Place(other *Scene, dx, dy float32) {
	s.Add(Item{Op: OpClip, X0: dx, Y0: dy, X1: dx + other.W, Y1: dy + other.H})
	first := int32(len(s.Points))
	for _, p := range other.Points {
		s.Points = append(s.Points, Point{p.X + dx, p.Y + dy})
	}
	for _, it := range other.Items {
		if it.Op != OpText || it.X1 != 0 {
			it.X1 += dx
		}
		it.X0, it.Y0, it.Y1 = it.X0+dx, it.Y0+dy, it.Y1+dy
		it.First, it.Last = it.First+first, it.Last+first
		s.Items = append(s.Items, it)
	}
	s.Add(Item{Op: OpUnclip})
}
