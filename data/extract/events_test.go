package extract

import (
	"context"
	"slices"
	"strings"
	"testing"

	"demarche/data/edtf"
)

// eventsIn lists the events of a text that was published on Thursday 16 May
// 2024, as "TYPE status date"; what is told twice is one, with "+" for each
// further passage.
func eventsIn(t *testing.T, text string) []string {
	t.Helper()
	res, err := Extract(context.Background(), text, Options{Published: edtf.OfDay(2024, 5, 16)})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range res.Events {
		date := "-"
		if e.Date != nil {
			date = *e.Date
		}
		out = append(out, e.Type+" "+e.Status+" "+date+strings.Repeat("+", len(e.Also)))
	}
	return out
}

// Events in the clauses that news tells them in, with the day that is theirs and
// not their neighbour's.
func TestEventsInClauses(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		// a subject with a clause of its own
		{"Talks aimed at ending the row over fish collapsed without a result on Tuesday.", []string{"REJECT happened 2024-05-14"}},
		{"Talks on forming a cabinet collapsed on Tuesday.", []string{"REJECT happened 2024-05-14"}},
		{"Envoys of Norway spoke in Oslo of the two-day talks that began on Monday.", []string{"CONSULT happened 2024-05-13"}},
		// a passive whose subject is the object of the pattern
		{"A truce, the first in years, was reached in March.", []string{"AGREE happened 2024-03"}},
		{"A fifth round of negotiations will be launched on Friday.", []string{"CONSULT planned 2024-05-17"}},
		{"The summit was extended into Wednesday.", []string{"CONSULT happened 2024-05-15"}},
		// until
		{"Norway and Sweden haggled for weeks until Sweden walked out on Sunday night.", []string{"REJECT happened 2024-05-12"}},
		// a noun with its day
		{"Norway wants to enforce the fishing agreement reached in Bergen on 3 April.", []string{"AGREE happened 2024-04-03"}},
		{"A fourth round of talks scheduled for the first week of June is in doubt.", []string{"CONSULT planned 2024-06-01/2024-06-07"}},
		// by phone
		{"On Monday the presidents of Norway and Sweden spoke by telephone.", []string{"CONSULT happened 2024-05-13"}},
		// the day of the promise is not that of what is promised
		{"Norway agreed on Tuesday to withdraw its ships.", []string{"AGREE happened 2024-05-14"}},
	} {
		if got := eventsIn(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, got, c.want)
		}
	}
}
