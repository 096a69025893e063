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

// A noun takes all the parties of its event into its passage.
func TestEventOfManyParties(t *testing.T) {
	res, err := Extract(context.Background(), "On Monday the envoys left the talks between Egypt, Sudan and Ethiopia in Oslo.", Options{Published: edtf.OfDay(2024, 5, 16)})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range res.Events {
		if len(e.Actors) >= 3 {
			return
		}
	}
	t.Errorf("no event has Egypt, Sudan and Ethiopia: %+v", res.Events)
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
		// the news itself, on the day of the report
		{"Norway has recalled its envoy from Sweden, the ministry said on Tuesday.", []string{"REJECT happened 2024-05-14~"}},
		{"Norway frees Swedish fishermen\n\nNorway has freed four Swedish fishermen.", []string{"CONCEDE happened 2024-05-16~+"}},
		{"Norway said on Monday it was in no hurry.\n\nThe ministers of Norway and Sweden met in Oslo. Norway has repeatedly freed Swedish fishermen.", []string{"CONSULT happened 2024-05-13~", "CONCEDE happened -"}},
		{"Norway sends envoy to Sweden\n\nNorway will send an envoy to Sweden on Friday.", []string{"CONSULT planned 2024-05-17+"}},
		// one act, told in several words
		{"On 3 May rebels of the ELN ambushed a patrol and killed two soldiers.", []string{"ASSAULT happened 2024-05-03+"}},
		{"A car bomb attack in Oslo on Monday shook Norway. The blast killed two soldiers of Norway.", []string{"ASSAULT happened 2024-05-13+"}},
		{"The ministers of Norway and Sweden met in Oslo last month.\n\nSince the ministers of Norway and Sweden met on April 11, little has changed.", []string{"CONSULT happened 2024-04-11+"}},
		// two acts of a kind stay two
		{"Rebels of the ELN attacked Oslo on Monday. Rebels of the ELN attacked Bergen on Tuesday.", []string{"ASSAULT happened 2024-05-13", "ASSAULT happened 2024-05-14"}},
		// the day of a neighbour
		{"Norway protested in Oslo over the killing of a fisherman by Swedish troops on 3 May.", []string{"PROTEST happened -", "ASSAULT happened 2024-05-03"}},
		{"Norway and Sweden held a meeting as their navies have clashed since March.", []string{"CONSULT happened -", "ASSAULT happened 2024-03"}},
		{"Rebels stormed Bergen in January, followed by Oslo in March.", []string{"ASSAULT happened 2024-01"}},
		{"The rebels had agreed to extend the truce just before it expired on Monday.", []string{"AGREE happened 2024-05-13", "RETREAT happened 2024-05-13"}},
		{"Rebels of the ELN have kept away since troops of Norway ambushed and killed two of them on 3 May.", []string{"ASSAULT happened 2024-05-03+"}},
		{"The panel will meet in Oslo often and the first posts will be filled on 2 June.", []string{"CONSULT planned -"}},
		{"The truce came two days after the ministers of Norway and Sweden met in Oslo.", []string{"CONSULT happened 2024-05-14"}},
		{"For the third time this month, Norway and Sweden have agreed to a truce.", []string{"AGREE happened 2024-05-16~"}},
		// years apart
		{"Norway and Sweden began talks in 2018.\n\nNorway and Sweden are under pressure. Ministers of Norway and Sweden met in Oslo.", []string{"CONSULT happened 2018", "CONSULT happened -"}},
		// work
		{"Nurses in Norway will strike over pay, their union says. The union announced a walkout on 11 June.", []string{"PROTEST planned 2024-06-11"}},
		{"The union called off a strike planned for 28 May after a better pay offer to its nurses.", []string{"REJECT happened -", "PROTEST planned 2024-05-28"}},
		// a plan in somebody's words is not on the day of the words
		{"On Tuesday Norway's envoy insisted that a truce would be signed with Sweden.", []string{"AGREE planned -"}},
		{"Snow kept the two sides from meeting on Monday.", []string{}},
		// denied
		{"Norway denied that talks with Sweden were already underway in Oslo.", []string{"CONSULT denied -"}},
		// the day of the promise is not that of what is promised
		{"Norway agreed on Tuesday to withdraw its ships.", []string{"AGREE happened 2024-05-14"}},
	} {
		if got := eventsIn(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, got, c.want)
		}
	}
}
