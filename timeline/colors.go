package timeline

import (
	"image/color"

	"demarche/data"
)

// Parents maps each actor to the one that it belongs to, where it does: the
// first of its memberships that the case knows.
func Parents(c *data.Case) map[data.ID]data.ID {
	out := make(map[data.ID]data.ID)
	for _, a := range c.Actors.All() {
		for _, m := range a.Memberships {
			if _, ok := c.Actors.Get(m.Of); ok && m.Of != a.ID {
				out[a.ID] = m.Of
				break
			}
		}
	}
	return out
}

// root is the topmost of what id belongs to; an actor in a circle is its own.
func root(id data.ID, parent map[data.ID]data.ID) data.ID {
	at := id
	for range maxDepth {
		up, ok := parent[at]
		if !ok {
			return at
		}
		at = up
	}
	return id
}

// ActorColors is the colour of every actor of a case: its own, or one of the
// palette; who belongs to another has a lighter shade of the other's colour.
func ActorColors(c *data.Case, t *Theme) map[data.ID]color.NRGBA {
	parent := Parents(c)
	out := make(map[data.ID]color.NRGBA, c.Actors.Len())
	n := 0
	for _, a := range c.Actors.All() {
		own, ok := ParseColor(a.Color)
		top := root(a.ID, parent) == a.ID
		switch {
		case ok:
			out[a.ID] = own
		case top:
			out[a.ID] = t.ActorColor(n)
		}
		if top {
			n++
		}
	}
	for _, a := range c.Actors.All() {
		if _, ok := out[a.ID]; !ok {
			out[a.ID] = mix(out[root(a.ID, parent)], 0.35)
		}
	}
	return out
}

// colorOf is the colour of the marks of an actor: that of the state or
// organisation that the actor belongs to, unless it has one of its own.
func (b *builder) colorOf(id data.ID) color.NRGBA {
	if a := b.sieve.actors[id]; a != nil {
		if own, ok := ParseColor(a.Color); ok {
			return own
		}
	}
	if c, ok := b.colors[root(id, b.sieve.stateOf)]; ok {
		return c
	}
	return b.p.theme.Muted
}
