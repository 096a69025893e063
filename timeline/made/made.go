// Package made makes cases of any size for tests and benchmarks: seeded, and
// skewed as real ones are, with bursts of events around rounds of talks, a few
// actors and issues that most is about, and long tails. No part of the program
// uses it.
package made

import (
	"fmt"
	"math"
	"math/rand/v2"

	"demarche/data"
	"demarche/data/edtf"
)

// Options says how large a case is.
type Options struct {
	Items  int // events and positions together
	Actors int // 0: 300
	Issues int // 0: 60
	Years  int // over which it runs, ending with 2025; 0: 8
	Seed   uint64
	Quoted bool // every item quotes a sentence of its document, as in a case that was imported
}

const day = 86400

type maker struct {
	Options
	r      *rand.Rand
	rounds []int64 // instants of rounds of talks
	from   int64
	to     int64
	seq    int
	texts  map[data.ID]*prose // of the documents, where items quote them
}

// Case makes a case. The same options make the same case.
func Case(o Options) *data.Case {
	c, _ := build(o)
	return c
}

func build(o Options) (*data.Case, *maker) {
	o.Actors, o.Issues, o.Years = or(o.Actors, 300), or(o.Issues, 60), or(o.Years, 8)
	m := &maker{Options: o, r: rand.New(rand.NewPCG(o.Seed, 7))}
	m.to = edtf.DaysFromCivil(2026, 1, 1) * day
	m.from = m.to - int64(o.Years)*365*day
	for range 3 * o.Years {
		m.rounds = append(m.rounds, m.from+m.r.Int64N(m.to-m.from))
	}
	c := &data.Case{Info: &data.Info{ID: data.InfoID, Title: "Made case"}}
	docs := []*data.Document{}
	for i := range max(o.Items/20, 1) {
		at := m.instant()
		docs = append(docs, &data.Document{ID: id("d", i), Title: fmt.Sprint("Report ", i+1), Published: date(at), Format: "txt"})
	}
	if o.Quoted {
		m.texts = newTexts(docs)
	}
	c.Documents = data.NewTable(docs)
	c.Actors = data.NewTable(m.actors())
	c.Issues = data.NewTable(m.issues())
	var events []*data.Event
	var positions []*data.Position
	for i := range o.Items {
		d := docs[m.r.IntN(len(docs))]
		from := m.passages(d.ID)
		if i%4 == 3 {
			positions = append(positions, m.position(i, from))
		} else {
			events = append(events, m.event(i, from))
		}
	}
	c.Events, c.Positions = data.NewTable(events), data.NewTable(positions)
	return c, m
}

// passages is what an item rests on: one sentence of a document.
func (m *maker) passages(doc data.ID) []data.Passage {
	if t := m.texts[doc]; t != nil {
		return []data.Passage{t.sentence(doc)}
	}
	return []data.Passage{{Document: doc, Start: 0, End: 6, Quote: "Report"}}
}

func or(v, other int) int {
	if v == 0 {
		return other
	}
	return v
}

func id(kind string, i int) data.ID { return data.ID(fmt.Sprintf("%s%08d", kind, i)) }

func date(t int64) edtf.Date { return edtf.OfInstant(t) }

// instant is a moment near a round of talks, or three times in ten any.
func (m *maker) instant() int64 {
	if m.r.IntN(10) < 3 {
		return m.from + m.r.Int64N(m.to-m.from)
	}
	round := m.rounds[m.skewed(len(m.rounds))]
	t := round + int64(m.r.NormFloat64()*12*day)
	return min(max(t, m.from), m.to-day)
}

// skewed picks one of n, the first ones most often (Zipf-like).
func (m *maker) skewed(n int) int {
	return min(int(math.Pow(float64(n+1), m.r.Float64())-1), n-1)
}

func (m *maker) actors() []*data.Actor {
	kinds := []data.ActorKind{data.State, data.IGO, data.Coalition, data.ArmedGroup, data.Organisation}
	all := make([]*data.Actor, m.Actors)
	for i := range all {
		a := &data.Actor{ID: id("a", i), Name: fmt.Sprintf("%s %d", syllables(i), i+1), Kind: kinds[i%len(kinds)]}
		if i >= 10 && i%3 != 0 {
			a.Kind = data.Person
			a.Memberships = []data.Membership{{Of: id("a", i%10), Role: "envoy"}}
		}
		all[i] = a
	}
	return all
}

func (m *maker) issues() []*data.Issue {
	all := make([]*data.Issue, m.Issues)
	for i := range all {
		all[i] = &data.Issue{ID: id("i", i), Name: fmt.Sprintf("Issue of %s", syllables(i+7))}
		if i >= 12 {
			all[i].Parent = id("i", i%12)
		}
	}
	return all
}

func (m *maker) event(i int, from []data.Passage) *data.Event {
	types := data.EventTypes()
	t := m.instant()
	e := &data.Event{
		ID: id("e", i), Title: m.words(3, 9), Type: types[m.skewed(len(types))], Status: data.Happened,
		Date: date(t), Passages: from, Actors: []data.ID{m.actor()}, Issues: []data.ID{m.issue()},
	}
	if m.r.IntN(3) == 0 {
		e.Actors = append(e.Actors, m.actor())
	}
	switch m.r.IntN(12) {
	case 0:
		e.Date = edtf.Between(date(t), date(t+int64(1+m.r.IntN(4))*day))
	case 1:
		e.Date.Start.Precision, e.Date.Start.Day, e.Date.Start.Qualifier = edtf.Month, 0, edtf.Approximate
	case 2:
		e.Status = data.Planned
	}
	return e
}

func (m *maker) position(i int, from []data.Passage) *data.Position {
	stances := data.Stances()
	t := m.instant()
	p := &data.Position{
		ID: id("p", i), Actor: m.actor(), Issue: m.issue(), Stance: stances[m.skewed(len(stances))],
		Proposal: m.words(3, 8), From: date(t), Passages: from,
		Attribution: data.Attribution{Relation: data.Relations()[m.skewed(len(data.Relations()))]},
	}
	if m.r.IntN(5) != 0 {
		p.Until = date(t + int64(1+m.r.ExpFloat64()*60)*day)
	}
	if m.r.IntN(8) == 0 {
		p.Firmness = data.RedLine
	}
	return p
}

func (m *maker) actor() data.ID { return id("a", m.skewed(m.Actors)) }
func (m *maker) issue() data.ID { return id("i", m.skewed(m.Issues)) }

func (m *maker) words(from, to int) string {
	s := ""
	for range from + m.r.IntN(to-from) {
		m.seq++
		s += " " + vocabulary[m.r.IntN(len(vocabulary))]
	}
	return s[1:]
}

var vocabulary = []string{
	"talks", "on", "the", "corridor", "delegation", "returns", "draft", "clause", "withdraws", "offers", "text",
	"monitors", "border", "prisoners", "exchange", "observers", "arrive", "harbour", "grain", "guarantee", "deadline",
	"rejects", "second", "round", "opens", "closes", "letter", "envoy", "meets", "minister", "in", "capital", "after",
}

func syllables(i int) string {
	first := []string{"Ar", "Bel", "Cor", "Dal", "Es", "Fen", "Gor", "Hal", "Is", "Jun", "Kar", "Lor", "Mir"}
	last := []string{"dania", "mark", "via", "land", "stan", "oria", "ay"}
	return first[i%len(first)] + last[i/len(first)%len(last)]
}
