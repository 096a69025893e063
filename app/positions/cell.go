package positions

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/timeline/board"
)

// longProposal is where the text of a cell is cut, in runes; the pane shows all.
const longProposal = 90

// cellContent is what a cell says of the positions that an actor holds.
func cellContent(b *board.Board, held []*data.Position, at int64) (fyne.CanvasObject, ui.Tone) {
	if len(held) == 0 {
		return ui.NewWrapped("No position found", ui.Style{Size: 11.5, Bold: true, Color: ui.ColorFaint}), ui.Neutral
	}
	p := held[0]
	tone := ui.ToneOf(p.Stance)
	top := ui.Row(4, 0, ui.NewCut(ui.StanceWord(p.Stance), ui.Style{Size: 11.5, Bold: true, Tone: tone, Color: ui.ColorMuted}),
		ui.NewText(b.MoveOf(p, at).Sign(), ui.Note))
	col := ui.Column(1, top, ui.NewWrapped(cut(words.Capital(p.Proposal)), ui.Plain))
	if c := p.Proviso(); c != "" {
		col.Add(ui.NewWrapped(cut(c), ui.Small))
	}
	if len(held) > 1 {
		q := held[1]
		col.Add(ui.NewSpans(ui.Wrap, ui.Span{Text: ui.StanceWord(q.Stance) + ": ", Style: ui.Style{Size: 12, Bold: true, Tone: ui.ToneOf(q.Stance), Color: ui.ColorMuted}},
			ui.Span{Text: cut(q.Proposal), Style: ui.Small}))
	}
	foot := words.Since(b.Index().Since(p))
	if p.Firmness == data.RedLine {
		foot = "◆ red line · " + foot
	}
	if p.Reported() {
		foot = "reported · " + foot
	}
	if p.Disputed {
		foot = "disputed · " + foot
	}
	if n := len(held) - 2; n > 0 {
		foot += fmt.Sprintf(" · %d more", n)
	}
	col.Add(ui.NewWrapped(foot, ui.Note))
	return col, tone
}

func cut(s string) string {
	if r := []rune(s); len(r) > longProposal {
		return string(r[:longProposal-1]) + "…"
	}
	return s
}

// gapCell is the word for a gap, its trend and a small chart.
func gapCell(g board.Gap) fyne.CanvasObject {
	word, tone := gapWord(g)
	if tone == ui.Neutral {
		return ui.Pad(10, 4, 0, 8, ui.NewWrapped(word, ui.Note))
	}
	col := ui.Column(6, ui.NewText(word, ui.Style{Size: 12, Bold: true, Tone: tone}), newChart(g.Line, tone))
	return ui.Pad(10, 4, 0, 8, col)
}

func gapWord(g board.Gap) (string, ui.Tone) {
	word := g.Word()
	switch g.Trend {
	case board.Narrowing:
		return "▼ " + word, ui.Good
	case board.Widening:
		return "▲ " + word, ui.Bad
	case board.Agreed:
		return "● " + word, ui.Good
	case board.Stuck:
		return "■ " + word, ui.Bad
	}
	return word, ui.Neutral
}

// newChart draws values between 0 and 1 as a line, later to the right.
func newChart(values []float64, tone ui.Tone) fyne.CanvasObject {
	if len(values) == 1 {
		values = []float64{values[0], values[0]}
	}
	var lines []fyne.CanvasObject
	for i := 1; i < len(values); i++ {
		l := canvas.NewLine(tone.Full())
		l.StrokeWidth = 2
		lines = append(lines, l)
	}
	return container.New(chartLayout{values}, lines...)
}

type chartLayout struct{ values []float64 }

const chartHeight = 24

func (chartLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, chartHeight) }

func (l chartLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	step := size.Width / float32(max(1, len(l.values)-1))
	y := func(i int) float32 { return 2 + (1-float32(l.values[i]))*(chartHeight-4) }
	for i := range o {
		line := o[i].(*canvas.Line)
		line.Position1 = fyne.NewPos(step*float32(i), y(i))
		line.Position2 = fyne.NewPos(step*float32(i+1), y(i+1))
		line.Refresh()
	}
}

const gapHelp = "The gap on an issue is the mean distance between the actors that are shown, taken pair by pair over those that hold something on it. What the filter hides does not count.\n\n" +
	"On an issue with a scale it follows from the scores; otherwise the stances are compared, as the pane of an actor explains.\n\n" +
	"The line shows the gap at the changes until the date: higher is farther apart. " +
	"“Narrowing” and “widening” compare with the last different gap before; a change of less than 0.05 counts as none. " +
	"“Agreed” is a gap below 0.1, and “stuck” is one that has not changed."
