package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
)

// progress is a dialog that tells how far a worker is and can stop it.
type progress struct {
	onCancel func()
	d        *ui.Dialog
	text     *ui.Text
	bar      *widget.ProgressBar
	total    int
	stopping bool
}

func newProgress(win fyne.Window, title string, total int) *progress {
	p := &progress{text: ui.NewCut(" ", ui.Plain), bar: widget.NewProgressBar(), total: total}
	p.bar.Max = float64(total)
	p.d = ui.ShowDialog(win, ui.DialogOptions{Title: title, Width: 420, Content: ui.Column(8, p.text, p.bar), Cancel: "Stop", OnCancel: p.stop})
	return p
}

func (p *progress) stop() {
	if p.stopping || p.onCancel == nil {
		return
	}
	p.stopping = true
	p.text.Set("Stopping…")
	p.onCancel()
}

func (p *progress) step(done int, name string) {
	if p.stopping {
		return
	}
	p.text.Set(fmt.Sprintf("%d of %d: %s", done+1, p.total, name))
	p.bar.SetValue(float64(done))
}

func (p *progress) close() { p.d.Close() }

// scrolled is a list in a dialog.
func scrolled(h float32, o fyne.CanvasObject) fyne.CanvasObject {
	return ui.Sized(0, h, container.NewVScroll(ui.Pad(0, 12, 0, 0, o)))
}
