// Package vector writes a scene as SVG and as PDF.
package vector

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"demarche/timeline/scene"
	"demarche/timeline/typeface"
)

// Options say how to write an SVG.
type Options struct {
	Width    string // as printed, such as "16cm"; empty: in pixels
	Outlines bool   // letters as shapes, the same everywhere but not text any more
}

// WriteSVG writes a scene as SVG 1.1. Texts stay text, as wide as faces measure
// them whatever font a viewer has.
func WriteSVG(w io.Writer, s *scene.Scene, faces *typeface.Faces, o Options) error {
	b := &svg{Writer: bufio.NewWriter(w), scene: s, faces: faces, options: o, gradients: map[string]int{}}
	b.head()
	for i := range s.Items {
		b.item(&s.Items[i])
	}
	for ; b.clips > 0; b.clips-- {
		b.print("</g>\n")
	}
	b.print("</svg>\n")
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing SVG: %w", err)
	}
	return nil
}

// svg is an SVG in the making. Errors of the writer stay in the bufio.Writer
// until Flush.
type svg struct {
	*bufio.Writer
	scene     *scene.Scene
	faces     *typeface.Faces
	options   Options
	ids       int
	clips     int
	hatched   bool
	gradients map[string]int
	segments  []typeface.Segment
}

func (b *svg) print(parts ...string) {
	for _, p := range parts {
		_, _ = b.WriteString(p)
	}
}

// attr writes an attribute.
func (b *svg) attr(name, value string) { b.print(" ", name, `="`, escape(value), `"`) }

func (b *svg) head() {
	s := b.scene
	b.print(`<?xml version="1.0" encoding="UTF-8"?>`, "\n", `<svg xmlns="http://www.w3.org/2000/svg" version="1.1"`)
	if b.options.Width != "" {
		b.attr("width", b.options.Width)
	} else {
		b.attr("width", number(s.W))
		b.attr("height", number(s.H))
	}
	b.attr("viewBox", "0 0 "+number(s.W)+" "+number(s.H))
	b.attr("font-family", "Inter, Helvetica, Arial, sans-serif")
	b.attr("role", "img")
	if b.scene.Title != "" {
		b.attr("aria-labelledby", "title")
	}
	if b.scene.Description != "" {
		b.attr("aria-describedby", "desc")
	}
	b.print(">\n")
	if b.scene.Title != "" {
		b.print(`<title id="title">`, escape(b.scene.Title), "</title>\n")
	}
	if b.scene.Description != "" {
		b.print(`<desc id="desc">`, escape(b.scene.Description), "</desc>\n")
	}
	if s.Background.A > 0 {
		b.print(`<rect width="100%" height="100%"`)
		b.paint("fill", s.Background)
		b.print("/>\n")
	}
}

func (b *svg) item(it *scene.Item) {
	if !finite(it) {
		return
	}
	switch it.Op {
	case scene.OpRect:
		b.rect(it)
	case scene.OpLine:
		if it.Stroke.A > 0 {
			b.print("<line")
			b.numbers("x1", it.X0, "y1", it.Y0, "x2", it.X1, "y2", it.Y1)
			b.stroke(it)
			b.print("/>\n")
		}
	case scene.OpMark:
		b.mark(it)
	case scene.OpPolygon:
		if points := b.scene.Points[it.First:it.Last]; len(points) > 2 {
			b.shape(polygonPath(points), it)
		}
	case scene.OpCurve:
		b.curve(it)
	case scene.OpText:
		b.text(it)
	case scene.OpClip:
		b.clip(it)
	case scene.OpUnclip:
		if b.clips > 0 {
			b.clips--
			b.print("</g>\n")
		}
	}
}

func (b *svg) id() int {
	b.ids++
	return b.ids
}

func (b *svg) clip(it *scene.Item) {
	id := fmt.Sprint("c", b.id())
	b.print(`<clipPath id="`, id, `"><rect`)
	b.numbers("x", it.X0, "y", it.Y0, "width", max(0, it.X1-it.X0), "height", max(0, it.Y1-it.Y0))
	b.print(`/></clipPath><g clip-path="url(#`, id, ")\">\n")
	b.clips++
}

func (b *svg) rect(it *scene.Item) {
	if it.X1 < it.X0 || it.Y1 < it.Y0 {
		return
	}
	fill := ""
	if it.Fill.A > 0 && (it.FadeIn > 0 || it.FadeOut > 0) && it.X1 > it.X0 {
		fill = b.gradient(it)
	}
	if it.Hatch && it.Fill.A > 0 {
		b.hatch()
		b.print(`<g mask="url(#hatch)">`)
		b.box(it, fill, true, false)
		b.print("</g>\n")
		if it.Stroke.A > 0 {
			b.box(it, fill, false, true)
			b.print("\n")
		}
		return
	}
	if it.Fill.A > 0 || it.Stroke.A > 0 {
		b.box(it, fill, it.Fill.A > 0, it.Stroke.A > 0)
		b.print("\n")
	}
}

func (b *svg) box(it *scene.Item, gradient string, fill, stroke bool) {
	b.print("<rect")
	w, h := it.X1-it.X0, it.Y1-it.Y0
	b.numbers("x", it.X0, "y", it.Y0, "width", w, "height", h)
	if r := min(it.Radius, w/2, h/2); r > 0 {
		b.numbers("rx", r)
	}
	switch {
	case !fill:
		b.attr("fill", "none")
	case gradient != "":
		b.attr("fill", "url(#"+gradient+")")
	default:
		b.paint("fill", it.Fill)
	}
	if stroke {
		b.stroke(it)
	}
	b.print("/>")
}

// gradient is the ID of a fill that fades as the item says.
func (b *svg) gradient(it *scene.Item) string {
	var def strings.Builder
	for _, s := range fadeStops(it) {
		fmt.Fprintf(&def, `<stop offset="%s" stop-color="%s" stop-opacity="%s"/>`,
			decimals(float64(s.at), 4), hex(it.Fill), decimals(float64(s.alpha)*float64(it.Fill.A)/255, 4))
	}
	id, known := b.gradients[def.String()]
	if !known {
		id = b.id()
		b.gradients[def.String()] = id
		fmt.Fprintf(b, `<linearGradient id="f%d">%s</linearGradient>`+"\n", id, def.String())
	}
	return fmt.Sprint("f", id)
}

// hatch defines the mask of hatched boxes, once.
func (b *svg) hatch() {
	if b.hatched {
		return
	}
	b.hatched = true
	period, width := scene.HatchPeriod*sqrtHalf, scene.HatchWidth*sqrtHalf
	fmt.Fprintf(b, `<pattern id="lines" patternUnits="userSpaceOnUse" width="%s" height="%[1]s" patternTransform="rotate(45)">`+
		`<rect width="%[1]s" height="%[1]s" fill="#fff" fill-opacity="%s"/><rect x="%s" width="%s" height="%[1]s" fill="#fff" fill-opacity="%[5]s"/></pattern>`,
		decimals(period, 4), decimals(scene.HatchAlpha, 4), decimals(width, 4), decimals(period-width, 4), decimals(1-scene.HatchAlpha, 4))
	fmt.Fprintf(b, `<mask id="hatch" maskUnits="userSpaceOnUse" x="0" y="0" width="%s" height="%s"><rect width="%[1]s" height="%[2]s" fill="url(#lines)"/></mask>`+"\n",
		number(b.scene.W), number(b.scene.H))
}

func (b *svg) mark(it *scene.Item) {
	all := it.Shape.Contours()
	if all == nil {
		if it.Fill.A > 0 || it.Stroke.A > 0 {
			b.print("<circle")
			b.numbers("cx", it.X0, "cy", it.Y0, "r", it.Size/2)
			b.finish(it)
		}
		return
	}
	var d strings.Builder
	for _, contour := range all {
		d.WriteString(markPath(contour, it.X0, it.Y0, it.Size))
	}
	if it.Dash <= 0 || it.Stroke.A == 0 || it.Size <= 0 {
		b.shape(d.String(), it)
		return
	}
	whole := *it
	whole.Stroke.A = 0
	b.shape(d.String(), &whole)
	for _, contour := range all {
		b.dashedSides(contour, it)
	}
}

func (b *svg) shape(path string, it *scene.Item) {
	if it.Fill.A == 0 && it.Stroke.A == 0 {
		return
	}
	b.print("<path")
	b.attr("d", path)
	b.finish(it)
}

// dashedSides strokes the outline of a mark so that its corners are whole.
func (b *svg) dashedSides(contour []scene.Point, it *scene.Item) {
	var dashes []string
	for _, v := range scene.SideDashes(contour, it.Dash/it.Size) {
		dashes = append(dashes, number(v*it.Size))
	}
	solid := *it
	solid.Dash = 0
	b.print("<path")
	b.attr("d", markPath(contour, it.X0, it.Y0, it.Size))
	b.attr("fill", "none")
	b.stroke(&solid)
	b.attr("stroke-dasharray", strings.Join(dashes, " "))
	b.print("/>\n")
}

func (b *svg) finish(it *scene.Item) {
	b.paint("fill", it.Fill)
	b.stroke(it)
	b.print("/>\n")
}

func (b *svg) curve(it *scene.Item) {
	p := b.scene.Points[it.First:it.Last]
	if len(p) != 4 || it.Stroke.A == 0 {
		return
	}
	b.print("<path")
	b.attr("d", "M"+pair(p[0])+"C"+pair(p[1])+" "+pair(p[2])+" "+pair(p[3]))
	b.attr("fill", "none")
	b.stroke(it)
	b.print("/>\n")
}
