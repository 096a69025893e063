package extract

import (
	"slices"
	"testing"
)

// What stands under a denial, a hope or another's "must" is not told as so.
func TestMoods(t *testing.T) {
	for _, x := range []struct {
		text string
		want []string
	}{
		// who tells it is no party to it
		{"According to [Doha], [Juba] rejected the plan.", []string{"Juba rejects"}},
		{"According to Mora, the foreign minister of [Doha], [Juba] rejected the plan.", []string{"Juba rejects"}},
		{"According to [Doha], [Juba] shelled a market on Monday.", []string{"ASSAULT happened 2024-05-13"}},
		{"According to officials, [Juba] and [Doha] met in [Oslo] on Monday.", []string{"CONSULT happened 2024-05-13"}},
		{"[Juba] backs the plan, saying [Doha] would lose.", []string{"Juba supports"}},
		{"[Juba] opposes the plan, telling reporters [Doha] would gain.", []string{"Juba rejects"}},

		// what another is to show, or is hoped to do
		{"[Juba] said [Doha] must prove it accepts the plan.", []string{"Juba demands"}},
		{"[Juba] hopes that [Doha] will agree to a truce.", nil},
		{"[Juba] expects [Doha] to accept the offer.", nil},
		{"[Juba] believes [Doha] will accept the offer.", nil},
		{"[Juba] is unlikely to accept the offer.", nil},
		{"It is unclear whether [Juba] will accept the offer.", nil},
		{"[Juba] is considering whether to accept the offer.", nil},
		{"[Juba] wants [Doha] to accept the offer.", []string{"Juba demands"}},

		// nobody
		{"Neither [Juba] nor [Doha] accepted the plan.", []string{"Doha rejects", "Juba rejects"}},
		{"Neither [Juba] nor [Doha] is willing to compromise.", []string{"Doha rejects", "Juba rejects"}},
		{"[Juba] neither accepted nor rejected the plan.", nil},
		{"[Juba] no longer supports the plan.", []string{"Juba rejects"}},
		{"[Juba] no longer demands the withdrawal of all troops.", nil},
		{"[Juba] said it has no intention of accepting the plan.", []string{"Juba rejects"}},
		{"[Juba] has shown no willingness to compromise.", []string{"Juba rejects"}},

		// reasons and conditions
		{"[Juba] said a referendum is out of the question since it would violate the constitution.", []string{"Juba rejects"}},
		{"[Juba] will not accept the deal without a guarantee for its ports.", []string{"Juba conditional"}},
		{"[Juba] insisted that [Doha] needed to allow a referendum.", []string{"Juba demands"}},

		// denied, undone
		{"[Juba] denied that it had shelled [Doha] on Monday.", []string{"ASSAULT denied 2024-05-13", "Juba rejects"}},
		{"It is not true that [Juba] accepted the offer.", nil},
		{"[Juba] pretended to accept the plan.", nil},
		{"[Juba] fell short of agreeing to inspections.", nil},
		{"[Juba] would have accepted the offer.", nil},
		{"[Juba] insisted it had not agreed to the plan.", []string{"Juba unclear"}},
		{"[Juba] called off a meeting with [Doha] on Monday.", []string{"Juba rejects", "REJECT happened 2024-05-13"}},
		{"[Juba] failed to sign the deal with [Doha] on Monday.", nil},
		{"[Juba] withdrew [its=Juba] support for the plan.", []string{"Juba rejects"}},
		{"[Juba] dropped [its=Juba] demand for the lifting of all sanctions.", []string{"CONCEDE happened -", "Juba supports"}},
		{"[Juba] proposed that [Doha] accept the militants.", []string{"Juba supports"}},
	} {
		got := found(marked(t, x.text, ""))
		if !slices.Equal(got, x.want) {
			t.Errorf("%s\n got %q\nwant %q", x.text, got, x.want)
		}
	}
}
