package data

import (
	"fmt"
	"testing"

	"demarche/data/edtf"
)

func largeCase(n int) *Case {
	var all []Record
	for i := range 300 {
		all = append(all, &Actor{ID: ID(fmt.Sprintf("a%03d", i)), Name: fmt.Sprint("Actor ", i), Kind: State})
	}
	for i := range 60 {
		all = append(all, &Issue{ID: ID(fmt.Sprintf("i%02d", i)), Name: fmt.Sprint("Issue ", i)})
	}
	for i := range n {
		actor, issue := ID(fmt.Sprintf("a%03d", i*7%300)), ID(fmt.Sprintf("i%02d", i*11%60))
		day := edtf.OfInstant(int64(i*7919%n) * 5000)
		if i%2 == 0 {
			all = append(all, &Event{ID: ID(fmt.Sprintf("e%06d", i)), Title: "Talks", Date: day, Actors: []ID{actor, "a001"}, Issues: []ID{issue}})
		} else {
			all = append(all, &Position{ID: ID(fmt.Sprintf("p%06d", i)), Actor: actor, Issue: issue, Stance: Demands,
				Proposal: fmt.Sprint("share the water of river ", i%9), From: day})
		}
	}
	return caseOf(all...)
}

func BenchmarkNewIndex100k(b *testing.B) {
	c := largeCase(100_000)
	for b.Loop() {
		NewIndex(c)
	}
}

func BenchmarkChains100k(b *testing.B) {
	c := largeCase(100_000)
	dated := inTime(c.Positions.All(), (*Position).held)
	for b.Loop() {
		newChains(dated)
	}
}

func BenchmarkStanding100k(b *testing.B) {
	c := largeCase(100_000)
	x := NewIndex(c)
	x.allChains()
	for b.Loop() {
		x.Standing("a007", 100_000*2500)
	}
}

func BenchmarkFindActor(b *testing.B) {
	c := largeCase(10)
	for b.Loop() {
		FindActor(c, "the Actor 250")
	}
}

// BenchmarkIndexWith100k is the index after one record changed.
func BenchmarkIndexWith100k(b *testing.B) {
	c := largeCase(100_000)
	x := NewIndex(c)
	x.allChains()
	changed := *c.Positions.All()[777]
	changed.Proposal = "share the water of all rivers"
	next := c.With(Change{Put: []Record{&changed}})
	for b.Loop() {
		x.With(next)
	}
}
