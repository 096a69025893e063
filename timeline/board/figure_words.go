package board

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"demarche/data"
	"demarche/timeline"
	"demarche/timeline/scene"
	"demarche/timeline/sheet"
)

// seen is what a figure shows that needs a word.
type seen struct {
	positions               int
	stances                 map[data.Stance]bool
	moves                   map[Move]bool
	own, reported, disputed bool
}

// titles are the title and the subtitle, made where none is given: "Berlin talks:
// who stands where, on 15 December 2025, Europe/Kyiv."
func (f *figure) titles() (title, subtitle string) {
	name, zone := "Untitled case", ""
	if info := f.board.Case().Info; info != nil {
		name, zone = info.Title, info.TimeZone
	}
	title, subtitle = f.Title, f.Subtitle
	if title == "" {
		title = name
	}
	if subtitle != "" {
		return title, subtitle
	}
	subtitle = "who stands where, on " + f.Names.LongDay(f.AsOf)
	if zone != "" {
		subtitle += ", " + zone
	}
	if title != name {
		return title, name + ": " + subtitle + "."
	}
	return title, sheet.Capital(subtitle) + "."
}

// legend explains what the figure shows, and nothing else.
func (f *figure) legend() []sheet.Entry {
	var out []sheet.Entry
	for _, s := range data.Stances() {
		if f.seen.stances[s] {
			out = append(out, sheet.Entry{Text: timeline.StanceName(s), Width: 22, Draw: timeline.StanceSign(f.Theme, s)})
		}
	}
	first := len(out)
	add := func(shown bool, text string, width float32, draw func(s *scene.Scene, x, y float32)) {
		if shown {
			out = append(out, sheet.Entry{Text: text, Width: width, Draw: draw, Parted: len(out) == first && first > 0})
		}
	}
	line := f.Theme.Muted
	edge := func(hatch bool) func(s *scene.Scene, x, y float32) {
		return func(s *scene.Scene, x, y float32) {
			s.Add(scene.Item{Op: scene.OpRect, X0: x, X1: x + edgeWidth, Y0: y - 8, Y1: y + 8, Fill: line, Hatch: hatch})
		}
	}
	add(f.seen.own && f.seen.reported, "its own word", edgeWidth, edge(false))
	add(f.seen.reported, "told by others", edgeWidth, edge(true))
	add(f.seen.disputed, "disputed", 22, sheet.BoxSign(scene.Item{Radius: 3, Fill: f.Theme.Tint(data.Unclear), Stroke: line, Width: 1.5}))
	add(f.seen.moves[Moved], "moved towards the others", 12, sheet.MarkSign(scene.Triangle, line, color.NRGBA{}, 0))
	add(f.seen.moves[Harder], "harder than before", 12, sheet.MarkSign(scene.TriangleDown, line, color.NRGBA{}, 0))
	add(f.seen.moves[Same], "said again", 12, sheet.MarkSign(scene.Equal, line, color.NRGBA{}, 0))
	add(f.seen.moves[Fresh], "new: first held in the "+strconv.Itoa(NewDays)+" days before", 0, nil)
	return out
}

// remarks are what has to be said under the table.
func (f *figure) remarks() []string {
	var out []string
	for _, r := range f.rows {
		if r.gap.Trend > NoMeasure {
			out = append(out, "Gap: the mean distance between the actors shown, pair by pair; the line shows it at the changes until this day, higher is farther apart.")
			break
		}
	}
	if f.seen.reported {
		out = append(out, "What a party says of itself has a solid edge, what others report of it a hatched one.")
	}
	if len(f.empty) > 0 {
		const most = 12
		names := f.empty
		if len(names) > most {
			names = append(names[:most:most], sheet.Count(len(f.empty)-most, "other", "others"))
		}
		out = append(out, "Left out, since no position is known on this day: "+strings.Join(names, ", ")+".")
	}
	return out
}

// countLine is what stands at the foot: what is shown, and what is not.
func (f *figure) countLine() string {
	c := f.board.Case()
	open, undated := 0, 0
	for _, s := range c.Suggestions.All() {
		if s.State == data.Open {
			open++
		}
	}
	for _, p := range c.Positions.All() {
		if p.From.IsZero() && f.board.shows(p) {
			undated++
		}
	}
	line := f.size()
	if !f.NoSources {
		line += ", " + sheet.Count(f.sources.Len(), "document", "documents") + ", " + sheet.Count(f.sources.Origins(), "independent origin", "independent origins")
	}
	line += "; " + sheet.Count(open, "unreviewed suggestion", "unreviewed suggestions")
	if undated > 0 {
		line += "; " + strconv.Itoa(undated) + " without a date not shown"
	}
	if n := f.board.Hidden(); n > 0 {
		line += "; " + sheet.Count(n, "position", "positions") + " of the case left out by the filter"
	}
	return line + "."
}

func (f *figure) size() string {
	return fmt.Sprintf("%s by %s on %s", sheet.Count(f.seen.positions, "position", "positions"),
		sheet.Count(len(f.actors), "actor", "actors"), sheet.Count(len(f.rows), "issue", "issues"))
}

// longDescription bounds a description, in bytes: who hears it read out cannot
// skim it.
const longDescription = 4000

// description tells the table to those who do not see it, issue by issue.
func (f *figure) description() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s A table with %s.", f.sheet.Subtitle, f.size())
	for i := range f.rows {
		if b.Len() > longDescription {
			b.WriteString(" And " + sheet.Count(len(f.rows)-i, "more issue", "more issues") + ".")
			break
		}
		f.tell(&b, &f.rows[i])
	}
	return b.String()
}

func (f *figure) tell(b *strings.Builder, r *row) {
	var parts []string
	for k, held := range r.cells {
		for _, p := range held[:min(len(held), mostInCell)] {
			part := f.actors[k].Name + ", " + strings.ToLower(timeline.StanceWord(p.Stance)) + ": " + short(p.Proposal)
			if proviso := p.Proviso(); proviso != "" {
				part += ", " + short(proviso)
			}
			state := strings.NewReplacer("◆"+nbsp, "", nbsp, " ").Replace(strings.Join(f.state(p), ", "))
			parts = append(parts, part+" ("+state+")")
		}
	}
	fmt.Fprintf(b, " %s: %s.", strings.TrimRight(r.name, "."), strings.Join(parts, "; "))
	if word := r.gap.Word(); word != "" {
		fmt.Fprintf(b, " Gap: %s.", word)
	}
}
