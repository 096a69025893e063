package data

import "slices"

// Lanes says how the lanes of a timeline are arranged, by their keys. Keys that
// a case no longer has are passed over. It is not changed in place: the methods
// return a new one.
type Lanes struct {
	Order  []string `json:"order,omitempty"`  // from the top; the others follow in their own order
	Hidden []string `json:"hidden,omitempty"` // not shown, with what lies under them
	Folded []string `json:"folded,omitempty"` // what lies under them is drawn in them
}

// IsZero reports whether the lanes are as they are by themselves.
func (l Lanes) IsZero() bool { return len(l.Order)+len(l.Hidden)+len(l.Folded) == 0 }

// Equal reports whether both arrange lanes in the same way.
func (l Lanes) Equal(m Lanes) bool {
	return slices.Equal(l.Order, m.Order) && sameKeys(l.Hidden, m.Hidden) && sameKeys(l.Folded, m.Folded)
}

func sameKeys(a, b []string) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(k string) bool { return !slices.Contains(b, k) })
}

// WithHidden hides lanes or shows them.
func (l Lanes) WithHidden(hide bool, keys ...string) Lanes {
	l.Hidden = withKeys(l.Hidden, hide, keys)
	return l
}

// WithFolded folds lanes or unfolds them.
func (l Lanes) WithFolded(fold bool, keys ...string) Lanes {
	l.Folded = withKeys(l.Folded, fold, keys)
	return l
}

func withKeys(all []string, in bool, keys []string) []string {
	next := slices.DeleteFunc(slices.Clone(all), func(k string) bool { return slices.Contains(keys, k) })
	if in {
		next = append(next, keys...)
	}
	return next
}
