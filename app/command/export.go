package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"demarche/app/session"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/store"
	"demarche/timeline"
	"demarche/timeline/publish"
)

// exportFlags are the flags of export as they were written.
type exportFlags struct {
	what, out, by, from, to, asOf, size, title, subtitle, theme string
	scale, centimetres, dpi                                     float64

	actors, issues []string
	given          map[string]bool // flags that were written
}

// What an export shows.
const (
	theTimeline = "timeline"
	theTable    = "table"
)

func runExport(ctx context.Context, env Env, args []string) error {
	fs := flag.NewFlagSet("export", flag.ContinueOnError)
	var f exportFlags
	fs.StringVar(&f.what, "what", theTimeline, "")
	fs.StringVar(&f.out, "out", "", "")
	fs.Func("actor", "", func(name string) error { f.actors = append(f.actors, name); return nil })
	fs.Func("issue", "", func(name string) error { f.issues = append(f.issues, name); return nil })
	fs.StringVar(&f.by, "by", string(timeline.ByIssue), "")
	fs.StringVar(&f.from, "from", "", "")
	fs.StringVar(&f.to, "to", "", "")
	fs.StringVar(&f.asOf, "as-of", "", "")
	fs.StringVar(&f.size, "size", "", "")
	fs.Float64Var(&f.scale, "scale", 1, "")
	fs.Float64Var(&f.centimetres, "width-cm", 0, "")
	fs.Float64Var(&f.dpi, "dpi", 0, "")
	fs.StringVar(&f.title, "title", "", "")
	fs.StringVar(&f.subtitle, "subtitle", "", "")
	fs.StringVar(&f.theme, "theme", "light", "")
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 || f.out == "" {
		return usagef("export: name a case and a file to write: demarche export CASE --out FILE")
	}
	f.given = map[string]bool{}
	fs.Visit(func(x *flag.Flag) { f.given[x.Name] = true })
	if ext := filepath.Ext(f.out); !slices.Contains(publish.Formats(), strings.ToLower(ext)) {
		return usagef("export: there is no export to %q; the file's ending says the format: %s", ext, strings.Join(publish.Formats(), " "))
	}
	figure, err := f.figure(env, rest[0])
	if err != nil {
		return err
	}
	st, err := store.Open(rest[0], store.Options{Now: env.Now})
	if err != nil {
		return err
	}
	if figure.Table && !figure.Options.ShowAsOf {
		figure.Options.AsOf = session.LastKnown(st.Case(), env.Now())
	}
	if err = f.choose(st.Case(), &figure.Options); err == nil {
		err = publish.ToFile(f.out, func(w io.Writer) error {
			return publish.Write(ctx, w, filepath.Ext(f.out), st.Case(), st.Text, figure)
		})
		if err != nil {
			err = fmt.Errorf("export to %s: %w", f.out, err)
		}
	}
	return errors.Join(err, st.Close())
}

// choose shows the actors and issues that are named, with who belongs to them
// and what lies under them, and no others.
func (f exportFlags) choose(c *data.Case, o *timeline.FigureOptions) error {
	for _, name := range f.actors {
		a, ok := data.FindActor(c, name)
		if !ok {
			return usagef("export: the case has no actor %q; 'demarche export CASE --out x.csv' lists them", name)
		}
		if o.Filter.Actors == nil {
			o.Filter.Actors = timeline.Set[data.ID]{"": false}
		}
		o.Filter.Actors[a.ID] = true
	}
	for _, name := range f.issues {
		i, ok := data.FindIssue(c, name)
		if !ok {
			return usagef("export: the case has no issue %q; 'demarche export CASE --out x.csv' lists them", name)
		}
		if o.Filter.Issues == nil {
			o.Filter.Issues = timeline.Set[data.ID]{"": false}
		}
		o.Filter.Issues[i.ID] = true
	}
	return nil
}

// subject reads what is to be shown, and refuses flags that say nothing about it.
func (f exportFlags) subject() (table bool, err error) {
	if f.what != theTimeline && f.what != theTable {
		return false, usagef("export: --what takes timeline or table, not %q", f.what)
	}
	ext := strings.ToLower(filepath.Ext(f.out))
	if chosen := len(f.actors)+len(f.issues) > 0; chosen && ext == ".json" {
		return false, usagef("export: %s holds the whole case; leave --actor and --issue out", f.out)
	}
	if f.what == theTimeline {
		return false, nil
	}
	for _, name := range []string{"by", "from", "to"} {
		if f.given[name] {
			return true, usagef("export: --%s is for the timeline; the table shows one day, --as-of", name)
		}
	}
	if ext == ".json" {
		return true, usagef("export: JSON holds the whole case and not the table; use .csv, or leave --what out")
	}
	return true, nil
}

func (f exportFlags) figure(env Env, path string) (publish.Figure, error) {
	o := timeline.FigureOptions{
		Title: f.title, Subtitle: f.subtitle, Program: "Demarche " + env.Version,
		FileName: filepath.Base(path), Printed: env.Now(),
	}
	table, err := f.subject()
	if err != nil {
		return publish.Figure{}, err
	}
	size, err := f.sizes()
	if err == nil {
		err = f.look(&o)
	}
	if err == nil {
		err = f.times(&o, env)
	}
	return publish.Figure{Table: table, Size: size, Options: o}, err
}

// sizes reads the size; each measure that is given must be more than nothing.
func (f exportFlags) sizes() (publish.Size, error) {
	size := publish.Size{Scale: f.scale, Centimetres: f.centimetres, DPI: f.dpi}
	if f.scale <= 0 {
		return size, usagef("export: --scale %g is not more than 0", f.scale)
	}
	if f.size == "" {
		return size, nil
	}
	if n, err := fmt.Sscanf(f.size+" ", "%dx%d ", &size.Width, &size.Height); n != 2 || err != nil || size.Width < 1 || size.Height < 1 {
		return size, usagef("export: --size %q is not a width and a height such as 1600x1130", f.size)
	}
	return size, nil
}

func (f exportFlags) look(o *timeline.FigureOptions) error {
	switch f.by {
	case "issue":
		o.Grouping = timeline.ByIssue
	case "actor":
		o.Grouping = timeline.ByActor
	case "type":
		o.Grouping = timeline.ByType
	default:
		return usagef("export: --by takes issue, actor or type, not %q", f.by)
	}
	switch f.theme {
	case "light":
		o.Theme = timeline.Light()
	case "dark":
		o.Theme = timeline.Dark()
	default:
		return usagef("export: --theme takes light or dark, not %q", f.theme)
	}
	return nil
}

// times reads the time shown. The last day of --to and of --as-of is in it.
func (f exportFlags) times(o *timeline.FigureOptions, env Env) error {
	from, err := dateFlag("from", f.from, env)
	if err != nil {
		return err
	}
	to, err := dateFlag("to", f.to, env)
	if err != nil {
		return err
	}
	asOf, err := dateFlag("as-of", f.asOf, env)
	if err != nil {
		return err
	}
	if f.from != "" || f.to != "" {
		o.From, o.To = edtf.Past, edtf.Future
		if f.from != "" {
			o.From = from.Earliest()
		}
		if f.to != "" {
			o.To = to.Latest()
		}
	}
	if f.asOf != "" {
		o.ShowAsOf, o.AsOf = true, asOf.Latest()-1
	}
	return nil
}
