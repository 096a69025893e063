package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// frame is the renderer of the kit's framed controls: a rectangle behind a
// content with room around it. look is asked at every refresh.
type frame struct {
	back    *canvas.Rectangle
	content fyne.CanvasObject
	pad     padLayout
	min     fyne.Size
	look    func(back *canvas.Rectangle)
}

func newFrame(content fyne.CanvasObject, pad padLayout, look func(*canvas.Rectangle)) *frame {
	f := &frame{back: canvas.NewRectangle(color.Transparent), content: content, pad: pad, look: look}
	look(f.back)
	return f
}

func (f *frame) Layout(size fyne.Size) {
	f.back.Resize(size)
	f.pad.Layout([]fyne.CanvasObject{f.content}, size)
}

func (f *frame) MinSize() fyne.Size {
	return f.pad.MinSize([]fyne.CanvasObject{f.content}).Max(f.min)
}

func (f *frame) Refresh() {
	f.look(f.back)
	f.back.Refresh()
	f.content.Refresh()
}

func (f *frame) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{f.back, f.content} }
func (f *frame) Destroy()                     {}
