package read

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"demarche/data/edtf"
)

// readDOCX reads a Word document (ECMA-376, Office Open XML). It is our own:
// the libraries for Go that read DOCX build the whole document as objects and
// bound neither what the archive unpacks to nor how deep its XML goes.
func readDOCX(ctx context.Context, name string, data []byte, l Limits) (Document, error) {
	a, err := openArchive(name, data, l)
	if err != nil {
		return Document{}, err
	}
	main := a.target("_rels/.rels", "/officeDocument")
	if main == "" {
		main = "word/document.xml"
	}
	w := &wordWriter{limit: l.TextBytes}
	if err := a.walk(ctx, main, w.token); err != nil {
		if errors.Is(err, errNoPart) {
			return Document{}, fault(name, "is an archive, not a Word document; unpack it and import the files in it")
		}
		return Document{}, err
	}
	for _, notes := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		if err := a.walk(ctx, notes, w.token); err != nil && !errors.Is(err, errNoPart) {
			return Document{}, err
		}
	}
	d := Document{Text: clean(w.text())}
	properties := a.properties(ctx)
	d.Title, d.Author = properties["title"], properties["creator"]
	d.Language = properties["language"]
	if d.Title == "" {
		d.Title = w.title
	}
	if d.Title == "" {
		d.Title = titleLine(d.Text)
	}
	d.Published = readHeader(d.Text).Published
	if d.Published.IsZero() {
		d.Published = fileDate(properties["created"])
	}
	return d, nil
}

// fileDate is the day on which a program says that it made the file. That is
// near the day of publication at best, so it is marked uncertain.
func fileDate(w3c string) edtf.Date {
	t, err := time.Parse(time.RFC3339, strings.TrimSpace(w3c))
	if err != nil || t.Year() < 1980 || t.Year() > 9999 {
		return edtf.Date{}
	}
	return edtf.OfDay(t.Year(), int(t.Month()), t.Day()).With(edtf.Uncertain)
}

type archive struct {
	name   string
	parts  map[string]*zip.File
	limits Limits
}

var errNoPart = errors.New("the archive lacks a part")

func openArchive(name string, data []byte, l Limits) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > l.Entries {
		return nil, fault(name, "holds %d parts, far more than a document has; copy its text and paste it", len(z.File))
	}
	a := &archive{name: name, parts: make(map[string]*zip.File, len(z.File)), limits: l}
	for _, f := range z.File {
		key := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if _, double := a.parts[key]; !double {
			a.parts[key] = f
		}
	}
	return a, nil
}

// walk calls visit with each token of a part. The part's size is bounded while
// it unpacks, since the size in the archive's directory may be a lie, and its
// depth while it is read. Entities that the part declares itself are not
// expanded: encoding/xml refuses them.
func (a *archive) walk(ctx context.Context, part string, visit func(xml.Token, int) error) error {
	f := a.parts[strings.ToLower(strings.TrimPrefix(part, "/"))]
	if f == nil {
		return errNoPart
	}
	rc, err := f.Open()
	if err != nil {
		return err
	}
	defer rc.Close()
	limited := &io.LimitedReader{R: rc, N: a.limits.Inflated}
	decoder := xml.NewDecoder(limited)
	decoder.CharsetReader = charset.NewReaderLabel
	depth := 0
	for n := 0; ; n++ {
		token, err := decoder.RawToken()
		if limited.N <= 0 {
			return fault(a.name, "unpacks to more than %s; copy its text and paste it", size(a.limits.Inflated))
		}
		if err == io.EOF {
			if depth > 0 {
				return io.ErrUnexpectedEOF
			}
			return nil
		}
		if err != nil {
			return err
		}
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if _, start := token.(xml.StartElement); start {
			if depth++; depth > a.limits.Depth {
				return fault(a.name, "nests its parts deeper than a document does; copy its text and paste it")
			}
		}
		if err := visit(token, depth); err != nil {
			return err
		}
		if _, end := token.(xml.EndElement); end {
			depth--
		}
	}
}

// target is the part that a relationship of that type points to.
func (a *archive) target(relations, kind string) string {
	found := ""
	// A broken list of relations is no harm: the part's usual name stands in.
	_ = a.walk(context.Background(), relations, func(t xml.Token, _ int) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" && found == "" &&
			strings.HasSuffix(attr(e, "Type"), kind) && attr(e, "TargetMode") != "External" {
			found = path.Clean(strings.TrimPrefix(attr(e, "Target"), "/"))
		}
		return nil
	})
	return found
}

// properties reads docProps/core.xml (Dublin Core); a document without it has none.
func (a *archive) properties(ctx context.Context) map[string]string {
	values := map[string]string{}
	element := ""
	_ = a.walk(ctx, "docProps/core.xml", func(t xml.Token, _ int) error {
		switch t := t.(type) {
		case xml.StartElement:
			element = t.Name.Local
		case xml.EndElement:
			element = ""
		case xml.CharData:
			if element != "" && len(values[element]) < maxField {
				values[element] += string(t)
			}
		}
		return nil
	})
	return values
}

func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
