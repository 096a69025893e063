package data

import "testing"

func namesCase() *Case {
	return caseOf(
		&Actor{ID: "us", Name: "United States", Kind: State, Aliases: []string{"US", "Washington", "the Americans"}},
		&Actor{ID: "uk", Name: "United Kingdom", Kind: State, Aliases: []string{"Britain", "London"}},
		&Actor{ID: "z", Name: "Volodymyr Zelenskyy", Kind: Person, Aliases: []string{"Zelenskyy"}},
		&Actor{ID: "e", Name: "Recep Tayyip Erdoğan", Kind: Person, Aliases: []string{"Erdoğan", "the president"}},
		&Actor{ID: "m", Name: "Maria Ødegård", Kind: Person, Aliases: []string{"the president"}},
		&Actor{ID: "k", Name: "King", Kind: Person},
		&Actor{ID: "w", Name: "Washington", Kind: Person},
		&Issue{ID: "t", Name: "Territory"},
		&Issue{ID: "td", Name: "Donbas", Parent: "t", Aliases: []string{"Eastern regions"}},
		&Issue{ID: "g", Name: "Security guarantees"},
	)
}

func TestFindActor(t *testing.T) {
	c := namesCase()
	for name, want := range map[string]ID{
		"United States":        "us",
		"united states":        "us",
		"The United States":    "us",
		"U.S.":                 "us",
		"US":                   "us",
		"us":                   "us",
		"the  Americans":       "us",
		"Americans":            "us",
		"President Zelenskyy":  "z",
		"ZELENSKYY":            "z",
		"Mr. Zelenskyy":        "z",
		"Erdogan":              "e",
		"Maria Odegard":        "m",
		"Ms Maria-Ødegård":     "m",
		"King":                 "k",
		"Washington":           "w", // a name comes before an alias
		"Britain":              "uk",
		"the president":        "", // two have that alias
		"Kingdom":              "",
		"":                     "",
		"   ":                  "",
		"The":                  "",
		"Zelenskyy's adviser":  "",
		"President of Ukraine": "",
	} {
		got, ok := FindActor(c, name)
		if ok != (want != "") || ok && got.ID != want {
			t.Errorf("FindActor(%q) = %v, %v; want %q", name, got, ok, want)
		}
	}
}

func TestFindIssue(t *testing.T) {
	c := namesCase()
	for name, want := range map[string]ID{
		"Territory": "t", "territory: DONBAS": "td", "Donbas": "td", "the Donbas": "td", "eastern regions": "td",
		"Guarantees": "", "Territory: Crimea": "",
	} {
		got, ok := FindIssue(c, name)
		if ok != (want != "") || ok && got.ID != want {
			t.Errorf("FindIssue(%q) = %v, %v; want %q", name, got, ok, want)
		}
	}
	if got := IssuePath(c, "td"); got != "Territory: Donbas" {
		t.Errorf("path %q", got)
	}
	if got := IssuePath(c, "zz"); got != "" {
		t.Errorf("path of nothing %q", got)
	}
}

// A tree that loops, from a file that someone tampered with, must not hang.
func TestIssuePathEnds(t *testing.T) {
	c := caseOf(&Issue{ID: "a", Name: "A", Parent: "b"}, &Issue{ID: "b", Name: "B", Parent: "a"})
	if got := IssuePath(c, "a"); len(got) > 400 {
		t.Errorf("path of %d bytes", len(got))
	}
}

func TestComplete(t *testing.T) {
	c := namesCase()
	for _, x := range []struct {
		typed string
		n     int
		want  []ID
	}{
		{"uni", 5, []ID{"uk", "us"}},
		{"uni", 1, []ID{"uk"}},
		{"Wash", 5, []ID{"w", "us"}},
		{"zel", 5, []ID{"z"}},
		{"stat", 5, []ID{"us"}},
		{"erdogan", 5, []ID{"e"}},
		{"xyz", 5, []ID{}},
		{"king", 9, []ID{"k", "uk"}},
	} {
		same(t, x.typed, ids(CompleteActors(c, x.typed, x.n)), x.want)
	}
	if got := CompleteActors(c, "", 100); len(got) != c.Actors.Len() {
		t.Errorf("nothing typed offers %d of %d", len(got), c.Actors.Len())
	}
	same(t, "issue by path", ids(CompleteIssues(c, "territory", 5)), []ID{"t", "td"})
	same(t, "issue by word", ids(CompleteIssues(c, "guar", 5)), []ID{"g"})
}

func TestProperName(t *testing.T) {
	for s, want := range map[string]bool{
		"Zelenskyy": true, "United States": true, "Coalition of the Willing": true, "Ursula von der Leyen": true,
		"M23": true, "北京": true, "Ибрагим": true, "E3": true,
		"the president": false, "US officials": false, "He": false, "": false, "x": false, "envoys": false, "They": false,
	} {
		if got := properName(s); got != want {
			t.Errorf("properName(%q) = %v", s, got)
		}
	}
}

func TestSubject(t *testing.T) {
	for _, x := range []struct {
		a, b string
		same bool
	}{
		{"Ceding the Donbas", "cede Donbas", true},
		{"freeze the battle lines", "freezing battle line", true},
		{"ceding Donbas", "ceding Crimea", false},
		{"troops", "no troops", false},
	} {
		if got := subjectOf(x.a) == subjectOf(x.b); got != x.same {
			t.Errorf("%q (%q) and %q (%q): same %v", x.a, subjectOf(x.a), x.b, subjectOf(x.b), got)
		}
	}
}

func FuzzNames(f *testing.F) {
	c := namesCase()
	f.Add("The President, Dr. Zelenskyy")
	f.Fuzz(func(t *testing.T, s string) {
		FindActor(c, s)
		CompleteIssues(c, s, 3)
		properName(s)
		subjectOf(s)
		if twice := FoldName(FoldName(s)); twice != FoldName(s) {
			t.Errorf("FoldName(%q) = %q, then %q", s, FoldName(s), twice)
		}
	})
}
