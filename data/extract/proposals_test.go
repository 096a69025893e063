package extract

import "testing"

// TestProposals holds what a proposal reads like, and whether it is a red line.
func TestProposals(t *testing.T) {
	for _, c := range []struct {
		text, of string
		want     string
		red      bool
	}{
		{"[Norway] proposed a truce of sixty days. The [army] rejected that proposal.", "", "that proposal (a truce of sixty days)", false},
		{"[Norway] proposed a truce of sixty days. The [army] rejected it on Monday.", "", "it (a truce of sixty days)", false},
		{"[Norway] spoke of a plan for a customs union. The [army] opposes the plan.", "", "the plan (a customs union)", false},
		{"[Norway] denied reports of a deal, stressing that talks go on.", "", "reports of a deal", false},
		{"[Holm] was ready to “move away” from the demand for a ban.", "", "“move away” from the demand for a ban", false},
		{"The [rebels] demanded a release of all prisoners. [Holm] called it a red line.", "", "a release of all prisoners", true},
		{"[Calls~Norway] by [Norway] for a ceasefire fell flat.", "", "a ceasefire", false},
		{"The [rebels] demanded a release of all prisoners, a point that they call a red line.", "", "a release of all prisoners", true},
		{"The [rebels] demanded a release of all prisoners. There are no red lines.", "", "a release of all prisoners", false},
	} {
		r := marked(t, c.text, c.of)
		all := r.settlePositions(r.findPositions())
		if len(all) == 0 {
			t.Errorf("%s\n\tno position", r.text)
			continue
		}
		last := &all[len(all)-1]
		if got := r.proposal(last); got != c.want || last.redLine != c.red {
			t.Errorf("%s\n\tgot  %q, red line %v\n\twant %q, %v", r.text, got, last.redLine, c.want, c.red)
		}
	}
}
