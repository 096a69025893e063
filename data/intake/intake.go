// Package intake takes documents into a case: it reads a file, extracts
// suggestions from its text with what the case knows, and makes the change
// that puts both into the case.
package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/extract"
	"demarche/data/read"
)

// Intake reads and extracts. It may be used by one goroutine at a time.
type Intake struct {
	reader *read.Reader
	now    func() time.Time
	ids    *data.IDs
}

// New makes an Intake on a reader, which stays the caller's to close.
func New(r *read.Reader, now func() time.Time) *Intake { return &Intake{r, now, data.NewIDs(now)} }

// Draft is a document that is ready to enter a case.
type Draft struct {
	Document    *data.Document
	Content     data.Content
	Suggestions []*data.Suggestion
	Duplicate   data.ID // the document of the case with the same bytes, if any
}

// Prepare reads src and extracts from it, and leaves the case as it is. A
// published date that is not zero takes the place of the one that the file
// names.
func (in *Intake) Prepare(ctx context.Context, c *data.Case, src read.Source, published edtf.Date) (*Draft, error) {
	sum := sha256.Sum256(src.Data)
	sha := hex.EncodeToString(sum[:])
	doc, err := in.reader.Read(ctx, src)
	if err != nil {
		return nil, err
	}
	if !published.IsZero() {
		doc.Published = published
	}
	d := &Draft{
		Document:  in.document(src, doc, sha),
		Content:   data.Content{Text: doc.Text, Original: src.Data},
		Duplicate: withChecksum(c, sha),
	}
	result, err := extract.Extract(ctx, doc.Text, Options(c, d.Document))
	if err != nil {
		return nil, fmt.Errorf("extract from %s: %w", src.Name, err)
	}
	d.Suggestions = result.Suggestions(d.Document.ID, in.ids.Next)
	return d, nil
}

// Change puts the draft into a case.
func (d *Draft) Change() data.Change {
	ch := data.Change{
		Label:    "Import " + d.Document.Title,
		Put:      []data.Record{d.Document},
		Contents: map[data.ID]data.Content{d.Document.ID: d.Content},
	}
	for _, s := range d.Suggestions {
		ch.Put = append(ch.Put, s)
	}
	return ch
}

// Options is what the extractor is told of a document of a case.
func Options(c *data.Case, doc *data.Document) extract.Options {
	return extract.Options{Published: doc.Published, Title: doc.Title, Known: extract.KnownOf(c)}
}

func (in *Intake) document(src read.Source, doc read.Document, sha string) *data.Document {
	// Names of files are any bytes on some systems; records are UTF-8.
	src.Name = strings.ToValidUTF8(src.Name, "\uFFFD")
	title := strings.TrimSpace(doc.Title)
	if title == "" {
		title = strings.TrimSuffix(filepath.Base(src.Name), filepath.Ext(src.Name))
	}
	return &data.Document{
		ID: in.ids.Next(), Title: title, Publisher: doc.Publisher, Author: doc.Author, URL: doc.URL,
		Published: doc.Published, Language: doc.Language, FileName: filepath.Base(src.Name),
		Format: doc.Format, SHA256: sha, Words: doc.Words, Imported: in.now().UTC().Truncate(time.Second),
	}
}

func withChecksum(c *data.Case, sha string) data.ID {
	for _, d := range c.Documents.All() {
		if d.SHA256 == sha {
			return d.ID
		}
	}
	return ""
}
