// Package exchange writes a case in other people's formats and reads what can
// be read back.
//
// # JSON
//
// The JSON form holds the whole case, with the text of each document but
// without the original files:
//
//	{
//	  "format": "demarche-case",   always this
//	  "version": 1,                raised when a reader of today would misread it
//	  "case":        Info,
//	  "documents":   [Document with a further field "text"],
//	  "actors":      [Actor],
//	  "issues":      [Issue],
//	  "events":      [Event],
//	  "positions":   [Position],
//	  "suggestions": [Suggestion],
//	  "views":       [SavedView]
//	}
//
// The records have the fields that the types of package data give in JSON.
// Dates are EDTF strings, "" where there is none; times are RFC 3339; a
// passage's start and end count Unicode code points in its document's text.
// Records stand in order of ID, so that the same case gives the same bytes.
//
// # CSV
//
// One row for each event and position, for a spreadsheet: see WriteCSV.
package exchange

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"demarche/data"
)

const (
	formatName    = "demarche-case"
	formatVersion = 1
)

// Bounds on what ReadJSON takes in.
const (
	maxJSON    = 512 << 20 // bytes
	maxText    = 64 << 20  // bytes of one document's text
	maxRecords = 1_000_000
)

type documentJSON struct {
	*data.Document
	Text string `json:"text"`
}

// WriteJSON writes the whole case. texts gives the text of a document; its
// errors end the writing.
func WriteJSON(w io.Writer, c *data.Case, texts func(data.ID) (string, error)) error {
	out := &jsonWriter{w: bufio.NewWriterSize(w, 64<<10)}
	out.raw("{\n\"format\": %q,\n\"version\": %d", formatName, formatVersion)
	if c.Info != nil {
		out.raw(",\n\"case\": ")
		out.value(c.Info)
	}
	out.raw(",\n\"documents\": [")
	for i, d := range c.Documents.All() {
		text, err := texts(d.ID)
		if err != nil {
			return fmt.Errorf("write the text of the document %q (%s): %w", d.Title, d.ID, err)
		}
		out.item(i, documentJSON{d, text})
	}
	out.raw("\n]")
	writeList(out, "actors", c.Actors.All())
	writeList(out, "issues", c.Issues.All())
	writeList(out, "events", c.Events.All())
	writeList(out, "positions", c.Positions.All())
	writeList(out, "suggestions", c.Suggestions.All())
	writeList(out, "views", c.Views.All())
	out.raw("\n}\n")
	if out.err == nil {
		out.err = out.w.Flush()
	}
	if out.err != nil {
		return fmt.Errorf("write the case as JSON: %w", out.err)
	}
	return nil
}

// jsonWriter writes record by record, so that a large case needs no second copy
// of itself in memory. The first error stays.
type jsonWriter struct {
	w   *bufio.Writer
	err error
}

func (o *jsonWriter) raw(format string, args ...any) {
	if o.err == nil {
		_, o.err = fmt.Fprintf(o.w, format, args...)
	}
}

func (o *jsonWriter) value(v any) {
	if o.err != nil {
		return
	}
	var b []byte
	if b, o.err = json.Marshal(v); o.err == nil {
		_, o.err = o.w.Write(b)
	}
}

func (o *jsonWriter) item(i int, v any) {
	if i > 0 {
		o.raw(",")
	}
	o.raw("\n")
	o.value(v)
}

func writeList[R data.Record](o *jsonWriter, name string, rows []R) {
	o.raw(",\n%q: [", name)
	for i, r := range rows {
		o.item(i, r)
	}
	o.raw("\n]")
}

// ReadJSON reads a case that WriteJSON wrote as one change to an empty case. It
// checks each record by itself, that no two have the same ID, that what a record
// refers to is there, and that each quote stands in its document. The original
// files are not part of JSON, so each Content.Original is nil.
func ReadJSON(r io.Reader) (data.Change, error) {
	limited := &io.LimitedReader{R: r, N: maxJSON + 1}
	in := &jsonReader{
		d:    json.NewDecoder(limited),
		seen: map[data.Ref]bool{},
		out:  data.Change{Label: "Import case", Contents: map[data.ID]data.Content{}},
	}
	err := in.read()
	switch {
	case limited.N <= 0:
		return data.Change{}, fmt.Errorf("the JSON file is larger than %d MB; export the case in parts", maxJSON>>20)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return data.Change{}, errors.New("the JSON file ends too early; export the case anew")
	case err != nil:
		return data.Change{}, err
	}
	if err := in.check(); err != nil {
		return data.Change{}, err
	}
	return in.out, nil
}
