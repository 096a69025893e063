package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/edtf"
)

const lakeText = "The lake states met in Zürich on Monday.\n\n“We offer water,” the envoy said. Norland rejects the dam."

func passage(start int, quote string) data.Passage {
	return data.Passage{Document: "d1", Start: start, End: start + len([]rune(quote)), Quote: quote}
}

func at(t *testing.T, quote string) data.Passage {
	t.Helper()
	i := strings.Index(lakeText, quote)
	if i < 0 {
		t.Fatalf("%q is not in the text", quote)
	}
	return passage(len([]rune(lakeText[:i])), quote)
}

func lakeCase(t *testing.T) *data.Case {
	t.Helper()
	when := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	score := 0
	c := &data.Case{}
	return c.With(data.Change{Put: []data.Record{
		&data.Info{ID: data.InfoID, Title: "Lake talks", Created: when},
		&data.Document{ID: "d1", Title: "Talks, \"open\"", Publisher: "Lake Post", URL: "https://example.org/a", Published: edtf.OfDay(2026, 3, 3), Format: "txt", SHA256: strings.Repeat("a", 64), Words: 18, Imported: when},
		&data.Actor{ID: "a1", Name: "Norland", Kind: data.State, Aliases: []string{"the North"}},
		&data.Actor{ID: "a2", Name: "Envoy", Kind: data.Person, Memberships: []data.Membership{{Of: "a1", Role: "envoy", From: edtf.OfYear(2024)}}},
		&data.Issue{ID: "i1", Name: "Water", Scale: &data.Scale{Low: "none", High: "all"}},
		&data.Issue{ID: "i2", Name: "Dam", Parent: "i1"},
		&data.Event{ID: "e1", Title: "=HYPERLINK(\"x\")", Type: data.Consult, Status: data.Happened, Date: edtf.OfDay(2026, 3, 2), Place: "Zürich", Actors: []data.ID{"a1", "a2"}, Issues: []data.ID{"i1"}, Passages: []data.Passage{at(t, "The lake states met in Zürich on Monday.")}},
		&data.Event{ID: "e2", Title: "Undated", Type: data.Agree, Status: data.Planned, Note: "+1"},
		&data.Position{ID: "p1", Actor: "a2", For: "a1", Issue: "i1", Stance: data.Supports, Proposal: "- water for all", From: edtf.OfMonth(2026, 2).With(edtf.Approximate), Score: &score, Attribution: data.Attribution{Speaker: "the envoy", Named: true, Relation: data.Self}, Passages: []data.Passage{at(t, "“We offer water,” the envoy said.")}},
		&data.Position{ID: "p2", Actor: "a1", Issue: "i2", Stance: data.Rejects, Proposal: "the dam", From: edtf.From(edtf.OfYear(2022)), Firmness: data.RedLine, Links: []data.Link{{Kind: data.Answers, To: data.Ref{Kind: data.KindPosition, ID: "p1"}}}, Passages: []data.Passage{at(t, "Norland rejects the dam.")}},
		&data.SavedView{ID: "v1", Name: "The dam", Grouping: "actor", From: 1, To: 2, Filter: data.Filter{Text: "dam"}.WithIssues(true, "i1"), Lanes: data.Lanes{Folded: []string{"a1"}}},
		&data.Suggestion{ID: "s1", Document: "d1", State: data.Open, Confidence: 0.5, Actors: []data.ProposedActor{{Key: "k1", Name: "Norland", Kind: data.State}}, Position: &data.Position{Actor: "k1", Stance: data.Rejects, Proposal: "the dam", Passages: []data.Passage{at(t, "Norland rejects the dam.")}}},
	}})
}

func lakeTexts(id data.ID) (string, error) {
	if id != "d1" {
		return "", errors.New("no such document")
	}
	return lakeText, nil
}

func written(t *testing.T, c *data.Case) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, c, lakeTexts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestJSONRoundTrip(t *testing.T) {
	c := lakeCase(t)
	first := written(t, c)
	if !json.Valid(first) {
		t.Fatal("what is written is no JSON")
	}
	change, err := ReadJSON(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if got := change.Contents["d1"].Text; got != lakeText {
		t.Errorf("text came back as %q", got)
	}
	back := (&data.Case{}).With(change)
	if !reflect.DeepEqual(back, c) {
		t.Errorf("the case came back as\n%+v\nwant\n%+v", back, c)
	}
	if second := written(t, back); !bytes.Equal(first, second) {
		t.Error("written again, the case gives other bytes")
	}
}

func TestEmptyCaseRoundTrip(t *testing.T) {
	change, err := ReadJSON(bytes.NewReader(written(t, &data.Case{})))
	if err != nil || len(change.Put) != 0 {
		t.Fatalf("an empty case came back as %v, %v", change.Put, err)
	}
}

func TestWriteJSONReportsAMissingText(t *testing.T) {
	err := WriteJSON(new(bytes.Buffer), lakeCase(t), func(data.ID) (string, error) { return "", errors.New("disk gone") })
	if err == nil || !strings.Contains(err.Error(), "d1") || !strings.Contains(err.Error(), "disk gone") {
		t.Errorf("got %v", err)
	}
}

func TestReadJSONRefuses(t *testing.T) {
	good := string(written(t, lakeCase(t)))
	for name, c := range map[string]struct{ json, says string }{
		"nothing":          {"", "ends too early"},
		"a list":           {"[]", "no case"},
		"other JSON":       {`{"type":"FeatureCollection"}`, "no case"},
		"another format":   {`{"format":"x","version":1}`, "no case"},
		"no version":       {`{"format":"demarche-case","actors":[]}`, "no case"},
		"newer version":    {strings.Replace(good, `"version": 1`, `"version": 2`, 1), "newer Demarche"},
		"cut off":          {good[:len(good)/2], "ends too early"},
		"two in one":       {good + good, "goes on"},
		"same ID twice":    {strings.Replace(good, `"id":"e2"`, `"id":"e1"`, 1), "twice"},
		"dangling actor":   {strings.Replace(good, `"actor":"a2"`, `"actor":"a9"`, 1), "a9"},
		"other quote":      {strings.Replace(good, "met in Zürich on Monday.\"", "met in Geneva on Monday.\"", 1), "does not stand"},
		"bad date":         {strings.Replace(good, `"2026-03-02"`, `"2026-13-02"`, 1), "cannot be read"},
		"bad stance":       {strings.Replace(good, `"stance":"rejects"`, `"stance":"hates"`, 1), "stance"},
		"null record":      {`{"format":"demarche-case","version":1,"actors":[null]}`, "empty"},
		"null document":    {`{"format":"demarche-case","version":1,"documents":[null]}`, "empty"},
		"record is a list": {`{"format":"demarche-case","version":1,"actors":[[]]}`, "cannot be read"},
		"deep":             {`{"format":"demarche-case","version":1,"x":` + strings.Repeat("[", 200000), "depth"},
	} {
		t.Run(name, func(t *testing.T) {
			change, err := ReadJSON(strings.NewReader(c.json))
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("error is %v, want one that says %q", err, c.says)
			}
			if len(change.Put) > 0 {
				t.Error("part of the case came back with the error")
			}
		})
	}
}

func TestReadJSONPassesOverWhatItDoesNotKnow(t *testing.T) {
	good := string(written(t, lakeCase(t)))
	later := strings.Replace(good, `"case":`, `"extra": {"a":[1]}, "case":`, 1)
	if _, err := ReadJSON(strings.NewReader(later)); err != nil {
		t.Error(err)
	}
}

func csvRows(t *testing.T, c *data.Case) []map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCSV(&b, c); err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(b.String(), "\uFEFF")
	if !ok {
		t.Error("the byte order mark is missing")
	}
	all, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, r := range all[1:] {
		row := map[string]string{}
		for i, v := range r {
			row[all[0][i]] = v
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCSV(t *testing.T) {
	rows := csvRows(t, lakeCase(t))
	var order []string
	for _, r := range rows {
		order = append(order, r["id"])
	}
	if got := strings.Join(order, " "); got != "p2 p1 e1 e2" {
		t.Fatalf("rows stand in the order %s", got)
	}
	for _, c := range []struct {
		row         int
		field, want string
	}{
		{0, "date", "2022/.."}, {0, "earliest", "2022-01-01"}, {0, "latest", ""}, {0, "firmness", "red line"}, {0, "actors", "Norland"}, {0, "issues", "Dam"},
		{1, "kind", "position"}, {1, "date", "2026-02~"}, {1, "for", "Norland"}, {1, "type", "supports"}, {1, "score", "0"}, {1, "speaker_named", "yes"},
		{1, "title", "'- water for all"}, {1, "quotes", "“We offer water,” the envoy said."},
		{2, "title", "'=HYPERLINK(\"x\")"}, {2, "earliest", "2026-03-02"}, {2, "latest", "2026-03-02"}, {2, "actors", "Norland | Envoy"},
		{2, "documents", "Talks, \"open\""}, {2, "published", "2026-03-03"}, {2, "urls", "https://example.org/a"}, {2, "place", "Zürich"},
		{3, "earliest", ""}, {3, "date", ""}, {3, "status", "planned"}, {3, "note", "'+1"},
	} {
		if got := rows[c.row][c.field]; got != c.want {
			t.Errorf("row %d, %s: %q, want %q", c.row, c.field, got, c.want)
		}
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain": "plain", "a=b": "a=b", "=1": "'=1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\t=1": "'\t=1", "\r=1": "'\r=1",
		" =1": "' =1", "＝1": "'＝1", "2025-12": "2025-12", "…": "…", "\x00=1": "'=1", "  ": "  ", "\ufeff=1": "'\ufeff=1",
	} {
		if got := Guard(in); got != want {
			t.Errorf("Guard(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzReadJSON(f *testing.F) {
	t := &testing.T{}
	var b bytes.Buffer
	if err := WriteJSON(&b, lakeCase(t), lakeTexts); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"format":"demarche-case","version":1,"actors":[null]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		change, err := ReadJSON(bytes.NewReader(raw))
		if err != nil {
			return
		}
		// What is read can be written, and is the same when it is read again.
		var out bytes.Buffer
		texts := func(id data.ID) (string, error) { return change.Contents[id].Text, nil }
		first := (&data.Case{}).With(change)
		if err := WriteJSON(&out, first, texts); err != nil {
			t.Fatal(err)
		}
		again, err := ReadJSON(&out)
		if err != nil {
			t.Fatalf("cannot be read back: %v", err)
		}
		if len(again.Put) != len(change.Put) {
			t.Fatalf("%d records became %d", len(change.Put), len(again.Put))
		}
		if err := WriteCSV(new(bytes.Buffer), first); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkWriteJSON(b *testing.B) {
	c := lakeCase(&testing.T{})
	for b.Loop() {
		if err := WriteJSON(new(bytes.Buffer), c, lakeTexts); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadJSON(b *testing.B) {
	var raw bytes.Buffer
	if err := WriteJSON(&raw, lakeCase(&testing.T{}), lakeTexts); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(raw.Len()))
	for b.Loop() {
		if _, err := ReadJSON(bytes.NewReader(raw.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}
