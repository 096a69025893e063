package panes

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
)

func count(n int) string { return strconv.Itoa(n) }

// byIssue groups positions by their issue; what the holder says itself comes
// before what others report.
func byIssue(list []*data.Position) [][]*data.Position {
	var groups [][]*data.Position
	at := map[data.ID]int{}
	for _, x := range list {
		i, ok := at[x.Issue]
		if !ok {
			i = len(groups)
			at[x.Issue] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], x)
	}
	for _, g := range groups {
		slices.SortStableFunc(g, func(a, b *data.Position) int { return cmp.Compare(rank(a), rank(b)) })
	}
	return groups
}

// rank puts red lines first and reports last.
func rank(x *data.Position) int {
	switch {
	case x.Reported():
		return 2
	case x.Firmness == data.RedLine:
		return 0
	}
	return 1
}

const cardPositions = 3 // on a card, before it says how many more there are

// standingCard is what an actor holds on one issue.
func (p *Pane) standingCard(a *data.Actor, group []*data.Position) fyne.CanvasObject {
	name := data.IssuePath(p.host.Session.Case(), group[0].Issue)
	if name == "" {
		name = "No issue"
	}
	col := ui.Column(3)
	for i, x := range group {
		if i == cardPositions {
			col.Add(ui.NewText(words.Count(len(group)-i, "more position"), ui.Faint))
			break
		}
		title := ui.NewWrapped(name, ui.Strong)
		if i > 0 {
			col.Add(ui.Gap(1, 4))
			title = ui.NewWrapped("Also", ui.Muted)
		}
		col.Add(ui.TopRow(8, 0, title, ui.NewStance(x.Stance)))
		for _, o := range p.standing(a, x) {
			col.Add(o)
		}
	}
	first := group[0]
	return ui.NewCard(col, func() { p.selectRef(first.Ref()) })
}

// standing is one position on a card: proposal, how firm, since when, quote.
func (p *Pane) standing(a *data.Actor, x *data.Position) []fyne.CanvasObject {
	c := p.host.Session.Case()
	text := x.Proposal
	if c := x.Proviso(); c != "" {
		text += "; " + c
	}
	list := []fyne.CanvasObject{ui.NewWrapped(words.Capital(text), ui.Muted), ui.NewWrapped(p.held(x), ui.Note)}
	var told []string
	if x.Actor != a.ID || x.For != "" && x.For != a.ID {
		if who, ok := c.Actors.Get(x.Actor); ok {
			told = append(told, "via "+who.Name)
		}
	}
	if x.Reported() {
		told = append(told, "reported by "+speaker(x.Attribution))
	}
	if len(told) > 0 {
		list = append(list, ui.NewWrapped(words.Capital(strings.Join(told, ", ")), ui.Note))
	}
	return append(list, p.quotes(x.Passages, 1)...)
}

func speaker(a data.Attribution) string {
	if a.Speaker != "" {
		return a.Speaker
	}
	return "others"
}

// held is how firmly and since when: "◆ Red line · since Aug 2025 · last known 3
// days ago".
func (p *Pane) held(x *data.Position) string {
	ix, at := p.host.Session.Index(), p.asOf()
	text := ""
	switch x.Firmness {
	case data.RedLine:
		text = "◆ Red line · "
	case data.Firm, data.Negotiable, data.Exploratory:
		text = words.Firmness(x.Firmness) + " · "
	}
	text += words.Since(ix.Since(x))
	if days, ok := ix.SilentDays(x, at); ok && days > 0 {
		text += fmt.Sprintf(" · last known %s ago", words.Count(days, "day"))
	}
	if x.Disputed {
		text += " · disputed"
	}
	return text
}

const mostDistances = 6

// distances compares an actor with the others that hold something on the date.
func (p *Pane) distances(a *data.Actor) []fyne.CanvasObject {
	ix, at := p.host.Session.Index(), p.asOf()
	type far struct {
		actor *data.Actor
		d     data.Distance
	}
	var all []far
	for _, other := range p.host.Session.Case().Actors.All() {
		if other.ID == a.ID || p.sameSide(a, other) {
			continue
		}
		if d := ix.Distance(a.ID, other.ID, at); d.Known() {
			all = append(all, far{other, d})
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(x, y far) int {
		return cmp.Or(cmp.Compare(len(y.d.Issues), len(x.d.Issues)), cmp.Compare(x.d.Value, y.d.Value))
	})
	all = all[:min(len(all), mostDistances)]
	slices.SortStableFunc(all, func(x, y far) int { return cmp.Compare(x.d.Value, y.d.Value) })
	help := ui.NewFlat("?", p.explainDistance)
	rows := []fyne.CanvasObject{ui.Gap(1, 2), ui.Row(4, 0, ui.Section("Distance to others"), help)}
	for _, f := range all {
		word, tone := distanceWord(f.d.Value)
		row := container.New(distanceLayout{}, ui.NewCut(f.actor.Name, ui.Small), ui.Meter(max(0.04, f.d.Value), tone), ui.NewText(word, ui.Small))
		rows = append(rows, out(ui.NewLine(fmt.Sprintf("%s: %s, on %s", f.actor.Name, word, words.Count(len(f.d.Issues), "issue")), row,
			func() { p.selectRef(f.actor.Ref()) })))
	}
	return rows
}

// sameSide reports whether one belongs to the other, or both to the same; they
// are not compared.
func (p *Pane) sameSide(a, b *data.Actor) bool {
	side := func(x *data.Actor, of data.ID) bool {
		return slices.ContainsFunc(x.Memberships, func(m data.Membership) bool { return m.Of == of })
	}
	if side(a, b.ID) || side(b, a.ID) {
		return true
	}
	if b.Kind != data.Person && b.Kind != data.Body {
		return false
	}
	return len(b.Memberships) > 0 // its state or organisation is compared instead
}

func distanceWord(v float64) (string, ui.Tone) {
	switch {
	case v < 0.1:
		return "same", ui.Good
	case v < 0.35:
		return "close", ui.Good
	case v < 0.65:
		return "apart", ui.Caution
	}
	return "far", ui.Bad
}

// distanceLayout gives the names, the bars and the words columns of their own.
type distanceLayout struct{}

func (distanceLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, o[0].MinSize().Height)
}

func (distanceLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const word = 46
	name := size.Width * 0.36
	h := o[0].MinSize().Height
	for i, at := range []struct{ x, w float32 }{{0, name - 6}, {name, size.Width - name - word - 8}, {size.Width - word, word}} {
		o[i].Move(fyne.NewPos(at.x, 0))
		o[i].Resize(fyne.NewSize(at.w, h))
	}
}

func (p *Pane) explainDistance() {
	text := "The distance sums up how two actors stand on the issues on which both hold something on this date. " +
		"It is a summary for the eye and not a measurement.\n\n" +
		"Where an issue has a scale and both have a score, it is the difference of their newest scores.\n\n" +
		"Otherwise their stances are compared, pair by pair: the same stance on the same thing is 0; an offer against a demand is a quarter; " +
		"two demands, or a condition against a demand, are a half; a condition against a refusal is three quarters; " +
		"an offer or a demand against a refusal is 1.\n\n" +
		"The bar shows the mean over the issues: same below 0.1, close below 0.35, apart below 0.65, else far."
	body := ui.Sized(460, 300, container.NewVScroll(ui.NewWrapped(text, ui.Plain)))
	dialog.ShowCustom("How the distance is derived", "Close", body, p.host.Window)
}
