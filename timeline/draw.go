package timeline

import (
	"image/color"
	"slices"
	"strconv"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
)

// scratch is what a frame needs and the next one uses again.
type scratch struct {
	row     []glyph
	axis    scale.Axis
	over    scale.Axis // of the overview
	years   string     // the years of the overview, for yearsAt
	yearsAt [2]int
	counts  map[int32]string
	asOf    string // text of the pill for asOfAt
	asOfAt  edtf.Date
}

// pen draws one frame.
type pen struct {
	*Plot
	*scratch
	frame
	s     *scene.Scene
	style scale.Style
	now   int32 // what Of says of what is being drawn: the item's number and one more
}

const (
	dimmed   = 0.32 // opacity of what was not known on the as-of date
	asOfGrip = 26
)

// Draw sets s to the picture of the view: axis, lanes, marks and the as-of
// line. A scene that is used again is filled without allocating.
func (p *Plot) Draw(s *scene.Scene, v View) {
	sc := p.scratch.Get().(*scratch)
	defer p.scratch.Put(sc)
	d := pen{Plot: p, scratch: sc, frame: p.frame(v), s: s}
	d.style = scale.Style{Names: p.opt.Names, Inner: p.inner, Outer: p.outer, Weeks: v.Weeks, Quarters: v.Quarters, Zone: p.zone}
	s.Reset(v.W, v.H, p.theme.Background)
	sc.axis.Layout(d.scale, d.style)
	d.clip(0, AxisHeight, v.W, v.H)
	d.bands()
	d.grid()
	d.clip(d.left, AxisHeight, v.W, v.H)
	d.lanesInView()
	d.curves()
	d.asOfLine()
	d.unclip()
	d.headers()
	d.unclip()
	d.axisRow()
}

func (d *pen) clip(x0, y0, x1, y1 float32) {
	d.s.Add(scene.Item{Op: scene.OpClip, X0: x0, Y0: y0, X1: x1, Y1: y1})
}

func (d *pen) unclip() { d.s.Add(scene.Item{Op: scene.OpUnclip}) }

func (d *pen) rect(x0, y0, x1, y1 float32, fill color.NRGBA) {
	d.s.Add(scene.Item{Op: scene.OpRect, X0: x0, Y0: y0, X1: x1, Y1: y1, Fill: fill})
}

// vline draws an upright line, which painters keep crisp.
func (d *pen) vline(x, y0, y1 float32, c color.NRGBA) {
	d.s.Add(scene.Item{Op: scene.OpLine, X0: x + 0.5, X1: x + 0.5, Y0: y0, Y1: y1, Stroke: c, Width: 1})
}

// text draws s from x on, its baseline at y, cut off at until where that is set.
func (d *pen) text(x, y, until float32, f scene.Font, c color.NRGBA, s string) {
	d.s.Add(scene.Item{Op: scene.OpText, X0: x, Y0: y, X1: until, Fill: c, Font: f, Text: s})
}

// laneY is where a lane starts in the picture.
func (d *frame) laneY(l *lane) float32 { return AxisHeight + l.Y - d.ScrollY }

// visible reports whether a stretch from y0 to y1 shows under the axis.
func (d *frame) visible(y0, y1 float32) bool { return y1 > AxisHeight && y0 < d.H }

func (d *pen) bands() {
	for i := range d.lanes {
		l := &d.lanes[i]
		y := d.laneY(l)
		if !d.visible(y, y+l.H) {
			continue
		}
		d.rect(0, y, d.W, y+l.H, d.theme.Lane)
	}
}

func (d *pen) grid() {
	bottom := min(d.H, AxisHeight+max(d.height-d.ScrollY, 0))
	for _, x := range d.axis.Minor {
		d.vline(d.left+float32(x), AxisHeight, bottom, d.theme.MinorGrid)
	}
	for _, x := range d.axis.Ticks {
		d.vline(d.left+float32(x), AxisHeight, bottom, d.theme.Grid)
	}
	for i := range d.lanes {
		l := &d.lanes[i]
		if y := d.laneY(l); d.visible(y, y+l.H) {
			d.rect(0, y+l.H-1, d.W, y+l.H, d.theme.Rule)
		}
	}
}

func (d *pen) lanesInView() {
	for i := range d.lanes {
		l := &d.lanes[i]
		top := d.laneY(l)
		if !d.visible(top, top+l.H) {
			continue
		}
		for k := range l.rows {
			r := &l.rows[k]
			if y := top + r.y; d.visible(y-barPitch/2, y+barPitch/2) {
				d.marks(r, y)
			}
		}
	}
}

func (d *pen) marks(r *row, y float32) {
	d.scratch.row = d.glyphs(d.scratch.row[:0], &d.frame, r)
	d.placeLabels(d.scratch.row, &d.frame, r)
	selected, sure := d.makeSure(r)
	for i := range d.scratch.row {
		g := &d.scratch.row[i]
		if min(g.x0, g.l0) > d.W || max(g.x1, g.l1) < d.left && g.label != atLeft {
			continue
		}
		d.now = r.marks[g.first].item + 1
		if g.n > 1 {
			d.foldMark(g, r, y)
			continue
		}
		it := d.at(r.marks[g.first].item)
		d.highlight(it, g, y)
		switch {
		case it.bar() && !r.dense:
			d.bar(it, g, y)
		default:
			d.event(it, g, y, r.dense)
		}
	}
	if sure {
		d.sure(selected, y)
	}
}

// highlight washes the row behind an item that is selected or under the cursor.
func (d *pen) highlight(it *item, g *glyph, y float32) {
	selected := it.ref == d.Selected && d.Selected != data.Ref{}
	if !selected && (it.ref != d.Hover || d.Hover == data.Ref{}) {
		return
	}
	x0, x1 := g.b0, g.b1
	if g.label == atRight || g.label == atLeft {
		x0, x1 = min(x0, g.l0), max(x1, g.l1)
	}
	box := scene.Item{
		Op: scene.OpRect, X0: x0 - 4, X1: x1 + 4, Y0: y - barHeight/2 - 3, Y1: y + barHeight/2 + 3,
		Radius: 5, Fill: d.theme.Hover,
	}
	if selected {
		box.Stroke, box.Width = d.theme.Selection, 1.5
	}
	d.s.Add(box)
}

// shade is the color c, dimmed for what was not known on the as-of date.
func (d *pen) shade(it *item, c color.NRGBA) color.NRGBA {
	if d.later(d.told(it)) {
		return fade(c, dimmed)
	}
	return c
}

func fade(c color.NRGBA, k float32) color.NRGBA {
	c.A = uint8(float32(c.A)*k + 0.5)
	return c
}

func (d *pen) foldMark(g *glyph, r *row, y float32) {
	pill := scene.Item{
		Op: scene.OpRect, Of: d.now, X0: g.b0 + 1, X1: g.b1 - 1, Y0: y - 8, Y1: y + 8, Radius: 8,
		Fill: d.theme.Overview, Stroke: d.theme.Density, Width: 1.5,
	}
	if d.folds(r.marks[g.first:g.first+g.n], d.Selected) {
		pill.Stroke, pill.Width = d.theme.Selection, 2.5
	}
	d.s.Add(pill)
	d.s.Add(scene.Item{
		Op: scene.OpText, X0: (g.b0 + g.b1) / 2, Y0: y + 3.6, Anchor: scene.Middle,
		Fill: d.theme.Text, Font: fontCount, Text: d.countText(g.n),
	})
}

// folds reports whether ref is one of the marks.
func (d *pen) folds(marks []mark, ref data.Ref) bool {
	if (ref == data.Ref{}) {
		return false
	}
	i, ok := d.find(ref)
	if !ok || d.at(i).mid < marks[0].start || d.at(i).start > marks[len(marks)-1].end {
		return false
	}
	return slices.ContainsFunc(marks, func(m mark) bool { return m.item == i })
}

func (d *pen) countText(n int32) string {
	if n < 100 {
		return strconv.Itoa(int(n)) // these the library keeps
	}
	if s, ok := d.counts[n]; ok {
		return s
	}
	if d.counts == nil || len(d.counts) > 4096 {
		d.counts = make(map[int32]string)
	}
	s := strconv.Itoa(int(n))
	switch {
	case n >= 100_000:
		s = strconv.Itoa(int(n/1000)) + "k"
	case n >= 1000:
		s = strconv.FormatFloat(float64(n)/1000, 'f', 1, 64) + "k"
	}
	d.counts[n] = s
	return s
}
