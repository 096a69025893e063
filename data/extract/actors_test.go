package extract

import (
	"slices"
	"strings"
	"testing"
)

// shownActors are the actors of an article that are more than a place, as
// "name/kind", with "<owner" where they speak for another.
func shownActors(a *article) []string {
	var out []string
	for _, x := range a.actors {
		if x.place || x.media {
			continue
		}
		s := x.name
		if x.of >= 0 {
			s += " < " + a.actors[x.of].name
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func TestActorsOfSentences(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"title and state", "Norwegian Foreign Minister Sigrun Haldal met rebel envoys in Geneva.", []string{"Norway", "Sigrun Haldal < Norway"}},
		{"venue only", "The sides will meet in Geneva, Switzerland, said Kenyan mediator Otieno Wafula.", []string{"Kenya", "Otieno Wafula < Kenya"}},
		{"apposition", "Maren Tveit, Norway's envoy to Sudan, called for restraint.", []string{"Maren Tveit < Norway", "Norway", "Sudan"}},
		{"apposition before", "The head of the Houthi delegation, Walid Maqtari, rejected the text.", []string{"Houthis", "Walid Maqtari < Houthis"}},
		{"clause with who", "Selim Arkan, who leads the Polisario delegation, welcomed it.", []string{"Polisario Front", "Selim Arkan < Polisario Front"}},
		{"unknown group with acronym", "The United Front for Kasara (UFK) said on Friday it would disarm. The UFK wants an amnesty.", []string{"United Front for Kasara"}},
		{"labelled group", "Zarani rebels shelled the port, army spokesman Col. Idir Belaid of Chad said.", []string{"Chad", "Idir Belaid < Chad", "Zarani"}},
		{"officials are the state", "Two senior Iranian officials told Reuters that Oman had passed on a letter.", []string{"Iran", "Oman"}},
		{"metonyms", "The Kremlin said no, while Foggy Bottom declined and the Élysée stayed silent.", []string{"France", "Russia", "United States"}},
		{"capital as a place", "Negotiators arrived in Doha and left Doha for Muscat, Qatar's foreign ministry said.", []string{"Qatar"}},
		{"agreement named for a capital", "Armenia said the Prague agreement still stands.", []string{"Armenia"}},
		{"coordinated adjectives", "A joint Chinese and Brazilian proposal was rejected by Ukraine.", []string{"Brazil", "China", "Ukraine"}},
		{"mediators of three states", "Qatari, Egyptian and US mediators urged Hamas to answer.", []string{"Egypt", "Hamas", "Qatar", "United States"}},
		{"reporters are no actors", "Ethiopia said it was ready.\n\nReporting by Hanna Bekele and Tom Rusk; editing by Ann Lee", []string{"Ethiopia"}},
		{"contributors are no actors", "Kosovo said it was ready.\n\nDrita Hoxha in Pristina contributed to this report.", []string{"Kosovo"}},
		{"media are no actors", "Myanmar's junta told Al Jazeera and The Irrawaddy it would hold a vote.", []string{"Myanmar"}},
		{"seas and treaties are no actors", "Patrols in the South China Sea and the Indian Ocean continue under the Paris Agreement, Vietnam said.", []string{"Vietnam"}},
		{"home town", "Ghana spoke with Oslo-based Fjordlag.", []string{"Ghana"}},
		{"photo credit", "Ghana rejected the plan.\n\nCredit: PA", []string{"Ghana"}},
		{"both", "Both Harbour Council and Ghana have agreed. Harbour Council said so.", []string{"Ghana", "Harbour Council"}},
		{"workers' union", "The Dock Workers' Union (DWU) said no. The DWU left.", []string{"Dock Workers' Union"}},
		{"compound of two", "The Armenia-Azerbaijan talks resume, the EU said.", []string{"Armenia", "Azerbaijan", "European Union"}},
		{"led by", "A U.S.-led coalition backs the plan.", []string{"US-led coalition"}},
		{"organ of a state", "The Sudanese Armed Forces and the Libyan Coast Guard signed.", []string{"Libya", "Sudan"}},
		{"host is not the sender", "Iran's U.N. ambassador, Navid Sohrabi, spoke to the Security Council.", []string{"Iran", "Navid Sohrabi < Iran", "UN Security Council < United Nations", "United Nations"}},
		{"surname after full name", "Union president Gloria Petrosyan met managers. Petrosyan said the strike goes on.", []string{"Gloria Petrosyan"}},
		{"family name first", "Chinese envoy Song Weimin spoke first. Song said Beijing was patient.", []string{"China", "Song Weimin < China"}},
		{"title and surname of a known person", "President Clinton sent a letter to Eritrea.", nil},
		{"lawmakers are a body", "U.S. lawmakers opposed the deal with Cuba.", []string{"Cuba", "U.S. lawmakers < United States", "United States"}},
		{"prime minister and husband", "Prime Minister Ana Ribeiro of Portugal and King Felipe of Spain attended.", []string{"Ana Ribeiro < Portugal", "Felipe < Spain", "Portugal", "Spain"}},
		{"president of a union", "Teamsters President Lou Garrity and the company's lawyers met.", []string{"Lou Garrity < Teamsters", "Teamsters"}},
		{"nickname", "Gang leader Rico \"Machete\" Dorval rejected the council.", []string{"Rico \"Machete\" Dorval"}},
		{"general", "Gen. Abel Kone and Lt. Col. Sami Ould Dah signed for Mali.", []string{"Abel Kone", "Mali", "Sami Ould Dah"}},
		{"places that act", "Quebec said it would sue, while people in Alberta waited.", []string{"Quebec"}},
		{"shouting title", "IRAN AND OMAN RESUME TALKS\n\nIran said it would attend.", []string{"Iran", "Oman"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := actorsIn(t, c.text, "2025-06-02")
			got := shownActors(a)
			if c.want == nil { // a person out of office is found only by the title
				if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "Clinton") }) {
					t.Errorf("got %q, want a Clinton among them", got)
				}
				return
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// mentionOf is whom the first mention with these words means, "" for nobody.
func mentionOf(a *article, words string, nth int) string {
	for _, m := range a.mentions {
		if a.text[m.start:m.end] != words {
			continue
		}
		if nth--; nth >= 0 {
			continue
		}
		if m.actor < 0 {
			return ""
		}
		out := a.actors[m.actor].name
		for _, n := range m.more {
			out += " + " + a.actors[n].name
		}
		return out
	}
	return "no such mention"
}

func TestWhatTheTextComesBackTo(t *testing.T) {
	cases := []struct {
		name, text, words string
		nth               int
		want              string
	}{
		{"he", "Kenyan President Daudi Otieno arrived. He refused to sign.", "He", 0, "Daudi Otieno"},
		{"the president", "Kenyan President Daudi Otieno arrived with Foreign Minister Asha Juma. The president refused.", "The president", 0, "Daudi Otieno"},
		{"leader of a state", "Otto Lindqvist, prime minister of Sweden, arrived. The Swedish leader was hopeful.", "The Swedish leader", 0, "Otto Lindqvist"},
		{"officials again", "Two US officials told Reuters that a deal was near. The officials gave no date.", "The officials", 0, "United States"},
		{"they", "Two US officials told Reuters that a deal was near. They gave no date.", "They", 0, "United States"},
		{"the group", "Mali held talks with JNIM. The group wants an exchange of prisoners.", "The group", 0, "JNIM"},
		{"the rebels", "Mali held talks with JNIM. The rebels want an exchange of prisoners.", "The rebels", 0, "JNIM"},
		{"the bloc", "ECOWAS met on Niger. The bloc kept its sanctions.", "The bloc", 0, "ECOWAS"},
		{"two sides", "Armenia and Azerbaijan met again. The two sides agreed on a text.", "The two sides", 0, "Armenia + Azerbaijan"},
		{"both leaders", "Armenian Prime Minister Aram Sarafyan met Azerbaijani President Elchin Rzayev. Both leaders smiled.", "Both leaders", 0, "Aram Sarafyan + Elchin Rzayev"},
		{"the army", "Sudan's army refused a truce with the RSF. The army said it would fight on.", "The army", 0, "Sudan"},
		{"envoys of a person", "Trump's envoys met the Iranian side.", "Trump's envoys", 0, "Donald Trump"},
		{"spokesman for", "The United States waited. A spokesman for US President Donald Trump said so.", "A spokesman for US President Donald Trump", 0, "United States"},
		{"owner of a spokesman", "The Kachin Independence Army met the junta. Its spokesman, Naw Li Bu, said no.", "Naw Li Bu", 0, "Naw Li Bu"},
		{"it", "Serbia sent a note. It rejected recognition.", "It", 0, "Serbia"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := actorsIn(t, c.text, "2025-06-02")
			if got := mentionOf(a, c.words, c.nth); got != c.want {
				t.Errorf("%q means %q, want %q", c.words, got, c.want)
			}
		})
	}
}

func TestExpertsDoNotTakePart(t *testing.T) {
	a := actorsIn(t, "Iran said no. Lena Hofer, an analyst at a think tank, doubted it. Former diplomat Paul Renner agreed.", "2025-06-02")
	experts := 0
	for _, x := range a.actors {
		if x.kind == "person" && x.expert {
			experts++
		}
	}
	if experts != 2 {
		t.Errorf("%d experts, want 2: %q", experts, shownActors(a))
	}
}

func TestActorsOfTheCaseComeFirst(t *testing.T) {
	text := "The Blue Committee met Donald Trump and KNU leaders. The committee's Oskar agreed, the Karens said. Trump left."
	known := Known{Actors: []KnownActor{
		{ID: "case-1", Name: "Blue Committee", Kind: "organisation", Aliases: []string{"the committee"}},
		{ID: "case-2", Name: "President Trump", Kind: "person", Aliases: []string{"Donald Trump"}},
		{ID: "case-3", Name: "Karen National Union", Kind: "armed-group", Aliases: []string{"the Karens"}},
	}}
	a := &article{text: text}
	a.tokens, a.sentences = segment(text)
	findActors(a, known)
	got := map[string]string{}
	for _, x := range a.actors {
		got[x.id] = x.name
	}
	for _, k := range known.Actors {
		if got[k.ID] != k.Name {
			t.Errorf("actor %s is %q, want %q (found %v)", k.ID, got[k.ID], k.Name, got)
		}
	}
	for words, want := range map[string]string{"KNU leaders": "Karen National Union", "the Karens": "Karen National Union", "Trump": "President Trump"} {
		if m := mentionOf(a, words, 0); m != want {
			t.Errorf("%q means %q, want %q", words, m, want)
		}
	}
	plain := &article{text: text}
	plain.tokens, plain.sentences = segment(text)
	findActors(plain, Known{})
	for _, x := range plain.actors {
		if strings.HasPrefix(x.id, "case-") {
			t.Errorf("the gazetteer kept %q of another case", x.id)
		}
	}
}

func TestNamesThatAreWordsToo(t *testing.T) {
	for text, not := range map[string]string{
		"Let them talk, Oman said. They can go.":                          "Lashkar-e-Taiba",
		"The talks in Addis Ababa have stalled, Oman said.":               "Ethiopia",
		"Congress must act, said a shopkeeper, as Oman waited.":           "US Congress",
		"Gunmen shot at the convoy of Oman.":                              "Gunmen",
		"Oman said the rescue of climbers on the American Glacier is on.": "Glacier",
	} {
		if got := shownActors(actorsIn(t, text, "2025-06-02")); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, not) }) {
			t.Errorf("%q: found %q among %q", text, not, got)
		}
	}
}

func TestRebelsWithoutAName(t *testing.T) {
	got := shownActors(actorsIn(t, "Chad offered an amnesty. The rebels rejected it and the insurgents shelled a town.", "2025-06-02"))
	if want := []string{"Chad", "Rebels"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
