package plot

import (
	"image"

	"fyne.io/fyne/v2/canvas"

	"demarche/app/ui"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
)

// Measures of the key, in pixels.
const (
	keyWidth  = 520
	keyPitch  = 27
	keyColumn = keyWidth / 2
	keySign   = 34 // from a sign to its text
)

var keyFont = scene.Font{Size: 13}

// ShowKey explains every sign of the picture.
func (c *Chart) ShowKey() {
	if c.plot == nil || c.o.Window == nil {
		return
	}
	height := float32((len(c.plot.Key())+1)/2*keyPitch + 4)
	painter := raster.New(c.faces)
	picture := canvas.NewRaster(func(w, h int) image.Image {
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		var s scene.Scene
		c.drawKey(&s, height)
		painter.Paint(img, &s, float32(w)/keyWidth)
		return img
	})
	picture.ScaleMode = canvas.ImageScalePixels
	ui.ShowDialog(c.o.Window, ui.DialogOptions{Title: "What the signs mean", Width: keyWidth, Content: ui.Column(12,
		ui.NewWrapped("A bar is a position, a diamond an event. The left edge of a bar and the outline of a diamond have the colour of the actor.", ui.Plain),
		ui.Sized(keyWidth, height, picture))})
}

// drawKey sets the signs in two columns.
func (c *Chart) drawKey(s *scene.Scene, height float32) {
	theme := c.plot.Theme()
	s.Reset(keyWidth, height, theme.Background)
	all := c.plot.Key()
	rows := (len(all) + 1) / 2
	for i, e := range all {
		x, y := float32(i/rows)*keyColumn+4, (float32(i%rows)+0.5)*keyPitch
		e.Draw(s, x, y)
		s.Add(scene.Item{Op: scene.OpText, X0: x + keySign, X1: x + keyColumn - 8, Y0: y + 4.6, Fill: theme.Text, Font: keyFont, Text: e.Text})
	}
}
