package sheet_test

import (
	"strings"
	"testing"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scale"
	"demarche/timeline/sheet"
)

// TestSourcesSayWhoIsNotNamed: a pronoun or an actor of the case is nobody whose
// name a document keeps back.
func TestSourcesSayWhoIsNotNamed(t *testing.T) {
	doc := &data.Document{ID: "d1", Title: "Report", Published: edtf.OfDay(2025, 12, 16)}
	c := new(data.Case).With(data.Change{Put: []data.Record{doc, &data.Actor{ID: "a1", Name: "Mera", Kind: data.State}}})
	s := sheet.NewSources()
	for _, told := range []data.Attribution{
		{Speaker: "two officials"}, {Speaker: "He"}, {Speaker: "Mera"}, {Speaker: "Ann Roe", Named: true}, {},
		{Speaker: "the mediators"}, {Speaker: "Two officials"},
	} {
		s.Add(c, data.Ref{Kind: data.KindEvent, ID: "e1"}, []data.Passage{{Document: doc.ID}}, told)
	}
	got := s.Notes(scale.English())[0].Text
	if !strings.HasSuffix(got, "2025. Two officials, not named; the mediators, not named.") {
		t.Errorf("the source says %q", got)
	}
}
