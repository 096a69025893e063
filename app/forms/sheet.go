package forms

import (
	"errors"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/data"
)

const (
	sheetWidth = 640
	sheetRoom  = 90 // that a sheet leaves free above and below, at least
)

// sheet is a form that lies over the window: lines of fields, and a foot with
// Save and Cancel. Ctrl+Enter saves, Escape cancels.
type sheet struct {
	host   screen.Host
	lines  []*line
	build  func(*faults) data.Change // what the fields say; faults are shown beside them
	commit func(data.Change) error
	done   func()

	pop      *widget.PopUp
	over     fyne.CanvasObject // the form as it lies on the canvas
	body     *fyne.Container
	question fyne.CanvasObject // whether to close without saving, as it lies on the canvas
	stay     *ui.Button
	scroll   *container.Scroll
	layer    *fyne.Container // for lists that drop from fields
	frame    *fyne.Container
	fault    *ui.Text
	before   string // what the fields said at first
	keys     func(*fyne.KeyEvent)
	saveKey  []fyne.Shortcut
	closed   bool
}

func newSheet(h screen.Host) *sheet {
	s := &sheet{host: h, body: ui.Column(7), layer: container.NewWithoutLayout(), fault: ui.NewWrapped("", ui.Style{Size: 12, Tone: ui.Bad})}
	s.commit = h.Session.Do
	return s
}

// add puts an object into the form; a line becomes one of its fields.
func (s *sheet) add(objects ...fyne.CanvasObject) {
	for _, o := range objects {
		s.body.Add(o)
	}
}

// show opens the form with the keyboard in its first field.
func (s *sheet) show(title, save string, first fyne.Focusable) {
	scroll := container.NewVScroll(ui.Pad(2, 14, 8, 2, s.body))
	s.scroll = scroll
	foot := ui.Row(8, 0, s.fault, ui.NewButton("Cancel", s.cancel), ui.NewKeyed(save, "Ctrl ⏎", true, s.submit))
	content := container.NewBorder(ui.Pad(4, 4, 12, 2, ui.NewText(title, ui.Sub)), ui.Pad(10, 4, 2, 2, foot), nil, nil, scroll)
	s.frame = ui.Sized(sheetWidth, 0, container.NewStack(ui.Pad(10, 8, 8, 14, content), s.layer))
	canvas := s.host.Window.Canvas()
	s.pop = widget.NewModalPopUp(s.frame, canvas)
	s.keys = canvas.OnTypedKey()
	canvas.SetOnTypedKey(s.typedKey)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		k := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
		s.saveKey = append(s.saveKey, k)
		canvas.AddShortcut(k, func(fyne.Shortcut) { s.submit() })
	}
	s.pop.Show()
	s.over = canvas.Overlays().Top()
	s.fit()
	s.before = s.said()
	canvas.Focus(first)
}

// fit makes the form as high as its fields need and the window allows.
func (s *sheet) fit() {
	if s.pop == nil {
		return
	}
	window := s.host.Window.Canvas().Size()
	width := min(sheetWidth, max(320, window.Width-40))
	inner := width - 8 - 14 - 16
	s.body.Resize(fyne.NewSize(inner, s.body.MinSize().Height))
	s.body.Refresh()
	body := s.body.MinSize().Height
	const around = 132 // head, foot and padding
	height := max(200, min(body+around, window.Height-sheetRoom))
	s.frame.Layout = fixed{width, height}
	s.pop.Resize(fyne.NewSize(width, height))
	s.frame.Refresh()
	s.over.Refresh() // centres it
}

// fixed gives an object one size.
type fixed struct{ w, h float32 }

func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(f.w, f.h) }

func (f fixed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, one := range o {
		one.Resize(size)
	}
}

// relayout makes room for what grew or shrank inside the form.
func (s *sheet) relayout() {
	s.body.Refresh()
	if s.scroll != nil {
		s.scroll.Refresh()
	}
}

// reveal scrolls an object of the form into view.
func (s *sheet) reveal(o fyne.CanvasObject) {
	if s.scroll == nil || s.closed {
		return
	}
	d := fyne.CurrentApp().Driver()
	y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.scroll).Y
	low := y + o.Size().Height + 22 - s.scroll.Size().Height
	switch {
	case y < 0:
		s.scroll.Offset.Y += y - 6
	case low > 0:
		s.scroll.Offset.Y += low
	default:
		return
	}
	s.scroll.Refresh()
}

// said is what stands in all fields, to see whether anything was changed.
func (s *sheet) said() string {
	var b strings.Builder
	for _, l := range s.lines {
		b.WriteString(l.raw())
		b.WriteByte(0)
	}
	return b.String()
}

func (s *sheet) typedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeyEscape {
		return
	}
	switch top := s.host.Window.Canvas().Overlays().Top(); {
	case s.onTop():
		s.cancel()
	case top != nil && top == s.question:
		s.stay.Tapped(nil)
	}
}

// onTop reports whether nothing lies over the form.
func (s *sheet) onTop() bool {
	return !s.closed && s.host.Window.Canvas().Overlays().Top() == s.over
}

// cancel closes the form, after a question where something was written.
func (s *sheet) cancel() {
	if s.said() == s.before {
		s.close()
		return
	}
	canvas := s.host.Window.Canvas()
	focused := canvas.Focused()
	d := dialog.NewCustomWithoutButtons("Close without saving?", ui.NewText("What you changed in this form is lost.", ui.Plain), s.host.Window)
	stay := ui.NewButton("Go on editing", func() {
		d.Hide()
		if focused != nil {
			canvas.Focus(focused)
		}
	})
	d.SetButtons([]fyne.CanvasObject{stay, ui.NewPrimary("Close without saving", func() {
		d.Hide()
		s.close()
	})})
	s.stay = stay
	d.Show()
	s.question = canvas.Overlays().Top()
	canvas.Focus(stay)
}

func (s *sheet) close() {
	if s.closed {
		return
	}
	s.closed = true
	canvas := s.host.Window.Canvas()
	canvas.SetOnTypedKey(s.keys)
	for _, k := range s.saveKey {
		canvas.RemoveShortcut(k)
	}
	s.pop.Hide()
}

// submit saves, or shows what stands in the way.
func (s *sheet) submit() {
	if !s.onTop() {
		return
	}
	s.tell("")
	for _, l := range s.lines {
		l.setFault("")
	}
	f := &faults{}
	ch := s.build(f)
	if len(f.all) > 0 {
		s.blame(f)
		return
	}
	if err := s.commit(ch); err != nil {
		f.check(err)
		s.blame(f)
		return
	}
	s.close()
	if s.done != nil {
		fyne.Do(s.done) // after the session has got the news of the change
	}
}

// blame shows each fault beside its field, and in the foot what has no field.
func (s *sheet) blame(f *faults) {
	var rest []string
	var first *line
	for _, one := range f.all {
		l := s.line(one.Field)
		if l == nil {
			rest = append(rest, sentence(one.Fault))
			continue
		}
		l.setFault(sentence(one.Fault))
		if first == nil {
			first = l
		}
	}
	if len(rest) == 0 {
		rest = []string{"It is not saved yet: see the lines in red."}
	}
	s.tell(strings.Join(rest, " "))
	if first != nil {
		if first.section != nil {
			first.section.open(true)
		}
		s.relayout()
		if first.focus != nil {
			s.host.Window.Canvas().Focus(first.focus)
		}
	}
}

func (s *sheet) tell(text string) {
	if s.fault.String() != text {
		s.fault.Set(text)
		s.frame.Refresh()
	}
}

func (s *sheet) line(field string) *line {
	for _, l := range s.lines {
		if field != "" && l.field == field {
			return l
		}
	}
	return nil
}

// faults gathers what is wrong with the fields.
type faults struct{ all []data.FieldError }

func (f *faults) add(field, text string) {
	f.all = append(f.all, data.FieldError{Field: field, Fault: text})
}

// check adds an error, at its field where it names one that has no fault yet.
func (f *faults) check(err error) {
	if err == nil {
		return
	}
	var one *data.FieldError
	if !errors.As(err, &one) {
		f.add("", err.Error())
		return
	}
	for _, had := range f.all {
		if had.Field == one.Field {
			return
		}
	}
	f.add(one.Field, one.Fault)
}

// sentence is a clause with a capital at the start and a full stop at the end.
func sentence(s string) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) == 0 {
		return ""
	}
	r[0] = unicode.ToUpper(r[0])
	if last := r[len(r)-1]; !strings.ContainsRune(".?!…", last) {
		r = append(r, '.')
	}
	return string(r)
}
