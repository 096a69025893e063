package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/app/command"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/extract"
	"demarche/data/store"
)

const ferry = `Ferry talks end without a deal

Norland on Tuesday rejected a proposal by Estmark to share the harbour of Vik. Norland's foreign minister, Ada Holm, said that her government would not give up control of the port.

Estmark's negotiator Ivar Lund met Holm in Oslo on Monday. He demanded that Norland open the harbour by 1 March 2026.
`

func run(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	env := command.Env{Out: &o, Err: &e, Version: "test",
		Now: func() time.Time { return time.Date(2026, 2, 12, 8, 0, 0, 0, time.UTC) }}
	status = command.Run(context.Background(), env, args)
	return status, o.String(), e.String()
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func ferryCase(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ferry.demarche")
	if status, _, errs := run(t, "import", path, write(t, "ferry.txt", ferry), "--published", "11 Feb 2026", "--accept", "all"); status != 0 {
		t.Fatal(errs)
	}
	return path
}

func TestExtractPrintsItsText(t *testing.T) {
	path := write(t, "ferry.txt", ferry)
	status, out, errs := run(t, "extract", path, "--published", "2026-02-11")
	if status != command.OK || errs != "" {
		t.Fatal(status, errs)
	}
	var r extract.Result
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	if r.Document.Text != ferry {
		t.Error("the text is not the file's")
	}
	text := []rune(ferry)
	check := func(s extract.Span) {
		if string(text[s.Start:s.End]) != s.Quote {
			t.Errorf("%d to %d is %q, not %q", s.Start, s.End, string(text[s.Start:s.End]), s.Quote)
		}
	}
	values := map[string]bool{}
	for _, d := range r.Dates {
		check(d.Span)
		if d.Value != nil {
			values[*d.Value] = true
		}
	}
	for _, e := range r.Events {
		check(e.Span)
	}
	for _, p := range r.Positions {
		check(p.Span)
	}
	if !values["2026-02-10"] || !values["2026-02-09"] || !values["2026-03-01"] || len(r.Positions) == 0 || len(r.Events) == 0 {
		t.Errorf("dates %v, %d positions, %d events", values, len(r.Positions), len(r.Events))
	}
}

func TestImportExportCheck(t *testing.T) {
	path := ferryCase(t)
	if status, out, errs := run(t, "check", path); status != 0 || !strings.Contains(out, "sound") {
		t.Fatal(status, out, errs)
	}
	if status, out, _ := run(t, "import", path, write(t, "again.txt", ferry)); status != 0 || !strings.Contains(out, "already") {
		t.Errorf("the same document twice: %d %q", status, out)
	}
	dir := t.TempDir()
	for _, ext := range []string{".png", ".svg", ".pdf", ".json", ".csv"} {
		if status, _, errs := run(t, "export", path, "--out", filepath.Join(dir, "x"+ext), "--by", "actor", "--as-of", "2026-02-11"); status != 0 {
			t.Errorf("%s: %s", ext, errs)
		}
	}
	for _, c := range []struct {
		size, scale string
		w, h        int
	}{{"1600x1130", "1", 1600, 1130}, {"800x600", "2", 1600, 1200}, {"700x200", "1", 700, 200}} {
		out := filepath.Join(dir, "sized.png")
		if status, _, errs := run(t, "export", path, "--out", out, "--size", c.size, "--scale", c.scale); status != 0 {
			t.Fatal(errs)
		}
		f, err := os.Open(out)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.DecodeConfig(f)
		_ = f.Close()
		if err != nil || img.Width != c.w || img.Height != c.h {
			t.Errorf("--size %s --scale %s wrote %d × %d, %v", c.size, c.scale, img.Width, img.Height, err)
		}
	}
	if r, err := store.Check(path); err != nil || !r.Sound() {
		t.Error(r.Faults, err)
	}
}

// harbourCase is a case in which two hold something, made by hand.
func harbourCase(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "harbour.demarche")
	st, err := store.Create(path, store.Options{Now: func() time.Time { return time.Date(2026, 2, 12, 8, 0, 0, 0, time.UTC) }, Title: "Harbour talks"})
	if err != nil {
		t.Fatal(err)
	}
	err = st.Apply(data.Change{Label: "Make", Put: []data.Record{
		&data.Actor{ID: "n", Name: "Norland", Kind: data.State}, &data.Actor{ID: "e", Name: "Estmark", Kind: data.State}, &data.Issue{ID: "h", Name: "Harbour"},
		&data.Position{ID: "p1", Actor: "n", Issue: "h", Stance: data.Rejects, Proposal: "share the harbour", From: edtf.OfDay(2026, 2, 2)},
		&data.Position{ID: "p2", Actor: "e", Issue: "h", Stance: data.Demands, Proposal: "open the harbour", From: edtf.OfDay(2026, 2, 9)},
	}})
	if err := errors.Join(err, st.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// The table of positions is written as a figure and as rows, of the day asked for.
func TestExportTable(t *testing.T) {
	path := harbourCase(t)
	dir := t.TempDir()
	file := func(name string, args ...string) string {
		t.Helper()
		out := filepath.Join(dir, name)
		if status, _, errs := run(t, append([]string{"export", path, "--what", "table", "--out", out}, args...)...); status != 0 {
			t.Fatal(errs)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	svg := file("x.svg")
	for _, want := range []string{"Who stands where, on 9 February 2026", "Norland", "Estmark", "Rejects"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the table does not say %q", want)
		}
	}
	if svg := file("titled.svg", "--title", "Harbour", "--as-of", "11 Feb 2026", "--theme", "dark", "--actor", "norland"); !strings.Contains(svg, "who stands where, on 11 February 2026") || strings.Contains(svg, ">Estmark<") {
		t.Error("the table is not of Norland on the day asked for")
	}
	if !strings.HasPrefix(file("x.pdf", "--width-cm", "25"), "%PDF-") || !strings.HasPrefix(file("x.png", "--size", "1400x900"), "\x89PNG") {
		t.Error("no picture was written")
	}
	rows := file("x.csv", "--as-of", "2026-02-11")
	if !strings.Contains(rows, "as_of,issue,actor,stance") || !strings.Contains(rows, "2026-02-11,") || !strings.Contains(rows, "Norland,rejects") {
		t.Errorf("the rows are\n%s", rows)
	}
}

// Every error is one line that says what to do, and the status tells a slip in
// the call from a failure.
func TestErrors(t *testing.T) {
	path := ferryCase(t)
	missing := filepath.Join(t.TempDir(), "missing.txt")
	for _, c := range []struct {
		status int
		args   []string
		says   string
	}{
		{command.Usage, []string{"import"}, "demarche import CASE FILE"},
		{command.Usage, []string{"import", path, "x.txt", "--accept", "some"}, "all, sure or none"},
		{command.Usage, []string{"extract", "--published", "someday", "x.txt"}, "published"},
		{command.Usage, []string{"export", path}, "--out"},
		{command.Usage, []string{"export", path, "--out", "x.png", "--size", "big"}, "1600x1130"},
		{command.Usage, []string{"export", path, "--out", "x.png", "--by", "mood"}, "issue, actor or type"},
		{command.Usage, []string{"export", path, "--out", "x.png", "--bogus"}, "help"},
		{command.Usage, []string{"export", path, "--out", "x.png", "--what", "map"}, "timeline or table"},
		{command.Usage, []string{"export", path, "--out", "x.png", "--what", "table", "--by", "actor"}, "--as-of"},
		{command.Usage, []string{"export", path, "--out", "x.json", "--what", "table"}, "whole case"},
		{command.Usage, []string{"export", path, "--out", "x.json", "--actor", "Estmark"}, "whole case"},
		{command.Usage, []string{"export", path, "--out", "x.png", "--actor", "Nobody"}, "no actor"},
		{command.Usage, []string{"export", path, "--out", "x.png", "--issue", "Nothing"}, "no issue"},
		{command.Failure, []string{"export", path, "--out", filepath.Join(t.TempDir(), "x.png"), "--what", "table", "--as-of", "1900"}, "choose another day"},
		{command.Failure, []string{"extract", missing}, "missing.txt"},
		{command.Failure, []string{"check", missing}, "missing.txt"},
		{command.Usage, []string{"export", path, "--out", filepath.Join(t.TempDir(), "x.bmp")}, ".svg"},
		{command.Failure, []string{"export", path, "--out", filepath.Join(t.TempDir(), "x.png"), "--from", "1900", "--to", "1901"}, "nothing to draw"},
		{command.Failure, []string{"import", path, write(t, "empty.txt", "")}, "empty.txt"},
	} {
		status, _, errs := run(t, c.args...)
		if status != c.status || !strings.Contains(errs, c.says) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: status %d, %q", c.args, status, errs)
		}
	}
}

// An import of which nothing could be read makes no case, and leaves one that
// was there.
func TestFailedImportMakesNoCase(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.txt")
	fresh := filepath.Join(t.TempDir(), "fresh.demarche")
	if status, _, errs := run(t, "import", fresh, missing); status != command.Failure || strings.Count(errs, "\n") != 1 {
		t.Error(status, errs)
	}
	if _, err := os.Stat(fresh); !os.IsNotExist(err) {
		t.Error("a case without a document is left")
	}
	empty := filepath.Join(t.TempDir(), "empty.demarche")
	st, err := store.Create(empty, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	run(t, "import", empty, missing)
	if r, err := store.Check(empty); err != nil || !r.Sound() {
		t.Error("the case that was there:", r.Faults, err)
	}
}

// An export that fails leaves the file that was there.
func TestFailedExportKeepsTheOldFile(t *testing.T) {
	path, out := ferryCase(t), filepath.Join(t.TempDir(), "old.png")
	if err := os.WriteFile(out, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, _ := run(t, "export", path, "--out", out, "--from", "1900", "--to", "1901"); status != command.Failure {
		t.Fatal(status)
	}
	if b, _ := os.ReadFile(out); string(b) != "old" {
		t.Error("the old file is gone")
	}
	if all, _ := os.ReadDir(filepath.Dir(out)); len(all) != 1 {
		t.Errorf("%d files are left", len(all))
	}
}

// An export onto a case would destroy it, whatever the case's file is called.
func TestExportLeavesCases(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ferry.json")
	if status, _, errs := run(t, "import", path, write(t, "ferry.txt", ferry), "--published", "11 Feb 2026"); status != 0 {
		t.Fatal(errs)
	}
	link := filepath.Join(dir, "link.svg")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("this system makes no links: ", err)
	}
	for _, out := range []string{path, link} {
		if status, _, errs := run(t, "export", path, "--out", out); status != command.Failure || !strings.Contains(errs, "is a Demarche case") {
			t.Errorf("export onto %s: status %d, %s", out, status, errs)
		}
	}
	if status, _, errs := run(t, "check", path); status != command.OK {
		t.Error(errs)
	}
}
