package extract

import (
	"slices"
	"strings"
	"testing"
)

func TestWhoseGovernmentIsMeant(t *testing.T) {
	cases := []struct {
		name, text, words string
		nth               int
		want              string
	}{
		{"not the mediator's", "Chad's talks with rebels resume\n\nChad asked the Swedish government for help. Rebels fought on in Chad. The government said it would wait.", "The government", 0, "Chad"},
		{"of the state that acts", "Chad and Niger trade blame\n\nChad closed the border with Niger. Niger said it was surprised. The government would answer soon, a spokesman added.", "The government", 0, "Niger"},
		{"inside a longer phrase", "Chad spoke. The head of the government's delegation said no.", "the government's delegation", 0, "Chad"},
		{"a territory has none", "The Darfur talks resume\n\nSudan sent a team to the Darfur talks. The Darfur rebels stayed away. The government agreed.", "The government", 0, "Sudan"},
		{"its forces", "Chad's union of herders met the FDLR. The FDLR left. Its fighters stayed.", "Its fighters", 0, "FDLR"},
		{"the people they", "The Chadians said they would go.", "they", 0, "Chad"},
		{"a name that describes", "Chad left after UN sanctions ended. It will not return.", "It", 0, "Chad"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := mentionOf(actorsIn(t, c.text, "2025-06-02"), c.words, c.nth); got != c.want {
				t.Errorf("%q means %q, want %q", c.words, got, c.want)
			}
		})
	}
}

func TestHeAndTheTwo(t *testing.T) {
	const stage = "Chadian President Idris Ouaddi met rebel leader Tomi Barma on Friday. "
	cases := []struct {
		name, text, words string
		nth               int
		want              string
	}{
		{"not whom a quotation names", stage + "Barma spoke later. “Ouaddi must go. If Ouaddi goes, all is well,” the rebel said. He rejected a vote.", "He", 0, "Tomi Barma"},
		{"not who speaks", stage + "Barma spoke later. “If he asks, he shall have an answer,” Barma said.", "he", 0, "Idris Ouaddi"},
		{"not the object", stage + "Ouaddi visited Swedish envoy Karin Ek. He said no.", "He", 0, "Idris Ouaddi"},
		{"not a partner", stage + "Ouaddi spoke after talks with his Swedish counterpart Karin Ek. He said no.", "He", 0, "Idris Ouaddi"},
		{"two sides opposed", "Talks between Chad and the FDLR resumed. Niger and Mali sent guards and Niger paid. The two sides signed.", "The two sides", 0, "Chad + FDLR"},
		{"not who is only reported", "Swedish envoy Karin Ek said Ouaddi would offer a truce. He gave no date.", "He", 0, "Karin Ek"},
		{"two rebel groups", "The FDLR and JNIM will attend. The two rebel groups want a truce.", "The two rebel groups", 0, "FDLR + JNIM"},
		{"two countries in one breath", "Chad said so. Chad spoke of Benin. Niger and Mali disagreed. The two countries will meet.", "The two countries", 0, "Niger + Mali"},
		{"by mediators", "Talks between Chad and the FDLR, brokered by Niger and Mali, resumed. Both sides signed.", "Both sides", 0, "Chad + FDLR"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := mentionOf(actorsIn(t, c.text, "2025-06-02"), c.words, c.nth); got != c.want {
				t.Errorf("%q means %q, want %q", c.words, got, c.want)
			}
		})
	}
}

func TestHalvesOfACountry(t *testing.T) {
	a := actorsIn(t, "North Korea met South Korea. Officials of the North said no, and the South agreed.", "2025-06-02")
	if got := mentionOf(a, "South", 0); got != "South Korea" {
		t.Errorf("the South is %q", got)
	}
	a = actorsIn(t, "Chad said that the North was calm and the South was not.", "2025-06-02")
	if got := shownActors(a); len(got) != 1 {
		t.Errorf("got %q, want Chad alone", got)
	}
}

func TestClausesBeginBehindTheDateline(t *testing.T) {
	for _, line := range []string{"GENEVA (Reuters) - ", "GENEVA, June 2 (AFP) — ", "N'DJAMENA, Chad (AP) -- "} {
		r, err := Extract(t.Context(), "Truce near\n\n"+line+"Chad and the FDLR rejected the truce.", Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Positions) != 2 || r.Positions[0].Quote != "Chad and the FDLR rejected the truce" {
			t.Errorf("%q: got %v", line, r.Positions)
		}
	}
}

func TestItThatIsNobody(t *testing.T) {
	for _, c := range []struct {
		text   string
		nobody bool
	}{
		{"Chad waited. It is clear that nothing moves.", true},
		{"Chad waited. It was decided to adjourn.", true},
		{"Chad waited. It was the envoy who left.", true},
		{"Chad waited. It is difficult to agree.", true},
		{"Chad waited. It is expected to sign.", false},
		{"Chad waited. It was ready to sign.", false},
		{"Chad waited. It has signed.", false},
	} {
		if got := mentionOf(actorsIn(t, c.text, "2025-06-02"), "It", 0); (got != "Chad") != c.nobody {
			t.Errorf("%q: it means %q", c.text, got)
		}
	}
}

func TestPartiesWithoutAName(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"mediators", "Chad met the FDLR. The mediators urged restraint.", []string{"Chad", "FDLR", "Mediators"}},
		{"mediators of a state", "Swedish mediators met the FDLR. The mediators urged restraint.", []string{"FDLR", "Sweden"}},
		{"Islamists", "Chad fears for its border. The Islamists said they would not talk.", []string{"Chad", "Islamists"}},
		{"creeds name nobody", "Chad said that Moslem guerrillas of the FDLR had left a Roman Catholic school.", []string{"Chad", "FDLR"}},
		{"union and company", "Strike hits ferries\n\nThe union rejected the pay offer. The company said the strike would fail. The workers want more pay.", []string{"Company", "Union"}},
		{"a union with a name", "The Dockers Federation called a strike over pay. The union said the strike would go on.", []string{"Dockers Federation"}},
		{"workers elsewhere", "Chad closed the port. The workers said they were hungry.", []string{"Chad"}},
		{"a firm that speaks", "The strike at Fjordlag goes on. On Friday Fjordlag said pay would rise.", []string{"Fjordlag"}},
		{"an article before a name", "Ramzi al-Hadid, head of the Chadian delegation, spoke. Hadid said no.", []string{"Chad", "Ramzi al-Hadid < Chad"}},
		{"a name behind brackets", "The leader of the Shore Herders Front (SHF), Ousto Barma, spoke. Barma said no. The SHF left.", []string{"Ousto Barma < Shore Herders Front", "Shore Herders Front"}},
		{"a name known by its surname later", "In a note, envoys of Chad quoted Ousto Barma. Barma said no.", []string{"Chad", "Ousto Barma"}},
		{"a rebel leader leads the rebels", "Chadian President Idris Ouaddi will meet rebel leader Tomi Barma.", []string{"Chad", "Idris Ouaddi < Chad", "Rebels", "Tomi Barma < Rebels"}},
		{"a rebel title in quotation marks", "Rebel “foreign minister” Tomi Barma told Chad no.", []string{"Chad", "Rebels", "Tomi Barma < Rebels"}},
		{"rebels insist", "As the rebels insist on a truce, Chad waits.", []string{"Chad", "Rebels"}},
		{"a known name with a new acronym", "The Kachin Independence Army (KXIA) met Chad. The KXIA left.", []string{"Chad", "Kachin Independence Army"}},
		{"two who share a title", "The co-leaders of the FDLR youth committee, Tomi Barma and Kaba Laurenz, said no.", []string{"FDLR", "Kaba Laurenz < FDLR", "Tomi Barma < FDLR"}},
		{"the first of two", "Tomi Barma and Kaba Laurenz rejected the offer of Chad.", []string{"Chad", "Kaba Laurenz", "Tomi Barma"}},
		{"a department of two things", "Chad said yes. The Department of Peace and Reconciliation said no.", []string{"Chad"}},
		{"a coalition of the text", "Chad and Niger — the so-called “Dry Two” — said no. “Dry Two” is a good name.", []string{"Chad", "Dry Two", "Niger"}},
		{"a government in full", "The Government of the Republic of Chad (GRC) met the FDLR. The GRC said no.", []string{"Chad", "FDLR"}},
		{"who runs a ministry", "The Hamas-run health ministry said that Egypt had agreed.", []string{"Egypt", "Hamas"}},
		{"reporters of an outlet", "Chad said no, said Al Jazeera's Tomi Barma.", []string{"Chad"}},
		{"one of the Tigers", "The LTTE left. Tiger rebels said that the Tigers would talk.", []string{"Liberation Tigers of Tamil Eelam"}},
		{"another spelling of a known group", "The Lords Resistance Army (LRA) said no. The LRA left.", []string{"Lord's Resistance Army"}},
		{"somebody of a state", "Karn Ek of Sweden proposed a truce to Chad.", []string{"Chad", "Karn Ek < Sweden", "Sweden"}},
		{"to head for", "Chad said its team would head for the lake and state its case.", []string{"Chad"}},
		{"a firm that speaks", "The strike goes on. Fjord Airlines said it would fly.", []string{"Fjord Airlines"}},
		{"a rebel group", "Chad signed a truce with a rebel group.", []string{"Chad", "Rebel group"}},
		{"a mediator for a region", "The Darfur mediator, Karn Ek, said no.", []string{"Karn Ek"}},
		{"workers with a name", "The strike goes on. Dock Workers of the Isles said they wanted more pay.", []string{"Dock Workers of the Isles"}},
		{"who heads a part", "Ousto Barma, who heads the lake section of the African Union, said no.", []string{"African Union", "Ousto Barma < African Union"}},
		{"head of a mission to the UN", "Ousto Barma, head of the Chadian UN mission, said no.", []string{"Chad", "Ousto Barma < Chad", "United Nations"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := shownActors(actorsIn(t, c.text, "2025-06-02"))
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", strings.Join(got, ", "), strings.Join(c.want, ", "))
			}
		})
	}
}

func TestCampsAreNotTheirState(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"Chad’s opposition and President Idris Ouaddi will talk.", "Chad’s opposition", "Chad’s opposition"},
		{"Chad’s main opposition group rejected the plan.", "Chad’s main opposition group", "Opposition group"},
		{"Chad’s rebels rejected the plan.", "Chad’s rebels", "Rebels"},
		{"Chad’s main trade union demanded more pay.", "Chad’s main trade union", "Trade union"},
		{"Opposition leader Tomi Barma spoke in Chad. Chad’s opposition leader said no.", "Chad’s opposition leader", "Tomi Barma"},
		{"The FDLR met Chad. FDLR rebels said no.", "FDLR rebels", "FDLR"},
	} {
		if got := mentionOf(actorsIn(t, c.text, "2025-06-02"), c.words, 0); got != c.want {
			t.Errorf("%q: %q means %q, want %q", c.text, c.words, got, c.want)
		}
	}
	got := shownActors(actorsIn(t, "Chad waited. Opposition leader Tomi Barma said no.", "2025-06-02"))
	if want := []string{"Chad", "Opposition < Chad", "Tomi Barma < Opposition"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPartiesInARow(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // holders of the last position
	}{
		{"Chad, along with Niger and Mali, rejected the plan.", []string{"Chad", "Mali", "Niger"}},
		{"Chad as well as Niger rejected the plan.", []string{"Chad", "Niger"}},
		{"EU leaders met. Chad and Niger rejected the plan. They demanded a truce.", []string{"Chad", "Niger"}},
		{"Chad met Niger and Mali. It rejected the plan.", []string{"Chad"}},
	} {
		r, err := Extract(t.Context(), c.text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]string{}
		for _, a := range r.Actors {
			names[a.ID] = a.Name
		}
		var got []string
		for _, p := range r.Positions {
			if p.Start == r.Positions[len(r.Positions)-1].Start {
				got = append(got, names[p.Actor])
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: held by %q, want %q", c.text, got, c.want)
		}
	}
}
