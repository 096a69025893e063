package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"demarche/app/ui"
)

// statusBar is the row below the screens.
type statusBar struct {
	left, hint *ui.Text
}

func newStatusBar() *statusBar {
	return &statusBar{ui.NewCut("", ui.Note), ui.NewText("", ui.Note)}
}

func (b *statusBar) object() fyne.CanvasObject {
	return ui.Pad(3, 14, 3, 14, ui.Row(16, 0, b.left, b.hint))
}

func (b *statusBar) show(left []string, hint string) {
	if text := strings.Join(left, "     "); text != b.left.String() {
		b.left.Set(text)
	}
	if hint != b.hint.String() {
		b.hint.Set(hint)
	}
}
