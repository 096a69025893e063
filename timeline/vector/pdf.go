package vector

import (
	"fmt"
	"image/color"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"demarche/assets"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

// PDFOptions say how to write a PDF.
type PDFOptions struct {
	Points  float64   // of a pixel of the scene on paper; 0: 0.75
	Created time.Time // zero: now
}

// maxPage is the largest side of a page, in points (ISO 32000-1, annex C).
const maxPage = 14400

// WritePDF writes a scene as a PDF of one page. Text in letters that Inter has
// stays text; other text is drawn as shapes.
func WritePDF(w io.Writer, s *scene.Scene, faces *typeface.Faces, o PDFOptions) error {
	k := o.Points
	if k <= 0 {
		k = 0.75
	}
	k = min(k, maxPage/float64(s.W), maxPage/float64(s.H))
	if !(k > 0 && s.W > 0 && s.H > 0) {
		return fmt.Errorf("writing PDF: a page of %g × %g pixels has nothing on it", s.W, s.H)
	}
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: float64(s.W) * k, Ht: float64(s.H) * k}})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true)
	// The library panics on what is no UTF-8, as an argument of a command can be.
	doc.SetTitle(strings.ToValidUTF8(s.Title, "\uFFFD"), true)
	doc.SetSubject(strings.ToValidUTF8(s.Description, "\uFFFD"), true)
	doc.SetCreator("Demarche", true)
	if !o.Created.IsZero() {
		doc.SetCreationDate(o.Created)
		doc.SetModificationDate(o.Created)
	}
	for weight, file := range [][]byte{assets.InterRegular(), assets.InterSemiBold(), assets.InterBold()} {
		doc.AddUTF8FontFromBytes(family(scene.Weight(weight)), "", file)
	}
	doc.AddPage()
	p := &pdf{Fpdf: doc, scene: s, faces: faces, k: k, fades: map[string]string{}, widths: map[int]bool{}}
	if s.Background.A > 0 {
		p.fillColor(s.Background)
		p.Rect(0, 0, float64(s.W)*k, float64(s.H)*k, "F")
	}
	for i := range s.Items {
		if finite(&s.Items[i]) {
			p.item(&s.Items[i])
		}
	}
	for ; p.clips > 0; p.clips-- {
		p.ClipEnd()
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	return nil
}

func family(w scene.Weight) string {
	return [...]string{"inter", "intersemibold", "interbold"}[min(w, scene.Bold)]
}

// pdf is a PDF in the making. The library keeps its first error until Output.
type pdf struct {
	*fpdf.Fpdf
	scene    *scene.Scene
	faces    *typeface.Faces
	k        float64 // points of a pixel
	clips    int
	fades    map[string]string // names of pictures of fades
	widths   map[int]bool      // of those pictures
	segments []typeface.Segment
}

func (p *pdf) at(v float32) float64 { return float64(v) * p.k }

func (p *pdf) item(it *scene.Item) {
	switch it.Op {
	case scene.OpRect:
		p.box(it)
	case scene.OpLine:
		if p.pen(it) {
			p.Line(p.at(it.X0), p.at(it.Y0), p.at(it.X1), p.at(it.Y1))
		}
	case scene.OpMark:
		p.mark(it)
	case scene.OpPolygon:
		if points := p.scene.Points[it.First:it.Last]; len(points) > 2 {
			p.polygons([][]scene.Point{points}, it, nil)
		}
	case scene.OpCurve:
		if q := p.scene.Points[it.First:it.Last]; len(q) == 4 && p.pen(it) {
			p.MoveTo(p.at(q[0].X), p.at(q[0].Y))
			p.CurveBezierCubicTo(p.at(q[1].X), p.at(q[1].Y), p.at(q[2].X), p.at(q[2].Y), p.at(q[3].X), p.at(q[3].Y))
			p.DrawPath("D")
		}
	case scene.OpText:
		p.text(it)
	case scene.OpClip:
		p.clips++
		p.ClipRect(p.at(it.X0), p.at(it.Y0), p.at(max(0, it.X1-it.X0)), p.at(max(0, it.Y1-it.Y0)), false)
	case scene.OpUnclip:
		if p.clips > 0 {
			p.clips--
			p.ClipEnd()
		}
	}
}

func (p *pdf) fillColor(c color.NRGBA) {
	p.SetFillColor(int(c.R), int(c.G), int(c.B))
	p.SetAlpha(float64(c.A)/255, "Normal")
}

// pen sets colour, width and dashes of a stroke; false where there is none.
func (p *pdf) pen(it *scene.Item) bool {
	if it.Stroke.A == 0 {
		return false
	}
	p.SetDrawColor(int(it.Stroke.R), int(it.Stroke.G), int(it.Stroke.B))
	p.SetAlpha(float64(it.Stroke.A)/255, "Normal")
	width := float64(it.Width)
	if width <= 0 {
		width = scene.DefaultWidth
	}
	p.SetLineWidth(width * p.k)
	p.SetLineJoinStyle("miter")
	if it.Dash > 0 {
		p.SetDashPattern([]float64{p.at(it.Dash), p.at(it.Dash)}, 0)
	} else {
		p.SetDashPattern([]float64{}, 0)
	}
	return true
}

func (p *pdf) mark(it *scene.Item) {
	all := it.Shape.Contours()
	if all == nil {
		if it.Fill.A > 0 {
			p.fillColor(it.Fill)
			p.Circle(p.at(it.X0), p.at(it.Y0), p.at(it.Size/2), "F")
		}
		if p.pen(it) {
			p.Circle(p.at(it.X0), p.at(it.Y0), p.at(it.Size/2), "D")
		}
		return
	}
	moved := make([][]scene.Point, len(all))
	var dashes [][]float32
	for i, contour := range all {
		for _, q := range contour {
			moved[i] = append(moved[i], scene.Point{X: it.X0 + q.X*it.Size, Y: it.Y0 + q.Y*it.Size})
		}
		if it.Dash > 0 && it.Size > 0 {
			dashes = append(dashes, scene.SideDashes(moved[i], it.Dash))
		}
	}
	p.polygons(moved, it, dashes)
}

// polygons fills and strokes closed paths, with the dashes of each where it has
// its own.
func (p *pdf) polygons(all [][]scene.Point, it *scene.Item, dashes [][]float32) {
	trace := func(points []scene.Point) {
		for i, q := range points {
			if i == 0 {
				p.MoveTo(p.at(q.X), p.at(q.Y))
			} else {
				p.LineTo(p.at(q.X), p.at(q.Y))
			}
		}
		p.ClosePath()
	}
	if it.Fill.A > 0 {
		p.fillColor(it.Fill)
		for _, points := range all {
			trace(points)
		}
		p.DrawPath("F")
	}
	if !p.pen(it) {
		return
	}
	for i, points := range all {
		if dashes != nil {
			pattern := make([]float64, len(dashes[i]))
			for j, v := range dashes[i] {
				pattern[j] = p.at(v)
			}
			p.SetDashPattern(pattern, 0)
		}
		trace(points)
		p.DrawPath("D")
	}
}
