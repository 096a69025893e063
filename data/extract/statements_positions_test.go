package extract

import (
	"slices"
	"sort"
	"testing"
)

// stands are ways of telling where somebody stands, and what looks like it.
var stands = []struct {
	text string
	of   string
	want []string
}{
	// what will not be done
	{"[Lima] does not want to negotiate with the rebels.", "", []string{"Lima rejects"}},
	{"[Lima] will not take part in the talks.", "", []string{"Lima rejects"}},
	{"[Lima] did not rule out a truce.", "", []string{"Lima unclear"}},
	{"[Haddad] said [Lima] would never hand over the port.", "Haddad<Lima", []string{"Lima rejects"}},
	{"[Haddad] said [Lima] “doesn't need observers at the border”.", "Haddad<Lima", []string{"Haddad rejects"}},
	// what is said of a thing
	{"[Haddad] said a return of the exiles was out of the question.", "", []string{"Haddad rejects"}},
	{"“The port is not for sale,” said foreign minister [Haddad].", "", []string{"Haddad rejects"}},
	{"The harbour is not for sale on a Sunday.", "", []string{}},
	{"[Haddad] said any settlement requires a full withdrawal.", "", []string{"Haddad demands"}},
	{"[Haddad] made it clear that the troops must leave.", "", []string{"Haddad demands"}},
	{"The [rebels] have in recent weeks rejected every ceasefire.", "", []string{"rebels rejects"}},
	{"[Holm] said the talks will only proceed if the [rebels] disarm.", "", []string{"Holm conditional"}},
	{"[Holm] said peace depends on a return to the old border.", "", []string{"Holm conditional"}},
	{"The [rebels] will attend the talks in Oslo.", "", []string{"CONSULT planned -", "rebels supports"}},
	{"[Holm] does not believe there should be a new ceasefire.", "", []string{"Holm rejects"}},
	{"[Holm] said his country “will not sign any treaty”.", "", []string{"Holm rejects"}},
	{"[Holm] told a radio that there will be no talks as long as [Moore] stays in office.", "", []string{"Holm conditional"}},
	{"[Lima] and [Quito] said that they do not oppose the port, but want a binding treaty.", "", []string{"Lima demands", "Lima unclear", "Quito demands", "Quito unclear"}},
	{"[Quito] pressed for a clause on fees, a matter both [Lima] and [Rabat] have rejected.", "", []string{"Lima rejects", "Quito demands", "Rabat rejects"}},
	{"[Lima] and [Quito] cannot join the treaty if our parliament does not agree, [Holm] said.", "", []string{"Holm conditional"}},
	{"[Holm] said that there is no use in talks before the port is opened.", "", []string{"Holm rejects"}},
	{"[Lima] has no plan to meet the rebels.", "", []string{"Lima rejects"}},
	{"[Holm] said the [army] needed to accept the truce.", "", []string{"Holm demands"}},
	{"The restrictions imposed by [Lima] hurt the port.", "", []string{"SANCTION happened -"}},
	{"“It is clear that we cannot cut pensions,” [Holm] said.", "", []string{"Holm rejects"}},
	{"[Holm] said the others must move before [Lima] could offer a truce.", "Holm<Lima", []string{"Holm demands"}},
	{"[Lima] is prepared to send monitors provided that the [rebels] agree to a truce.", "", []string{"Lima conditional"}},
	{"“We want a truce,” [Holm] said. “We will not sign less.”", "", []string{"Holm demands", "Holm rejects"}},
	// who is told, who tells, and names in brackets or in a row
	{"[Lima] told the [rebels] [it=rebels] was ready for talks.", "", []string{"Lima supports"}},
	{"The [rebels] told the [Norwegians] [they=Norwegians] were prepared for a truce but wanted the [army] to leave the port.", "", []string{"rebels demands", "rebels supports"}},
	{"The [rebels] assured the [Norwegians] that [they=Norwegians] would respect the truce.", "", []string{"rebels supports"}},
	{"[Lima] told the [rebels] [Quito] opposed the truce.", "", []string{"Quito rejects"}},
	{"The [African Union] (AU) wants a truce.", "", []string{"African Union demands"}},
	{"[Lima], [Quito] oppose the ceasefire", "", []string{"Lima rejects", "Quito rejects"}},
	{"[Lima], [Quito] back a ceasefire", "", []string{"Lima supports", "Quito supports"}},
	{"The army brought [Lima] back the flag.", "", []string{}},
	{"The session ended with [Lima] refusing to lift the blockade and [Quito] now saying sanctions should be tightened.", "", []string{"Lima rejects", "Quito demands"}},
	{"A paper quoted the [rebels] as saying [Lima] rejected the ceasefire.", "rebels<Quito", []string{"Lima rejects"}},
	{"[Holm] said a truce “would only work if there is a withdrawal”.", "", []string{"Holm conditional"}},
	{"[Holm] said there were several conditions for a ceasefire.", "", []string{"Holm conditional"}},
	// wishes, calls of others, void treaties
	{"[Lima] would like to see the sanctions lifted.", "", []string{"Lima demands"}},
	{"[Lima] echoed calls for a ceasefire.", "", []string{"Lima demands"}},
	{"[Lima] argued that the treaty was void.", "", []string{"Lima rejects"}},
	{"[Lima] has not budged on the referendum.", "", []string{"Lima rejects"}},
	{"[Lima] welcomes the plan.", "", []string{"Lima supports"}},
	{"[Lima] dubbed the new offer “unacceptable”.", "", []string{"Lima rejects"}},
	{"[Holm] said the offer was not generous enough.", "", []string{"Holm rejects"}},
	{"[Holm] said the proposal did not go far enough.", "", []string{"Holm rejects"}},
	{"[Holm] said the rescuers did not go far enough.", "", []string{}},
	{"[Holm] said the time has come for a new ceasefire.", "", []string{"Holm demands"}},
	{"The [rebels] freed prisoners who are to take part in the talks.", "", []string{"CONCEDE happened -"}},
	{"[Lima] is dragging its feet on signing the treaty.", "", []string{}},
	{"[Lima] would like to see the army dissolved.", "", []string{"Lima demands"}},
	{"“What we propose is a ceasefire,” [Holm] said.", "", []string{"Holm supports"}},
	{"“What I would expect is a ceasefire,” [Holm] said.", "", []string{}},
	{"“All we ask is that [Quito] stop the bombing,” [Holm] said.", "", []string{"Holm demands"}},
	{"“Let [Quito] withdraw its troops first,” [Holm] said.", "", []string{"Holm demands"}},
	{"“Let me be clear about the truce,” [Holm] said.", "", []string{}},
	{"[Lima] called a strike after rejecting the pay offer.", "", []string{"Lima rejects", "PROTEST happened -"}},
	{"[Holm] said the offer to [Quito] was not generous enough.", "", []string{"Holm rejects"}},
	// whose it is
	{"[Norway] proposed a truce, an idea the [army] dismissed.", "", []string{"Norway supports", "army rejects"}},
	{"The envoys debated a truce that [Lima] rejected.", "", []string{"Lima rejects"}},
	{"[Quito] pointed out the flaw in [Lima]'s position — demanding a withdrawal from the port.", "", []string{"Lima demands"}},
	{"[Holm] stressed that [Lima] remains committed to the truce but insisted that any deal must end the blockade.", "Holm<Lima", []string{"Holm demands", "Lima supports"}},
	{"[Holm] rejected the demand, alleging that [Lima] “is stalling by demanding a permanent ceasefire”.", "", []string{"Holm rejects", "Lima demands"}},
	{"[Lima] contests this, saying most of the fuel was sold to traders.", "", []string{"Lima rejects"}},
	{"The [rebels], whose fighters supported the army in the war, left.", "", []string{}},
	{"[Holm] said [Lima] had backtracked on the truce.", "", []string{}},
	{"“They offer no ceasefire and [they=rebels] do not offer peace,” [Holm] said.", "", []string{}},
	{"[Lima] asked for a ceasefire before granting any relief from the sanctions.", "", []string{"Lima demands"}},
	{"[Holm] said the [rebels] are ready to suspend their attacks and resume talks if [Lima] agreed to a truce.", "", []string{"CONSULT planned -", "rebels conditional"}},
}

func TestStands(t *testing.T) {
	for _, c := range stands {
		r := marked(t, c.text, c.of)
		got := found(r)
		want := slices.Clone(c.want)
		sort.Strings(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", r.text, got, want)
		}
	}
}
