package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Toast says a line at the bottom of the window, above everything, that goes
// away by itself. Lay its Object over the window's content.
type Toast struct {
	root  *fyne.Container
	stay  time.Duration
	timer *time.Timer
	shown string
}

// NewToast makes one whose lines stay for a time.
func NewToast(stay time.Duration) *Toast {
	return &Toast{root: container.New(toastLayout{}), stay: stay}
}

// Object is what to lay over the window.
func (t *Toast) Object() fyne.CanvasObject { return t.root }

// Shown is the line that stands there now.
func (t *Toast) Shown() string { return t.shown }

// Show says a line; with an action, a button stands beside it.
func (t *Toast) Show(text, action string, do func()) {
	objects := []fyne.CanvasObject{NewText(text, Style{Color: ColorOnPrimary})}
	if action != "" {
		objects = append(objects, NewFlatOnDark(action, func() { t.Hide(); do() }))
	}
	back := canvas.NewRectangle(rgb(0x1d2433))
	back.CornerRadius = 6
	t.root.Objects = []fyne.CanvasObject{container.NewStack(back, Pad(7, 14, 7, 14, Row(12, -1, objects...)))}
	t.shown = text
	t.root.Refresh()
	if t.timer != nil {
		t.timer.Stop()
	}
	t.timer = time.AfterFunc(t.stay, func() { fyne.Do(func() { t.hide(text) }) })
}

func (t *Toast) hide(text string) {
	if t.shown == text {
		t.Hide()
	}
}

// Hide takes the line away.
func (t *Toast) Hide() {
	t.shown, t.root.Objects = "", nil
	t.root.Refresh()
}

// NewFlatOnDark is a flat button for a dark ground.
func NewFlatOnDark(label string, onTap func()) *Button {
	b := NewPrimary(label, onTap)
	b.onDark = true
	return b
}

type toastLayout struct{}

func (toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (toastLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos((size.Width-m.Width)/2, size.Height-m.Height-44))
	}
}
