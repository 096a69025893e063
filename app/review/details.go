package review

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
)

// showDetails opens what is known of the document, to be corrected.
func (s *Screen) showDetails() {
	d, ok := s.ses.Case().Documents.Get(s.doc)
	if !ok {
		return
	}
	entry := func(text string) *widget.Entry {
		e := widget.NewEntry()
		e.SetText(text)
		return e
	}
	title, publisher, author, url, language := entry(d.Title), entry(d.Publisher), entry(d.Author), entry(d.URL), entry(d.Language)
	date, note := entry(words.LongDate(d.Published)), widget.NewMultiLineEntry()
	date.SetPlaceHolder("16 Dec 2025")
	note.SetText(d.Note)
	note.Wrapping = fyne.TextWrapWord
	note.SetMinRowsVisible(3)
	said := ui.NewWrapped("", ui.Note)
	read := func() (edtf.Date, error) {
		if strings.TrimSpace(date.Text) == "" {
			return edtf.Date{}, nil
		}
		return s.understand(date.Text)
	}
	date.OnChanged = func(string) {
		switch v, err := read(); {
		case err != nil:
			said.SetSpans(ui.Span{Text: words.Capital(err.Error()), Style: ui.Style{Size: 12, Tone: ui.Bad}})
		case v.IsZero():
			said.SetSpans(ui.Span{Text: "Without it, “on Monday” cannot be placed", Style: ui.Note})
		default:
			said.SetSpans(ui.Span{Text: "Understood: " + words.Understood(v), Style: ui.Note})
		}
	}
	date.OnChanged(date.Text)
	fault := ui.NewWrapped("", ui.Style{Size: 12, Tone: ui.Bad})
	file := fmt.Sprintf("%s · %s · %s", d.FileName, strings.ToUpper(d.Format), words.Count(d.Words, "word"))
	content := ui.Sized(520, 0, ui.Column(7,
		ui.Fact("Title", title), ui.Fact("Publisher", publisher), ui.Fact("Author", author), ui.Fact("Published", ui.Column(2, date, said)),
		ui.Fact("Address", url), ui.Fact("Language", language), ui.Fact("Note", note),
		ui.FactText("File", file), ui.FactText("SHA-256", d.SHA256), fault))
	var box *dialog.CustomDialog
	save := func() {
		published, err := read()
		if err == nil && strings.TrimSpace(title.Text) == "" {
			err = fmt.Errorf("a document needs a title")
		}
		edited := *d
		edited.Title, edited.Publisher, edited.Author = strings.TrimSpace(title.Text), strings.TrimSpace(publisher.Text), strings.TrimSpace(author.Text)
		edited.URL, edited.Language, edited.Note, edited.Published = strings.TrimSpace(url.Text), strings.TrimSpace(language.Text), note.Text, published
		if err == nil {
			err = edited.Validate()
		}
		if err != nil {
			fault.Set(words.Capital(err.Error()))
			return
		}
		box.Hide()
		s.publish(&edited)
	}
	for _, e := range []*widget.Entry{title, publisher, author, url, language, date} {
		e.OnSubmitted = func(string) { save() }
	}
	box = dialog.NewCustomWithoutButtons("Document details", content, s.host.Window)
	box.SetButtons([]fyne.CanvasObject{ui.NewButton("Cancel", func() { box.Hide() }), ui.NewPrimary("Save", save)})
	box.Show()
	s.host.Window.Canvas().Focus(title)
}

// fileSaver is a desk that can ask where to save a file.
type fileSaver interface {
	SaveFile(title, name string, bytes []byte)
}

// saveOriginal saves the file that the document was read from, byte for byte.
func (s *Screen) saveOriginal() {
	d, ok := s.ses.Case().Documents.Get(s.doc)
	if !ok {
		return
	}
	desk, ok := s.host.Desk.(fileSaver)
	if !ok {
		return
	}
	bytes, err := s.ses.Store().Original(s.doc)
	if err != nil {
		s.host.Desk.Fail(fmt.Errorf("the original of “%s” cannot be read: %w", d.Title, err))
		return
	}
	desk.SaveFile("Save the original file", originalName(d), bytes)
}

// originalName is the name of the file that a document was read from.
func originalName(d *data.Document) string {
	if d.FileName != "" && strings.Contains(d.FileName, ".") {
		return d.FileName
	}
	return d.Title + ".txt"
}
