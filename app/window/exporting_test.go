package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/internal/uitest"
	"demarche/app/screen"
	"demarche/data/edtf"
)

// form is the export dialog's, found as it stands there.
func (d *desk) entries() []fyne.Focusable {
	var all []fyne.Focusable
	uitest.Walk(d.overlay(), func(o fyne.CanvasObject) {
		if f, ok := o.(textField); ok {
			all = append(all, f.(fyne.Focusable))
		}
	})
	return all
}

// fill writes into the n-th field of the dialog.
func (d *desk) fill(n int, text string) {
	d.t.Helper()
	all := d.entries()
	if n >= len(all) {
		d.t.Fatalf("the dialog has %d fields", len(all))
	}
	d.win.Canvas().Focus(all[n])
	d.write(text)
}

// choice picks from the n-th list of the dialog.
func (d *desk) choice(n int, value string) {
	d.t.Helper()
	uitest.Walk(d.overlay(), func(o fyne.CanvasObject) {
		if s, ok := o.(interface{ SetSelected(string) }); ok {
			if n == 0 {
				s.SetSelected(value)
			}
			n--
		}
	})
}

func exported(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestExport(t *testing.T) {
	d := withCase(t)
	d.Session().Grouping.Set("actor")
	d.shortcut(fyne.KeyE, ctrl)
	d.says("Export the timeline", "PNG picture", "pixels", "Light")
	d.fill(1, "12")
	d.key(fyne.KeyReturn)
	d.says("The width is a number from 200 to 30000.")
	d.fill(1, "800")
	d.fill(2, "abc")
	d.key(fyne.KeyReturn)
	d.says("The height is a number")
	d.fill(2, "")
	d.fill(0, "Who gives water")
	d.key(fyne.KeyReturn)
	d.says("Name", "Folder")
	d.key(fyne.KeyReturn)
	d.settle()
	d.noDialog()
	path := filepath.Join(d.folder, "Dam talks.png")
	if got := exported(t, path); got != `.png "Who gives water" 800x0 0cm 0dpi dark=false by=actor of=Dam talks` {
		t.Errorf("exported %q", got)
	}
	if !strings.Contains(d.toss.Shown(), "Dam talks.png") {
		t.Errorf("it says %q", d.toss.Shown())
	}
	// Centimetres at a density, dark, over the file that is there.
	d.choose("Export")
	d.choice(1, inCentimetres)
	d.choice(2, "Dark")
	d.says("cm wide", "dpi")
	d.fill(2, "10")
	d.key(fyne.KeyReturn)
	d.says("The density is a number from 30 to 1200.")
	d.fill(1, "16,5")
	d.fill(2, "300")
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyReturn)
	d.says("exists already")
	d.key(fyne.KeyEscape)
	if got := exported(t, path); !strings.Contains(got, "800x0") {
		t.Errorf("replaced without leave: %q", got)
	}
	d.key(fyne.KeyReturn)
	d.press("Replace")
	d.settle()
	d.noDialog()
	if got := exported(t, path); got != `.png "Dam talks" 0x0 16.5cm 300dpi dark=true by=actor of=Dam talks` {
		t.Errorf("exported %q", got)
	}
}

// Where the screen in front is that of the positions, its table is exported, as of
// the date shown, as wide as it needs.
func TestExportOfTheTable(t *testing.T) {
	d := openDesk(t, test.NewTempApp(t), t.TempDir(), func(o *Options) {
		o.Parts.Screens = append(o.Parts.Screens, func(screen.Host) screen.Screen { return newPaper(screen.Positions, "Positions") })
	})
	d.Open(makeCase(t, filepath.Join(d.folder, "dam.demarche"), "Dam talks"))
	d.Session().AsOf.Set(edtf.OfDay(2026, 4, 9).Earliest())
	d.Session().Filter.Set(d.Session().Filter.Get().WithActors(true, "a"))
	d.Show(screen.Positions)
	d.shortcut(fyne.KeyE, ctrl)
	d.says("Export who stands where, on 9 April 2026", "PNG picture of a table")
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyReturn)
	d.settle()
	d.noDialog()
	path := filepath.Join(d.folder, "Dam talks, positions 2026-04-09.png")
	if got := exported(t, path); got != `.png "Dam talks" 0x0 0cm 0dpi dark=false by= of=Dam talks table on 2026-04-09 without 1 actor` {
		t.Errorf("exported %q", got)
	}
	d.choose("Export")
	d.choice(1, inCentimetres)
	d.fill(1, "x")
	d.key(fyne.KeyReturn)
	d.says("The width is a number")
	d.choice(1, inPixels)
	d.key(fyne.KeyEscape)
	d.Show(screen.Timeline)
	d.choose("Export")
	d.says("Export the timeline")
}

func TestExportOfData(t *testing.T) {
	d := withCase(t)
	d.choose("Export")
	d.choice(0, "JSON, the whole case")
	if strings.Contains(d.overlayText(), "Size") {
		t.Errorf("it asks for the size of data: %q", d.overlayText())
	}
	d.key(fyne.KeyReturn)
	d.write("all of it")
	d.key(fyne.KeyReturn)
	d.settle()
	if got := exported(t, filepath.Join(d.folder, "all of it.json")); !strings.HasPrefix(got, ".json") {
		t.Errorf("exported %q", got)
	}
}

func TestExportThatFails(t *testing.T) {
	d := withCase(t)
	before := writeFile(t, filepath.Join(d.folder, "Dam talks.ink"), "what was there")
	d.ExportTo(before, Export{Format: ".ink"})
	d.settle()
	d.says(before, "there is no ink")
	d.key(fyne.KeyEscape)
	if got := exported(t, before); got != "what was there" {
		t.Errorf("the file that was there holds %q", got)
	}
	none := filepath.Join(d.folder, "no folder", "x.png")
	d.ExportTo(none, Export{Format: ".png"})
	d.settle()
	d.says("x.png was not written", "folder does not exist")
	d.key(fyne.KeyEscape)
	if left, _ := filepath.Glob(filepath.Join(d.folder, ".demarche-export-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestStopAnExport(t *testing.T) {
	d := withCase(t)
	began := make(chan struct{})
	d.o.Exporter = fakeExporter{wait: began}
	path := filepath.Join(d.folder, "slow.png")
	d.ExportTo(path, Export{Format: ".png"})
	<-began
	d.says("Exporting")
	d.press("Stop")
	d.settle()
	d.noDialog()
	if exists(path) || !strings.Contains(d.toss.Shown(), "Export stopped") {
		t.Errorf("a stopped export: there %v, it says %q", exists(path), d.toss.Shown())
	}
}
