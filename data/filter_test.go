package data

import (
	"encoding/json"
	"strings"
	"testing"

	"demarche/data/edtf"
)

func TestFilterEqual(t *testing.T) {
	var none Filter
	for name, f := range map[string]Filter{
		"text": {Text: "x"}, "actor": none.WithActors(true, "a"), "nobody": none.WithActors(true, ""),
		"issue": none.WithIssues(true, "i"), "document": none.WithDocuments(true, "d"),
		"stance": none.WithStance(Rejects, true), "type": none.WithTypes(true, Assault),
		"only": {Only: KindEvent}, "from": {From: edtf.OfYear(2025)}, "until": {Until: edtf.OfYear(2025)},
		"disputed": {Disputed: true}, "unreviewed": {New: true},
	} {
		if f.IsZero() || f.Equal(none) || none.Equal(f) {
			t.Errorf("%s: it counts as hiding nothing", name)
		}
		b, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		var back Filter
		if err := json.Unmarshal(b, &back); err != nil || !back.Equal(f) {
			t.Errorf("%s: written as %s it is read as %+v (%v)", name, b, back, err)
		}
	}
	if !none.WithTypes(true, Aid).WithTypes(false, Aid).WithDocuments(true, "d").WithDocuments(false, "d").IsZero() {
		t.Error("showing it again leaves something hidden")
	}
}

func TestFilterWindow(t *testing.T) {
	nov, dec := edtf.OfMonth(2025, 11), edtf.OfMonth(2025, 12)
	for _, tt := range []struct {
		from, until, first, last edtf.Date
		all                      bool
	}{
		{all: true},
		{from: nov, first: edtf.OfDay(2025, 11, 1)},
		{until: nov, last: edtf.OfDay(2025, 11, 30)},
		{from: nov, until: dec, first: edtf.OfDay(2025, 11, 1), last: edtf.OfDay(2025, 12, 31)},
	} {
		from, until, all := Filter{From: tt.from, Until: tt.until}.Window()
		first, last := edtf.Past, edtf.Future
		if !tt.first.IsZero() {
			first = tt.first.Earliest()
		}
		if !tt.last.IsZero() {
			last = tt.last.Latest()
		}
		if from != first || until != last || all != tt.all {
			t.Errorf("%v to %v: %d to %d, %v", tt.from, tt.until, from, until, all)
		}
	}
}

func TestSavedViewValidates(t *testing.T) {
	good := SavedView{ID: "v", Name: "Donbas", Shape: TableShape}
	if err := good.Validate(); err != nil {
		t.Errorf("a good one: %v", err)
	}
	for want, spoil := range map[string]func(*SavedView){
		"a name for the view": func(v *SavedView) { v.Name = " " },
		"at most 80":          func(v *SavedView) { v.Name = strings.Repeat("é", 81) },
		"neither picture":     func(v *SavedView) { v.Shape = "cube" },
		"time of the view":    func(v *SavedView) { v.From, v.To = 2, 1 },
		"dates end":           func(v *SavedView) { v.Filter.From, v.Filter.Until = edtf.OfYear(2025), edtf.OfYear(2024) },
		"neither events":      func(v *SavedView) { v.Filter.Only = KindActor },
	} {
		v := good
		spoil(&v)
		if err := v.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestUnreviewed(t *testing.T) {
	score := 40
	for _, tt := range []struct {
		r    Record
		want bool
	}{
		{&Event{}, true},
		{&Event{Attribution: Attribution{Speaker: "an official"}}, true},
		{&Event{Attribution: Attribution{Source: "B"}}, false},
		{&Position{}, true},
		{&Position{Attribution: Attribution{Credible: "2"}}, false},
		{&Position{Score: &score}, false},
		{&Position{Movement: Softened}, false},
		{&Actor{}, false},
	} {
		if got := Unreviewed(tt.r); got != tt.want {
			t.Errorf("%+v: %v", tt.r, got)
		}
	}
}
