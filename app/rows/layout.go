package rows

import "fyne.io/fyne/v2"

// width is how much room a column takes: least pixels, and a share of what is
// left. Where there is too little for all, those with the highest rank go first.
type width struct {
	least, share float32
	rank         int
}

func widths() [columns]width {
	return [columns]width{
		Date: {98, 0.1, 0}, What: {144, 3, 0}, Who: {84, 1.4, 1}, Issue: {84, 1.4, 2},
		Sort: {86, 0.5, 3}, Source: {126, 0.3, 5}, State: {56, 0.5, 4},
	}
}

const (
	cellGap = 10
	edge    = 12 // at both sides of a row
)

// spans is where each column stands in a row of that width; a column without
// room has the width 0.
func spans(room float32) (x, w [columns]float32) {
	all := widths()
	for rank := columns; rank > 0 && least(all) > room; rank-- {
		for i := range all {
			if all[i].rank == rank {
				all[i] = width{}
			}
		}
	}
	rest, shares := max(0, room-least(all)), float32(0)
	for _, c := range all {
		shares += c.share
	}
	at := float32(edge)
	for i, c := range all {
		if c.least == 0 {
			continue
		}
		x[i], w[i] = at, c.least+rest*c.share/shares
		at += w[i] + cellGap
	}
	return x, w
}

// least is the width that the columns need at least.
func least(all [columns]width) float32 {
	sum := float32(2*edge - cellGap)
	for _, c := range all {
		if c.least > 0 {
			sum += c.least + cellGap
		}
	}
	return sum
}

// columnLayout lays out one object a column.
type columnLayout struct{ height float32 }

func (l columnLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, l.height) }

func (l columnLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x, w := spans(size.Width)
	for i, cell := range o {
		if w[i] == 0 {
			cell.Hide()
			continue
		}
		cell.Show()
		h := cell.MinSize().Height
		cell.Move(fyne.NewPos(x[i], (size.Height-h)/2))
		cell.Resize(fyne.NewSize(w[i], h))
	}
}
