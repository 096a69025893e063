package files

import (
	"context"
	"io"
	"time"

	"demarche/app/plot"
	"demarche/app/session"
	"demarche/app/window"
	"demarche/data"
	"demarche/timeline"
	"demarche/timeline/publish"
)

// Exporter writes what the window shows as figures and data.
type Exporter struct {
	version string
	now     func() time.Time
}

// NewExporter makes an exporter that signs figures with the program's version
// and the time.
func NewExporter(version string, now func() time.Time) Exporter { return Exporter{version, now} }

// Formats are the kinds of files that can be written of a subject, the figures
// first.
func (Exporter) Formats(s window.Subject) []window.ExportFormat {
	rows := "CSV, the events and positions shown"
	if s == window.OfTable {
		rows = "CSV, the rows of this table"
	}
	return []window.ExportFormat{
		{Extension: ".png", Label: "PNG picture", Picture: true, Pixels: true},
		{Extension: ".svg", Label: "SVG drawing", Picture: true, Pixels: true},
		{Extension: ".pdf", Label: "PDF page", Picture: true, Pixels: true},
		{Extension: ".json", Label: "JSON, the whole case"},
		{Extension: ".csv", Label: rows},
	}
}

// Export writes the case as e asks.
func (x Exporter) Export(ctx context.Context, c *data.Case, store session.Store, e window.Export, out io.Writer) error {
	o := timeline.FigureOptions{
		Title: e.Title, Subtitle: e.Subtitle, Grouping: timeline.Grouping(e.Grouping),
		Filter: plot.Filter(c, e.Filter), ShowAsOf: true, AsOf: e.AsOf, Theme: timeline.Light(),
		Program: "Demarche " + x.version, FileName: e.FileName, Printed: x.now(),
	}
	if e.Dark {
		o.Theme = timeline.Dark()
	}
	size := publish.Size{Width: e.Width, Height: e.Height, Scale: e.Scale, Centimetres: e.Centimetres, DPI: e.DPI}
	return publish.Write(ctx, out, e.Format, c, store.Text, publish.Figure{Table: e.Subject == window.OfTable, Size: size, Options: o})
}
