// Package recent keeps what was used lately, within a bound.
package recent

// Cache maps keys to values and forgets what was not asked for lately. It keeps
// two generations: when the young one is full it becomes the old one, and what
// is left of the old one goes. So it holds at most twice its bound, costs one
// look-up for a hit, and needs no list.
type Cache[K comparable, V any] struct {
	Bound      int // weight of a generation
	young, old map[K]entry[V]
	weight     int
}

type entry[V any] struct {
	value  V
	weight int
}

// Get is the value under k.
func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	if e, ok := c.young[k]; ok {
		return e.value, true
	}
	e, ok := c.old[k]
	if ok {
		c.put(k, e)
	}
	return e.value, ok
}

// Put keeps v under k; weight is its share of the bound.
func (c *Cache[K, V]) Put(k K, v V, weight int) { c.put(k, entry[V]{v, weight}) }

func (c *Cache[K, V]) put(k K, e entry[V]) {
	if c.weight+e.weight > c.Bound {
		c.old, c.young = c.young, c.old
		clear(c.young)
		c.weight = 0
	}
	if c.young == nil {
		c.young = make(map[K]entry[V])
	}
	c.weight += e.weight
	c.young[k] = e
}

// Clear forgets everything.
func (c *Cache[K, V]) Clear() { c.young, c.old, c.weight = nil, nil, 0 }
