package timeline

// placeLabels puts labels beside the glyphs of a row. First every glyph claims the
// side that packing gave it, where the gap has room; of two that want the same
// gap it goes to what was held for longer, else to the glyph before. Then what has none looks at its other
// side, and what the window's edge would cut changes sides. Room that a
// neighbour may still want is left to it, so that no label depends on more than
// its two neighbours, and none appears or goes while panning but for the edges.
func (p *Plot) placeLabels(gs []glyph, f *frame, r *row) {
	for i := range gs {
		p.claim(gs, i, f, r)
	}
	for i := range gs {
		p.claimLeft(gs, i, r)
	}
	for i := range gs {
		switch {
		case gs[i].n > 1 || gs[i].label == inside:
		case gs[i].b1 < f.left || gs[i].b0 > f.W:
			gs[i].label = noLabel // of a mark that does not show
		case gs[i].label == noLabel:
			p.otherSide(gs, i, f, r)
		default:
			p.keepInView(gs, i, f, r)
		}
	}
	for i := range gs {
		p.stretch(gs, i, f, r)
	}
}

// stretch gives a label that is cut short what room there is left.
func (p *Plot) stretch(gs []glyph, i int, f *frame, r *row) {
	g := &gs[i]
	if g.n > 1 || g.label != atLeft && g.label != atRight {
		return
	}
	full := p.at(r.marks[g.first].item).fullW()
	if full <= g.l1-g.l0 {
		return
	}
	if g.label == atRight {
		g.l1 = max(g.l1, g.l0+min(full, rightRoom(gs, i)-labelPad, f.W-4-g.l0))
	} else {
		g.l0 = min(g.l0, g.l1-min(full, leftRoom(gs, i)-labelPad, g.l1-f.left-4))
	}
}

func (p *Plot) label(g *glyph, r *row) (it *item, m mark, w float32) {
	m = r.marks[g.first]
	it = p.at(m.item)
	return it, m, it.labelW()
}

// claim gives a glyph its label inside, or at its right where that is its side.
func (p *Plot) claim(gs []glyph, i int, f *frame, r *row) {
	g := &gs[i]
	if g.n > 1 {
		return
	}
	it, m, w := p.label(g, r)
	if boxed(it, r) {
		need, visible := w+2*barPad+glyphW, min(g.x1, f.W)-max(g.t0, f.left)
		long := g.x1-g.t0 >= need
		if visible >= need || visible >= f.W-f.left-1 || long && g.t0 < f.left {
			g.label = inside
		}
		if long {
			return // at its right there is no label, also while the window cuts the bar
		}
	}
	if room := rightRoom(gs, i); !m.left && room >= w+labelPad && !p.givesWay(gs, i, room-w-labelPad, r) {
		g.right(w)
	}
}

// givesWay reports whether the next glyph wants its label in the room between
// the two, has not enough of it beside the label of this one, and was held for
// longer.
func (p *Plot) givesWay(gs []glyph, i int, rest float32, r *row) bool {
	if i+1 == len(gs) || gs[i+1].n > 1 {
		return false
	}
	next := &gs[i+1]
	other, m, w := p.label(next, r)
	if !m.left || rest >= w+labelPad || boxed(other, r) && next.x1-next.t0 >= w+2*barPad+glyphW {
		return false
	}
	it, _, _ := p.label(&gs[i], r)
	return other.end-other.start > it.end-it.start && leftRoom(gs, i+1) >= w+labelPad
}

// boxed reports whether an item is a box that may hold its label.
func boxed(it *item, r *row) bool { return !r.dense && (it.bar() || it.is(interval)) }

func (p *Plot) claimLeft(gs []glyph, i int, r *row) {
	g := &gs[i]
	if g.n > 1 || g.label != noLabel {
		return
	}
	if _, m, w := p.label(g, r); m.left && leftRoom(gs, i) >= w+labelPad {
		g.leftSide(w)
	}
}

// otherSide finds room for a label that its own side has none for: at the right
// or the left where the window shows it, cut short inside its box, else where
// there is room at all, cut short if need be.
func (p *Plot) otherSide(gs []glyph, i int, f *frame, r *row) {
	g := &gs[i]
	it, _, w := p.label(g, r)
	right := rightRoom(gs, i) - labelPad
	left := leftRoom(gs, i) - labelPad
	if i > 0 && gs[i-1].n == 1 && gs[i-1].label == noLabel {
		_, _, before := p.label(&gs[i-1], r)
		left -= before + labelPad + gapPad
	}
	switch {
	case right >= w && g.b1+labelPad+w <= f.W:
		g.right(w)
	case left >= w && g.b0-labelPad-w >= f.left:
		g.leftSide(w)
	case boxed(it, r) && min(g.x1, f.W)-max(g.t0, f.left) >= minBarText+2*barPad+glyphW:
		g.label = inside
	case right >= w:
		g.right(w)
	case right >= minBarText:
		g.right(right)
	}
}

// keepInView moves a label that the window cuts into its box or to the other
// side of its mark. One that begins out of view and has no other place goes.
func (p *Plot) keepInView(gs []glyph, i int, f *frame, r *row) {
	g := &gs[i]
	it, _, w := p.label(g, r)
	cut := g.label == atRight && g.l1 > f.W || g.label == atLeft && g.l0 < f.left
	if cut && boxed(it, r) && min(g.x1, f.W)-max(g.t0, f.left) >= 2*minBarText+2*barPad+glyphW {
		g.label = inside
		return
	}
	if !cut {
		return
	}
	was := *g
	g.label = noLabel
	switch {
	case was.label == atRight:
		if g.b0-labelPad-w <= f.left || leftRoom(gs, i) < w+labelPad {
			*g = was
			return
		}
		g.leftSide(w)
	default:
		if room := rightRoom(gs, i) - labelPad; room >= min(w, minBarText) {
			g.right(min(w, room))
		}
	}
}

func (g *glyph) right(w float32) {
	g.label, g.l0, g.l1 = atRight, g.b1+labelPad, g.b1+labelPad+w
}

func (g *glyph) leftSide(w float32) {
	g.label, g.l0, g.l1 = atLeft, g.b0-labelPad-w, g.b0-labelPad
}

// rightRoom is the free space from a glyph's body to the next glyph or its label.
func rightRoom(gs []glyph, i int) float32 {
	if i > 0 && gs[i-1].x1 > gs[i].b1 {
		return 0 // a fold reaches beyond this mark
	}
	if i+1 == len(gs) {
		return farPixels
	}
	next := &gs[i+1]
	end := next.x0
	if next.label == atLeft {
		end = min(end, next.l0)
	}
	return end - gs[i].b1 - gapPad
}

// leftRoom is the free space from the glyph or label before to a glyph's body.
func leftRoom(gs []glyph, i int) float32 {
	if i+1 < len(gs) && gs[i+1].x0 < gs[i].b0 {
		return 0
	}
	if i == 0 {
		return farPixels
	}
	before := &gs[i-1]
	end := before.x1
	if before.label == atRight {
		end = max(end, before.l1)
	}
	return gs[i].b0 - end - gapPad
}
