package session

import (
	"fmt"
	"slices"
	"testing"

	"demarche/data"
)

func number(v int) *Value[int] { return NewValue(v, func(a, b int) bool { return a == b }) }

func TestValueTellsOfChangesOnly(t *testing.T) {
	v := number(1)
	var got []int
	stop := v.Listen(func(x int) { got = append(got, x) })
	for _, x := range []int{1, 2, 2, 3} {
		v.Set(x)
	}
	stop()
	v.Set(4)
	if !slices.Equal(got, []int{2, 3}) || v.Get() != 4 {
		t.Errorf("told %v, is %d", got, v.Get())
	}
}

func TestValueSetByAListener(t *testing.T) {
	v := number(0)
	var got []int
	v.Listen(func(x int) { v.Set(min(x, 10)) }) // keeps it in bounds
	v.Listen(func(x int) { got = append(got, x) })
	v.Set(50)
	if !slices.Equal(got, []int{10}) || v.Get() != 10 {
		t.Errorf("told %v, is %d: the newest value comes last and once", got, v.Get())
	}
}

func TestListenerStoppedByAnother(t *testing.T) {
	v := number(0)
	told := false
	var stop func()
	v.Listen(func(int) { stop() })
	stop = v.Listen(func(int) { told = true })
	v.Set(1)
	if told {
		t.Error("a listener was told after it was stopped")
	}
}

func TestFilterIsNotChangedInPlace(t *testing.T) {
	var none Filter
	one := none.WithActors(true, "a", "b").WithIssues(true, "i").WithStance(data.Rejects, true)
	two := one.WithActors(false, "a")
	if !none.IsZero() || !one.Actors["a"] || two.Actors["a"] || !two.Actors["b"] {
		t.Errorf("filters share what they hide: %v", []Filter{none, one, two})
	}
	back := two.WithActors(false, "b").WithIssues(false, "i").WithStance(data.Rejects, false)
	if !back.IsZero() || !back.Equal(none) {
		t.Errorf("showing everything again leaves %v", fmt.Sprint(back))
	}
	if one.Equal(two) || !one.Equal(none.WithIssues(true, "i").WithStance(data.Rejects, true).WithActors(true, "b", "a")) {
		t.Error("filters are compared by what they hide")
	}
}
