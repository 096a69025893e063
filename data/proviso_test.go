package data_test

import (
	"testing"

	"demarche/data"
)

func TestProviso(t *testing.T) {
	for _, c := range []struct{ proposal, condition, want string }{
		{"send troops", "Only after a ceasefire", "only after a ceasefire"},
		{"send troops", "UN mandate", "UN mandate"},
		{"send troops only after a ceasefire", "Only after a ceasefire", ""},
		{"send troops", "", ""},
		{"send troops", "É", "é"},
	} {
		if got := (&data.Position{Proposal: c.proposal, Condition: c.condition}).Proviso(); got != c.want {
			t.Errorf("%q with %q: %q, not %q", c.proposal, c.condition, got, c.want)
		}
	}
}
