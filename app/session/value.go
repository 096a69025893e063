package session

import "slices"

// Value is something that several screens show and may set.
type Value[T any] struct {
	v         T
	sets      int // how often it was set: a listener may set it again
	same      func(a, b T) bool
	listeners []*listener[T]
}

type listener[T any] struct {
	f       func(T)
	stopped bool
}

// NewValue makes a value that starts as v; setting it to what is the same tells
// nobody.
func NewValue[T any](v T, same func(a, b T) bool) *Value[T] {
	return &Value[T]{v: v, same: same}
}

// Get is the value.
func (v *Value[T]) Get() T { return v.v }

// Set changes the value and tells the listeners. Where one of them sets it
// again, everyone is told the newer value and nobody the older one after it.
func (v *Value[T]) Set(x T) {
	if v.same(v.v, x) {
		return
	}
	v.v = x
	v.sets++
	round := v.sets
	for _, l := range v.listeners {
		if !l.stopped {
			l.f(x)
		}
		if v.sets != round {
			return
		}
	}
}

// Listen calls f after every change, until stop is called.
func (v *Value[T]) Listen(f func(T)) (stop func()) {
	l := &listener[T]{f: f}
	v.listeners = append(v.listeners, l)
	return func() {
		l.stopped = true
		v.listeners = slices.DeleteFunc(slices.Clone(v.listeners), func(x *listener[T]) bool { return x == l })
	}
}
