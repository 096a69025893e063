package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"demarche/data"
)

var errNotACase = errors.New("the file is no case in Demarche's JSON; choose one that Demarche exported")

type jsonReader struct {
	d       *json.Decoder
	seen    map[data.Ref]bool
	out     data.Change
	format  string
	version int
}

func (in *jsonReader) read() error {
	if t, err := in.d.Token(); err != nil || t != json.Delim('{') {
		return notACase(err)
	}
	for in.d.More() {
		key, err := in.d.Token()
		if err != nil {
			return notACase(err)
		}
		if err := in.field(key.(string)); err != nil {
			return err
		}
	}
	if _, err := in.d.Token(); err != nil {
		return notACase(err)
	}
	if in.format == "" {
		return errNotACase
	}
	if _, err := in.d.Token(); err != io.EOF {
		return errors.New("the JSON file goes on after its end; export the case anew")
	}
	return nil
}

// notACase is the fault of a file that is cut off, or of one that is something else.
func notACase(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	return errNotACase
}

func (in *jsonReader) field(key string) error {
	// The header comes first, so that a newer form is refused before its
	// records are misread.
	if key != "format" && key != "version" && in.version == 0 {
		return errNotACase
	}
	switch key {
	case "format":
		if err := in.d.Decode(&in.format); err != nil || in.format != formatName {
			return notACase(err)
		}
	case "version":
		if err := in.d.Decode(&in.version); err != nil || in.version < 1 {
			return notACase(err)
		}
		if in.version > formatVersion {
			return fmt.Errorf("the JSON file has version %d and this Demarche reads up to %d; install a newer Demarche", in.version, formatVersion)
		}
	case "case":
		return readOne(in, key, &data.Info{})
	case "documents":
		return readList(in, key, func() *documentJSON { return &documentJSON{Document: &data.Document{}} })
	case "actors":
		return readList(in, key, func() *data.Actor { return &data.Actor{} })
	case "issues":
		return readList(in, key, func() *data.Issue { return &data.Issue{} })
	case "events":
		return readList(in, key, func() *data.Event { return &data.Event{} })
	case "positions":
		return readList(in, key, func() *data.Position { return &data.Position{} })
	case "suggestions":
		return readList(in, key, func() *data.Suggestion { return &data.Suggestion{} })
	case "views":
		return readList(in, key, func() *data.SavedView { return &data.SavedView{} })
	default:
		var ignored json.RawMessage // a later version may add what an earlier one can do without
		return in.d.Decode(&ignored)
	}
	return nil
}

func readList[R data.Record](in *jsonReader, key string, fresh func() R) error {
	if t, err := in.d.Token(); err != nil || t != json.Delim('[') {
		return notACase(err)
	}
	for in.d.More() {
		if err := readOne(in, key, fresh()); err != nil {
			return err
		}
	}
	_, err := in.d.Token()
	return err
}

func readOne[R data.Record](in *jsonReader, key string, r R) error {
	place := fmt.Sprintf("record %d of the JSON file, in %q", len(in.out.Put)+1, key)
	if len(in.out.Put) >= maxRecords {
		return fmt.Errorf("the JSON file holds more than %d records; export the case in parts", maxRecords)
	}
	if err := in.d.Decode(&r); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return err
		}
		return fmt.Errorf("%s, cannot be read: %w; mend it or export the case anew", place, err)
	}
	if any(r) == any(*new(R)) { // "null" in the place of a record
		return fmt.Errorf("%s, is empty; mend it or export the case anew", place)
	}
	record, err := in.unwrap(r)
	if err == nil {
		err = record.Validate()
	}
	if err == nil {
		err = checkLists(record)
	}
	if err != nil {
		return fmt.Errorf("%s, is not valid: %w; mend it or export the case anew", place, err)
	}
	if ref := record.Ref(); in.seen[ref] {
		return fmt.Errorf("the JSON file holds the %s %s twice; remove one of the two", ref.Kind, ref.ID)
	}
	in.seen[record.Ref()] = true
	in.out.Put = append(in.out.Put, record)
	return nil
}

// unwrap takes the text out of a document.
func (in *jsonReader) unwrap(r data.Record) (data.Record, error) {
	d, ok := r.(*documentJSON)
	if !ok {
		return r, nil
	}
	if d.Document == nil {
		return nil, errors.New("the document is empty")
	}
	if len(d.Text) > maxText || !utf8.ValidString(d.Text) {
		return nil, fmt.Errorf("the text is longer than %d MB or not valid UTF-8", maxText>>20)
	}
	in.out.Contents[d.ID] = data.Content{Text: d.Text}
	return d.Document, nil
}
