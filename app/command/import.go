package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/intake"
	"demarche/data/read"
	"demarche/data/store"
)

func runImport(ctx context.Context, env Env, args []string) error {
	fs := flag.NewFlagSet("import", flag.ContinueOnError)
	published := fs.String("published", "", "")
	accept := fs.String("accept", "none", "")
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) < 2 {
		return usagef("import: name a case and at least one file: demarche import CASE FILE...")
	}
	if rest[0] == "" {
		return usagef("import: the name of the case is empty")
	}
	wanted, err := acceptance(*accept)
	if err != nil {
		return err
	}
	date, err := dateFlag("published", *published, env)
	if err != nil {
		return err
	}
	st, made, err := openOrCreate(rest[0], env)
	if err != nil {
		return err
	}
	reader := read.New(read.Options{CacheDir: env.CacheDir})
	in := importer{env: env, store: st, intake: intake.New(reader, env.Now), ids: data.NewIDs(env.Now), published: date, accept: wanted}
	err = in.all(ctx, rest[1:])
	empty := st.Case().Documents.Len() == 0
	err = errors.Join(err, reader.Close(), st.Close())
	if made && empty { // a slip in the names of the files leaves no case behind
		err = errors.Join(err, os.Remove(rest[0]))
	}
	return err
}

// acceptance is which suggestions enter the case without a person's review.
func acceptance(name string) (func(*data.Suggestion) bool, error) {
	switch name {
	case "none":
		return func(*data.Suggestion) bool { return false }, nil
	case "sure":
		return func(s *data.Suggestion) bool { return s.Confidence >= data.Sure }, nil
	case "all":
		return func(*data.Suggestion) bool { return true }, nil
	}
	return nil, usagef("import: --accept takes all, sure or none, not %q", name)
}

func dateFlag(name, value string, env Env) (edtf.Date, error) {
	if value == "" {
		return edtf.Date{}, nil
	}
	d, err := edtf.ParseHuman(value, edtf.OfInstant(env.Now().Unix()), edtf.English())
	if err != nil {
		return edtf.Date{}, usagef("--%s: %w", name, err)
	}
	return d, nil
}

// openOrCreate opens a case; where there is none it makes one, and says so.
func openOrCreate(path string, env Env) (st *store.Store, made bool, err error) {
	if _, err := os.Stat(path); err == nil {
		st, err = store.Open(path, store.Options{Now: env.Now})
		return st, false, err
	}
	title := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	st, err = store.Create(path, store.Options{Now: env.Now, Title: title})
	return st, true, err
}

// importer reads files into one case.
type importer struct {
	env       Env
	store     *store.Store
	intake    *intake.Intake
	ids       *data.IDs
	published edtf.Date
	accept    func(*data.Suggestion) bool
}

// all imports every file that can be read, then fails for those that could not.
func (in importer) all(ctx context.Context, files []string) error {
	var errs []error
	for _, f := range files {
		if err := in.one(ctx, f); err != nil {
			errs = append(errs, err)
		}
		if ctx.Err() != nil {
			break
		}
	}
	return errors.Join(errs...)
}

func (in importer) one(ctx context.Context, file string) error {
	src, err := read.ReadFile(file, read.DefaultLimits())
	if err != nil {
		return err
	}
	draft, err := in.intake.Prepare(ctx, in.store.Case(), src, in.published)
	if err != nil {
		return err
	}
	if draft.Duplicate != "" {
		old, _ := in.store.Case().Documents.Get(draft.Duplicate)
		fmt.Fprintf(in.env.Out, "%s: already in the case as %q, left as it is\n", file, old.Title)
		return nil
	}
	if err := in.store.Apply(draft.Change()); err != nil {
		return fmt.Errorf("import %s: %w", file, err)
	}
	accepted, err := in.acceptFrom(draft)
	if err != nil {
		return fmt.Errorf("accept what %s says: %w", file, err)
	}
	fmt.Fprintf(in.env.Out, "%s: %s, %s, %d accepted%s\n", file, draft.Document.Title,
		words.Count(len(draft.Suggestions), "suggestion"), accepted, undatedNote(draft.Document))
	return nil
}

func (in importer) acceptFrom(d *intake.Draft) (int, error) {
	var chosen []*data.Suggestion
	for _, s := range d.Suggestions {
		if in.accept(s) {
			chosen = append(chosen, s)
		}
	}
	if len(chosen) == 0 {
		return 0, nil
	}
	ch, err := data.AcceptAll(in.store.Case(), chosen, in.ids.Next)
	if err != nil {
		return 0, err
	}
	return len(chosen), in.store.Apply(ch)
}

func undatedNote(d *data.Document) string {
	if d.Published.IsZero() {
		return "; its publication date is unknown, so days like \"Monday\" stay open: say --published DATE"
	}
	return ""
}
