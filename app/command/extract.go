package command

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"

	"demarche/data/extract"
	"demarche/data/read"
)

func runExtract(ctx context.Context, env Env, args []string) error {
	fs := flag.NewFlagSet("extract", flag.ContinueOnError)
	published := fs.String("published", "", "")
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return usagef("extract: name one file: demarche extract FILE [--published DATE]")
	}
	date, err := dateFlag("published", *published, env)
	if err != nil {
		return err
	}
	src, err := read.ReadFile(rest[0], read.DefaultLimits())
	if err != nil {
		return err
	}
	reader := read.New(read.Options{CacheDir: env.CacheDir})
	doc, err := reader.Read(ctx, src)
	if err = errors.Join(err, reader.Close()); err != nil {
		return err
	}
	if !date.IsZero() {
		doc.Published = date
	}
	result, err := extract.Extract(ctx, doc.Text, extract.Options{Published: doc.Published, Title: doc.Title})
	if err != nil {
		return fmt.Errorf("extract from %s: %w", rest[0], err)
	}
	enc := json.NewEncoder(env.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(result)
}
