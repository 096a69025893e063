package files_test

import (
	"bytes"
	"context"
	"image/png"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/app/files"
	"demarche/app/session"
	"demarche/app/window"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/read"
	"demarche/data/store"
)

const report = `Dam talks resume

Upland's water minister, Mara Dell, met Lowland's envoy in Geneva on Tuesday. Upland rejected a proposal to close the dam for a month.

Lowland demanded that Upland release water before 1 May 2026.
`

func now() time.Time { return time.Date(2026, 4, 16, 9, 0, 0, 0, time.UTC) }

// What the window imports it can export in every form that it offers.
func TestImportThenExport(t *testing.T) {
	st, err := store.Create(filepath.Join(t.TempDir(), "dam.demarche"), store.Options{Now: now, Title: "Dam talks"})
	if err != nil {
		t.Fatal(err)
	}
	importer := files.NewImporter("", now)
	defer importer.Close()
	src := read.Source{Name: "dam.md", Data: []byte("---\ndate: 2026-04-15\n---\n" + report)}
	draft, err := importer.Prepare(context.Background(), st.Case(), src)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Apply(draft.Change); err != nil {
		t.Fatal(err)
	}
	if again, err := importer.Prepare(context.Background(), st.Case(), src); err != nil || again.Duplicate != draft.Document {
		t.Errorf("the same document again: duplicate %q, %v", again.Duplicate, err)
	}
	ch, err := data.AcceptAll(st.Case(), st.Case().Suggestions.All(), data.NewIDs(now).Next)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Apply(ch); err != nil {
		t.Fatal(err)
	}
	upland := &data.Actor{ID: "upland", Name: "Upland", Kind: data.State}
	held := &data.Position{ID: "held", Actor: upland.ID, Stance: data.Rejects, Proposal: "close the dam", From: edtf.OfDay(2026, 4, 14)}
	if err := st.Apply(data.Change{Label: "Add", Put: []data.Record{upland, held}}); err != nil {
		t.Fatal(err)
	}
	exporter := files.NewExporter("test", now)
	asked := func(s window.Subject, f window.ExportFormat) {
		var out bytes.Buffer
		e := window.Export{Subject: s, AsOf: edtf.OfDay(2026, 4, 16).Earliest(), Format: f.Extension, Title: "Who gives water", Grouping: "actor", Centimetres: 20, DPI: 150, FileName: "dam.demarche"}
		if err := exporter.Export(context.Background(), st.Case(), st, e, &out); err != nil {
			t.Errorf("%s: %v", f.Extension, err)
			return
		}
		switch f.Extension {
		case ".png":
			img, err := png.Decode(&out)
			if err != nil || img.Bounds().Dx() != 1182 { // 20 cm at 150 dpi
				t.Errorf("PNG of %v, %v", img.Bounds(), err)
			}
		case ".pdf":
			if !strings.HasPrefix(out.String(), "%PDF-") {
				t.Error("the PDF is none")
			}
		default:
			if !strings.Contains(out.String(), "Upland") {
				t.Errorf("%s does not name Upland", f.Extension)
			}
		}
	}
	for _, s := range []window.Subject{window.OfTimeline, window.OfTable} {
		for _, f := range exporter.Formats(s) {
			asked(s, f)
		}
	}
	var rows, events bytes.Buffer
	for s, out := range map[window.Subject]*bytes.Buffer{window.OfTimeline: &events, window.OfTable: &rows} {
		if err := exporter.Export(context.Background(), st.Case(), st, window.Export{Subject: s, Format: ".csv", AsOf: edtf.OfDay(2026, 4, 16).Earliest()}, out); err != nil {
			t.Fatal(err)
		}
	}
	if !strings.Contains(rows.String(), "as_of,issue,actor") || !strings.Contains(events.String(), "kind,id,date") {
		t.Error("the table's CSV and the timeline's are not different")
	}

	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if r, err := store.Check(st.Path()); err != nil || !r.Sound() {
		t.Errorf("check: %v %v", r.Faults, err)
	}
}

var _ session.Store = (*store.Store)(nil)
