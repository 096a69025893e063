package timeline

import (
	"demarche/data"
	"demarche/timeline/scene"
)

// selectedIn is the glyph of a row that stands for the selected item, alone or
// with others; -1 where none does.
func (d *pen) selectedIn(r *row) int {
	if (d.Selected == data.Ref{}) {
		return -1
	}
	for i := range d.scratch.row {
		g := &d.scratch.row[i]
		if g.n == 1 {
			if it, _, _ := d.Plot.label(g, r); it.ref == d.Selected {
				return i
			}
		} else if d.folds(r.marks[g.first:g.first+g.n], d.Selected) {
			return i
		}
	}
	return -1
}

// sureLabel is the label of the selected item where its row has no room for it:
// it stands over the other marks, and the labels that it meets go.
type sureLabel struct {
	it     *item
	of     int32
	x0, x1 float32
}

// makeSure gives the selected item its label, once the glyphs of the row have
// theirs; ok is false where it has one.
func (d *pen) makeSure(r *row) (l sureLabel, ok bool) {
	at := d.selectedIn(r)
	if at < 0 {
		return l, false
	}
	gs := d.scratch.row
	g := &gs[at]
	w := float32(0)
	for one := (glyph{first: g.first, n: 1}); one.first < g.first+g.n; one.first++ {
		it, m, _ := d.Plot.label(&one, r)
		if it.ref == d.Selected {
			l.it, l.of, w = it, m.item+1, min(it.fullW(), 1.5*d.labelLimit())
			break
		}
	}
	cut := g.label == atLeft && g.l0 < d.left || g.label == atRight && g.l1 > d.W || g.label != inside && g.l1-g.l0 < w-1
	if l.it == nil || g.n == 1 && g.label != noLabel && !cut || g.b1 < d.left || g.b0 > d.W {
		return l, false
	}
	was := *g
	g.label = noLabel
	right, left := d.W-4-g.b1-labelPad, g.b0-labelPad-d.left-4
	switch {
	case max(right, left) < min(w, minBarText): // a bar as wide as the window: over it
		l.x0 = max(g.b0, d.left) + barPad
		l.x1 = min(l.x0+w, d.W-4)
	case right >= w || right >= left:
		l.x0 = g.b1 + labelPad
		l.x1 = l.x0 + min(w, right)
	default:
		l.x1 = g.b0 - labelPad
		l.x0 = l.x1 - min(w, left)
	}
	if l.x1-l.x0 <= 12 {
		*g = was
		return l, false
	}
	for i := range gs {
		if o := &gs[i]; (o.label == atLeft || o.label == atRight) && o.l1 > l.x0-gapPad && o.l0 < l.x1+gapPad {
			o.label = noLabel
		}
	}
	return l, true
}

// sure draws the label of the selected item on a ground of its own.
func (d *pen) sure(l sureLabel, y float32) {
	d.now = l.of
	d.s.Add(scene.Item{
		Op: scene.OpRect, Of: d.now, X0: l.x0 - 4, X1: l.x1 + 4, Y0: y - barHeight/2 + 1, Y1: y + barHeight/2 - 1, Radius: 4,
		Fill: d.theme.Lane, Stroke: d.theme.Selection, Width: 1.5,
	})
	d.label(l.it, l.x0, y, l.x1, d.shade(l.it, d.theme.Text))
}
