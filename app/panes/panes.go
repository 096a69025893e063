// Package panes is the pane at the right that tells all about the record that is
// selected: an actor, an event, a position or an issue. What the analyst judges
// is edited in place; the rest by a form that is one press away.
package panes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/cite"
	"demarche/app/forms"
	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/data"
)

// Pane shows session.Selected. It listens by itself.
type Pane struct {
	host  screen.Host
	forms *forms.Forms
	cites *cite.Book
	root  *fyne.Container
	shown data.Ref
	tab   int // of the actor's tabs, kept from one actor to the next
	all   bool
}

// New makes the pane of a case.
func New(h screen.Host) *Pane {
	p := &Pane{host: h, forms: forms.New(h), cites: cite.New(h.Session.Store().Text), root: container.NewStack()}
	h.Session.Selected.Listen(func(data.Ref) { p.Refresh() })
	h.Session.AsOf.Listen(func(int64) {
		switch p.shown.Kind {
		case data.KindActor, data.KindIssue, data.KindPosition:
			p.Refresh()
		}
	})
	h.Session.Watch(func(*data.Case, []data.Ref) { p.Refresh() })
	p.Refresh()
	return p
}

var _ screen.Detail = (*Pane)(nil)

// Object is what to lay out.
func (p *Pane) Object() fyne.CanvasObject { return p.root }

// Refresh shows what is selected now.
func (p *Pane) Refresh() {
	p.saveNote()
	ref := p.host.Session.Selected.Get()
	if ref != p.shown {
		p.all = false
	}
	offset := float32(0)
	if ref == p.shown && len(p.root.Objects) == 1 {
		if s, ok := p.root.Objects[0].(*container.Scroll); ok {
			offset = s.Offset.Y
		}
	}
	p.shown = ref
	content := p.content(ref)
	if content == nil {
		p.root.Objects = []fyne.CanvasObject{ui.Pad(40, 16, 16, 16, ui.Column(6,
			ui.NewWrapped("Nothing is selected", ui.Sub).Aligned(fyne.TextAlignCenter),
			ui.NewWrapped("Select a bar, a mark or an actor to see all about it here.", ui.Muted).Aligned(fyne.TextAlignCenter)))}
		p.root.Refresh()
		return
	}
	scroll := container.NewVScroll(ui.Pad(14, 14, 18, 16, content))
	p.root.Objects = []fyne.CanvasObject{scroll}
	p.root.Refresh()
	if offset > 0 {
		scroll.Offset.Y = min(offset, max(0, scroll.Content.MinSize().Height-scroll.Size().Height))
		scroll.Refresh()
	}
}

// saveNote takes the keyboard from a note that is being written, which saves it:
// the pane is about to be made anew.
func (p *Pane) saveNote() {
	canvas := p.host.Window.Canvas()
	if n, ok := canvas.Focused().(*noteEntry); ok && n.pane == p {
		canvas.Unfocus()
	}
}

func (p *Pane) content(ref data.Ref) fyne.CanvasObject {
	r, ok := p.host.Session.Case().Record(ref)
	if !ok {
		return nil
	}
	switch r := r.(type) {
	case *data.Actor:
		return p.actor(r)
	case *data.Event:
		return p.event(r)
	case *data.Position:
		return p.position(r)
	case *data.Issue:
		return p.issue(r)
	case *data.Document:
		return p.document(r)
	}
	return nil
}

func (p *Pane) selectRef(ref data.Ref) { p.host.Session.Selected.Set(ref) }

func (p *Pane) asOf() int64 { return p.host.Session.AsOf.Get() }

// do makes a change and offers the way back.
func (p *Pane) do(ch data.Change) {
	if err := p.host.Session.Do(ch); err != nil {
		p.host.Desk.Fail(err)
		p.Refresh()
		return
	}
	p.host.Desk.TellUndo("Saved")
}
