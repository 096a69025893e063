package extract

import (
	"slices"
	"sort"
	"strings"
	"testing"

	"demarche/data/edtf"
)

// marked makes an article of a text in which brackets mark who is meant:
// "[Sudan]", "[he=Burhan]", "[Sudanese~Sudan]" for an adjective. "Burhan<Sudan"
// in of says for whom somebody speaks.
func marked(t *testing.T, text, of string) *reading {
	t.Helper()
	type mark struct {
		start, end int
		name       string
		kind       mentionKind
	}
	var b strings.Builder
	var marks []mark
	for len(text) > 0 {
		i := strings.IndexByte(text, '[')
		if i < 0 {
			b.WriteString(text)
			break
		}
		b.WriteString(text[:i])
		j := strings.IndexByte(text[i:], ']') + i
		inner := text[i+1 : j]
		m := mark{start: b.Len(), kind: byName}
		shown, name, found := strings.Cut(inner, "=")
		if found {
			m.name = name
			m.kind = byPronoun
			if strings.Contains(shown, " ") || len(shown) > 4 && shown != "their" {
				m.kind = byRole
			}
		} else if shown, name, found = strings.Cut(inner, "~"); found {
			m.name, m.kind = name, byAdjective
		} else {
			shown, m.name = inner, inner
		}
		b.WriteString(shown)
		m.end = b.Len()
		marks = append(marks, m)
		text = text[j+1:]
	}
	a := &article{text: b.String()}
	a.published = edtf.OfDay(2024, 5, 16) // a Thursday
	a.tokens, a.sentences = segment(a.text)
	findDates(a)
	index := map[string]int{}
	actorOf := func(name string) int {
		name = strings.TrimPrefix(name, "the ")
		if i, ok := index[name]; ok {
			return i
		}
		index[name] = len(a.actors)
		a.actors = append(a.actors, actor{id: name, name: name, kind: "state", of: -1})
		return index[name]
	}
	for _, m := range marks {
		n := mention{start: m.start, end: m.end, actor: actorOf(m.name), kind: m.kind, of: -1, first: -1}
		for i, tk := range a.tokens {
			if tk.start >= m.start && tk.end <= m.end {
				if n.first < 0 {
					n.first, n.sentence = i, tk.sentence
				}
				n.last = i + 1
			}
		}
		if n.first < 0 {
			t.Fatalf("mark %q fits no tokens", m.name)
		}
		a.mentions = append(a.mentions, n)
	}
	for _, pair := range strings.Fields(of) {
		who, whom, _ := strings.Cut(pair, "<")
		a.actors[actorOf(strings.ReplaceAll(who, "_", " "))].of = actorOf(strings.ReplaceAll(whom, "_", " "))
	}
	return read(a, nil)
}

// found lists positions as "actor stance" and events as "TYPE status date".
func found(r *reading) []string {
	var out []string
	for _, p := range r.settlePositions(r.findPositions()) {
		out = append(out, r.actors[p.actors[0]].name+" "+p.stance)
	}
	for _, e := range r.settleEvents(r.findEvents()) {
		d := "-"
		if v := r.dateValue(e.date); v != nil {
			d = *v
		}
		out = append(out, e.event+" "+e.status+" "+d)
	}
	sort.Strings(out)
	return out
}

var sentences = []struct {
	text string
	of   string
	want []string
}{
	// offers and acceptance
	{"[Juba] has offered to release eleven detainees.", "", []string{"Juba supports"}},
	{"The rebels' delegation left after [Bamako] agreed to withdraw its artillery from the northern towns.", "", []string{"Bamako supports"}},
	{"[Nordland] pledged on Monday to lift the fishing ban.", "", []string{"AGREE happened 2024-05-13", "Nordland supports"}},
	{"[Armenia] backs the border commission's draft map.", "", []string{"Armenia supports"}},
	{"[Oslo] is ready to host another round if both sides ask.", "", []string{"Oslo conditional"}},
	{"[Petro] said [his=Petro] government was willing to resume talks with the [ELN].", "", []string{"Petro supports"}},
	{"The [junta] voiced support for an ASEAN-brokered truce.", "", []string{"junta supports"}},
	{"[Doha] put forward a proposal for a six-week pause in fighting.", "", []string{"Doha supports"}},
	{"A [Kenyan~Kenya] proposal for a buffer zone is on the table.", "", []string{"Kenya supports"}},
	{"[Lula] endorsed the creditors' plan for debt relief.", "", []string{"Lula supports"}},
	{"“We accept the map,” [Lindqvist] told reporters.", "", []string{"Lindqvist supports"}},
	{"“We will reopen the crossing within days,” the [foreign minister=Haddad] said.", "", []string{"Haddad supports"}},
	{"The [union] accepted the pay offer in principle, but only if it is backdated.", "", []string{"union conditional"}},
	{"[Tbilisi] would consider joining the customs pact, provided its farmers are protected.", "", []string{"Tbilisi conditional"}},
	{"[Addis Ababa] reaffirmed its commitment to the peace accord.", "", []string{"Addis Ababa supports"}},
	// demands
	{"[Quito] called for an immediate ceasefire.", "", []string{"Quito demands"}},
	{"[Ankara] urged [Athens] to pull its troops back from the islands.", "", []string{"Ankara demands"}},
	{"The [Houthis] want the airport in Sanaa reopened before any truce.", "", []string{"Houthis demands"}},
	{"[Belgrade] insists that the municipalities must have their own courts.", "", []string{"Belgrade demands"}},
	{"[Hemedti] said the army must return to its barracks.", "", []string{"Hemedti demands"}},
	{"“The hostages must come home,” [Weiss] said.", "", []string{"Weiss demands"}},
	{"[Caracas]’s demand for the lifting of oil sanctions was on the agenda.", "", []string{"Caracas demands"}},
	{"[Beijing] pressed [Canberra] to drop the tariffs on barley.", "", []string{"Beijing demands"}},
	{"[Dhaka] is seeking guarantees that the refugees can return safely.", "", []string{"Dhaka demands"}},
	{"The [African Union] reiterated its call for unhindered humanitarian access.", "", []string{"African Union demands"}},
	{"[Rabat] asked the [Security Council] for an extension of the mission's mandate.", "", []string{"Rabat demands"}},
	{"The [miners] are pushing for a pay rise of eight per cent.", "", []string{"miners demands"}},
	{"“It is time for the government to release all political prisoners,” said [Tikhanovich].", "", []string{"Tikhanovich demands"}},
	// refusals
	{"[Baku] rejected the draft treaty.", "", []string{"Baku rejects"}},
	{"[Netland] has ruled out any talks on the status of the enclave.", "", []string{"Netland rejects"}},
	{"The [FARC] refused to hand over its weapons.", "", []string{"FARC rejects"}},
	{"[Pristina] will never accept partition, [Kurti] said.", "Kurti<Pristina", []string{"Pristina rejects"}},
	{"“We will not give up a single village,” the [governor=Omarov] said.", "", []string{"Omarov rejects"}},
	{"[Rabat] demands guarantees that last.", "", []string{"Rabat demands"}},
	{"[Hanoi] offers talks without conditions.", "", []string{"Hanoi supports"}},
	{"[Cairo] declined to comment.", "", []string{}},
	{"The offer was rejected by [Asmara] on 12 May.", "", []string{"Asmara rejects"}},
	{"[Delhi] dismissed the accusation as baseless.", "", []string{"Delhi rejects"}},
	{"[Warsaw]’s rejection of the quota plan angered [Brussels].", "", []string{"Warsaw rejects"}},
	{"[Tripoli] is opposed to foreign monitors.", "", []string{"Tripoli rejects"}},
	{"[Jakarta] is not ready to sign the trade deal.", "", []string{"Jakarta rejects"}},
	{"[Khartoum] has not accepted the invitation to the talks.", "", []string{"Khartoum unclear"}},
	{"The plan is unacceptable, [Aoun] said.", "", []string{"Aoun rejects"}},
	{"The [Taliban] turned down a request to reopen schools for girls.", "", []string{"Taliban rejects"}},
	{"[Manila] vetoed the resolution on Friday.", "", []string{"Manila rejects", "REJECT happened 2024-05-10"}},
	// conditions and threats
	{"[Moscow] will return to the grain deal only if its banks are reconnected.", "", []string{"Moscow conditional"}},
	{"[Hanoi] threatened to suspend the agreement unless the dredging stops.", "", []string{"Hanoi conditional"}},
	{"“If they stop shelling, we will stop,” [Saleh] said.", "", []string{"Saleh conditional"}},
	// events: meetings
	{"[Blinken] met [Wang] in Beijing on Friday.", "", []string{"CONSULT happened 2024-05-10"}},
	{"The two delegations will meet in Geneva on 3 June.", "", []string{"CONSULT planned 2024-06-03"}},
	{"[Ruto] spoke by phone with [Tshisekedi] on Sunday.", "", []string{"CONSULT happened 2024-05-12"}},
	{"Talks between [Guyana] and [Venezuela] collapsed in March 2024.", "", []string{"REJECT happened 2024-03"}},
	{"[Riyadh] hosted a second round of talks last week.", "", []string{"CONSULT happened 2024-05-06/2024-05-12"}},
	{"The [envoy=Grundberg] arrived in Muscat on Wednesday.", "", []string{"CONSULT happened 2024-05-15"}},
	{"During talks in Tashkent on Tuesday the [ministers=Uzbekistan] discussed water sharing.", "", []string{"CONSULT happened 2024-05-14"}},
	{"[Rutte] is due to visit [Ankara] next month.", "", []string{"CONSULT planned 2024-06"}},
	// events: agreements
	{"[Ethiopia] and the [TPLF] signed a peace agreement in Pretoria on 2 November 2022.", "", []string{"AGREE happened 2022-11-02"}},
	{"The truce took effect at midnight on Monday.", "", []string{"AGREE happened 2024-05-13"}},
	{"[Parliament] ratified the border treaty on Thursday.", "", []string{"AGREE happened 2024-05-16", "Parliament supports"}},
	{"The ceasefire is due to expire on 30 May.", "", []string{"RETREAT planned 2024-05-30"}},
	{"[Hamas] released two hostages on Saturday.", "", []string{"CONCEDE happened 2024-05-11"}},
	{"The government had signed the 2016 deal with the [FARC].", "", []string{"AGREE happened 2016"}},
	// events: force, sanctions, withdrawal
	{"[Israel] struck a convoy near Tyre on Tuesday, killing three people.", "", []string{"ASSAULT happened 2024-05-14"}},
	{"[M23] fighters captured the town of Rubaya on 30 April.", "", []string{"ASSAULT happened 2024-04-30"}},
	{"[France] completed its withdrawal from Niger in December 2023.", "", []string{"RETREAT happened 2023-12"}},
	{"The [EU] imposed sanctions on eleven officials on Monday.", "", []string{"EU supports", "SANCTION happened 2024-05-13"}},
	{"[Ottawa] expelled six diplomats last Friday.", "", []string{"REJECT happened 2024-05-10"}},
	{"[Pakistan] recalled its ambassador from Tehran in January.", "", []string{"REJECT happened 2024-01"}},
	{"[Seoul] suspended a military pact with the North on Tuesday.", "", []string{"REJECT happened 2024-05-14", "Seoul rejects"}},
	{"A drone attack on the refinery on 9 May killed two workers.", "", []string{"ASSAULT happened 2024-05-09"}},
	{"[Russia] invaded [Ukraine] in February 2022.", "", []string{"ASSAULT happened 2022-02"}},
	{"[Poland] deployed 2,000 soldiers along the border on Wednesday.", "", []string{"MOBILIZE happened 2024-05-15"}},
	{"[Senegal] will hold a presidential election in 2029.", "", []string{"SUPPORT planned 2029"}},
	// who says it, and of whom
	{"A spokesman said [Lusaka] had rejected the loan terms, while [Beijing] insisted on full repayment.", "", []string{"Beijing demands", "Lusaka rejects"}},
	{"[Sofia] voiced concern over the dam, strongly opposing any unilateral change of the river's course.", "", []string{"Sofia rejects"}},
	{"[Nouakchott] reiterated its opposition to the fishing quota.", "", []string{"Nouakchott rejects"}},
	{"[Dakar] demanded that [Banjul] agree to open the ferry crossing.", "", []string{"Dakar demands"}},
	{"[Lima] insisted that both sides had agreed on the border.", "", []string{}},
	{"[Praia] will not block the mission's mandate, the [premier=Tavares] said.", "Tavares<Praia", []string{"Praia supports"}},
	{"[Suva] refused to rule out sanctions.", "", []string{"Suva unclear"}},
	{"Talks cannot resume unless the blockade is lifted, [Maseru] said.", "", []string{"Maseru conditional"}},
	{"The guarantees would not stay on the table for ever, two [officials=Utopia] said.", "", []string{"Utopia conditional"}},
	{"[Nauru] is simply not ready to accept the draft.", "", []string{"Nauru rejects"}},
	{"[Apia] agreed in principle to a truce but wants guarantees.", "", []string{"Apia conditional", "Apia demands"}},
	{"[Vienna] asked [Rome] to open the pass and [Rome] turned the request down.", "", []string{"Rome rejects", "Vienna demands"}},
	{"In the plan floated by [Oslo], the islands would be shared, as demanded by [Torshavn].", "", []string{"Oslo supports", "Torshavn demands"}},
	{"[Tunis] sent a team to [Algiers] to help mediate, but denied it was in direct talks.", "", []string{"CONSULT happened -", "Tunis rejects"}},
	// what is told, and when
	{"[Malé] signed the accord on 2 May after [Colombo] dropped its claim in April.", "", []string{"AGREE happened 2024-05-02"}},
	{"The peace process, which [Doha] mediates, started in March 2023.", "", []string{"CONSULT happened 2023-03"}},
	{"A previous attempt to bring the factions together failed.", "", []string{}},
	{"The tariffs took effect on Wednesday.", "", []string{"SANCTION happened 2024-05-15"}},
	{"[Astana] halted its offensive on Sunday.", "", []string{"RETREAT happened 2024-05-12"}},
	{"[Ottawa] said its patrols would leave the strait by 1 June.", "", []string{}},
	{"The [Freedom Party] won the November 2020 election.", "", []string{"SUPPORT happened 2020-11"}},
	{"A final text was released on Monday.", "", []string{}},
	{"[Hanoi] and [Manila] spoke for two hours on Tuesday.", "", []string{"CONSULT happened 2024-05-14"}},
	// nothing at all
	{"The war has displaced millions of people.", "", []string{}},
	{"[Lavrov] said the talks were productive.", "", []string{}},
	{"Fishing is the mainstay of the island's economy.", "", []string{}},
	{"[Kigali] denies backing the rebels.", "", []string{"Kigali rejects"}},
	{"Could [Tehran] agree to inspections?", "", []string{}},
	{"Analysts say [Riyadh] may seek a defence pact.", "", []string{}},
	{"It is unclear whether [Kabul] will attend the conference.", "", []string{}},
	{"The conflict began in 2011 after protests were put down.", "", []string{"ASSAULT happened 2011"}},
	{"[Maduro] described the vote as a success.", "", []string{}},
	// more ways of taking a stance, and of taking none
	{"[Oslo] continues to demand the whole of the northern shelf.", "", []string{"Oslo demands"}},
	{"[Lima]'s first plan had demanded that [Quito] leave the valley.", "", []string{"Lima demands"}},
	{"[Lima] would cede the strip, as [Quito] demands.", "", []string{"Quito demands"}},
	{"[Riga] had not moved on its demands for the harbour.", "", []string{"Riga demands"}},
	{"[Tunis] urged the rebels to lay down their arms and called for a truce.", "", []string{"Tunis demands", "Tunis demands"}},
	{"[Accra] failed to persuade [Lome] to reopen the border.", "", []string{"Accra demands"}},
	{"[Oslo] is adamant that the quota must be cut.", "", []string{"Oslo demands"}},
	{"[Bern] said it was not going to accept the draft.", "", []string{"Bern rejects"}},
	{"[Diaz] said: “If we want a truce then we have to talk to every faction.”", "", []string{"Diaz demands"}},
	{"[Oslo] welcomed progress in the talks.", "", []string{}},
	{"The rebels, backed by [Lima], seized the town on 3 May.", "", []string{"ASSAULT happened 2024-05-03"}},
	{"[Quito] accused [Lima] of supporting the smugglers.", "", []string{}},
	{"[Oslo] shrugged off the ultimatum.", "", []string{"Oslo rejects"}},
	{"The talks are part of an effort by [Oslo] to end the blockade.", "", []string{"Oslo supports"}},
	{"[Lima] rejected the allegation that it seeks the partition of the island.", "", []string{"Lima rejects"}},
	{"Ministers spoke of the next round of talks to take place in Geneva.", "", []string{"CONSULT planned -"}},
	{"The [minister=Diaz] thanked the mediators and wished them well.", "", []string{}},
}

func TestStatements(t *testing.T) {
	good := 0
	for _, c := range sentences {
		r := marked(t, c.text, c.of)
		got := found(r)
		want := slices.Clone(c.want)
		sort.Strings(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", r.text, got, want)
			continue
		}
		good++
	}
	t.Logf("%d of %d", good, len(sentences))
}
