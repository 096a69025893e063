package window

import (
	"demarche/app/words"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

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
func askPath(win fyne.Window, q pathQuestion, do func(path, name string) error) *ui.Dialog {
	name, folder := ui.NewField(q.name), q.folder
	where := ui.NewWrapped(folder, ui.Note)
	var d *ui.Dialog
	change := ui.NewButton("Other folder…", func() {
		f := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if u != nil {
				folder = u.Path()
				where.Set(folder)
				d.Fit()
			}
		}, win)
		showFileDialog(f, "Choose a folder", folder, nil)
	})
	try := func() {
		typed := strings.TrimSpace(name.Text)
		if typed == "" {
			d.Fault("Write a name first.")
			return
		}
		path := filepath.Join(folder, FileName(typed, q.extension))
		finish := func() {
			if err := makeAt(folder, func() error { return do(path, typed) }); err != nil {
				d.Fault(words.Sentence(err))
				return
			}
			d.Close()
		}
		if _, err := os.Lstat(path); err == nil && q.replace {
			ui.Ask(win, "Replace the file?", "“"+filepath.Base(path)+"” exists already in this folder. What is in it is lost.", "Replace", finish)
			return
		}
		finish()
	}
	content := ui.Column(8, ui.Fact(q.label, name), ui.Fact("Folder", ui.Row(8, 0, where, change)))
	d = ui.ShowDialog(win, ui.DialogOptions{Title: q.title, Content: content, Confirm: q.confirm, OnConfirm: try, First: name})
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
	d.Show()
	d.Resize(fyne.NewSize(860, 560))
}
