package timeline

import (
	"strconv"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/zone"
	"demarche/timeline/scene"
)

// Lines of the axis, from the top.
const (
	outerLine = 16
	innerLine = 37
	tickTop   = 24
)

// zone is what stands on the axis behind a day above its hours: the time zone of
// the case.
func (p *Plot) zone(t int64) string {
	if p.c.Info == nil || p.c.Info.TimeZone == "" {
		return ""
	}
	return zone.Label(p.c.Info.TimeZone, t+noon)
}

const noon = 12 * 3600 // by then clocks that change on a day have changed

func (p *Plot) inner(s string) float64 { return float64(p.opt.Measure(fontInner, s)) }
func (p *Plot) outer(s string) float64 { return float64(p.opt.Measure(fontOuter, s)) }

// axisRow draws the two rows of labels with their ticks, and the pill of the
// as-of date, to which labels of the first row give way.
func (d *pen) axisRow() {
	d.rect(0, 0, d.W, AxisHeight, d.theme.Header)
	d.rect(0, AxisHeight-1, d.W, AxisHeight, d.theme.Rule)
	d.clip(d.left-1, 0, d.W, AxisHeight)
	for _, x := range d.axis.Minor {
		d.vline(d.left+float32(x), AxisHeight-6, AxisHeight, d.theme.Grid)
	}
	for _, x := range d.axis.Ticks {
		d.vline(d.left+float32(x), tickTop, AxisHeight, d.theme.Grid)
	}
	pill0, pill1 := d.pill()
	for i, l := range d.axis.Outer {
		x := d.left + float32(l.X)
		if x+float32(l.W) > pill0-6 && x < pill1+6 {
			x = pill1 + 8
			next := d.W
			if i+1 < len(d.axis.Outer) {
				next = d.left + float32(d.axis.Outer[i+1].X) - 8
			}
			if x+float32(l.W) > next {
				continue
			}
		}
		d.text(x, outerLine, 0, fontOuter, d.theme.Text, l.Text)
	}
	for _, l := range d.axis.Inner {
		d.text(d.left+float32(l.X), innerLine, 0, fontInner, d.theme.Subtle, l.Text)
	}
	d.unclip()
	if pill1 > pill0 {
		d.s.Add(scene.Item{Op: scene.OpRect, X0: pill0, X1: pill1, Y0: 2, Y1: 22, Radius: 10, Fill: d.theme.Primary})
		d.s.Add(scene.Item{
			Op: scene.OpText, X0: (pill0 + pill1) / 2, Y0: outerLine + 0.4, Anchor: scene.Middle,
			Fill: d.theme.OnPrimary, Font: fontPill, Text: d.asOf,
		})
	}
}

// pill is where the pill of the as-of date stands; it stays inside the picture
// while its line does.
func (d *pen) pill() (x0, x1 float32) {
	x := d.x(d.AsOf)
	if !d.ShowAsOf || x < d.left || x > d.W {
		return 0, 0
	}
	if day := edtf.OfInstant(d.AsOf); day != d.asOfAt || d.asOf == "" {
		d.asOfAt = day
		d.asOf = strconv.Itoa(int(day.Start.Day)) + " " + d.opt.Names.MonthShort[day.Start.Month-1]
	}
	half := d.opt.Measure(fontPill, d.asOf)/2 + 14
	x = min(max(x, d.left+half), d.W-half)
	return x - half, x + half
}

func (d *pen) asOfLine() {
	if !d.ShowAsOf {
		return
	}
	x := d.x(d.AsOf)
	d.s.Add(scene.Item{
		Op: scene.OpLine, X0: x, X1: x, Y0: AxisHeight, Y1: min(d.H, AxisHeight+d.height-d.ScrollY),
		Stroke: d.theme.Primary, Width: 1.4, Dash: 4,
	})
}

// headers draws the names of lanes; the name of a lane that starts above the
// picture stays in view.
func (d *pen) headers() {
	d.clip(0, AxisHeight, d.left, d.H)
	defer d.unclip()
	for i := range d.lanes {
		l := &d.lanes[i]
		top := d.laneY(l)
		if !d.visible(top, top+l.H) {
			continue
		}
		y := d.laneTitleY(&d.frame, l)
		x := laneLeft + laneIndent(l.Depth)
		if l.Parent && !d.Print {
			d.triangle(x, y-4.5, l.Folded)
			x += foldRoom
		}
		for _, line := range l.lines {
			if line != "" {
				d.text(x, y, d.left-4, fontLane, d.theme.Text, line)
				y += linePitch
			}
		}
	}
}

// triangle points down before the name of a lane whose sub-lanes show, and to
// the right where they are folded into it.
func (d *pen) triangle(x, y float32, folded bool) {
	if !folded {
		d.s.Add(scene.Item{Op: scene.OpMark, Shape: scene.TriangleDown, X0: x + 4, Y0: y, Size: 8, Fill: d.theme.Muted})
		return
	}
	d.s.AddPath(scene.Item{Op: scene.OpPolygon, Fill: d.theme.Muted},
		scene.Point{X: x + 1, Y: y - 4.5}, scene.Point{X: x + 7, Y: y}, scene.Point{X: x + 1, Y: y + 4.5})
}

// laneTitleY is the baseline of a lane's name.
func (p *Plot) laneTitleY(f *frame, l *lane) float32 {
	top := f.laneY(l)
	lines := float32(1)
	if l.lines[1] != "" {
		lines = 2
	}
	return min(max(top, AxisHeight), top+l.H-lines*linePitch-lanePad/2) + lanePad + 11
}

// curves draws the links of the selected item as curves to the items that they
// join, also where these are out of the picture.
func (d *pen) curves() {
	if (d.Selected == data.Ref{}) {
		return
	}
	i, ok := d.find(d.Selected)
	if !ok {
		return
	}
	for _, l := range d.links(i) {
		x0, y0, ok0 := d.anchor(i)
		x1, y1, ok1 := d.anchor(l.to)
		if !ok0 || !ok1 {
			continue
		}
		bend := max(abs(x1-x0)/3, 24)
		c := scene.Item{Op: scene.OpCurve, Of: l.to + 1, Stroke: fade(d.theme.Selection, 0.8), Width: 1.5}
		switch l.kind {
		case data.Supersedes:
			c.Width = 2
		case data.SameEvent:
			c.Dash = 3
		}
		if x0 > x1 {
			bend = -bend
		}
		d.s.AddPath(c, scene.Point{X: x0, Y: y0}, scene.Point{X: x0 + bend, Y: y0},
			scene.Point{X: x1 - bend, Y: y1}, scene.Point{X: x1, Y: y1})
	}
}

// anchor is where links meet an item: its mark, or the start of its bar.
func (d *pen) anchor(i int32) (x, y float32, ok bool) {
	at, ok := d.place(i)
	if !ok {
		return 0, 0, false
	}
	it, l := d.at(i), &d.lanes[at.lane]
	x = d.x(it.mid)
	if it.bar() {
		x = d.x(it.start)
	}
	return x, d.laneY(l) + l.rows[at.row].y, true
}
