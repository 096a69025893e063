// Package read turns a file, or pasted text, into a document: its text and what
// the file itself says about title, publisher, author, address and date.
//
// Files come from anywhere, so every reader is bounded in bytes, nesting, time
// and memory (Limits), and a file that cannot be read ends in an *Error of one
// sentence that names it and the way out.
package read

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"demarche/data/edtf"
)

// Source is what is to be read: the bytes of a file and its name.
type Source struct {
	Name   string // for messages and for its extension; no folder is opened through it
	Data   []byte
	Format string // one of Formats, or "" to tell from content and extension
}

// Document is what a source holds. What the file does not say is empty.
type Document struct {
	Title     string
	Publisher string
	Author    string
	URL       string
	Language  string // BCP 47 as the file gives it, such as "en" or "en-GB"
	Format    string // one of Formats
	// Published is the day of publication. It is doubtful ("2025-12-16?") where
	// only the file's own creation date is known, as in PDF and DOCX.
	Published edtf.Date
	Text      string // valid UTF-8; paragraphs are parted by an empty line
	Words     int
}

// Options say how a Reader works.
type Options struct {
	// CacheDir keeps the compiled PDF engine between runs, which saves some
	// seconds at the next start; "" keeps it in memory only.
	CacheDir string
	Limits   Limits // the zero value means DefaultLimits
}

// Reader reads sources. It may be used by several goroutines at once. Close it
// to free the PDF engine.
type Reader struct {
	limits Limits
	pdf    *pdfEngine
}

// New makes a reader. The PDF engine starts when the first PDF is read.
func New(o Options) *Reader {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits()
	}
	return &Reader{limits: o.Limits, pdf: newPDFEngine(o.CacheDir, o.Limits)}
}

// Close frees the PDF engine. The reader cannot read PDF after it.
func (r *Reader) Close() error { return r.pdf.close() }

// Read reads src. It returns an *Error where src cannot be read, and an error
// that wraps ctx.Err() where ctx ends first.
func (r *Reader) Read(ctx context.Context, src Source) (Document, error) {
	name := displayName(src.Name)
	if int64(len(src.Data)) > r.limits.FileBytes {
		return Document{}, tooBig(name, r.limits)
	}
	format, err := detect(name, src)
	if err != nil {
		return Document{}, err
	}
	work, cancel := context.WithTimeout(ctx, r.limits.Time)
	defer cancel()
	d, err := r.bounded(work, name, format, src.Data)
	if err != nil {
		return Document{}, readError(ctx, name, r.limits, err)
	}
	return r.finish(name, format, d)
}

// bounded reads on a goroutine of its own, so that a library that knows no
// context cannot hold up the caller; the size limits end what is left behind.
func (r *Reader) bounded(ctx context.Context, name string, format Format, data []byte) (Document, error) {
	type outcome struct {
		doc Document
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if p := recover(); p != nil {
				o.err = fmt.Errorf("the reader gave up: %v", p)
			}
			done <- o
		}()
		o.doc, o.err = r.readAs(ctx, name, format, data)
	}()
	select {
	case o := <-done:
		return o.doc, o.err
	case <-ctx.Done():
		return Document{}, ctx.Err()
	}
}

func (r *Reader) readAs(ctx context.Context, name string, format Format, data []byte) (Document, error) {
	switch format.Name {
	case Text, Pasted:
		return readPlain(name, format.Name, data)
	case Markdown:
		return readMarkdown(name, data)
	case HTML:
		if format.mime {
			return readMail(ctx, name, data, r.limits)
		}
		return readHTML(ctx, name, data, "", r.limits)
	case PDF:
		return r.pdf.read(ctx, name, data)
	case DOCX:
		return readDOCX(ctx, name, data, r.limits)
	case EML:
		return readMail(ctx, name, data, r.limits)
	}
	return Document{}, fault(name, "has the format %q, which Demarche does not read; use one of %s", format.Name, formatNames())
}

func (r *Reader) finish(name string, format Format, d Document) (Document, error) {
	if strings.TrimSpace(d.Text) == "" {
		return Document{}, fault(name, "holds no text; choose a file that has some")
	}
	if int64(len(d.Text)) > r.limits.TextBytes {
		return Document{}, tooLong(name, r.limits)
	}
	if !utf8.ValidString(d.Text) {
		return Document{}, fault(name, "holds text in an encoding that could not be read; save it as UTF-8")
	}
	d.Format = format.Name
	d.Title, d.Publisher, d.Author = field(d.Title), field(d.Publisher), field(d.Author)
	d.URL, d.Language = webAddress(d.URL), field(d.Language)
	d.Words = countWords(d.Text)
	return d, nil
}
