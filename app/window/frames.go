package window

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"fyne.io/fyne/v2"

	"demarche/app/plot"
)

// frameCounter is a screen that can count its frames.
type frameCounter interface {
	CountFrames(d time.Duration, done func(plot.Frames)) (ok bool)
}

// patience is how long a case may take to open before frames are given up.
const patience = time.Minute

// CountFrames waits until the case that Start opens is to be seen, moves the
// picture for a while, writes to out what that cost, and closes the window.
// since is when the program was started.
func (w *Window) CountFrames(d time.Duration, out io.Writer, since time.Time, failed func(error)) {
	if w.ended {
		return
	}
	if time.Since(since) > patience {
		failed(errors.New("no timeline is to be seen"))
		w.quit()
		return
	}
	again := func() { w.CountFrames(d, out, since, failed) }
	screen, ok := w.front().(frameCounter)
	if ok {
		seen := time.Since(since)
		ok = screen.CountFrames(d, func(f plot.Frames) {
			w.report(out, seen, f)
			w.quit()
		})
	}
	if !ok {
		time.AfterFunc(5*time.Millisecond, func() { fyne.Do(again) })
	}
}

func (w *Window) report(out io.Writer, seen time.Duration, f plot.Frames) {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	c := w.Session().Case()
	size := w.win.Canvas().Size()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Fprintf(out, "case        %d events and positions\n", c.Events.Len()+c.Positions.Len())
	fmt.Fprintf(out, "window      %.0f × %.0f\n", size.Width, size.Height)
	fmt.Fprintf(out, "laid out    %.0f ms after the program started\n", ms(seen))
	fmt.Fprintf(out, "frames      %d in %.1f s\n", f.Drawn, f.Took.Seconds())
	fmt.Fprintf(out, "rate        %.1f a second\n", f.PerSecond())
	fmt.Fprintf(out, "a frame     median %.2f ms, 99th percentile %.2f ms\n", ms(f.Median), ms(f.P99))
	fmt.Fprintf(out, "between two 99th percentile %.2f ms\n", ms(f.Gap))
	fmt.Fprintf(out, "memory      %.0f MB in use, %.0f MB from the system\n", float64(m.HeapAlloc)/(1<<20), float64(m.Sys-m.HeapReleased)/(1<<20))
}
