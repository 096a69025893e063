package store

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/data"
	"demarche/data/edtf"
)

// texts are strings such as documents hold, and such as none should.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[ -~]{0,40}`),
		rapid.SampledFrom([]string{"", "“Donbas” – Київ", `a "quote" \ and <tags> & more`, "line\nbreak\ttab", "\u2028", "\x00", "é", "€uro and then some more letters"}),
		rapid.String(),
	)
}

func ids(t *rapid.T, label string) []data.ID {
	return rapid.SliceOfN(rapid.Map(rapid.StringMatching(`[a-z0-9]{1,24}`), func(s string) data.ID { return data.ID(s) }), 0, 10).Draw(t, label)
}

func dates() *rapid.Generator[edtf.Date] {
	return rapid.Custom(func(t *rapid.T) edtf.Date {
		d := rapid.SampledFrom([]edtf.Date{
			{}, edtf.OfDay(2025, 12, 15), edtf.OfMonth(2025, 11).With(edtf.Approximate), edtf.OfYear(-44),
			edtf.Between(edtf.OfDay(2025, 12, 14), edtf.OfDay(2025, 12, 15)), edtf.From(edtf.OfYear(2022)),
		}).Draw(t, "date")
		return d
	})
}

func someEvent(t *rapid.T) *data.Event {
	text := texts()
	return &data.Event{
		ID: data.ID(text.Draw(t, "id")), Title: text.Draw(t, "title"), Type: data.EventType(text.Draw(t, "type")),
		Status: data.Happened, Date: dates().Draw(t, "date"), Place: text.Draw(t, "place"), Actors: ids(t, "actors"),
		Issues: ids(t, "issues"), Passages: somePassages(t), Attribution: someAttribution(t), Links: someLinks(t),
		Disputed: rapid.Bool().Draw(t, "disputed"), Note: text.Draw(t, "note"),
	}
}

func somePosition(t *rapid.T) *data.Position {
	text := texts()
	p := &data.Position{
		ID: data.ID(text.Draw(t, "id")), Actor: data.ID(text.Draw(t, "actor")), For: data.ID(text.Draw(t, "for")),
		Issue: data.ID(text.Draw(t, "issue")), Stance: data.Rejects, Proposal: text.Draw(t, "proposal"),
		Condition: text.Draw(t, "condition"), Firmness: data.Firmness(text.Draw(t, "firmness")),
		From: dates().Draw(t, "from"), Until: dates().Draw(t, "until"), Passages: somePassages(t),
		Attribution: someAttribution(t), Links: someLinks(t), Movement: data.Movement(text.Draw(t, "movement")),
	}
	if rapid.Bool().Draw(t, "scored") {
		score := rapid.IntRange(-5, 2_000_000_000).Draw(t, "score")
		p.Score = &score
	}
	return p
}

func somePassages(t *rapid.T) []data.Passage {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) data.Passage {
		text := texts()
		return data.Passage{
			Document: data.ID(text.Draw(t, "document")), Start: rapid.IntRange(-1, 1<<40).Draw(t, "start"),
			End: rapid.IntRange(0, 900).Draw(t, "end"), Quote: text.Draw(t, "quote"),
			Before: text.Draw(t, "before"), After: text.Draw(t, "after"),
		}
	}), 0, 6).Draw(t, "passages")
}

func someAttribution(t *rapid.T) data.Attribution {
	text := texts()
	return data.Attribution{
		Speaker: text.Draw(t, "speaker"), Named: rapid.Bool().Draw(t, "named"), Relation: data.Relation(text.Draw(t, "relation")),
		Outlet: text.Draw(t, "outlet"), Source: text.Draw(t, "source"), Credible: text.Draw(t, "credible"),
	}
}

func someLinks(t *rapid.T) []data.Link {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) data.Link {
		return data.Link{Kind: data.Supersedes, To: data.Ref{Kind: data.KindPosition, ID: data.ID(texts().Draw(t, "to"))}}
	}), 0, 6).Draw(t, "links")
}

func someSuggestion(t *rapid.T) *data.Suggestion {
	text := texts()
	g := &data.Suggestion{
		ID: data.ID(text.Draw(t, "id")), Document: data.ID(text.Draw(t, "document")), State: data.Open,
		Issue: text.Draw(t, "issue"), Confidence: rapid.Float64Range(-1, 2).Draw(t, "confidence"),
		Why: text.Draw(t, "why"), Result: data.ID(text.Draw(t, "result")), Merged: rapid.Bool().Draw(t, "merged"),
		Actors: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) data.ProposedActor {
			return data.ProposedActor{
				Key: data.ID(text.Draw(t, "key")), Name: text.Draw(t, "name"), Kind: data.State, Of: data.ID(text.Draw(t, "of")),
				Role: text.Draw(t, "role"), Aliases: rapid.SliceOfN(text, 0, 9).Draw(t, "aliases"),
			}
		}), 0, 6).Draw(t, "actors"),
	}
	if rapid.Bool().Draw(t, "event?") {
		g.Event = someEvent(t)
	} else {
		g.Position = somePosition(t)
	}
	return g
}

// What the scanner reads is what encoding/json reads.
func TestScannerReadsAsTheLibraryDoes(t *testing.T) {
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		var r data.Record
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			r = someEvent(t)
		case 1:
			r = somePosition(t)
		default:
			r = someSuggestion(t)
		}
		value, err := encodeRecord(r)
		if err != nil {
			t.Fatal(err)
		}
		if agree(t, r.Ref().Kind, value) {
			read++
		}
	})
	if read == 0 {
		t.Error("the scanner gave every record up")
	}
}

// A field that the scanner does not know would make every record slow to read
// that has it.
func TestScannerKnowsEveryField(t *testing.T) {
	for _, r := range []data.Record{new(data.Event), new(data.Position), new(data.Suggestion)} {
		fill(reflect.ValueOf(r).Elem())
		value, err := encodeRecord(r)
		if err != nil {
			t.Fatal(err)
		}
		if !agree(t, r.Ref().Kind, value) {
			t.Errorf("the scanner gives up on %s", value)
		}
	}
}

// fill gives every field a value that JSON does not leave out.
func fill(v reflect.Value) {
	if v.Type() == reflect.TypeFor[edtf.Date]() {
		v.Set(reflect.ValueOf(edtf.OfDay(2025, 1, 2)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("text")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0))
		fill(v.Index(1))
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	default:
		panic("no value for " + v.Type().String())
	}
}

type fataler interface{ Fatalf(string, ...any) }

// agree reports whether the scanner read a value, which has to be as
// encoding/json does.
func agree(t fataler, kind data.Kind, value []byte) bool {
	got, ok := newScanner().record(kind, value)
	if !ok {
		return false
	}
	want := data.New(kind)
	if err := json.Unmarshal(value, want); err != nil {
		t.Fatalf("the scanner reads %q, of which encoding/json says: %v", value, err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s\nis read as %#v\ninstead of %#v", value, got, want)
	}
	return true
}

func TestScannerGivesUp(t *testing.T) {
	const head = `{"id":"e","title":"t","type":"AGREE","status":"happened","date":"2025","attribution":{}`
	if !agree(t, data.KindEvent, []byte(head+"}")) || !agree(t, data.KindEvent, []byte(strings.ReplaceAll(head, ",", " ,\n\t")+"} ")) {
		t.Fatal("the scanner does not read a plain event")
	}
	for name, value := range map[string]string{
		"an unknown key":       head + `,"color":"red"}`,
		"a key in capitals":    head + `,"Place":"Berlin"}`,
		"a key twice":          head + `,"title":"u"}`,
		"null":                 head + `,"place":null}`,
		"an empty list":        head + `,"actors":[]}`,
		"a comma too many":     head + `,}`,
		"an end missing":       head,
		"more behind":          head + `}{}`,
		"a broken letter":      head + ",\"place\":\"\xff\"}",
		"a broken escape":      head + `,"place":"\x"}`,
		"a raw line break":     head + ",\"place\":\"a\nb\"}",
		"half a word":          head + `,"disputed":tru}`,
		"a number as text":     head + `,"disputed":1}`,
		"a wrong date":         strings.Replace(head, "2025", "2025-13", 1) + "}",
		"a string without end": head + `,"place":"`,
		"a lone backslash":     head + `,"place":"\`,
	} {
		if agree(t, data.KindEvent, []byte(value)) {
			t.Errorf("%s: the scanner takes %s", name, value)
		}
	}
}

func FuzzScanner(f *testing.F) {
	f.Add(`{"id":"e","title":"t \u0041","type":"AGREE","status":"happened","date":"2025-01-02","actors":["a","b"],"attribution":{"named":true}}`, byte(0))
	f.Add(`{"id":"p","actor":"a","stance":"rejects","proposal":"x","from":"","until":"2025","attribution":{},"score":12}`, byte(1))
	f.Add(`{"id":"s","document":"d","state":"open","event":{"id":"","title":"t","type":"","status":"","date":"","attribution":{},"passages":[{"document":"d","start":0,"end":1,"quote":"q"}]},"confidence":0.85}`, byte(2))
	f.Fuzz(func(t *testing.T, value string, kind byte) {
		kinds := []data.Kind{data.KindEvent, data.KindPosition, data.KindSuggestion}
		agree(t, kinds[int(kind)%len(kinds)], []byte(value))
	})
}
