package publish_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline"
	"demarche/timeline/made"
	"demarche/timeline/publish"
)

func noText(data.ID) (string, error) { return "", nil }

func write(t testing.TB, ext string, c *data.Case, f publish.Figure) ([]byte, error) {
	t.Helper()
	var b bytes.Buffer
	err := publish.Write(context.Background(), &b, ext, c, noText, f)
	return b.Bytes(), err
}

// The picture has the size asked for, whatever the case holds.
func TestPictureSizes(t *testing.T) {
	c := made.Case(made.Options{Items: 30, Actors: 6, Issues: 4, Seed: 1})
	for _, s := range []struct {
		size publish.Size
		w, h int // h 0: as high as needed
	}{
		{publish.Size{}, 1600, 0},
		{publish.Size{Width: 900}, 900, 0},
		{publish.Size{Width: 300}, 300, 0},
		{publish.Size{Width: 1200, Scale: 2}, 2400, 0},
		{publish.Size{Width: 1600, Height: 2600}, 1600, 2600},
		{publish.Size{Width: 1600, Height: 900}, 1600, 900},
		{publish.Size{Centimetres: 16, DPI: 300}, 1890, 0},
	} {
		b, err := write(t, ".png", c, publish.Figure{Size: s.size})
		if err != nil {
			t.Errorf("%+v: %v", s.size, err)
			continue
		}
		img, err := png.DecodeConfig(bytes.NewReader(b))
		if err != nil || img.Width != s.w || s.h > 0 && img.Height != s.h {
			t.Errorf("%+v: %d × %d, %v", s.size, img.Width, img.Height, err)
		}
	}
}

func TestForms(t *testing.T) {
	c := made.Case(made.Options{Items: 30, Actors: 6, Issues: 4, Seed: 1})
	for _, ext := range publish.Formats() {
		b, err := write(t, strings.ToUpper(ext), c, publish.Figure{Options: timeline.FigureOptions{Title: "A & B <c>", From: edtf.Past, To: edtf.Future}})
		if err != nil || len(b) == 0 {
			t.Errorf("%s: %d bytes, %v", ext, len(b), err)
		}
		if ext == ".svg" {
			wellFormed(t, b)
		}
	}
}

// held is a case in which many hold something on a day, and the options for it.
func held(t testing.TB, actors int) (*data.Case, timeline.FigureOptions) {
	t.Helper()
	c := &data.Case{Info: &data.Info{ID: data.InfoID, Title: "Harbour talks"}}
	put := []data.Record{&data.Issue{ID: "i", Name: "Port"}}
	for k := range actors {
		id := data.ID(rune('a' + k))
		put = append(put, &data.Actor{ID: id, Name: "Party " + string(id), Kind: data.State},
			&data.Position{ID: "p" + id, Actor: id, Issue: "i", Stance: data.Demands, Proposal: "open quay " + string(id), From: edtf.OfDay(2025, 3, 1+k)})
	}
	return c.With(data.Change{Put: put}), timeline.FigureOptions{AsOf: edtf.OfDay(2025, 4, 1).Earliest()}
}

func TestTable(t *testing.T) {
	c, o := held(t, 6)
	for _, ext := range publish.Formats() {
		b, err := write(t, ext, c, publish.Figure{Table: true, Options: o})
		if err != nil || len(b) == 0 {
			t.Errorf("%s: %d bytes, %v", ext, len(b), err)
		}
		switch ext {
		case ".svg":
			wellFormed(t, b)
			if !bytes.Contains(b, []byte("Who stands where, on 1 April 2025")) {
				t.Error("the SVG is not the table")
			}
		case ".csv":
			if n := bytes.Count(b, []byte("\r\n")); n != 7 || !bytes.Contains(b, []byte("2025-04-01,Port,Party a,demands,open quay a")) {
				t.Errorf("%d rows of CSV: %s", n, b)
			}
		}
	}
	for _, s := range []struct {
		size publish.Size
		w, h int
		says string
	}{
		{publish.Size{Width: 1400}, 1400, 0, ""},
		{publish.Size{Width: 1400, Scale: 2}, 2800, 0, ""},
		{publish.Size{Width: 800, Height: 600}, 800, 600, ""},
		{publish.Size{Centimetres: 25, DPI: 150}, 1477, 0, ""},
		{publish.Size{Width: 700}, 0, 0, "6 actors do not fit"},
		{publish.Size{Centimetres: 12}, 0, 0, "cm in print"},
		{publish.Size{Width: 1400, Height: 20}, 0, 0, "leave the height out"},
	} {
		b, err := write(t, ".png", c, publish.Figure{Table: true, Size: s.size, Options: o})
		if s.says != "" {
			if err == nil || !strings.Contains(err.Error(), s.says) {
				t.Errorf("%+v: %v", s.size, err)
			}
			continue
		}
		img, err2 := png.DecodeConfig(bytes.NewReader(b))
		if err != nil || err2 != nil || img.Width != s.w || s.h > 0 && img.Height != s.h {
			t.Errorf("%+v: %d × %d, %v %v", s.size, img.Width, img.Height, err, err2)
		}
	}
}

func wellFormed(t *testing.T, b []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestRefusals(t *testing.T) {
	c := made.Case(made.Options{Items: 30, Actors: 6, Issues: 4, Seed: 1})
	for name, r := range map[string]struct {
		ext  string
		f    publish.Figure
		says string
	}{
		"unknown form":   {".gif", publish.Figure{}, ".png"},
		"too wide":       {".png", publish.Figure{Size: publish.Size{Width: 1e6}}, "pixels"},
		"negative":       {".png", publish.Figure{Size: publish.Size{Width: -5}}, "pixels"},
		"scale":          {".png", publish.Figure{Size: publish.Size{Scale: 1000}}, "scale"},
		"on a house":     {".png", publish.Figure{Size: publish.Size{Centimetres: 9000}}, "cm"},
		"too fine":       {".png", publish.Figure{Size: publish.Size{Centimetres: 10, DPI: 1e9}}, "dpi"},
		"much too low":   {".svg", publish.Figure{Size: publish.Size{Width: 1600, Height: 20}}, "height"},
		"empty time":     {".svg", publish.Figure{Options: timeline.FigureOptions{From: -9e12, To: -8.9e12}}, "nothing to draw"},
		"ends backwards": {".svg", publish.Figure{Options: timeline.FigureOptions{From: 100, To: 50}}, "before it starts"},
	} {
		if _, err := write(t, r.ext, c, r.f); err == nil || !strings.Contains(err.Error(), r.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := publish.Write(ctx, io.Discard, ".png", c, noText, publish.Figure{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled export ended with %v", err)
	}
}

// The CSV has the rows that the filter shows, and no other.
func TestCSVFollowsTheFilter(t *testing.T) {
	c := made.Case(made.Options{Items: 200, Actors: 6, Issues: 4, Seed: 1})
	f := timeline.Filter{NoEvents: true, Stances: timeline.Set[data.Stance]{data.Demands: true}}
	b, err := write(t, ".csv", c, publish.Figure{Options: timeline.FigureOptions{Filter: f}})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, p := range c.Positions.All() {
		if p.Stance == data.Demands {
			want++
		}
	}
	if len(rows)-1 != want || want == 0 {
		t.Errorf("%d rows, want %d", len(rows)-1, want)
	}
	for _, r := range rows[1:] {
		if r[0] != "position" || !slices.Contains(r, string(data.Demands)) {
			t.Errorf("a row of something else: %q", r)
		}
	}
}
