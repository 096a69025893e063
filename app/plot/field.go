package plot

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/timeline"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
)

// sheet is a raster that is painted from a scene when Fyne asks for it and
// something changed since.
type sheet struct {
	raster  *canvas.Raster
	painter *raster.Painter
	draw    func(s *scene.Scene)
	size    func() fyne.Size
	scene   scene.Scene
	img     *image.RGBA
	dirty   bool
	count   *frameCount // nil: nobody counts
}

func (s *sheet) init(c *Chart, size func() fyne.Size, draw func(*scene.Scene)) {
	s.painter, s.draw, s.size = raster.New(c.faces), draw, size
	s.raster = canvas.NewRaster(s.paint)
	s.raster.ScaleMode = canvas.ImageScalePixels
	s.dirty = true
}

func (s *sheet) repaint() {
	s.dirty = true
	s.raster.Refresh()
}

// paint gives the picture, w × h pixels; it runs on the goroutine of the user
// interface, once a frame.
func (s *sheet) paint(w, h int) image.Image {
	if s.img == nil || s.img.Rect.Dx() != w || s.img.Rect.Dy() != h {
		s.img, s.dirty = image.NewRGBA(image.Rect(0, 0, w, h)), true
	}
	if size := s.size(); s.dirty && size.Width >= 1 {
		s.dirty = false
		start := time.Now()
		s.draw(&s.scene)
		s.painter.Paint(s.img, &s.scene, float32(w)/size.Width)
		if s.count != nil {
			s.count.add(start, time.Now())
		}
	}
	return s.img
}

// field is the lanes with their axis.
type field struct {
	widget.BaseWidget
	sheet
	c *Chart

	press  *press // the mouse button that is down; nil: none
	hover  timeline.Hit
	cursor desktop.Cursor
}

func newField(c *Chart) *field {
	f := &field{c: c, cursor: desktop.DefaultCursor}
	f.init(c, f.Size, func(s *scene.Scene) {
		if c.plot != nil {
			c.plot.Draw(s, c.view)
			c.drawLanes(s)
			c.drawThumb(s)
			c.drawGuide(s)
			return
		}
		theme := timeline.Light()
		if c.build.dark {
			theme = timeline.Dark()
		}
		s.Reset(c.view.W, c.view.H, theme.Background)
	})
	f.ExtendBaseWidget(f)
	return f
}

// Resize tells the chart how much room there is.
func (f *field) Resize(size fyne.Size) {
	f.BaseWidget.Resize(size)
	f.c.resized(size)
}

// CreateRenderer shows the picture.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	return &sheetRenderer{s: &f.sheet, refresh: f.c.build.resume}
}

// AccessibilityLabel is what a screen reader says.
func (f *field) AccessibilityLabel() string { return "Timeline" }

// AccessibilityRole is that of a picture's nearest kin.
func (f *field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// sheetRenderer shows a sheet over the whole widget. A refresh from outside may
// mean that the theme changed.
type sheetRenderer struct {
	s       *sheet
	refresh func()
}

func (r *sheetRenderer) Layout(size fyne.Size)        { r.s.raster.Resize(size) }
func (r *sheetRenderer) MinSize() fyne.Size           { return fyne.NewSize(40, 40) }
func (r *sheetRenderer) Refresh()                     { r.refresh(); r.s.repaint() }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.raster} }
func (r *sheetRenderer) Destroy()                     {}
