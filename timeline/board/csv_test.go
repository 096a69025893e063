package board_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"demarche/data"
	"demarche/timeline"
	"demarche/timeline/board"
)

func TestCSV(t *testing.T) {
	c := river(t).With(data.Change{Put: []data.Record{
		&data.Position{ID: "bad", Actor: "mill", Issue: "mills", Stance: data.Demands, Proposal: "=HYPERLINK(\"x\")", From: date(t, "2025-12-01")},
	}})
	var out bytes.Buffer
	hide := timeline.Filter{Stances: timeline.Set[data.Stance]{data.Demands: true, data.Supports: true, data.Rejects: true, data.Conditional: true}}
	if err := board.WriteCSV(&out, c, hide, date(t, "2025-12-16").Earliest()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 12 || strings.Join(rows[0], ",") != strings.Join(board.Columns(), ",") {
		t.Fatalf("%d rows under %v", len(rows), rows[0])
	}
	all := map[string]map[string]string{}
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, v := range r {
			m[rows[0][i]] = v
		}
		all[m["proposal"]] = m
	}
	for proposal, want := range map[string]map[string]string{
		"a pledge of water": {"as_of": "2025-12-16", "issue": "Water guarantees", "actor": "Lowland", "stance": "supports", "since": "2025-12-15",
			"movement": "conceded", "gap": "narrowing", "documents": "Wire report on the river talks | Draft plan as leaked", "published": "2025-12-16 | 2025-11"},
		"all of the bank":        {"issue": "Territory: East Bank", "reported": "yes", "stated_by": "two Lowland officials", "since": "../2025-12-16"},
		"withdraw from the bank": {"disputed": "yes", "reported": "", "id": "p11", "stated_by": "Lowland"},
		"boats on the river":     {"condition": "Only after a truce"},
		"legally binding guarantees, approved by the assembly": {"firmness": "red line"},
		"'=HYPERLINK(\"x\")": {"gap": "one side only"},
	} {
		for column, v := range want {
			if got := all[proposal][column]; got != v {
				t.Errorf("%s: %s is %q, want %q", proposal, column, got, v)
			}
		}
	}
}
