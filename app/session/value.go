package session

import "slices"

// Value is something that several screens show and may set.
type Value[T any] struct {
	v         T
	same      func(a, b T) bool
	listeners []*listener[T]
}

type listener[T any] struct{ f func(T) }

// NewValue makes a value that starts as v; setting it to what is the same tells
// nobody.
func NewValue[T any](v T, same func(a, b T) bool) *Value[T] {
	return &Value[T]{v: v, same: same}
}

// Get is the value.
func (v *Value[T]) Get() T { return v.v }

// Set changes the value and tells the listeners.
func (v *Value[T]) Set(x T) {
	if v.same(v.v, x) {
		return
	}
	v.v = x
	for _, l := range v.listeners {
		l.f(x)
	}
}

// Listen calls f after every change, until stop is called.
func (v *Value[T]) Listen(f func(T)) (stop func()) {
	l := &listener[T]{f}
	v.listeners = append(v.listeners, l)
	return func() {
		v.listeners = slices.DeleteFunc(slices.Clone(v.listeners), func(x *listener[T]) bool { return x == l })
	}
}
