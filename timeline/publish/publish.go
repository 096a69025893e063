// Package publish writes a case in another form: as a figure for a report (PNG,
// SVG, PDF), of the timeline or of the table of positions, or as data (JSON, CSV).
// The window and the export command share it.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/exchange"
	"demarche/timeline"
	"demarche/timeline/board"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
	"demarche/timeline/vector"
)

// Size is how large a figure is to be. Measures that are 0 follow from the
// others and from the content.
type Size struct {
	Width, Height int     // pixels at Scale 1
	Scale         float64 // pixels written for each of these; 0: 1
	Centimetres   float64 // the width on paper, instead of Width and Scale
	DPI           float64 // with Centimetres; 0: 300
}

// Figure is a figure to be written.
type Figure struct {
	Table   bool // who stands where at Options.AsOf, instead of the timeline
	Size    Size
	Options timeline.FigureOptions // its sizes and Measure are set from Size
}

// screenDPI is the density written where no width on paper is asked for.
const screenDPI = 96

// Formats are the extensions that Write knows, the figures first.
func Formats() []string { return []string{".png", ".svg", ".pdf", ".json", ".csv"} }

// Write writes the case in the form that the extension names: JSON is the whole
// case, CSV the events and positions that the filter shows or the rows of the
// table, anything else a figure. texts gives the text of a document, for JSON.
func Write(ctx context.Context, w io.Writer, extension string, c *data.Case, texts func(data.ID) (string, error), f Figure) error {
	switch strings.ToLower(extension) {
	case ".json":
		return exchange.WriteJSON(w, c, texts)
	case ".csv":
		if f.Table {
			return board.WriteCSV(w, c, f.Options.Filter, f.Options.AsOf)
		}
		return exchange.WriteCSV(w, f.Options.Filter.Of(c))
	case ".png", ".svg", ".pdf":
		return writeFigure(ctx, w, strings.ToLower(extension), c, f)
	}
	return fmt.Errorf("there is no export to %q; the file's ending says the format: %s", extension, strings.Join(Formats(), " "))
}

func writeFigure(ctx context.Context, w io.Writer, extension string, c *data.Case, f Figure) error {
	if err := f.Size.valid(); err != nil {
		return err
	}
	faces, err := typeface.New(typeface.Options{System: true})
	if err != nil {
		return fmt.Errorf("load the fonts: %w", err)
	}
	f.Options.Measure = faces.Measure
	if !f.Table {
		closeTime(c, &f.Options)
	}
	s, scale, err := f.fit(c)
	if err != nil {
		return err
	}
	dpi, width := screenDPI*float64(max(scale, 0)), ""
	if f.Size.Centimetres > 0 {
		dpi, width = f.Size.dpi(), fmt.Sprintf("%gcm", f.Size.Centimetres)
	} else if scale != 1 {
		width = fmt.Sprintf("%gpx", float64(s.W*scale))
	}
	switch extension {
	case ".svg":
		return vector.WriteSVG(w, s, faces, vector.Options{Width: width})
	case ".pdf":
		return vector.WritePDF(w, s, faces, vector.PDFOptions{Points: 72 / dpi * float64(scale)})
	}
	img, err := raster.New(faces).Picture(ctx, s, scale)
	if err != nil {
		return err
	}
	return raster.WritePNG(ctx, w, img, dpi)
}

// Bounds of a size: what is smaller or larger is a slip of the hand.
const (
	maxSide  = 40_000
	maxScale = 20
	maxCM    = 300
	maxDPI   = 2400
)

func (s Size) valid() error {
	switch {
	case s.Width < 0 || s.Height < 0 || s.Width > maxSide || s.Height > maxSide:
		return fmt.Errorf("a figure of %d × %d pixels cannot be written; give each side up to %d pixels", s.Width, s.Height, maxSide)
	case !(s.Scale >= 0 && s.Scale <= maxScale):
		return fmt.Errorf("the scale %g cannot be used; give more than 0, up to %d", s.Scale, maxScale)
	case !(s.Centimetres >= 0 && s.Centimetres <= maxCM):
		return fmt.Errorf("a figure %g cm wide cannot be written; give up to %d cm", s.Centimetres, maxCM)
	case !(s.DPI >= 0 && s.DPI <= maxDPI):
		return fmt.Errorf("a density of %g dpi cannot be written; give up to %d", s.DPI, maxDPI)
	}
	return nil
}

func (s Size) dpi() float64 {
	if s.DPI == 0 {
		return 300
	}
	return s.DPI
}

// largestStep bounds how much smaller than meant a figure is drawn so that it
// fits the height asked for: at a third the text is no longer read.
const largestStep = 3

// scene lays the figure out.
func (f Figure) scene(c *data.Case, o timeline.FigureOptions) (*scene.Scene, error) {
	if f.Table {
		return board.Figure(c, o)
	}
	return timeline.Figure(c, o)
}

// fit is the scene and the scale at which it has the size asked for. Where the
// content needs more room than a width and a height leave, everything is drawn
// smaller.
func (f Figure) fit(c *data.Case) (*scene.Scene, float32, error) {
	o := f.Options
	if f.Size.Centimetres > 0 {
		width, scale := timeline.PrintSize(f.Size.Centimetres, f.Size.dpi())
		o.W = width
		s, err := f.scene(c, o)
		return s, scale, err
	}
	scale := float32(f.Size.Scale)
	if scale == 0 {
		scale = 1
	}
	o.W = float32(f.Size.Width)
	if o.W == 0 && f.Size.Height > 0 {
		o.W = float32(f.Size.Height) * defaultAspect
	}
	if f.Size.Height == 0 {
		return f.narrow(c, o, scale)
	}
	width, height := o.W, float32(f.Size.Height)
	for step := max(float32(1), timeline.NarrowestFigure/width); ; step *= 1.06 {
		o.W, o.H = width*step, 0
		s, err := f.scene(c, o)
		var narrow *board.ErrNarrow
		if err != nil && !errors.As(err, &narrow) {
			return nil, 0, err
		}
		if err == nil && s.H <= height*step {
			o.H = height * step
			s, err = f.scene(c, o)
			return s, scale / step, err
		}
		if step > largestStep {
			return nil, 0, f.tooMuch()
		}
	}
}

func (f Figure) tooMuch() error {
	if f.Table {
		return errors.New("the table does not fit into this width and height so that it can be read: leave the height out, or show fewer actors and issues")
	}
	return errors.New("the figure has too many lanes for this height: leave the height out, or choose fewer issues, actors or a shorter time")
}

// defaultAspect is the width of a figure to its height where only that is given.
const defaultAspect = 1600.0 / 1130

// narrow draws a figure that is asked for in fewer pixels than it needs to be
// laid out in, smaller.
func (f Figure) narrow(c *data.Case, o timeline.FigureOptions, scale float32) (*scene.Scene, float32, error) {
	if o.W > 0 && o.W < timeline.NarrowestFigure {
		scale *= o.W / timeline.NarrowestFigure
		o.W = timeline.NarrowestFigure
	}
	s, err := f.scene(c, o)
	return s, scale, err
}

// closeTime gives a time that is open at one end the end of what the case holds.
func closeTime(c *data.Case, o *timeline.FigureOptions) {
	if o.From != edtf.Past && o.To != edtf.Future {
		return
	}
	all := timeline.NewPlot(c, timeline.PlotOptions{Grouping: o.Grouping, Filter: o.Filter, Measure: o.Measure}).FitWindow()
	if o.From == edtf.Past {
		o.From = min(all.From, o.To-1)
	}
	if o.To == edtf.Future {
		o.To = max(all.To, o.From+1)
	}
}
