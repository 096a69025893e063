package intake_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/intake"
	"demarche/data/read"
	"demarche/data/store"
)

const dam = `Dam talks resume

Ethiopia's water minister, Mara Dell, met Egypt's envoy in Geneva on Tuesday. Ethiopia on Monday rejected a proposal to close the dam for a month.
`

func now() time.Time { return time.Date(2026, 4, 16, 9, 0, 0, 0, time.UTC) }

func setUp(t *testing.T) (*store.Store, *intake.Intake) {
	t.Helper()
	st, err := store.Create(filepath.Join(t.TempDir(), "dam.demarche"), store.Options{Now: now, Title: "Dam"})
	if err != nil {
		t.Fatal(err)
	}
	reader := read.New(read.Options{})
	t.Cleanup(func() {
		if err := errors.Join(reader.Close(), st.Close()); err != nil {
			t.Error(err)
		}
		if r, err := store.Check(st.Path()); err != nil || !r.Sound() {
			t.Errorf("check: %v, %v", r.Faults, err)
		}
	})
	return st, intake.New(reader, now)
}

func add(t *testing.T, st *store.Store, in *intake.Intake, published edtf.Date) *intake.Draft {
	t.Helper()
	d, err := in.Prepare(context.Background(), st.Case(), read.Source{Name: "folder/dam.txt", Data: []byte(dam)}, published)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Apply(d.Change()); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPrepare(t *testing.T) {
	st, in := setUp(t)
	d := add(t, st, in, edtf.OfDay(2026, 4, 15))
	if d.Document.Title != "Dam talks resume" || d.Document.FileName != "dam.txt" || d.Document.Format != "txt" || d.Duplicate != "" {
		t.Errorf("document %+v, duplicate %q", d.Document, d.Duplicate)
	}
	if text, err := st.Text(d.Document.ID); err != nil || text != dam {
		t.Errorf("text %q, %v", text, err)
	}
	again, err := in.Prepare(context.Background(), st.Case(), read.Source{Name: "copy.txt", Data: []byte(dam)}, edtf.Date{})
	if err != nil || again.Duplicate != d.Document.ID {
		t.Errorf("the same bytes under another name: %q, %v", again.Duplicate, err)
	}
}

func TestPrepareStops(t *testing.T) {
	st, in := setUp(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := in.Prepare(ctx, st.Case(), read.Source{Name: "dam.txt", Data: []byte(dam)}, edtf.Date{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled import ended with %v", err)
	}
}

// Without a publication date "Tuesday" stays open. Once it is known, what waits
// is dated, what was accepted gets its date, and what was rejected stays so.
func TestPublished(t *testing.T) {
	st, in := setUp(t)
	d := add(t, st, in, edtf.Date{})
	var event, position *data.Suggestion
	for _, s := range d.Suggestions {
		switch {
		case s.Event != nil && event == nil:
			event = s
		case s.Position != nil:
			position = s
		}
	}
	if event == nil || position == nil {
		t.Fatalf("found %d suggestions", len(d.Suggestions))
	}
	if !event.Event.Date.IsZero() {
		t.Fatalf("Tuesday was placed on %s without a publication date", event.Event.Date)
	}
	apply := func(ch data.Change, err error) {
		t.Helper()
		if err == nil {
			err = st.Apply(ch)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	apply(data.Accept(st.Case(), event, data.NewIDs(now).Next))
	decline, err := data.Decline(position)
	apply(decline, err)
	apply(in.Published(context.Background(), st.Case(), d.Document.ID, dam, edtf.OfDay(2026, 4, 15)))

	c := st.Case()
	if got := c.Events.All()[0].Date.String(); got != "2026-04-14" {
		t.Errorf("the accepted event is dated %q", got)
	}
	if s, _ := c.Suggestions.Get(position.ID); s == nil || s.State != data.Rejected {
		t.Errorf("the rejected suggestion is %+v", s)
	}
	for _, s := range c.Suggestions.All() {
		if s.State == data.Open && s.Position != nil && s.Position.Stance == position.Position.Stance {
			t.Error("what was rejected is offered again")
		}
	}
	if _, err := st.Undo(); err != nil {
		t.Fatal(err)
	}
	if doc, _ := st.Case().Documents.Get(d.Document.ID); !doc.Published.IsZero() {
		t.Error("undo left the publication date")
	}
}

// What waits for review keeps its ID when its document is dated, and nothing
// goes to the trash.
func TestPublishedKeepsSuggestions(t *testing.T) {
	st, in := setUp(t)
	d := add(t, st, in, edtf.Date{})
	ch, err := in.Published(context.Background(), st.Case(), d.Document.ID, dam, edtf.OfDay(2026, 4, 15))
	if err == nil {
		err = st.Apply(ch)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := st.Case()
	for _, s := range d.Suggestions {
		got, ok := c.Suggestions.Get(s.ID)
		if !ok || got.State != data.Open {
			t.Errorf("%q is %+v", data.NameOf(s), got)
		} else if got.Event != nil && (got.Event.ID != s.ID || got.Event.Date.IsZero()) {
			t.Errorf("the event of %s is %s, dated %q", s.ID, got.Event.ID, got.Event.Date)
		}
	}
	if c.Suggestions.Len() != len(d.Suggestions) {
		t.Errorf("%d suggestions became %d", len(d.Suggestions), c.Suggestions.Len())
	}
	if trash, err := st.Trash(); err != nil || len(trash) != 0 {
		t.Errorf("the trash holds %v, %v", trash, err)
	}
}

// Correcting a publication date moves what was accepted on its account, but not
// what an analyst dated.
func TestPublishedAgain(t *testing.T) {
	for _, c := range []struct{ own, want string }{{"", "2026-04-21"}, {"2026-03-02", "2026-03-02"}} {
		st, in := setUp(t)
		d := add(t, st, in, edtf.OfDay(2026, 4, 15))
		var event *data.Suggestion
		for _, s := range d.Suggestions {
			if s.Event != nil && s.Event.Date.String() == "2026-04-14" {
				event = s
			}
		}
		if event == nil {
			t.Fatal("nothing was placed on the Tuesday before publication")
		}
		ch, err := data.Accept(st.Case(), event, data.NewIDs(now).Next)
		if err == nil {
			err = st.Apply(ch)
		}
		if err != nil {
			t.Fatal(err)
		}
		if c.own != "" {
			e := *st.Case().Events.All()[0]
			if e.Date, err = edtf.Parse(c.own); err != nil {
				t.Fatal(err)
			}
			if err := st.Apply(data.Change{Label: "Date", Put: []data.Record{&e}}); err != nil {
				t.Fatal(err)
			}
		}
		ch, err = in.Published(context.Background(), st.Case(), d.Document.ID, dam, edtf.OfDay(2026, 4, 22))
		if err == nil {
			err = st.Apply(ch)
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := st.Case().Events.All()[0].Date.String(); got != c.want {
			t.Errorf("own date %q: the event is dated %q, want %q", c.own, got, c.want)
		}
		if s, _ := st.Case().Suggestions.Get(event.ID); s == nil || s.State != data.Accepted || s.Event.Date.String() != "2026-04-21" {
			t.Errorf("the accepted suggestion is %+v", s)
		}
	}
}

func TestFileNameOfAnyBytes(t *testing.T) {
	st, in := setUp(t)
	d, err := in.Prepare(context.Background(), st.Case(), read.Source{Name: "dam\xff.txt", Data: []byte("Ethiopia rejected it.")}, edtf.Date{})
	if err == nil {
		err = st.Apply(d.Change())
	}
	if err != nil {
		t.Error(err)
	}
}
