package plot

import (
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"demarche/timeline"
)

// Frames is what moving the picture for a while cost.
type Frames struct {
	Drawn  int
	Took   time.Duration // all of it
	Median time.Duration // of laying out and painting a frame
	P99    time.Duration
	Gap    time.Duration // the 99th percentile of the time from one frame to the next
}

// PerSecond is the rate of frames.
func (f Frames) PerSecond() float64 {
	if f.Took <= 0 {
		return 0
	}
	return float64(f.Drawn) / f.Took.Seconds()
}

// frameCount notes what frames cost while the picture moves.
type frameCount struct {
	cost, gaps  []time.Duration
	first, last time.Time
}

func (n *frameCount) add(start, end time.Time) {
	if n.last.IsZero() {
		n.first = end
	} else {
		n.cost, n.gaps = append(n.cost, end.Sub(start)), append(n.gaps, end.Sub(n.last))
	}
	n.last = end
}

func (n *frameCount) sum() Frames {
	part := func(list []time.Duration, percent int) time.Duration {
		if len(list) == 0 {
			return 0
		}
		slices.Sort(list)
		return list[min(len(list)*percent/100, len(list)-1)]
	}
	return Frames{len(n.cost), n.last.Sub(n.first), part(n.cost, 50), part(n.cost, 99), part(n.gaps, 99)}
}

// CountFrames pans and zooms for a while, as fast as frames are asked for, and
// says what that cost; ok is false while there is nothing to be seen yet.
func (c *Chart) CountFrames(d time.Duration, done func(Frames)) (ok bool) {
	if c.plot == nil || c.plot.Len() == 0 || c.field.count != nil {
		return false
	}
	from := c.view
	c.field.count = &frameCount{}
	move := fyne.NewAnimation(d, func(at float32) {
		if c.field.count == nil {
			return
		}
		c.look(c.moved(from, float64(at)*d.Seconds()))
		if at == 1 {
			sum := c.field.count.sum()
			c.field.count = nil
			c.look(from)
			done(sum)
		}
	})
	move.Curve = fyne.AnimationLinear
	move.Start()
	return true
}

// moved is a view after some seconds of moving about: two seconds of panning to
// and fro, two of zooming out and in, and again.
func (c *Chart) moved(v timeline.View, seconds float64) timeline.View {
	phase := math.Mod(seconds, 2) * math.Pi
	if math.Mod(seconds, 4) < 2 {
		return c.plot.Pan(v, float32(math.Sin(phase))*v.W, float32(math.Abs(math.Sin(phase)))*-200)
	}
	left := c.plot.HeaderWidth()
	return c.plot.Zoom(v, left+(v.W-left)/2, math.Exp(-3*math.Sin(phase)))
}
