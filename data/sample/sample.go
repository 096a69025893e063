// Package sample builds the case that a new user sees first: the talks of
// December 2025 in Berlin. It goes the way of every case: documents are read,
// extracted and accepted.
package sample

import (
	"context"
	"fmt"
	"io/fs"
	"time"

	"demarche/assets"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/intake"
	"demarche/data/read"
	"demarche/data/store"
)

// Title is the name of the sample case.
const Title = "Berlin talks, December 2025"

// reviewed is the confidence from which the sample's suggestions are accepted;
// the rest waits in the review screen, so that there is something to try.
const reviewed = 0.5

// Build makes the sample case at path, which must not exist. On an error the
// unfinished file is the caller's to remove.
func Build(ctx context.Context, path string, now func() time.Time) (err error) {
	st, err := store.Create(path, store.Options{Now: now, Title: Title})
	if err != nil {
		return fmt.Errorf("build the sample case: %w", err)
	}
	defer func() {
		if e := st.Close(); err == nil {
			err = e
		}
	}()
	if err := describe(st); err != nil {
		return fmt.Errorf("build the sample case: %w", err)
	}
	reader := read.New(read.Options{})
	defer reader.Close()
	documents := assets.Sample()
	names, err := fs.Glob(documents, "*")
	if err != nil {
		return err
	}
	in, ids := intake.New(reader, now), data.NewIDs(now)
	for _, name := range names {
		if err := add(ctx, st, in, documents, name, ids); err != nil {
			return fmt.Errorf("build the sample case from %s: %w", name, err)
		}
	}
	return nil
}

func describe(st *store.Store) error {
	info := *st.Case().Info
	info.TimeZone = "Europe/Kyiv"
	info.Note = "Sample documents written for Demarche, after press reports of September to December 2025."
	return st.Apply(data.Change{Label: "Describe the case", Put: []data.Record{&info}})
}

func add(ctx context.Context, st *store.Store, in *intake.Intake, documents fs.FS, name string, ids *data.IDs) error {
	bytes, err := fs.ReadFile(documents, name)
	if err != nil {
		return err
	}
	draft, err := in.Prepare(ctx, st.Case(), read.Source{Name: name, Data: bytes}, edtf.Date{})
	if err != nil {
		return err
	}
	if err := st.Apply(draft.Change()); err != nil {
		return err
	}
	var accepted []*data.Suggestion
	for _, s := range draft.Suggestions {
		if s.Confidence >= reviewed {
			accepted = append(accepted, s)
		}
	}
	ch, err := data.AcceptAll(st.Case(), accepted, ids.Next)
	if err != nil {
		return err
	}
	return st.Apply(ch)
}
