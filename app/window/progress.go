package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
)

// progress is a dialog that tells how far a worker is and can stop it.
type progress struct {
	onCancel func()
	d        *dialog.CustomDialog
	text     *ui.Text
	bar      *widget.ProgressBar
	total    int
}

func newProgress(win fyne.Window, title string, total int) *progress {
	p := &progress{text: ui.NewCut("", ui.Plain), bar: widget.NewProgressBar(), total: total}
	p.bar.Max = float64(total)
	content := container.New(wide{420}, ui.Column(8, p.text, p.bar))
	p.d = dialog.NewCustomWithoutButtons(title, content, win)
	p.d.SetButtons([]fyne.CanvasObject{ui.NewButton("Stop", func() {
		if p.onCancel != nil {
			p.onCancel()
		}
		p.text.Set("Stopping…")
	})})
	p.d.Show()
	return p
}

func (p *progress) step(done int, name string) {
	p.text.Set(fmt.Sprintf("%d of %d: %s", done+1, p.total, name))
	p.bar.SetValue(float64(done))
}

func (p *progress) close() { p.d.Hide() }

// scrolled is a list in a dialog.
func scrolled(w, h float32, o fyne.CanvasObject) fyne.CanvasObject {
	return ui.Sized(w, h, container.NewVScroll(ui.Pad(0, 12, 0, 0, o)))
}
