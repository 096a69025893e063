package data

import (
	"encoding/json"
	"testing"
)

func TestLanesAreNotChangedInPlace(t *testing.T) {
	var none Lanes
	one := none.WithHidden(true, "a", "").WithFolded(true, "b")
	two := one.WithHidden(false, "a").WithHidden(true, "c", "")
	if !none.IsZero() || len(one.Hidden) != 2 || one.Hidden[0] != "a" || len(two.Hidden) != 2 {
		t.Errorf("%v, %v, %v", none, one, two)
	}
	if !two.Equal(Lanes{Hidden: []string{"", "c"}, Folded: []string{"b"}}) || two.Equal(one) {
		t.Errorf("%v is compared by more than what it hides and folds", two)
	}
	if (Lanes{Order: []string{"a", "b"}}).Equal(Lanes{Order: []string{"b", "a"}}) {
		t.Error("the order does not count")
	}
	if !one.WithHidden(false, "a", "").WithFolded(false, "b").IsZero() {
		t.Error("showing and unfolding all leaves something")
	}
}

func TestLanesAsJSON(t *testing.T) {
	was := Lanes{Order: []string{"i2", ""}, Hidden: []string{""}, Folded: []string{"i1"}}
	b, err := json.Marshal(was)
	if err != nil {
		t.Fatal(err)
	}
	var is Lanes
	if err := json.Unmarshal(b, &is); err != nil || !is.Equal(was) {
		t.Errorf("%s became %v, %v", b, is, err)
	}
}
