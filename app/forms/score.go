package forms

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/data"
)

// scoreLine is a field for a score on the scale of an issue: a number from 0 to
// 100, and a slider between the names of its ends.
type scoreLine struct {
	*line
	entry     *entry
	slider    *widget.Slider
	low, high *ui.Text
}

func (s *sheet) scoreLine(score *int) *scoreLine {
	l := &scoreLine{slider: widget.NewSlider(0, 100), low: ui.NewText("", ui.Note), high: ui.NewText("", ui.Note)}
	text := ""
	if score != nil {
		text = strconv.Itoa(*score)
		l.slider.Value = float64(*score)
	}
	l.entry = s.newEntry(text, "none", 1)
	l.slider.OnChanged = func(v float64) { l.entry.SetText(strconv.Itoa(int(v))) }
	l.entry.OnChanged = func(string) {
		if n, err := strconv.Atoi(strings.TrimSpace(l.entry.Text)); err == nil && n >= 0 && n <= 100 && int(l.slider.Value) != n {
			l.slider.Value = float64(n)
			l.slider.Refresh()
		}
	}
	row := ui.Row(8, 2, ui.Sized(64, 0, l.entry), l.low, l.slider, l.high)
	l.line = s.newLine("Score", "score", row, l.entry, func() string { return l.entry.Text })
	l.box.Hide()
	return l
}

// of shows the scale of an issue, or hides the field where it has none.
func (l *scoreLine) of(issue *data.Issue) {
	if issue == nil || issue.Scale == nil {
		l.box.Hide()
		return
	}
	l.low.Set(short(issue.Scale.Low))
	l.high.Set(short(issue.Scale.High))
	l.setHint("0 is “" + issue.Scale.Low + "”, 100 is “" + issue.Scale.High + "”. Movement is computed from scores.")
	l.box.Show()
}

func (l *scoreLine) read(f *faults) *int {
	text := strings.TrimSpace(l.entry.Text)
	if text == "" || !l.box.Visible() && l.entry.Text == "" {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 100 {
		f.add(l.field, "a score is a whole number from 0 to 100; leave it empty for none")
		return nil
	}
	return &n
}
