package window

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"demarche/app/internal/uitest"
	"demarche/app/screen"
	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/read"
	"demarche/data/store"
)

func now() time.Time { return time.Date(2026, 4, 16, 9, 0, 0, 0, time.UTC) }

// desk is a window as a person uses it: by menus, keys and what stands on it.
type desk struct {
	*Window
	t      *testing.T
	app    fyne.App
	folder string
	paper  *paper // the second screen, which opens documents
	plain  *paper // the first one
}

// open makes a window on an application; its cases are checked at the end.
func openDesk(t *testing.T, app fyne.App, folder string, more func(*Options)) *desk {
	t.Helper()
	d := &desk{t: t, app: app, folder: folder}
	o := Options{
		App: app, Now: now, Version: "test", Folder: folder, SystemTheme: ui.Light,
		Importer: &fakeImporter{}, Exporter: fakeExporter{},
		Parts: screen.Parts{Screens: []func(screen.Host) screen.Screen{
			func(h screen.Host) screen.Screen {
				d.plain = newPaper(screen.Timeline, "Timeline")
				return d.plain
			},
			func(h screen.Host) screen.Screen {
				d.paper = newPaper(screen.Documents, "Documents")
				return readingPaper{d.paper}
			},
		}},
	}
	if more != nil {
		more(&o)
	}
	d.Window = New(o)
	d.win.Resize(fyne.NewSize(1200, 800))
	t.Cleanup(func() {
		d.Window.quit()
		files, _ := filepath.Glob(filepath.Join(folder, "*"+Extension))
		for _, f := range files {
			r, err := store.Check(f)
			if strings.Contains(f, "damaged") {
				continue
			}
			if err != nil || !r.Sound() {
				t.Errorf("check %s: %v %v", f, r.Faults, err)
			}
		}
	})
	return d
}

func newDesk(t *testing.T) *desk { return openDesk(t, test.NewTempApp(t), t.TempDir(), nil) }

// withCase is a desk with a new case open.
func withCase(t *testing.T) *desk {
	d := newDesk(t)
	d.Open(makeCase(t, filepath.Join(d.folder, "dam.demarche"), "Dam talks"))
	if d.Session() == nil {
		t.Fatalf("the case did not open: %s", d.overlayText())
	}
	return d
}

func makeCase(t *testing.T, path, title string) string {
	t.Helper()
	st, err := store.Create(path, store.Options{Now: now, Title: title})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// settle waits for the workers.
func (d *desk) settle() { d.jobs.wait.Wait() }

// item finds an entry of the menus by the start of its label.
func (d *desk) item(label string) *fyne.MenuItem {
	d.t.Helper()
	for _, m := range d.win.MainMenu().Items {
		for _, it := range m.Items {
			if strings.HasPrefix(it.Label, label) {
				return it
			}
		}
	}
	d.t.Fatalf("no menu has %q", label)
	return nil
}

// choose does what a click on a menu entry does.
func (d *desk) choose(label string) {
	d.t.Helper()
	it := d.item(label)
	if it.Disabled {
		d.t.Fatalf("%q is greyed out", label)
	}
	it.Action()
}

// shortcut does what Fyne's driver does with a key and a modifier: the main
// menu comes first, whatever has the focus and whatever lies over the window.
func (d *desk) shortcut(key fyne.KeyName, mod fyne.KeyModifier) {
	s := shortcut(screen.Command{Key: key, Modifier: mod})
	for _, m := range d.win.MainMenu().Items {
		for _, it := range m.Items {
			if it.Shortcut != nil && it.Shortcut.ShortcutName() == s.ShortcutName() {
				it.Action()
				return
			}
		}
	}
	if f, ok := d.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	if key == fyne.KeyZ && mod == ctrlShift { // the test canvas keeps its shortcuts to itself
		d.again(s)
	}
}

// key presses a key without a modifier.
func (d *desk) key(name fyne.KeyName) {
	if f := d.win.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

// write replaces what stands in the focused field.
func (d *desk) write(text string) {
	d.t.Helper()
	f := d.win.Canvas().Focused()
	e, ok := f.(textField)
	if !ok {
		d.t.Fatalf("%T has the keyboard, not a field", f)
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	if e.SelectedText() != "" {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	for _, r := range text {
		f.TypedRune(r)
	}
}

// overlay is what lies over the window; nil for nothing.
func (d *desk) overlay() fyne.CanvasObject { return d.win.Canvas().Overlays().Top() }

func (d *desk) overlayText() string { return said(d.overlay()) }

// press clicks a button of the dialog.
func (d *desk) press(label string) {
	d.t.Helper()
	var found *ui.Button
	uitest.Walk(d.overlay(), func(o fyne.CanvasObject) {
		if b, ok := o.(*ui.Button); ok && b.Label == label && b.Visible() {
			found = b
		}
	})
	if found == nil {
		d.t.Fatalf("no button %q in %q", label, d.overlayText())
	}
	test.Tap(found)
}

// says fails unless the dialog contains all words.
func (d *desk) says(words ...string) {
	d.t.Helper()
	text := d.overlayText()
	for _, w := range words {
		if !strings.Contains(text, w) {
			d.t.Errorf("the dialog says %q, without %q", text, w)
		}
	}
}

func (d *desk) noDialog() {
	d.t.Helper()
	if d.overlay() != nil {
		d.t.Errorf("a dialog lies over the window: %q", d.overlayText())
	}
}

// said is all text of an object.
func said(o fyne.CanvasObject) string {
	var b strings.Builder
	uitest.Walk(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok {
			b.WriteString(t.Text)
			if !strings.HasSuffix(t.Text, " ") {
				b.WriteByte(' ')
			}
		}
	})
	return b.String()
}

// paper is a screen of the tests.
type paper struct {
	id, title     string
	side, main    *ui.Text
	shown, hidden int
	document      data.ID
	ran           int
}

func newPaper(id, title string) *paper {
	return &paper{id: id, title: title, side: ui.NewText("side", ui.Plain), main: ui.NewText("main of "+title, ui.Plain)}
}

func (p *paper) ID() string                 { return p.id }
func (p *paper) Title() string              { return p.title }
func (p *paper) Sidebar() fyne.CanvasObject { return p.side }
func (p *paper) Main() fyne.CanvasObject    { return p.main }
func (p *paper) Detail() fyne.CanvasObject  { return nil }
func (p *paper) Status() screen.Status {
	return screen.Status{Left: []string{"7 things"}, Hint: "hint"}
}
func (p *paper) Shown()  { p.shown++ }
func (p *paper) Hidden() { p.hidden++ }
func (p *paper) Commands() []screen.Command {
	return []screen.Command{{Menu: screen.GoMenu, Label: "Fit " + p.title, Key: fyne.KeyF, Do: func() { p.ran++ }}}
}

type readingPaper struct{ *paper }

func (p readingPaper) OpenDocument(id data.ID)    { p.document = id }
func (p readingPaper) OpenPassage(x data.Passage) { p.document = x.Document }

// fakeImporter takes the first line of a source for its title. It refuses what
// says "broken" and waits with what says "slow" until it is stopped.
type fakeImporter struct {
	started chan struct{} // told when a slow source is waited for
	n       int
}

func (f *fakeImporter) Prepare(ctx context.Context, c *data.Case, src read.Source) (Draft, error) {
	if bytes.Contains(src.Data, []byte("broken")) {
		return Draft{}, fmt.Errorf("%s cannot be read as text", src.Name)
	}
	if bytes.Contains(src.Data, []byte("slow")) {
		close(f.started)
		<-ctx.Done()
		return Draft{}, ctx.Err()
	}
	sum := sha256.Sum256(src.Data)
	f.n++
	doc := &data.Document{ID: data.NewIDs(now).Next(), Title: src.Name, FileName: src.Name, Format: read.Text,
		SHA256: hex.EncodeToString(sum[:]), Words: 3, Imported: now()}
	if src.Format != "" {
		doc.Format = src.Format
	}
	d := Draft{Document: doc.ID, Title: doc.Title, Change: data.Change{Label: "Import " + doc.Title, Put: []data.Record{doc},
		Contents: map[data.ID]data.Content{doc.ID: {Text: string(src.Data), Original: src.Data}}}}
	for _, x := range c.Documents.All() {
		if x.SHA256 == doc.SHA256 {
			d.Duplicate = x.ID
		}
	}
	return d, nil
}

// fakeExporter writes down what it was asked for.
type fakeExporter struct{ wait chan struct{} }

var errNoInk = errors.New("there is no ink")

func (fakeExporter) Formats(s Subject) []ExportFormat {
	if s == OfTable {
		return []ExportFormat{{Extension: ".png", Label: "PNG picture of a table", Picture: true, Pixels: true}}
	}
	return []ExportFormat{{Extension: ".png", Label: "PNG picture", Picture: true, Pixels: true},
		{Extension: ".json", Label: "JSON, the whole case"}, {Extension: ".ink", Label: "Ink"}}
}

func (x fakeExporter) Export(ctx context.Context, c *data.Case, _ session.Store, e Export, out io.Writer) error {
	if e.Format == ".ink" {
		io.WriteString(out, "half a")
		return errNoInk
	}
	if x.wait != nil {
		close(x.wait)
		<-ctx.Done()
		return ctx.Err()
	}
	_, err := fmt.Fprintf(out, "%s %q %dx%d %gcm %gdpi dark=%v by=%s of=%s", e.Format, e.Title, e.Width, e.Height, e.Centimetres, e.DPI, e.Dark, e.Grouping, c.Info.Title)
	if err == nil && e.Subject == OfTable {
		_, err = fmt.Fprintf(out, " table on %s without %d actor", edtf.OfInstant(e.AsOf), len(e.Filter.Actors))
	}
	return err
}

func writeFile(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const ctrlShift = ctrl | shift
