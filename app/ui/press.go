package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Pressable is what the kit's own controls are made of: it answers to the mouse
// and, once focused with Tab, to Space and Enter. Keys that it does not use go
// on to the window, so that the screen's commands work while it has the focus.
// A control embeds it and calls Init with itself.
type Pressable struct {
	widget.BaseWidget
	OnTap  func()
	OnMenu func(at fyne.Position) // secondary click, absolute position
	Label  string                 // what a screen reader says

	self             fyne.Widget
	hovered, focused bool
	disabled         bool
}

// Init says which widget embeds this one.
func (p *Pressable) Init(self fyne.Widget) {
	p.self = self
	p.ExtendBaseWidget(self)
}

// Tapped does what the control is for.
func (p *Pressable) Tapped(*fyne.PointEvent) { p.press() }

func (p *Pressable) press() {
	if p.OnTap != nil && !p.disabled {
		p.OnTap()
	}
}

// TappedSecondary opens the control's menu.
func (p *Pressable) TappedSecondary(e *fyne.PointEvent) {
	if p.OnMenu != nil {
		p.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (p *Pressable) MouseIn(*desktop.MouseEvent)    { p.hovered = true; p.self.Refresh() }
func (p *Pressable) MouseMoved(*desktop.MouseEvent) {}
func (p *Pressable) MouseOut()                      { p.hovered = false; p.self.Refresh() }

// Cursor is a hand where a press does something.
func (p *Pressable) Cursor() desktop.Cursor {
	if p.OnTap == nil || p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained and FocusLost draw the ring.
func (p *Pressable) FocusGained() { p.focused = true; p.self.Refresh() }
func (p *Pressable) FocusLost()   { p.focused = false; p.self.Refresh() }

// TypedKey presses the control, or passes the key on.
func (p *Pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press()
		return
	}
	PassKey(p.self, e)
}

// TypedRune passes the rune on.
func (p *Pressable) TypedRune(r rune) {
	if r != ' ' {
		PassRune(p.self, r)
	}
}

// Enable lets it be pressed.
func (p *Pressable) Enable() { p.disabled = false; p.self.Refresh() }

// Disable greys it out.
func (p *Pressable) Disable() { p.disabled = true; p.self.Refresh() }

// Disabled reports whether it cannot be pressed, so that Tab passes it by.
func (p *Pressable) Disabled() bool { return p.disabled || p.OnTap == nil }

// AccessibilityLabel is what a screen reader says.
func (p *Pressable) AccessibilityLabel() string { return p.Label }

// AccessibilityRole is a button's.
func (p *Pressable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// PassKey gives a key that a focused widget does not use to the window.
func PassKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// PassRune gives a rune that a focused widget does not use to the window.
func PassRune(from fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// Modifiers are the keys held down now, of which Fyne's key events say nothing.
func Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Hovered reports whether the pointer is on it.
func (p *Pressable) Hovered() bool { return p.hovered }

// Focused reports whether it has the keyboard.
func (p *Pressable) Focused() bool { return p.focused }
