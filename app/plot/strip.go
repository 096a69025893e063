package plot

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/timeline"
	"demarche/timeline/scene"
)

// strip is the whole case in small, with the time shown as a brush.
type strip struct {
	widget.BaseWidget
	sheet
	c      *Chart
	held   bool
	part   timeline.OverviewPart
	cursor desktop.Cursor
}

func newStrip(c *Chart) *strip {
	s := &strip{c: c, cursor: desktop.DefaultCursor}
	s.init(c, s.Size, func(sc *scene.Scene) {
		size := s.Size()
		if c.plot != nil {
			c.plot.DrawOverview(sc, c.view, size.Width, size.Height)
			return
		}
		theme := timeline.Light()
		if c.build.dark {
			theme = timeline.Dark()
		}
		sc.Reset(size.Width, size.Height, theme.Overview)
	})
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer shows the picture.
func (s *strip) CreateRenderer() fyne.WidgetRenderer {
	return &sheetRenderer{s: &s.sheet, refresh: func() {}}
}

// MouseDown takes hold of the brush, or brings it to the pointer.
func (s *strip) MouseDown(e *desktop.MouseEvent) {
	c := s.c
	if c.plot == nil || c.plot.Len() == 0 || e.Button != desktop.MouseButtonPrimary {
		return
	}
	w, x := s.Size().Width, e.Position.X
	s.held, s.part = true, c.plot.HitOverview(c.view, w, x)
	if s.part == timeline.OverviewGround {
		c.look(c.plot.DragOverview(c.view, s.part, w, x, x))
		s.part = timeline.OverviewBody
	}
}

// MouseUp lets go.
func (s *strip) MouseUp(*desktop.MouseEvent) { s.held = false }

// Dragged moves the brush or one of its edges.
func (s *strip) Dragged(e *fyne.DragEvent) {
	if c := s.c; s.held && c.plot != nil {
		x := e.Position.X
		c.look(c.plot.DragOverview(c.view, s.part, s.Size().Width, x-e.Dragged.DX, x))
	}
}

// DragEnd lets go.
func (s *strip) DragEnd() { s.held = false }

// DoubleTapped shows the whole case.
func (s *strip) DoubleTapped(*fyne.PointEvent) { s.c.Fit() }

// Scrolled zooms about the middle of the brush.
func (s *strip) Scrolled(e *fyne.ScrollEvent) {
	s.c.ZoomBy(pow(wheelZoom, bound(e.Scrolled.DY, wheelMost)/wheelStep))
}

// MouseIn and MouseMoved choose the cursor.
func (s *strip) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved chooses the cursor.
func (s *strip) MouseMoved(e *desktop.MouseEvent) {
	s.cursor = desktop.DefaultCursor
	if s.c.plot == nil {
		return
	}
	switch s.c.plot.HitOverview(s.c.view, s.Size().Width, e.Position.X) {
	case timeline.OverviewFrom, timeline.OverviewTo:
		s.cursor = desktop.HResizeCursor
	case timeline.OverviewBody:
		s.cursor = desktop.PointerCursor
	}
}

// MouseOut is of no matter.
func (s *strip) MouseOut() {}

// Cursor says what the pointer would do.
func (s *strip) Cursor() desktop.Cursor { return s.cursor }
