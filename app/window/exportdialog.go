package window

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"demarche/app/screen"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/publish"
)

// exportForm is the question how a picture is to look.
type exportForm struct {
	formats              []ExportFormat
	format, unit, theme  *ui.Choice
	title, width, height *ui.Field
	dpi                  *ui.Field
	sizes, titles, looks fyne.CanvasObject
	content              *fyne.Container
	resized              func() // called when questions come or go; may be nil
	wide                 usualWidth
}

// usualWidth is what the form proposes, by unit; pixels may be empty for "as
// needed".
type usualWidth struct{ pixels, centimetres string }

// widthOf is how wide pictures of a subject usually are: a table is as wide as its
// columns need, or goes across a page laid sideways.
func widthOf(s Subject) usualWidth {
	if s == OfTable {
		return usualWidth{"", "25"}
	}
	return usualWidth{"1600", "16"}
}

const (
	inPixels      = "pixels"
	inCentimetres = "cm wide"
)

func newExportForm(formats []ExportFormat, dark bool, title string, wide usualWidth) *exportForm {
	f := &exportForm{formats: formats, wide: wide, title: ui.NewField(title), width: ui.NewField(wide.pixels), height: ui.NewField(""), dpi: ui.NewField("300")}
	var labels []string
	for _, x := range formats {
		labels = append(labels, x.Label)
	}
	f.height.SetPlaceHolder("as needed")
	if wide.pixels == "" {
		f.width.SetPlaceHolder("as needed")
	}
	f.theme = ui.NewChoice([]string{"Light", "Dark"}, nil)
	f.theme.SetSelectedIndex(map[bool]int{true: 1}[dark])
	by := ui.NewText("×", ui.Muted)
	at := ui.NewText("at", ui.Muted)
	dpiUnit := ui.NewText("dpi", ui.Muted)
	f.unit = ui.NewChoice([]string{inPixels, inCentimetres}, func(u string) {
		for _, o := range []fyne.CanvasObject{by, f.height} {
			setVisible(o, u == inPixels)
		}
		for _, o := range []fyne.CanvasObject{at, f.dpi, dpiUnit} {
			setVisible(o, u == inCentimetres)
		}
		if u == inCentimetres && f.width.Text == wide.pixels {
			f.width.SetText(wide.centimetres)
		} else if u == inPixels && f.width.Text == wide.centimetres {
			f.width.SetText(wide.pixels)
		}
		f.refresh()
	})
	size := ui.Row(6, -1, ui.Sized(map[bool]float32{true: 92, false: 76}[wide.pixels == ""], 0, f.width), by, ui.Sized(92, 0, f.height), ui.Sized(110, 0, framed(f.unit)), at, ui.Sized(60, 0, f.dpi), dpiUnit)
	f.titles, f.sizes, f.looks = ui.Fact("Title", f.title), ui.Fact("Size", size), ui.Fact("Look", framed(f.theme))
	f.format = ui.NewChoice(labels, func(string) { f.adapt() })
	f.content = ui.Column(8, ui.Fact("Format", framed(f.format)), f.titles, f.sizes, f.looks)
	f.unit.SetSelected(inPixels)
	f.format.SetSelectedIndex(0)
	return f
}

// framed gives a list the frame that entries have.
func framed(c *ui.Choice) fyne.CanvasObject {
	return container.NewStack(c, ui.NewBox("", ui.ColorControl, 5))
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func (f *exportForm) chosen() ExportFormat { return f.formats[max(0, f.format.SelectedIndex())] }

// adapt shows the questions that the format has.
func (f *exportForm) adapt() {
	x := f.chosen()
	for _, o := range []fyne.CanvasObject{f.titles, f.sizes, f.looks} {
		setVisible(o, x.Picture)
	}
	f.refresh()
}

func (f *exportForm) refresh() {
	if f.content != nil {
		f.content.Refresh()
	}
	if f.resized != nil {
		f.resized()
	}
}

// read is what the form asks for, or what is wrong in it.
func (f *exportForm) read(e Export) (Export, error) {
	x := f.chosen()
	e.Format = x.Extension
	if !x.Picture {
		return e, nil
	}
	e.Title, e.Dark = strings.TrimSpace(f.title.Text), f.theme.SelectedIndex() == 1
	var err error
	if f.unit.Selected == inCentimetres {
		if e.Centimetres, err = number(f.width.Text, "The width", 2, 200); err != nil {
			return e, err
		}
		e.DPI, err = number(f.dpi.Text, "The density", 30, 1200)
		return e, err
	}
	if f.wide.pixels != "" || strings.TrimSpace(f.width.Text) != "" {
		w, err := number(f.width.Text, "The width", 200, 30000)
		if err != nil {
			return e, err
		}
		e.Width = int(w)
	}
	if strings.TrimSpace(f.height.Text) != "" {
		h, err := number(f.height.Text, "The height", 100, 30000)
		if err != nil {
			return e, err
		}
		e.Height = int(h)
	}
	return e, nil
}

func number(text, what string, lo, hi float64) (float64, error) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), 64)
	if err != nil || !(v >= lo && v <= hi) {
		return 0, fmt.Errorf("%s is a number from %g to %g", what, lo, hi)
	}
	return v, nil
}

// subject is what the screen in front has to export.
func (w *Window) subject() Subject {
	if f := w.front(); f != nil && f.ID() == screen.Positions {
		return OfTable
	}
	return OfTimeline
}

// askExport asks for a format and a look, then for a place.
func (w *Window) askExport() {
	if w.open == nil || w.o.Exporter == nil {
		return
	}
	ses := w.open.ses
	e := Export{Subject: w.subject(), Grouping: ses.Grouping.Get(), AsOf: ses.AsOf.Get(), Filter: ses.Filter.Get(),
		FileName: filepath.Base(w.open.file.Path()), Scale: 1}
	formats := w.o.Exporter.Formats(e.Subject)
	if len(formats) == 0 {
		return
	}
	form := newExportForm(formats, ui.IsDark(), ses.Case().Info.Title, widthOf(e.Subject))
	title := "Export the timeline"
	if e.Subject == OfTable {
		title = "Export who stands where, on " + words.LongDay(e.AsOf)
	}
	var d *ui.Dialog
	next := func() {
		asked, err := form.read(e)
		if err != nil {
			d.Fault(words.Sentence(err))
			return
		}
		d.Close()
		w.askExportPath(asked)
	}
	d = ui.ShowDialog(w.win, ui.DialogOptions{Title: title, Width: 500, Content: form.content,
		Confirm: "Choose a place…", OnConfirm: next, First: form.format})
	form.resized = d.Fit
}

func (w *Window) askExportPath(e Export) {
	folder := w.set.Folder("export")
	if folder == "" {
		folder = w.caseFolder()
	}
	name := w.open.ses.Case().Info.Title
	if e.Subject == OfTable && e.Format != ".json" {
		name += ", positions " + edtf.OfInstant(e.AsOf).String()
	}
	askPath(w.win, pathQuestion{title: "Export", confirm: "Export", label: "Name", name: name,
		extension: e.Format, folder: folder, replace: true},
		func(path, _ string) error {
			w.set.SetFolder("export", filepath.Dir(path))
			w.ExportTo(path, e)
			return nil
		})
}

// ExportTo writes the export on a worker; the file appears when it is whole.
func (w *Window) ExportTo(path string, e Export) {
	target, c := w.open, w.open.ses.Case()
	show := newProgress(w.win, "Exporting", 1)
	show.step(0, filepath.Base(path))
	show.onCancel = w.jobs.start(func(ctx context.Context) {
		err := publish.ToFile(path, func(out io.Writer) error { return w.exportCase(ctx, target, c, e, out) })
		fyne.Do(func() {
			show.close()
			switch {
			case errors.Is(err, context.Canceled):
				w.Tell("Export stopped")
			case err != nil:
				w.Fail(fmt.Errorf("%s was not written: %w", path, cause(err)))
			default:
				w.Tell("Exported " + filepath.Base(path))
			}
		})
	})
}

func (w *Window) exportCase(ctx context.Context, o *openCase, c *data.Case, e Export, out io.Writer) error {
	return w.o.Exporter.Export(ctx, c, o.file, e, out)
}

// cause is what the system says without the name of the temporary file.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
