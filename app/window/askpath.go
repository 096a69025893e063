package window

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
)

// pathQuestion asks for a name and a folder. Fyne's own dialog for saving is not
// used, since it empties a file as soon as it is chosen, be it the open case.
type pathQuestion struct {
	title, confirm string
	label, name    string
	extension      string
	folder         string
	replace        bool // offer to replace a file of that name
}

// askPath asks; do gets the path and the name as typed. Its error is shown and
// the question stays.
func askPath(win fyne.Window, q pathQuestion, do func(path, name string) error) dialog.Dialog {
	name := widget.NewEntry()
	name.SetText(q.name)
	folder := q.folder
	where, fault := ui.NewWrapped(folder, ui.Note), ui.NewWrapped("", ui.Style{Size: 12, Tone: ui.Bad})
	change := ui.NewButton("Other folder…", func() {
		d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if u != nil {
				folder = u.Path()
				where.Set(folder)
			}
		}, win)
		showFileDialog(d, "Choose a folder", folder, nil)
	})
	content := ui.Column(8, ui.Fact(q.label, name), ui.Fact("Folder", ui.Row(8, 0, where, change)), fault)
	var d *dialog.CustomDialog
	try := func() {
		path := filepath.Join(folder, FileName(name.Text, q.extension))
		finish := func() {
			if err := makeAt(folder, func() error { return do(path, strings.TrimSpace(name.Text)) }); err != nil {
				fault.Set(sentence(err))
				return
			}
			d.Hide()
		}
		if strings.TrimSpace(name.Text) == "" {
			fault.Set("Write a name first.")
			return
		}
		if _, err := os.Lstat(path); err == nil && q.replace {
			dialog.ShowConfirm("Replace the file?", filepath.Base(path)+" exists already.", func(yes bool) {
				if yes {
					finish()
				}
			}, win)
			return
		}
		finish()
	}
	name.OnSubmitted = func(string) { try() }
	d = dialog.NewCustomWithoutButtons(q.title, container.New(wide{460}, content), win)
	d.SetButtons([]fyne.CanvasObject{ui.NewButton("Cancel", func() { d.Hide() }), ui.NewPrimary(q.confirm, try)})
	d.Show()
	win.Canvas().Focus(name)
	return d
}

func makeAt(folder string, do func() error) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return do()
}

// FileName makes a name that every system takes from what a person typed.
func FileName(typed, extension string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(typed))
	name = strings.Trim(strings.TrimSuffix(name, extension), " .")
	if name == "" {
		name = "Untitled"
	}
	if r := []rune(name); len(r) > 80 {
		name = string(r[:80])
	}
	return name + extension
}

// wide gives a dialog's content a least width.
type wide struct{ width float32 }

func (l wide) MinSize(o []fyne.CanvasObject) fyne.Size {
	o[0].Resize(fyne.NewSize(l.width, o[0].Size().Height))
	return o[0].MinSize().Max(fyne.NewSize(l.width, 0))
}

func (l wide) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// fileDialog is what a dialog for files and one for folders share.
type fileDialog interface {
	Show()
	Resize(fyne.Size)
	SetLocation(fyne.ListableURI)
	SetFilter(storage.FileFilter)
	SetTitleText(string)
}

func showFileDialog(d fileDialog, title, folder string, extensions []string) {
	d.SetTitleText(title)
	if len(extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	if u, err := storage.ListerForURI(storage.NewFileURI(folder)); folder != "" && err == nil {
		d.SetLocation(u)
	}
	d.Resize(fyne.NewSize(860, 560))
	d.Show()
}
