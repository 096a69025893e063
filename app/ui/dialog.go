package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// DialogOptions say what a dialog shows and asks.
type DialogOptions struct {
	Title   string
	Content fyne.CanvasObject
	Width   float32 // of the content; 0: 460

	Confirm   string // the label of the button that does it; empty: there is none
	OnConfirm func() // closes the dialog itself, once all is well
	Cancel    string // the label of the other button; empty: "Cancel", or "Close" without a Confirm
	OnCancel  func() // instead of closing
	First     fyne.Focusable
}

// Dialog lies over the window until it is answered. Escape cancels, Enter
// confirms; Fyne's own dialogs know neither.
type Dialog struct {
	o       DialogOptions
	canvas  fyne.Canvas
	pop     *widget.PopUp
	over    fyne.CanvasObject // the dialog as it lies on the canvas
	fault   *Text
	confirm *Button
	cancel  *Button
	before  func(*fyne.KeyEvent)
	closed  bool
}

const dialogWidth = 460

// ShowDialog lays a dialog over a window.
func ShowDialog(win fyne.Window, o DialogOptions) *Dialog {
	d := &Dialog{o: o, canvas: win.Canvas(), fault: NewWrapped("", Style{Size: 12, Tone: Bad})}
	d.fault.Hide()
	if d.o.Width == 0 {
		d.o.Width = dialogWidth
	}
	d.o.Width = max(200, min(d.o.Width, d.canvas.Size().Width-60))
	if o.Cancel == "" {
		d.o.Cancel = "Close"
		if o.Confirm != "" {
			d.o.Cancel = "Cancel"
		}
	}
	d.cancel = NewButton(d.o.Cancel, d.Cancel)
	buttons := Row(8, 0, Gap(0, 0), d.cancel)
	first := o.First
	if o.Confirm != "" {
		d.confirm = NewPrimary(o.Confirm, d.Confirm)
		buttons.Add(d.confirm)
	}
	body := Column(10, NewWrapped(o.Title, Sub), o.Content, d.fault, Gap(0, 2), buttons)
	d.pop = widget.NewModalPopUp(container.New(wideLayout{d.o.Width}, Pad(12, 14, 10, 14, body)), d.canvas)
	d.before = d.canvas.OnTypedKey()
	d.canvas.SetOnTypedKey(d.typedKey)
	d.pop.Show()
	d.over = d.canvas.Overlays().Top()
	if first == nil {
		first = d.cancel
		if d.confirm != nil {
			first = d.confirm
		}
	}
	if o.OnCancel == nil { // an Enter that comes late must not stop what has begun
		d.canvas.Focus(first)
	}
	return d
}

// ShowMessage says something that needs no answer.
func ShowMessage(win fyne.Window, title, text string) *Dialog {
	return ShowDialog(win, DialogOptions{Title: title, Content: NewWrapped(text, Plain)})
}

// Ask asks whether to go on; confirm names what is then done.
func Ask(win fyne.Window, title, text, confirm string, do func()) *Dialog {
	var d *Dialog
	d = ShowDialog(win, DialogOptions{Title: title, Content: NewWrapped(text, Plain), Confirm: confirm,
		OnConfirm: func() { d.Close(); do() }})
	return d
}

// Confirm does what the first button does.
func (d *Dialog) Confirm() {
	if !d.closed && d.o.OnConfirm != nil {
		d.o.OnConfirm()
	}
}

// Cancel does what the other button does.
func (d *Dialog) Cancel() {
	switch {
	case d.closed:
	case d.o.OnCancel != nil:
		d.o.OnCancel()
	default:
		d.Close()
	}
}

// Fault says in the dialog what stands in the way; "" takes it away.
func (d *Dialog) Fault(text string) {
	d.fault.Set(text)
	if text == "" {
		d.fault.Hide()
	} else {
		d.fault.Show()
	}
	d.Fit()
}

// Fit makes the dialog as high as its content.
func (d *Dialog) Fit() {
	if d.closed {
		return
	}
	d.pop.Content.Refresh()
	d.pop.Resize(d.pop.MinSize())
	d.over.Refresh() // centres it
}

// Close takes the dialog away.
func (d *Dialog) Close() {
	if d.closed {
		return
	}
	d.closed = true
	if d.onTop() {
		d.canvas.SetOnTypedKey(d.before)
	} // else what lies above gives the keys back to typedKey, which passes them on
	d.pop.Hide()
}

func (d *Dialog) onTop() bool { return d.canvas.Overlays().Top() == d.over }

// typedKey gets the keys that nothing in the dialog used.
func (d *Dialog) typedKey(e *fyne.KeyEvent) {
	switch {
	case d.closed || !d.onTop():
		if d.before != nil {
			d.before(e)
		}
	case e.Name == fyne.KeyEscape:
		d.Cancel()
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		d.Confirm()
	}
}

// wideLayout gives a content a width, and the height that it needs at it.
type wideLayout struct{ width float32 }

func (l wideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, heightAt(o[0], l.width))
}

func (l wideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.Position{})
	o[0].Resize(size)
}
