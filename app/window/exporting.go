package window

import (
	"context"
	"io"

	"demarche/app/session"
	"demarche/data"
)

// Subject is what an export shows.
type Subject uint8

// Subjects.
const (
	OfTimeline Subject = iota
	OfTable            // who stands where on the as-of date
)

// ExportFormat is a kind of file that the exporter writes.
type ExportFormat struct {
	Extension string // ".png"
	Label     string // "PNG picture"
	Picture   bool   // it has a title and a size
	Pixels    bool   // its size is in pixels or in centimetres at a density
}

// Export is what is asked of the exporter: what the screen shows, and how it is
// to look. Measures that are 0 follow from the others and from the content.
type Export struct {
	Subject       Subject
	Format        string // an extension
	Title         string
	Subtitle      string
	Width, Height int     // pixels
	Centimetres   float64 // the width in print, instead of Width
	DPI           float64 // with Centimetres
	Scale         float64
	Dark          bool
	Grouping      string
	AsOf          int64
	Filter        session.Filter
	FileName      string // of the case, for the foot of the figure
}

// Exporter writes a case in another form.
type Exporter interface {
	Formats(Subject) []ExportFormat
	Export(ctx context.Context, c *data.Case, store session.Store, e Export, out io.Writer) error
}
