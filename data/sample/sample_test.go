package sample

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"demarche/data"
	"demarche/data/store"
)

// The sample goes the real way, so this is a test of all that lies on it.
func TestBuild(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.demarche")
	if err := Build(context.Background(), path, time.Now); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(path, store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	c := st.Case()
	if c.Info.Title != Title || c.Documents.Len() != 3 {
		t.Errorf("%q with %d documents", c.Info.Title, c.Documents.Len())
	}
	for _, want := range []struct {
		actor  string
		stance data.Stance
	}{{"Ukraine", data.Demands}, {"Ukraine", data.Rejects}, {"Ukraine", data.Supports}, {"United States", data.Supports}, {"Russia", data.Rejects}} {
		if !holds(c, want.actor, want.stance) {
			t.Errorf("no position in which %s %s", want.actor, want.stance)
		}
	}
	talks := false
	for _, e := range c.Events.All() {
		talks = talks || e.Type == data.Consult && e.Date.String() == "2025-12-14/2025-12-15"
	}
	if !talks {
		t.Error("the talks in Berlin are missing")
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if r, err := store.Check(path); err != nil || !r.Sound() {
		t.Errorf("check: %v, %v", r.Faults, err)
	}
}

func holds(c *data.Case, actor string, stance data.Stance) bool {
	for _, p := range c.Positions.All() {
		if a, ok := c.Actors.Get(p.Holder()); ok && a.Name == actor && p.Stance == stance {
			return true
		}
	}
	return false
}
