package board

import (
	"errors"
	"fmt"
	"math"

	"demarche/data"
	"demarche/timeline"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
	"demarche/timeline/sheet"
	"demarche/timeline/typeface"
)

// Sizes of the figure in pixels.
const (
	headCol, leastHeadCol = 160, 100 // the names of issues
	gapCol, leastGapCol   = 132, 108
	leastCol              = 118 // of an actor: narrower and words are broken
	idealCol, mostCol     = 206, 420
	roomyWidth            = 1500 // of all actors together, where none is narrow for it
	between               = 6
	leastRow              = 58
	narrowest, widest     = timeline.NarrowestFigure, 1e5
)

// Bounds of what one figure compares: more is not read any more.
const (
	MostActors = 24
	MostIssues = 80
)

// ErrNothingHeld says that a figure would be empty.
var ErrNothingHeld = errors.New("nobody is known to hold a position on that day; choose another day, or show more actors and issues")

// ErrNarrow says that the actors do not fit beside one another.
type ErrNarrow struct {
	Actors, Fit    int
	Width, Needed  float32 // in pixels
	Height, Higher float32 // where it is the height that is too small
}

func (e *ErrNarrow) Error() string {
	if e.Higher > 0 {
		return fmt.Sprintf("the table needs %.0f pixels of height, not %.0f: leave the height out, or show fewer issues", e.Higher, e.Height)
	}
	cm := func(px float32) string {
		return fmt.Sprintf("%.0f pixels (%.1f cm in print)", px, math.Ceil(timeline.PrintWidth(px)*10-0.01)/10)
	}
	return fmt.Sprintf("%s do not fit beside one another in %s so that they can be read: give it %s or more, or show %s at most",
		sheet.Count(e.Actors, "actor", "actors"), cm(e.Width), cm(e.Needed), sheet.Count(max(1, e.Fit), "actor", "actors"))
}

// Figure is who stands where at o.AsOf as a picture for a report: the board
// without what o.Filter hides, and without the actors and issues of which nothing
// is known then, with legend, numbered sources and counts. Of o it takes what is
// not about time and lanes; W 0 is as wide as needed. Errors: ErrNothingHeld,
// *ErrNarrow, and too many actors or issues.
func Figure(c *data.Case, o timeline.FigureOptions) (*scene.Scene, error) {
	if o.Theme == nil {
		o.Theme = timeline.Light()
	}
	if o.Names == nil {
		o.Names = scale.English()
	}
	if o.Measure == nil {
		faces, err := typeface.New(typeface.Options{})
		if err != nil {
			return nil, fmt.Errorf("load the fonts: %w", err)
		}
		o.Measure = faces.Measure
	}
	f := newFigure(c, o)
	switch n, m := len(f.actors), len(f.issues); {
	case n == 0:
		return nil, ErrNothingHeld
	case n > MostActors:
		return nil, fmt.Errorf("%d actors hold something on that day, and at most %d can be read in one table: choose those that matter", n, MostActors)
	case m > MostIssues:
		return nil, fmt.Errorf("positions on %d issues are held on that day, and at most %d can be read in one table: choose those that matter", m, MostIssues)
	}
	if err := f.columns(); err != nil {
		return nil, err
	}
	f.fill()
	needed := f.arrange()
	if f.h = needed; o.H > 0 {
		if f.h = o.H; o.H < needed {
			return nil, &ErrNarrow{Height: o.H, Higher: needed}
		}
	}
	return f.draw(), nil
}

// figure is a figure in the making: what it shows and where that stands.
type figure struct {
	timeline.FigureOptions
	board   *Board
	actors  []*data.Actor // who hold something
	issues  []*data.Issue // on which something is held
	rows    []row
	empty   []string // names of the actors and issues left out since nothing is known
	sources *sheet.Sources
	sheet   *sheet.Sheet
	seen    seen

	h, legendY, headY  float32 // of the figure; of the legend; of the heads
	headH              float32
	head, col, gapX, g float32 // widths of the names, of an actor, where gaps start, their width
}

// row is an issue with what each actor of the figure holds on it.
type row struct {
	name  string
	cells [][]*data.Position
	gap   Gap
	h     float32
}

func newFigure(c *data.Case, o timeline.FigureOptions) *figure {
	f := &figure{FigureOptions: o, board: New(data.NewIndex(c)).Shown(o.Filter), sources: sheet.NewSources()}
	f.seen.stances = map[data.Stance]bool{}
	f.seen.moves = map[Move]bool{}
	holds := map[data.ID]bool{}
	for _, i := range f.board.Issues {
		any := false
		for _, a := range f.board.Actors {
			if len(f.board.Cell(a.ID, i.ID, o.AsOf)) > 0 {
				holds[a.ID], any = true, true
			}
		}
		if any {
			f.issues = append(f.issues, i)
		} else {
			f.empty = append(f.empty, f.board.IssueName(i))
		}
	}
	var idle []string
	for _, a := range f.board.Actors {
		if holds[a.ID] {
			f.actors = append(f.actors, a)
		} else {
			idle = append(idle, a.Name)
		}
	}
	f.empty = append(idle, f.empty...)
	return f
}

// fill makes the rows.
func (f *figure) fill() {
	for _, i := range f.issues {
		r := row{name: f.board.IssueName(i), gap: f.board.Gap(i.ID, f.AsOf)}
		for _, a := range f.actors {
			held := f.board.Cell(a.ID, i.ID, f.AsOf)
			f.note(held)
			r.cells = append(r.cells, held)
		}
		f.rows = append(f.rows, r)
	}
}

// note takes in the sources of positions and what the legend has to explain.
func (f *figure) note(held []*data.Position) {
	for k, p := range held {
		f.seen.positions++
		if !f.NoSources {
			f.sources.Add(f.board.Case(), p.Ref(), p.Passages, p.Attribution)
		}
		if k < mostInCell {
			f.seen.stances[p.Stance] = true
			f.seen.moves[f.board.MoveOf(p, f.AsOf)] = true
			f.seen.reported = f.seen.reported || p.Reported()
			f.seen.own = f.seen.own || !p.Reported()
			f.seen.disputed = f.seen.disputed || p.Disputed
		}
	}
}

// columns fixes the widths, and refuses those at which words are broken.
func (f *figure) columns() error {
	n := float32(len(f.actors))
	least := func(w float32) float32 {
		return w - 2*sheet.New(w, sheet.Ink{}, nil).Margin - leastHeadCol - leastGapCol
	}
	if f.W == 0 {
		col := max(leastCol+26, min(idealCol, roomyWidth/n)) + between
		f.W = max(900, 104+headCol+gapCol+n*col)
	}
	if !(f.W >= narrowest && f.W <= widest) {
		return fmt.Errorf("a figure cannot be %.0f pixels wide; give %d or more", f.W, narrowest)
	}
	if room := least(f.W); room < n*(leastCol+between) {
		needed := f.W
		for least(needed) < n*(leastCol+between) {
			needed += 10
		}
		return &ErrNarrow{Actors: len(f.actors), Fit: int(room / (leastCol + between)), Width: f.W, Needed: needed}
	}
	f.sheet = sheet.New(f.W, f.Theme.Ink(), f.Measure)
	content := f.sheet.Content()
	spare := content - leastHeadCol - leastGapCol - n*(leastCol+between)
	f.head = min(headCol, leastHeadCol+spare*0.3)
	f.g = min(gapCol, leastGapCol+spare*0.2)
	f.col = min(mostCol, (content-f.head-f.g)/n-between)
	f.gapX = f.sheet.Margin + f.head + n*(f.col+between)
	return nil
}
