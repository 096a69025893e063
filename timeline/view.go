package timeline

import (
	"demarche/data"
	"demarche/timeline/scale"
)

// View is what changes from frame to frame: where one looks and what is chosen.
// The picture is W × H pixels: the axis on top, the column of lane names at the
// left, the lanes scrolled by ScrollY under the axis.
type View struct {
	Window   scale.Window
	W, H     float32
	ScrollY  float32
	ShowAsOf bool
	AsOf     int64    // the as-of line; what starts after it is drawn dimmed
	ByKnown  bool     // dim what was published after the as-of date instead of what happened after it
	Selected data.Ref // its links are drawn as well
	Hover    data.Ref
	Weeks    bool // call weeks by their number on the axis
	Quarters bool // call quarters Q1 to Q4
	Print    bool // for a figure: without what is there to be clicked
}

// Scale is the time scale of the view: pixels count from the right edge of the
// lane names.
func (p *Plot) Scale(v View) scale.Scale {
	return scale.New(v.Window, float64(v.W-p.opt.Header))
}

// X is where the instant t lies in the picture of the view.
func (p *Plot) X(v View, t int64) float32 {
	return p.opt.Header + float32(p.Scale(v).X(t))
}

// T is the instant at x in the picture of the view.
func (p *Plot) T(v View, x float32) int64 {
	return p.Scale(v).T(float64(x - p.opt.Header))
}

// Zoom divides the view's span by factor and keeps the instant at x.
func (p *Plot) Zoom(v View, x float32, factor float64) View {
	v.Window = p.Scale(v).Zoom(float64(x-p.opt.Header), factor).Window.Within(p.FitWindow())
	return v
}

// Pan moves the picture by dx, dy pixels; it does not leave the case.
func (p *Plot) Pan(v View, dx, dy float32) View {
	if dx != 0 {
		v.Window = p.Scale(v).Pan(float64(dx)).Window.Within(p.FitWindow())
	}
	v.ScrollY = p.ClampScroll(v, v.ScrollY-dy)
	return v
}

// ClampScroll is the vertical scroll y kept where lanes are to be seen.
func (p *Plot) ClampScroll(v View, y float32) float32 {
	return max(min(y, p.height-(v.H-AxisHeight)), 0)
}

// Reveal is the view moved as little as needed to show the item, keeping the
// zoom; ok is false where the plot does not show the item.
func (p *Plot) Reveal(v View, ref data.Ref) (_ View, ok bool) {
	at, ok := p.Where(ref)
	if !ok {
		return v, false
	}
	s := p.Scale(v)
	room := min(s.Width/4, 120)
	x := s.X(at.Mid)
	if x0, x1 := s.X(at.From), s.X(at.To); x1 < room || x0 > s.Width-room || at.Event && (x < 0 || x > s.Width) {
		switch {
		case x < room:
			s = s.Pan(room - x)
		case x > s.Width-room:
			s = s.Pan(s.Width - room - x)
		}
		v.Window = s.Window
	}
	view := v.H - AxisHeight
	switch {
	case at.Y < v.ScrollY:
		v.ScrollY = at.Y - 8
	case at.Y+at.H > v.ScrollY+view:
		v.ScrollY = at.Y + at.H - view + 8
	}
	v.ScrollY = p.ClampScroll(v, v.ScrollY)
	return v, true
}
