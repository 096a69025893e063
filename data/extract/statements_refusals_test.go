package extract

import (
	"slices"
	"sort"
	"testing"
)

// refusals are ways of refusing that the verb alone does not tell.
var refusals = []struct {
	text string
	of   string
	want []string
}{
	{"[Juba] decided to reject the draft treaty.", "", []string{"Juba rejects"}},
	{"The [teachers] voted to reject the pay offer.", "", []string{"SUPPORT happened -", "teachers rejects"}},
	{"The [rebels] decided to leave the talks.", "", []string{"rebels rejects"}},
	{"[Quito] has decided to suspend the negotiations.", "", []string{"Quito rejects"}},
	{"[Oslo] decided to suspend its attacks on the port.", "", []string{"Oslo supports"}},
	{"[Haddad] said the offers were “derisory”.", "", []string{"Haddad rejects"}},
	{"[Haddad] said the weather was dreadful.", "", []string{}},
	{"[Lima] says the islands belong to it.", "", []string{"Lima demands"}},
	{"[Lima] says the islands belong to [Quito].", "", []string{}},
	{"“It is the responsibility of both sides to stop the shelling,” [Weiss] said.", "", []string{"Weiss demands"}},
	{"[Rabat] welcomed the plan for more talks.", "", []string{"Rabat supports"}},
	{"[Rabat] welcomed the progress of the talks.", "", []string{}},
	{"“Our members cannot accept the cuts,” [Moore] said.", "", []string{"Moore rejects"}},
	{"“The message we have heard is to reject the offer,” [Moore] said.", "", []string{"Moore rejects"}},
	{"[Quito] accused [Lima] of halting the talks and of rejecting the plan.", "", []string{}},
	{"Last month, the [Peruvian~Peru] government objected to the closure of the border by the port's operator.", "", []string{"Peru rejects", "REJECT happened 2024-04"}},
	{"[Chile] denounced the map as illegal and said the proposals were unworkable.", "", []string{"Chile rejects", "Chile rejects"}},
	{"In 2019, formal talks commenced between [Chile] and [Peru].", "", []string{"CONSULT happened 2019"}},
	{"[Morocco] took control of the town in 1975.", "", []string{"ASSAULT happened 1975"}},
	{"The [official=Brown] mediating the dispute left no word.", "", []string{}},
	{"The dispute has halted drilling in the disputed waters.", "", []string{}},
}

func TestRefusals(t *testing.T) {
	for _, c := range refusals {
		r := marked(t, c.text, c.of)
		got := found(r)
		want := slices.Clone(c.want)
		sort.Strings(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", r.text, got, want)
		}
	}
}
