package timelines

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	tips "github.com/dweymouth/fyne-tooltip/widget"

	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
	"demarche/timeline/raster"
	"demarche/timeline/scene"
)

// swatch is a disc or a square in the colour of an actor or a stance; a press
// hides what has it, and leaves an outline.
type swatch struct {
	ui.Pressable
	tips.ToolTipWidgetExtend
	fill  color.Color
	glyph image.Image // of a stance, on the square; nil: a disc
	on    bool
}

func newSwatch(label string, fill color.Color, glyph image.Image, onChanged func(show bool)) *swatch {
	w := &swatch{fill: fill, glyph: glyph, on: true}
	w.Label = label
	w.OnTap = func() { onChanged(!w.on) }
	w.Init(w)
	w.ExtendToolTipWidget(w)
	w.SetToolTip("Hide " + label)
	return w
}

// MouseIn and MouseOut show the hint as well.
func (w *swatch) MouseIn(e *desktop.MouseEvent) {
	w.Pressable.MouseIn(e)
	w.ToolTipWidgetExtend.MouseIn(e)
}

// MouseMoved follows the pointer.
func (w *swatch) MouseMoved(e *desktop.MouseEvent) { w.ToolTipWidgetExtend.MouseMoved(e) }

// MouseOut takes the hint away.
func (w *swatch) MouseOut() {
	w.Pressable.MouseOut()
	w.ToolTipWidgetExtend.MouseOut()
}

func (w *swatch) set(on bool) {
	if w.on == on {
		return
	}
	w.on = on
	w.SetToolTip(map[bool]string{true: "Hide ", false: "Show "}[on] + w.Label)
	w.Refresh()
}

// CreateRenderer draws it.
func (w *swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{w: w, back: canvas.NewRectangle(color.Transparent)}
	if w.glyph != nil {
		r.glyph = canvas.NewImageFromImage(w.glyph)
		r.glyph.FillMode = canvas.ImageFillContain
	}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	w     *swatch
	back  *canvas.Rectangle
	glyph *canvas.Image
}

const discSize, squareSize, swatchRoom = 10, 14, 15

func (r *swatchRenderer) MinSize() fyne.Size { return fyne.NewSize(swatchRoom, swatchRoom) }

func (r *swatchRenderer) Layout(size fyne.Size) {
	side := float32(discSize)
	if r.glyph != nil {
		side = squareSize
	}
	at := fyne.NewPos((size.Width-side)/2, (size.Height-side)/2)
	r.back.Move(at)
	r.back.Resize(fyne.NewSize(side, side))
	if r.glyph != nil {
		r.glyph.Move(at)
		r.glyph.Resize(fyne.NewSize(side, side))
	}
}

func (r *swatchRenderer) Refresh() {
	r.back.CornerRadius = discSize / 2
	if r.glyph != nil {
		r.back.CornerRadius = 3
		r.glyph.Hidden = !r.w.on
	}
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = r.w.fill, color.Transparent, 0
	if !r.w.on {
		r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = color.Transparent, r.w.fill, 1.5
	}
	if r.w.Focused() {
		r.back.StrokeColor, r.back.StrokeWidth = ui.Color(ui.ColorText), 2
	}
	r.back.Refresh()
	if r.glyph != nil {
		r.glyph.Refresh()
	}
}

func (r *swatchRenderer) Objects() []fyne.CanvasObject {
	if r.glyph == nil {
		return []fyne.CanvasObject{r.back}
	}
	return []fyne.CanvasObject{r.back, r.glyph}
}
func (r *swatchRenderer) Destroy() {}

// stanceGlyph is the glyph of a stance as the plot draws it on bars.
func stanceGlyph(s data.Stance, t *timeline.Theme) image.Image {
	const scale = 4
	img := image.NewRGBA(image.Rect(0, 0, squareSize*scale, squareSize*scale))
	var sc scene.Scene
	sc.Reset(squareSize, squareSize, color.NRGBA{})
	on := t.OnStance(s)
	sc.Add(scene.Item{Op: scene.OpMark, Shape: timeline.StanceGlyph(s), X0: squareSize / 2, Y0: squareSize / 2, Size: 8, Fill: on, Stroke: on, Width: 1.5})
	raster.New(nil).Paint(img, &sc, scale)
	return img
}
