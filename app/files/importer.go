// Package files takes documents into the window's case and writes it out as
// figures and data: what the window asks of packages that know nothing of it.
package files

import (
	"context"
	"time"

	"demarche/app/window"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/intake"
	"demarche/data/read"
)

// Importer reads documents for the window. It may be used by several goroutines
// at once. Close it to stop the PDF engine.
type Importer struct {
	reader *read.Reader
	now    func() time.Time
}

// NewImporter makes an importer that keeps in cacheDir what may be made again;
// empty: nothing is kept.
func NewImporter(cacheDir string, now func() time.Time) *Importer {
	return &Importer{read.New(read.Options{CacheDir: cacheDir}), now}
}

// Prepare reads src and extracts from it; the case stays as it is.
func (i *Importer) Prepare(ctx context.Context, c *data.Case, src read.Source) (window.Draft, error) {
	d, err := intake.New(i.reader, i.now).Prepare(ctx, c, src, edtf.Date{})
	if err != nil {
		return window.Draft{}, err
	}
	return window.Draft{
		Change: d.Change(), Document: d.Document.ID, Title: d.Document.Title,
		Suggestions: len(d.Suggestions), Duplicate: d.Duplicate,
	}, nil
}

// Close stops what the importer started.
func (i *Importer) Close() error { return i.reader.Close() }
